"""The camera circles the subject, travelling to its own right."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _travel
from filmwright.scene.nodes import Camera

WORDS = ("orbit right", "orbits right", "circles right", "arc right")
EXAMPLE = "A man in a sweater stands on a beach, orbit right"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _travel.orbit(framing, speed, frames, fps, sign=1)
