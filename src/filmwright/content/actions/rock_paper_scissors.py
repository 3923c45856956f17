"""Rock, paper, scissors: two face each other, the right fists go down three times, then one shows paper and the other scissors."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, about_axis, columns, smooth_step
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Motion, Performance

WORDS = ("rock paper scissors",)
EXAMPLE = "Two girls play rock paper scissors in a park"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("medium",)
FACE = ("happy",)

_TURN_RAD = math.radians(62.0)  # how far each is turned from the lens: both faces are seen; chosen
_APART_M = 1.05  # of grown people; chosen
_GAP_M = 0.10  # from a hand to the middle between the two; chosen
_FARTHEST_M = 0.46  # of a grown arm
_HIGH_M = 1.15  # where the hands of grown people are shown, over the ground; chosen
_ROUND_S, _BEAT_S, _BEATS = 3.6, 0.52, 3  # a round, a beat of the fists, and how many there are; chosen
_FIST_DEG = 70.0  # of each joint of a finger that is closed
_APART_DEG = 9.0  # by which each of two fingers that are scissors is turned away from the other


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: the hands that are shown near each other."""
    first, second = pair.beside(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)
    return first, second._replace(back_m=0.10)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] shows within two seconds of the first moment, and plays again every 3.6 s. Who leads shows paper first."""
    standing = stand(body, performance, liveliness=0.4)
    poser, place, facing = standing.poser, standing.place, standing.facing_yaw_rad
    t, s = performance.times_s, hands.scale(body)
    other, far, ahead, yaw = pair.way_to_the_other(performance, place, facing)
    u = (t + 0.25) % _ROUND_S
    shown = smooth_step(u, _BEATS * _BEAT_S - 0.16, _BEATS * _BEAT_S + 0.26) * (
        1 - smooth_step(u, _ROUND_S - 0.55, _ROUND_S - 0.05)
    )
    beat = np.abs(np.sin(np.pi * np.clip(u / _BEAT_S, 0.0, _BEATS)))
    poser.bend("pelvis", about("z", 0.25 * yaw))
    poser.turn("spine_02", about("z", 0.25 * yaw) @ about("x", 4.0))
    poser.turn("spine_03", about("z", 0.25 * yaw) @ about("x", 3.0 + 2.0 * shown))
    look_towards(standing, (other[0], other[1], other[2] - 0.25 * s), np.ones_like(t))
    high = min(_HIGH_M, 0.69 * body.height_m) + 0.17 * s * beat
    out = np.minimum(far / 2 - _GAP_M * s, _FARTHEST_M * s) - 0.06 * s * beat[:, None]
    left = np.cross(np.array([0.0, 0.0, 1.0]), ahead)
    spot = ahead * out - 0.04 * s * left + columns(0.0, 0.0, high)
    number = np.floor((t + 0.25) / _ROUND_S).astype(int) % 2
    _shape(poser, shown, flat=(number == 0) == pair.leads(performance))
    palm = left + columns(0.0, 0.0, -0.25 * shown)
    hands.bring(
        poser,
        "r",
        spot,
        ahead + columns(0.0, 0.0, 0.30 * beat + 0.12),
        palm,
        -0.5 * left - 0.3 * ahead + np.array([0.0, 0.0, -1.0]),
    )
    return standing.finish()


def _shape(poser: Poser, shown: F64, *, flat: NDArray[np.bool_]) -> None:
    """The right hand a fist; where it is `shown` (F,), flat or with two fingers out."""
    closed = _FIST_DEG * (1 - shown)
    poser.curl("r", closed, fingers=("index", "middle"), thumb_deg=30.0 - 18.0 * shown * flat)
    out = hands.axes(poser.body, "r")[:, 1]
    for finger, sign in (("index", -1.0), ("middle", 1.0)):
        poser.bend(f"{finger}_01_r", about_axis(out, sign * _APART_DEG * shown * ~flat))
    rest = np.where(flat, closed, _FIST_DEG)
    poser.curl("r", rest, fingers=("ring", "pinky"), thumb_deg=30.0 - 18.0 * shown * flat)
