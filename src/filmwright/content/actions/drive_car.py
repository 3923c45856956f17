"""Driving a car: at its wheel, seen through its windows."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("drive car",)
EXAMPLE = "A man drives a red car on a city street"
POSTURE = "ride"
HOME = ("city_street", "neon_street")

build = _riding.build
