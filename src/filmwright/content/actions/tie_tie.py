"""Tying a tie: both hands at the collar, one pulls the end down, the other pushes the knot up."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.kinds import Motion, Performance

WORDS = ("tie tie",)
EXAMPLE = "A man in a white shirt ties his tie"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
WEARS = ("tie",)
OVER = ("right", "left", "head")
HOME = ("bedroom", "office", "studio")
TURN_RAD = 0.20

_PULL_S = 1.5


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] does its tie up from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    pull = 0.5 - 0.5 * np.cos(2 * np.pi * (t / _PULL_S + performance.phase))
    poser.world("neck_01", about("x", -2.0))
    poser.world(
        "head",
        about("x", -8.0 + 2.0 * pull) @ about("z", 5.0 * wander(t, 2.6, 0.3)) @ about("y", 3.0 * wander(t, 3.1, 1.2)),
    )
    chest, place = poser.at("spine_03")
    front = hands.front_m(body, "chest")
    rest = np.array([0.0, front, body.heads["clavicle_l"][2]]) - body.heads["spine_03"]
    knot = place + apply(chest, rest + columns(0.0, -0.030 * s, (0.015 + 0.022 * pull) * s))
    end = place + apply(chest, rest + columns(0.012 * s, -0.045 * s, (-0.115 - 0.075 * pull) * s))
    poser.curl("r", 46.0, thumb_deg=26.0)
    hands.bring(
        poser, "r", knot, apply(chest, np.array([0.75, -0.05, 0.55])), apply(chest, np.array([0.25, 0.95, 0.1])),
        apply(chest, np.array([-0.8, -0.2, -0.8])), at=hands.tip(body, "r") * 0.35 + hands.hollow(body, "r", 0.006) * 0.65,
    )  # fmt: skip
    poser.curl("l", 52.0, thumb_deg=30.0)
    hands.bring(
        poser, "l", end, apply(chest, np.array([-0.80, -0.05, 0.10])), apply(chest, np.array([0.0, 0.95, 0.25])),
        apply(chest, np.array([0.9, 0.1, -0.7])), at=hands.hollow(body, "l", 0.006),
    )  # fmt: skip
    return standing.finish()
