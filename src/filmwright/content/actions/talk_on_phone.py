"""On the phone: it is held to the right ear, the head leans on it, the other hand draws what is said."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("talk on phone", "make phone call")
EXAMPLE = "A man in a gray coat makes a phone call"
POSTURE = "stand"
OVER = ("right", "head")
MOUTH = "talk"
SEEN = ("medium",)
SEATED = ("told",)
USES = ("cell_phone",)

_STROKE_S = 1.9


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] talks on the phone from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=1.0)
    poser, t = standing.poser, performance.times_s
    s, phase = hands.scale(body), 5.0 * performance.phase
    nod = np.sin(2 * np.pi * t / 0.8) * smooth_step(np.sin(2 * np.pi * t / 3.1), -0.2, 0.4)
    turn_head(poser, 6.0 + 16.0 * wander(t, 4.6, 0.3 + phase), 5.0 + 4.0 * wander(t, 3.4, 1.0) + 2.5 * nod)
    poser.bend("head", about("y", -9.0 + 2.0 * wander(t, 3.0, 2.0)))
    poser.turn("clavicle_r", about("y", 9.0))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    head, joint = poser.at("head")
    turned = head @ _turned()
    center = hands.ear(body, "r") + _turned() @ np.array([0.0, 0.040 * s, -0.013])
    origin = joint + apply(head, center - body.heads["head"])
    poser.curl("r", 26.0, thumb_deg=30.0)
    hands.carry(poser, "r", _grip(body), turned, origin, apply(chest, np.array([-0.75, -0.35, -0.9])))
    k = (0.5 - 0.5 * np.cos(2 * np.pi * (t + phase) / _STROKE_S)) ** 1.5
    spot = columns(0.13 + 0.17 * k, -0.28 - 0.04 * k, -0.34 + 0.14 * k)
    poser.curl("l", 18.0, thumb_deg=6.0)
    hands.bring(
        poser,
        "l",
        neck + apply(chest, spot * s),
        apply(chest, columns(-0.5 + 0.7 * k, -0.85, 0.2 + 0.35 * k)),
        apply(chest, columns(-0.8 + 0.3 * k, 0.0, 0.35 + 0.6 * k)),
        apply(chest, np.array([0.7, 0.55, -0.7])),
    )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The phone lies in the right hand."""
    return hands.hold(body, "r", _grip(body))


def _turned() -> F64:
    """The turn of a phone at the right ear of an upright head: its screen to the head, its lower end down and ahead."""
    low, screen = np.array([0.0, -0.50, -0.87]), np.array([1.0, 0.10, -0.06])
    return hands.pointing(low, screen)


def _grip(body: Body) -> hands.Grip:
    """The lower half of the phone's back on the fingers."""
    s = hands.scale(body)
    return hands.Grip(
        np.array([-0.008 * s, 0.024, 0.0]), np.array([0.55, -0.83, 0.0]), np.array([0.0, 0.12, 1.0]), 0.004
    )
