"""A kitchen knife with a riveted handle."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, box, join, lathe, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("knife", "kitchen knife")
EXAMPLE = "A knife"
COLOR = "dark_brown"
MATERIALS = ("wood", "plastic", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One knife: color and material of the handle, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The knife somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The knife, lying on its side, edge to the right."""
    ys = np.linspace(-0.005, 0.175, 40)
    t = np.clip(ys / 0.175, 0, 1)
    spine = -0.014 + 0.006 * t + 0.012 * np.clip((t - 0.6) / 0.4, 0, 1) ** 2
    edge = 0.021 - 0.0225 * np.clip((t - 0.35) / 0.65, 0, 1) ** 2.2
    rows = []
    for y, a, b in zip(ys, spine, np.maximum(edge, spine + 0.0006)):
        rows.append(
            [
                (a, y, 0.0048),
                (a, y, 0.0072),
                (a + 0.45 * (b - a), y, 0.0068),
                (b, y, 0.0060),
                (a + 0.45 * (b - a), y, 0.0052),
            ]
        )
    blade = rings(np.array(rows)[:, ::-1])
    scales = []
    hy = np.linspace(-0.125, 0.0, 30)
    for low, high in ((0.0005, 0.0054), (0.0066, 0.0118)):
        stack = []
        for y in hy:
            swell = 0.0125 + 0.0022 * math.sin((y + 0.125) / 0.125 * math.pi * 2.0 + 2.4)
            end = math.sqrt(max(1 - (max(-0.113 - y, 0) / 0.0125) ** 2, 0.05))
            o = rounded_rectangle(2 * swell * end, high - low, 0.0024, per_corner=3)
            stack.append(np.column_stack([o[:, 0] - 0.001, np.full(len(o), y), o[:, 1] + (low + high) / 2]))
        scales.append(rings(np.array(stack)[:, ::-1]))
    rivets = [
        lathe([(0.0042, 0.0), (0.0042, 0.0124), (0.0034, 0.0127)], sides=18).moved((-0.001, y, 0))
        for y in (-0.1, -0.06, -0.02)
    ]
    tang = box((0.024, 0.12, 0.0016), center=(-0.001, -0.058, 0.006))
    thing = Thing(
        nodes=(
            things.mesh("knife blade", join([blade, tang, *rivets]), "blade", sharp_rad=math.radians(25)),
            things.mesh("knife handle", join([grained(s) for s in scales]), "handle"),
        ),
        materials={
            "blade": things.made_of("metal", (0.62, 0.63, 0.65)),
            "handle": things.made_of(params.material, params.color),
        },
        view_rad=2.1,
        grip=(0, -0.06, 0.006),
    )
    return things.scaled(thing, params.scale)


def grained(item: Shape) -> Shape:
    """The grain of the wood along the handle."""
    return item.with_data("rest", item.points[:, [1, 0, 2]])
