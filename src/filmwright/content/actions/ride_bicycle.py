"""Riding a bicycle: the feet go round with the pedals."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("cycle",)
EXAMPLE = "A woman in a yellow coat rides a bicycle through the park"
POSTURE = "ride"

build = _riding.build
