"""What is sewn onto a garment: slabs of cloth that lie on it, collars, bands, belts, buttons. All follow the cloth's weights.

A part is Cloth of its own, lifted a little off the surface it lies on and closed at its rim, so it casts its own small shadow.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure.garment import F64, I64, Cloth, from_shape
from filmwright.content.figure.garment_cut import faces_corners
from filmwright.content.figure.garment_fit import Fit, nearest
from filmwright.content.figure.garment_shell import trunk_mask
from filmwright.scene.shapes import box, point_normals


class Surface:
    """A cloth as ground for its parts: nearest weights, lifting onto it, its front as seen from ahead, its girth."""

    def __init__(self, fit: Fit, cloth: Cloth) -> None:
        self.fit, self.cloth = fit, cloth
        self.normals = cloth.normals()
        self.tree = cKDTree(cloth.points)
        self.trunk = trunk_mask(fit, cloth)
        self._faces: dict[float, tuple[I64, cKDTree]] = {}

    def weights(self, points: F64) -> F64:
        """Weights (n, B) of the cloth nearest to points (n, 3)."""
        distance, index = nearest(self.tree, points, 4)
        share = 1 / (distance + 1e-4)
        share /= share.sum(1, keepdims=True)
        return np.asarray((self.cloth.weights[index] * share[..., None]).sum(1))

    def normal(self, points: F64) -> F64:
        """Normals (n, 3) of the cloth nearest to points (n, 3)."""
        _, index = nearest(self.tree, points, 3)
        mean = self.normals[index].sum(1)
        return np.asarray(mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9))

    def lifted(self, points: F64, gap: float | F64, *, only_up: bool = False) -> F64:
        """Points (n, 3) put `gap` metres above the cloth; only_up leaves those already higher."""
        distance, index = nearest(self.tree, points, 3)
        normal = self.normal(points)
        share = 1 / (distance + 1e-4)
        share /= share.sum(1, keepdims=True)
        height = (((points[:, None] - self.cloth.points[index]) * normal[:, None]).sum(-1) * share).sum(1)
        move = gap - height
        if only_up:
            move = np.maximum(move, 0)
        return np.asarray(points + normal * np.asarray(move)[:, None])

    def face(self, x: F64, z: F64, *, back: bool = False) -> F64:
        """Points (…, 3) of the front (or back) of the trunk at x, z (arrays of one shape)."""
        sign = 1.0 if back else -1.0
        if sign not in self._faces:
            seen = np.flatnonzero(self.trunk & (self.normals[:, 1] * sign > 0.15))
            self._faces[sign] = seen, cKDTree(self.cloth.points[seen][:, [0, 2]])
        seen, tree = self._faces[sign]
        x, z = np.broadcast_arrays(np.asarray(x, float), np.asarray(z, float))
        flat = np.column_stack([x.ravel(), z.ravel()])
        distance, index = nearest(tree, flat, 4)
        p, n = self.cloth.points[seen[index]], self.normals[seen[index]]
        # Each of the four nearest points offers its tangent plane.
        y = p[..., 1] - (n[..., 0] * (flat[:, :1] - p[..., 0]) + n[..., 2] * (flat[:, 1:] - p[..., 2])) / n[..., 1]
        share = 1 / (distance + 1e-4)
        y = (y * share).sum(1) / share.sum(1)
        return np.column_stack([flat[:, 0], y, flat[:, 1]]).reshape(*x.shape, 3)

    def girth(self, z: float, angles: F64) -> F64:
        """Radii (k,) of the trunk of the cloth around its axis at height z, at angles (k,)."""
        p = self.cloth.points
        near = self.trunk & (np.abs(p[:, 2] - z) < 0.025 * self.fit.scale)
        out = p[near, :2] - self.fit.trunk.middle(np.full(int(near.sum()), z))
        angle, radius = np.arctan2(out[:, 1], out[:, 0]), np.linalg.norm(out, axis=1)
        apart = (angles[:, None] - angle[None] + np.pi) % (2 * np.pi) - np.pi
        kernel = np.exp(-((apart / 0.10) ** 2) - ((p[near, 2] - z)[None] / (0.010 * self.fit.scale)) ** 2) + 1e-12
        return np.asarray((kernel * radius).sum(1) / kernel.sum(1))


def slab(ground: Surface, grid: F64, thickness_m: float, *, around: bool = False, sunk_m: float = 0.002) -> Cloth:
    """A sheet of cloth through grid (m, n, 3), `thickness_m` thick, its rim closed down to the surface. around: its columns
    close into a ring. The winding follows the cloth below."""
    m, n = grid.shape[:2]
    i = np.arange(m * n).reshape(m, n)
    right = np.roll(i, -1, 1) if around else i[:, 1:]
    left = i if around else i[:, :-1]
    quads = np.stack([left[:-1], right[:-1], right[1:], left[1:]], -1).reshape(-1, 4)
    points = grid.reshape(-1, 3)
    normal = point_normals(points, quads)
    if (normal * ground.normal(points)).sum() < 0:
        quads, normal = quads[:, ::-1], -normal
    border = np.concatenate([i[0, :-1], i[:-1, -1], i[-1, :0:-1], i[:0:-1, 0]]) if not around else None
    top = points + normal * thickness_m
    weights = ground.weights(points)
    rims = [border] if border is not None else [i[0], i[-1]]
    outer = Cloth(top, quads, weights)
    for rim in rims:
        outer = _rim(outer, rim, points[rim] - normal[rim] * sunk_m, normal[rim] * thickness_m * 0.35)
    return outer


def _rim(cloth: Cloth, rim: I64, low: F64, bevel: F64) -> Cloth:
    """A closed wall from the points `rim` down to `low`, with a softened edge; wound outward."""
    n, k = len(cloth.points), len(rim)
    mid = cloth.points[rim] - bevel + (low - cloth.points[rim]) * 0.02
    first, second = n + np.arange(k), n + k + np.arange(k)
    nxt = np.roll(np.arange(k), -1)
    quads = np.concatenate(
        [
            np.stack([rim, rim[nxt], first[nxt], first], -1),
            np.stack([first, first[nxt], second[nxt], second], -1),
        ]
    )
    points = np.concatenate([cloth.points, mid, low])
    middle = cloth.points[rim].mean(0)
    normal = np.cross(points[quads[:, 1]] - points[quads[:, 0]], points[quads[:, 3]] - points[quads[:, 0]])
    if (normal * (points[quads[:, 0]] - middle)).sum() < 0:
        quads = quads[:, ::-1]
    weights = np.concatenate([cloth.weights, cloth.weights[rim], cloth.weights[rim]])
    return Cloth(points, np.concatenate([cloth.faces, quads]), weights)


def panel(
    ground: Surface,
    outline: Callable[[F64, F64], tuple[F64, F64]],
    shape: tuple[int, int],
    *,
    gap: float = 0.001,
    thickness: float = 0.002,
    back: bool = False,
) -> Cloth:
    """A patch on the front or back of the trunk: outline(u, v) with u, v in 0..1 gives its x and z in metres."""
    s = ground.fit.scale
    u, v = np.meshgrid(np.linspace(0, 1, shape[1]), np.linspace(0, 1, shape[0]))
    x, z = outline(u, v)
    grid = ground.face(x, z, back=back)
    flat = ground.lifted(grid.reshape(-1, 3), gap * s, only_up=True)
    return slab(ground, flat.reshape(grid.shape), thickness * s)


def placket(ground: Surface, top_z: float, bottom_z: float, *, width: float = 0.05, center: float = 0.0) -> Cloth:
    """The doubled strip down the front that carries the buttons; width and center in metres at scale 1."""
    s = ground.fit.scale
    rows = max(6, int((top_z - bottom_z) / (0.025 * s)))
    return panel(
        ground,
        lambda u, v: ((center + (u - 0.5) * width) * s, top_z + (bottom_z - top_z) * v),
        (rows, 4),
        gap=0.0025,
        thickness=0.0025,
    )


def buttons(ground: Surface, places: F64, radius: float, *, lift: float = 0.006, flat: bool = True) -> Cloth | None:
    """Round buttons at points (k, 3) on the cloth, radius and lift at scale 1. Each is stiff. None if there is no place."""
    if not len(places):
        return None
    s = ground.fit.scale
    rings = ((1.0, -0.6), (1.0, 0.25), (0.86, 0.42), (0.66, 0.30)) if flat else ((1.0, -0.5), (0.85, 0.3), (0.45, 0.6))
    sides = 14
    turn = np.arange(sides) * 2 * np.pi / sides
    points: list[F64] = []
    faces: list[I64] = []
    weights: list[F64] = []
    normals, rows = ground.normal(places), ground.weights(places)
    for place, normal, row in zip(places, normals, rows, strict=True):
        across = np.cross(normal, [0.0, 0.0, 1.0])
        across /= np.linalg.norm(across)
        upward = np.cross(across, normal)
        circle = np.outer(np.cos(turn), across) + np.outer(np.sin(turn), -upward)
        start = sum(len(p) for p in points)
        levels = [place + normal * (lift + h * radius * 0.5) * s + circle * (r * radius * s) for r, h in rings]
        points.append(np.concatenate([*levels, levels[-1].mean(0)[None]]))
        j = np.arange(sides)
        k = (j + 1) % sides
        for level in range(len(rings) - 1):
            a, b = start + level * sides, start + (level + 1) * sides
            faces.append(np.stack([a + j, b + j, b + k, a + k], -1))
        last = start + (len(rings) - 1) * sides
        faces.append(np.stack([last + j, np.full(sides, start + len(rings) * sides), last + k, np.full(sides, -1)], -1))
        weights.append(np.repeat(row[None], len(points[-1]), 0))
    cloth = Cloth(np.concatenate(points), np.concatenate(faces), np.concatenate(weights))
    out = cloth.normals() * ground.normal(cloth.points)
    return cloth if out.sum() > 0 else cloth._replace(faces=_flipped(cloth.faces))


def plate(ground: Surface, place: F64, size: tuple[float, float, float], *, lift: float) -> Cloth:
    """A stiff bevelled plate (a buckle) at a point (3,) of the cloth: its width, height and thickness, and how far its middle
    is lifted, in metres at scale 1."""
    s = ground.fit.scale
    normal = ground.normal(place[None])[0]
    across = np.cross([0.0, 0.0, 1.0], normal)
    across /= np.linalg.norm(across)
    frame = np.column_stack([across, np.cross(normal, across), normal])
    item = box(np.array(size) * s, bevel=0.4 * min(size) * s).turned(frame).moved(place + normal * lift * s)
    return from_shape(item, ground.weights(place[None])[0])


def _flipped(faces: I64) -> I64:
    return np.where(faces[:, 3:] >= 0, faces[:, ::-1], faces[:, [2, 1, 0, 3]])


def band(ground: Surface, loop: I64, depth: float, *, gap: float, thickness: float, rows: int = 5) -> Cloth:
    """A band round an edge of the cloth (cuff, waistband, ribbing), reaching `depth` back from the edge; all at scale 1."""
    s = ground.fit.scale
    p = ground.cloth.points[loop]
    back = inward(ground, loop)
    steps = np.linspace(-0.002 * s, depth * s, rows)
    grid = np.array([p + back * t for t in steps])
    lifted = ground.lifted(grid.reshape(-1, 3), gap * s).reshape(grid.shape)
    lifted[0] = p - back * 0.002 * s + ground.normals[loop] * gap * s
    for _ in range(4):
        lifted = 0.5 * lifted + 0.25 * (np.roll(lifted, 1, 1) + np.roll(lifted, -1, 1))
    return slab(ground, lifted, thickness * s, around=True, sunk_m=(gap + 0.002) * s)


def inward(ground: Surface, loop: I64) -> F64:
    """Unit directions (k, 3) along the cloth, away from its edge."""
    p, n = ground.cloth.points[loop], ground.normals[loop]
    along = np.roll(p, -1, 0) - np.roll(p, 1, 0)
    back = np.cross(along, n)
    back /= np.maximum(np.linalg.norm(back, axis=1, keepdims=True), 1e-9)
    trial = nearest(ground.tree, p + back * 0.02 * ground.fit.scale, 1)[0].sum()
    other = nearest(ground.tree, p - back * 0.02 * ground.fit.scale, 1)[0].sum()
    return back if trial <= other else -back


def belt(ground: Surface, z: float, *, width: float, gap: float = 0.004, thickness: float = 0.003) -> Cloth:
    """A belt round the trunk at height z (metres); width, gap, thickness at scale 1."""
    s = ground.fit.scale
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    rows = []
    for dz in (-0.5, -0.17, 0.17, 0.5):
        level = z + dz * width * s
        radius = ground.girth(level, angles) + gap * s
        for _ in range(3):
            radius = 0.5 * radius + 0.25 * (np.roll(radius, 1) + np.roll(radius, -1))
        middle = ground.fit.trunk.middle(np.full(len(angles), level))
        xy = middle + radius[:, None] * np.stack([np.cos(angles), np.sin(angles)], 1)
        rows.append(np.column_stack([xy, np.full(len(angles), level)]))
    return slab(ground, np.array(rows), thickness * s, around=True, sunk_m=gap * s)


def collar(
    ground: Surface,
    loop: I64,
    *,
    stand: float,
    fall: Callable[[F64], F64],
    gap: float = 0.006,
    opening_rad: float = 0.15,
    thickness: float = 0.003,
    roll: float = 0.008,
    above_z: float = -1.0,
) -> Cloth:
    """A collar that stands up `stand` from the edge of the neck, rolls over and falls outside by fall(angle) metres at scale 1;
    angle 0 is the front, ±pi the back. opening_rad of the front is left out, and what lies below above_z (metres)."""
    s = ground.fit.scale
    order, angle = from_front(ground, loop, opening_rad)
    high_enough = ground.cloth.points[order, 2] > above_z
    order, angle = order[high_enough], angle[high_enough]
    p = ground.cloth.points[order]
    center = ground.cloth.points[loop].mean(0)
    back = inward(ground, loop)[_places(loop, order)]
    out = p - center
    out[:, 2] = 0
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    up = np.array([0.0, 0.0, 1.0])
    drop = fall(angle)[:, None] * s
    high, r = stand * s, roll * s
    rows = [
        p + back * 0.012 * s + out * 0.002 * s,
        p - out * 0.001 * s,
        p + up * high * 0.55 - out * 0.001 * s,
        p + up * high + out * r * 0.2,
        p + up * (high + r * 0.35) + out * r,
        p + up * (high - r * 0.1) + out * r * 1.8,
    ]
    outer = p + out * r * 1.9
    for t in (0.33, 0.66, 1.0):
        rows.append(
            outer * (1 - t) + (outer + back * drop) * t + up * (high * max(0.0, 0.8 - 2.4 * t)) + out * 0.004 * s
        )
    grid = np.array(rows)
    for k in (6, 7, 8):
        grid[k] = ground.lifted(grid[k], gap * s * (1.5 if k < 8 else 1.0), only_up=True)
        for _ in range(2):
            inner = grid[k].copy()
            inner[1:-1] = 0.5 * grid[k][1:-1] + 0.25 * (grid[k][2:] + grid[k][:-2])
            grid[k] = inner
    return slab_free(ground, grid, thickness * s)


def slab_free(ground: Surface, grid: F64, thickness_m: float) -> Cloth:
    """A sheet through grid (m, n, 3) that stands free of the cloth: both faces and the rim, weights of the cloth below."""
    m, n = grid.shape[:2]
    i = np.arange(m * n).reshape(m, n)
    quads = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4)
    points = grid.reshape(-1, 3)
    normal = point_normals(points, quads)
    tail = grid[-1]
    if (normal[-n:] * ground.normal(tail)).sum() < 0:
        quads, normal = quads[:, ::-1], -normal
    border = np.concatenate([i[0, :-1], i[:-1, -1], i[-1, :0:-1], i[:0:-1, 0]])
    nxt = np.roll(border, -1)
    k = m * n
    rim = np.stack([border, border + k, nxt + k, nxt], -1)
    top, low = points + normal * thickness_m * 0.5, points - normal * thickness_m * 0.5
    edge = np.cross(points[nxt] - points[border], normal[border])
    side = np.cross((low - top)[border], points[nxt] - points[border])
    if (edge * side).sum() < 0:
        rim = rim[:, ::-1]
    weights = ground.weights(points)
    return Cloth(
        np.concatenate([top, low]), np.concatenate([quads, quads[:, ::-1] + k, rim]), np.concatenate([weights, weights])
    )


def from_front(ground: Surface, loop: I64, opening_rad: float) -> tuple[I64, F64]:
    """The loop's points in order from the front's one side round the back to the other, and their angles (0 front, ±pi back)."""
    p = ground.cloth.points[loop]
    c = p.mean(0)
    angle = np.arctan2(p[:, 0] - c[0], -(p[:, 1] - c[1]))
    # In the loop's own order, starting at the point nearest to the front: sorting by angle would fold a V back on itself.
    start = int(np.argmin(p[:, 2] + 10 * np.abs(p[:, 0]) * (p[:, 1] < c[1]) + 100 * (p[:, 1] > c[1])))
    order = np.roll(np.arange(len(loop)), -start)
    keep = np.abs(angle[order]) > opening_rad
    order = order[keep]
    return loop[order], angle[order]


def _places(loop: I64, chosen: I64) -> I64:
    position = {int(p): k for k, p in enumerate(loop)}
    return np.array([position[int(c)] for c in chosen])


def edge_distance(part: Cloth) -> F64:
    """Distance (n,) in metres of each point of a part to the rim of its upper side (a slab's rim ends in open edges)."""
    a, b = faces_corners(part.faces)
    size = len(part.points)
    border = ~np.isin(a * size + b, b * size + a)
    return np.asarray(cKDTree(part.points[np.unique(a[border])]).query(part.points)[0])
