"""Kissing: two stand close and their lips meet; a child, its face turned to the lens, is kissed on the cheek by who kneels before it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.knees import on_knees
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns, smooth_step
from filmwright.content.figure.stance import Standing, Step, begun, step
from filmwright.content.kinds import Motion, Partner, Performance

WORDS = ("kiss",)
EXAMPLE = "A man and a woman kiss"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("medium",)
FACE = ("eyes_closed",)

_TURN_RAD = math.radians(76.0)  # both are seen from the side; chosen
_NEAR_M = 0.09  # between the trunks; chosen
_BEFORE_M = 0.045  # between the mouths, before they meet; chosen
_MEET_S = (0.1, 1.1)
_ROLL_DEG = 13.0  # each head to its own right, so that the noses pass; chosen
_CHEEK_DEG = 58.0  # by which a child turns its cheek; chosen
_TOES_M, _TOES_DEG = 0.045, 20.0  # how far the shorter one rises, and by how much the heels do; chosen
_SWAY_M, _SWAY_S = 0.006, 3.6


class _Lean(NamedTuple):
    """How somebody leans to the other's mouth: degrees of the trunk, of the head down, how far the body is raised in
    metres, and by how many degrees the head is turned to the left."""

    trunk_deg: float
    head_deg: float
    raised_m: float
    yaw_deg: float = 0.0


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: close, in profile."""
    still = Performance(1, 24, np.zeros((1, 3)), math.pi, _level)
    first, second = (
        _leaning(a, still, Partner(b, still.path, 0.0), _Lean(2.0, 0.0, 0.0), 0.0) for a, b in ((one, two), (two, one))
    )
    return pair.facing(pair.apart(first, second, 0.0, _NEAR_M, heads=False), _TURN_RAD)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] brings its mouth to its partner's within the first second, and keeps it there."""
    partner = pair.partner_of(body, performance, stations)
    act = pair.act_of(body, performance, partner)
    t, first = performance.times_s, pair.leads(performance)
    sways = _SWAY_M * np.sin(2 * np.pi * t / _SWAY_S) * (1.0 if first else -1.0)
    apart_m = float(np.linalg.norm((np.atleast_2d(performance.path) - np.atleast_2d(partner.path))[0, :2]))
    lean = _to_meet(body, partner.body, apart_m, leads=first)
    theirs = _to_meet(partner.body, body, apart_m, leads=not first)
    own = _leaning(body, performance, partner, lean, sways, _before(body, lean, apart_m))
    other = _leaning(
        partner.body, act, Partner(body, performance.path, 0.0), theirs, -sways, _before(partner.body, theirs, apart_m)
    )
    seen = pair.Seen(own, other, partner.sole_m - performance.sole_m)
    _arms(
        seen, waist=body.gender > partner.body.gender + 0.3 or (abs(body.gender - partner.body.gender) <= 0.3 and first)
    )
    return own.finish()


def _level(x: F64, y: F64) -> F64:
    return 0.0 * x


def _child(one: Body, two: Body) -> bool:
    return one.height_m < pair.GROWN * two.height_m


def _touch(one: Body, two: Body, yaw_deg: float) -> F64:
    """The point (3,) of one's face at rest that is kissed: the mouth, a child's cheek on the side it is turned from."""
    if not _child(one, two):
        return hands.mouth(one)
    return cheek(one, "l" if yaw_deg < 0 else "r")


def cheek(body: Body, side: str) -> F64:
    """The skin (3,) of a cheek at rest; from the distance of the eyes, as faces are drawn."""
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    u = float(left[0] - right[0])
    about_there = (left + right) / 2 + np.array([(0.75 if side == "l" else -0.75), -0.30, -0.80]) * u
    rows = pair.trunk_rows(body)
    far = np.linalg.norm(body.points[rows] - about_there, axis=1)
    return np.asarray(body.points[rows[int(far.argmin())]], float)


def _bend(poser: Poser, trunk_deg: F64 | float, head_deg: float, roll_deg: float, yaw_deg: float = 0.0) -> None:
    """Lean the trunk forward, the head as far as told against the level, and turn it to the left."""
    for bone, share in (("pelvis", 0.35), ("spine_01", 0.2), ("spine_02", 0.25), ("spine_03", 0.2)):
        poser.turn(bone, about("x", share * np.asarray(trunk_deg)))
    poser.world(
        "neck_01",
        about("z", 0.45 * yaw_deg)
        @ about("y", -0.4 * roll_deg)
        @ about("x", 0.7 * np.asarray(trunk_deg) + 0.4 * head_deg + 6.0),
    )
    poser.world("head", about("z", yaw_deg) @ about("y", -roll_deg) @ about("x", head_deg))


