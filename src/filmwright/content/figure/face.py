"""The face as a map: where eyes, nose and mouth are, and the skin's front surface over face coordinates.

Face coordinates everywhere: a = x / u and b = (z - height of the eyes) / u, where u is the distance between the eye centers
(about 6 cm). So what is placed on one face fits every other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike
from scipy.ndimage import distance_transform_edt, map_coordinates

from filmwright import bodydata
from filmwright.bodydata import BODY_POINTS
from filmwright.content.figure.body import F64, Body
from filmwright.scene.shapes import point_normals

_CELL = 0.008  # of u: resolution of the depth map, half a millimetre
_HALF_A, _LOW_B, _HIGH_B = 1.35, -2.4, 2.0  # what it spans, in face coordinates


@dataclass(frozen=True)
class Face:
    """Landmarks of a head at rest. u and eye_r_m in metres; middle: between the eyes; lips, ears (13380,) 0..1 of the skin's
    points; depth (h, w): y of the frontmost skin over face coordinates, normal (h, w, 3) its smoothed direction."""

    u: float
    eye_l: F64
    eye_r: F64
    eye_radius_m: float
    middle: F64
    mouth: F64
    nose: F64
    lips: F64
    ears: F64
    depth: F64
    normal: F64

    def surface(self, a: ArrayLike, b: ArrayLike) -> tuple[F64, F64]:
        """Points (n, 3) of the skin seen from the front at face coordinates, and its normals (n, 3)."""
        a, b = np.broadcast_arrays(np.asarray(a, float), np.asarray(b, float))
        at = np.stack([(b.ravel() - _LOW_B) / _CELL, (a.ravel() + _HALF_A) / _CELL])
        y = map_coordinates(self.depth, at, order=1, mode="nearest")
        points = np.stack([a.ravel() * self.u, y, self.middle[2] + b.ravel() * self.u], -1)
        normals = np.stack([map_coordinates(self.normal[..., k], at, order=1, mode="nearest") for k in range(3)], -1)
        normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-9)
        return points, normals

    def coordinates(self, points: F64) -> tuple[F64, F64]:
        """Face coordinates a, b of points (..., 3)."""
        return points[..., 0] / self.u, (points[..., 2] - self.middle[2]) / self.u


@lru_cache(maxsize=8)
def landmarks(body: Body) -> Face:
    """The Face of a body; the same object for the same body."""
    data = bodydata.load()
    eyes = [body.points[slice(*data.groups[f"helper-{s}-eye"])] for s in "lr"]
    eye_l, eye_r = body.spots["eye_l"], body.spots["eye_r"]
    middle = (eye_l + eye_r) / 2
    u = float(eye_l[0] - eye_r[0])
    skin = body.points[:BODY_POINTS]
    lips, ears = _at_points("lips"), _at_points("ears")
    weight = lips * (skin[:, 1] < middle[1] + 0.2 * u)
    head = skin[np.abs(skin[:, 2] - middle[2]) < 1.2 * u]
    depth, normal = _front(body, middle, u)
    return Face(
        u=u,
        eye_l=eye_l,
        eye_r=eye_r,
        eye_radius_m=float(np.ptp(eyes[0][:, 0]) / 2),
        middle=middle,
        mouth=np.asarray((skin * weight[:, None]).sum(0) / weight.sum()),
        nose=np.asarray(head[head[:, 1].argmin()]),
        lips=lips,
        ears=ears,
        depth=depth,
        normal=normal,
    )


def _at_points(mask: str) -> F64:
    """A mask's value at every skin point (13380,)."""
    data = bodydata.load()
    picture = data.mask(mask)
    size = len(picture)
    corner = np.zeros(BODY_POINTS, np.int64)
    corner[data.faces["body"].ravel()] = data.face_uv["body"].ravel()
    at = np.clip((data.uv[corner] * size).astype(int), 0, size - 1)
    return np.asarray(picture[at[:, 1], at[:, 0]], float)


