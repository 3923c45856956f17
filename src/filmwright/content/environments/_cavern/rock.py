"""A limestone hall that runs along +Y and narrows to its mouth: vault, floor with a pool, stalactites and stalagmites. `cave` (n,) is how
deep in a crevice a point lies, 0..1."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

from filmwright.content.environments._country import ease
from filmwright.content.kinds import F64
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import Shape

START_Y, MOUTH_Y = -24.0, 47.0
POOL_Z = -0.42
POOL = (6.4, 13.5, 4.9, 9.5)  # its middle and half axes
_WIDE = PchipInterpolator(
    [-24, -16, -6, 6, 18, 28, 37, 43, 47, 52], [5.5, 7.5, 9.5, 11.0, 12.5, 10.5, 6.6, 4.6, 4.4, 5.4]
)
_HIGH = PchipInterpolator(
    [-24, -16, -6, 6, 18, 28, 37, 43, 47, 52], [4.6, 6.0, 7.4, 8.6, 10.6, 9.2, 6.4, 4.9, 4.8, 5.6]
)
_MIDDLE = PchipInterpolator([-24, -6, 8, 22, 36, 52], [0.6, 0.0, 0.4, -0.8, -2.6, -3.2])
"""Half the width, the height, and x of the middle of the hall along y; chosen."""


class Hall(NamedTuple):
    """The shape of one cavern; `seed` decides every bulge."""

    seed: int

    def middle(self, y: F64) -> F64:
        """x of the middle of the hall."""
        return np.asarray(_MIDDLE(np.clip(y, START_Y, 52.0)))

    def path_x(self, y: F64) -> F64:
        """x of the middle of the way through the hall."""
        y = np.asarray(y, float)
        return np.asarray(self.middle(y) - 1.7 * np.exp(-(((y - 13.0) / 12.0) ** 2)) + 0.35 * np.sin(y * 0.23))

    def off_pool(self, x: F64, y: F64) -> F64:
        """Metres from the pool's edge, about; negative in it."""
        e = np.hypot((x - POOL[0]) / POOL[2], (y - POOL[1]) / POOL[3])
        return np.asarray((e - 1) * POOL[2] + 1.8 * noise.fractal(x / 3.2, y / 3.2, 3, seed=self.seed + 5))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the floor in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = np.abs(x - self.path_x(y))
        wild = ease((aside - 1.0) / 2.4)
        mounds = (noise.fractal(x * 0.16 + 3, y * 0.16, 4, seed=self.seed + 1) + 0.12) * 1.9 * wild
        edge = np.abs(x - self.middle(y)) / _WIDE(np.clip(y, START_Y, 52.0))
        bank = 2.1 * ease((edge - 0.52) / 0.5)
        small = noise.fractal(x * 0.9, y * 0.9, 3, seed=self.seed + 2) * (0.05 + 0.20 * wild)
        # Flowstone lies in terraces.
        rise = mounds + bank
        steps = np.floor(rise / 0.24) * 0.24 + 0.24 * ease((rise / 0.24 - np.floor(rise / 0.24)) * 2.2 - 0.6)
        up = 0.035 * np.clip(y - 20.0, 0, 40)
        dry = np.asarray(rise + (steps - rise) * 0.75 * wild + small + up)
        out = self.off_pool(x, y)
        basin = np.maximum(POOL_Z - 0.12 + 0.45 * out, -1.7)
        shore = ease((out + 0.2) / 1.7)
        return np.asarray(basin + (np.maximum(dry, POOL_Z + 0.12) - basin) * shore)

    def vault(self) -> Shape:
        """Walls and ceiling, open at both ends, seen from within."""
        rows, sides = 190, 250
        y = np.linspace(START_Y, MOUTH_Y + 1.5, rows)
        turn = np.linspace(-math.pi / 2, 1.5 * math.pi, sides)
        c, s = np.cos(turn), np.sin(turn)
        wide, high, middle = _WIDE(y)[:, None], _HIGH(y)[:, None], self.middle(y)[:, None]
        square = (np.abs(c) ** 2.4 + np.abs(s) ** 2.4) ** (-1 / 2.4)
        u = turn[None] * 7.0 + 0 * y[:, None]
        v = y[:, None] + 0 * turn[None]
        around = np.sin(turn[None] + math.pi / 2) * 7.0 + 0 * v  # meets itself again at the foot
        big = noise.fractal(around * 0.16 + 2, v * 0.16, 4, seed=self.seed + 20)
        ridged = noise.fractal(around * 0.22 + u * 0.1, v * 0.12, 5, ridged=True, seed=self.seed + 21)
        flutes = noise.fractal(v * 1.1, u * 0.14, 4, ridged=True, seed=self.seed + 22)
        fine = noise.fractal(u * 0.9, v * 0.9, 3, seed=self.seed + 23)
        steep = np.abs(c)[None]
        calm = 0.35 + 0.65 * ease((MOUTH_Y - v) / 14.0)
        # Inward is positive.
        into = (0.55 * big + 0.34 * (ridged - 0.4) + 0.13 * (flutes - 0.4) * steep + 0.06 * fine) * calm
        scale = 1 - np.clip(into, -0.3, 0.42)
        x = middle + wide * square * c * scale
        z = 0.4 + np.where(s > 0, high, 3.4) * square * s * np.where(s > 0, scale, 1.0)
        made = shapes.rings(np.stack([x, v + 0.6 * big, z], -1), around=False, caps=False)
        smooth = 0.55 * big + 0.34 * (ridged - 0.4)
        return made.with_data("cave", np.clip(0.42 - 1.3 * (into - 0.7 * smooth) - 0.5 * smooth, 0, 1).ravel())

    def floor(self) -> Shape:
        """The floor to under the walls."""
        y = np.concatenate([np.arange(START_Y, 26.0, 0.17), np.arange(26.0, MOUTH_Y + 14.0, 0.4)])
        u = np.linspace(-1, 1, 210)
        half = np.maximum(_WIDE(np.clip(y, START_Y, 52.0)), 6.5) * 1.18
        x = self.middle(y)[:, None] + half[:, None] * (0.55 * u + 0.45 * u**3)[None]
        z = self.height(x, np.repeat(y[:, None], len(u), 1))
        made = shapes.grid(x, y, z)
        dip = noise.fractal(made.points[:, 0] * 0.8, made.points[:, 1] * 0.8, 3, seed=self.seed + 2)
        wet = np.exp(-np.clip(self.off_pool(made.points[:, 0], made.points[:, 1]) - 0.3, 0, None) / 0.8)
        trodden = np.exp(-(((made.points[:, 0] - self.path_x(made.points[:, 1])) / 0.8) ** 4))
        made = made.with_data("cave", np.clip(0.35 - 1.1 * dip, 0, 1)).with_data("wet", wet)
        return made.with_data("trodden", trodden)


