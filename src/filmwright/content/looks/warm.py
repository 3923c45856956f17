"""Warmer by half a filter: lights towards amber, shadows barely. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("warm", "warm tones")
EXAMPLE = "A woman walks on the beach, warm tones"

GRADE = Grade(gain=(1.045, 1.0, 0.92), gamma=(1.03, 1.0, 0.97), saturation=1.04)
