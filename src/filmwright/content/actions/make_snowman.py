"""Making a snowman: bent to it, patting its snow with both hands."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns, unit, wander
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("make snowman", "build snowman")
EXAMPLE = "A girl in a blue jacket makes a snowman"
POSTURE = "stand"
SEEN = ("full",)
USES = ("snowman",)
HOME = ("snow_valley",)
FACE = ("happy",)
TURN_RAD = 0.95

_AWAY_M = 0.70  # of the snowman's middle before a body of 1.7 m
_BELLY_M = (0.98, 0.32)  # height and radius of its middle ball (props/snowman.py)
_PATS_S = 0.55


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] pats its snowman from the first moment to the end, now higher, now lower."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    roam = wander(t, 3.4, 0.8 + performance.phase)
    _sport.bodily(standing, columns(3.0 * roam, 3.0 * roam, 24.0 - 3.0 * roam, 12.0, 0.0, 0.0, 0.08, 0.045))
    _sport.planted(standing, performance, (0.16, 0.10, 14.0), (-0.15, -0.12, 18.0))
    center = np.array([0.0, -_AWAY_M, _BELLY_M[0]]) * s - np.array([0.0, 0.0, performance.sole_m])
    _work.look(poser, center + columns(0.0, 0.2 * s, 0.10 * s * roam), share=1.0, most_deg=40.0)
    for side, sign in SIDES:
        pat = np.maximum(np.sin(2 * np.pi * t / _PATS_S + (0.0 if side == "r" else np.pi)), 0.0) ** 0.7
        turn = np.radians(52.0 + 14.0 * wander(t, 2.9, 1.0 + sign))
        out = unit(columns(sign * np.sin(turn), np.cos(turn), 0.30 + 0.35 * roam))
        point = center + out * (_BELLY_M[1] + 0.012 + 0.11 * pat)[:, None] * s
        poser.curl(side, 14.0, thumb_deg=8.0)
        hands.bring(
            poser, side, point, columns(-sign * 0.35, -0.75, 0.55), -out, np.array([sign * 0.95, 0.4, -0.5]),
            at=hands.hollow(body, side, 0.0),
        )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The snowman ahead, its face to the lens; for a child a smaller one."""
    s = hands.scale(body)
    return Hold("", about("z", 180.0 - np.degrees(TURN_RAD)), np.array([0.0, -_AWAY_M * s, 0.0]), s)
