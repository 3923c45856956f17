"""Thick strokes that turn round each other, in strong blues and yellows, after Van Gogh. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("van gogh", "van gogh style")
EXAMPLE = "A woman walks on the beach, Van Gogh style"

HAND = Hand(dabs=0.008, strokes=0.036, swirl=1.0, vivid=0.75, relief=0.85, paper=0.3)
GRADE = Grade(lift=(-0.03, 0.01, 0.11), gain=(1.04, 1.03, 0.9), contrast=1.1)
