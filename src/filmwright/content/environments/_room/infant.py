"""What nurseries are fitted with: a cot with bars under a mobile, and a low shelf of toys."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, ball, box, join, lathe, sweep

DEPTH_M = 0.70  # with 1.3 m of width that of a usual cot
RAIL_M = 0.98
MATTRESS_M = 0.52
_PASTELS = ((0.80, 0.30, 0.32), (0.85, 0.60, 0.16), (0.22, 0.52, 0.70), (0.32, 0.60, 0.36), (0.56, 0.38, 0.68))


def cot(f: Fitting, rng: np.random.Generator) -> Parts:
    """A cot with white bars, its back at y = 0, with a mattress, a pillow, a blanket in the fitting's color, and a mobile over it."""
    w, d = f.width, DEPTH_M
    white: list[Shape] = []
    for x in (-w / 2, w / 2):
        white += [box((0.05, 0.05, RAIL_M + 0.06), center=(x, y, RAIL_M / 2 + 0.03), bevel=0.012) for y in (0, -d)]
        white += [box((0.035, d, 0.05), center=(x, -d / 2, z), bevel=0.012) for z in (RAIL_M, 0.34)]
        white += [sweep([(x, y, 0.35), (x, y, RAIL_M)], 0.011, sides=12) for y in np.linspace(-d, 0, 8)[1:-1]]
    for y in (0.0, -d):
        white += [box((w, 0.035, 0.05), center=(0, y, z), bevel=0.012) for z in (RAIL_M, 0.34)]
        white += [sweep([(x, y, 0.35), (x, y, RAIL_M)], 0.011, sides=12) for x in np.linspace(-w / 2, w / 2, 15)[1:-1]]
    cloth = [box((w - 0.06, d - 0.06, 0.14), center=(0, -d / 2, MATTRESS_M - 0.07), bevel=0.04)]
    cloth.append(box((0.24, 0.42, 0.09), center=(-w / 2 + 0.20, -d / 2, MATTRESS_M + 0.04), bevel=0.04))
    blanket = [box((0.66 * w, d - 0.08, 0.07), center=(0.13 * w, -d / 2, MATTRESS_M + 0.02), bevel=0.03)]
    # A corner of the blanket hangs over the front rail.
    blanket.append(box((0.46, 0.055, 0.36), center=(0.22 * w, -d, RAIL_M - 0.13), bevel=0.025))
    arm, toys, threads = _mobile((0.0, -d / 2, 1.52), (-w / 2 + 0.02, 0.0, RAIL_M))
    return {
        "bars": (join([*white, arm]), things.made_of("lacquer", (0.72, 0.70, 0.66))),
        "sheets": (join(cloth), things.made_of("cotton", (0.74, 0.73, 0.70))),
        "blanket": (join(blanket), things.made_of("wool", colors.resolve(f.color))),
        "toys": (toys, _tinted()),
        "threads": (threads, things.made_of("cotton", (0.5, 0.5, 0.5))),
    }


def _mobile(hub: tuple[float, float, float], foot: tuple[float, float, float]) -> tuple[Shape, Shape, Shape]:
    """A mobile that hangs below `hub` from an arm clamped at `foot`: the arm, five stuffed stars, moons and balls, their threads."""
    x, y, z = hub
    arm = sweep(
        [foot, (foot[0], y * 0.3, z + 0.05), (foot[0] * 0.6, y * 0.8, z + 0.2), (x, y, z + 0.2)], 0.012, sides=12
    )
    around = np.linspace(0, 2 * math.pi, 41)
    ring = np.stack([x + 0.2 * np.cos(around), y + 0.2 * np.sin(around), np.full(41, z)], axis=1)
    toys = [sweep(ring, 0.011, sides=10).with_data("tint", np.array((0.62, 0.45, 0.27)))]
    threads = [sweep([(x, y, z + 0.2), (x, y, z)], 0.003, sides=5)]
    for k, tint in enumerate(_PASTELS):
        a = 0.4 + k * 2 * math.pi / 5
        at = (x + 0.2 * math.cos(a), y + 0.2 * math.sin(a), z)
        low = z - 0.13 - 0.05 * (k % 2)
        threads += [sweep([at, (at[0], at[1], low)], 0.003, sides=5), sweep([(x, y, z + 0.12), at], 0.003, sides=5)]
        shape = _star(0.075) if k % 2 == 0 else ball(0.055, sides=20, levels=14)
        toys.append(shape.moved((at[0], at[1], low - 0.05)).with_data("tint", np.array(tint)))
    return arm, join(toys), join(threads)


