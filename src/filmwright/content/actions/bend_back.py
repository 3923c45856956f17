"""Bending back: the arms go up, the chest opens and the body bows back over the hips, and comes up again."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, begun, breath, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("bend back", "bend backwards")
EXAMPLE = "A woman in a black t-shirt bends backwards"
POSTURE = "stand"
SEEN = ("whole",)
TURN_RAD = 1.35

_PERIOD_S = 4.6
_DEEP_DEG = 72.0  # of the trunk: what a supple grown body can; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] bends back within two seconds and comes up, again and again."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = t % _PERIOD_S
    back = smooth_step(u, 0.45, 2.1) * (1 - smooth_step(u, 2.9, 4.3))
    up = smooth_step(u, 0.0, 0.9) * (1 - smooth_step(u, 3.6, 4.5))
    bend = _DEEP_DEG * back
    # The hips go forward as the head goes back: the weight stays over the feet.
    poser.move(columns(0.0, -0.15 * s * back, -0.012 * s - 0.045 * s * back))
    poser.turn("pelvis", about("x", -0.26 * bend))
    poser.turn("spine_01", about("x", -0.24 * bend))
    poser.turn("spine_02", about("x", -0.26 * bend))
    poser.turn("spine_03", about("x", -0.24 * bend - 0.9 * breath(t)))
    poser.world("neck_01", about("x", -1.10 * bend))
    poser.world("head", about("x", -1.32 * bend))
    step(standing, performance, {side: Step(sign * 0.11 * s, 0.0, 10.0) for side, sign in SIDES})
    chest, _ = poser.at("spine_03")
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 22.0 * up))
        hang, high = np.array([sign * 0.16, 0.05, -1.0]), np.array([sign * 0.20, 0.10, 1.0])
        around = np.array([sign * 0.9, -0.5, 0.0]) * (up * (1 - up))[:, None]
        upper = hang + (high - hang) * up[:, None] + 2.0 * around
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(chest, upper))
        poser.aim(
            f"lowerarm_{side}",
            f"hand_{side}",
            apply(chest, upper + np.array([-sign * 0.14, -0.14, 0.0]) + columns(0.0, -0.2 * (1 - up), 0.0)),
        )
        poser.curl(side, 14.0, thumb_deg=6.0)
    return standing.finish()
