"""A wine bottle with a label, a capsule over its cork."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import tuple_times
from filmwright.scene.shade import Material
from filmwright.scene.shapes import join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bottle", "wine bottle")
EXAMPLE = "A green bottle"
COLOR = "dark_green"
MATERIALS = ("glass", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One bottle: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The bottle somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bottle."""
    body = lathe(
        [(0.002, 0.006), (0.020, 0.012), (0.030, 0.003), (0.0345, 0.0), (0.0372, 0.004), (0.0378, 0.012), (0.0378, 0.185), (0.0360, 0.202),
         (0.0290, 0.220), (0.0195, 0.236), (0.0150, 0.250), (0.0140, 0.265), (0.0138, 0.292)],
        sides=56, caps=False,
    )  # fmt: skip
    lip = lathe(
        [(0.0138, 0.289), (0.0160, 0.290), (0.0163, 0.297), (0.0150, 0.300), (0.0100, 0.300)], sides=40, caps=False
    )
    wine = lathe(
        [(0.002, 0.010), (0.0350, 0.008), (0.0355, 0.180), (0.0335, 0.200), (0.0250, 0.219), (0.002, 0.219)],
        sides=40,
        caps=False,
    )
    t = np.radians(np.linspace(-78, 78, 40)) + math.pi / 2
    sheet = rings(
        np.array(
            [np.column_stack([0.03815 * np.cos(t), 0.03815 * np.sin(t), np.full(40, z)]) for z in (0.055, 0.095, 0.15)]
        ),
        around=False,
        caps=False,
    )
    capsule = lathe(
        [
            (0.0152, 0.236),
            (0.0146, 0.25),
            (0.0144, 0.286),
            (0.0166, 0.289),
            (0.0169, 0.299),
            (0.0156, 0.3015),
            (0.001, 0.3018),
        ],
        sides=40,
        caps=False,
    )
    lines = []
    for z, wide in ((0.128, 34), (0.116, 26), (0.084, 22), (0.076, 30), (0.068, 18)):
        a = np.radians(np.linspace(-wide, wide, 24)) + math.pi / 2
        lines.append(
            sweep(
                np.column_stack([0.0383 * np.cos(a), 0.0383 * np.sin(a), np.full(24, z)]),
                0.0022 if z > 0.12 else 0.0009,
                sides=5,
            )
        )
    dark = tuple_times(params.color, 0.5)
    thick = Material(
        color=tuple_times(params.color, 0.22),
        roughness=0.03,
        specular=0.8,
        coat=1.0,
        coat_roughness=0.02,
        preview=params.color,
    )
    glassy = thick if params.material == "glass" else things.made_of("plastic", params.color)
    thing = Thing(
        nodes=(
            things.mesh("bottle glass", join([body, lip]), "glass", sharp_rad=None),
            things.mesh("bottle wine", wine, "wine"),
            things.mesh("bottle label", sheet, "label"),
            things.mesh("bottle print", join(lines), "print"),
            things.mesh("bottle capsule", capsule, "capsule"),
        ),
        materials={
            "glass": glassy,
            "wine": Material(color=dark, roughness=0.2, preview=dark),
            "label": things.made_of("paper", (0.72, 0.66, 0.52)),
            "print": Material(color=(0.10, 0.02, 0.02), roughness=0.6, preview=(0.1, 0.02, 0.02)),
            "capsule": things.made_of("gold", (0.30, 0.02, 0.03)),
        },
        view_rad=0.25,
        top=(0.0, 0.0, 0.301),
        grip=(0.0, 0.0, 0.11),
    )
    return things.scaled(thing, params.scale)
