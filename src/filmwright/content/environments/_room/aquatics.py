"""What an indoor pool is fitted with: the basin in its deck, ropes between the lanes, starting blocks, ladders, benches."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Bump, Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, lathe, rings, rotation, shape, sweep
from filmwright.values import Color

DECK_M = 1.35  # height of the deck: the floor of the room is the bottom of the pool
WATER_M = DECK_M - 0.16
_LANE_M = 2.5
_REACH_M = 40.0  # how far the deck runs on, under the walls


def pool(f: Fitting, rng: np.random.Generator) -> Parts:
    """A basin `width` wide and `height` long, its far end at y = 0; the deck around it and the water in it."""
    half, long = f.width / 2, f.height
    thick = 0.3
    sides = [
        box((_REACH_M, 2 * _REACH_M, DECK_M), center=(s * (half + _REACH_M / 2), -long / 2, DECK_M / 2))
        for s in (-1, 1)
    ]
    ends = [box((f.width, _REACH_M, DECK_M), center=(0, y, DECK_M / 2)) for y in (_REACH_M / 2, -long - _REACH_M / 2)]
    rim = [
        box((thick, long + 2 * thick, 0.05), center=(s * (half + thick / 2), -long / 2, DECK_M + 0.012), bevel=0.015)
        for s in (-1, 1)
    ]
    rim += [
        box((f.width, thick, 0.05), center=(0, y, DECK_M + 0.012), bevel=0.015) for y in (thick / 2, -long - thick / 2)
    ]
    x, y = np.linspace(-half, half, 3), np.linspace(-long, 0, 3)
    water = rings(
        np.stack([np.column_stack([x, np.full(3, v), np.full(3, WATER_M)]) for v in y]), around=False, caps=False
    )
    lanes = round(f.width / _LANE_M)
    wide = f.width / lanes
    marks = []
    for k in range(lanes):
        at = -half + (k + 0.5) * wide
        marks.append(box((0.25, long - 3.0, 0.01), center=(at, -long / 2, 0.006)))
        marks += [box((1.0, 0.25, 0.01), center=(at, y, 0.006)) for y in (-1.5, -long + 1.5)]
        marks.append(box((0.25, 0.02, 0.9), center=(at, -0.011, 0.6)))
    floats = [_rope(-half + k * wide, -long, 0.0) for k in range(1, lanes)]
    return {
        "deck": (join([*sides, *ends]), _tiled((0.40, 0.38, 0.34), 0.30, 0.32)),
        "rim": (join(rim), things.made_of("stone", (0.62, 0.62, 0.60))),
        "basin": (join([
            box((f.width, long, 0.01), center=(0, -long / 2, 0.0)),
            *[box((0.01, long, DECK_M), center=(s * half, -long / 2, DECK_M / 2)) for s in (-1, 1)],
            *[box((f.width, 0.01, DECK_M), center=(0, y, DECK_M / 2)) for y in (0.0, -long)],
        ]), _basin()),
        "marks": (join(marks), Material(color=(0.012, 0.03, 0.12), roughness=0.4, preview=(0.01, 0.03, 0.12))),
        "water": (water, _water()),
        "ropes": (join(floats), _striped(colors.resolve(f.color))),
    }  # fmt: skip


def _rope(x: float, y0: float, y1: float) -> Shape:
    """A rope of discs that floats."""
    y = np.arange(y0 + 0.3, y1 - 0.3, 0.045)
    r = np.where(np.arange(len(y)) % 3 == 2, 0.028, 0.058)
    return sweep(np.column_stack([np.full(len(y), x), y, np.full(len(y), WATER_M + 0.015)]), r, sides=10)


def _striped(color: Color) -> Material:
    """Floats in two colors by turns."""
    band = op("greater", op("fract", op("y", coords()) * 0.4), 0.5)
    return Material(color=mix((0.70, 0.70, 0.68), color, band), roughness=0.35, specular=0.4, preview=color)


def _tiled(color: Color, side_m: float, rough: float) -> Material:
    spot = coords()
    size = {"mortar": 0.004, "width": side_m, "height": side_m, "offset": 0.0}
    shade = Expr(op="brick", args=(spot, (0.25,) * 3, (0.75,) * 3, (0.5,) * 3, 1.0), params=size)
    joint = Expr(op="brick", args=(spot, 0.0, 0.0, 1.0, 1.0), params=size | {"mask": True})
    tone = op("x", shade) * 0.18 + 0.91
    wet = noise(scale=0.7, detail=4)
    return Material(
        color=mix(op("vscale", color, tone), (0.30, 0.29, 0.27), joint), roughness=remap(wet, 0.42, 0.6, 0.08, rough), specular=0.5,
        bumps=(Bump(height=op("sub", 1.0, joint), strength=0.3, distance_m=0.001),), preview=color,
    )  # fmt: skip


def _basin() -> Material:
    """Small blue tiles under water, with the net of light that ripples throw."""
    spot, time = coords(), op("time")
    flat = op("combine", op("x", spot), op("add", op("y", spot), op("z", spot)), 0.0)
    size = {"mortar": 0.006, "width": 0.15, "height": 0.15, "offset": 0.0}
    joint = Expr(op="brick", args=(flat, 0.0, 0.0, 1.0, 1.0), params=size | {"mask": True})
    drift = op("vadd", spot, op("combine", time * 0.10, time * 0.07, 0.0))
    counter = op("vadd", spot, op("combine", time * -0.08, time * 0.09, 3.0))
    nets = []
    for moved, scale in ((drift, 1.5), (counter, 2.3)):
        cell = Expr(op="noise", args=(moved, scale), params={"detail": 1.0, "roughness": 0.5, "distortion": 1.1})
        nets.append(op("pow", remap(op("abs", cell - 0.5), 0.0, 0.11, 1.0, 0.0), 2.5))
    light = nets[0] * 0.8 + nets[1] * 0.6
    color = mix((0.11, 0.46, 0.58), (0.32, 0.60, 0.66), joint)
    return Material(
        color=color,
        roughness=0.35,
        emission=(0.30, 0.75, 0.85),
        emission_strength=light * 0.34,
        preview=(0.12, 0.46, 0.58),
    )


def _water() -> Material:
    """The surface: what lies under it is seen through it, the windows and lamps are mirrored, trembling."""
    time = op("time")
    near = op("vadd", coords(), op("combine", time * 0.25, time * 0.18, 0.0))
    wide = op("vadd", coords(), op("combine", time * -0.16, time * 0.22, 0.0))
    ripple = noise(near, scale=3.2, detail=2.0) * 0.45 + noise(wide, scale=1.1, detail=1.0)
    return Material(
        model="glass", color=(0.72, 0.94, 0.96), roughness=0.015, ior=1.333, bumps=(Bump(height=ripple, strength=0.5, distance_m=0.06),),
        preview=(0.2, 0.55, 0.65),
    )  # fmt: skip


def starting_blocks(f: Fitting, rng: np.random.Generator) -> Parts:
    """A row of slanted blocks along the end of a pool, numbered by color only."""
    count = round(f.width / _LANE_M)
    blocks, tops, rails = [], [], []
    for k in range(count):
        x = -f.width / 2 + (k + 0.5) * f.width / count
        blocks.append(box((0.46, 0.44, 0.52), center=(x, 0.62, DECK_M + 0.26), bevel=0.03))
        tops.append(
            box((0.56, 0.62, 0.06), center=(0, 0, 0), bevel=0.015)
            .turned(rotation(x=-0.16))
            .moved((x, 0.55, DECK_M + 0.58))
        )
        loop = np.array(
            [
                (x - 0.2, 0.40, DECK_M + 0.5),
                (x - 0.2, 0.22, DECK_M + 0.36),
                (x + 0.2, 0.22, DECK_M + 0.36),
                (x + 0.2, 0.40, DECK_M + 0.5),
            ]
        )
        rails.append(sweep(loop, 0.018, sides=8))
    steel = Material(color=(0.62, 0.62, 0.63), metallic=1.0, roughness=0.2, preview=(0.6, 0.6, 0.6))
    return {
        "blocks": (join(blocks), things.made_of("lacquer", (0.66, 0.66, 0.64))),
        "tops": (join(tops), things.made_of("rubber", colors.resolve(f.color))),
        "rails": (join(rails), steel),
    }


def pool_ladder(f: Fitting, rng: np.random.Generator) -> Parts:
    """Two bent rails with steps between them, down into the water at -y."""
    rails, steps = [], []
    for s in (-1, 1):
        a = np.linspace(0, math.pi, 14)
        arch = np.column_stack([np.full(14, s * 0.26), 0.12 + 0.38 * np.cos(a), DECK_M + 0.62 + 0.26 * np.sin(a)])
        line = np.vstack([[(s * 0.26, 0.50, DECK_M)], arch, [(s * 0.26, -0.26, 0.25)]])
        rails.append(sweep(line, 0.021, sides=10))
    for z in (0.4, 0.75, 1.08):
        steps.append(box((0.5, 0.08, 0.03), center=(0, -0.26, z), bevel=0.008))
    steel = Material(color=(0.66, 0.66, 0.67), metallic=1.0, roughness=0.16, preview=(0.6, 0.6, 0.6))
    return {"rails": (join(rails), steel), "steps": (join(steps), steel)}


def deck_bench(f: Fitting, rng: np.random.Generator) -> Parts:
    """A tiled bench along a wall, towels on it."""
    seat = box((f.width, 0.5, 0.42), center=(0, -0.25, DECK_M + 0.21), bevel=0.015)
    cloth = []
    for k, x in enumerate(np.linspace(-0.38, 0.38, 3) * f.width):
        cloth.append(box((0.5, 0.34, 0.07 + 0.02 * (k % 2)), center=(float(x), -0.26, DECK_M + 0.46), bevel=0.03))
    return {
        "seat": (seat, _tiled((0.10, 0.36, 0.44), 0.15, 0.2)),
        "towels": (join(cloth), things.made_of("felt", colors.resolve(f.color))),
    }


def life_ring(f: Fitting, rng: np.random.Generator) -> Parts:
    """A red and white ring on the wall."""
    a = np.arange(48) * 2 * math.pi / 48
    ring = sweep(
        np.column_stack([0.30 * np.cos(a), np.full(48, -0.09), DECK_M + 1.45 + 0.30 * np.sin(a)]),
        0.075,
        sides=12,
        closed=True,
    )
    hook = lathe([(0.03, 0.0), (0.03, 0.1)], sides=8).turned(rotation(x=math.pi / 2)).moved((0, 0, DECK_M + 1.74))
    spot = op("atan2", op("x", coords("rest")), op("sub", op("z", coords("rest")), DECK_M + 1.45))
    band = op("greater", op("abs", op("sin", spot * 2.0)), 0.72)
    return {
        "ring": (
            ring,
            Material(color=mix((0.66, 0.10, 0.04), (0.72, 0.72, 0.70), band), roughness=0.45, preview=(0.6, 0.2, 0.1)),
        ),
        "hook": (hook, things.made_of("metal", (0.5, 0.5, 0.5))),
    }


def flag_line(f: Fitting, rng: np.random.Generator) -> Parts:
    """Small flags in three colors on a line across the pool, 1.9 m over the water, and the posts it hangs between."""
    half, count = f.width / 2, round(f.width / 0.32)
    sag = [(x, 0.0, WATER_M + 2.05 - 0.14 * (1 - (x / half) ** 2)) for x in np.linspace(-half, half, 25)]
    parts: Parts = {"line": (sweep(np.array(sag), 0.006, sides=5), things.made_of("cotton", (0.6, 0.6, 0.58)))}
    posts = [sweep([(s * half, 0, DECK_M), (s * half, 0, WATER_M + 2.1)], 0.022, sides=8) for s in (-1, 1)]
    parts["posts"] = (join(posts), things.made_of("metal", (0.6, 0.6, 0.6)))
    for k, color in enumerate(((0.55, 0.03, 0.03), (0.62, 0.42, 0.03), (0.02, 0.12, 0.42))):
        sheets = []
        for n in range(k, count, 3):
            x = -half + (n + 0.5) * f.width / count
            z = WATER_M + 2.05 - 0.14 * (1 - (x / half) ** 2)
            blow = 0.05 * math.sin(2.1 * n)
            sheets.append(
                shape(np.array([(x - 0.11, 0, z), (x + 0.11, 0, z), (x, blow, z - 0.34)]), np.array([(0, 1, 2)]))
            )
        parts[f"flags {k}"] = (join(sheets), things.made_of("cotton", color))
    return parts


def lane_clock(f: Fitting, rng: np.random.Generator) -> Parts:
    """A round white clock with four hands in colors, high on the wall."""
    r, z = f.width / 2, DECK_M + 2.9
    face = (
        lathe([(r, 0.0), (r, 0.05), (r - 0.03, 0.06), (0.001, 0.06)], sides=48)
        .turned(rotation(x=math.pi / 2))
        .moved((0, 0, z))
    )
    ticks = [
        box((0.02, 0.01, 0.09), center=(0, -0.065, r - 0.1)).turned(rotation(y=2 * math.pi * k / 12)).moved((0, 0, z))
        for k in range(12)
    ]
    parts: Parts = {
        "face": (face, things.made_of("lacquer", (0.70, 0.70, 0.68))),
        "ticks": (join(ticks), things.made_of("lacquer", (0.02, 0.02, 0.02))),
    }
    for k, color in enumerate(((0.5, 0.02, 0.02), (0.02, 0.1, 0.4), (0.03, 0.25, 0.06), (0.02, 0.02, 0.02))):
        hand = (
            box((0.035, 0.012, r - 0.08), center=(0, -0.07 - 0.004 * k, (r - 0.08) / 2))
            .turned(rotation(y=0.4 + math.pi / 2 * k))
            .moved((0, 0, z))
        )
        parts[f"hand {k}"] = (hand, things.made_of("lacquer", color))
    return parts
