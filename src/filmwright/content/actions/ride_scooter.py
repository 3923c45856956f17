"""Riding a scooter."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("ride scooter",)
EXAMPLE = "A man in a leather jacket rides a scooter down the street"
POSTURE = "ride"

build = _riding.build
