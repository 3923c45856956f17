"""Tai chi: low and wide, the weight flows from leg to leg, and the hands part and close round a ball of air."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, leg_m
from filmwright.content.figure.stance import Step, begun, breath, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("do tai chi", "tai chi")
EXAMPLE = "An old man in a white shirt does tai chi in a park"
POSTURE = "stand"
SEEN = ("whole",)
HOME = ("park",)

_PERIOD_S = 6.4  # to one side and back; chosen: slower than breath


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] does tai chi from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    u = 2 * np.pi * (t / _PERIOD_S + 0.5 * performance.phase)
    shift = np.sin(u) * (1.15 - 0.15 * np.sin(u) ** 2)  # to the left when positive; it rests at each side
    low = 0.155 * leg * (1.0 + 0.20 * np.cos(2 * u))
    poser.move(columns(0.125 * s * shift, 0.03 * s, -0.012 * s - low))
    turn = 24.0 * shift
    poser.turn("pelvis", about("z", 0.45 * turn) @ about("x", 2.0))
    poser.turn("spine_01", about("z", 0.15 * turn) @ about("x", 1.0))
    poser.turn("spine_02", about("z", 0.20 * turn))
    poser.turn("spine_03", about("z", 0.20 * turn) @ about("x", -1.0 * breath(t)))
    poser.world("neck_01", about("z", 1.05 * turn) @ about("x", 1.0))
    poser.world("head", about("z", 1.20 * turn) @ about("x", 4.0))
    step(standing, performance, {side: Step(sign * 0.27 * s, 0.0, 16.0) for side, sign in SIDES})
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    # Each hand goes round: up before the face on its own side, down before the belly on the way back.
    for side, sign in SIDES:
        way = sign * np.cos(u)
        raised = 0.5 + 0.5 * sign * np.sin(u)
        spot = columns(
            sign * (0.10 + 0.20 * raised) + 0.05 * way, -0.42 - 0.06 * raised, -0.46 + 0.46 * raised + 0.05 * way
        )
        poser.curl(side, 16.0, thumb_deg=4.0)
        hands.bring(
            poser,
            side,
            neck + apply(chest, spot * s),
            apply(chest, columns(-sign * (0.9 - 0.7 * raised), -0.7, 0.1 + 0.9 * raised)),
            apply(chest, columns(-sign * 0.15, -0.15 - 0.85 * raised, 0.9 - 0.9 * raised)),
            apply(chest, np.array([sign * 0.9, 0.5, -0.9])),
        )
    return standing.finish()
