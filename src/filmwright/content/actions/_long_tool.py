"""A tool on a long handle in both hands: one hand high, one low, the handle between them."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, columns, unit
from filmwright.content.kinds import Hold, Thing


def grips(high_m: float, low_m: float, radius_m: float, *, upper: str = "l") -> dict[str, hands.Grip]:
    """How the hands take a handle that stands along +Z: `upper` the hand at `high_m`, thumb up, the other at `low_m`."""
    made = {}
    for side in ("l", "r"):
        at = high_m if side == upper else low_m
        sign = 1.0 if side == "l" else -1.0
        # The thing's front looks away from the body: its left (-X) is to the body's left.
        made[side] = hands.Grip(
            np.array([0.0, 0.0, at]), np.array([-sign * 0.55, 0.83, 0.0]), np.array([sign * 0.83, 0.55, 0.0]), radius_m
        )
    return made


def swing(poser: Poser, grip: dict[str, hands.Grip], foot: F64, way: F64, front: F64, *, out: float = 0.8) -> None:
    """Both hands on a handle that goes from its lower end `foot` (F, 3) along `way` (F, 3), its front (+Y) to `front`."""
    up = unit(way)
    right = unit(np.cross(front + 0 * up, up))
    turned = np.stack([right, np.cross(up, right), up], -1)
    for side, own in grip.items():
        sign = 1.0 if side == "l" else -1.0
        hands.close(poser, side, own.off_m)
        hands.carry(poser, side, own, turned, foot, columns(sign * out, 0.45, -0.6))


def hold(body: Body, grip: dict[str, hands.Grip], side: str = "r") -> Hold:
    """How the tool goes with the hand of a side."""
    return hands.hold(body, side, grip[side])


def length_m(thing: Thing | None, usual: float) -> float:
    """How long a tool that stands upright is, in metres."""
    return hands.reach_m(thing, 2) if thing is not None else usual
