"""Houses: a ground floor, storeys in one of six styles, and what hangs on them."""

from __future__ import annotations

import itertools
import math
from typing import Literal

import numpy as np

from filmwright.content.environments._street.canvas import Canvas, Facade, dim
from filmwright.content.environments._street.palette import (
    AMBER,
    COOL,
    CYAN,
    PINK,
    VIOLET,
    WALLS,
    WARM,
    Kind,
    pick,
)
from filmwright.content.environments._street.shops import ground_floor
from filmwright.content.environments._street.signs import Spot, blade_sign, light_line, standing_sign, wall_sign
from filmwright.scene.shapes import lathe, rotation, sweep
from filmwright.values import Color

Style = Literal["plain", "balcony", "strip", "signs", "glass", "brick"]
STYLES: tuple[Style, ...] = ("plain", "balcony", "strip", "signs", "glass", "brick")
STYLE_SHARE = (0.22, 0.20, 0.14, 0.16, 0.14, 0.14)
KINDS: tuple[Kind | str, ...] = ("food", "bar", "shop", "cafe", "arcade", "konbini", "shutter")
KIND_SHARE = np.array([0.27, 0.12, 0.22, 0.14, 0.09, 0.08, 0.08])
LIT = 0.6  # share of lit windows (chosen: the hour when people are still up)
AWNINGS: tuple[Color, ...] = ((0.30, 0.04, 0.03), (0.05, 0.10, 0.08), (0.10, 0.09, 0.08), (0.28, 0.20, 0.06))
BENCH_VIEW_M = (1.0, 11.5)  # no light boxes on the left pavement here: they would hide who sits on the bench
# What stands where everybody looks: a café behind the bench, a lantern-lit kitchen across from it, an arcade ahead.
FEATURED: tuple[tuple[int, float, Kind], ...] = (
    (-1, 11.0, "cafe"),
    (1, 13.0, "food"),
    (-1, 17.0, "arcade"),
    (1, 19.0, "shop"),
)
WASHES: tuple[Color, ...] = (WARM, PINK, CYAN, AMBER, VIOLET)


def air_conditioner(f: Facade, u: float, z: float, w: float = 0.0) -> None:
    """An outdoor unit on brackets with its pipe."""
    f.box("metal", (u, w, z), (u + 0.8, w + 0.32, z + 0.58), (0.42, 0.42, 0.40), cell=0.6)
    fan = lathe([(0.23, 0.0), (0.0, 0.002)], sides=14, caps=False)
    fan = fan.turned(rotation(x=-math.pi / 2)).moved((u + 0.32, w + 0.325, z + 0.29))
    f.shape("wall", fan, (0.05, 0.05, 0.055))
    f.box("metal", (u + 0.05, 0, z - 0.06), (u + 0.75, w + 0.35, z - 0.02), (0.08, 0.08, 0.08))
    if not f.far:
        pipe = [(u + 0.7, w + 0.1, z), (u + 0.95, 0.05, z - 0.2), (u + 0.95, 0.05, z - 2.4)]
        f.shape("metal", sweep(pipe, 0.025, sides=5, caps=False), (0.35, 0.34, 0.32))


def window_color(rng: np.random.Generator) -> Color:
    """What shines from one window."""
    r = rng.random()
    base: Color = WARM if r < 0.62 else COOL if r < 0.86 else (0.95, 0.25, 0.45) if r < 0.93 else (0.35, 0.30, 1.0)
    return dim(base, rng.uniform(0.35, 1.15))


def storey(
    f: Facade, rng: np.random.Generator, length: float, z: float, height: float, style: Style, wall: Color
) -> None:
    """One upper storey: piers and spandrels before the wall slab, so that the windows are recessed."""
    sill = z + {"balcony": 0.25, "glass": 0.12}.get(style, 0.85)
    head = z + height - (0.2 if style == "glass" else 0.45)
    width, pier = {"strip": (1.1, 0.05), "glass": (1.45, 0.04), "brick": (1.7, 0.40)}.get(style, (1.5, 0.22))
    n = max(2, int(length / width))
    cell = length / n
    f.box("wall", (0, -0.02, z), (length, 0.14, sill), wall, cell=1.3, skip="xXy")
    f.box("wall", (0, -0.02, head), (length, 0.14, z + height), wall, cell=1.3, skip="xXy")
    u = np.clip(np.arange(n + 1) * cell, pier, length - pier)
    low = np.column_stack([u - pier, np.full(n + 1, -0.02), np.full(n + 1, sill)])
    f.boxes("wall", low, low + np.array([2 * pier, 0.14, head - sill]), wall, skip="yzZ")
    whole_lit, whole_color = rng.random() < LIT + 0.1, window_color(rng)
    for k in range(n):
        open_plan = style in ("strip", "glass")
        lit = whole_lit if open_plan else rng.random() < LIT
        color = whole_color if open_plan else window_color(rng)
        shown = color if lit else (0.010, 0.011, 0.020)
        f.panel(
            "window", (k * cell + 0.1, (k + 1) * cell - 0.1), (sill, head), 0.015, shown, (float(lit), rng.random())
        )
        if style == "plain" and rng.random() < 0.35:
            air_conditioner(f, k * cell + 0.3, z + 0.12, 0.14)
    bars = np.column_stack([(np.arange(n) + 0.5) * cell - 0.025, np.full(n, 0.01), np.full(n, sill)])
    f.boxes("metal", bars, bars + np.array([0.05, 0.04, head - sill]), (0.07, 0.07, 0.075), skip="yzZ")
    if style == "balcony":
        balcony(f, rng, length, z, wall)


