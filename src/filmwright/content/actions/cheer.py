"""Cheering: both fists go up over the head, again and again, with a bounce in the knees."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, leg_m, smooth_step
from filmwright.content.figure.stance import Step, begun, look_towards, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("cheer",)
EXAMPLE = "A man in a yellow t-shirt cheers"
POSTURE = "stand"
SEEN = ("whole",)
FACE = ("happy",)
ALSO = ("celebrate", "win")

_PERIOD_S = 0.72


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] cheers from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    up = smooth_step(t, -0.2, 0.45)
    u = t / _PERIOD_S + performance.phase
    pump = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    sway = np.sin(np.pi * u)
    poser.move(columns(0.02 * s * sway, 0.01 * s, -0.014 * s - 0.055 * leg * (1 - pump) * up))
    poser.turn("pelvis", about("z", 5.0 * sway) @ about("x", 4.0 * (1 - pump)))
    poser.turn("spine_01", about("x", -2.0 * pump))
    poser.turn("spine_02", about("x", -4.0 * pump * up) @ about("z", -4.0 * sway))
    poser.turn("spine_03", about("x", -4.0 * pump * up))
    poser.world("neck_01", about("x", -4.0 * pump))
    poser.world("head", about("x", -9.0 * pump * up) @ about("z", 5.0 * sway))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.7 * up)
    heel = 24.0 * pump * up
    steps = {side: Step(sign * 0.125 * s, 0.0, 12.0, 0.0, heel) for side, sign in SIDES}
    poser.move(poser.root + columns(0.0, 0.0, 0.03 * s * pump * up))
    step(standing, performance, steps)
    chest, _ = poser.at("spine_03")
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * (8.0 + 10.0 * pump) * up))
        hang = np.array([sign * 0.2, 0.0, -1.0])
        ready, high = np.array([sign * 1.0, -0.30, 0.30]), np.array([sign * 0.42, -0.18, 1.0])
        lifted = ready + (high - ready) * pump[:, None]
        upper = hang + (lifted - hang) * up[:, None] + np.array([sign * 0.8, -0.3, 0.0]) * (up * (1 - up))[:, None]
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(chest, upper))
        fore_low, fore_high = np.array([-sign * 0.12, -0.35, 1.0]), np.array([sign * 0.10, -0.10, 1.0])
        fore = fore_low + (fore_high - fore_low) * pump[:, None]
        down = np.array([sign * 0.05, -0.3, -1.0])
        fore = down + (fore - down) * up[:, None] + np.array([0.0, -1.2, 0.0]) * (up * (1 - up))[:, None]
        poser.aim(f"lowerarm_{side}", f"hand_{side}", apply(chest, fore))
        poser.curl(side, 66.0, thumb_deg=34.0)
    return standing.finish()
