"""Camera moves, recovered from nothing but their track: each says its name on every set, is smooth, and is no faster than what
carries the camera."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.kinds import F64, Setting
from filmwright.content.moves import _rig
from filmwright.reading.read import read
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec
from filmwright.staging import place
from filmwright.staging.frame import Subject, frame
from filmwright.staging.stage import build_set

MOVES = registry.names("filmwright.content.moves")
PLACES = ("snow_valley", "beach", "neon_street", "cafe")
SPEEDS = ("slow", "normal", "fast")
FPS = 24
ASPECT = 16 / 9
WALK_M_S = 1.35
WITH_SOMEBODY = ("follow", "lead")  # moves that need somebody who walks


class Track(NamedTuple):
    """What a camera did and what its subject did: places (F, 3), unit sight lines (F, 3), focal lengths in mm (F,), focus in metres
    (F,), the subject's eyes (F, 3), frames a second."""

    eyes: F64
    sight: F64
    focal: F64
    focus: F64
    subject: F64
    fps: int


def track(camera: Camera, subject: F64, fps: int = FPS) -> Track:
    quaternions = np.asarray(camera.rotations, float)[:, [1, 2, 3, 0]]
    sight = Rotation.from_quat(quaternions).apply([0.0, 0.0, -1.0])
    places, focal = np.asarray(camera.locations, float), np.asarray(camera.focal_mm, float)
    return Track(places, sight, focal, np.asarray(camera.focus_m, float), subject, fps)


def yaws(vectors: F64) -> F64:
    """Angles about the vertical, counter-clockwise, without jumps."""
    return np.asarray(np.unwrap(np.arctan2(vectors[:, 1], vectors[:, 0])))


def pitches(vectors: F64) -> F64:
    return np.asarray(np.arctan2(vectors[:, 2], np.linalg.norm(vectors[:, :2], axis=1)))


def reversals(values: F64) -> int:
    """How often a value turns back."""
    steps = np.diff(values)
    return int((np.sign(steps[1:]) * np.sign(steps[:-1]) < 0).sum())


def rms(values: F64) -> float:
    return float(np.sqrt((values**2).mean()))


def recovered(seen: Track) -> str:
    """The name of the move, from its track alone."""
    lens = _of_the_lens(seen)
    if lens is not None:
        return lens
    yaw, pitch = yaws(seen.sight), pitches(seen.sight)
    peak = float(np.abs(np.diff(yaw)).max()) * seen.fps
    if peak > math.radians(80) and reversals(np.round(yaw, 4)) <= 1:
        return "whip_pan_left" if yaw[-1] > yaw[0] else "whip_pan_right"
    swayed = seen.eyes - seen.eyes.mean(axis=0)
    if rms(np.linalg.norm(swayed, axis=1)) < 0.2 and min(reversals(axis) for axis in swayed.T) >= 1:
        return "handheld"
    travel = seen.eyes[-1] - seen.eyes[0]
    if float(np.linalg.norm(travel)) < 0.02:
        turned, nodded = float(yaw[-1] - yaw[0]), float(pitch[-1] - pitch[0])
        if max(abs(turned), abs(nodded)) < math.radians(1):
            return "static"
        if abs(turned) > abs(nodded):
            return "pan_left" if turned > 0 else "pan_right"
        return "tilt_up" if nodded > 0 else "tilt_down"
    return _with_somebody(seen) or _travelling(seen)


def _of_the_lens(seen: Track) -> str | None:
    arm = seen.subject - seen.eyes
    depth = (arm * seen.sight).sum(axis=1)
    change = float(seen.focal[-1] / seen.focal[0])
    if abs(math.log(change)) > 0.05:
        size = seen.focal / depth
        if float(np.ptp(size) / size.mean()) < 0.05:
            return "dolly_zoom"
        return "zoom_in" if change > 1 else "zoom_out"
    off = np.abs(np.log(seen.focus / np.maximum(depth, 0.1)))
    # focus lay elsewhere while the subject was in the middle of the picture
    faced = depth / np.linalg.norm(arm, axis=1) > 0.85
    return "rack_focus" if float((off * faced).max()) > 0.3 else None


def _with_somebody(seen: Track) -> str | None:
    """Follow or lead, if the camera goes where the subject goes."""
    gone, travel = (seen.subject[-1] - seen.subject[0])[:2], (seen.eyes[-1] - seen.eyes[0])[:2]
    if np.linalg.norm(gone) < 0.5 or np.linalg.norm(travel - gone) > 0.25 * np.linalg.norm(gone):
        return None
    arm = (seen.eyes - seen.subject).mean(axis=0)[:2]
    return "lead" if float(arm @ gone) > 0 else "follow"


