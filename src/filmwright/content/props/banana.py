"""A bunch of three ripe bananas."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, join, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("banana", "bananas")
EXAMPLE = "A banana"
COLOR = "yellow"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One banana: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The banana somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The bunch, joined at its stalks."""
    rng = np.random.default_rng(params.seed)
    fruit, ends = [], []
    for k in range(3):
        one, tips = _one(rng)
        turn = rotation(z=0.13 * (k - 1)) @ rotation(x=-1.0 + 0.34 * (k - 1))
        lift = (0.0, 0.021 * (k - 1), 0.022 + 0.004 * (k == 1))
        fruit.append(one.turned(turn).moved(lift))
        ends.append(tips.turned(turn).moved(lift))
    whole, black = join(fruit), join(ends)
    low = float(min(whole.points[:, 2].min(), black.points[:, 2].min()))
    middle = np.append(whole.points[:, :2].mean(axis=0), low)
    thing = Thing(
        nodes=(
            things.mesh("banana skin", whole.moved(-middle), "skin", sharp_rad=None),
            things.mesh("banana ends", black.moved(-middle), "ends"),
        ),
        materials={
            "skin": _food.skin(
                _food.tuple_times(params.color, 1.0),
                _food.tuple_times(params.color, 0.82),
                scale=14,
                speckle=(0.16, 0.08, 0.02),
                speckles=46.0,
                roughness=0.5,
            ),
            "ends": Material(color=(0.06, 0.04, 0.02), roughness=0.85, preview=(0.06, 0.04, 0.02)),
        },
        view_rad=0.4,
    )
    return things.scaled(thing, params.scale)


def _one(rng: np.random.Generator) -> tuple[Shape, Shape]:
    """A banana lying on its side in the xy plane, curved towards +y, five-sided; its two dark ends."""
    length, bend = 0.185 * float(rng.uniform(0.94, 1.06)), 0.15
    t = np.linspace(0, 1, 40)
    radius = 0.0175 * np.clip(np.sin(np.clip(t * 1.02, 0, 1) * math.pi) ** 0.42, 0.0, 1)
    radius = np.where(t < 0.12, 0.0062 + (radius - 0.0062) * np.clip((t - 0.03) / 0.09, 0, 1) ** 1.5, radius)
    radius = np.maximum(radius, 0.0048)
    a = (t - 0.5) * length / bend
    path = np.column_stack([bend * np.sin(a), bend * (1 - np.cos(a)), np.zeros_like(t)])
    side = np.linspace(0, 2 * math.pi, 30, endpoint=False)
    ridge = 1 + 0.075 * np.cos(5 * side)
    rows = []
    for p, r, turn in zip(path, radius, a):
        out = np.array([-math.sin(turn), math.cos(turn), 0.0])
        rows.append(p + (r * ridge * np.cos(side))[:, None] * out + (r * ridge * np.sin(side))[:, None] * [0, 0, 1.0])
    body = rings(np.array(rows))
    tip = ball(0.0055, center=path[-1], sides=12, levels=8)
    stalk = sweep(np.array([path[0], path[0] + (path[0] - path[2]) * 1.3]), [0.0066, 0.0052], sides=10)
    return body, join([tip, stalk])
