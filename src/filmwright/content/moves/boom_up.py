"""The camera rises on a crane and keeps its subject in frame."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _travel
from filmwright.scene.nodes import Camera

WORDS = ("boom up", "booms up", "crane up", "cranes up", "pedestal up")
EXAMPLE = "A man in a jacket stands in a snowy valley, boom up"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _travel.boom(framing, speed, frames, fps, sign=1)
