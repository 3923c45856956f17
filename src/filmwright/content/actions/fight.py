"""Fighting with the fists: two on guard strike by turns, and each slips out of the other's reach; no blow lands."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.actions.do_boxing import Punch, boxed, thrown
from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Motion, Performance

WORDS = ("fight",)
EXAMPLE = "Two men fight in a gym"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("full",)
FACE = ("determined",)

_TURN_RAD = math.radians(74.0)
_APART_M = 1.27  # of grown people: a straight arm ends before the other's face; chosen
_ROUND_S = 3.4
_SLIP_S = (-0.08, -0.04, 0.0, 0.04, 0.08)  # a trunk moves over so long; chosen
_ONE = (Punch("l", 0.10), Punch("r", 0.55), Punch("l", 2.95))
_TWO = (Punch("l", 1.35), Punch("l", 1.75), Punch("r", 2.20))


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: out of each other's reach by a hand."""
    return pair.facing(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] boxes with its partner from the first moment to the end."""
    partner = pair.partner_of(body, performance, stations)
    own, other = (_ONE, _TWO) if pair.leads(performance) else (_TWO, _ONE)
    u = performance.times_s % _ROUND_S
    high_m = partner.body.marks["eyes"] - body.marks["eyes"]
    return boxed(body, performance, {side: _struck(u, own, side) for side in "lr"}, _slips(u, other), high_m)


def _struck(u: F64, punches: tuple[Punch, ...], side: str) -> F64:
    """How far a hand is out; a blow may go on from one round into the next."""
    return np.maximum(thrown(u, punches, side), thrown(u + _ROUND_S, punches, side))


def _slips(u: F64, punches: tuple[Punch, ...]) -> F64:
    """How far a body leans out of reach of the other's blows: slower than a fist, so that the head does not jerk."""
    late = [np.maximum(*(_struck((u + d) % _ROUND_S, punches, side) for side in "lr")) for d in _SLIP_S]
    return np.asarray(np.mean(late, axis=0))
