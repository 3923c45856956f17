"""Waving: the right arm goes up and greets with an open hand."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, smooth_step, unit
from filmwright.content.figure.stance import look_towards, stand, turn_head
from filmwright.content.kinds import Motion, Performance

WORDS = ("wave", "greet", "hail", "beckon")
EXAMPLE = "A girl in a yellow dress waves"
POSTURE = "stand"
OVER = ("right", "head")

_RISE_S = 0.7
_BEAT_HZ = 1.9  # chosen: a friendly wave, neither slow nor frantic
_HAND_LATE_S = 0.08  # how much later the hand bends than the arm; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body stands at path[0], raises the right arm in the first second and waves to the end."""
    standing = stand(body, performance, liveliness=0.7)
    poser = standing.poser
    t = performance.times_s
    up = smooth_step(t, 0.05, 0.05 + _RISE_S)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.9 * up)
    else:
        turn_head(poser, 0.0 * t, 0.0 * t)
    chest, _ = poser.at("spine_03")
    beat, beat_of_hand = (np.sin(2 * math.pi * _BEAT_HZ * at) * up for at in (t, t - _HAND_LATE_S))
    hang, lift = np.array([-0.16, 0.05, -1.0]), np.array([-0.88, -0.32, -0.10])
    upper = unit(hang + (lift - hang) * up[:, None])
    poser.turn("clavicle_r", about("y", 9.0 * up))
    poser.aim("upperarm_r", "lowerarm_r", apply(chest, upper))
    low = np.array([-0.05, -0.25, -1.0])
    high = np.column_stack([-0.12 + 0.34 * beat, np.full_like(t, -0.28), np.ones_like(t)])
    # On its way up the forearm passes in front of the body, not through it.
    way = unit(low * (1 - up)[:, None] + high * up[:, None] + np.array([0.0, -0.9, 0.0]) * (up * (1 - up))[:, None])
    poser.aim("lowerarm_r", "hand_r", apply(chest, way))
    poser.bend("hand_r", about("y", -10.0 * beat_of_hand))
    poser.curl("r", 6.0, thumb_deg=0.0)
    return standing.finish()
