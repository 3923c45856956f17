"""The surface of waters on which things float: how high it stands, anywhere and at any time, and what calm water looks like."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import map_coordinates

from filmwright.content.environments import _patterns
from filmwright.content.kinds import F64
from filmwright.scene import waves
from filmwright.scene.shade import Bump, Material, coords, mapping, op, remap
from filmwright.scene.waves import Sea
from filmwright.values import Color


def still(level_m: float, x: F64, y: F64, times_s: F64) -> F64:
    """Height (F, k) of a surface that stays level."""
    return np.full(np.broadcast_shapes(x.shape, y.shape), level_m)


def basin(wind: float, *, deep: Color = (0.008, 0.028, 0.026)) -> Material:
    """Sheltered water: a mirror that trembles, dark where one looks down into it; rougher far out. It takes the image "foam"."""
    far, time = op("camera_distance"), op("time")
    calm = 0.5 + 3.2 * wind
    drift = _patterns.laid("foam", 2.3, turn_rad=0.4, moved=op("combine", time * 0.15, time * -0.08, 0.0))
    counter = _patterns.laid("foam", 6.1, turn_rad=-0.5, moved=op("combine", time * -0.16, time * 0.24, 0.0))
    breath = op("z", _patterns.repeated("foam", mapping(coords(), scale=(1 / 120.0, 1 / 52.0, 0.0))))
    ruffled = remap(breath, 0.55, 0.72) * remap(far, 30.0, 80.0)
    return Material(
        color=deep,
        roughness=remap(far, 12.0, 600.0, 0.02, 0.16) + ruffled * 0.08,
        specular=0.5,
        ior=1.333,
        bumps=(
            Bump(
                height=op("z", drift) * 0.35 + op("z", counter),
                strength=remap(far, 6.0, 140.0, 0.20 * calm, 0.035 * calm),
                distance_m=0.07,
            ),
        ),
        preview=(0.12, 0.18, 0.20),
    )


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
