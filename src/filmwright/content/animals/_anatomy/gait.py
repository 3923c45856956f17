"""How an animal on four legs goes: walking, trotting, bounding, galloping.

Feet are planted in the world and the legs reach for them by two-bone IK. All of it is a function of time, so that any stretch of a
shot can be asked for. Order of the feet and how long they stand: Hildebrand, "The quadrupedal gaits of vertebrates", 1989.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

import numpy as np

from filmwright.content.animals._anatomy import deeds
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.posing import Pose, motion_of, rest_feet, sunk_by
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, apply, smooth_step, wander
from filmwright.content.kinds import Ground, Motion, Performance
from filmwright.scene.shapes import F64


class Way(Protocol):
    """A line to go along, by metres gone (n,)."""

    def yaw(self, s_m: F64) -> F64:
        """Heading (n,) in radians."""
        ...

    def spot(self, s_m: F64) -> F64:
        """Points (n, 2)."""
        ...

    def height(self, s_m: F64, ground: Ground, smooth_m: float) -> F64:
        """Height (n,) of what a body rides on."""
        ...


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
BOUND = Gait(1.7, 3.4, 0.36, (0.08, 0.60, 0.0, 0.52), 0.20, 0.055, 8.0, beats=1)
HOP = Gait(1.5, 3.2, 0.36, (0.34, 0.84, 0.34, 0.84), 0.12, 0.12, 4.0, beats=1)
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


def moved(form: Form, skel: Skeleton, gait: Gait, performance: Performance, wag: float) -> Motion:
    """The Motion of an animal on its way in a gait. `wag`: how far its tail sways, in radians."""
    speed = performance.speed_m_s or 1.0
    stride, sunk = crouch(form, skel, gait, speed, wag)
    pose, place, facing = _gone(form, skel, gait, performance, speed, stride, wag)
    return motion_of(form, skel, pose._replace(rise=pose.rise - sunk), place, facing)


def crouch(form: Form, skel: Skeleton, gait: Gait, speed: float, wag: float) -> tuple[float, float]:
    """Metres a cycle of a gait at a speed, and how low the body has to go for it: that of one cycle on level ground, as it must not
    depend on which frames are asked for. An animal of short legs takes shorter steps, so that it need not crouch."""
    h = form.height_m
    own = gait.speed * math.sqrt(h) * 0.85
    stride = gait.stride * h * min(max(math.sqrt(speed / own), 0.55), 1.3)
    sunk = 0.0
    for shorter in _STEPS:
        once = Performance(_CYCLE, 1, np.eye(2, 3, -1), 0.0, _level, pace=shorter * stride / speed / _CYCLE)
        sunk = sunk_by(form, skel, _gone(form, skel, gait, once, speed, shorter * stride, wag)[0])
        if sunk < _CROUCH * h or shorter == _STEPS[-1]:
            return shorter * stride, sunk
    return stride, sunk


def _gone(
    form: Form, skel: Skeleton, gait: Gait, performance: Performance, speed: float, stride: float, wag: float
) -> tuple[Pose, F64, F64]:
    """The poses on the way, where the body is (F, 3) and where it faces (F,)."""
    t = performance.times_s
    path = Path(
        performance.path, performance.facing_yaw_rad, float(np.abs(speed * t).max()) + 2 * stride, performance.begin
    )
    return along(form, skel, gait, performance, path, speed * t, stride, wag)


def along(
    form: Form, skel: Skeleton, gait: Gait, performance: Performance, path: Way, s: F64, stride: float, wag: float
) -> tuple[Pose, F64, F64]:
    """The poses after `s` (F,) metres of a way, where the body is (F, 3) and where it faces (F,)."""
    h = form.height_m
    t = deeds.times(performance)
    phase = performance.phase + s / stride
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
        ears=0.06 * wander(t, 2.0, 5.0) + 0.10 * late * min(1.0, gait.lift / 0.2),
        ear_l=-0.06 * wander(t, 2.3, 8.0) - 0.10 * late * min(1.0, gait.lift / 0.2),
    )
    return pose, place, facing


def _footing(path: Way, rest: F64, s_m: F64, performance: Performance) -> F64:
    """Where a foot stands in the world (F, 3) when the body passes `s_m` at mid stance."""
    at = s_m + rest[1]
    yaw = path.yaw(at)
    spot = path.spot(at) + rest[0] * np.column_stack([np.cos(yaw), np.sin(yaw)])
    return np.column_stack([spot, performance.ground(spot[:, 0], spot[:, 1]) + rest[2]])


def _level(x: F64, y: F64) -> F64:
    return np.zeros_like(x, dtype=float)
