"""What theaters are fitted with: a stage of boards, curtains in folds, a valance with a golden fringe, rows of seats."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, noise, op
from filmwright.scene.shapes import Shape, box, join, rings, rounded_rectangle, sweep
from filmwright.values import Color

STAGE_M = 0.95  # height of a stage over the floor of the house
DEEP_M = 9.0
_SEAT_BACK = (
    (0.42, 0.0, 0.46, 0.07),
    (0.70, -0.045, 0.49, 0.085),
    (0.90, -0.09, 0.48, 0.08),
    (0.985, -0.11, 0.40, 0.065),
    (1.005, -0.115, 0.30, 0.03),
)
"""Height, middle (y), width and thickness of a seat's back, going up."""
SEAT_M = 0.56  # from seat to seat


def stage_floor(f: Fitting, rng: np.random.Generator) -> Parts:
    """A stage whose front edge is at y = 0, `DEEP_M` deep towards +y: boards laid across, a panelled front."""
    deck = box((f.width, DEEP_M, 0.06), center=(0, DEEP_M / 2, STAGE_M - 0.03), bevel=0.004)
    lip = box((f.width, 0.10, 0.09), center=(0, -0.02, STAGE_M - 0.045), bevel=0.02)
    front = [box((f.width, 0.05, STAGE_M - 0.05), center=(0, 0.04, (STAGE_M - 0.05) / 2))]
    count = round(f.width / 0.8)
    for k in range(count):
        x = -f.width / 2 + (k + 0.5) * f.width / count
        front.append(
            box((f.width / count - 0.16, 0.03, STAGE_M - 0.34), center=(x, 0.005, STAGE_M / 2 - 0.02), bevel=0.012)
        )
    return {
        "deck": (deck, _deck()),
        "lip": (lip, things.made_of("lacquer", (0.025, 0.014, 0.010))),
        "front": (join(front), things.made_of("wood", (0.10, 0.045, 0.022))),
    }


def _deck() -> Material:
    """Dark boards along x, scuffed by many shoes."""
    spot = coords()
    size = {"mortar": 0.003, "width": 3.2, "height": 0.16, "bias": 0.0}
    plank = op("brick", spot, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.5, 0.5, 0.5), 1.0, **size)
    joint = op("brick", spot, 0.0, 0.0, 1.0, 1.0, mortar=0.003, width=3.2, height=0.16, mask=True)
    grain = noise(mapping(spot, scale=(2.0, 34.0, 1.0)), scale=1.0, detail=5, roughness=0.6)
    scuffs = noise(mapping(spot, scale=(1.0, 2.5, 1.0)), scale=5.0, detail=6, roughness=0.7)
    tone = op("x", plank) * 0.45 + grain * 0.55
    wood = mix((0.085, 0.045, 0.022), (0.24, 0.135, 0.066), tone)
    return Material(
        color=mix(mix(wood, (0.26, 0.20, 0.15), op("pow", scuffs, 4.0)), (0.012, 0.007, 0.004), joint),
        roughness=0.30 + scuffs * 0.3, specular=0.45,
        bumps=(Bump(height=op("sub", grain * 0.3, joint), strength=0.35, distance_m=0.0015),), preview=(0.16, 0.09, 0.045),
    )  # fmt: skip


def drapes(f: Fitting, rng: np.random.Generator) -> Parts:
    """A curtain of the fitting's width, from 0.02 m over the floor to its height, in deep uneven folds."""
    return {"cloth": (hanging(f.width, 0.02, f.height, 0.24, 0.085, rng), velvet(colors.resolve(f.color)))}


def stage_drapes(f: Fitting, rng: np.random.Generator) -> Parts:
    """A curtain that hangs down to the boards of a stage."""
    return {"cloth": (hanging(f.width, STAGE_M + 0.01, f.height, 0.30, 0.12, rng), velvet(colors.resolve(f.color)))}


def hanging(width: float, low: float, high: float, fold_m: float, deep_m: float, rng: np.random.Generator) -> Shape:
    """A curtain in folds round y = 0 and before it, between two heights."""
    count = max(24, round(width / 0.012))
    u = np.linspace(-width / 2, width / 2, count)
    folds = max(2, round(width / fold_m))
    drift = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, 2 * folds), rng.normal(0, 0.16, 2 * folds))
    phase = 2 * math.pi * (folds * np.linspace(0, 1, count) + drift)
    size = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, folds), rng.uniform(0.6, 1.15, folds))
    rows = []
    for z in np.linspace(low, high, 14):
        t = (high - z) / (high - low)
        wave = np.sin(phase + 0.35 * t * np.sin(phase / 3.0))
        deep = deep_m * size * (0.62 + 0.38 * t)
        rows.append(
            np.column_stack(
                [u + 0.25 * deep * np.cos(phase), -deep_m + deep * (wave + 0.22 * np.sin(2 * phase)), np.full(count, z)]
            )
        )
    return rings(np.array(rows), around=False, caps=False)


