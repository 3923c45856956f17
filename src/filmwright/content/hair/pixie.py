"""A pixie cut: short at the nape and the ears, longer on top, swept across the brow."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.cropped import STEPS, Crop, standing
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.fall import clear_of_the_eyes
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, hairline, head_center, roots
from filmwright.content.figure.strands import hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("pixie cut", "pixie", "pixie haircut")
EXAMPLE = "A young woman with a blond pixie cut smiles in a café"


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A pixie cut on a head."""
    face = landmarks(body)
    points, normals = roots(body, face, hairline(body)._replace(front=0.44, crown=0.0, temple=0.0), 13000, rng)
    side = float(rng.choice([-1, 1]))
    crop = Crop(top=0.060, side=0.022, stand=0.10, comb=(side * 0.85, -0.30, 0.12), mess=0.20)
    strands = standing(face, points, normals, crop, rng)
    ahead = np.clip((-unit(points - head_center(face))[:, 1] - 0.1) / 0.6, 0, 1)[:, None]
    # What is swept across lies on the head, and low over the brow.
    t = np.linspace(0, 1, STEPS)[None]
    strands[..., 2] -= 0.012 * ahead * t**2
    gap = 0.002 + 0.014 * t**0.7 * rng.uniform(0.25, 1.0, (len(points), 1))
    flat = Obstacle(body, face).settled(
        strands[:, 1:].reshape(-1, 3), np.broadcast_to(gap[:, 1:], strands[:, 1:, 0].shape).ravel()
    )
    strands[:, 1:] = 0.4 * strands[:, 1:] + 0.6 * flat.reshape(len(points), STEPS - 1, 3)
    return piece("hair", [(clear_of_the_eyes(strands, face), taper(0.00023, STEPS, 0.4))], hair_color(hair.color), rng)
