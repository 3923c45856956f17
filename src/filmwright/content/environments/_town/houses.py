"""Houses of an old town: plastered, half-timbered or of rubble stone, one to three storeys under a steep tiled roof whose eaves or
whose gable look on the street."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.environments._town import openings
from filmwright.content.environments._town.fabric import Fabric, bar, slab
from filmwright.content.environments._town.openings import STONE, WOOD, Dress, Opening
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.values import Color

Style = Literal["plaster", "timber", "stone"]
DEPTH_M = 8.5
_PLASTER: tuple[Color, ...] = (
    (0.62, 0.47, 0.26), (0.66, 0.55, 0.40), (0.58, 0.34, 0.23), (0.50, 0.47, 0.38), (0.68, 0.62, 0.52), (0.60, 0.40, 0.33),
    (0.42, 0.45, 0.42),
)  # fmt: skip
_INFILL: tuple[Color, ...] = ((0.70, 0.65, 0.54), (0.72, 0.69, 0.61), (0.66, 0.52, 0.30), (0.60, 0.42, 0.33))
_RUBBLE: tuple[Color, ...] = ((0.36, 0.31, 0.24), (0.33, 0.30, 0.255), (0.40, 0.34, 0.25))
_TIMBER: tuple[Color, ...] = ((0.052, 0.030, 0.018), (0.085, 0.045, 0.024), (0.075, 0.022, 0.016))
_SHUTTERS: tuple[Color, ...] = (
    (0.045, 0.115, 0.075), (0.10, 0.155, 0.19), (0.19, 0.035, 0.028), (0.155, 0.085, 0.042), (0.16, 0.20, 0.15), (0.055, 0.085, 0.16),
)  # fmt: skip
_TILES: tuple[Color, ...] = ((0.33, 0.115, 0.062), (0.27, 0.10, 0.06), (0.22, 0.085, 0.058), (0.30, 0.135, 0.085))
_PAINTS: tuple[Color, ...] = ((0.025, 0.07, 0.052), (0.11, 0.022, 0.018), (0.035, 0.055, 0.10), (0.15, 0.085, 0.04))


class House(NamedTuple):
    """What one house is like. `gable`: its gable looks on the street; `shop`: what its ground floor sells behind, if anything."""

    style: Style
    storeys: int
    ground_m: float
    storey_m: float
    bays: int
    wall: Color
    timber: Color
    tiles: Color
    gable: bool
    shop: Literal["", "shop", "cafe"]
    dress: Dress


def choose(rng: np.random.Generator, before: House | None, wide_m: float) -> House:
    """A house unlike the one beside it."""
    styles: tuple[Style, ...] = ("plaster", "timber", "stone")
    share = np.array([0.50, 0.34, 0.16])
    if before is not None:
        share[styles.index(before.style)] *= 0.4
    style = styles[int(rng.choice(3, p=share / share.sum()))]
    palette = {"plaster": _PLASTER, "timber": _INFILL, "stone": _RUBBLE}[style]
    walls = [c for c in palette if before is None or c != before.wall]
    bare = style == "timber" and rng.random() < 0.6
    return House(
        style=style,
        storeys=int(rng.choice((1, 2, 2))) if style != "stone" else int(rng.integers(1, 3)),
        ground_m=float(rng.uniform(2.75, 3.05)),
        storey_m=float(rng.uniform(2.45, 2.7)),
        bays=max(2, round(wide_m / 2.35)),
        wall=walls[int(rng.integers(len(walls)))],
        timber=_TIMBER[int(rng.integers(len(_TIMBER)))],
        tiles=_TILES[int(rng.integers(len(_TILES)))],
        gable=bool(rng.random() < (0.62 if style == "timber" else 0.3)) and wide_m < 7.6,
        shop="",
        dress=Dress(
            shutters=None if bare else _SHUTTERS[int(rng.integers(len(_SHUTTERS)))],
            trim=STONE if style != "timber" else WOOD,
            flowers=float(rng.choice((0.25, 0.65, 0.9))),
        ),
    )


def build(fabric: Fabric, plot: Plot, house: House, *, near: bool) -> None:
    """One house on its plot, from under the ground to the chimney."""
    wide = plot.wide_m
    body = "rubble" if house.style == "stone" else "plaster"
    top = house.ground_m + house.storeys * house.storey_m
    fabric.box(plot, body, (0.0, -DEPTH_M, -1.2), (wide, -0.3, top), house.wall)
    _ground_floor(fabric, plot, house, body, near=near)
    jut = 0.0
    for storey in range(house.storeys):
        low = house.ground_m + storey * house.storey_m
        if house.style == "timber":
            jut += 0.22 if storey == 0 else 0.12
        _storey(fabric, plot.moved(jut), house, body, low, near=near)
    (_gabled if house.gable else _eaved)(fabric, plot.moved(jut), house, top, near=near)


def _ground_floor(fabric: Fabric, plot: Plot, house: House, body: str, *, near: bool) -> None:
    rng, wide, high = fabric.rng, plot.wide_m, house.ground_m
    bay = wide / house.bays
    at = int(rng.integers(house.bays))
    if house.shop:
        at = 0 if rng.random() < 0.5 else house.bays - 1
    holes = [openings.door(fabric, plot, bay * (at + 0.5), 2.08, steps=0 if house.shop else int(rng.integers(1, 3)))]
    if house.shop:
        start, end = (bay, wide - 0.45) if at == 0 else (0.45, wide - bay)
        paint = _PAINTS[int(rng.integers(len(_PAINTS)))]
        holes.append(openings.shop(fabric, plot, start + 0.1, end - 0.1, high - 0.25, paint))
        if house.shop == "cafe" or rng.random() < 0.5:
            pick = 0 if house.shop == "cafe" else int(rng.integers(3))
            openings.awning(fabric, plot, start, end, high - 0.72, out=1.5 if house.shop == "cafe" else 1.1, pick=pick)
    else:
        for k in range(house.bays):
            if k != at:
                hole = Opening(bay * (k + 0.5), 0.95, 0.98, 2.22)
                openings.window(fabric, plot, hole, house.dress, near=near)
                holes.append(hole)
        x, y, z = plot.place(bay * (at + 0.5) + 0.95, 0.3, 0.0)
        if near and rng.random() < 0.75:
            fabric.pots.append((x, y, z, plot.yaw_rad, 1.0))
    ground = "rubble" if house.style == "timber" and house.wall == _INFILL[0] else body
    openings.wall(fabric, plot, ground, -1.2, high, holes, house.wall if ground == body else _RUBBLE[0])
    if house.style == "plaster":
        for a, b in _between(holes, wide):
            fabric.box(plot, "trim", (a, -0.05, -1.0), (b, 0.045, 0.5), STONE)
        for a in (0.0, wide - 0.34):
            for k in range(7):  # quoins
                long = 0.34 if k % 2 else 0.22
                left = a if a == 0.0 else wide - long
                fabric.box(
                    plot, "trim", (left, -0.05, 0.5 + 0.36 * k), (left + long, 0.03, 0.5 + 0.36 * k + 0.33), STONE
                )
        fabric.box(plot, "trim", (0.0, -0.05, high - 0.1), (wide, 0.07, high + 0.04), STONE)


def _between(holes: list[Opening], wide: float) -> list[tuple[float, float]]:
    """The stretches of a wall's foot that no hole which reaches the ground takes."""
    at, out = 0.0, []
    for hole in sorted((h for h in holes if h.low < 0.3), key=lambda h: h.middle):
        out.append((at, hole.middle - hole.wide / 2 - 0.17))
        at = hole.middle + hole.wide / 2 + 0.17
    return [(a, b) for a, b in [*out, (at, wide)] if b > a + 0.05]


