"""A shaved head: stubble of a few days."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.cropped import STEPS, Crop, cropped
from filmwright.content.figure.scalp import hairline
from filmwright.content.figure.strands import hair_color, piece, taper, undyed
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("shaved head", "shaven head", "buzzed hair")
EXAMPLE = "A woman with a shaved head stands on a rooftop"


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Stubble on a scalp."""
    crop = Crop(top=0.0032, side=0.0026, stand=0.9, comb=(0.0, 0.0, 0.0), mess=0.10, amount=11000)
    strands = cropped(body, hairline(body)._replace(soft=0.06), crop, rng)
    return piece("hair", [(strands, taper(0.00009, STEPS, 0.7))], hair_color(undyed(hair.color)), rng)
