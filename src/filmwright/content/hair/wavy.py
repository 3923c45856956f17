"""Long hair in soft waves, full at the sides."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.fall import clear_of_the_eyes, grown, swing, waved
from filmwright.content.figure.locks import scale_of, swinging
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import hairline, head_center, roots
from filmwright.content.figure.strands import filled, flyaways, hair_color, piece, shortened, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("wavy hair", "flowing hair")
EXAMPLE = "A young woman with wavy red hair smiles on the beach"

_LENGTH_M = {"short": 0.20, "medium": 0.29, "long": 0.42}  # of a strand from the crown, on a body of 1.7 m; chosen
_STEPS = 20


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Wavy hair on a head."""
    face = landmarks(body)
    length = _LENGTH_M.get(hair.length or "long", 0.42) * scale_of(body)
    line = hairline(body)._replace(front=0.43)
    part = float(rng.choice([-1, 1])) * 0.022
    start, away = roots(body, face, line, 700, rng)
    guides = grown(body, face, start, away, length, part, lift_m=0.024, steps=_STEPS)
    points, _ = roots(body, face, line, 10500, rng)
    strands = filled(guides, points, rng, clump=0.35, share=0.5)
    seeds = start[:: max(1, len(start) // 110)]
    strands = strands + waved(strands, seeds, rng, 0.0145, length / 0.088)
    strands = clear_of_the_eyes(shortened(_full(strands, face), rng, 0.74, 1.0), face)
    thin = clear_of_the_eyes(flyaways(strands, rng, 320, 0.014), face)
    parts = [(strands, taper(0.00029, _STEPS, 0.5)), (thin, taper(0.00007, _STEPS))]
    return swinging(piece("hair", parts, hair_color(hair.color), rng), swing(body, face, length))


def _full(strands: F64, face: Face) -> F64:
    """Strands moved out from the neck towards their ends, which the waves hold apart."""
    t = np.linspace(0, 1, strands.shape[1])[None, :, None]
    out = strands - head_center(face)
    out[..., 2] = 0.0
    return np.asarray(strands + unit(out) * 0.020 * np.clip((t - 0.45) / 0.4, 0, 1))
