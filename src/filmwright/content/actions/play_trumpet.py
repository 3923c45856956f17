"""Playing the trumpet: the mouthpiece at the lips, the left hand round the valves, the right one's fingers on them."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, unit
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import breath, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import trumpet

WORDS = ("play trumpet",)
EXAMPLE = "A man in a black suit plays the trumpet"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
USES = ("trumpet",)
HOME = ("stage", "studio")
TURN_RAD = 0.85

_NOTE_S = 0.42


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, leaning back with the high notes."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    high = np.sin(2 * np.pi * t / 3.1)
    poser.bend("spine_02", about("x", -3.0 - 3.0 * high + breath(t)))
    turn_head(poser, 3.0 * np.sin(2 * np.pi * t / 5.3), 1.0 - 5.0 * high)
    turn, joint = poser.at("head")
    own = _hold(body)
    turned = turn @ own.turn
    origin = joint + apply(turn, own.place - body.heads["head"])
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 6.0))
        pole = apply(poser.at("spine_03")[0], np.array([sign * 0.80, 0.0, -0.75]))
        if side == "r":
            for k, finger in enumerate(("index", "middle", "ring")):
                down = np.maximum(np.sin(2 * np.pi * t / (2 * _NOTE_S) + 2.1 * k), 0.0)
                poser.curl(side, 30.0 + 8.0 * down, thumb_deg=20.0, fingers=(finger,))
            poser.curl(side, 42.0, thumb_deg=20.0, fingers=("pinky",))
        else:
            hands.close(poser, side, 0.016)
        hands.carry(poser, side, _grip(side), turned, origin, pole)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The trumpet at the lips, going with the head."""
    return _hold(body)


def _hold(body: Body) -> Hold:
    """Its bell ahead and a little down."""
    way = unit(np.array([0.0, -1.0, -0.10]))
    up = unit(np.array([0.0, -0.10, 1.0]))
    turn = np.column_stack([np.cross(way, up), way, up])
    return Hold("head", turn, hands.mouth(body) + np.array([0.0, -0.002, 0.0]) - turn @ trumpet.lips())


def _grip(side: str) -> hands.Grip:
    """The left hand round the casings from the left, the right one's finger tips on the valves from above."""
    valves = trumpet.valves()
    if side == "l":
        return hands.Grip(valves + [0.0, 0.0, -0.005], np.array([0.55, 0.83, 0.0]), np.array([0.83, -0.5, 0.0]), 0.014)
    return hands.Grip(valves + [0.030, 0.0, 0.058], np.array([-0.86, 0.35, 0.20]), np.array([-0.25, 0.0, -1.0]), 0.012)
