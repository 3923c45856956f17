"""The camera nods downwards on its foot."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _turn
from filmwright.scene.nodes import Camera

WORDS = ("tilt down", "tilts down", "tilting down", "camera tilts down")
EXAMPLE = "A man in a jacket stands in a snowy valley, tilt down"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _turn.tilt(framing, speed, frames, fps, sign=-1)
