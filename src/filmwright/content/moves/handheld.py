"""The camera is held by somebody who stands, sways and breathes; fast, it shakes."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _hands
from filmwright.scene.nodes import Camera

WORDS = ("handheld", "handheld camera", "hand held camera")
EXAMPLE = "A woman in a coat stands in a neon street, handheld camera"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _hands.held(framing, speed, frames, fps)
