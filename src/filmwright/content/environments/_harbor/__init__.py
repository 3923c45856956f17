"""The parts of the harbor: its quay, boats and shore."""
