"""Broadleaf trees in four degrees of detail, as one Shape each: leaves in material slot 0, bark in slot 1.

A crown is a heap of clumps, each the end of a branch; leaves lie on the clumps and face outwards, so that light models the crown
as it does a real one. Point attribute `tint` (n, 3) is the color there: leaves deep in a clump and under the crown are dark,
as little sky reaches them. "double" is what light finds of a near tree: the same crown in a tenth of the faces.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

Detail = Literal["near", "double", "mid", "far"]
LEAVES, BARK = 0, 1


class Habit(NamedTuple):
    """How a kind of tree grows. Shares are of the height; `spread` is the crown's radius and `depth` its half height. `crowd` 0..1
    draws the clumps to the crown's shell; `droop` lets its outer clumps hang; `umbrella` flattens its underside."""

    height_m: float = 13.0
    trunk_m: float = 0.36
    spread: float = 0.42
    depth: float = 0.36
    middle: float = 0.62
    clumps: int = 62
    clump: float = 0.105
    leaf_m: float = 0.15
    limbs: int = 7
    fork: float = 0.2
    droop: float = 0.15
    umbrella: float = 0.0
    lean: float = 0.04


OAK = Habit()
LINDEN = Habit(height_m=12.0, trunk_m=0.24, spread=0.29, depth=0.39, middle=0.59, clumps=52, clump=0.10, fork=0.22)
BEECH = Habit(
    height_m=21.0,
    trunk_m=0.34,
    spread=0.25,
    depth=0.30,
    middle=0.70,
    clumps=58,
    clump=0.075,
    fork=0.42,
    limbs=8,
    lean=0.03,
)
BIRCH = Habit(
    height_m=14.0,
    trunk_m=0.13,
    spread=0.19,
    depth=0.38,
    middle=0.60,
    clumps=46,
    clump=0.075,
    fork=0.25,
    limbs=9,
    droop=0.5,
    leaf_m=0.12,
)
ACACIA = Habit(
    height_m=7.5,
    trunk_m=0.22,
    spread=0.68,
    depth=0.13,
    middle=0.86,
    clumps=58,
    clump=0.105,
    fork=0.26,
    limbs=6,
    umbrella=1.0,
    droop=-0.04,
    leaf_m=0.10,
    lean=0.09,
)
SHRUB = Habit(
    height_m=2.2,
    trunk_m=0.05,
    spread=0.55,
    depth=0.44,
    middle=0.48,
    clumps=22,
    clump=0.20,
    fork=0.05,
    limbs=5,
    leaf_m=0.09,
)


class _Crown(NamedTuple):
    """Clumps of leaves: centers (c, 3), radii (c,), the limb each grows from (c,), limb tips (l, 3), trunk (k, 3)."""

    centers: F64
    radii: F64
    limb: F64
    tips: F64
    trunk: F64


def broadleaf(seed: int, detail: Detail, habit: Habit, *, leaf: Color, bare: bool = False, snow: float = 0.0) -> Shape:
    """A tree of the habit's height that stands on z = 0. bare: without leaves, with its twigs; snow 0..1 lies on its boughs
    (point attribute `snow`)."""
    rng = np.random.default_rng([seed, 1313])
    crown = _crown(rng, habit)
    few = {"near": 0, "double": 1, "mid": 1, "far": 2}[detail]
    parts = [_wood(crown, rng, habit, few, bare=bare)]
    if bare:
        parts.append(_twigs(crown, rng, habit, few))
    else:
        parts.append(_leaves(crown, rng, habit, few, leaf))
    tree = shapes.join(parts)
    return tree.with_data("snow", np.full(len(tree.points), snow))


