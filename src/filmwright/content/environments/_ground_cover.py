"""Boulders with a cap of snow, and tufts of grass."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color


def boulder(seed: int, *, snow: float) -> Shape:
    """A boulder about 1 m in radius, cut flat by random planes. Its snow is one thick rounded cap, its edge marked by the
    point attribute `snow`."""
    rng = np.random.default_rng([seed, 97])
    sides, levels = 40, 26
    lat = np.linspace(-math.pi / 2 + 0.02, math.pi / 2 - 0.02, levels)
    lon = np.arange(sides) * 2 * math.pi / sides
    way = np.stack(
        [
            np.outer(np.cos(lat), np.cos(lon)),
            np.outer(np.cos(lat), np.sin(lon)),
            np.repeat(np.sin(lat)[:, None], sides, 1),
        ],
        -1,
    ).reshape(-1, 3)
    stone = way * _cut(way, rng)[:, None] * np.array([1.0, 0.8 + 0.25 * rng.random(), 0.62])
    made = shapes.rings(stone.reshape(levels, sides, 3))
    normals = shapes.point_normals(made.points, made.faces)
    lying = np.clip((_smooth(made, normals[:, 2], 2) - 0.30) / 0.25, 0, 1) * min(1.0, snow * 1.5)
    lying = lying * np.clip((made.points[:, 2] + 0.25) / 0.3, 0, 1)
    thick = _smooth(made, lying, 3)
    points = made.points.copy()
    points[:, 2] += 0.13 * thick
    return made._replace(points=points, data={"snow": lying})


def _cut(way: F64, rng: np.random.Generator) -> F64:
    """Radius (n,) in each direction of a body cut by 16 planes, its edges slightly worn."""
    normals = rng.normal(size=(16, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    reach = 0.72 + 0.35 * rng.random(16)
    facing = np.maximum(way @ normals.T, 1e-3)
    per_plane = np.minimum(reach / facing, 3.0)
    return np.asarray((per_plane**-14.0).sum(axis=1) ** (-1 / 14.0))


def _smooth(made: Shape, values: F64, times: int) -> F64:
    """Per-point values averaged with their neighbors along the faces' edges."""
    quads = made.faces[made.faces[:, 3] >= 0]
    a = quads[:, [0, 1, 2, 3]].ravel()
    b = quads[:, [1, 2, 3, 0]].ravel()
    for _ in range(times):
        total, count = values.copy(), np.ones(len(values))
        np.add.at(total, a, values[b])
        np.add.at(total, b, values[a])
        np.add.at(count, a, 1)
        np.add.at(count, b, 1)
        values = total / count
    return np.asarray(values)


def tuft(seed: int, *, color: Color, blades: int = 18, height_m: float = 0.42) -> Shape:
    """A tuft of grass around the origin; attribute `tint` is darker at the foot."""
    rng = np.random.default_rng([seed, 41])
    turn = rng.random(blades) * 2 * math.pi
    foot = np.column_stack([rng.normal(0, 0.07, (blades, 2)), np.full(blades, -0.04)])
    tall = height_m * (0.55 + 0.6 * rng.random(blades))
    lean = 0.6 * tall * rng.random(blades)
    out = np.column_stack([np.cos(turn), np.sin(turn), np.zeros(blades)])
    side = np.column_stack([-out[:, 1], out[:, 0], np.zeros(blades)]) * 0.0075
    quads, tints = [], []
    for k in range(2):
        ends = []
        for q in (k / 2, (k + 1) / 2):
            middle = foot + out * (lean * q * q)[:, None]
            middle[:, 2] += tall * q
            ends.append((middle - side * (1.05 - q), middle + side * (1.05 - q)))
        quads.append(np.stack([ends[0][0], ends[0][1], ends[1][1], ends[1][0]], 1))
        tints.append(np.tile(np.array([k / 2, k / 2, (k + 1) / 2, (k + 1) / 2]), (blades, 1)))
    corners, height = np.concatenate(quads).reshape(-1, 3), np.concatenate(tints).ravel()
    vary = np.tile(np.repeat(0.7 + 0.6 * rng.random(blades), 4), 2)
    made = shapes.shape(corners, np.arange(len(corners)).reshape(-1, 4))
    return made._replace(data={"tint": np.asarray(color) * (vary * (0.4 + 0.6 * height))[:, None]})
