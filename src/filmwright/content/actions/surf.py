"""Surfing: standing sideways and low on a board that the waves carry."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("surf",)
EXAMPLE = "A man in blue shorts surfs on the ocean"
POSTURE = "ride"
WEARS = ("wetsuit",)
HOME = ("ocean",)

build = _riding.build
