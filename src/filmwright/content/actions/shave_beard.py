"""Shaving: the razor drawn down over the cheek in strokes, the face turned to the mirror."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _at_face
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.figure.stance import look_towards, stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import razor

WORDS = ("shave beard",)
EXAMPLE = "A man in a white t-shirt is shaving his beard in a bathroom"
POSTURE = "stand"
SEEN = ("medium_close_up",)
USES = ("razor",)
HOME = ("bathroom", "studio")
ALSO = ("shave",)
TURN_RAD = 0.35

_STROKE_S = 1.5


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] shaves its right cheek from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(t), 0.5))
    poser.bend("head", about("x", -7.0) @ about("z", 11.0) @ about("y", -5.0))
    u = (t / _STROKE_S) % 1.0
    down = smooth_step(u, 0.0, 0.62)
    away = np.sin(np.pi * np.clip((u - 0.62) / 0.38, 0.0, 1.0))
    down = down * (1 - smooth_step(u, 0.66, 0.98))
    spot = (
        _at_face.cheek(body, -1.0, 0.15)
        + (_at_face.cheek(body, -1.0, 1.0) - _at_face.cheek(body, -1.0, 0.15)) * down[:, None]
    )
    out = np.array([-0.72, -0.66, 0.0])
    spot = spot + out * (0.004 + 0.035 * away)[:, None]
    hands.close(poser, "r", 0.010, thumb_deg=34.0)
    _at_face.bring(
        poser,
        _grip(),
        np.asarray(razor.EDGE),
        spot,
        columns(0.30, 0.20, 0.93 + 0 * t),
        -out + 0 * t[:, None],
        columns(-0.95, 0.05, -0.6 + 0 * t),
    )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The razor by its handle."""
    return hands.hold(body, "r", _grip())


def _grip() -> hands.Grip:
    """The handle between thumb and fingers, these along it from behind."""
    return hands.Grip(
        np.array([0.0, -0.030, 0.006]), np.array([0.50, 0.66, 0.55]), np.array([0.35, -0.20, 0.80]), 0.010
    )
