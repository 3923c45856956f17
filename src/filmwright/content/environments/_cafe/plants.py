"""Leaves on arching stems: pots on sills, hanging baskets, a palm-sized plant in the corner."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from filmwright.content.environments._cafe.pieces import Pile, bar, lathe, rod
from filmwright.content.environments._cafe.plan import BRASS, CEILING, LEFT, SILL, WHITE, WINDOWS
from filmwright.scene.shapes import Shape, curve, join, shape
from filmwright.values import Color

F64 = NDArray[np.float64]

TERRACOTTA: Color = (0.42, 0.16, 0.075)
STONE: Color = (0.30, 0.30, 0.28)
LEAF: Color = (0.075, 0.185, 0.035)
DARK_LEAF: Color = (0.045, 0.120, 0.028)


def build(pile: Pile, rng: np.random.Generator) -> None:
    """All green of the room."""
    pot(
        pile,
        rng,
        (-1.45, 7.45, 0),
        0.21,
        0.38,
        TERRACOTTA,
        count=26,
        spread=0.62,
        height=1.15,
        leaf=0.24,
        color=DARK_LEAF,
    )
    pot(pile, rng, (-0.32, 7.62, 0), 0.15, 0.30, STONE, count=16, spread=0.4, height=0.75, leaf=0.18, color=DARK_LEAF)
    pot(pile, rng, (3.05, 0.45, 0), 0.20, 0.36, STONE, count=20, spread=0.5, height=1.05, leaf=0.22, color=DARK_LEAF)
    for (a, b), count in zip(WINDOWS, (1, 1, 2, 2, 3, 2), strict=True):
        for k in range(count):
            y = a + (b - a) * (k + 0.6 + rng.uniform(-0.15, 0.15)) / count
            clay = WHITE if rng.random() < 0.3 else TERRACOTTA
            pot(
                pile,
                rng,
                (LEFT - 0.0, y, SILL),
                0.07,
                0.12,
                clay,
                count=11,
                spread=0.2,
                height=0.3,
                leaf=0.085,
                droop=1.2,
            )
    for y in (1.25, 3.25, 5.25):  # hanging baskets in front of the piers
        pile.put("brass", bar([(LEFT + 0.18, y, 2.2), (LEFT + 0.18, y, CEILING)], 0.004, 5), BRASS)
        pot(
            pile,
            rng,
            (LEFT + 0.18, y, 2.12),
            0.10,
            0.13,
            WHITE,
            count=22,
            spread=0.3,
            height=0.22,
            leaf=0.085,
            droop=5.0,
        )


def pot(
    pile: Pile, rng: np.random.Generator, at: tuple[float, float, float], radius: float, height_pot: float, clay: Color, *,
    count: int, spread: float, height: float, leaf: float, color: Color = LEAF, droop: float = 0.5,
) -> None:  # fmt: skip
    """A flower pot with a plant in it."""
    r, h = radius, height_pot
    rows = [(r * 0.65, 0), (r * 0.92, h * 0.86), (r, h * 0.86), (r, h), (r * 0.9, h), (r * 0.88, h * 0.9), (0, h * 0.9)]
    pile.put("plaster", lathe(rows, 20), clay, at=at)
    root = (at[0], at[1], at[2] + h * 0.9)
    sprig(pile, rng, root, count=count, spread=spread, height=height, leaf=leaf, color=color, droop=droop)


def sprig(
    pile: Pile, rng: np.random.Generator, root: tuple[float, float, float], *, count: int, spread: float, height: float,
    leaf: float, color: Color, droop: float = 0.5,
) -> None:  # fmt: skip
    """`count` thin arching stems from a root with leaves on both sides; a droop over 2.5 hangs below the root."""
    for _ in range(count):
        turn = rng.uniform(0, 2 * math.pi)
        reach, rise = spread * rng.uniform(0.35, 1), height * rng.uniform(0.45, 1)
        d = np.array([math.cos(turn), math.sin(turn), 0])
        control = np.array([(0, 0, 0), d * reach * 0.35, d * reach * 0.8, d * reach * 1.1])
        control[1:, 2] = rise * np.array([0.75, 1.0, 1 - droop * 0.4])
        path = curve(control, 13) + np.asarray(root)
        pile.put("leaf", rod(control + np.asarray(root), 0.002 + 0.008 * leaf, per=3, sides=4), np.asarray(color) * 0.6)
        leaves = [_leaf(rng, path, k, side, leaf) for k in range(2, len(path)) for side in (-1, 1)]
        shades = np.repeat(rng.uniform(0.6, 1.35, (len(leaves), 1)), 8, axis=0)
        pile.put("leaf", join(leaves), np.asarray(color) * shades)


def _leaf(rng: np.random.Generator, path: F64, k: int, side: int, size: float) -> Shape:
    """One leaf of four triangles, folded along its rib, at point k of a stem."""
    along = path[min(k + 1, len(path) - 1)] - path[k - 1]
    along = along / np.linalg.norm(along)
    across = np.cross(along, (0.0, 0.0, 1.0)) * float(side)
    across = across / max(float(np.linalg.norm(across)), 1e-6)
    length = size * rng.uniform(0.7, 1.2)
    d = along * 0.45 + across + np.array([0, 0, rng.uniform(-0.35, 0.25)])
    d = d / np.linalg.norm(d)
    wide = np.cross(d, np.cross(across, along) + rng.normal(0, 0.3, 3))
    wide = wide * (0.24 * length / max(float(np.linalg.norm(wide)), 1e-6))
    base, rib = path[k], path[k] + d * length * 0.5 - np.array([0, 0, 0.06 * length])
    tip = path[k] + d * length - np.array([0, 0, 0.25 * length])
    left, right = path[k] + d * length * 0.45 + wide, path[k] + d * length * 0.45 - wide
    points: ArrayLike = [base, rib, left, tip, base, rib, right, tip]
    faces = [[0, 1, 2], [1, 3, 2], [5, 4, 6], [7, 5, 6]]
    made = shape(points, faces)
    if np.cross(rib - base, left - base)[2] < 0:  # upper sides face up
        made = made._replace(faces=made.faces[:, [0, 2, 1, 3]])
    return made
