"""Flesh as blended signed distances, and the mesh of its surface. Axes: x to the right, y forward, z up; metres.

A `Blob` is one mass of flesh. Blobs are blended in their order by a cubic smooth minimum (a `cut` takes away) and the surface is
meshed by surface nets on a grid that is finer where the animal is. Only grid blocks near the surface are evaluated.
Source of the methods: Gibson, "Constrained elastic surface nets", 1998; Taubin, "A signal processing approach to fair surface
design", 1995.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.spatial import cKDTree

from filmwright.scene.shapes import F64, Shape, curve, shape

_FAR = 1e3  # a distance no animal reaches
_BLOCK = 4  # grid points of a block along each axis; chosen


class Blob(NamedTuple):
    """A mass: distance (n,) of points (n, 3), negative inside; the box it lies in; how softly it blends, in metres."""

    distance: Callable[[F64], F64]
    low: F64
    high: F64
    blend_m: float
    cut: bool = False


class Frame(NamedTuple):
    """A place and three axes (3,): forward, right, up."""

    origin: F64
    forward: F64
    right: F64
    up: F64

    def at(self, u: float, x: float, z: float, scale: float) -> F64:
        """The point so far forward, right and up, in units of `scale` metres."""
        return np.asarray(self.origin + scale * (u * self.forward + x * self.right + z * self.up))


UPRIGHT = Frame(np.zeros(3), np.array([0.0, 1, 0]), np.array([1.0, 0, 0]), np.array([0.0, 0, 1]))


def unit(v: ArrayLike) -> F64:
    """Vectors of length one along the last axis."""
    a = np.asarray(v, float)
    return np.asarray(a / np.maximum(np.linalg.norm(a, axis=-1, keepdims=True), 1e-12))


def ball(center: ArrayLike, radii: ArrayLike, blend_m: float, frame: Frame = UPRIGHT, *, cut: bool = False) -> Blob:
    """An ellipsoid of radii (forward, right, up) in the axes of a frame."""
    c = np.asarray(center, float)
    r = np.broadcast_to(np.asarray(radii, float), (3,))
    axes = np.stack([frame.forward, frame.right, frame.up])

    def distance(points: F64) -> F64:
        return _ellipsoid((points - c) @ axes.T, r)

    reach = np.abs(axes.T) @ r
    return Blob(distance, c - reach, c + reach, blend_m, cut)


def balls(centers: F64, radii: F64, blend_m: float) -> Blob:
    """Many small spheres (n, 3) as one mass, like curls of wool."""
    tree = cKDTree(centers)
    few = min(4, len(centers))

    def distance(points: F64) -> F64:
        reach, index = tree.query(points, k=few)
        each = reach - radii[index]
        out = each[:, 0]
        for k in range(1, few):
            out = _smooth_minimum(out, each[:, k], 0.6 * blend_m)
        return np.asarray(out)

    most = float(radii.max())
    return Blob(distance, centers.min(0) - most, centers.max(0) + most, blend_m)


def _ellipsoid(q: F64, radii: F64) -> F64:
    """Near distance (n,) to an ellipsoid; exact on the surface. radii (3,) or (n, 3)."""
    k0 = np.sqrt(((q / radii) ** 2).sum(1))
    k1 = np.sqrt(((q / radii**2) ** 2).sum(1))
    return np.asarray(k0 * (k0 - 1) / np.maximum(k1, 1e-9))


def tube(
    path: ArrayLike, across: ArrayLike, deep: ArrayLike, blend_m: float, side: ArrayLike = (1, 0, 0), *, steps: int = 16
) -> Blob:
    """An oval limb along path (m, 3): its radius is `across` along the direction `side` and `deep` the other way; round ends."""
    rows = curve(np.column_stack([path, across, deep]), steps)
    c, a, b = rows[:, :3], np.maximum(rows[:, 3], 1e-4), np.maximum(rows[:, 4], 1e-4)
    s = np.asarray(side, float)
    ab = np.diff(c, axis=0)
    along = unit(ab)
    first = unit(s - along * (along @ s)[:, None])
    second = np.cross(along, first)
    lengths = np.maximum((ab**2).sum(1), 1e-12)

    def distance(points: F64) -> F64:
        # |p - c - t ab|² opened up: two products of matrices and a few passes over (n, segments).
        ahead = points @ ab.T - (c[:-1] * ab).sum(1)
        t = np.clip(ahead / lengths, 0, 1)
        near = (c[:-1] ** 2).sum(1) - 2.0 * (points @ c[:-1].T) + t * (t * lengths - 2.0 * ahead)
        i = near.argmin(1)
        f = np.take_along_axis(t, i[:, None], 1)
        q = points - c[i] - f * ab[i]
        ra, rb = a[i] + f[:, 0] * (a[i + 1] - a[i]), b[i] + f[:, 0] * (b[i + 1] - b[i])
        local = np.stack([(q * first[i]).sum(1), (q * second[i]).sum(1), (q * along[i]).sum(1)], 1)
        # Round at its ends; where it bends, as thick on the outside as beside it.
        ends = ((i == 0) & (f[:, 0] <= 0)) | ((i == len(ab) - 1) & (f[:, 0] >= 1))
        return _ellipsoid(local, np.stack([ra, rb, np.where(ends, np.minimum(ra, rb), np.maximum(ra, rb))], 1))

    reach = np.maximum(a, b)[:, None]
    return Blob(distance, (c - reach).min(0), (c + reach).max(0), blend_m)


def loft(frame: Frame, rows: ArrayLike, scale: float, blend_m: float, *, power: float = 2.2) -> Blob:
    """A mass drawn by its outlines: rows (u, top, bottom, half width) along the forward axis, in units of `scale` metres.
    `power` over 2 makes its section boxier."""
    table = curve(rows, 160)
    u = np.maximum.accumulate(table[:, 0] + np.arange(160) * 1e-9) * scale
    top, bottom, half = (table[:, k] * scale for k in (1, 2, 3))
    axes = np.stack([frame.forward, frame.right, frame.up])
    least = 0.004 * scale

    def distance(points: F64) -> F64:
        q = (points - frame.origin) @ axes.T
        t, b, w = (np.interp(q[:, 0], u, column) for column in (top, bottom, half))
        tall, wide = np.maximum((t - b) / 2, least), np.maximum(w, least)
        k = (np.abs(q[:, 1] / wide) ** power + np.abs((q[:, 2] - (t + b) / 2) / tall) ** power) ** (1 / power)
        d = (k - 1) * np.minimum(wide, tall)
        out = np.maximum(np.maximum(u[0] - q[:, 0], q[:, 0] - u[-1]), 0)
        return np.asarray(np.where(out > 0, np.hypot(np.maximum(d, 0), out), d))

    corners = np.array(
        [
            frame.origin + axes.T @ [a, s * half.max(), z]
            for a in (u[0], u[-1])
            for s in (-1, 1)
            for z in (top.max(), bottom.min())
        ]
    )
    return Blob(distance, corners.min(0), corners.max(0), blend_m)


def blended(blobs: Sequence[Blob], points: F64, reach_m: float) -> F64:
    """The field (n,) at loose points; each blob counts where it is nearer than `reach_m` beyond its blend."""
    field = np.full(len(points), _FAR)
    for blob in blobs:
        m = blob.blend_m + reach_m
        near = np.flatnonzero(((points > blob.low - m) & (points < blob.high + m)).all(1))
        if len(near):
            d = blob.distance(points[near])
            sign = -1.0 if blob.cut else 1.0
            field[near] = sign * _smooth_minimum(sign * field[near], d, blob.blend_m)
    return field


def _smooth_minimum(a: F64, b: F64, k: float) -> F64:
    h = np.maximum(k - np.abs(a - b), 0) / max(k, 1e-9)
    return np.asarray(np.minimum(a, b) - h * h * h * k / 6)


def ticks(low: float, high: float, step: float, fine: Sequence[tuple[float, float, float]] = ()) -> F64:
    """Grid positions from low to high, `step` apart; inside each of `fine` (from, to, step) that step instead."""
    out = [low]
    while out[-1] < high:
        out.append(out[-1] + min([step, *(s for a, b, s in fine if a <= out[-1] <= b)]))
    return np.array(out)


def solid(blobs: Sequence[Blob], axes: tuple[F64, F64, F64], *, smooth: int = 3) -> Shape:
    """The surface of the right half of an animal (x >= 0) and its mirror image, on a grid of three axes; x starts at half a step."""
    xs = np.concatenate([-axes[0][::-1], axes[0]])
    half = _sampled(blobs, axes)
    points, faces = _surface_nets(np.concatenate([half[::-1], half]), (xs, axes[1], axes[2]))
    return shape(fair(points, faces, smooth), faces)


def _sampled(blobs: Sequence[Blob], axes: tuple[F64, F64, F64]) -> F64:
    """The field on a grid: exact near the surface, elsewhere only its sign."""
    counts = [len(a) for a in axes]
    blocks = [np.arange(0, n, _BLOCK) for n in counts]
    middles = [a[np.minimum(b + _BLOCK // 2, len(a) - 1)] for a, b in zip(axes, blocks)]
    steps = [float(np.diff(a).max()) for a in axes]
    diagonal = float(np.linalg.norm(steps)) * (_BLOCK / 2 + 1)
    mesh = np.stack(np.meshgrid(*middles, indexing="ij"), -1)
    coarse = blended(blobs, mesh.reshape(-1, 3), 2.0 * diagonal).reshape(mesh.shape[:3])
    field = np.repeat(np.repeat(np.repeat(coarse, _BLOCK, 0), _BLOCK, 1), _BLOCK, 2)
    field = field[: counts[0], : counts[1], : counts[2]].copy()
    near = np.repeat(np.repeat(np.repeat(np.abs(coarse) < 1.25 * diagonal, _BLOCK, 0), _BLOCK, 1), _BLOCK, 2)
    index = np.nonzero(near[: counts[0], : counts[1], : counts[2]])
    points = np.stack([a[i] for a, i in zip(axes, index)], 1)
    field[index] = blended(blobs, points, 3.0 * max(steps))
    return np.asarray(field)


def _surface_nets(field: F64, axes: tuple[F64, F64, F64]) -> tuple[F64, NDArray[np.int64]]:
    """Points (n, 3) and quads (f, 4): one point for each cell the surface crosses, one quad for each crossed edge."""
    n = np.array(field.shape)
    inside = field < 0
    corners = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    count = np.zeros(n - 1, np.int8)
    for i, j, k in corners:
        count += inside[i : n[0] - 1 + i, j : n[1] - 1 + j, k : n[2] - 1 + k]
    cells = np.argwhere((count > 0) & (count < 8))
    number = np.full(count.shape, -1, np.int64)
    number[tuple(cells.T)] = np.arange(len(cells))
    values = np.stack([field[tuple((cells + o).T)] for o in corners], 1)
    total, crossings = np.zeros((len(cells), 3)), np.zeros(len(cells))
    for a in range(8):
        for b in range(a + 1, 8):
            if np.abs(corners[a] - corners[b]).sum() == 1:
                va, vb = values[:, a], values[:, b]
                crossed = (va < 0) != (vb < 0)
                t = np.where(crossed, va / np.where(crossed, va - vb, 1.0), 0.0)
                total += crossed[:, None] * (corners[a] + t[:, None] * (corners[b] - corners[a]))
                crossings += crossed
    part = total / crossings[:, None]
    points = np.stack([a[c] + p * (a[c + 1] - a[c]) for a, c, p in zip(axes, cells.T, part.T)], 1)
    quads = []
    unit_steps = np.eye(3, dtype=int)
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        ahead, here = [slice(None)] * 3, [slice(None)] * 3
        ahead[axis], here[axis] = slice(1, None), slice(None, -1)
        at = np.argwhere(inside[tuple(here)] != inside[tuple(ahead)])
        at = at[(at[:, u] > 0) & (at[:, v] > 0) & (at[:, u] < n[u] - 1) & (at[:, v] < n[v] - 1)]
        around = (unit_steps[u] + unit_steps[v], unit_steps[v], 0 * unit_steps[u], unit_steps[u])
        quad = np.stack([number[tuple((at - o).T)] for o in around], 1)
        flip = ~inside[tuple(at.T)]
        quad[flip] = quad[flip][:, ::-1]
        quads.append(quad)
    return points, np.concatenate(quads)


def neighbors(faces: NDArray[np.int64], count: int) -> sparse.csr_matrix:
    """The mean over the neighbors of each point, as a matrix (count, count)."""
    edges = np.concatenate([faces[:, [k, (k + 1) % 4]] for k in range(4)])
    a, b = np.concatenate([edges, edges[:, ::-1]]).T
    matrix = sparse.csr_matrix((np.ones(len(a)), (a, b)), shape=(count, count))
    share = 1 / np.maximum(np.asarray(matrix.sum(1)).ravel(), 1)
    return sparse.csr_matrix(sparse.diags(share) @ matrix)


def fair(points: F64, faces: NDArray[np.int64], rounds: int) -> F64:
    """The points without the steps of the grid, their volume kept."""
    mean = neighbors(faces, len(points))
    for _ in range(rounds):
        for step in (0.5, -0.52):
            points = points + step * (mean @ points - points)
    return np.asarray(points)
