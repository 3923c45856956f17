"""Riding an elephant."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("ride on elephant",)
EXAMPLE = "A boy rides an elephant"
POSTURE = "ride"

build = _riding.build
