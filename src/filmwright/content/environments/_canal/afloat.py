"""What lies on a canal: gondolas with their iron prows, striped mooring poles; and the bridge over it. Attribute `tint`."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from filmwright.content import forms
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

LONG_M = 10.8  # of a gondola, 1.42 m wide; source: the measures of the squeri of Venice
_BLACK: Color = (0.010, 0.010, 0.011)
_STEEL: Color = (0.50, 0.51, 0.52)
_BRASS: Color = (0.50, 0.33, 0.09)
_CUSHION: Color = (0.34, 0.015, 0.02)
_POLES: tuple[tuple[Color, Color], ...] = (
    ((0.46, 0.025, 0.02), (0.66, 0.63, 0.56)), ((0.03, 0.12, 0.36), (0.66, 0.63, 0.56)), ((0.03, 0.16, 0.10), (0.60, 0.45, 0.10)),
)  # fmt: skip


@cache
def gondola() -> Shape:
    """A gondola on z = 0, its waterline, its prow along +Y."""
    half = LONG_M / 2
    y = np.linspace(-half, half, 41)
    t = y / half
    beam = 0.71 * np.clip(1 - np.abs(t) ** 2.6, 0.0, 1.0) ** 0.9 + 0.035
    sheer = 0.46 + 0.95 * np.clip(np.abs(t) - 0.35, 0, 1) ** 2.1 * np.where(t < 0, 1.35, 1.0)
    keel = -0.16 + 1.05 * np.clip(np.abs(t) - 0.5, 0, 1) ** 1.7
    rings, rim = [], []
    for k in range(len(y)):
        b, s, low = beam[k], sheer[k], min(keel[k], sheer[k] - 0.08)
        rings.append([(-b, y[k], s), (-0.86 * b, y[k], low + 0.35 * (s - low)), (-0.5 * b, y[k], low), (0.5 * b, y[k], low),
                      (0.86 * b, y[k], low + 0.35 * (s - low)), (b, y[k], s)])  # fmt: skip
        rim.append((b, y[k], s))
    hull = shapes.rings(np.array(rings), around=False, caps=False)
    inside = shapes.rings(np.array(rings)[:, ::-1] * (0.94, 1.0, 1.0) + (0, 0, 0.02), around=False, caps=False)
    edge = np.array(rim)
    parts = [(hull, _BLACK), (inside, (0.05, 0.022, 0.014))]
    for s in (-1, 1):
        parts.append((shapes.sweep(edge * (s, 1, 1), 0.035, sides=6), _BLACK))
        parts.append((shapes.sweep(edge[8:33] * (0.98 * s, 1, 1) + (0, 0, 0.04), 0.012, sides=5), _BRASS))
    for a, b in ((28, 40), (0, 9)):  # the decks fore and aft
        deck = np.array(
            [
                [(-beam[k], y[k], sheer[k] + 0.01), (0, y[k], sheer[k] + 0.07), (beam[k], y[k], sheer[k] + 0.01)]
                for k in range(a, b + 1)
            ]
        )
        parts.append((shapes.rings(deck, around=False, caps=False), _BLACK))
    floor = np.array([[(-0.8 * beam[k], y[k], 0.06), (0.8 * beam[k], y[k], 0.06)] for k in range(8, 30)])
    parts.append((shapes.rings(floor, around=False, caps=False), (0.10, 0.045, 0.025)))
    z = float(sheer[-1])
    blade = [(half - 0.05, z - 0.75), (half + 0.10, z - 0.2), (half + 0.06, z + 0.22), (half + 0.30, z + 0.42), (half + 0.26, z + 0.66),
             (half - 0.08, z + 0.62), (half - 0.14, z + 0.1), (half - 0.22, z - 0.6)]  # fmt: skip
    rows = np.array([[(x, a, b) for a, b in blade] for x in (-0.02, 0.02)])
    parts.append((shapes.rings(rows), _STEEL))
    for k in range(6):
        parts.append((shapes.box((0.03, 0.26, 0.045), center=(0, half + 0.20, z + 0.16 - 0.12 * k)), _STEEL))
    curl = [
        (0, -half, float(sheer[0])),
        (0, -half - 0.12, float(sheer[0]) + 0.25),
        (0, -half + 0.02, float(sheer[0]) + 0.42),
    ]
    parts.append((forms.pipe(curl, (0.06, 0.05, 0.02), count=10, sides=7), _STEEL))
    seat = [
        shapes.box((1.0, 0.62, 0.16), center=(0, -0.75, 0.40), bevel=0.05),
        shapes.box((1.05, 0.14, 0.62), center=(0, -1.1, 0.66), bevel=0.06),
    ]
    seat += [shapes.box((0.42, 0.42, 0.12), center=(s * 0.36, 0.35, 0.36), bevel=0.04) for s in (-1, 1)]
    parts.append((shapes.join(seat), _CUSHION))
    for s in (-1, 1):
        horse = forms.pipe(
            [(s * 0.66, -0.2, 0.5), (s * 0.66, -0.12, 0.72), (s * 0.66, 0.1, 0.76)], 0.03, count=8, sides=6
        )
        parts.append((horse, _BRASS))
    parts.append(
        (
            forms.pipe([(0.62, -2.4, 0.5), (0.7, -2.4, 0.8), (0.62, -2.32, 1.0)], (0.05, 0.04, 0.03), count=8, sides=7),
            (0.10, 0.05, 0.025),
        )
    )
    oar = forms.rod((-0.35, 2.6, 0.62), (0.2, -1.6, 0.62), 0.028, sides=6)
    parts.append((oar, (0.30, 0.19, 0.09)))
    return shapes.join(p.with_data("tint", np.tile(c, (len(p.points), 1))) for p, c in parts)


def pole(x: float, y: float, water_z: float, high: float, pick: int) -> Shape:
    """A mooring pole in a spiral of two colors with a golden head, leaning a little."""
    levels, sides = 26, 14
    z = np.linspace(-0.8, high, levels)
    made = shapes.lathe([(0.11, float(v)) for v in z], sides=sides, caps=False)
    turn = np.arctan2(made.points[:, 1], made.points[:, 0]) / (2 * math.pi) + made.points[:, 2] / 0.9
    pair = np.array(_POLES[pick % len(_POLES)])
    tint = pair[(np.mod(turn, 1.0) > 0.5).astype(int)]
    tint[made.points[:, 2] < 0.25] = (0.03, 0.035, 0.018)
    head = shapes.lathe(
        [(0.13, high), (0.14, high + 0.05), (0.06, high + 0.1), (0.09, high + 0.2), (0.02, high + 0.3)], sides=12
    )
    whole = shapes.join([made.with_data("tint", tint), head.with_data("tint", np.tile(_BRASS, (len(head.points), 1)))])
    return whole.turned(shapes.rotation(x=0.02 * ((pick % 3) - 1), y=0.03 * ((pick % 2) * 2 - 1))).moved(
        (x, y, water_z)
    )


def arched_bridge(left: float, right: float, y: float, water_z: float, wide: float = 3.4) -> tuple[Shape, Shape]:
    """A stone bridge over the water between two banks at z = 0, with steps down to both; its body, and the white stone of its arch,
    steps and balustrade."""
    middle, half = (left + right) / 2, (right - left) / 2
    x = np.linspace(left - 2.6, right + 2.6, 121)
    out = np.abs(x - middle)
    crown = 2.15 * np.clip(1 - (out / (half + 2.6)) ** 1.6, 0.0, 1.0)
    span = half - 0.5
    soffit = np.where(
        out < span,
        water_z + 0.1 + (1.95 - water_z - 0.5) * np.sqrt(np.clip(1 - (out / span) ** 2, 0, 1)),
        water_z - 1.0,
    )
    soffit = np.minimum(soffit, crown - 0.28)
    soffit = np.where(out > half, -0.3, soffit)
    y0, y1 = y, y + wide
    body = shapes.rings(
        np.stack(
            [
                np.column_stack([x, np.full(121, a), b])
                for a, b in ((y0, soffit), (y0, crown), (y1, crown), (y1, soffit))
            ],
            1,
        )
    )
    white = []
    arc = np.linspace(0.0, math.pi, 31)
    ring = np.column_stack(
        [middle - span * np.cos(arc), np.full(31, y0 - 0.04), water_z + 0.1 + (1.45 - water_z) * np.sin(arc)]
    )
    lower = ring - (middle, 0, water_z) * np.array((1.0, 0.0, 1.0))
    outer = lower * (1.0 + 0.38 / span, 1.0, 1.0 + 0.34 / (1.45 - water_z)) + (middle, 0, water_z) * np.array(
        (1.0, 0.0, 1.0)
    )
    back = (0, 0.3, 0)
    white.append(shapes.rings(np.stack([ring, outer, outer + back, ring + back], 1)))
    for a in (y0 + 0.13, y1 - 0.13):
        rail = np.column_stack([x[4:-4], np.full(113, a), crown[4:-4] + 0.98])
        white.append(
            shapes.rings(
                np.stack([rail + (0, d, e) for d, e in ((-0.14, -0.09), (-0.14, 0.07), (0.14, 0.07), (0.14, -0.09))], 1)
            )
        )
        string = np.column_stack([x, np.full(121, a - 0.02), crown])
        white.append(
            shapes.rings(
                np.stack([string + (0, d, e) for d, e in ((-0.2, -0.16), (-0.2, 0.12), (0.2, 0.12), (0.2, -0.16))], 1)
            )
        )
        one = shapes.lathe([(0.05, 0.1), (0.08, 0.34), (0.045, 0.62), (0.07, 0.92)], sides=7, caps=False)
        for u in np.arange(x[5], x[-5], 0.3):
            white.append(one.moved((u, a, float(np.interp(u, x, crown)))))
        for u in (x[4], left + 0.4, middle, right - 0.4, x[-5]):
            z = float(np.interp(u, x, crown))
            white.append(shapes.box((0.34, 0.36, 1.25), center=(u, a, z + 0.6), bevel=0.03))
    return body, shapes.join(white)
