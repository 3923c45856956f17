"""A concert flute: a silver tube with a lip plate, keys along it."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member

WORDS = ("flute", "transverse flute")
EXAMPLE = "A flute in a studio"
COLOR = "silver"
MATERIALS = ("metal", "gold", "wood")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M = 0.67
_R_M = 0.0098
_HIGH_M = 0.016


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The flute somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def lips() -> F64:
    """The hole that is blown over (3,)."""
    return np.array([0.0, -0.245, _HIGH_M + 0.012])


def build(params: Asked) -> Thing:
    """The flute lying along Y, its keys up, its foot in front (+Y)."""
    end = LENGTH_M / 2
    z = _HIGH_M
    tube = forms.turned(
        [(0.002, -end), (0.0092, -end + 0.002), (_R_M, -end + 0.02), (_R_M, end), (0.0088, end), (0.0088, end - 0.03)],
        (0, 0, z),
        axis="y",
        sides=32,
    )
    rings = [
        forms.turned([(_R_M, -0.004), (0.0116, -0.003), (0.0116, 0.003), (_R_M, 0.004)], (0, y, z), axis="y")
        for y in (-0.33, -0.135, -0.105, 0.215, 0.235, 0.332)
    ]
    plate = forms.loft(
        [
            (-0.017, 0.003, 0.0, 0.0012),
            (-0.010, 0.009, 0.0, 0.0022),
            (0.010, 0.009, 0.0, 0.0022),
            (0.017, 0.003, 0.0, 0.0012),
        ]
    ).moved((0, -0.245, z + 0.0105))
    hole = forms.turned([(0.0052, 0.0), (0.0052, 0.0008), (0.0005, 0.0009)], (0.0, -0.245, z + 0.0124))
    cups, posts = [], []
    for k, y in enumerate((-0.07, -0.045, -0.02, 0.005, 0.03, 0.065, 0.09, 0.115, 0.145, 0.175, 0.255, 0.28, 0.305)):
        r = 0.0088 if k not in (0, 3) else 0.006
        cups.append(
            forms.turned(
                [(r, 0.0), (r, 0.0026), (0.6 * r, 0.0032), (0.0005, 0.0026)], (0.0, y, z + _R_M + 0.0012), sides=28
            )
        )
        posts.append(forms.rod((0.0, y, z + _R_M + 0.003), (0.0125, y, z + 0.007), 0.0014, sides=8))
    rods = [
        forms.rod((0.0125, a, z + 0.007), (0.0125, b, z + 0.007), 0.0017, sides=10)
        for a, b in ((-0.085, 0.19), (0.24, 0.32))
    ]
    thing = Thing(
        nodes=(
            things.mesh("flute tube", join([tube, *rings, plate]), "metal"),
            things.mesh("flute keys", join([*cups, *posts, *rods]), "keys"),
            things.mesh("flute hole", hole, "dark"),
        ),
        materials={
            "metal": things.made_of(params.material, params.color),
            "keys": _parts.plain("chrome", "#d8d8d8"),
            "dark": _parts.plain("plastic", "#101010"),
        },
        view_rad=1.3,
        grip=(0.0, 0.05, z),
    )
    return things.scaled(thing, params.size)
