"""Running on a treadmill: the run of whoever runs, in place on the belt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from filmwright.content.actions import run
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import forward
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import treadmill

WORDS = ("run on treadmill",)
EXAMPLE = "A woman in a blue t-shirt runs on a treadmill in a gym"
POSTURE = "stand"
WEARS = ("t_shirt", "leggings", "sneakers")
SEEN = ("full",)
USES = ("treadmill",)
HOME = ("gym", "studio")
TURN_RAD = 0.95

_SPEED_M_S = 2.5  # of a grown body at its ease; chosen
_BACK_M = 0.22  # of the runner behind the middle of the treadmill


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] runs over the belt from the first moment to the end, where it is all the time."""
    first = np.atleast_2d(np.asarray(performance.path, float))[0]
    floor = float(performance.ground(first[:1], first[1:2])[0]) + treadmill.DECK_M + 0.02
    speed = _SPEED_M_S * np.sqrt(body.height_m / 1.7)
    ahead = forward(np.asarray(performance.facing_yaw_rad))
    line = np.array([first[:2], first[:2] + ahead])
    motion = run.build(
        body,
        performance._replace(
            path=line, begin=0, ground=lambda x, y: floor + 0.0 * x, speed_m_s=float(speed), look_at=None
        ),
    )
    gone = np.column_stack([motion.root[:, :2] - first[:2], np.zeros(len(motion.root))])
    root = motion.root - gone
    root[:, 2] = floor - treadmill.DECK_M - 0.02
    return replace(motion, locations=motion.locations - gone[:, None], root=root)


def hold(body: Body, thing: Thing) -> Hold:
    """The treadmill under the runner, its display before them."""
    return Hold("", np.diag([-1.0, -1.0, 1.0]), np.array([0.0, -_BACK_M, 0.0]))
