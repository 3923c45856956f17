"""Rock climbing: up a wall with bright holds, hand and foot by turns, the body close to the wall."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _climbing, _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import climbing_wall

WORDS = ("rock climb",)
EXAMPLE = "A woman in an orange t-shirt is rock climbing"
POSTURE = "stand"
WEARS = ("t_shirt", "sweatpants", "sneakers")
SEEN = ("wide",)
USES = ("climbing_wall",)
HOME = ("gym", "studio")
ALSO = ("climb",)
TURN_RAD = 2.45

_PERIOD_S = 2.6
_WALL_M = 0.40  # before the body


def build(body: Body, performance: Performance) -> Motion:
    """The body over path[0] climbs from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    rise = climbing_wall.RISE_M * s
    climb = _climbing.climbed(
        t + 0.2, period_s=_PERIOD_S, rise_m=rise, body=(0.20, 0.95),
        moves={"hand_r": (0.04, 0.24), "foot_l": (0.26, 0.46), "hand_l": (0.50, 0.72), "foot_r": (0.74, 0.96)},
    )  # fmt: skip
    off, up = climb.off, climb.up_m
    lean = (up["hand_r"] - up["hand_l"]) / rise
    side_m = 0.05 * (off["foot_r"] - off["foot_l"])
    rows = columns(10.0 * lean - 5.0, -8.0 * lean, -2.0, 2.0, 6.0 * (off["hand_l"] - off["hand_r"]), side_m, 0.02, 0.0)
    _sport.bodily(standing, rows)
    start = 0.52 * s
    poser.move(poser.root + columns(0.0, 0.0, start - 0.16 * s + climb.body_m))
    poser.world("head", about("x", -26.0) @ about("z", 10.0 * (off["hand_l"] - off["hand_r"])))
    wall = -_WALL_M * s
    ankles = {}
    for name, side, sign in (("foot_l", "l", 1.0), ("foot_r", "r", -1.0)):
        x, z = climbing_wall.HOLDS[name]
        ankles[side] = columns(sign * x * s, wall + (0.20 + 0.10 * off[name]) * s, z * s + up[name] + 0.075 * s)
    _climbing.legs(poser, ankles, knees_out=0.95, toes_out_deg=24.0, pitch_deg=-4.0)
    for name, side, sign in (("hand_l", "l", 1.0), ("hand_r", "r", -1.0)):
        x, z = climbing_wall.HOLDS[name]
        point = columns(sign * x * s, wall + (0.075 + 0.09 * off[name]) * s, z * s + up[name] + 0.015 * s)
        _climbing.grasp(
            poser,
            side,
            point,
            np.array([-sign * 0.10, -0.55, 0.85]),
            np.array([0.0, -0.85, -0.55]),
            0.020,
            curl_deg=44.0,
        )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The wall ahead, its holds towards the climber; smaller for a child."""
    s = hands.scale(body)
    return Hold("", np.eye(3), np.array([0.0, -(_WALL_M + climbing_wall.DEEP_M / 2) * s, 0.0]), s)
