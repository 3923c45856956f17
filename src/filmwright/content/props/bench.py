"""A park bench: wooden slats on cast-iron ends."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bench", "park bench")
EXAMPLE = "A bench"
COLOR = "light_brown"
MATERIALS = ("wood", "metal", "stone")
HOME = ("park", "city_street", "studio")


class Params(NamedTuple):
    """One bench: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The bench somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bench; one sits looking along +Y."""
    length = 1.65
    slats = []
    for k in range(5):
        y = 0.21 - 0.085 * k
        slats.append(_board(length, 0.072, 0.030, (0, y, 0.435 + 0.010 * math.cos(k * 1.2)), 0.0, k))
    for k in range(5):
        z, y = 0.53 + 0.082 * k, -0.215 - 0.028 * k
        slats.append(_board(length, 0.068, 0.026, (0, y, z), math.radians(108), 7 + k))
    irons = []
    for side in (-1.0, 1.0):
        x = side * (length / 2 - 0.16)
        frame = [
            [
                (x, 0.235, 0.0),
                (x, 0.215, 0.20),
                (x, 0.245, 0.40),
                (x, 0.20, 0.41),
                (x, -0.18, 0.405),
                (x, -0.22, 0.46),
                (x, -0.345, 0.90),
            ],
            [(x, -0.30, 0.0), (x, -0.235, 0.18), (x, -0.205, 0.40)],
            [(x, 0.225, 0.40), (x, 0.26, 0.55), (x, 0.22, 0.64), (x, 0.02, 0.655), (x, -0.25, 0.65)],
            [(x, 0.20, 0.22), (x, 0.0, 0.30), (x, -0.22, 0.22)],
        ]
        irons += [sweep(curve(np.array(line), 30), 0.021, sides=10, flat=0.75) for line in frame]
        irons += [box((0.06, 0.10, 0.02), center=(x, y, 0.01), bevel=0.006) for y in (0.235, -0.30)]
    bolts = [
        lathe([(0.009, 0.0), (0.008, 0.006), (0.001, 0.008)], sides=14, caps=False).moved(
            (s * (length / 2 - 0.16), 0.21 - 0.085 * k, 0.449)
        )
        for s in (-1, 1)
        for k in range(5)
    ]
    thing = Thing(
        nodes=(
            things.mesh("bench slats", join(slats), "slats"),
            things.mesh("bench irons", join(irons), "iron"),
            things.mesh("bench bolts", join(bolts), "bolt"),
        ),
        materials={
            "slats": things.made_of(params.material, params.color),
            "iron": things.made_of("lacquer", (0.018, 0.03, 0.022)),
            "bolt": things.made_of("metal", (0.4, 0.4, 0.4)),
        },
        view_rad=0.5,
        top=(0, 0.03, 0.455),
        sits=((0.0, 0.0, 0.45, 0.0), (0.5, 0.0, 0.45, 0.0)),
    )
    return things.scaled(thing, params.scale)


def _board(length: float, wide: float, thick: float, at: tuple[float, float, float], tilt: float, index: int) -> Shape:
    """A slat along x, its grain its own."""
    made = box((length, wide, thick), bevel=0.008)
    made = made.with_data("rest", made.points + [1.9 * index, 0.31 * index, 0.0])
    return made.turned(rotation(x=tilt)).moved(at)
