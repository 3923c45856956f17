"""Dark and moody: everything down by most of a stop, shadows cool, corners held back. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("moody",)
EXAMPLE = "A man sits in a living room, dark and moody"

GRADE = Grade(
    lift=(-0.012, -0.008, 0.002),
    gamma=(0.86, 0.87, 0.90),
    gain=(0.90, 0.90, 0.92),
    saturation=0.85,
    contrast=1.08,
    vignette=0.4,
)
