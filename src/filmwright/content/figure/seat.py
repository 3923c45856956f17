"""Sitting on a seat: hands on the thighs, back at ease, breathing."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.manners import frailty
from filmwright.content.figure.pose import SIDES, Poser, about, apply, to_model, wander
from filmwright.content.figure.stance import Standing, begun, breath, stand
from filmwright.content.kinds import Performance

_KNEES_M = 0.085  # each knee to the side of the middle, on a body of 1.7 m; chosen


def at_ease(body: Body, performance: Performance, *, liveliness: float = 1.0) -> Standing:
    """The body standing, or sitting if the performance says so; arms at rest, for an action to lift."""
    return seated(body, performance) if performance.seated else stand(body, performance, liveliness=liveliness)


def seated(body: Body, performance: Performance) -> Standing:
    """The body sits at path[0] on a seat of `seat_m` over the ground, feet on the ground if the legs are long enough."""
    sitting = begun(body, performance)
    poser, t, place, facing = sitting
    _trunk(poser, t, performance.seat_m, frailty(body.age_years))
    _legs(poser, performance, place, facing)
    _arms(poser, t)
    return sitting


def seat_thickness_m(body: Body) -> float:
    """From the hip joint down to what one sits on: measured on the rest pose, less what a seat gives."""
    hip = body.heads["thigh_l"]
    skin = body.points[:13380]
    back = skin[
        (np.abs(skin[:, 0]) < 0.16) & (skin[:, 1] > hip[1]) & (np.abs(skin[:, 2] - hip[2]) < 0.12 * body.height_m)
    ]
    return float(back[:, 1].max() - hip[1]) * 0.88


def _trunk(poser: Poser, t: F64, seat_m: float, old: float) -> None:
    body = poser.body
    scale = body.height_m / 1.7
    rise = seat_m + seat_thickness_m(body) - body.heads["thigh_l"][2]
    sway = 0.004 * scale * wander(t, 7.0, 1.0)
    poser.move(np.column_stack([sway, np.full_like(t, 0.0), np.full_like(t, rise)]))
    air = breath(t)
    poser.turn("pelvis", about("x", -9.0 + 0.6 * wander(t, 8.0, 0.3)))
    poser.turn("spine_01", about("x", 7.0 + 3.0 * old))
    poser.turn("spine_02", about("x", 5.0 + 0.6 * air + 4.0 * old) @ about("z", 1.5 * wander(t, 9.0, 2.0)))
    poser.turn("spine_03", about("x", 2.0 - 0.8 * air + 3.0 * old))
    poser.world("neck_01", about("x", 6.0 + 6.0 * old))
    poser.world("head", about("z", 6.0 * wander(t, 6.0, 0.9)) @ about("x", 3.0 + 2.0 * wander(t, 4.7, 2.0)))


def _legs(poser: Poser, performance: Performance, place: F64, facing: F64) -> None:
    body = poser.body
    scale = body.height_m / 1.7
    thigh, shin = poser.lengths("thigh_l", "calf_l", "foot_l")
    for side, sign in SIDES:
        shape = feet.foot(body, side)
        _, hip = poser.at(f"thigh_{side}")
        # One foot rests a little farther out than the other; too short a leg hangs from the seat.
        reach = thigh * (0.97 if sign > 0 else 0.90)
        x = sign * _KNEES_M * scale
        spot = np.column_stack([np.full(poser.frames, x), hip[:, 1] - reach])
        turned = about("z", np.degrees(facing) + 180)
        world = place[:, :2] + apply(turned, np.column_stack([spot, np.zeros(poser.frames)]))[:, :2]
        footing = feet.footing(shape, world, facing + np.radians(6.0) * sign, performance.ground)
        hang = hip[:, 2] - shin - 0.34 * thigh  # thighs slope down over the edge by twenty degrees at most
        ankle_z = np.maximum(footing.ankle[:, 2], place[:, 2] + hang)
        lifted = footing._replace(ankle=np.column_stack([footing.ankle[:, :2], ankle_z]))
        ankle, turn = feet.roll(shape, lifted, np.zeros(poser.frames))
        _bend_leg(poser, side, sign, to_model(place, facing, ankle), facing, turn)


def _bend_leg(poser: Poser, side: str, sign: float, ankle: F64, facing: F64, turn: F64) -> None:
    poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", ankle, np.array([sign * 0.10, -1.0, 0.9]))
    back = np.swapaxes(about("z", np.degrees(facing) + 180), -1, -2)
    poser.world(f"foot_{side}", back @ turn)


def _arms(poser: Poser, t: F64) -> None:
    """Hands lie on the thighs, a hand's breadth behind the knees."""
    body = poser.body
    scale = body.height_m / 1.7
    for side, sign in SIDES:
        _, hip = poser.at(f"thigh_{side}")
        _, knee = poser.at(f"calf_{side}")
        along = hip + (knee - hip) * (0.62 if sign > 0 else 0.54)
        target = along + np.array([sign * 0.005, 0.0, 0.105]) * scale
        target = target + np.column_stack([0 * t, 0.006 * wander(t, 7.0, 2 + sign), 0 * t])
        poser.reach(f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}", target, np.array([sign * 1.0, 0.9, -0.5]))
        chest_in = np.array([-sign * 0.30, -1.0, -0.28])
        middle = f"middle_01_{side}"
        poser.aim(f"hand_{side}", middle, chest_in)
        poser.curl(side, 13.0)
