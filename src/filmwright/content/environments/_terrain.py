"""The ground of the valley: a winding path between wooded slopes, and a mountain that closes it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape

NEAR_END_M = 150.0  # where the ground near the camera hands over to the far land
FAR_END_M = 900.0


class Land(NamedTuple):
    """The shape of the valley; `seed` decides every bump, `mountains` scales the massif at its head."""

    seed: int
    mountains: float = 1.0
    trodden_m: float = 0.13

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        return np.asarray(6 * np.sin(y * 0.03))

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side."""
        return np.asarray(np.abs(x - self.path_x(y)))

    def height(self, x: F64, y: F64) -> F64:
        """Ground height in metres at x, y (arrays of one shape)."""
        x, y = np.asarray(x, float), np.asarray(y, float)
        far = _ease((y - 170) / 520)
        rolling = noise.fractal(x * 0.012, y * 0.012, 7, seed=self.seed) * 9
        bumps = noise.fractal(x * 0.09, y * 0.09, 4, seed=self.seed) * 0.7
        aside = self.off_path(x, y)
        slope = np.clip((aside - 9) / 40, 0, 1) * 6 * (1 - 0.85 * self.glade(x, y))
        ridge = noise.fractal(x * 0.0042 + 5, y * 0.0042, 8, ridged=True, seed=self.seed) * 330 - 25
        # Trodden down in the middle, a low rim of pushed-up snow or earth on both sides.
        trail = self.trodden_m * (np.exp(-((aside / 0.5) ** 4)) - 0.35 * np.exp(-(((aside - 0.85) / 0.22) ** 2)))
        return np.asarray(rolling + bumps + slope + far * ridge * self.mountains - trail)

    def glade(self, x: F64, y: F64) -> F64:
        """0..1: the opening to the right of the path, from which the low sun reaches it."""
        across = (x - self.path_x(y)) / 70.0
        # A wedge that leaves the path between y = 6 and 30 and runs out to the right and ahead.
        middle = 18.0 + 0.40 * np.clip(x, 0, None)
        return np.asarray(_ease((across - 0.02) * 8) * np.exp(-(((y - middle) / (12 + 0.14 * np.abs(x))) ** 4)))


def _ease(t: F64) -> F64:
    t = np.clip(t, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def near_ground(land: Land, *, rows: int = 330, columns: int = 260) -> Shape:
    """The ground from 30 m behind the mark to NEAR_END_M, finest where the camera stands. Attribute `trail` is 1 on the path."""
    t = np.linspace(0, 1, rows)
    start = -32.0
    y = start + (0.35 * t + 0.65 * (np.expm1(t * 3) / math.expm1(3))) * (NEAR_END_M - start)
    u = np.linspace(-1, 1, columns)
    spread = 0.25 * u + 0.75 * u**3
    x = land.path_x(y)[:, None] * (1 - np.abs(u))[None] + spread[None] * (46 + (y[:, None] - start) * 0.9)
    grid = _sheet(land, x, y)
    aside = land.off_path(grid.points[:, 0], grid.points[:, 1])
    return grid.with_data("trail", np.exp(-((aside / 0.55) ** 4)))


def far_land(land: Land, *, rows: int = 260, columns: int = 300) -> Shape:
    """The valley's head and the mountain."""
    t = np.linspace(0, 1, rows)
    y = NEAR_END_M - 1.5 + t**1.25 * (FAR_END_M - NEAR_END_M)
    u = np.linspace(-1, 1, columns)
    x = u[None] * (46 + (y[:, None] + 32) * 0.9)
    return _sheet(land, x, y)


def _sheet(land: Land, x: F64, y: F64) -> Shape:
    return shapes.grid(x, y, land.height(x, np.repeat(y[:, None], x.shape[1], axis=1)))
