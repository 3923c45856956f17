"""Looking around: the gaze goes to one side, rests, goes to the other, and comes back; the shoulders follow."""

from __future__ import annotations

import itertools

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import smooth_step
from filmwright.content.figure.stance import stand, turn_head
from filmwright.content.kinds import Motion, Performance

WORDS = ("look around", "search", "scan", "look about", "gaze around")
EXAMPLE = "A boy in a green jacket looks around in a city street at night"
POSTURE = "stand"
OVER = ("head",)
FREE = ("right", "left")

# (second, yaw, pitch) the gaze rests at: left, up right, far right, back; chosen
_GAZES = ((0.0, 0.0, 0.0), (0.9, 44.0, 3.0), (2.2, 38.0, -9.0), (3.4, -50.0, 2.0), (4.8, -34.0, -12.0), (6.0, 8.0, 0.0))
_MOVE_S = 0.55  # a turn of the head; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body stands at path[0] and looks about; after six seconds it begins again."""
    standing = stand(body, performance, liveliness=0.8)
    period = _GAZES[-1][0] + 0.8
    t = (performance.times_s + performance.phase) % period
    yaw, pitch = np.zeros_like(t), np.zeros_like(t)
    for (_, y0, p0), (start, y1, p1) in itertools.pairwise(_GAZES):
        k = smooth_step(t, start - 0.5, start - 0.5 + _MOVE_S + abs(y1 - y0) / 200)
        yaw, pitch = yaw + (y1 - y0) * k, pitch + (p1 - p0) * k
    home = smooth_step(t, period - 0.7, period)
    turn_head(standing.poser, yaw * (1 - home), pitch * (1 - home))
    return standing.finish()
