"""Graphite on paper: lines and soft shading, no color. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("pencil sketch", "pencil drawing")
EXAMPLE = "A woman walks on the beach, pencil sketch"

HAND = Hand(dabs=0.005, strokes=0.006, ink=1.0, ink_width=0.0022, relief=0.12, paper=0.7)
GRADE = Grade(saturation=0.0, gamma=(1.9, 1.9, 1.9), lift=(0.1, 0.1, 0.1), contrast=1.05)
