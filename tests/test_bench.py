"""What the bench compares by: likeness, flicker, and the time to be as good."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest

from filmwright.finish.gather import Source
from filmwright.finish.read import F32, Light
from filmwright.scene.frames import Record
from filmwright.scene.lens import Lens

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.bench.compare import Point, as_good, flicker, ssim, weighted, weights

SIZE = (96, 64)
DEPTH_M = 10.0


def picture(seed: int) -> F32:
    return np.random.default_rng(seed).random((SIZE[1], SIZE[0], 3), dtype=np.float32)


def seen_from(x_m: float, moving: bool = False) -> Source:
    """A wall 10 m before a camera at x, which sees a metre as 9.6 pixels."""
    size = (SIZE[1], SIZE[0])
    flat, plane = np.zeros((*size, 3), np.float32), np.full(size, np.float32(DEPTH_M))
    record = Record(frame=0, kind="light", size=SIZE, window=(0, 0, *SIZE), samples=1, length=0, crc=0)
    lens = Lens(np.eye(3, dtype=np.float32), np.array([x_m, 0, 0], np.float32), 96.0, SIZE[0] / 2, SIZE[1] / 2)
    return Source(Light(record, flat, flat, flat, plane, np.zeros(size, np.float32)), lens, np.full(size, moving))


def test_a_picture_is_wholly_like_itself() -> None:
    assert ssim(picture(1), picture(1)) == pytest.approx(1.0)


def test_two_even_pictures_are_as_alike_as_the_formula_says() -> None:
    low, high = np.full((64, 96, 3), 0.2, np.float32), np.full((64, 96, 3), 0.6, np.float32)
    c1 = 0.01**2
    assert ssim(low, high) == pytest.approx((2 * 0.2 * 0.6 + c1) / (0.2**2 + 0.6**2 + c1), rel=1e-5)


def test_likeness_is_the_formula_under_one_window() -> None:
    a, b = picture(1)[:11, :11], picture(2)[:11, :11]
    line = np.exp(-((np.arange(11) - 5) ** 2) / (2 * 1.5**2))
    window = (np.outer(line, line) / line.sum() ** 2)[..., None]
    x, y = a.astype(float), b.astype(float)
    mx, my = (window * x).sum((0, 1)), (window * y).sum((0, 1))
    vx, vy = (window * (x - mx) ** 2).sum((0, 1)), (window * (y - my) ** 2).sum((0, 1))
    both = (window * (x - mx) * (y - my)).sum((0, 1))
    c1, c2 = 0.01**2, 0.03**2
    expected = (2 * mx * my + c1) * (2 * both + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2))
    assert ssim(a, b) == pytest.approx(expected.mean(), rel=1e-6)


def test_noise_is_not_like_other_noise() -> None:
    assert abs(ssim(picture(1), picture(2))) < 0.05


def test_a_brighter_picture_flickers_by_as_much() -> None:
    here = seen_from(0.0)
    assert flicker(picture(1) * 0.5, picture(1) * 0.5 + 0.1, here, here) == pytest.approx(25.5, rel=1e-3)


def test_a_camera_gliding_past_a_wall_does_not_flicker() -> None:
    step_m = 3 * DEPTH_M / 96.0  # three pixels
    before = picture(1)
    after = np.roll(before, -3, axis=1)
    after[:, -3:] = 0.5
    assert flicker(before, after, seen_from(0.0), seen_from(step_m)) == pytest.approx(0.0, abs=0.05)
    assert flicker(before, after, seen_from(0.0), seen_from(0.0)) > 20


def test_what_moves_by_itself_is_no_flicker() -> None:
    assert math.isnan(flicker(picture(1), picture(2), seen_from(0.0), seen_from(0.0, moving=True)))


CURVE = (Point(1, 1.0, 0.7, 6.0), Point(4, 4.0, 0.8, 4.0), Point(16, 16.0, 0.9, 2.0))


def test_between_two_points_time_grows_by_equal_factors() -> None:
    found = as_good(CURVE, 0.85)
    assert (found.seconds, found.flicker, found.bound) == (pytest.approx(8.0), pytest.approx(3.0), "exact")
    assert as_good(CURVE, 0.7).seconds == pytest.approx(1.0)
    assert as_good(CURVE, 0.9).seconds == pytest.approx(16.0)


def test_nothing_is_read_off_the_curve_beyond_its_ends() -> None:
    assert as_good(CURVE, 0.95) == (16.0, 2.0, "at least")
    assert as_good(CURVE, 0.5) == (1.0, 6.0, "at most")


def test_frames_count_as_often_as_their_kind_occurs() -> None:
    counts = weights((29, 43, 64), whole=range(0, 96, 8), length=96)
    assert weighted({29: 1.0, 43: 1.0, 64: 0.0}, counts) == pytest.approx(1 - 12 / 96)
    assert weights((29, 43), whole=(0, 8), length=9) == {29: 0.5, 43: 0.5}
