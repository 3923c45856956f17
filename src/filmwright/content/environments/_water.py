"""The surface of waters on which things float: how high it stands, anywhere and at any time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import map_coordinates

from filmwright.content.kinds import F64
from filmwright.scene import waves
from filmwright.scene.waves import Sea


def still(level_m: float, x: F64, y: F64, times_s: F64) -> F64:
    """Height (F, k) of a surface that stays level."""
    return np.full(np.broadcast_shapes(x.shape, y.shape), level_m)


class Swell(NamedTuple):
    """A part of a moving sea, and its time when the film's is 0."""

    sea: Sea
    start_s: float

    def height(self, x: F64, y: F64, times_s: F64) -> F64:
        """Height (F, k) of the sea at points (F, k) at times (F,); beyond the part's edge that of its edge."""
        rows, columns = self.sea.x.shape
        along = np.interp(y, self.sea.along, np.arange(rows))
        across = np.interp(-x, -self.sea.x[0], np.arange(columns))
        return np.stack(
            [
                map_coordinates(
                    waves.sea_at(self.sea, self.start_s + float(time)).points[:, 2].reshape(rows, columns), (a, b), order=1,
                    mode="nearest",
                )
                for time, a, b in zip(times_s, along, across, strict=True)
            ]
        )  # fmt: skip
