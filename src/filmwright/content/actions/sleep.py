"""Asleep: on the back, one hand on the belly, the head to one side, breathing slowly."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("sleep", "sleep on back")
EXAMPLE = "A man in a blue sweater sleeps on a meadow"
POSTURE = "stand"
LIES = True
SEEN = ("full",)
FACE = ("eyes_closed",)
ALSO = ("lie", "dream", "snore", "play_dead")
TURN_RAD = 1.25

_BREATH_S = 4.6  # one breath of somebody asleep: 13 a minute, textbook
_BACK_M = 0.105  # from what a grown body lies on up to its hip joints; measured on the rest pose
_SHOULDER_M = 0.085  # and to the joints of its shoulders


def build(body: Body, performance: Performance) -> Motion:
    """The body lies at path[0] with its feet where it faces, on what is `seat_m` high if it is `seated`."""
    lying = begun(body, performance)
    poser, t = lying.poser, performance.times_s
    s, h = hands.scale(body), body.heads
    air = np.sin(2 * np.pi * t / _BREATH_S)
    high = (performance.seat_m if performance.seated else 0.0) + _BACK_M * s
    poser.turn("pelvis", about("x", -90.0))
    poser.turn("spine_01", about("x", 1.0 + 0.3 * air))
    poser.turn("spine_02", about("x", 1.5 - 0.9 * air))
    poser.turn("spine_03", about("x", 2.0 + 0.6 * air))
    poser.world("neck_01", about("x", -76.0))
    poser.world("head", about("x", -82.0) @ about("z", 24.0 + 0.4 * air))
    hip = (h["thigh_l"] + h["thigh_r"]) / 2
    poser.move(columns(0.0, -hip[1] + 0.02 * s, high - hip[2]) + 0 * t[:, None])
    joint = poser.at("pelvis")[1]
    back = (poser.at("thigh_l")[1] + poser.at("thigh_r")[1]) / 2 - joint
    poser.move(poser.root + columns(0.0, 0.0, high) - columns(0.0, 0.0, (joint + back)[:, 2]))
    for side, sign in SIDES:
        bent = 0.16 if side == "r" else 0.03
        poser.aim(f"thigh_{side}", f"calf_{side}", np.array([sign * (0.10 + bent), -1.0, bent - 0.02]))
        poser.aim(f"calf_{side}", f"foot_{side}", np.array([sign * (0.10 - 1.4 * bent), -1.0, -bent - 0.03]))
        poser.world(f"foot_{side}", about("z", sign * 24.0) @ about("x", -62.0))
        poser.turn(f"ball_{side}", about("x", 4.0))
    floor = high - _BACK_M * s
    chest = poser.at("spine_03")[1]
    belly = chest + columns(0.03 * s, -0.10 * s, 0.125 * s + 0.006 * s * air)
    poser.curl("r", 14.0, thumb_deg=6.0)
    hands.bring(
        poser,
        "r",
        belly,
        np.array([0.85, -0.50, 0.02]),
        np.array([0.0, -0.12, -1.0]),
        np.array([-1.0, 0.25, 0.12]),
    )
    beside = np.array([0.36 * s, 0.0, floor + 0.045 * s]) + chest * [1.0, 1.0, 0.0] + np.array([0.0, -0.28 * s, 0.0])
    poser.curl("l", 34.0, thumb_deg=14.0)
    hands.bring(
        poser,
        "l",
        beside,
        np.array([0.25, -1.0, 0.0]),
        np.array([0.25, 0.0, 1.0]),
        np.array([1.0, 0.3, -0.25]),
        at=h["hand_l"],
    )
    return lying.finish()
