"""Dreadlocks: ropes of matted hair that hang past the shoulders."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.fall import clear_of_the_eyes, grown, swing
from filmwright.content.figure.locks import scale_of, swinging
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import hairline, roots
from filmwright.content.figure.strands import hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("dreadlocks", "dreads", "rastas")
EXAMPLE = "A man with dreadlocks plays the guitar on the beach"

_LENGTH_M = {"short": 0.16, "medium": 0.28, "long": 0.40}  # of a rope from the crown, on a body of 1.7 m; chosen
_STEPS = 22
_APART_M = 0.017  # of the ropes on the scalp; chosen
_IN_ROPE = 64


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Dreadlocks on a head."""
    face, scale = landmarks(body), scale_of(body)
    length = _LENGTH_M.get(hair.length or "medium", 0.28) * scale
    line = hairline(body)._replace(crown=0.0)
    start, away = _spread(*roots(body, face, line, 1500, rng), _APART_M * scale)
    guides = grown(body, face, start, away, length, 0.0, lift_m=0.020, steps=_STEPS)
    t = np.linspace(0, 1, _STEPS)[None]
    often, turn = rng.uniform(1.0, 2.4, (len(start), 1)), rng.uniform(0, 6.28, (len(start), 1))
    bend = 0.005 * np.sin(6.28 * often * t + turn) * t
    guides = guides + bend[..., None] * np.array([0.8, 0.6, 0.0])
    guides = clear_of_the_eyes(guides, face)
    parts = [(_ropes(guides, rng, 0.0052 * scale), taper(0.00034, _STEPS, 0.8))]
    # Between the feet of the ropes the scalp is dark with hair.
    points, normals = roots(body, face, line, 3000, rng)
    short = points[:, None] + normals[:, None] * np.linspace(0, 0.006, _STEPS)[None, :, None]
    parts.append((short, taper(0.00022, _STEPS, 0.6)))
    return swinging(piece("hair", parts, hair_color(hair.color), rng), swing(body, face, length))


def _spread(points: F64, normals: F64, apart_m: float) -> tuple[F64, F64]:
    """Those of the roots (n, 3) and normals that are no nearer than `apart_m` to one taken before."""
    near = cKDTree(points).query_ball_point(points, apart_m)
    free = np.ones(len(points), bool)
    taken = []
    for k, others in enumerate(near):
        if free[k]:
            taken.append(k)
            free[others] = False
    return points[taken], normals[taken]


def _ropes(guides: F64, rng: np.random.Generator, radius_m: float) -> F64:
    """Strands (g * _IN_ROPE, k, 3) wound into a rope round each of the guides (g, k, 3), knobbly and blunt at the end."""
    count = len(guides)
    lines = np.repeat(guides, _IN_ROPE, axis=0)
    along = unit(np.gradient(lines, axis=1))
    x = unit(np.cross(along, np.array([0.31, 0.95, 0.1])))
    y = np.cross(along, x)
    t = np.linspace(0, 1, guides.shape[1])[None]
    knob = 1 + 0.13 * np.sin(rng.uniform(16, 30, (count, 1)) * t + rng.uniform(0, 6.28, (count, 1)))
    thick = (
        radius_m * rng.uniform(0.8, 1.15, (count, 1)) * knob * np.interp(t, [0, 0.05, 0.93, 1], [0.7, 1.0, 0.95, 0.55])
    )
    out = np.sqrt(rng.uniform(0.15, 1.1, (len(lines), 1)))
    turn = rng.uniform(0, 6.28, (len(lines), 1)) + t * rng.uniform(9, 16, (len(lines), 1))
    size = np.repeat(thick, _IN_ROPE, axis=0) * out
    return np.asarray(lines + x * (np.cos(turn) * size)[..., None] + y * (np.sin(turn) * size)[..., None])
