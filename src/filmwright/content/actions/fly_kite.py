"""Flying a kite: its line in both hands, drawn in and let out, the face up to where it stands in the wind."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, columns, wander
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import kite

WORDS = ("fly kite",)
EXAMPLE = "A girl in a yellow dress flies a kite on a beach"
POSTURE = "stand"
SEEN = ("wide",)
USES = ("kite",)
HOME = ("beach", "meadow")
FACE = ("happy",)
TURN_RAD = 1.25


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] holds its kite from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    pull = wander(t, 2.2, 0.7)
    _work.stoop(standing, performance, 0.01, -4.0 - 2.0 * pull)
    poser.bend("spine_02", about("x", -4.0 - 2.0 * pull))
    reel = _reel(body)
    sky = reel + np.array(kite.FLOWN) * [-1.0, -1.0, 1.0]
    _work.look(poser, sky + 0 * t[:, None])
    for side, sign in SIDES:
        poser.curl(side, 50.0, thumb_deg=30.0)
        point = reel + columns(sign * 0.045 * s, 0.010 * pull, 0.008 * pull)
        hands.bring(
            poser, side, point, np.array([-sign * 0.35, -0.75, 0.55]), np.array([-sign * 0.55, -0.35, -0.75]),
            np.array([sign * 0.9, 0.3, -0.8]), at=hands.hollow(body, side, 0.008),
        )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The reel before the chest, the kite over what lies ahead."""
    return Hold("", np.diag([-1.0, -1.0, 1.0]), _reel(body))


def _reel(body: Body) -> F64:
    """Where the reel is (3,), in model axes."""
    s = hands.scale(body)
    return np.asarray(body.heads["neck_01"] * [0.0, 0.0, 1.0] + np.array([0.0, -0.36, -0.20]) * s)
