"""Where trees stand: along a corridor that stays open, thinning out, and only where some camera can see them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._conifer import HEIGHT_M, REACH
from filmwright.content.environments._terrain import Land
from filmwright.scene import noise
from filmwright.scene.shapes import F64

PATH_CLEAR_M = 2.6  # no twig comes nearer to the path's middle than this


OPENING = 0.035  # how fast the view to the mountain widens, metres a metre; chosen


class Trees(NamedTuple):
    """Trees on the ground: points (n, 3), scale (n,) of HEIGHT_M, distance (n,) to the nearest place a camera may stand."""

    points: F64
    scales: F64
    distance_m: F64

    def only(self, keep: NDArray[np.bool_]) -> Trees:
        """Those for which keep (n,) is true."""
        return Trees(self.points[keep], self.scales[keep], self.distance_m[keep])

    def nearest_first(self) -> Trees:
        """The same trees by distance."""
        order = np.argsort(self.distance_m)
        return Trees(self.points[order], self.scales[order], self.distance_m[order])


class Corridor(NamedTuple):
    """Where cameras may stand: along the axis from the mark (x, y) back against the view, and up to `forward_m` past it."""

    mark: tuple[float, float]
    view_yaw_rad: float
    back_m: float = 26.0
    forward_m: float = 6.0

    def eyes(self, count: int = 7) -> F64:
        """Points (count·3, 2) in the corridor: on the axis and 3 m to either side."""
        along = np.linspace(-self.back_m, self.forward_m, count)
        view = np.array([-math.sin(self.view_yaw_rad), math.cos(self.view_yaw_rad)])
        side = np.array([view[1], -view[0]])
        middle = np.asarray(self.mark) + along[:, None] * view
        return np.concatenate([middle + side * s for s in (-3.0, 0.0, 3.0)])

    def off_axis(self, x: F64, y: F64) -> F64:
        """Metres from the axis's used part."""
        view = np.array([-math.sin(self.view_yaw_rad), math.cos(self.view_yaw_rad)])
        dx, dy = x - self.mark[0], y - self.mark[1]
        along = np.clip(dx * view[0] + dy * view[1], -self.back_m - 4, self.forward_m)
        return np.asarray(np.hypot(dx - along * view[0], dy - along * view[1]))

    def off_view(self, x: F64, y: F64) -> F64:
        """Metres from the wedge that keeps the head of the valley in sight from the corridor; negative inside."""
        view = np.array([-math.sin(self.view_yaw_rad), math.cos(self.view_yaw_rad)])
        dx, dy = x - self.mark[0], y - self.mark[1]
        along = dx * view[0] + dy * view[1]
        aside = np.abs(dx * view[1] - dy * view[0])
        return np.asarray(np.where(along > 0, aside - 3.5 - OPENING * along, aside))


def plant(land: Land, corridor: Corridor, rng: np.random.Generator, *, density: float = 1.0) -> Trees:
    """All trees worth having, nearest first."""
    x, y, scales = _candidates(rng, density)
    reach = REACH * HEIGHT_M * scales * 1.15
    aside = land.off_path(x, y)
    z = land.height(x, y)
    wild = noise.fractal(x * 0.03 + 9, y * 0.03, 3, seed=land.seed) > -0.07
    edge = aside < 13 + y * 0.02  # the first row is dense, so that it frames the path
    keep = (aside > PATH_CLEAR_M + reach + 0.012 * np.clip(y, 0, None)) & (wild | edge) & (z < 70)
    keep &= corridor.off_axis(x, y) > 4.2 + reach * 0.8
    keep &= corridor.off_view(x, y) > reach * 0.6
    keep &= rng.random(len(x)) > land.glade(x, y) * 1.12
    x, y, z, scales = x[keep], y[keep], z[keep], scales[keep]
    eyes = corridor.eyes()
    distance = np.hypot(x[:, None] - eyes[:, 0], y[:, None] - eyes[:, 1]).min(axis=1)
    trees = Trees(np.column_stack([x, y, z - 0.1]), scales, distance)
    return seen(trees, eyes, corridor.view_yaw_rad, land)


def _candidates(rng: np.random.Generator, density: float) -> tuple[F64, F64, F64]:
    """Places and sizes before anything is ruled out: a jittered grid near the camera, thinning scatter beyond."""
    cell = 2.9 / math.sqrt(density)
    gx, gy = np.meshgrid(np.arange(-46, 46, cell), np.arange(-14, 64, cell))
    near_x = (gx + (rng.random(gx.shape) - 0.5) * cell * 0.9).ravel()
    near_y = (gy + (rng.random(gx.shape) - 0.5) * cell * 0.9).ravel()
    count = int(4600 * density)
    far_y = 62 + (430 - 62) * rng.random(count) ** 1.35
    far_x = (rng.random(count) * 2 - 1) * (14 + far_y * 0.75)
    x, y = np.concatenate([near_x, far_x]), np.concatenate([near_y, far_y])
    scales = 0.5 + 0.75 * rng.random(len(x)) ** 1.3
    young = rng.random(len(x)) < 0.12
    return x, y, np.where(young, 0.14 + 0.2 * rng.random(len(x)), scales)


def seen(trees: Trees, eyes: F64, view_yaw_rad: float, land: Land, *, layers: int = 3) -> Trees:
    """The trees that some eye sees within 75 degrees of the view: not those behind `layers` nearer trees as high in the eye."""
    visible = np.zeros(len(trees.scales), bool)
    bins = 360
    for eye in eyes:
        level = float(land.height(eye[:1], eye[1:])[0]) + 1.6
        dx, dy = trees.points[:, 0] - eye[0], trees.points[:, 1] - eye[1]
        far = np.hypot(dx, dy)
        turn = np.arctan2(-dx, dy) - view_yaw_rad
        turn = np.remainder(turn + math.pi, 2 * math.pi) - math.pi
        ahead = np.nonzero(np.abs(turn) < 1.31)[0]
        ahead = ahead[np.argsort(far[ahead])]
        top = np.arctan2(trees.points[:, 2] + HEIGHT_M * trees.scales - level, far)
        half = np.arctan2(REACH * HEIGHT_M * trees.scales * 0.55, far)
        first = ((turn - half + math.pi) / (2 * math.pi) * bins).astype(int)
        last = ((turn + half + math.pi) / (2 * math.pi) * bins).astype(int) + 1
        skyline = np.full((layers, bins), -9.0)  # the highest tops so far in each direction, highest first
        for k in ahead:
            span = skyline[:, first[k] : last[k]]
            if (span[-1] < top[k]).any():
                visible[k] = True
            span[:] = np.sort(np.vstack([span, np.full(span.shape[1], top[k] * 0.8)]), axis=0)[::-1][:layers]
    found = trees.only(visible)
    return found.nearest_first() if len(found.scales) else found
