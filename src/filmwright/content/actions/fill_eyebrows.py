"""Filling the eyebrows: a pencil drawn along a brow in short strokes from beside the face, the face turned to the mirror."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _at_face
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("fill eyebrows",)
EXAMPLE = "A woman in a white shirt is filling her eyebrows in a bathroom"
POSTURE = "stand"
SEEN = ("medium_close_up",)
USES = ("pencil",)
HOME = ("bathroom", "studio")
ALSO = ("put_on_makeup",)
TURN_RAD = 0.30

_STROKE_S = 0.75


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] draws its right brow from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(t), 0.5))
    poser.bend("head", about("x", -4.0) @ about("z", 9.0))
    u = (t / _STROKE_S) % 1.0
    along = smooth_step(u, 0.0, 0.6) * (1 - smooth_step(u, 0.7, 1.0))
    away = np.sin(np.pi * np.clip((u - 0.6) / 0.4, 0.0, 1.0))
    far = 0.5 + 0.5 * np.sin(2 * np.pi * t / 4.2)  # the strokes wander along the brow
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    apart = float(left[0] - right[0])
    share = 0.45 - 0.55 * far - 0.25 * along  # from over the inner corner of the eye outwards
    spot = right + columns(share, -0.30 + 0.16 * np.abs(share - 0.3), 0.40 - 0.10 * np.abs(share)) * apart
    spot = spot + np.array([-0.3, -0.9, 0.1]) * (0.003 + 0.016 * away)[:, None]
    hands.close(poser, "r", 0.006, thumb_deg=34.0)
    poser.curl("r", 34.0, thumb_deg=34.0, fingers=("index", "middle"))
    tip = np.array([0.0, _reach_m(performance.using), 0.0])
    _at_face.bring(
        poser, _grip(performance.using), tip, spot, columns(0.62, 0.52, 0.42 + 0 * t), columns(0.1, -0.9, 0.6 + 0 * t),
        columns(-0.95, -0.1, -0.7 + 0 * t),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The pencil between thumb and forefinger."""
    return hands.hold(body, "r", _grip(thing))


def _reach_m(thing: Thing | None) -> float:
    return hands.reach_m(thing, 1) if thing is not None else 0.09


def _grip(thing: Thing | None) -> hands.Grip:
    """Between thumb and fingers, half its length behind the tip."""
    return hands.Grip(
        np.array([0.0, _reach_m(thing) - 0.075, 0.004]),
        np.array([0.15, 0.80, 0.45]),
        np.array([-0.2, 0.5, -0.9]),
        0.008,
    )
