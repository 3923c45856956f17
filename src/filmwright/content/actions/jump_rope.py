"""Jumping rope: small jumps on the balls of the feet, the rope over the head and under the feet at each."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns, leg_m
from filmwright.content.figure.stance import begun, look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import jump_rope

WORDS = ("jump rope", "skip rope")
EXAMPLE = "A girl in a red t-shirt jumps rope in a park"
POSTURE = "stand"
WEARS = ("t_shirt", "leggings", "sneakers")
SEEN = ("raised_arms",)
USES = ("jump_rope",)
HOME = ("park", "gym", "studio")
FACE = ("happy",)
TURN_RAD = 0.55

_TURN_S = 0.54  # once round
_AIR_S = 0.30


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] jumps rope from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    u = (t / _TURN_S + performance.phase) % 1.0
    share = _AIR_S / _TURN_S
    air = np.clip((u - (0.5 - share / 2)) / share, 0.0, 1.0)  # in the middle of the jump the rope is below
    lift = _sport.GRAVITY / 2 * _AIR_S**2 * air * (1 - air)
    ground = np.minimum(np.abs(u - 0.0), np.abs(u - 1.0)) / (0.5 - share / 2)
    give = np.where(air * (1 - air) > 0, 0.0, np.cos(0.5 * np.pi * np.clip(ground, 0, 1)) ** 2)
    rows = columns(
        0.0, 0.0, 3.0 + 3.0 * give, 2.0 + 2.0 * give, 0.0, 0.0, 0.01, 0.02 + 0.09 * give * leg / s - lift / s
    )
    _sport.bodily(standing, rows)
    heel = 26.0 + 16.0 * np.sin(np.pi * air) - 10.0 * give
    poser.move(poser.root + columns(0.0, 0.0, 0.045 * s))
    feet = [columns(sign * 0.075, 0.0, 6.0, lift / s, heel + sign) for _, sign in SIDES]
    _sport.stepped(standing, performance, feet[0], feet[1], stretch=0.99)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.5 + 0.0 * t)
    a = 2 * np.pi * u
    hips = poser.at("pelvis")[1] * np.array([0.0, 1.0, 1.0])
    width = jump_rope.HANDS_M * _size(body)
    small = 0.035 * s
    axis = hips + columns(0.0, -0.10 * s - small * np.sin(a), 0.06 * s + small * np.cos(a))
    for side, sign in SIDES:
        poser.curl(side, 56.0, thumb_deg=30.0)
        point = axis + np.array([sign * width, 0.0, 0.0])
        hands.bring(
            poser, side, point, np.array([sign * 0.75, -0.75, -0.10]), np.array([sign * 0.2, -0.45, -0.9]),
            np.array([sign * 0.5, 1.0, -0.4]), at=hands.hollow(body, side, 0.012),
        )  # fmt: skip
    # Over the head at 0, down before the body, under the feet at a half, and up behind it.
    return _sport.finish(standing, {"rope": (axis, about("x", np.degrees(a)))})


def hold(body: Body, thing: Thing) -> Hold:
    """The rope between the hands; for a child a shorter one."""
    return Hold("pelvis", np.eye(3), body.heads["pelvis"], _size(body), "rope")


def _size(body: Body) -> float:
    return hands.scale(body)
