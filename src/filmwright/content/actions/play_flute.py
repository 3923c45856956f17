"""Playing the flute: held across to the right at the lips, the fingers going up and down on its keys."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, SIDES, about, apply, unit, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import flute

WORDS = ("play flute",)
EXAMPLE = "A woman in a green dress plays the flute"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told",)
USES = ("flute",)
HOME = ("stage", "studio")
TURN_RAD = 0.30

_NOTE_S = 0.36


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    sway = np.sin(2 * np.pi * t / 3.4)
    poser.bend("spine_01", about("y", 2.0 * sway))
    poser.bend("spine_03", about("z", 6.0))
    turn_head(poser, 14.0 + 2.0 * wander(t, 4.0, 0.3), 9.0 + 2.5 * sway)
    poser.bend("head", about("y", -7.0))
    turn, joint = poser.at("head")
    own = _hold(body)
    turned = turn @ own.turn
    origin = joint + apply(turn, own.place - body.heads["head"])
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 5.0))
        for k, finger in enumerate(FINGERS):
            beat = np.sin(2 * np.pi * t / (2.0 * _NOTE_S) + 2.1 * k + sign)
            poser.curl(side, 33.0 - 7.0 * np.maximum(beat, 0.0), thumb_deg=24.0, fingers=(finger,))
        pole = apply(poser.at("spine_03")[0], np.array([sign * 0.75, -0.05, -0.85]))
        hands.carry(poser, side, _grip(side), turned, origin, pole)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The flute at the lips, going with the head."""
    return _hold(body)


def _hold(body: Body) -> Hold:
    """Its foot to the right and a little down, its keys up and ahead."""
    way = unit(np.array([-0.97, -0.16, -0.16]))
    up = np.array([0.0, -0.45, 0.9])
    up = unit(up - way * float(up @ way))
    turn = np.column_stack([np.cross(way, up), way, up])
    return Hold("head", turn, hands.mouth(body) + np.array([0.0, -0.006, -0.008]) - turn @ flute.lips())


def _grip(side: str) -> hands.Grip:
    """The left hand from the far side, its palm to the face; the right one from the near side, its palm away."""
    if side == "l":
        return hands.Grip(
            np.array([0.0, -0.02, 0.010]), np.array([0.75, -0.25, 0.62]), np.array([0.45, 0.1, -0.75]), 0.022
        )
    return hands.Grip(np.array([0.0, 0.13, 0.014]), np.array([-0.85, -0.05, 0.45]), np.array([-0.35, 0.0, -0.9]), 0.024)
