"""Giving an award: a cup held in both hands before the chest, then out to who is to have it, and up."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step, wander
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import trophy

WORDS = ("give award",)
EXAMPLE = "A man in a black suit gives an award on a stage"
POSTURE = "stand"
SEEN = ("medium",)
USES = ("trophy",)
HOME = ("studio", "stage")
FACE = ("happy",)
ALSO = ("receive", "win")
TURN_RAD = 0.5

_PERIOD_S = 5.0


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] holds the cup out within the first two seconds, and then up."""
    standing = stand(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = t % _PERIOD_S
    out = smooth_step(u, 0.3, 1.5) * (1 - smooth_step(u, 2.6, 3.6))
    up = smooth_step(u, 2.4, 3.5) * (1 - smooth_step(u, 4.2, 5.0))
    poser.bend("spine_02", about("x", 5.0 * out - 4.0 * up))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.35 + 0.25 * up)
    poser.bend("head", about("x", 4.0 * out - 8.0 * up + 1.5 * wander(t, 2.4, 0.3)))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    turned = hands.as_held(0.0) @ about("x", -6.0 * out)
    place = columns(0.0, -0.30 - 0.16 * out - 0.02 * up, -0.33 + 0.03 * out + 0.34 * up) * s
    origin = neck + apply(chest, place)
    for side, sign in SIDES:
        poser.curl(side, 26.0, thumb_deg=24.0)
        poser.turn(f"clavicle_{side}", about("y", -sign * 7.0 * up))
        hands.carry(poser, side, _grip(side), turned, origin, apply(chest, np.array([sign * 0.8, 0.30, -0.85])))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The cup by its foot, between both hands; it goes with the right one."""
    return hands.hold(body, "r", _grip("r"))


def _grip(side: str) -> hands.Grip:
    """Each hand at its side of the foot, the fingers ahead and under it."""
    sign = 1.0 if side == "l" else -1.0  # held facing away from the body: its right side (+X) is to the body's right
    return hands.Grip(
        np.array([-sign * trophy.FOOT_M, 0.0, 0.022]),
        np.array([sign * 0.15, 0.90, -0.15]),
        np.array([sign * 0.95, 0.0, 0.35]),
        0.004,
    )
