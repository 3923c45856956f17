"""An afro: tight coils that stand off the head all round."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.fall import clear_of_the_eyes
from filmwright.content.figure.locks import scale_of
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import hairline, head_center, roots
from filmwright.content.figure.strands import cut, hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("afro", "natural hair", "kinky hair")
EXAMPLE = "A man with an afro dances in a nightclub"

_STANDS_M = {"short": 0.040, "medium": 0.070, "long": 0.105}  # how far it stands off the skin; chosen
_STEPS = 20


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """An afro on a head."""
    face, scale = landmarks(body), scale_of(body)
    reach = _STANDS_M.get(hair.length or "medium", 0.070) * scale
    points, normals = roots(body, face, hairline(body)._replace(crown=0.0), 11500, rng)
    middle = head_center(face) + [0.0, 0.008, 0.012]
    out = unit(points - middle)
    # Round as a ball: what grows low stands out less than what grows on top, nothing stands out over the brow.
    low = np.clip((0.15 - out[:, 2]) / 0.6, 0, 1)
    ahead = np.clip((-out[:, 1] - 0.45) / 0.5, 0, 1)
    length = reach * (1 - 0.50 * low) * (1 - 0.25 * ahead) * (0.30 + 0.70 * rng.random(len(points)) ** 0.45)
    way = unit(0.75 * out + 0.25 * normals + rng.normal(0, 0.16, out.shape) + ahead[:, None] * [0.0, 0.10, 0.22])
    t = np.linspace(0, 1, _STEPS)
    line = points[:, None] + way[:, None] * (t[None] * length[:, None])[..., None]
    strands = line + _coiled(way, t, length, rng)
    strands = clear_of_the_eyes(cut(strands, rng.uniform(0.8, 1.0, len(strands))), face)
    return piece("hair", [(strands, taper(0.00020, _STEPS, 0.6))], hair_color(hair.color), rng)


def _coiled(way: F64, t: F64, length: F64, rng: np.random.Generator) -> F64:
    """Offsets (s, k, 3) that wind strands round their way, tightly and each for itself."""
    count = len(way)
    x = unit(np.cross(way, np.array([0.31, 0.2, 0.93])))
    y = np.cross(way, x)
    turns = length / 0.013 * rng.uniform(0.8, 1.2, count)
    phase = rng.uniform(0, 6.28, count)
    hand = np.where(rng.random(count) < 0.5, 1.0, -1.0)
    angle = phase[:, None] + (hand * turns)[:, None] * 6.28 * t[None]
    size = rng.uniform(0.0022, 0.0050, (count, 1)) * np.minimum(t * 5, 1)[None]
    return np.asarray(x[:, None] * (np.cos(angle) * size)[..., None] + y[:, None] * (np.sin(angle) * size)[..., None])
