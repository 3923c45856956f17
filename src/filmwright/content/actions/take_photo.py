"""Taking a photo: the phone held up across in both hands before the face, lowered to look at the picture, and up again."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, SIDES, about, apply, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("take a photo", "photograph")
EXAMPLE = "A woman in a yellow jacket takes a photo"
POSTURE = "stand"
OVER = ("right", "left", "head")
SEEN = ("medium",)
SEATED = ("told",)
USES = ("cell_phone",)
ALSO = ("shoot_video", "vlog")

_PERIOD_S = 6.0
_LENGTH_M = 0.152  # of a phone


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] has the phone up within the second, holds it there, and looks at the picture after four."""
    standing = at_ease(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = t % _PERIOD_S
    up = smooth_step(u, 0.05, 0.85) * (1 - smooth_step(u, 4.2, 5.0))
    turn_head(poser, 1.5 * wander(t, 4.0, 0.5) - 3.0 * up, 24.0 * (1 - up) + 1.0 * up)
    poser.bend("spine_02", about("x", -2.0 * up) @ about("y", 2.5 * wander(t, 3.3, 1.0) * up))
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 6.0 * up))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    # Upright, its screen looks back at who holds it; its long side lies across.
    tilt = -(48.0 + 42.0 * up) + 1.0 * wander(t, 2.9, 0.1)
    turned = chest @ about("x", tilt) @ about("z", 90.0)
    low, high = np.array([0.0, -0.27, -0.20]), np.array([-0.012, -0.36, 0.115])
    origin = neck + apply(chest, (low + (high - low) * up[:, None]) * s)
    for side, sign in SIDES:
        poser.curl(side, 44.0, thumb_deg=20.0, fingers=FINGERS[2:])
        poser.curl(side, 28.0, thumb_deg=34.0, fingers=FINGERS[:2])
        pole = apply(chest, np.array([sign * (0.75 - 0.1), 0.25, -0.85]))
        hands.carry(poser, side, _grip(body, side), turned, origin, pole)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The phone is between both hands; it goes with the right one."""
    return hands.hold(body, "r", _grip(body, "r"))


def _grip(body: Body, side: str) -> hands.Grip:
    """Each hand at one of the phone's ends, the fingers behind its back and the thumb before its screen."""
    s = hands.scale(body)
    end = 1.0 if side == "r" else -1.0  # turned across, its lower end is to the body's right
    point = np.array([0.012, end * (_LENGTH_M / 2 + 0.010 * s), 0.002])
    return hands.Grip(point, np.array([-0.75, -end * 0.65, -0.20]), np.array([0.2, -end * 0.75, 0.62]), 0.010)
