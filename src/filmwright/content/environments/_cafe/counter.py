"""The counter at the back: panelled wood under marble, an espresso machine, shelves of bottles, the chalk board."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._cafe.pieces import Pile, bar, block, lathe, panel, rod
from filmwright.content.environments._cafe.plan import (
    BACK,
    BENTWOOD,
    BRASS,
    CHROME,
    COUNTER,
    EBONY,
    IRON,
    MARBLE,
    RIGHT,
    WHITE,
    WOOD,
)  # fmt: skip
from filmwright.content.environments._cafe.plants import LEAF, pot
from filmwright.content.environments._cafe.tableware import WATER_GLASS, croissant, glass
from filmwright.values import Color

MACHINE_RED: Color = (0.30, 0.012, 0.010)
GLASSES: tuple[Color, ...] = (
    (0.03, 0.10, 0.03), (0.16, 0.06, 0.01), (0.30, 0.34, 0.33), (0.05, 0.015, 0.008), (0.35, 0.14, 0.02), (0.02, 0.06, 0.07),
)  # fmt: skip
LABELS: tuple[Color, ...] = ((0.75, 0.69, 0.54), (0.55, 0.07, 0.04), (0.66, 0.46, 0.14), (0.08, 0.10, 0.12))
BOARD = (-1.45, -0.15, 1.33, 2.55)  # x0, x1, z0, z1


def build(pile: Pile, rng: np.random.Generator) -> None:
    """The counter and the wall behind it."""
    _body(pile)
    x0, y0, _, _, height = COUNTER
    _machine(pile, x0 + 0.85, y0 + 0.08, height + 0.04)
    _cake_stand(pile, x0 + 0.37, y0 + 0.28, height + 0.04)
    _jars(pile, rng, 2.35, y0 + 0.26, height + 0.04)
    for z in (1.42, 1.82, 2.22):
        _shelf(pile, rng, z)
    _board(pile)


def _body(pile: Pile) -> None:
    x0, y0, x1, y1, z = COUNTER
    pile.put("wood", block((x0, y0, 0.12), (x1, y1, z), 0.12, "zZ"), WOOD)
    pile.put("wood", block((x0 + 0.03, y0 + 0.04, 0), (x1, y1, 0.12), 0.2, "z"), EBONY)
    pile.put("marble", block((x0 - 0.04, y0 - 0.05, z), (x1, y1 + 0.04, z + 0.04), 0.12), MARBLE)
    for u in np.arange(x0 + 0.05, x1 - 0.3, 0.56):
        pile.put("wood", block((u, y0 - 0.022, 0.2), (u + 0.07, y0, z - 0.02), 0.15), WOOD)
        pile.put("wood", block((u + 0.12, y0 - 0.014, 0.28), (u + 0.51, y0, z - 0.14), 0.15), EBONY)
        pile.put("wood", block((u + 0.16, y0 - 0.026, 0.32), (u + 0.47, y0, z - 0.18), 0.15), WOOD)
    pile.put("wood", block((x0, y0 - 0.03, z - 0.07), (x1, y0, z), 0.15), WOOD)
    pile.put("brass", bar([(x0, y0 - 0.14, 0.2), (x1, y0 - 0.14, 0.2)], 0.02, 10), BRASS)


def _machine(pile: Pile, x: float, y: float, z: float) -> None:
    """A two-group espresso machine in red enamel and chrome, warm cups on top."""
    pile.put("chrome", block((x, y, z + 0.05), (x + 0.72, y + 0.42, z + 0.12), 0.1), CHROME)
    pile.put("enamel", block((x, y + 0.20, z + 0.1), (x + 0.72, y + 0.42, z + 0.42), 0.1), MACHINE_RED)
    pile.put("chrome", block((x - 0.01, y + 0.02, z + 0.36), (x + 0.73, y + 0.44, z + 0.47), 0.1), CHROME)
    pile.put("brass", bar([(x, y + 0.03, z + 0.52), (x + 0.72, y + 0.03, z + 0.52)], 0.008, 8), BRASS)
    for k in range(2):
        gx = x + 0.2 + 0.32 * k
        pile.put(
            "chrome", lathe([(0, 0.22), (0.035, 0.22), (0.04, 0.30), (0.05, 0.36)], 16), CHROME, at=(gx, y + 0.12, z)
        )
        pile.put("iron", bar([(gx, y + 0.1, z + 0.24), (gx - 0.02, y - 0.08, z + 0.22)], 0.014, 8), IRON)
    for s in (0.03, 0.69):
        wand = [(x + s, y + 0.05, z + 0.38), (x + s, y - 0.04, z + 0.32), (x + s, y - 0.03, z + 0.15)]
        pile.put("chrome", rod(wand, 0.006, sides=6), CHROME)
    for k in range(9):
        for level in range(2 if k % 3 else 1):
            _small_cup(pile, x + 0.07 + k * 0.073, y + 0.2 + 0.06 * (k % 2), z + 0.47 + level * 0.05, WHITE, 0.038)


def _small_cup(pile: Pile, x: float, y: float, z: float, color: Color, radius: float) -> None:
    r = radius
    rows = [(0.6 * r, 0), (0.95 * r, 0.8 * r), (r, 1.5 * r), (0.9 * r, 1.5 * r), (0.5 * r, 0.3 * r)]
    pile.put("ceramic", lathe(rows, 14), color, at=(x, y, z))


def _cake_stand(pile: Pile, x: float, y: float, z: float) -> None:
    """Croissants under a glass dome."""
    rows = [(0.08, 0), (0.02, 0.02), (0.02, 0.09), (0.15, 0.10), (0.155, 0.115), (0, 0.112)]
    pile.put("ceramic", lathe(rows, 24), WHITE, at=(x, y, z))
    for k in range(4):
        croissant(pile, x + 0.07 * math.cos(k * 1.6), y + 0.07 * math.sin(k * 1.6), z + 0.11 + 0.01 * k, k * 1.6)
    dome = [(0.145, 0.115), (0.145, 0.22), (0.11, 0.28), (0.05, 0.31), (0.012, 0.315), (0.012, 0.335), (0, 0.34)]
    pile.put("clear", lathe(dome, 24), WATER_GLASS, at=(x, y, z))


def _jars(pile: Pile, rng: np.random.Generator, x: float, y: float, z: float) -> None:
    """Three glass jars of biscuits with wooden lids."""
    for k, (r, h) in enumerate(((0.075, 0.20), (0.065, 0.26), (0.08, 0.17))):
        at = (x + 0.19 * k, y + 0.02 * (k % 2), z)
        pile.put(
            "clear",
            lathe([(0, 0.004), (0.9 * r, 0.004), (r, 0.03), (r, 0.88 * h), (0.8 * r, h)], 20),
            WATER_GLASS,
            at=at,
        )
        pile.put("wood", lathe([(0.84 * r, h), (0.84 * r, h + 0.03), (0, h + 0.034)], 16), BENTWOOD, at=at)
        for level in range(int(h / 0.035)):
            for _ in range(3):
                turn, out = rng.uniform(0, 2 * math.pi), 0.45 * r
                biscuit = lathe([(0, 0), (0.026, 0.003), (0.028, 0.010), (0.02, 0.014), (0, 0.015)], 9)
                spot = (at[0] + out * math.cos(turn), at[1] + out * math.sin(turn), z + 0.012 + 0.028 * level)
                pile.put("crust", biscuit, np.array((0.50, 0.27, 0.09)) * rng.uniform(0.7, 1.1), at=spot)


def _bottle(pile: Pile, rng: np.random.Generator, x: float, y: float, z: float) -> None:
    h, r = rng.uniform(0.24, 0.33), rng.uniform(0.032, 0.042)
    rows = [(0, 0), (r, 0.004), (r, h * 0.58), (r * 0.8, h * 0.68), (r * 0.36, h * 0.76), (r * 0.33, h), (0, h)]
    pile.put("bottle", lathe(rows, 14), GLASSES[int(rng.integers(len(GLASSES)))], at=(x, y, z))
    if rng.random() < 0.8:
        label = lathe([(r + 0.001, h * 0.15), (r + 0.001, h * 0.42)], 14)
        pile.put("plaster", label, LABELS[int(rng.integers(len(LABELS)))], at=(x, y, z))


def _shelf(pile: Pile, rng: np.random.Generator, z: float) -> None:
    """A shelf: cups on the lowest, bottles and glasses above, a trailing plant here and there."""
    pile.put("wood", block((0.15, BACK - 0.26, z), (RIGHT, BACK - 0.02, z + 0.03), 0.15), WOOD)
    for u in np.arange(0.3, RIGHT, 0.95):
        bracket = [(u, BACK - 0.03, z - 0.14), (u, BACK - 0.05, z - 0.06), (u, BACK - 0.22, z)]
        pile.put("brass", bar(bracket, 0.008), BRASS)
    u, low = 0.22, z < 1.5
    while u < RIGHT - 0.1:
        kind = rng.random()
        if not low and kind < 0.62:
            _bottle(pile, rng, u, BACK - 0.14 + rng.normal(0, 0.02), z + 0.03)
            u += rng.uniform(0.085, 0.115)
        elif kind < 0.9:
            for _ in range(3):
                if low:
                    color = WHITE if rng.random() < 0.7 else (0.05, 0.19, 0.21)
                    _small_cup(pile, u, BACK - 0.15, z + 0.03, color, 0.043)
                else:
                    glass(pile, u, BACK - 0.15, z + 0.03, 0.12)
                u += 0.092
        else:
            at = (u + 0.06, BACK - 0.14, z + 0.03)
            pot(pile, rng, at, 0.055, 0.09, WHITE, count=9, spread=0.2, height=0.13, leaf=0.075, color=LEAF, droop=2.6)
            u += 0.24


def _board(pile: Pile) -> None:
    """The menu in a wooden frame; what is written on it is an image."""
    x0, x1, z0, z1 = BOARD
    y = BACK - 0.03
    pile.put("wood", block((x0, y, z0), (x1, y + 0.03, z1), 0.2), EBONY)
    pile.put("board", panel((x0, y - 0.004, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), 0.1), (1, 1, 1))
    rim = 0.06
    for lo, hi in (
        ((x0 - rim, z0 - rim), (x1 + rim, z0)),
        ((x0 - rim, z1), (x1 + rim, z1 + rim)),
        ((x0 - rim, z0), (x0, z1)),
        ((x1, z0), (x1 + rim, z1)),
    ):
        pile.put("wood", block((lo[0], y - 0.035, lo[1]), (hi[0], y + 0.02, hi[1]), 0.12), WOOD)
