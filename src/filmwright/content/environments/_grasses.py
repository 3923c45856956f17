"""Grass and flowers: tufts as Shapes, and how they are strewn over the ground, thick near the camera and coarse far off.

Point attribute `tint` (n, 3) is the color of a blade or petal there. Grass casts no shadow and no bounced ray finds it: its own
darkness at the foot stands for both, at a third of the cost.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from filmwright.content.environments import _planting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Ray
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

UNSEEN_BY_LIGHT: tuple[Ray, ...] = ("shadow", "diffuse")


class Blades(NamedTuple):
    """Grass as it grows: height, how far it leans with the wind (share of the height), how wild it stands, its color and the color
    of its ripe tips, how many of its blades carry an ear."""

    height_m: float = 0.34
    wind: float = 0.12
    wild: float = 0.55
    color: Color = (0.10, 0.17, 0.03)
    tip: Color = (0.23, 0.27, 0.07)
    ears: float = 0.10


def tuft(seed: int, blades: Blades, *, count: int, spread_m: float, width_m: float, steps: int = 3) -> Shape:
    """`count` arching blades around the origin."""
    rng = np.random.default_rng([seed, 41, count])
    turn = rng.random(count) * 2 * math.pi
    foot = np.column_stack([rng.normal(0, spread_m * 0.5, (count, 2)), np.full(count, -0.03)])
    tall = blades.height_m * (0.45 + 0.75 * rng.random(count) ** 1.3)
    ear = rng.random(count) < blades.ears
    tall = np.where(ear, tall * 1.35, tall)
    lean = tall * blades.wild * rng.random(count) ** 1.4
    out = np.column_stack([np.cos(turn), np.sin(turn)])
    bow = out * lean[:, None] + np.array([1.0, 0.25]) * (blades.wind * tall)[:, None]
    across = np.column_stack([-out[:, 1], out[:, 0], np.zeros(count)]) * width_m * 0.5
    rows, tints = [], []
    shade = 0.72 + 0.56 * rng.random(count)
    for k in range(steps + 1):
        q = k / steps
        middle = np.column_stack([foot[:, :2] + bow * q**1.8, foot[:, 2] + tall * (q - 0.22 * blades.wild * q * q)])
        half = np.where(ear & (q > 0.6), 1.1, 1.0 - 0.9 * q**1.5)[:, None]
        rows.append((middle - across * half, middle + across * half))
        ripe = np.where(ear, 0.9, 0.45 * rng.random(count)) * q
        color = np.asarray(blades.color) + (np.asarray(blades.tip) - np.asarray(blades.color)) * ripe[:, None]
        tints.append(color * (shade * (0.34 + 0.66 * q))[:, None])
    quads = [np.stack([rows[k][0], rows[k][1], rows[k + 1][1], rows[k + 1][0]], 1) for k in range(steps)]
    colors = [np.stack([tints[k], tints[k], tints[k + 1], tints[k + 1]], 1) for k in range(steps)]
    return _quads(np.concatenate(quads), np.concatenate(colors))


class Flower(NamedTuple):
    """A flower: the height of its stem, the radius of its head, petal and heart colors, how many petals, and how it is built."""

    stem_m: float
    head_m: float
    petal: Color
    heart: Color
    petals: int = 6
    cup: float = 0.4
    spike: bool = False


POPPY = Flower(0.46, 0.042, (0.72, 0.035, 0.012), (0.02, 0.015, 0.012), petals=5, cup=0.55)
DAISY = Flower(0.36, 0.026, (0.80, 0.79, 0.74), (0.72, 0.45, 0.02), petals=10, cup=0.05)
CORNFLOWER = Flower(0.42, 0.024, (0.06, 0.11, 0.62), (0.12, 0.04, 0.30), petals=8, cup=0.35)
BUTTERCUP = Flower(0.34, 0.018, (0.82, 0.58, 0.02), (0.60, 0.40, 0.02), petals=5, cup=0.45)
SAGE = Flower(0.44, 0.016, (0.24, 0.07, 0.46), (0.2, 0.06, 0.4), spike=True)


def flowers(seed: int, flower: Flower, *, count: int, spread_m: float, swell: float = 1.0) -> Shape:
    """`count` flowers around the origin; `swell` enlarges their heads, for those seen from afar."""
    rng = np.random.default_rng([seed, 77, count])
    parts = []
    for _ in range(count):
        foot = np.append(rng.normal(0, spread_m * 0.5, 2), -0.02)
        tall = flower.stem_m * (0.7 + 0.5 * rng.random())
        top = foot + np.array([*rng.normal(0, 0.10 * tall, 2), tall])
        parts.append(_stem(foot, top, rng))
        parts.append(_spike(top, flower, rng, swell) if flower.spike else _head(top, flower, rng, swell))
    return shapes.join(parts)


def _stem(foot: F64, top: F64, rng: np.random.Generator) -> Shape:
    side = np.append(rng.normal(0, 1, 2), 0.0)
    side *= 0.0022 / np.linalg.norm(side)
    quad = np.stack([foot - side, foot + side, top + side, top - side])[None]
    color = np.array([0.05, 0.10, 0.02]) * np.array([0.5, 0.5, 1.3, 1.3])[:, None]
    return _quads(quad, color[None])


def _head(top: F64, flower: Flower, rng: np.random.Generator, swell: float) -> Shape:
    """A ring of petals round a heart, facing the sky and a little aside."""
    radius = flower.head_m * swell * (0.8 + 0.4 * rng.random())
    up = np.array([rng.normal(0, 0.45), rng.normal(0, 0.45), 1.0])
    up /= np.linalg.norm(up)
    a = np.cross(up, [1.0, 0.0, 0.0])
    a /= np.linalg.norm(a)
    b = np.cross(up, a)
    n = flower.petals
    turn = np.arange(n) * 2 * math.pi / n + rng.random()
    half = 1.15 * math.pi / n
    quads = np.zeros((n, 4, 3))
    rise = np.array([0.0, 0.6, 1.0, 0.6]) * flower.cup * radius
    for corner, (far, side) in enumerate(((0.12, 0.0), (0.8, half), (1.0, 0.0), (0.8, -half))):
        angle = turn + side
        flat = np.outer(np.cos(angle), a) + np.outer(np.sin(angle), b)
        quads[:, corner] = top + flat * radius * far + up * rise[corner]
    light = 0.75 + 0.45 * rng.random((n, 1, 1))
    tints = np.asarray(flower.petal)[None, None] * light * np.array([0.55, 1.0, 1.05, 1.0])[None, :, None]
    heart = np.array([top + (a * c + b * s) * radius * 0.28 + up * radius * (0.10 + 0.3 * flower.cup)
                      for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))])[None]  # fmt: skip
    colors = np.broadcast_to(np.asarray(flower.heart), (1, 4, 3))
    return _quads(np.concatenate([quads, heart]), np.concatenate([tints, colors]))


def _spike(top: F64, flower: Flower, rng: np.random.Generator, swell: float) -> Shape:
    """Whorls of small blossoms up a stem."""
    long = flower.stem_m * 0.42
    n = 16
    at = rng.random(n)
    turn = rng.random(n) * 2 * math.pi
    out = np.column_stack([np.cos(turn), np.sin(turn), 0.4 * np.ones(n)])
    side = np.column_stack([-np.sin(turn), np.cos(turn), np.zeros(n)])
    size = (flower.head_m * swell * (1.2 - 0.7 * at))[:, None]
    start = top - np.array([0.0, 0.0, 1.0]) * (long * (1 - at))[:, None]
    quads = np.stack([start, start + (out * 0.7 + side * 0.6) * size, start + out * size * 1.3,
                      start + (out * 0.7 - side * 0.6) * size], 1)  # fmt: skip
    light = 0.7 + 0.6 * rng.random((n, 1, 1))
    return _quads(quads, np.broadcast_to(np.asarray(flower.petal), (n, 4, 3)) * light)


def _quads(corners: F64, tint: F64) -> Shape:
    """Loose quads (n, 4, 3) with a color for every corner (n, 4, 3)."""
    faces = np.arange(len(corners) * 4).reshape(-1, 4)
    return shapes.shape(corners.reshape(-1, 3), faces)._replace(data={"tint": np.asarray(tint, float).reshape(-1, 3)})


class Belt(NamedTuple):
    """Copies from start to end metres from the nearest camera, so many a square metre; each of `blades` blades `width_m` wide, spread
    over `spread_m`, `swell` times as large."""

    start_m: float
    end_m: float
    density: float
    blades: int
    width_m: float
    spread_m: float
    swell: float = 1.0


BELTS = (
    Belt(0.0, 13.0, 5.0, 64, 0.0055, 0.46),
    Belt(13.0, 34.0, 1.7, 52, 0.012, 0.85, 1.05),
    Belt(34.0, 90.0, 0.42, 40, 0.030, 1.7, 1.15),
)


def strewn(
    name: str,
    blades: Blades,
    eyes: F64,
    view_yaw_rad: float,
    height: Callable[[F64, F64], F64],
    keep: Callable[[F64, F64], F64],
    rng: np.random.Generator,
    *,
    material: str = "grass",
    belts: tuple[Belt, ...] = BELTS,
    thick: float = 1.0,
) -> list[Node]:
    """Grass around the eyes (m, 2). keep(x, y): the chance 0..1 that a tuft stands there, and how tall it is against the others."""
    nodes: list[Node] = []
    for index, belt in enumerate(belts):
        x, y = spots(rng, eyes, view_yaw_rad, belt, thick)
        chance = keep(x, y)
        there = rng.random(len(x)) < chance
        x, y, chance = x[there], y[there], chance[there]
        prototypes = [
            _planting.node(
                f"{name}_{index}_{k}",
                tuft(10 * index + k, blades, count=belt.blades, spread_m=belt.spread_m, width_m=belt.width_m,
                     steps=3 if index == 0 else 2),
                material,
                visible=False,
                hidden_from=UNSEEN_BY_LIGHT,
            )
            for k in range(4 if index < 2 else 3)
        ]  # fmt: skip
        tall = belt.swell * (0.7 + 0.6 * rng.random(len(x))) * (0.55 + 0.45 * np.clip(chance, 0, 1))
        yaw = rng.normal(0, 0.9, len(x))
        nodes += _planting.scattered(
            f"{name}_{index}", prototypes, np.column_stack([x, y, height(x, y)]), tall, rng, tilt_rad=0.07, yaw_rad=yaw
        )
    return nodes


def spots(rng: np.random.Generator, eyes: F64, view_yaw_rad: float, belt: Belt, thick: float = 1.0) -> tuple[F64, F64]:
    """Places (n,), (n,) in a belt around the eyes: all round where it is near, before the cameras where it is far."""
    low, high = eyes.min(axis=0) - belt.end_m, eyes.max(axis=0) + belt.end_m
    count = int((high[0] - low[0]) * (high[1] - low[1]) * belt.density * thick)
    points = low + rng.random((count, 2)) * (high - low)
    gap = _planting.distances(points, eyes)
    there = (gap >= belt.start_m) & (gap < belt.end_m)
    points, gap = points[there], gap[there]
    seen = _planting.ahead(points, eyes, view_yaw_rad, 1.25) | (rng.random(len(points)) < np.where(gap < 13, 0.5, 0.12))
    return points[seen, 0], points[seen, 1]


def bloom(
    name: str,
    flower: Flower,
    eyes: F64,
    view_yaw_rad: float,
    height: Callable[[F64, F64], F64],
    keep: Callable[[F64, F64], F64],
    rng: np.random.Generator,
    *,
    density: float,
    seed: int,
    patch_m: float = 5.0,
) -> list[Node]:
    """Drifts of one flower: thick in patches `patch_m` wide that the seed places, few between them."""
    nodes: list[Node] = []
    belts = (Belt(0.0, 16.0, density, 4, 0, 0.5), Belt(16.0, 60.0, density * 0.5, 6, 0, 1.2, 1.9))
    for index, belt in enumerate(belts):
        x, y = spots(rng, eyes, view_yaw_rad, belt)
        drift = noise.fractal(x / patch_m, y / patch_m, 3, seed=seed)
        chance = keep(x, y) * np.clip((drift - 0.02) / 0.16, 0.03, 1)
        there = rng.random(len(x)) < chance
        x, y = x[there], y[there]
        prototypes = [
            _planting.node(
                f"{name}_{index}_{k}",
                flowers(k + 10 * index, flower, count=belt.blades, spread_m=belt.spread_m, swell=belt.swell),
                "grass",
                visible=False,
                hidden_from=UNSEEN_BY_LIGHT,
            )
            for k in range(3)
        ]
        scales = 0.8 + 0.45 * rng.random(len(x))
        nodes += _planting.scattered(
            f"{name}_{index}", prototypes, np.column_stack([x, y, height(x, y)]), scales, rng, tilt_rad=0.06
        )
    return nodes
