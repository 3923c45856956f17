"""The holes in a wall and what closes them: windows with shutters and flower boxes, doors with their steps, shop windows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.values import Color

DEEP_M = 0.17  # how far panes lie behind the wall's face
WOOD: Color = (0.155, 0.085, 0.042)
STONE: Color = (0.43, 0.375, 0.30)
_FRAMES: Color = (0.66, 0.64, 0.59)
_IRON: Color = (0.016, 0.017, 0.018)
_LIGHTS: tuple[Color, ...] = ((1.0, 0.55, 0.20), (1.0, 0.63, 0.29), (1.0, 0.70, 0.40))
_DOORS: tuple[Color, ...] = (
    (0.15, 0.075, 0.032),
    (0.035, 0.075, 0.062),
    (0.10, 0.026, 0.02),
    (0.045, 0.062, 0.095),
    (0.22, 0.12, 0.055),
)
CLOTHS: tuple[tuple[Color, Color], ...] = (
    ((0.46, 0.045, 0.03), (0.74, 0.70, 0.62)), ((0.035, 0.12, 0.075), (0.72, 0.69, 0.60)), ((0.62, 0.36, 0.09), (0.74, 0.70, 0.60)),
)  # fmt: skip


class Opening(NamedTuple):
    """A hole in a wall: its middle, how wide it is, from where to where it reaches in height."""

    middle: float
    wide: float
    low: float
    high: float


class Dress(NamedTuple):
    """How the windows of a house are dressed: the color of its shutters (None: it has none), of what frames them, the share that has
    flowers, the share that is lit after dark."""

    shutters: Color | None
    trim: Color
    flowers: float
    lit: float = 0.5


def wall(
    fabric: Fabric,
    plot: Plot,
    material: str,
    low: float,
    high: float,
    holes: Sequence[Opening],
    tint: Color,
    *,
    deep: float = 0.32,
) -> None:
    """A wall from one end of the plot to the other and from low to high, with its holes left open."""
    at = 0.0
    for hole in sorted(holes, key=lambda h: h.middle):
        left, right = hole.middle - hole.wide / 2, hole.middle + hole.wide / 2
        fabric.box(plot, material, (at, -deep, low), (left, 0.0, high), tint)
        if hole.low > low + 1e-3:
            fabric.box(plot, material, (left, -deep, low), (right, 0.0, hole.low), tint)
        if hole.high < high - 1e-3:
            fabric.box(plot, material, (left, -deep, hole.high), (right, 0.0, high), tint)
        at = right
    fabric.box(plot, material, (at, -deep, low), (plot.wide_m, 0.0, high), tint)


def window(fabric: Fabric, plot: Plot, hole: Opening, dress: Dress, *, near: bool, deep: float = DEEP_M) -> None:
    """A casement of two leaves `deep` in its hole, with sill and surround; shutters and flowers if the house has them."""
    rng, u, wide, low, high = fabric.rng, hole.middle, hole.wide, hole.low, hole.high
    left, right = u - wide / 2, u + wide / 2
    glow = np.asarray(_LIGHTS[int(rng.integers(3))]) * rng.uniform(0.55, 1.1) * (rng.random() < dress.lit)
    curtain = rng.random() < 0.5
    corners, tints = [], []
    for a, b in ((left, u), (u, right)):
        tilt = rng.normal(0, 0.006, 2)
        w = -deep
        corners.append([(b, w + tilt[0], low), (a, w, low), (a, w + tilt[1], high), (b, w + tilt.sum(), high)])
        pale = rng.uniform(0.14, 0.3) if curtain else rng.uniform(0.006, 0.03)
        tints.append((pale, pale * 0.96, pale * 0.87))
    fabric.masonry.panes(plot, "window", np.array(corners), np.array(tints), np.tile(glow, (2, 1)))
    back, front, t = -deep - 0.01, -deep + 0.055, 0.06
    bars = [(left, low, left + t, high), (right - t, low, right, high), (u - 0.045, low, u + 0.045, high),
            (left, low, right, low + t), (left, high - t, right, high)]  # fmt: skip
    if near:
        rows = (0.36, 0.68) if high - low > 1.1 else (0.62,)
        bars += [(left, low + k * (high - low) - 0.015, right, low + k * (high - low) + 0.015) for k in rows]
    b4 = np.array(bars)
    n = len(b4)
    fabric.masonry.boxes(plot, "trim", np.column_stack([b4[:, 0], np.full(n, back), b4[:, 1]]),
                         np.column_stack([b4[:, 2], np.full(n, front), b4[:, 3]]), _FRAMES)  # fmt: skip
    s = 0.11
    ring = np.array([(left - s, low, left, high), (right, low, right + s, high), (left - s, high, right + s, high + s)])
    fabric.masonry.boxes(plot, "trim", np.column_stack([ring[:, 0], np.full(3, -0.05), ring[:, 1]]),
                         np.column_stack([ring[:, 2], np.full(3, 0.03), ring[:, 3]]), dress.trim)  # fmt: skip
    fabric.box(plot, "trim", (left - s - 0.04, -deep, low - 0.07), (right + s + 0.04, 0.1, low), dress.trim)
    fabric.ledge(plot, (left - s, -0.1, low), (right + s, 0.1, low + 0.07))
    if dress.shutters is not None:
        for sign, hinge in ((-1, left - s), (1, right + s)):
            _shutter(fabric, plot, hinge, sign, wide / 2 + 0.02, low, high, dress.shutters)
    if rng.random() < dress.flowers and not fabric.snow:
        x, y, z = plot.place(u, 0.16, low + 0.02)
        fabric.boxes.append((x, y, z, plot.yaw_rad, 1.0))


def _shutter(
    fabric: Fabric, plot: Plot, hinge: float, sign: int, wide: float, low: float, high: float, paint: Color
) -> None:
    """A leaf folded back against the wall, not quite flat."""
    ajar = float(np.clip(fabric.rng.normal(0.10, 0.07), 0.02, 0.5))
    if fabric.rng.random() < 0.05:
        ajar = 1.0
    tall = high - low
    leaf = [shapes.box((wide, 0.03, tall), center=(wide / 2, 0, tall / 2))]
    for z in (0.04, tall / 2, tall - 0.04):
        leaf.append(shapes.box((wide, 0.05, 0.08), center=(wide / 2, 0.004, z)))
    for x in (0.035, wide - 0.035):
        leaf.append(shapes.box((0.07, 0.05, tall), center=(x, 0.004, tall / 2)))
    made = shapes.join(leaf)
    if sign < 0:
        made = made.mirrored()
    made = made.turned(shapes.rotation(z=sign * ajar)).moved((hinge, 0.055, low))
    fabric.put(plot, "shutter", made, paint)


def door(fabric: Fabric, plot: Plot, middle: float, high: float, *, steps: int, trim: Color = STONE) -> Opening:
    """A wooden door with a stone frame and steps before it, a lit pane over it; and the hole it needs. Steps stand in the way."""
    rng = fabric.rng
    paint = _DOORS[int(rng.integers(len(_DOORS)))]
    wide, foot = 1.0, 0.16 * steps
    left, right, top = middle - wide / 2, middle + wide / 2, foot + high
    fabric.box(plot, "paint", (left, -0.24, foot), (right, -0.16, top), paint)
    panels = np.array([(left + 0.1, foot + 0.14, middle - 0.05, foot + 0.85),
                       (middle + 0.05, foot + 0.14, right - 0.1, foot + 0.85),
                       (left + 0.1, foot + 1.0, middle - 0.05, top - 0.5),
                       (middle + 0.05, foot + 1.0, right - 0.1, top - 0.5)])  # fmt: skip
    fabric.masonry.boxes(plot, "paint", np.column_stack([panels[:, 0], np.full(4, -0.18), panels[:, 1]]),
                         np.column_stack([panels[:, 2], np.full(4, -0.135), panels[:, 3]]),
                         (paint[0] * 0.72, paint[1] * 0.72, paint[2] * 0.72))  # fmt: skip
    pane = [
        [
            (right - 0.08, -0.15, top - 0.4),
            (left + 0.08, -0.15, top - 0.4),
            (left + 0.08, -0.15, top - 0.06),
            (right - 0.08, -0.15, top - 0.06),
        ]
    ]
    fabric.masonry.panes(plot, "window", np.array(pane), np.array([[0.02, 0.02, 0.02]]), np.array([[0.9, 0.52, 0.2]]))
    knob = shapes.ball(0.035, center=(right - 0.16, -0.1, foot + 1.0), sides=10, levels=6)
    fabric.put(plot, "iron", knob, (0.35, 0.25, 0.09))
    s = 0.17
    for a, b in ((left - s, left), (right, right + s)):
        fabric.box(plot, "trim", (a, -0.2, 0.0), (b, 0.05, top), trim)
    fabric.box(plot, "trim", (left - s, -0.2, top), (right + s, 0.06, top + 0.2), trim)
    for k in range(steps):
        out = 0.12 + 0.3 * (steps - k)
        half = wide / 2 + s + 0.08
        fabric.put(
            plot,
            "curb",
            shapes.box((2 * half, out + 0.2, 0.18), center=(middle, (out - 0.2) / 2, 0.16 * k + 0.07), bevel=0.02),
            (0.33, 0.30, 0.255),
        )
        fabric.ledge(plot, (middle - half, out - 0.26, 0.16 * k + 0.155), (middle + half, out - 0.02, 0.16 * k + 0.20))
    x, y, _ = plot.place(middle, 0.3, 0.0)
    fabric.obstacles.append((x, y, 0.4 + 0.12 * steps))
    return Opening(middle, wide, 0.0, top)


def shop(fabric: Fabric, plot: Plot, start: float, end: float, high: float, paint: Color) -> Opening:
    """A shop window in a painted wooden front with a board for its name, lit inside; and the hole it needs."""
    rng = fabric.rng
    low, head = 0.55, high - 0.55
    fabric.box(plot, "paint", (start, -0.2, 0.0), (end, 0.05, low), paint)
    fabric.box(plot, "paint", (start - 0.06, -0.2, head), (end + 0.06, 0.11, high), paint)
    fabric.box(plot, "paint", (start - 0.1, -0.05, high), (end + 0.1, 0.17, high + 0.07), paint)
    fabric.ledge(plot, (start - 0.1, -0.03, high + 0.06), (end + 0.1, 0.17, high + 0.13))
    count = max(2, round((end - start) / 0.95))
    at = np.linspace(start, end, count + 1)
    for k, a in enumerate(at):
        half = 0.05 if 0 < k < count else 0.09
        a = float(np.clip(a, start + half, end - half))
        fabric.box(plot, "paint", (a - half, -0.2, low), (a + half, 0.04, head), paint)
    glow = np.asarray(_LIGHTS[int(rng.integers(3))]) * rng.uniform(0.9, 1.3)
    quads, n = [], count
    for a, b in pairwise(at):
        tilt = rng.normal(0, 0.004, 2)
        quads.append(
            [(b, -0.12 + tilt[0], low), (a, -0.12, low), (a, -0.12 + tilt[1], head), (b, -0.12 + tilt.sum(), head)]
        )
    fabric.masonry.panes(
        plot, "shop_window", np.array(quads), np.tile((0.06, 0.048, 0.036), (n, 1)), np.tile(glow, (n, 1))
    )
    for z in (low, head - 0.42):
        fabric.box(plot, "paint", (start, -0.16, z - 0.03), (end, -0.05, z + 0.03), paint)
    return Opening((start + end) / 2, end - start, 0.0, high)


def awning(
    fabric: Fabric, plot: Plot, start: float, end: float, high: float, *, out: float = 1.35, pick: int = 0
) -> None:
    """A slanted cloth in stripes with a scalloped valance."""
    pair = CLOTHS[pick % len(CLOTHS)]
    strips = max(2, round((end - start) / 0.28))
    edges = np.linspace(start, end, strips + 1)
    low, drop = high - 0.62, 0.19
    for k in range(strips):
        a, b = float(edges[k]), float(edges[k + 1])
        cloth = [[(b, out, low), (a, out, low), (a, 0.08, high), (b, 0.08, high)],
                 [(b, out, low - drop), (a, out, low - drop), (a, out, low), (b, out, low)]]  # fmt: skip
        fabric.masonry.panes(plot, "cloth", np.array(cloth), np.tile(pair[k % 2], (2, 1)), np.zeros((2, 3)))
        bow = np.linspace(math.pi, 2 * math.pi, 7)
        middle, half = (a + b) / 2, (b - a) / 2
        round_end = np.column_stack(
            [middle + half * np.cos(bow), np.full(7, out), low - drop + 0.6 * half * np.sin(bow)]
        )
        fan = [[round_end[j], round_end[j + 1], (middle, out, low - drop), (middle, out, low - drop)] for j in range(6)]
        fabric.masonry.panes(plot, "cloth", np.array(fan), np.tile(pair[k % 2], (6, 1)), np.zeros((6, 3)))
    for u in (start + 0.03, end - 0.03):
        rod = shapes.sweep([(u, 0.05, high - 0.9), (u, out - 0.02, low)], 0.014, sides=6)
        fabric.put(plot, "iron", rod, _IRON)
    if fabric.snow:
        cover = [
            [(end, out, low + 0.05), (start, out, low + 0.05), (start, 0.08, high + 0.07), (end, 0.08, high + 0.07)]
        ]
        fabric.masonry.panes(plot, "snow", np.array(cover), np.full((1, 3), 0.85), np.zeros((1, 3)))
