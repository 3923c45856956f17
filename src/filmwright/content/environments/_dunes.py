"""Dunes: sand heaped by one wind into long crests, gentle on the side it comes from, as steep as sand can lie on the other."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._country import ease
from filmwright.scene import noise
from filmwright.scene.shapes import F64

_STOSS = 0.72  # share of a dune's length that rises towards its crest; the rest is the slip face (chosen; slopes follow from it)


class Dunes(NamedTuple):
    """The lie of a sand sea round the origin; `seed` decides every crest, `high_m` how high the large dunes rise, `wind_rad` which
    way the wind blows (0: +Y, counter-clockwise), `giant_m` how high the dunes at the horizon are."""

    seed: int
    high_m: float = 17.0
    wind_rad: float = -0.95
    giant_m: float = 95.0

    def height(self, x: F64, y: F64) -> F64:
        """Height of the sand in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        open_ = ease((r - 14.0) / 62.0)
        large = self._train(x, y, 92.0, 0.46, 0) * self.high_m * (0.45 + 0.9 * self._swell(x, y, 210.0, 3))
        small = self._train(x, y, 31.0, 0.30, 1) * 2.3 * self._swell(x, y, 60.0, 5)
        giant = self._train(x * 0.9, y, 620.0, 0.45, 2) * self.giant_m * (0.3 + 0.8 * self._swell(x, y, 900.0, 7))
        low = noise.fractal(x / 21.0, y / 21.0, 3, seed=self.seed + 9) * 1.1
        return np.asarray(low * (0.4 + 0.6 * open_) + (large + small) * open_ + giant * ease((r - 330.0) / 700.0))

    def _swell(self, x: F64, y: F64, size_m: float, salt: int) -> F64:
        """0..1: where dunes are high."""
        return np.clip(0.5 + 1.3 * noise.fractal(x / size_m, y / size_m, 3, seed=self.seed + salt), 0.0, 1.0)

    def _train(self, x: F64, y: F64, length_m: float, wander: float, salt: int) -> F64:
        """One train of dunes, 0 in the troughs and 1 on the crests, whose lines wander. Ahead of the origin lies the foot of a
        slip face, so that its crest winds into the picture on the left."""
        phase = self._phase(x, y, length_m, wander, salt)
        ahead = self._phase(np.array(4.0), np.array(0.5 * length_m), length_m, wander, salt)
        t = phase - ahead + 0.985
        t = t - np.floor(t)
        rise, fall = t / _STOSS, (1 - t) / (1 - _STOSS)
        return np.where(t < _STOSS, rise * rise * (1.6 - 0.6 * rise), fall * (0.75 + 0.25 * fall))

    def _phase(self, x: F64, y: F64, length_m: float, wander: float, salt: int) -> F64:
        """How many dunes a place lies downwind."""
        turn = self.wind_rad + 0.25 * salt
        along = -math.sin(turn) * x + math.cos(turn) * y
        across = math.cos(turn) * x + math.sin(turn) * y
        bend = noise.fractal(x / (1.9 * length_m) + 5 * salt, y / (1.9 * length_m), 4, seed=self.seed + 11 + salt)
        return np.asarray(along / length_m + 2.6 * wander * bend + 0.10 * np.sin(across / length_m * 1.7 + salt))
