"""A line to go along: points by distance walked, heading, and the ground under it, all as arrays over time."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from scipy.ndimage import gaussian_filter1d

from filmwright.content.figure.body import F64
from filmwright.content.figure.pose import forward
from filmwright.content.kinds import Ground

_STEP_M = 0.05  # resolution of the line; chosen, a fifth of a foot
_ROUND_M = 0.5  # corners are walked this wide; chosen


class Path:
    """Points (m, 2), or (m, 3) whose heights do not count, as a rounded line that goes straight on past its ends."""

    def __init__(self, points: F64, facing_yaw_rad: float, length_m: float, begin: int = 0) -> None:
        """One point makes a straight line along the facing. `length_m` is how far it must lead, from the point `begin`, either
        way."""
        line = np.atleast_2d(np.asarray(points, float))[:, :2]
        steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
        apart = np.r_[True, steps > 1e-6]
        line, begin = line[apart], int(apart[: begin + 1].sum()) - 1
        if len(line) < 2:
            line = np.vstack([line, line[0] + forward(np.asarray(facing_yaw_rad))])
        first, last = line[0] - line[1], line[-1] - line[-2]
        spare = 3.0 + length_m
        line = np.vstack(
            [line[0] + first / np.linalg.norm(first) * spare, line, line[-1] + last / np.linalg.norm(last) * spare]
        )
        at = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
        # Counted from where the walk begins, so that a longer line has the same points there.
        before = int(at[begin + 1] / _STEP_M)
        fine = at[begin + 1] + _STEP_M * np.arange(-before, int((at[-1] - at[begin + 1]) / _STEP_M))
        dense = np.column_stack([np.interp(fine, at, line[:, k]) for k in (0, 1)])
        self._line = gaussian_filter1d(dense, _ROUND_M / _STEP_M, axis=0, mode="nearest")
        self._at = np.r_[0, np.cumsum(np.linalg.norm(np.diff(self._line, axis=0), axis=1))]
        self._start = float(self._at[before])

    @cached_property
    def _yaw(self) -> F64:
        ahead = np.gradient(self._line, axis=0)
        return np.unwrap(np.arctan2(-ahead[:, 0], ahead[:, 1]))

    def spot(self, s_m: F64) -> F64:
        """Points (n, 2) after `s_m` metres from the point where the walk begins."""
        s = np.asarray(s_m) + self._start
        return np.column_stack([np.interp(s, self._at, self._line[:, k]) for k in (0, 1)])

    def yaw(self, s_m: F64) -> F64:
        """Heading (n,) there: 0 is +Y, counter-clockwise, unwrapped."""
        return np.asarray(np.interp(np.asarray(s_m) + self._start, self._at, self._yaw))

    def height(self, s_m: F64, ground: Ground, smooth_m: float) -> F64:
        """Ground (n,) under the line, smoothed over `smooth_m`: what a body rides on."""
        rows = ground(self._line[:, 0], self._line[:, 1])
        soft = gaussian_filter1d(rows, smooth_m / _STEP_M, mode="nearest")
        return np.asarray(np.interp(np.asarray(s_m) + self._start, self._at, soft))
