"""The camera stands still."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

WORDS = ("static shot", "static camera", "fixed camera", "locked off", "still camera", "tripod shot")
EXAMPLE = "A woman in a coat stands on a beach, static shot"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    eyes, aims = _rig.still(framing, frames)
    return _rig.camera(framing, eyes, aims)
