"""Skating along a path: a long glide on one bent leg while the other has pushed off to the side, and the same on the other leg."""

from __future__ import annotations

import math

import numpy as np
from scipy.interpolate import CubicSpline

from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns, forward, leg_m, to_model
from filmwright.content.kinds import Motion, Performance

_SPEED_M_S = 2.2  # of a grown body at its ease; chosen
_PERIOD_S = 2.0  # a glide on either leg
_WEAVE_M = 0.17  # how far a body of 1.7 m swings to either side: it glides off to where the leg pushed it; chosen
_PACES = {"slow": 0.65, "casual": 0.8, "brisk": 1.25, "fast": 1.5}

# A foot through a period, from when it comes down to when it does so again: to the side, ahead (shares of a leg), toes out, over the
# ground (share), heel raised. It carries the body, is pushed out and back, trails, and is brought to the other foot. Chosen by eye.
_AT = (0.00, 0.18, 0.36, 0.50, 0.60, 0.72, 0.86, 1.00)
_FOOT = CubicSpline(
    _AT,
    [
        (0.05, 0.14, 5.0, 0.00, 0.0),
        (0.06, 0.08, 3.0, 0.00, 0.0),
        (0.11, 0.03, 10.0, 0.00, 0.0),
        (0.34, -0.06, 28.0, 0.00, 0.0),
        (0.58, -0.28, 38.0, 0.01, 8.0),
        (0.44, -0.56, 32.0, 0.20, 40.0),
        (0.15, -0.26, 14.0, 0.14, 18.0),
        (0.05, 0.14, 5.0, 0.00, 0.0),
    ],
    bc_type="periodic",
)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body skates."""
    return _SPEED_M_S * math.sqrt(body.height_m / 1.7) * _PACES.get(manner or "", 1.0)


def build(body: Body, performance: Performance) -> Motion:
    """The body skates along the performance's path, bent forward, its arms swinging out against the legs."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    t, leg = performance.times_s, leg_m(body)
    gone = speed * t
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(gone).max()) + 2.0, performance.begin)
    phase = t / _PERIOD_S + performance.phase
    swing = 2 * np.pi * (phase - 0.22)
    over = np.cos(swing)  # 1: the body is over its left foot
    wide = _WEAVE_M * body.height_m / 1.7
    yaw = path.yaw(gone)
    aside = forward(yaw + np.pi / 2) * (wide * np.sin(swing))[:, None]
    place = np.column_stack([path.spot(gone) + aside, path.height(gone, performance.ground, 0.5)])
    facing = yaw + np.arctan(wide * 2 * np.pi / (_PERIOD_S * speed) * over)
    poser = Poser(body, performance.frames)
    low = 0.125 + 0.035 * np.cos(4 * np.pi * (phase - 0.5))
    poser.move(columns(0.10 * leg * over, 0.08 * leg, -low * leg))
    poser.turn("pelvis", about("z", 6.0 * over) @ about("x", 22.0) @ about("y", 8.0 * over))
    poser.turn("spine_01", about("x", 9.0) @ about("y", 4.0 * over))
    poser.turn("spine_02", about("x", 7.0) @ about("z", -6.0 * over) @ about("y", 3.0 * over))
    poser.turn("spine_03", about("x", 4.0) @ about("z", -7.0 * over))
    poser.world("neck_01", about("x", 18.0) @ about("y", 4.0 * over))
    poser.world("head", about("x", 4.0) @ about("z", 4.0 * over))
    _legs(poser, performance, phase, place, facing, leg)
    _arms(poser, over)
    return poser.motion(place, facing)


def _legs(poser: Poser, performance: Performance, phase: F64, place: F64, facing: F64, leg: float) -> None:
    ahead, left = forward(facing), forward(facing + np.pi / 2)
    planted = []
    for side, sign in SIDES:
        aside, before, out, lift, pitch = _FOOT((phase + (0.0 if side == "l" else 0.5)) % 1.0).T
        shape = feet.foot(poser.body, side)
        spot = place[:, :2] + left * (sign * leg * aside)[:, None] + ahead * (leg * before)[:, None]
        footing = feet.footing(shape, spot, facing + sign * np.radians(out), performance.ground)
        ankle, turn = feet.roll(shape, footing, np.maximum(pitch, 0.0))
        ankle[:, 2] += leg * np.maximum(lift, 0.0)
        planted.append((shape, ankle, turn))
    sink = feet.lowered(poser, {shape.side: to_model(place, facing, ankle) for shape, ankle, _ in planted}, 0.99)
    poser.move(poser.root - columns(0.0, 0.0, sink))
    for shape, ankle, turn in planted:
        feet.plant(poser, shape, ankle, turn, turn, place, facing)


def _arms(poser: Poser, over: F64) -> None:
    """An arm goes ahead and across while the leg on its side is behind, out and back while it carries."""
    chest, _ = poser.at("spine_03")
    for side, sign in SIDES:
        back = sign * over
        upper = columns(sign * (0.42 + 0.16 * back), 0.10 + 0.62 * back, -1.0)
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(chest, upper))
        fore = columns(sign * (0.05 + 0.40 * back), -0.45 + 0.55 * back, -0.75 + 0.05 * back)
        poser.aim(f"lowerarm_{side}", f"hand_{side}", apply(chest, fore))
        poser.curl(side, 22.0)
