"""Boxing: fists up before the chin, on the balls of the feet, a straight left, a straight right."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, columns, smooth_step
from filmwright.content.figure.stance import Step, begun, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("do boxing", "shadow box")
EXAMPLE = "A man in a black shirt does boxing"
POSTURE = "stand"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("full",)
ALSO = ("do_martial_arts",)
TURN_RAD = 0.80
FACE = ("serious",)

_ROUND_S = 2.4


class Punch(NamedTuple):
    """A blow: the hand, and when it begins."""

    side: str
    at_s: float


# Left, right, a pause on guard, left, left, right: chosen.
_PUNCHES = (Punch("l", 0.15), Punch("r", 0.62), Punch("l", 1.40), Punch("r", 1.85))
_OUT_S, _HELD_S, _BACK_S = 0.25, 0.04, 0.30


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] boxes against the air from the first moment to the end."""
    u = (performance.times_s + _ROUND_S * performance.phase) % _ROUND_S
    out = {side: thrown(u, _PUNCHES, side) for side in "lr"}
    return boxed(body, performance, out, 0.0 * u)


def boxed(body: Body, performance: Performance, out: dict[str, F64], slips: F64, high_m: float = 0.0) -> Motion:
    """The body on guard at path[0]: `out` (F,) of each hand from 0, on guard, to 1, the arm straight; `slips` (F,) 0..1: it leans back
    out of reach. `high_m`: how much higher than its own eyes it strikes."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    hop = np.sin(2 * np.pi * 2 * t / 1.2)
    turn = 28.0 * out["r"] - 14.0 * out["l"]  # the right shoulder comes forward with the right fist
    poser.move(
        columns(
            0.02 * s * np.sin(2 * np.pi * t / 1.2),
            s * (-0.03 * out["l"] - 0.07 * out["r"] + 0.015 * hop + 0.09 * slips),
            s * (-0.085 + 0.012 * hop),
        )
    )
    # The trunk stands half turned to its right: the left side is in front.
    poser.turn("pelvis", about("z", -26.0 + 0.75 * turn) @ about("x", 7.0 + 4.0 * out["r"] - 4.0 * slips))
    poser.turn("spine_01", about("z", 0.20 * turn) @ about("x", 5.0 - 6.0 * slips))
    poser.turn("spine_02", about("z", 0.25 * turn) @ about("x", 6.0 - 7.0 * slips) @ about("y", -5.0 * slips))
    poser.turn("spine_03", about("z", 0.25 * turn) @ about("x", 4.0 - 4.0 * slips) @ about("y", -4.0 * slips))
    poser.world("neck_01", about("z", -6.0 + 0.15 * turn) @ about("x", 16.0))
    poser.world("head", about("x", 11.0) @ about("z", 2.0 * hop))
    heel = 14.0 + 5.0 * hop
    step(
        standing,
        performance,
        {
            "l": Step(0.11 * s, 0.20 * s, 4.0, 0.0, 5.0 + 2.0 * hop),
            "r": Step(-0.13 * s, -0.22 * s, 34.0 - 10.0 * out["r"], 0.0, heel + 22.0 * out["r"]),
        },
        stretch=0.99,
    )
    _fists(body, poser, out, high_m)
    return standing.finish()


def thrown(u: F64, punches: tuple[Punch, ...], side: str) -> F64:
    """0 (on guard) .. 1 (arm straight) of one hand at times u (F,) of a round."""
    made = np.zeros_like(u)
    for punch in punches:
        if punch.side == side:
            back = punch.at_s + _OUT_S + _HELD_S
            made = np.maximum(
                made, smooth_step(u, punch.at_s, punch.at_s + _OUT_S) * (1 - smooth_step(u, back, back + _BACK_S))
            )
    return made


def _fists(body: Body, poser: Poser, out: dict[str, F64], high_m: float) -> None:
    """The fists before the chin; one goes out to where the eyes look."""
    s = hands.scale(body)
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 6.0) @ about("z", -sign * 14.0 * out[side]))
    head = poser.at("head")[1]
    reach = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    for side, sign in SIDES:
        k = out[side][:, None]
        shoulder = poser.at(f"upperarm_{side}")[1]
        guard = (
            head + np.array([sign * 0.085, -0.275 if side == "l" else -0.215, -0.055 if side == "l" else -0.075]) * s
        )
        aim = head + np.array([0.0, -2.0, -0.02 + 1.7 * high_m])
        way = aim - shoulder
        blow = shoulder + way / np.linalg.norm(way, axis=-1, keepdims=True) * reach * 0.985
        along = np.array([-sign * 0.25, -0.35, 0.9]) * (1 - k) + np.array([-sign * 0.05, -1.0, 0.03]) * k
        palm = np.array([-sign, 0.35, 0.1]) * (1 - k) + np.array([-sign * 0.15, 0.0, -1.0]) * k
        poser.curl(side, 74.0, thumb_deg=48.0)
        hands.bring(
            poser, side, guard + (blow - guard) * k, along, palm,
            np.array([sign * 0.55, 0.25, -0.9]) + np.array([sign * 0.4, 0.0, 0.6]) * k, at=body.heads[f"hand_{side}"],
        )  # fmt: skip
