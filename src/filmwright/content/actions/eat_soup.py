"""Eating soup: at a table, the spoon dipped, lifted to the mouth, and dipped again."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _at_face, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, unit
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import soup

WORDS = ("eat soup",)
EXAMPLE = "A man in a gray sweater eats soup in a restaurant"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("soup",)
WITH = ("table",)
HOME = ("dining_room", "living_room", "studio")
TURN_RAD = 0.7

_AHEAD_M = 0.16
_PERIOD_S = 3.4
_BOWL_M = 0.082  # from the spoon's middle to that of its bowl (props/spoon.py)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] has the spoon at the mouth in the second second, and every three."""
    sitting = _work.sat(body, performance, lean_deg=13.0)
    poser, t = sitting.poser, performance.times_s
    u = ((t + 0.2) / _PERIOD_S) % 1.0
    up = smooth_step(u, 0.22, 0.52) * (1 - smooth_step(u, 0.68, 0.94))
    dip = smooth_step(u, 0.94, 1.0) + 1 - smooth_step(u, 0.08, 0.16)
    poser.bend("spine_02", about("x", 5.0 * up))
    plate = _work.at_table(performance, 0.0, _AHEAD_M, soup.LEVEL_M)
    _work.look(poser, plate + columns(0.0, -0.1 * up, 0.20 * up), most_deg=38.0)
    poser.bend("head", about("x", -8.0 * up))
    mouth = _at_face.at(poser, hands.mouth(body) + np.array([0.0, 0.006, 0.0]))
    low = plate + columns(-0.01 + 0.02 * np.minimum(dip, 1.0), 0.0, 0.014 - 0.016 * np.minimum(dip, 1.0))
    spot = low + (mouth - low) * up[:, None] + columns(0.0, -0.05 * np.sin(np.pi * up), 0.0)
    # The bowl points to the left over the plate and to the face at the mouth; it stays level.
    way = unit(columns(0.72 - 0.05 * up, -0.45 + 0.95 * up, -0.42 + 0.40 * up))
    turned = hands.pointing(way, np.array([0.0, 0.0, 1.0]))
    origin = spot - apply(turned, np.array([0.0, _BOWL_M, 0.006]))
    poser.curl("r", 44.0, thumb_deg=38.0)
    hands.carry(poser, "r", _grip(), turned, origin, _work.elbow(poser, 0.95, 0.30 - 0.0, 0.55))
    _work.lies(poser, "l", _work.at_table(performance, 0.20, 0.07, 0.004) + 0 * t[:, None], inward=0.55)
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The plate on the table."""
    return _work.on_table(0.0, _AHEAD_M)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who eats."""
    return _work.table_stands()


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The spoon in the right hand."""
    return {"soup spoon": hands.hold(body, "r", _grip())}


def _grip() -> hands.Grip:
    """The end of the handle between thumb and fingers, as a pen."""
    return hands.Grip(
        np.array([0.0, -0.060, 0.008]), np.array([0.45, 0.80, 0.10]), np.array([-0.55, 0.35, -0.45]), 0.014
    )
