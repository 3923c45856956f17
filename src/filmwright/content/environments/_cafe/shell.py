"""The room itself: floor, walls with piers and reveals, windows with their lace, panelling, cornice, mirrors and prints."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._cafe.pieces import Pile, bar, block, panel
from filmwright.content.environments._cafe.plan import (
    BACK,
    BRASS,
    CEILING,
    CREAM,
    EBONY,
    FRONT,
    HEAD,
    LEFT,
    RIGHT,
    SILL,
    TEAL,
    TRANSOM,
    WALL,
    WINDOWS,
    WOOD,
)  # fmt: skip
from filmwright.scene.shapes import Shape, shape
from filmwright.values import Color

F64 = NDArray[np.float64]

DADO = 1.12  # height of the panelling


class Face(NamedTuple):
    """A wall as a frame: `at(u, w, z)` is u along it, w out of it into the room, z up."""

    origin: tuple[float, float]
    along: tuple[float, float]
    out: tuple[float, float]

    def at(self, u: float, w: float, z: float) -> tuple[float, float, float]:
        """World position of (along, out, up)."""
        return (
            self.origin[0] + u * self.along[0] + w * self.out[0],
            self.origin[1] + u * self.along[1] + w * self.out[1],
            z,
        )

    def block(self, u: tuple[float, float], w: tuple[float, float], z: tuple[float, float], cell: float = 9.0) -> Shape:
        """A box between two values of each."""
        return block(self.at(u[0], w[0], z[0]), self.at(u[1], w[1], z[1]), cell)


LEFT_WALL = Face((LEFT, 0.0), (0.0, 1.0), (1.0, 0.0))
RIGHT_WALL = Face((RIGHT, 0.0), (0.0, 1.0), (-1.0, 0.0))
BACK_WALL = Face((0.0, BACK), (1.0, 0.0), (0.0, -1.0))
FRONT_WALL = Face((0.0, FRONT), (1.0, 0.0), (0.0, 1.0))


def build(pile: Pile, rng: np.random.Generator) -> None:
    """The whole shell."""
    wide, deep = RIGHT - LEFT, BACK - FRONT
    pile.put("floor", panel((LEFT, FRONT, 0), (wide, 0, 0), (0, deep, 0), 0.11), (1, 1, 1))
    pile.put("plaster", panel((LEFT, FRONT, CEILING), (0, deep, 0), (wide, 0, 0), 0.3), CREAM)
    _window_wall(pile)
    up = (0, 0, CEILING)
    pile.put("plaster", panel((LEFT, BACK, 0), (wide, 0, 0), up, 0.16), CREAM)
    pile.put("plaster", panel((RIGHT, FRONT, 0), (-wide, 0, 0), up, 0.25), CREAM)
    pile.put("plaster", panel((RIGHT, BACK, 0), (0, -deep, 0), up, 0.2), CREAM)
    _panelling(pile, BACK_WALL, LEFT, RIGHT)
    _panelling(pile, RIGHT_WALL, FRONT, BACK)
    _panelling(pile, FRONT_WALL, LEFT, 0.9)
    _panelling(pile, FRONT_WALL, 2.1, RIGHT)
    _door(pile)
    _cornice(pile)
    _mirrors(pile)
    _prints(pile, rng)


def _window_wall(pile: Pile) -> None:
    edges = [FRONT, *(edge for window in WINDOWS for edge in window), BACK]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        pile.put("plaster", block((LEFT - WALL, a, 0), (LEFT, b, CEILING), 0.14, "xzZ"), CREAM)
        _panelling(pile, LEFT_WALL, a, b)
    for a, b in WINDOWS:
        pile.put("plaster", block((LEFT - WALL, a, HEAD), (LEFT, b, CEILING), 0.14, "xyY"), CREAM)
        pile.put("wood", block((LEFT - WALL, a, 0), (LEFT, b, SILL - 0.03), 0.14, "xyY"), TEAL)
        pile.put("wood", block((LEFT - 0.32, a - 0.05, SILL - 0.04), (LEFT + 0.10, b + 0.05, SILL), 0.12), WOOD)
        field = (b - a - 0.12) / 3
        for k in range(3):
            u = a + 0.06 + k * field
            pile.put("wood", LEFT_WALL.block((u + 0.04, u + field - 0.04), (0, 0.018), (0.16, SILL - 0.1), 0.15), TEAL)
        _window(pile, a, b)


def _panelling(pile: Pile, wall: Face, a: float, b: float) -> None:
    """Skirting, raised panels and a chair rail."""
    for z, w in (((0.0, DADO), 0.02), ((0.0, 0.16), 0.045), ((DADO, DADO + 0.05), 0.055), ((DADO - 0.03, DADO), 0.035)):
        pile.put("wood", wall.block((a, b), (0, w), z, 0.16), TEAL)
    count = max(1, round((b - a) / 0.62))
    for k in range(count):
        u0, u1 = a + (b - a) * k / count + 0.07, a + (b - a) * (k + 1) / count - 0.07
        pile.put("wood", wall.block((u0, u1), (0, 0.034), (0.25, DADO - 0.12), 0.16), TEAL)
        pile.put("wood", wall.block((u0 + 0.04, u1 - 0.04), (0, 0.046), (0.29, DADO - 0.16), 0.16), TEAL)


def _window(pile: Pile, a: float, b: float) -> None:
    """Frame, glazing bars, a brass rail with lace, and the pane. Bars are shallow: seen aslant, deep ones hide the street."""
    near, far, middle = LEFT - 0.14, LEFT - 0.20, (a + b) / 2

    def frame(y0: float, y1: float, z0: float, z1: float, deeper: float = 0.0) -> None:
        pile.put("wood", block((far - deeper, y0, z0), (near + deeper, y1, z1), 0.12), EBONY)

    for y in (a, b - 0.07):
        frame(y, y + 0.07, SILL, HEAD)
    frame(a, b, SILL, SILL + 0.09)
    frame(a, b, HEAD - 0.07, HEAD)
    frame(a, b, TRANSOM, TRANSOM + 0.09, 0.015)
    frame(middle - 0.035, middle + 0.035, SILL, TRANSOM, -0.010)
    for share in (0.25, 0.75):
        y = a + (b - a) * share
        frame(y - 0.011, y + 0.011, SILL, HEAD, -0.021)
    frame(middle - 0.011, middle + 0.011, TRANSOM, HEAD, -0.021)
    for z in (1.14, 1.78):
        frame(a, b, z - 0.011, z + 0.011, -0.021)
    pile.put("pane", panel((LEFT - 0.17, a, SILL), (0, b - a, 0), (0, 0, HEAD - SILL)), (1, 1, 1))
    pile.put("brass", bar([(LEFT - 0.09, a + 0.03, 1.09), (LEFT - 0.09, b - 0.03, 1.09)], 0.009, 8), BRASS)
    _lace(pile, a, b)


def _lace(pile: Pile, a: float, b: float) -> None:
    """A café curtain: a wavy half-height sheet."""
    count = 90
    y = np.linspace(a + 0.05, b - 0.05, count)
    x = LEFT - 0.09 + 0.016 * np.sin((y - a) * 46) + 0.006 * np.sin((y - a) * 17 + 2)
    z = np.array([0.56, 0.75, 0.92, 1.08])
    points = np.stack(np.broadcast_arrays(x[:, None], y[:, None], z), -1).reshape(-1, 3)
    index = np.arange(count * 4).reshape(count, 4)
    faces = np.stack([index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]], -1).reshape(-1, 4)
    s, t = np.broadcast_arrays((y[:, None] - a) / (b - a), (z - 0.56) / 0.52)
    place = np.column_stack([s.ravel(), t.ravel(), np.zeros(count * 4)])
    pile.put("lace", shape(points, faces).with_data("place", place), (0.62, 0.61, 0.58))


def _door(pile: Pile) -> None:
    """A glazed wooden door in the wall behind the camera; orbits and mirrors see it."""
    u0, u1 = 1.0, 2.0
    pile.put("wood", FRONT_WALL.block((u0 - 0.1, u1 + 0.1), (0, 0.05), (0, 2.35), 0.25), EBONY)
    pile.put("wood", FRONT_WALL.block((u0, u1), (0, 0.07), (0.02, 2.25), 0.25), WOOD)
    pile.put("wood", FRONT_WALL.block((u0 + 0.14, u1 - 0.14), (0, 0.085), (0.2, 0.85), 0.25), EBONY)
    pile.put("mirror", FRONT_WALL.block((u0 + 0.14, u1 - 0.14), (0, 0.075), (1.0, 2.1)), (0.35, 0.38, 0.40))
    pile.put("brass", bar([FRONT_WALL.at(u0 + 0.07, 0.12, 1.0), FRONT_WALL.at(u0 + 0.07, 0.12, 1.3)], 0.014, 8), BRASS)


def _cornice(pile: Pile) -> None:
    """Three steps under the ceiling, along the walls that are seen."""
    for depth, z in ((0.05, CEILING - 0.28), (0.10, CEILING - 0.20), (0.17, CEILING - 0.11)):
        pile.put("plaster", LEFT_WALL.block((FRONT, BACK), (0, depth), (z, z + 0.09), 0.3), CREAM)
        pile.put("plaster", BACK_WALL.block((LEFT, RIGHT), (0, depth), (z, z + 0.09), 0.3), CREAM)
        pile.put("plaster", RIGHT_WALL.block((FRONT, BACK), (0, depth), (z, z + 0.09), 0.3), CREAM)


def _frame(pile: Pile, wall: Face, u: tuple[float, float], z: tuple[float, float], rim: float, color: Color) -> None:
    for us, zs in (
        ((u[0] - rim, u[1] + rim), (z[0] - rim, z[0])),
        ((u[0] - rim, u[1] + rim), (z[1], z[1] + rim)),
        ((u[0] - rim, u[0]), z),
        ((u[1], u[1] + rim), z),
    ):
        pile.put("brass" if color == BRASS else "wood", wall.block(us, (0, 0.035), zs, 0.12), color)


def _mirrors(pile: Pile) -> None:
    """Tall bistro mirrors over the bench: they give the windows back to the room."""
    for u in (1.2, 2.9, 4.6):
        _frame(pile, RIGHT_WALL, (u, u + 1.25), (1.42, 2.55), 0.05, BRASS)
        pile.put("mirror", RIGHT_WALL.block((u, u + 1.25), (0, 0.012), (1.42, 2.55)), (0.80, 0.80, 0.77))


def _prints(pile: Pile, rng: np.random.Generator) -> None:
    """Framed prints on the piers and beside the counter: flat shapes in the colors of the time."""
    inks = ((0.34, 0.07, 0.04), (0.05, 0.15, 0.18), (0.55, 0.33, 0.09), (0.10, 0.17, 0.10), (0.44, 0.41, 0.36))
    for u, z, w, h in (
        (1.25, 1.62, 0.34, 0.46),
        (3.25, 1.62, 0.34, 0.46),
        (5.25, 1.62, 0.34, 0.46),
        (7.45, 1.75, 0.6, 0.8),
    ):
        _frame(pile, LEFT_WALL, (u - w / 2, u + w / 2), (z - h / 2, z + h / 2), 0.022, EBONY)
        pile.put(
            "plaster",
            LEFT_WALL.block((u - w / 2, u + w / 2), (0, 0.030), (z - h / 2, z + h / 2), 0.12),
            (0.72, 0.69, 0.61),
        )
        for k in range(5):
            a, c = (np.sort(rng.uniform(-0.36, 0.36, 2)) for _ in range(2))
            patch = LEFT_WALL.block(
                (u + a[0] * w, u + a[1] * w), (0, 0.031 + 0.001 * k), (z + c[0] * h, z + c[1] * h), 0.12
            )
            pile.put("plaster", patch, inks[int(rng.integers(5))])


def glazing_bars() -> F64:
    """Upright bars that cut the sunbeams: rows (y, half width, top), for every window."""
    rows = []
    for a, b in WINDOWS:
        rows.append(((a + b) / 2, 0.035, TRANSOM))
        rows += [(a + (b - a) * s, 0.011, HEAD) for s in (0.25, 0.75)]
    return np.array(rows)
