"""A ring donut with icing and sprinkles."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import Shape, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("donut", "doughnut")
EXAMPLE = "A pink donut"
COLOR = "pink"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One donut: color of the icing, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The donut somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The donut, flat on the table."""
    rng = np.random.default_rng(params.seed)
    big, small = 0.031, 0.0175
    t = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    dough = lathe(np.column_stack([big + small * np.cos(t), 0.0155 + 0.0155 * np.sin(t)]), sides=72, closed=True)
    dough = _food.lumpy(dough, 0.0007, 60.0, params.seed).with_data(
        "toast", np.clip(np.abs(dough.points[:, 2] - 0.0155) / 0.012, 0, 1)
    )
    around = np.linspace(0, 2 * math.pi, 120, endpoint=False)
    reach = 0.08 * np.sin(5 * around + 1) + 0.05 * np.sin(11 * around) + 0.04 * np.sin(17 * around + 2)
    rows = []
    for s in np.linspace(0, 1, 26):
        a = (-0.16 - reach) * (1 - s) + (math.pi + 0.16 + 0.6 * reach) * s
        lip = 0.0016 * np.clip(np.minimum(s, 1 - s) / 0.12, 0, 1) ** 0.5
        r = big + (small + lip) * np.cos(a)
        rows.append(np.column_stack([r * np.cos(around), r * np.sin(around), 0.0155 + (0.0155 + lip) * np.sin(a)]))
    icing = rings(np.array(rows), caps=False)
    palette = ((0.75, 0.05, 0.06), (0.9, 0.6, 0.05), (0.05, 0.25, 0.7), (0.9, 0.9, 0.88), (0.1, 0.5, 0.12))
    bits: list[list[Shape]] = [[] for _ in palette]
    for k in range(90):
        a, b = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.5, math.pi - 0.5))
        r = big + (small + 0.0020) * math.cos(b)
        at = np.array([r * math.cos(a), r * math.sin(a), 0.0155 + 0.0176 * math.sin(b)])
        way = rng.normal(0, 1, 3)
        out = np.array([math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)])
        way -= out * (way @ out)
        way *= 0.0032 / np.linalg.norm(way)
        bits[k % 5].append(sweep([at - way, at + way], 0.0009, sides=7))
    nodes = [
        things.mesh("donut dough", dough, "dough", sharp_rad=None),
        things.mesh("donut icing", icing, "icing", sharp_rad=None),
    ]
    nodes += [things.mesh(f"donut sprinkles {k}", join(b), f"sprinkle {k}") for k, b in enumerate(bits)]
    made = {"dough": _food.toasted((0.72, 0.46, 0.20), (0.36, 0.16, 0.05)), "icing": _food.glaze(params.color)}
    made |= {f"sprinkle {k}": things.made_of("plastic", c) for k, c in enumerate(palette)}
    return things.scaled(Thing(nodes=tuple(nodes), materials=made), params.scale)
