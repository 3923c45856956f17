"""The camera turns to the left on its foot; the subject crosses the frame."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _turn
from filmwright.scene.nodes import Camera

WORDS = ("pan left", "pans left", "panning left", "camera pans left")
EXAMPLE = "A man in a jacket stands on a beach, pan left"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _turn.pan(framing, speed, frames, fps, sign=1)
