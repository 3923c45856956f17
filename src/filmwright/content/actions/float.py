"""Floating without weight: the body leans and turns slowly, arms and legs half bent as they hang when nothing pulls at them."""

from __future__ import annotations

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns, wander
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("float", "float weightless")
EXAMPLE = "An astronaut floats in space"
POSTURE = "stand"
SEEN = ("full",)
HOME = ("outer_space", "space_station", "underwater")
ONLY_IN = ("outer_space", "space_station", "underwater", "sky")
ALSO = ("fly", "fly_in_orbit", "hover", "spacewalk")
TURN_RAD = 0.5

_HIGH = 0.20  # of the body's height: how far its feet hang over the mark; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body hangs over path[0], drifting to and fro by a hand's breadth."""
    floating = begun(body, performance)
    poser, t, s = floating.poser, floating.t, hands.scale(body)
    slow = wander(t, 9.0, 0.0)
    poser.turn(
        "pelvis",
        about("y", 7.0 * wander(t, 11.0, 0.7)) @ about("x", 13.0 + 6.0 * slow) @ about("z", 9.0 * wander(t, 13.0, 1.9)),
    )
    for bone, degrees in (("spine_01", 4.0), ("spine_02", 5.0), ("spine_03", 4.0)):
        poser.turn(bone, about("x", degrees + 1.5 * wander(t, 6.0, 0.4)))
    poser.turn("head", about("x", -12.0 + 4.0 * wander(t, 5.0, 1.3)) @ about("z", 8.0 * wander(t, 7.0, 2.2)))
    drift = columns(
        0.06 * wander(t, 8.0, 0.2), 0.04 * wander(t, 10.0, 1.1), _HIGH * body.height_m / s + 0.05 * wander(t, 6.5, 2.0)
    )
    poser.move(s * drift)
    for side, sign in SIDES:
        shift = 0.0 if side == "l" else 2.4
        swing = wander(t, 5.5, shift)
        thigh = columns(sign * (0.16 + 0.03 * swing), -0.42 + 0.10 * swing, -1.0)
        poser.aim(f"thigh_{side}", f"calf_{side}", thigh)
        poser.aim(f"calf_{side}", f"foot_{side}", columns(sign * 0.08, 0.42 + 0.12 * wander(t, 4.7, shift + 0.8), -1.0))
        poser.turn(f"foot_{side}", about("x", 26.0 + 5.0 * swing))
        poser.aim(
            f"upperarm_{side}",
            f"lowerarm_{side}",
            columns(sign * (0.86 + 0.06 * swing), -0.45, -0.62 + 0.16 * wander(t, 6.1, shift)),
        )
        poser.aim(
            f"lowerarm_{side}", f"hand_{side}", columns(sign * 0.45, -0.95, 0.05 + 0.22 * wander(t, 4.9, shift + 0.5))
        )
        poser.curl(side, 22.0 + 6.0 * swing, thumb_deg=10.0)
    return floating.finish()
