"""Stop motion: every picture held for two frames, the world a table top. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("stop motion", "stop-motion animation")
EXAMPLE = "A woman walks on the beach, stop motion"

HAND = Hand(hold=2, blur=0.010, dabs=0.003, vivid=0.15)
GRADE = Grade(contrast=1.04)
