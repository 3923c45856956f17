"""Watering plants: the can in the right hand tipped over a pot, water running out of its rose."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import watering_can

WORDS = ("water plants", "water flowers")
EXAMPLE = "A woman in a yellow dress waters plants in a living room"
POSTURE = "stand"
SEEN = ("full",)
USES = ("watering_can",)
WITH = ("potted_plant", "sunflower")
HOME = ("living_room", "park", "studio")
TURN_RAD = 0.95

_POT = np.array([-0.10, -0.98, 0.0])  # of the plant before who waters it; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] waters from the first moment to the end, going round over the pot."""
    standing = stand(body, performance, liveliness=0.4)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    _work.stoop(standing, performance, 0.01, 9.0)
    _work.bow(poser, 12.0)
    swirl = 2 * np.pi * t / 3.6
    turned = hands.as_held(8.0) @ about("x", -np.degrees(watering_can.POUR_RAD) + 1.5 * np.sin(swirl))
    rose = _POT + np.array([0.0, 0.17, 0.94 * max(s, 0.75)]) + 0.035 * columns(np.cos(swirl), np.sin(swirl), 0.0)
    origin = rose - apply(turned, watering_can.ROSE)
    _work.look(poser, _POT + columns(0.0, 0.0, 0.35 + 0 * t), most_deg=42.0)
    poser.turn("clavicle_r", about("y", 4.0))
    hands.close(poser, "r", 0.010, thumb_deg=30.0)
    hands.carry(poser, "r", _grip(), turned, origin, _work.elbow(poser, 0.9, 0.5, 0.3))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The can by its handle."""
    return hands.hold(body, "r", _grip())


def hold_other(body: Body, thing: Thing) -> Hold:
    """The plant on the ground."""
    return Hold("", np.eye(3), _POT)


def _grip() -> hands.Grip:
    """A fist round the handle from above, the thumb ahead."""
    return hands.Grip(
        np.asarray(watering_can.HANDLE), np.array([0.80, 0.15, -0.58]), np.array([-0.58, 0.0, -0.80]), 0.010
    )
