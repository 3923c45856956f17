"""Cutting vegetables: on a board on the table, the knife going up and down, the other hand holding what is cut."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import columns, unit
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import _laid

WORDS = ("chop", "chop vegetables")
EXAMPLE = "A man in a white shirt chops vegetables in a kitchen"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("knife",)
WITH = ("table",)
HOME = ("kitchen", "studio")
ALSO = ("cut",)
TURN_RAD = 0.45

_CUT_S = 0.55


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] cuts from the first moment to the end."""
    return cut_up(body, performance, _CUT_S, over_m=0.0)


def cut_up(body: Body, performance: Performance, cut_s: float, *, over_m: float) -> Motion:
    """The body at path[0] cuts what is so high over the board, a cut in every `cut_s`; one hand holds it."""
    standing = stand(body, performance, liveliness=0.3)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.0, 12.0)
    _work.bow(poser, 17.0)
    u = (t / cut_s) % 1.0
    lift = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    along = 0.020 * np.sin(2 * np.pi * t / 6.0)  # of the cuts along the carrot
    board = _work.at_table(performance, _laid.BOARD[0], _laid.BOARD[1], 0.022 + over_m + _work.HIGHER_M)
    cut = board + columns(-0.004 + along, 0.0, 0.0)
    _work.look(poser, cut, most_deg=46.0)
    # The blade is across the carrot, its tip on the board, its heel going up and down.
    way = unit(columns(0.16, -1.0, 0.10 - 0.36 * lift))
    blade = hands.pointing(way, np.array([-1.0, 0.0, 0.0]))  # its edge down
    reach = hands.reach_m(performance.using, 1) if performance.using is not None else 0.11
    tip = cut + columns(0.010, -0.055, 0.006)
    origin = tip - way * reach
    hands.close(poser, "r", 0.010, thumb_deg=30.0)
    hands.carry(poser, "r", grip(performance.using), blade, origin, _work.elbow(poser, 0.9, 0.5, 0.5))
    poser.curl("l", 40.0, thumb_deg=24.0)
    hands.bring(
        poser, "l", board + columns(0.062 + along, 0.006, 0.052 - 0.25 * over_m), columns(-0.70, -0.62, -0.30 + 0 * t),
        np.array([-0.30, 0.0, -1.0]), _work.elbow(poser, 0.9, 0.5, 0.5, "l"), at=hands.hollow(body, "l", 0.014),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The knife by its handle."""
    return hands.hold(body, "r", grip(thing))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who cuts."""
    return _work.table_stands()


def grip(thing: Thing | None) -> hands.Grip:
    """A fist round the handle, the thumb towards the blade."""
    point = (
        np.asarray(thing.grip, float) if thing is not None and thing.grip is not None else np.array([0.0, -0.07, 0.006])
    )
    return hands.Grip(point, np.array([0.62, 0.76, 0.0]), np.array([0.20, 0.0, -0.95]), 0.008)
