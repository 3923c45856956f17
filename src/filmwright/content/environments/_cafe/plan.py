"""Where everything stands. The camera looks along +Y, X is to the right, the windows are in the left wall (x = LEFT).

All numbers are chosen; the sizes of furniture follow the usual ones of French cafés (table 0.74 m, seat 0.46 m, counter 1.10 m).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from filmwright.values import Color

LEFT, RIGHT, FRONT, BACK, CEILING = -1.9, 3.4, -6.0, 8.0, 3.6
WINDOWS: tuple[tuple[float, float], ...] = (
    (-4.55, -3.15),
    (-2.5, -1.1),
    (-0.45, 0.95),
    (1.55, 2.95),
    (3.55, 4.95),
    (5.55, 6.95),
)
SILL, HEAD = 0.5, 3.05
TRANSOM = 2.42
WALL = 0.3  # thickness
TABLE_HEIGHT, SEAT_HEIGHT = 0.742, 0.46
COUNTER = (0.05, 6.35, RIGHT, 6.95, 1.10)  # x0, y0, x1, y1, height

CREAM: Color = (0.80, 0.765, 0.69)
TEAL: Color = (0.020, 0.098, 0.096)
EBONY: Color = (0.060, 0.026, 0.012)
WOOD: Color = (0.205, 0.085, 0.032)
BENTWOOD: Color = (0.13, 0.046, 0.017)
BRASS: Color = (0.80, 0.52, 0.20)
CHROME: Color = (0.72, 0.71, 0.70)
IRON: Color = (0.02, 0.02, 0.022)
WHITE: Color = (0.80, 0.78, 0.74)
MARBLE: Color = (0.79, 0.77, 0.74)
CANE: Color = (0.50, 0.34, 0.16)
OXBLOOD: Color = (0.150, 0.016, 0.014)

SEAT = (-0.20, 3.00)
SEAT_VIEW_YAW = 0.20
SEAT_FACING_YAW = math.pi - 0.50
"""The marked chair: its sitter looks past the camera towards the window, three-quarters to us."""

PENDANTS: tuple[tuple[float, float, float], ...] = (
    (-0.98, 4.3, 1.98), (0.55, 6.3, 1.92), (1.35, 6.3, 1.92), (2.15, 6.3, 1.92), (2.35, 3.6, 2.02), (2.35, 1.1, 2.02),
)  # fmt: skip


class Seat(NamedTuple):
    """A chair at (x, y) whose sitter looks along `facing_rad` (0: +Y, counter-clockwise)."""

    x: float
    y: float
    facing_rad: float


class Table(NamedTuple):
    """A round table, what is on it ("hero", "coffee", "water" or "") and the chairs round it."""

    x: float
    y: float
    radius: float
    laid: str
    seats: tuple[Seat, ...]


def seat_at(x: float, y: float, distance: float, bearing_rad: float, turn_rad: float = 0.0) -> Seat:
    """A chair `distance` from the table at (x, y) in direction `bearing_rad`, facing the table but for `turn_rad`."""
    dx, dy = -math.sin(bearing_rad), math.cos(bearing_rad)
    return Seat(x + distance * dx, y + distance * dy, bearing_rad + math.pi + turn_rad)


def _hero_table() -> Table:
    reach = 0.60  # seat centre to table centre: 0.22 m from the hips to the rim, knees on either side of the column
    x = SEAT[0] - reach * math.sin(SEAT_FACING_YAW)
    y = SEAT[1] + reach * math.cos(SEAT_FACING_YAW)
    marked = Seat(SEAT[0], SEAT[1], SEAT_FACING_YAW)
    return Table(x, y, 0.38, "hero", (marked, seat_at(x, y, 0.58, 1.95, -0.15)))


def _table(x: float, y: float, radius: float, laid: str, *bearings: tuple[float, float]) -> Table:
    seats = tuple(seat_at(x, y, radius + 0.19, bearing, turn) for bearing, turn in bearings)
    return Table(x, y, radius, laid, seats)


TABLES: tuple[Table, ...] = (
    _hero_table(),
    _table(-1.22, 0.55, 0.34, "coffee", (0.15, 0.1), (3.05, -0.2)),
    _table(-1.15, 4.62, 0.34, "water", (0.2, -0.12), (3.3, 0.15)),
    _table(-1.10, 6.25, 0.34, "coffee", (-0.5, 0.1), (2.7, 0.0)),
    _table(1.92, 0.85, 0.36, "coffee", (-0.45, 0.12), (-2.75, 0.2)),
    _table(1.78, 3.15, 0.36, "water", (0.25, -0.15), (-2.9, -0.1)),
    _table(1.80, 4.90, 0.34, "coffee", (0.3, 0.2), (2.9, -0.1)),
    _table(2.72, 2.05, 0.32, "water"),
    _table(2.70, 3.55, 0.32, "coffee"),
    _table(2.70, 5.05, 0.32, "coffee"),
)
STOOLS: tuple[tuple[float, float], ...] = ((0.55, 6.0), (1.20, 6.0), (1.85, 6.0))
BANQUETTE = (2.92, RIGHT, 0.9, 5.9)  # x0, x1, y0, y1 of the bench along the right wall
AISLE: tuple[tuple[float, float], ...] = ((0.72, 5.45), (0.66, 4.2), (0.60, 2.8), (0.58, 1.4), (0.60, 0.3))
"""The way from the counter towards the camera, between the two rows of tables."""
