"""A painter's brush: a long lacquered handle, a ferrule, hair with paint in it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("paintbrush", "paint brush")
EXAMPLE = "A paintbrush in a studio"
COLOR = "red"
MATERIALS = ("lacquer", "wood")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M = 0.30
_THICK_M = 0.0062  # half the thickness of the handle where it is thickest


class Params(NamedTuple):
    """One brush: its handle's material, the linear color of handle and paint, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A brush."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The brush lying along Y, its hair in front (+Y)."""
    end = LENGTH_M / 2

    def lying(item: Shape) -> Shape:
        return item.turned(rotation(x=-np.pi / 2)).moved((0.0, 0.0, _THICK_M + 0.003))

    handle = lathe(
        [(0.0005, -end), (0.002, -end + 0.004), (0.0034, -0.06), (_THICK_M, 0.045), (0.0046, 0.085), (0.0042, 0.096)],
        sides=24,
    )
    ferrule = lathe([(0.0044, 0.093), (0.0056, 0.100), (0.0060, 0.118), (0.0058, 0.122)], sides=24)
    hair = lathe([(0.0056, 0.120), (0.0074, 0.128), (0.0062, 0.140), (0.0030, 0.148), (0.0004, end)], sides=24)
    thing = Thing(
        nodes=(
            things.mesh("paintbrush handle", lying(handle), "handle", sharp_rad=None),
            things.mesh("paintbrush ferrule", lying(ferrule), "ferrule"),
            things.mesh("paintbrush hair", lying(hair), "paint", sharp_rad=None),
        ),
        materials={
            "handle": things.made_of(params.material, params.color),
            "ferrule": _parts.plain("metal", "#d6d3cc"),
            "paint": Material(color=(0.62, 0.07, 0.03), roughness=0.25, specular=0.6, preview=(0.8, 0.2, 0.1)),
        },
        view_rad=0.4,
        grip=(0.0, -0.02, _THICK_M + 0.003),
    )
    return things.scaled(thing, params.size)
