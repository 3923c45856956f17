"""Vivid: color turned up, blacks a little deeper, as slide film has it. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("vivid", "vibrant")
EXAMPLE = "A red car on a city street, vivid colors"

GRADE = Grade(saturation=1.32, contrast=1.05)
