"""Arranging flowers: at a table, one more flower put among those in a vase."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import columns, smooth_step, unit
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import _laid

WORDS = ("arrange flowers",)
EXAMPLE = "A woman in a white shirt arranges flowers in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("tulip", "rose", "sunflower", "flower")
WITH = ("table",)
HOME = ("living_room", "dining_room", "studio")
TURN_RAD = 0.5

_PERIOD_S = 3.4


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] puts its flower in within two seconds, draws it out and tries another place."""
    standing = stand(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.0, 6.0)
    _work.bow(poser, 8.0)
    u = (t / _PERIOD_S) % 1.0
    into = smooth_step(u, 0.10, 0.50) * (1 - smooth_step(u, 0.72, 1.0))
    turn = 0.5 * np.sin(np.floor(t / _PERIOD_S) * 2.1)
    mouth = _work.at_table(performance, _laid.VASE[0], _laid.VASE[1], _laid.VASE_M + _work.HIGHER_M)
    # The flower leans to the right, its stalk down into the vase.
    way = unit(columns(-0.42 - 0.25 * (1 - into), 0.12 + 0.3 * turn, 0.86))
    foot = mouth + columns(0.0, 0.0, -0.07) + way * (0.20 * (1 - into))[:, None]
    side = np.cross(np.broadcast_to([0.0, -1.0, 0.0], way.shape), way)
    right = unit(side)
    turned = np.stack([right, np.cross(way, right), way], -1)
    _work.look(poser, mouth + columns(0.0, 0.0, 0.05 + 0 * t), most_deg=34.0)
    poser.curl("r", 34.0, thumb_deg=36.0)
    hands.carry(poser, "r", _grip(), turned, foot, _work.elbow(poser, 0.85, 0.35, 0.6))
    # The left hand steadies the vase.
    belly = _work.at_table(performance, _laid.VASE[0] + 0.078, _laid.VASE[1] - 0.01, 0.13 + _work.HIGHER_M)
    poser.curl("l", 20.0, thumb_deg=20.0)
    hands.bring(
        poser, "l", belly + 0 * t[:, None], np.array([-0.25, -0.90, 0.22]), np.array([-0.95, 0.25, 0.0]),
        _work.elbow(poser, 0.9, 0.4, 0.6, "l"), at=hands.hollow(body, "l", 0.004),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The flower by its stalk."""
    return hands.hold(body, "r", _grip())


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who arranges them."""
    return _work.table_stands()


def _grip() -> hands.Grip:
    """The stalk between thumb and fingers."""
    return hands.Grip(np.array([0.0, 0.0, 0.16]), np.array([0.55, 0.83, 0.0]), np.array([-0.83, 0.55, 0.0]), 0.010)
