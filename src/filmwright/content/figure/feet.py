"""Feet on the ground: where a sole stands on uneven ground, and how a foot rolls over heel and ball without sliding."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, apply, forward, to_model
from filmwright.content.kinds import Ground


class Foot(NamedTuple):
    """A foot at rest: ankle height, and from the ankle to ball joint and heel with the toes along -Y; rest_yaw_deg turns
    the foot of the rest pose to that direction."""

    side: str
    ankle_m: float
    ball: F64
    heel: F64
    rest_yaw_deg: float


class Footing(NamedTuple):
    """Where soles stand: ankle (n, 3) in the world when the foot is flat, its heading, its slope (positive: toes lower)."""

    ankle: F64
    yaw_rad: F64
    slope_deg: F64


def foot(body: Body, side: str) -> Foot:
    """The measures of one foot of a body."""
    ankle, ball = body.heads[f"foot_{side}"], body.heads[f"ball_{side}"]
    number = body.bones.index(f"foot_{side}")
    sole = body.points[:13380][body.weights[:13380, number] > 0.5]
    to_ball = ball - ankle
    yaw = float(np.degrees(np.arctan2(to_ball[0], -to_ball[1])))
    back = float(sole[:, 1].max() - ankle[1]) * 0.85
    straight = about("z", -yaw)
    return Foot(side, float(ankle[2]), straight @ to_ball, np.array([0.0, back, -float(ankle[2])]), yaw)


def footing(shape: Foot, spot: F64, yaw_rad: F64, ground: Ground) -> Footing:
    """The foot flat on the ground with its ankle over `spot` (n, 2), the toes along `yaw_rad` (n,)."""
    ahead = forward(yaw_rad)
    toe, heel = spot + ahead * -shape.ball[1], spot - ahead * shape.heel[1]
    low, high = ground(toe[:, 0], toe[:, 1]), ground(heel[:, 0], heel[:, 1])
    length = shape.heel[1] - shape.ball[1]
    slope = np.degrees(np.arctan2(high - low, length))
    # On a bump the middle of the sole would sink in: it rests on the bump.
    middle = np.maximum(low + (high - low) * (-shape.ball[1] / length), ground(spot[:, 0], spot[:, 1]))
    up = np.stack([np.zeros_like(slope), np.zeros_like(slope), np.full_like(slope, shape.ankle_m)], -1)
    lean = apply(about("z", np.degrees(yaw_rad) + 180) @ about("x", slope), up)
    return Footing(np.column_stack([spot, middle]) + lean, yaw_rad, slope)


def roll(shape: Foot, stand: Footing, pitch_deg: F64) -> tuple[F64, F64]:
    """Ankle (F, 3) and turn of the foot (F, 3, 3) in the world, rolled over the ball (positive pitch) or the heel (negative)."""
    flat = about("z", np.degrees(stand.yaw_rad) + 180) @ about("x", stand.slope_deg)
    tilt = about("x", pitch_deg)
    pivot = np.where((pitch_deg > 0)[:, None], shape.ball, shape.heel)
    ankle = stand.ankle + apply(flat, pivot - apply(tilt, pivot))
    return ankle, flat @ tilt @ about("z", -shape.rest_yaw_deg)


def plant(poser: Poser, shape: Foot, ankle: F64, turn: F64, toe_turn: F64, place: F64, facing: F64) -> None:
    """Bend the leg so that the foot is there. All in the world; `place` and `facing` are the body's. The knee points a
    little outward of the toes."""
    side = shape.side
    sign = 1.0 if side == "l" else -1.0
    back = np.swapaxes(about("z", np.degrees(facing) + 180), -1, -2)
    toes = apply(back @ turn @ about("z", shape.rest_yaw_deg), np.array([0.0, -1.0, 0.0]))
    toes[:, 2] = 0
    pole = 0.6 * toes + np.array([0.04 * sign, -0.6, 0.0])
    poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", to_model(place, facing, ankle), pole)
    poser.world(f"foot_{side}", back @ turn)
    poser.world(f"ball_{side}", back @ toe_turn)


def lowered(poser: Poser, ankles: dict[str, F64], stretch: float) -> F64:
    """How far (F,) the body must sink, in metres, so that both legs reach their ankles (F, 3, model axes) with no
    more than `stretch` of their length."""
    sink = np.zeros(poser.frames)
    for side, ankle in ankles.items():
        _, hip = poser.at(f"thigh_{side}")
        leg = sum(poser.lengths(f"thigh_{side}", f"calf_{side}", f"foot_{side}")) * stretch
        across = np.sum((hip - ankle)[:, :2] ** 2, -1)
        top = ankle[:, 2] + np.sqrt(np.maximum(leg**2 - across, 0.01 * leg**2))
        sink = np.maximum(sink, hip[:, 2] - top)
    return sink
