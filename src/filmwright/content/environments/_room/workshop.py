"""What garages are fitted with: a sectional door, a bench with drawers and a vise, tools on a board, shelves of cans, stacked tires."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, curve, extrude, join, lathe, rotation, sweep
from filmwright.values import Color

BENCH_M = 0.92
_PAINTS: tuple[Color, ...] = (
    (0.55, 0.06, 0.04), (0.04, 0.16, 0.42), (0.62, 0.40, 0.03), (0.08, 0.28, 0.12), (0.52, 0.52, 0.50),
    (0.60, 0.24, 0.04), (0.05, 0.05, 0.055),
)  # fmt: skip
_CARD: Color = (0.42, 0.28, 0.15)


def sectional_door(f: Fitting, rng: np.random.Generator) -> Parts:
    """A garage door of the fitting's width and height in five sections of raised panels, the fourth with panes of daylight; its rails
    and springs above."""
    tall = f.height / 5
    count = max(3, round(f.width / 0.62))
    wide = f.width / count
    panels: list[Shape] = []
    panes: list[Shape] = []
    for row in range(5):
        z = (row + 0.5) * tall
        panels.append(box((f.width, 0.04, tall - 0.008), center=(0, -0.02, z), bevel=0.006))
        for k in range(count):
            x = -f.width / 2 + (k + 0.5) * wide
            if row == 3:
                panels.append(box((wide - 0.08, 0.02, tall - 0.10), center=(x, -0.045, z), bevel=0.008))
                panes.append(box((wide - 0.16, 0.006, tall - 0.18), center=(x, -0.056, z)))
            else:
                panels.append(box((wide - 0.10, 0.024, tall - 0.13), center=(x, -0.045, z), bevel=0.011))
    rails = [
        box((0.06, 0.07, f.height + 0.25), center=(s * (f.width / 2 + 0.05), -0.05, (f.height + 0.25) / 2), bevel=0.006)
        for s in (-1, 1)
    ]
    rails += [
        sweep(
            [(s * (f.width / 2 + 0.05), -0.05, f.height + 0.28), (s * (f.width / 2 + 0.05), -2.6, f.height + 0.34)],
            0.025,
            sides=8,
        )
        for s in (-1, 1)
    ]
    turns = np.linspace(0, 1, 500)
    coil = np.column_stack(
        [
            (turns - 0.5) * f.width * 0.55,
            -0.12 + 0.04 * np.cos(turns * 2 * math.pi * 46),
            f.height + 0.22 + 0.04 * np.sin(turns * 2 * math.pi * 46),
        ]
    )
    handle = sweep(
        curve([(-0.08, -0.06, 0.62), (-0.06, -0.10, 0.62), (0.06, -0.10, 0.62), (0.08, -0.06, 0.62)], 16),
        0.011,
        sides=8,
    )
    return {
        "panels": (join(panels), things.made_of("lacquer", colors.resolve(f.color))),
        "panes": (join(panes), _parts.glow("#dfeaf5", 1.1)),
        "rails": (join([*rails, handle]), things.made_of("metal", (0.50, 0.51, 0.52))),
        "spring": (sweep(coil, 0.008, sides=5), things.made_of("metal", (0.16, 0.16, 0.17))),
    }


def work_bench(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bench with a thick worn top over drawers in the fitting's color, a vise on its left end, cans and a box of tools on it."""
    deep, w = 0.66, f.width
    top = _parts.board((w, deep, 0.07), (0, -deep / 2, BENCH_M - 0.035), axis=0, bevel=0.008)
    legs = [
        box((0.09, 0.09, BENCH_M - 0.07), center=(s * (w / 2 - 0.07), y, (BENCH_M - 0.07) / 2), bevel=0.006)
        for s in (-1, 1)
        for y in (-0.08, -deep + 0.08)
    ]
    legs.append(box((w - 0.2, deep - 0.12, 0.03), center=(0, -deep / 2, 0.2), bevel=0.004))
    chest = [box((0.72, deep - 0.06, 0.78), center=(w / 2 - 0.5, -deep / 2, 0.42), bevel=0.01)]
    pulls = []
    for k in range(5):
        z = 0.12 + 0.147 * k
        chest.append(box((0.68, 0.02, 0.135), center=(w / 2 - 0.5, -deep + 0.02, z + 0.02), bevel=0.006))
        pulls.append(box((0.56, 0.022, 0.02), center=(w / 2 - 0.5, -deep, z + 0.07), bevel=0.005))
    x = -w / 2 + 0.28
    vise = [
        lathe([(0.09, 0.0), (0.09, 0.02), (0.05, 0.03), (0.045, 0.07), (0.001, 0.07)], sides=24).moved((x, -deep + 0.16, BENCH_M)),
        box((0.12, 0.16, 0.11), center=(x, -deep + 0.16, BENCH_M + 0.125), bevel=0.012),
        box((0.13, 0.05, 0.13), center=(x, -deep - 0.02, BENCH_M + 0.12), bevel=0.01),
        sweep([(x, -deep - 0.15, BENCH_M + 0.09), (x, -deep + 0.1, BENCH_M + 0.09)], 0.016, sides=10),
        sweep([(x - 0.09, -deep - 0.14, BENCH_M + 0.09), (x + 0.09, -deep - 0.14, BENCH_M + 0.09)], 0.007, sides=8),
    ]  # fmt: skip
    cans = [_can(0.07, 0.16, color).moved((-0.30 + 0.17 * k, -0.16, BENCH_M)) for k, color in enumerate(_PAINTS[1:4])]
    return {
        "top": (join([top, *legs]), things.made_of("wood", (0.34, 0.22, 0.12))),
        "chest": (join(chest), things.made_of("lacquer", colors.resolve(f.color)).model_copy(update={"coat": 0.4})),
        "pulls": (join(pulls), things.made_of("metal", (0.6, 0.6, 0.6))),
        "vise": (join(vise), things.made_of("lacquer", (0.03, 0.10, 0.20))),
        "cans": (join(cans), _painted()),
    }


