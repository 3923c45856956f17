"""Playing golf: over the ball, the club up and round behind the head, down through the ball and up over the other shoulder."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _long_tool, _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import columns, unit
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import golf_club

WORDS = ("play golf",)
EXAMPLE = "A man in a white shirt plays golf in a meadow"
POSTURE = "stand"
SEEN = ("whole",)
USES = ("golf_club",)
HOME = ("golf_course", "meadow", "studio")
TURN_RAD = 0.25

_PERIOD_S = 4.6
_HIT = 2.02  # seconds
_BODY = (
    (0.00, 0.0, 0.0, 27.0, 10.0, -4.0, 0.0, 0.10, 0.07),
    (0.55, 0.0, -2.0, 27.0, 10.0, -4.0, 0.0, 0.10, 0.07),
    (1.00, -22.0, -24.0, 25.0, 9.0, -6.0, -0.02, 0.09, 0.07),
    (1.50, -38.0, -44.0, 22.0, 8.0, -8.0, -0.03, 0.07, 0.07),
    (1.68, -30.0, -42.0, 23.0, 8.0, -8.0, 0.00, 0.08, 0.08),
    (1.90, 14.0, -10.0, 25.0, 9.0, -10.0, 0.05, 0.08, 0.07),
    (2.02, 34.0, -2.0, 24.0, 9.0, -10.0, 0.07, 0.07, 0.05),
    (2.20, 56.0, 18.0, 18.0, 6.0, -9.0, 0.10, 0.03, 0.04),
    (2.50, 74.0, 34.0, 6.0, 0.0, -4.0, 0.13, -0.01, 0.03),
    (3.50, 74.0, 34.0, 4.0, 0.0, -3.0, 0.13, -0.01, 0.03),
    (4.20, 10.0, 4.0, 24.0, 8.0, -3.0, 0.02, 0.08, 0.07),
)
_LEFT = (
    (0.0, 0.20, 0.0, 20.0, 0.0, 0.0),
    (1.5, 0.20, 0.0, 20.0, 0.0, 0.0),
    (4.2, 0.20, 0.0, 20.0, 0.0, 0.0),
)
_RIGHT = (
    (0.0, -0.20, 0.0, 6.0, 0.0, 0.0),
    (1.85, -0.20, 0.0, 6.0, 0.0, 0.0),
    (2.05, -0.20, 0.0, -8.0, 0.0, 18.0),
    (2.50, -0.20, 0.0, -34.0, 0.0, 66.0),
    (3.50, -0.20, 0.0, -34.0, 0.0, 66.0),
    (4.10, -0.20, 0.0, 6.0, 0.0, 0.0),
)
# The hands from between the feet (left, ahead, up), and the way from them to the club's head.
_CLUB = (
    (0.00, 0.01, 0.42, 0.80, 0.00, 0.46, -0.88),
    (0.55, 0.01, 0.42, 0.80, 0.00, 0.46, -0.88),
    (0.85, -0.24, 0.44, 0.84, -0.55, 0.42, -0.70),
    (1.08, -0.50, 0.28, 1.08, -0.72, 0.05, 0.55),
    (1.30, -0.42, 0.06, 1.42, -0.10, -0.30, 0.90),
    (1.52, -0.30, 0.00, 1.52, 0.72, -0.30, 0.45),
    (1.66, -0.36, 0.06, 1.42, 0.45, -0.40, 0.70),
    (1.82, -0.38, 0.28, 1.06, -0.70, -0.25, 0.55),
    (1.94, -0.16, 0.42, 0.82, -0.75, 0.30, -0.60),
    (2.02, 0.05, 0.44, 0.80, 0.02, 0.48, -0.88),
    (2.12, 0.30, 0.42, 0.88, 0.62, 0.42, -0.45),
    (2.24, 0.50, 0.26, 1.16, 0.80, 0.20, 0.45),
    (2.40, 0.42, 0.06, 1.46, 0.20, -0.55, 0.80),
    (2.62, 0.34, 0.00, 1.50, -0.50, -0.80, 0.10),
    (3.50, 0.34, 0.02, 1.48, -0.50, -0.80, 0.05),
    (3.85, 0.30, 0.34, 1.14, 0.30, 0.40, 0.80),
    (4.25, 0.06, 0.42, 0.84, 0.10, 0.60, -0.60),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] hits one ball after the other, the first of them two seconds after it began."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t + _PERIOD_S * performance.phase) % _PERIOD_S
    _sport.bodily(standing, _sport.through(u, _BODY, _PERIOD_S))
    _sport.stepped(
        standing, performance, _sport.through(u, _LEFT, _PERIOD_S), _sport.through(u, _RIGHT, _PERIOD_S), stretch=0.985
    )
    ball = _ball(u, performance, s)
    near = np.array([0.03, -0.88, 0.0]) * s
    follows = _sport.through(u, ((0.0, 0.0), (2.1, 0.0), (2.5, 1.0), (3.5, 1.0), (4.2, 0.0)), _PERIOD_S)
    _work.look(poser, near + (np.array([6.0, -1.6, 2.2]) - near) * follows, share=0.85, most_deg=38.0)
    rows = _sport.through(u, _CLUB, _PERIOD_S) * [1, -1, 1, 1, -1, 1]
    grip = _grips(body)
    way = -unit(rows[:, 3:6])
    high = (golf_club.LENGTH_M - 0.16) * _size(body)
    foot = rows[:, 0:3] * s - way * high
    # Near the ground the head stays over it, whatever the length of the arms.
    foot = foot + columns(0.0, 0.0, np.maximum(0.012 - performance.sole_m - foot[:, 2], 0.0))
    _long_tool.swing(poser, grip, foot, way, _front(rows[:, 3:6]), out=0.5)
    return _sport.finish(standing, {"ball": (ball, np.eye(3))})


def _front(head: F64) -> F64:
    """Where the face of the club looks (F, 3): square to the way of the head in the plane of the swing, to the left at the ball."""
    return np.asarray(np.cross(head, np.array([0.0, 0.88, -0.46])))


def _ball(u: F64, performance: Performance, s: float) -> F64:
    """Where the ball is (F, 3): on its tee, then off to the left in a high arc."""
    tee = np.array([0.04 * s, -0.86 * s, -performance.sole_m])
    far = tee + np.array([70.0, -4.0, 9.0])
    share = np.clip((u - _HIT) / 1.4, 0.0, 1.0)
    made = np.where((u > _HIT)[:, None], _sport.thrown(tee, far, 1.4, share), tee)
    return np.asarray(np.where((u > _PERIOD_S - 0.45)[:, None], tee, made))


def hold(body: Body, thing: Thing) -> Hold:
    """The club in both hands, with the upper one."""
    return _long_tool.hold(body, _grips(body), "l")._replace(size=_size(body))


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The ball on its own way."""
    return {"golf ball": Hold("", np.eye(3), np.array([0.04, -0.86, 0.0]) * hands.scale(body), loose="ball")}


def _size(body: Body) -> float:
    return hands.scale(body)


def _grips(body: Body) -> dict[str, hands.Grip]:
    """The left hand over the right one, the palms to each other, the thumbs down the shaft."""
    made = {}
    for side, sign, down_m in (("l", -1.0, 0.08), ("r", 1.0, 0.165)):
        at = np.array([0.0, 0.0, (golf_club.LENGTH_M - down_m) * _size(body)])
        made[side] = hands.Grip(at, np.array([0.62, 0.0, -0.78]), np.array([0.0, sign, 0.0]), 0.012)
    return made
