"""Frames → pictures: noise steadied over time, the look graded, ready to be cut into a Movie."""
