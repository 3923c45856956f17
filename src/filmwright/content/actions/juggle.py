"""Juggling: three balls in a cascade, from hand to hand in arcs that cross before the eyes."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import juggling_balls

WORDS = ("juggle",)
EXAMPLE = "A woman in a striped t-shirt juggles in a park"
POSTURE = "stand"
SEEN = ("medium_wide",)
SEATED = ("told",)
USES = ("juggling_balls",)
HOME = ("park", "stage", "studio")
FACE = ("happy",)
TURN_RAD = 0.12

_BEAT_S = 0.36  # from a throw to the other hand's throw
_HELD = 1.3  # beats that a hand holds a ball
_INNER_M, _OUTER_M = 0.09, 0.27  # where a hand throws and where it catches, from the middle; on a body of 1.7 m


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] juggles from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    beat = t / _BEAT_S + 6.0 * performance.phase
    poser.bend("spine_02", about("x", 1.0 + 0.6 * np.sin(np.pi * beat)) @ about("y", 1.2 * np.sin(np.pi * beat / 2)))
    poser.world("head", about("x", -9.0 + 1.0 * wander(t, 2.0, 0.4)))
    middle = poser.at("neck_01")[1] * [0.0, 1.0, 1.0] + np.array([0.0, -0.33, -0.33]) * s
    for side, sign in SIDES:
        spot = middle + _hand(beat - (0.0 if side == "r" else 1.0), sign) * s
        poser.curl(side, 24.0, thumb_deg=6.0)
        hands.bring(
            poser, side, spot, np.array([-sign * 0.18, -0.95, 0.10]), np.array([-sign * 0.10, 0.08, 1.0]),
            np.array([sign * 0.45, 0.8, -0.8]), at=hands.hollow(body, side, juggling_balls.RADIUS_M),
        )  # fmt: skip
    made = {}
    for k in range(3):
        at = middle + _ball(beat - k, s)
        made[f"ball {k}"] = _sport.ball(at, about("x", 150.0 * t + 40.0 * k), juggling_balls.RADIUS_M)
    return _sport.finish(standing, made)


def _hand(beats: F64, sign: float) -> F64:
    """Where a hand is (F, 3) so many beats after it threw: out over the top to catch, in below to throw."""
    u = beats % 2.0
    empty = u < 2.0 - _HELD
    goes = smooth_step(u / (2.0 - _HELD))
    comes = smooth_step((u - 2.0 + _HELD) / _HELD)
    x = np.where(empty, _INNER_M + (_OUTER_M - _INNER_M) * goes, _OUTER_M + (_INNER_M - _OUTER_M) * comes)
    share = np.where(empty, u / (2.0 - _HELD), (u - 2.0 + _HELD) / _HELD)
    z = np.where(empty, 0.045, -0.095) * np.sin(np.pi * share)
    return columns(sign * x, 0.0 * x, z)


def _ball(beats: F64, s: float) -> F64:
    """Where a ball is (F, 3) against the middle between the hands, so many beats after the right hand threw it."""
    u = beats % 6.0
    first = u < 3.0
    v, sign = np.where(first, u, u - 3.0), np.where(first, -1.0, 1.0)
    flies = v < 3.0 - _HELD
    lasts_s = (3.0 - _HELD) * _BEAT_S
    mirror = columns(sign, 1.0, 1.0)
    leaves, comes = np.array([_INNER_M, 0.0, 0.0]) * s, np.array([-_OUTER_M, 0.0, 0.0]) * s
    air = _sport.thrown(leaves, comes, lasts_s, v / (3.0 - _HELD)) * mirror
    # Held by the other hand, which will throw it when the three beats are over.
    held = _hand(v - 3.0, 1.0) * s * columns(-sign, 1.0, 1.0)
    return np.where(flies[:, None], air, held)


def hold(body: Body, thing: Thing) -> Hold:
    """The first of the balls; each goes its own way."""
    return _sport.ball_in_hand(body, "r", juggling_balls.RADIUS_M)._replace(loose="ball 0")


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """All three."""
    own = hold(body, thing)
    return {f"juggling ball {k}": own._replace(loose=f"ball {k}") for k in range(3)}
