"""Yoga: the tree. One foot goes up against the other thigh, the hands together over the head."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure import feet, hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, forward, smooth_step, to_model, wander
from filmwright.content.figure.stance import Standing, arms_down, begun, breath
from filmwright.content.kinds import Motion, Performance

WORDS = ("do yoga", "practice yoga")
EXAMPLE = "A woman in a black shirt does yoga"
POSTURE = "stand"
WEARS = ("t_shirt", "leggings")
SEEN = ("raised_arms",)
ALSO = ("balance",)
TURN_RAD = 0.25


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] takes up the pose of the tree in two seconds and holds it, breathing."""
    standing = begun(body, performance)
    poser, t = standing.poser, standing.t
    now, s = performance.times_s, hands.scale(body)
    shift, lift, up = smooth_step(now, -0.2, 0.6), smooth_step(now, 0.15, 1.15), smooth_step(now, 0.75, 1.9)
    unsteady = 0.006 * s * wander(t, 1.9, 0.7)
    foot = 0.095 * s
    # The weight comes over the left foot, which stays.
    poser.move(columns((foot - 0.005 * s) * shift + unsteady, 0.0, -0.008 * s))
    poser.turn("pelvis", about("y", 3.0 * lift))
    poser.turn("spine_01", about("y", -2.0 * lift))
    poser.turn("spine_02", about("x", -1.0 * up + 0.5 * breath(t)) @ about("y", -1.0 * lift))
    poser.turn("spine_03", about("x", -0.9 * breath(t)) @ about("y", 1.5 * wander(t, 2.6, 1.0)))
    poser.world("neck_01", about("x", 1.0))
    poser.world("head", about("x", -3.0 * up))
    _legs(standing, performance, foot, lift)
    arms_down(poser, t, breath(t))
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 20.0 * up))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    reach = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    rise = body.heads["upperarm_l"][2] - body.heads["neck_01"][2]
    for side, sign in SIDES:
        spot = np.array([0.0, -0.02 * s, rise + 0.12 * s + reach])
        # The arms go up in a wide arc to the sides, the palms turn to each other.
        way = (
            neck
            + apply(chest, spot)
            + columns(sign * 1.9 * s * up * (1 - up) * (1 - 0.35 * up), 0.0, -0.35 * s * up * (1 - up))
        )
        poser.curl(side, 5.0, thumb_deg=2.0)
        hands.bring(
            poser,
            side,
            way,
            apply(chest, columns(sign * 1.2 * (1 - up), 0.0, 0.15 + up)),
            apply(chest, np.array([-sign, 0.05, 0.1])),
            apply(chest, columns(sign * 1.2 * up**2, 0.6 - 0.5 * up, up - 1.0)),
            at=hands.hollow(body, side, 0.0),
            share=up,
        )
    return standing.finish()


def _legs(standing: Standing, performance: Performance, out_m: float, lift: F64) -> None:
    poser, _, place, facing = standing
    body, s = poser.body, hands.scale(poser.body)
    zero = np.zeros(poser.frames)
    ends = {}
    for side, sign in SIDES:
        shape = feet.foot(body, side)
        spot = place[:, :2] + forward(facing + np.pi / 2) * (sign * out_m)
        footing = feet.footing(shape, spot, facing + np.radians(7.0) * sign, performance.ground)
        ends[side] = (shape, *feet.roll(shape, footing, zero))
    sink = feet.lowered(poser, {"l": to_model(place, facing, ends["l"][1])}, 0.997)
    poser.move(poser.root - columns(zero, zero, sink))
    shape, ankle, turn = ends["l"]
    feet.plant(poser, shape, ankle, turn, turn, place, facing)
    # The right sole lies against the left thigh over the knee, the right knee out to the side.
    knee, hip = poser.at("calf_l")[1], poser.at("thigh_l")[1]
    against = knee + (hip - knee) * 0.42 + np.array([-0.125, 0.0, 0.035]) * s
    shape, ankle, turn = ends["r"]
    ground = to_model(place, facing, ankle)
    path = ground + (against - ground) * lift[:, None]
    path = path + np.array([-0.30, -0.16, 0.0]) * s * (lift * (1 - lift))[:, None]
    pole = columns(-0.06 - 1.6 * lift, -0.9 + 0.75 * lift, 0.25 * lift)
    poser.reach("thigh_r", "calf_r", "foot_r", path, pole)
    back = np.swapaxes(about("z", np.degrees(facing) + 180), -1, -2)
    stood = back @ turn
    # Lifted, the toes look down along the other leg and the sole looks at it.
    goal = _sole_in(body)
    way = Rotation.from_matrix(goal @ np.swapaxes(stood, -1, -2)).as_rotvec() * lift[:, None]
    poser.world("foot_r", Rotation.from_rotvec(way).as_matrix() @ stood)


def _sole_in(body: Body) -> F64:
    """The turn of the right foot whose toes look down and a little ahead and whose sole looks to the left."""
    shape = feet.foot(body, "r")
    toes, sole = np.array([0.0, -0.35, -1.0]), np.array([1.0, 0.0, 0.0])
    toes = toes / np.linalg.norm(toes)
    # At rest, with the toes along -Y, the sole looks down.
    own = columns(toes, sole, np.cross(toes, sole))
    rest_toes, rest_sole = np.array([0.0, -1.0, 0.0]), np.array([0.0, 0.0, -1.0])
    rest = columns(rest_toes, rest_sole, np.cross(rest_toes, rest_sole))
    return np.asarray(own @ rest.T @ about("z", -shape.rest_yaw_deg))
