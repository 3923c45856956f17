"""What grows in a rainforest: palms, plants of large leaves, the buttresses of great trees, lianas. All stand on z = 0 and carry the
color of every point as `tint`."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color


class Leaf(NamedTuple):
    """A leaf that leaves its root at `rise_rad` over the level and bends down by `bend_rad` to its tip; lengths in metres. `heart` 0..1
    moves its widest place towards the stalk."""

    length_m: float
    wide_m: float
    rise_rad: float
    bend_rad: float
    heart: float = 0.0
    fold: float = 0.25


def _line(leaf: Leaf, yaw_rad: float, root: F64, count: int) -> tuple[F64, F64, F64]:
    """The spine (count, 3) of a leaf, the level direction to its side, and the upward normals (count, 3)."""
    t = np.linspace(0.0, 1.0, count)
    slope = leaf.rise_rad - leaf.bend_rad * t**1.3
    step = leaf.length_m / (count - 1)
    out = np.concatenate([[0.0], np.cumsum(np.cos(slope[:-1]))]) * step
    up = np.concatenate([[0.0], np.cumsum(np.sin(slope[:-1]))]) * step
    way = np.array([math.cos(yaw_rad), math.sin(yaw_rad), 0.0])
    spine = root + out[:, None] * way + up[:, None] * np.array([0.0, 0.0, 1.0])
    normal = -np.sin(slope)[:, None] * way + np.cos(slope)[:, None] * np.array([0.0, 0.0, 1.0])
    return spine, np.array([-way[1], way[0], 0.0]), normal


def blade(leaf: Leaf, yaw_rad: float, root: F64, color: Color, *, count: int = 9) -> Shape:
    """One broad leaf, folded a little along its pale midrib."""
    spine, side, normal = _line(leaf, yaw_rad, root, count)
    t = np.linspace(0.0, 1.0, count)
    wide = 0.5 * leaf.wide_m * np.sin(math.pi * np.clip(t, 0.0, 1.0) ** (1.0 - 0.55 * leaf.heart)) ** 0.6
    edge = wide[:, None] * (1.0 - 0.3 * leaf.fold)
    lift = leaf.fold * wide[:, None] * normal
    points = np.stack([spine - side * edge + lift, spine, spine + side * edge + lift], 1)
    i = np.arange(count * 3).reshape(count, 3)
    faces = np.concatenate([np.stack([i[:-1, k], i[:-1, k + 1], i[1:, k + 1], i[1:, k]], -1) for k in (0, 1)])
    tint = np.asarray(color)[None, None] * np.array([1.0, 1.35, 0.9])[None, :, None] * (0.75 + 0.4 * t)[:, None, None]
    return shapes.shape(points.reshape(-1, 3), faces.reshape(-1, 4)).with_data("tint", tint.reshape(-1, 3))


def _frond(leaf: Leaf, yaw_rad: float, root: F64, color: Color, leaflets: int) -> Shape:
    """A palm's frond: two rows of narrow leaflets that hang from an arching rib."""
    spine, side, normal = _line(leaf, yaw_rad, root, leaflets + 2)
    spine, normal = spine[1:-1], normal[1:-1]
    t = np.linspace(0.0, 1.0, leaflets)
    along = np.gradient(spine, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    long = 0.5 * leaf.wide_m * np.sin(math.pi * (0.12 + 0.80 * t)) ** 0.6
    half = along * (leaf.length_m / leaflets * 0.30)
    quads = []
    for sign in (-1.0, 1.0):
        aim = sign * side[None] * 0.85 + along * 0.5 - np.array([0.0, 0.0, 0.22])
        middle = spine + aim * (0.55 * long)[:, None] + normal * (0.07 * long)[:, None]
        tip = spine + aim * long[:, None] - np.array([0.0, 0.0, 0.25]) * long[:, None]
        quads += [
            np.stack([spine - half * 0.4, spine + half * 0.4, middle + half, middle - half], 1),
            np.stack([middle - half, middle + half, tip + half * 0.1, tip - half * 0.1], 1),
        ]
    corners = np.concatenate(quads).reshape(-1, 3)
    light = np.tile(np.repeat(0.7 + 0.5 * t, 4), 4)
    made = shapes.shape(corners, np.arange(len(corners)).reshape(-1, 4))
    return made.with_data("tint", np.asarray(color)[None] * light[:, None])


def palm(
    seed: int,
    *,
    stem_m: float,
    frond_m: float,
    color: Color,
    fronds: int = 13,
    leaflets: int = 26,
    lean_m: tuple[float, float] | None = None,
) -> Shape:
    """A slender palm; its stem is slot 1. `lean_m`: how far its crown stands off its foot in x and y, if not at random."""
    rng = np.random.default_rng([seed, 91])
    drawn = rng.normal(0, 0.10 * stem_m, 2)
    lean = drawn if lean_m is None else np.asarray(lean_m)
    t = np.linspace(0.0, 1.0, 9)
    stem = np.column_stack([t[:, None] ** 1.6 * lean, stem_m * t - 0.1 * (t == 0)])
    ringed = (0.045 + 0.012 * stem_m) * (1.0 - 0.35 * t)
    trunk = shapes.sweep(stem, ringed, sides=8).painted(1).with_data("tint", (0.10, 0.085, 0.06))
    parts = [trunk]
    for k in range(fronds):
        yaw = 2.4 * k + rng.normal(0, 0.2)
        rise = 1.35 - 1.25 * k / fronds + rng.normal(0, 0.08)
        leaf = Leaf(frond_m * rng.uniform(0.8, 1.1), 0.42 * frond_m, rise, 1.25 + 0.3 * rng.random())
        shade: Color = tuple(float(c * rng.uniform(0.8, 1.2)) for c in color)  # type: ignore[assignment]
        parts.append(_frond(leaf, yaw, stem[-1], shade, leaflets))
        spine, _, _ = _line(leaf, yaw, stem[-1], 8)
        rib = shapes.sweep(spine, np.linspace(0.022, 0.004, 8), sides=4, caps=False)
        parts.append(rib.with_data("tint", np.asarray(color) * 1.2))
    return shapes.join(parts)


def plantain(seed: int, *, high_m: float, color: Color, leaves: int = 9) -> Shape:
    """A plant of long broad leaves that rise from one foot and arch over, like a banana's."""
    rng = np.random.default_rng([seed, 92])
    parts = []
    for k in range(leaves):
        yaw, share = 2.4 * k + rng.normal(0, 0.25), k / leaves
        stalk = 0.42 * high_m * (1.0 - 0.75 * share)
        way = np.array([math.cos(yaw), math.sin(yaw), 0.0])
        root = way * 0.10 * stalk + np.array([0.0, 0.0, stalk])
        parts.append(
            shapes.sweep(np.array([way * 0.02, root * [0.4, 0.4, 0.55], root]), np.array([0.045, 0.03, 0.016]) * high_m / 2, sides=5)
            .with_data("tint", np.asarray(color) * 1.1)
        )  # fmt: skip
        leaf = Leaf(
            high_m * rng.uniform(0.58, 0.82),
            high_m * 0.20,
            1.30 - 0.75 * share,
            1.3 + 0.7 * share + rng.normal(0, 0.15),
        )
        shade: Color = tuple(float(c * rng.uniform(0.75, 1.3)) for c in color)  # type: ignore[assignment]
        parts.append(blade(leaf, yaw, root, shade))
    return shapes.join(parts)


def taro(seed: int, *, color: Color, leaves: int = 11, high_m: float = 0.8) -> Shape:
    """A low plant of heart-shaped leaves that hang from the ends of their stalks."""
    rng = np.random.default_rng([seed, 93])
    parts = []
    for k in range(leaves):
        yaw = 2.4 * k + rng.normal(0, 0.3)
        long, out = high_m * rng.uniform(0.5, 1.1), rng.uniform(0.25, 0.75)
        way = np.array([math.cos(yaw), math.sin(yaw), 0.0])
        root = way * long * out + np.array([0.0, 0.0, long * (1.05 - 0.6 * out)])
        stalk = np.array([way * 0.02, 0.4 * root + np.array([0.0, 0.0, 0.18 * long]), root])
        parts.append(
            shapes.sweep(stalk, np.array([0.014, 0.011, 0.007]), sides=4).with_data("tint", np.asarray(color) * 0.9)
        )
        size = rng.uniform(0.32, 0.55) * high_m
        shade: Color = tuple(float(c * rng.uniform(0.7, 1.35)) for c in color)  # type: ignore[assignment]
        parts.append(blade(Leaf(size, 0.72 * size, 0.15, 0.9, heart=0.8, fold=0.3), yaw, root, shade, count=7))
    return shapes.join(parts)


def heliconia(seed: int, *, leaf: Color, bloom: Color) -> Shape:
    """A plant of broad leaves with stalks of red bracts that stand out from it to both sides."""
    rng = np.random.default_rng([seed, 94])
    parts = [plantain(seed, high_m=1.5, color=leaf, leaves=7)]
    for _ in range(3):
        yaw = rng.uniform(0, 2 * math.pi)
        way = np.array([math.cos(yaw), math.sin(yaw), 0.0])
        foot, top = way * 0.1, way * 0.42 + np.array([0.0, 0.0, rng.uniform(1.0, 1.35)])
        parts.append(shapes.sweep(np.array([foot, (foot + top) / 2, top]), 0.014, sides=5).with_data("tint", bloom))
        for j in range(6):
            at = foot + (top - foot) * (0.62 + 0.075 * j)
            bract = Leaf(0.24 - 0.02 * j, 0.07, 0.75, -0.3, fold=1.2)
            parts.append(blade(bract, yaw + math.pi / 2 + math.pi * (j % 2), at, bloom, count=5))
    return shapes.join(parts)


def buttresses(seed: int, *, radius_m: float = 0.5, high_m: float = 3.2) -> Shape:
    """The plank roots that hold up a great tree, round a trunk of `radius_m`."""
    rng = np.random.default_rng([seed, 95])
    parts = []
    count = 6
    for k in range(count):
        yaw = 2 * math.pi * k / count + rng.normal(0, 0.2)
        high, out = high_m * rng.uniform(0.65, 1.1), rng.uniform(1.2, 2.2)
        t = np.linspace(0.0, 1.0, 10)
        r = 0.5 * radius_m + out * t
        top = high * (1.0 - t) ** 2.1 + 0.10 * (1 - t)
        bend = 0.30 * t**2 * rng.choice([-1.0, 1.0])
        thick = 0.15 * (1.0 - 0.6 * t)
        c, s = np.cos(yaw + bend), np.sin(yaw + bend)
        rows = []
        for side, low in ((-1.0, True), (-0.55, False), (0.55, False), (1.0, True)):
            z = np.full(10, -0.3) if low else top
            rows.append(np.column_stack([r * c - side * thick * s, r * s + side * thick * c, z]))
        i = np.arange(40).reshape(4, 10)
        faces = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4)
        parts.append(shapes.shape(np.concatenate(rows), faces))
    return shapes.join(parts)


def liana(start: F64, end: F64, sag_m: float, seed: int, *, radius_m: float = 0.03) -> Shape:
    """A woody climber that hangs from `start` to `end`, twisted about its own line."""
    rng = np.random.default_rng([seed, 96])
    t = np.linspace(0.0, 1.0, 26)
    line = start + t[:, None] * (end - start)
    line[:, 2] -= 4.0 * sag_m * t * (1.0 - t)
    turns, phase = rng.uniform(2.0, 5.0), rng.random() * 6
    line[:, 0] += 0.07 * np.sin(2 * math.pi * turns * t + phase) * np.sin(math.pi * t)
    line[:, 1] += 0.07 * np.cos(2 * math.pi * turns * t + phase) * np.sin(math.pi * t)
    return shapes.sweep(line, radius_m * rng.uniform(0.8, 1.2, 26), sides=6)
