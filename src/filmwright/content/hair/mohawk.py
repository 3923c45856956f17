"""A mohawk: a crest from the brow to the nape, the sides shaved."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.cropped import STEPS, Crop, standing
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.fall import clear_of_the_eyes
from filmwright.content.figure.locks import scale_of, together
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import hairline, head_center, roots
from filmwright.content.figure.strands import hair_color, piece, taper, undyed
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("mohawk", "mohican")
EXAMPLE = "A young man with a green mohawk walks in a busy street"

_HALF_M = 0.021  # of the crest's width at its foot; chosen
_TALL_M = {"short": 0.040, "medium": 0.075, "long": 0.12}
_STEPS = 10


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A mohawk on a head."""
    face, scale = landmarks(body), scale_of(body)
    line = hairline(body)._replace(crown=0.0, temple=0.0)
    points, normals = roots(body, face, line, 42000, rng)
    up = unit(points - head_center(face))
    crest = (np.abs(points[:, 0]) < _HALF_M * scale * (0.75 + 0.25 * np.clip(up[:, 2], 0, 1))) & (up[:, 2] > -0.35)
    stubble = np.flatnonzero(~crest)[:6500]
    crop = Crop(top=0.0034, side=0.0030, stand=0.9, comb=(0.0, 0.0, 0.0), mess=0.10)
    sides = standing(face, points[stubble], normals[stubble], crop, rng)
    roots_of, out = points[crest], up[crest]
    tall = _TALL_M.get(hair.length or "medium", 0.075) * scale * (0.55 + 0.45 * np.clip(out[:, 2] + 0.35, 0, 1))
    spike = np.floor(np.arctan2(out[:, 1], out[:, 2]) / 0.17).astype(np.int64) % 64  # strands stick together in spikes
    lean = rng.normal(0, 0.05, (64, 3))[spike]
    t = np.linspace(0, 1, _STEPS)[None, :, None]
    way = unit(out * [0.15, 1.0, 1.0] + lean + rng.normal(0, 0.035, out.shape) + [0.0, -0.05, 0.25])
    reach = (tall * rng.uniform(0.8, 1.05, len(tall)))[:, None, None]
    inward = (roots_of * [1.0, 0.0, 0.0])[:, None] * (t**0.8) * 0.85  # the crest is a blade
    crest_strands = roots_of[:, None] + way[:, None] * reach * t - inward
    color, grown = hair_color(hair.color), hair_color(undyed(hair.color))
    return together(
        piece("hair", [(clear_of_the_eyes(crest_strands, face)[:6000], taper(0.00022, _STEPS, 0.4))], color, rng),
        piece("hair stubble", [(sides, taper(0.00009, STEPS, 0.7))], grown, rng),
    )
