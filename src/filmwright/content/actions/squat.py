"""Squats: down until the thighs lie level, the arms held out before the chest, and up again."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, columns, leg_m, smooth_step
from filmwright.content.figure.stance import Step, begun, breath, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("squat", "do squats")
EXAMPLE = "A woman in a gray t-shirt squats"
POSTURE = "stand"
SEEN = ("full",)
TURN_RAD = 0.85

_PERIOD_S = 2.6
_DEEP = 0.47  # of the leg's length: how far the hips go down; thighs level, chosen
_BACK = 0.30  # of the leg's length: how far they go back, so that the weight stays over the feet; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body squats at path[0] again and again, from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    u = (t / _PERIOD_S + performance.phase) % 1.0
    down = smooth_step(u, 0.04, 0.46) * (1 - smooth_step(u, 0.54, 0.94))
    poser.move(columns(0.0, _BACK * leg * down, -0.014 * s - _DEEP * leg * down))
    lean = 37.0 * down
    poser.turn("pelvis", about("x", 0.80 * lean))
    poser.turn("spine_01", about("x", 1.0 + 0.14 * lean))
    poser.turn("spine_02", about("x", 0.04 * lean))
    poser.turn("spine_03", about("x", -0.8 * breath(standing.t)))
    poser.world("neck_01", about("x", 2.0 + 0.55 * lean))
    poser.world("head", about("x", 0.15 * lean))
    step(standing, performance, {side: Step(sign * 0.155 * s, 0.0, 18.0) for side, sign in SIDES})
    out = 0.12 + 0.88 * down[:, None]
    for side, sign in SIDES:
        hang, held = np.array([sign * 0.16, 0.04, -1.0]), np.array([-sign * 0.02, -1.0, -0.03])
        upper = hang + (held - hang) * out
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", upper + np.array([sign * 0.25, 0.0, 0.0]) * (out * (1 - out)))
        poser.aim(f"lowerarm_{side}", f"hand_{side}", upper + np.array([-sign * 0.16, -0.18, 0.0]))
        poser.curl(side, 12.0, thumb_deg=6.0)
        poser.aim(f"hand_{side}", f"middle_01_{side}", upper)
    return standing.finish()