def _storey(fabric: Fabric, plot: Plot, house: House, body: str, low: float, *, near: bool) -> None:
    wide, high = plot.wide_m, house.storey_m
    bay = wide / house.bays
    sill = 0.82
    holes = [Opening(bay * (k + 0.5), 0.92, low + sill, low + sill + 1.26) for k in range(house.bays)]
    openings.wall(fabric, plot, body, low, low + high, holes, house.wall, deep=0.5)
    for hole in holes:
        openings.window(fabric, plot, hole, house.dress, near=near)
    if house.style == "timber":
        _timbers(fabric, plot, house, holes, low)


def _timbers(fabric: Fabric, plot: Plot, house: House, holes: list[Opening], low: float) -> None:
    """Sill and top beams, posts at the corners and beside windows, rails, braces in the panels at both ends and under windows."""
    wide, high = plot.wide_m, house.storey_m
    out, t = 0.035, 0.17
    sill, head = holes[0].low - 0.08, holes[0].high + 0.12
    parts = [
        bar((0.0, low + 0.1), (wide, low + 0.1), 0.22, -0.3, 0.055),
        bar((0.0, low + high - 0.08), (wide, low + high - 0.08), 0.17, -0.05, out),
    ]
    posts = [t / 2, wide - t / 2]
    for hole in holes:
        posts += [hole.middle - hole.wide / 2 - 0.13, hole.middle + hole.wide / 2 + 0.13]
    posts.sort()
    parts += [bar((u, low + 0.2), (u, low + high - 0.16), t * 0.9, -0.05, out - 0.006) for u in posts]
    parts += [bar((0.0, sill), (wide, sill), 0.13, -0.05, out - 0.003)]
    for a, b in pairwise(posts):
        if not any(a < hole.middle < b for hole in holes):
            parts.append(bar((a, head), (b, head), 0.12, -0.05, out - 0.003))
            if b - a > 0.45:
                lean = 1 if (a + b) / 2 < wide / 2 else -1
                foot, top = (a, b) if lean > 0 else (b, a)
                parts.append(bar((foot, low + 0.22), (top, head - 0.05), 0.13, -0.05, out - 0.012))
        else:
            style = len(parts) % 2
            if style:
                parts.append(bar((a, low + 0.22), (b, sill - 0.05), 0.11, -0.05, out - 0.012))
            parts.append(bar((b, low + 0.22), (a, sill - 0.05), 0.11, -0.05, out - 0.012))
    for part in parts:
        fabric.put(plot, "beam", part, house.timber)
    ends = np.arange(0.25, wide, 0.72)  # the heads of the beams that carry the storey
    n = len(ends)
    fabric.masonry.boxes(plot, "beam", np.column_stack([ends, np.full(n, -0.3), np.full(n, low - 0.14)]),
                         np.column_stack([ends + 0.15, np.full(n, 0.02), np.full(n, low)]), house.timber)  # fmt: skip


