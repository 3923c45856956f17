"""What is seen in orbit: the Earth, and a station."""