def stalactite(seed: int) -> Shape:
    """A stalactite of length 1 that hangs from the origin, ringed and fluted, with smaller ones beside it."""
    rng = np.random.default_rng([seed, 811])
    parts = [_spike(rng, 1.0, 0.13 + 0.07 * rng.random(), (0.0, 0.0))]
    for _ in range(int(rng.integers(1, 4))):
        turn = rng.random() * 2 * math.pi
        away = 0.13 + 0.10 * rng.random()
        parts.append(
            _spike(
                rng,
                0.25 + 0.45 * rng.random(),
                0.05 + 0.05 * rng.random(),
                (away * math.cos(turn), away * math.sin(turn)),
            )
        )
    return shapes.join(parts)


def _spike(rng: np.random.Generator, long: float, radius: float, at: tuple[float, float]) -> Shape:
    """One spike, wide at its root, its tip thin and long."""
    rows, sides = 34, 18
    t = np.linspace(0, 1, rows)
    turn = np.arange(sides) * 2 * math.pi / sides
    body = radius * (0.78 * (1 - t) ** 0.85 + 0.9 * np.exp(-t * 11) + 0.035)
    body[-1] = 0.002
    drips = 1 + 0.13 * noise.fractal(t * 9 + 50 * rng.random(), np.zeros(rows), 3, seed=int(rng.integers(99)))
    flutes = 1 + 0.10 * np.sin(turn * int(rng.integers(4, 8)) + rng.random() * 6)[None] * (1 - t)[:, None]
    r = body[:, None] * drips[:, None] * flutes
    bend = 0.03 * long * np.sin(t * 3 + rng.random() * 6)
    stack = np.stack([
        at[0] + r * np.cos(turn) + bend[:, None], at[1] + r * np.sin(turn), np.repeat((0.18 - (long + 0.18) * t)[:, None], sides, 1),
    ], -1)  # fmt: skip
    made = shapes.outward(shapes.rings(stack))
    return made.with_data(
        "cave",
        np.append(np.repeat(np.clip(0.55 - 0.7 * t, 0, 1), sides), np.full(len(made.points) - rows * sides, 0.3)),
    )


