"""Film noir: hard black and white, deep corners, grain. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("film noir", "noir")
EXAMPLE = "A man stands on a street at night, film noir"

GRADE = Grade(
    saturation=0.0, contrast=1.26, lift=(-0.01, -0.01, -0.01), gamma=(1.08, 1.08, 1.08), grain=0.3, vignette=0.55
)
