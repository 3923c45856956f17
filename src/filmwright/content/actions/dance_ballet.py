"""Dancing ballet: down in a plié, up on the toes with the arms in a ring over the head, and an arabesque on one leg."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("dance ballet",)
EXAMPLE = "A woman in a white dress dances ballet on a stage"
POSTURE = "stand"
SEEN = ("raised_arms",)
HOME = ("stage", "ballroom", "studio")
TURN_RAD = 1.0

_PERIOD_S = 5.6
_BODY = (
    (0.0, 0.0, 0.0, 2.0, -2.0, 0.0, 0.00, 0.02, 0.16),
    (0.9, 0.0, 0.0, -2.0, -6.0, 0.0, 0.00, 0.01, -0.075),
    (1.7, 0.0, 0.0, -2.0, -6.0, 0.0, 0.00, 0.01, -0.075),
    (2.3, 4.0, 0.0, 6.0, -4.0, 4.0, 0.07, 0.00, 0.08),
    (3.2, -8.0, 4.0, 34.0, -22.0, 2.0, 0.10, -0.06, -0.050),
    (4.3, -8.0, 4.0, 34.0, -22.0, 2.0, 0.10, -0.06, -0.050),
    (5.0, 0.0, 0.0, 8.0, -4.0, 2.0, 0.04, 0.00, 0.06),
)
_LEFT = (
    (0.0, 0.085, 0.03, 38.0, 0.0, 0.0),
    (0.3, 0.085, 0.03, 38.0, 0.0, 0.0),
    (0.9, 0.085, 0.03, 38.0, 0.0, 58.0),
    (1.7, 0.085, 0.03, 38.0, 0.0, 58.0),
    (2.2, 0.085, 0.03, 38.0, 0.0, 2.0),
    (2.6, 0.085, 0.03, 38.0, 0.0, 6.0),
    (3.2, 0.085, 0.03, 38.0, 0.0, 42.0),
    (4.3, 0.085, 0.03, 38.0, 0.0, 42.0),
    (4.9, 0.085, 0.03, 38.0, 0.0, 0.0),
)
_RIGHT = (
    (0.0, -0.085, -0.03, 38.0, 0.0, 0.0),
    (0.3, -0.085, -0.03, 38.0, 0.0, 0.0),
    (0.9, -0.085, -0.03, 38.0, 0.0, 58.0),
    (1.7, -0.085, -0.03, 38.0, 0.0, 58.0),
    (2.15, -0.085, -0.03, 38.0, 0.0, 12.0),
    (2.30, -0.085, -0.06, 38.0, 0.04, 30.0),
    (2.60, -0.07, -0.34, 36.0, 0.28, 80.0),
    (3.2, -0.05, -0.78, 30.0, 0.86, 128.0),
    (4.3, -0.05, -0.80, 30.0, 0.90, 130.0),
    (4.75, -0.07, -0.36, 36.0, 0.28, 80.0),
    (5.0, -0.085, -0.08, 38.0, 0.05, 36.0),
    (5.25, -0.085, -0.03, 38.0, 0.0, 6.0),
)
# The left and the right hand from between the shoulders in arm's lengths (out, ahead, up).
_ARMS = (
    (0.0, 0.16, 0.42, -0.62, 0.16, 0.42, -0.62),
    (0.45, 0.22, 0.62, -0.10, 0.22, 0.62, -0.10),
    (1.0, 0.16, 0.26, 0.82, 0.16, 0.26, 0.82),
    (1.7, 0.16, 0.26, 0.82, 0.16, 0.26, 0.82),
    (2.4, 0.85, 0.25, 0.05, 0.85, 0.25, 0.05),
    (3.2, 0.30, 0.90, 0.30, 0.98, -0.10, -0.06),
    (4.3, 0.30, 0.90, 0.32, 0.98, -0.10, -0.04),
    (5.0, 0.70, 0.35, -0.30, 0.70, 0.35, -0.30),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] dances from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t + 0.2 + _PERIOD_S * performance.phase) % _PERIOD_S
    _sport.bodily(standing, _sport.through(u, _BODY, _PERIOD_S))
    _sport.stepped(
        standing, performance, _sport.through(u, _LEFT, _PERIOD_S), _sport.through(u, _RIGHT, _PERIOD_S), stretch=0.997
    )
    _straighten(poser, _sport.through(u, _RIGHT, _PERIOD_S)[:, 3])
    rows = _sport.through(u, _ARMS, _PERIOD_S)
    lifted = np.clip(rows[:, [2, 5]].mean(axis=1), 0.0, 1.0)
    poser.world(
        "head", about("x", -9.0 * lifted) @ about("z", 10.0 * np.sin(2 * np.pi * u / _PERIOD_S)) @ about("y", -3.0)
    )
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    trunk = about("z", np.degrees(np.arctan2(chest[:, 1, 0], chest[:, 0, 0])))
    for (side, sign), first in zip(SIDES, (0, 3)):
        own = rows[:, first : first + 3]
        poser.turn(f"clavicle_{side}", about("y", -sign * 12.0 * np.clip(own[:, 2], 0.0, 1.0)))
        spot = neck + apply(trunk, own * [sign, -1, 1] * arm + np.array([0.0, -0.02, -0.05]) * s)
        out = np.clip(own[:, 0], 0.0, 1.0)
        along = apply(trunk, columns(sign * (1.7 * out - 0.9), -0.35 - 0.5 * (1 - out), 0.45 * own[:, 2]))
        palm = apply(trunk, columns(-sign * 0.7, 0.1 - 0.6 * out, -0.65))
        poser.curl(side, 14.0, thumb_deg=16.0)
        hands.bring(
            poser,
            side,
            spot,
            along,
            palm,
            apply(trunk, columns(sign * 1.0, 0.35, -0.15)),
            at=body.heads[f"hand_{side}"],
        )
    return standing.finish()


def _straighten(poser: Poser, lifted_m: F64) -> None:
    """The knee of a leg that goes up behind points down, not ahead."""
    foot, ankle = poser.at("foot_r")
    toes, _ = poser.at("ball_r")
    k = np.clip(lifted_m / 0.5, 0.0, 1.0)
    poser.reach("thigh_r", "calf_r", "foot_r", ankle, columns(-0.35, -(1 - k), -k))
    poser.world("foot_r", foot)
    poser.world("ball_r", toes)
