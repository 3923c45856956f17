"""At the computer: both hands on the keys of a laptop on the table, the eyes on its screen."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, SIDES, columns, smooth_step, wander
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import laptop

WORDS = ("use computer",)
EXAMPLE = "A man in a white shirt works on a laptop in an office"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("laptop",)
WITH = ("table",)
HOME = ("office", "living_room", "studio")
TURN_RAD = 0.95

_AHEAD_M = 0.20  # of the laptop's middle from the table's edge; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sits at its table and types, looking down at the keys now and then."""
    sitting = _work.sat(body, performance, lean_deg=9.0)
    poser, t = sitting.poser, performance.times_s
    keys = _work.at_table(performance, 0.0, _AHEAD_M + 0.022, 0.003 + laptop.THICK_M)
    down = smooth_step(np.sin(2 * np.pi * t / 5.3 + 0.6), 0.35, 0.75)
    screen = _work.at_table(performance, 0.02 * wander(t, 2.6, 0.2), _AHEAD_M + 0.15, 0.13 - 0.13 * down)
    _work.look(poser, screen, most_deg=40.0)
    works = 0.35 + 0.65 * smooth_step(np.sin(2 * np.pi * t / 3.7), -0.6, -0.2)  # between two sentences it rests
    for side, sign in SIDES:
        for k, finger in enumerate(FINGERS):
            beat = np.sin(2 * np.pi * (2.3 + 0.37 * k) * t + 1.9 * k + sign)
            poser.curl(side, 24.0 + 10.0 * works * np.maximum(beat, 0.0), thumb_deg=12.0, fingers=(finger,))
        drift = 0.010 * wander(t, 1.7, 2.0 * sign)
        point = keys + columns(sign * 0.058 + drift, 0.052 + 0.006 * wander(t, 1.3, sign), 0.036)
        hands.bring(
            poser, side, point, np.array([-sign * 0.20, -0.95, -0.10]), np.array([sign * 0.05, -0.15, -1.0]),
            np.array([sign * 0.75, 0.35, -0.75]),
        )  # fmt: skip
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The laptop on the table, its keys to who sits there."""
    return _work.on_table(0.0, _AHEAD_M)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who types."""
    return _work.table_stands()
