"""A tuxedo: a black suit with lapels of satin, worn with a white shirt and a bow tie."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("tuxedo",)
EXAMPLE = "A man in a tuxedo stands in a ballroom"
MATERIALS = ("wool", "silk", "cotton")
COLOR = "black"
COVERS = ("outer",)
WITH = (("shirt", "white"), ("bow_tie", "black"), ("trousers", ""), ("shoes", "black"))
LAYER = 5


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The jacket of a tuxedo on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "tuxedo")
    cloth = sewing.stuff(color, material)
    satin = sewing.stuff(toned(color, 0.9), "silk", "lapels")
    buttons = sewing.stuff(garment_tailored.horn(color), "silk", "buttons")
    return garment_tailored.suit_jacket(sewing, cloth, buttons, seed_of(rng), satin=satin)
