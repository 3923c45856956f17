"""Cliffs along a line of coast. Positive is inland of the line, which runs from behind the camera to the far headlands, the sea on its
left. The sea is at z = 0."""

from __future__ import annotations

import math
from functools import cached_property

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.environments._country import ease
from filmwright.content.kinds import F64
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import Shape

PLATEAU_M = 27.0
_LINE = np.array([
    (-30.0, -420.0), (-16.0, -220.0), (-10.5, -90.0), (-8.2, -30.0), (-7.2, 0.0), (-6.6, 22.0), (-3.0, 48.0), (6.0, 84.0), (8.0, 118.0),
    (-8.0, 150.0), (-44.0, 172.0), (-92.0, 186.0), (-128.0, 204.0), (-138.0, 226.0), (-118.0, 252.0), (-70.0, 280.0), (-20.0, 330.0),
    (10.0, 400.0), (-10.0, 480.0), (-110.0, 540.0), (-250.0, 600.0), (-330.0, 640.0), (-320.0, 700.0), (-180.0, 800.0), (-60.0, 960.0),
    (-120.0, 1150.0), (-420.0, 1330.0), (-640.0, 1450.0), (-560.0, 1620.0), (-250.0, 1900.0), (-150.0, 2600.0),
])  # fmt: skip
HEAD = (-96.0, 220.0)  # where the lighthouse stands


class Coast:
    """One coast; `seed` decides its bulges."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    @cached_property
    def line(self) -> F64:
        """The rim of the cliffs as points (n, 2), close where cameras stand."""
        smooth = shapes.curve(_LINE, 6000)
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(smooth, axis=0), axis=1))])
        s = [0.0]
        while s[-1] < along[-1]:
            x, y = (float(np.interp(s[-1], along, smooth[:, k])) for k in (0, 1))
            s.append(s[-1] + max(0.45, 0.0075 * math.hypot(x, y)))
        at = np.minimum(np.array(s), along[-1])
        points = np.column_stack([np.interp(at, along, smooth[:, k]) for k in (0, 1)])
        out = self._outward(points)
        wander = (
            4.6
            * noise.fractal(at / 21.0, np.zeros(len(at)), 5, seed=self.seed)
            * ease((np.hypot(*points.T) - 6.0) / 40.0)
        )
        wander += 0.8 * noise.fractal(at / 3.1, np.zeros(len(at)), 4, seed=self.seed + 1)
        return np.asarray(points + out * wander[:, None])

    @staticmethod
    def _outward(points: F64) -> F64:
        """Unit vectors (n, 2) to the sea."""
        ahead = np.gradient(points, axis=0)
        left = np.column_stack([-ahead[:, 1], ahead[:, 0]])
        return np.asarray(left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-9))

    @cached_property
    def _tree(self) -> tuple[cKDTree, F64, F64]:
        dense = shapes.curve(self.line, 3 * len(self.line))
        return cKDTree(dense), dense, self._outward(dense)

    def inland(self, x: F64, y: F64) -> F64:
        """Metres from the rim, negative over the sea."""
        tree, dense, out = self._tree
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        flat = np.column_stack([x.ravel(), y.ravel()])
        near, index = tree.query(flat)
        side = -np.sign(np.einsum("ij,ij->i", flat - dense[index], out[index]))
        return np.asarray((near * side).reshape(x.shape))

    def top(self, x: F64, y: F64) -> F64:
        """Height of the land as if there were no sea."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        rolling = noise.fractal(x * 0.012 + 2, y * 0.012, 5, seed=self.seed + 2) * 9.0 * ease((r - 12.0) / 90.0)
        near = noise.fractal(x * 0.06, y * 0.06, 4, seed=self.seed + 3) * 1.3 * ease((r - 3.0) / 14.0)
        bumps = noise.fractal(x * 0.35, y * 0.35, 3, seed=self.seed + 4) * 0.20
        away = np.hypot(x - HEAD[0], y - HEAD[1])
        head = 5.0 * np.exp(-((away / 60.0) ** 2))
        dip = -7.0 * np.exp(-(((y - 100.0) / 46.0) ** 2)) * ease((y - 30.0) / 40.0)
        hills = (
            ease((x + 0.2 * y - 60.0) / 420.0)
            * 46.0
            * (noise.fractal(x * 0.005, y * 0.005, 4, seed=self.seed + 5) + 0.55)
        )
        flat = ease((away - 9.0) / 16.0)
        return np.asarray(PLATEAU_M + (rolling + near) * flat + bumps + head + dip + hills * ease((r - 60.0) / 120.0))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres: turf to the rim, below it what the cliffs hide."""
        gap = self.inland(x, y)
        top = self.top(x, y)
        rounded = top - 1.1 * (1 - ease(gap / 3.2)) ** 2
        return np.asarray(np.where(gap > 0, rounded, np.maximum(rounded + 6.0 * gap, -4.0)))

    def rock(self) -> Shape:
        """The cliffs' face, from the rim to under the sea."""
        rim = self.line
        out = self._outward(rim)
        for _ in range(6):
            out = out + 0.5 * (np.roll(out, 1, 0) + np.roll(out, -1, 0))
            out = out / np.linalg.norm(out, axis=1, keepdims=True)
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(rim, axis=0), axis=1))])
        high = self.height(rim[:, 0] - 0.4 * out[:, 0], rim[:, 1] - 0.4 * out[:, 1]) + 0.02
        v = np.linspace(0, 1, 46)
        z = high[:, None] * (1 - v) - 3.0 * v
        s = np.repeat(along[:, None], len(v), 1)
        ribs = noise.fractal(s / 7.0, z / 26.0, 5, ridged=True, seed=self.seed + 6)
        slabs = noise.fractal(s / 2.3, z / 5.0, 4, ridged=True, seed=self.seed + 7)
        beds = np.floor((z + 2.0 * noise.fractal(s / 30.0, z * 0, 3, seed=self.seed + 8)) / 2.6) % 2
        body = noise.fractal(s / 26.0, z / 30.0, 4, seed=self.seed + 9)
        away = (
            -0.5
            + 7.5 * v**1.25
            + ease(v / 0.10) * (4.5 * (0.55 - ribs) + 1.5 * (0.5 - slabs) + 0.55 * beds + 5.5 * body * v)
        )
        away += 5.0 * ease((v - 0.82) / 0.18)  # a foot of fallen rock
        points = np.stack([rim[:, None, 0] + out[:, None, 0] * away, rim[:, None, 1] + out[:, None, 1] * away, z], -1)
        made = shapes.rings(points[:, ::-1], around=False, caps=False)
        return made.with_data("crack", np.clip(0.25 + 1.1 * (ribs - 0.45) + 0.6 * (slabs - 0.4), 0, 1)[:, ::-1].ravel())

    def foot(self, spread_m: float) -> F64:
        """Points (n, 2) along the water's edge, `spread_m` out from the rim."""
        rim = self.line
        return np.asarray(rim + self._outward(rim) * spread_m)

    def surf(self) -> Shape:
        """A sheet along the foot for the foam; `reach` (n,) is 0 at the rock and 1 where it ends, `along` (n,) metres along the coast."""
        keep = np.hypot(*self.line.T) < 900.0
        rim = self.line[keep]
        out = self._outward(self.line)[keep]
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(rim, axis=0), axis=1))])
        t = np.linspace(0, 1, 12)
        wide = 13.0 + 15.0 * (noise.fractal(along / 40.0, along * 0, 3, seed=self.seed + 12) + 0.35)
        away = 2.0 + t[None] * wide[:, None]
        z = np.full_like(away, 0.42) - 0.30 * t[None]
        points = np.stack([rim[:, None, 0] + out[:, None, 0] * away, rim[:, None, 1] + out[:, None, 1] * away, z], -1)
        made = shapes.rings(points[:, ::-1], around=False, caps=False)
        made = made.with_data("reach", np.repeat(t[None], len(rim), 0)[:, ::-1].ravel())
        return made.with_data("along", np.repeat(along[:, None], len(t), 1)[:, ::-1].ravel())


