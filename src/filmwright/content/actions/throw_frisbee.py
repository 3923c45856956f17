"""Throwing a frisbee: turned aside, the disc across the body, the arm out and the disc off, level, spinning; it is caught again."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, unit
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("throw frisbee",)
EXAMPLE = "A man in a green t-shirt throws a frisbee on a beach"
POSTURE = "stand"
SEEN = ("full",)
USES = ("frisbee",)
HOME = ("park", "beach", "meadow")
TURN_RAD = 0.80
FACE = ("happy",)

_PERIOD_S = 3.4
_GONE, _BACK = 0.92, 2.70
_BODY = (
    (0.00, 10.0, 4.0, 10.0, 6.0, 0.0, 0.00, 0.02, 0.05),
    (0.55, 52.0, 34.0, 16.0, 10.0, 4.0, 0.03, 0.03, 0.10),
    (0.80, 30.0, 14.0, 14.0, 8.0, 2.0, 0.00, -0.06, 0.10),
    (0.94, -10.0, -16.0, 10.0, 4.0, 0.0, -0.02, -0.12, 0.08),
    (1.20, -24.0, -28.0, 8.0, 2.0, -3.0, -0.03, -0.13, 0.07),
    (1.50, -16.0, -16.0, 9.0, 4.0, 0.0, -0.02, -0.10, 0.07),
    (2.10, 0.0, 0.0, 12.0, 6.0, 0.0, 0.00, 0.00, 0.09),
    (2.70, 0.0, -4.0, 10.0, 6.0, 0.0, 0.00, 0.01, 0.09),
    (3.00, 4.0, 0.0, 10.0, 6.0, 0.0, 0.00, 0.03, 0.06),
)
_RIGHT = (
    (0.00, -0.13, 0.06, 14.0, 0.0, 0.0),
    (0.40, -0.13, 0.06, 14.0, 0.0, 0.0),
    (0.58, -0.08, 0.22, 4.0, 0.08, 8.0),
    (0.78, -0.04, 0.40, 0.0, 0.0, 0.0),
    (1.60, -0.04, 0.40, 0.0, 0.0, 0.0),
    (1.82, -0.09, 0.22, 8.0, 0.07, 8.0),
    (2.04, -0.13, 0.06, 14.0, 0.0, 0.0),
)
_LEFT = (
    (0.00, 0.14, -0.08, 26.0, 0.0, 0.0),
    (0.60, 0.14, -0.08, 30.0, 0.0, 0.0),
    (1.00, 0.14, -0.08, 14.0, 0.0, 26.0),
    (1.50, 0.14, -0.08, 16.0, 0.0, 22.0),
    (1.95, 0.14, -0.08, 26.0, 0.0, 0.0),
)
# The hand at the rim from between the feet (left, ahead, up), and the way the fingers point.
_HAND = (
    (0.00, -0.06, 0.36, 1.06, 0.6, 0.7, 0.0),
    (0.55, 0.44, 0.14, 1.10, 0.5, -0.8, 0.0),
    (0.72, 0.34, 0.34, 1.10, 0.9, -0.1, 0.0),
    (0.92, -0.16, 0.62, 1.14, 0.3, 0.9, 0.0),
    (1.06, -0.52, 0.46, 1.24, -0.5, 0.8, 0.1),
    (1.30, -0.60, 0.22, 1.24, -0.7, 0.6, 0.1),
    (2.10, -0.10, 0.36, 1.14, 0.2, 0.8, 0.3),
    (2.62, -0.06, 0.52, 1.30, 0.2, 0.9, 0.1),
    (2.80, -0.05, 0.42, 1.18, 0.3, 0.9, 0.0),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] throws its frisbee within a second, and catches it again."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t + _PERIOD_S * performance.phase) % _PERIOD_S
    _sport.bodily(standing, _sport.through(u, _BODY, _PERIOD_S))
    _sport.stepped(standing, performance, _sport.through(u, _LEFT, _PERIOD_S), _sport.through(u, _RIGHT, _PERIOD_S))
    far = np.array([-1.5, -15.0, 1.9])
    _work.look(poser, far + 0 * u[:, None], share=0.9)
    rows = _sport.through(u, _HAND, _PERIOD_S) * [1, -1, 1, 1, -1, 1]
    at, along = rows[:, 0:3] * s, unit(rows[:, 3:6])
    turned = _sport.wield(poser, "r", _grip(), at, _level(along), along, np.array([-0.8, 0.5, -0.5]))
    _sport.free_arm(poser, "l", np.array([0.60, 0.25, -0.8]), np.array([0.35, -0.55, -0.6]))
    held = at - apply(turned, _grip().point)
    mid = 0.5 * (_GONE + _BACK)
    out, back = np.array([-0.16, -0.62, 1.14]) * s, np.array([-0.05, -0.66, 1.28]) * s
    legs = (
        _sport.Leg(_GONE, mid, lambda k: out + (far - out) * k[:, None] + _float(k)),
        _sport.Leg(mid, _BACK, lambda k: far + (back - far) * k[:, None] + _float(k)),
    )
    spots = _sport.flown(u, held, legs)
    flies = (u > _GONE) & (u < _BACK)
    spin = about("z", np.where(flies, -900.0 * (u - _GONE), 0.0))
    level = np.where(flies[:, None, None], about("y", 8.0) @ spin, turned)
    return _sport.finish(standing, {"disc": (spots, level)})


def _float(share: F64) -> F64:
    """How much higher a disc flies than straight (F, 3): air carries it."""
    return np.asarray(0.7 * np.sin(np.pi * share)[:, None] * np.array([0.3, 0.0, 1.0]))


def _level(along: F64) -> F64:
    return np.asarray(np.array([0.0, 0.0, 1.0]) + 0 * along)


def _grip() -> hands.Grip:
    """The fingers under the rim, the thumb on top; the disc lies ahead of the hand."""
    return hands.Grip(np.array([0.0, -0.115, -0.004]), np.array([0.15, 0.98, 0.0]), np.array([-0.30, 0.0, 0.95]), 0.006)


def hold(body: Body, thing: Thing) -> Hold:
    """The disc by its rim, where it does not fly."""
    return hands.hold(body, "r", _grip())._replace(loose="disc")
