"""A brown egg in an egg cup."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import lathe
from filmwright.spec.shot import Member

WORDS = ("egg", "boiled egg", "chicken egg")
EXAMPLE = "An egg in a studio"
COLOR = "#d9ab84"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The egg somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The egg, 58 mm long, its pointed end up."""
    t = np.linspace(-math.pi / 2 + 0.002, math.pi / 2 - 0.002, 40)
    profile = np.column_stack(
        [0.0222 * np.cos(t) * (1 - 0.11 * np.sin(t) - 0.05 * np.sin(t) ** 2), 0.029 * np.sin(t) + 0.0755 - 0.011]
    )
    cup = forms.vessel(
        [
            (0.021, 0.0),
            (0.022, 0.002),
            (0.012, 0.008),
            (0.0065, 0.018),
            (0.011, 0.026),
            (0.0225, 0.038),
            (0.0245, 0.050),
            (0.0242, 0.0515),
        ],
        0.002,
        floor=0.034,
    )
    color = params.color
    thing = Thing(
        nodes=(
            things.mesh("egg", lathe(profile, sides=64), "shell", sharp_rad=None),
            things.mesh("egg cup", cup, "cup", sharp_rad=1.0),
        ),
        materials={
            "shell": _food.skin(
                color,
                (0.86 * color[0], 0.82 * color[1], 0.78 * color[2]),
                scale=70,
                speckle=(0.8 * color[0], 0.7 * color[1], 0.6 * color[2]),
                speckles=420.0,
                roughness=0.5,
                soft=0.15,
            ),
            "cup": _parts.plain("ceramic", "#e9e6df"),
        },
        view_rad=0.0,
    )
    return things.scaled(thing, params.size)
