"""What a sunlit reef is made of: its banks, corals, schools of fish and the light that the waves throw."""
