"""Playing the piano: on its bench, both hands going over the keys."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, SIDES, about, columns, wander
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import piano

WORDS = ("play piano",)
EXAMPLE = "A woman in a black dress plays the piano on a stage"
POSTURE = "stand"
SEEN = ("full",)
USES = ("piano",)
HOME = ("stage", "living_room", "studio")
TURN_RAD = 1.15

_BAR_S = 2.2  # one figure of the left hand; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, swaying with it."""
    bench = piano.bench()
    sitting = _work.sat(body, performance, bench[1], lean_deg=7.0)
    poser, t = sitting.poser, performance.times_s
    sway = np.sin(2 * np.pi * t / (2 * _BAR_S))
    poser.bend("spine_01", about("x", 3.0 * np.sin(2 * np.pi * t / _BAR_S)) @ about("y", 2.5 * sway))
    keys = piano.keys() - [0.0, bench[0], 0.0] + _work.floor(performance)
    _work.look(poser, keys + columns(0.10 * wander(t, 3.5, 0.7), 0.0, 0.10), most_deg=34.0)
    for side, sign in SIDES:
        # The left hand goes through its figure, the right one sings over the keys.
        wide = 0.09 * np.sin(2 * np.pi * t / _BAR_S) if side == "l" else 0.10 * wander(t, 2.9, 1.4)
        lift = 0.5 + 0.5 * np.sin(2 * np.pi * t / (0.25 * _BAR_S) + sign)
        for k, finger in enumerate(FINGERS):
            beat = np.sin(2 * np.pi * t / (0.25 * _BAR_S) + 1.57 * k + sign)
            poser.curl(side, 20.0 + 16.0 * np.maximum(beat, 0.0), thumb_deg=10.0, fingers=(finger,))
        point = keys + columns(sign * 0.20 + wide, 0.030, 0.042 + 0.016 * lift)
        hands.bring(
            poser, side, point, np.array([-sign * 0.10, -1.0, -0.16]), np.array([sign * 0.06, -0.2, -1.0]),
            np.array([sign * 0.85, 0.45, -0.55]),
        )  # fmt: skip
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The piano on the ground, its bench under who plays."""
    return Hold("", np.eye(3), np.array([0.0, -piano.bench()[0], 0.0]))
