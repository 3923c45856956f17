"""The camera travels away from the subject."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _travel
from filmwright.scene.nodes import Camera

WORDS = ("dolly out", "dollies out", "pull out", "pull back", "pulls back")
EXAMPLE = "A woman in a dress stands in a cafe, slow dolly out"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _travel.dolly(framing, speed, frames, fps, sign=-1)
