"""Pictures compared with pictures: likeness (SSIM), flicker, and the time plain rendering takes to be as good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright.finish.carry import fetch, look_up
from filmwright.finish.gather import Source
from filmwright.finish.read import F32

_WINDOW, _SIGMA = (
    11,
    1.5,
)  # Wang et al., "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004
_C1, _C2 = 0.01**2, 0.03**2  # the same, for values 0..1
_SURE = 0.9  # trust from which a pixel counts as the same surface in both frames; chosen


def ssim(a: F32, b: F32) -> float:
    """Structural similarity of two pictures (H, W, 3) with values 0..1: 1 for equal ones. Wang et al. 2004: Gaussian window of 11
    pixels with sigma 1.5, only where it lies wholly inside; mean of pixels and channels."""
    x, y = np.asarray(a, np.float64), np.asarray(b, np.float64)
    mean_x, mean_y = _local(x), _local(y)
    var_x, var_y = _local(x * x) - mean_x**2, _local(y * y) - mean_y**2
    both = _local(x * y) - mean_x * mean_y
    likeness = (2 * mean_x * mean_y + _C1) * (2 * both + _C2) / ((mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2))
    edge = _WINDOW // 2
    return float(likeness[edge:-edge, edge:-edge].mean())


def _local(image: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(cv2.GaussianBlur(image, (_WINDOW, _WINDOW), _SIGMA), np.float64)


def flicker(before: F32, after: F32, seen_before: Source, seen_after: Source) -> float:
    """Mean absolute difference (x 255) of two consecutive pictures (H, W, 3) once the first is carried to the camera of the
    second by depth: only where the same still surface is seen in both."""
    depth = seen_after.light.depth
    found = look_up(depth, seen_after.lens, seen_before.light.depth, seen_before.lens, seen_before.moving)
    still = (found.trust > _SURE) & ~seen_after.moving
    if not still.any():
        return float("nan")
    return float(np.abs(fetch(before, found) - after)[still].mean() * 255)


class Point(NamedTuple):
    """What plain rendering gives for some samples a pixel: seconds a frame, SSIM, flicker."""

    samples: int
    seconds: float
    ssim: float
    flicker: float


class Equal(NamedTuple):
    """What plain rendering takes for an SSIM: seconds a frame and flicker there. `bound`: "exact" between two measured points;
    "at least" if even the most samples are not as good; "at most" if even the fewest are better."""

    seconds: float
    flicker: float
    bound: str


def as_good(curve: Sequence[Point], wanted: float) -> Equal:
    """The point of a curve (two points or more) where its SSIM is the wanted one: straight between its points in SSIM against
    the logarithm of time, and never beyond them."""
    points = sorted(curve, key=lambda p: p.seconds)
    reached = np.maximum.accumulate([p.ssim for p in points])
    if wanted > reached[-1]:
        return Equal(points[-1].seconds, points[-1].flicker, "at least")
    if wanted < reached[0]:
        return Equal(points[0].seconds, points[0].flicker, "at most")
    upper = max(1, int(np.searchsorted(reached, wanted)))
    low, high = points[upper - 1], points[upper]
    span = reached[upper] - reached[upper - 1]
    share = float((wanted - reached[upper - 1]) / span) if span > 0 else 0.0
    seconds = float(np.exp(np.log(low.seconds) + share * (np.log(high.seconds) - np.log(low.seconds))))
    return Equal(seconds, low.flicker + share * (high.flicker - low.flicker), "exact")


def weights(frames: Sequence[int], whole: Sequence[int], length: int) -> dict[int, float]:
    """How much each compared frame counts, together 1: whole frames and frames between as often as they are in a film of
    `length` frames. If one kind is missing among the compared, the other stands for all."""
    keys = [f for f in frames if f in set(whole)]
    rest = [f for f in frames if f not in set(whole)]
    share = len(whole) / length if keys and rest else float(bool(keys))
    return {f: share / len(keys) for f in keys} | {f: (1 - share) / len(rest) for f in rest}


def weighted(values: Mapping[int, float], by: Mapping[int, float]) -> float:
    """The mean of the values, each counted as often as `by` says."""
    return sum(values[f] * share for f, share in by.items())
