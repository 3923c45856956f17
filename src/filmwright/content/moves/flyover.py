"""A drone flies forward over the place."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _drone
from filmwright.scene.nodes import Camera

WORDS = ("drone flyover", "flyover shot", "aerial flyover")
EXAMPLE = "A man in a jacket stands in a snowy valley, drone flyover"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _drone.flyover(framing, speed, frames, fps)
