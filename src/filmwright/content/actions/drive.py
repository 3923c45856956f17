"""Driving whatever has a wheel to sit at."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("drive",)
EXAMPLE = "A woman drives on a city street"
POSTURE = "ride"
HOME = ("city_street", "neon_street")

build = _riding.build
