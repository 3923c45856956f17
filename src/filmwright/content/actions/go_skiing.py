"""Skiing: turns down the slope on parallel skis, knees bent and leaning into each turn, the poles in the hands."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.actions import _course, _sport
from filmwright.content.figure import feet, hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns, forward, leg_m
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import skis

WORDS = ("go skiing",)
EXAMPLE = "A man in a red jacket skis down a snowy mountain"
POSTURE = "walk"
WEARS = ("puffer_jacket", "beanie", "gloves")
SEEN = ("full",)
USES = ("skis",)
HOME = ("ski_slope", "snow_valley")

_SPEED_M_S = 3.4  # chosen: as fast as one can be followed in a picture
_PACES = {"slow": 0.6, "casual": 0.8, "brisk": 1.2, "fast": 1.5}
_WIDE_M, _TURN_M = 0.62, 7.0
_APART_M = 0.105  # from the middle to a ski on a body of 1.7 m; chosen
_SOLE_M = 0.03  # of the boots on the skis; chosen, that of winter boots


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body skis."""
    return _SPEED_M_S * math.sqrt(body.height_m / 1.7) * _PACES.get(manner or "", 1.0)


def build(body: Body, performance: Performance) -> Motion:
    """The body skis along the performance's path from the first moment to the end."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    course = _course.swung(performance, speed, wide_m=_WIDE_M, turn_m=_TURN_M, lean_deg=21.0)
    poser = Poser(body, performance.frames)
    s, leg = hands.scale(body), leg_m(body)
    bend, lean = course.bend, course.lean_deg
    place, facing = course.place, course.heading_rad
    low = 0.17 + 0.035 * np.abs(bend)  # low in the turn, up between two
    # Hips to the inside of the turn, the trunk more upright than the legs and turned down the slope.
    poser.move(columns(0.33 * leg * np.sin(np.radians(lean)), 0.10 * s, -low * leg))
    poser.turn("pelvis", about("z", -7.0 * bend) @ about("y", 0.55 * lean) @ about("x", 24.0))
    poser.turn("spine_01", about("y", -0.25 * lean) @ about("x", 9.0) @ about("z", -4.0 * bend))
    poser.turn("spine_02", about("y", -0.25 * lean) @ about("x", 9.0) @ about("z", -5.0 * bend))
    poser.turn("spine_03", about("x", 5.0) @ about("z", -4.0 * bend))
    poser.world("neck_01", about("x", 20.0) @ about("z", -10.0 * bend))
    poser.world("head", about("x", 7.0) @ about("z", -12.0 * bend))
    _legs(poser, performance, course, s)
    _arms(poser, bend, s)
    return poser.motion(place, facing)


def _legs(poser: Poser, performance: Performance, course: _course.Course, s: float) -> None:
    """The feet flat on skis that lie on their edges as the body leans, the inner one a little ahead."""
    place, facing = course.place, course.heading_rad
    ahead, left = forward(facing), forward(facing + np.pi / 2)
    thick = (skis.STANDS_M + _SOLE_M) * _size(poser.body) - performance.sole_m
    for side, sign in SIDES:
        shape = feet.foot(poser.body, side)
        inner = sign * course.bend
        spot: F64 = np.asarray(place[:, :2] + left * (sign * _APART_M * s) + ahead * (0.05 * s * inner)[:, None], float)
        footing = feet.footing(shape, spot, facing, performance.ground)
        edge = about("y", 0.75 * course.lean_deg)
        flat = about("z", np.degrees(facing) + 180) @ about("x", footing.slope_deg)
        turn = flat @ edge @ about("z", -shape.rest_yaw_deg)
        sole = np.array([0.0, 0.0, -shape.ankle_m])
        # A ski on its edge turns about that edge: the foot over it goes up as far.
        rise = thick + 0.045 * np.abs(np.sin(np.radians(0.75 * course.lean_deg)))
        ankle = footing.ankle + apply(flat, sole - apply(edge, sole)) + np.column_stack([0 * rise, 0 * rise, rise])
        feet.plant(poser, shape, ankle, turn, turn, place, facing)


def _arms(poser: Poser, bend: F64, s: float) -> None:
    """Fists before the hips, apart, the poles pointing back and down; the outer one reaches ahead where a turn begins."""
    chest = poser.at("spine_03")[0]
    neck = poser.at("neck_01")[1]
    for side, sign in SIDES:
        outer = -sign * bend
        point = neck + apply(chest, columns(sign * 0.34, -0.40 - 0.05 * outer, -0.42 + 0.05 * outer) * s)
        # The tip trails just over the snow, however low the body is.
        up = np.clip((point[:, 2] - 0.06 * s) / (skis.GRIP_M * _size(poser.body)), 0.2, 0.9)
        way = columns(sign * 0.10, -np.sqrt(0.99 - up**2), up)
        _sport.wield(
            poser,
            side,
            _grip(poser.body, side),
            point,
            way,
            np.array([0.0, -1.0, 0.0]),
            np.array([sign * 0.9, 0.6, -0.35]),
        )


def _grip(body: Body, side: str) -> hands.Grip:
    """A fist round a pole's grip, the thumb up."""
    out = np.array([1.0 if side == "l" else -1.0, 0.0, 0.0])
    return hands.Grip(np.array([0.0, 0.0, skis.GRIP_M * _size(body)]), np.array([0.0, 1.0, 0.0]), out, 0.013)


def _size(body: Body) -> float:
    return hands.scale(body)


def hold(body: Body, thing: Thing) -> Hold:
    """What is not a ski or a pole goes with the left foot."""
    return _under(body, "l")


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """A ski under each foot, a pole in each hand."""
    made: dict[str, Hold] = {}
    for side, name in (("l", "left"), ("r", "right")):
        under = _under(body, side)
        made |= {f"skis {name}": under, f"skis {name} binding": under}
        pole = hands.hold(body, side, _grip(body, side))._replace(size=_size(body))
        made |= {f"skis {name} pole": pole, f"skis {name} grip": pole}
    return made


def _under(body: Body, side: str) -> Hold:
    """A ski under the sole of a boot, along the foot."""
    ankle = body.heads[f"foot_{side}"]
    down = (skis.STANDS_M + _SOLE_M) * _size(body)
    yaw = feet.foot(body, side).rest_yaw_deg
    turn = about("z", yaw) @ about("z", 180.0)
    return Hold(
        f"foot_{side}", turn, np.array([ankle[0], ankle[1], -down]) + turn @ np.array([0.0, 0.05, 0.0]), _size(body)
    )
