"""Singing: the chest opens, the head goes with the song, a hand rises with the long notes."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("sing",)
EXAMPLE = "A woman in a black dress sings in a cafe"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
MOUTH = "sing"

_SWAY_S = 3.4  # from one side to the other and back; chosen: a slow song


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sings from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    s, phase = hands.scale(body), 7.0 * performance.phase
    on = smooth_step(t, -0.3, 0.6)
    sway = np.sin(2 * np.pi * (t + phase) / _SWAY_S)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full_like(t, 0.75))
    poser.bend("spine_02", about("y", 2.5 * sway * on) @ about("x", -2.0 * on))
    poser.bend("spine_03", about("y", 2.0 * sway * on) @ about("x", -3.0 * on))
    poser.bend("head", about("y", 5.0 * sway * on) @ about("x", (-5.0 + 4.0 * wander(t, 2.9, 1.0)) * on))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    rise = 0.5 - 0.5 * np.cos(2 * np.pi * (t + phase) / (2 * _SWAY_S))
    for side, sign, share in (("r", -1.0, rise), ("l", 1.0, 0.35 * rise)):
        spot = columns(sign * (0.13 + 0.18 * share), -0.27 - 0.06 * share, -0.33 + 0.24 * share)
        poser.curl(side, 15.0, thumb_deg=6.0)
        hands.bring(
            poser,
            side,
            neck + apply(chest, spot * s),
            apply(chest, columns(-sign * (0.45 - 0.55 * share), -0.85, 0.2 + 0.4 * share)),
            apply(chest, columns(-sign * (0.8 - 0.2 * share), 0.0, 0.4 + 0.6 * share)),
            apply(chest, np.array([sign * 0.7, 0.55, -0.7])),
            share=on,
        )
    return standing.finish()
