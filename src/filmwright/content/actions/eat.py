"""Eating with the fingers: what is held goes up to the mouth, is bitten, and comes down while it is chewed."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("eat",)
EXAMPLE = "A woman in a white sweater eats a hamburger in a café"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told", "offered")
USES = (
    "hamburger", "watermelon", "ice_cream", "sandwich", "hot_dog", "donut", "apple", "banana", "pizza", "carrot", "orange",
    "strawberry", "cheese", "egg", "lemon", "bread",
)  # fmt: skip
HOME = ("restaurant", "cafe", "park")
ALSO = ("dine", "eat_watermelon", "eat_ice_cream", "chew", "bite")

_PERIOD_S = 4.4
_RISE_S, _BITE_S, _LOWER_S = 0.9, 0.8, 1.0
_WIDE_M = 0.105  # what is as wide takes both hands; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] takes a bite within the first two seconds, and another every four."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t - 0.5) % _PERIOD_S
    up = smooth_step(u, 0.0, _RISE_S) * (1 - smooth_step(u, _RISE_S + _BITE_S, _RISE_S + _BITE_S + _LOWER_S))
    bite = smooth_step(u, _RISE_S - 0.2, _RISE_S + 0.25) * (1 - smooth_step(u, _RISE_S + 0.5, _RISE_S + _BITE_S))
    chews = np.sin(2 * np.pi * 1.6 * t) * (1 - up)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.75 * (1 - 0.7 * up))
    poser.bend("spine_02", about("x", 3.0 * up))
    poser.bend("head", about("x", 7.0 * up - 4.0 * bite + 1.6 * chews + 1.0 * wander(t, 3.7, 0.4)))
    food = performance.using
    both = food is not None and _two_handed(food)
    turn, joint = poser.at("head")
    mouth = joint + apply(turn, hands.mouth(body) - body.heads["head"])
    edge = _edge(food)
    tilt = about("x", (8.0 + 14.0 * bite) if both else (18.0 + 10.0 * up))
    turned = tilt @ hands.as_held(0.0 if both else -14.0 * (1 - up))
    lip = apply(turned, edge)
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    aside = 0.0 if both else -0.10
    low = neck + apply(chest, np.array([aside, -0.30, -0.22]) * s) - lip
    high = mouth + columns(0.0, -0.012 - 0.035 * (1 - bite), -0.006 - 0.02 * (1 - bite)) - lip
    origin = low + (high - low) * up[:, None]
    for side in ("r", "l") if both else ("r",):
        sign = 1.0 if side == "l" else -1.0
        grip = _grip(body, food, side)
        poser.turn(f"clavicle_{side}", about("y", -sign * 5.0 * up))
        if both:
            poser.curl(side, 26.0, thumb_deg=26.0)
        else:
            hands.close(poser, side, grip.off_m)
        hands.carry(
            poser, side, grip, turned, origin, columns(sign * (0.80 + 0.1 * up), 0.45 - 0.35 * up, -0.75 + 0 * up)
        )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The food in the right hand, or between both."""
    return hands.hold(body, "r", _grip(body, thing, "r"))


def _two_handed(food: Thing) -> bool:
    """Whether it is so wide that both hands hold it."""
    low, high = things.box(food.nodes)
    return food.grip is None and float((high - low)[0]) >= _WIDE_M


def _edge(food: Thing | None) -> F64:
    """The part of it (3,) that goes to the mouth: its upper part on the side away from its front, which faces the lens."""
    if food is None:
        return np.array([0.0, -0.03, 0.03])
    low, high = things.box(food.nodes)
    middle = (low + high) / 2
    if food.grip is not None:
        return np.array([middle[0], low[1] * 0.6 + middle[1] * 0.4, high[2] - 0.22 * (high - low)[2]])
    tall = float((high - low)[2])
    return np.array([middle[0], low[1] + 0.10 * (high - low)[1], middle[2] + (0.12 if tall < 0.1 else 0.3) * tall])


def _grip(body: Body, food: Thing | None, side: str) -> hands.Grip:
    """The right fist round what has a stem or is small; else each hand at its end, fingers ahead, thumbs to who eats."""
    sign = 1.0 if side == "l" else -1.0
    if food is None:
        return hands.Grip(np.zeros(3), np.array([0.0, 1.0, 0.0]), np.array([-1.0, 0.0, 0.0]), 0.02)
    low, high = things.box(food.nodes)
    middle = (low + high) / 2
    if food.grip is not None:
        return hands.upright(body, side, food, np.asarray(food.grip, float))
    if not _two_handed(food):
        point = np.array([middle[0], middle[1] + 0.15 * (high - low)[1], low[2] + 0.40 * (high - low)[2]])
        return hands.upright(body, side, food, point)
    # Held facing away from the body, the thing's right side (+X) is to the body's right.
    end = high[0] if side == "r" else low[0]
    point = np.array([end + sign * 0.012, middle[1] + 0.10 * (high - low)[1], middle[2]])
    return hands.Grip(point, np.array([sign * 0.30, 0.86, 0.12]), np.array([sign * 0.9, -0.30, 0.10]), 0.004)