def _crown(rng: np.random.Generator, habit: Habit) -> _Crown:
    high = habit.height_m
    lean = rng.normal(0, habit.lean * high, 2)
    rise = np.linspace(0, 1, 9)
    wobble = 0.012 * high * np.cumsum(rng.normal(0, 1, (9, 2)), axis=0) * rise[:, None]
    trunk = np.column_stack([rise[:, None] ** 1.4 * lean + wobble, rise * high * (habit.middle + 0.35 * habit.depth)])
    count = habit.clumps * 7
    way = rng.normal(size=(count, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    inside = way * (0.35 + 0.65 * rng.random(count) ** 0.45)[:, None]
    if habit.umbrella:
        inside[:, 2] = np.where(inside[:, 2] < 0, inside[:, 2] * (1 - 0.8 * habit.umbrella), inside[:, 2])
    # Lobes, so that no crown is a ball.
    turn = np.arctan2(inside[:, 1], inside[:, 0])
    lobes = (
        1 + 0.16 * np.sin(2 * turn + rng.random() * 6) + 0.12 * np.sin(3 * turn + inside[:, 2] * 2 + rng.random() * 6)
    )
    flat = inside[:, :2] * (habit.spread * high * lobes)[:, None]
    z = habit.middle * high + inside[:, 2] * habit.depth * high
    z -= habit.droop * habit.depth * high * np.hypot(inside[:, 0], inside[:, 1]) ** 2
    places = np.column_stack([flat + lean * (z / high)[:, None], z])
    chosen = [0]
    gap = np.linalg.norm(places - places[0], axis=1)
    for _ in range(habit.clumps - 1):  # the farthest from all so far: evenly spread
        index = int((gap * (0.75 + 0.25 * rng.random(count))).argmax())
        chosen.append(index)
        gap = np.minimum(gap, np.linalg.norm(places - places[index], axis=1))
    centers = places[chosen]
    radii = habit.clump * high * (0.72 + 0.55 * rng.random(habit.clumps))
    tips, limb = _limbs(rng, centers, habit)
    return _Crown(centers, radii, limb, tips, trunk)


def _limbs(rng: np.random.Generator, centers: F64, habit: Habit) -> tuple[F64, F64]:
    """The tips of the main boughs, each amid the clumps it carries, and the bough of every clump."""
    tips = centers[rng.choice(len(centers), habit.limbs, replace=False)]
    owner = np.zeros(len(centers), int)
    for _ in range(5):
        owner = np.linalg.norm(centers[:, None] - tips[None], axis=2).argmin(axis=1)
        tips = np.array([centers[owner == k].mean(axis=0) if (owner == k).any() else tips[k] for k in range(len(tips))])
    return tips, owner.astype(float)


def _on_trunk(trunk: F64, z: float) -> F64:
    """The trunk's middle at a height."""
    return np.array([np.interp(z, trunk[:, 2], trunk[:, k]) for k in range(3)])


def _bow(start: F64, end: F64, sag: float, count: int) -> F64:
    """A branch from start to end that leaves steeply and levels out."""
    t = np.linspace(0, 1, count)[:, None]
    bend = start + np.array([0.35, 0.35, 0.62 + sag]) * (end - start)
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end)


def _wood(crown: _Crown, rng: np.random.Generator, habit: Habit, few: int, *, bare: bool) -> Shape:
    high, sides = habit.height_m, (9, 6, 4)[few]
    share = np.linspace(0, 1, len(crown.trunk))
    radii = habit.trunk_m * (1.0 - 0.78 * share)
    radii[0] *= 1.45  # the flare of the roots
    foot = crown.trunk.copy()
    foot[0, 2] = -0.4
    parts = [shapes.sweep(foot, radii, sides=sides, caps=False)]
    lowest, top = habit.fork * high, crown.trunk[-1, 2]
    for k, tip in enumerate(crown.tips):
        leaves_at = min(max(tip[2] - (0.30 + 0.25 * rng.random()) * high * habit.spread * 1.6, lowest), top)
        start = _on_trunk(crown.trunk, leaves_at)
        thick = habit.trunk_m * (0.50 - 0.26 * (leaves_at / top))
        line = _bow(start, tip, 0.15, (8, 5, 3)[few])
        wave = 0.02 * high * rng.normal(0, 1, line.shape) * np.sin(np.linspace(0, math.pi, len(line)))[:, None]
        line = line + wave * 0.6
        parts.append(shapes.sweep(line, np.linspace(thick, thick * 0.42, len(line)), sides=sides, caps=False))
        if few == 2 and not bare:
            continue
        for center in crown.centers[crown.limb == k]:
            at = line[int(len(line) * (0.35 + 0.4 * rng.random()))]
            twig = _bow(at, center, 0.1, (6, 4, 3)[few])
            radii = np.linspace(thick * 0.36, thick * 0.08, len(twig))
            parts.append(shapes.sweep(twig, radii, sides=(6, 4, 3)[few], caps=False))
    return shapes.join(parts).painted(BARK).with_data("tint", (0.06, 0.05, 0.04))


def _twigs(crown: _Crown, rng: np.random.Generator, habit: Habit, few: int) -> Shape:
    """The fine wood of a bare crown: sprays of flat slivers from every clump's middle outwards."""
    each = (150, 48, 16)[few]
    n = each * len(crown.centers)
    index = np.repeat(np.arange(len(crown.centers)), each)
    way = rng.normal(size=(n, 3)) + np.array([0.0, 0.0, 0.35])
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    radius = crown.radii[index][:, None]
    base = crown.centers[index] + way * radius * (0.55 * rng.random((n, 1)))
    out = way + 0.6 * rng.normal(size=(n, 3))
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    tip = base + out * radius * (0.5 + 0.7 * rng.random((n, 1)))
    across = np.cross(out, rng.normal(size=(n, 3)))
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    wide = (0.0009, 0.0016, 0.003)[few] * habit.height_m
    quad = np.stack(
        [base - across * wide, base + across * wide, tip + across * wide * 0.3, tip - across * wide * 0.3], 1
    )
    made = shapes.shape(quad.reshape(-1, 3), np.arange(n * 4).reshape(-1, 4), BARK)
    return made.with_data("tint", (0.07, 0.055, 0.045))


def _leaves(crown: _Crown, rng: np.random.Generator, habit: Habit, few: int, leaf: Color) -> Shape:
    each = (900, 150, 20)[few]
    size = habit.leaf_m * (1.0, 2.3, 6.0)[few]
    n = each * len(crown.centers)
    index = np.repeat(np.arange(len(crown.centers)), each)
    way = rng.normal(size=(n, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    deep = rng.random(n) ** 0.5  # 1 on the clump's skin
    squash = np.array([1.0, 1.0, 0.72])
    middle = crown.centers[index] + way * squash * (crown.radii[index] * (0.25 + 0.85 * deep))[:, None]
    # A leaf faces outwards and up, roughly; its tip hangs a little.
    normal = 0.9 * way + np.array([0.0, 0.0, 0.55]) + 0.75 * rng.normal(size=(n, 3))
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    along = np.cross(normal, rng.normal(size=(n, 3)))
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    side = np.cross(normal, along)
    length = (size * (0.7 + 0.6 * rng.random(n)))[:, None]
    lift = normal * length * 0.16
    quad = np.stack(
        [
            middle - along * length * 0.5,
            middle + side * length * 0.46 + lift,
            middle + along * length * 0.5,
            middle - side * length * 0.46 + lift,
        ],
        1,
    )
    made = shapes.shape(quad.reshape(-1, 3), np.arange(n * 4).reshape(-1, 4), LEAVES)
    return made.with_data("tint", np.repeat(_tints(crown, rng, index, middle, way, deep, leaf), 4, axis=0))


def _tints(crown: _Crown, rng: np.random.Generator, index: F64, middle: F64, way: F64, deep: F64, leaf: Color) -> F64:
    """Color (n, 3) of each leaf: dark within, yellower on top, each bough a little different."""
    low, high = crown.centers[:, 2].min(), crown.centers[:, 2].max()
    up = np.clip((middle[:, 2] - low) / max(high - low, 1e-6), 0, 1)
    axis = np.linalg.norm(middle[:, :2] - crown.centers[:, :2].mean(axis=0), axis=1)
    outer = np.clip(axis / max(float(axis.max()), 1e-6), 0, 1)
    sky = 0.42 + 0.30 * up + 0.28 * np.maximum(outer, up) + 0.16 * way[:, 2]
    shade = sky * (0.55 + 0.45 * deep) * (0.78 + 0.44 * rng.random(len(middle)))
    bough = (0.86 + 0.28 * rng.random(len(crown.centers)))[index]
    warm = 0.16 * rng.normal(size=len(middle)) + 0.15 * (rng.random(len(crown.centers))[index] - 0.5)
    color = np.asarray(leaf)[None] * (shade * bough)[:, None] * 1.25
    return np.asarray(color * (1 + warm[:, None] * np.array([0.7, 0.12, -0.2])))
