"""Massaging the legs: seated and bent forward, both hands knead one leg from the thigh to below the knee."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns, unit
from filmwright.content.figure.seat import seated
from filmwright.content.kinds import Motion, Performance

WORDS = ("massage legs",)
EXAMPLE = "A woman in a gray t-shirt massages her legs on a couch"
POSTURE = "sit"
SEEN = ("full",)
HOME = ("living_room", "gym")
TURN_RAD = 0.75

_STROKE_S, _KNEAD_S = 3.6, 0.7


def build(body: Body, performance: Performance) -> Motion:
    """The body on its seat kneads its right leg from the first moment to the end."""
    sitting = seated(body, performance._replace(seated=True))
    poser, t = sitting.poser, performance.times_s
    s = hands.scale(body)
    along = 0.5 - 0.5 * np.cos(2 * np.pi * (t / _STROKE_S + performance.phase))
    _work.bow(poser, 34.0 + 14.0 * along)
    hip, knee, ankle = (poser.at(f"{bone}_r")[1] for bone in ("thigh", "calf", "foot"))
    thigh, shin = unit(knee - hip), unit(ankle - knee)
    upper, lower = knee - thigh * 0.20 * s, knee + shin * 0.13 * s
    over = unit(np.array([0.0, -0.45, 0.9]) - thigh * np.sum(np.array([0.0, -0.45, 0.9]) * thigh, -1, keepdims=True))
    # Past the knee the hands are before the shin, no longer over the thigh.
    bent = np.clip((along - 0.45) / 0.3, 0.0, 1.0)[:, None]
    out = unit(over * (1 - bent) + np.array([0.0, -1.0, 0.15]) * bent)
    middle = (
        upper
        + (knee - upper) * np.minimum(along / 0.6, 1.0)[:, None]
        + (lower - knee) * np.clip((along - 0.6) / 0.4, 0, 1)[:, None]
    )
    _work.look(poser, middle, share=1.0, most_deg=56.0)
    for side, sign in SIDES:
        knead = 0.012 * s * np.sin(2 * np.pi * t / _KNEAD_S + (0.0 if side == "r" else np.pi))
        point = middle + out * (0.030 * s) + columns(sign * 0.066 * s, 0.0, knead)
        poser.curl(side, 30.0, thumb_deg=12.0)
        hands.bring(
            poser, side, point, columns(-sign * 0.25, -0.85, -0.25), columns(-sign * 0.85, 0.1, -0.45), np.array([sign * 0.95, 0.3, -0.2]),
            at=hands.hollow(body, side, 0.006),
        )  # fmt: skip
    return sitting.finish()
