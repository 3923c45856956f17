"""Riding a kick scooter: one foot on its deck, the other pushes off the ground and swings ahead, both hands on the bar."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _riding, _sport
from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, columns, leg_m
from filmwright.content.kinds import Carrier, Motion, Performance

WORDS = ("ride kick scooter",)
EXAMPLE = "A boy in a red t-shirt rides a kick scooter in the park"
POSTURE = "ride"
HOME = ("park", "city_street")

_PUSH_S = 1.15  # from push to push
# The foot that pushes, from the middle of the deck: to the right, ahead, over the ground, heel raised (shares of a leg, degrees). On
# the ground it goes back as the scooter goes on.
_FOOT = (
    (0.00, 0.17, 0.34, 0.00, -4.0),
    (0.24, 0.17, -0.36, 0.00, 22.0),
    (0.42, 0.17, -0.62, 0.18, 50.0),
    (0.70, 0.18, -0.10, 0.20, 24.0),
    (0.90, 0.17, 0.36, 0.07, 0.0),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body on `performance.carrier`, every frame."""
    carrier = performance.carrier
    assert carrier is not None, "staging gives a carrier to whoever rides (content/stageable.py)"
    t = performance.times_s
    poser = Poser(body, len(t))
    leg, s = leg_m(body), body.height_m / 1.7
    u = (t / _PUSH_S + performance.phase) % 1.0
    push = np.sin(np.pi * np.clip(u / 0.40, 0.0, 1.0)) ** 2
    place, facing = (carrier.feet[0] + carrier.feet[1]) / 2, carrier.yaw_rad
    deck = place[:, 2] - performance.ground(place[:, 0], place[:, 1])
    poser.move(columns(-0.02 * s - 0.02 * push, 0.05 * s, -(0.07 + 0.10 * push) * leg))
    poser.turn("pelvis", about("x", 14.0 + 9.0 * push) @ about("z", -5.0 * push))
    poser.turn("spine_01", about("x", 6.0))
    poser.turn("spine_02", about("x", 6.0) @ about("z", 4.0 * push))
    poser.turn("spine_03", about("x", 3.0) @ about("z", 4.0 * push))
    poser.world("neck_01", about("x", 14.0 + 3.0 * push))
    poser.world("head", about("x", 4.0))
    _legs(poser, carrier, u, leg, deck)
    if carrier.hands is not None:
        _riding.hold_on(poser, carrier.hands, place, facing, s)
    return poser.motion(place, facing)


def _legs(poser: Poser, carrier: Carrier, u: F64, leg: float, deck: F64) -> None:
    """The left foot along the deck, the right one beside it."""
    aside, ahead, lift, pitch = _sport.through(u, _FOOT).T
    for side in "lr":
        shape = feet.foot(poser.body, side)
        on_deck = side == "l"
        tilt = about("x", np.maximum(0.0 if on_deck else pitch, 0.0) + 0 * u)
        ball = shape.ball - np.einsum("fij,j->fi", tilt, shape.ball)
        flat = columns(0.0, 0.0, shape.ankle_m + 0 * u)
        spot = columns(0.0, 0.02, 0 * u) if on_deck else columns(-aside * leg, -ahead * leg, lift * leg - deck)
        poser.reach(
            f"thigh_{side}",
            f"calf_{side}",
            f"foot_{side}",
            spot + flat + ball,
            np.array([0.0 if on_deck else -0.1, -1.0, 0.0]),
        )
        out = about("z", 4.0 if on_deck else -6.0)
        poser.world(f"foot_{side}", out @ tilt @ about("z", -shape.rest_yaw_deg))
        poser.world(
            f"ball_{side}",
            out
            @ about("x", 0.35 * np.where(lift > 0.02, np.maximum(pitch, 0.0), 0.0) * (not on_deck))
            @ about("z", -shape.rest_yaw_deg),
        )
