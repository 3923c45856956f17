"""A cigarette, its end glowing under ash."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.spec.shot import Member

WORDS = ("cigarette",)
EXAMPLE = "A cigarette in a studio"
COLOR = "white"
MATERIALS = ("paper",)
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
LENGTH_M, _R_M = 0.080, 0.0040


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cigarette somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The cigarette lying along Y, its filter behind (-Y)."""
    end, z = LENGTH_M / 2, _R_M
    paper = forms.turned([(_R_M, -end + 0.025), (_R_M, end - 0.008)], (0, 0, z), axis="y", sides=20)
    cork = forms.turned(
        [(0.0005, -end), (_R_M, -end + 0.0005), (_R_M + 0.0001, -end + 0.025), (_R_M, -end + 0.0252)],
        (0, 0, z),
        axis="y",
        sides=20,
    )
    ember = forms.turned([(_R_M, end - 0.008), (_R_M, end - 0.006)], (0, 0, z), axis="y", sides=20)
    ash = forms.turned([(_R_M, end - 0.006), (0.0037, end - 0.002), (0.0005, end)], (0, 0, z), axis="y", sides=20)
    thing = Thing(
        nodes=(
            things.mesh("cigarette paper", paper, "paper"),
            things.mesh("cigarette filter", cork, "cork"),
            things.mesh("cigarette ember", ember, "ember"),
            things.mesh("cigarette ash", ash, "ash"),
        ),
        materials={
            "paper": things.made_of(params.material, params.color),
            "cork": _parts.plain("paper", "#c98a45"),
            "ember": Material(
                model="emission",
                emission=(1.0, 0.16, 0.02),
                emission_strength=4.0,
                haze=False,
                preview=(1.0, 0.2, 0.05),
            ),
            "ash": _parts.plain("paper", "#8a8886"),
        },
        view_rad=0.6,
    )
    return things.scaled(thing, params.size)
