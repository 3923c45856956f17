"""Cups, croissants, glasses, a bud vase and what else stands on a café table, with the steam over a fresh coffee."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._cafe.pieces import Pile, lathe, panel, rod
from filmwright.content.environments._cafe.plan import CHROME, TABLE_HEIGHT, TABLES, WHITE, Table
from filmwright.content.environments._cafe.plants import sprig
from filmwright.scene.shapes import box, rotation, sweep
from filmwright.values import Color

COFFEE: Color = (0.10, 0.034, 0.009)
CREMA: Color = (0.42, 0.20, 0.06)
CRUST: Color = (0.52, 0.215, 0.048)
WATER_GLASS: Color = (0.95, 0.97, 0.96)
VASE: Color = (0.035, 0.16, 0.185)


def build(pile: Pile, rng: np.random.Generator, flower: Color) -> None:
    """Everything on the tables of the plan."""
    for table in TABLES:
        if table.laid == "hero":
            _hero(pile, rng, table, flower)
            continue
        turn = rng.uniform(0, 2 * math.pi)
        a = 0.13 * np.array([math.cos(turn), math.sin(turn)])
        if table.laid == "coffee":
            cup(pile, table.x + a[0], table.y + a[1], TABLE_HEIGHT, rng.uniform(0, 6))
        glass(pile, table.x - a[0], table.y + 0.6 * a[1], TABLE_HEIGHT)
        if rng.random() < 0.75:
            vase(pile, rng, table.x + 0.6 * a[1], table.y - a[0], TABLE_HEIGHT, flower, stems=3)


def _hero(pile: Pile, rng: np.random.Generator, table: Table, flower: Color) -> None:
    """The table of the marked chair: coffee and croissant towards the sitter's right hand, flowers out of the way."""
    ahead = np.array([-math.sin(table.seats[0].facing_rad), math.cos(table.seats[0].facing_rad)])
    right = np.array([ahead[1], -ahead[0]])
    middle, z = np.array([table.x, table.y]), TABLE_HEIGHT

    def spot(forward: float, side: float) -> tuple[float, float]:
        p = middle + forward * ahead + side * right
        return float(p[0]), float(p[1])

    x, y = spot(0.02, -0.17)
    cup(pile, x, y, z, 0.6)
    steam(pile, x, y, z + 0.058)
    _spoon(pile, x, y, z)
    x, y = spot(0.13, 0.05)
    plate(pile, x, y, z)
    croissant(pile, x, y + 0.015, z + 0.006, 0.5)
    x, y = spot(-0.06, 0.23)
    vase(pile, rng, x, y, z, flower, stems=6)
    x, y = spot(0.12, 0.27)
    glass(pile, x, y, z, 0.13, 0.034)
    x, y = spot(0.20, -0.15)
    sugar = box((0.06, 0.04, 0.012), center=(0, 0, 0.006), bevel=0.003)
    pile.put("ceramic", sugar, (0.74, 0.70, 0.62), at=(x, y, z), yaw=0.4)


def cup(pile: Pile, x: float, y: float, z: float, handle_rad: float, color: Color = WHITE) -> None:
    """A cup of coffee on its saucer."""
    at = (x, y, z)
    saucer = [
        (0, 0.001), (0.028, 0.0), (0.045, 0.004), (0.074, 0.015), (0.075, 0.018), (0.045, 0.009), (0.028, 0.007), (0, 0.007),
    ]  # fmt: skip
    pile.put("ceramic", lathe(saucer, 40), color, at=at)
    outside = [(0.024, 0.008), (0.027, 0.013), (0.038, 0.026), (0.0445, 0.045), (0.046, 0.064), (0.0452, 0.0655)]
    inside = [(0.0435, 0.064), (0.042, 0.045), (0.030, 0.024), (0, 0.018)]
    pile.put("ceramic", lathe(outside + inside, 40), color, at=at)
    pile.put("coffee", lathe([(0.0432, 0.0575), (0.036, 0.0578), (0, 0.0578)], 32), COFFEE, at=at)
    pile.put("coffee", lathe([(0.0431, 0.0580), (0.0385, 0.0582)], 32), CREMA, at=at)
    loop = [(0.040, 0, 0.056), (0.058, 0, 0.058), (0.066, 0, 0.045), (0.056, 0, 0.030), (0.037, 0, 0.026)]
    pile.put("ceramic", rod(loop, 0.0042, per=6, sides=8), color, at=at, yaw=handle_rad)


def _spoon(pile: Pile, x: float, y: float, z: float) -> None:
    spine = [(0, 0, 0), (0.03, 0.004, 0.004), (0.08, 0.01, 0.002), (0.115, 0.014, 0.006)]
    radii = (0.009, 0.010, 0.007, 0.003, 0.0025, 0.0025, 0.0025, 0.003)
    pile.put("chrome", rod(spine, radii, sides=8), CHROME, at=(x - 0.085, y - 0.045, z + 0.018), yaw=-0.35)