def _travelling(seen: Track) -> str:
    travel = seen.eyes[-1] - seen.eyes[0]
    ahead = seen.sight.mean(axis=0) * [1.0, 1.0, 0.0]
    ahead /= np.linalg.norm(ahead)
    right = np.array([ahead[1], -ahead[0], 0.0])
    along, across, up = float(travel @ ahead), float(travel @ right), float(travel[2])
    if abs(up) > 1.5 * math.hypot(along, across):
        return "boom_up" if up > 0 else "boom_down"
    arm = seen.eyes - seen.subject
    reach = np.linalg.norm(arm[:, :2], axis=1)
    flies = float(arm[:, 2].mean()) > 0.1
    if abs(across) > abs(along):
        about, turned = yaws(arm), yaws(seen.sight)
        if abs(turned[-1] - turned[0]) > 0.75 * abs(about[-1] - about[0]) and np.ptp(reach) < 0.02 * reach.mean():
            return "drone_circle" if flies else "orbit_right" if across > 0 else "orbit_left"
        return "truck_right" if across > 0 else "truck_left"
    if flies and float(np.ptp(pitches(seen.sight))) < math.radians(0.2):
        return "flyover"
    return "dolly_in" if along > 0 else "dolly_out"


@cache
def built(kind: str) -> Setting:
    film, _ = read("a woman stands on the beach")
    shot = film.shots[0]
    return build_set(shot.model_copy(update={"place": spec.Place(kind=kind)}), seed=3)


def subject(setting: Setting, frames: int, *, away: bool | None) -> Subject:
    """Somebody of 1.7 m on the set's mark: standing (None), or walking through it, away from the camera or towards it."""
    mark = place.choose_mark(setting, "stand")
    key = frames // 2
    feet = np.tile(np.asarray(mark.position, float), (frames, 1))
    facing = -place.direction(mark.view_yaw_rad)
    if away is not None:
        line = place.line_through(mark)[:: -1 if away else 1]
        key = int((frames - 1) * (1 - place.LINES_UP_AT if away else place.LINES_UP_AT))
        at = place.nearest_on(line, np.asarray(mark.position[:2], float))
        steps = (np.arange(frames) - key) / FPS * WALK_M_S
        flat = place.along(line, at + steps)
        feet = np.column_stack([flat, setting.ground(flat[:, 0], flat[:, 1])])
        facing = np.append((flat[-1] - flat[0]) / np.linalg.norm(flat[-1] - flat[0]), 0.0)
    return Subject(feet, feet + [0, 0, 1.7], feet + [0, 0, 1.6], facing, 1.7, key)


@cache
def filmed(kind: str, move: str, speed: str | None = None, seconds: float = 4.0) -> tuple[Camera, Track]:
    """The camera of a move on a set, as staging frames it, and its track."""
    setting, frames = built(kind), round(seconds * FPS)
    hero = subject(setting, frames, away={"follow": True, "lead": False}.get(move))
    film, _ = read("a woman stands on the beach")
    wanted = film.shots[0].camera.model_copy(update={"move": move, "speed": speed})
    shot = film.shots[0].model_copy(update={"camera": wanted})
    mark = place.choose_mark(setting, "stand")
    camera = frame(shot, setting, mark, hero, frames, FPS, ASPECT, seed=5).camera
    return camera, track(camera, hero.eyes)


def fastest(move: str) -> tuple[float, float]:
    """The most that a move may do: metres and radians a second."""
    if move.startswith("whip_pan"):
        return 0.01, _rig.WHIP_RAD_S + math.radians(10)
    if move in ("flyover", "drone_circle"):
        return _rig.DRONE_M_S, _rig.TURN_RAD_S
    if move.startswith("boom"):
        return _rig.CRANE_M_S, _rig.TURN_RAD_S
    if move == "handheld":
        return 1.5, math.radians(140)
    return _rig.DOLLY_M_S, _rig.TURN_RAD_S


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("move", MOVES)
def test_a_move_says_its_name_on_every_set(move: str, kind: str, speed: str) -> None:
    assert recovered(filmed(kind, move, speed)[1]) == move


