"""Meshes in numpy: rings joined by quads, boxes, sweeps, lathes, grids; joined, moved, colored. No booleans.

A `Shape` is points (n, 3), faces (f, 4) (-1 in the last column is a triangle) and a material slot for each face.
Functions return new Shapes. Faces wind counter-clockwise seen from outside.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

F64 = NDArray[np.float64]
SMALL_HOLE = 0.12  # length of its rim against the square root of the area: a lathe's poles; chosen


class Shape(NamedTuple):
    """points (n, 3) metres, faces (f, 4), slot (f,) index of the material, data: per-point attributes."""

    points: F64
    faces: NDArray[np.int64]
    slot: NDArray[np.int64]
    data: dict[str, F64] = {}

    def moved(self, offset: ArrayLike) -> Shape:
        """This shape, carried by `offset`."""
        return self._replace(points=self.points + np.asarray(offset, float))

    def scaled(self, factor: ArrayLike) -> Shape:
        """This shape, scaled about the origin by one number or three (not negative: see `mirrored`)."""
        return self._replace(points=self.points * np.asarray(factor, float))

    def turned(self, matrix: F64) -> Shape:
        """This shape, rotated about the origin by a 3x3 matrix (see `rotation`)."""
        return self._replace(points=self.points @ np.asarray(matrix, float).T)

    def mirrored(self, axis: int = 0) -> Shape:
        """This shape in a mirror across the plane axis=0."""
        sign = np.ones(3)
        sign[axis] = -1
        faces = np.where(self.faces[:, 3:] >= 0, self.faces[:, ::-1], self.faces[:, [2, 1, 0, 3]])
        return self._replace(points=self.points * sign, faces=faces)

    def painted(self, slot: int) -> Shape:
        """This shape with every face in material slot `slot`."""
        return self._replace(slot=np.full(len(self.faces), slot, np.int64))

    def with_data(self, name: str, values: ArrayLike) -> Shape:
        """This shape with a per-point attribute: one value for all or one for each point."""
        v = np.asarray(values, float)
        if v.ndim == 0 or (v.shape == (3,) and len(self.points) != 3):
            v = np.broadcast_to(v, (len(self.points), *v.shape)).copy()
        return self._replace(data={**self.data, name: v})


def shape(points: ArrayLike, faces: ArrayLike, slot: int = 0) -> Shape:
    """A Shape from points and faces of three or four corners each."""
    p = np.asarray(points, float).reshape(-1, 3)
    f = np.asarray(faces, np.int64)
    if f.size == 0:
        f = np.zeros((0, 4), np.int64)
    if f.shape[1] == 3:
        f = np.column_stack([f, np.full(len(f), -1)])
    return Shape(p, f, np.full(len(f), slot, np.int64))


def join(shapes: Iterable[Shape]) -> Shape:
    """Several shapes as one. Attributes that one of them lacks are zero there."""
    items = [s for s in shapes if len(s.points)]
    if not items:
        return shape(np.zeros((0, 3)), np.zeros((0, 4)))
    offsets = np.cumsum([0] + [len(s.points) for s in items[:-1]])
    faces = np.concatenate([np.where(s.faces >= 0, s.faces + o, -1) for s, o in zip(items, offsets, strict=True)])
    keys = {k: s.data[k].shape[1:] for s in items for k in s.data}
    data = {
        k: np.concatenate([s.data.get(k, np.zeros((len(s.points), *tail))) for s in items]) for k, tail in keys.items()
    }
    return Shape(np.concatenate([s.points for s in items]), faces, np.concatenate([s.slot for s in items]), data)


def rotation(*, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> F64:
    """3x3 matrix that turns by x, then y, then z radians."""
    cx, sx, cy, sy, cz, sz = math.cos(x), math.sin(x), math.cos(y), math.sin(y), math.cos(z), math.sin(z)
    rx = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    ry = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    rz = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(rz @ ry @ rx)


def rings(stack: ArrayLike, *, closed: bool = False, caps: bool = True, around: bool = True, slot: int = 0) -> Shape:
    """Rings (m, n, 3) joined by quads. closed: the last ring meets the first; around=False: each ring is an open line;
    caps close the ends with fans."""
    r = np.asarray(stack, float)
    m, n = r.shape[:2]
    i = np.arange(m if closed else m - 1)[:, None]
    j = np.arange(n if around else n - 1)[None]
    quads = np.stack(
        np.broadcast_arrays(i * n + j, i * n + (j + 1) % n, ((i + 1) % m) * n + (j + 1) % n, ((i + 1) % m) * n + j), -1
    ).reshape(-1, 4)
    points = r.reshape(-1, 3)
    if caps and around and not closed:
        a, b = len(points), len(points) + 1
        points = np.concatenate([points, [r[0].mean(0), r[-1].mean(0)]])
        k = np.arange(n)
        first = np.column_stack([np.full(n, a), (k + 1) % n, k, np.full(n, -1)])
        last = np.column_stack([np.full(n, b), (m - 1) * n + k, (m - 1) * n + (k + 1) % n, np.full(n, -1)])
        quads = np.concatenate([quads, first, last])
    return Shape(points, quads.astype(np.int64), np.full(len(quads), slot, np.int64))


def box(size: ArrayLike, *, center: ArrayLike = (0, 0, 0), bevel: float = 0.0, slot: int = 0) -> Shape:
    """A box of sides (x, y, z); with a bevel its edges catch the light."""
    sx, sy, sz = (float(v) for v in np.asarray(size, float))
    b = min(bevel, sx / 2.01, sy / 2.01, sz / 2.01)
    if b <= 0:
        x, y, z = sx / 2, sy / 2, sz / 2
        ring = np.array([[-x, -y], [x, -y], [x, y], [-x, y]])
        stack = [np.column_stack([ring, np.full(4, h)]) for h in (-z, z)]
        p = np.concatenate(stack)
        f = [[0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7], [3, 2, 1, 0], [4, 5, 6, 7]]
        return shape(p, f, slot).moved(center)
    held = min(1.4 * b, (b + min(sx, sy, sz) / 2) / 2)  # a ring beside each bevel, so that flat sides are shaded flat
    levels = [(-sz / 2, held), (-sz / 2, b), (-sz / 2 + 0.3 * b, 0.3 * b), (-sz / 2 + b, 0.0), (-sz / 2 + held, 0.0)]
    levels += [(-h, s) for h, s in reversed(levels)]
    stack = [
        np.column_stack([rounded_rectangle(sx - 2 * s, sy - 2 * s, max(b - s, 0.1 * b)), np.full(12, h)])
        for h, s in levels
    ]
    return rings(np.array(stack), slot=slot).moved(center)


def rounded_rectangle(width: float, depth: float, radius: float, per_corner: int = 3) -> F64:
    """Outline (4·per_corner, 2) of a rounded rectangle around the origin, counter-clockwise."""
    r = min(radius, width / 2, depth / 2)
    corners = [(width / 2 - r, depth / 2 - r), (-width / 2 + r, depth / 2 - r)]
    corners += [(-width / 2 + r, -depth / 2 + r), (width / 2 - r, -depth / 2 + r)]
    out = []
    for k, (cx, cy) in enumerate(corners):
        a = (k + np.linspace(0, 1, per_corner)) * math.pi / 2
        out.append(np.column_stack([cx + r * np.cos(a), cy + r * np.sin(a)]))
    return np.concatenate(out)


def lathe(profile: ArrayLike, *, sides: int = 24, closed: bool = False, caps: bool = True, slot: int = 0) -> Shape:
    """Profile rows (radius, z), going up, turned about the z axis. closed: the profile is a loop (a rim, a tyre)."""
    p = np.asarray(profile, float)
    a = np.arange(sides) * 2 * math.pi / sides
    stack = np.stack(
        [np.outer(p[:, 0], np.cos(a)), np.outer(p[:, 0], np.sin(a)), np.repeat(p[:, 1:2], sides, axis=1)], -1
    )
    return rings(stack, closed=closed, caps=caps, slot=slot)


def curve(points: ArrayLike, count: int, *, closed: bool = False) -> F64:
    """`count` points along the Catmull-Rom spline through rows of control points (any number of columns)."""
    p = np.asarray(points, float)
    n = len(p)
    if closed:
        q = np.concatenate([p[-1:], p, p[:2]])
        t = np.linspace(0, n, count, endpoint=False)
    else:
        q = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
        t = np.linspace(0, n - 1 - 1e-9, count)
    i = t.astype(int)
    f = (t - i)[:, None]
    a, b, c, d = q[i], q[i + 1], q[i + 2], q[i + 3]
    return np.asarray(0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3))


def sweep(
    path: ArrayLike,
    radius: ArrayLike,
    *,
    sides: int = 8,
    closed: bool = False,
    flat: float = 1.0,
    caps: bool = True,
    slot: int = 0,
) -> Shape:
    """A round (flat < 1: oval) tube along path (m, 3); radius is a number or one a point. Frames do not twist."""
    p = np.asarray(path, float)
    r = np.broadcast_to(np.asarray(radius, float), (len(p),))
    if closed:
        t = np.roll(p, -1, 0) - np.roll(p, 1, 0)
    else:
        t = np.gradient(p, axis=0)
    t = t / np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
    u = np.cross(t[0], [0.0, 0.0, 1.0] if abs(t[0][2]) < 0.9 else [1.0, 0.0, 0.0])
    a = np.arange(sides) * 2 * math.pi / sides
    stack = []
    for k in range(len(p)):
        u = u - t[k] * (u @ t[k])
        u = u / max(float(np.linalg.norm(u)), 1e-12)
        w = np.cross(t[k], u)
        stack.append(p[k] + r[k] * (np.outer(np.cos(a), u) * flat + np.outer(np.sin(a), w)))
    return rings(np.array(stack), closed=closed, caps=caps, slot=slot)


def grid(xs: ArrayLike, ys: ArrayLike, heights: ArrayLike | float = 0.0, slot: int = 0) -> Shape:
    """A sheet over xs (nx,) and ys (ny,), or over xs (ny, nx) already spread out, with heights (ny, nx); it faces up."""
    y1 = np.asarray(ys, float)
    x = np.asarray(xs, float)
    if x.ndim == 1:
        x = np.broadcast_to(x, (len(y1), len(x)))
    ny, nx = x.shape
    y = np.broadcast_to(y1[:, None], (ny, nx)) if y1.ndim == 1 else y1
    z = np.broadcast_to(np.asarray(heights, float), (ny, nx))
    i = np.arange(ny * nx).reshape(ny, nx)
    faces = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4)
    return shape(np.stack([x, y, z], -1).reshape(-1, 3), faces, slot)


def extrude(outline: ArrayLike, height: float, *, bevel: float = 0.0, slot: int = 0) -> Shape:
    """A flat outline (n, 2), counter-clockwise and star-shaped about its middle, raised from z=0 to `height`."""
    o = np.asarray(outline, float)
    mid = o.mean(0)
    reach = max(float(np.abs(o - mid).max()), 1e-9)
    inner = mid + (o - mid) * (1 - bevel / reach)
    levels = [(0.0, o), (height, o)] if bevel <= 0 else [(0.0, inner), (bevel, o), (height - bevel, o), (height, inner)]
    return rings(np.array([np.column_stack([q, np.full(len(o), z)]) for z, q in levels]), slot=slot)


def ball(
    radius: ArrayLike, *, center: ArrayLike = (0, 0, 0), sides: int = 24, levels: int = 12, slot: int = 0
) -> Shape:
    """An ellipsoid with its pole up."""
    t = np.linspace(-math.pi / 2 + 1e-3, math.pi / 2 - 1e-3, levels)
    return (
        lathe(np.column_stack([np.cos(t), np.sin(t)]), sides=sides, slot=slot)
        .scaled(np.broadcast_to(np.asarray(radius, float), (3,)))
        .moved(center)
    )


def arrayed(item: Shape, poses: Sequence[tuple[ArrayLike, float]]) -> Shape:
    """Copies of one shape at (offset, yaw in radians)."""
    return join(item.turned(rotation(z=yaw)).moved(offset) for offset, yaw in poses)


def outward(item: Shape) -> Shape:
    """The shape with every part that is closed, but for a hole too small to be seen, wound so that it looks outward. Sheets stay."""
    flip = inside_out(item.points, item.faces)
    if not flip.any():
        return item
    turned = np.where(item.faces[:, 3:] >= 0, item.faces[:, ::-1], item.faces[:, [2, 1, 0, 3]])
    return item._replace(faces=np.where(flip[:, None], turned, item.faces))


def inside_out(points: F64, faces: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which faces (f,) belong to a closed part that is wound inwards."""
    quad = faces[:, 3] >= 0
    tri = np.concatenate([faces[:, [0, 1, 2]], faces[quad][:, [0, 2, 3]]])
    owner = np.concatenate([np.arange(len(faces)), np.flatnonzero(quad)])
    links = np.concatenate([tri[:, [0, 1]], tri[:, [1, 2]]])
    graph = coo_matrix((np.ones(len(links), np.int8), (links[:, 0], links[:, 1])), shape=(len(points),) * 2)
    count, part = connected_components(graph, directed=False)
    mine = part[tri[:, 0]]
    held = np.maximum(np.bincount(part, minlength=count), 1)
    middle = np.stack([np.bincount(part, points[:, k], count) / held for k in range(3)], 1)
    a, b, c = (points[tri[:, k]] - middle[mine] for k in range(3))
    cross = np.cross(b - a, c - a)
    volume = np.bincount(mine, np.einsum("ij,ij->i", a, np.cross(b, c)) / 6, count)
    area = np.bincount(mine, np.linalg.norm(cross, axis=1) / 2, count)
    sides = np.sort(np.concatenate([tri[:, [0, 1]], tri[:, [1, 2]], tri[:, [2, 0]]]), axis=1)
    # An edge as one number: rows are slow to sort.
    edges, times = np.unique(sides[:, 0].astype(np.int64) * len(points) + sides[:, 1], return_counts=True)
    rim = np.stack(np.divmod(edges[times == 1], len(points)), axis=1)
    open_m = np.bincount(part[rim[:, 0]], np.linalg.norm(points[rim[:, 0]] - points[rim[:, 1]], axis=1), count)
    closed = open_m < SMALL_HOLE * np.sqrt(area)
    wrong = closed & (volume < 0)
    out = np.zeros(len(faces), bool)
    out[owner[wrong[mine]]] = True
    return out


def point_normals(points: F64, faces: NDArray[np.int64]) -> F64:
    """Unit normals (n, 3) of the points, weighted by area."""
    tri = np.concatenate([faces[:, [0, 1, 2]], faces[faces[:, 3] >= 0][:, [0, 2, 3]]])
    normal = np.cross(points[tri[:, 1]] - points[tri[:, 0]], points[tri[:, 2]] - points[tri[:, 0]])
    corners, pulls = tri.T.ravel(), np.tile(normal, (3, 1))
    out = np.stack([np.bincount(corners, pulls[:, k], len(points)) for k in range(3)], axis=1)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12))
