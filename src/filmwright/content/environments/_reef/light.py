"""Light under waves: the net of caustics they throw on the ground, and shafts of it in the water."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from filmwright.content.environments._patterns import SIZE, image, repeated
from filmwright.scene.nodes import Image
from filmwright.scene.shade import Expr, Value, coords, mapping, op
from filmwright.scene.shapes import Shape, grid, join

F64 = NDArray[np.float64]
TILE_M = 2.6  # how much ground a tile of caustics covers; chosen
_RAYS = 2  # a pixel's side is looked through at so many places


def caustics(seed: int) -> Image:
    """How much light waves gather on the ground, as a seamless tile: rays through a rippled surface, counted where they land.
    0.25 is the mean. Source of the method: Watt, "Light-water interaction using backward beam tracing", 1990."""
    rng = np.random.default_rng([seed, 71])
    layers = [_gathered(rng) for _ in range(2)]
    return image(layers[0], layers[1], layers[0])


def _gathered(rng: np.random.Generator) -> F64:
    n = SIZE * _RAYS
    at = (np.arange(n) + 0.5) / n
    slope_x, slope_y = np.zeros((n, n)), np.zeros((n, n))
    for _ in range(16):
        kx, ky = (int(v) for v in rng.integers(-5, 6, 2))
        k = math.hypot(kx, ky)
        if k < 1.5:
            continue
        wave = np.sin(2 * math.pi * (kx * at[:, None] + ky * at[None]) + rng.uniform(0, 2 * math.pi)) / k**1.4
        slope_x, slope_y = slope_x + kx * wave, slope_y + ky * wave
    bend = 0.030 / max(float(np.hypot(slope_x, slope_y).std()), 1e-9)
    x = ((at[:, None] + bend * slope_x) % 1.0 * SIZE).astype(int) % SIZE
    y = ((at[None] + bend * slope_y) % 1.0 * SIZE).astype(int) % SIZE
    count = np.bincount((y * SIZE + x).ravel(), minlength=SIZE * SIZE).reshape(SIZE, SIZE) / _RAYS**2
    soft = 0.75 * gaussian_filter(count, 1.6, mode="wrap") + 0.25 * gaussian_filter(count, 6.0, mode="wrap")
    return np.asarray(np.clip(0.25 * soft, 0, 1))


def net(time: Value) -> Expr:
    """The caustics on the ground at a time, about 0..1: two nets that drift across each other."""
    nets = []
    for side, turn, drift in ((TILE_M, 0.4, (0.23, 0.11)), (1.31 * TILE_M, 1.9, (-0.17, 0.19))):
        moved = op("vadd", coords(), op("combine", op("mul", time, drift[0]), op("mul", time, drift[1]), 0.0))
        spot = mapping(moved, scale=(1 / side, 1 / side, 0.0), rotation=(0.0, 0.0, turn))
        nets.append(repeated("caustics", spot))
    first, second = op("x", nets[0]), op("y", nets[1])
    return op("min", first, second) * 1.25 + first * 0.25


def resting() -> Expr:
    """The caustics on what stands on the ground, and rises from it: these do not move, so that frames can be shared."""
    spot = mapping(coords(), scale=(1 / TILE_M, 1 / TILE_M, 0.0), rotation=(0.0, 0.0, 0.4))
    return op("x", repeated("caustics", spot))


def shafts(rng: np.random.Generator, sun: tuple[float, float], top_m: float) -> Shape:
    """Curtains of light that hang from the surface along the sun's rays, facing -Y; attribute `light` 0..1. `sun`: how far a ray goes
    in x and y for each metre that it falls."""
    sheets = []
    for _ in range(26):
        x, y = rng.uniform(-15, 13), rng.uniform(8.0, 34.0)
        wide, long, strong = rng.uniform(0.5, 2.2), rng.uniform(6.0, 11.0), rng.uniform(0.35, 1.0)
        u, v = np.linspace(-1, 1, 13), np.linspace(0, 1, 12)
        across = u[None] * wide * (0.55 + 0.9 * v[:, None])
        made = grid(across + x, np.zeros((12, 13)), 0.0)
        fall = np.repeat(v, 13) * long
        points = np.column_stack(
            [made.points[:, 0] + sun[0] * fall, np.full(len(fall), y) + sun[1] * fall, top_m - fall]
        )
        soft = (np.exp(-3.4 * u**2) - math.exp(-3.4)) * (0.75 + 0.25 * np.cos(9.0 * u))
        fade = np.minimum(1.0, 5.0 * v) ** 0.5 * (1 - v) ** 0.8
        light = strong * fade[:, None] * soft[None]
        sheets.append(made._replace(points=points).with_data("light", light.ravel()))
    return join(sheets)
