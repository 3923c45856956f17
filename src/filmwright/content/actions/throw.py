"""Throwing a ball and catching it: the arm goes back, a step, the ball leaves over the shoulder; it comes back and both hands catch it."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("throw",)
EXAMPLE = "A boy in a blue t-shirt throws a ball in a park"
POSTURE = "stand"
SEEN = ("full",)
USES = ("sports_ball", "tennis_ball", "basketball", "baseball", "snowball")
HOME = ("park", "meadow", "studio")
ALSO = ("play_ball", "throw_baseball", "catch", "toss", "play_baseball", "throw_snowball")
TURN_RAD = 0.85

_PERIOD_S = 3.5
_GONE, _BACK = 0.90, 2.55  # seconds: out of the hand, in the hands again
_SMALL_M = 0.037  # radius of a ball nobody gave; chosen: a baseball
_BODY = (
    (0.00, -8.0, 0.0, 8.0, 6.0, 0.0, 0.00, 0.02, 0.05),
    (0.30, -34.0, -20.0, 4.0, 0.0, 0.0, -0.05, 0.05, 0.05),
    (0.58, -46.0, -38.0, 0.0, -6.0, -6.0, -0.05, 0.02, 0.07),
    (0.80, 2.0, -22.0, 6.0, -4.0, -3.0, 0.00, -0.14, 0.09),
    (0.90, 16.0, 6.0, 14.0, 4.0, 5.0, 0.01, -0.18, 0.09),
    (1.12, 30.0, 26.0, 28.0, 14.0, 8.0, 0.02, -0.22, 0.11),
    (1.35, 24.0, 20.0, 24.0, 12.0, 5.0, 0.02, -0.20, 0.10),
    (1.95, 0.0, 0.0, 14.0, 6.0, 0.0, 0.00, 0.00, 0.09),
    (2.55, -3.0, 0.0, 12.0, 6.0, 0.0, 0.00, 0.01, 0.09),
    (2.85, -6.0, 0.0, 10.0, 8.0, 0.0, 0.00, 0.04, 0.07),
)
_LEFT = (
    (0.00, 0.13, 0.05, 10.0, 0.0, 0.0),
    (0.28, 0.13, 0.05, 10.0, 0.0, 0.0),
    (0.50, 0.12, 0.20, 4.0, 0.16, 10.0),
    (0.72, 0.12, 0.50, 0.0, 0.0, 0.0),
    (1.45, 0.12, 0.50, 0.0, 0.0, 0.0),
    (1.68, 0.13, 0.28, 5.0, 0.08, 8.0),
    (1.90, 0.13, 0.05, 10.0, 0.0, 0.0),
)
_RIGHT = (
    (0.00, -0.15, -0.08, 30.0, 0.0, 0.0),
    (0.62, -0.15, -0.08, 46.0, 0.0, 4.0),
    (0.90, -0.15, -0.08, 26.0, 0.0, 34.0),
    (1.15, -0.15, -0.08, 12.0, 0.0, 58.0),
    (1.40, -0.15, -0.08, 12.0, 0.0, 50.0),
    (1.85, -0.15, -0.08, 30.0, 0.0, 2.0),
    (2.00, -0.15, -0.08, 30.0, 0.0, 0.0),
)
# The ball in the right hand from between the feet (left, ahead, up), and the way the palm looks.
_HAND = (
    (0.00, -0.02, 0.34, 1.18, 0.7, 0.4, -0.2),
    (0.28, -0.36, -0.02, 1.20, 0.2, 0.5, -0.6),
    (0.56, -0.52, -0.38, 1.46, -0.2, 0.1, -0.9),
    (0.76, -0.46, -0.14, 1.66, 0.0, 0.9, -0.2),
    (0.90, -0.28, 0.46, 1.76, 0.1, 0.8, -0.4),
    (1.00, -0.06, 0.90, 1.34, 0.2, 0.1, -0.9),
    (1.18, 0.28, 0.72, 0.66, 0.4, -0.7, -0.3),
    (1.42, 0.18, 0.56, 0.72, 0.4, -0.7, -0.2),
    (1.68, 0.04, 0.48, 0.92, 0.9, 0.0, -0.3),
    (1.95, -0.10, 0.38, 1.10, 0.4, 0.8, -0.1),
    (2.45, -0.07, 0.46, 1.22, 0.5, 0.8, 0.0),
    (2.56, -0.05, 0.42, 1.20, 0.8, 0.5, 0.0),
    (2.75, -0.02, 0.32, 1.12, 0.8, 0.3, -0.1),
)
_OTHER = (
    (0.00, 0.02, 0.34, 1.18, -0.7, 0.4, -0.2),
    (0.30, 0.20, 0.48, 1.24, -0.3, 0.2, -0.9),
    (0.58, 0.24, 0.62, 1.46, -0.3, 0.1, -0.9),
    (0.80, 0.46, 0.34, 1.12, -0.4, -0.2, -0.8),
    (1.10, 0.46, 0.10, 0.84, -0.8, -0.2, -0.5),
    (1.40, 0.36, 0.22, 0.88, -0.7, -0.1, -0.7),
    (1.95, 0.10, 0.38, 1.10, -0.4, 0.8, -0.1),
    (2.45, 0.09, 0.46, 1.22, -0.5, 0.8, 0.0),
    (2.56, 0.05, 0.42, 1.20, -0.8, 0.5, 0.0),
    (2.75, 0.02, 0.32, 1.12, -0.8, 0.3, -0.1),
)
_AHEAD = np.array([1, -1, 1] * 2)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] throws, catches what comes back, and throws again; the first throw is within a second."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t + _PERIOD_S * performance.phase) % _PERIOD_S
    _sport.bodily(standing, _sport.through(u, _BODY, _PERIOD_S))
    _sport.stepped(standing, performance, _sport.through(u, _LEFT, _PERIOD_S), _sport.through(u, _RIGHT, _PERIOD_S))
    radius = _radius_m(performance.using)
    far = np.array([0.0, -16.0, 1.2])
    _work.look(poser, far + np.array([0.0, 0.0, 0.6]) + 0 * u[:, None], share=0.9)
    held = np.zeros((poser.frames, 3))
    for side, sign in SIDES:
        rows = _sport.through(u, _HAND if side == "r" else _OTHER, _PERIOD_S) * _AHEAD
        spot = rows[:, 0:3] * s
        held = spot if side == "r" else held
        pole = apply(poser.at("spine_03")[0], np.array([sign * 0.8, 0.55, -0.5]))
        _sport.in_line(poser, side, spot, rows[:, 3:6], pole, radius, ball=True)
    leaves = np.array([-0.28, -0.46, 1.76]) * s
    caught = np.array([-0.05, -0.44, 1.21]) * s
    turning = 0.5 * (_GONE + _BACK)
    legs = (
        _sport.Leg(_GONE, turning, lambda k: _sport.thrown(leaves, far, turning - _GONE, k)),
        _sport.Leg(turning, _BACK, lambda k: _sport.thrown(far, caught, _BACK - turning, k)),
    )
    middle = _sport.flown(u, held, legs)
    return _sport.finish(
        standing, {"ball": _sport.ball(middle, about("x", 500.0 * np.clip(u - _GONE, 0, _BACK - _GONE)), radius)}
    )


def hold(body: Body, thing: Thing) -> Hold:
    """The ball in the right hand, where it does not fly."""
    return _sport.ball_in_hand(body, "r", _radius_m(thing))


def _radius_m(thing: Thing | None) -> float:
    if thing is None:
        return _SMALL_M
    low, high = things.box(thing.nodes)
    return float((high - low).max() / 2)
