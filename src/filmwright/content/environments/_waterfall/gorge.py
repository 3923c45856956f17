"""The lie of the land round a waterfall: a wall of layered rock bent round a pool, a stream that leaves it, wooded banks.

The pool's surface is z = 0. The fall comes down at x = FALL_X; the wall closes the view along +Y.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.environments._country import ease
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape

FALL_X, WALL_Y = -2.6, 16.2
POOL = (-3.6, 8.6, 6.6, 7.0)  # middle and half axes of its ellipse
TOP_SLOPE = 0.42  # of the land above the wall


class Gorge(NamedTuple):
    """One gorge; `seed` decides its rocks, `high_m` how far the water falls."""

    seed: int
    high_m: float = 10.0

    def foot_y(self, x: F64) -> F64:
        """y of the wall's foot."""
        return np.asarray(
            WALL_Y - 0.017 * (x - FALL_X) ** 2 + 1.6 * (noise.value(x / 5.0, x * 0.0 + 3.0, self.seed) - 0.5)
        )

    def top(self, x: F64) -> F64:
        """Height of the wall's upper edge: a notch where the stream comes over."""
        away = np.abs(x - FALL_X)
        rough = 2.4 * noise.fractal(x / 6.0, x * 0.0 + 7.0, 4, seed=self.seed + 1)
        return np.asarray(self.high_m + 0.28 * np.clip(away - 2.0, 0, 9.0) + rough * ease((away - 1.2) / 2.0))

    def face_y(self, x: F64, z: F64) -> F64:
        """y of the wall's surface at a height."""
        layer = z + 2.6 * noise.fractal(x / 6.0, z / 9.0, 4, seed=self.seed + 2) + 0.07 * x
        band = np.floor(layer / 1.7)
        shelf = layer / 1.7 - band
        block = noise.value(
            np.floor(x / 2.7 + 0.6 * band + 0.8 * noise.value(z / 1.1, x / 2.0, self.seed + 15)) * 1.37,
            band * 2.71,
            self.seed + 3,
        )
        out = 1.15 * block + 0.30 * (1 - shelf) ** 2
        out = out + 2.3 * noise.fractal(x / 4.5, z / 3.5, 5, seed=self.seed + 4)
        out = out + 0.5 * noise.fractal(x / 1.3, z / 0.9, 4, ridged=True, seed=self.seed + 5)
        recess = 1.1 * np.exp(-(((x - FALL_X) / 2.3) ** 2)) * ease(z / 2.0)
        return np.asarray(self.foot_y(x) + 0.16 * z - out + recess)

    def water(self, x: F64, y: F64) -> F64:
        """Metres from the water's edge, negative in the pool or the stream, about."""
        px, py, a, b = POOL
        pool = (np.hypot((x - px) / a, (y - py) / b) - 1.0) * 7.0
        stream = np.abs(x - self.stream_x(y)) - (2.1 + 0.03 * np.clip(-y, 0, 40)) + 40.0 * ease((y - 8.0) / 6.0)
        ragged = 1.5 * noise.fractal(x / 3.4, y / 3.4, 4, seed=self.seed + 6)
        return np.asarray(np.minimum(pool, stream) + ragged)

    def stream_x(self, y: F64) -> F64:
        """x of the middle of the stream that leaves the pool."""
        return np.asarray(-2.5 + 0.06 * np.clip(y, -30, 10) + 0.6 * np.sin(y * 0.21 + 1.0))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground before the wall, and of the land above it behind, in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        d = self.water(x, y)
        bank = np.where(d < 0, np.maximum(0.42 * d, -1.5), 0.16 * np.minimum(d, 4.0))
        lumps = 0.16 * noise.fractal(x / 1.6, y / 1.6, 4, seed=self.seed + 8) * ease((d + 0.6) / 2.0)
        aside = np.maximum(
            x - 8.2 - 1.6 * noise.fractal(x / 5.0, y / 5.0, 3, seed=self.seed + 9), self.stream_x(y) - 6.5 - x
        )
        slope = 0.62 * np.clip(aside, 0, 30.0) * ease(aside / 4.0)
        rough = 1.6 * noise.fractal(x / 6.0, y / 6.0, 4, seed=self.seed + 10) * ease(aside / 6.0)
        low = bank + lumps + slope + rough
        behind = y - self.foot_y(x) - 1.6
        above = (
            self.top(x)
            + TOP_SLOPE * np.clip(behind, 0, 60.0)
            + 2.0 * noise.fractal(x / 9.0, y / 9.0, 4, seed=self.seed + 11)
        )
        return np.asarray(np.where(behind > 0, np.maximum(low, above), low))


def wall(gorge: Gorge) -> Shape:
    """The rock face and the land it ends in above. Attributes: `wet` 0..1 near the fall, `above` 1 on the land."""
    x = np.linspace(-34.0, 31.0, 300)
    v = np.concatenate([np.linspace(-0.12, 1.0, 105), 1.0 + np.geomspace(0.02, 5.0, 34)])
    xx, vv = np.meshgrid(x, v)
    top = gorge.top(xx)
    z = np.where(
        vv <= 1,
        vv * top,
        top
        + TOP_SLOPE * 9.0 * (vv - 1)
        + 1.4 * noise.fractal(xx / 5.0, vv * 4.0, 4, seed=gorge.seed + 12) * ease(2.0 * (vv - 1.0)),
    )
    rim = gorge.face_y(xx, top)
    lean = np.where(vv <= 1, gorge.face_y(xx, np.minimum(z, top)), rim + 9.0 * (vv - 1))
    points = np.stack([xx, lean, z], -1)
    rows, columns = xx.shape
    i = np.arange(rows * columns).reshape(rows, columns)
    faces = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4)
    spread = 2.6 + 1.6 * noise.fractal(xx / 2.0, z / 3.0, 3, seed=gorge.seed + 13)
    damp = np.exp(-((np.abs(xx - FALL_X) / np.maximum(spread, 1.2)) ** 3))
    low = 1 - ease((z - 0.5) / 1.6)
    made = shapes.shape(points.reshape(-1, 3), faces)
    return made.with_data("wet", np.maximum(damp, 0.85 * low).reshape(-1)).with_data(
        "above", np.where(vv > 1.0, 1.0, 0.0).reshape(-1)
    )
