"""Dancing as a couple: in the hold of a waltz, round each other and round the floor, a step on every beat."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, forward, smooth_step, unit
from filmwright.content.figure.stance import Standing, Step, begun, breath, step
from filmwright.content.kinds import Motion, Partner, Performance

WORDS = ("waltz", "slow dance")
EXAMPLE = "A man and a woman dance a waltz in a ballroom"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("full",)
FACE = ("happy",)

_TURN_RAD = math.radians(68.0)
_NEAR_M = 0.075  # between the trunks of two who dance; chosen
_ASIDE_M = -0.07  # each has the other before the own right half
_BEAT_S = 0.66  # 90 beats a minute, as a slow waltz has
_ROUND_BEATS = 12  # beats for once round each other
_FLOOR_M, _FLOOR_BEATS = 0.22, 24  # how far from the mark the two go, and in how many beats round it; chosen
_FOOT_M, _STRIDE_M = 0.085, 0.11  # a foot from the middle, and how far ahead and back the steps go; chosen


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two begin: close, each with the other before the own right half."""
    still = Performance(1, 24, np.zeros((1, 3)), math.pi, _level)
    first, second = (_danced(a, still, Partner(b, still.path, 0.0), upright=True) for a, b in ((one, two), (two, one)))
    return pair.facing(pair.apart(first, second, _ASIDE_M, _NEAR_M, heads=False), _TURN_RAD, _ASIDE_M)


def build(body: Body, performance: Performance) -> Motion:
    """The body dances with its partner round the middle between the two from the first moment to the end."""
    partner = pair.partner_of(body, performance, stations)
    act = pair.act_of(body, performance, partner)
    own = _danced(body, performance, partner)
    other = _danced(partner.body, act, Partner(body, performance.path, 0.0))
    seen = pair.Seen(own, other, partner.sole_m - performance.sole_m)
    _arms(seen, performance.times_s, guides=_guides(body, performance, partner))
    return own.finish()


def _level(x: F64, y: F64) -> F64:
    return 0.0 * x


def _guides(body: Body, performance: Performance, partner: Partner) -> bool:
    """Whether a body guides the other: the man, of two men or women the first."""
    one, two = body.gender, partner.body.gender
    return one > two if abs(one - two) > 0.3 else pair.leads(performance)


class _Round(NamedTuple):
    """Where the two dance: the middle between them (2,), where one stands against it (2,), and which way he faces at first."""

    middle: F64
    away: F64
    facing_rad: float

    def at(self, beats: F64) -> tuple[F64, F64]:
        """Where one is (n, 2) and faces (n,) after so many beats: they turn to the right, a little more on the first of three."""
        turned = -2 * np.pi * (beats + 0.22 * np.sin(2 * np.pi * beats / 3)) / _ROUND_BEATS
        round_ = -2 * np.pi * beats / _FLOOR_BEATS
        middle = self.middle + _FLOOR_M * np.stack([np.sin(round_), np.cos(round_) - 1.0], -1)
        c, s = np.cos(turned), np.sin(turned)
        away = np.stack([c * self.away[0] - s * self.away[1], s * self.away[0] + c * self.away[1]], -1)
        return middle + away, self.facing_rad + turned


def _danced(body: Body, performance: Performance, partner: Partner, *, upright: bool = False) -> Standing:
    """The body on its feet; its arms are still to come. `upright`: at rest."""
    still = begun(body, performance)
    s, beats = hands.scale(body), performance.times_s / _BEAT_S
    here, there = (np.atleast_2d(np.asarray(path, float))[0, :2] for path in (performance.path, partner.path))
    round_ = _Round((here + there) / 2, (here - there) / 2, performance.facing_yaw_rad)
    spot, facing = round_.at(0.0 * beats if upright else beats)
    place = np.column_stack([spot, performance.ground(spot[:, 0], spot[:, 1])])
    standing = Standing(still.poser, still.t, place, facing)
    poser, guides = standing.poser, _guides(body, performance, partner)
    rise = -np.cos(2 * np.pi * (beats % 3) / 3)  # low on the first beat, high on the second and third
    sway = np.sin(2 * np.pi * beats / 6) * (1.0 if guides else -1.0)
    poser.move(columns(0.0 * beats, 0.0, s * (0.014 * rise - 0.026)))
    poser.turn("pelvis", about("y", 1.5 * sway) @ about("x", 1.0))
    poser.turn("spine_01", about("y", 1.0 * sway))
    poser.turn("spine_02", about("x", (-1.5 if guides else -3.5) + 0.4 * breath(still.t)) @ about("y", 1.0 * sway))
    poser.turn("spine_03", about("x", -1.0 if guides else -3.0) @ about("z", 3.0) @ about("y", 0.8 * sway))
    poser.world("neck_01", about("z", 7.0) @ about("x", -2.0))
    # Each looks past the other's right shoulder, and at them in between.
    aside = 20.0 + 9.0 * np.sin(2 * np.pi * beats / 9.0)
    down = float(np.clip(40.0 * (body.height_m - partner.body.height_m), -9.0, 7.0))
    poser.world("head", about("z", aside - 14.0) @ about("y", 2.0 * sway) @ about("x", down))
    step(
        standing,
        performance,
        _feet(round_, standing, performance, beats, s, first="l" if guides else "r"),
        stretch=0.992,
    )
    return standing


