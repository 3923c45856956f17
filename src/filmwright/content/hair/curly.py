"""Curly hair: locks that wind round themselves, standing off the head; "long" ones hang."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, hairline, head_center, roots
from filmwright.content.figure.strands import filled, hair_color, piece, shortened, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("curly hair", "curls")
EXAMPLE = "A young woman with curly black hair smiles in a café"

_STEPS = 22
_LENGTH_M = {"short": 0.075, "medium": 0.13, "long": 0.21}  # of the path of a lock, before it winds; chosen


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Curly hair on a head."""
    face = landmarks(body)
    line = hairline(body)
    scale = max(body.height_m / 1.7, 0.8)
    length = _LENGTH_M.get(hair.length or "medium", 0.13) * scale
    if body.gender > 0.5:
        length *= 0.55
    start, normals = roots(body, face, line, 420, rng)
    if not len(start):
        return Piece(nodes=())
    out = unit(start - head_center(face))
    obstacle = Obstacle(body, face)
    weight = 0.35 + 2.2 * length / 0.21  # long locks hang
    p, velocity = start, unit(0.5 * normals + 0.6 * out + rng.normal(0, 0.12, start.shape))
    guides = np.zeros((len(start), _STEPS, 3))
    step = length / (_STEPS - 1)
    for k in range(_STEPS):
        guides[:, k] = p
        velocity = unit(velocity + np.array([0.0, 0.0, -0.055 * weight]))
        low = (p[:, 1] < face.middle[1] + 0.75 * face.u) & (p[:, 2] < face.middle[2] + 1.0 * face.u)
        velocity[low] += np.column_stack([np.sign(p[low, 0]) * 0.22, np.full(low.sum(), 0.30), np.zeros(low.sum())])
        p = obstacle.pushed(p + unit(velocity) * step, 0.006 * min(1.0, (k + 1) / 4))
    points, _ = roots(body, face, line, 8500, rng)
    strands = filled(guides, points, rng, clump=0.72, share=0.25)
    nearest = np.asarray(cKDTree(start).query(points)[1])
    strands = strands + _wound(strands, nearest, rng, length)
    return piece(
        "hair", [(shortened(strands, rng, 0.75, 1.0), taper(0.00023, _STEPS, 0.45))], hair_color(hair.color), rng
    )


def _wound(strands: F64, lock: NDArray[np.int64], rng: np.random.Generator, length: float) -> F64:
    """Offsets (s, k, 3) that wind the strands of a lock round its line, all alike but for a little."""
    count = int(lock.max()) + 1
    turns = rng.uniform(0.8, 1.25, count)[lock] * length / 0.026
    phase = rng.uniform(0, 6.28, count)[lock] + rng.normal(0, 0.35, len(lock))
    radius = rng.uniform(0.0040, 0.0075, count)[lock] * rng.uniform(0.8, 1.2, len(lock))
    hand = np.where(rng.random(count) < 0.5, 1.0, -1.0)[lock]
    along = unit(np.gradient(strands, axis=1))
    x = unit(np.cross(along, np.array([0.31, 0.2, 0.93])))
    y = np.cross(along, x)
    t = np.linspace(0, 1, strands.shape[1])[None]
    angle = phase[:, None] + hand[:, None] * t * turns[:, None] * 6.28
    size = radius[:, None] * np.minimum(t * 5, 1)
    return np.asarray(x * (np.cos(angle) * size)[..., None] + y * (np.sin(angle) * size)[..., None])
