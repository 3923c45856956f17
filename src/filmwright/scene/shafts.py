"""Sunlight through the windows of one wall, as arithmetic: where it falls, and how much of it the air shows along a ray.

The wall is a plane x = plane_x; the room is on its +X side. Points (…, 3) in metres.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]
_SPREAD = 0.022  # how much softer an edge gets a metre; wider than the sun's 0.0093 because dust scatters too; chosen
_SOFT_M = 0.03  # softness of an edge at the window; chosen


class Shafts(NamedTuple):
    """`sun` (3,) is the way the light travels (sun[0] > 0); `openings` rows are y0, y1, z0, z1; `bars` rows are y, half width and
    top of uprights that cut the light; nothing is lit left of `inside_x`."""

    plane_x: float
    inside_x: float
    sun: F64
    openings: F64
    bars: F64


def sunlit(points: F64, shafts: Shafts) -> F64:
    """1 where the sun through an opening reaches a point, 0 in shadow, soft between. Shape of points without its last axis."""
    t = np.maximum(points[..., 0] - shafts.plane_x, 0) / shafts.sun[0]
    y, z = points[..., 1] - shafts.sun[1] * t, points[..., 2] - shafts.sun[2] * t
    soft = _SOFT_M + _SPREAD * t

    def step(x: F64) -> F64:
        return np.asarray(np.clip(x / soft + 0.5, 0, 1))

    light = np.zeros(points.shape[:-1])
    for y0, y1, z0, z1 in shafts.openings:
        light += step(y - y0) * step(y1 - y) * step(z - z0) * step(z1 - z)
    for middle, half, top in shafts.bars:
        blocked = step(half - np.abs(y - middle)) * step(top - z) * min(1.0, half / 0.03)
        light *= 1 - blocked
    return np.asarray(np.clip(light, 0, 1) * (points[..., 0] > shafts.inside_x))


def scattered(
    eye: F64, rays: F64, depth: F64, shafts: Shafts, *, near_m: F64 | float = 1.0, reach_m: float = 2.6, steps: int = 48
) -> F64:
    """Metres of sunlit air along rays (n, 3) of length 1 from `eye` (3,) up to `depth` (n,), (n,): the beams as a picture. Air
    nearer than `near_m` (a number or one a ray) is clear; the beams fade over `reach_m` into the room, in waves like dust."""
    near = np.broadcast_to(np.asarray(near_m, float), depth.shape)
    share = (np.arange(steps) + np.random.default_rng(0).random((len(rays), steps))) / steps
    length = np.maximum(depth - near, 0)
    points = eye + rays[:, None] * (near[:, None] + share * length[:, None])[..., None]
    x, y, z = np.moveaxis(points, -1, 0)
    wave = 0.75 + 0.25 * np.sin(x * 3.1 + 1.7 * np.sin(y * 1.3)) * np.sin(z * 4.3 + y * 1.9)
    fade = np.exp(-np.maximum(x - shafts.inside_x, 0) / reach_m)
    return np.asarray((sunlit(points, shafts) * wave * fade).mean(1) * length)
