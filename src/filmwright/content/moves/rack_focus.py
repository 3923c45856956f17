"""Focus goes over from the background, or from somebody else, to the subject."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _lens
from filmwright.scene.nodes import Camera

WORDS = ("rack focus", "racking focus", "focus pull")
EXAMPLE = "A woman in a coat stands in a neon street, rack focus"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _lens.rack(framing, speed, frames, fps)
