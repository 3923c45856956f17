"""Wooden houses of a frontier town: a false front of boards with its cornice and its name, a lower roof behind, a boardwalk under a
porch or a balcony, double doors, sash windows."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.environments._city.masonry import times
from filmwright.content.environments._town import openings
from filmwright.content.environments._town.fabric import Fabric, bar, slab
from filmwright.content.environments._town.openings import Opening
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.values import Color

Front = Literal["flat", "stepped", "gable"]
Porch = Literal["shed", "balcony", "none"]
WALK_M, DECK_M = 2.4, 0.28  # how deep the boardwalk is and how high it lies
DEPTH_M = 11.0
LAMP: Color = (1.0, 0.62, 0.28)
_BARE: tuple[Color, ...] = ((0.25, 0.20, 0.155), (0.29, 0.235, 0.18), (0.22, 0.165, 0.12), (0.30, 0.26, 0.215))
_PAINTED: tuple[Color, ...] = (
    (0.52, 0.49, 0.41),
    (0.22, 0.27, 0.25),
    (0.42, 0.30, 0.15),
    (0.36, 0.115, 0.075),
    (0.30, 0.33, 0.34),
    (0.50, 0.42, 0.27),
)
_TRIMS: tuple[Color, ...] = ((0.58, 0.55, 0.47), (0.20, 0.13, 0.085), (0.13, 0.18, 0.15), (0.28, 0.08, 0.055))
_TIMBER: Color = (0.27, 0.21, 0.155)
_GLASS: Color = (0.012, 0.013, 0.014)


class House(NamedTuple):
    """What one house is like; `name` is written on its front, `tall_m` is how high that front is."""

    name: str
    front: Front
    porch: Porch
    storeys: int
    tall_m: float
    wall: Color
    trim: Color


def choose(rng: np.random.Generator, name: str, storeys: int) -> House:
    """A house with that name on its front."""
    painted = rng.random() < 0.55
    palette = _PAINTED if painted else _BARE
    front: Front = ("flat", "stepped", "gable")[int(rng.choice(3, p=(0.5, 0.32, 0.18)))]
    porch: Porch = "balcony" if storeys > 1 and rng.random() < 0.7 else "shed"
    return House(
        name, front, porch, storeys, (4.9 if storeys == 1 else 7.9) + float(rng.uniform(0.0, 0.7)),
        palette[int(rng.integers(len(palette)))], _TRIMS[int(rng.integers(len(_TRIMS)))],
    )  # fmt: skip


def build(fabric: Fabric, plot: Plot, house: House) -> tuple[float, float]:
    """The house with its boardwalk; where its name stands: its middle along the front, and how high."""
    wide = plot.wide_m
    holes = _ground_floor(fabric, plot, house)
    if house.storeys > 1:
        bays = max(2, round(wide / 2.6))
        for k in range(bays):
            holes.append(_sash(fabric, plot, wide * (k + 0.5) / bays, 4.35, 1.0, 1.65, house.trim))
    low = [h for h in holes if h.low < 3.0]
    high = [h for h in holes if h.low >= 3.0]
    split = 3.7 if house.storeys > 1 else house.tall_m
    openings.wall(fabric, plot, "siding", 0.0, split, low, house.wall, deep=0.18)
    if house.storeys > 1:
        openings.wall(fabric, plot, "siding", split, house.tall_m, high, house.wall, deep=0.18)
    _top(fabric, plot, house)
    _behind(fabric, plot, house)
    _boardwalk(fabric, plot)
    if house.porch == "shed":
        _shed(fabric, plot, house)
    elif house.porch == "balcony":
        _balcony(fabric, plot, house)
    return wide / 2, (house.tall_m - 0.78 if house.storeys == 1 else house.tall_m - 0.85)


def _ground_floor(fabric: Fabric, plot: Plot, house: House) -> list[Opening]:
    """A double door in the middle and a wide window on both sides."""
    wide = plot.wide_m
    z = DECK_M
    door = Opening(wide / 2, 1.7, z, z + 2.35)
    _doors(fabric, plot, door, house)
    holes = [door]
    room = wide / 2 - 1.15
    if room > 1.5:
        for sign in (-1, 1):
            middle = wide / 2 + sign * (0.95 + room / 2)
            holes.append(_sash(fabric, plot, middle, z + 0.72, min(room - 0.3, 2.1), 1.6, house.trim, shop=True))
    return holes


def _doors(fabric: Fabric, plot: Plot, hole: Opening, house: House) -> None:
    u, low, high = hole.middle, hole.low, hole.high
    saloon = house.name in ("SALOON", "DANCE HALL")
    for sign in (-1, 1):
        a = u + sign * 0.42
        if saloon:  # bat wings, the dark room behind
            leaf = shapes.box((0.74, 0.04, 1.05), center=(a, -0.08, low + 1.05), bevel=0.01)
            fabric.put(plot, "trim", leaf, (0.26, 0.10, 0.045))
            for z in np.arange(low + 0.65, low + 1.5, 0.09):
                fabric.box(plot, "trim", (a - 0.28, -0.058, z), (a + 0.28, -0.045, z + 0.05), (0.20, 0.075, 0.035))
        else:
            fabric.box(plot, "trim", (a - 0.39, -0.14, low), (a + 0.39, -0.09, high - 0.28), (0.19, 0.12, 0.075))
            fabric.box(plot, "window", (a - 0.26, -0.095, low + 1.0), (a + 0.26, -0.08, high - 0.42), _GLASS)
            for z in (low + 0.2, low + 0.58):
                fabric.box(plot, "trim", (a - 0.26, -0.1, z), (a + 0.26, -0.075, z + 0.3), (0.16, 0.10, 0.06))
    if saloon:
        _pane(fabric, plot, u - 0.85, u + 0.85, low, high, -0.175, 1.0)
    for a, b, z0, z1 in (
        (u - 1.0, u - 0.83, low, high), (u + 0.83, u + 1.0, low, high), (u - 1.06, u + 1.06, high, high + 0.17)
    ):  # fmt: skip
        fabric.box(plot, "trim", (a, -0.05, z0), (b, 0.05, z1), house.trim)


def _pane(fabric: Fabric, plot: Plot, a: float, b: float, low: float, high: float, w: float, lit: float) -> None:
    rng = fabric.rng
    tilt = rng.normal(0, 0.004, 2)
    corners = np.array([[(b, w + tilt[0], low), (a, w, low), (a, w + tilt[1], high), (b, w + tilt.sum(), high)]])
    pale = float(rng.uniform(0.006, 0.03))
    glow = np.asarray(LAMP) * lit * rng.uniform(0.7, 1.1)
    fabric.masonry.panes(plot, "window", corners, np.array([(pale, pale * 0.97, pale * 0.9)]), glow[None])


def _sash(
    fabric: Fabric, plot: Plot, u: float, low: float, wide: float, tall: float, trim: Color, *, shop: bool = False
) -> Opening:
    """A window of two sashes, or a shop's with four lights, framed in boards."""
    left, right, high = u - wide / 2, u + wide / 2, low + tall
    _pane(fabric, plot, left, right, low, high, -0.1, float(fabric.rng.random() < (0.75 if shop else 0.5)))
    if fabric.rng.random() < 0.5 and not shop:  # a blind, half drawn
        fabric.box(plot, "cloth", (left, -0.13, low + 0.55 * tall), (right, -0.115, high), (0.50, 0.44, 0.32))
    t = 0.055
    bars = [
        (left, left + t, low, high),
        (right - t, right, low, high),
        (left, right, low, low + t),
        (left, right, high - t, high),
    ]
    bars.append(
        (left, right, low + tall / 2 - 0.03, low + tall / 2 + 0.03) if not shop else (u - 0.025, u + 0.025, low, high)
    )
    if shop:
        bars += [(left, right, low + 0.62 * tall, low + 0.62 * tall + 0.04)]
        bars += [(u + s * wide / 4 - 0.015, u + s * wide / 4 + 0.015, low, high) for s in (-1, 1)]
    else:
        bars.append((u - 0.015, u + 0.015, low, high))
    for a, b, z0, z1 in bars:
        fabric.box(plot, "trim", (a, -0.1, z0), (b, -0.05, z1), trim)
    s = 0.12
    for a, b, z0, z1 in (
        (left - s, left, low, high),
        (right, right + s, low, high),
        (left - s - 0.05, right + s + 0.05, high, high + 0.15),
    ):
        fabric.box(plot, "trim", (a, -0.04, z0), (b, 0.035, z1), trim)
    fabric.box(plot, "trim", (left - s - 0.03, -0.1, low - 0.07), (right + s + 0.03, 0.09, low), trim)
    return Opening(u, wide, low, high)


