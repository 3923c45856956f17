"""Muted: half of the color taken out, the blacks lifted. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("muted", "desaturated")
EXAMPLE = "A man walks in a village, muted colors"

GRADE = Grade(lift=(0.012, 0.012, 0.014), saturation=0.62, contrast=0.95)
