"""A photograph toned brown. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("sepia",)
EXAMPLE = "A woman walks on the beach, sepia"

GRADE = Grade(saturation=0.0, lift=(0.07, 0.07, 0.07), tone=(1.06, 0.92, 0.71), grain=0.2, vignette=0.4)
