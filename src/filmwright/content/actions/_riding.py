"""Riding: astride what carries, feet on its pedals or in its stirrups, hands on what steers it; or upright and sideways on a board."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, to_model, unit, wander
from filmwright.content.figure.seat import seat_thickness_m
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Carrier, Motion, Performance

_SOLE_M = 0.02  # between the ball joint and what the sole rests on, on a body of 1.7 m; chosen
_PALM = 0.085  # from the wrist to what a hand holds, as a share of 1.7 m; measured on the body data
_BENT = 0.16  # how much lower the hips are of somebody who balances on a board, in heights; chosen
_FOOT_OUT_DEG = 12.0  # feet on a board are turned a little to the front; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body on `performance.carrier`, every frame."""
    carrier = performance.carrier
    assert carrier is not None, "staging gives a carrier to whoever rides (content/stageable.py)"
    t = performance.times_s + 10.0 * performance.phase
    return _upright(body, carrier, t) if carrier.way == "upright" else _astride(body, carrier, t)


def _astride(body: Body, carrier: Carrier, t: F64) -> Motion:
    poser = astride(body, carrier, t)
    if carrier.hands is not None:
        hold_on(poser, carrier.hands, carrier.seat, carrier.yaw_rad, body.height_m / 1.7)
    return poser.motion(carrier.seat, carrier.yaw_rad)


def astride(body: Body, carrier: Carrier, t: F64) -> Poser:
    """The body on the seat of what carries it, its feet where that has them; the arms are as at rest."""
    poser = Poser(body, len(t))
    place, facing = carrier.seat, carrier.yaw_rad
    rise = seat_thickness_m(body) - body.heads["thigh_l"][2]
    poser.move(np.column_stack([0.004 * wander(t, 5.0, 1.0), 0 * t, np.full_like(t, rise)]))
    lean = float(np.degrees(carrier.lean_rad))
    poser.turn("pelvis", about("x", 0.35 * lean))
    for bone, share in (("spine_01", 0.25), ("spine_02", 0.25), ("spine_03", 0.15)):
        poser.turn(bone, about("x", share * lean + 0.5 * wander(t, 4.0, 2.0)))
    poser.world("neck_01", about("x", 0.35 * lean + 3.0))
    poser.world("head", about("x", 2.0 + 1.5 * wander(t, 4.3, 1.9)) @ about("z", 4.0 * wander(t, 6.0, 0.7)))
    _legs(poser, carrier, place, facing, facing, pitch_deg=-6.0)
    return poser


def _legs(poser: Poser, carrier: Carrier, place: F64, facing: F64, toes: F64, *, pitch_deg: float) -> None:
    """The balls of the feet on what carries them; knees go out as far as the feet are apart."""
    body = poser.body
    scale = body.height_m / 1.7
    back = np.swapaxes(about("z", np.degrees(facing) + 180), -1, -2)
    for (side, sign), spot in zip(SIDES, carrier.feet):
        shape = feet.foot(body, side)
        flat = about("z", np.degrees(toes) + 180) @ about("x", np.full(len(toes), pitch_deg))
        sole = spot + [0.0, 0.0, _SOLE_M * scale]
        ankle = to_model(place, facing, sole - apply(flat, shape.ball))
        _, hip = poser.at(f"thigh_{side}")
        apart = np.clip((ankle - hip)[:, :1] * sign, 0.0, None)
        pole = np.concatenate([sign * (0.06 + 2.2 * apart), np.full_like(apart, -1.0), np.full_like(apart, 0.7)], 1)
        poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", ankle, pole)
        poser.world(f"foot_{side}", back @ flat @ about("z", -shape.rest_yaw_deg))


def hold_on(poser: Poser, hands: tuple[F64, F64], place: F64, facing: F64, scale: float) -> None:
    """Both hands closed round what they hold, elbows down and out."""
    for (side, sign), spot in zip(SIDES, hands):
        held = to_model(place, facing, spot)
        _, shoulder = poser.at(f"upperarm_{side}")
        along = unit(held - shoulder)
        wrist = held - along * _PALM * scale + [0.0, 0.0, 0.02 * scale]
        poser.reach(f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}", wrist, np.array([sign * 0.8, 0.5, -0.9]))
        poser.aim(f"hand_{side}", f"middle_01_{side}", held - wrist + [0.0, 0.0, -0.01 * scale])
        poser.curl(side, 62.0, thumb_deg=25.0)


def _upright(body: Body, carrier: Carrier, t: F64) -> Motion:
    poser = Poser(body, len(t))
    scale = body.height_m / 1.7
    place = (carrier.feet[0] + carrier.feet[1]) / 2
    facing = carrier.yaw_rad - np.pi / 2
    sway = wander(t, 3.4, 0.6)
    drop = np.full_like(t, -_BENT * body.height_m) + 0.012 * scale * wander(t, 2.3, 1.0)
    poser.move(np.column_stack([0.02 * sway, np.full_like(t, 0.06 * scale), drop]))
    poser.turn("pelvis", about("x", 14.0 + 2.0 * sway))
    poser.turn("spine_01", about("x", 8.0))
    poser.turn("spine_02", about("x", 4.0) @ about("z", 8.0) @ about("y", 3.0 * sway))
    poser.turn("spine_03", about("x", -2.0) @ about("z", 10.0))
    _legs(poser, carrier, place, facing, facing + np.radians(_FOOT_OUT_DEG), pitch_deg=0.0)
    for side, sign in SIDES:
        out = np.column_stack([np.full_like(t, sign), 0.10 * sway - 0.25, -0.50 + 0.14 * sign * sway])
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", out)
        fore = np.column_stack([np.full_like(t, 0.75 * sign), np.full_like(t, -0.55), -0.25 + 0.2 * sign * sway])
        poser.aim(f"lowerarm_{side}", f"hand_{side}", fore)
        poser.curl(side, 16.0)
    turn_head(poser, np.full_like(t, 58.0), np.full_like(t, 6.0))
    return poser.motion(place, facing)
