"""Tables of marble and iron, bentwood chairs, bar stools, the leather bench, and the globe lamps."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._cafe.pieces import Pile, bar, block, lathe, rod
from filmwright.content.environments._cafe.plan import (
    BANQUETTE,
    BENTWOOD,
    BRASS,
    CANE,
    CEILING,
    EBONY,
    IRON,
    MARBLE,
    OXBLOOD,
    PENDANTS,
    SEAT_HEIGHT,
    STOOLS,
    TABLE_HEIGHT,
    TABLES,
    TEAL,
    WOOD,
)  # fmt: skip
from filmwright.scene.shapes import box

RingPoint = tuple[float, float, float]


def build(pile: Pile, rng: np.random.Generator) -> None:
    """All furniture of the plan; chairs stand a little crooked, the marked one exactly as planned."""
    for index, item in enumerate(TABLES):
        table(pile, item.x, item.y, item.radius, item.seats[0].facing_rad if item.seats else 0.4)
        for seat in item.seats:
            chair(pile, seat.x, seat.y, seat.facing_rad + (rng.normal(0, 0.1) if index else 0.0))
    for x, y in STOOLS:
        _stool(pile, x, y)
    for x, y, z in PENDANTS:
        pendant(pile, x, y, z)
    _bench(pile)


def table(pile: Pile, x: float, y: float, radius: float, foot_rad: float) -> None:
    """A round marble top with a brass rim on an iron column with three feet, one of them along `foot_rad` + pi."""
    at, r, top = (x, y, 0.0), radius, TABLE_HEIGHT
    slab = [(0, 0.712), (r - 0.008, 0.712), (r, 0.718), (r, 0.736), (r - 0.008, top), (r * 0.5, top), (0, top)]
    pile.put("marble", lathe(slab, 40), MARBLE, at=at)
    rim = [(r + 0.001, 0.712), (r + 0.006, 0.716), (r + 0.006, 0.734), (r + 0.001, 0.738)]
    pile.put("brass", lathe(rim, 40), BRASS, at=at)
    column = [
        (0.05, 0.09), (0.06, 0.12), (0.034, 0.2), (0.03, 0.44), (0.045, 0.47), (0.028, 0.5), (0.028, 0.62), (0.05, 0.66),
        (0.16, 0.71),
    ]  # fmt: skip
    pile.put("iron", lathe(column, 14), IRON, at=at)
    foot = [(0.03, 0, 0.11), (0.12, 0, 0.10), (0.22, 0, 0.03), (0.27, 0, 0.012)]
    for k in range(3):
        pile.put("iron", rod(foot, 0.018), IRON, at=at, yaw=foot_rad - math.pi / 2 + k * 2 * math.pi / 3)


def chair(pile: Pile, x: float, y: float, facing_rad: float) -> None:
    """A bentwood chair with a cane seat; its sitter looks along `facing_rad`."""

    def wood(points: list[RingPoint], radius: object, per: int = 6, closed: bool = False) -> None:
        pile.put(
            "wood", rod(points, np.asarray(radius), per=per, closed=closed), BENTWOOD, at=(x, y, 0), yaw=facing_rad
        )

    def ring(r: float, z: float) -> list[RingPoint]:
        return [(r * math.cos(a), r * 0.97 * math.sin(a), z) for a in np.arange(8) / 8 * 2 * math.pi]

    seat = SEAT_HEIGHT
    wood(ring(0.20, seat - 0.007), 0.019, 4, True)
    cane = [(0.0, seat), (0.1, seat - 0.001), (0.186, seat + 0.006), (0.19, seat - 0.006)][::-1]
    pile.put("cane", lathe(cane, 22), CANE, at=(x, y, 0), yaw=facing_rad)
    wood(ring(0.165, 0.235), 0.010, 4, True)
    for s in (-1, 1):
        wood([(0.19 * s, 0.20, 0), (0.165 * s, 0.165, 0.22), (0.155 * s, 0.15, 0.45)], (0.013, 0.014, 0.016))
    half: list[RingPoint] = [
        (-0.19, -0.25, 0), (-0.17, -0.19, 0.3), (-0.175, -0.20, 0.5), (-0.19, -0.25, 0.72), (-0.14, -0.285, 0.87),
    ]  # fmt: skip
    wood([*half, (0, -0.295, 0.915), *((-px, py, pz) for px, py, pz in reversed(half))], 0.0145, 5)
    inner: list[RingPoint] = [(-0.10, -0.18, 0.46), (-0.115, -0.225, 0.64), (-0.075, -0.255, 0.77)]
    wood([*inner, (0, -0.262, 0.80), *((-px, py, pz) for px, py, pz in reversed(inner))], 0.0105, 5)


def _stool(pile: Pile, x: float, y: float) -> None:
    at = (x, y, 0)
    pile.put("wood", lathe([(0, 0.71), (0.165, 0.72), (0.17, 0.75), (0.15, 0.765), (0, 0.76)], 20), WOOD, at=at)
    for k in range(4):
        leg = bar([(0.12, 0, 0.73), (0.19, 0, 0)], 0.014)
        pile.put("wood", leg, EBONY, at=at, yaw=k * math.pi / 2 + math.pi / 4)
    ring = [(0.165 * math.cos(a), 0.165 * math.sin(a), 0.25) for a in np.arange(8) / 8 * 2 * math.pi]
    pile.put("brass", rod(ring, 0.008, per=3, sides=6, closed=True), BRASS, at=at)


def pendant(pile: Pile, x: float, y: float, z: float) -> None:
    """A milk-glass globe of 0.27 m on a rod from the ceiling; z is the middle of the globe."""
    at = (x, y, z)
    pile.put("iron", bar([(x, y, z + 0.2), (x, y, CEILING)], 0.005, 5), IRON)
    pile.put("brass", lathe([(0.05, 0.135), (0.045, 0.15), (0.03, 0.2), (0.012, 0.24)], 16), BRASS, at=at)
    globe = [
        (0, -0.137), (0.05, -0.13), (0.10, -0.10), (0.135, -0.03), (0.135, 0.04), (0.10, 0.11), (0.045, 0.14),
    ]  # fmt: skip
    pile.put("lamp", lathe(globe, 24), (1.0, 1.0, 1.0), at=at)


def _bench(pile: Pile) -> None:
    """A leather bench with an upholstered back in channels, along the right wall."""
    x0, x1, y0, y1 = BANQUETTE
    pile.put("wood", block((x0 + 0.06, y0, 0), (x1, y1, 0.30), 0.2), TEAL)
    pile.put("wood", block((x1 - 0.16, y0 - 0.02, 0.98), (x1, y1 + 0.02, 1.04), 0.2), WOOD)
    for y in (y0 - 0.03, y1):
        pile.put("wood", block((x0 + 0.02, y, 0), (x1, y + 0.03, 0.72), 0.2), WOOD)
    cushions = 5
    length = (y1 - y0) / cushions
    for k in range(cushions):
        middle = y0 + (k + 0.5) * length
        seat = box((0.46, length - 0.008, 0.16), center=((x0 + x0 + 0.46) / 2, middle, 0.38), bevel=0.05)
        pile.put("leather", seat, OXBLOOD)
    channels = 40
    width = (y1 - y0) / channels
    for k in range(channels):
        pad = box((0.10, width, 0.56), center=(x1 - 0.09, y0 + (k + 0.5) * width, 0.71), bevel=0.045)
        pile.put("leather", pad, OXBLOOD)
