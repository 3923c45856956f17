"""Hugging: two hold each other, chest to chest, each with one arm over the other's shoulder and one round the ribs. Who is much
taller goes down on both knees."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.knees import on_knees
from filmwright.content.figure.pose import SIDES, about, columns, smooth_step
from filmwright.content.figure.stance import Standing, Step, begun, breath, step
from filmwright.content.kinds import Motion, Partner, Performance

WORDS = ("hug", "embrace")
EXAMPLE = "A man and a woman hug"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("full",)
FACE = ("happy",)

_TURN_RAD = math.radians(
    62.0
)  # the first is turned so far from the lens, and is seen over the other's shoulder; chosen
_ASIDE_M = 0.11  # of grown bodies: each stands to the own right, so that the heads go beside each other; chosen
_ON_KNEES = 0.74  # of a body's height is left on the knees; measured
_AS_TALL_M = 0.07  # who differ by less are as tall; chosen
_SWAY_M, _SWAY_S = 0.014, 3.4
_RUB_M, _RUB_S = 0.022, 2.3


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: so near that their trunks almost touch."""
    still = Performance(1, 24, np.zeros((1, 3)), math.pi, _level)
    first = _held(one, still, Partner(two, np.zeros((1, 3)), 0.0), 0.0)
    second = _held(two, still, Partner(one, np.zeros((1, 3)), 0.0), 0.0)
    return pair.facing(pair.apart(first, second, _aside(one, two)), _TURN_RAD, _aside(one, two))


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] holds its partner from the first moment to the end, swaying with them."""
    partner = pair.partner_of(body, performance, stations)
    act = pair.act_of(body, performance, partner)
    sways = _SWAY_M * np.sin(2 * np.pi * performance.times_s / _SWAY_S) * (1.0 if pair.leads(performance) else -1.0)
    own = _held(body, performance, partner, sways)
    other = _held(partner.body, act, Partner(body, performance.path, 0.0), -sways)
    seen = pair.Seen(own, other, partner.sole_m - performance.sole_m)
    _arms(seen, performance, leads=pair.leads(performance))
    return own.finish()


def _aside(one: Body, two: Body) -> float:
    return _ASIDE_M * min(hands.scale(one), hands.scale(two))


def _kneels(one: Body, two: Body) -> bool:
    """Whether one of two goes down on the knees before the other."""
    return two.height_m < pair.GROWN * one.height_m


def _eye_to_eye(one: Body, two: Body) -> float:
    """How much higher one's head is than the other's as they hold each other, in metres."""
    high = [_ON_KNEES if _kneels(a, b) else 1.0 for a, b in ((one, two), (two, one))]
    return high[0] * one.height_m - high[1] * two.height_m


def _level(x: F64, y: F64) -> F64:
    return 0.0 * x


def _held(body: Body, performance: Performance, partner: Partner, sways: F64 | float) -> Standing:
    """The body as it is held: it leans to the other with the head over their left shoulder; its arms are still to come."""
    s, other = hands.scale(body), partner.body
    kneels = other.height_m < pair.GROWN * body.height_m
    higher = (0.72 if kneels else 1.0) * body.height_m - (
        0.72 if body.height_m < pair.GROWN * other.height_m else 1.0
    ) * (other.height_m)
    standing = on_knees(body, performance) if kneels else begun(body, performance)
    poser, t = standing.poser, standing.t
    lean = float(np.clip(6.0 + 45.0 * higher, 3.0, 22.0))
    squeeze = 0.5 * breath(t)
    if not kneels:
        poser.move(columns(np.asarray(sways, float) + 0.0 * t, 0.018 * s, 0.0))
    poser.turn("pelvis", about("x", 0.45 * lean) @ about("y", np.degrees(np.asarray(sways) * 0.6)))
    poser.turn("spine_01", about("x", 0.25 * lean) @ about("y", -2.5))
    poser.turn("spine_02", about("x", 0.35 * lean + squeeze) @ about("y", -3.0))
    poser.turn("spine_03", about("x", 0.20 * lean - 0.6 * squeeze) @ about("y", -2.5))
    down = float(np.clip(70.0 * higher, -16.0, 16.0))
    nods = 1.5 * np.sin(2 * np.pi * t / 4.3)
    poser.world("neck_01", about("y", -13.0) @ about("z", -4.0) @ about("x", 0.5 * lean + 0.4 * down + 4.0))
    poser.world("head", about("y", -15.0) @ about("z", -10.0) @ about("x", 6.0 + down + nods))
    if not kneels:
        side = 0.11 * s
        step(standing, performance, {"l": Step(side, 0.012), "r": Step(-side, -0.012)})
    return standing


def _arms(seen: pair.Seen, performance: Performance, *, leads: bool) -> None:
    """Each arm over the other's or round the ribs: of two as tall the right one over, else both of the taller; a child's are laid on the
    shoulders of whoever kneels before it."""
    own, other, t = seen.own.poser.body, seen.other.poser.body, performance.times_s
    s, higher, small = hands.scale(other), own.height_m - other.height_m, _kneels(own, other)
    over, under = higher > _AS_TALL_M and not small, higher < -_AS_TALL_M or small
    blades, ribs = other.heads["clavicle_l"][2] - 0.075 * s, other.heads["spine_02"][2] + 0.08 * s
    rub = _RUB_M * np.sin(2 * np.pi * t / _RUB_S) * smooth_step(t, 0.2, 1.0)
    for side, sign in SIDES:
        inner = 1.0 if side == "r" else -1.0
        if _kneels(other, own):
            row = pair.back_row(other, -sign * 0.12 * s, blades + 0.10 * s)
            along, pole = (0.35 * sign, 0.85, -0.15), (sign * 0.8, -0.1, -0.1)
        elif over:
            row = pair.back_row(other, -sign * 0.055 * s, blades - (0.06 - 0.05 * inner) * s)
            along, pole = (0.85 * sign, 0.0, -0.20), (sign * 0.95, 0.1, 0.0)
        elif side == "r" and not under:
            row = pair.back_row(other, -sign * 0.055 * s, blades)
            along, pole = (0.62 * sign, 0.0, -0.72), (sign * 0.85, 0.0, 0.50)
        else:
            # The other is to the left of the middle: the left arm has the longer way round.
            aside_m = (0.05 if side == "r" else 0.10) * s
            row = pair.back_row(other, -sign * aside_m, ribs + 0.035 * inner * s * under)
            along, pole = (0.95 * sign, 0.3, 0.20), (sign * 1.0, -0.05, -0.2)
        pair.lay_hand(
            seen, side, row, np.array(along), np.array(pole), rub_m=rub if side == "r" and leads else 0.3 * rub
        )