def stack(seed: int, high_m: float, radius_m: float) -> Shape:
    """A pillar of rock in the sea, its foot at z = -4."""
    rows, sides = 46, 64
    v = np.linspace(0, 1, rows)
    turn = np.arange(sides) * 2 * math.pi / sides
    z = -4.0 + (high_m + 4.0) * v
    body = radius_m * (1.25 - 0.55 * v) * np.sqrt(np.clip(1 - v**9, 0, 1)) + 0.02
    c, t = np.cos(turn), np.sin(turn)
    ribs = noise.fractal(np.add.outer(z / 22.0, c * 1.6), np.add.outer(z / 30.0, t * 1.6), 5, ridged=True, seed=seed)
    slabs = noise.fractal(np.add.outer(z / 4.0, c * 4.0), np.add.outer(z / 9.0, t * 4.0), 4, ridged=True, seed=seed + 1)
    beds = (np.floor(z / 2.6) % 2)[:, None]
    r = body[:, None] * (1 + 0.55 * (0.5 - ribs) + 0.16 * (0.5 - slabs) + 0.05 * beds)
    made = shapes.rings(np.stack([r * c, r * t, np.repeat(z[:, None], sides, 1)], -1))
    dark = np.clip(0.25 + 1.1 * (ribs - 0.45) + 0.6 * (slabs - 0.4), 0, 1).ravel()
    crack = np.append(dark, np.full(len(made.points) - rows * sides, 0.3))
    return made.with_data("crack", crack)
