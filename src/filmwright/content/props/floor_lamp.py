"""A floor lamp: a heavy foot, a slim brass pole, a linen shade that glows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _light, _parts
from filmwright.scene.shapes import join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("floor lamp", "standing lamp")
EXAMPLE = "A floor lamp in a studio"
COLOR = "black"
MATERIALS = ("lacquer", "gold", "metal", "wood", "chrome")
HOME = ("studio",)
HEIGHT_M = 1.58


class Params(NamedTuple):
    """One lamp: its pole's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A floor lamp."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The lamp, lit."""
    h = HEIGHT_M
    foot = lathe(
        [(0.150, 0.0), (0.152, 0.006), (0.148, 0.018), (0.120, 0.026), (0.030, 0.034), (0.016, 0.05), (0.0115, 0.07)],
        sides=64,
    )
    pole = sweep([(0, 0, 0.05), (0, 0, h - 0.06)], 0.0105, sides=20)
    rings_ = [
        lathe([(0.012, -0.014), (0.016, -0.009), (0.016, 0.009), (0.012, 0.014)], sides=28).moved((0, 0, z))
        for z in (0.10, 0.72, 1.22)
    ]
    socket = lathe([(0.018, -0.03), (0.019, 0.0), (0.019, 0.05), (0.012, 0.055)], sides=28).moved((0, 0, 1.27))
    spokes = [
        sweep([(0, 0, h - 0.062), (0.155 * np.cos(a), 0.155 * np.sin(a), h - 0.075)], 0.002, sides=6)
        for a in (0.3, 2.4, 4.5)
    ]
    knob = lathe(
        [(0.0, 0.0), (0.011, 0.004), (0.012, 0.012), (0.005, 0.024), (0.0, 0.026)], sides=24, caps=False
    ).moved((0, 0, h - 0.058))
    chain = sweep([(0.018, 0.012, 1.26), (0.05, 0.05, 1.25), (0.05, 0.052, 1.12)], 0.0013, sides=6)
    drop = lathe([(0.0, -0.016), (0.006, -0.008), (0.004, 0.008), (0.0, 0.010)], sides=16, caps=False).moved(
        (0.05, 0.052, 1.115)
    )
    thing = Thing(
        nodes=(
            things.mesh("lamp pole", join([foot, pole]), "pole"),
            things.mesh("lamp brass", join([*rings_, socket, *spokes, knob, chain, drop]), "brass"),
            things.mesh(
                "lamp shade", _light.shade_shape(0.225, 0.165, 0.30).moved((0, 0, h - 0.37)), "shade", sharp_rad=1.2
            ),
        ),
        materials={
            "pole": things.made_of(params.material, params.color),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "shade": _light.shade((0.72, 0.60, 0.42), 0.5),
        },
        view_rad=0.4,
    )
    return things.scaled(thing, params.size)
