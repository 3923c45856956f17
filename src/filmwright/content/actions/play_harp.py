"""Playing the harp: on a stool, the sounding box at the right shoulder, a hand on either side of the strings."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, SIDES, about, columns, wander
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import harp

WORDS = ("play harp",)
EXAMPLE = "A woman in a white dress plays the harp on a stage"
POSTURE = "stand"
SEEN = ("full",)
USES = ("harp",)
HOME = ("stage", "studio")
TURN_RAD = -0.95

_FIGURE_S = 2.4


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end."""
    sitting = _work.sat(body, performance, harp.SEAT_M, lean_deg=5.0)
    poser, t = sitting.poser, performance.times_s
    wave = 2 * np.pi * t / _FIGURE_S
    poser.bend("spine_01", about("x", 2.0 * np.sin(wave / 2)) @ about("z", 3.0 * np.sin(wave / 2)))
    place = np.array([-harp.ASIDE_M, -harp.SIT_M, 0.0]) + _work.floor(performance)
    middle = place + harp.strings(0.62, 0.45)
    _work.look(poser, middle + columns(0.0, 0.06 * wander(t, 3.0, 0.4), 0.0), share=0.8, most_deg=28.0)
    for side, sign in SIDES:
        share = (0.72 if side == "r" else 0.52) + 0.10 * np.sin(wave + (0.0 if side == "r" else 1.3))
        spots = np.stack([harp.strings(float(f), 0.48 if side == "r" else 0.46) for f in share])
        pluck = np.maximum(np.sin(4 * wave + 2.0 * sign), 0.0)
        for k, finger in enumerate(FINGERS):
            beat = np.maximum(np.sin(4 * wave + 1.4 * k + 2.0 * sign), 0.0)
            poser.curl(side, 20.0 + 16.0 * beat, thumb_deg=6.0, fingers=(finger,))
        point = place + spots + columns(sign * (0.030 + 0.012 * pluck), 0.055, 0.0)
        hands.bring(
            poser, side, point, columns(-sign * 0.22, -0.95, 0.10 + 0 * t), np.array([-sign * 1.0, -0.15, -0.15]),
            np.array([sign * 0.95, 0.35, -0.30]),
        )  # fmt: skip
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The harp on the ground before the right shoulder."""
    return Hold("", np.eye(3), np.array([-harp.ASIDE_M, -harp.SIT_M, 0.0]))
