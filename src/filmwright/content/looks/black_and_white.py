"""Silver film: no color, deeper blacks, a little grain. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("black and white", "monochrome", "grayscale")
EXAMPLE = "A man walks on the beach, black and white"

GRADE = Grade(saturation=0.0, contrast=1.12, gain=(1.03, 1.03, 1.03), grain=0.22, vignette=0.25)
