"""Sweeping the floor: a broom in both hands, its straw drawn over the floor in strokes before the feet."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _long_tool, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("sweep floor",)
EXAMPLE = "A woman in a blue shirt sweeps the floor in a kitchen"
POSTURE = "stand"
SEEN = ("full",)
USES = ("broom",)
HOME = ("kitchen", "living_room", "studio")
ALSO = ("do_cleaning", "rake_leaves")
TURN_RAD = 0.6

_STROKE_S = 1.3


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sweeps from its right to its left, stroke after stroke."""
    standing = stand(body, performance, liveliness=0.3)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t / _STROKE_S) % 1.0
    stroke = smooth_step(u, 0.0, 0.58) - smooth_step(u, 0.62, 1.0)
    lifted = np.sin(np.pi * np.clip((u - 0.60) / 0.40, 0.0, 1.0))
    poser.bend("spine_01", about("x", 11.0) @ about("z", -7.0 + 14.0 * stroke))
    poser.bend("spine_02", about("x", 9.0) @ about("z", -4.0 + 8.0 * stroke))
    foot = columns(
        (-0.30 + 0.46 * stroke) * s,
        (-0.60 - 0.10 * np.sin(np.pi * stroke)) * s,
        0.004 - performance.sole_m + 0.035 * lifted,
    )
    hand = columns((0.02 + 0.08 * stroke) * s, (-0.22 - 0.02 * stroke) * s, 1.18 * s)
    _work.look(poser, foot, most_deg=40.0)
    front = columns(1.0, -0.25, 0.0)
    _long_tool.swing(poser, _grips(body), foot, hand - foot, front)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The broom goes with the lower hand."""
    return _long_tool.hold(body, _grips(body))


def _grips(body: Body) -> dict[str, hands.Grip]:
    s = hands.scale(body)
    return _long_tool.grips(1.22 * s, 0.86 * s, 0.013)
