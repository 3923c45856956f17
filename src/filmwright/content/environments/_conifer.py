"""Conifers in three degrees of detail, as one Shape each: needles in material slot 0, bark in slot 1.

Point attributes: `tint` (n, 3) the color of the needles there, `snow` (n,) how much snow lies on the upper side.
What is near is a spray of twigs with pillows of snow, what is farther is sheets, what is far is a ragged cone: overlapping
foliage is what a path tracer pays for in a forest, so detail nobody can see is left out. "double" is the near tree's stand-in
for shadow and bounced rays: the same boughs as sheets, with a tenth of the faces.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

Detail = Literal["near", "double", "mid", "far"]
HEIGHT_M = 12.0
REACH = 0.23  # length of the lowest branches as a share of the height; chosen
NEEDLES, BARK = 0, 1


class Branches(NamedTuple):
    """Boughs of a tree: where they leave the trunk, which way, how long, and how they hang. Arrays of one length."""

    base_m: F64
    azimuth_rad: F64
    length_m: F64
    droop: F64
    snow: F64

    def outward(self) -> F64:
        """Unit vectors (b, 3) away from the trunk."""
        return np.column_stack([np.cos(self.azimuth_rad), np.sin(self.azimuth_rad), np.zeros(len(self.azimuth_rad))])

    def point(self, index: NDArray[np.int64], along: F64) -> F64:
        """Points (k, 3) on boughs `index` at 0..1 `along`: they hang, and turn up at the tip."""
        length = self.length_m[index]
        rise = length * (self.droop[index] * along + 0.30 * along**2)
        out = self.outward()[index] * (length * along)[:, None]
        out[:, 2] = self.base_m[index] + rise
        return np.asarray(out)


def conifer(seed: int, detail: Detail, *, needle: Color, snow: float) -> Shape:
    """A tree of HEIGHT_M standing on z = 0; `snow` 0..1 is how laden it is."""
    rng = np.random.default_rng([seed, 771])
    if detail == "far":
        return _shell(rng, needle, snow)
    boughs = _boughs(rng, spacing=1.9 if detail == "mid" else 1.0, snow=snow)
    parts = [_trunk(8 if detail == "near" else 5)]
    if detail == "near":
        parts += [_twigs(boughs, rng, needle), _pillows(boughs, rng)]
    else:
        parts.append(_sheets(boughs, rng, needle, fullness=1.0 if detail == "mid" else 0.6))
    return shapes.join(parts)


def _boughs(rng: np.random.Generator, *, spacing: float, snow: float) -> Branches:
    level, levels = 0.7, []
    while level < HEIGHT_M - 0.12:
        levels.append(level)
        level += spacing * (0.15 + 0.25 * (1 - level / HEIGHT_M) * (0.6 + 0.6 * rng.random()))
    counts = rng.integers(6, 9, len(levels))
    base = np.repeat(levels, counts) + rng.normal(0, 0.12, counts.sum())
    n = len(base)
    t = np.clip(base / HEIGHT_M, 0, 1)
    whorl = (1 - t) ** 0.85 * HEIGHT_M * REACH + 0.12
    # A gap or a long bough here and there, by azimuth, keeps the outline from being a perfect cone.
    azimuth = rng.random(n) * 2 * math.pi
    lobe = 1 + 0.16 * np.sin(azimuth * 2 + base * 1.3 + rng.random() * 6) + 0.1 * np.sin(azimuth * 5 - base * 2.1)
    length = whorl * (0.62 + 0.5 * rng.random(n)) * lobe
    droop = -0.26 - 0.38 * (1 - t) + rng.normal(0, 0.10, n)
    load = np.clip(snow * (0.35 + 0.9 * rng.random(n)), 0, 1)
    return Branches(base, azimuth, length, droop - 0.12 * load, load)


def _trunk(sides: int) -> Shape:
    trunk = shapes.lathe([(0.19, -0.8), (0.15, 1.5), (0.02, HEIGHT_M)], sides=sides, caps=False, slot=BARK)
    return trunk.with_data("tint", (0.05, 0.034, 0.024)).with_data("snow", 0.0)


def _twigs(boughs: Branches, rng: np.random.Generator, needle: Color) -> Shape:
    """Lens-shaped sprays along every bough, to both sides, some of them hanging: turned every way, so tiers have depth."""
    counts = np.maximum(4, (boughs.length_m / 0.15).astype(int))
    one_side = np.repeat(np.arange(len(counts)), counts)
    step = np.arange(len(one_side)) - np.repeat(np.cumsum(counts) - counts, counts)
    along = (step + 0.6) / counts[one_side]
    index, along = np.tile(one_side, 2), np.tile(along, 2)
    side_sign = np.repeat([-1.0, 1.0], len(one_side))
    n = len(index)
    start = boughs.point(index, along)
    out = boughs.outward()[index]
    side = np.column_stack([-out[:, 1], out[:, 0], np.zeros(n)]) * side_sign[:, None]
    hang = rng.random(n) < 0.34
    down = np.where(hang, 0.55 + 0.6 * rng.random(n), 0.06 + 0.26 * rng.random(n))
    spread = np.where(hang, 0.45, 0.9) * (0.7 + 0.5 * rng.random(n))
    way = side * spread[:, None] + out * (0.55 + 0.35 * rng.random(n))[:, None]
    way[:, 2] -= down
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    up = np.column_stack([rng.normal(0, 0.45, n), rng.normal(0, 0.45, n), np.ones(n)])
    across = np.cross(way, up)
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    length = boughs.length_m[index] * 0.30 * (1 - along) ** 0.7 * (0.7 + 0.5 * rng.random(n)) + 0.10
    width = (0.055 + 0.05 * rng.random(n))[:, None]
    lift = np.array([0.0, 0.0, 0.03])
    middle = start + way * (length * 0.45)[:, None]
    quad = np.stack([start, middle + across * width + lift, start + way * length[:, None], middle - across * width], 1)
    depth = 0.45 + 0.55 * along  # dark inside, as little sky reaches there
    shade = depth * (0.75 + 0.6 * rng.random(n))
    tint = np.asarray(needle)[None] * shade[:, None] * (1 + 0.25 * along[:, None] * np.array([1.0, 0.6, 0.2]))
    cover = np.clip(boughs.snow[index] * (0.25 + 0.9 * along) * ~hang * (0.4 + 0.9 * rng.random(n)), 0, 1)
    corner = np.array([0.5, 1.0, 0.6, 1.0])
    return _quads(quad, np.repeat(tint, 4, axis=0), (cover[:, None] * corner).ravel())


def _pillows(boughs: Branches, rng: np.random.Generator) -> Shape:
    """Snow that lies on the boughs as small roofs, so that it has a body and an edge."""
    laden = np.nonzero((boughs.snow > 0.3) & (rng.random(len(boughs.snow)) < 0.8) & (boughs.length_m > 0.3))[0]
    if not len(laden):
        return shapes.shape(np.zeros((0, 3)), np.zeros((0, 4)))
    n = len(laden)
    out = boughs.outward()[laden]
    side = np.column_stack([-out[:, 1], out[:, 0], np.zeros(n)])
    start, end = 0.15 + 0.4 * rng.random(n), 0.75 + 0.22 * rng.random(n)
    broad = (0.05 + 0.06 * boughs.length_m[laden]) * (0.6 + 0.8 * rng.random(n))
    spine = []
    for q in (0.0, 0.3, 0.65, 1.0):
        middle = boughs.point(laden, start + (end - start) * q)
        swell = broad * (0.25 if q in (0.0, 1.0) else 1.0) * (0.65 + 0.7 * rng.random(n))
        middle[:, 2] += 0.02 + 0.45 * swell + 0.02 * rng.random(n)
        left, right = (side * (swell * (0.7 + 0.6 * rng.random(n)))[:, None] for _ in range(2))
        drop = np.column_stack([np.zeros((n, 2)), 0.03 + 0.7 * swell])
        spine.append(np.stack([middle + left - drop, middle, middle - right - drop], 1))
    rows = np.stack(spine, 1)  # (b, 4 stations, 3 across, 3)
    quads = [
        np.stack([rows[:, k, j], rows[:, k, j + 1], rows[:, k + 1, j + 1], rows[:, k + 1, j]], 1)
        for k in range(3)
        for j in range(2)
    ]
    quad = np.concatenate(quads)
    return _quads(quad, np.full((len(quad) * 4, 3), 0.05), np.ones(len(quad) * 4))


def _sheets(boughs: Branches, rng: np.random.Generator, needle: Color, *, fullness: float) -> Shape:
    """Each bough as a ragged hanging roof of four quads; `fullness` scales its width."""
    index = np.arange(len(boughs.base_m))
    out = boughs.outward()
    n = len(index)
    side = np.column_stack([-out[:, 1], out[:, 0], np.zeros(n)])
    rows = []
    for along, width, hang in ((0.08, 0.10, 0.10), (0.55, 0.30, 0.16), (1.0, 0.03, 0.04)):
        middle = boughs.point(index, np.full(n, along))
        rough = 0.6 + 0.8 * rng.random((2, n, 1))
        reach = side * (boughs.length_m * width * fullness + 0.05)[:, None]
        fall = np.zeros((n, 3))
        fall[:, 2] = -boughs.length_m * hang * (0.6 + 0.9 * rng.random(n)) - 0.05
        rows.append(np.stack([middle + reach * rough[0] + fall, middle, middle - reach * rough[1] + fall], 1))
    strip = np.stack(rows, 1)
    quads = []
    for k in range(2):
        for j in range(2):
            quads.append(np.stack([strip[:, k, j], strip[:, k, j + 1], strip[:, k + 1, j + 1], strip[:, k + 1, j]], 1))
    quad = np.concatenate(quads)
    shade = np.tile(0.7 + 0.6 * rng.random(n), 4)
    inner = np.concatenate([np.tile([0.45, 0.45, 0.9, 0.9], (n, 1))] * 2 + [np.tile([0.9, 0.9, 1.1, 1.1], (n, 1))] * 2)
    tint = np.asarray(needle)[None, None] * (shade[:, None] * inner)[..., None]
    ridge = [[0.35, 0.9, 1.0, 0.5], [0.9, 0.35, 0.5, 1.0], [0.5, 1.0, 1.0, 0.8], [1.0, 0.5, 0.8, 1.0]]
    snow = np.concatenate([np.outer(boughs.snow, r) for r in ridge])
    return _quads(quad, tint.reshape(-1, 3), snow.ravel())


def _shell(rng: np.random.Generator, needle: Color, snow: float) -> Shape:
    """Ragged skirts, one over the other."""
    tiers, sides = 9, 9
    quads, tints, covers = [], [], []
    for tier in range(tiers):
        low, high = 0.05 + 0.9 * tier / tiers, 0.05 + 0.9 * (tier + 1.7) / tiers
        turn = np.arange(sides + 1) * 2 * math.pi / sides + rng.random()
        wide = ((1 - low) ** 0.85 * REACH * HEIGHT_M + 0.12) * (0.72 + 0.5 * rng.random(sides + 1))
        wide[-1] = wide[0]
        drop = rng.normal(0, 0.03, sides + 1) * HEIGHT_M
        drop[-1] = drop[0]
        around = np.column_stack([np.cos(turn), np.sin(turn)])
        outer = np.column_stack([around * wide[:, None], low * HEIGHT_M + drop])
        inner = np.column_stack([around * 0.22 * wide[:, None], np.full(sides + 1, min(high, 1.0) * HEIGHT_M)])
        quads.append(np.stack([outer[:-1], outer[1:], inner[1:], inner[:-1]], 1))
        shade = np.outer(0.6 + 0.7 * rng.random(sides), [1.0, 1.0, 0.55, 0.55])
        tints.append(np.asarray(needle) * shade[..., None])
        covers.append(np.outer(np.clip(snow * (0.3 + rng.random(sides)), 0, 1), [0.75, 0.75, 0.5, 0.5]))
    quad = np.concatenate(quads)
    return _quads(quad, np.concatenate(tints).reshape(-1, 3), np.concatenate(covers).ravel())


def _quads(corners: F64, tint: F64, snow: F64) -> Shape:
    """Loose quads (n, 4, 3) with their point attributes."""
    faces = np.arange(len(corners) * 4).reshape(-1, 4)
    made = shapes.shape(corners.reshape(-1, 3), faces, NEEDLES)
    return made._replace(data={"tint": np.asarray(tint, float), "snow": np.asarray(snow, float)})
