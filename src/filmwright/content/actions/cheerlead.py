"""Cheerleading: pompoms up in a V, to the sides, on the hips, one and the other, with jumps and kicks between."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns
from filmwright.content.figure.stance import begun, look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("cheerlead",)
EXAMPLE = "A woman in a red skirt cheerleads"
POSTURE = "stand"
SEEN = ("raised_arms",)
USES = ("pompoms",)
HOME = ("gym", "park", "studio")
FACE = ("happy",)
TURN_RAD = 0.15

_PERIOD_S, _PACE = 4.0, 0.72  # of the moments below, and how fast they go by
# Moment; the left fist from between the shoulders in arm's lengths (left, ahead, up).
_LEFT = (
    (0.00, 0.24, 0.46, -0.10),
    (0.20, 0.62, 0.10, 0.80),
    (0.55, 0.62, 0.10, 0.80),
    (0.78, 0.24, 0.46, -0.06),
    (1.00, 1.08, 0.08, 0.04),
    (1.35, 1.08, 0.08, 0.04),
    (1.55, 0.24, 0.46, -0.06),
    (1.78, 0.30, 0.16, 0.95),
    (2.10, 0.30, 0.16, 0.95),
    (2.21, 0.62, 0.52, 0.20),
    (2.32, 0.44, 0.14, -0.62),
    (2.70, 0.44, 0.14, -0.62),
    (2.95, 0.24, 0.46, -0.10),
    (3.20, 0.66, 0.08, 0.78),
    (3.60, 0.66, 0.08, 0.78),
)
_RIGHT = (
    (0.00, 0.24, 0.46, -0.10),
    (0.20, 0.62, 0.10, 0.80),
    (0.55, 0.62, 0.10, 0.80),
    (0.78, 0.24, 0.46, -0.06),
    (1.00, 1.08, 0.08, 0.04),
    (1.35, 1.08, 0.08, 0.04),
    (1.55, 0.24, 0.46, -0.06),
    (1.78, 0.44, 0.14, -0.62),
    (2.10, 0.44, 0.14, -0.62),
    (2.21, 0.62, 0.52, 0.10),
    (2.32, 0.30, 0.16, 0.95),
    (2.70, 0.30, 0.16, 0.95),
    (2.95, 0.24, 0.46, -0.10),
    (3.20, 0.66, 0.08, 0.78),
    (3.60, 0.66, 0.08, 0.78),
)
# Hips turned, chest, bent, bowed, leaning left, moved left, back, down.
_BODY = (
    (0.00, 0.0, 0.0, 4.0, 2.0, 0.0, 0.00, 0.02, 0.08),
    (0.20, 0.0, 0.0, 0.0, -4.0, 0.0, 0.00, 0.00, 0.02),
    (0.55, 0.0, 0.0, 0.0, -4.0, 0.0, 0.00, 0.00, 0.02),
    (0.78, 0.0, 0.0, 6.0, 3.0, 0.0, 0.00, 0.02, 0.10),
    (1.00, 0.0, 0.0, 0.0, -2.0, 0.0, 0.00, 0.00, 0.03),
    (1.35, 0.0, 0.0, 0.0, -2.0, 0.0, 0.00, 0.00, 0.03),
    (1.55, 0.0, 0.0, 4.0, 2.0, 0.0, 0.00, 0.02, 0.08),
    (1.78, -8.0, -6.0, 0.0, -2.0, -8.0, -0.05, 0.00, 0.04),
    (2.10, -8.0, -6.0, 0.0, -2.0, -8.0, -0.05, 0.00, 0.04),
    (2.32, 8.0, 6.0, 0.0, -2.0, 8.0, 0.05, 0.00, 0.04),
    (2.70, 8.0, 6.0, 0.0, -2.0, 8.0, 0.05, 0.00, 0.04),
    (2.95, 0.0, 0.0, 10.0, 4.0, 0.0, 0.00, 0.04, 0.15),
    (3.17, 0.0, 0.0, 0.0, -4.0, 0.0, 0.00, 0.00, -0.17),
    (3.36, 0.0, 0.0, 8.0, 2.0, 0.0, 0.00, 0.03, 0.12),
    (3.70, 0.0, 0.0, 2.0, 0.0, 0.0, 0.00, 0.01, 0.04),
)
_LEAP = ((0.0, 0.0, 0.0), (2.96, 0.0, 4.0), (3.02, 0.0, 40.0), (3.17, 0.17, 46.0), (3.32, 0.0, 20.0), (3.40, 0.0, 0.0))


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] cheers with its pompoms from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (_PACE * t + _PERIOD_S * 0.3 * performance.phase) % _PERIOD_S
    _sport.bodily(standing, _sport.through(u, _BODY, _PERIOD_S))
    lift, heel = _sport.through(u, _LEAP, _PERIOD_S).T
    poser.move(poser.root + columns(0.0, 0.0, 0.06 * s * np.clip(heel / 46.0, 0, 1)))
    wide = 0.15 + 0.5 * lift
    feet = [columns(sign * wide, 0.0, 10.0, lift, heel) for _, sign in SIDES]
    _sport.stepped(standing, performance, feet[0], feet[1])
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.6 + 0.0 * t)
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    shake = 0.012 * s * np.sin(2 * np.pi * 6.5 * t)
    for side, sign in SIDES:
        rows = _sport.through(u, _LEFT if side == "l" else _RIGHT, _PERIOD_S)
        poser.turn(f"clavicle_{side}", about("y", -sign * 16.0 * np.clip(rows[:, 2], 0.0, 1.0)))
        spot = neck + apply(
            chest, rows * [sign, -1, 1] * arm + columns(0.0, 0.0, shake) + np.array([0.0, -0.02, -0.04]) * s
        )
        _sport.in_line(poser, side, spot, None, apply(chest, np.array([sign * 0.7, 0.5, -0.7])), 0.016)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The right pompom; the left one is a part of its own."""
    return _held(body, "r")


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """A pompom in the left hand."""
    own = _held(body, "l")
    return {"pompom left": own, "pompom left light": own, "pompom left handle": own}


def _held(body: Body, side: str) -> Hold:
    """The handle in the fist, the strands all round it."""
    grip = hands.Grip(np.zeros(3), np.array([0.0, 1.0, 0.0]), np.array([1.0 if side == "l" else -1.0, 0.0, 0.0]), 0.016)
    return hands.hold(body, side, grip)._replace(size=max(0.75, hands.scale(body)))