def _eaved(fabric: Fabric, plot: Plot, house: House, top: float, *, near: bool) -> None:
    """A roof that slopes to the street, with its gutter, dormers and a chimney; the gables beside it closed."""
    rng, wide = fabric.rng, plot.wide_m
    half, pitch, over = DEPTH_M / 2, float(rng.uniform(0.98, 1.2)), 0.42
    ridge = top + pitch * half
    foot = top - pitch * over
    front = np.array(
        [(wide + 0.06, over, foot), (-0.06, over, foot), (-0.06, -half, ridge), (wide + 0.06, -half, ridge)]
    )
    rear = np.array(
        [(-0.06, -2 * half, top), (wide + 0.06, -2 * half, top), (wide + 0.06, -half, ridge), (-0.06, -half, ridge)]
    )
    for quad in (front, rear):
        fabric.put(plot, "roof", slab(quad + [0, 0, 0.12], 0.13), house.tiles)
        if fabric.snow:
            fabric.put(plot, "snow", slab(quad + [0, 0, 0.25], 0.13), (0.85, 0.87, 0.92))
    fabric.put(
        plot,
        "roof",
        shapes.sweep([(-0.08, -half, ridge + 0.13), (wide + 0.08, -half, ridge + 0.13)], 0.13, sides=8),
        house.tiles,
    )
    body = "rubble" if house.style == "stone" else "plaster"
    for u in (0.0, wide - 0.3):
        rows = [[(u + d, 0.0, top), (u + d, -2 * half, top), (u + d, -half, ridge)] for d in (0.0, 0.3)]
        fabric.put(plot, body, shapes.outward(shapes.rings(np.array(rows))), house.wall)
    fabric.box(plot, "trim", (0.0, -0.1, top - 0.24), (wide, 0.13, top - 0.02), house.dress.trim)
    gutter = shapes.sweep([(-0.05, over + 0.05, foot + 0.02), (wide + 0.05, over + 0.05, foot + 0.02)], 0.065, sides=8)
    fabric.put(plot, "iron", gutter, (0.17, 0.17, 0.165))
    pipe = shapes.sweep([(0.12, over + 0.03, foot), (0.12, 0.08, foot - 0.42), (0.12, 0.07, 0.05)], 0.042, sides=8)
    fabric.put(plot, "iron", pipe, (0.17, 0.17, 0.165))
    for k in range(1 if wide < 6.5 else 2):
        middle = wide * (k + 1) / (2 if wide < 6.5 else 3) + float(rng.uniform(-0.3, 0.3))
        _dormer(fabric, plot, house, middle, top, pitch, near=near)
    _chimney(fabric, plot, float(rng.uniform(0.8, wide - 0.8)), -half + 0.9, ridge)


