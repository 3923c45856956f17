"""Kneeling: one foot steps back and its knee goes down to the ground; the hands rest on the other."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import feet, hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, to_model, wander
from filmwright.content.figure.stance import Standing, arms_down, begun, breath, look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("kneel", "kneel down")
EXAMPLE = "A man in a gray suit kneels"
POSTURE = "stand"
FREE = ("right", "left", "head")
SEEN = ("full",)
ALSO = ("propose",)
TURN_RAD = 0.75

_KNEE_M = 0.055  # of a grown knee's middle over the ground it rests on; measured
_BACK = 0.86  # of a thigh's length: how far the hips go back from over the front foot; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] goes down on its right knee within two seconds and stays."""
    standing = knelt(body, performance)
    poser, now, s = standing.poser, performance.times_s, hands.scale(body)
    chest, _ = poser.at("spine_03")
    knee = poser.at("calf_l")[1]
    for side, sign in (("l", 1.0), ("r", -1.0)):
        # The hands lie one on the other over the raised knee.
        spot = np.array([sign * 0.004 - 0.004, 0.055 if side == "l" else 0.020, 0.082 if side == "l" else 0.108]) * s
        poser.curl(side, 22.0, thumb_deg=8.0)
        hands.bring(
            poser,
            side,
            knee + spot,
            np.array([-sign * 0.60, -0.75, -0.32]),
            np.array([0.0, -0.25, -1.0]),
            apply(chest, np.array([sign * 0.9, 0.5, -0.3])),
            at=hands.hollow(body, side, 0.0),
            share=smooth_step(now, 0.8, 1.7),
        )
    return standing.finish()


def knelt(body: Body, performance: Performance) -> Standing:
    """The body on its way down to one knee, which it is on after two seconds; its arms hang."""
    standing = begun(body, performance)
    poser, t = standing.poser, standing.t
    now, s = performance.times_s, hands.scale(body)
    thigh, _ = poser.lengths("thigh_r", "calf_r", "foot_r")
    stride = smooth_step(now, 0.05, 0.75)
    down = smooth_step(now, 0.30, 1.55)
    hip = body.heads["thigh_r"]
    # Down, the right thigh is upright over its knee and the left shin upright over its foot.
    back = _BACK * thigh * down
    low = (hip[2] - thigh - _KNEE_M * s) * down
    poser.move(columns(-0.01 * s * down, back, -0.010 * s * (1 - down) - low))
    lean = 13.0 * down * (1 - down) * 4
    poser.turn("pelvis", about("x", 2.0 * down + 0.7 * lean))
    poser.turn("spine_01", about("x", 2.0 + 3.0 * down + 0.2 * lean))
    poser.turn("spine_02", about("x", 5.0 * down + 0.5 * breath(t)))
    poser.turn("spine_03", about("x", 3.0 * down - 0.9 * breath(t)))
    poser.world("neck_01", about("x", 5.0 * down + 0.4 * lean))
    poser.world("head", about("x", 3.0 * down + 0.3 * lean) @ about("z", 3.0 * wander(t, 6.0, 0.7)))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.8 * smooth_step(now, 1.2, 1.9))
    _legs(standing, performance, stride, down)
    arms_down(poser, t, breath(t))
    return standing


def _legs(standing: Standing, performance: Performance, stride: F64, down: F64) -> None:
    """The left foot stays; the ball of the right one ends where a shin that lies on the ground has it."""
    poser, _, place, facing = standing
    s, zero = hands.scale(poser.body), np.zeros(poser.frames)
    thigh, shin = poser.lengths("thigh_r", "calf_r", "foot_r")
    turned = about("z", np.degrees(facing) + 180)

    def footing(shape: feet.Foot, left_m: float, back_m: F64, out_deg: float) -> feet.Footing:
        spot = place + apply(turned, columns(left_m + zero, back_m, zero))
        return feet.footing(shape, spot[:, :2], facing + np.radians(out_deg), performance.ground)

    still, rests = feet.foot(poser.body, "l"), feet.foot(poser.body, "r")
    ankle_l, turn_l = feet.roll(still, footing(still, 0.085 * s, zero, 6.0), zero)
    behind = footing(rests, -0.085 * s, (_BACK * thigh + 0.97 * shin) * stride, -4.0)
    ankle_r, turn_r = feet.roll(rests, behind, 30.0 * stride + 48.0 * down)
    ankle_r[:, 2] += 0.05 * s * np.sqrt(np.sin(np.pi * stride))
    _, flat = feet.roll(rests, behind, zero)
    ankles = {"l": to_model(place, facing, ankle_l), "r": to_model(place, facing, ankle_r)}
    sink = feet.lowered(poser, ankles, 0.996)
    poser.move(poser.root - columns(zero, zero, sink))
    feet.plant(poser, still, ankle_l, turn_l, turn_l, place, facing)
    feet.plant(poser, rests, ankle_r, turn_r, flat, place, facing)
