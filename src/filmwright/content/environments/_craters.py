"""Craters of all sizes, the smaller the more, as impacts leave them: bowls with raised rims, the old ones worn down."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._country import ease
from filmwright.scene.shapes import F64

# Sides in metres of the square cells that hold one crater each. Each step is 2.5 times the last, so that their number falls with
# the square of their size, as counts on the moon do (Shoemaker 1965).
_CELLS_M = (0.9, 2.2, 5.5, 14.0, 35.0, 88.0, 220.0, 550.0)
_SEEN_CELLS = (8.0, 17.0)  # so many cells away a size fades out: there the sheet of ground is too coarse for it
_TABLE = 64


class Craters(NamedTuple):
    """Craters round the origin. `seed` decides every one; `share` of the cells have one; none touches the line x = `clear_x` from
    `clear_y` to `clear_y` (low, high), where people walk and cameras stand."""

    seed: int
    share: float = 0.9
    clear_x: float = 0.0
    clear_y: tuple[float, float] = (-20.0, 34.0)

    def height(self, x: F64, y: F64) -> F64:
        """What they add to the height of the ground, in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        total = np.zeros(x.shape)
        away = np.hypot(x, y - 4.0)
        for level, cell in enumerate(_CELLS_M):
            largest = level == len(_CELLS_M) - 1
            seen = (
                np.ones(x.shape)
                if largest
                else 1.0 - ease((away / cell - _SEEN_CELLS[0]) / (_SEEN_CELLS[1] - _SEEN_CELLS[0]))
            )
            near = seen > 0
            if near.any():
                total[near] += seen[near] * self._level(x[near], y[near], cell, level)
        return total

    def _level(self, x: F64, y: F64, cell: float, level: int) -> F64:
        """Craters of one size."""
        table = _table(self.seed, level)
        column, row = np.floor(x / cell).astype(np.int64), np.floor(y / cell).astype(np.int64)
        total = np.zeros(x.shape)
        for di in (-1, 0, 1):
            for dj in (-1, 0, 1):
                i, j = column + di, row + dj
                chance, across, along, wide, fresh = table[:, i % _TABLE, j % _TABLE]
                cx, cy = (i + 0.15 + 0.7 * across) * cell, (j + 0.15 + 0.7 * along) * cell
                radius = cell * (0.11 + 0.25 * wide**1.5)
                off_line = np.hypot(cx - self.clear_x, cy - np.clip(cy, *self.clear_y))
                there = (chance < self.share) & (off_line > 2.1 * radius + 0.5)
                t = np.hypot(x - cx, y - cy) / radius
                total += np.where(there, radius * _profile(t, 0.2 + 0.8 * fresh**2), 0.0)
        return total


@lru_cache(maxsize=32)
def _table(seed: int, level: int) -> F64:
    return np.random.default_rng([seed, level, 71]).random((5, _TABLE, _TABLE))


def _profile(t: F64, fresh: F64) -> F64:
    """Height at `t` radii from the middle, in radii: a fresh bowl is a fifth as deep as wide (Pike 1977), an old one shallow."""
    deep, rim = 0.10 + 0.24 * fresh, 0.015 + 0.055 * fresh
    inside = (deep + rim) * np.minimum(t, 1.0) ** 2.3 - deep
    outside = rim * np.maximum(t, 1.0) ** -3.2 * (1.0 - ease((t - 1.2) / 0.9))
    return np.asarray(np.where(t < 1.0, inside, outside))
