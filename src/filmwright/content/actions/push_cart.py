"""Pushing a cart: the walk of whoever walks, both hands on the handle of the cart that rolls ahead."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, walk
from filmwright.content.figure import gait, hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Manner
from filmwright.content.figure.pose import SIDES, Poser
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import shopping_cart

WORDS = ("push cart", "push shopping cart")
EXAMPLE = "A woman in a blue shirt pushes a cart through a supermarket"
POSTURE = "walk"
SEEN = ("full",)
USES = ("shopping_cart",)
HOME = ("supermarket", "city_street")
FREE = ("head",)

_AHEAD_M = 0.40  # of the handle before a body of 1.7 m


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body walks with a cart."""
    return 0.85 * walk.pace(body, manner)


def build(body: Body, performance: Performance) -> Motion:
    """The body walks along the performance's path behind the cart."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    performance = performance._replace(speed_m_s=speed)
    s = hands.scale(body)
    handle = np.array([0.0, -_AHEAD_M * s, shopping_cart.HANDLE_M[1] * _size(body) - performance.sole_m])

    def arms(poser: Poser) -> None:
        for side, sign in SIDES:
            poser.curl(side, 54.0, thumb_deg=28.0)
            hands.bring(
                poser, side, np.tile(handle + [sign * 0.17 * s, 0.0, 0.0], (poser.frames, 1)), np.array([-sign * 0.1, -0.9, -0.25]),
                np.array([0.0, -0.25, -0.95]), np.array([sign * 0.8, 0.6, -0.7]), at=hands.hollow(body, side, 0.014),
            )  # fmt: skip

    manner = Manner(speed, lean_deg=7.0, head_deg=3.0)
    motion = gait.travel(body, performance, manner, gait.walk_cycle(body, manner, performance), run=False, arms=arms)
    turned = np.diag([-1.0, -1.0, 1.0])
    size = _size(body)
    origin = np.array([0.0, handle[1] + shopping_cart.HANDLE_M[0] * size, -performance.sole_m])
    return _sport.beside(motion, {"cart": (np.tile(origin, (len(motion.root), 1)), turned)})


def beat(body: Body, performance: Performance) -> gait.Beat:
    """The beat of the steps."""
    manner = Manner(performance.speed_m_s or pace(body, performance.manner))
    return gait.beat(gait.walk_cycle(body, manner, performance), run=False)


def hold(body: Body, thing: Thing) -> Hold:
    """The cart ahead; for a child a smaller one."""
    return Hold("", np.diag([-1.0, -1.0, 1.0]), np.array([0.0, -1.0, 0.0]), _size(body), "cart")


def _size(body: Body) -> float:
    return min(1.0, max(0.6, hands.scale(body)))