def velvet(color: Color) -> Material:
    """Heavy velvet: dark where one looks straight at it, with a bloom at the edges of its folds."""
    nap = noise(coords("rest"), scale=9.0, detail=4)
    deep: Color = (0.72 * color[0], 0.62 * color[1], 0.62 * color[2])
    return Material(
        color=mix(deep, color, nap), roughness=0.85, specular=0.12, sheen=0.55,
        sheen_color=(min(1.0, 1.5 * color[0] + 0.1), color[1] + 0.06, color[2] + 0.06), preview=color,
    )  # fmt: skip


def valance(f: Fitting, rng: np.random.Generator) -> Parts:
    """A swagged border over a stage, its top at the fitting's height, with a fringe along its lower edge."""
    swags = max(3, round(f.width / 1.25))
    count = 60 * swags
    u = np.linspace(0, 1, count)
    x = (u - 0.5) * f.width
    dip = np.abs(np.sin(math.pi * swags * u))
    low = f.height - 0.50 - 0.22 * dip
    rows, top = [], f.height
    for t in np.linspace(0, 1, 16):
        z = top + (low - top) * t
        fold = 0.035 * np.sin(9 * math.pi * t * (0.55 + 0.45 * dip)) * dip + 0.05 * (1 - dip) * np.cos(
            22 * math.pi * t * 0.1
        )
        rows.append(np.column_stack([x, -0.07 - fold, z]))
    edge = rows[-1]
    strips = [np.column_stack([edge[:, 0], edge[:, 1] - 0.012, edge[:, 2] + 0.02 - d]) for d in (0.0, 0.025, 0.10)]
    return {
        "cloth": (rings(np.array(rows), around=False, caps=False), velvet(colors.resolve(f.color))),
        "fringe": (rings(np.array(strips), around=False, caps=False), _fringe()),
    }


def _fringe() -> Material:
    threads = noise(mapping(coords("rest"), scale=(160.0, 1.0, 4.0)), scale=1.0, detail=2)
    return Material(
        color=mix((0.25, 0.14, 0.03), (0.72, 0.50, 0.16), threads),
        roughness=0.4,
        metallic=0.4,
        specular=0.5,
        preview=(0.6, 0.4, 0.12),
    )


def seats(f: Fitting, rng: np.random.Generator) -> Parts:
    """A row of theater seats over the fitting's width, looking along +y; the row stands at y = 0. All are folded but those from
    where to where `gap` says."""
    low, high = f.gap or (math.inf, math.inf)
    count = max(1, int(f.width / SEAT_M))
    cushions: list[Shape] = []
    wood: list[Shape] = []
    for k in range(count):
        x = (k - (count - 1) / 2) * SEAT_M
        back = []
        for z, y, wide, thick in _SEAT_BACK:
            o = rounded_rectangle(wide, thick, 0.035, per_corner=4)
            back.append(np.column_stack([o[:, 0] + x, o[:, 1] + y, np.full(len(o), z)]))
        cushions.append(rings(np.array(back)))
        if low < x < high:
            cushions.append(box((0.45, 0.42, 0.11), center=(x, 0.28, 0.435), bevel=0.035))
        else:
            cushions.append(box((0.45, 0.10, 0.40), center=(x, 0.12, 0.58), bevel=0.035))
    for k in range(count + 1):
        x = (k - count / 2) * SEAT_M
        wood.append(box((0.05, 0.36, 0.035), center=(x, 0.06, 0.645), bevel=0.012))
        wood.append(box((0.035, 0.10, 0.62), center=(x, 0.02, 0.32), bevel=0.006))
        wood.append(box((0.05, 0.34, 0.02), center=(x, 0.02, 0.01), bevel=0.004))
    return {
        "cushions": (join(cushions), velvet(colors.resolve(f.color))),
        "arms": (join(wood), things.made_of("wood", (0.12, 0.055, 0.026))),
    }


def lighting_bar(f: Fitting, rng: np.random.Generator) -> Parts:
    """The pipe that lamps hang from, at the fitting's height."""
    pipes = [
        sweep([(-f.width / 2, 0, f.height + d), (f.width / 2, 0, f.height + d)], 0.024, sides=10) for d in (0.0, 0.28)
    ]
    braces = [
        sweep([(x, 0, f.height), (x + 0.28, 0, f.height + 0.28)], 0.012, sides=6)
        for x in np.arange(-f.width / 2, f.width / 2 - 0.3, 0.56)
    ]
    return {"pipes": (join([*pipes, *braces]), things.made_of("lacquer", (0.02, 0.02, 0.022)))}
