"""A beard: strands on jaw, chin and lip."""

from __future__ import annotations

import numpy as np

from filmwright.bodydata import BODY_POINTS
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face
from filmwright.content.figure.face_paint import beard_area
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.strands import hair_color, piece
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

_COUNT = 7000
_RADIUS_M = 0.00008
_LENGTH_M = 0.015  # chosen: a trimmed beard


def build(body: Body, face: Face, hair: Hair, rng: np.random.Generator) -> Piece:
    """A trimmed full beard in the hair's color."""
    points, normals = _roots(body, face, rng)
    a = points[:, 0] / face.u
    b = (points[:, 2] - face.mouth[2]) / face.u
    lip = soft_step(b, 0.0, 0.1) * (np.abs(a) < 0.62)
    side = np.sign(a)
    fall = np.column_stack(
        [side * (0.75 * lip + 0.12), -0.15 + 0.25 * soft_step(np.abs(a), 0.6, 1.2), -1.0 + 0.45 * lip]
    )
    way = unit(normals * 0.45 + fall + rng.normal(0, 0.22, points.shape))
    shorter = (1 - 0.45 * lip) * (1 - 0.55 * soft_step(np.abs(a), 0.8, 1.15))
    reach = (
        _LENGTH_M * rng.uniform(0.5, 1.1, len(points)) * shorter * (0.55 + 0.45 * soft_step(-b, 0.2, 0.8) + 0.2 * lip)
    )
    t = np.linspace(0, 1, 6)
    phase = rng.uniform(0, 6.28, len(points))
    across = np.cross(way, normals)
    curl = (np.sin(t[None] * 5 + phase[:, None]) - np.sin(phase)[:, None]) * 0.09
    strands = (
        way[:, None] * t[None, :, None]
        + normals[:, None] * (t * (1 - 0.6 * t))[None, :, None] * 0.35
        + across[:, None] * curl[..., None]
        - np.array([0.0, 0.0, 0.25]) * (t**2)[None, :, None]
    )
    radii = np.array([1, 1, 0.9, 0.75, 0.5, 0.15]) * _RADIUS_M
    return piece("beard", [(points[:, None] + strands * reach[:, None, None], radii)], hair_color(hair.color), rng)


def _roots(body: Body, face: Face, rng: np.random.Generator) -> tuple[F64, F64]:
    quads = body.faces["body"]
    quads = quads[(body.points[quads][..., 2].min(1) > face.mouth[2] - 1.4 * face.u) & (quads.max(1) < BODY_POINTS)]
    corners = body.points[quads]
    area = np.linalg.norm(np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]), axis=1)
    area *= (
        (beard_area(face, corners.mean(1)) > 0.01) & (face.lips[quads].max(1) < 0.5) & (face.ears[quads].mean(1) < 0.5)
    )
    tries = _COUNT * 3
    pick = rng.choice(len(quads), tries, p=area / area.sum())
    s, t = rng.random((2, tries, 1))
    q = corners[pick]
    points = (q[:, 0] * (1 - s) + q[:, 1] * s) * (1 - t) + (q[:, 3] * (1 - s) + q[:, 2] * s) * t
    normals = unit(np.cross(q[:, 2] - q[:, 0], q[:, 3] - q[:, 1]))
    kept = rng.random(tries) < beard_area(face, points)
    return points[kept][:_COUNT], normals[kept][:_COUNT]
