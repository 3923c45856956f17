"""A ballpoint pen: a slim barrel, a metal tip, a clip."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, lathe, rotation
from filmwright.spec.shot import Member

WORDS = ("pen", "ballpoint pen")
EXAMPLE = "A blue pen in a studio"
COLOR = "dark_blue"
MATERIALS = ("lacquer", "metal", "plastic", "gold")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M = 0.142
_HIGH_M = 0.0055


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The pen somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The pen lying along Y, its tip in front (+Y)."""
    end = LENGTH_M / 2

    def lying(item: Shape) -> Shape:
        return item.turned(rotation(x=-np.pi / 2)).moved((0.0, 0.0, _HIGH_M))

    barrel = lathe([(0.0005, -end + 0.008), (0.0048, -end + 0.009), (0.0055, 0.0), (0.0046, 0.045)], sides=28)
    metal = lathe([(0.0047, 0.044), (0.0042, 0.052), (0.0014, 0.066), (0.0005, end)], sides=24)
    push = lathe([(0.0005, -end), (0.0030, -end + 0.001), (0.0030, -end + 0.009)], sides=20)
    ring = lathe([(0.0051, 0.004), (0.0058, 0.005), (0.0058, 0.008), (0.0051, 0.009)], sides=28)
    clip = box((0.0035, 0.042, 0.0012), center=(0.0, -end + 0.031, _HIGH_M + 0.0072), bevel=0.0004)
    thing = Thing(
        nodes=(
            things.mesh("pen barrel", lying(barrel), "barrel", sharp_rad=None),
            things.mesh("pen metal", lying(metal), "metal"),
            things.mesh("pen push", lying(push), "metal"),
            things.mesh("pen ring", lying(ring), "metal"),
            things.mesh("pen clip", clip, "metal"),
        ),
        materials={
            "barrel": things.made_of(params.material, params.color),
            "metal": _parts.plain("metal", "#d9d7d0"),
        },
        view_rad=0.5,
        grip=(0.0, 0.0, _HIGH_M),
    )
    return things.scaled(thing, params.size)