def _dormer(fabric: Fabric, plot: Plot, house: House, middle: float, top: float, pitch: float, *, near: bool) -> None:
    """A small gabled dormer with one window."""
    low, high, wide, back = top + 0.35, top + 1.5, 1.15, -0.55
    own = plot.moved(back)
    reach = (high - top) / pitch + 0.6
    fabric.box(own, "plaster", (middle - wide / 2, -reach, low - 0.6), (middle + wide / 2, -0.02, high), house.wall)
    openings.window(
        fabric,
        own.moved(0.06),
        Opening(middle, 0.66, low + 0.18, high - 0.1),
        house.dress._replace(shutters=None, flowers=0.0),
        near=near,
        deep=0.04,
    )
    rise = 0.52
    gable = np.array(
        [[(middle - wide / 2, w, high), (middle + wide / 2, w, high), (middle, w, high + rise)] for w in (-0.3, 0.0)]
    )
    fabric.put(own, "plaster", shapes.outward(shapes.rings(gable)), house.wall)
    for sign in (-1, 1):
        edge, deep = middle + sign * (wide / 2 + 0.15), -reach - 0.7
        quad = np.array(
            [
                (edge, 0.22, high - 0.1),
                (edge, deep, high - 0.1),
                (middle, deep, high + rise + 0.05),
                (middle, 0.22, high + rise + 0.05),
            ]
        )
        fabric.put(own, "roof", slab(quad + [0, 0, 0.05], 0.08), house.tiles)
        if fabric.snow:
            fabric.put(own, "snow", slab(quad + [0, 0, 0.14], 0.09), (0.85, 0.87, 0.92))


