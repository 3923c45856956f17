"""A ribbed orange pumpkin with its dry stalk and a curled tendril."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _foliage, _food
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, curve, join, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("pumpkin",)
EXAMPLE = "A pumpkin in a studio"
COLOR = "#d9701a"
HOME = ("tabletop", "studio")
GRIP = ("carry",)
WIDE_M, HIGH_M, RIBS = 0.36, 0.25, 11


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The pumpkin somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The pumpkin."""
    stalk, tendril = _stalk()
    leaves = [
        _foliage.leaf(
            np.array([0.03, 0.0, HIGH_M - 0.03]), np.array([0.8, 0.5, 0.35]), 0.17, 0.15, droop=1.2, fold=0.12, tone=0.5
        ),
        _foliage.leaf(
            np.array([-0.02, 0.02, HIGH_M - 0.03]),
            np.array([-0.9, 0.1, 0.3]),
            0.13,
            0.12,
            droop=1.3,
            fold=0.12,
            tone=0.3,
        ),
    ]
    thing = Thing(
        nodes=(
            things.mesh("pumpkin", ribbed(WIDE_M, HIGH_M, params.seed), "skin", sharp_rad=None),
            things.mesh("pumpkin stalk", stalk, "stalk", sharp_rad=None),
            things.mesh("pumpkin tendril", tendril, "tendril"),
            things.mesh("pumpkin leaves", join(leaves), "leaf", sharp_rad=None),
        ),
        materials={
            "skin": skin(params.color),
            "stalk": _food.skin((0.20, 0.17, 0.07), (0.10, 0.10, 0.04), scale=40, roughness=0.8),
            "tendril": _food.skin((0.16, 0.24, 0.05), roughness=0.6),
            "leaf": _foliage.green((0.02, 0.07, 0.016), (0.08, 0.18, 0.04)),
        },
        view_rad=0.3,
        top=(0.0, 0.0, HIGH_M),
    )
    return things.scaled(thing, params.size)


def ribbed(wide: float, high: float, seed: int) -> Shape:
    """A flattened ball with ribs, its ends drawn in. Point data "rib": 0 in a furrow, 1 on a ridge."""
    rng = np.random.default_rng(seed)
    around = RIBS * 16
    a = np.arange(around) * 2 * math.pi / around
    ridge = np.abs(np.sin(RIBS * a / 2)) ** 0.62
    uneven = 1 + 0.05 * np.repeat(rng.uniform(-1, 1, RIBS), 16)
    stack = []
    for b in np.linspace(-math.pi / 2 + 0.02, math.pi / 2 - 0.02, 44):
        flat = math.cos(b) ** 0.82
        r = wide / 2 * flat * (0.86 + 0.14 * ridge * uneven)
        dip = 0.30 * math.exp(-((flat / 0.33) ** 2))
        z = high / 2 * math.sin(b) * (1 - dip) * (0.95 + 0.05 * ridge)
        stack.append(np.column_stack([r * np.cos(a), r * np.sin(a), np.broadcast_to(z, around)]))
    made = rings(np.array(stack))
    marks = np.concatenate([np.tile(ridge, 44), [0.5, 0.5]])
    low = made.points[:, 2].min()
    return made.moved((0, 0, -low)).with_data("rib", marks)


def skin(color: Color) -> Material:
    """Waxy skin, deeper in the furrows, with flecks and scars."""
    rest = coords("rest")
    patch = noise(rest, scale=14.0, detail=4)
    fleck = remap(noise(rest, scale=130.0, detail=2), 0.62, 0.70)
    deep: Color = (0.55 * color[0], 0.38 * color[1], 0.3 * color[2])
    pale: Color = (min(1.0, 1.1 * color[0] + 0.05), 1.25 * color[1] + 0.05, color[2] + 0.03)
    rib = _food.attribute_number("rib") + (patch - 0.5) * 0.5
    base = mix(deep, color, remap(rib, 0.05, 0.75))
    base = mix(base, pale, fleck * 0.5)
    return Material(
        color=base,
        roughness=0.38,
        specular=0.45,
        coat=0.25,
        coat_roughness=0.2,
        subsurface=0.1,
        bumps=(Bump(height=patch, strength=0.3, distance_m=0.003),),
        preview=color,
    )


def _stalk() -> tuple[Shape, Shape]:
    """The stalk, ribbed, bent over, and a tendril from its foot."""
    z = HIGH_M - 0.055
    path = curve([(0, 0, z), (0.0, 0, z + 0.05), (0.012, 0, z + 0.10), (0.045, 0.01, z + 0.13)], 20)
    radius = np.interp(np.linspace(0, 1, 20), [0, 0.15, 0.5, 1], [0.042, 0.024, 0.017, 0.022])
    stalk = sweep(path, radius, sides=20)
    t = np.linspace(0, 1, 90)
    coil = np.column_stack(
        [
            0.02 + 0.15 * t + 0.020 * np.cos(26 * t) * t,
            -0.05 - 0.06 * t,
            z + 0.05 - 0.05 * t + 0.020 * np.sin(26 * t) * t,
        ]
    )
    return stalk, sweep(coil, 0.0026, sides=7)
