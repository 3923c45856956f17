"""Squares of color, few and flat, as on a game console. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("pixel art",)
EXAMPLE = "A woman walks on the beach, pixel art"

HAND = Hand(dabs=0.008, vivid=0.4, pixels=144)
GRADE = Grade(contrast=1.12)
