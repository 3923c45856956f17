"""A table lamp: a glazed belly on a wooden foot, a brass neck, a linen shade that glows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _light, _parts
from filmwright.scene.shapes import curve, join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("lamp", "table lamp", "bedside lamp")
EXAMPLE = "A blue lamp in a studio"
COLOR = "teal"
MATERIALS = ("ceramic", "gold", "metal", "wood", "stone", "lacquer")
HOME = ("tabletop", "studio")
STANDS = "table"
HEIGHT_M = 0.54


class Params(NamedTuple):
    """One lamp: its base's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A lamp."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The lamp, lit."""
    belly = curve(
        [(0.040, 0.024), (0.072, 0.05), (0.092, 0.10), (0.086, 0.155), (0.055, 0.21), (0.030, 0.245), (0.026, 0.262)],
        48,
    )
    base = lathe(np.concatenate([[(0.0, 0.022)], belly, [(0.0, 0.264)]]), sides=64, caps=False)
    foot = lathe([(0.066, 0.0), (0.070, 0.004), (0.070, 0.016), (0.064, 0.022), (0.045, 0.025)], sides=64)
    brass = [
        lathe(
            [
                (0.030, 0.26),
                (0.031, 0.266),
                (0.020, 0.272),
                (0.0105, 0.28),
                (0.0095, 0.335),
                (0.017, 0.338),
                (0.017, 0.385),
                (0.012, 0.39),
            ],
            sides=36,
        ),
        lathe(
            [(0.0, 0.0), (0.010, 0.003), (0.012, 0.010), (0.007, 0.018), (0.004, 0.026), (0.0, 0.027)],
            sides=24,
            caps=False,
        ).moved((0, 0, HEIGHT_M - 0.026)),
    ]
    harp = curve(
        [
            (0.018, 0, 0.335),
            (0.052, 0, 0.40),
            (0.045, 0, 0.48),
            (0.0, 0, 0.514),
            (-0.045, 0, 0.48),
            (-0.052, 0, 0.40),
            (-0.018, 0, 0.335),
        ],
        48,
    )
    brass.append(sweep(harp, 0.0022, sides=8))
    for k in range(3):
        a = 2.1 * k
        brass.append(sweep([(0, 0, 0.513), (0.118 * np.cos(a), 0.118 * np.sin(a), 0.508)], 0.0018, sides=6))
    chain = sweep([(0.014, 0.012, 0.345), (0.030, 0.05, 0.335), (0.031, 0.052, 0.245)], 0.0011, sides=6)
    drop = lathe([(0.0, -0.012), (0.005, -0.006), (0.0035, 0.006), (0.0, 0.008)], sides=16, caps=False).moved(
        (0.031, 0.052, 0.242)
    )
    cord = curve(
        [(0, -0.066, 0.006), (0.0, -0.09, 0.003), (0.03, -0.13, 0.003), (0.10, -0.13, 0.003), (0.16, -0.09, 0.003)], 40
    )
    thing = Thing(
        nodes=(
            things.mesh("lamp base", base, "base", sharp_rad=1.0),
            things.mesh("lamp foot", _parts.grained(foot, 0), "wood"),
            things.mesh("lamp brass", join([*brass, chain, drop]), "brass"),
            things.mesh("lamp cord", sweep(cord, 0.0026, sides=8), "cord"),
            things.mesh(
                "lamp shade", _light.shade_shape(0.165, 0.118, 0.215).moved((0, 0, 0.297)), "shade", sharp_rad=1.2
            ),
        ),
        materials={
            "base": things.made_of(params.material, params.color),
            "wood": _parts.plain("wood", "#6b4528"),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "cord": _parts.plain("plastic", "#202020"),
            "shade": _light.shade((0.72, 0.60, 0.42), 0.5),
        },
        view_rad=0.5,
    )
    return things.scaled(thing, params.size)
