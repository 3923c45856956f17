"""Brushing teeth: the brush in the right fist at the mouth, going to and fro."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, unit, wander
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("brush teeth",)
EXAMPLE = "A woman in a white t-shirt brushes her teeth in a bathroom"
POSTURE = "stand"
SEEN = ("medium_close_up",)
USES = ("toothbrush",)
HOME = ("bathroom", "studio")
TURN_RAD = 0.2

_STROKE_S = 0.30
_HEAD = np.array([-0.078, 0.0, 0.020])  # the middle of its bristles (props/toothbrush.py)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] brushes from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(t), 0.55))
    stroke = np.sin(2 * np.pi * t / _STROKE_S)
    side = np.sin(2 * np.pi * t / 4.7)  # from one side of the mouth to the other
    poser.bend("head", about("x", 3.0) @ about("z", 1.2 * stroke) @ about("y", -3.0 + 1.0 * wander(t, 2.0, 0.3)))
    turn, joint = poser.at("head")
    mouth = joint + apply(turn, hands.mouth(body) - body.heads["head"])
    # The handle points from the teeth to the right and ahead; the bristles look back at the teeth.
    way = apply(turn, unit(columns(-0.86, -0.46 + 0.12 * side, -0.14)))
    bristles = apply(turn, np.array([0.34, 0.90, 0.16]))
    x = unit(way)
    z = unit(bristles - x * np.sum(bristles * x, -1, keepdims=True))
    turned = np.stack([x, np.cross(z, x), z], -1)
    spot = mouth + apply(turn, columns(0.006 * side, -0.004, -0.002)) + x * (0.009 * stroke + 0.006)[:, None]
    origin = spot - apply(turned, _HEAD)
    poser.turn("clavicle_r", about("y", 7.0))
    hands.close(poser, "r", 0.010, thumb_deg=34.0)
    hands.carry(poser, "r", _grip(), turned, origin, columns(-0.95, 0.20, -0.55 + 0.04 * stroke))
    share = smooth_step(np.sin(2 * np.pi * t / 6.0), 0.9, 1.0)
    poser.curl("l", 20.0 + 4.0 * share)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The brush by its handle."""
    return hands.hold(body, "r", _grip())


def _grip() -> hands.Grip:
    """A loose fist round the handle's thicker half, its thumb towards the bristles."""
    return hands.Grip(np.array([0.050, 0.0, 0.006]), np.array([-0.25, 0.86, 0.45]), np.array([0.0, -0.45, 0.86]), 0.008)