def balcony(f: Facade, rng: np.random.Generator, length: float, z: float, wall: Color) -> None:
    """A balcony the length of the storey, with a parapet or a railing, and what people keep on it."""
    f.box("wall", (0, 0.1, z - 0.06), (length, 1.0, z + 0.08), dim(wall, 0.8), cell=0.9)
    if f.far or rng.random() < 0.4:
        f.box("wall", (0, 0.94, z), (length, 1.0, z + 1.0), dim(wall, 0.9), cell=0.9)
    else:
        f.box("metal", (0, 0.95, z + 1.0), (length, 1.0, z + 1.05), (0.09, 0.09, 0.1))
        u = np.arange(0.1, length, 0.16)
        low = np.column_stack([u, np.full(len(u), 0.965), np.full(len(u), z)])
        f.boxes("metal", low, low + np.array([0.02, 0.02, 1.0]), (0.09, 0.09, 0.1), skip="zZyX")
    air_conditioner(f, rng.uniform(0.2, max(0.3, length - 1.3)), z + 0.1, 0.15)
    if rng.random() < 0.5:
        u = np.arange(0.6, length - 0.6, 0.5)
        u = u[rng.random(len(u)) < 0.6]
        low = np.column_stack([u, np.full(len(u), 0.8), np.full(len(u), z + 1.1)])
        f.boxes("wall", low, low + np.array([0.38, 0.02, 0.65]), rng.uniform(0.15, 0.6, (len(u), 3)))


def awning(f: Facade, rng: np.random.Generator, length: float, z: float) -> None:
    """A sloping canvas over the shop front with a straight valance."""
    color = pick(rng, AWNINGS)
    u = np.linspace(0, length, 8)
    a, b = u[:-1], u[1:]
    striped = rng.random() < 0.4
    shade = np.where(np.arange(7) % 2, 1.0, 0.45) if striped else np.ones(7)
    paint = np.array(color) * shade[:, None] + (np.where(shade < 1, 0.25, 0.0))[:, None]
    edges = [(0.26, z - 0.1), (1.15, z - 0.48), (1.15, z - 0.7)]  # (w, z): at the wall, the outer edge, the hem
    for (w0, z0), (w1, z1) in itertools.pairwise(edges):
        corners = [(b, w1, z1), (a, w1, z1), (a, w0, z0), (b, w0, z0)]
        strips = np.stack([np.column_stack(np.broadcast_arrays(*c)) for c in corners], 1)
        f.quads("wall", strips, paint)


def hanging_signs(
    f: Facade, rng: np.random.Generator, length: float, foot: float, top: float, w0: float, kind: Kind
) -> None:
    """Columns of light boxes up the facade."""
    u = 0.45
    while u < length - 0.4:
        if rng.random() < 0.85:
            z = foot + rng.uniform(0.9, 2.2)
            while z < min(top - 1.5, 17):
                height = float(rng.choice([1.1, 2.2, 3.2, 4.4, 5.4], p=[0.2, 0.25, 0.25, 0.2, 0.1]))
                width = rng.uniform(0.62, 1.05) if height > 1.5 else rng.uniform(0.9, 1.2)
                if rng.random() < 0.66:
                    spot = Spot(u, w0 + rng.uniform(0, 0.15), z, height, width)
                    blade_sign(f, rng, spot, kind if rng.random() < 0.5 else "any")
                z += height + rng.uniform(0.15, 1.2)
        u += rng.uniform(2.2, 3.6)


def roof(f: Facade, rng: np.random.Generator, length: float, top: float, wall: Color) -> None:
    """The parapet, a tank, a billboard with its own lamps."""
    f.box("wall", (0, -0.3, top), (length, 0.1, top + 0.9), wall, cell=1.4)
    if rng.random() < 0.5:
        tank = [(1.0, 0.9), (1.0, 3.1), (0.7, 3.4), (0.0, 3.5)]
        f.shape("wall", lathe(tank, sides=14).moved((length / 2, -3, top)), (0.2, 0.2, 0.2))
    if rng.random() < 0.45:
        wall_sign(f, rng, (0.3, length - 0.3), (top + 1.2, top + 3.4), 0.1, "any")
        u = np.array([0.6, length - 0.6])
        low = np.column_stack([u, np.full(2, -0.6), np.full(2, top)])
        f.boxes("metal", low, low + np.array([0.1, 0.6, 3.0]), (0.05, 0.05, 0.05))


