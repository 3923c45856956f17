"""Light of many small luminous panels at points of a surface, in numpy: what a street of signs bakes into its walls.

Approximate on purpose (wrapped cosines, capped distances, a few shadow rays for the strongest lights only): it is smooth,
free of noise, and shown as emission it costs a renderer nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.values import Color

F64 = NDArray[np.float64]
Blocked = Callable[[F64, F64, F64], NDArray[np.bool_]]
"""Whether rays from origins (k, 3) along unit directions (k, 3) meet something nearer than distances (k,)."""

NEAR_M = 15.0  # lights farther along the street than this add nothing one can see (chosen)
SLAB_M = 4.0  # points are worked on in slices of the street this long (chosen)
GAIN = 0.70  # emission of a panel -> light on a wall, by eye against emissive meshes (notes/worlds.md)
UNSHADED = 0.55  # what remains of all the weaker lights, for which no shadow ray is cast (chosen)


class Lights(NamedTuple):
    """n luminous panels: centers (n, 3), the way they face (n, 3) (zero: all round), colors (n, 3), areas in m² (n,)."""

    position: F64
    facing: F64
    color: F64
    area: F64


class Ambient(NamedTuple):
    """Light from everywhere: the sky's color on what faces up, the lit street's on what faces down or stands low,
    fading with the height `fade_m`."""

    sky: Color
    street: Color
    fade_m: float


def merged(lights: Lights, cell_m: float = 1.6) -> Lights:
    """Lights that share a cell and a facing, summed: about a third as many, same picture."""
    key = np.column_stack([np.floor(lights.position / cell_m), np.round(lights.facing)]).astype(np.int64)
    _, group = np.unique(key, axis=0, return_inverse=True)
    group = group.ravel()
    n = int(group.max()) + 1 if len(group) else 0
    weight = lights.area * lights.color.max(1) + 1e-9

    def total(values: F64) -> F64:
        return np.stack([np.bincount(group, values[:, k], n) for k in range(values.shape[1])], -1)

    area = np.bincount(group, lights.area, n).astype(np.float64)
    power = np.bincount(group, weight, n)[:, None]
    facing = total(lights.facing * weight[:, None]) / power
    return Lights(
        total(lights.position * weight[:, None]) / power,
        facing,
        total(lights.color * lights.area[:, None]) / area[:, None],
        area,
    )


def irradiance(
    points: F64, normals: F64, lights: Lights, ambient: Ambient, blocked: Blocked | None = None, shadow_rays: int = 3
) -> F64:
    """Color (n, 3) of the light that reaches points (n, 3) with unit normals (n, 3); `blocked` casts shadows."""
    up = np.clip(normals[:, 2:] * 0.5 + 0.5, 0, 1)
    low = np.exp(-np.maximum(points[:, 2:], 0) / ambient.fade_m)
    out = np.array(ambient.sky) * (0.4 + 0.6 * up) + np.array(ambient.street) * (1.1 - up) * low
    norm = np.linalg.norm(lights.facing, axis=1)
    around = norm < 0.1
    facing = (lights.facing / np.maximum(norm, 1e-6)[:, None]).astype(np.float32)
    y = points[:, 1]
    for y0 in np.arange(math.floor(y.min() / SLAB_M) * SLAB_M, y.max() + 0.01, SLAB_M):
        here = np.nonzero((y >= y0) & (y < y0 + SLAB_M))[0]
        near = np.nonzero(np.abs(lights.position[:, 1] - y0 - SLAB_M / 2) < NEAR_M)[0]
        if not len(here) or not len(near):
            continue
        for some in np.array_split(here, max(1, len(here) // 3000)):
            p, n = points[some].astype(np.float32), normals[some].astype(np.float32)
            weight = _reach(p, n, lights, near, facing, around)
            if blocked is not None and shadow_rays and len(near) > shadow_rays:
                weight = _shadowed(p, weight, lights, near, blocked, shadow_rays)
            out[some] += GAIN * (weight @ lights.color[near].astype(np.float32))
    return np.asarray(out)


def _reach(
    p: NDArray[np.float32],
    n: NDArray[np.float32],
    lights: Lights,
    near: NDArray[np.int64],
    facing: NDArray[np.float32],
    around: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """Share (points, lights) of each light's color at each point: cosine on both ends (wrapped a little), distance."""
    at, face = lights.position[near].astype(np.float32), facing[near]
    # dot products by matrices: far less memory than (points, lights, 3)
    r2 = (p * p).sum(1)[:, None] + (at * at).sum(1) - 2 * (p @ at.T)
    r2 = np.maximum(r2, 1e-4)
    r = np.sqrt(r2)
    here = np.clip((n @ at.T - (n * p).sum(1)[:, None]) / r * 0.9 + 0.1, 0, 1)
    there = np.clip((p @ face.T - (face * at).sum(1)) / r * 0.85 + 0.15, 0, 1)
    there = np.where(around[near], np.float32(0.6), there)
    area = lights.area[near].astype(np.float32)
    return np.asarray(here * there * area / (r2 + area * 0.6 + 0.05), np.float32)


def _shadowed(
    p: NDArray[np.float32],
    weight: NDArray[np.float32],
    lights: Lights,
    near: NDArray[np.int64],
    blocked: Blocked,
    rays: int,
) -> NDArray[np.float32]:
    """The weights with the strongest `rays` lights of each point tested for shadow, and the rest dimmed."""
    power = weight * lights.color[near].max(1).astype(np.float32)
    top = np.argpartition(-power, rays, axis=1)[:, :rays]
    strongest = np.take_along_axis(weight, top, 1)
    matter = np.take_along_axis(power, top, 1) > 0.012  # weaker ones change nothing one can see (chosen)
    i, j = np.nonzero(matter)
    way = lights.position[near[top[i, j]]] - p[i]
    distance = np.linalg.norm(way, axis=1)
    dark = blocked(p[i].astype(np.float64), way / np.maximum(distance, 1e-6)[:, None], distance - 0.3)
    strongest[i[dark], j[dark]] = 0
    out = weight * np.float32(UNSHADED)
    np.put_along_axis(out, top, strongest, 1)
    return out
