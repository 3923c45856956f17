"""Where hair grows on a head, and how strands keep out of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, bump
from filmwright.content.figure.paint import soft_step
from filmwright.scene.shapes import point_normals


class Hairline(NamedTuple):
    """front: how high the hair begins over the brow (sine of the elevation seen from the head's center); temple: how far it
    recedes there; crown: 0 full .. 1 bald on top; soft: width of its edge; top: the elevation above which none grows; nape: how much
    further down it grows behind than where it is clipped short."""

    front: float = 0.50
    temple: float = 0.0
    crown: float = 0.0
    soft: float = 0.09
    top: float = 1.3
    nape: float = 0.0


def hairline(body: Body) -> Hairline:
    """The hairline of somebody of that sex and age. Men's recedes from forty on. Chosen."""
    if body.gender < 0.5:
        return Hairline(front=0.46)
    age = min(max((body.age_years - 38) / 40, 0.0), 1.0)
    return Hairline(front=0.50 + 0.07 * age, temple=0.04 + 0.10 * age, crown=0.35 * age, soft=0.10 + 0.06 * age)


def head_center(face: Face) -> F64:
    """The middle of the skull."""
    return np.array([0.0, face.middle[1] + 1.5 * face.u, face.middle[2] + 0.33 * face.u])


def density(face: Face, line: Hairline, points: F64) -> F64:
    """How thickly hair grows at points (..., 3) of the head, 0..1."""
    d = points - head_center(face)
    d = d / np.maximum(np.linalg.norm(d, axis=-1, keepdims=True), 1e-9)
    flat = np.maximum(np.hypot(d[..., 0], d[..., 1]), 1e-6)
    ahead = -d[..., 1] / flat
    turn = np.abs(np.arctan2(d[..., 0], -d[..., 1]))
    front = -0.18 + (line.front + 0.18) * soft_step(ahead, 0.05, 0.75)
    back = -0.18 - (0.34 + line.nape) * np.clip(-ahead / 0.6, 0, 1)
    edge = np.where(ahead > 0, front, back) + line.temple * bump(turn - 0.75, 0.3)
    side = np.arctan2(d[..., 0], -d[..., 1])
    edge = (
        edge + 0.012 * np.sin(9 * side + 0.8) + 0.009 * np.sin(23 * side + 2.1) + 0.006 * np.sin(41 * side)
    )  # none grows straight
    grown = soft_step(d[..., 2], edge - 0.04, edge + line.soft)
    bald = line.crown * soft_step(d[..., 2], 0.55, 0.9) * soft_step(ahead, -0.75, -0.1)
    return np.asarray(grown * (1 - bald) * (1 - soft_step(d[..., 2], line.top - 0.16, line.top)))


def roots(
    body: Body,
    face: Face,
    line: Hairline,
    count: int,
    rng: np.random.Generator,
    *,
    hidden: NDArray[np.bool_] | None = None,
) -> tuple[F64, F64]:
    """Points (count, 3) spread over the scalp as thickly as hair grows, and the skin's normals there. Points whose whole face
    is `hidden` (19158,) carry none."""
    quads = body.faces["body"]
    low = face.middle[2] - 1.3 * face.u
    quads = quads[body.points[quads][..., 2].min(1) > low]
    if hidden is not None:
        quads = quads[~hidden[quads].all(1)]
    corners = body.points[quads]
    area = np.linalg.norm(np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]), axis=1)
    area *= (density(face, line, corners.mean(1)) > 0.01) & (face.ears[quads].mean(1) < 0.5)
    if area.sum() <= 0:
        return np.zeros((0, 3)), np.zeros((0, 3))
    tries = int(count * 1.8)
    pick = rng.choice(len(quads), tries, p=area / area.sum())
    s, t = rng.random((2, tries, 1))
    q = corners[pick]
    points = (q[:, 0] * (1 - s) + q[:, 1] * s) * (1 - t) + (q[:, 3] * (1 - s) + q[:, 2] * s) * t
    normals = np.cross(q[:, 2] - q[:, 0], q[:, 3] - q[:, 1])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    kept = rng.random(tries) < density(face, line, points)
    return points[kept][:count], normals[kept][:count]


class Obstacle:
    """What strands lie on: the skin and, below the neck, the clothes over it, as points with normals."""

    def __init__(self, body: Body, face: Face, *, cloth_m: float = 0.022) -> None:
        points, weights = [], []
        low = face.middle[2] - 0.42 * body.height_m / 1.7
        for group in ("body", "helper-tights"):
            quads = body.faces[group]
            quads = quads[(body.points[quads][..., 2] > low).all(1) & (np.abs(body.points[quads][..., 0]) < 0.3).all(1)]
            normal = point_normals(body.points, quads)
            for a, b in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
                share = np.array([(1 - a) * (1 - b), a * (1 - b), a * b, (1 - a) * b])
                points.append(np.einsum("k,fkc->fc", share, body.points[quads]))
                weights.append(np.einsum("k,fkc->fc", share, normal[quads]))
        self._points = np.concatenate(points)
        normals = np.concatenate(weights)
        self._normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
        self._tree = cKDTree(self._points)
        self._neck = body.marks["neck"]
        self._cloth_m = cloth_m

    def pushed(self, points: F64, gap_m: float | F64) -> F64:
        """Points (n, 3) moved out to at least `gap_m` over the skin, more where clothes are."""
        _, index = self._tree.query(points)
        over = ((points - self._points[index]) * self._normals[index]).sum(1)
        gap = gap_m + self._cloth_m * soft_step(self._neck + 0.03 - points[:, 2], 0.0, 0.09)
        return np.asarray(points + self._normals[index] * np.maximum(gap - over, 0)[:, None])

    def depth(self, points: F64) -> F64:
        """How deep points (n, 3) lie under the skin, in metres; negative outside."""
        _, index = self._tree.query(points)
        return np.asarray(-((points - self._points[index]) * self._normals[index]).sum(1))

    def settled(self, points: F64, gap_m: F64) -> F64:
        """Points (n, 3) brought to `gap_m` (n,) over the skin, from inside or outside."""
        _, index = self._tree.query(points)
        over = ((points - self._points[index]) * self._normals[index]).sum(1)
        return np.asarray(points + self._normals[index] * (gap_m - over)[:, None])
