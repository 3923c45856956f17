"""Hand-drawn animation: clear colors in two or three tones, soft outlines. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("animated", "animation", "cartoon")
EXAMPLE = "A woman walks on the beach, animated style"

HAND = Hand(dabs=0.008, vivid=0.5, levels=7, ink=0.75, ink_width=0.0026)
GRADE = Grade(gain=(1.04, 1.03, 1.02), gamma=(1.07, 1.07, 1.07))
