"""Oil on canvas: dabs laid along the forms, thick enough to catch the light. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("oil painting", "oil on canvas")
EXAMPLE = "A woman walks on the beach, oil painting"

HAND = Hand(dabs=0.009, strokes=0.02, swirl=0.35, vivid=0.18, relief=0.38, paper=0.5)
GRADE = Grade(contrast=1.06, gamma=(1.02, 1.0, 0.97))
