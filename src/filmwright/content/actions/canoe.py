"""Canoeing: sitting in a narrow boat, a paddle with two blades in both hands, a stroke on either side by turns."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _riding, _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import oar

WORDS = ("canoe",)
EXAMPLE = "A woman in a red jacket canoes on the ocean"
POSTURE = "ride"
USES = ("oar",)
HOME = ("ocean",)
ALSO = ("row",)

_STROKES_S = 2.1  # one on either side
_APART_M = 0.34  # from the middle of the paddle to a hand, on a body of 1.7 m


def build(body: Body, performance: Performance) -> Motion:
    """The body in `performance.carrier` paddles from the first moment to the end."""
    carrier = performance.carrier
    assert carrier is not None, "staging gives a carrier to whoever rides (content/stageable.py)"
    t = performance.times_s
    poser = _riding.astride(body, carrier, t + 10.0 * performance.phase)
    s = hands.scale(body)
    a = 2 * np.pi * (t / _STROKES_S + performance.phase)
    side, ahead = np.sin(a), np.cos(a)  # 1: the left blade is down; 1: the left blade is ahead
    poser.bend("spine_01", about("x", 4.0) @ about("z", -7.0 * ahead))
    poser.bend("spine_02", about("x", 4.0) @ about("z", -9.0 * ahead))
    poser.bend("spine_03", about("y", 3.0 * side) @ about("z", -6.0 * ahead))
    poser.world("head", about("x", 4.0) @ about("z", -4.0 * ahead))
    turned = about("z", -30.0 * ahead) @ about("y", 42.0 * side)
    middle = poser.at("neck_01")[1] + columns(0.05 * side, -0.42 + 0 * side, -0.25 + 0.02 * np.cos(2 * a)) * s
    for hand, sign in SIDES:
        poser.curl(hand, 56.0, thumb_deg=30.0)
        hands.carry(poser, hand, _grip(body, hand), turned, middle, np.array([sign * 0.9, 0.4, -0.5]))
    return _sport.beside(poser.motion(carrier.seat, carrier.yaw_rad), {"paddle": (middle, turned)})


def hold(body: Body, thing: Thing) -> Hold:
    """The paddle across both hands."""
    return hands.hold(body, "r", _grip(body, "r"))._replace(size=_size(body), loose="paddle")


def _size(body: Body) -> float:
    return max(0.7, min(1.05, hands.scale(body)))


def _grip(body: Body, side: str) -> hands.Grip:
    """The shaft from above, the thumbs inwards."""
    sign = 1.0 if side == "l" else -1.0
    at = np.array([sign * _APART_M * hands.scale(body), 0.0, 0.0])
    return hands.Grip(at, np.array([0.0, -0.80, -0.10]), np.array([0.0, -0.35, -0.90]), oar.SHAFT_M)
