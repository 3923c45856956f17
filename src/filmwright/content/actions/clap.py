"""Clapping: both hands meet before the chest, over and over."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, apply, columns, smooth_step
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("clap", "applaud")
EXAMPLE = "A woman in a green dress claps"
POSTURE = "stand"
OVER = ("right", "left", "head")
SEEN = ("medium",)
SEATED = ("told",)
FACE = ("happy",)

_BEAT_HZ = 2.3  # chosen: hearty applause
_OPEN_M = 0.15  # how far each hand goes from the middle; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] lifts its hands in the first half second and claps to the end."""
    standing = at_ease(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    up = smooth_step(t, -0.2, 0.45)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.9 * up)
    apart = np.abs(np.sin(np.pi * _BEAT_HZ * t)) ** 0.9 * _OPEN_M
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    for side, sign in SIDES:
        # The right hand comes from above and strikes the left, which moves less.
        own = apart * (0.75 if side == "l" else 1.2)
        spot = columns(sign * own, -0.30, -0.155 + (0.25 if side == "r" else -0.15) * own)
        along = np.array([-sign * 0.10, -0.72, 0.62 if side == "r" else 0.42])
        out = np.array([-sign, 0.0, 0.0])
        poser.curl(side, 7.0, thumb_deg=4.0)
        hands.bring(
            poser,
            side,
            neck + apply(chest, spot * s),
            apply(chest, along),
            apply(chest, out),
            apply(chest, np.array([sign * 0.8, 0.35, -0.7])),
            at=hands.hollow(body, side, 0.002),
            share=up,
        )
    return standing.finish()
