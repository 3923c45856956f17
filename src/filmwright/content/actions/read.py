"""Reading: an open book in both hands before the chest, the eyes going along its lines."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import glance, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("read",)
EXAMPLE = "A woman in a blue sweater reads in a library"
POSTURE = "stand"
OVER = ("right", "left", "head")
EYES = "hands"
SEEN = ("medium",)
SEATED = ("told", "offered")
USES = ("book",)
ALSO = ("read_book", "study")

_LINE_S = 1.3  # along one line and back; chosen
_TIPPED_DEG = 47.0  # how far the pages are turned up to the eyes; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] reads from the first moment to the end, now and then looking up."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    up = 0.75 * glance(t % 9.0, 5.2, 1.0)  # a thought after a page
    line = (t / _LINE_S) % 1.0
    along = 5.0 - 10.0 * smooth_step(line, 0.0, 0.82) + 10.0 * smooth_step(line, 0.82, 1.0)
    turn_head(poser, (along + 1.5 * wander(t, 5.0, 0.2)) * (1 - up), 30.0 * (1 - up) + 2.0 * up)
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    turned = chest @ about("x", -_TIPPED_DEG + 1.2 * wander(t, 4.1, 1.0)) @ hands.as_held()
    origin = neck + apply(chest, np.array([0.0, -0.325, -0.275]) * s) + 0.004 * s * wander(t, 3.8, 0.3)[:, None]
    for side, sign in SIDES:
        poser.curl(side, 24.0, thumb_deg=30.0)
        pole = apply(chest, np.array([sign * 0.65, 0.35, -0.9]))
        hands.carry(poser, side, _grip(body, performance.using, side), turned, origin, pole)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The book lies in the left hand; the right one goes with it."""
    return hands.hold(body, "l", _grip(body, thing, "l"))


def _grip(body: Body, thing: Thing | None, side: str) -> hands.Grip:
    """Each hand under its cover, the thumb over the outer edge. The book lies open along +Y, its back at the origin."""
    edge = hands.reach_m(thing, 0) if thing is not None else 0.15
    s = hands.scale(body)
    sign = 1.0 if side == "r" else -1.0  # the thing's right is to the body's right
    point = np.array([sign * (edge - 0.040 * s), -0.035, 0.012])
    return hands.Grip(point, np.array([-sign * 0.62, 0.78, 0.0]), np.array([-sign * 0.15, 0.0, 1.0]), 0.002)
