"""The camera goes ahead of the subject, who walks towards it."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _along
from filmwright.scene.nodes import Camera

WORDS = ("lead", "leading shot", "camera leads")
EXAMPLE = "A man in a sweater walks on a beach, the camera leads him"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _along.lead(framing, frames)
