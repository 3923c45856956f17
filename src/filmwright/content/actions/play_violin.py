"""Playing the violin: it lies on the left shoulder under the chin, the left hand goes along its neck, the right one draws the bow."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, apply, columns, smooth_step, unit, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import violin

WORDS = ("play violin",)
EXAMPLE = "A woman in a red dress plays the violin"
POSTURE = "stand"
SEEN = ("medium_wide",)
SEATED = ("told",)
USES = ("violin",)
HOME = ("living_room", "studio")
TURN_RAD = 0.15

_STROKE_S = 1.15  # one stroke of the bow; chosen: an andante
_SHIFT_S = 2.6
_PLACES_V = (0.440, 0.415, 0.430, 0.400)  # where on the neck the hand is, over the violin's lower end
_BONE = "spine_03"


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, swaying."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    sway = np.sin(np.pi * t / (2 * _STROKE_S))
    poser.bend("spine_01", about("y", 2.5 * sway) @ about("z", 2.5 * sway))
    poser.turn("clavicle_l", about("y", -7.0))
    turn_head(poser, 19.0 + 2.0 * wander(t, 4.0, 0.4), 15.0 + 2.0 * wander(t, 3.0, 1.0))
    poser.bend("head", about("y", 13.0))
    own = _hold(body)
    trunk, joint = poser.at(_BONE)
    turned = trunk @ own.turn
    origin = joint + apply(trunk, own.place - body.heads[_BONE])
    _finger(body, poser, t, turned, origin)
    _bow(body, poser, t, turned, origin)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The violin on the collarbone."""
    return _hold(body)


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The bow in the right hand."""
    own = hands.hold(body, "r", _bow_grip(_size(body)))._replace(size=_size(body))
    return {"violin bow": own, "violin bow hair": own}


def _hold(body: Body) -> Hold:
    """Its scroll to the left and ahead, its strings up and tipped to the right, its lower end under the left jaw."""
    s = hands.scale(body)
    neck = unit(np.array([0.60, -0.80, -0.04]))
    up = np.array([-0.52, -0.10, 1.0])
    up = unit(up - neck * float(up @ neck))
    turn = np.column_stack([np.cross(up, neck), up, neck])
    chin = body.heads["neck_01"] + np.array([0.052, -0.080, 0.034]) * s
    k = _size(body)
    return Hold(_BONE, turn, chin - turn @ np.array([0.0, 0.012, 0.012]) * k, k)


def _size(body: Body) -> float:
    """How large the violin is that somebody plays: children have small ones."""
    s = hands.scale(body)
    return 1.0 if s > 0.88 else 1.04 * s


def _finger(body: Body, poser: Poser, t: F64, turned: F64, origin: F64) -> None:
    """The left hand under the neck, its fingers over the strings; it trembles and shifts."""
    number = np.floor(t / _SHIFT_S).astype(int)
    u = t / _SHIFT_S - number
    places = np.asarray(_PLACES_V)
    last, now = places[(number - 1) % len(places)], places[number % len(places)]
    v = last + (now - last) * smooth_step(u, 0.0, 0.2) + 0.003 * np.sin(2 * np.pi * 5.5 * t)
    spot = columns(-0.016, 0.004, v) * _size(body)
    for k, finger in enumerate(("index", "middle", "ring", "pinky")):
        pressed = np.maximum(np.sin(2 * np.pi * t / (2.3 * _STROKE_S) + 1.6 * k), 0.0)
        poser.curl("l", 44.0 + 12.0 * pressed, thumb_deg=12.0, fingers=(finger,))
    hands.bring(
        poser, "l", origin + apply(turned, spot), apply(turned, np.array([0.30, 0.92, 0.12])),
        apply(turned, np.array([0.92, -0.30, -0.20])), np.array([0.25, -0.35, -1.0]), at=hands.hollow(body, "l", 0.012),
    )  # fmt: skip


def _bow(body: Body, poser: Poser, t: F64, turned: F64, origin: F64) -> None:
    """The bow across the strings, from frog to tip and back."""
    s = hands.scale(body)
    stroke = np.sin(np.pi * t / _STROKE_S)
    k = _size(body)
    at = (0.30 + 0.17 * min(s / k, 1.05) * stroke) * k  # of the bow on the strings, from its screw
    tip = turned[:, :, 0]  # towards the bass side of the violin
    up = apply(turned, np.array([0.0, 1.0, 0.0]))
    roll = 0.16 * np.sin(np.pi * t / (2 * _STROKE_S))  # from string to string
    tip = unit(tip + up * roll[:, None])
    up = unit(np.cross(tip, turned[:, :, 2]) * -1.0)
    bow = np.stack([np.cross(tip, up), tip, up], -1)
    contact = origin + apply(turned, k * violin.strings())
    poser.curl("r", 30.0, thumb_deg=36.0)
    hands.carry(poser, "r", _bow_grip(k), bow, contact - tip * at[:, None], columns(-0.9, 0.10, -0.45 + 0.2 * stroke))


def _bow_grip(size: float) -> hands.Grip:
    """The frog from above, the fingers across the stick."""
    return hands.Grip(
        size * size * np.array([0.0, 0.045, 0.022]), np.array([0.80, 0.42, -0.42]), np.array([-0.35, 0.05, -1.0]), 0.012
    )
