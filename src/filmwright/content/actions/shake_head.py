"""Shaking the head: no, and no again."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Motion, Performance

WORDS = ("shake head",)
EXAMPLE = "A woman in a blue sweater shakes her head"
POSTURE = "stand"
OVER = ("head",)
FREE = ("right", "left")
SEEN = ("medium_close_up",)
SEATED = ("told",)

_TURN_HZ = 1.25  # chosen: a firm no, not a shudder
_WIDE_DEG = 30.0
_LASTS_S, _PERIOD_S = 2.4, 3.2


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] shakes its head three times to and fro, rests for a moment, and does so again."""
    standing = at_ease(body, performance, liveliness=0.6)
    t = performance.times_s
    u = t % _PERIOD_S
    share = smooth_step(u, 0.0, 0.35) * (1 - smooth_step(u, _LASTS_S - 0.4, _LASTS_S))
    yaw = _WIDE_DEG * np.sin(2 * np.pi * _TURN_HZ * u) * share
    turn_head(standing.poser, yaw, 5.0 * share + 2.0 * wander(t, 4.0, 1.0))
    return standing.finish()
