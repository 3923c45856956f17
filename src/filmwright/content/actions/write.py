"""Writing by hand: at a table, the pen going along the lines of a sheet."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _pen, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("write",)
EXAMPLE = "A woman in a blue sweater writes in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("pen", "pencil")
WITH = ("table",)
HOME = ("library", "living_room", "studio")
TURN_RAD = 0.80

_LINE_S, _LINES = 2.6, 8
_LONG_M, _DOWN_M = 0.15, 0.013  # a line, and from one to the next


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sits at its table and writes line after line."""
    sitting = _work.sat(body, performance, lean_deg=17.0)
    poser, t = sitting.poser, performance.times_s
    u = (t / _LINE_S) % 1.0
    number = np.floor(t / _LINE_S) % _LINES
    back = smooth_step(u, 0.86, 1.0)
    writes = 1 - smooth_step(u, 0.84, 0.87) + smooth_step(u, 0.98, 1.0)
    along = -0.075 + _LONG_M * (np.minimum(u / 0.85, 1.0) * (1 - back))
    up = 0.0 - _DOWN_M * ((number + back) % _LINES) + writes * 0.0022 * np.sin(2 * np.pi * 4.6 * t)
    along = along + writes * 0.0016 * np.cos(2 * np.pi * 4.6 * t)
    tip = _pen.on_sheet(performance, along, up)
    tip[:, 2] += 0.012 * (1 - writes)
    _work.look(poser, tip, most_deg=46.0)
    _pen.lead(poser, performance, tip)
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The pen in the right hand."""
    return hands.hold(body, "r", _pen.grip(body, thing))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who writes."""
    return _work.table_stands()
