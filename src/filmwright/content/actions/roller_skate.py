"""Roller skating: long glides, leg by leg."""

from __future__ import annotations

from filmwright.content.actions import _skating

WORDS = ("roller skate",)
EXAMPLE = "A man in a green t-shirt is roller skating in the street"
POSTURE = "walk"
SEEN = ("full",)
HOME = ("city_street",)
WEARS = ("roller_skates",)
FREE = ("right", "left", "head")

build = _skating.build
pace = _skating.pace
