"""Engines turn a Stage into Frames. Each module has `shoot` as engines/base.py describes it."""
