"""A drone circles the subject and looks down at it."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _drone
from filmwright.scene.nodes import Camera

WORDS = ("drone circle", "drone circles around", "drone orbit")
EXAMPLE = "A man in a jacket stands in a snowy valley, drone circle"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _drone.circle(framing, speed, frames, fps)
