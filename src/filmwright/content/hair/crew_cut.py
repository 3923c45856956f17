"""A crew cut: clipped close at the sides, a little longer on top, standing up."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.cropped import STEPS, Crop, cropped
from filmwright.content.figure.scalp import hairline
from filmwright.content.figure.strands import hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("crew cut", "buzz cut", "military cut")
EXAMPLE = "A man with a blond crew cut stands in a harbor"


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A crew cut on a head."""
    crop = Crop(top=float(rng.uniform(0.011, 0.020)), side=0.0045, stand=0.75, comb=(0.0, -0.25, 0.25), mess=0.14)
    strands = cropped(body, hairline(body)._replace(soft=0.07), crop, rng)
    return piece("hair", [(strands, taper(0.00017, STEPS, 0.5))], hair_color(hair.color), rng)
