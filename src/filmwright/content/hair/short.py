"""Short hair, combed to a side or back; tight and coiled where hair grows so."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import hairline, head_center, roots
from filmwright.content.figure.strands import hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("short hair", "cropped hair")
EXAMPLE = "A man with short gray hair stands in a café"

_STEPS = 7


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Short hair on a head: longer on top, close at the sides, all of it swept one way with tufts that differ."""
    face = landmarks(body)
    line = hairline(body)
    points, normals = roots(body, face, line, 13000, rng)
    if not len(points):
        return Piece(nodes=())
    up = unit(points - head_center(face))
    top = np.clip((up[:, 2] - 0.25) / 0.5, 0, 1)
    female = body.gender < 0.5
    old = min(max((body.age_years - 50) / 30, 0), 1)
    length = (0.016 + (0.040 if female else 0.026) * top) * (1 - 0.25 * old) * rng.uniform(0.7, 1.1, len(points))
    side = float(rng.choice([-1, 1]))
    # Tufts: neighbors lean alike, so that light falls on locks and not on felt.
    cell = np.floor(points / 0.011).astype(np.int64)
    lock = (cell * np.array([73856093, 19349663, 83492791])).sum(1) % 997
    lean = rng.normal(0, 0.20, (997, 3))[lock] + rng.normal(0, 0.10, points.shape)
    crown = np.clip((-(points[:, 1] - head_center(face)[1])) / 0.08, -1, 1)[:, None]  # 1 at the brow, -1 behind
    comb = np.where(crown > -0.3, np.array([[side * 0.45, -0.15, 0.1]]), np.array([[0.0, 0.35, -0.7]]))
    down = np.array([0.0, 0.1, -0.75]) * (1 - top)[:, None]
    way = normals * (0.42 + 0.25 * top[:, None]) + comb * top[:, None] + down + lean
    way = way - normals * np.minimum((way * normals).sum(1, keepdims=True) - 0.22, 0)  # never into the skin
    way = unit(way)
    t = np.linspace(0, 1, _STEPS)[None, :, None]
    reach = length[:, None, None]
    fall = np.array([0.0, 0.0, -1.0]) * (t**2) * reach * 0.28
    strands = points[:, None] + way[:, None] * t * reach + fall + normals[:, None] * (t * (1 - t)) * reach * 0.25
    return piece("hair", [(strands, taper(0.00022, _STEPS, 0.4))], hair_color(hair.color), rng)
