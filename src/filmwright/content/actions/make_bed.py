"""Making a bed: bent over its side, both hands drawing the duvet smooth."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns, smooth_step
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import bed

WORDS = ("make bed",)
EXAMPLE = "A woman in a blue shirt makes the bed in a bedroom"
POSTURE = "stand"
SEEN = ("full",)
USES = ("bed",)
HOME = ("bedroom", "studio")
TURN_RAD = 0.45

_PERIOD_S = 2.6
_NEAR_M = 0.30  # from who makes it to the bed's side


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] smoothes the duvet from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.2)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t / _PERIOD_S) % 1.0
    out = smooth_step(u, 0.0, 0.45) - smooth_step(u, 0.58, 0.98)
    lifted = np.sin(np.pi * np.clip((u - 0.56) / 0.44, 0.0, 1.0))
    _work.stoop(standing, performance, 0.06 + 0.02 * out, 40.0 + 5.0 * out)
    _work.bow(poser, 30.0 + 8.0 * out)
    top = bed.TOP_M + 0.085 - performance.sole_m
    middle = columns(0.0, -(_NEAR_M + 0.14 + 0.24 * s * out), top + 0.09 * lifted)
    _work.look(poser, middle - [0.0, 0.15, 0.0], most_deg=30.0)
    for side, sign in SIDES:
        poser.curl(side, 10.0 + 22.0 * lifted, thumb_deg=14.0)
        point = middle + columns(sign * (0.17 + 0.10 * out), 0.0, 0.0)
        hands.bring(
            poser, side, point, columns(-sign * 0.12, -1.0, -0.22 + 0 * t), np.array([0.0, 0.0, -1.0]),
            np.array([sign * 0.85, 0.4, 0.1]), at=hands.hollow(body, side, 0.002),
        )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The bed on the ground, its side before the body, its head to the body's left."""
    turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    return Hold("", turn, np.array([-0.15, -(_NEAR_M + bed.WIDTH_M / 2), 0.0]))
