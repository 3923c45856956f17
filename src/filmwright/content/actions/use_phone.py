"""On the phone: it lies in one hand before the chest, the head is bent over it, a finger of the other hand goes over its screen."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("use phone", "text on phone")
EXAMPLE = "A young man in a green jacket uses a phone"
POSTURE = "stand"
OVER = ("right", "left", "head")
EYES = "hands"
SEEN = ("medium",)
SEATED = ("told", "offered")
USES = ("cell_phone",)

_TIPPED_DEG = 52.0  # how far the screen is turned up to the eyes; chosen
_SWIPE_S = 1.1


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] looks at its phone and swipes to the end."""
    standing = at_ease(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    turn_head(poser, -5.0 + 2.5 * wander(t, 4.3, 0.6), 30.0 + 2.0 * wander(t, 3.7, 1.1))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    # The upper end of a phone that lies on its back is at -Y: before the body, that is ahead.
    turned = chest @ about("x", -_TIPPED_DEG + 1.0 * wander(t, 3.9, 2.0)) @ about("z", -10.0)
    origin = neck + apply(chest, np.array([-0.055, -0.285, -0.205]) * s)
    poser.curl("r", 26.0, thumb_deg=26.0)
    hands.carry(poser, "r", _grip(body), turned, origin, apply(chest, np.array([-0.6, 0.45, -0.9])))
    # The left forefinger touches the screen, goes up over it, leaves it and comes back.
    u = (t / _SWIPE_S) % 1.0
    on = smooth_step(u, 0.05, 0.18) * (1 - smooth_step(u, 0.50, 0.66))
    along = 0.030 - 0.055 * (smooth_step(u, 0.16, 0.52) - smooth_step(u, 0.62, 0.98))
    spot = columns(0.006, along, 0.013 + 0.030 * (1 - on))
    finger = np.array([-0.62, -0.50, -0.48])
    poser.curl("l", 62.0, thumb_deg=36.0, fingers=FINGERS[1:])
    poser.curl("l", 13.0, thumb_deg=30.0, fingers=FINGERS[:1])
    hands.bring(
        poser,
        "l",
        origin + apply(turned, spot),
        apply(turned, finger),
        apply(turned, np.array([-0.45, 0.15, -0.9])),
        apply(chest, np.array([0.7, 0.4, -0.75])),
        at=hands.tip(body, "l") + 0.020 * s * hands.axes(body, "l")[:, 1],
    )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The phone lies in the right hand."""
    return hands.hold(body, "r", _grip(body))


def _grip(body: Body) -> hands.Grip:
    """The lower half of the phone's back on the fingers, the thumb along its side."""
    s = hands.scale(body)
    return hands.Grip(
        np.array([-0.012 * s, 0.020, 0.0]), np.array([0.62, -0.78, 0.0]), np.array([0.0, 0.12, 1.0]), 0.004
    )
