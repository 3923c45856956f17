"""Moves one after the other in one shot: each is recovered from its part of the track, in order, and they meet without a jump."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from filmwright.content.kinds import F64
from filmwright.reading.read import read
from filmwright.spec import shot as spec
from filmwright.staging import chain, place
from filmwright.staging.frame import frame
from test_moves_recovered import ASPECT, FPS, PLACES, Track, built, fastest, recovered, subject, track

SECONDS = 6.0
PAIRS = [
    ("pan_left", "dolly_in"), ("dolly_in", "pan_right"), ("dolly_out", "boom_up"), ("truck_left", "tilt_up"), ("orbit_right", "boom_up"),
    ("boom_down", "orbit_left"), ("tilt_up", "zoom_in"), ("pan_right", "tilt_up"), ("zoom_in", "dolly_out"), ("static", "pan_left"),
    ("dolly_in", "whip_pan_right"), ("truck_right", "rack_focus"), ("dolly_in", "static"), ("dolly_zoom", "pan_left"),
]  # fmt: skip
THREE = ("pan_left", "dolly_in", "tilt_up")
WALKING = [("follow", "boom_up"), ("follow", "whip_pan_right"), ("follow", "orbit_right"), ("static", "follow")]


def camera_of(moves: tuple[str, ...], at: tuple[float | None, ...] = ()) -> spec.Camera:
    ats = at or (None,) * (len(moves) - 1)
    then = tuple(spec.Move(move=move, at=when) for move, when in zip(moves[1:], ats, strict=True))
    film, _ = read("a woman stands on the beach")
    return film.shots[0].camera.model_copy(update={"move": moves[0], "then": then})


@cache
def filmed(kind: str, moves: tuple[str, ...], seconds: float = SECONDS, *, walking: bool = False) -> Track:
    setting, frames = built(kind), round(seconds * FPS)
    hero = subject(setting, frames, away=True if walking else None)
    film, _ = read("a woman stands on the beach")
    shot = film.shots[0].model_copy(update={"camera": camera_of(moves)})
    camera = frame(shot, setting, place.choose_mark(setting, "stand"), hero, frames, FPS, ASPECT, seed=5).camera
    return track(camera, hero.eyes)


def parted(seen: Track, moves: tuple[str, ...]) -> list[Track]:
    """The stretches of a track in which each of the moves is made."""
    parts = chain.planned(camera_of(moves), len(seen.eyes))
    rows = [slice(part.first, part.last + 1) for part in parts]
    return [Track(seen.eyes[r], seen.sight[r], seen.focal[r], seen.focus[r], seen.subject[r], seen.fps) for r in rows]


def longest_change(values: F64) -> float:
    """The largest change from one step to the next, against the largest step."""
    steps = np.diff(values, axis=0)
    largest = float(np.linalg.norm(steps, axis=1).max())
    return float(np.linalg.norm(np.diff(steps, axis=0), axis=1).max()) / largest if largest > 1e-4 else 0.0


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("moves", [*PAIRS, THREE])
def test_every_move_says_its_name_in_order(moves: tuple[str, ...], kind: str) -> None:
    seen = filmed(kind, moves)
    assert tuple(recovered(part) for part in parted(seen, moves)) == moves


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("moves", [*PAIRS, THREE])
def test_moves_meet_without_a_jump(moves: tuple[str, ...], kind: str) -> None:
    seen = filmed(kind, moves)
    for values in (seen.eyes, seen.sight, seen.focal[:, None], 1 / seen.focus[:, None]):
        assert longest_change(values) <= 0.36


@pytest.mark.parametrize("moves", WALKING)
def test_a_camera_that_goes_with_somebody_goes_over_into_its_next_move(moves: tuple[str, ...]) -> None:
    seen = filmed("beach", moves, walking=True)
    assert longest_change(seen.eyes) <= 0.36 and longest_change(seen.sight) <= 0.36
    assert "follow" in [recovered(part) for part in parted(seen, moves)]


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("moves", PAIRS)
def test_moves_in_a_row_are_no_faster_than_what_carries_the_camera(moves: tuple[str, ...], kind: str) -> None:
    for move, part in zip(moves, parted(filmed(kind, moves), moves), strict=True):
        metres, radians = fastest(move)
        speeds = np.linalg.norm(np.diff(part.eyes, axis=0), axis=1) * FPS
        dots = np.clip((part.sight[1:] * part.sight[:-1]).sum(axis=1), -1, 1)
        assert speeds.max() <= metres * 1.02
        assert (np.arccos(dots) * FPS).max() <= radians * 1.02


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize(
    "moves", [("dolly_in", "truck_left"), ("orbit_right", "boom_up"), ("truck_right", "dolly_out")]
)
def test_moves_in_a_row_stay_in_the_room_the_set_gives(moves: tuple[str, ...], kind: str) -> None:
    setting, seen = built(kind), filmed(kind, moves)
    joint = chain.planned(camera_of(moves), len(seen.eyes))[1].first
    gone = seen.eyes - seen.eyes[joint]
    ahead = seen.sight[joint] * [1.0, 1.0, 0.0] / np.linalg.norm(seen.sight[joint, :2])
    side, forward, up = setting.move_limits_m
    assert np.abs(gone @ [ahead[1], -ahead[0], 0.0]).max() <= 1.2 * side
    assert np.abs(gone @ ahead).max() <= 1.2 * forward
    assert np.ptp(seen.eyes[:, 2]) <= up / 0.7


def test_a_move_begins_when_it_is_said_to() -> None:
    parts = chain.planned(camera_of(("pan_left", "dolly_in", "tilt_up"), (0.25, None)), 101)
    assert [(part.move, part.first, part.last) for part in parts] == [
        ("pan_left", 0, 25), ("dolly_in", 25, 62), ("tilt_up", 62, 100),
    ]  # fmt: skip


def test_the_same_move_again_goes_on_and_a_shot_too_short_has_the_first() -> None:
    assert [part.move for part in chain.planned(camera_of(("dolly_in", "dolly_in")), 96)] == ["dolly_in"]
    assert [part.move for part in chain.planned(camera_of(("dolly_in", "pan_left")), 10)] == ["dolly_in"]
    assert len(filmed("beach", ("dolly_in", "pan_left"), 1 / FPS).eyes) == 1


def test_a_focus_pull_after_a_move_leaves_the_subject() -> None:
    seen = parted(filmed("neon_street", ("dolly_in", "rack_focus")), ("dolly_in", "rack_focus"))[1]
    depth = ((seen.subject - seen.eyes) * seen.sight).sum(axis=1)
    assert seen.focus[0] == pytest.approx(depth[0], rel=0.02) and seen.focus[-1] > 2 * depth[-1]


def test_a_pan_that_leads_to_somebody_ends_on_them() -> None:
    seen = parted(filmed("beach", ("pan_left", "dolly_in")), ("pan_left", "dolly_in"))[0]
    arm = seen.subject - seen.eyes
    off = np.arccos((arm * seen.sight).sum(axis=1) / np.linalg.norm(arm, axis=1))
    assert off[-1] < off[0] and off[-1] < math.radians(12)
