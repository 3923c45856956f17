"""Fighting with swords: two on guard strike by turns, and the other's blade is there to meet every stroke; one drives the other back,
and is driven back."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, columns, smooth_step, unit
from filmwright.content.figure.stance import Step, begun, step
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("sword fight", "fencing")
EXAMPLE = "Two knights sword fight in front of a castle"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("full",)
USES = ("sword", "foil")
FACE = ("determined",)

_TURN_RAD = math.radians(80.0)
_APART_M = 1.96  # of grown people: blades cross at a little more than half their length; chosen
_ROUND_S = 4.0
_BLADE_M = 0.006  # a blade's middle from where two touch
_WIND_S, _REST_S, _BACK_S = 0.34, 0.16, 0.30  # before a stroke, blade at blade, and back on guard; chosen


class Clash(NamedTuple):
    """Where two blades meet: when, whether the first strikes, and how far to the first one's left and how high, metres on grown
    people."""

    at_s: float
    first: bool
    left_m: float
    up_m: float


_CLASHES = (
    Clash(0.50, False, -0.10, 1.28),
    Clash(1.25, True, 0.14, 1.16),
    Clash(2.00, True, -0.02, 1.56),
    Clash(2.85, False, 0.02, 1.50),
    Clash(3.50, False, 0.14, 1.14),
)
# Hand (left of the middle, ahead, up) and where the blade points from there.
_GUARD = (-0.20, 0.46, 1.08, 0.16, 0.72, 0.62)
_WOUND = (-0.30, 0.27, 1.33, 0.08, 0.22, 0.90)
# Moment, and how far the first has driven the other, metres.
_DRIVEN = ((0.0, 0.0), (0.85, 0.0), (1.25, 0.17), (1.60, 0.17), (2.00, 0.34), (2.50, 0.34), (2.85, 0.17), (3.50, 0.0))
_LATE_S = 0.12  # by which the foot behind follows the one before


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: apart by both arms and as much of the blades as is before where they cross."""
    return pair.facing(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] crosses blades with its partner from the first moment to the end."""
    partner = pair.partner_of(body, performance, stations)
    first = pair.leads(performance)
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, mean = hands.scale(body), (hands.scale(body) + hands.scale(partner.body)) / 2
    here, there = (np.atleast_2d(np.asarray(path, float))[0, :2] for path in (performance.path, partner.path))
    half_m = float(np.linalg.norm(there - here)) / 2
    sign = 1.0 if first else -1.0

    def gone(at: F64) -> F64:
        """How far ahead of its mark the body is."""
        return sign * mean * _sport.through(at % _ROUND_S, _DRIVEN, _ROUND_S)[:, 0]

    ahead = gone(t)
    struck, winds = _strokes(t, first)
    parries = _strokes(t, not first)[0]
    lunge = struck - 0.5 * parries
    hop = np.sin(2 * np.pi * t / 1.3)
    poser.move(columns(0.0 * t, -ahead - s * (0.10 * lunge - 0.03 * winds), s * (-0.085 - 0.03 * struck + 0.010 * hop)))
    turned = 34.0 + 10.0 * struck - 22.0 * winds  # the right shoulder is in front
    poser.turn("pelvis", about("z", turned * 0.7) @ about("x", 5.0 + 7.0 * lunge))
    for bone, share in (("spine_01", 0.08), ("spine_02", 0.10), ("spine_03", 0.12)):
        poser.turn(bone, about("z", share * turned) @ about("x", 1.5 + 3.0 * lunge - 2.0 * winds))
    poser.world("neck_01", about("z", 8.0) @ about("x", 8.0))
    poser.world("head", about("x", 4.0) @ about("z", 1.5 * hop))
    step(standing, performance, _feet(gone, t, s, struck), stretch=0.99)
    grip, way = _blade(t, first, s, mean, half_m, performance.sole_m)
    grip = grip - columns(0.0, ahead, 0.0)
    elbow = np.array([-0.75, 0.25, -0.65])
    _sport.wield(poser, "r", _grip(), grip, way, np.array([1.0, 0.0, -0.15]), elbow)
    poser.curl("l", 48.0, thumb_deg=30.0)
    out = 0.25 * struck
    _sport.free_arm(poser, "l", columns(0.55 + out, -0.25 - out, -0.75 + out), columns(0.35, 0.62, 0.35 + out))
    return standing.finish()


def _strokes(t: F64, first: bool) -> tuple[F64, F64]:
    """How far a stroke of one of the two is out (F,), and how far it is drawn back for one (F,), 0..1."""
    out, back = 0.0 * t, 0.0 * t
    for clash in (c for c in _CLASHES if c.first == first):
        u = (t - clash.at_s + _ROUND_S / 2) % _ROUND_S - _ROUND_S / 2
        out = np.maximum(out, smooth_step(u, -0.6 * _WIND_S, 0.0) * (1 - smooth_step(u, _REST_S, _REST_S + _BACK_S)))
        back = np.maximum(
            back, smooth_step(u, -1.9 * _WIND_S, -_WIND_S) * (1 - smooth_step(u, -0.8 * _WIND_S, -0.2 * _WIND_S))
        )
    return out, back


def _blade(t: F64, first: bool, s: float, mean: float, half_m: float, sole_m: float) -> tuple[F64, F64]:
    """Where the hand is from the body's mark as it has been driven (F, 3) and where the blade points (F, 3), in model axes."""
    guard = np.array(_GUARD) * [s, s, s, 1.0, 1.0, 1.0]
    wound = np.array(_WOUND) * [s, s, s, 1.0, 1.0, 1.0]
    keys = []
    for k, clash in enumerate(_CLASHES):
        left = clash.left_m * mean * (1.0 if first else -1.0)
        met = np.array([left, half_m - _BLADE_M, clash.up_m * mean - sole_m])
        # Each has the hand at the own right of where the blades meet, and below it.
        hand = met + np.array([-0.24 * s, -0.46 * s, -0.26 * s])
        hand[2] = min(hand[2], 1.36 * s)
        row = np.concatenate([hand, unit(met - hand)])
        mine = clash.first == first
        before = clash.at_s - (_WIND_S if mine else 0.10)
        keys.append((before, *(wound if mine else row + [0.0, -0.03, 0.0, 0.0, 0.0, 0.0])))
        keys.append((clash.at_s, *row))
        keys.append((clash.at_s + _REST_S, *(row + [0.02, 0.0, -0.01, 0.0, 0.0, 0.0])))
        rest = clash.at_s + _REST_S + 0.8 * _BACK_S
        following = _CLASHES[(k + 1) % len(_CLASHES)]
        begins = following.at_s + (_ROUND_S if k + 1 == len(_CLASHES) else 0.0)
        begins -= _WIND_S + 0.05 if following.first == first else 0.14
        if rest < begins - 0.02 and rest < _ROUND_S:
            keys.append((rest, *guard))
    rows = _sport.through(t, tuple(keys), _ROUND_S)
    axes = np.array([1.0, -1.0, 1.0])
    return rows[:, :3] * axes, unit(rows[:, 3:] * axes)


def _feet(gone: Callable[[F64], F64], t: F64, s: float, struck: F64) -> dict[str, Step]:
    """The right foot before, the left behind and across; each steps where the body is driven."""
    steps = {}
    for side, left, ahead, out in (("r", -0.09, 0.25, 4.0), ("l", 0.11, -0.25, 62.0)):
        late = _LATE_S if side == "l" else 0.0
        lifted = np.clip(np.abs(gone(t - late + 0.04) - gone(t - late - 0.04)) / 0.05, 0.0, 1.0)
        heel = 8.0 + 14.0 * struck if side == "l" else 3.0 * struck
        steps[side] = Step(left * s, ahead * s + gone(t - late), out, 0.035 * s * lifted, heel)
    return steps


def hold(body: Body, thing: Thing) -> Hold:
    """The sword by its grip."""
    return hands.hold(body, "r", _grip())


def _grip() -> hands.Grip:
    """A fist round the grip, the knuckles along an edge."""
    return hands.Grip(np.zeros(3), np.array([0.9, 0.0, 0.42]), np.array([0.0, 1.0, 0.0]), 0.014)
