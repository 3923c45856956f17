"""Playing football: running with the ball at the feet, a touch at every other step."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, run
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("play football", "play soccer")
EXAMPLE = "A boy in a red t-shirt plays football in a meadow"
POSTURE = "walk"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("full",)
USES = ("sports_ball",)
HOME = ("football_field", "meadow", "park")
FREE = ("head",)

_RADIUS_M = 0.11
_TOUCH = 0.30  # share of two steps at which the right foot is ahead; measured


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body runs with the ball."""
    return 0.82 * run.pace(body, manner)


def build(body: Body, performance: Performance) -> Motion:
    """The body runs along the performance's path with the ball before it."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    performance = performance._replace(speed_m_s=speed)
    motion = run.build(body, performance)
    s = hands.scale(body)
    period_s = run.beat(body, performance).period_s
    u = performance.phase + performance.times_s / period_s
    # Touched by the right foot as it swings ahead; it rolls on, and the runner catches up.
    share = (u - _TOUCH) % 1.0
    ahead = (0.52 + 0.42 * (np.sin(np.pi * share) * (1 - 0.25 * share))) * s
    gone = speed * performance.times_s + ahead
    middle = columns(-0.09 * s + 0.03 * s * np.sin(2 * np.pi * share), -ahead, _RADIUS_M - performance.sole_m)
    return _sport.beside(motion, {"ball": _sport.ball(middle, about("x", np.degrees(gone / _RADIUS_M)), _RADIUS_M)})


def hold(body: Body, thing: Thing) -> Hold:
    """The ball before the feet."""
    return Hold("", np.eye(3), np.array([0.0, -0.6, 0.0]), loose="ball")
