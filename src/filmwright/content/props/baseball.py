"""A baseball: white leather and red stitches."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._baseball import RADIUS_M, baseball
from filmwright.content.things import Asked
from filmwright.spec.shot import Member

WORDS = ("baseball",)
EXAMPLE = "A baseball in a studio"
COLOR = "#e6e2d6"
HOME = ("studio",)
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ball somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The ball, its seams across what the lens sees."""
    one, seams = baseball()
    up = (0.0, 0.0, RADIUS_M)
    thing = Thing(
        nodes=(
            things.mesh("baseball", one.moved(up), "skin", sharp_rad=None),
            things.mesh("baseball seams", seams.moved(up), "seam"),
        ),
        materials={
            "skin": things.made_of("leather", params.color),
            "seam": things.made_of("cotton", (0.45, 0.02, 0.02)),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)
