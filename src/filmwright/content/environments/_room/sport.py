"""What gyms are fitted with: a wall of mirrors, a rack for dumbbells, a bench with a loaded barbell, plates on a tree."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting, Piece
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, lathe, rotation, sweep

TIERS = ((0.36, -0.42), (0.76, -0.30), (1.14, -0.18))
"""Height and depth (y) of the middle of each tier of a rack."""
TIER_TILT_RAD = 0.35
_PLATES = ((0.225, 0.045, "#1d1f22"), (0.225, 0.045, "#8a1a1c"), (0.16, 0.035, "#1d3f7a"))  # radius, thickness, color


def mirror_wall(f: Fitting, rng: np.random.Generator) -> Parts:
    """Panes of mirror from 0.35 m over the floor to the fitting's height, a narrow joint between them."""
    count = max(1, round(f.width / 1.2))
    wide, tall = f.width / count, f.height - 0.35
    panes = [
        box((wide - 0.006, 0.008, tall), center=(-f.width / 2 + (k + 0.5) * wide, -0.012, 0.35 + tall / 2), bevel=0.002)
        for k in range(count)
    ]
    rail = [box((f.width, 0.02, 0.03), center=(0, -0.012, z), bevel=0.003) for z in (0.335, f.height + 0.015)]
    return {
        "glass": (join(panes), Material(color=(0.84, 0.87, 0.86), metallic=1.0, roughness=0.015, preview=(0.6, 0.65, 0.66))),
        "rails": (join(rail), things.made_of("metal", (0.5, 0.5, 0.5))),
    }  # fmt: skip


def dumbbell_rack(f: Fitting, rng: np.random.Generator) -> Parts:
    """A steel rack of three tiers that lean to whoever takes one."""
    half = f.width / 2
    shelves, lips, frame = [], [], []
    tilt = rotation(x=TIER_TILT_RAD)
    for z, y in TIERS:
        tray = [box((f.width, 0.05, 0.02), center=(0, d, -0.012), bevel=0.005) for d in (-0.07, 0.07)]
        lips += [join(tray).turned(tilt).moved((0, y, z))]
        shelves.append(box((f.width, 0.02, 0.05), center=(0, -0.125, 0.0), bevel=0.005).turned(tilt).moved((0, y, z)))
    for x in (-half, half):
        frame.append(sweep([(x, -0.50, 0.03), (x, -0.42, 0.36), (x, -0.14, 1.22)], 0.035, sides=4))
        frame.append(box((0.06, 0.62, 0.05), center=(x, -0.31, 0.025), bevel=0.01))
        frame.append(sweep([(x, -0.06, 0.03), (x, -0.14, 1.20)], 0.03, sides=4))
    frame.append(box((f.width, 0.05, 0.05), center=(0, -0.09, 0.55), bevel=0.008))
    return {
        "frame": (join(frame), things.made_of("lacquer", colors.resolve(f.color))),
        "tiers": (join([*shelves, *lips]), things.made_of("lacquer", (0.03, 0.03, 0.033))),
    }


def racked(at: tuple[float, float], width: float, yaw_rad: float = 0.0) -> tuple[Piece, ...]:
    """The dumbbells on a rack of this place and width, the light ones above."""
    out = []
    c, s = math.cos(yaw_rad), math.sin(yaw_rad)
    for (z, y), size in zip(TIERS, (1.18, 0.98, 0.76), strict=True):
        count = int((width - 0.06) / (0.172 * size + 0.02))
        for k in range(count):
            x = -width / 2 + 0.03 + (k + 0.5) * (width - 0.06) / count
            if (k + round(10 * size)) % 7 == 3:
                continue  # somebody is using it
            place = (at[0] + c * x - s * y, at[1] + s * x + c * y, z + 0.004)
            out.append(Piece("dumbbell", place, yaw_rad + math.pi / 2, scale=size))
    return tuple(out)


