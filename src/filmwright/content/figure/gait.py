"""Walking and running along a path: feet planted in the world, the body carried over them.

Stride, cadence and the share of the cycle a foot stands follow from the speed and the length of the legs; the rest is manner.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter1d, maximum_filter1d

from filmwright.content.figure import feet, hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import (
    SIDES,
    Poser,
    about,
    apply,
    columns,
    forward,
    leg_m,
    smooth_step,
    to_model,
    wander,
)
from filmwright.content.kinds import Motion, Performance

_LEG_M = 0.80  # hip to ankle of the adult the numbers below were chosen on


class Manner(NamedTuple):
    """How somebody goes. speed_m_s for an adult; factors on stride, arm swing and bounce; degrees of lean, stoop (upper back
    and neck), head (positive: down), elbow; width of the track and turn of the toes. `crouch`: how far the hips are lowered, as a
    share of the leg; `lift`: factor on how high the feet go; `creeping` 0..1: the hands held up before the chest."""

    speed_m_s: float
    stride: float = 1.0
    arms: float = 1.0
    bounce: float = 1.0
    lean_deg: float = 2.0
    stoop_deg: float = 0.0
    head_deg: float = 0.0
    sway: float = 1.0
    toes_deg: float = 6.0
    crouch: float = 0.0
    lift: float = 1.0
    creeping: float = 0.0


class Cycle(NamedTuple):
    """One gait at one speed: stride length, time of a cycle, share of it on one foot, leg length and body scale."""

    stride_m: float
    period_s: float
    duty: float
    leg_m: float
    scale: float
    phase: F64
    distance_m: F64


class Beat(NamedTuple):
    """How long two steps last, and at which share of them, and again half of them later, another action may begin or end: both feet
    are on the ground, or one is under the body and the other in the air (`flies`). At the first of the two the left foot has come
    down last."""

    period_s: float
    at: float
    flies: bool = False


def beat(cycle: Cycle, *, run: bool) -> Beat:
    """The beat of a gait."""
    return Beat(cycle.period_s, cycle.duty / 2 if run else (cycle.duty - 0.5) / 2, run)


def own_speed(body: Body, manner: Manner) -> float:
    """Speed in m/s of this body in that manner: with the root of the leg's length, as a pendulum's."""
    return manner.speed_m_s * math.sqrt(leg_m(body) / _LEG_M)


def walk_cycle(body: Body, manner: Manner, performance: Performance) -> Cycle:
    """The walking cycle. Stride grows with the root of the speed: 1.42 m at 1.35 m/s for a grown leg (chosen, near
    textbook gait tables)."""
    leg = leg_m(body) / _LEG_M
    speed = performance.speed_m_s or own_speed(body, manner)
    stride = 1.42 * leg * math.sqrt(speed / (1.35 * math.sqrt(leg))) * manner.stride
    return _cycle(body, performance, speed, stride, duty=0.62)


def run_cycle(body: Body, manner: Manner, performance: Performance) -> Cycle:
    """The running cycle: some 84 strides a minute whatever the speed, a third of it on each foot, the rest in the air."""
    leg = leg_m(body) / _LEG_M
    speed = performance.speed_m_s or own_speed(body, manner)
    stride = speed / (1.40 / math.sqrt(leg)) * manner.stride
    return _cycle(body, performance, speed, stride, duty=0.33)


def _cycle(body: Body, performance: Performance, speed: float, stride: float, duty: float) -> Cycle:
    period = stride / speed
    cycle = Cycle(stride, period, duty, leg_m(body), body.height_m / 1.7, np.zeros(0), np.zeros(0))
    return _through(cycle, performance)


def _through(cycle: Cycle, performance: Performance) -> Cycle:
    """The cycle at the times of a performance."""
    t = performance.times_s
    phase, speed = performance.phase + t / cycle.period_s, cycle.stride_m / cycle.period_s
    return cycle._replace(phase=phase, distance_m=speed * t)


class _Step(NamedTuple):
    """How one foot moves in time: place and turn of the foot and its toes in the world, and its phase."""

    ankle: F64
    turn: F64
    toes: F64
    phase: F64


def _feet(body: Body, performance: Performance, cycle: Cycle, path: Path, manner: Manner, *, run: bool) -> list[_Step]:
    out = []
    track = (0.032 if run else 0.055) * cycle.scale
    pitch = _run_pitch if run else _walk_pitch
    effort = min(cycle.stride_m / (2.7 if run else 1.4) / (cycle.leg_m / _LEG_M), 1.15)
    for side, sign in SIDES:
        shape = feet.foot(body, side)
        phase = cycle.phase - (0.0 if side == "l" else 0.5)
        number, f = np.floor(phase), phase % 1.0

        def stand(n: F64, shape: feet.Foot = shape, sign: float = sign, late: float = 0.0) -> feet.Footing:
            offset = 0.0 if sign > 0 else 0.5
            # The foot stands where the body passes half-way through the stance, a little behind its middle.
            s = cycle.stride_m * (n + offset + cycle.duty / 2 - performance.phase) + _AHEAD[run] * cycle.leg_m
            yaw = path.yaw(s)
            left = forward(yaw + math.pi / 2)
            return feet.footing(
                shape,
                path.spot(s) + left * track * sign,
                yaw - np.radians(manner.toes_deg) * sign * -1.0,
                performance.ground,
            )

        here, there = stand(number), stand(number + 1)
        u = np.clip((f - cycle.duty) / (1 - cycle.duty), 0, 1)
        glide = (0.8 * smooth_step(u) + 0.2 * u)[:, None]
        between = feet.Footing(
            here.ankle * (1 - glide) + there.ankle * glide,
            here.yaw_rad * (1 - glide[:, 0]) + there.yaw_rad * glide[:, 0],
            here.slope_deg * (1 - glide[:, 0]) + there.slope_deg * glide[:, 0],
        )
        tilt = pitch(f, cycle.duty) * effort
        ankle, turn = feet.roll(shape, between, tilt)
        lift = (
            np.sin(np.pi * u) ** 1.2 * (0.26 * (1.25 - 0.6 * u) if run else 0.05 * manner.lift) * cycle.leg_m / _LEG_M
        )
        # Over a hummock the swinging foot clears what lies between the two places.
        spots = between.ankle[:, :2]
        hump = performance.ground(spots[:, 0], spots[:, 1]) + shape.ankle_m * 0.9 - between.ankle[:, 2]
        ankle[:, 2] += lift + np.clip(hump, 0, 0.25) * smooth_step(u, 0, 0.3) * (1 - smooth_step(u, 0.7, 1.0))
        on_ball = tilt > 0
        toe_tilt = np.where(u > 0, np.where(on_ball, 0.35 * tilt, tilt), np.minimum(tilt, 0.0))
        toe_tilt = np.where(on_ball & (u > 0), toe_tilt * smooth_step(u, 0, 0.25), toe_tilt)
        flat = about("z", np.degrees(between.yaw_rad) + 180) @ about("x", between.slope_deg)
        out.append(_Step(ankle, turn, flat @ about("x", toe_tilt) @ about("z", -shape.rest_yaw_deg), f))
    return out


_AHEAD = {False: -0.03, True: -0.06}  # of the leg: where a foot stands against the hips in mid stance; chosen


def _walk_pitch(f: F64, duty: float) -> F64:
    """Degrees of the foot over a cycle: heel strike, flat, heel off, toe off, swing. Chosen after gait plates."""
    u, v = f / duty, np.clip((f - duty) / (1 - duty), 0, 1)
    stance = -20 * (1 - smooth_step(u, 0, 0.16)) + 42 * smooth_step(u, 0.60, 1.0) ** 1.3
    swing = 42 + 16 * np.sin(np.minimum(v * 4, 1) * np.pi) * (1 - v) - 62 * smooth_step(v, 0.05, 0.90)
    return np.where(f < duty, stance, swing)


def _run_pitch(f: F64, duty: float) -> F64:
    u, v = f / duty, np.clip((f - duty) / (1 - duty), 0, 1)
    stance = -7 * (1 - smooth_step(u, 0, 0.22)) + 56 * smooth_step(u, 0.42, 1.0)
    swing = 56 + 48 * np.sin(np.minimum(v * 2.2, 1) * np.pi) * (1 - v) - 63 * smooth_step(v, 0.30, 0.95)
    return np.where(f < duty, stance, swing)


def travel(
    body: Body,
    performance: Performance,
    manner: Manner,
    cycle: Cycle,
    *,
    run: bool,
    arms: Callable[[Poser], None] | None = None,
) -> Motion:
    """The Motion of going along the performance's path. `arms` sets arms that do not swing."""
    window = _settling(performance, cycle.period_s)
    shown, spare = performance.frames, 3 * window  # how the body settles depends on so many frames before and after
    performance = performance._replace(
        frames=shown + 2 * spare, start_s=performance.start_s - spare * performance.pace / performance.fps
    )
    cycle = _through(cycle, performance)
    length_m = float(np.abs(cycle.distance_m).max()) + cycle.stride_m
    path = Path(performance.path, performance.facing_yaw_rad, length_m, performance.begin)
    s = cycle.distance_m
    facing = path.yaw(s)
    place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.3 * cycle.stride_m)])
    steps = _feet(body, performance, cycle, path, manner, run=run)
    poser = Poser(body, performance.frames)
    _trunk(poser, cycle, manner, run=run)
    ankles = {side: to_model(place, facing, step.ankle) for (side, _), step in zip(SIDES, steps)}
    _settle(poser, ankles, window)
    for (side, _), step in zip(SIDES, steps):
        shape = feet.foot(body, side)
        feet.plant(poser, shape, step.ankle, step.turn, step.toes, place, facing)
    if arms is None:
        _arms(poser, steps, manner, performance, run=run)
    else:
        arms(poser)
    motion, seen = poser.motion(place, facing), slice(spare, spare + shown)
    return Motion(
        motion.bones, motion.locations[seen], motion.rotations[seen], motion.root[seen], motion.facing_yaw_rad[seen]
    )


