"""The body plan of what swims: a hull drawn by its sections, fins, eyes, a spine that waves, and bones for what rows."""
