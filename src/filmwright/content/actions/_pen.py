"""What a pen or a pencil does on a sheet of paper on the table: the hand that leads it, and the other that holds the sheet."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, columns, unit
from filmwright.content.kinds import Performance, Thing
from filmwright.content.props import _laid, table

_BACK_M = 0.088  # from the tip to where the fingers hold; chosen


def on_sheet(performance: Performance, right_m: F64 | float, up_m: F64 | float) -> F64:
    """Points of the sheet in model axes (F, 3), right and up of its middle."""
    return np.asarray(_laid.on_paper(right_m, up_m) + [0.0, -table.SIT_M, _work.TOP_M] + _work.floor(performance))


def lead(poser: Poser, performance: Performance, tip: F64) -> None:
    """The right hand brings the tip of what it holds to `tip` (F, 3), its heel on the paper; the left one lies on the sheet."""
    thing = performance.using
    way = unit(columns(0.30, -0.30, -0.80) + 0 * tip)
    turned = hands.pointing(way, np.array([0.0, -1.0, 0.0]))
    hands.close(poser, "r", 0.006, thumb_deg=34.0)
    poser.curl("r", 34.0, thumb_deg=34.0, fingers=("index", "middle"))
    reach = np.array([0.0, hands.reach_m(thing, 1) if thing is not None else 0.07, 0.0])
    origin = tip - np.einsum("fij,j->fi", turned, reach)
    hands.carry(poser, "r", grip(poser.body, thing), turned, origin, _work.elbow(poser, 0.75, 0.30, 0.55))
    _work.lies(poser, "l", on_sheet(performance, np.full(len(tip), -0.085), -0.03), inward=0.60)


def grip(body: Body, thing: Thing | None) -> hands.Grip:
    """The pen between thumb and forefinger, leaning back over the hand."""
    middle = np.asarray(thing.grip, float) if thing is not None and thing.grip is not None else np.zeros(3)
    tip = hands.reach_m(thing, 1) if thing is not None else 0.07
    point = np.array([0.0, tip - _BACK_M * hands.scale(body), middle[2]])
    return hands.Grip(point, np.array([0.10, 0.62, 0.70]), np.array([-0.75, 0.50, -0.30]), 0.012)
