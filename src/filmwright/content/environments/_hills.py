"""Rolling country: a gentle dell before the camera, hills with fields and woods, blue ridges far off; and its colors, baked into
the points of its ground."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.environments._country import ease
from filmwright.scene import noise
from filmwright.scene.shapes import F64
from filmwright.values import Color

REACH_M = 4600.0  # the camera clips at 5000 m


class Hills(NamedTuple):
    """The lie of the land round the origin. `gentle_m`: how uneven the near ground is; `dell_m`: how deep it falls away before the
    hills; `hills_m`, `ridges_m`: how high they rise; `knoll`: x, y, height and reach of a rise that carries a tree; the path runs
    along +Y and bends by `bend_m`."""

    seed: int
    gentle_m: float = 2.2
    dell_m: float = 4.5
    hills_m: float = 64.0
    ridges_m: float = 420.0
    knoll: tuple[float, float, float, float] = (-16.0, 52.0, 3.0, 20.0)
    bend_m: float = 1.7
    path_m: float = 0.32

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        return np.asarray(self.bend_m * np.sin(np.asarray(y, float) * 0.052 + 0.4) - 0.6)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side; far away where it has ended."""
        return np.asarray(np.abs(x - self.path_x(y)) + np.clip(np.abs(y - 20.0) - 130.0, 0, None))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        near = noise.fractal(x * 0.021 + 3, y * 0.021, 3, seed=self.seed) * self.gentle_m
        near = near + noise.fractal(x * 0.11, y * 0.11, 3, seed=self.seed + 1) * 0.28
        kx, ky, kh, kr = self.knoll
        near = near + kh * np.exp(-((np.hypot(x - kx, y - ky) / kr) ** 2))
        dell = -self.dell_m * ease((r - 26) / 70) * (1 - ease((r - 110) / 130))
        rolling = noise.fractal(x * 0.0029 + 7, y * 0.0029, 5, seed=self.seed + 2) + 0.36
        hills = ease((r - 90) / 480) * self.hills_m * rolling * 1.7
        ridge = noise.fractal(x * 0.00052 + 2, y * 0.00052, 6, seed=self.seed + 3) + 0.42
        ridges = ease((r - 1100) / 2300) * self.ridges_m * ridge * 0.8
        trodden = 0.05 * np.exp(-((self.off_path(x, y) / self.path_m) ** 4))
        return np.asarray(near + dell + hills + ridges - trodden)

    def wooded(self, x: F64, y: F64) -> F64:
        """0..1: how much the land is under trees: copses on the hills, more on the ridges, none near."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        copse = noise.fractal(x * 0.0056 + 1, y * 0.0056, 4, seed=self.seed + 5)
        wood = np.clip((copse - 0.105) / 0.035, 0, 1) * ease((r - 200) / 60)
        return np.asarray(np.maximum(wood, ease((r - 1500) / 900) * np.clip((copse + 0.12) / 0.05, 0, 1)))


class Parcels(NamedTuple):
    """Fields divided by hedges: `size_m` across, their colors chosen from a palette, from `from_m` on."""

    seed: int
    size_m: float = 95.0
    palette: tuple[Color, ...] = ()
    from_m: float = 150.0

    def _tree(self) -> tuple[cKDTree, F64]:
        rng = np.random.default_rng([self.seed, 9])
        n = int(2600 / self.size_m) + 1
        gx, gy = np.meshgrid(np.arange(-n, n + 1), np.arange(-n, n + 1))
        # Longer one way than the other, as plowed land is.
        points = (np.stack([gx.ravel(), gy.ravel()], 1) + 0.72 * (rng.random((gx.size, 2)) - 0.5)) * self.size_m
        points *= np.array([1.35, 0.8])
        turn = 0.35
        points = points @ np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
        return cKDTree(points), rng.random(gx.size)

    def colors(self, x: F64, y: F64) -> F64:
        """Color (n, 3) of the field at x, y (n,)."""
        tree, pick = self._tree()
        _, index = tree.query(np.column_stack([x, y]))
        palette = np.asarray(self.palette)
        return np.asarray(palette[(pick[index] * len(palette)).astype(int)])

    def edge(self, x: F64, y: F64) -> F64:
        """Metres (n,) to the nearest boundary between two fields."""
        tree, _ = self._tree()
        near = np.asarray(tree.query(np.column_stack([x, y]), k=2)[0])
        return np.asarray((near[:, 1] - near[:, 0]) / 2)
