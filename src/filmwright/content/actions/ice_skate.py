"""Ice skating: long glides, leg by leg."""

from __future__ import annotations

from filmwright.content.actions import _skating

WORDS = ("ice skate",)
EXAMPLE = "A woman in a red jacket is ice skating"
POSTURE = "walk"
SEEN = ("full",)
HOME = ("ice_rink", "snow_valley")
WEARS = ("ice_skates",)
FREE = ("right", "left", "head")
ALSO = ("skate",)

build = _skating.build
pace = _skating.pace
