"""Riding whatever carries somebody."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("ride",)
EXAMPLE = "A girl rides a unicorn through a meadow"
POSTURE = "ride"

build = _riding.build
