"""The camera goes with the subject and keeps its distance."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _along
from filmwright.scene.nodes import Camera

WORDS = ("follow", "follows", "following", "tracking shot", "follow shot", "camera follows", "steadicam")
EXAMPLE = "A man in a sweater walks on a beach, the camera follows him"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _along.follow(framing, frames)
