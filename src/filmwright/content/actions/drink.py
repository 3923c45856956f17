"""Drinking: what is held goes up to the mouth, is tipped, and comes down again."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("drink", "sip", "gulp")
EXAMPLE = "A woman in a white sweater drinks in a café"
POSTURE = "stand"
OVER = ("right", "head")
SEEN = ("medium",)
SEATED = ("told", "offered")
USES = ("cup", "wine_glass", "bottle", "bowl")
ALSO = ("drink_coffee", "drink_tea", "taste_beer", "taste")

_PERIOD_S = 5.6
_RISE_S, _SIP_S, _LOWER_S = 1.0, 1.5, 1.1
_TURNED_DEG = -38.0  # how far a handle is turned towards who drinks: so the wrist stays straight; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] takes a sip within the first seconds, and another every five."""
    standing = at_ease(body, performance, liveliness=0.7)
    poser, t = standing.poser, performance.times_s
    u = (t - 0.15) % _PERIOD_S
    lifted = smooth_step(u, 0.0, _RISE_S) * (1 - smooth_step(u, _RISE_S + _SIP_S, _RISE_S + _SIP_S + _LOWER_S))
    sip = smooth_step(u, 0.8 * _RISE_S, _RISE_S + 0.55) * (
        1 - smooth_step(u, _RISE_S + _SIP_S - 0.3, _RISE_S + _SIP_S + 0.2)
    )
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.75 * (1 - 0.6 * lifted))
    poser.bend("head", about("x", 5.0 * lifted * (1 - sip) - 15.0 * sip + 1.5 * wander(t, 3.7, 0.4)))
    turned, origin = _vessel(body, performance, poser.at("head"), poser.at("neck_01")[1], lifted, sip)
    grip = _grip(body, performance.using)
    hands.close(poser, "r", grip.off_m)
    poser.turn("clavicle_r", about("y", 6.0 * lifted))
    hands.carry(
        poser,
        "r",
        grip,
        turned,
        origin,
        columns(-0.75 - 0.1 * lifted, 0.55 - 0.45 * lifted, -0.8 + 0.15 * lifted),
    )
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The vessel stands in the right fist."""
    return hands.hold(body, "r", _grip(body, thing))


def _grip(body: Body, thing: Thing | None) -> hands.Grip:
    """How the right hand takes the vessel: by what it says to hold, else a third of the way up; an empty hand takes air."""
    if thing is None:
        return hands.Grip(np.zeros(3), np.array([0.0, 1.0, 0.0]), np.array([-1.0, 0.0, 0.0]), 0.03)
    if thing.grip is not None:
        return hands.upright(body, "r", thing, np.asarray(thing.grip, float))
    low, high = things.box(thing.nodes)
    return hands.upright(body, "r", thing, np.array([0.0, 0.0, low[2] + 0.40 * (high - low)[2]]))


def _rim(thing: Thing | None) -> tuple[float, float]:
    """Radius and height of a vessel's rim over its lower end, in metres."""
    if thing is None:
        return 0.03, 0.06
    points = np.concatenate([np.asarray(n.points, float).reshape(-1, 3) for n in thing.nodes if hasattr(n, "points")])
    top = float(points[:, 2].max())
    rim = points[points[:, 2] > top - 0.004]
    return float(np.linalg.norm(rim[:, :2], axis=1).max()), top


def _vessel(
    body: Body, performance: Performance, head: tuple[F64, F64], neck: F64, lifted: F64, sip: F64
) -> tuple[F64, F64]:
    """Turn (F, 3, 3) and origin (F, 3) of the vessel: from before the chest, its rim to the lower lip."""
    s = hands.scale(body)
    radius, top = _rim(performance.using)
    tall = np.clip((top - 0.08) / 0.15, 0.0, 1.0)  # a bottle is tipped further than a cup
    tip = (56.0 + 32.0 * tall) * sip + 8.0 * lifted * (1 - sip)
    tilt = about("x", -tip)
    turned = tilt @ hands.as_held(_TURNED_DEG)
    turn, joint = head
    mouth = joint + apply(turn, hands.mouth(body) - body.heads["head"])
    lip = apply(tilt, np.array([0.0, radius - 0.004, top]))  # the rim goes a little between the lips
    away = apply(turn, np.array([0.0, -0.035, -0.020]) * s) * (1 - sip)[:, None]
    low = neck + np.array([-0.135, -0.285, -0.30]) * s - np.array([0.0, 0.0, 0.5 * top])
    up = mouth - lip + away * lifted[:, None]
    path = low + (up - low) * lifted[:, None]
    # On its way it swings out before the body.
    return turned, path + np.array([-0.02, -0.16, 0.0]) * s * (lifted * (1 - lifted))[:, None]
