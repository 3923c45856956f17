"""A small tool in the right hand brought to the own face or hair: a razor, a comb, a brush, a cigarette."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, apply, unit


def at(poser: Poser, spot: F64) -> F64:
    """Points (F, 3) of the head at rest, in model axes, as the head is turned now."""
    turn, joint = poser.at("head")
    return joint + apply(turn, spot - poser.body.heads["head"])


def bring(poser: Poser, grip: hands.Grip, work: F64, spot: F64, way: F64, up: F64, pole: F64) -> None:
    """The tool's point `work` (3,) at `spot` (F, 3) of the head at rest, its front (+Y) along `way`, its upper side to `up` (both of
    the head at rest)."""
    turn, _ = poser.at("head")
    y = unit(np.broadcast_to(way, spot.shape))
    z = unit(up - y * np.sum(up * y, -1, keepdims=True))
    turned = turn @ np.stack([np.cross(y, z), y, z], -1)
    origin = at(poser, spot) - apply(turned, work)
    hands.carry(poser, "r", grip, turned, origin, pole)


def cheek(body: Body, side: float, down: float) -> F64:
    """A point of a cheek (3,) at rest: `side` 1 is the left one, `down` 0 under the eye, 1 at the jaw."""
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    u = float(left[0] - right[0])
    middle = (left + right) / 2
    return np.asarray(
        middle + np.array([side * (0.92 - 0.22 * down), 0.05 + 0.10 * (1 - down), -0.55 - 0.85 * down]) * u
    )
