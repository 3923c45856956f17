"""Taking a selfie: the phone held out in one hand, the face to it, smiling, the head tipped now to one side, now to the other."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("take a selfie",)
EXAMPLE = "A young woman in a pink jacket takes a selfie"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
USES = ("cell_phone",)
FACE = ("happy",)
TURN_RAD = 0.55

_POSE_S = 2.6


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] has the phone out from the first moment, and changes its pose every few seconds."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    number = np.floor(t / _POSE_S)
    u = t / _POSE_S - number
    side = np.where(number % 2 == 0, 1.0, -1.0)
    tipped = side * (2 * smooth_step(u, 0.0, 0.18) - 1.0)
    poser.bend("spine_02", about("y", -2.5 * tipped) @ about("x", -3.0))
    turn_head(poser, -24.0 + 2.0 * wander(t, 3.0, 0.5), -7.0)
    poser.bend("head", about("y", 8.0 * tipped))
    poser.turn("clavicle_r", about("y", 6.0) @ about("z", 8.0))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    # Upright, the screen looks back at the face.
    turned = chest @ about("z", -24.0) @ about("x", -98.0 + 1.2 * wander(t, 2.2, 0.1))
    origin = neck + apply(chest, columns(-0.30, -0.46, 0.16 + 0.01 * wander(t, 2.6, 1.0)) * s)
    poser.curl("r", 40.0, thumb_deg=30.0)
    hands.carry(poser, "r", _grip(body), turned, origin, apply(chest, np.array([-0.7, 0.1, -0.9])))
    # Two fingers of the left hand up beside the cheek.
    poser.curl("l", 66.0, thumb_deg=44.0, fingers=FINGERS[2:])
    poser.curl("l", 5.0, thumb_deg=44.0, fingers=FINGERS[:2])
    turn, joint = poser.at("head")
    beside = joint + apply(turn, hands.ear(body, "l") - body.heads["head"] + np.array([0.075, -0.12, -0.055]) * s)
    hands.bring(
        poser, "l", beside, apply(turn, np.array([0.10, -0.10, 1.0])), apply(turn, np.array([-0.15, -1.0, 0.0])),
        apply(chest, np.array([0.75, -0.2, -0.9])),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The phone in the right hand."""
    return hands.hold(body, "r", _grip(body))


def _grip(body: Body) -> hands.Grip:
    """The lower half of the phone's back on the fingers, the thumb on its side."""
    s = hands.scale(body)
    return hands.Grip(
        np.array([-0.008 * s, 0.034, 0.0]), np.array([0.35, -0.93, 0.0]), np.array([0.0, 0.10, 1.0]), 0.004
    )
