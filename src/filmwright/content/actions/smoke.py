"""Smoking: a cigarette between two fingers, drawn at and lowered."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _at_face
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, unit, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import cigarette

WORDS = ("smoke",)
EXAMPLE = "A man in a leather jacket smokes on a city street at night"
POSTURE = "stand"
SEEN = ("medium",)
SEATED = ("told", "offered")
USES = ("cigarette",)
HOME = ("city_street", "alley", "studio")
TURN_RAD = 0.45

_PERIOD_S = 5.2


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] draws at its cigarette within the first two seconds, and every five."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t - 0.1) % _PERIOD_S
    up = smooth_step(u, 0.0, 0.9) * (1 - smooth_step(u, 2.5, 3.6))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.35 + 0.2 * wander(t, 5.0, 0.4) - 0.2 * up)
    poser.bend("head", about("x", 3.0 * up - 7.0 * smooth_step(u, 3.4, 4.1) * (1 - smooth_step(u, 4.6, 5.1))))
    turn, _ = poser.at("head")
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    mouth = _at_face.at(poser, hands.mouth(body) + np.array([-0.006, 0.004, 0.0]))
    low = neck + apply(chest, np.array([-0.16, -0.27, -0.20]) * s)
    way = unit(apply(turn, columns(0.52, -0.83, -0.20)) + (1 - up)[:, None] * np.array([-0.35, 0.1, 0.25]))
    turned = hands.pointing(way, np.array([0.0, 0.0, 1.0]))
    filter_end = np.array([0.0, -cigarette.LENGTH_M / 2 + 0.004, 0.004])
    origin = low + (mouth - low) * up[:, None] - apply(turned, filter_end)
    poser.curl("r", 46.0, thumb_deg=34.0, fingers=("ring", "pinky"))
    poser.curl("r", 13.0, thumb_deg=30.0, fingers=("index", "middle"))
    hands.carry(poser, "r", _grip(), turned, origin, columns(-0.85, 0.25 - 0.2 * up, -0.9))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The cigarette between forefinger and middle finger."""
    return hands.hold(body, "r", _grip())


def _grip() -> hands.Grip:
    """The filter at the fingers' middle joints, the palm to the face."""
    return hands.Grip(
        np.array([-0.022, -0.022, -0.036]), np.array([0.50, 0.10, 0.86]), np.array([-0.25, -0.95, 0.20]), -0.012
    )
