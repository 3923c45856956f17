"""Push-ups: the body straight as a board on hands and toes, down and up."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("do push ups", "do pushups", "do press ups")
EXAMPLE = "A man in a white shirt does push ups"
POSTURE = "stand"
WEARS = ("t_shirt", "sweatpants", "sneakers")
SEEN = ("full",)
TURN_RAD = 1.35

_PERIOD_S = 1.7
_LOW = 0.30  # of the arm's length between shoulder and ground at the lowest; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body does push-ups at path[0], the head where it faces, from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    h, s = body.heads, hands.scale(body)
    depth = 0.5 - 0.5 * np.cos(2 * np.pi * (t / _PERIOD_S + performance.phase))
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    wrist_m = 0.028 * s  # of a wrist over the ground its hand lies on; measured
    toe_m = float(np.linalg.norm(h["ball_l"] - h["foot_l"]))
    ankle_z = toe_m * 0.98 + 0.012 * s
    line = float(h["upperarm_l"][2] - h["foot_l"][2])
    shoulder = wrist_m + arm * (0.965 - (0.965 - _LOW) * depth)
    tilt = np.degrees(np.arcsin(np.clip((shoulder - ankle_z) / line, -0.2, 0.9)))
    bow = 3.0 * np.sin(np.pi * depth)  # no body is a board
    poser.turn("pelvis", about("x", 90.0 - tilt))
    poser.turn("spine_01", about("x", -1.5 + 0.3 * bow))
    poser.turn("spine_03", about("x", 1.5))
    poser.world("neck_01", about("x", 80.0 - tilt))
    poser.world("head", about("x", 60.0 - 0.6 * tilt))
    # The feet stay where they are: the body turns about the ankles, whose middle is so far behind the spot.
    ankles = sum(poser.at(f"foot_{side}")[1] for side, _ in SIDES) / 2
    behind = 0.50 * line
    poser.move(np.array([0.0, behind, ankle_z]) - ankles)
    for side, _ in SIDES:
        poser.world(f"foot_{side}", about("x", 80.0))
        poser.world(f"ball_{side}", about("x", 4.0))
    across = float(abs(h["upperarm_l"][0])) + 0.075 * s
    flat = math.cos(math.radians(12.0)) * line
    for side, sign in SIDES:
        spot = np.array([sign * across, behind - flat + 0.01 * s, wrist_m])
        poser.curl(side, 4.0, thumb_deg=2.0)
        hands.bring(
            poser,
            side,
            np.broadcast_to(spot, (poser.frames, 3)),
            np.array([-sign * 0.12, -1.0, -0.16]),
            np.array([0.0, 0.0, -1.0]),
            np.array([sign * 0.8, 1.0, 0.25]),
            at=h[f"hand_{side}"],
        )
    return standing.finish()
