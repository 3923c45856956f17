"""Throwing a pot: on a stool at the wheel, both hands round the clay that turns, drawing it up."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns, wander
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import potter_wheel

WORDS = ("make pottery",)
EXAMPLE = "A woman in a brown shirt makes pottery in an art studio"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("potter_wheel",)
HOME = ("art_studio", "studio")
ALSO = ("sculpt",)
TURN_RAD = 0.62

_DRAW_S = 3.2  # from the foot of the pot to its rim; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] draws the pot up from the first moment to the end."""
    sitting = _work.sat(body, performance, potter_wheel.SEAT_M, lean_deg=26.0)
    poser, t = sitting.poser, performance.times_s
    share = 0.46 + 0.30 * np.sin(2 * np.pi * t / _DRAW_S)
    side_m = np.stack([potter_wheel.pot(float(f)) for f in share])
    middle = np.array([0.0, -potter_wheel.SIT_M, potter_wheel.DISC_M + 0.010]) + _work.floor(performance)
    _work.look(poser, middle + columns(0.0, 0.0, 0.10 + 0 * t), most_deg=48.0)
    for side, sign in SIDES:
        turn = 0.45 + 0.05 * wander(t, 1.9, sign)  # of the hand round the pot, from its side to who sits there
        reach = side_m[:, 0]
        point = middle + columns(sign * reach * np.cos(turn), reach * np.sin(turn), side_m[:, 1])
        poser.curl(side, 17.0, thumb_deg=22.0)
        along = columns(-sign * (0.30 + 0.2 * np.sin(turn)), -0.85, -0.28)
        out = columns(-sign * np.cos(turn), -np.sin(turn), 0.0)
        hands.bring(
            poser,
            side,
            point,
            along,
            out,
            _work.elbow(poser, 0.95, 0.15, 0.55, side),
            at=hands.hollow(body, side, 0.004),
        )
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The wheel before who throws."""
    return Hold("", np.eye(3), np.array([0.0, -potter_wheel.SIT_M, 0.0]))
