"""Cooking: a pan held in the left hand, a spoon that stirs in it, the eyes on it."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, unit, wander
from filmwright.content.figure.stance import stand, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("cook", "prepare food")
EXAMPLE = "A man in a white shirt cooks in a kitchen"
POSTURE = "stand"
EYES = "hands"
USES = ("frying_pan",)
WITH = ("spoon",)
HOME = ("kitchen",)
ALSO = ("stir", "barbecue", "bake")

_STIR_S = 1.2


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] stirs in its pan from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    turn_head(poser, 4.0 + 3.0 * wander(t, 4.0, 0.4), 31.0 + 2.0 * wander(t, 3.1, 1.0))
    poser.bend("spine_02", about("x", 4.0 + 1.0 * wander(t, 3.0, 0.2)))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    swirl = 2 * np.pi * t / _STIR_S
    tilt = about("x", -4.0 + 2.5 * np.sin(swirl)) @ about("y", 2.5 * np.cos(swirl))
    turned = tilt @ hands.as_held(-28.0)
    origin = neck + np.array([-0.03, -0.44, -0.40]) * s + 0.008 * s * columns(np.cos(swirl), np.sin(swirl), 0.0)
    hands.close(poser, "l", 0.012)
    hands.carry(
        poser, "l", _pan_grip(body, performance.using), turned, origin, apply(chest, np.array([0.8, 0.6, -0.6]))
    )
    stir = columns(0.055 * np.cos(swirl), 0.055 * np.sin(swirl), 0.010)
    tip = origin + apply(turned, stir)
    way = unit(np.array([0.30, -0.22, -1.0]) + 0.12 * columns(np.cos(swirl), -np.sin(swirl), 0.0))
    spoon = hands.pointing(way, np.array([0.0, -1.0, 0.3]))
    reach = np.array([0.0, hands.reach_m(performance.other, 1) if performance.other is not None else 0.15, 0.0])
    hands.close(poser, "r", 0.004, thumb_deg=32.0)
    hands.carry(
        poser,
        "r",
        _spoon_grip(performance.other),
        spoon,
        tip - apply(spoon, reach),
        apply(chest, np.array([-0.8, 0.5, -0.3])),
    )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The pan by its handle in the left hand."""
    return hands.hold(body, "l", _pan_grip(body, thing))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The spoon in the right hand."""
    return hands.hold(body, "r", _spoon_grip(thing))


def _pan_grip(body: Body, thing: Thing | None) -> hands.Grip:
    """A fist round the handle, the thumb towards the pan, the palm up."""
    point = (
        np.asarray(thing.grip, float) if thing is not None and thing.grip is not None else np.array([0, -0.29, 0.06])
    )
    return hands.Grip(point, np.array([0.80, 0.55, 0.10]), np.array([-0.10, 0.0, 1.0]), 0.011)


def _spoon_grip(thing: Thing | None) -> hands.Grip:
    """The end of the handle, the bowl pointing down out of the hand's little finger's side and ahead."""
    back = -0.55 * hands.reach_m(thing, 1) if thing is not None else -0.07
    return hands.Grip(np.array([0.0, back, 0.006]), np.array([0.0, 0.70, 0.71]), np.array([1.0, 0.0, 0.0]), 0.004)
