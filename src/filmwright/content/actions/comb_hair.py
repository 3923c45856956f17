"""Combing the hair: the comb drawn back and down over the side of the head, stroke after stroke."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _at_face
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("comb hair",)
EXAMPLE = "A woman in a red dress combs her hair in a bedroom"
POSTURE = "stand"
SEEN = ("medium_close_up",)
USES = ("comb",)
HOME = ("bathroom", "bedroom", "studio")
ALSO = ("tie_hair",)
TURN_RAD = 0.4

_STROKE_S = 1.9
_OVER_M = 0.022  # of the comb over the scalp: in the hair; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] combs from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(t), 0.6))
    poser.bend("head", about("y", 9.0) @ about("x", 4.0))
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    u_m = float(left[0] - right[0])
    middle = (left + right) / 2 + np.array([0.0, 1.35, 0.55]) * u_m  # of the skull
    u = (t / _STROKE_S) % 1.0
    stroke = smooth_step(u, 0.0, 0.66) * (1 - smooth_step(u, 0.70, 0.99))
    away = np.sin(np.pi * np.clip((u - 0.66) / 0.34, 0.0, 1.0))
    # Round the right side of the head: from over the temple back and down to behind the ear.
    a, high = np.radians(-50.0 + 88.0 * stroke), 0.95 - 1.35 * stroke
    reach = (1.32 * u_m + _OVER_M + 0.03 * away) * np.sqrt(np.clip(1.0 - (0.55 * high) ** 2, 0.2, 1.0))
    out = columns(-np.cos(a), 1.10 * np.sin(a), 0.0)
    spot = middle + out * reach[:, None] + columns(0.0, 0.0, high * 1.25 * u_m)
    inward = -out - columns(0.0, 0.0, 0.35 * high)
    way = columns(0.35 * np.cos(a), -0.35 * np.sin(a), 0.9)  # the comb stands, its tip up and over the head
    hands.close(poser, "r", 0.008, thumb_deg=34.0)
    teeth = np.array([0.012, 0.025, 0.002])
    # Its teeth (+X) point inward: the upper side is square to them and to its length.
    up = np.cross(inward, way)
    poser.turn("clavicle_r", about("y", 9.0))
    _at_face.bring(poser, _grip(), teeth, spot, way, up, columns(-1.0, -0.15 + 0.5 * stroke, -0.25 + 0 * t))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The comb by its handle."""
    return hands.hold(body, "r", _grip())


def _grip() -> hands.Grip:
    """A fist round the handle, the thumb along the comb."""
    return hands.Grip(
        np.array([-0.006, -0.062, 0.0025]), np.array([0.80, 0.50, -0.30]), np.array([0.25, -0.10, 0.95]), 0.008
    )
