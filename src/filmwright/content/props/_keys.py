"""Keyboards: rows of keys with dished caps and a mark on each, as laptops and keyboards have them."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, join, rings, rounded_rectangle
from filmwright.values import Color

# Rows of keys from the back to the front, as widths in units of a letter key; 0 < gap written as a negative width.
LAPTOP: tuple[tuple[float, ...], ...] = (
    (1.0,) * 14,
    (*(1.0,) * 13, 1.5),
    (1.5, *(1.0,) * 12, 1.0),
    (1.75, *(1.0,) * 11, 1.75),
    (2.25, *(1.0,) * 10, 2.25),
    (1.0, 1.0, 1.0, 1.25, 5.25, 1.25, 1.0, 1.0, 1.0, 0.75),
)
_BLOCK: tuple[tuple[float, ...], ...] = (
    (1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -0.5, 1.0, 1.0, 1.0, 1.0, -0.5, 1.0, 1.0, 1.0, 1.0),
    (*(1.0,) * 13, 2.0),
    (1.5, *(1.0,) * 12, 1.5),
    (1.75, *(1.0,) * 11, 2.25),
    (2.25, *(1.0,) * 10, 2.75),
    (1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25),
)
_RIGHT: tuple[tuple[float, ...], ...] = (
    (-0.3, 1.0, 1.0, 1.0, -0.3, -1.0, -1.0, -1.0, -1.0),
    (-0.3, 1.0, 1.0, 1.0, -0.3, 1.0, 1.0, 1.0, 1.0),
    (-0.3, 1.0, 1.0, 1.0, -0.3, 1.0, 1.0, 1.0, 1.0),
    (-0.3, -1.0, -1.0, -1.0, -0.3, 1.0, 1.0, 1.0, 1.0),
    (-0.3, -1.0, 1.0, -1.0, -0.3, 1.0, 1.0, 1.0, 1.0),
    (-0.3, 1.0, 1.0, 1.0, -0.3, 2.0, 1.0, 1.0),
)
FULL = tuple((*left, *right) for left, right in zip(_BLOCK, _RIGHT, strict=True))


def block(
    rows: tuple[tuple[float, ...], ...],
    width: float,
    depth: float,
    *,
    height: float = 0.0022,
    gap: float = 0.14,
    dish: float = 0.0,
) -> tuple[Shape, Shape]:
    """The keys of a keyboard and the plate below, in the xy plane with the back row at +y, as somebody typing sees them.
    gap: the share of a key's unit between two keys. Point data "key": place on the cap (-1..1 each way) and a number of its own."""
    unit = width / max(sum(abs(w) for w in row) for row in rows)
    deep = depth / len(rows)
    out = []
    for r, row in enumerate(rows):
        x = -width / 2
        for c, wide in enumerate(row):
            if wide > 0:
                size = (wide * unit - gap * unit, deep - gap * unit)
                at = (x + wide * unit / 2, depth / 2 - (r + 0.5) * deep, 0.0)
                out.append(_cap(size, height, dish, (r * 31 + c * 17) % 29 if wide <= 1.0 else -1).moved(at))
            x += abs(wide) * unit
    plate = _parts.slab(width + 0.3 * unit, depth + 0.3 * unit, 0.0004, radius=0.2 * unit, bevel=0.0001)
    return join(out), plate


def flat(drawn: Shape) -> Shape:
    """Keys as somebody at +Y sees them, looking down: their right is -X."""
    return drawn.turned(np.diag([-1.0, -1.0, 1.0]))


def _cap(size: tuple[float, float], height: float, dish: float, letter: int) -> Shape:
    """One key: a cap that narrows upwards, hollowed by `dish`."""
    w, d = size
    draft = min(0.45 * height, 0.09 * d)
    rows: list[F64] = []
    for inset, z in ((0.0, 0.0), (0.8 * draft, 0.86 * height), (draft + 0.03 * d, height)):
        o = rounded_rectangle(w - 2 * inset, d - 2 * inset, 0.16 * d, per_corner=3)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    for s in (0.66, 0.33):
        rows.append(np.column_stack([rows[2][:, :2] * s, np.full(len(rows[2]), height - dish * (1 - s * s))]))
    made = rings(np.array(rows))
    place = made.points / [w / 2, d / 2, 1.0]
    return made.with_data("key", np.column_stack([place[:, :2], np.full(len(place), float(letter))]))


def caps(color: Color, ink: Color) -> Material:
    """Key caps with a mark like a letter on each: two strokes chosen by the key's own number."""
    place = attribute("key")
    x, y, n = op("x", place), op("y", place), op("z", place)
    turn = op("sin", n * 2.1) * math.pi
    c, s = op("cos", turn), op("sin", turn)
    u, v = (x + 0.05) * c + y * s, y * c - (x + 0.05) * s
    ring = op("abs", op("length", op("combine", x + 0.05, y, 0.0)) - 0.26)
    stem = op("max", op("abs", v), op("abs", u) - 0.30)
    branch = op("max", op("abs", u + 0.16), op("abs", v) - 0.26)
    arc = op("max", ring, u - 0.06)
    near = op("min", op("min", stem, branch), arc)
    drawn = remap(near, 0.035, 0.065, 1.0, 0.0) * op("greater", n, -0.5)
    grit = noise(coords("rest"), scale=900.0, detail=1)
    return Material(
        color=mix(color, ink, drawn),
        roughness=0.5,
        specular=0.4,
        bumps=(Bump(height=grit, strength=0.1, distance_m=0.0002),),
        preview=color,
    )
