"""Peeling an apple: it turns in the left hand, the knife in the right one shaving its skin off in one ribbon."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, unit
from filmwright.content.figure.seat import at_ease
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("peel apples",)
EXAMPLE = "A woman in a white shirt is peeling apples in a kitchen"
POSTURE = "stand"
OVER = ("right", "left", "head")
SEEN = ("medium",)
SEATED = ("told",)
EYES = "hands"
USES = ("apple",)
WITH = ("knife",)
HOME = ("kitchen", "studio")
TURN_RAD = 0.30

_STROKE_S = 1.3
_BACK_DEG = 24.0  # how far the apple turns under the blade in a stroke; chosen
_RADIUS_M, _MIDDLE_M = 0.037, 0.036  # of an apple (props/apple.py)
_ON_BLADE = np.array([0.014, 0.085, 0.006])  # the place on the blade that cuts, in the knife's space


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] peels from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.5)
    poser, t, s = standing.poser, performance.times_s, hands.scale(body)
    _work.bow(poser, 7.0)
    stroke = np.sin(2 * np.pi * t / _STROKE_S)
    chest, joint = poser.at("spine_03")
    front = np.array([0.02 * s, hands.front_m(body, "chest") - 0.20 * s, 0.685 * body.height_m])
    apple = joint + apply(chest, front - body.heads["spine_03"]) + columns(0.0, 0.0, 0.004 * stroke)
    _work.look(poser, apple, most_deg=40.0)
    turned = hands.as_held(0.5 * _BACK_DEG * stroke) @ about("y", 10.0)
    hands.close(poser, "l", 0.034, thumb_deg=20.0)
    hands.carry(poser, "l", _in_left(), turned, apple, _work.elbow(poser, 0.7, 0.2, 0.9, "l"))
    # The blade lies against the far side, its edge towards the body.
    way = unit(np.array([0.96, -0.12, 0.26]))
    blade = np.broadcast_to(hands.pointing(way, np.array([0.0, -0.35, -1.0])), (len(t), 3, 3))
    cut = apple + columns(-0.006 + 0.014 * stroke, -_RADIUS_M - 0.002, _MIDDLE_M - 0.004 - 0.010 * stroke)
    hands.close(poser, "r", 0.010, thumb_deg=18.0)
    hands.carry(poser, "r", _in_right(), blade, cut - apply(blade, _ON_BLADE), _work.elbow(poser, 0.8, 0.2, 0.8))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The apple in the left hand."""
    return hands.hold(body, "l", _in_left())


def hold_other(body: Body, thing: Thing) -> Hold:
    """The knife by its handle."""
    return hands.hold(body, "r", _in_right())


def _in_left() -> hands.Grip:
    """The fingers round the apple from its left side and below."""
    return hands.Grip(
        np.array([0.0, 0.0, _MIDDLE_M]), np.array([0.25, 0.80, 0.10]), np.array([0.85, -0.1, 0.75]), 0.034
    )


def _in_right() -> hands.Grip:
    """The handle along the palm, the thumb free towards the apple."""
    return hands.Grip(np.array([0.0, -0.065, 0.006]), np.array([0.45, 0.85, 0.0]), np.array([0.65, -0.1, -0.75]), 0.008)
