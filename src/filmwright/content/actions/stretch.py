"""Stretching: both arms go up over the head, hands together, and the body leans to one side, then to the other."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, arms_down, begun, breath, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("stretch",)
EXAMPLE = "A woman in a gray sweater stretches"
POSTURE = "stand"
SEEN = ("raised_arms",)
ALSO = ("do_aerobics",)

_LEAN_S = 3.6  # to one side and to the other; chosen
_LEAN_DEG = 30.0


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] stretches upwards in the first second and sideways to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    up = smooth_step(t, -0.1, 0.95)
    wave = np.sin(2 * np.pi * np.maximum(t - 0.7, 0.0) / _LEAN_S)
    lean = _LEAN_DEG * np.tanh(1.6 * wave) / np.tanh(1.6)  # to the left when positive
    poser.move(columns(-0.055 * s * lean / _LEAN_DEG, 0.01 * s * up, -0.008 * s))
    poser.turn("pelvis", about("y", 0.10 * lean) @ about("x", -2.0 * up))
    poser.turn("spine_01", about("y", 0.28 * lean) @ about("x", -3.0 * up))
    poser.turn("spine_02", about("y", 0.32 * lean) @ about("x", -3.0 * up))
    poser.turn("spine_03", about("y", 0.26 * lean) @ about("x", -0.9 * breath(t)))
    poser.world("neck_01", about("y", 0.9 * lean) @ about("x", -2.0 * up))
    poser.world("head", about("y", 0.8 * lean) @ about("x", -9.0 * up))
    step(standing, performance, {"l": Step(0.13 * s), "r": Step(-0.13 * s)})
    arms_down(poser, t, breath(t))
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 22.0 * up))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    reach = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    rise = poser.body.heads["upperarm_l"][2] - poser.body.heads["neck_01"][2]
    for side, sign in SIDES:
        spot = np.array([sign * 0.035 * s, 0.01 * s, rise + 0.035 * s + reach * 0.99])
        poser.curl(side, 34.0, thumb_deg=14.0)
        # On their way the hands pass before the body.
        way = neck + apply(chest, spot) + columns(0.0, -0.9 * s * up * (1 - up), 0.0)
        hands.bring(
            poser,
            side,
            way,
            apply(chest, np.array([-sign * 0.45, 0.0, 1.0])),
            apply(chest, np.array([-sign, 0.15, -0.3])),
            apply(chest, np.array([sign, 0.15, 0.1])),
            at=body.heads[f"hand_{side}"],
            share=up,
        )
    return standing.finish()
