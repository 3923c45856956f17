"""The camera comes nearer while its lens gets wider: the subject keeps its size, the background draws back."""

from __future__ import annotations

from filmwright.content.kinds import Framing
from filmwright.content.moves import _lens
from filmwright.scene.nodes import Camera

WORDS = ("dolly zoom", "vertigo effect", "zolly")
EXAMPLE = "A woman in a coat stands in a neon street, dolly zoom"


def build(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The Camera of the move."""
    return _lens.dolly_zoom(framing, speed, frames, fps)
