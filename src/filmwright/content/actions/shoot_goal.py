"""Shooting at goal: two steps, the left foot beside the ball, the right one through it; the ball into the net, the arms up."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, apply, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import goal_net

WORDS = ("shoot goal",)
EXAMPLE = "A girl in a blue t-shirt shoots a goal in a meadow"
POSTURE = "stand"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("wide",)
USES = ("sports_ball",)
WITH = ("goal_net",)
HOME = ("football_field", "meadow", "park")
ALSO = ("kick",)
FACE = ("happy",)
TURN_RAD = 0.85

_RADIUS_M = 0.11
_AHEAD_M = 0.78  # where the ball lies before the spot; on a body of 1.7 m
_GOAL_M = 3.7  # where the goal stands; chosen: near enough to be in the picture
_WAITS_S = 0.9  # before the run-up
_KICKS, _SCORES = 1.02, 1.45  # seconds after that
_BODY = (
    (0.00, 0.0, 0.0, 4.0, 2.0, 0.0, 0.0, 0.78, 0.02),
    (0.20, 0.0, 0.0, 10.0, 4.0, 0.0, 0.0, 0.72, 0.04),
    (0.55, -8.0, 10.0, 10.0, 2.0, 0.0, 0.03, 0.10, 0.05),
    (0.80, -34.0, 30.0, -4.0, -6.0, 8.0, 0.10, -0.38, 0.09),
    (0.92, -24.0, 20.0, -4.0, -2.0, 8.0, 0.12, -0.52, 0.09),
    (1.02, 12.0, -12.0, 6.0, 10.0, 8.0, 0.12, -0.60, 0.06),
    (1.18, 28.0, -28.0, 2.0, 12.0, 8.0, 0.12, -0.64, 0.03),
    (1.50, 8.0, -8.0, 4.0, 4.0, 0.0, 0.02, -0.90, 0.05),
    (1.90, 0.0, 0.0, 0.0, -5.0, 0.0, 0.00, -0.97, -0.01),
)
_LEFT = (
    (0.00, 0.11, -0.78, 8.0, 0.0, 0.0),
    (0.42, 0.11, -0.78, 8.0, 0.0, 26.0),
    (0.58, 0.13, -0.20, 8.0, 0.13, 14.0),
    (0.72, 0.20, 0.655, 6.0, 0.035, 4.0),
    (0.80, 0.20, 0.66, 6.0, 0.0, 0.0),
    (1.18, 0.20, 0.66, 6.0, 0.0, 12.0),
    (1.45, 0.20, 0.66, 6.0, 0.0, 34.0),
    (1.62, 0.17, 0.84, 8.0, 0.07, 12.0),
    (1.80, 0.14, 0.95, 10.0, 0.0, 0.0),
)
_RIGHT = (
    (0.00, -0.11, -0.84, 10.0, 0.0, 0.0),
    (0.04, -0.11, -0.84, 10.0, 0.0, 10.0),
    (0.10, -0.11, -0.80, 10.0, 0.05, 12.0),
    (0.22, -0.10, -0.40, 8.0, 0.10, 10.0),
    (0.38, -0.09, -0.02, 6.0, 0.0, 0.0),
    (0.58, -0.09, -0.02, 6.0, 0.0, 30.0),
    (0.80, -0.14, -0.28, 14.0, 0.42, 74.0),
    (0.92, -0.16, 0.22, 18.0, 0.20, 52.0),
    (1.02, -0.05, 0.72, 10.0, 0.06, 34.0),
    (1.18, 0.06, 1.26, 4.0, 0.52, 20.0),
    (1.42, -0.06, 1.10, 8.0, 0.06, 6.0),
    (1.49, -0.11, 1.025, 10.0, 0.02, 2.0),
    (1.56, -0.11, 1.02, 10.0, 0.0, 0.0),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body behind path[0] runs up and shoots once, two seconds after it began, and is glad of it."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s - _WAITS_S
    s = hands.scale(body)
    _sport.bodily(standing, _sport.once(t, _BODY))
    _sport.stepped(standing, performance, _sport.once(t, _LEFT), _sport.once(t, _RIGHT), stretch=0.994)
    ball = _ball(t, performance, s)
    _work.look(poser, ball, share=0.9, most_deg=34.0)
    glad = _sport.once(t, ((1.6, 0.0), (2.05, 1.0)))[:, 0]
    pump = 0.06 * np.sin(2 * np.pi * 1.6 * t) * glad
    swing = _sport.once(t, ((0.0, 0.0), (0.35, -0.5), (0.80, 1.0), (1.02, 0.2), (1.18, -0.6), (1.6, 0.0)))[:, 0]
    chest = poser.at("spine_03")[0]
    for side, sign in SIDES:
        way = swing if side == "l" else -0.6 * swing
        upper = columns(sign * (0.45 + 0.35 * np.abs(swing)), 0.1 + 0.5 * way, -0.9 + 0.5 * np.abs(swing))
        fore = columns(sign * (0.25 + 0.4 * np.abs(swing)), -0.45 + 0.4 * way, -0.5)
        high, over = columns(sign * 0.55, -0.15, 1.0 + pump), columns(sign * 0.12, -0.2, 1.0 + 2 * pump)
        k = glad[:, None]
        poser.aim(
            f"upperarm_{side}",
            f"lowerarm_{side}",
            apply(chest, upper + (high - upper) * k + np.array([sign, -0.4, 0]) * k * (1 - k)),
        )
        poser.aim(
            f"lowerarm_{side}",
            f"hand_{side}",
            apply(chest, fore + (over - fore) * k + np.array([0.0, -1.0, 0]) * k * (1 - k)),
        )
        poser.curl(side, 50.0, thumb_deg=26.0)
    gone = np.clip(t - _KICKS, 0.0, _SCORES - _KICKS)
    return _sport.finish(standing, {"ball": _sport.ball(ball, about("x", -1400.0 * gone), _RADIUS_M)})


def _ball(t: F64, performance: Performance, s: float) -> F64:
    """The middle of the ball (F, 3): on its spot, in the air, in the net and down."""
    floor = _RADIUS_M - performance.sole_m
    spot = np.array([-0.02 * s, -_AHEAD_M * s, floor])
    net = np.array([0.45, -_GOAL_M - 0.62, 1.15])
    low = np.array([0.42, -_GOAL_M - 0.40, floor])
    flies = _sport.thrown(spot, net, _SCORES - _KICKS, (t - _KICKS) / (_SCORES - _KICKS))
    falls = np.clip((t - _SCORES) / 0.45, 0.0, 1.0)[:, None]
    sinks = net + (low - net) * np.concatenate([falls, falls, falls**2], 1)
    return np.where((t < _SCORES)[:, None], flies, sinks)


def hold(body: Body, thing: Thing) -> Hold:
    """The ball on its own way."""
    return Hold("", np.eye(3), np.array([0.0, -_AHEAD_M * hands.scale(body), 0.0]), loose="ball")


def hold_other(body: Body, thing: Thing) -> Hold:
    """The goal ahead, its mouth to the shooter."""
    return Hold("", np.eye(3), np.array([0.0, -_GOAL_M - goal_net.DEEP_M / 2, 0.0]))
