"""How an animal on four legs moves: standing with some life in it, walking, trotting, galloping, grazing and sitting.

Feet are planted in the world and the legs reach for them by two-bone IK. All of it is a function of time, so that any stretch of a
shot can be asked for. Order of the feet and how long they stand: Hildebrand, "The quadrupedal gaits of vertebrates", 1989.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.posing import Pose, axial, motion_of, quiet, rest_feet, sunk_by
from filmwright.content.animals._anatomy.skeleton import Skeleton, skeleton
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, apply, smooth_step, wander
from filmwright.content.kinds import Motion, Performance
from filmwright.scene.shapes import F64


class Gait(NamedTuple):
    """Heights a cycle at its own speed, in heights a second; share of the cycle a foot stands; when the right hind, right fore,
    left hind and left fore foot are set down; how high feet are lifted, how far the body bobs, in heights; how far trunk and neck
    rock, in degrees, and how often a cycle."""

    stride: float
    speed: float
    duty: float
    falls: tuple[float, float, float, float]
    lift: float
    bob: float
    rock_deg: float
    beats: int = 2


WALK = Gait(0.92, 1.20, 0.64, (0.5, 0.75, 0.0, 0.25), 0.085, 0.010, 0.8)
TROT = Gait(1.60, 3.4, 0.38, (0.5, 0.0, 0.0, 0.5), 0.13, 0.022, 0.5)
GALLOP = Gait(2.8, 7.0, 0.21, (0.12, 0.62, 0.0, 0.50), 0.20, 0.040, 6.0, beats=1)
_CYCLE = 48  # frames of a cycle in which the legs' reach is looked at; chosen
_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)  # shares of a gait's stride; chosen
_CROUCH = 0.055  # how far a body goes down to walk, in heights, at the most; chosen
GAITS = {"walk": WALK, "trot": TROT, "run": TROT, "gallop": GALLOP}


def speeds(height_m: float, *, run: Gait = TROT) -> dict[str, float]:
    """SPEEDS of an animal so tall: m/s grow with the root of the height (equal Froude numbers)."""
    root = math.sqrt(height_m)
    own = {"walk": WALK, "trot": TROT, "run": run, "gallop": GALLOP}
    return {name: round(gait.speed * root * 0.85, 2) for name, gait in own.items()}


def moved(
    form: Form, size: float, action: str, performance: Performance, *, run: Gait = TROT, wag: float = 0.1
) -> Motion:
    """The Motion of an animal `size` times as large as its form. `wag`: how far its tail sways, in radians."""
    grown = form._replace(height_m=form.height_m * size)
    skel = skeleton(grown)
    gait = run if action == "run" else GAITS.get(action)
    if gait is not None and performance.speed_m_s:
        return _going(grown, skel, gait, performance, wag)
    return _staying(grown, skel, action, performance, wag)


def _going(form: Form, skel: Skeleton, gait: Gait, performance: Performance, wag: float) -> Motion:
    h = form.height_m
    speed = performance.speed_m_s or 1.0
    own = gait.speed * math.sqrt(h) * 0.85
    stride = gait.stride * h * min(max(math.sqrt(speed / own), 0.55), 1.3)
    # How low the body has to go is that of one cycle on level ground: it must not depend on which frames are asked for.
    # An animal of short legs takes shorter steps, so that it need not crouch.
    sunk = 0.0
    for shorter in _STEPS:
        once = Performance(_CYCLE, 1, np.eye(2, 3, -1), 0.0, _level, pace=shorter * stride / speed / _CYCLE)
        sunk = sunk_by(form, skel, _gone(form, skel, gait, once, speed, shorter * stride, wag)[0])
        if sunk < _CROUCH * h or shorter == _STEPS[-1]:
            stride *= shorter
            break
    pose, place, facing = _gone(form, skel, gait, performance, speed, stride, wag)
    return motion_of(form, skel, pose._replace(rise=pose.rise - sunk), place, facing)


def _gone(
    form: Form, skel: Skeleton, gait: Gait, performance: Performance, speed: float, stride: float, wag: float
) -> tuple[Pose, F64, F64]:
    """The poses on the way, where the body is (F, 3) and where it faces (F,)."""
    h = form.height_m
    t = performance.times_s
    phase = performance.phase + t * speed / stride
    path = Path(
        performance.path, performance.facing_yaw_rad, float(np.abs(speed * t).max()) + 2 * stride, performance.begin
    )
    s = speed * t
    facing = path.yaw(s)
    place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.6 * h)])
    rest = rest_feet(skel)
    feet, swing = np.zeros((len(t), 4, 3)), np.zeros((len(t), 4))
    for k, fall in enumerate(gait.falls):
        own_phase = phase - fall
        number = np.floor(own_phase)
        f = own_phase - number
        here, there = (
            _footing(path, rest[k], stride * (n + fall + gait.duty / 2 - performance.phase), performance)
            for n in (number, number + 1)
        )
        u = np.clip((f - gait.duty) / (1 - gait.duty), 0, 1)
        glide = smooth_step(u)[:, None]
        at = here * (1 - glide) + there * glide
        at[:, 2] += gait.lift * h * np.sin(np.pi * u) ** 1.3
        feet[:, k] = apply(about("z", -np.degrees(facing)), at - place)
        swing[:, k] = u
    tau = 2 * math.pi
    beat = np.cos(tau * gait.beats * phase)
    late = np.cos(tau * gait.beats * (phase - 0.12))
    rock = math.radians(gait.rock_deg)
    pose = Pose(
        feet=feet,
        swing=swing,
        rise=gait.bob * h * beat - 0.012 * h,
        pitch=rock * np.sin(tau * gait.beats * (phase - 0.30)),
        neck=0.030 * late - 0.7 * rock * np.sin(tau * gait.beats * (phase - 0.30)),
        head_yaw=0.10 * wander(t, 4.0, 2.0),
        head_nod=0.02 * late,
        tail=wag * np.sin(tau * phase),
        ears=0.06 * wander(t, 2.0, 5.0),
    )
    return pose, place, facing


def _footing(path: Path, rest: F64, s_m: F64, performance: Performance) -> F64:
    """Where a foot stands in the world (F, 3) when the body passes `s_m` at mid stance."""
    at = s_m + rest[1]
    yaw = path.yaw(at)
    spot = path.spot(at) + rest[0] * np.column_stack([np.cos(yaw), np.sin(yaw)])
    return np.column_stack([spot, performance.ground(spot[:, 0], spot[:, 1]) + rest[2]])


def _staying(form: Form, skel: Skeleton, action: str, performance: Performance, wag: float) -> Motion:
    t = performance.times_s
    h = form.height_m
    frames = len(t)
    facing = np.full(frames, performance.facing_yaw_rad)
    place = np.tile(np.asarray(performance.path, float)[0], (frames, 1))
    feet = np.tile(rest_feet(skel), (frames, 1, 1))
    turn = about("z", np.degrees(facing[:1]))[0]
    world = feet[0] @ turn.T + place[0]
    under = performance.ground(world[:, 0], world[:, 1]) - place[0, 2]
    if np.abs(under).max() < 0.25 * h:  # else it stands on something, not on the ground
        feet[:, :, 2] += under
    shy = 0.3 if action in ("eat", "graze", "drink") else 1.0
    reach = 0.55 if action == "look_around" else 0.10
    pose = Pose(
        feet=feet,
        swing=np.zeros((frames, 4)),
        rise=0.004 * h * np.sin(2 * math.pi * t / 2.6),
        pitch=0.003 * np.sin(2 * math.pi * t / 2.6),
        neck=0.03 * wander(t, 5.0, 1.0),
        head_yaw=shy * -form.look_rad + reach * wander(t, 4.0, 2.0),
        head_nod=0.04 * wander(t, 3.5, 3.0),
        tail=wag * np.sin(2 * math.pi * t * (1.6 if wag > 0.2 else 0.45)),
        ears=0.12 * np.maximum(wander(t, 1.3, 4.0), 0.0),
    )
    if action == "sit":
        return motion_of(form, skel, _sitting(form, skel, pose), place, facing)
    if action == "lie":
        return motion_of(form, skel, _lying(form, skel, pose), place, facing)
    if action in ("eat", "graze", "drink"):
        down, nod = _grazing(form, skel)
        chewing = 0.02 * np.sin(2 * math.pi * t / 1.2)
        pose = pose._replace(neck=down + chewing, head_nod=nod + 0.5 * chewing, head_yaw=0.12 * wander(t, 4.0, 2.0))
    highest = quiet(feet[:1])._replace(rise=np.full(1, 0.004 * h))
    return motion_of(form, skel, pose._replace(rise=pose.rise - sunk_by(form, skel, highest)), place, facing)


_SITS_RAD = math.radians(40.0)  # how steep the back of a dog that sits is; chosen
_SEAT = 0.27  # height of its hip, in heights; chosen


def _sitting(form: Form, skel: Skeleton, pose: Pose) -> Pose:
    """The pose sat down: the trunk tipped up on the forelegs, the haunches on the ground between the hind feet."""
    hip, loin = skel.joints["hip_r"], skel.joints["loin"]
    at = about("x", math.degrees(_SITS_RAD)) @ (hip - loin) + loin
    feet = pose.feet.copy()
    for k, sign in ((0, 1.0), (2, -1.0)):
        feet[:, k, 0] = sign * 1.25 * abs(feet[0, k, 0])
        feet[:, k, 1] = at[1] + 0.24 * form.height_m
    return pose._replace(
        feet=feet,
        rise=0.5 * pose.rise + _SEAT * form.height_m - at[2],
        pitch=pose.pitch + _SITS_RAD,
        neck=pose.neck - 0.5 * _SITS_RAD,
        head_nod=pose.head_nod - 0.62 * _SITS_RAD,
        sat=1.0,
    )


_LIES_RAD = 0.13  # how much lower the haunches of one that lies are than its chest; chosen


def _lying(form: Form, skel: Skeleton, pose: Pose) -> Pose:
    """The pose of a sphinx: the chest on the ground, the forelegs ahead, the haunches folded."""
    h = form.height_m
    chest = min(row[2] for row in form.torso) * h
    feet = pose.feet.copy()
    for k, sign in ((0, 1.0), (2, -1.0)):
        feet[:, k, 0] = sign * 1.5 * abs(feet[0, k, 0])
        feet[:, k, 1] = skel.joints["hip_r"][1] + 0.26 * h
        feet[:, k + 1, 1] = skel.joints["elbow_r"][1] + 0.50 * h
        feet[:, k + 1, 2] = 0.6 * feet[:, k + 1, 2]
    return pose._replace(
        feet=feet,
        rise=0.5 * pose.rise - 1.02 * chest,
        pitch=pose.pitch + _LIES_RAD,
        tail=0.3 * pose.tail,
        sat=1.0,
        lain=1.0,
    )


def _level(x: F64, y: F64) -> F64:
    return np.zeros_like(x, dtype=float)


_GRAZES_RAD = math.radians(-68.0)  # how steep a head hangs that eats from the ground; chosen


def _grazing(form: Form, skel: Skeleton) -> tuple[float, float]:
    """How far the neck turns down until the mouth is at the ground, and the head up against it, in radians (negative: down)."""
    rest = quiet(rest_feet(skel)[None])
    down, nod = 0.0, 0.0
    for down in np.linspace(0, -2.2, 45):
        nod = max(0.0, _GRAZES_RAD - (math.radians(form.pitch_deg) + 0.75 * down))
        turns, places = axial(skel, rest._replace(neck=np.array([down]), head_nod=np.array([nod])))
        mouth = apply(turns["head"], skel.joints["nose"]) + places["head"]
        if mouth[0, 2] < 0.05 * form.height_m:
            break
    return float(down), float(nod)
