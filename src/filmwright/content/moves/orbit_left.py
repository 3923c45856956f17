"""The camera circles the subject, travelling to its own left."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _travel
from filmwright.scene.nodes import Camera

WORDS = ("orbit left", "orbits left", "circles left", "arc left")
EXAMPLE = "A man in a sweater stands on a beach, orbit left"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _travel.orbit(framing, speed, frames, fps, sign=-1)
