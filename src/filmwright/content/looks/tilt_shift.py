"""A miniature: sharp in one band, strong colors. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("tilt shift", "tilt-shift", "miniature effect")
EXAMPLE = "Wide shot of a beach, tilt-shift"

HAND = Hand(blur=0.022, vivid=0.35)
GRADE = Grade(contrast=1.08)