def _can(radius: float, high: float, color: Color) -> Shape:
    """A paint can with its lid, from z = 0 up; attribute `tint`."""
    body = lathe([(0.001, 0.0), (radius, 0.0), (radius, high * 0.92)], sides=28, caps=False).with_data("tint", color)
    rim = lathe(
        [
            (radius, high * 0.92),
            (radius * 1.03, high * 0.94),
            (radius * 1.03, high),
            (radius * 0.92, high),
            (radius * 0.9, high * 0.96),
            (0.001, high * 0.96),
        ],
        sides=28,
        caps=False,
    )
    return join([body, rim.with_data("tint", (0.5, 0.5, 0.5))])


def _painted() -> Material:
    return Material(color=attribute("tint"), roughness=0.4, specular=0.45, preview=(0.4, 0.3, 0.2))


def _wrench(long: float) -> Shape:
    """A combination wrench that hangs down from (0, 0), in the xz plane about y = 0."""
    a = np.linspace(0.9, 2 * math.pi - 0.9, 18)
    jaw = np.column_stack([0.16 * long * np.sin(a), 0.13 * long * np.cos(a)])
    jaw = np.vstack([jaw, [(-0.05 * long, -0.02 * long), (0.05 * long, -0.02 * long)]])
    head = extrude(jaw, 0.012).turned(rotation(x=math.pi / 2)).moved((0, 0, -0.10 * long))
    ring = lathe(
        [(0.06 * long, -0.006), (0.11 * long, -0.006), (0.11 * long, 0.006), (0.06 * long, 0.006)],
        sides=20,
        closed=True,
        caps=False,
    )
    return join(
        [
            head,
            box((0.07 * long, 0.009, 0.8 * long), center=(0, -0.006, -0.55 * long), bevel=0.003),
            ring.turned(rotation(x=math.pi / 2)).moved((0, -0.006, -1.0 * long)),
        ]
    )


def tool_board(f: Fitting, rng: np.random.Generator) -> Parts:
    """A pegboard over the fitting's width, from 1.15 m to the fitting's height: wrenches by size, hammers, screwdrivers, a saw, cables."""
    low = 1.15
    board = box((f.width, 0.015, f.height - low), center=(0, -0.008, (f.height + low) / 2), bevel=0.002)
    steel: list[Shape] = []
    wood: list[Shape] = []
    grips: list[Shape] = []
    x0, z = -f.width / 2, f.height - 0.12
    steel += [_wrench(0.34 - 0.022 * k).moved((x0 + 0.13 + 0.095 * k, -0.03, z)) for k in range(8)]
    for k in range(7):
        x = x0 + 0.12 + 0.085 * k
        steel.append(sweep([(x, -0.03, z - 0.56), (x, -0.03, z - 0.74)], 0.004, sides=6))
        grip = lathe(
            [(0.001, 0.0), (0.013, 0.004), (0.016, 0.05), (0.012, 0.10), (0.001, 0.104)], sides=14, caps=False
        ).moved((x, -0.03, z - 0.57))
        grips.append(grip.with_data("tint", _PAINTS[k % 3]))
    for k in range(3):
        x, y = x0 + 1.02 + 0.20 * k, -0.035
        wood.append(sweep([(x, y, z - 0.02), (x, y, z - 0.36)], [0.012, 0.017], sides=10))
        steel.append(box((0.14 - 0.02 * k, 0.035, 0.036), center=(x, y, z - 0.02), bevel=0.008))
    outline = np.array([(0.0, 0.0), (0.52, 0.045), (0.52, 0.055), (0.0, 0.15)])
    saw = extrude(outline, 0.003).turned(rotation(x=math.pi / 2)).moved((x0 + 0.86, -0.03, z - 0.70))
    steel.append(saw)
    wood.append(box((0.12, 0.022, 0.15), center=(x0 + 0.82, -0.03, z - 0.63), bevel=0.01))
    loops = []
    for k, (x, color) in enumerate(
        ((f.width / 2 - 0.52, (0.65, 0.22, 0.01)), (f.width / 2 - 0.2, (0.02, 0.02, 0.022)))
    ):
        a = np.linspace(0, 2 * math.pi * 5, 150)
        reach = 0.125 + 0.01 * np.sin(a * 0.37 + k)
        coil = np.column_stack(
            [x + reach * np.cos(a), -0.03 - 0.008 * a / (2 * math.pi), z - 0.22 + 1.25 * reach * np.sin(a)]
        )
        loops.append(sweep(coil, 0.007, sides=6).with_data("tint", color))
    return {
        "board": (board, _hardboard()),
        "steel": (join(steel), things.made_of("metal", (0.50, 0.51, 0.53))),
        "handles": (join(wood), things.made_of("wood", (0.45, 0.27, 0.12))),
        "grips": (join([*grips, *loops]), _painted()),
    }


