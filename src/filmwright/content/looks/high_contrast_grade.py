"""High contrast: hard blacks and bright lights with some of the color bleached out. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("high contrast",)
EXAMPLE = "A man walks on a city street, high contrast"

GRADE = Grade(saturation=0.88, contrast=1.28, vignette=0.15)
