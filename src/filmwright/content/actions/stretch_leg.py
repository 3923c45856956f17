"""Stretching a leg: one heel set ahead, its toes up, the other knee bent, the body down over the straight leg, the hands at the foot."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns, smooth_step
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("stretch leg",)
EXAMPLE = "A woman in a blue t-shirt stretches her leg in a gym"
POSTURE = "stand"
SEEN = ("full",)
HOME = ("gym", "park")
TURN_RAD = 1.10

_PERIOD_S = 2.6


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] stretches its right leg, reaching farther and giving way again."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    far = 0.5 - 0.5 * np.cos(2 * np.pi * (t / _PERIOD_S + 0.3 + performance.phase))
    deep = 0.82 + 0.18 * far
    still = 0.0 * t
    _sport.bodily(standing, columns(-6.0, -6.0, 62.0 * deep, 30.0 * deep, still, 0.02, 0.17, 0.10 + 0.02 * far))
    _sport.stepped(
        standing,
        performance,
        columns(0.10, -0.06 + still, 14.0, 0.0, 0.0),
        columns(-0.07, 0.36 + still, 2.0, 0.0, -34.0),
        stretch=0.994,
    )
    foot = poser.at("foot_r")[1] + np.array([0.0, -0.09, 0.13]) * s
    shin = poser.at("calf_r")[1] + np.array([0.06, -0.06, 0.02]) * s
    _work.look(poser, foot, share=1.0, most_deg=60.0)
    for side, sign in SIDES:
        reach = smooth_step(far, -0.4, 1.0)[:, None] if side == "r" else 0.0 * far[:, None]
        point = shin + (foot - shin) * (0.62 + 0.38 * reach) if side == "r" else shin
        poser.curl(side, 26.0, thumb_deg=14.0)
        hands.bring(
            poser, side, point, np.array([-sign * 0.15, -0.75, -0.6]), np.array([-sign * 0.2, 0.35, -0.9]),
            np.array([sign * 0.9, 0.2, -0.2]), at=hands.hollow(body, side, 0.0),
        )  # fmt: skip
    return standing.finish()
