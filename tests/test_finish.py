"""Steadying and grading."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import OpenEXR
import pytest

from filmwright.content.kinds import Grade
from filmwright.errors import EngineFailed, UnknownName
from filmwright.finish.grade import apply, graded
from filmwright.finish.read import F32, read_picture
from filmwright.finish.steady import steadied
from filmwright.scene.frames import Frames, passes, picture
from filmwright.spec.shot import Look

SIZE = (96, 64)


def ramp() -> F32:
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    return np.stack([x / SIZE[0], y / SIZE[1], 0.5 + 0 * x], -1) * 0.6 + 0.2


def write(folder: Path, number: int, image: F32, motion: tuple[float, float] = (0.0, 0.0)) -> None:
    """A frame as the worker leaves it: 16-bit picture, passes with one motion everywhere (pixels, y up)."""
    folder.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(picture(folder, number)), (np.clip(image[..., ::-1], 0, 1) * 65535).astype(np.uint16))
    flat = np.ones((SIZE[1], SIZE[0]), np.float32)
    channels = {
        "L.Vector.X": flat * motion[0],
        "L.Vector.Y": flat * motion[1],
        "L.Depth.Z": flat * 5,
        "L.IndexOB.X": flat * 0,
    }
    OpenEXR.File({"compression": OpenEXR.ZIP_COMPRESSION}, channels).write(str(passes(folder, number)))


def frames(folder: Path, count: int) -> Frames:
    return Frames(folder, count, 24, SIZE)


def test_noise_falls_over_time_where_nothing_moves(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    for k in range(16):
        write(tmp_path, k, ramp() + rng.normal(0, 0.03, ramp().shape).astype(np.float32))
    out = list(steadied(frames(tmp_path, 16)))
    before, after = np.abs(out[0] - ramp()).mean(), np.abs(out[-1] - ramp()).mean()
    assert after < 0.5 * before


def test_a_moving_picture_is_followed_by_its_vectors(tmp_path: Path) -> None:
    """The whole picture slides 2 pixels to the right a frame: the last frame's point lies 2 to the left."""
    rng = np.random.default_rng(2)
    wide = cv2.GaussianBlur(rng.random((SIZE[1], SIZE[0] + 40, 3), dtype=np.float32), (0, 0), 2)
    wide = (wide - wide.min()) / np.ptp(wide)
    truth = [wide[:, 30 - 2 * k : 30 - 2 * k + SIZE[0]] for k in range(10)]
    for k, image in enumerate(truth):
        write(tmp_path, k, image + rng.normal(0, 0.03, image.shape).astype(np.float32), motion=(-2.0, 0.0))
    out = list(steadied(frames(tmp_path, 10)))
    middle = (slice(8, -8), slice(24, -8))
    assert np.abs(out[-1] - truth[-1])[middle].mean() < 0.75 * np.abs(out[0] - truth[0])[middle].mean()


def test_a_cut_leaves_no_ghost(tmp_path: Path) -> None:
    """When the picture changes at once without motion, the old one is gone in the next frame."""
    for k in range(4):
        write(tmp_path, k, ramp() * 0 + (0.9 if k < 2 else 0.1))
    out = list(steadied(frames(tmp_path, 4)))
    assert np.abs(out[2] - 0.1).max() < 0.02


def test_frames_without_passes_come_through_untouched(tmp_path: Path) -> None:
    for k in range(3):
        write(tmp_path, k, ramp() * (0.5 + 0.2 * k))
        passes(tmp_path, k).unlink()
    for k, image in enumerate(steadied(frames(tmp_path, 3))):
        assert np.array_equal(image, read_picture(tmp_path, k))


def test_a_frame_that_is_no_picture_is_one_clear_error(tmp_path: Path) -> None:
    picture(tmp_path, 0).write_bytes(b"no")
    with pytest.raises(EngineFailed, match="cannot be read"):
        list(steadied(frames(tmp_path, 1)))


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
