"""A head of broccoli."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import ball, curve, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("broccoli",)
EXAMPLE = "A broccoli"
COLOR = "green"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One broccoli: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The broccoli somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The head standing on its stalk: florets of many small buds."""
    rng = np.random.default_rng(params.seed)
    stalk = sweep(curve([(0, 0, 0.0), (0.002, 0, 0.03), (0, 0, 0.062)], 12), np.linspace(0.021, 0.026, 12), sides=20)
    stems, buds = [stalk], []
    spots = (
        [(0.0, 0.0)]
        + [(0.55, k * 2 * math.pi / 6) for k in range(6)]
        + [(1.05, (k + 0.4) * 2 * math.pi / 10) for k in range(10)]
    )
    for tilt, turn in spots:
        way = np.array([math.sin(tilt) * math.cos(turn), math.sin(tilt) * math.sin(turn), math.cos(tilt)])
        end = np.array([0, 0, 0.052]) + way * np.array([0.052, 0.052, 0.044])
        stems.append(
            sweep(
                curve([(0, 0, 0.04), (0.5 * way[0] * 0.03, 0.5 * way[1] * 0.03, 0.058), end], 8),
                np.linspace(0.011, 0.008, 8),
                sides=10,
            )
        )
        size = 0.025 * float(rng.uniform(0.9, 1.1))
        k = np.arange(130)
        z = 1 - 1.45 * (k + 0.5) / 130
        a = k * math.pi * (3 - math.sqrt(5))
        local = np.column_stack([np.sqrt(1 - z * z) * np.cos(a), np.sqrt(1 - z * z) * np.sin(a), z])
        u = np.cross(way, [0.3, 0.5, 0.81])
        u /= np.linalg.norm(u)
        frame = np.column_stack([u, np.cross(way, u), way])
        for p in local @ frame.T:
            grain = ball(
                0.0034 * float(rng.uniform(0.8, 1.2)),
                center=end + p * size * float(rng.uniform(0.9, 1.06)),
                sides=6,
                levels=5,
            )
            buds.append(grain)
    thing = Thing(
        nodes=(
            things.mesh("broccoli stalk", join(stems), "stalk", sharp_rad=None),
            things.mesh("broccoli florets", join(buds), "buds", sharp_rad=None),
        ),
        materials={
            "stalk": _food.skin((0.30, 0.42, 0.14), (0.24, 0.36, 0.10), roughness=0.55),
            "buds": _food.skin(mixed(params.color, 0.8), mixed(params.color, 1.7), scale=70, roughness=0.7),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.scale)


def mixed(color: Color, factor: float) -> Color:
    """The green of buds: a color with some yellow in it, darker or lighter."""
    return (factor * (0.6 * color[0] + 0.045), factor * (0.7 * color[1] + 0.045), factor * (0.4 * color[2] + 0.008))
