"""A backpack with a front pocket, straps and zips."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import tuple_times
from filmwright.scene.shapes import Shape, box, curve, join, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("backpack", "rucksack")
EXAMPLE = "A blue backpack"
COLOR = "blue"
MATERIALS = ("cotton", "leather", "wool")
HOME = ("studio",)
GRIP = ("hang",)


class Params(NamedTuple):
    """One backpack: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The backpack somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The backpack, standing; its front pocket looks along +Y."""
    main = _bag(0.30, 0.17, 0.45, 0.07).moved((0, 0, 0.0))
    pocket = _bag(0.225, 0.075, 0.225, 0.035).moved((0, 0.100, 0.028))
    side = [_bag(0.05, 0.11, 0.18, 0.02).moved((s * 0.160, 0.0, 0.025)) for s in (-1, 1)]
    zips = [_zip(0.300, 0.45, 0.062, 0.0), _zip(0.226, 0.225, 0.137, 0.028)]
    loop = sweep(
        curve([(-0.03, -0.05, 0.445), (-0.025, -0.055, 0.485), (0.025, -0.055, 0.485), (0.03, -0.05, 0.445)], 20),
        0.0075,
        sides=8,
        flat=1.6,
    )
    straps = [
        sweep(
            curve(
                [
                    (s * 0.06, -0.075, 0.44),
                    (s * 0.095, -0.135, 0.36),
                    (s * 0.105, -0.145, 0.22),
                    (s * 0.12, -0.09, 0.05),
                ],
                30,
            ),
            0.021,
            sides=10,
            flat=0.4,
        )
        for s in (-1, 1)
    ]
    lash = [box((0.022, 0.006, 0.16), center=(s * 0.075, 0.139, 0.14), bevel=0.002) for s in (-1, 1)]
    patch = box((0.062, 0.004, 0.045), center=(0, 0.140, 0.19), bevel=0.004)
    buckles = [box((0.03, 0.010, 0.02), center=(s * 0.075, 0.143, 0.215), bevel=0.004) for s in (-1, 1)]
    dark = tuple_times(params.color, 0.35)
    thing = Thing(
        nodes=(
            things.mesh("backpack bag", join([main, pocket, *side]), "cloth", sharp_rad=None),
            things.mesh("backpack straps", join([loop, *straps, *lash]), "strap"),
            things.mesh("backpack zips", join([*zips, *buckles]), "zip"),
            things.mesh("backpack patch", patch, "patch"),
        ),
        materials={
            "cloth": things.made_of(params.material, params.color),
            "strap": things.made_of("cotton", dark),
            "zip": things.made_of("plastic", (0.03, 0.03, 0.033)),
            "patch": things.made_of("leather", (0.22, 0.11, 0.045)),
        },
        view_rad=0.5,
        grip=(0.0, -0.055, 0.485),
    )
    return things.scaled(thing, params.scale)


def _bag(w: float, d: float, h: float, soft: float) -> Shape:
    """A stuffed bag, rounded above, that bulges and creases."""
    rows = []
    for t in np.linspace(0, 1, 30):
        z = h * t
        top = math.sqrt(max(1 - max((t - 0.72) / 0.28, 0) ** 2, 0.0))
        low = math.sqrt(max(1 - max((0.08 - t) / 0.08, 0) ** 2 * 0.5, 0.0))
        bulge = 1 + 0.07 * math.sin(t * math.pi) + 0.012 * math.sin(t * 17)
        wide = w * (0.55 + 0.45 * top) * low
        deep = max(d * bulge * (0.25 + 0.75 * top) * low, 0.01)
        o = rounded_rectangle(wide, deep, min(soft, 0.45 * min(wide, deep)), per_corner=9)
        crease = 0.004 * np.sin(o[:, 0] * 45 + t * 9) * math.sin(t * math.pi)
        o = o * (1 + crease[:, None] / 0.2)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(rows))


def _zip(w: float, h: float, y: float, z0: float) -> Shape:
    """A zip over the top of a bag, in its front."""
    a = np.linspace(-0.35, math.pi + 0.35, 40)
    path = np.column_stack(
        [
            0.5 * w * 0.93 * np.cos(a),
            np.full(40, y) - 0.006 * np.abs(np.cos(a)) ** 4,
            z0 + h * 0.70 + h * 0.245 * np.sin(a),
        ]
    )
    return sweep(path, 0.0042, sides=6)
