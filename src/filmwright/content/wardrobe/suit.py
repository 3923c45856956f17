"""A suit: a tailored jacket with notched lapels, flaps and two buttons, worn with a shirt, a tie and trousers of its cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("suit", "business suit")
EXAMPLE = "A man in a gray suit walks through the city"
MATERIALS = ("wool", "cotton", "silk", "leather", "denim")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("outer",)
WITH = (("shirt", "white"), ("tie", "burgundy"), ("trousers", ""), ("shoes", "black"))
LAYER = 5


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The jacket of a suit on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "suit", garment.pattern, stripes="pin")
    buttons = sewing.stuff(garment_tailored.horn(color), "rubber", "buttons")
    return garment_tailored.suit_jacket(sewing, sewing.stuff(color, material), buttons, seed_of(rng))
