"""Riding a motorcycle."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("ride motorbike",)
EXAMPLE = "A man in a leather jacket rides a motorcycle down the street"
POSTURE = "ride"

build = _riding.build