def _hardboard() -> Material:
    """Brown hardboard with a hole every inch."""
    spot = coords("rest")
    across = op("sub", op("fract", op("x", spot) / 0.0254), 0.5)
    up = op("sub", op("fract", op("z", spot) / 0.0254), 0.5)
    hole = remap(op("length", op("combine", across, up, 0.0)), 0.11, 0.15, 1.0, 0.0)
    fibres = mix((0.27, 0.19, 0.115), (0.36, 0.26, 0.16), noise(spot, scale=24.0, detail=4.0))
    return Material(
        color=mix(fibres, (0.03, 0.02, 0.015), hole), roughness=0.6, specular=0.3, preview=(0.32, 0.23, 0.14)
    )


def steel_shelf(f: Fitting, rng: np.random.Generator) -> Parts:
    """Open steel shelves over the fitting's width and height, with cans of paint, jars and boxes."""
    deep = 0.42
    levels = np.linspace(0.12, f.height - 0.05, max(3, round(f.height / 0.46)))
    frame = [box((f.width, deep, 0.03), center=(0, -deep / 2, z), bevel=0.004) for z in levels]
    frame += [
        box((0.04, 0.04, f.height), center=(s * (f.width / 2), y, f.height / 2), bevel=0.003)
        for s in (-1, 1)
        for y in (-0.02, -deep + 0.02)
    ]
    wares: list[Shape] = []
    for z in levels[:-1]:
        x = -f.width / 2 + 0.12
        while x < f.width / 2 - 0.12:
            floor = float(z) + 0.015
            if rng.random() < 0.4:
                wide, high = float(rng.uniform(0.22, 0.42)), float(rng.uniform(0.16, 0.32))
                if x + wide > f.width / 2 - 0.03:
                    break
                tone = np.asarray(_CARD if rng.random() < 0.7 else _PAINTS[int(rng.integers(6))]) * float(
                    rng.uniform(0.7, 1.15)
                )
                wares.append(
                    box(
                        (wide, 0.32, high), center=(x + wide / 2 - 0.07, -0.21, floor + high / 2), bevel=0.006
                    ).with_data("tint", tone)
                )
                x += wide + 0.03
            else:
                r = float(rng.uniform(0.055, 0.09))
                wares.append(
                    _can(r, float(rng.uniform(0.14, 0.22)), _PAINTS[int(rng.integers(len(_PAINTS)))]).moved(
                        (x + r - 0.07, -0.25, floor)
                    )
                )
                x += 2 * r + 0.03
    return {"frame": (join(frame), things.made_of("lacquer", (0.16, 0.18, 0.20))), "wares": (join(wares), _painted())}


def tires(f: Fitting, rng: np.random.Generator) -> Parts:
    """A stack of four tires; `at` is its middle."""
    n = 96
    a = np.arange(n + 1) * 2 * math.pi / n
    profile = [
        (0.19, -0.07),
        (0.22, -0.10),
        (0.29, -0.105),
        (0.325, -0.09),
        (0.33, 0.0),
        (0.325, 0.09),
        (0.29, 0.105),
        (0.22, 0.10),
        (0.19, 0.07),
    ]
    one = lathe(profile, sides=n, caps=False)
    lugs = join(
        box((0.016, 0.012, 0.07), center=(0.331, 0, s * 0.045)).turned(rotation(x=0.0, z=float(t)))
        for t in a[:-1:2]
        for s in (-1, 1)
    )
    stack = [
        join([one, lugs])
        .turned(rotation(z=0.4 * k))
        .moved((0.02 * math.sin(2.0 * k), 0.02 * math.cos(3.0 * k), 0.106 + 0.212 * k))
        for k in range(4)
    ]
    return {"rubber": (join(stack), things.made_of("rubber", (0.022, 0.022, 0.024)))}


def stains(f: Fitting, rng: np.random.Generator) -> Parts:
    """Oil on the floor about the fitting's middle."""
    sheet = box((f.width, f.width, 0.002), center=(0, 0, 0.002))
    spot = coords()
    patch = remap(noise(spot, scale=1.7, detail=5.0, roughness=0.6), 0.52, 0.60)
    oil = Material(
        color=mix((0.05, 0.045, 0.04), (0.02, 0.018, 0.016), noise(spot, scale=9.0)), roughness=0.25, specular=0.5, alpha=patch * 0.75,
        bumps=(Bump(height=patch, strength=0.1, distance_m=0.001),), preview=(0.05, 0.05, 0.05),
    )  # fmt: skip
    return {"oil": (sheet, oil)}
