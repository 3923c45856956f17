"""A round bowl on a foot ring."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import lathe
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bowl",)
EXAMPLE = "A blue bowl"
COLOR = "white"
MATERIALS = ("ceramic", "wood", "metal", "glass", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One bowl: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The bowl somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bowl, empty."""
    outer = [
        (0.001, 0.006),
        (0.032, 0.004),
        (0.036, 0.0),
        (0.040, 0.0),
        (0.042, 0.006),
        (0.060, 0.022),
        (0.076, 0.047),
        (0.082, 0.070),
    ]
    inner = [
        (0.0825, 0.0725),
        (0.081, 0.0735),
        (0.0785, 0.0715),
        (0.0725, 0.048),
        (0.057, 0.026),
        (0.036, 0.012),
        (0.001, 0.010),
    ]
    made = lathe([*outer, *inner], sides=72, caps=False)
    band = lathe([(0.0809, 0.060), (0.0813, 0.0605), (0.0822, 0.0645), (0.0819, 0.065)], sides=72, caps=False)
    thing = Thing(
        nodes=(things.mesh("bowl", made, "bowl"), things.mesh("bowl band", band, "band")),
        materials={
            "bowl": things.made_of(params.material, params.color),
            "band": things.made_of("ceramic", _food.tuple_times(params.color, 0.35)),
        },
        top=(0.0, 0.0, 0.073),
        hollow=(0.0, 0.0, 0.012),
    )
    return things.scaled(thing, params.scale)
