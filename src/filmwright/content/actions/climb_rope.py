"""Climbing a rope: it hangs down before the body, held in both hands and between the feet; the legs push, the hands go up by turns."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _climbing, _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("climb rope",)
EXAMPLE = "A man in a gray t-shirt climbs a rope in a gym"
POSTURE = "stand"
SEEN = ("wide",)
USES = ("rope",)
HOME = ("gym", "studio")
TURN_RAD = 0.95

_PERIOD_S, _RISE_M = 1.7, 0.30
_STARTS_M = 0.55  # of the feet over the ground
_ROPE_M = 0.21  # before the body


def build(body: Body, performance: Performance) -> Motion:
    """The body over path[0] climbs from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    climb = _climbing.climbed(
        t + 0.3, period_s=_PERIOD_S, rise_m=_RISE_M * s, body=(0.02, 0.52),
        moves={"hand_r": (0.10, 0.34), "hand_l": (0.34, 0.58), "foot_l": (0.58, 0.98), "foot_r": (0.58, 0.98)},
    )  # fmt: skip
    start = _STARTS_M * s
    bend = (climb.up_m["foot_l"] - climb.body_m) / (_RISE_M * s)  # 0: legs drawn up least .. 1: most
    reach = climb.off["hand_r"] - climb.off["hand_l"]
    hips = 0.30 * s
    rows = columns(6.0 * reach, -6.0 * reach, 2.0 + 8.0 * bend, 4.0 + 4.0 * bend, 3.0 * reach, 0.0, 0.0, 0.0)
    _sport.bodily(standing, rows)
    poser.move(poser.root + columns(0.0, 0.03 * s * bend, start + climb.body_m - hips))
    poser.world("head", about("x", -24.0 - 4.0 * np.abs(reach)))
    rope = np.array([0.0, -_ROPE_M * s, 0.0])
    ankles = {
        side: columns(sign * 0.045 * s, -0.13 * s, start + climb.up_m[f"foot_{side}"] + 0.06 * s)
        for side, sign in (("l", 1.0), ("r", -1.0))
    }
    _climbing.legs(poser, ankles, knees_out=0.55, toes_out_deg=8.0, pitch_deg=28.0)
    level = start - hips + float(body.heads["upperarm_l"][2])
    for side, sign, high in (("r", -1.0, 0.42), ("l", 1.0, 0.20)):
        off = climb.off[f"hand_{side}"]
        point = rope + columns(
            sign * 0.05 * s * off, -0.03 * s * off, level + high * s + climb.up_m[f"hand_{side}"] + 0.10 * s
        )
        along = np.array([-sign * 0.75, -0.45, 0.35])
        _climbing.grasp(poser, side, point, along, np.array([-sign * 0.45, -0.80, 0.0]), 0.017, curl_deg=60.0)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The rope from above, before the body."""
    return Hold("", np.eye(3), np.array([0.0, -_ROPE_M * hands.scale(body), 0.0]))
