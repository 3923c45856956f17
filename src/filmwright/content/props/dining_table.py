"""A dining table for six: a thick plank top on four tapered legs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("dining table", "wooden table")
EXAMPLE = "A dining table in a studio"
COLOR = "light_brown"
MATERIALS = ("wood", "lacquer", "stone", "metal", "glass")
HOME = ("studio",)
LENGTH_M, WIDTH_M, HEIGHT_M = 1.70, 0.88, 0.75
_PLANKS = 6


class Params(NamedTuple):
    """One table: material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A table, painted where the text gives it a color that wood does not have."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member))


def build(params: Params) -> Thing:
    """The table, its long side in front."""
    thick = 0.036
    plank = WIDTH_M / _PLANKS
    top = [
        _parts.board(
            (LENGTH_M, plank - 0.0012, thick),
            (0, (k - (_PLANKS - 1) / 2) * plank, HEIGHT_M - thick / 2),
            bevel=0.003,
            offset=2.3 * k,
        )
        for k in range(_PLANKS)
    ]
    x, y = LENGTH_M / 2 - 0.09, WIDTH_M / 2 - 0.08
    under = HEIGHT_M - thick
    legs = [
        _parts.leg(
            (i * x, j * y, under), (i * (x + 0.015), j * (y + 0.015), 0), (0.085, 0.052), radius=0.16, offset=i + 2 * j
        )
        for i in (-1, 1)
        for j in (-1, 1)
    ]
    aprons = [_parts.board((2 * x - 0.08, 0.024, 0.095), (0, j * (y - 0.01), under - 0.048), offset=j) for j in (-1, 1)]
    aprons += [
        _parts.board((0.024, 2 * y - 0.08, 0.095), (i * (x - 0.01), 0, under - 0.048), offset=i) for i in (-1, 1)
    ]
    base = things.made_of("wood" if params.material in ("stone", "glass") else params.material, params.color)
    thing = Thing(
        nodes=(
            things.mesh("dining table top", join(top), "top"),
            things.mesh("dining table base", join([*legs, *aprons]), "base"),
        ),
        materials={"top": things.made_of(params.material, params.color), "base": base},
        view_rad=0.42,
        top=(0.0, 0.0, HEIGHT_M),
    )
    return things.scaled(thing, params.size)
