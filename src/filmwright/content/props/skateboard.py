"""A skateboard with grip tape on top, trucks and four wheels."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Ride, Thing
from filmwright.content.props._food import tuple_times
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.scene.shapes import Shape, box, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("skateboard",)
EXAMPLE = "A skateboard"
COLOR = "red"
MATERIALS = ("wood", "plastic")
HOME = ("studio",)
CARRIES = ("skateboard", "ride")
SPEEDS = {"skateboard": 3.2, "ride": 3.2, "roll": 2.0}


class Params(NamedTuple):
    """One skateboard: color of its wheels and underside, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The skateboard somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The board, standing on its wheels."""
    deck, tape = _deck(0.0, 0.0105), _deck(0.0108, 0.0004, shrink=0.004)
    parts, wheels, bolts = [], [], []
    for y in (-0.245, 0.245):
        parts.append(box((0.055, 0.085, 0.010), center=(0, y, 0.093), bevel=0.003))
        parts.append(lathe([(0.021, 0.062), (0.026, 0.070), (0.021, 0.088)], sides=20).moved((0, y, 0)))
        parts.append(
            sweep(
                [(-0.075, y, 0.056), (-0.03, y, 0.060), (0.03, y, 0.060), (0.075, y, 0.056)],
                [0.009, 0.015, 0.015, 0.009],
                sides=14,
            )
        )
        for x in (-0.088, 0.088):
            wheel = lathe(
                [(0.008, -0.016), (0.022, -0.017), (0.0265, -0.012), (0.0265, 0.012), (0.022, 0.017), (0.008, 0.016)],
                sides=36,
            )
            wheels.append(wheel.turned(rotation(y=math.pi / 2)).moved((x, y, 0.0265)))
            parts.append(
                lathe([(0.001, -0.0185), (0.0075, -0.0185), (0.0075, 0.0185), (0.001, 0.0185)], sides=16)
                .turned(rotation(y=math.pi / 2))
                .moved((x, y, 0.0265))
            )
        parts.append(sweep([(-0.10, y, 0.0265), (0.10, y, 0.0265)], 0.004, sides=10))
        parts += [box((0.022, 0.022, 0.034), center=(s * 0.058, y, 0.041), bevel=0.006) for s in (-1, 1)]
        bolts += [
            lathe([(0.0045, 0.0), (0.004, 0.0016), (0.001, 0.002)], sides=12, caps=False).moved(
                (sx * 0.02, y + sy * 0.03, 0.1098)
            )
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
    thing = Thing(
        nodes=(
            things.mesh("skateboard deck", deck, "deck", sharp_rad=math.radians(60)),
            things.mesh("skateboard tape", tape, "tape"),
            things.mesh("skateboard trucks", join([*parts, *bolts]), "metal"),
            things.mesh("skateboard wheels", join(wheels), "wheel"),
        ),
        materials={
            "deck": things.made_of(params.material, params.color),
            "tape": _tape(),
            "metal": things.made_of("metal", (0.55, 0.56, 0.58)),
            "wheel": things.made_of("plastic", tuple_times(params.color, 1.2)),
        },
        view_rad=1.05,
        top=(0, 0, 0.11),
        ride=Ride(seat=(0.0, 0.0, 0.11), feet=((0.0, 0.235, 0.112), (0.0, -0.225, 0.112)), way="upright"),
    )
    return things.scaled(thing, params.scale)


def _deck(lift: float, thick: float, *, shrink: float = 0.0) -> Shape:
    """Round ends that turn up, a hollow along the middle."""
    ys = np.concatenate([np.linspace(-0.40, -0.30, 14), np.linspace(-0.28, 0.28, 16), np.linspace(0.30, 0.40, 14)])
    rows = []
    for y in ys:
        end = max(abs(y) - 0.295, 0.0)
        half = max(0.102 * math.sqrt(max(1 - (end / 0.1052) ** 2, 0.0)) - shrink, 0.002)
        rise = 0.098 + 0.42 * max(abs(y) - 0.27, 0.0) ** 1.15
        x = np.linspace(-1, 1, 17)
        z = rise + lift + 0.005 * np.abs(x) ** 2.5
        top = np.column_stack([x * half, np.full(17, y), z + thick])
        low = np.column_stack([x[::-1] * half, np.full(17, y), z[::-1]])
        rows.append(np.concatenate([top, low]))
    return rings(np.array(rows))


def _tape() -> Material:
    grit = noise(coords("rest"), scale=900, detail=2)
    return Material(
        color=mix((0.008, 0.008, 0.009), (0.05, 0.05, 0.052), grit),
        roughness=0.95,
        specular=0.2,
        bumps=(Bump(height=grit, strength=0.6, distance_m=0.0006),),
        preview=(0.02, 0.02, 0.02),
    )
