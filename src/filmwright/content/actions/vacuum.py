"""Vacuuming: the cleaner pushed over the floor and drawn back, its handle in the right hand."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _long_tool, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import vacuum_cleaner

WORDS = ("vacuum",)
EXAMPLE = "A man in a blue shirt vacuums in a living room"
POSTURE = "stand"
SEEN = ("full",)
USES = ("vacuum_cleaner",)
HOME = ("living_room", "bedroom", "studio")
TURN_RAD = 0.9

_STROKE_S = 2.4


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] pushes and draws from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.3)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    push = 0.5 - 0.5 * np.cos(2 * np.pi * t / _STROKE_S)
    _work.stoop(standing, performance, 0.02 + 0.03 * push, 7.0 + 11.0 * push)
    poser.bend("spine_02", about("x", 5.0 + 6.0 * push) @ about("z", 8.0 * push))
    foot = columns(-0.12 * s, (-0.66 - 0.34 * push) * s, 0.002 - performance.sole_m)
    hand = columns(-0.17 * s, (-0.20 - 0.20 * push) * s, (0.98 - 0.05 * push) * s)
    _work.look(poser, foot - [0.0, 0.1, 0.0], most_deg=34.0)
    _long_tool.swing(poser, _grips(), foot, hand - foot, columns(0.0, -1.0, 0.0))
    hip = poser.at("thigh_l")[1] + np.array([0.125, 0.01, 0.10]) * s
    poser.curl("l", 26.0)
    hands.bring(
        poser, "l", hip, np.array([-0.30, -0.80, -0.35]), np.array([-1.0, 0.1, -0.2]), np.array([1.0, 0.5, 0.1]),
        at=hands.hollow(body, "l"),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The cleaner by its handle."""
    return _long_tool.hold(body, _grips())


def _grips() -> dict[str, hands.Grip]:
    both = _long_tool.grips(vacuum_cleaner.LENGTH_M - 0.08, 0.5, 0.0165, upper="r")
    return {"r": both["r"]}
