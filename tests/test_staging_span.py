"""Camera moves planned over another stretch of time than the shot shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from cuttings import BEACH, FPS, WOMAN, film
from filmwright.scene.nodes import Camera
from filmwright.staging.stage import stage_shot

SECONDS = 2.0
FRAMES = round(SECONDS * FPS)


def camera(move: str, span: tuple[float, float] | None, action: str = "stand") -> Camera:
    """The camera of two seconds on the beach."""
    view: dict[str, Any] = {"move": move, "focus": "woman-1", "span_s": span}
    shot = BEACH | {"seconds": SECONDS, "camera": view, "cast": [WOMAN | {"action": {"kind": action}}]}
    return stage_shot(film(shot), 0).stage.camera


def steps(taken: Camera) -> np.ndarray:
    """How far the camera goes from frame to frame, in metres (F - 1,)."""
    return np.linalg.norm(np.diff(np.asarray(taken.locations, float), axis=0), axis=1)


def turns(taken: Camera) -> np.ndarray:
    """How far it turns from frame to frame, in radians (F - 1,)."""
    quaternions = Rotation.from_quat(np.asarray(taken.rotations, float)[:, [1, 2, 3, 0]])
    return np.asarray((quaternions[1:] * quaternions[:-1].inv()).magnitude())


@pytest.mark.parametrize("move", ["dolly_in", "pan_left", "zoom_in", "follow"])
def test_a_span_that_is_the_shot_changes_nothing(move: str) -> None:
    plain, spanned = camera(move, None), camera(move, (0.0, SECONDS))
    for name in ("locations", "rotations", "focal_mm", "focus_m"):
        assert np.allclose(getattr(plain, name), getattr(spanned, name), atol=1e-5)


@pytest.mark.parametrize("move", ["dolly_in", "truck_left", "pan_left", "tilt_up"])
def test_a_move_that_is_over_comes_to_rest_without_a_jump(move: str) -> None:
    taken = camera(move, (-1.25, 0.25))
    moved, turned = steps(taken), turns(taken)
    assert moved[-1] < 1e-3 and turned[-1] < 1e-4
    assert np.abs(np.diff(moved)).max() < 0.45 * moved.max() + 1e-4
    assert np.abs(np.diff(turned)).max() < 0.45 * turned.max() + 1e-4


def test_a_move_that_comes_later_is_begun_from_rest() -> None:
    taken = camera("truck_left", (1.8, 4.0))
    moved = steps(taken)
    assert moved[0] < 0.2 * moved[-1] and np.abs(np.diff(moved)).max() < 0.5 * moved.max()


def test_a_camera_that_goes_with_somebody_does_so_still_when_its_move_is_over() -> None:
    taken = camera("follow", (-2.0, 0.5), "walk")
    moved = steps(taken)
    assert moved[-3:].min() > 0.8 * moved[:3].mean()


def test_a_zoom_goes_on_by_the_same_share_and_ends() -> None:
    focal = np.asarray(camera("zoom_in", (-1.0, 0.25)).focal_mm, float)
    shares = np.diff(np.log(focal))
    assert (shares >= -1e-6).all() and shares[-1] < 1e-5 and shares[0] > 0
