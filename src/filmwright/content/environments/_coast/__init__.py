"""A coast of cliffs: its line, the rock that falls from it to the sea, the surf at its foot."""
