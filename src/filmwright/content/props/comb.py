"""A comb of tortoiseshell color: a spine, teeth."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, join
from filmwright.spec.shot import Member

WORDS = ("comb", "hair comb")
EXAMPLE = "A comb in a studio"
COLOR = "#6b3417"
MATERIALS = ("plastic", "wood", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M, DEEP_M = 0.185, 0.034
_TEETH = 38


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The comb somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The comb lying along Y, its handle behind (-Y), its teeth to the right (+X)."""
    end = LENGTH_M / 2
    spine = box((0.013, LENGTH_M, 0.0046), center=(-0.0105, 0, 0.0023), bevel=0.0015)
    ends = [box((0.026, 0.006, 0.0040), center=(0.004, y, 0.0020), bevel=0.001) for y in (end - 0.003, -end + 0.062)]
    handle = box((0.022, 0.062, 0.0050), center=(-0.006, -end + 0.031, 0.0025), bevel=0.002)
    teeth = [
        box((0.024, 0.0014, 0.0026), center=(0.0075, y, 0.0021), bevel=0.0004)
        for y in np.linspace(-end + 0.067, end - 0.008, _TEETH)
    ]
    thing = Thing(
        nodes=(things.mesh("comb", join([spine, *ends, handle, *teeth]), "comb"),),
        materials={"comb": things.made_of(params.material, params.color).model_copy(update={"coat": 0.6})},
        view_rad=0.4,
        grip=(-0.006, -end + 0.031, 0.0025),
    )
    return things.scaled(thing, params.size)
