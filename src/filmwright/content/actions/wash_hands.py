"""Washing hands: over the basin, under the running tap, one hand rubbing the other."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import sink

WORDS = ("wash hands",)
EXAMPLE = "A woman in a white shirt washes her hands in a bathroom"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("sink",)
HOME = ("bathroom", "kitchen", "studio")
TURN_RAD = 0.7

_RUB_S = 0.8
_NEAR_M = 0.40  # of the basin's middle from who washes


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] rubs its hands from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.4)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.0, 14.0)
    _work.bow(poser, 18.0)
    middle = np.array([0.0, -_NEAR_M - 0.02, sink.RIM_M + 0.035]) + _work.floor(performance)
    _work.look(poser, middle + 0 * t[:, None], most_deg=44.0)
    rub = np.sin(2 * np.pi * t / _RUB_S)
    for side, sign in SIDES:
        over = 0.018 if side == "r" else -0.006
        point = middle + columns(sign * 0.012 - 0.020 * sign * rub, 0.015 * sign * rub, over)
        poser.curl(side, 22.0 + 6.0 * rub * sign, thumb_deg=20.0)
        along = columns(-sign * 0.62, -0.75, -0.18 + 0 * t)
        out = columns(-sign * 0.55, 0.25, -0.75 if side == "r" else 0.80)
        hands.bring(
            poser, side, point, along, out, _work.elbow(poser, 0.95, 0.4, 0.5, side), at=hands.hollow(body, side, 0.004)
        )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The basin before the body."""
    return Hold("", np.eye(3), np.array([0.0, -_NEAR_M, 0.0]))
