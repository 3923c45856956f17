"""The camera is thrown round to its left and stops on the subject."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _turn
from filmwright.scene.nodes import Camera

WORDS = ("whip pan left", "swish pan left")
EXAMPLE = "A man in a jacket stands on a beach, whip pan left"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _turn.whip(framing, speed, frames, fps, sign=1)
