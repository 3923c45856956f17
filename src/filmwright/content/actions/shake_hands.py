"""Shaking hands: the right arm goes out to whom one meets, the hands close and go up and down."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Motion, Performance

WORDS = ("shake hands",)
EXAMPLE = "A man and a woman shake hands"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("full",)
FACE = ("happy",)
ALSO = ("meet", "stick_out_hand")

_TURN_RAD = math.radians(58.0)  # how far each is turned from the lens: both faces are seen; chosen
_APART_M = 0.85  # of grown people; chosen
_HIGH_M = 1.0  # where the hands of grown people meet, over the ground; chosen
_FARTHEST_M = 0.50  # of a grown arm: as far as a hand goes out to whom it does not reach; chosen
_SHAKE_HZ, _SHAKE_M = 1.9, 0.032


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: an arm's length apart, half turned to the lens."""
    first, second = pair.beside(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)
    return first, second._replace(back_m=0.18)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] gives its hand, half-way to whom it looks at, within the first second, and shakes as long as it lasts."""
    standing = stand(body, performance, liveliness=0.4)
    poser, place, facing = standing.poser, standing.place, standing.facing_yaw_rad
    t, s = performance.times_s, hands.scale(body)
    other, far, ahead, yaw = pair.way_to_the_other(performance, place, facing)
    share = smooth_step(t, -0.3, 0.55)
    poser.bend("pelvis", about("z", 0.25 * yaw))
    poser.turn("spine_02", about("z", 0.25 * yaw) @ about("x", 4.0 * share))
    poser.turn("spine_03", about("z", 0.25 * yaw) @ about("x", 3.0 * share))
    look_towards(standing, other, np.ones_like(t))
    beat = np.sin(2 * np.pi * _SHAKE_HZ * t) * smooth_step(t, 0.6, 1.0)
    high = min(_HIGH_M, 0.62 * body.height_m) + _SHAKE_M * beat
    spot = ahead * np.minimum(far / 2, _FARTHEST_M * s) + columns(0.0, 0.0, high)
    left = np.cross(np.array([0.0, 0.0, 1.0]), ahead)
    poser.curl("r", 30.0, thumb_deg=16.0)
    hands.bring(
        poser,
        "r",
        spot,
        ahead + np.array([0.0, 0.0, -0.16]) + columns(0.0, 0.0, 0.10 * beat),
        left,
        -0.55 * left - 0.2 * ahead + np.array([0.0, 0.0, -1.0]),
        share=share,
    )
    return standing.finish()
