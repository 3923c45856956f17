"""Pack ice: plates that broke along each other's edges and drifted apart, with rims pushed up where they knock together."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from scipy.spatial import Voronoi

from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape

_CORNERS = 26  # of a floe's outline


def floes(
    rng: np.random.Generator,
    *,
    box: tuple[float, float, float, float],
    cell_m: float,
    thick_m: float,
    share: Callable[[F64, F64], F64],
    clear: Callable[[F64, F64], F64],
) -> Shape:
    """Floes about `cell_m` wide in box (x, x, y, y), `thick_m` over the water at z = 0. share(x, y) 0..1: how much of the sea is ice;
    clear(x, y): metres of open water there (floes lie where they fit). Attribute `rim` is 1 at their broken edges."""
    west, east, south, north = box
    gx, gy = np.meshgrid(np.arange(west, east, cell_m), np.arange(south, north, cell_m))
    seeds = np.column_stack([gx.ravel(), gy.ravel()])
    seeds = seeds + rng.uniform(-0.46, 0.46, seeds.shape) * cell_m
    cells = Voronoi(seeds)
    draw, shrunk = rng.random(len(seeds)), rng.uniform(0.66, 0.95, len(seeds))
    parts = []
    for k, region in enumerate(cells.point_region):
        corners = cells.regions[region]
        if not corners or -1 in corners:
            continue
        outline = cells.vertices[corners]
        middle = outline.mean(0)
        reach = float(np.hypot(*(outline - middle).T).max())
        if reach > 1.6 * cell_m or draw[k] > float(share(middle[:1], middle[1:])[0]):
            continue
        if float(clear(middle[:1], middle[1:])[0]) < reach * shrunk[k]:
            continue
        parts.append(_floe(outline - middle, shrunk[k], thick_m * rng.uniform(0.6, 1.3), rng).moved((*middle, 0.0)))
    return shapes.join(parts)


def _floe(outline: F64, size: float, thick: float, rng: np.random.Generator) -> Shape:
    """One plate round the origin."""
    turn = np.arctan2(outline[:, 1], outline[:, 0])
    order = np.argsort(turn)
    turn, reach = turn[order], np.hypot(outline[order, 0], outline[order, 1])
    at = np.linspace(-math.pi, math.pi, _CORNERS, endpoint=False)
    # Straight edges between the corners, the corners ground off by their neighbors.
    here = np.interp(at, turn, reach, period=2 * math.pi)
    here = 0.25 * np.roll(here, 1) + 0.5 * here + 0.25 * np.roll(here, -1)
    here = size * here * (1.0 + rng.normal(0, 0.025, _CORNERS))
    ring = np.column_stack([np.cos(at), np.sin(at)]) * here[:, None]
    bank = thick * (1.0 + 0.55 * np.clip(rng.normal(0.2, 0.6, _CORNERS), 0, 1.5))
    worn = min(0.10, 0.12 / max(float(here.mean()), 0.3))
    drifts = thick * (1.0 + 0.5 * noise.fractal(ring[:, 0] * 0.4 + 7 * rng.random(), ring[:, 1] * 0.4, 3, seed=5))
    rows = ((0.96, np.full(_CORNERS, -0.3), 1.0), (1.0, np.full(_CORNERS, 0.03), 1.0), (0.995, 0.7 * bank, 0.8),
            (1.0 - worn, bank, 0.3), (0.98 - 3.0 * worn, 0.5 * (bank + thick), 0.0), (0.45, drifts, 0.0))  # fmt: skip
    stack = np.array([np.column_stack([ring * share, z]) for share, z, _ in rows])
    rim = np.concatenate([np.repeat([r for *_, r in rows], _CORNERS), [1.0, 0.0]])
    return shapes.rings(stack).with_data("rim", rim)
