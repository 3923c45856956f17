"""Palaces and houses of Venice: plastered fronts with pointed windows framed in white stone, balconies, low roofs, flared chimneys."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._town import openings
from filmwright.content.environments._town.fabric import Fabric, slab
from filmwright.content.environments._town.openings import Dress, Opening
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.values import Color

WHITE: Color = (0.62, 0.585, 0.52)
DEPTH_M = 9.0
_WALLS: tuple[Color, ...] = (
    (0.50, 0.185, 0.105), (0.60, 0.38, 0.16), (0.62, 0.50, 0.34), (0.55, 0.27, 0.20), (0.42, 0.16, 0.10), (0.66, 0.44, 0.26),
    (0.58, 0.34, 0.27),
)  # fmt: skip
_SHUTTERS: tuple[Color | None, ...] = ((0.025, 0.085, 0.055), (0.03, 0.07, 0.05), (0.13, 0.065, 0.03), None)
_TILES: Color = (0.30, 0.115, 0.065)
_BRICK: Color = (0.30, 0.12, 0.075)


class House(NamedTuple):
    """One front: its wall, how many storeys stand over the ground floor, its bays, its shutters, whether its first floor is that of a
    palace."""

    wall: Color
    storeys: int
    bays: int
    shutters: Color | None
    palace: bool
    ground_m: float
    storey_m: float


def choose(rng: np.random.Generator, before: House | None, wide_m: float) -> House:
    """A house unlike the one beside it."""
    walls = [c for c in _WALLS if before is None or c != before.wall]
    return House(
        walls[int(rng.integers(len(walls)))], int(rng.choice((2, 2, 3))), max(2, round(wide_m / 2.1)),
        _SHUTTERS[int(rng.integers(len(_SHUTTERS)))], bool(rng.random() < 0.45), float(rng.uniform(3.2, 3.6)), float(rng.uniform(2.8, 3.2)),
    )  # fmt: skip


def build(fabric: Fabric, plot: Plot, house: House, *, near: bool, wet: bool) -> None:
    """One house from under its foot to the chimneys; `wet`: it stands in the water, with a gate for boats."""
    rng, wide = fabric.rng, plot.wide_m
    top = house.ground_m + house.storeys * house.storey_m
    fabric.box(plot, "plaster", (0.0, -DEPTH_M, -2.2), (wide, -0.3, top), house.wall)
    bay = wide / house.bays
    gate = int(rng.integers(house.bays))
    holes = []
    if wet:
        holes.append(_water_gate(fabric, plot, bay * (gate + 0.5)))
    else:
        holes.append(openings.door(fabric, plot, bay * (gate + 0.5), 2.1, steps=1, trim=WHITE))
    dress = Dress(None, WHITE, 0.0, 0.4)
    for k in range(house.bays):
        if k != gate:
            hole = Opening(bay * (k + 0.5), 0.8, 1.35, 2.45)
            openings.window(fabric, plot, hole, dress, near=near)
            _grille(fabric, plot, hole)
            holes.append(hole)
    openings.wall(fabric, plot, "plaster", -2.2, house.ground_m, holes, house.wall)
    foot = 0.75 if wet else 0.45
    for a, b in _free(holes, wide):
        fabric.box(plot, "trim", (a, -0.05, -2.2), (b, 0.06, foot), (0.40, 0.36, 0.30))
        if wet:
            fabric.box(plot, "trim", (a, -0.04, -2.2), (b, 0.075, 0.02), (0.025, 0.034, 0.014))
    fabric.box(plot, "trim", (0.0, -0.05, house.ground_m - 0.1), (wide, 0.09, house.ground_m + 0.06), WHITE)
    _peeled(fabric, plot, house.ground_m)
    for storey in range(house.storeys):
        low = house.ground_m + storey * house.storey_m
        _storey(fabric, plot, house, low, noble=house.palace and storey == 0, near=near)
    _top(fabric, plot, house, top)


def _free(holes: list[Opening], wide: float) -> list[tuple[float, float]]:
    at, out = 0.0, []
    for hole in sorted((h for h in holes if h.low < 0.7), key=lambda h: h.middle):
        out.append((at, hole.middle - hole.wide / 2 - 0.17))
        at = hole.middle + hole.wide / 2 + 0.17
    return [(a, b) for a, b in [*out, (at, wide)] if b > a + 0.05]


def _water_gate(fabric: Fabric, plot: Plot, u: float) -> Opening:
    """A gate to the water with steps down into it and a grille; and the hole it needs."""
    wide, high = 1.5, 2.5
    fabric.box(plot, "plaster", (u - wide / 2, -0.6, -2.0), (u + wide / 2, -0.5, high), (0.03, 0.026, 0.022))
    for k in range(4):
        z = 0.25 - 0.2 * k
        fabric.box(
            plot,
            "trim",
            (u - wide / 2 - 0.1, -0.5, z - 0.2),
            (u + wide / 2 + 0.1, 0.12 + 0.26 * k, z),
            (0.34, 0.33, 0.27),
        )
    for s in (-1, 1):
        fabric.box(
            plot,
            "trim",
            (u + s * (wide / 2 + 0.08) - 0.1, -0.2, -0.2),
            (u + s * (wide / 2 + 0.08) + 0.1, 0.09, high),
            WHITE,
        )
    _arch(fabric, plot, u, wide, high, 0.75)
    bars = [
        shapes.box((0.035, 0.035, high - 0.3), center=(u + x, -0.22, (high + 0.3) / 2))
        for x in np.linspace(-wide / 2, wide / 2, 9)
    ]
    bars += [shapes.box((wide, 0.04, 0.05), center=(u, -0.22, z)) for z in (0.45, 1.4, high - 0.2)]
    fabric.put(plot, "iron", shapes.join(bars), (0.03, 0.03, 0.028))
    return Opening(u, wide, -2.2, high)


def _arch(fabric: Fabric, plot: Plot, u: float, wide: float, low: float, rise: float) -> None:
    """A pointed hood of white stone over an opening, plaster set back within it."""
    t = np.linspace(-1.0, 1.0, 17)
    inner = np.column_stack([wide / 2 * t, rise * (1 - np.abs(t) ** 1.7) ** 0.75])
    outer = np.column_stack([(wide / 2 + 0.17) * t, (rise + 0.34) * (1 - np.abs(t) ** 1.7) ** 0.75])
    outer[8, 1] += 0.12  # the point of the ogee
    sections = ((inner, 0.0), (inner, 0.10), (outer, 0.10), (outer, 0.0))
    rows = [np.column_stack([u + line[:, 0], np.full(17, w), low + line[:, 1]]) for line, w in sections]
    fabric.put(plot, "trim", shapes.rings(np.array(rows), around=False, caps=False), WHITE)
    fill = np.column_stack([u + inner[:, 0], np.full(17, 0.03), low + inner[:, 1]])
    foot = np.column_stack([u + inner[:, 0], np.full(17, 0.03), np.full(17, low)])
    fabric.put(plot, "trim", shapes.rings(np.array([foot, fill]), around=False, caps=False), (0.50, 0.45, 0.38))


def _grille(fabric: Fabric, plot: Plot, hole: Opening) -> None:
    bars = [
        shapes.box((0.025, 0.025, hole.high - hole.low), center=(hole.middle + x, 0.02, (hole.low + hole.high) / 2))
        for x in np.linspace(-hole.wide / 2, hole.wide / 2, 6)
    ]
    fabric.put(plot, "iron", shapes.join(bars), (0.03, 0.03, 0.03))


def _peeled(fabric: Fabric, plot: Plot, ground_m: float) -> None:
    """Patches where the plaster has come off and the brick shows."""
    rng = fabric.rng
    for _ in range(int(rng.integers(2, 5))):
        u, z = float(rng.uniform(0.6, plot.wide_m - 0.6)), float(rng.uniform(0.8, ground_m - 0.3))
        a = np.linspace(0, 2 * math.pi, 18, endpoint=False)
        turns = rng.random(2) * 6
        r = float(rng.uniform(0.2, 0.5)) * (1 + 0.35 * np.sin(2 * a + turns[0]) + 0.2 * np.sin(5 * a + turns[1]))
        rim = np.column_stack([u + 1.2 * r * np.cos(a), np.full(18, 0.012), z + 0.8 * r * np.sin(a)])
        rim[:, 0] = np.clip(rim[:, 0], 0.05, plot.wide_m - 0.05)
        made = shapes.shape(np.concatenate([rim, [(u, 0.012, z)]]), [[(k + 1) % 18, k, 18] for k in range(18)])
        fabric.put(plot, "rubble", made, _BRICK)


def _storey(fabric: Fabric, plot: Plot, house: House, low: float, *, noble: bool, near: bool) -> None:
    """Windows in a row; on the first floor of a palace the middle ones are tall, arched and stand close over a balcony."""
    wide, high = plot.wide_m, house.storey_m
    bay = wide / house.bays
    tall = Dress(None, WHITE, 0.0, 0.6)
    plain = Dress(house.shutters, WHITE, 0.35, 0.45)
    holes = []
    middle = wide / 2
    group = [middle + 1.15 * (k - 1.5) for k in range(4)] if noble and wide > 6.4 else []
    for u in group:
        hole = Opening(u, 0.82, low + 0.35, low + 1.95)
        openings.window(fabric, plot, hole, tall, near=near)
        _arch(fabric, plot, u, 0.82, low + 1.95, 0.5)
        for s in (-1, 1):
            shaft = shapes.lathe(
                [(0.09, low + 0.3), (0.075, low + 0.5), (0.07, low + 1.8), (0.12, low + 1.95)], sides=10
            )
            fabric.put(plot, "trim", shaft.moved((u + s * 0.575, 0.07, 0.0)), WHITE)
        holes.append(hole)
    for k in range(house.bays):
        u = bay * (k + 0.5)
        if group and abs(u - middle) < 2.3 + 0.75:
            continue
        hole = Opening(u, 0.86, low + 0.7, low + 2.05)
        openings.window(fabric, plot, hole, plain, near=near)
        if noble:
            _arch(fabric, plot, u, 0.86, low + 2.05, 0.42)
        holes.append(hole)
    openings.wall(fabric, plot, "plaster", low, low + high, holes, house.wall, deep=0.5)
    if group:
        _balcony(fabric, plot, middle - 2.5, middle + 2.5, low + 0.3)
    fabric.box(plot, "trim", (0.0, -0.05, low + high - 0.06), (wide, 0.05, low + high + 0.04), WHITE)


def _balcony(fabric: Fabric, plot: Plot, a: float, b: float, low: float) -> None:
    out = 0.75
    fabric.box(plot, "trim", (a, 0.0, low - 0.16), (b, out, low), WHITE)
    fabric.box(plot, "trim", (a, out - 0.16, low + 0.78), (b, out, low + 0.9), WHITE)
    for u in np.linspace(a + 0.4, b - 0.4, 4):
        fabric.box(plot, "trim", (u - 0.12, 0.0, low - 0.42), (u + 0.12, 0.5, low - 0.16), WHITE)
    one = shapes.lathe([(0.05, 0.0), (0.07, 0.2), (0.04, 0.42), (0.06, 0.78)], sides=8, caps=False)
    posts = [one.moved((u, out - 0.08, low)) for u in np.arange(a + 0.16, b - 0.1, 0.24)]
    fabric.put(plot, "trim", shapes.join(posts), WHITE)
    for u in (a + 0.08, b - 0.08):
        fabric.box(plot, "trim", (u - 0.08, 0.0, low + 0.78), (u + 0.08, out, low + 0.9), WHITE)
        fabric.box(plot, "trim", (u - 0.09, out - 0.17, low), (u + 0.09, out + 0.01, low + 0.95), WHITE)


def _top(fabric: Fabric, plot: Plot, house: House, top: float) -> None:
    """A cornice on small blocks, a low tiled roof, chimneys that flare at their heads."""
    rng, wide, half = fabric.rng, plot.wide_m, DEPTH_M / 2
    fabric.box(plot, "trim", (0.0, -0.1, top - 0.02), (wide, 0.30, top + 0.14), WHITE)
    blocks = [shapes.box((0.12, 0.24, 0.16), center=(u, 0.12, top - 0.1)) for u in np.arange(0.2, wide, 0.42)]
    fabric.put(plot, "trim", shapes.join(blocks), WHITE)
    ridge = top + 0.42 * half
    for a, b in ((0.5, -half), (-2 * half, -half)):
        z = top + 0.12 if a > 0 else top
        quad = [(wide + 0.04, a, z), (-0.04, a, z), (-0.04, b, ridge), (wide + 0.04, b, ridge)]
        fabric.put(plot, "roof", slab(np.array(quad if a > 0 else [quad[k] for k in (1, 0, 3, 2)]), 0.12), _TILES)
    for u in (0.0, wide - 0.3):
        rows = [[(u + d, 0.0, top), (u + d, -2 * half, top), (u + d, -half, ridge)] for d in (0.0, 0.3)]
        fabric.put(plot, "plaster", shapes.outward(shapes.rings(np.array(rows))), house.wall)
    for _ in range(int(rng.integers(1, 3))):
        u, w = float(rng.uniform(0.8, wide - 0.8)), float(rng.uniform(-2.2, -0.7))
        stack = shapes.lathe(
            [(0.30, top), (0.28, ridge + 0.3), (0.62, ridge + 1.15), (0.62, ridge + 1.3), (0.4, ridge + 1.34)], sides=12
        )
        fabric.put(plot, "plaster", stack.moved((u, w, 0.0)), house.wall)
