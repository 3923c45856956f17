"""Lifting weights: a barbell from the shoulders over the head, out of the knees, and down again."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, leg_m, smooth_step
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import barbell

WORDS = ("lift weights", "weight lifting")
EXAMPLE = "A man in a black t-shirt lifts weights in a gym"
POSTURE = "stand"
WEARS = ("t_shirt", "sweatpants", "sneakers")
SEEN = ("raised_arms",)
USES = ("barbell",)
HOME = ("gym", "studio")
FACE = ("serious",)
TURN_RAD = 0.30

_PERIOD_S = 3.6


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] presses its barbell up again and again; the first time within two seconds."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    u = (t + _PERIOD_S * performance.phase) % _PERIOD_S
    dip = smooth_step(u, 0.25, 0.65) * (1 - smooth_step(u, 0.65, 0.95))
    up = smooth_step(u, 0.72, 1.35) * (1 - smooth_step(u, 2.25, 3.05))
    catch = smooth_step(u, 2.75, 3.05) * (1 - smooth_step(u, 3.05, 3.5))
    shake = 0.004 * np.sin(2 * np.pi * 7.0 * t) * smooth_step(u, 1.2, 1.5) * (1 - smooth_step(u, 2.1, 2.3))
    low = 0.015 + (0.13 * dip + 0.06 * catch) * leg / s
    rows = columns(0.0, 0.0, 4.0 + 4.0 * dip, -4.0 + 3.0 * up, 0.0, shake, 0.015 + 0.03 * dip, low)
    _sport.bodily(standing, rows)
    _sport.planted(standing, performance, (0.19, 0.0, 18.0), (-0.19, 0.0, 18.0))
    poser.world("head", about("x", -6.0 - 4.0 * up + 3.0 * dip))
    size = _size(body)
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    shoulders = (poser.at("upperarm_l")[1] + poser.at("upperarm_r")[1]) / 2
    rack = shoulders + np.array([0.0, -0.155, 0.005]) * s
    wide = barbell.HANDS_M * size
    across = wide - abs(float(body.heads["upperarm_l"][0])) - 0.02 * s
    high = float(np.sqrt(max((0.985 * arm) ** 2 - across**2, 0.01))) + 0.125 * s
    top = shoulders + np.array([0.0, -0.02 * s, high])
    bar = rack + (top - rack) * up[:, None] + columns(0.0, -0.07 * s * np.sin(np.pi * up), shake)
    tilt = about("y", 60.0 * shake)
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 14.0 * up))
    for side, sign in SIDES:
        poser.curl(side, 58.0, thumb_deg=34.0)
        pole = columns(sign * (0.25 + 0.8 * up), -0.8 + 0.9 * up, -1.0)
        hands.carry(poser, side, _grip(body, side), tilt, bar, pole)
    return _sport.finish(standing, {"bar": (bar - apply(tilt, np.array([0.0, 0.0, barbell.MIDDLE_M * size])), tilt)})


def hold(body: Body, thing: Thing) -> Hold:
    """The bar across both hands."""
    own = hands.hold(body, "r", _grip(body, "r"))
    return own._replace(
        place=own.place - own.turn @ np.array([0, 0, barbell.MIDDLE_M * _size(body)]), size=_size(body), loose="bar"
    )


def _size(body: Body) -> float:
    return min(1.0, hands.scale(body))


def _grip(body: Body, side: str) -> hands.Grip:
    """The bar from below and behind, the thumbs inwards; the origin is the middle of the bar."""
    sign = 1.0 if side == "l" else -1.0
    return hands.Grip(
        np.array([sign * barbell.HANDS_M * _size(body), 0.0, 0.0]),
        np.array([0.0, -0.25, 1.0]),
        np.array([0.0, -1.0, -0.2]),
        0.014,
    )
