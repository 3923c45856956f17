"""No hair: a bald head."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.scalp import Hairline
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("bald head", "bald pate")
EXAMPLE = "A bald man in a black coat waits at a bus stop"


def line(body: Body) -> Hairline:
    """Hair grows nowhere."""
    return Hairline(top=-1.0)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Nothing on a head."""
    return Piece(nodes=())
