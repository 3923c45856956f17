"""A table spoon."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _cutlery
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("spoon", "tablespoon")
EXAMPLE = "A spoon"
COLOR = "silver"
MATERIALS = ("metal", "gold", "wood", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)

_WOOD = (0.42, 0.22, 0.09)


class Params(NamedTuple):
    """One spoon: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The spoon somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """Who cooks has a long one of wood, unless the text says what it is of."""
    if action != "cook" or params.material != MATERIALS[0]:
        return params
    return params._replace(material="wood", color=_WOOD, scale=params.scale * 1.55)


def build(params: Params) -> Thing:
    """The spoon, lying on its back."""
    ys = np.linspace(0.038, 0.103, 30)
    t = (ys - 0.038) / 0.065
    halves = 0.0034 + 0.0185 * np.sin(np.clip(t, 0, 1) ** 0.75 * math.pi) ** 0.65
    halves[-1] = 0.002
    deep = 0.0085 * np.sin(t * math.pi) ** 0.8
    bowl = _cutlery.strip(ys, halves, _cutlery.bowed(ys) * (1 - t) + 0.0115 * t + 0.001, sink=deep)
    made = join([_cutlery.handle((-0.10, 0.042)), bowl])
    thing = Thing(
        nodes=(things.mesh("spoon", made, "metal", sharp_rad=math.radians(60)),),
        materials={"metal": _cutlery.polished(params.material, params.color)},
        view_rad=2.2,
        grip=(0, -0.03, 0.005),
    )
    return things.scaled(thing, params.scale)
