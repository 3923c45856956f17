"""Rooms lived in: one shell with a window, furnished by a plan of props."""
