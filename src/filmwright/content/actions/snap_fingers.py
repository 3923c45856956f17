"""Snapping the fingers: a hand before the shoulder, thumb and middle finger together, and a snap in time with the nodding head."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step
from filmwright.content.figure.seat import at_ease
from filmwright.content.kinds import Motion, Performance

WORDS = ("snap fingers", "finger snapping")
EXAMPLE = "A man in a black shirt snaps his fingers"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
OVER = ("right", "left", "head")
FACE = ("happy",)
TURN_RAD = 0.25

_BEAT_S = 0.62


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] snaps the fingers of both hands, by turns, from the first moment."""
    standing = at_ease(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    beat = t / _BEAT_S
    groove = np.sin(np.pi * beat)
    poser.bend("spine_02", about("y", 2.5 * groove) @ about("z", 3.0 * groove))
    poser.world("head", about("x", 2.0 + 4.0 * (0.5 - 0.5 * np.cos(2 * np.pi * beat))) @ about("y", 4.0 * groove))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    for side, sign in SIDES:
        u = (beat / 2 + (0.0 if side == "r" else 0.5)) % 1.0
        snap = smooth_step(u, 0.11, 0.27) * (1 - smooth_step(u, 0.40, 0.70))
        flick = smooth_step(u, 0.14, 0.24) * (1 - smooth_step(u, 0.24, 0.55))
        point = neck + apply(
            chest, columns(sign * (0.25 + 0.02 * flick), -0.33 - 0.03 * flick, -0.03 + 0.05 * flick) * s
        )
        poser.curl(side, 58.0, fingers=("ring", "pinky"))
        poser.curl(side, 20.0 + 10.0 * snap, fingers=("index",))
        poser.curl(side, 40.0 + 32.0 * snap, thumb_deg=34.0 - 12.0 * snap, fingers=("middle",))
        hands.bring(
            poser, side, point, apply(chest, columns(-sign * 0.30, -0.45 - 0.35 * flick, 0.85 - 0.2 * flick)),
            apply(chest, np.array([-sign * 0.75, -0.55, -0.1])), apply(chest, np.array([sign * 0.6, 0.35, -1.0])),
            at=hands.hollow(body, side, 0.0),
        )  # fmt: skip
    return standing.finish()