def _star(radius: float) -> Shape:
    """A stuffed star about the origin, facing -y: its five points are cones round a middle."""
    made = [ball(0.55 * radius, sides=16, levels=10)]
    for k in range(5):
        a = math.pi / 2 + k * 2 * math.pi / 5
        tip = (1.15 * radius * math.cos(a), 0.0, 1.15 * radius * math.sin(a))
        made.append(sweep([(0, 0, 0), tip], np.array([0.52 * radius, 0.06 * radius]), sides=12))
    return join(made)


def _tinted() -> Material:
    return Material(color=attribute("tint"), roughness=0.7, specular=0.25, sheen=0.2, preview=(0.7, 0.4, 0.3))


def toy_shelf(f: Fitting, rng: np.random.Generator) -> Parts:
    """A low white shelf with its back at y = 0, full of blocks, balls, stacking rings and baskets, blocks lying before it."""
    w, d, top = f.width, 0.34, 0.92
    cells = max(2, round(w / 0.42))
    wide = w / cells
    case = [box((w, d, 0.03), center=(0, -d / 2, z), bevel=0.005) for z in (0.06, 0.48, top)]
    case += [box((0.025, d, top), center=(-w / 2 + k * wide, -d / 2, top / 2), bevel=0.005) for k in range(cells + 1)]
    case.append(box((w, 0.015, top), center=(0, -0.008, top / 2)))
    toys: list[Shape] = []
    for k in range(cells):
        x = -w / 2 + (k + 0.5) * wide
        for n, z in enumerate((0.076, 0.496, top + 0.016)):
            if n == 2 and k == cells - 1:
                continue  # left free for a lamp
            tint = np.array(_PASTELS[(k + 2 * n) % 5])
            if (k + n) % 3 == 0:
                toys.append(
                    box((wide - 0.08, d - 0.06, 0.22), center=(x, -d / 2, z + 0.11), bevel=0.03).with_data("tint", tint)
                )
            elif (k + n) % 3 == 1:
                for ring in range(5):
                    r = 0.10 - 0.014 * ring
                    profile = [(0.01, 0.0), (r - 0.015, 0.0), (r, 0.02), (r - 0.015, 0.04), (0.01, 0.04)]
                    toys.append(
                        lathe(profile, sides=28)
                        .moved((x, -d / 2, z + 0.041 * ring))
                        .with_data("tint", np.array(_PASTELS[ring]))
                    )
            else:
                toys += _blocks((x, -d / 2, z), rng)
    toys += _blocks((-0.15, -0.72, 0.0), rng) + _blocks((0.45, -0.62, 0.0), rng)
    return {"case": (join(case), things.made_of("lacquer", (0.72, 0.70, 0.66))), "toys": (join(toys), _tinted())}


def _blocks(at: tuple[float, float, float], rng: np.random.Generator) -> list[Shape]:
    """Three blocks of wood, two side by side and one on both."""
    size = 0.105
    spots = ((-0.056, 0.0, 0.5), (0.056, 0.0, 0.5), (float(rng.uniform(-0.03, 0.03)), 0.0, 1.5))
    tints = rng.permutation(5)
    return [
        box((size,) * 3, center=(at[0] + dx, at[1], at[2] + up * size), bevel=0.008).with_data(
            "tint", np.array(_PASTELS[t])
        )
        for (dx, _, up), t in zip(spots, tints, strict=False)
    ]