def _face(body: Body, other: Body, lean: _Lean) -> F64:
    """Where the point that is kissed comes to lie (3,) in model axes, when somebody leans so."""
    poser = Poser(body, 1)
    if _child(other, body):
        thigh, _ = poser.lengths("thigh_r", "calf_r", "foot_r")
        poser.move(columns(0.0, 0.0, -(body.heads["thigh_r"][2] - thigh - 0.05 * hands.scale(body)))[None])
    poser.move(poser.root + [0.0, 0.0, lean.raised_m])
    _bend(
        poser,
        lean.trunk_deg,
        lean.head_deg,
        0.0 if _child(body, other) or _child(other, body) else _ROLL_DEG,
        lean.yaw_deg,
    )
    turn, joint = poser.at("head")
    return np.asarray((joint + apply(turn, _touch(body, other, lean.yaw_deg) - body.heads["head"]))[0])


def _reaching(body: Body, other: Body, lean: _Lean, ahead_m: float) -> _Lean:
    """The lean with the trunk so far forward that the point that is kissed is `ahead_m` before the body."""
    low, high = -6.0, 40.0
    for _ in range(24):
        middle = (low + high) / 2
        far = -_face(body, other, lean._replace(trunk_deg=middle))[1] > ahead_m
        low, high = (low, middle) if far else (middle, high)
    return lean._replace(trunk_deg=(low + high) / 2)


def _to_meet(body: Body, other: Body, apart_m: float, *, leads: bool) -> _Lean:
    """How a body leans so that its mouth meets the other's half-way; the taller one bows and bends the knees, the shorter rises."""
    grown = not (_child(body, other) or _child(other, body))
    tall = body.height_m - other.height_m
    head = float(np.clip(110.0 * tall, -18.0, 20.0)) if grown else (6.0 if tall < 0 else 2.0)
    back = float(np.clip(-110.0 * tall, -18.0, 20.0)) if grown else (6.0 if tall > 0 else 2.0)
    # The first is on the left: a child there turns its face to the lens by turning right.
    own, others = (_CHEEK_DEG * (-1.0 if first else 1.0) for first in (leads, not leads))
    lean = _Lean(0.0, head, 0.0, own if _child(body, other) else 0.0)
    theirs = _Lean(0.0, back, 0.0, others if _child(other, body) else 0.0)
    lean, theirs = _reaching(body, other, lean, apart_m / 2), _reaching(other, body, theirs, apart_m / 2)
    higher = float(_face(body, other, lean)[2] - _face(other, body, theirs)[2])
    if not grown:
        return lean._replace(raised_m=float(np.clip(-higher, -0.14, _TOES_M)) if _child(body, other) else 0.0)
    rises = min(_TOES_M, abs(higher) / 2)
    return lean._replace(raised_m=rises if higher < 0 else rises - higher)


def _before(body: Body, lean: _Lean, apart_m: float) -> float:
    """By how many degrees less the trunk leans before."""
    return math.degrees(_BEFORE_M / 2 / (0.5 * body.height_m))


def _leaning(
    body: Body, performance: Performance, partner: Partner, lean: _Lean, sways: F64 | float, before_deg: float = 0.0
) -> Standing:
    """The body as it leans to the other; its arms are still to come."""
    kneels = _child(partner.body, body)
    standing = on_knees(body, performance) if kneels else begun(body, performance)
    poser, s, now = standing.poser, hands.scale(body), performance.times_s
    comes = smooth_step(now, *_MEET_S)
    if not kneels:
        # A cheek that is turned to the other is beside the middle of the body.
        aside_m = _face(body, partner.body, lean)[0] if _child(body, partner.body) else 0.0
        poser.move(columns(np.asarray(sways) + 0.0 * now - aside_m, 0.0, lean.raised_m))
    grown = not kneels and not _child(body, partner.body)
    _bend(poser, lean.trunk_deg - before_deg * (1 - comes), lean.head_deg, _ROLL_DEG if grown else 0.0, lean.yaw_deg)
    if not kneels:
        heel = _TOES_DEG * max(0.0, lean.raised_m) / _TOES_M
        side = 0.082 * s
        step(standing, performance, {"l": Step(side, 0.01, pitch_deg=heel), "r": Step(-side, -0.01, pitch_deg=heel)})
    return standing


def _arms(seen: pair.Seen, *, waist: bool) -> None:
    """Both hands on the other's waist, or over the shoulders."""
    own, other = seen.own.poser.body, seen.other.poser.body
    s = hands.scale(other)
    for side, sign in SIDES:
        if _child(other, own) or (waist and not _child(own, other)):
            row = pair.back_row(other, -sign * 0.12 * s, other.heads["spine_02"][2] + 0.01 * s)
            along, pole, curl_deg = (0.80 * sign, 0.6, 0.20), (sign * 1.0, 0.1, -0.35), 11.0
        else:
            row = pair.back_row(other, -sign * 0.12 * s, other.heads["clavicle_l"][2] + 0.03 * s)
            along, pole = (0.45 * sign, 0.85, -0.2), (sign * 0.8, 0.0, -0.45)
            curl_deg = 0.0
        pair.lay_hand(seen, side, row, np.array(along), np.array(pole), curl_deg=curl_deg)
