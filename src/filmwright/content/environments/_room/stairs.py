"""A grand staircase: a flight of marble steps under a red runner up to a landing, from which two flights rise along the wall; balusters
of stone under polished rails, newel posts with lamps; and a floor of black and white marble."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room import palace
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.kinds import F64
from filmwright.scene.shade import Bump, Material, cmul, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, sweep

RISE_M, GOING_M = 0.165, 0.31  # of a step
STEPS, SIDE_STEPS = 15, 13
LANDING_M = 1.9  # how deep the landing is
_HALF_M, _FLARE_M = 1.75, 1.0  # half the width of the flight at its head, and how much wider it is at its foot
_RUNNER_M = 0.95  # half the width of the runner
RUN_M = STEPS * GOING_M + LANDING_M
_BALUSTER = [
    (0.055, 0.0), (0.055, 0.05), (0.035, 0.08), (0.068, 0.24), (0.060, 0.32), (0.028, 0.46), (0.026, 0.60), (0.040, 0.66), (0.052, 0.70),
    (0.052, 0.74),
]  # fmt: skip


def _half(step: float) -> float:
    """Half the width of the flight at a step: it flares towards its foot."""
    share = 1.0 - step / STEPS
    return _HALF_M + _FLARE_M * float(share**2.4)


def grand_stairs(f: Fitting, rng: np.random.Generator) -> Parts:
    """The staircase against the wall at y = 0, its foot at y = -RUN_M."""
    stone: list[Shape] = []
    runner: list[Shape] = []
    rods: list[Shape] = []
    front = -RUN_M
    for k in range(STEPS):
        y, z, half = front + k * GOING_M, (k + 1) * RISE_M, _half(k)
        deep = -y
        stone.append(box((2 * half, deep, RISE_M), center=(0, y + deep / 2, z - RISE_M / 2)))
        stone.append(
            box((2 * half + 0.05, GOING_M + 0.05, 0.035), center=(0, y + GOING_M / 2 - 0.02, z - 0.016), bevel=0.014)
        )
        runner.append(
            box((2 * _RUNNER_M, GOING_M + 0.055, 0.014), center=(0, y + GOING_M / 2 - 0.022, z + 0.006), bevel=0.006)
        )
        runner.append(box((2 * _RUNNER_M, 0.012, RISE_M), center=(0, y - 0.052, z - RISE_M / 2 + 0.01)))
        rods.append(
            sweep(
                [(-_RUNNER_M - 0.09, y - 0.062, z - RISE_M + 0.02), (_RUNNER_M + 0.09, y - 0.062, z - RISE_M + 0.02)],
                0.009,
                sides=8,
            )
        )
    high = STEPS * RISE_M
    wide = f.width / 2
    stone.append(box((2 * _HALF_M + 0.5, LANDING_M, 0.06), center=(0, -LANDING_M / 2, high - 0.03), bevel=0.01))
    runner.append(box((2 * _RUNNER_M, LANDING_M, 0.014), center=(0, -LANDING_M / 2, high + 0.006)))
    flights = [_side(s, high, wide, stone, runner) for s in (-1, 1)]
    posts: list[Shape] = []
    balusters: list[Shape] = []
    rails: list[Shape] = []
    lamps: list[Shape] = []
    for s in (-1, 1):
        line = np.array([(s * (_half(k) - 0.13), front + (k + 0.5) * GOING_M, (k + 1) * RISE_M) for k in range(STEPS)])
        _balustrade(line, balusters, rails)
        foot = np.array([s * (_half(-0.6) - 0.10), front - 0.12, 0.0])
        _newel(foot, posts, lamps, rails, rng)
        _newel(np.array([s * (_HALF_M - 0.12), -LANDING_M + 0.1, high]), posts, [], rails, rng)
    for line in flights:
        _balustrade(line, balusters, rails)
        _newel(line[-1] + [0.0, 0.0, 0.0], posts, [], rails, rng)
    glow = Material(
        color=(0.9, 0.85, 0.75), emission=(1.0, 0.74, 0.42), emission_strength=5.0, preview=(1.0, 0.85, 0.6)
    )
    return {
        "stone": (join(stone), palace.marble((0.66, 0.63, 0.57))),
        "balusters": (join([*balusters, *posts]), palace.marble((0.60, 0.56, 0.49))),
        "rails": (join(rails), things.made_of("wood", (0.13, 0.05, 0.022))),
        "runner": (join(runner), _carpet(colors.resolve(f.color))),
        "rods": (join(rods), palace.gilding()),
        "lamps": (join(lamps), glow),
    }


def _side(s: int, high: float, wide: float, stone: list[Shape], runner: list[Shape]) -> F64:
    """A flight from the landing along the wall; the line of its balusters."""
    room = wide - _HALF_M
    going = min(GOING_M, room / (SIDE_STEPS + 1))
    deep = 1.6
    line = []
    for k in range(SIDE_STEPS):
        x, z = s * (_HALF_M + 0.1 + (k + 0.5) * going), high + (k + 1) * RISE_M
        end = s * wide
        stone.append(
            box(
                (abs(end - x) + going / 2, deep, RISE_M),
                center=((x - s * going / 2 + end) / 2, -deep / 2, z - RISE_M / 2),
            )
        )
        stone.append(
            box((going + 0.05, deep + 0.04, 0.035), center=(x - s * 0.02, -deep / 2 - 0.02, z - 0.016), bevel=0.014)
        )
        runner.append(box((going + 0.055, 1.0, 0.014), center=(x - s * 0.022, -deep / 2, z + 0.006), bevel=0.006))
        runner.append(box((0.012, 1.0, RISE_M), center=(x - s * (going / 2 + 0.05), -deep / 2, z - RISE_M / 2 + 0.01)))
        line.append((x, -deep + 0.12, z))
    ring = np.array(
        [
            [(s * (_HALF_M + 0.1), y, high - 0.02), (s * wide, y, high + SIDE_STEPS * RISE_M - 0.1), (s * wide, y, 0.0),
             (s * (_HALF_M + 0.1), y, 0.0)]
            for y in (-deep + 0.03, 0.0)
        ]
    )  # fmt: skip
    stone.append(rings(ring if s > 0 else ring[::-1]))
    return np.array(line)


def _balustrade(line: F64, balusters: list[Shape], rails: list[Shape]) -> None:
    """Balusters on the steps of a line (n, 3), two a step, and the rail over them."""
    t = np.arange(0.0, len(line) - 0.5, 0.5)
    for at in t:
        k = int(at)
        share = at - k
        spot = line[k] + (line[min(k + 1, len(line) - 1)] - line[k]) * share * [1, 1, 0]
        lift = share * RISE_M if k + 1 < len(line) else 0.0
        column = lathe(_BALUSTER, sides=12)
        stretch = (0.74 + lift) / 0.74
        balusters.append(column.scaled((1.0, 1.0, stretch)).moved(spot))
    top = line + [0.0, 0.0, 0.80]
    path = curve(top, 3 * len(line))
    rails.append(sweep(path, 0.052, sides=10, flat=1.35))


def _newel(foot: F64, posts: list[Shape], lamps: list[Shape], rails: list[Shape], rng: np.random.Generator) -> None:
    """A square post with a ball or, if `lamps` are wanted, a globe of light on a stem."""
    posts.append(box((0.32, 0.32, 1.0), center=foot + [0, 0, 0.5], bevel=0.02))
    posts.append(box((0.38, 0.38, 0.12), center=foot + [0, 0, 0.06], bevel=0.02))
    posts.append(box((0.40, 0.40, 0.08), center=foot + [0, 0, 1.03], bevel=0.02))
    if abs(float(foot[2])) < 1e-6:
        stem = lathe([(0.10, 1.07), (0.05, 1.15), (0.035, 1.5), (0.07, 1.62), (0.03, 1.68)], sides=16).moved(foot)
        rails.append(stem)
        lamps.append(ball(0.17, center=foot + [0, 0, 1.84], sides=20, levels=14))
    else:
        posts.append(ball(0.15, center=foot + [0, 0, 1.2], sides=18, levels=12))


def _carpet(color: tuple[float, float, float]) -> Material:
    fiber = noise(scale=420.0, detail=2.0)
    x = op("abs", op("x", coords()))
    border = remap(op("abs", x - (_RUNNER_M - 0.14)), 0.018, 0.026, 1.0, 0.0)
    shade = remap(fiber, 0.3, 0.7, 0.72, 1.15)
    base = mix(color, (0.62, 0.44, 0.16), border * 0.85)
    return Material(
        color=cmul(base, op("combine", shade, shade, shade)), roughness=0.95, specular=0.05, sheen=0.4,
        bumps=(Bump(height=fiber, strength=0.5, distance_m=0.003),), preview=color,
    )  # fmt: skip


def checkered(f: Fitting, rng: np.random.Generator) -> Parts:
    """A floor of black and white marble laid diagonally; from its far end at y = 0, `height` deep."""
    plate = box((f.width, f.height, 0.012), center=(0, -f.height / 2, 0.006))
    side = 0.62
    u = (op("x", coords()) + op("y", coords())) * (math.sqrt(0.5) / side)
    v = (op("x", coords()) - op("y", coords())) * (math.sqrt(0.5) / side)
    dark = op("greater", op("fract", (op("floor", u) + op("floor", v)) * 0.5), 0.25)
    veins = noise(scale=2.1, detail=6.0, roughness=0.62, distortion=1.6)
    line = remap(op("abs", veins - 0.5), 0.0, 0.04, 1.0, 0.0) * 0.5
    joint = remap(op("max", op("abs", op("fract", u) - 0.5), op("abs", op("fract", v) - 0.5)), 0.492, 0.497)
    white = mix((0.62, 0.60, 0.55), (0.34, 0.33, 0.32), line)
    black = mix((0.022, 0.022, 0.024), (0.12, 0.12, 0.12), line)
    color = mix(mix(white, black, dark), (0.10, 0.095, 0.09), joint)
    return {
        "marble": (
            plate,
            Material(color=color, roughness=0.09 + veins * 0.06, specular=0.5, preview=(0.35, 0.34, 0.32)),
        ),
    }
