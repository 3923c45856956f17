"""The camera travels to the left, looking the same way."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _travel
from filmwright.scene.nodes import Camera

WORDS = ("truck left", "trucks left", "tracking left", "slide left", "slides left", "dolly left")
EXAMPLE = "A woman in a coat stands in a neon street, truck left"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _travel.truck(framing, speed, frames, fps, sign=-1)