def _top(fabric: Fabric, plot: Plot, house: House) -> None:
    """What ends the false front: a cornice on brackets, steps, or a flat gable; the board for the name."""
    wide, tall = plot.wide_m, house.tall_m
    cornice = [(-0.08, wide + 0.08, tall)]
    if house.front == "stepped":
        a, b = 0.24 * wide, 0.76 * wide
        fabric.box(plot, "siding", (a, -0.18, tall), (b, 0.0, tall + 0.75), house.wall)
        cornice = [(-0.08, a, tall), (b, wide + 0.08, tall), (a - 0.08, b + 0.08, tall + 0.75)]
    elif house.front == "gable":
        rise = 0.22 * wide
        tri = np.array([[(0.0, w, tall), (wide, w, tall), (wide / 2, w, tall + rise)] for w in (-0.18, 0.0)])
        fabric.put(plot, "siding", shapes.outward(shapes.rings(tri)), house.wall)
        for foot in (-0.1, wide + 0.1):
            fabric.put(
                plot, "trim", bar((foot, tall - 0.03), (wide / 2, tall + rise + 0.06), 0.2, -0.2, 0.1), house.trim
            )
        cornice = []
    for a, b, z in cornice:
        fabric.box(plot, "trim", (a, -0.2, z - 0.10), (b, 0.16, z), house.trim)
        fabric.box(plot, "trim", (a, -0.2, z), (b, 0.24, z + 0.09), house.trim)
        n = max(2, round((b - a) / 0.75))
        for u in np.linspace(a + 0.18, b - 0.18, n):
            fabric.box(plot, "trim", (u - 0.05, 0.0, z - 0.36), (u + 0.05, 0.13, z - 0.1), house.trim)
    for u in (0.0, wide - 0.16):
        fabric.box(plot, "trim", (u, -0.19, 0.0), (u + 0.16, 0.03, tall - 0.1), house.trim)
    if house.name:
        z = tall - 0.78 if house.storeys == 1 else tall - 0.85
        half = min(wide / 2 - 0.35, 0.33 * len(house.name) + 0.5)
        fabric.box(plot, "board", (wide / 2 - half, 0.0, z - 0.42), (wide / 2 + half, 0.05, z + 0.42), board_of(house))
        for z1 in (z - 0.45, z + 0.42):
            fabric.box(
                plot, "trim", (wide / 2 - half - 0.04, 0.0, z1), (wide / 2 + half + 0.04, 0.07, z1 + 0.05), house.trim
            )


