"""A traffic light on its pole, one lamp lit."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import tuple_times
from filmwright.scene.shade import Material
from filmwright.scene.shapes import box, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("traffic light", "traffic lights", "stoplight")
EXAMPLE = "A traffic light"
COLOR = "red"
HOME = ("city_street", "neon_street", "studio")


class Params(NamedTuple):
    """One traffic light: color of the lamp that is lit, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The traffic light somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The pole, the head with three lamps under their hoods, a board behind."""
    z = 2.75
    pole = sweep([(0, -0.02, 0.0), (0, -0.02, z + 0.62)], [0.062, 0.055], sides=28)
    foot = join(
        [
            lathe([(0.16, 0.0), (0.16, 0.03), (0.09, 0.06), (0.075, 0.4), (0.064, 0.42)], sides=32, caps=False).moved(
                (0, -0.02, 0)
            ),
            box((0.14, 0.02, 0.22), center=(0, 0.055, 0.75), bevel=0.006),
        ]
    )
    board = box((0.56, 0.012, 1.18), center=(0, 0.075, z), bevel=0.05)
    head = box((0.34, 0.22, 0.98), center=(0, 0.18, z), bevel=0.035)
    seams = [box((0.345, 0.225, 0.008), center=(0, 0.18, z + s * 0.157), bevel=0.002) for s in (-1, 1)]
    hoods, bezels = [], []
    for k in range(3):
        at = z + 0.315 - 0.315 * k
        a = np.linspace(math.radians(-38), math.radians(218), 32)
        rows = [
            np.column_stack([r * np.cos(a), np.full(32, y) - cut * np.clip(-np.sin(a), -1, 1) * 0.04, r * np.sin(a)])
            for r, y, cut in ((0.128, 0.0, 0), (0.124, 0.20, 1), (0.120, 0.20, 1), (0.122, 0.0, 0))
        ]
        hoods.append(rings(np.array(rows), around=False, caps=False).moved((0, 0.28, at)))
        bezels.append(
            lathe([(0.114, 0.0), (0.128, 0.0), (0.128, 0.014), (0.114, 0.018)], sides=40, closed=True)
            .turned(rotation(x=-math.pi / 2))
            .moved((0, 0.285, at))
        )
    lamps = [
        lathe([(0.116, 0.0), (0.09, 0.016), (0.045, 0.026), (0.001, 0.029)], sides=40, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.286, z + 0.315 - 0.315 * k))
        for k in range(3)
    ]
    lit = 0 if params.color[0] > 1.5 * params.color[1] else 2 if params.color[1] > 1.3 * params.color[0] else 1
    colors = ((0.75, 0.015, 0.01), (0.85, 0.33, 0.01), (0.02, 0.62, 0.22))
    dark = [Material(color=tuple_times(c, 0.10), roughness=0.2, coat=0.6, preview=tuple_times(c, 0.2)) for c in colors]
    bright = Material(model="emission", emission=colors[lit], emission_strength=4.5, preview=colors[lit])
    nodes = [
        things.mesh("traffic light pole", join([pole, foot]), "pole"),
        things.mesh("traffic light board", board, "black"),
        things.mesh("traffic light head", join([head, *seams, *bezels]), "head"),
        things.mesh("traffic light hoods", join(hoods), "black"),
    ]
    nodes += [things.mesh(f"traffic light lamp {k}", s, f"lamp {k}", sharp_rad=None) for k, s in enumerate(lamps)]
    made = {
        "pole": things.made_of("lacquer", (0.05, 0.075, 0.06)),
        "head": things.made_of("plastic", (0.52, 0.33, 0.02)),
        "black": things.made_of("plastic", (0.012, 0.012, 0.013)),
        **{f"lamp {k}": (bright if k == lit else dark[k]) for k in range(3)},
    }
    return things.scaled(
        Thing(nodes=tuple(nodes), materials=made, view_rad=0.35, face=(0, 0.3, z), face_m=1.15), params.scale
    )
