"""A safety razor: a knurled handle of metal, a head across it."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, join
from filmwright.spec.shot import Member

WORDS = ("razor", "shaver", "safety razor")
EXAMPLE = "A razor in a studio"
COLOR = "#2c4a6e"
MATERIALS = ("lacquer", "metal", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M = 0.14
EDGE = (0.0, 0.066, 0.0125)  # the middle of its blades


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The razor somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The razor lying along Y, its head in front (+Y), its blades up."""
    z, end = 0.0065, LENGTH_M / 2
    handle = forms.pipe(
        [(0, -end, z - 0.001), (0, -0.03, z), (0, 0.02, z), (0, 0.055, z + 0.001)],
        [0.0052, 0.0062, 0.0054, 0.0042],
        count=40,
        sides=16,
    )
    ribs = [forms.hoop(0.0062, 0.0006, (0, y, z), axis="y") for y in np.linspace(-0.055, 0.01, 16)]
    head = box((0.042, 0.017, 0.006), center=(0, 0.066, z + 0.002), bevel=0.002)
    blades = [box((0.037, 0.0011, 0.0022), center=(0, 0.061 + 0.0038 * k, z + 0.0055)) for k in range(3)]
    strip = box((0.037, 0.003, 0.002), center=(0, 0.0735, z + 0.005), bevel=0.0006)
    thing = Thing(
        nodes=(
            things.mesh("razor handle", handle, "handle", sharp_rad=None),
            things.mesh("razor head", join([head]), "dark"),
            things.mesh("razor steel", join([*ribs, *blades]), "steel"),
            things.mesh("razor strip", strip, "strip"),
        ),
        materials={
            "handle": things.made_of(params.material, params.color),
            "dark": _parts.plain("plastic", "#22262b"),
            "steel": _parts.plain("chrome", "#d2d2d2"),
            "strip": _parts.plain("plastic", "#6fb3a0"),
        },
        view_rad=0.5,
        grip=(0.0, -0.02, z),
    )
    return things.scaled(thing, params.size)
