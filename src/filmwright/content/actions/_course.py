"""Going down or over snow: along the path in turns from side to side, leaning into each, faster than anybody runs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure.body import F64
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import forward
from filmwright.content.kinds import Performance


class Course(NamedTuple):
    """Where a body is every frame: the ground under it (F, 3), the way it heads (F,), how far it leans to the left (degrees), and
    how much it turns, -1 (to the right) .. 1 (to the left)."""

    place: F64
    heading_rad: F64
    lean_deg: F64
    bend: F64


def swung(performance: Performance, speed_m_s: float, *, wide_m: float, turn_m: float, lean_deg: float) -> Course:
    """The course along the performance's path: `wide_m` to either side, both turns in `turn_m`."""
    t = performance.times_s
    gone = speed_m_s * t
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(gone).max()) + 2.0, performance.begin)
    a = 2 * np.pi * gone / turn_m + 2.4 * performance.phase
    left = wide_m * np.sin(a)
    slope = wide_m * 2 * np.pi / turn_m * np.cos(a)
    yaw = path.yaw(gone)
    aside = forward(yaw + np.pi / 2)
    xy = path.spot(gone) + aside * left[:, None]
    height = path.height(gone, performance.ground, 0.4)
    own = performance.ground(xy[:, 0], xy[:, 1])
    bend = -np.sin(a)  # out on the left it turns to the right
    return Course(
        np.column_stack([xy, np.where(np.isfinite(own), own, height)]), yaw + np.arctan(slope), lean_deg * bend, bend
    )
