"""A table fork with four tines."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _cutlery
from filmwright.scene.shapes import join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("fork",)
EXAMPLE = "A fork"
COLOR = "silver"
MATERIALS = ("metal", "gold", "wood", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One fork: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The fork somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The fork, lying with its tines up."""
    ys = np.linspace(0.036, 0.066, 16)
    t = (ys - 0.036) / 0.03
    head = _cutlery.strip(ys, 0.0036 + 0.0088 * np.clip(t, 0, 1) ** 0.8, _cutlery.bowed(ys), sink=0.0012 * t)
    tines = []
    for k in range(4):
        x = (k - 1.5) * 0.0064
        line = np.linspace(0.062, 0.106, 14)
        s = (line - 0.062) / 0.044
        z = _cutlery.bowed(line) - 0.0008 + 0.006 * s**2
        path = np.column_stack([x * (1 + 0.06 * s), line, z])
        tines.append(sweep(path, 0.0019 - 0.0011 * s**3, sides=8, flat=0.75))
    made = join([_cutlery.handle((-0.10, 0.040)), head, *tines])
    thing = Thing(
        nodes=(things.mesh("fork", made, "metal", sharp_rad=math.radians(60)),),
        materials={"metal": _cutlery.polished(params.material, params.color)},
        view_rad=2.2,
        grip=(0, -0.03, 0.005),
    )
    return things.scaled(thing, params.scale)
