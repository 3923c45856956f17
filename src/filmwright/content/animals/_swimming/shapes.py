"""Hulls, fins and eyes of swimmers as Shapes, in body lengths: y forward, z up, the middle of the body at the origin."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content.animals._anatomy.field import unit
from filmwright.scene.shapes import F64, Shape, curve, join, outward, point_normals, rings
from filmwright.scene.shapes import ball as sphere

Row = tuple[float, ...]


def hull(rows: tuple[Row, ...], *, count: int = 90, sides: int = 48, power: float = 2.0) -> Shape:
    """A body drawn by sections from nose to tail, rows (y, middle z, half width, height up, depth down); `power` over 2 makes them boxier,
    under 2 sharper above and below. Attributes `u`: -1 at the belly .. 1 at the back, `v`: y."""
    t = curve(rows, count)
    turn = np.arange(sides) * 2 * math.pi / sides
    c, s = np.cos(turn), np.sin(turn)
    across = np.sign(c) * np.abs(c) ** (2 / power)
    tall = np.sign(s) * np.abs(s) ** (2 / power)
    least = 0.0008
    stack = [
        np.column_stack(
            [
                max(half, least) * across,
                np.full(sides, y),
                z + np.where(tall > 0, max(up, least) * tall, max(down, least) * tall),
            ]
        )
        for y, z, half, up, down in t
    ]
    made = rings(np.array(stack))
    level = np.r_[np.tile(tall, count), 0.0, 0.0]
    return outward(made.with_data("u", level).with_data("v", made.points[:, 1]))


def fin(lead: ArrayLike, trail: ArrayLike, thick: float, *, count: int = 18, wide: int = 9) -> Shape:
    """A fin between its leading and its trailing edge, each points (m, 3) from the root to the tip, `thick` at the root and thin at the
    tip. Attributes `along`: from the root to the tip, `ray`: from the leading to the trailing edge."""
    a, b = curve(lead, count), curve(trail, count)
    span = np.gradient((a + b) / 2, axis=0)
    chord = b - a
    normal = unit(np.cross(chord, span))
    q = np.linspace(0, 1, wide)
    lens = np.sqrt(np.maximum(q * (1 - q), 0)) * 2 * (1 - 0.45 * q)
    levels, part = [], np.linspace(0, 1, count)
    for k in range(count):
        half = 0.5 * thick * (1 - 0.82 * part[k]) * lens
        line = a[k] + np.outer(q, chord[k])
        levels.append(np.concatenate([line + np.outer(half, normal[k]), (line - np.outer(half, normal[k]))[::-1]]))
    made = rings(np.array(levels))
    ray = np.r_[np.tile(np.r_[q, q[::-1]], count), 0.5, 0.5]
    return outward(made.with_data("along", np.r_[np.repeat(part, 2 * wide), 0.0, 1.0]).with_data("ray", ray))


def both(right: Shape) -> tuple[tuple[str, Shape], ...]:
    """A part of the right side, and its mirror image."""
    return ("r", right), ("l", right.mirrored(0))


def surface(rows: tuple[Row, ...], y: float, level: float, power: float = 2.0) -> F64:
    """The point (3,) on the right side of a hull at y, at a level -1 (belly) .. 1 (back)."""
    t = curve(rows, 200)
    order = np.argsort(t[:, 0])
    z, half, up, down = (float(np.interp(y, t[order, 0], t[order, k])) for k in (1, 2, 3, 4))
    across = half * max(0.0, 1 - abs(level) ** power) ** (1 / power)
    return np.array([across, y, z + level * (up if level > 0 else down)])


def eyes(center: F64, radius: float, gaze: ArrayLike) -> Shape:
    """Both eyeballs, the right one at `center` looking along `gaze`. Attributes `turned`: radians from the gaze, `glint`: distance
    from where light stands in it."""
    pieces = []
    way = unit(np.asarray(gaze, float))
    for sign in (1.0, -1.0):
        look = way * [sign, 1.0, 1.0]
        made = sphere(radius, sides=24, levels=16)
        q = made.points / radius
        up = unit(np.array([0.0, 0.0, 1.0]) - look * look[2])
        across = np.cross(up, look)
        hidden = np.where(q @ look < 0, 9.0, 0.0)
        glint = np.hypot(q @ across - 0.22, q @ up - 0.42) + hidden
        pieces.append(
            made.moved(center * [sign, 1.0, 1.0])
            .with_data("turned", np.arccos(np.clip(q @ look, -1, 1)))
            .with_data("glint", glint)
        )
    return join(pieces)


def painted(item: Shape, mask: Callable[[F64, F64, F64], dict[str, F64]]) -> Shape:
    """A hull with point attributes from (points, u, v)."""
    for name, values in mask(item.points, item.data["u"], item.data["v"]).items():
        item = item.with_data(name, np.clip(values, 0, 1))
    return item


def normals(item: Shape) -> F64:
    """Unit normals (n, 3) of the points."""
    return point_normals(item.points, item.faces)
