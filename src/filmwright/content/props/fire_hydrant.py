"""A cast-iron fire hydrant with two side outlets and a chain."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap
from filmwright.scene.shapes import box, join, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("fire hydrant", "hydrant")
EXAMPLE = "A red fire hydrant"
COLOR = "red"
HOME = ("city_street", "neon_street", "studio")


class Params(NamedTuple):
    """One fire hydrant: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The fire hydrant somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The hydrant."""
    barrel = lathe(
        [
            (0.001, 0.0),
            (0.165, 0.0),
            (0.168, 0.010),
            (0.168, 0.032),
            (0.160, 0.040),
            (0.118, 0.046),
            (0.108, 0.060),
            (0.104, 0.40),
            (0.108, 0.42),
            (0.130, 0.43),
            (0.134, 0.438),
            (0.134, 0.468),
            (0.128, 0.476),
            (0.118, 0.480),
            (0.114, 0.56),
            (0.100, 0.62),
            (0.070, 0.665),
            (0.036, 0.685),
            (0.034, 0.70),
            (0.001, 0.702),
        ],
        sides=48,
        caps=False,
    )
    nut = lathe([(0.001, 0.70), (0.026, 0.70), (0.024, 0.745), (0.001, 0.75)], sides=5, caps=False)
    bolts = [
        lathe([(0.011, 0.0), (0.011, 0.016), (0.001, 0.018)], sides=6, caps=False).moved(
            (0.150 * math.cos(a), 0.150 * math.sin(a), 0.040)
        )
        for a in np.arange(8) * math.pi / 4
    ]
    bolts += [
        lathe([(0.009, 0.0), (0.009, 0.014), (0.001, 0.016)], sides=6, caps=False).moved(
            (0.122 * math.cos(a), 0.122 * math.sin(a), 0.474)
        )
        for a in np.arange(8) * math.pi / 4 + 0.2
    ]
    flutes = [
        box((0.018, 0.010, 0.30), center=(0, 0.105, 0.23), bevel=0.004).turned(rotation(z=a))
        for a in np.arange(8) * math.pi / 4
    ]
    outlets, caps = [], []
    for yaw, z, r in ((math.pi / 2, 0.37, 0.056), (-math.pi / 2, 0.37, 0.056), (0.0, 0.345, 0.074)):
        spout = lathe(
            [(r * 0.85, 0.0), (r * 0.85, 0.06), (r * 1.08, 0.065), (r * 1.08, 0.082), (r * 0.9, 0.085)],
            sides=36,
            caps=False,
        )
        lid = lathe(
            [
                (r * 1.0, 0.085),
                (r * 1.12, 0.088),
                (r * 1.12, 0.112),
                (r * 0.95, 0.125),
                (r * 0.32, 0.135),
                (0.001, 0.136),
            ],
            sides=36,
            caps=False,
        )
        knob = lathe([(r * 0.3, 0.134), (r * 0.26, 0.165), (0.001, 0.168)], sides=5, caps=False)
        ribs = [
            box((r * 2.1, 0.010, 0.014), center=(0, 0, 0.122), bevel=0.003).turned(rotation(z=a))
            for a in (0, 1.05, 2.1)
        ]
        turn = rotation(z=-yaw) @ rotation(x=-math.pi / 2)
        outlets.append(spout.moved((0, 0, 0.072)).turned(turn).moved((0, 0, z)))
        caps.append(join([lid, knob, *ribs]).moved((0, 0, 0.072)).turned(turn).moved((0, 0, z)))
    sag = np.linspace(0, 1, 24)
    chain = [
        lathe([(0.0075, -0.0022), (0.0105, 0.0), (0.0075, 0.0022)], sides=12, closed=True)
        .turned(rotation(x=0.0 if k % 2 else math.pi / 2, y=0.4))
        .moved((0.125 + 0.055 * math.sin(s * math.pi), 0.03 + 0.085 * s, 0.33 - 0.10 * math.sin(s * math.pi)))
        for k, s in enumerate(sag)
    ]
    thing = Thing(
        nodes=(
            things.mesh("hydrant body", join([barrel, *flutes, *outlets]), "paint"),
            things.mesh("hydrant caps", join([nut, *bolts, *caps]), "caps"),
            things.mesh("hydrant chain", join(chain), "chain"),
        ),
        materials={
            "paint": _iron(params.color),
            "caps": _iron((0.62, 0.60, 0.55)),
            "chain": things.made_of("metal", (0.3, 0.3, 0.3)),
        },
        view_rad=0.45,
        top=(0, 0, 0.75),
    )
    return things.scaled(thing, params.scale)


def _iron(color: Color) -> Material:
    """Cast iron under thick paint, chipped here and there."""
    rest = coords("rest")
    cast, chips = noise(rest, scale=120, detail=3), noise(rest, scale=22, detail=6, roughness=0.7)
    base = things.made_of("lacquer", color)
    return base.model_copy(
        update={
            "color": mix((0.10, 0.055, 0.035), base.color, remap(chips, 0.27, 0.31)),
            "coat": 0.45,
            "coat_roughness": 0.25,
            "bumps": (Bump(height=cast, strength=0.25, distance_m=0.002),),
        }
    )