def board_of(house: House) -> Color:
    """The ground a name is painted on: pale on dark houses, dark on pale ones."""
    return (0.50, 0.46, 0.36) if sum(house.wall) < 1.0 else (0.10, 0.075, 0.055)


def _behind(fabric: Fabric, plot: Plot, house: House) -> None:
    """The house behind its front: plain walls, a shingled roof lower than the front."""
    wide, eave = plot.wide_m, (3.1 if house.storeys == 1 else 6.0)
    ridge = min(eave + 0.28 * wide, house.tall_m - 0.25)
    for u in (0.05, wide - 0.17):
        fabric.box(plot, "siding", (u, -DEPTH_M, 0.0), (u + 0.12, -0.17, eave), house.wall)
    fabric.box(plot, "siding", (0.05, -DEPTH_M, 0.0), (wide - 0.05, -DEPTH_M + 0.12, eave), house.wall)
    gable = np.array(
        [[(0.05, w, eave), (wide - 0.05, w, eave), (wide / 2, w, ridge)] for w in (-DEPTH_M, -DEPTH_M + 0.12)]
    )
    fabric.put(plot, "siding", shapes.outward(shapes.rings(gable)), house.wall)
    for sign in (-1, 1):
        edge = wide / 2 + sign * (wide / 2 + 0.3)
        low = eave - 0.3 * (ridge - eave) / (wide / 2)
        quad = np.array(
            [
                (edge, -0.17, low),
                (wide / 2, -0.17, ridge),
                (wide / 2, -DEPTH_M - 0.3, ridge),
                (edge, -DEPTH_M - 0.3, low),
            ]
        )
        fabric.put(plot, "shingles", slab(quad + [0, 0, 0.1], 0.1), (0.20, 0.165, 0.13))
    pipe = shapes.lathe(
        [(0.09, ridge - 1.2), (0.09, ridge + 0.9), (0.16, ridge + 0.95), (0.02, ridge + 1.15)], sides=10
    )
    fabric.put(plot, "iron", pipe.moved((0.3 * wide, -4.0, 0.0)), (0.06, 0.045, 0.04))


