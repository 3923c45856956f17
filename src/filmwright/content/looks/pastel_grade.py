"""Pastel: light, soft, pale colors over milky blacks. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("pastel",)
EXAMPLE = "A woman stands in a cafe, pastel colors"

GRADE = Grade(
    lift=(0.055, 0.050, 0.055), gamma=(1.14, 1.12, 1.13), gain=(0.99, 0.975, 0.98), saturation=0.86, contrast=0.90
)
