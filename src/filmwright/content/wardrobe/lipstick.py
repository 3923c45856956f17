"""Lipstick: no cloth, but color that the skin is painted with (figure/face_paint.py)."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("lipstick", "painted lips")
EXAMPLE = "A woman in a black dress and red lipstick stands in a cafe"
MATERIALS = ()
COLOR = "crimson"
LAYER = 0
PAINT = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Nothing of its own."""
    return Piece(nodes=())
