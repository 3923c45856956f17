"""A round clock on two short feet: twelve figures, three hands that go, a metal case."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _dial, _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("clock", "round clock", "table clock")
EXAMPLE = "A red clock in a studio"
COLOR = "black"
MATERIALS = ("lacquer", "metal", "wood", "gold", "plastic", "chrome")
HOME = ("tabletop", "studio")
STANDS = "table"
RADIUS_M, DEEP_M = 0.145, 0.05


class Params(NamedTuple):
    """One clock: its case's material and linear color, the hour it shows, its size against the usual."""

    material: str
    color: Color
    hour: float
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A clock that shows about ten past ten."""
    return Params(
        member.material or MATERIALS[0],
        things.color_of(member, COLOR),
        10.0 + float(rng.uniform(0.12, 0.2)),
        things.size_of(member),
    )


def build(params: Params) -> Thing:
    """The clock, its face in front (+Y)."""
    r, foot = RADIUS_M, 0.014
    z = r + foot
    profile = [
        (0.0, -DEEP_M), (0.82 * r, -DEEP_M), (0.90 * r, -DEEP_M + 0.006), (0.93 * r, -DEEP_M + 0.014), (0.945 * r, -0.012), (r, -0.008),
        (r, 0.004), (0.985 * r, 0.010), (0.96 * r, 0.013), (0.93 * r, 0.012), (0.905 * r, 0.004), (0.90 * r, -0.008), (0.0, -0.008),
    ]  # fmt: skip
    case = _parts.front(lathe(profile, sides=96, caps=False), 0.0, z)
    face = _dial.dial("clock", 0.90 * r, -0.0078, z, hour=params.hour)
    feet = [
        sweep([(x, -0.025, z - 0.80 * r), (1.28 * x, -0.022, 0.004)], [0.010, 0.0075], sides=16)
        for x in (-0.062, 0.062)
    ]
    feet += [_parts.disc(0.0105, 0.008, bevel=0.003).moved((1.28 * x, -0.022, 0)) for x in (-0.062, 0.062)]
    thing = Thing(
        nodes=(
            things.mesh("clock case", join([case, *feet]), "case", sharp_rad=math.radians(50)),
            things.mesh("clock face", face.plate, "face"),
            things.mesh("clock print", face.print, "ink"),
            things.mesh("clock hour", face.hour, "ink"),
            things.mesh("clock minute", face.minute, "ink"),
            things.mesh("clock second", face.second, "red"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "face": Material(color=(0.83, 0.82, 0.79), roughness=0.55, specular=0.3, preview=(0.83, 0.82, 0.79)),
            "ink": Material(color=(0.012, 0.012, 0.013), roughness=0.4, specular=0.4, preview=(0.01, 0.01, 0.01)),
            "red": Material(color=(0.52, 0.02, 0.015), roughness=0.35, specular=0.4, preview=(0.5, 0.02, 0.015)),
        },
        joints=face.joints,
        view_rad=0.28,
    )
    return things.scaled(thing, params.size)
