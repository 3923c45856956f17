"""Snowboarding: standing sideways and low on a board that glides over the snow."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("snowboard",)
EXAMPLE = "A woman in an orange jacket snowboards down a snowy mountain"
POSTURE = "ride"
WEARS = ("puffer_jacket", "beanie", "gloves")
HOME = ("ski_slope", "snow_valley")

build = _riding.build
