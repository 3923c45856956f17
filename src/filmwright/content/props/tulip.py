"""A tulip: a closed cup of six petals, a smooth stem, two broad pointed leaves."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _flowers, _foliage
from filmwright.content.things import Asked
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member

WORDS = ("tulip",)
EXAMPLE = "A tulip in a studio"
COLOR = "#d8343c"
HOME = ("garden", "meadow", "studio")
GRIP = ("up", "carry")
HEIGHT_M = 0.33


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The tulip somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The tulip, upright."""
    top = np.array([0.010, 0.012, HEIGHT_M - 0.09])
    head = _flowers.facing(_flowers.tulip(0.092, params.seed), top, (0.06, 0.14, 1.0))
    green = [head.green, _flowers.stem([(0, 0, 0), (-0.008, 0.004, 0.12), top], 0.0046)]
    for way, long, droop in (
        ((0.55, 0.35, 1.0), 0.24, 0.55),
        ((-0.6, 0.1, 1.0), 0.21, 0.6),
        ((0.1, -0.5, 1.0), 0.18, 0.5),
    ):
        green.append(_flowers.blade((0, 0, 0.004), way, long, 0.055, droop=droop, fold=0.55, tone=0.45))
    yellow = (0.75, 0.55, 0.06)
    thing = Thing(
        nodes=(
            things.mesh("tulip petals", head.petals, "petal", sharp_rad=None),
            things.mesh("tulip green", join(green), "leaf", sharp_rad=None),
        ),
        materials={
            "petal": _flowers.skin(params.color, yellow),
            "leaf": _foliage.green((0.03, 0.09, 0.03), (0.10, 0.22, 0.08)),
        },
        view_rad=0.0,
        face=(0.01, 0.012, HEIGHT_M - 0.04),
        face_m=0.14,
        grip=(0.0, 0.0, 0.08),
    )
    return things.scaled(thing, params.size)