def stalagmite(seed: int) -> Shape:
    """A stalagmite of height 1 on the origin: blunter than what hangs, built of rounded storeys."""
    rng = np.random.default_rng([seed, 823])
    rows, sides = 40, 22
    t = np.linspace(0, 1, rows)
    turn = np.arange(sides) * 2 * math.pi / sides
    radius = 0.17 + 0.11 * rng.random()
    storeys = 0.5 + 0.5 * np.cos(2 * math.pi * (t * rng.uniform(3.0, 5.5) + rng.random()))
    body = radius * ((1 - t) ** 0.55 * 0.72 + 0.95 * np.exp(-t * 8) + 0.10) * (1 + 0.14 * storeys)
    body *= np.sqrt(np.clip(1 - t**7, 0, 1))
    body[-1] = 0.003
    lumps = 1 + 0.20 * noise.fractal(
        np.add.outer(t * 6, np.cos(turn) * 1.4), np.add.outer(t * 2, np.sin(turn) * 1.4), 4, seed=seed + 3
    )
    r = body[:, None] * lumps
    stack = np.stack([r * np.cos(turn), r * np.sin(turn), np.repeat((-0.12 + 1.12 * t)[:, None], sides, 1)], -1)
    made = shapes.outward(shapes.rings(stack))
    dark = np.repeat(np.clip(0.65 - 0.6 * t + 0.25 * storeys - 0.15, 0, 1), sides)
    return made.with_data("cave", np.append(dark, np.full(len(made.points) - rows * sides, 0.3)))


def column(seed: int) -> Shape:
    """A column of height 1 from the origin up, where what hung and what grew have met."""
    rng = np.random.default_rng([seed, 829])
    rows, sides = 60, 30
    t = np.linspace(0, 1, rows)
    turn = np.arange(sides) * 2 * math.pi / sides
    waist = 0.055 + 0.13 * np.exp(-t * 6) + 0.17 * np.exp(-(1 - t) * 5)
    ripple = 1 + 0.10 * np.cos(2 * math.pi * t * 9 + 2 * rng.random())
    flutes = (
        1 + 0.12 * np.abs(np.sin(turn * 5 + 1.7 * np.sin(turn + rng.random() * 6)))[None] * (0.4 + 0.6 * t)[:, None]
    )
    lumps = 1 + 0.22 * noise.fractal(
        np.add.outer(t * 8, np.cos(turn)), np.add.outer(t * 3, np.sin(turn)), 4, seed=seed + 5
    )
    r = (waist * ripple)[:, None] * flutes * lumps
    stack = np.stack([r * np.cos(turn), r * np.sin(turn), np.repeat((-0.06 + 1.14 * t)[:, None], sides, 1)], -1)
    made = shapes.rings(stack, caps=False)
    return made.with_data("cave", np.clip(0.5 - 1.4 * (flutes * lumps - 1.05), 0, 1).ravel())


def ceiling(vault: Shape, x: F64, y: F64) -> F64:
    """Height of the vault over points (n,), (n,)."""
    upper = vault.points[vault.points[:, 2] > 2.2]
    near, index = cKDTree(upper[:, :2]).query(np.column_stack([x, y]), k=4)
    weight = 1 / np.maximum(near, 1e-3)
    return np.asarray((upper[index, 2] * weight).sum(1) / weight.sum(1))


def edge(hall: Hall, y: F64) -> F64:
    """Half the width of the hall at y."""
    return np.asarray(_WIDE(np.clip(y, START_Y, 52.0)))
