"""Bowing: the upper body goes down from the hips, the right hand over the heart, rests, and comes up."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, arms_down, begun, breath, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("bow", "curtsy")
EXAMPLE = "A man in a black suit bows"
POSTURE = "stand"
SEEN = ("full",)
ALSO = ("bow_head",)
TURN_RAD = 0.75

_PERIOD_S = 4.4
_DEEP_DEG = 62.0  # of the trunk: a deep bow; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] bows within the first second, and again every four."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = t % _PERIOD_S
    down = smooth_step(u, 0.25, 1.35) * (1 - smooth_step(u, 2.5, 3.6))
    # The hips go back as the head goes forward: the weight stays over the feet.
    poser.move(columns(0.0, 0.15 * s * down, -0.012 * s - 0.012 * s * down))
    poser.turn("pelvis", about("x", 0.56 * _DEEP_DEG * down))
    poser.turn("spine_01", about("x", 1.0 + 0.22 * _DEEP_DEG * down))
    poser.turn("spine_02", about("x", 0.13 * _DEEP_DEG * down))
    poser.turn("spine_03", about("x", 0.09 * _DEEP_DEG * down - 0.9 * breath(t)))
    poser.world("neck_01", about("x", 2.0 + 0.95 * _DEEP_DEG * down))
    poser.world("head", about("x", 1.05 * _DEEP_DEG * down))
    step(standing, performance, {"l": Step(0.06 * s, 0.0, 10.0), "r": Step(-0.06 * s, 0.0, 10.0)})
    arms_down(poser, t, breath(t))
    chest, _ = poser.at("spine_03")
    neck = poser.at("neck_01")[1]
    front = hands.front_m(body, "chest") - body.heads["neck_01"][1]
    heart = neck + apply(chest, np.array([0.05 * s, front - 0.030 * s, -0.20 * s]))
    poser.curl("r", 10.0, thumb_deg=4.0)
    hands.bring(
        poser,
        "r",
        heart,
        apply(chest, np.array([1.0, -0.12, 0.35])),
        apply(chest, np.array([0.1, 1.0, 0.0])),
        apply(chest, np.array([-0.9, -0.2, -0.6])),
        share=smooth_step(u, 0.1, 0.95) * (1 - smooth_step(u, 3.2, 4.1)),
    )
    # The left arm goes behind the back.
    back = np.array([0.36, 0.55, -1.0])
    share = (smooth_step(u, 0.1, 0.95) * (1 - smooth_step(u, 3.2, 4.1)))[:, None]
    hang = np.array([0.16, 0.05, -1.0])
    poser.aim("upperarm_l", "lowerarm_l", apply(chest, hang + (back - hang) * share))
    poser.aim(
        "lowerarm_l",
        "hand_l",
        apply(chest, np.array([0.02, -0.2, -1.0]) * (1 - share) + np.array([-0.9, 0.45, -0.35]) * share),
    )
    return standing.finish()
