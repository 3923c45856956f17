"""The camera turns to the right on its foot; the subject crosses the frame."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _turn
from filmwright.scene.nodes import Camera

WORDS = ("pan right", "pans right", "panning right", "camera pans right")
EXAMPLE = "A man in a jacket stands on a beach, pan right"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _turn.pan(framing, speed, frames, fps, sign=-1)
