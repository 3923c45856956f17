"""A bird that does several things in turn: it takes off, flies, lands, hops and pecks. A function of time."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import course
from filmwright.content.animals._plumage import deeds
from filmwright.content.animals._plumage.form import Bird
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance

FOLDED_AWAY, SPREAD_AWAY = "folded wings away", "spread wings away"
"""Shapes of a bird that is seen on the ground and in the air: its folded wings draw in when it spreads them, and the other way round."""
_SPRINGS_S = 0.28  # how long it crouches before it leaves the ground; chosen


def moved(form: Bird, h: float, performance: Performance) -> Motion:
    """The Motion of a bird `h` tall that does the course of its performance."""
    turns, t = performance.course, performance.times_s
    far = float(np.abs(course.gone(turns, np.r_[t, 0.0, turns[-1].ends_s])).max()) + 4.0
    path = Path(performance.path, performance.facing_yaw_rad, far, performance.begin)
    high = course.high(turns, t)
    made: Motion | None = None
    for turn in turns:
        if turn.high or (turn.kind in course.COMES and turn.rises[1] > turn.rises[0]):
            continue
        own = _grounded(form, h, performance, path, turn.kind, turn.begins_s, turn.settled_s, turn.speed_m_s)
        made = own if made is None else mixed(made, own, course.share(turn, t))
    aloft = smooth_step(high, 0.004, 0.07)
    if high.max() > 0.0:
        flight = _aloft(form, h, performance, path, high)
        made = flight if made is None else mixed(_sprung(made, h, performance), flight, aloft)
    assert made is not None
    away = smooth_step(high, 0.003, 0.035)
    return Motion(
        made.bones, made.locations, made.rotations, made.root, made.facing_yaw_rad,
        {FOLDED_AWAY: away, SPREAD_AWAY: 1.0 - away},
    )  # fmt: skip


def _grounded(
    form: Bird,
    h: float,
    performance: Performance,
    path: Path,
    kind: str,
    begins_s: float,
    settled_s: float,
    speed: float,
) -> Motion:
    """What a bird does on the ground."""
    turns, t = performance.course, performance.times_s
    gone = course.gone(turns, t)
    if not speed:
        here = course.gone(turns, np.array([settled_s]))
        spot = np.column_stack([path.spot(here), path.height(here, performance.ground, 0.3 * h)])
        stays = performance._replace(
            course=(), path=spot, facing_yaw_rad=float(path.yaw(here)[0]), speed_m_s=None, start_s=performance.start_s - begins_s
        )  # fmt: skip
        own = deeds.done(form, h, kind, stays)
        place = np.column_stack([path.spot(gone), path.height(gone, performance.ground, 0.3 * h)])
        # Until it has come to a stop it is carried on.
        return Motion(own.bones, own.locations + (place - spot)[:, None], own.rotations, place, path.yaw(gone))
    last = turns[-1]
    ends_m = float(course.gone(turns, np.array([last.settled_s]))[0]) if not last.goes else 0.0
    return deeds.going(form, h, performance, path, gone, speed, ends_m)


def _sprung(ground: Motion, h: float, performance: Performance) -> Motion:
    """The motion crouched before every take-off, and after every landing."""
    t, dip = performance.times_s, np.zeros(performance.frames)
    for turn in performance.course:
        low, high = turn.rises
        if turn.kind in course.LEAVES and high > low:
            dip += np.sin(np.pi * np.clip((t - low + _SPRINGS_S) / (1.15 * _SPRINGS_S), 0.0, 1.0)) ** 2
        elif turn.kind in course.COMES and high > low:
            dip += 0.8 * np.sin(np.pi * np.clip((t - high + 0.05) / 0.45, 0.0, 1.0)) ** 2
    locations = ground.locations.copy()
    legs = [ground.bones.index(name) for name in ("leg_r", "leg_l")]
    body = [k for k in range(len(ground.bones)) if k not in legs]
    locations[:, body, 2] -= (0.07 * h * dip)[:, None]
    return Motion(ground.bones, locations, ground.rotations, ground.root, ground.facing_yaw_rad)


def _aloft(form: Bird, h: float, performance: Performance, path: Path, high: F64) -> Motion:
    """What a bird does in the air: it climbs with strong beats and brakes with its breast up."""
    turns, t = performance.course, performance.times_s
    gone = course.gone(turns, t)
    facing = path.yaw(gone)
    ground = path.height(gone, performance.ground, 2.0)
    place = np.column_stack([path.spot(gone), ground + performance.high_m * high])
    climb, brake, still = np.zeros(len(t)), np.zeros(len(t)), np.zeros(len(t))
    for turn in turns:
        low_s, high_s = turn.rises
        u = np.clip((t - low_s) / max(high_s - low_s, 1e-6), 0.0, 1.0)
        if turn.kind in course.LEAVES:
            climb += np.where((t >= low_s) & (u < 1), np.cos(0.5 * math.pi * u), 0.0)
        elif turn.kind in course.COMES:
            brake += smooth_step(u, 0.55, 0.9) * (t <= high_s + 0.4)
        if turn.kind in ("soar", "glide"):
            still += course.share(turn, t)
    return deeds.flight(form, h, performance, place, facing, climb=climb, brake=brake, still=np.clip(still, 0.0, 1.0))


def mixed(one: Motion, two: Motion, part: F64) -> Motion:
    """From one motion to another as `part` (F,) goes from 0 to 1."""
    sign = np.where(np.sum(one.rotations * two.rotations, -1) < 0, -1.0, 1.0)[..., None]
    w = part[:, None, None]
    rotations = one.rotations * (1 - w) + sign * two.rotations * w
    rotations = rotations / np.maximum(np.linalg.norm(rotations, axis=-1, keepdims=True), 1e-9)
    return Motion(
        one.bones,
        np.asarray(one.locations * (1 - w) + two.locations * w),
        rotations,
        np.asarray(one.root * (1 - part)[:, None] + two.root * part[:, None]),
        one.facing_yaw_rad * (1 - part) + two.facing_yaw_rad * part,
    )
