"""Hula hooping: the hips go round and a ring goes round them, the arms held out of its way."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, unit, wander
from filmwright.content.figure.stance import begun, look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import hula_hoop

WORDS = ("hula hoop",)
EXAMPLE = "A girl in a yellow dress hula hoops in a park"
POSTURE = "stand"
SEEN = ("full",)
USES = ("hula_hoop",)
HOME = ("park", "studio")
FACE = ("happy",)
TURN_RAD = 0.35

_TURN_S = 0.78  # once round


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] keeps the ring up from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    a = 2 * np.pi * (t / _TURN_S + performance.phase)
    # The hips go round as the ring does: to the left, ahead, to the right, back.
    left, ahead = np.cos(a), np.sin(a)
    rows = columns(
        5.0 * np.sin(a + 0.6), -8.0 * np.sin(a + 0.6), 4.0 - 7.0 * ahead, 2.0 + 8.0 * ahead, -9.0 * left,
        0.055 * left, -0.065 * ahead, 0.045,
    )  # fmt: skip
    _sport.bodily(standing, rows)
    _sport.planted(standing, performance, (0.15, 0.02, 12.0), (-0.15, -0.02, 12.0))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.6 + 0.0 * t)
    for side, sign in SIDES:
        drift = 0.08 * wander(t, 2.6, sign) + 0.07 * sign * left
        _sport.free_arm(poser, side, columns(0.95, -0.15, -0.05 + drift), columns(0.50, -0.75, 0.62 + drift))
    size = _size(body)
    waist = poser.at("spine_01")[1] + np.array([0.0, -0.03, 0.02]) * s
    # It touches the side that the hips are at, and so hangs over to the other.
    off = (hula_hoop.RADIUS_M * size - 0.135 * s) * columns(-np.cos(a + 0.5), np.sin(a + 0.5), 0.0)
    up = unit(columns(0.16 * np.cos(a + 1.4), -0.16 * np.sin(a + 1.4), 1.0) + np.array([0.04, 0.03, 0.0]))
    ahead_way = unit(np.cross(up, np.array([1.0, 0.0, 0.0])))
    turned = np.stack([np.cross(ahead_way, up), ahead_way, up], -1) @ about("z", np.degrees(a) * 0.55)
    return _sport.finish(
        standing, {"hoop": (waist + off - apply(turned, np.array([0.0, 0.0, hula_hoop.TUBE_M * size])), turned)}
    )


def hold(body: Body, thing: Thing) -> Hold:
    """The ring round the waist; for a child a smaller one."""
    return Hold("spine_01", np.eye(3), body.heads["spine_01"], _size(body), "hoop")


def _size(body: Body) -> float:
    return max(0.72, min(1.0, hands.scale(body)))
