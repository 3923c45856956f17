"""Frames → Movie: one file an editor can play, with everything about it inside."""