def _settling(performance: Performance, period_s: float) -> int:
    """Frames over which a body settles: a tenth of a cycle."""
    return max(3, round(0.10 * period_s * performance.fps / performance.pace))


def _trunk(poser: Poser, cycle: Cycle, manner: Manner, *, run: bool) -> None:
    """Hips, spine and head for the phase; the body's height before the legs have their say."""
    phase = 2 * math.pi * cycle.phase
    grown = cycle.leg_m / _LEG_M
    if run:
        middle_of_flight = (cycle.duty + 0.5) / 2
        rise = 0.036 * np.cos(2 * phase - 4 * math.pi * middle_of_flight) * manner.bounce - 0.040
        side = 0.008 * np.sin(phase - 0.4)
    else:
        rise = -0.5 * np.cos(2 * phase) * 0.026 * manner.bounce - 0.022
        side = 0.017 * np.sin(phase - 0.38) * manner.sway
    low = manner.crouch * _LEG_M
    # A crouched body keeps its weight over its feet: the hips go back as the trunk leans.
    poser.move(np.column_stack([side, np.full_like(side, 0.30 * low), rise - low]) * grown)
    yaw = (8.0 if run else 6.0) * np.cos(phase) * min(manner.arms, 1.2)
    drop = -3.2 * np.sin(phase - 0.13) * manner.sway
    lean = manner.lean_deg
    poser.turn("pelvis", about("z", -yaw) @ about("y", drop) @ about("x", lean * 0.5))
    poser.turn(
        "spine_01", about("x", lean * 0.3 + manner.stoop_deg * 0.2) @ about("y", 2.0 * np.sin(phase) * manner.sway)
    )
    poser.turn("spine_02", about("z", yaw * 0.9) @ about("x", lean * 0.2 + manner.stoop_deg * 0.5))
    poser.turn("spine_03", about("z", yaw * 0.9) @ about("y", 1.5 * np.sin(phase)) @ about("x", manner.stoop_deg * 0.5))
    poser.world("neck_01", about("z", yaw * 0.15) @ about("x", 0.35 * lean + 0.9 * manner.stoop_deg))
    nod = 0.8 * np.cos(2 * phase)
    t = cycle.distance_m / max(cycle.stride_m, 1e-6)
    poser.world("head", about("z", 2.5 * wander(t, 5.0, 1.0)) @ about("x", manner.head_deg + nod))


