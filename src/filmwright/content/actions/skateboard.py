"""Standing sideways on a skateboard that rolls."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("skateboarding",)
EXAMPLE = "A young man in a red cap rides a skateboard down the street"
POSTURE = "ride"

build = _riding.build
