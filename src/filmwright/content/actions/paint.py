"""Painting: before an easel, the brush going over the canvas in strokes."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, apply, columns, smooth_step, unit, wander
from filmwright.content.figure.stance import stand, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import easel

WORDS = ("paint", "paint picture")
EXAMPLE = "A woman in a white shirt paints a picture"
POSTURE = "stand"
SEEN = ("full",)
USES = ("paintbrush",)
WITH = ("easel",)

TURN_RAD = 1.62

_STROKE_S = 1.5
_FAR_M = 0.60  # of the canvas from somebody grown; chosen: an arm a little bent
_OUT = np.array([-0.72, 0.69, 0.0])  # the way the canvas looks, half to the lens and half to the painter; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] paints from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    middle, right = _canvas(body)
    middle = middle - [0.0, 0.0, performance.sole_m]
    u = (t / _STROKE_S) % 1.0
    number = np.floor(t / _STROKE_S)
    on = smooth_step(u, 0.02, 0.14) * (1 - smooth_step(u, 0.72, 0.86))
    sweep = -0.5 + smooth_step(u, 0.10, 0.76) - smooth_step(u, 0.80, 1.0)
    row = np.array([0.0, 0.09, -0.07, 0.04, -0.03])
    high = row[number.astype(int) % 5] + (
        row[(number.astype(int) + 1) % 5] - row[number.astype(int) % 5]
    ) * smooth_step(u, 0.76, 1.0)
    up = np.array([0.0, 0.0, 1.0])
    spot = middle + right * (0.20 * sweep)[:, None] + up * (high + 0.05 * np.sin(np.pi * sweep))[:, None]
    tip = spot + _OUT * (0.004 + 0.06 * (1 - on))[:, None]
    _look(standing.poser, middle + (spot - middle) * 0.5)
    poser.bend("spine_02", about("z", 8.0 * sweep) @ about("x", 3.0 + 2.0 * wander(t, 3.0, 0.4)))
    chest, _ = poser.at("spine_03")
    # The brush points at the canvas, a little up, and trails behind the stroke.
    way = unit(-_OUT + np.array([0.05, 0.0, 0.30]) - right * (0.35 * sweep * on)[:, None])
    turned = hands.pointing(way, np.array([0.0, 0.0, 1.0]))
    reach = np.array([0.0, _brush_tip(performance.using), 0.0])
    grip = _grip(body, performance.using)
    hands.close(poser, "r", 0.004, thumb_deg=32.0)
    hands.carry(poser, "r", grip, turned, tip - apply(turned, reach), apply(chest, np.array([-0.7, 0.5, -0.8])))
    # The other hand rests on the hip.
    hip = poser.at("thigh_l")[1] + np.array([0.125, 0.01, 0.10]) * s
    poser.curl("l", 26.0)
    hands.bring(
        poser, "l", hip, np.array([-0.30, -0.80, -0.35]), np.array([-1.0, 0.1, -0.2]), np.array([1.0, 0.5, 0.1]),
        at=hands.hollow(body, "l"),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The brush in the right hand, as a pen."""
    return hands.hold(body, "r", _grip(body, thing))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The easel on the ground before the body."""
    turn, place = _easel(body)
    return Hold("", turn, place)


def _easel(body: Body) -> tuple[F64, F64]:
    """Turn and place of the easel, in model axes: its canvas where the right arm reaches."""
    turn = columns(np.cross(_OUT, [0.0, 0.0, 1.0]), _OUT, np.array([0.0, 0.0, 1.0]))
    s = hands.scale(body)
    middle = np.array([-0.10 * s, -_FAR_M * s, 0.0])
    return turn, middle - turn @ (easel.canvas_middle() * [1.0, 1.0, 0.0])


def _canvas(body: Body) -> tuple[F64, F64]:
    """The point (3,) of the canvas nearest to where the arm works, and the way along it to who paints's right."""
    turn, place = _easel(body)
    own = easel.canvas_middle()
    shoulder = float(body.heads["upperarm_r"][2])
    half = 0.20 * easel.CANVAS_M[1]
    high = float(np.clip(shoulder - 0.10 * hands.scale(body), own[2] - half, own[2] + half))
    own = own + np.array([0.0, -np.tan(easel.LEAN_RAD) * (high - own[2]), high - own[2]])
    return place + turn @ own, -turn[:, 0]


def _brush_tip(thing: Thing | None) -> float:
    return hands.reach_m(thing, 1) if thing is not None else 0.15


def _grip(body: Body, thing: Thing | None) -> hands.Grip:
    """A pen's grip: the handle between thumb and forefinger, pointing out between them."""
    point = np.asarray(thing.grip, float) if thing is not None and thing.grip is not None else np.zeros(3)
    return hands.Grip(point + [0.0, 0.05, 0.0], np.array([0.0, 0.80, -0.60]), np.array([-1.0, 0.0, 0.0]), 0.004)


def _look(poser: Poser, at: F64) -> None:
    """The head turned to a point of the canvas (F, 3)."""
    way = at - poser.at("head")[1]
    yaw = np.degrees(np.arctan2(way[:, 0], -way[:, 1]))
    pitch = np.degrees(np.arctan2(-way[:, 2], np.hypot(way[:, 0], way[:, 1])))
    turn_head(poser, 0.9 * yaw, np.clip(pitch, -20, 30))
