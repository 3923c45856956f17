"""High-rises seen from some way off: stacks of outlines whose walls carry their windows as a pattern, lit after dark.

Point attributes: `wall` (n, 3) metres along the wall, metres up, and the key of the building, by which its windows are told; `tint`
(n, 3) its color; `wash` (n, 3) the colored light on it after dark; `glass` (n,) how much of its walls is window; `busy` (n,) the share
of windows lit after dark; `roof` (n,) 1 on flat tops.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shade import Expr, Material, Value, attribute, cmul, mix, op, remap
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

STOREY_M, BAY_M = 3.7, 2.1
TINTS: tuple[Color, ...] = (
    (0.30, 0.30, 0.30), (0.38, 0.35, 0.31), (0.20, 0.23, 0.27), (0.42, 0.41, 0.39), (0.30, 0.24, 0.20), (0.16, 0.19, 0.22),
)  # fmt: skip

WASHES: tuple[Color, ...] = (
    (1.0, 0.12, 0.30),
    (0.45, 0.18, 1.0),
    (0.10, 0.42, 1.0),
    (1.0, 0.55, 0.16),
    (0.10, 0.9, 0.75),
)


class Front(NamedTuple):
    """What the walls of a building are like: its color, how much of them is glass, the share of windows lit, its key, and the color it is
    washed in after dark."""

    tint: Color
    glass: float
    busy: float
    key: float
    wash: Color = (0.0, 0.0, 0.0)


def rectangle(wide_m: float, deep_m: float) -> F64:
    """Outline (4, 2) around the origin, counter-clockwise."""
    w, d = wide_m / 2, deep_m / 2
    return np.array([(-w, -d), (w, -d), (w, d), (-w, d)])


def round_corners(wide_m: float, deep_m: float, radius_m: float) -> F64:
    """Outline of a rectangle with round corners."""
    return shapes.rounded_rectangle(wide_m, deep_m, radius_m, 4)


def stack(rows: Sequence[tuple[F64, float]], front: Front) -> Shape:
    """Outlines (k, 2), all of one count, at rising heights, joined by walls; each outline that is narrower than the one below at the
    same height leaves a ledge. The top is closed."""
    points, faces, wall, flat = [], [], [], []
    count = 0
    for (low, z0), (high, z1) in itertools.pairwise(rows):
        level = abs(z1 - z0) < 1e-6
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(np.vstack([low, low[:1]]), axis=0), axis=1))])
        for k in range(len(low)):
            j = (k + 1) % len(low)
            points += [(*low[k], z0), (*low[j], z0), (*high[j], z1), (*high[k], z1)]
            u0, u1 = along[k], along[k + 1]
            wall += [(u0, z0, front.key), (u1, z0, front.key), (u1, z1, front.key), (u0, z1, front.key)]
            flat += [float(level)] * 4
            faces.append((count, count + 1, count + 2, count + 3))
            count += 4
    top, z = rows[-1]
    points += [(*p, z) for p in top]
    wall += [(0.0, z, front.key)] * len(top)
    flat += [1.0] * len(top)
    faces += [(count, count + k, count + k + 1, -1) for k in range(1, len(top) - 1)]
    made = shapes.shape(np.array(points), np.array(faces))
    n = len(made.points)
    return (
        made.with_data("wall", np.array(wall)).with_data("roof", np.array(flat))
        .with_data("tint", np.tile(front.tint, (n, 1)))
        .with_data("wash", np.tile(front.wash, (n, 1))).with_data("glass", front.glass).with_data("busy", front.busy)
    )  # fmt: skip


def plain(rng: np.random.Generator, high_m: float, *, busy: float = 0.42, washed: float = 0.0) -> Shape:
    """A building of some height, as most are: a slab or a tower with setbacks, a plant room on its roof, now and then a mast. `washed`:
    how often it shines in a color after dark."""
    wide, deep = (float(v) for v in rng.uniform(18.0, 34.0, 2) * (0.8 + high_m / 420.0))
    glass = float(rng.choice([0.35, 0.6, 0.95], p=[0.4, 0.3, 0.3]))
    tint = TINTS[int(rng.integers(len(TINTS)))]
    wash = WASHES[int(rng.integers(len(WASHES)))] if rng.random() < washed else (0.0, 0.0, 0.0)
    front = Front(tint, glass, busy * float(rng.uniform(0.5, 1.4)), float(rng.integers(1, 900)), wash)
    kind = rng.random()
    rows: list[tuple[F64, float]] = [(rectangle(wide, deep), 0.0)]
    if kind < 0.45:
        rows.append((rectangle(wide, deep), high_m))
    elif kind < 0.8:
        for k in range(int(rng.integers(2, 4))):
            share, z = 1.0 - 0.17 * k, high_m * (0.62 + 0.19 * k)
            next_ = share - 0.17
            rows += [(rectangle(wide * s, deep * s), min(z, high_m)) for s in (share, next_)]
        rows.append((rows[-1][0], high_m))
    else:
        rows += [
            (rectangle(wide * 0.92, deep * 0.92), high_m * 0.94),
            (rectangle(wide * 0.4, deep * 0.4), high_m * 1.05),
        ]
    made = [stack(rows, front)]
    top = rows[-1][1]
    blind = Front((0.16, 0.16, 0.165), 0.0, 0.0, 1.0)
    made.append(
        stack([(rectangle(wide * 0.3, deep * 0.36), top), (rectangle(wide * 0.3, deep * 0.36), top + 4.5)], blind)
    )
    if high_m > 150 and rng.random() < 0.5:
        mast = float(rng.uniform(14.0, 45.0))
        made.append(stack([(rectangle(1.6, 1.6), top), (rectangle(0.4, 0.4), top + mast)], blind))
    return shapes.join(made)


def field(
    rng: np.random.Generator, spots: F64, highs_m: F64, *, base_m: float = 0.0, busy: float = 0.42, turn_rad: float | None = None,
    washed: float = 0.0,
) -> Shape:  # fmt: skip
    """Plain buildings of these heights (n,) at spots (n, 2), each turned at random or all by `turn_rad`."""
    made = []
    for (x, y), high in zip(spots, highs_m, strict=True):
        turn = float(rng.uniform(-0.5, 0.5)) if turn_rad is None else turn_rad
        made.append(
            plain(rng, float(high), busy=busy, washed=washed).turned(shapes.rotation(z=turn)).moved((x, y, base_m))
        )
    return shapes.join(made)


def surface(glow: float) -> Material:
    """The walls of all high-rises; `glow`: how bright their windows are from inside."""
    wall = attribute("wall")
    u, up, key = op("x", wall) * (1 / BAY_M), op("y", wall) * (1 / STOREY_M), op("z", wall)
    glass = attribute("glass")
    beside = op("abs", op("fract", u) - 0.5)
    above = op("abs", op("fract", up) - 0.5)
    wide, tall = glass * 0.22 + 0.24, glass * 0.16 + 0.26
    inside = (
        op("less", beside, wide)
        * op("less", above, tall)
        * op("sub", 1.0, attribute("roof"))
        * op("greater", glass, 0.05)
    )
    spot = op("combine", op("floor", u), op("floor", up), key)
    cell = op("white_noise", spot)
    floor = op("white_noise", op("combine", 3.0, op("floor", up), key))
    # Whole storeys are lit or dark together, more or less: offices are.
    share = attribute("busy") * 0.9 + 0.05
    apart = op("white_noise", op("vadd", spot, (5.0, 9.0, 2.0)))
    single = op("less", cell * 0.62 + floor * 0.38, share * 0.85) * inside * remap(apart, 0.0, 1.0, 0.10, 0.85)
    # From farther off than single windows can be told, groups of them: else they would glitter as the camera moves.
    block = op("white_noise", op("combine", op("floor", u * 0.25), op("floor", up * 0.34), key))
    group = (
        op("less", block * 0.6 + floor * 0.4, share) * remap(block, 0.0, 1.0, 0.25, 0.6) * op("greater", glass, 0.05)
    )
    far = remap(op("camera_distance"), 450.0, 1500.0)
    lit = single * op("sub", 1.0, far) + group * far
    other = op(
        "white_noise", op("vadd", op("combine", op("floor", u * 0.5), op("floor", up * 0.5), key), (7.0, 3.0, 11.0))
    )
    warm = mix((1.0, 0.62, 0.30), (0.82, 0.90, 1.0), op("greater", other, 0.66))
    pane = mix((0.030, 0.040, 0.050), (0.075, 0.10, 0.12), cell)
    mullions = cmul(attribute("tint"), _grey(remap(floor, 0.0, 1.0, 0.93, 1.05)))
    light: dict[str, Value] = {}
    if glow > 0:
        bands = remap(op("abs", op("fract", op("y", wall) * 0.045) - 0.5), 0.2, 0.5, 0.25, 1.0)
        colored = op("vscale", attribute("wash"), bands * 0.55)
        shine = cmul(warm, _grey(lit * remap(other, 0.0, 1.0, 0.35, 1.0)))
        light = {"emission": op("vadd", shine, colored), "emission_strength": glow}
    return Material(
        color=mix(mullions, pane, inside), roughness=remap(inside, 0.0, 1.0, 0.75, 0.10), specular=remap(inside, 0.0, 1.0, 0.2, 0.75),
        preview=(0.25, 0.26, 0.28), **light,
    )  # fmt: skip


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def bank(
    rng: np.random.Generator, count: int, yaws: tuple[float, float], away: tuple[float, float], highs: tuple[float, float]
) -> tuple[F64, F64]:  # fmt: skip
    """Spots (n, 2) round the origin between two yaws (0: +Y, counter-clockwise) and distances, none too near to another, and
    heights (n,) that rise towards the middle."""
    spots: list[tuple[float, float]] = []
    tall: list[float] = []
    for _ in range(count * 12):
        yaw, r = float(rng.uniform(*yaws)), float(rng.uniform(*away))
        x, y = -r * math.sin(yaw), r * math.cos(yaw)
        if all(math.hypot(x - a, y - b) > 44.0 for a, b in spots):
            middle = 1.0 - abs(2 * (yaw - yaws[0]) / (yaws[1] - yaws[0]) - 1.0)
            spots.append((x, y))
            tall.append(highs[0] + (highs[1] - highs[0]) * (0.25 + 0.75 * middle) * float(rng.random()) ** 1.6)
        if len(spots) == count:
            break
    return np.array(spots), np.array(tall)