def plate(pile: Pile, x: float, y: float, z: float) -> None:
    """A small plate."""
    rows = [(0, 0.001), (0.06, 0.0), (0.095, 0.011), (0.096, 0.014), (0.06, 0.006), (0, 0.005)]
    pile.put("ceramic", lathe(rows, 40), WHITE, at=(x, y, z))


def croissant(pile: Pile, x: float, y: float, z: float, yaw: float) -> None:
    """A croissant: a bent spindle with seven rolled ridges, darker on the ridges."""
    t = np.linspace(-1, 1, 64)
    bend = t * 1.15
    path = np.stack([0.062 * np.sin(bend), 0.062 * (np.cos(bend) - 1), np.full_like(t, 0.026)], -1)
    ridge = np.abs(((t * 3.5) % 1) - 0.5) * 2
    radius = 0.031 * (1 - np.abs(t) ** 1.7 * 0.78) * (0.84 + 0.16 * np.sqrt(1 - ridge**2 * 0.98))
    body = sweep(path, radius, sides=18)
    shade = 0.55 + 0.75 * (1 - ridge) ** 0.7
    shades = np.concatenate([np.repeat(shade, 18), [shade[0], shade[-1]]])
    pile.put("crust", body, np.asarray(CRUST) * shades[:, None], at=(x, y, z), yaw=yaw)


def glass(pile: Pile, x: float, y: float, z: float, height: float = 0.11, radius: float = 0.032) -> None:
    """A tumbler two thirds full of water."""
    r, h = radius, height
    wall = [(0, 0.004), (r * 0.8, 0.004), (r, h), (r - 0.002, h), (r * 0.8 - 0.002, 0.012)]
    pile.put("clear", lathe(wall, 20), WATER_GLASS, at=(x, y, z))
    pile.put("clear", lathe([(r * 0.93, 0.66 * h), (0, 0.66 * h)], 20), WATER_GLASS, at=(x, y, z))


def vase(pile: Pile, rng: np.random.Generator, x: float, y: float, z: float, flower: Color, stems: int) -> None:
    """A bud vase with a few flowers and leaves."""
    rows = [(0.02, 0), (0.028, 0.03), (0.016, 0.08), (0.02, 0.10), (0.015, 0.10), (0.01, 0.05)]
    pile.put("ceramic", lathe(rows, 20), VASE, at=(x, y, z))
    sprig(
        pile,
        rng,
        (x, y, z + 0.09),
        count=max(3, stems - 1),
        spread=0.07,
        height=0.12,
        leaf=0.042,
        color=(0.05, 0.15, 0.03),
    )
    for _ in range(stems):
        a, out = rng.uniform(0, 2 * math.pi), rng.uniform(0.015, 0.05)
        high = rng.uniform(0.06, 0.11)
        end = (x + out * math.cos(a), y + out * math.sin(a), z + 0.10 + high)
        stalk = rod(
            [(x, y, z + 0.09), (x + 0.3 * (end[0] - x), y + 0.3 * (end[1] - y), z + 0.10 + 0.6 * high), end],
            0.0018,
            sides=4,
        )
        pile.put("leaf", stalk, (0.05, 0.13, 0.03))
        _bloom(pile, rng, end, flower)


def _bloom(pile: Pile, rng: np.random.Generator, at: tuple[float, float, float], color: Color) -> None:
    """A ranunculus of three cups of petals, one inside the other, nodding a little."""
    nod = rotation(x=rng.normal(0, 0.35), y=rng.normal(0, 0.35))
    size = rng.uniform(0.85, 1.2)
    for k, (r, h) in enumerate(((0.021, 0.024), (0.015, 0.023), (0.009, 0.021))):
        cup_rows = [(0.002, 0.001), (0.72 * r, 0.15 * h), (r, 0.5 * h), (0.86 * r, 0.85 * h), (0.62 * r, h)]
        petals = lathe(cup_rows, 9).scaled(size).turned(nod)
        wave: NDArray[np.float64] = rng.uniform(0.8, 1.2, (len(petals.points), 1)) * (0.75 + 0.15 * k)
        pile.put("leaf", petals, np.asarray(color) * wave, at=at)


def steam(pile: Pile, x: float, y: float, z: float) -> None:
    """Two crossed cards over the cup that carry the steam."""
    for yaw in (0.0, 0.9):
        c, s = 0.075 * math.cos(yaw), 0.075 * math.sin(yaw)
        pile.put("steam", panel((x - c, y - s, z), (2 * c, 2 * s, 0), (0, 0, 0.26)), (1.0, 0.97, 0.92))
