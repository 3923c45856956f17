"""A leather handbag with two handles and a clasp."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import tuple_times
from filmwright.scene.shapes import box, curve, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("handbag", "purse")
EXAMPLE = "A brown handbag"
COLOR = "brown"
MATERIALS = ("leather", "cotton", "silk")
HOME = ("studio",)
GRIP = ("hang",)


class Params(NamedTuple):
    """One handbag: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The handbag somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bag, standing; its broad side is its front."""
    w, d, h = 0.32, 0.13, 0.22
    rows = []
    for t in np.linspace(0, 1, 16):
        swell = 1 + 0.06 * math.sin(t * math.pi) - 0.10 * t
        deep = d * (1 - 0.62 * t**1.6) * (1 + 0.10 * math.sin(t * math.pi))
        edge = min(t / 0.05, 1.0)
        o = rounded_rectangle(
            w * swell * (0.96 + 0.04 * edge), deep * (0.9 + 0.1 * edge), min(0.05, deep * 0.45), per_corner=8
        )
        rows.append(np.column_stack([o, np.full(len(o), 0.008 + h * t)]))
    body = rings(np.array(rows))
    lid = []
    for s in np.linspace(0, 1, 24):
        turn = s * math.pi * 0.62
        y = -0.026 + 0.056 * math.sin(turn) + 0.020 * s
        z = 0.008 + h + 0.013 * math.cos(turn) - 0.105 * max(s - 0.45, 0) / 0.55
        half = 0.146 - 0.030 * max(s - 0.6, 0) / 0.4
        x = np.linspace(-half, half, 26)
        round_off = 0.012 * (np.abs(x) / half) ** 8
        lid.append(np.column_stack([x, y + 0.014 * (1 - (x / half) ** 2) * s - 0.004, z + round_off * s]))
    flap = rings(np.array(lid), around=False, caps=False)
    both = join([flap, flap.moved((0, -0.0035, -0.002))._replace(faces=flap.faces[:, ::-1])])
    hem = sweep(np.array(lid)[-1], 0.003, sides=6)
    handles = []
    for y in (-0.026, 0.034):
        for_x = [
            (-0.085, y, h - 0.02),
            (-0.082, y * 0.9, h + 0.07),
            (-0.045, y * 0.5, h + 0.145),
            (0.045, y * 0.5, h + 0.145),
            (0.082, y * 0.9, h + 0.07),
            (0.085, y, h - 0.02),
        ]
        handles.append(sweep(curve(np.array(for_x), 40), 0.0068, sides=10))
    metal = [
        box((0.036, 0.010, 0.026), center=(0, 0.068, 0.118), bevel=0.005),
        lathe([(0.010, 0.0), (0.009, 0.006), (0.001, 0.007)], sides=24, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.072, 0.118)),
    ]
    metal += [
        sweep(
            np.array(
                [
                    (x + 0.010 * math.cos(a), y + 0.004, h - 0.005 + 0.010 * math.sin(a))
                    for a in np.linspace(0, 2 * math.pi, 16, endpoint=False)
                ]
            ),
            0.0018,
            sides=6,
            closed=True,
        )
        for x in (-0.085, 0.085)
        for y in (-0.026, 0.034)
    ]
    feet = [
        lathe([(0.006, 0.0), (0.008, 0.004), (0.008, 0.009)], sides=14).moved((x, y, 0))
        for x in (-0.12, 0.12)
        for y in (-0.04, 0.04)
    ]
    seams = [sweep(np.array(rows)[k, :, :] * [1.004, 1.01, 1.0], 0.0013, sides=5, closed=True) for k in (2,)]
    thing = Thing(
        nodes=(
            things.mesh("handbag body", join([body, both, hem, *seams]), "hide", sharp_rad=math.radians(50)),
            things.mesh("handbag handles", join(handles), "handle"),
            things.mesh("handbag metal", join([*metal, *feet]), "metal"),
        ),
        materials={
            "hide": things.made_of(params.material, params.color),
            "handle": things.made_of("leather", tuple_times(params.color, 0.6)),
            "metal": things.made_of("gold", (0.6, 0.6, 0.6)),
        },
        view_rad=0.5,
        grip=(0.0, 0.004, h + 0.14),
    )
    return things.scaled(thing, params.scale)
