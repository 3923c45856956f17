"""A blazer: a tailored jacket with notched lapels and metal buttons, over a shirt without a tie."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("blazer", "sport coat")
EXAMPLE = "A woman in a navy blazer stands in an office"
MATERIALS = ("wool", "cotton", "silk", "leather", "denim")
COLOR = "navy"
PATTERNS = _pattern.NAMES
COVERS = ("outer",)
WITH = (("shirt", "white"),)
LAYER = 5

BRASS = (0.66, 0.47, 0.20)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A blazer on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "blazer", garment.pattern, stripes="pin")
    cloth = sewing.stuff(color, material)
    return garment_tailored.suit_jacket(sewing, cloth, sewing.metal(BRASS, "buttons"), seed_of(rng))