def weight_bench(f: Fitting, rng: np.random.Generator) -> Parts:
    """A padded bench under a barbell on two uprights; `at` is its middle, its head at +y."""
    pad = box((0.28, 1.15, 0.075), center=(0, -0.05, 0.425), bevel=0.03)
    steel = [box((0.07, 1.30, 0.05), center=(0, -0.02, 0.35), bevel=0.01)]
    steel += [box((0.44, 0.07, 0.05), center=(0, y, 0.03), bevel=0.01) for y in (-0.58, 0.62)]
    steel += [box((0.06, 0.06, 0.32), center=(0, y, 0.19), bevel=0.01) for y in (-0.56, 0.55)]
    for x in (-0.52, 0.52):
        steel += [
            box((0.07, 0.07, 1.15), center=(x, 0.62, 0.575), bevel=0.01),
            box((0.07, 0.60, 0.05), center=(x, 0.52, 0.03), bevel=0.01),
        ]
        steel += [
            box((0.05, 0.11, 0.02), center=(x, 0.55, 0.96), bevel=0.004),
            box((0.05, 0.015, 0.09), center=(x, 0.50, 0.99), bevel=0.004),
        ]
    steel.append(box((1.04, 0.05, 0.05), center=(0, 0.64, 0.25), bevel=0.01))
    y, z = 0.545, 0.985
    bar = [sweep([(-1.1, y, z), (1.1, y, z)], 0.0145, sides=14)]
    bar += [sweep([(s * 0.68, y, z), (s * 1.1, y, z)], 0.025, sides=16) for s in (-1, 1)]
    bar += [_disc(0.04, 0.03).moved((s * 0.67, y, z)) for s in (-1, 1)]
    parts: Parts = {
        "pad": (pad, things.made_of("leather", (0.025, 0.025, 0.028))),
        "frame": (join(steel), things.made_of("lacquer", colors.resolve(f.color))),
        "bar": (join(bar), Material(color=(0.6, 0.6, 0.61), metallic=1.0, roughness=0.2, preview=(0.6, 0.6, 0.6))),
    }
    at = 0.71
    for k, (radius, thick, color) in enumerate(_PLATES):
        plates = [_disc(radius, thick).moved((s * (at + thick / 2), y, z)) for s in (-1, 1)]
        parts[f"plates {k}"] = (join(plates), things.made_of("rubber", colors.resolve(color)))
        at += thick + 0.004
    return parts


def _disc(radius: float, thick: float) -> Shape:
    """A weight plate round the x axis, with a raised rim and a hub."""
    h = thick / 2
    half = [
        (0.026, -h),
        (0.06, -h),
        (0.065, -0.6 * h),
        (radius * 0.80, -0.6 * h),
        (radius * 0.84, -h),
        (radius - 0.006, -h),
        (radius, -0.7 * h),
    ]
    rows = [*half, *[(r, -z) for r, z in reversed(half)]]
    return lathe(rows, sides=40, closed=True).turned(rotation(y=math.pi / 2))


def kettlebells(f: Fitting, rng: np.random.Generator) -> Parts:
    """A row of kettlebells on the floor, growing."""
    made: list[Shape] = []
    count = max(2, round(f.width / 0.30))
    for k in range(count):
        size = 0.8 + 0.45 * k / (count - 1)
        body = [(0.001, 0.0), (0.055, 0.0), (0.085, 0.03), (0.098, 0.085), (0.088, 0.14), (0.055, 0.178), (0.001, 0.19)]
        a = np.linspace(-0.45, math.pi + 0.45, 24)
        grip = np.column_stack([0.062 * np.cos(a), np.zeros(24), 0.205 + 0.062 * np.sin(a)])
        one = join([lathe(body, sides=32, caps=False), sweep(grip, 0.017, sides=12)]).scaled(size)
        turn = rotation(z=float(rng.normal(0, 0.25)))
        made.append(one.turned(turn).moved((-f.width / 2 + (k + 0.5) * f.width / count, -0.18, 0.0)))
    return {"bells": (join(made), things.made_of("lacquer", (0.03, 0.031, 0.034)))}
