"""The lens gets wider, the camera stands."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _lens
from filmwright.scene.nodes import Camera

WORDS = ("zoom out", "zooms out", "zooming out")
EXAMPLE = "A woman in a coat stands on a beach, zoom out"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _lens.zoom(framing, speed, frames, fps, sign=-1)