def _front(body: Body, middle: F64, u: float) -> tuple[F64, F64]:
    """Depth map (h, w) of the skin seen from the front and its normals (h, w, 3): dense samples of every quad, nearest kept."""
    points = body.points
    faces = body.faces["body"]
    center = points[faces].mean(1)
    near = (
        (np.abs(center[:, 0]) < 1.5 * u)
        & (np.abs(center[:, 2] - middle[2]) < 2.7 * u)
        & (center[:, 1] < middle[1] + 1.8 * u)
    )
    quads = faces[near]
    normals = point_normals(points, faces)
    size = np.linalg.norm(np.ptp(points[quads], axis=1), axis=1)
    shape = (round((_HIGH_B - _LOW_B) / _CELL) + 1, round(2 * _HALF_A / _CELL) + 1)
    depth = np.full(shape, np.inf)
    normal = np.zeros((*shape, 3))
    for count, part in ((10, size < 0.05 * u * 1.5), (24, size >= 0.05 * u * 1.5)):
        weights = _shares(count)
        at = np.einsum("kn,fkc->fnc", weights, points[quads[part]]).reshape(-1, 3)
        row = np.round(((at[:, 2] - middle[2]) / u - _LOW_B) / _CELL).astype(int)
        column = np.round((at[:, 0] / u + _HALF_A) / _CELL).astype(int)
        inside = np.flatnonzero((row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1]))
        order = inside[np.argsort(-at[inside, 1], kind="stable")]  # the frontmost is written last
        front = np.full(shape, -1)
        front[row[order], column[order]] = order
        r, c = np.nonzero(front >= 0)
        y = at[front[r, c], 1]
        better = y < depth[r, c]
        r, c, y = r[better], c[better], y[better]
        quad, sample = np.divmod(front[r, c], weights.shape[1])
        depth[r, c] = y
        normal[r, c] = np.einsum("kn,nkc->nc", weights[:, sample], normals[quads[part][quad]])
    empty = ~np.isfinite(depth)
    where = distance_transform_edt(empty, return_distances=False, return_indices=True)
    return np.asarray(depth[tuple(where)]), np.asarray(normal[tuple(where)])


def _shares(count: int) -> F64:
    """How much of each corner of a quad (4, count²) there is at so many by so many points all over it."""
    t = (np.arange(count) + 0.5) / count
    s, t = (g.ravel() for g in np.meshgrid(t, t))
    return np.stack([(1 - s) * (1 - t), s * (1 - t), s * t, (1 - s) * t])


def lid_lines(face: Face, side: str) -> tuple[F64, F64]:
    """Upper and lower lid margins (n, 3), outer or inner corner first, found where the front of the head opens on the socket."""
    eye = face.eye_l if side == "l" else face.eye_r
    r = face.eye_radius_m
    upper, lower = [], []
    heights = np.linspace(-0.75, 0.75, 91) * r + eye[2]
    for x in np.linspace(-1.15, 1.15, 40) * r + eye[0]:
        points, _ = face.surface(np.full(91, x / face.u), (heights - face.middle[2]) / face.u)
        open_ = np.nonzero(points[:, 1] > eye[1] - 0.12 * r)[0]
        if len(open_) < 2 or open_[0] == 0 or open_[-1] == 90:
            continue
        lower.append(points[open_[0] - 1])
        upper.append(points[open_[-1] + 1])
    return _soft(np.array(upper)), _soft(np.array(lower))


def _soft(line: F64) -> F64:
    for _ in range(2):
        line = np.vstack([line[:1], 0.25 * line[:-2] + 0.5 * line[1:-1] + 0.25 * line[2:], line[-1:]])
    return line


def along(line: F64, t: ArrayLike) -> F64:
    """Points (n, 3) at shares t (n,) of the length of a polyline."""
    at = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    return np.stack([np.interp(np.asarray(t) * at[-1], at, line[:, k]) for k in range(3)], -1)


def bump(distance: ArrayLike, width: float) -> F64:
    """A Gaussian hill: 1 at distance 0, falling over `width`."""
    return np.asarray(np.exp(-((np.asarray(distance) / width) ** 2)))


# The brow's line in face coordinates: from a0 to a1, its height, its arch, its half thickness. Chosen on the portraits.
BROW_A0, BROW_A1, BROW_B, BROW_ARCH = 0.17, 0.92, 0.345, 0.13


def brow_line(q: ArrayLike) -> tuple[F64, F64]:
    """Face coordinates a, b of the brow at share q (0 inner, 1 outer end)."""
    q = np.asarray(q, float)
    fall = np.where(q > 0.68, np.cos((q - 0.68) * 2.6), 1.0)
    return BROW_A0 + (BROW_A1 - BROW_A0) * q, BROW_B + BROW_ARCH * np.sin(np.clip(q / 0.68, 0, 1) * np.pi / 2) * fall


def brow_thickness(q: ArrayLike, full: float) -> F64:
    """Half thickness of the brow at share q, in units of u."""
    return np.asarray(full * (1.05 - 0.75 * np.clip(np.asarray(q, float), 0, 1) ** 1.6))
