"""The lie of an old street and the plots along it: it bends, it rises, houses stand along it wall to wall."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.scene.shapes import F64


class Plot(NamedTuple):
    """The frame a house is built in. Seen from the street, u runs along the wall to the left, w out of it, z up from the street;
    (x, y, z) is the wall's right end and `yaw_rad` the direction of u (0: +X, counter-clockwise). `wide_m` is the wall's length."""

    x: float
    y: float
    z: float
    yaw_rad: float
    wide_m: float

    @property
    def side(self) -> int:
        """+1: u, w, z is a right-handed frame everywhere."""
        return 1

    def placed(self, points: F64) -> F64:
        """Points (n, 3) given as u, w, z in the world."""
        c, s = math.cos(self.yaw_rad), math.sin(self.yaw_rad)
        u, w = points[:, 0], points[:, 1]
        return np.column_stack([self.x + c * u - s * w, self.y + s * u + c * w, self.z + points[:, 2]])

    def place(self, u: float, w: float, z: float) -> tuple[float, float, float]:
        """One point of the frame in the world."""
        x, y, up = self.placed(np.array([[u, w, z]]))[0]
        return (float(x), float(y), float(up))

    def moved(self, w: float, z: float = 0.0) -> Plot:
        """The same frame farther out of the wall and higher."""
        x, y, up = self.place(0.0, w, z)
        return self._replace(x=x, y=y, z=up)


class Lane(NamedTuple):
    """A street along +Y: straight near the camera, then it bends to the right by `bend` (1/m) and rises by `rise`; its walls stand
    `half_m` from its middle."""

    half_m: float = 3.5
    bend: float = 0.0042
    from_m: float = 15.0
    rise: float = 0.035

    def middle(self, y: F64) -> F64:
        """x of the middle of the street."""
        return np.asarray(self.bend * np.clip(np.asarray(y, float) - self.from_m, 0.0, None) ** 2)

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres: it climbs from the camera on and falls a little to the gutters."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        climb = self.rise * 6.0 * np.logaddexp(0.0, (y - 10.0) / 6.0)
        aside = np.clip(np.abs(x - self.middle(y)) / self.half_m, 0.0, 1.0)
        return np.asarray(climb - 0.07 * aside**2)

    def plots(self, side: int, start_m: float, widths: F64, setbacks: F64) -> list[Plot]:
        """Plots wall to wall along one side (-1 left, +1 right), each so wide and set back so far, from `start_m` on."""
        plots = []
        at = start_m
        for wide, back in zip(widths, setbacks, strict=True):
            end = at + wide * math.cos(math.atan(2 * self.bend * max(at + wide / 2 - self.from_m, 0.0)))
            ys = np.array([at, end])
            xs = self.middle(ys) + side * (self.half_m + back)
            z = float(self.height(xs, ys).min())
            first, last = (0, 1) if side > 0 else (1, 0)
            dx, dy = xs[last] - xs[first], ys[last] - ys[first]
            plots.append(
                Plot(float(xs[first]), float(ys[first]), z, math.atan2(dy, dx), float(math.hypot(dx, dy)))
            )  # fmt: skip
            at = end
        return plots
