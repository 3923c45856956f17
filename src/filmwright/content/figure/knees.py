"""Down on both knees: the shins on the ground, the thighs upright over the knees, as one kneels before a child."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import feet, hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, wander
from filmwright.content.figure.stance import Standing, arms_down, begun, breath
from filmwright.content.kinds import Performance

KNEE_M = 0.044  # of a grown knee's middle over the ground it rests on; measured
_SPREAD_M = 0.105  # of either knee of a grown body, from the middle; chosen
_TOES_DEG = 78.0  # how far the foot is raised over the ball; chosen


def on_knees(body: Body, performance: Performance) -> Standing:
    """The body on both knees, these at path[0], breathing; its arms hang."""
    standing = begun(body, performance)
    poser, t, place, facing = standing
    s, zero = hands.scale(body), np.zeros(poser.frames)
    thigh, shin = poser.lengths("thigh_r", "calf_r", "foot_r")
    low = body.heads["thigh_r"][2] - thigh - KNEE_M * s
    sway = wander(t, 5.0, 2.0)
    poser.move(columns(0.004 * s * wander(t, 6.5, 0.4), 0.012 * s + 0.004 * s * sway, -low - 0.004 * s))
    poser.turn("pelvis", about("x", 1.0))
    poser.turn("spine_01", about("x", 1.5))
    poser.turn("spine_02", about("x", 1.0 + 0.5 * breath(t)))
    poser.turn("spine_03", about("x", 1.0 - 0.9 * breath(t)))
    turned = about("z", np.degrees(facing) + 180)
    back = np.swapaxes(turned, -1, -2)
    for side, sign in SIDES:
        shape = feet.foot(body, side)
        spot = place + apply(turned, columns(sign * _SPREAD_M * s + zero, 0.97 * shin + zero, zero))
        behind = feet.footing(shape, spot[:, :2], facing + np.radians(-3.0) * sign, performance.ground)
        ankle, turn = feet.roll(shape, behind, _TOES_DEG + zero)
        _, flat = feet.roll(shape, behind, zero)
        target = apply(back, ankle - place)
        poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", target, np.array([0.10 * sign, -1.0, -0.35]))
        poser.world(f"foot_{side}", back @ turn)
        poser.world(f"ball_{side}", back @ flat)
    arms_down(poser, t, breath(t))
    return standing
