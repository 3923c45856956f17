"""Beards: strands on jaw, chin and lip, of six kinds."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.bodydata import BODY_POINTS
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face
from filmwright.content.figure.face_paint import beard_area
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle
from filmwright.content.figure.strands import hair_color, piece, undyed
from filmwright.content.kinds import Piece
from filmwright.errors import UnknownName
from filmwright.spec.shot import Hair


class Cut(NamedTuple):
    """How a beard is cut: its length on the `chin` and on the `lip` in metres, that of the cheeks against the chin's; `curl`: how much
    strands wind; `amount` of strands and their radius; `falls`: it is so long that it hangs over the chest."""

    chin: float
    lip: float
    cheeks: float = 0.45
    curl: float = 0.09
    amount: int = 7000
    radius_m: float = 0.00008
    falls: bool = False


# Lengths chosen by eye. A part that is 0 is shaved.
CUTS = {
    "full": Cut(chin=0.023, lip=0.012, cheeks=0.55, amount=9000, radius_m=0.00014),
    "short": Cut(chin=0.0085, lip=0.0068, cheeks=0.75, curl=0.05, amount=8500, radius_m=0.00012),
    "stubble": Cut(chin=0.0028, lip=0.0024, cheeks=0.9, curl=0.0, radius_m=0.000065),
    "goatee": Cut(chin=0.024, lip=0.009, cheeks=0.0, curl=0.06, amount=4200, radius_m=0.00012),
    "moustache": Cut(chin=0.0, lip=0.014, cheeks=0.0, curl=0.03, amount=3400, radius_m=0.00010),
    "long": Cut(chin=0.19, lip=0.024, cheeks=0.42, curl=0.05, amount=9500, radius_m=0.00012, falls=True),
}
_SPREAD = np.array([1, 1, 0.9, 0.75, 0.5, 0.15])


def build(body: Body, face: Face, hair: Hair, rng: np.random.Generator) -> Piece:
    """A beard of its kind ("full" if nobody told which) in the hair's color. Raises UnknownName for a kind there is not."""
    kind = hair.beard if isinstance(hair.beard, str) else "full"
    if kind not in CUTS:
        raise UnknownName("beard", kind, CUTS, where="hair.beard")
    cut = CUTS[kind]
    color = hair_color(undyed(hair.color) if kind in ("stubble", "short") else hair.color)
    points, normals = _roots(body, face, cut, rng)
    a = points[:, 0] / face.u
    b = (points[:, 2] - face.mouth[2]) / face.u
    lip = _on_lip(a, b)
    side = np.sign(a)
    fall = np.column_stack(
        [side * (0.75 * lip + 0.12), -0.15 + 0.25 * soft_step(np.abs(a), 0.6, 1.2), -1.0 + 0.45 * lip]
    )
    way = unit(normals * 0.45 + fall + rng.normal(0, 0.22 if cut.curl > 0.04 else 0.10, points.shape))
    cheek = soft_step(np.abs(a), 0.55, 1.10)
    length = cut.chin * (1 - (1 - cut.cheeks) * cheek) * (0.55 + 0.45 * soft_step(-b, 0.2, 0.8))
    reach = (length * (1 - lip) + cut.lip * lip) * rng.uniform(0.5, 1.1, len(points))
    if cut.falls:
        strands, radii = _falling(body, face, points, way, reach, rng), np.linspace(1, 0.25, _STEPS) * cut.radius_m
        return piece("beard", [(strands, radii)], color, rng)
    t = np.linspace(0, 1, 6)
    phase = rng.uniform(0, 6.28, len(points))
    across = np.cross(way, normals)
    curl = (np.sin(t[None] * 5 + phase[:, None]) - np.sin(phase)[:, None]) * cut.curl
    strands = (
        way[:, None] * t[None, :, None]
        + normals[:, None] * (t * (1 - 0.6 * t))[None, :, None] * 0.35
        + across[:, None] * curl[..., None]
        - np.array([0.0, 0.0, 0.25]) * (t**2)[None, :, None]
    )
    points = points[:, None] + strands * reach[:, None, None]
    return piece("beard", [(points, _SPREAD * cut.radius_m)], color, rng)


def _on_lip(a: F64, b: F64) -> F64:
    """Where the moustache is, 0..1, at face coordinates from the mouth."""
    return np.asarray(soft_step(b, 0.0, 0.1) * (np.abs(a) < 0.62))


_STEPS = 16


def _falling(body: Body, face: Face, points: F64, way: F64, reach: F64, rng: np.random.Generator) -> F64:
    """Strands (s, _STEPS, 3) that come down over the chest by their weight and draw together to a point."""
    obstacle = Obstacle(body, face)
    step = (reach / (_STEPS - 1))[:, None]
    lock = rng.integers(0, 40, len(points))  # strands of a lock wave alike
    phase, often = rng.uniform(0, 6.28, 40)[lock], rng.uniform(0.7, 1.3, 40)[lock]
    middle = np.array([0.0, face.mouth[1] - 0.10 * face.u])
    out = np.zeros((len(points), _STEPS, 3))
    p, going = points, way
    for k in range(_STEPS):
        out[:, k] = p
        t = k / (_STEPS - 1)
        pull = np.zeros_like(p)
        pull[:, 2] = -0.32
        pull[:, :2] += (middle - p[:, :2]) * (2.4 * t * np.minimum(reach / 0.1, 1.0))[:, None]
        pull[:, 0] += 0.16 * np.sin(9.0 * t * often + phase)
        going = unit(going + pull)
        p = obstacle.pushed(p + going * step, 0.003 + 0.006 * t)
    return out


def _roots(body: Body, face: Face, cut: Cut, rng: np.random.Generator) -> tuple[F64, F64]:
    quads = body.faces["body"]
    quads = quads[(body.points[quads][..., 2].min(1) > face.mouth[2] - 1.4 * face.u) & (quads.max(1) < BODY_POINTS)]
    corners = body.points[quads]
    area = np.linalg.norm(np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]), axis=1)
    area *= (
        (_grown(face, cut, corners.mean(1)) > 0.01) & (face.lips[quads].max(1) < 0.5) & (face.ears[quads].mean(1) < 0.5)
    )
    tries = cut.amount * 3
    pick = rng.choice(len(quads), tries, p=area / area.sum())
    s, t = rng.random((2, tries, 1))
    q = corners[pick]
    points = (q[:, 0] * (1 - s) + q[:, 1] * s) * (1 - t) + (q[:, 3] * (1 - s) + q[:, 2] * s) * t
    normals = unit(np.cross(q[:, 2] - q[:, 0], q[:, 3] - q[:, 1]))
    kept = rng.random(tries) < _grown(face, cut, points)
    return points[kept][: cut.amount], normals[kept][: cut.amount]


def _grown(face: Face, cut: Cut, points: F64) -> F64:
    """How thickly a beard of a cut grows at points (..., 3), 0..1."""
    area = beard_area(face, points)
    a, b = np.abs(points[..., 0]) / face.u, (points[..., 2] - face.mouth[2]) / face.u
    if cut.cheeks == 0:
        area = area * (1 - soft_step(a, 0.40, 0.52))
    if cut.chin == 0:
        area = area * soft_step(b, -0.02, 0.06)
    return np.asarray(area)
