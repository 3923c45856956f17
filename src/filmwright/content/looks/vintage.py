"""A print that has lain in a drawer: faded blacks, yellowed whites, grain. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("vintage", "retro", "old film")
EXAMPLE = "A woman walks on the beach, vintage film"

GRADE = Grade(
    lift=(0.06, 0.045, 0.045),
    gain=(1.02, 0.96, 0.84),
    saturation=0.72,
    contrast=0.94,
    grain=0.35,
    vignette=0.5,
)
