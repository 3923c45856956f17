"""A bald head with a wreath of hair left round its back and sides."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.cropped import STEPS, Crop, cropped
from filmwright.content.figure.scalp import Hairline
from filmwright.content.figure.strands import hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("tonsure", "wreath of hair", "fringe of hair")
EXAMPLE = "An old man with a tonsure reads in a library"


def line(body: Body) -> Hairline:
    """Where hair is left: none before the ears, none above the temples."""
    return Hairline(front=0.75, temple=0.2, soft=0.10, top=0.48)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A wreath of hair on a bald head."""
    crop = Crop(
        top=0.024, side=float(rng.uniform(0.014, 0.026)), stand=0.12, comb=(0.0, 0.4, -0.5), mess=0.22, amount=7500
    )
    strands = cropped(body, line(body), crop, rng)
    return piece("hair", [(strands, taper(0.00020, STEPS, 0.4))], hair_color(hair.color), rng)