def _feet(
    round_: _Round, standing: Standing, performance: Performance, beats: F64, s: float, *, first: str
) -> dict[str, Step]:
    """Both feet: one goes on every beat, to where it stands best while it carries."""
    steps = {}
    origin = np.full(len(beats), performance.facing_yaw_rad)
    ahead, left = forward(origin), forward(origin + np.pi / 2)
    for side, sign in SIDES:
        late = 0.0 if side == first else 1.0
        number = np.floor((beats - late) / 2)
        u = (beats - late) - 2 * number
        goes = smooth_step(u, 0.04, 0.86)

        def stands(n: F64, late: float = late, sign: float = sign) -> tuple[F64, F64]:
            spot, facing = round_.at(2 * n + late + 1.45)
            # One goes ahead where the other goes back.
            stride = _STRIDE_M * s * np.where((2 * n + late) % 3 == 0, 1.0, 0.0) * (1.0 if first == "l" else -1.0)
            stride = stride * np.where((2 * n + late) % 6 == 0, 1.0, -1.0)
            return spot + forward(facing + np.pi / 2) * (sign * _FOOT_M * s) + forward(facing) * stride[:, None], facing

        (from_, yaw), (to, yaw_to) = stands(number - 1), stands(number)
        spot = from_ + (to - from_) * goes[:, None]
        way = spot - standing.place[:, :2]
        turn = yaw + (yaw_to - yaw) * goes
        steps[side] = Step(
            np.sum(way * left, -1),
            np.sum(way * ahead, -1),
            np.degrees(turn - standing.facing_yaw_rad) * sign + 4.0,
            0.034 * s * np.sin(np.pi * np.clip(u / 0.86, 0, 1)) ** 1.5,
            14.0 * np.sin(np.pi * np.clip(u / 0.86, 0, 1)) ** 2,
        )
    return steps


def _arms(seen: pair.Seen, t: F64, *, guides: bool) -> None:
    """The hold: his left hand holds her right out at the side, his right lies on her shoulder blade, hers on his shoulder."""
    own, other = seen.own.poser, seen.other.poser
    s = hands.scale(other.body)
    held, laid = ("l", "r") if guides else ("r", "l")
    sign = 1.0 if held == "l" else -1.0
    shoulder = own.at(f"upperarm_{held}")[1]
    theirs = seen.point(other.at("upperarm_r" if guides else "upperarm_l")[1])
    low = min(hands.scale(own.body), s)
    middle = (shoulder + theirs) / 2
    out = unit((shoulder - own.at("upperarm_" + laid)[1]) * [1.0, 1.0, 0.0])
    # Both arms are bent: the hands are out to the side at the height of the shorter one's chin.
    spot = middle + out * (0.36 * low) + [0.0, 0.0, 1.0] * columns(0.02 * np.sin(2 * np.pi * t / (6 * _BEAT_S)))
    spot[:, 2] += 0.05 * low
    to_other = unit((theirs - shoulder) * [1.0, 1.0, 0.0])
    own.curl(held, 34.0 if guides else 26.0, thumb_deg=18.0)
    hands.bring(
        own,
        held,
        spot,
        unit(0.75 * out + [0.0, 0.0, 0.55] + 0.35 * to_other),
        unit(to_other + [0.0, 0.0, 0.25 if guides else -0.25]),
        apply(own.at("spine_03")[0], np.array([0.55 * sign, 0.45, -0.8])),
        at=hands.hollow(own.body, held, 0.004),
    )
    if guides:
        row = pair.back_row(other.body, 0.075 * s, other.body.heads["clavicle_l"][2] - 0.15 * s)
        pair.lay_hand(seen, "r", row, np.array([-0.9, 0.2, 0.0]), np.array([-1.0, 0.1, 0.10]))
    else:
        row = pair.back_row(other.body, -0.115 * s, other.body.heads["clavicle_l"][2] + 0.015 * s)
        pair.lay_hand(seen, "l", row, np.array([0.45, 0.8, -0.25]), np.array([0.9, 0.0, -0.35]))
