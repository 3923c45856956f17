"""Crying: bent over, the hands before the face, the shoulders shaking with sobs."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step
from filmwright.content.figure.seat import at_ease
from filmwright.content.kinds import Motion, Performance

WORDS = ("cry", "weep", "sob")
EXAMPLE = "A woman in a gray sweater cries"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
FACE = ("sad",)
OVER = ("right", "left", "head")
TURN_RAD = 0.30

_SOB_S = 0.42
_WIPES_S = 4.4  # between two times that the eyes are wiped


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] cries from the first moment to the end; now and then the hands wipe the eyes."""
    standing = at_ease(body, performance, liveliness=0.4)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    swell = 0.55 + 0.45 * np.sin(2 * np.pi * t / 2.6 + performance.phase)
    sob = swell * (0.5 - 0.5 * np.cos(2 * np.pi * t / _SOB_S)) ** 1.5
    poser.bend("spine_01", about("x", 4.0 + 1.2 * sob))
    poser.bend("spine_02", about("x", 7.0 + 1.8 * sob))
    poser.bend("spine_03", about("x", 7.0 - 2.0 * sob))
    poser.world("neck_01", about("x", 22.0 + 1.5 * sob))
    poser.world("head", about("x", 17.0 + 2.5 * sob) @ about("z", -4.0) @ about("y", 3.0))
    u = (t + 1.0) % _WIPES_S
    away = smooth_step(u, 2.3, 2.8) * (1 - smooth_step(u, 3.5, _WIPES_S - 0.2))
    turn, place = poser.at("head")
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * (7.0 + 5.0 * sob)))
        eye = body.spots[f"eye_{side}"] - body.heads["head"]
        rub = 0.006 * s * np.sin(2 * np.pi * t / 0.55) * (1 - away)
        near = eye + np.array([sign * 0.006, -0.030, -0.012]) * s
        low = eye + np.array([sign * 0.030, -0.075, -0.115]) * s
        point = place + apply(turn, near + (low - near) * away[:, None] + columns(rub, 0.0, 0.4 * rub))
        poser.curl(side, 34.0, thumb_deg=18.0)
        hands.bring(
            poser,
            side,
            point,
            apply(turn, np.array([-sign * 0.42, -0.05, 0.92])),
            apply(turn, np.array([-sign * 0.35, 0.90, 0.1])),
            apply(turn, np.array([sign * 0.75, -0.25, -0.9])),
            at=hands.tip(body, side, "middle") * 0.45 + hands.hollow(body, side, 0.0) * 0.55,
        )
    return standing.finish()
