"""Sailing: sitting at the stern of a boat under sail, a hand on its tiller."""

from __future__ import annotations

from filmwright.content.actions import _riding

WORDS = ("sail",)
EXAMPLE = "A man in a blue jacket sails on the ocean"
POSTURE = "ride"
HOME = ("ocean",)

build = _riding.build
