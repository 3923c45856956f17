"""The backs of the houses: brick walls with sash windows, some of them bricked up, steel doors, roller shutters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.openings import Opening, wall
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.values import Color

GROUND_M, STOREY_M = 3.5, 3.2
DEEP_M = 0.22
SILL: Color = (0.26, 0.245, 0.22)
_LIGHTS: tuple[Color, ...] = ((1.0, 0.58, 0.22), (1.0, 0.72, 0.42), (0.75, 0.95, 0.82), (0.55, 0.70, 1.0))


class Back(NamedTuple):
    """What one house's back is like. `windows`: where their middles stand along the wall; `holes`: openings of the ground floor,
    made by those who fill them."""

    material: str
    wall: Color
    storeys: int
    windows: tuple[float, ...]
    frame: Color = (0.07, 0.075, 0.07)


def build(fabric: Fabric, plot: Plot, back: Back, holes: Sequence[Opening], *, lit: float) -> None:
    """One back with a concrete foot, a sash window in every place, a parapet with a coping."""
    wide, top = plot.wide_m, GROUND_M + back.storeys * STOREY_M
    wall(fabric, plot, back.material, 0.0, GROUND_M, holes, back.wall)
    for storey in range(back.storeys):
        low = GROUND_M + storey * STOREY_M
        openings = [Opening(u, 1.0, low + 0.85, low + 2.55) for u in back.windows]
        wall(fabric, plot, back.material, low, low + STOREY_M, openings, back.wall)
        for hole in openings:
            sash(fabric, plot, hole, back, lit=lit, bricked=bool(fabric.rng.random() < 0.16))
    fabric.box(plot, back.material, (0.0, -0.32, top), (wide, 0.0, top + 0.7), back.wall)
    fabric.box(plot, "concrete", (-0.02, -0.4, top + 0.7), (wide + 0.02, 0.07, top + 0.82), SILL)
    fabric.box(plot, "concrete", (0.0, -9.0, 0.0), (wide, -0.45, top), (0.05, 0.05, 0.05))
    at = 0.0
    for hole in sorted((h for h in holes if h.low < 0.3), key=lambda h: h.middle):
        fabric.box(plot, "concrete", (at, -0.05, -0.1), (hole.middle - hole.wide / 2, 0.05, 0.34), (0.20, 0.195, 0.18))
        at = hole.middle + hole.wide / 2
    fabric.box(plot, "concrete", (at, -0.05, -0.1), (wide, 0.05, 0.34), (0.20, 0.195, 0.18))


def sash(
    fabric: Fabric, plot: Plot, hole: Opening, back: Back, *, lit: float, bricked: bool = False, bars: bool = False
) -> None:
    """A sash window of two by two panes with a stone sill and a brick arch, dark or lit behind a blind; or its hole bricked up."""
    rng, u, half = fabric.rng, hole.middle, hole.wide / 2
    low, high = hole.low, hole.high
    fabric.box(plot, "concrete", (u - half - 0.1, -DEEP_M, low - 0.1), (u + half + 0.1, 0.09, low), SILL)
    heads = np.arange(u - half - 0.12, u + half + 0.1, 0.078)
    n = len(heads)
    fabric.masonry.boxes(plot, "concrete", np.column_stack([heads, np.full(n, -0.05), np.full(n, high)]),
                         np.column_stack([heads + 0.066, np.full(n, 0.022), np.full(n, high + 0.23)]),
                         (back.wall[0] * 0.9, back.wall[1] * 0.8, back.wall[2] * 0.75))  # fmt: skip
    if bricked:
        fabric.box(plot, "brick", (u - half, -0.3, low), (u + half, -0.09, high), (0.22, 0.11, 0.075))
        return
    glow = (
        np.asarray(_LIGHTS[int(rng.choice(4, p=(0.4, 0.3, 0.2, 0.1)))]) * rng.uniform(0.35, 0.9) * (rng.random() < lit)
    )
    middle = (low + high) / 2
    blind = rng.random() < 0.5
    quads, tints = [], []
    for a, b, c, d in ((u - half, u + half, low, middle), (u - half, u + half, middle, high)):
        tilt = rng.normal(0, 0.006, 2)
        w = -DEEP_M + (0.03 if c == middle else 0.0)
        quads.append([(b, w + tilt[0], c), (a, w, c), (a, w + tilt[1], d), (b, w + tilt.sum(), d)])
        pale = rng.uniform(0.10, 0.2) if blind and c == middle else rng.uniform(0.005, 0.02)
        tints.append((pale, pale, pale * 0.92))
    fabric.masonry.panes(plot, "window", np.array(quads), np.array(tints), np.tile(glow, (2, 1)))
    t = 0.055
    frames = [(u - half, low, u - half + t, high), (u + half - t, low, u + half, high), (u - half, low, u + half, low + t),
              (u - half, high - t, u + half, high), (u - half, middle - 0.035, u + half, middle + 0.035),
              (u - 0.018, low, u + 0.018, high)]  # fmt: skip
    f = np.array(frames)
    fabric.masonry.boxes(plot, "steel", np.column_stack([f[:, 0], np.full(len(f), -DEEP_M - 0.02), f[:, 1]]),
                         np.column_stack([f[:, 2], np.full(len(f), -DEEP_M + 0.06), f[:, 3]]), back.frame)  # fmt: skip
    if bars:
        at = np.arange(u - half + 0.1, u + half - 0.02, 0.13)
        parts = [shapes.sweep([(x, -0.05, low), (x, -0.05, high)], 0.011, sides=5) for x in at]
        parts += [
            shapes.sweep([(u - half, -0.05, z), (u + half, -0.05, z)], 0.011, sides=5)
            for z in (low + 0.12, high - 0.12)
        ]
        fabric.put(plot, "iron", shapes.join(parts), (0.035, 0.03, 0.027))


def steel_door(fabric: Fabric, plot: Plot, middle: float, paint: Color) -> Opening:
    """A riveted steel door on a step, with a small wired pane and a bar to pull."""
    half, high, foot = 0.5, 2.12, 0.16
    left, right = middle - half, middle + half
    fabric.box(plot, "steel", (left, -0.2, foot), (right, -0.13, foot + high), paint)
    fabric.box(
        plot, "steel", (left + 0.06, -0.14, foot + 0.06), (right - 0.06, -0.115, foot + 0.34), (0.18, 0.18, 0.175)
    )
    for a, b in ((left - 0.09, left), (right, right + 0.09)):
        fabric.box(
            plot,
            "steel",
            (a, -0.22, 0.0),
            (b, 0.02, foot + high + 0.09),
            (paint[0] * 0.6, paint[1] * 0.6, paint[2] * 0.6),
        )
    fabric.box(
        plot,
        "steel",
        (left, -0.22, foot + high),
        (right, 0.02, foot + high + 0.09),
        (paint[0] * 0.6, paint[1] * 0.6, paint[2] * 0.6),
    )
    pane = [
        [
            (middle + 0.16, -0.125, foot + 1.45),
            (middle - 0.16, -0.125, foot + 1.45),
            (middle - 0.16, -0.125, foot + 1.85),
            (middle + 0.16, -0.125, foot + 1.85),
        ]
    ]
    fabric.masonry.panes(plot, "window", np.array(pane), np.array([[0.02, 0.02, 0.02]]), np.array([[0.7, 0.45, 0.2]]))
    fabric.put(
        plot,
        "iron",
        shapes.sweep(
            [
                (left + 0.12, -0.09, foot + 0.85),
                (left + 0.12, -0.06, foot + 0.9),
                (left + 0.12, -0.06, foot + 1.15),
                (left + 0.12, -0.09, foot + 1.2),
            ],
            0.014,
            sides=6,
        ),
        (0.3, 0.3, 0.3),
    )
    fabric.put(
        plot,
        "concrete",
        shapes.box((1.5, 0.62, foot + 0.1), center=(middle, 0.26, (foot - 0.1) / 2), bevel=0.02),
        (0.24, 0.235, 0.22),
    )
    return Opening(middle, 2 * half, 0.0, foot + high)


def roller(fabric: Fabric, plot: Plot, middle: float, wide: float) -> Opening:
    """A roller shutter, let down, in its rails under the box it rolls up into."""
    half, high = wide / 2, 2.75
    fabric.box(plot, "shutter", (middle - half, -0.2, 0.02), (middle + half, -0.12, high), (0.21, 0.215, 0.21))
    fabric.box(
        plot,
        "steel",
        (middle - half - 0.04, -0.15, high - 0.38),
        (middle + half + 0.04, 0.12, high + 0.04),
        (0.16, 0.165, 0.16),
    )
    for x in (middle - half, middle + half - 0.07):
        fabric.box(plot, "steel", (x, -0.2, 0.0), (x + 0.07, -0.06, high), (0.12, 0.12, 0.12))
    return Opening(middle, wide, 0.0, high)