def wash(f: Facade, rng: np.random.Generator, length: float, foot: float, top: float) -> None:
    """Colored light thrown up the facade from behind the shop sign, and down from under the parapet."""
    color = pick(rng, WASHES)
    color = dim(color, 0.75 / max(color))
    for u in np.arange(0.8, length, 1.5):
        f.light((u, 0.95, foot + 0.9), (0, -0.7, 0.7), color, 1.3)
        if top - foot > 7:
            f.light((u, 0.9, (foot + top) / 2 + 1), (0, -0.7, 0.7), color, 1.0)


def building(
    canvas: Canvas, rng: np.random.Generator, side: int, y0: float, length: float, floors: int, kind: Kind | str
) -> None:
    """A house of so many upper floors with its shop, signs and roof."""
    f = Facade(canvas, side, y0, depth=rng.uniform(0, 0.5))
    style = STYLES[int(rng.choice(len(STYLES), p=STYLE_SHARE))]
    wall = (0.30, 0.12, 0.08) if style == "brick" else pick(rng, WALLS)
    ground, floor = rng.uniform(2.9, 3.3), rng.uniform(2.9, 3.2)
    foot = ground + 0.9
    top = foot + floors * floor
    f.box("wall", (0, -4, ground), (length, -0.02, top), wall, cell=1.8, skip="xzY")
    f.box("wall", (0, -3, 0), (0.2, 0, ground), wall, cell=1.2)
    f.box("wall", (length - 0.2, -3, 0), (length, 0, ground), wall, cell=1.2)
    ground_floor(f, rng, length, ground - 0.25, kind)
    f.box("wall", (0, -0.2, ground - 0.25), (length, 0.05, foot), dim(wall, 0.7), cell=1.0)
    trade: Kind = "any" if kind == "shutter" else kind  # type: ignore[assignment]
    wall_sign(f, rng, (0.15, length - 0.15), (ground - 0.05, ground + rng.uniform(0.55, 0.8)), 0.25, trade)
    if kind not in ("konbini", "food") and rng.random() < 0.55:
        awning(f, rng, length, ground)
    w0 = 1.05 if style == "balcony" else 0.35
    for k in range(floors):
        z = foot + k * floor
        storey(f, rng, length, z, floor, "strip" if style == "signs" else style, wall)
        if (style == "signs" and k < 6) or (k < 3 and rng.random() < 0.2):
            u1 = length * rng.uniform(0.6, 0.95)
            wall_sign(f, rng, (length * 0.1, u1), (z + 0.05, z + 0.8), w0 - 0.01 if style != "balcony" else 1.2, "any")
    hanging_signs(f, rng, length, ground, top, w0, trade)
    if rng.random() < 0.6:
        wash(f, rng, length, foot, top)
    if rng.random() < 0.3:
        color = pick(rng, (CYAN, PINK, VIOLET, AMBER))
        for u in (0.08, length - 0.08):
            light_line(f, u, 0.2, (foot, top), color)
    for _ in range(0 if f.far else 2):
        u = rng.uniform(0.1, length - 0.1)
        f.shape("metal", sweep([(u, 0.2, ground), (u, 0.2, top)], 0.05, sides=6, caps=False), (0.16, 0.15, 0.14))
    roof(f, rng, length, top, wall)


def row(canvas: Canvas, rng: np.random.Generator, side: int, start_m: float, end_m: float) -> None:
    """One side of the street: houses from start to end, no kind of shop twice in a row."""
    y, last = start_m, ""
    while y < end_m:
        length = rng.uniform(4.2, 7.2)
        share = np.where(np.array(KINDS) == last, 0.0, KIND_SHARE)
        kind = KINDS[int(rng.choice(len(KINDS), p=share / share.sum()))]
        kind = next((k for s, at, k in FEATURED if s == side and y <= at < y + length), kind)
        last = str(kind)
        near = y < 5
        building(canvas, rng, side, y, length, int(rng.integers(3, 6) if near else rng.integers(3, 9)), kind)
        pavement_signs(Facade(canvas, side, y), rng, length, kind)
        y += length + (rng.uniform(0.0, 0.25) if rng.random() < 0.8 else 1.1)


def pavement_signs(f: Facade, rng: np.random.Generator, length: float, kind: Kind | str) -> None:
    """Light boxes on the pavement before the house."""
    if f.y0 > 60:
        return
    trade: Kind = "any" if kind == "shutter" else kind  # type: ignore[assignment]
    for _ in range(int(rng.integers(1, 3))):
        u, w = rng.uniform(1.0, length), rng.uniform(0.7, 1.5)
        if f.side > 0 or not BENCH_VIEW_M[0] < f.y0 + u < BENCH_VIEW_M[1]:
            standing_sign(f, rng, u, w, trade)
