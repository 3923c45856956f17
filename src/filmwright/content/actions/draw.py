"""Drawing: at a table, the pencil going to and fro over a sheet in short strokes."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _pen, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import wander
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("draw", "sketch")
EXAMPLE = "A girl in a yellow sweater draws in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("pencil", "pen")
WITH = ("table",)
HOME = ("art_studio", "living_room", "studio")
TURN_RAD = 0.80

_HATCH_S = 0.42


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sits at its table and draws."""
    sitting = _work.sat(body, performance, lean_deg=18.0)
    poser, t = sitting.poser, performance.times_s
    hatch = np.sin(2 * np.pi * t / _HATCH_S)
    round_ = 2 * np.pi * t / 3.4
    right = 0.015 + 0.035 * np.cos(round_) + 0.012 * hatch
    up = -0.035 + 0.035 * np.sin(round_) + 0.016 * hatch
    tip = _pen.on_sheet(performance, right, up)
    _work.look(poser, tip + 0.02 * wander(t, 3.0, 0.3)[:, None], most_deg=46.0)
    _pen.lead(poser, performance, tip)
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The pencil in the right hand."""
    return hands.hold(body, "r", _pen.grip(body, thing))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who draws."""
    return _work.table_stands()
