"""A necktie with stripes, knotted, hanging from a stand."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import attribute_number
from filmwright.scene.shade import Material, mix, op, remap
from filmwright.scene.shapes import Shape, join, lathe, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tie", "necktie")
EXAMPLE = "A tie"
COLOR = "navy"
MATERIALS = ("silk", "cotton", "wool", "knit")
HOME = ("studio",)


class Params(NamedTuple):
    """One tie: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The tie somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The tie as shops show it: knotted round a collar form on a stand."""
    z = 0.62
    blade = []
    for t in np.linspace(0, 1, 46):
        half = 0.0165 + 0.0275 * t**0.8
        tip = max(t - 0.90, 0) / 0.10
        half = half * (1 - tip) + 0.0006
        y = 0.030 - 0.010 * math.sin(t * math.pi) + 0.006 * t
        x = np.linspace(-1, 1, 15)
        rows = np.column_stack([x * half, y + 0.0045 * (1 - x**2), np.full(15, z - 0.028 - 0.47 * t)])
        blade.append(np.concatenate([rows, (rows - [0, 0.0035, 0])[::-1]]))
    front = rings(np.array(blade)[:, ::-1])
    tail = front.scaled((0.66, 1.0, 0.86)).moved((0.006, -0.016, 0.14 * z))
    knot = []
    for s in np.linspace(0, 1, 14):
        half, deep = 0.0165 + 0.0125 * s, 0.015 + 0.004 * math.sin(s * math.pi)
        o = rounded_rectangle(2 * half, 2 * deep, 0.9 * deep, per_corner=7)
        knot.append(np.column_stack([o[:, 0], o[:, 1] + 0.024, np.full(len(o), z - 0.032 + 0.042 * s)]))
    knotted = rings(np.array(knot))
    a = np.linspace(0.14, 2 * math.pi - 0.14, 60) + math.pi / 2
    loop = np.column_stack([0.066 * np.cos(a), 0.060 * np.sin(a) - 0.045, z + 0.005 - 0.020 * np.sin(a)])
    band = sweep(loop, 0.017, sides=12, flat=0.28)
    form = lathe(
        [(0.050, z - 0.055), (0.056, z - 0.02), (0.055, z + 0.03), (0.050, z + 0.045), (0.001, z + 0.05)],
        sides=40,
        caps=False,
    ).moved((0, -0.045, 0))
    stand = join(
        [
            lathe(
                [(0.105, 0.0), (0.107, 0.006), (0.10, 0.014), (0.02, 0.02), (0.012, 0.04)], sides=48, caps=False
            ).moved((0, -0.045, 0)),
            sweep([(0, -0.045, 0.02), (0, -0.045, z - 0.04)], 0.011, sides=20),
        ]
    )
    cloth = join([_striped(s) for s in (front, tail, knotted, band)])
    thing = Thing(
        nodes=(
            things.mesh("tie cloth", cloth, "cloth", sharp_rad=math.radians(50)),
            things.mesh("tie form", form, "form"),
            things.mesh("tie stand", stand, "stand"),
        ),
        materials={
            "cloth": _cloth(params),
            "form": things.made_of("cotton", (0.62, 0.58, 0.50)),
            "stand": things.made_of("wood", (0.12, 0.065, 0.03)),
        },
        view_rad=0.22,
        face=(0, 0.02, 0.38),
        face_m=0.62,
    )
    return things.scaled(thing, params.scale)


def _striped(item: Shape) -> Shape:
    """The shape with the phase of its slanting stripes."""
    p = item.points
    return item.with_data("stripe", (p[:, 0] * 0.8 + p[:, 2]) / 0.036)


def _cloth(params: Params) -> Material:
    base = things.made_of(params.material, params.color)
    phase = op("fract", attribute_number("stripe"))
    pale = (0.45 + 0.4 * params.color[0], 0.42 + 0.4 * params.color[1], 0.38 + 0.4 * params.color[2])
    stripe = remap(op("abs", phase - 0.5), 0.085, 0.10, 1.0, 0.0)
    thin = remap(op("abs", phase - 0.72), 0.02, 0.03, 1.0, 0.0)
    return base.model_copy(update={"color": mix(mix(base.color, pale, stripe), (0.45, 0.05, 0.05), thin)})
