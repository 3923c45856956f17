"""Cooler by half a filter: lights towards blue, shadows with them. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("cool", "cold tones")
EXAMPLE = "A woman walks on the beach, cool tones"

GRADE = Grade(lift=(-0.004, 0.0, 0.012), gain=(0.94, 0.995, 1.045), gamma=(0.97, 1.0, 1.03), saturation=0.94)
