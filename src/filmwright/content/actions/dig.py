"""Digging: the spade is driven into the ground, levered up with its load of earth, and emptied on a heap beside."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _long_tool, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step, unit
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("dig",)
EXAMPLE = "A man in a brown shirt digs in a meadow"
POSTURE = "stand"
SEEN = ("full",)
USES = ("shovel",)
HOME = ("meadow", "farmyard", "park")
ALSO = ("do_gardening", "shovel_snow", "plant_trees")
TURN_RAD = 0.75

_PERIOD_S = 3.6
_HOLE = np.array([-0.08, -0.62, 0.0])  # before a body of 1.7 m; chosen
_HEAP = np.array([0.72, -0.66, 0.0])


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] begins with the spade in the ground, and lifts its load within the first second."""
    standing = stand(body, performance, liveliness=0.2)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = ((t + 0.35) / _PERIOD_S) % 1.0
    lift = smooth_step(u, 0.14, 0.36) * (1 - smooth_step(u, 0.74, 0.96))
    over = smooth_step(u, 0.32, 0.52) * (1 - smooth_step(u, 0.64, 0.86))
    tip = smooth_step(u, 0.50, 0.60) * (1 - smooth_step(u, 0.66, 0.76))
    sunk = smooth_step(u, 0.92, 1.0) + 1 - smooth_step(u, 0.06, 0.20)
    bent = 1.0 - 0.5 * lift
    _work.stoop(standing, performance, 0.20 * bent, 28.0 * bent)
    poser.bend("spine_01", about("x", 13.0 * bent) @ about("z", 16.0 * over))
    poser.bend("spine_02", about("x", 14.0 * bent) @ about("z", 14.0 * over))
    poser.bend("spine_03", about("x", 6.0 * bent) @ about("z", 8.0 * over))
    blade = _HOLE * s + columns(0.0, -0.12 * s * lift, 0.03 - 0.10 * np.minimum(sunk, 1.0) + 0.34 * s * lift)
    heap = _HEAP * s + np.array([-0.02, -0.10, 0.40 * s])
    foot = blade + (heap - blade) * over[:, None]
    # In the ground the shaft leans to the body; loaded it lies flatter, and is turned over to empty the blade.
    low, flat = np.array([0.04, 0.42, 0.90]), np.array([-0.06, 0.50, 0.66])
    way = unit(low + (flat - low) * lift[:, None] + np.array([-0.42, -0.06, 0.0]) * over[:, None])
    front = columns(0.10 - 1.3 * tip, -1.0 - 0.0 * lift, 0.35 * lift)
    _work.look(poser, foot + 0.2 * way, share=0.8, most_deg=40.0)
    _long_tool.swing(poser, _grips(body), foot, way, front, out=0.9)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The spade goes with the lower hand."""
    return _long_tool.hold(body, _grips(body), "l")


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The hole before the feet, the heap beside."""
    s = hands.scale(body)
    return {
        "shovel heap": Hold("", np.eye(3), _HEAP * s),
        "shovel hole": Hold("", np.eye(3), _HOLE * s),
    }


def _grips(body: Body) -> dict[str, hands.Grip]:
    return _long_tool.grips(1.02, 0.66, 0.016, upper="r")
