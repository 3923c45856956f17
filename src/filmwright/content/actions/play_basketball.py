"""Playing basketball: bent low, the ball bounced with the right hand, the left arm out before it."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, wander
from filmwright.content.figure.stance import begun, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import basketball

WORDS = ("play basketball", "dribble basketball")
EXAMPLE = "A man in a red t-shirt plays basketball"
POSTURE = "stand"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("full",)
USES = ("basketball",)
HOME = ("gym", "studio")
TURN_RAD = 0.55

_BOUNCE_S = 0.62
# Of the ball over the floor, by its middle, through a bounce: it comes up into the hand, goes on up with it, is pushed down and let
# go, hits the floor and comes back. Metres on a body of 1.7 m; chosen.
_LEAVES, _FLOOR = 0.40, 0.68
_BACK, _TOP, _LOW = 0.70, 0.86, 0.64
_HAND = ((0.0, _BACK), (0.16, _TOP), (0.40, _LOW), (0.55, 0.60), (0.80, 0.66))


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] bounces its ball from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t / _BOUNCE_S + performance.phase) % 1.0
    push = _sport.through(u, _HAND)[:, 0]
    give = (_TOP - push) / (_TOP - 0.60)
    frames = poser.frames
    sway = wander(t, 3.1, 0.4)
    rows = columns(-10.0 + 4.0 * sway, -8.0 - 5.0 * give, 20.0 + 2.0 * give, 12.0, 0.0, -0.02 + 0.03 * sway, 0.03, 0.14)
    _sport.bodily(standing, rows)
    _sport.planted(standing, performance, (0.19, 0.13, 12.0), (-0.19, -0.12, 20.0))
    turn_head(poser, 6.0 * sway, np.full(frames, 4.0))
    radius = basketball.RADIUS_M
    floor = radius - performance.sole_m
    spot = np.array([-0.37, -0.45]) * s
    falls = np.clip((u - _LEAVES) / (_FLOOR - _LEAVES), 0.0, 1.0)
    rises = np.clip((u - _FLOOR) / (1.0 - _FLOOR), 0.0, 1.0)
    high = push * s
    free = np.where(
        u < _FLOOR, _LOW * s + (floor - _LOW * s) * falls**1.2, floor + (_BACK * s - floor) * (1 - (1 - rises) ** 1.5)
    )
    away = 0.05 * np.sin(np.pi * np.clip((u - _LEAVES) / (1.0 - _LEAVES), 0.0, 1.0))
    ball = columns(spot[0] - 0.4 * away, spot[1] - away, np.where(u > _LEAVES, free, high))
    _sport.around(
        poser, "r", columns(*spot, high), np.array([0.10, -0.25, -1.0]), radius, np.array([0.15, -1.0, -0.10]),
        np.array([-0.9, 0.7, -0.2]),
    )  # fmt: skip
    _sport.free_arm(poser, "l", columns(0.75, -0.35, -0.75), columns(-0.15 + 0.1 * sway, -0.95, -0.05), curl_deg=18.0)
    return _sport.finish(standing, {"ball": _sport.ball(ball, about("x", 160.0 * t), radius)})


def hold(body: Body, thing: Thing) -> Hold:
    """The ball in the hollow of the right hand, where it is not on its way to the floor and back."""
    return _sport.ball_in_hand(body, "r", basketball.RADIUS_M)
