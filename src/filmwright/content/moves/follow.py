"""The camera goes with the subject and keeps its distance."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

WORDS = ("follow", "follows", "following", "tracking shot", "follow shot", "camera follows")
EXAMPLE = "A man in a sweater walks on a beach, the camera follows him"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    eyes, _ = _rig.still(framing, frames)
    moved = _rig.tracked(framing)
    moved[:, 2] *= 0.5  # a steady operator does not copy every rise of the ground
    return _rig.camera(framing, eyes + moved, _rig.reframed(framing, eyes + moved))
