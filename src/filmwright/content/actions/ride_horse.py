"""Riding a horse, reins in both hands."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("horse riding",)
EXAMPLE = "A woman rides a white horse on the beach"
POSTURE = "ride"

build = _riding.build
