"""An open umbrella with ribs and a crook handle."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import ball, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("umbrella", "parasol")
EXAMPLE = "A red umbrella"
COLOR = "red"
MATERIALS = ("cotton", "silk")
HOME = ("studio",)
GRIP = ("up",)


class Params(NamedTuple):
    """One umbrella: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The umbrella somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The umbrella, open and upright, its handle at the bottom."""
    top, r, drop = 0.92, 0.52, 0.24
    a = np.linspace(0, 2 * math.pi, 97)[:-1]
    between = np.abs((a / (2 * math.pi) * 8) % 1.0 - 0.5) * 2  # 1 at a rib, 0 midway
    rows = []
    for s in np.linspace(0.02, 1.0, 18):
        fall = drop * (1 - math.sqrt(max(1 - (0.93 * s) ** 2, 0.0)))
        reach = r * s * (1 - 0.075 * s**2 * (1 - between**2))
        rows.append(
            np.column_stack(
                [
                    reach * np.cos(a),
                    reach * np.sin(a),
                    top - fall + 0.018 * s * (1 - between) * math.sin(s * math.pi),
                ]
            )
        )
    canopy = rings(np.array(rows)[::-1], caps=False)
    inside = canopy._replace(faces=canopy.faces[:, ::-1], points=canopy.points - [0, 0, 0.0015])
    ribs, stays, tips = [], [], []
    for k in range(8):
        turn = 2 * math.pi * k / 8
        way = np.array([math.cos(turn), math.sin(turn), 0.0])
        line = []
        for s in np.linspace(0.02, 1.0, 14):
            fall = drop * (1 - math.sqrt(max(1 - (0.93 * s) ** 2, 0.0)))
            line.append(way * r * s + [0, 0, top - fall - 0.006])
        ribs.append(sweep(np.array(line), 0.0022, sides=5))
        stays.append(sweep(np.array([[0, 0, top - 0.27], line[7]]), 0.0018, sides=5))
        tips.append(ball(0.006, center=line[-1] + way * 0.006, sides=8, levels=6))
    shaft = sweep([(0, 0, 0.10), (0, 0, top + 0.065)], [0.0058, 0.0052], sides=12)
    runner = lathe(
        [(0.011, top - 0.30), (0.013, top - 0.29), (0.013, top - 0.26), (0.009, top - 0.25)], sides=18, caps=False
    )
    cap = lathe(
        [(0.014, top - 0.002), (0.012, top + 0.012), (0.006, top + 0.02), (0.004, top + 0.07), (0.001, top + 0.074)],
        sides=18,
        caps=False,
    )
    crook = sweep(
        curve(
            [(0, 0, 0.20), (0, 0, 0.10), (0.0, 0, 0.045), (0.022, 0, 0.008), (0.058, 0, 0.010), (0.072, 0, 0.045)], 36
        ),
        0.0125,
        sides=14,
    )
    thing = Thing(
        nodes=(
            things.mesh("umbrella canopy", join([canopy, inside]), "cloth"),
            things.mesh("umbrella steel", join([*ribs, *stays, shaft, runner, cap, *tips]), "steel"),
            things.mesh("umbrella handle", crook, "wood"),
        ),
        materials={
            "cloth": things.made_of(params.material, params.color).model_copy(update={"translucent": 0.3}),
            "steel": things.made_of("metal", (0.3, 0.3, 0.31)),
            "wood": things.made_of("wood", (0.20, 0.10, 0.045)),
        },
        grip=(0.0, 0.0, 0.14),
    )
    return things.scaled(thing, params.scale)