def _gabled(fabric: Fabric, plot: Plot, house: House, top: float, *, near: bool) -> None:
    """A gable to the street under a roof that runs back from it, with boards along its edge."""
    rng, wide = fabric.rng, plot.wide_m
    pitch = float(rng.uniform(1.15, 1.4))
    peak, over, side = top + pitch * wide / 2, 0.42, 0.3
    body = "rubble" if house.style == "stone" else "plaster"
    wall = np.array([[(0.0, w, top), (wide, w, top), (wide / 2, w, peak)] for w in (-0.5, 0.0)])
    fabric.put(plot, body, shapes.outward(shapes.rings(wall)), house.wall)
    body_top = np.array(
        [[(0.0, w, top - 0.2), (wide, w, top - 0.2), (wide / 2, w, peak - 0.3)] for w in (-DEPTH_M, -0.45)]
    )
    fabric.put(plot, body, shapes.outward(shapes.rings(body_top)), house.wall)
    for sign in (-1, 1):
        low = (wide / 2 + sign * (wide / 2 + side), top - pitch * side)
        quad = np.array(
            [(low[0], over, low[1]), (wide / 2, over, peak), (wide / 2, -DEPTH_M, peak), (low[0], -DEPTH_M, low[1])]
        )
        fabric.put(plot, "roof", slab(quad + [0, 0, 0.14], 0.13), house.tiles)
        if fabric.snow:
            fabric.put(plot, "snow", slab(quad + [0, 0, 0.27], 0.14), (0.85, 0.87, 0.92))
        board = bar(low, (wide / 2, peak), 0.2, over - 0.03, over + 0.035, ends=0.05)
        fabric.put(plot, "beam", board, house.timber)
    windows = [Opening(wide / 2 + d, 0.7, top + 0.5, top + 1.42) for d in ((-0.75, 0.75) if wide > 5.8 else (0.0,))]
    for hole in windows:
        openings.window(
            fabric,
            plot.moved(0.06),
            hole,
            house.dress._replace(shutters=None, flowers=0.4 * house.dress.flowers),
            near=near,
            deep=0.04,
        )
    small = Opening(wide / 2, 0.5, top + 0.5 * pitch * wide - 1.6, top + 0.5 * pitch * wide - 1.0)
    if small.low > windows[0].high + 0.4:
        openings.window(
            fabric, plot.moved(0.06), small, house.dress._replace(shutters=None, flowers=0.0), near=near, deep=0.04
        )
    if house.style == "timber":
        _gable_timbers(fabric, plot, house, top, pitch)
    _chimney(fabric, plot, wide / 2 + float(rng.choice((-1.0, 1.0))), -3.0, peak - 0.9)


def _gable_timbers(fabric: Fabric, plot: Plot, house: House, top: float, pitch: float) -> None:
    """Collar beams, posts and braces of a half-timbered gable."""
    wide, out = plot.wide_m, 0.035
    peak = top + pitch * wide / 2
    parts = [bar((0.0, top + 0.08), (wide, top + 0.08), 0.2, -0.05, out + 0.015)]
    for z in (top + 0.42, top + 1.55, top + 2.6):
        reach = (peak - z) / pitch
        if reach > 0.5:
            parts.append(bar((wide / 2 - reach, z), (wide / 2 + reach, z), 0.13, -0.05, out))
    posts = (-0.3, 0.3) if wide <= 5.8 else (-1.2, -0.3, 0.3, 1.2)
    for d in posts:
        high = peak - pitch * abs(d) * 1.05
        parts.append(
            bar((wide / 2 + d * 1.35, top + 0.1), (wide / 2 + d * 1.35, min(high, top + 2.6)), 0.14, -0.05, out - 0.006)
        )
    for sign in (-1, 1):
        foot = wide / 2 + sign * (wide / 2 - 0.35)
        if wide > 4.5:
            parts.append(bar((foot - sign * 0.1, top + 0.15), (foot - sign * 1.0, top + 1.1), 0.13, -0.05, out - 0.012))
        line = (wide / 2 + sign * wide / 2, top), (wide / 2, peak)
        parts.append(bar(*line, 0.24, -0.05, out - 0.003))
    for part in parts:
        fabric.put(plot, "beam", part, house.timber)


def _chimney(fabric: Fabric, plot: Plot, u: float, w: float, ridge: float) -> None:
    top = ridge + float(fabric.rng.uniform(0.6, 1.1))
    fabric.box(plot, "rubble", (u - 0.32, w - 0.28, ridge - 2.6), (u + 0.32, w + 0.28, top), (0.30, 0.15, 0.10))
    fabric.box(plot, "trim", (u - 0.4, w - 0.36, top), (u + 0.4, w + 0.36, top + 0.12), (0.32, 0.28, 0.23))
    for d in (-0.14, 0.14):
        fabric.put(
            plot,
            "roof",
            shapes.lathe([(0.1, 0.0), (0.085, 0.4)], sides=8, caps=False).moved((u + d, w, top + 0.1)),
            (0.32, 0.13, 0.08),
        )
    fabric.ledge(plot, (u - 0.4, w - 0.36, top + 0.12), (u + 0.4, w + 0.36, top + 0.25))
