"""Three carrots with their greens."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.content.props._foliage import green, leaf
from filmwright.scene.shapes import curve, join, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("carrot", "carrots")
EXAMPLE = "A carrot"
COLOR = "orange"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One carrot: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The carrot somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """Three carrots lying side by side."""
    rng = np.random.default_rng(params.seed)
    roots, tops = [], []
    for k in range(3):
        length, thick = float(rng.uniform(0.155, 0.185)), float(rng.uniform(0.0155, 0.019))
        t = np.linspace(0, 1, 46)
        taper = thick * (1 - t) ** 0.62 * (1 - 0.12 * np.exp(-t / 0.03)) + 0.0008
        path = np.column_stack(
            [0.004 * np.sin(5 * t + k), 0.09 - length * t, thick * 0.98 - (thick * 0.98 - 0.002) * t**1.4]
        )
        ring = taper * (1 + 0.028 * np.sin(t * 130 + 3 * k) * np.clip(1 - t, 0, 1) + 0.02 * rng.standard_normal(46))
        turn, shift = rotation(z=0.16 * (k - 1) + float(rng.normal(0, 0.03))), (0.036 * (k - 1), 0.012 * (k % 2), 0.0)
        roots.append(sweep(path, ring, sides=22).turned(turn).moved(shift))
        greens = [
            sweep(
                curve(
                    [
                        (0, 0.088, thick),
                        (0.012 * math.cos(a), 0.115, thick + 0.008 * math.sin(a)),
                        (0.03 * math.cos(a), 0.165 + 0.01 * math.sin(3 * a), thick * 0.7 + 0.016 * math.sin(a) + 0.004),
                    ],
                    10,
                ),
                0.0013,
                sides=6,
            )
            for a in np.linspace(0, 2 * math.pi, 9)[:-1]
        ]
        fronds = []
        for stem in greens:
            for s in np.linspace(0.45, 1.0, 7):
                at = stem.points[min(int(s * 9), 9) * 6]
                for side in (-1, 1):
                    way = np.array([side * 0.7, 0.7, 0.15])
                    fronds.append(leaf(at, way, 0.020, 0.007, droop=0.5))
        tops.append(join([*greens, *fronds]).turned(turn).moved(shift))
    thing = Thing(
        nodes=(
            things.mesh("carrot roots", join(roots), "root", sharp_rad=None),
            things.mesh("carrot greens", join(tops), "green"),
        ),
        materials={
            "root": _food.skin(params.color, _food.tuple_times(params.color, 0.78), scale=60, roughness=0.5),
            "green": green((0.02, 0.09, 0.012), (0.10, 0.26, 0.04)),
        },
        view_rad=2.0,
    )
    return things.scaled(thing, params.scale)
