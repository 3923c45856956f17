"""Playing a video game: the controller in both hands before the chest, the thumbs at work, the body going along."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("play video game",)
EXAMPLE = "A boy in a red hoodie plays a video game in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
SEATED = ("told", "offered")
USES = ("game_controller",)
HOME = ("living_room", "bedroom", "studio")
ALSO = ("play_controller",)
FACE = ("happy",)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, its eyes on a screen beside the lens."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    steer = wander(t, 1.8, 0.6)  # it leans into the curves
    poser.bend("spine_01", about("x", 6.0) @ about("y", 3.5 * steer))
    poser.bend("spine_02", about("x", 5.0 + 1.5 * wander(t, 1.1, 2.0)))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(t), 0.5))
    poser.bend("head", about("y", -3.0 * steer) @ about("x", 5.0))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    # Its grips are in front of it: at rest they point to the body already.
    turned = chest @ about("x", -34.0 + 4.0 * wander(t, 1.3, 0.2)) @ about("y", 12.0 * steer)
    origin = neck + apply(chest, np.array([0.0, -0.295, -0.30]) * s)
    for side, sign in SIDES:
        for finger, beat in (("index", 3.1), ("middle", 0.0), ("ring", 0.0), ("pinky", 0.0)):
            poser.curl(
                side,
                42.0 + 7.0 * np.maximum(np.sin(2 * np.pi * beat * t + sign), 0.0),
                thumb_deg=22.0 + 12.0 * np.sin(2 * np.pi * 2.7 * t + 2.0 * sign),
                fingers=(finger,),
            )
        hands.carry(poser, side, _grip(side), turned, origin, apply(chest, np.array([sign * 0.75, 0.40, -0.9])))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The controller between both hands; it goes with the right one."""
    return hands.hold(body, "r", _grip("r"))


def _grip(side: str) -> hands.Grip:
    """Each hand round its grip, the fingers under it, the thumb on top."""
    sign = 1.0 if side == "l" else -1.0  # at rest the thing's +X is to the body's left
    return hands.Grip(
        np.array([sign * 0.078, 0.012, 0.014]),
        np.array([-sign * 0.42, -0.88, -0.10]),
        np.array([-sign * 0.82, 0.35, 0.45]),
        0.006,
    )
