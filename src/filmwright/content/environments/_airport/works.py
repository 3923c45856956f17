"""The works of an airport: a runway's markings and lights, a terminal of glass with its bridges, the tower, hangars, a windsock. Point
attributes: `tint` the color, `lit` what shines after dark."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms
from filmwright.content.environments._fair.rides import bulbs, of
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

HALF_M = 22.5  # of the runway; source: ICAO Annex 14, 45 m for large airliners
FIRST_Y, LAST_Y = -200.0, 1700.0
APRON_X = 31.0
FRONT_X = 64.0  # of the terminal
GATES_Y = (86.0, 130.0, 174.0, 218.0, 262.0)
_PAINT_Z = 0.012
WHITE: Color = (0.66, 0.66, 0.63)
YELLOW: Color = (0.60, 0.40, 0.03)
_STEEL: Color = (0.42, 0.44, 0.46)
_DARK: Color = (0.045, 0.05, 0.055)
_GLASS: Color = (0.035, 0.055, 0.065)
_INSIDE: Color = (1.0, 0.80, 0.52)
_RED: Color = (0.50, 0.05, 0.02)


def _stripe(x: tuple[float, float], y: tuple[float, float]) -> Shape:
    xs, ys = np.linspace(*x, 2), np.linspace(y[0], y[1], max(2, int((y[1] - y[0]) / 40.0) + 1))
    return shapes.grid(xs, ys, _PAINT_Z)


def markings() -> Shape:
    """Center line, edge lines, threshold and touchdown zone in white; taxi lines and stands in yellow."""
    white = [_stripe((-0.45, 0.45), (y, y + 30.0)) for y in np.arange(FIRST_Y, LAST_Y, 50.0)]
    white += [_stripe((s * 20.6 - 0.45, s * 20.6 + 0.45), (FIRST_Y, LAST_Y)) for s in (-1, 1)]
    for k in range(6):  # the piano keys of the threshold
        for s in (-1, 1):
            x = s * (2.7 + 3.1 * k)
            white.append(_stripe((x - 0.9, x + 0.9), (46.0, 76.0)))
    white.append(_stripe((-21.0, 21.0), (40.0, 41.8)))
    for y, count in ((206.0, 3), (360.0, 1), (510.0, 2), (660.0, 1)):
        for k in range(count):
            for s in (-1, 1):
                x = s * (6.5 + 3.2 * k + (2.0 if count == 1 else 0.0))
                white.append(
                    _stripe((x - (3.0 if count == 1 else 0.9), x + (3.0 if count == 1 else 0.9)), (y, y + 22.5))
                )
    yellow = [_stripe((APRON_X + 3.0, APRON_X + 3.3), (20.0, 330.0))]
    for y in GATES_Y:
        yellow.append(_stripe((APRON_X + 3.0, FRONT_X - 6.0), (y - 0.15, y + 0.15)))
        for s in (-1, 1):
            yellow.append(_stripe((APRON_X + 6.0, FRONT_X - 4.0), (y + 19.0 * s - 0.1, y + 19.0 * s + 0.1)))
    return shapes.join([of(shapes.join(white), WHITE), of(shapes.join(yellow), YELLOW)])


def lights() -> Shape:
    """The lamps along the edges of the runway and in its middle, green ones across its threshold."""
    y = np.arange(-150.0, 1600.0, 30.0)
    n = len(y)
    edge = np.concatenate([np.column_stack([np.full(n, s * 22.0), y, np.full(n, 0.32)]) for s in (-1, 1)])
    stems = [shapes.lathe([(0.10, 0.0), (0.05, 0.28)], sides=6).moved((x, v, 0.0)) for x, v, _ in edge[:90]]
    middle = np.column_stack([np.zeros(n), y + 9.0, np.full(n, 0.0)])
    x = np.linspace(-21.0, 21.0, 22)
    across = np.column_stack([x, np.full(22, 39.0), np.full(22, 0.10)])
    size = np.clip(edge[:, 1] / 700.0, 0.0, 1.0)
    parts = [bulbs(edge[size < 0.4], 0.14, (1.0, 0.85, 0.6)), bulbs(edge[size >= 0.4], 0.3, (1.0, 0.85, 0.6))]
    parts += [
        bulbs(middle, 0.06, (1.0, 0.95, 0.85)),
        bulbs(across, 0.09, (0.1, 1.0, 0.35)),
        of(shapes.join(stems), YELLOW),
    ]
    return shapes.join(parts)


def terminal() -> tuple[Shape, Shape]:
    """The terminal along the apron: its bones, roof and bridges; and its glass."""
    low, high = GATES_Y[0] - 34.0, GATES_Y[-1] + 34.0
    long, middle = high - low, (low + high) / 2
    parts, panes = [], []
    parts.append(of(shapes.box((26.0, long, 3.6), center=(FRONT_X + 13.2, middle, 1.8)), (0.34, 0.345, 0.35)))
    parts.append(of(shapes.box((1.0, long + 1.0, 0.7), center=(FRONT_X - 0.2, middle, 3.9), bevel=0.05), WHITE))
    bay = 4.0
    tall = 8.2
    for k, y in enumerate(np.arange(low, high - 0.1, bay)):
        for floor, (a, b) in enumerate(((4.3, 8.0), (8.3, 12.4))):
            quad = [(FRONT_X, y + bay, a), (FRONT_X, y, a), (FRONT_X, y, b), (FRONT_X, y + bay, b)]
            glow = 0.55 + 0.45 * math.sin(12.9 * k + 5.0 * floor) ** 2
            panes.append(
                of(
                    shapes.shape(quad, [[0, 1, 2, 3]]),
                    _GLASS,
                    (glow * _INSIDE[0], glow * _INSIDE[1], glow * _INSIDE[2]),
                )
            )
        parts.append(of(shapes.box((0.3, 0.16, tall + 0.4), center=(FRONT_X - 0.1, y, 4.1 + tall / 2)), WHITE))
        if k % 2 == 0:
            parts.append(of(forms.rod((FRONT_X - 3.2, y, 4.0), (FRONT_X - 0.6, y, 12.6), 0.16, sides=8), WHITE))
    for z in (8.15, 12.45):
        parts.append(of(shapes.box((0.34, long, 0.3), center=(FRONT_X - 0.1, middle, z)), WHITE))
    for end in (low, high):
        parts.append(of(shapes.box((26.0, 0.4, 9.0), center=(FRONT_X + 13.0, end, 8.0)), (0.48, 0.49, 0.50)))
    t = np.linspace(0.0, 1.0, 15)
    over = np.column_stack([FRONT_X - 5.0 + 34.0 * t, 12.7 + 4.2 * np.sin(math.pi * (0.12 + 0.78 * t))])
    section = np.concatenate([over, over[::-1] - (0.0, 0.55)])
    rows = np.array(
        [
            np.column_stack([section[:, 0], np.full(len(section), y), section[:, 1]])
            for y in np.linspace(low - 4, high + 4, 9)
        ]
    )
    parts.append(of(shapes.outward(shapes.rings(rows)), (0.50, 0.52, 0.54)))
    for y in GATES_Y:  # the bridges to the airplanes' doors
        foot, head = np.array((FRONT_X, y + 9.0, 5.6)), np.array((FRONT_X - 12.2, y + 3.6, 4.6))
        way = head - foot
        turn = math.atan2(way[1], way[0])
        far = float(np.hypot(way[0], way[1]))
        tube = (
            shapes.box((far, 2.6, 2.7), center=(far / 2, 0, 0), bevel=0.12)
            .turned(shapes.rotation(y=0.07))
            .turned(shapes.rotation(z=turn))
        )
        parts.append(of(tube.moved(foot), (0.50, 0.51, 0.52)))
        strip = (
            shapes.box((far - 1.0, 2.66, 0.8), center=(far / 2, 0, 0.35))
            .turned(shapes.rotation(y=0.07))
            .turned(shapes.rotation(z=turn))
        )
        panes.append(of(strip.moved(foot), _GLASS, (0.6 * _INSIDE[0], 0.6 * _INSIDE[1], 0.6 * _INSIDE[2])))
        parts.append(of(shapes.box((2.8, 3.2, 3.2), center=head + (0.4, 0, 0), bevel=0.2), _DARK))
        post = foot + 0.72 * way
        parts.append(of(shapes.box((0.9, 0.9, 3.4), center=(post[0], post[1], 1.7)), _STEEL))
        parts.append(of(shapes.box((1.2, 3.0, 0.7), center=(post[0], post[1], 0.4), bevel=0.1), _DARK))
    return shapes.join(parts), shapes.join(panes)


def tower(x: float, y: float) -> tuple[Shape, Shape]:
    """The control tower, 42 m high: its shaft and cab; and the glass of the cab."""
    shaft = shapes.lathe(
        [(4.6, 0.0), (3.1, 6.0), (2.7, 24.0), (3.0, 29.0), (6.2, 33.0), (6.6, 33.4), (6.6, 34.3), (5.4, 34.6)], sides=24
    )
    roof = shapes.lathe([(6.9, 38.9), (7.1, 39.3), (6.6, 39.8), (1.2, 40.4), (0.3, 40.6)], sides=12)
    ribs = [
        forms.rod(
            (5.3 * math.cos(a), 5.3 * math.sin(a), 34.5), (6.6 * math.cos(a), 6.6 * math.sin(a), 39.0), 0.13, sides=6
        )
        for a in 2 * math.pi * np.arange(12) / 12
    ]
    mast = [
        forms.rod((0, 0, 40.4), (0, 0, 46.5), 0.12, sides=6),
        forms.rod((1.6, 0.5, 40.2), (1.6, 0.5, 43.0), 0.06, sides=5),
    ]
    cab = shapes.lathe([(5.25, 34.5), (6.5, 39.0)], sides=12, caps=False)
    parts = [of(shaft, (0.55, 0.55, 0.53)), of(roof, _DARK), of(shapes.join([*ribs, *mast]), _STEEL)]
    parts.append(bulbs(np.array([(0.0, 0.0, 46.6)]), 0.35, (1.0, 0.08, 0.04)))
    rings = [of(shapes.lathe([(2.78, z), (2.80, z + 0.5)], sides=24, caps=False), _RED) for z in (25.5, 27.0)]
    made = shapes.join([*parts, *rings]).moved((x, y, 0.0))
    return made, of(cab, _GLASS, (0.30, 0.36, 0.34)).moved((x, y, 0.0))


def hangar(x: float, y: float, turn: float) -> Shape:
    """A hangar with a round roof, its doors half open on the dark inside."""
    a = np.linspace(0.0, math.pi, 17)
    arch = np.column_stack([24.0 * np.cos(a), 9.0 + 7.0 * np.sin(a)])
    section = np.concatenate([[(24.0, 0.0)], arch, [(-24.0, 0.0)]])
    rows = np.array([np.column_stack([section[:, 0], np.full(len(section), v), section[:, 1]]) for v in (0.0, 44.0)])
    shell = of(shapes.rings(rows, around=False, caps=False), (0.44, 0.46, 0.48))
    front = np.concatenate([np.column_stack([section[:, 0], np.zeros(len(section)), section[:, 1]]), [(0.0, 0.0, 6.0)]])
    n = len(section)
    face = of(shapes.shape(front, [[k, k + 1, n] for k in range(n - 1)]), (0.40, 0.42, 0.44))
    dark = of(shapes.box((20.0, 0.3, 10.5), center=(4.0, -0.2, 5.25)), (0.012, 0.013, 0.014))
    doors = [
        of(shapes.box((6.4, 0.3, 10.6), center=(v, -0.45, 5.3), bevel=0.05), (0.10, 0.20, 0.32))
        for v in (-16.5, -9.8, 16.5)
    ]
    return shapes.join([shell, face, dark, *doors]).turned(shapes.rotation(z=turn)).moved((x, y, 0.0))


def windsock(x: float, y: float) -> Shape:
    """A striped windsock on its mast, filled by a breeze."""
    parts = [of(forms.rod((0, 0, 0), (0, 0, 6.2), (0.09, 0.05), sides=8), WHITE)]
    line = np.array(
        [(0.0, 0.0, 6.0), (0.8, 0.1, 5.95), (1.7, 0.15, 5.75), (2.5, 0.2, 5.45), (3.2, 0.2, 5.05), (3.7, 0.2, 4.6)]
    )
    radius = np.linspace(0.46, 0.2, 6)
    for k in range(5):
        cone = shapes.sweep(line[k : k + 2], radius[k : k + 2], sides=14)
        parts.append(of(cone, (0.72, 0.17, 0.02) if k % 2 == 0 else WHITE))
    return shapes.join(parts).moved((x, y, 0.0))


def mast(x: float, y: float) -> Shape:
    """A floodlight mast of the apron."""
    rod = forms.rod((0, 0, 0), (0, 0, 19.0), (0.28, 0.14), sides=8)
    bar = shapes.box((0.3, 3.4, 0.3), center=(0, 0, 19.0))
    at = np.array([(-0.25, v, 18.8) for v in (-1.4, -0.5, 0.5, 1.4)])
    return shapes.join([of(shapes.join([rod, bar]), _STEEL), bulbs(at, 0.3, (1.0, 0.9, 0.7))]).moved((x, y, 0.0))


def clear(points: F64) -> F64:
    """How far (n,) points (n, 2) are inside what is paved, in metres; negative on the grass."""
    x, y = points[:, 0], points[:, 1]
    runway = HALF_M + 3.0 - np.abs(x)
    apron = np.minimum(np.minimum(x - APRON_X, y - 24.0), np.minimum(390.0 - y, 130.0 - x))
    taxi = np.minimum(9.0 - np.abs(y - 48.0), np.minimum(x - 10.0, APRON_X + 6.0 - x))
    return np.asarray(np.maximum(np.maximum(runway, apron), taxi))
