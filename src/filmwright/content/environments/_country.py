"""The ground of open country: one sheet from under the camera to the horizon, fine where it is near and where cameras look."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import numpy as np

from filmwright.content.kinds import Mark
from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.spec.shot import Shot

Season = Literal["spring", "summer", "autumn", "winter"]
SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")

FINE_RAD = 0.95  # to either side of the view the sheet is fine


def season_of(shot: Shot, usual: Season, *, snow: bool = False) -> Season:
    """The season a shot asks for, else the usual one of the place. `snow`: winter where snow lies or falls and none is named."""
    named = next((season for season in SEASONS if season == shot.place.season), None)
    if named is None and snow and (shot.place.ground == "snow" or shot.weather.kind == "snowfall"):
        return "winter"
    return named or usual


def sheet(
    height: Callable[[F64, F64], F64],
    *,
    center: tuple[float, float],
    view_yaw_rad: float,
    reach_m: float,
    growth: float = 0.016,
    step_m: float = 0.45,
    fine_step_rad: float = 0.0075,
    coarse_step_rad: float = 0.05,
) -> Shape:
    """A round sheet about `center`: rings whose distance grows from `step_m` by `growth` of their radius, out to `reach_m`."""
    radii = [0.02]
    while radii[-1] < reach_m:
        radii.append(radii[-1] + step_m * 0.5 + growth * radii[-1])
    radius = np.array(radii)
    radius[-1] = reach_m
    fine = np.arange(-FINE_RAD, FINE_RAD, fine_step_rad)
    coarse = np.arange(FINE_RAD, 2 * math.pi - FINE_RAD, coarse_step_rad)
    turn = view_yaw_rad + np.concatenate([fine, coarse])
    x = center[0] - radius[:, None] * np.sin(turn)[None]
    y = center[1] + radius[:, None] * np.cos(turn)[None]
    points = np.stack([x, y, height(x, y)], -1)
    rows, columns = x.shape
    i = np.arange(rows * columns).reshape(rows, columns)
    j = np.roll(i, -1, axis=1)
    faces = np.stack([i[:-1], i[1:], j[1:], j[:-1]], -1).reshape(-1, 4)
    return shapes.shape(points.reshape(-1, 3), faces)


def ease(t: F64) -> F64:
    """0 below 0, 1 above 1, smooth between."""
    t = np.clip(t, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def along(
    height: Callable[[F64, F64], F64], at: tuple[float, float], path_x: Callable[[F64], F64], y: F64, *,
    view_yaw_rad: float, back_m: float, radius_m: float,
) -> Mark:  # fmt: skip
    """A mark on a path, and the path over `y` as the way to it: `path_x` says how far aside that is."""
    return Mark(
        position=(*at, level_ground(height, *at)), view_yaw_rad=view_yaw_rad,
        path=tuple((float(a), float(b)) for a, b in zip(path_x(y), y, strict=True)), back_m=back_m, radius_m=radius_m,
    )  # fmt: skip


def level_ground(height: Callable[[F64, F64], F64], x: float, y: float) -> float:
    """Height of the ground at one point."""
    return float(height(np.array([x]), np.array([y]))[0])
