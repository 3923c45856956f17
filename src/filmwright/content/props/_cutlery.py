"""Cutlery: a handle that widens to its end, and the curve it lies in."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64
from filmwright.content.props._food import tuple_times
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, rings
from filmwright.values import Color

THICK_M = 0.0022


def bowed(y: F64) -> F64:
    """Height of the middle line of fork and spoon over the table along y (tip at the front, +Y)."""
    return np.asarray(0.003 + 0.011 * np.exp(-(((y - 0.045) / 0.035) ** 2)) - 0.002 * (y < -0.07) * (y + 0.07) * 20)


def strip(ys: F64, halves: F64, z: F64, *, thick: float = THICK_M, sink: F64 | None = None) -> Shape:
    """A band along y with half widths, its middle line at heights z; sink: how far its middle lies below its edges."""
    sunk = np.zeros_like(ys) if sink is None else sink
    rows = []
    for y, w, h, d in zip(ys, halves, z, sunk):
        a = np.linspace(-1, 1, 13)
        top = h + d * (a * a - 1)
        low = top[::-1] - thick * np.sqrt(np.maximum(1 - (a[::-1]) ** 8, 0.02))
        rows.append(
            np.concatenate(
                [np.column_stack([a * w, np.full(13, y), top]), np.column_stack([a[::-1] * w, np.full(13, y), low])]
            )
        )
    return rings(np.array(rows))


def handle(length: tuple[float, float], *, narrow: float = 0.0036, wide: float = 0.0105) -> Shape:
    """The handle between two values of y, narrow at the neck."""
    ys = np.linspace(length[0], length[1], 40)
    t = (ys - length[0]) / (length[1] - length[0])
    halves = narrow + (wide - narrow) * np.clip(1 - t, 0, 1) ** 1.5
    end = np.clip((ys - length[0]) / 0.012, 0, 1)
    return strip(ys, halves * np.sqrt(np.maximum(1 - (1 - end) ** 2, 0.04)), bowed(ys))


def polished(material: str, color: Color) -> Material:
    """What a fork or spoon is made of; metal is polished bright."""
    return things.made_of(material, tuple_times(color, 1.6) if material == "metal" else color)
