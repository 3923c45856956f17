"""Camera moves: each does what its name says."""

from __future__ import annotations

import importlib

import numpy as np
import pytest

from filmwright import registry
from filmwright.content.kinds import Framing
from filmwright.content.moves._rig import progress
from filmwright.engines.sketch import rotated
from filmwright.scene.nodes import Camera

MOVES = registry.names("filmwright.content.moves")
FRAMES = 49
FOCUS_ELSEWHERE = ("rack_focus", "whip_pan_left", "whip_pan_right", "flyover")


def framing(walk_m: float = 0.0) -> Framing:
    """A subject at the origin (its eyes 1.6 m up), seen from 6 m in front, walking `walk_m` towards the lens."""
    targets = np.tile([0.0, 0.0, 1.6], (FRAMES, 1))
    targets[:, 1] -= np.linspace(-walk_m / 2, walk_m / 2, FRAMES)
    return Framing(
        targets=targets,
        eye=np.array([0.0, -6.0, 1.5]),
        aim=np.array([0.5, 0.0, 1.3]),
        aims=lambda eyes: targets + [0.5, 0.0, -0.3],
        focal_mm=35.0,
        f_stop=2.8,
        sensor_mm=36.0,
        room_m=(3.0, 6.0, 3.0),
        ground=lambda x, y: np.zeros_like(x),
        key=FRAMES // 2,
    )


def shot(name: str, speed: str | None = None, walk_m: float = 0.0) -> Camera:
    module = importlib.import_module(f"filmwright.content.moves.{name}")
    camera: Camera = module.build(framing(walk_m), speed, FRAMES, 24)
    return camera


def forward(camera: Camera) -> np.ndarray:
    return rotated(camera.rotations, np.tile([0.0, 0.0, -1.0], (FRAMES, 1)))


def travel(camera: Camera) -> np.ndarray:
    return np.asarray(camera.locations[-1] - camera.locations[0])


def test_a_static_camera_does_not_move() -> None:
    camera = shot("static")
    assert np.ptp(camera.locations, axis=0).max() == 0
    assert np.ptp(camera.rotations, axis=0).max() < 1e-6


@pytest.mark.parametrize(("name", "sign"), [("dolly_in", 1), ("dolly_out", -1)])
def test_a_dolly_travels_along_the_line_of_sight(name: str, sign: int) -> None:
    assert sign * travel(shot(name))[1] > 1.0
    assert abs(travel(shot(name, "slow"))[1]) < abs(travel(shot(name))[1]) < abs(travel(shot(name, "fast"))[1])


@pytest.mark.parametrize(("name", "sign"), [("truck_right", 1), ("truck_left", -1)])
def test_a_truck_travels_sideways(name: str, sign: int) -> None:
    moved = travel(shot(name))
    assert sign * moved[0] > 1.0
    assert abs(moved[1]) < 0.3


@pytest.mark.parametrize(("name", "sign"), [("pan_right", 1), ("pan_left", -1)])
def test_a_pan_turns_without_travelling(name: str, sign: int) -> None:
    camera = shot(name)
    look = forward(camera)
    assert np.ptp(camera.locations, axis=0).max() == 0
    assert sign * (look[-1, 0] - look[0, 0]) > 0.15


@pytest.mark.parametrize(("name", "sign"), [("tilt_up", 1), ("tilt_down", -1)])
def test_a_tilt_nods_without_travelling(name: str, sign: int) -> None:
    camera = shot(name)
    look = forward(camera)
    assert np.ptp(camera.locations, axis=0).max() == 0
    assert sign * (look[-1, 2] - look[0, 2]) > 0.08


@pytest.mark.parametrize(("name", "sign"), [("orbit_right", 1), ("orbit_left", -1)])
def test_an_orbit_keeps_its_distance_and_its_subject(name: str, sign: int) -> None:
    camera = shot(name)
    distance = np.linalg.norm(camera.locations[:, :2], axis=1)
    assert sign * travel(camera)[0] > 2.0
    assert np.ptp(distance) < 1e-4
    towards = -camera.locations / np.linalg.norm(camera.locations, axis=1, keepdims=True)
    assert ((forward(camera) * towards).sum(axis=1) > 0.93).all()


def test_following_keeps_the_distance_to_somebody_who_walks() -> None:
    camera = shot("follow", walk_m=5.0)
    gap = framing(5.0).targets[:, 1] - camera.locations[:, 1]
    assert np.ptp(gap) < 0.2
    assert travel(camera)[1] < -4.5


@pytest.mark.parametrize("name", MOVES)
def test_every_move_stays_over_the_ground(name: str) -> None:
    assert (shot(name, walk_m=2.0).locations[:, 2] > 0.2).all()


@pytest.mark.parametrize("name", [m for m in MOVES if m != "handheld"])
def test_every_move_but_a_handheld_one_keeps_the_horizon_level(name: str) -> None:
    right = rotated(shot(name, walk_m=2.0).rotations, np.tile([1.0, 0.0, 0.0], (FRAMES, 1)))
    assert np.abs(right[:, 2]).max() < 1e-5


@pytest.mark.parametrize("name", [m for m in MOVES if m not in FOCUS_ELSEWHERE])
def test_every_move_that_looks_at_its_subject_keeps_it_in_focus(name: str) -> None:
    camera = shot(name, walk_m=2.0)
    depth = ((framing(2.0).targets - camera.locations) * forward(camera)).sum(axis=1)
    assert np.abs(depth - camera.focus_m).max() < 1e-3


def test_a_move_starts_and_ends_gently_and_arrives() -> None:
    p = progress(97)
    steps = np.diff(p)
    assert p[0] == 0 and p[-1] == pytest.approx(1)
    assert steps[0] < 0.5 * steps[48]
    assert (steps > 0).all()


@pytest.mark.parametrize("name", MOVES)
def test_a_shot_of_one_frame_has_one_pose(name: str) -> None:
    module = importlib.import_module(f"filmwright.content.moves.{name}")
    one = framing()._replace(targets=np.array([[0.0, 0.0, 1.6]]), key=0)
    assert len(module.build(one, None, 1, 24).locations) == 1