@pytest.mark.parametrize("seconds", [1.0, 2.0, 12.0])
@pytest.mark.parametrize("move", MOVES)
def test_a_move_says_its_name_however_long_the_shot(move: str, seconds: float) -> None:
    assert recovered(filmed("beach", move, None, seconds)[1]) == move


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("seconds", [1.0, 4.0])
@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("move", MOVES)
def test_no_move_is_faster_than_what_carries_the_camera(move: str, kind: str, seconds: float, speed: str) -> None:
    seen = filmed(kind, move, speed, seconds)[1]
    metres, radians = fastest(move)
    speeds = np.linalg.norm(np.diff(seen.eyes, axis=0), axis=1) * FPS
    dots = np.clip((seen.sight[1:] * seen.sight[:-1]).sum(axis=1), -1, 1)
    assert speeds.max() <= metres * 1.02
    assert (np.arccos(dots) * FPS).max() <= radians * 1.02


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_is_smooth(move: str, kind: str) -> None:
    """No frame's step differs from the one before by more than a third of the largest step: nothing starts or stops at once."""
    seen = filmed(kind, move)[1]
    for values in (seen.eyes, seen.sight, seen.focal[:, None], 1 / seen.focus[:, None]):
        steps = np.diff(values, axis=0)
        largest = np.linalg.norm(steps, axis=1).max()
        if largest > 1e-4:
            assert np.linalg.norm(np.diff(steps, axis=0), axis=1).max() <= 0.36 * largest


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("move", [m for m in MOVES if m not in WITH_SOMEBODY])
def test_a_move_stays_in_the_room_the_set_gives(move: str, kind: str, speed: str) -> None:
    setting, (_, seen) = built(kind), filmed(kind, move, speed)
    ahead = seen.sight[len(seen.sight) // 2] * [1.0, 1.0, 0.0]
    ahead /= np.linalg.norm(ahead)
    gone = seen.eyes - seen.eyes.mean(axis=0)
    side, forward, up = setting.move_limits_m
    sway = 0.06 if move == "handheld" else 0.01
    # the sight line is not quite the axis of the move: the subject stands beside the middle
    assert np.abs(gone @ [ahead[1], -ahead[0], 0.0]).max() <= 1.03 * side + sway
    assert np.abs(gone @ ahead).max() <= 1.03 * forward + sway
    assert np.ptp(seen.eyes[:, 2]) <= up / 0.7 + 2 * sway
    assert (seen.eyes[:, 2] >= setting.ground(seen.eyes[:, 0], seen.eyes[:, 1]) + 0.2).all()


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("move", [m for m in MOVES if m not in WITH_SOMEBODY])
def test_no_move_runs_into_a_table_or_a_tree(move: str, kind: str) -> None:
    setting, (_, seen) = built(kind), filmed(kind, move)
    if not len(setting.obstacles):
        return
    gaps = np.linalg.norm(seen.eyes[:, None, :2] - setting.obstacles[None, :, :2], axis=2) - setting.obstacles[:, 2]
    assert gaps.min() > 0.05


@pytest.mark.parametrize("kind", PLACES)
def test_a_dolly_zoom_keeps_its_subject_and_stretches_what_is_behind(kind: str) -> None:
    seen = filmed(kind, "dolly_zoom")[1]
    depth = ((seen.subject - seen.eyes) * seen.sight).sum(axis=1)
    subject_px = seen.focal / depth
    behind_px = seen.focal / (depth + 20.0)
    assert np.ptp(subject_px) / subject_px.mean() < 0.01
    assert behind_px[-1] < 0.93 * behind_px[0]


def test_a_whip_pan_ends_on_its_subject_and_begins_without_it() -> None:
    for move in ("whip_pan_left", "whip_pan_right"):
        camera, seen = filmed("beach", move)
        arm = (seen.subject - seen.eyes) / np.linalg.norm(seen.subject - seen.eyes, axis=1, keepdims=True)
        off = np.arccos((arm * seen.sight).sum(axis=1))
        half = math.atan(camera.sensor_mm / 2 / camera.focal_mm[0])
        assert off[0] > half and off[-1] < half
        assert np.abs(np.diff(seen.sight[-24:], axis=0)).max() < 1e-3


def test_a_focus_pull_ends_on_its_subject() -> None:
    camera, seen = filmed("neon_street", "rack_focus")
    depth = ((seen.subject - seen.eyes) * seen.sight).sum(axis=1)
    assert seen.focus[0] > 3 * depth[0]
    assert seen.focus[-1] == pytest.approx(depth[-1], rel=1e-3)
    assert camera.f_stop <= 2.0


def test_hands_are_never_still_the_same_way_for_two_seeds_and_always_for_one() -> None:
    setting, frames = built("beach"), 48
    hero = subject(setting, frames, away=None)
    mark = place.choose_mark(setting, "stand")
    film, _ = read("a woman stands on the beach, handheld camera")
    cameras = [
        frame(film.shots[0], setting, mark, hero, n, FPS, ASPECT, seed=seed).camera
        for seed, n in ((1, frames), (1, frames), (2, frames))
    ]
    first, again, other = (np.asarray(c.locations) for c in cameras)
    assert np.array_equal(first, again)
    assert np.abs(first - other).max() > 0.005


def test_a_hand_breathes() -> None:
    """The nod of a quiet hand has its strongest period where people breathe: 12 to 20 times a minute."""
    seen = filmed("beach", "handheld", "slow", 60.0)[1]
    nod = pitches(seen.sight)
    power = np.abs(np.fft.rfft(nod - nod.mean()))
    hertz = np.fft.rfftfreq(len(nod), 1 / FPS)
    band = (hertz > 12 / 60) & (hertz < 20 / 60)
    assert power[band].max() > 0.5 * power.max()


@pytest.mark.parametrize(("asked", "f_stop"), [(None, None), (1.4, 1.4), (11.0, 11.0)])
def test_the_aperture_is_the_one_asked_for_or_the_set_s(asked: float | None, f_stop: float | None) -> None:
    setting, frames = built("beach"), 8
    hero = subject(setting, frames, away=None)
    film, _ = read("a woman stands on the beach")
    camera = film.shots[0].camera.model_copy(update={"f_stop": asked})
    shot = film.shots[0].model_copy(update={"camera": camera})
    seen = frame(shot, setting, place.choose_mark(setting, "stand"), hero, frames, FPS, ASPECT).camera
    assert seen.f_stop == (f_stop or setting.f_stop)