def _settle(poser: Poser, ankles: dict[str, F64], window: int) -> None:
    """Lower the body smoothly until both legs reach, never straightening them fully."""
    sink = feet.lowered(poser, ankles, 0.992)
    # The widest sink nearby, then softened over less than that: never above what the legs allow, and no jerk.
    soft = gaussian_filter1d(maximum_filter1d(sink, 2 * window + 1, mode="nearest"), window / 2.5, mode="nearest")
    soft = np.maximum(soft, sink)
    poser.move(poser.root - np.column_stack([np.zeros_like(soft), np.zeros_like(soft), soft]))


UNEVEN, ELBOW_LATE = 0.13, 0.07
"""How much more one arm swings than the other, and the share of a cycle by which the forearm is behind the upper arm; chosen by eye."""


def _arms(poser: Poser, steps: list[_Step], manner: Manner, performance: Performance, *, run: bool) -> None:
    """Arms swing against the legs; running they are bent."""
    chest, _ = poser.at("spine_03")
    for (side, sign), step in zip(SIDES, steps):
        a = np.cos(2 * math.pi * (step.phase + 0.48))
        width = 0.20 + 0.05 * min(max(girth(poser.body), 0.0), 2.0)
        if run:
            swing = a * 36 * manner.arms - 14
            elbow = 84 + 14 * a
            inward = -0.22
        else:
            # The forearm follows the upper arm like a second pendulum: it bends on the way to the front, and a little late.
            own = 1 + UNEVEN * sign * math.cos(7.0 * performance.phase)
            late = np.cos(2 * math.pi * (step.phase + 0.48 - ELBOW_LATE))
            swing = (a * 20 + 3) * manner.arms * own
            elbow = 19 + (15 * (late + 1) / 2 + 4 * (late + 1) ** 2 / 4) * manner.arms * own
            inward = 0.06 - 0.16 * (late + 1) / 2
        upper = apply(chest @ about("x", -swing), np.array([sign * width, 0.0, -1.0]))
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", upper)
        lower = apply(chest @ about("x", -swing - elbow), columns(sign * inward, 0.0, -1.0))
        poser.aim(f"lowerarm_{side}", f"hand_{side}", lower)
        poser.curl(side, 46.0 if run else 26.0 + 4.0 * wander(step.phase, 1.7, sign), thumb_deg=12.0 if run else 16.0)
        if manner.creeping:
            _creep(poser, side, sign, a, manner.creeping)


def _creep(poser: Poser, side: str, sign: float, swing: F64, share: float) -> None:
    """A hand held before the chest, its fingers hanging, going a little with the step."""
    s = poser.body.height_m / 1.7
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    spot = np.column_stack([np.full_like(swing, sign * 0.15), -0.34 - 0.05 * swing, -0.10 + 0.05 * swing]) * s
    along = np.array([-sign * 0.10, -0.85, -0.50])
    hands.bring(
        poser, side, neck + apply(chest, spot), apply(chest, along), apply(chest, np.array([0.0, 0.45, -0.9])),
        apply(chest, np.array([sign * 0.8, 0.35, -0.5])), at=poser.body.heads[f"hand_{side}"], share=share,
    )  # fmt: skip


def girth(body: Body) -> float:
    """How much wider than a slim person the hips are, in steps of 5 cm."""
    z = body.marks["hip"]
    ring = body.points[:13380][np.abs(body.points[:13380, 2] - z) < 0.03]
    ring = ring[np.abs(ring[:, 0]) < 0.3]
    return float((ring[:, 0].max() / (body.height_m / 1.7) - 0.165) / 0.05)
