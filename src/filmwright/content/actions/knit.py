"""Knitting: the needles crossing before the chest, stitch after stitch, the piece hanging from the left one."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, unit
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import ball_of_wool

WORDS = ("knit",)
EXAMPLE = "A woman in a gray sweater knits in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
SEATED = ("told", "offered")
USES = ("ball_of_wool",)
HOME = ("living_room", "bedroom", "studio")
ALSO = ("weave",)
TURN_RAD = 0.4

_STITCH_S = 0.95


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] knits from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.5)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    _work.bow(poser, 7.0)
    turn_head(poser, 3.0 * np.sin(2 * np.pi * t / 6.1), 31.0 + 2.0 * np.sin(2 * np.pi * t / 4.3))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    beat = 2 * np.pi * t / _STITCH_S
    # The points cross before the breastbone; the right one goes in under the left one and out over it.
    cross = neck + apply(chest, np.array([0.01, -0.30, -0.22]) * s)
    left_way = unit(apply(chest, columns(-0.80, -0.42, 0.22 + 0.05 * np.sin(beat))))
    right_way = unit(apply(chest, columns(0.80, -0.40 + 0.12 * np.cos(beat), 0.30 + 0.22 * np.sin(beat))))
    stir = apply(chest, columns(0.010 * np.cos(beat), 0.010 * np.sin(beat), 0.012 * np.sin(beat)))
    up = np.array([0.0, 0.0, 1.0])
    for side, way, at in (("l", left_way, cross), ("r", right_way, cross + stir)):
        turned = hands.pointing(way, up)
        origin = at - way * (ball_of_wool.NEEDLE_M - 0.03)
        poser.curl(side, 46.0, thumb_deg=34.0)
        poser.curl(side, 26.0 + 8.0 * np.sin(beat), thumb_deg=34.0, fingers=("index",))
        hands.carry(poser, side, _grip(side), turned, origin, _work.elbow(poser, 0.9, 0.3, 0.8, side))
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The ball on the ground beside the foot."""
    return Hold("", about("z", 0.0), np.array([0.30, -0.42, 0.0]))


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The left needle with the piece in the left hand, the other in the right one."""
    left, right = hands.hold(body, "l", _grip("l")), hands.hold(body, "r", _grip("r"))
    return {"wool needle l": left, "wool knitting": left, "wool needle r": right}


def _grip(side: str) -> hands.Grip:
    """The needle under the palm, the forefinger along it."""
    sign = 1.0 if side == "l" else -1.0
    return hands.Grip(
        np.array([0.0, 0.125, 0.0]), np.array([0.30 * sign, 0.86, -0.12]), np.array([sign * 0.45, -0.10, -0.88]), 0.006
    )