def _boardwalk(fabric: Fabric, plot: Plot) -> None:
    wide, rng = plot.wide_m, fabric.rng
    edges = np.arange(-0.3, wide + 0.3, 0.24)
    n = len(edges)
    reach, lift = WALK_M + rng.uniform(-0.02, 0.05, n), DECK_M + rng.uniform(-0.008, 0.008, n)
    for k in range(n):
        low, high = (
            (float(edges[k]) + 0.006, 0.0, DECK_M - 0.05),
            (float(edges[k]) + 0.234, float(reach[k]), float(lift[k])),
        )
        fabric.box(plot, "planks", low, high, times(_TIMBER, float(rng.uniform(0.75, 1.3))))
    fabric.box(
        plot, "planks", (-0.3, WALK_M - 0.16, 0.0), (wide + 0.3, WALK_M - 0.08, DECK_M - 0.05), (0.13, 0.10, 0.075)
    )
    fabric.box(plot, "planks", (wide / 2 - 0.9, WALK_M, 0.0), (wide / 2 + 0.9, WALK_M + 0.34, 0.15), _TIMBER)


def _posts(fabric: Fabric, plot: Plot, top: float, trim: Color) -> list[float]:
    """Posts along the boardwalk's edge with braces below what they carry."""
    wide = plot.wide_m
    at = [float(u) for u in np.linspace(0.1, wide - 0.1, max(2, round(wide / 2.7)) + 1)]
    for u in at:
        fabric.box(plot, "trim", (u - 0.065, WALK_M - 0.25, DECK_M), (u + 0.065, WALK_M - 0.12, top), trim)
        for sign in (-1, 1):
            if 0.0 < u + sign * 0.5 < wide:
                brace = bar((u, top - 0.6), (u + sign * 0.5, top - 0.06), 0.07, WALK_M - 0.22, WALK_M - 0.15)
                fabric.put(plot, "trim", brace, trim)
    fabric.box(plot, "trim", (0.0, WALK_M - 0.26, top - 0.08), (wide, WALK_M - 0.1, top + 0.08), trim)
    return at


def _shed(fabric: Fabric, plot: Plot, house: House) -> None:
    wide, top = plot.wide_m, 2.78
    _posts(fabric, plot, top, house.trim)
    quad = np.array(
        [
            (-0.15, WALK_M + 0.25, top + 0.05),
            (wide + 0.15, WALK_M + 0.25, top + 0.05),
            (wide + 0.15, 0.0, top + 0.72),
            (-0.15, 0.0, top + 0.72),
        ]
    )
    fabric.put(plot, "shingles", slab(quad + [0, 0, 0.07], 0.07), (0.23, 0.19, 0.15))
    fabric.box(plot, "trim", (-0.15, WALK_M + 0.2, top - 0.06), (wide + 0.15, WALK_M + 0.25, top + 0.1), house.trim)


def _balcony(fabric: Fabric, plot: Plot, house: House) -> None:
    wide, top = plot.wide_m, 3.35
    at = _posts(fabric, plot, top, house.trim)
    fabric.box(plot, "planks", (-0.05, 0.0, top + 0.08), (wide + 0.05, WALK_M, top + 0.17), _TIMBER)
    fabric.box(plot, "trim", (-0.05, WALK_M - 0.02, top), (wide + 0.05, WALK_M + 0.04, top + 0.2), house.trim)
    rail = top + 1.05
    for u in at:
        fabric.box(
            plot, "trim", (u - 0.055, WALK_M - 0.2, top + 0.17), (u + 0.055, WALK_M - 0.09, top + 2.75), house.trim
        )
    for z in (top + 0.32, rail):
        fabric.box(plot, "trim", (0.0, WALK_M - 0.175, z), (wide, WALK_M - 0.115, z + 0.06), house.trim)
    bars = np.arange(0.12, wide, 0.17)
    n = len(bars)
    fabric.masonry.boxes(plot, "trim", np.column_stack([bars, np.full(n, WALK_M - 0.16), np.full(n, top + 0.36)]),
                         np.column_stack([bars + 0.035, np.full(n, WALK_M - 0.125), np.full(n, rail)]), house.trim)  # fmt: skip
    z = top + 2.75
    quad = np.array(
        [(-0.15, WALK_M + 0.2, z), (wide + 0.15, WALK_M + 0.2, z), (wide + 0.15, 0.0, z + 0.55), (-0.15, 0.0, z + 0.55)]
    )
    fabric.put(plot, "shingles", slab(quad + [0, 0, 0.07], 0.07), (0.23, 0.19, 0.15))
    fabric.box(plot, "trim", (0.0, WALK_M - 0.22, z - 0.12), (wide, WALK_M - 0.08, z + 0.03), house.trim)
