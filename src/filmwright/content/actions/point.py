"""Pointing: the right arm goes out and up, one finger shows the way, the eyes go after it."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, about, apply, columns, smooth_step, unit
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Motion, Performance

WORDS = ("point", "point at")
EXAMPLE = "A boy in a red jacket points into the distance"
POSTURE = "stand"
OVER = ("right", "head")
SEATED = ("told",)

_WAY = np.array(
    [-0.84, -0.52, 0.16]
)  # out to the right, before the body and a little up: seen whole by the lens; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] lifts its right arm within the first second and points to the end."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t = standing.poser, performance.times_s
    up = smooth_step(t, 0.0, 0.75)
    # The arm overshoots a little and shows once more, as one does who says: there.
    nudge = np.sin(2 * np.pi * (t - 0.75) / 0.9) * smooth_step(t, 0.75, 1.0) * (1 - smooth_step(t % 4.0, 1.6, 2.2))
    yaw = -np.degrees(np.arctan2(-_WAY[0], -_WAY[1]))
    turn_head(poser, 0.82 * yaw * smooth_step(t, 0.15, 0.7), -4.0 * up)
    poser.bend("spine_02", about("z", -7.0 * up))
    poser.turn("clavicle_r", about("y", 5.0 * up))
    chest, shoulder = poser.at("spine_03")[0], poser.at("upperarm_r")[1]
    reach = sum(poser.lengths("upperarm_r", "lowerarm_r", "hand_r"))
    way = unit(_WAY + columns(0.0, 0.0, 0.07 * nudge))
    target = shoulder + apply(chest, way) * (reach * (0.955 + 0.03 * nudge))[:, None]
    poser.curl("r", 58.0, thumb_deg=38.0, fingers=FINGERS[1:])
    poser.curl("r", 2.0, thumb_deg=34.0, fingers=FINGERS[:1])
    hands.bring(
        poser,
        "r",
        target,
        apply(chest, way),
        apply(chest, np.array([0.25, 0.0, -1.0])),
        apply(chest, np.array([-0.3, 0.6, -0.7])),
        at=body.heads["hand_r"],
        share=up,
    )
    return standing.finish()
