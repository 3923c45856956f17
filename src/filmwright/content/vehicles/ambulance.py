"""An ambulance: a white van with a red band, a cross, its name and a bar of flashing lights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _emergency, van
from filmwright.scene.shapes import Shape, box, join
from filmwright.spec.shot import Member

WORDS = ("ambulance",)
EXAMPLE = "An ambulance on a city street"
COLOR = "white"
HOME = van.HOME
SPEEDS = van.SPEEDS


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ambulance somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The ambulance."""
    made = van.build(params._replace(size=1.0))
    x = van.WIDE_M / 2 + 0.004
    bands = [box((0.008, 4.55, 0.20), center=(s * x, -0.30, 1.10), bevel=0.003) for s in (-1, 1)]
    bands += [box((0.008, 4.55, 0.05), center=(s * x, -0.30, 0.94), bevel=0.003) for s in (-1, 1)]
    bands.append(box((1.75, 0.008, 0.20), center=(0, van.REAR_M - 0.006, 1.10), bevel=0.003))
    squares = [
        box((0.010, 0.20, 0.20), center=(s * x, 1.85 - 0.42 * k, 1.10), bevel=0.002) for s in (-1, 1) for k in range(11)
    ]
    cross: list[Shape] = []
    for s in (-1, 1):
        cross += [
            box((0.010, *size), center=(s * x, -1.25, 1.72), bevel=0.003) for size in ((0.52, 0.17), (0.17, 0.52))
        ]
    extra = (
        things.mesh("ambulance bands", join(bands), "red"),
        things.mesh("ambulance squares", join(squares), "lime"),
        things.mesh("ambulance cross", join(cross), "red"),
        things.mesh("ambulance word", _emergency.word("AMBULANCE", 0.16, x + 0.004, -1.3, 2.20, width=0.030), "red"),
        *_emergency.bar("ambulance", 0.45, van.HIGH_M - 0.02, 1.55, deep=0.34, high=0.16),
        *_emergency.bar("ambulance rear", -2.45, van.HIGH_M - 0.02, 1.3, deep=0.20, high=0.12),
    )
    materials = {
        **made.materials,
        **_emergency.materials(_emergency.BLUE, _emergency.BLUE),
        "red": things.made_of("lacquer", (0.55, 0.02, 0.02)),
        "lime": things.made_of("lacquer", (0.50, 0.62, 0.04)),
    }
    return things.scaled(replace(made, nodes=(*made.nodes, *extra), materials=materials), params.size)
