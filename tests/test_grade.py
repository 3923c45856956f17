"""Grading, in display space."""

from __future__ import annotations

import numpy as np
import pytest

from filmwright.content.kinds import Grade
from filmwright.errors import UnknownName
from filmwright.finish.grade import apply, graded
from filmwright.finish.read import F32
from filmwright.spec.shot import Look

SIZE = (96, 64)


def ramp() -> F32:
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    return np.stack([x / SIZE[0], y / SIZE[1], 0.5 + 0 * x], -1) * 0.6 + 0.2


def test_a_grade_that_changes_nothing_changes_nothing() -> None:
    assert np.allclose(apply(ramp(), Grade(), np.random.default_rng(0)), ramp(), atol=1e-5)


def test_black_and_white_has_no_color() -> None:
    seen = next(graded([ramp()], Look(style="black_and_white"), seed=1)).astype(int)
    assert np.ptp(seen, axis=2).max() <= 2


def test_grading_is_the_same_every_time() -> None:
    look = Look(grain=0.5)
    a = list(graded([ramp(), ramp()], look, seed=4))
    b = list(graded([ramp(), ramp()], look, seed=4))
    assert np.array_equal(a[1], b[1])
    assert not np.array_equal(a[0], a[1]), "grain is new each frame"


def test_bars_leave_the_aspect_asked_for() -> None:
    out = next(graded([ramp() * 0 + 0.8], Look(aspect_bars=2.0), seed=1))
    bright = np.nonzero(out.mean(axis=(1, 2)) > 100)[0]
    assert len(bright) == 48


def test_an_unknown_look_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="cinematic"):
        next(graded([ramp()], Look(style="cinematc"), seed=1))
