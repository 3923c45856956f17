"""Ironing: at the board, the iron going to and fro over a shirt, the other hand holding the cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import columns
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import iron, ironing_board

WORDS = ("iron shirt",)
EXAMPLE = "A woman in a yellow shirt irons a shirt in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("iron",)
WITH = ("ironing_board",)
HOME = ("living_room", "bedroom", "studio")
TURN_RAD = 0.5

_STROKE_S = 1.9
_NEAR_M = 0.36  # of the board's middle from who irons


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] irons from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.4)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.01, 13.0)
    _work.bow(poser, 15.0)
    stroke = np.sin(2 * np.pi * t / _STROKE_S)
    top = np.array([0.0, -_NEAR_M, ironing_board.TOP_M + 0.014]) + _work.floor(performance)
    spot = top + columns(-0.02 + 0.17 * stroke, 0.02 * np.cos(np.pi * t / _STROKE_S), 0.0)
    _work.look(poser, spot, most_deg=42.0)
    yaw = 90.0 + 8.0 * np.cos(2 * np.pi * t / _STROKE_S)  # its point to the board's point, on the left
    turned = hands.as_held(yaw)
    hands.close(poser, "r", 0.016, thumb_deg=26.0)
    hands.carry(poser, "r", _grip(), turned, spot, _work.elbow(poser, 0.9, 0.45, 0.5))
    _work.lies(poser, "l", top + columns(0.26, 0.05, 0.004 + 0 * t), inward=0.5)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The iron by its handle."""
    return hands.hold(body, "r", _grip())


def hold_other(body: Body, thing: Thing) -> Hold:
    """The board across before the body, its point to the left."""
    return Hold("", np.diag([-1.0, -1.0, 1.0]), np.array([0.06, -_NEAR_M, 0.0]))


def _grip() -> hands.Grip:
    """A fist round the handle from above, its thumb to the point."""
    return hands.Grip(np.asarray(iron.HANDLE), np.array([0.85, 0.30, -0.25]), np.array([-0.25, 0.05, -1.0]), 0.016)
