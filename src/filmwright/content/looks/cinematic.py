"""A modern cinema print: cool shadows, warm lights, the corners held back. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("cinematic", "filmic", "movie look")
EXAMPLE = "A woman walks on the beach, cinematic"

GRADE = Grade(
    lift=(-0.012, 0.004, 0.018),
    gain=(1.03, 1.0, 0.965),
    saturation=0.96,
    contrast=1.08,
    grain=0.08,
    vignette=0.3,
)
