"""Playing the drums: on the stool behind the kit, a stick in each hand going up and down on skins and cymbals."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, columns, unit
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import drum_kit

WORDS = ("play drums",)
EXAMPLE = "A man in a black t-shirt plays the drums on a stage"
POSTURE = "stand"
SEEN = ("full",)
USES = ("drum_kit",)
HOME = ("stage", "studio")
TURN_RAD = 0.38

_BEAT_S = 0.5  # between two strokes of a hand; chosen: 120 beats a minute, hands in turn
_STRUCK = {"r": ("snare", "snare", "snare", "right tom"), "l": ("floor tom", "left tom", "floor tom", "left tom")}


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, the head nodding to the beat."""
    sitting = _work.sat(body, performance, drum_kit.seat_m(), lean_deg=10.0)
    poser, t = sitting.poser, performance.times_s
    beat = 2 * np.pi * t / (2 * _BEAT_S)
    poser.bend("spine_02", about("z", 4.0 * np.sin(beat / 2)) @ about("x", 2.0 * np.cos(2 * beat)))
    turn_head(poser, 8.0 * np.sin(beat / 4), 14.0 + 6.0 * np.cos(2 * beat))
    for side, sign in SIDES:
        u = t / _BEAT_S + (0.0 if side == "r" else 0.5)
        number, part = np.floor(u).astype(int), u % 1.0
        heads = np.array([_spot(name) for name in _STRUCK[side]]) + _work.floor(performance)
        last, now = heads[number % 4], heads[(number + 1) % 4]
        share = 0.5 - 0.5 * np.cos(np.pi * part)
        # A stick goes up at once and comes down late: fastest where it strikes.
        lift = np.sin(np.pi * part**1.4) ** 1.2
        tip = last + (now - last) * share[:, None] + columns(0.0, 0.0, 0.24 * lift)
        tip = tip + columns(-sign * 0.0, 0.03, 0.012)
        way = unit(columns(-sign * 0.30, -0.85, -0.30 + 0.62 * lift))
        stick = hands.pointing(way, np.array([0.0, 0.0, 1.0]))
        origin = tip - way * drum_kit.STICK_M
        poser.curl(side, 52.0, thumb_deg=34.0)
        hands.carry(poser, side, _grip(side), stick, origin, _work.elbow(poser, 0.9, 0.35, 0.7, side))
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The kit on the ground, its stool under who plays."""
    seat = np.asarray(thing.sits[0][:3]) * [1.0, 1.0, 0.0]
    turn = np.diag([-1.0, -1.0, 1.0])
    return Hold("", turn, -turn @ seat)


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """A stick in each hand."""
    return {f"kit stick {side}": hands.hold(body, side, _grip(side)) for side, _ in SIDES}


def _spot(name: str) -> F64:
    """Where a drum is struck, in model axes."""
    return drum_kit.struck(name) * [-1.0, -1.0, 1.0]


def _grip(side: str) -> hands.Grip:
    """A fist round the last third of the stick, its back up."""
    sign = 1.0 if side == "l" else -1.0
    return hands.Grip(
        np.array([0.0, 0.10, 0.0]),
        np.array([-sign * 0.0 + 0.62 * sign, 0.60, -0.25]),
        np.array([0.25 * sign, 0.0, -1.0]),
        0.006,
    )
