"""Washing the dishes: over the sink, a plate in the left hand, the sponge in the right one going round on it."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import plate, sink

WORDS = ("wash dishes",)
EXAMPLE = "A woman in a blue shirt washes dishes in a kitchen"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("plate",)
WITH = ("sink",)
HOME = ("kitchen", "studio")
ALSO = ("wash",)
TURN_RAD = 0.55

_ROUND_S = 0.95
_NEAR_M = 0.36  # of the basin's middle from who washes


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] washes from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.4)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    _work.stoop(standing, performance, 0.0, 10.0)
    _work.bow(poser, 15.0)
    swirl = 2 * np.pi * t / _ROUND_S
    # Tipped up to who washes it, over the basin.
    turned = hands.as_held(12.0) @ about("x", -36.0 + 3.0 * np.sin(swirl / 3)) @ about("y", 12.0)
    origin = np.array([0.03, -_NEAR_M - 0.02, max(1.06 * s, sink.RIM_M + 0.14)]) + 0.006 * columns(
        np.cos(swirl), 0.0, np.sin(swirl)
    )
    _work.look(poser, origin, most_deg=44.0)
    poser.curl("l", 24.0, thumb_deg=30.0)
    hands.carry(poser, "l", _plate_grip(body), turned, origin, _work.elbow(poser, 0.85, 0.35, 0.7, "l"))
    spot = origin + apply(turned, columns(-0.012 + 0.050 * np.cos(swirl), 0.050 * np.sin(swirl), 0.011))
    sponge = turned @ about("z", 20.0 * np.sin(swirl))
    poser.curl("r", 20.0, thumb_deg=24.0)
    hands.carry(poser, "r", _sponge_grip(), sponge, spot, _work.elbow(poser, 0.9, 0.35, 0.5))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The plate in the left hand."""
    return hands.hold(body, "l", _plate_grip(body))


def hold_other(body: Body, thing: Thing) -> Hold:
    """The sink before the body."""
    return Hold("", np.eye(3), np.array([0.0, -_NEAR_M, 0.0]))


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The sponge under the right hand."""
    own = hands.hold(body, "r", _sponge_grip())
    return {"plate sponge": own, "plate scourer": own}


def _plate_grip(body: Body) -> hands.Grip:
    """The edge on the left, the fingers under it, the thumb on its rim."""
    edge = plate.RADIUS_M - 0.030 * hands.scale(body)
    return hands.Grip(np.array([-edge, -0.02, 0.010]), np.array([0.72, 0.66, -0.10]), np.array([0.15, 0.0, 1.0]), 0.002)


def _sponge_grip() -> hands.Grip:
    """The flat hand on the sponge."""
    return hands.Grip(np.array([0.0, 0.0, 0.030]), np.array([-0.45, 0.88, -0.10]), np.array([0.0, -0.1, -1.0]), 0.003)
