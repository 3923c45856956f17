"""A baseball bat leaning, with a ball beside it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._baseball import baseball
from filmwright.scene.shapes import curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("baseball bat",)
EXAMPLE = "A baseball bat"
COLOR = "tan"
MATERIALS = ("wood", "metal")
HOME = ("studio",)


class Params(NamedTuple):
    """One baseball bat: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The baseball bat somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bat leaning aside on its barrel, and a ball."""
    rows = [
        (0.001, 0.0),
        (0.024, 0.001),
        (0.0315, 0.008),
        (0.0335, 0.03),
        (0.0335, 0.16),
        (0.0315, 0.28),
        (0.025, 0.42),
        (0.0175, 0.54),
        (0.0135, 0.66),
        (0.0125, 0.78),
        (0.0140, 0.805),
        (0.0225, 0.820),
        (0.0245, 0.830),
        (0.0215, 0.838),
        (0.001, 0.840),
    ]
    profile = curve(np.array(rows), 90)
    profile[:, 0] = np.maximum(profile[:, 0], 0.0005)
    bat = lathe(profile, sides=44, caps=False)
    bat = bat.with_data("rest", bat.points[:, [2, 0, 1]])
    tape = sweep(
        np.column_stack(
            [
                0.0138 * np.cos(np.linspace(0, 90, 420)),
                0.0138 * np.sin(np.linspace(0, 90, 420)),
                np.linspace(0.58, 0.79, 420),
            ]
        ),
        0.0018,
        sides=5,
    )
    wrap = lathe([(0.0150, 0.575), (0.0140, 0.60), (0.0133, 0.70), (0.0134, 0.795)], sides=32, caps=False)
    stamp = lathe([(0.0338, 0.19), (0.0337, 0.202)], sides=44, caps=False)
    lean = rotation(y=0.62, x=-0.12)
    one, seams = baseball()
    low = float(bat.turned(lean).points[:, 2].min())
    shift = (-0.26, 0.0, -low)
    nodes = (
        things.mesh("bat", bat.turned(lean).moved(shift), "wood", sharp_rad=None),
        things.mesh("bat tape", join([tape, wrap]).turned(lean).moved(shift), "tape"),
        things.mesh("bat stamp", stamp.turned(lean).moved(shift), "tape"),
        things.mesh("bat ball", one.moved((0.10, 0.16, 0.037)), "ball", sharp_rad=None),
        things.mesh("bat ball seams", seams.moved((0.10, 0.16, 0.037)), "seam"),
    )
    made = {
        "wood": things.made_of(params.material, params.color),
        "tape": things.made_of("rubber", (0.022, 0.022, 0.024)),
        "ball": things.made_of("leather", (0.74, 0.72, 0.66)),
        "seam": things.made_of("cotton", (0.45, 0.02, 0.02)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.1), params.scale)
