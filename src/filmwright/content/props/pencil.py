"""A pencil: six-sided, lacquered, sharpened, a rubber at its end."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, lathe, rotation
from filmwright.spec.shot import Member

WORDS = ("pencil", "colored pencil")
EXAMPLE = "A yellow pencil in a studio"
COLOR = "#d9a21c"
MATERIALS = ("lacquer", "wood")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M = 0.165
_HIGH_M = 0.004


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The pencil somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The pencil lying along Y, its point in front (+Y)."""
    end = LENGTH_M / 2

    def lying(item: Shape) -> Shape:
        return item.turned(rotation(x=-np.pi / 2)).moved((0.0, 0.0, _HIGH_M))

    thing = Thing(
        nodes=(
            things.mesh(
                "pencil shaft", lying(lathe([(0.0040, -end + 0.022), (0.0040, end - 0.021)], sides=6)), "paint"
            ),
            things.mesh("pencil cone", lying(lathe([(0.0040, end - 0.021), (0.0011, end - 0.005)], sides=24)), "wood"),
            things.mesh("pencil lead", lying(lathe([(0.0011, end - 0.005), (0.0003, end)], sides=16)), "lead"),
            things.mesh(
                "pencil band", lying(lathe([(0.0042, -end + 0.011), (0.0042, -end + 0.023)], sides=24)), "brass"
            ),
            things.mesh(
                "pencil rubber",
                lying(lathe([(0.0030, -end), (0.0038, -end + 0.002), (0.0038, -end + 0.012)], sides=24)),
                "rubber",
            ),
        ),
        materials={
            "paint": things.made_of(params.material, params.color),
            "wood": _parts.plain("wood", "#d9b07c"),
            "lead": _parts.plain("plastic", "#2b2b2e"),
            "brass": _parts.plain("gold", "#c8b070"),
            "rubber": _parts.plain("rubber", "#d98f86"),
        },
        view_rad=0.5,
        grip=(0.0, 0.0, _HIGH_M),
    )
    return things.scaled(thing, params.size)
