"""A round wooden stool on four splayed legs."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("stool", "wooden stool", "bar stool")
EXAMPLE = "A wooden stool in a studio"
COLOR = "light_brown"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
HEIGHT_M, RADIUS_M = 0.62, 0.17


class Params(NamedTuple):
    """One stool: material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A stool, painted where the text gives it a color that wood does not have."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member))


def build(params: Params) -> Thing:
    """The stool."""
    h, r = HEIGHT_M, RADIUS_M
    seat = lathe(
        [
            (0.75 * r, h - 0.040),
            (0.93 * r, h - 0.036),
            (r, h - 0.026),
            (r, h - 0.010),
            (0.965 * r, h - 0.001),
            (0.90 * r, h),
            (0.6 * r, h - 0.007),
            (0.05 * r, h - 0.011),
        ],
        sides=72,
    )
    parts = [_parts.grained(seat, 0)]

    def at(k: int, f: float) -> F64:
        a = math.pi / 4 + k * math.pi / 2
        reach = 0.115 + 0.085 * f
        return np.array([reach * math.cos(a), reach * math.sin(a), (h - 0.03) * (1 - f)])

    for k in range(4):
        leg = sweep(
            [at(k, f) for f in np.linspace(0, 1, 9)],
            np.interp(np.linspace(0, 1, 9), [0, 0.45, 1], [0.017, 0.021, 0.014]),
            sides=20,
        )
        parts.append(_parts.grained(leg, 2, 3.0 * k))
        for f in (0.55 + 0.12 * (k % 2),):
            rung = sweep(
                np.linspace(at(k, f), at(k + 1, f), 9), 0.0095 + 0.003 * np.sin(np.linspace(0, math.pi, 9)), sides=14
            )
            parts.append(_parts.grained(rung, k % 2, 5.0 * k))
    thing = Thing(
        nodes=(things.mesh("stool", join(parts), "wood", sharp_rad=0.8),),
        materials={"wood": things.made_of(params.material, params.color)},
        view_rad=0.35,
        top=(0.0, 0.0, h - 0.01),
        sits=((0.0, 0.0, h - 0.01, 0.0),),
    )
    return things.scaled(thing, params.size)
