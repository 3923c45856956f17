"""A coffee cup on its saucer, full."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import curve, join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("cup", "coffee cup", "mug")
EXAMPLE = "A white cup"
COLOR = "white"
MATERIALS = ("ceramic", "metal", "plastic", "glass")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One cup: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    saucer: bool = True


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The cup somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """In a hand it has no saucer."""
    return params._replace(saucer=False)


def build(params: Params) -> Thing:
    """The cup, its handle to the right, coffee in it, a saucer below."""
    z0 = 0.009
    wall = [
        (0.001, z0 + 0.004),
        (0.022, z0 + 0.003),
        (0.024, z0),
        (0.026, z0),
        (0.028, z0 + 0.004),
        (0.036, z0 + 0.022),
        (0.041, z0 + 0.045),
        (0.0425, z0 + 0.066),
        (0.0422, z0 + 0.0685),
        (0.0400, z0 + 0.0685),
        (0.0392, z0 + 0.066),
        (0.0375, z0 + 0.045),
        (0.032, z0 + 0.022),
        (0.022, z0 + 0.008),
        (0.001, z0 + 0.007),
    ]
    cup = lathe(wall, sides=64, caps=False)
    handle = sweep(
        curve(
            [
                (0.037, 0, z0 + 0.055),
                (0.056, 0, z0 + 0.060),
                (0.069, 0, z0 + 0.045),
                (0.060, 0, z0 + 0.026),
                (0.034, 0, z0 + 0.019),
            ],
            28,
        ),
        0.0048,
        sides=12,
        flat=1.5,
    )
    saucer = _food.plate(0.078, rim=0.42, height=0.014)
    coffee = lathe([(0.001, z0 + 0.056), (0.034, z0 + 0.056), (0.0385, z0 + 0.0568)], sides=48, caps=False)
    foam = lathe([(0.0325, z0 + 0.0564), (0.0350, z0 + 0.0572), (0.0388, z0 + 0.0570)], sides=48, caps=False)
    thing = Thing(
        nodes=(
            things.mesh("cup", join([cup, handle]), "cup"),
            *((things.mesh("cup saucer", saucer, "cup"),) if params.saucer else ()),
            things.mesh("cup coffee", _food.upward(coffee), "coffee"),
            things.mesh("cup foam", _food.upward(foam), "foam"),
        ),
        materials={
            "cup": things.made_of(params.material, params.color),
            "coffee": _food.glaze((0.035, 0.014, 0.006), roughness=0.06),
            "foam": _food.crumb((0.34, 0.19, 0.09), (0.20, 0.10, 0.045), scale=900.0, depth_m=0.0003),
        },
        view_rad=0.75,
        top=(0.0, 0.0, 0.066),
        hollow=(0.0, 0.0, 0.066),
        grip=(0.057, 0.0, z0 + 0.041),
    )
    return things.scaled(thing, params.scale)
