"""What jail cells are fitted with: a front of bars with its door, a steel bunk, bars before a window, days counted on a wall."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _soft
from filmwright.scene.shade import Bump, Material, mix, noise, remap
from filmwright.scene.shapes import Shape, box, join, rotation, sweep

BAR_M = 0.011  # radius of a bar; they stand so that no head goes between them
_APART_M = 0.115
LYING_M = 0.47  # height of the lower mattress's upper side
BUNK_M = (0.80, 1.98)


def _iron() -> Material:
    """Old grey paint over iron, worn through to rust in places."""
    worn = noise(scale=7.0, detail=6.0, roughness=0.7)
    paint = mix((0.10, 0.11, 0.115), (0.17, 0.18, 0.18), noise(scale=30.0, detail=3.0))
    return Material(
        color=mix(paint, (0.16, 0.065, 0.03), remap(worn, 0.56, 0.66)), roughness=0.5, metallic=0.3, specular=0.5,
        bumps=(Bump(height=worn, strength=0.3, distance_m=0.002),), preview=(0.12, 0.12, 0.12),
    )  # fmt: skip


def cell_bars(f: Fitting, rng: np.random.Generator) -> Parts:
    """Bars over the fitting's width and height round y = 0; between the two x of `gap` they are a door in its frame, with its lock."""
    bars: list[Shape] = []
    low, high = f.gap or (0.0, 0.9)
    for x in np.arange(-f.width / 2 + 0.06, f.width / 2, _APART_M):
        if min(abs(x - low), abs(x - high)) > 0.05:
            bars.append(sweep([(x, 0, 0.0), (x, 0, f.height)], BAR_M, sides=10))
    for z in (0.10, 1.02, 2.06, f.height - 0.05):
        bars.append(box((f.width, 0.012, 0.055), center=(0, -0.005, z), bevel=0.003))
    for x in (low, high):
        bars.append(box((0.05, 0.05, 2.1), center=(x, 0, 1.05), bevel=0.006))
    bars.append(box((high - low, 0.05, 0.05), center=((low + high) / 2, 0, 2.08), bevel=0.006))
    lock = [
        box((0.17, 0.075, 0.26), center=(low + 0.12, 0, 1.05), bevel=0.008),
        box((0.05, 0.03, 0.07), center=(low - 0.02, -0.02, 1.05), bevel=0.006),
    ]
    lock += [box((0.04, 0.07, 0.12), center=(high, -0.01, z), bevel=0.01) for z in (0.35, 1.05, 1.75)]
    return {"bars": (join(bars), _iron()), "lock": (join(lock), things.made_of("metal", (0.22, 0.22, 0.22)))}


def window_bars(f: Fitting, rng: np.random.Generator) -> Parts:
    """Upright bars before a window of the fitting's width, 0.7 m tall, that begins at the fitting's height."""
    count = max(3, round(f.width / 0.13))
    z0, z1 = f.height - 0.03, f.height + 0.73
    xs = (np.arange(count) + 0.5) / count * f.width - f.width / 2
    bars = [sweep([(x, 0.05, z0), (x, 0.05, z1)], 0.013, sides=10) for x in xs]
    bars.append(box((f.width, 0.014, 0.04), center=(0, 0.05, (z0 + z1) / 2), bevel=0.003))
    return {"bars": (join(bars), _iron())}


def bunk(f: Fitting, rng: np.random.Generator) -> Parts:
    """Two beds one over the other along a wall at y = 0: a steel frame on chains, thin striped mattresses, blankets of the fitting's
    color."""
    deep, long = BUNK_M
    steel: list[Shape] = []
    ticks: list[Shape] = []
    cloth: list[Shape] = []
    pillows: list[Shape] = []
    for k, z in enumerate((LYING_M, 1.42)):
        steel.append(box((long, deep, 0.03), center=(0, -deep / 2, z - 0.115), bevel=0.005))
        steel += [box((long, 0.035, 0.09), center=(0, y, z - 0.10), bevel=0.006) for y in (-0.02, -deep + 0.02)]
        steel += [
            box((0.035, deep, 0.09), center=(s * (long / 2 - 0.02), -deep / 2, z - 0.10), bevel=0.006) for s in (-1, 1)
        ]
        mattress = box((long - 0.08, deep - 0.06, 0.10), center=(0, -deep / 2, z - 0.05), bevel=0.035)
        ticks.append(mattress)
        pillow = _soft.pillow((0.52, 0.34, 0.12), wrinkle_m=0.012, seed=3 + k).turned(rotation(z=math.pi / 2))
        pillows.append(pillow.moved((long / 2 - 0.27, -deep / 2, z + 0.05)))
        blanket = _soft.draped((0.42, deep / 2 - 0.02), (0.03, 0.16), -0.10, puff_m=0.014, seed=5 + k)
        cloth.append(blanket.moved((-0.42, -deep / 2, z + 0.016)))
    steel += [
        box((0.045, 0.045, 1.78), center=(s * (long / 2 - 0.02), y, 0.89), bevel=0.006)
        for s in (-1, 1)
        for y in (-0.025, -deep + 0.025)
    ]
    rungs = [
        sweep([(long / 2 + 0.01, -deep + 0.08, z), (long / 2 + 0.01, -deep + 0.42, z)], 0.012, sides=8)
        for z in (0.3, 0.6, 0.9, 1.2)
    ]
    return {
        "frame": (join([*steel, *rungs]), _iron()),
        "mattress": (join(ticks), things.made_of("cotton", (0.38, 0.40, 0.42))),
        "pillows": (join(pillows), things.made_of("cotton", (0.55, 0.54, 0.50))),
        "blankets": (join(cloth), things.made_of("wool", colors.resolve(f.color))),
    }


def tally(f: Fitting, rng: np.random.Generator) -> Parts:
    """Days scratched into a wall over the fitting's width from the fitting's height down: strokes in fives."""
    strokes: list[Shape] = []
    for row in range(4):
        x, z = -f.width / 2, f.height - 0.15 * row
        while x < f.width / 2 - 0.13 and not (row == 3 and x > -0.1 * f.width):
            for k in range(4):
                a, b = rng.normal(0, 0.006, 2)
                strokes.append(
                    sweep([(x + 0.022 * k + a, -0.002, z), (x + 0.022 * k + b, -0.002, z - 0.095)], 0.0035, sides=4)
                )
            strokes.append(sweep([(x - 0.015, -0.002, z - 0.085), (x + 0.085, -0.002, z - 0.015)], 0.0035, sides=4))
            x += 0.135
    return {
        "strokes": (
            join(strokes),
            Material(color=(0.62, 0.61, 0.57), roughness=0.95, specular=0.0, preview=(0.6, 0.6, 0.6)),
        )
    }
