"""Sharpening a knife: its blade drawn to and fro over a whetstone on the table, the fingers of the other hand pressing it down."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work, chop
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import apply, columns, unit
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Motion, Performance
from filmwright.content.props import _laid

WORDS = ("sharpen knives",)
EXAMPLE = "A man in a gray shirt is sharpening knives in a kitchen"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("knife",)
WITH = ("table",)
HOME = ("kitchen", "studio")
TURN_RAD = 0.45

_STROKE_S, _STROKE_M = 1.05, 0.060  # a stroke to and fro, and half its length; chosen
_TILT_RAD = 0.22  # how far the back of the blade is raised off the stone; chosen
_TOUCHES = np.array([0.012, 0.085, 0.005])  # the place on the blade that is on the stone, in the knife's space

hold = chop.hold
hold_other = chop.hold_other


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] sharpens from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.3)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.0, 12.0)
    stroke = np.sin(2 * np.pi * t / _STROKE_S)
    _work.bow(poser, 17.0 + 1.2 * stroke)
    top = 0.006 + _laid.STONE_M[2] + _work.HIGHER_M
    stone = _work.at_table(performance, _laid.BOARD[0], _laid.BOARD[1], top)
    touched = stone + columns(0.006 * np.sin(2 * np.pi * t / 5.0), -_STROKE_M * stroke, 0.001)
    _work.look(poser, touched, most_deg=46.0)
    # The blade lies across the stone, its edge ahead.
    way = unit(np.array([0.90, -0.44, 0.0]))
    ahead = np.cross(way, np.array([0.0, 0.0, 1.0]))
    up = np.array([0.0, 0.0, np.cos(_TILT_RAD)]) + np.sin(_TILT_RAD) * ahead
    blade = np.broadcast_to(hands.pointing(way, up), (len(t), 3, 3))
    origin = touched - apply(blade, _TOUCHES)
    grip = chop.grip(performance.using)
    hands.close(poser, "r", 0.010, thumb_deg=30.0)
    hands.carry(poser, "r", grip, blade, origin, _work.elbow(poser, 0.9, 0.5, 0.5))
    poser.curl("l", 14.0, thumb_deg=24.0)
    pressed = touched + apply(blade, np.array([-0.008, 0.022, 0.010]))
    hands.bring(
        poser, "l", pressed, np.array([-0.62, -0.55, -0.62]), np.array([-0.45, -0.20, -1.0]), _work.elbow(poser, 0.9, 0.5, 0.5, "l"),
        at=hands.tip(body, "l", "middle"),
    )  # fmt: skip
    return standing.finish()
