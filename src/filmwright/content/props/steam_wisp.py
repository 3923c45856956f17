"""Steam over what is hot: wisps that rise, turn about each other and thin out."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, attribute, coords, mapping, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, grid, join
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("wisp of steam", "plume of steam", "wisps of steam")
EXAMPLE = "A wisp of steam in a studio"
COLOR = "white"
HOME = ("tabletop", "studio")
HIGH_M, REACH_M, SHEETS = 0.24, 0.036, 3  # how high and how far from the middle of the cup, in how many sheets; chosen
RISE_M_S = 0.10  # of warm air over a cup; by eye
BRIGHT = 0.20  # radiance of the thickest at exposure 0; by eye


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The steam over something."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The wisps, from z = 0 up."""
    wisps = join([_wisp(k, params.seed) for k in range(SHEETS)])
    thing = Thing(
        nodes=(things.mesh("steam", wisps, "steam", sharp_rad=None, shadow=False),),
        materials={"steam": _vapor(params.seed, params.color)},
    )
    return things.scaled(thing, params.size)


def _wisp(k: int, seed: int) -> Shape:
    """An upright sheet that winds and widens as it rises, turned another way than the others; point data "up" 0 at its root, 1 at its end,
    "side" -1..1 across. Sheets, because light is not followed through as many skins as tubes have."""
    rng = np.random.default_rng([seed, k])
    u, t = (axis.ravel() for axis in np.meshgrid(np.linspace(-1, 1, 13), np.linspace(0, 1, 40)))
    wide = REACH_M * (0.75 + 0.9 * t)
    bend = 0.020 * t * np.sin(float(rng.uniform(4, 6)) * t + 2.0 * k) + 0.006 * np.sin(7.0 * t + 2.6 * u + k)
    a = math.pi * k / SHEETS + 0.4 + 0.8 * t
    x = wide * u * np.cos(a) - bend * np.sin(a)
    y = wide * u * np.sin(a) + bend * np.cos(a)
    made = grid(np.linspace(0, 1, 13), np.linspace(0, 1, 40))
    sheet = made._replace(points=np.column_stack([x, y, HIGH_M * t]))
    return sheet.with_data("up", t).with_data("side", u)


def _vapor(seed: int, color: Color) -> Material:
    """Mist that light passes through: densest low in the middle, drawn out upward, gone at the top and at its edges."""
    up, side = attribute("up"), attribute("side")
    place = mapping(coords("rest"), scale=(26.0, 26.0, 11.0), offset=(1.7 * (seed % 50), 0.0, 0.0))
    rising = op("vadd", place, op("combine", 0.0, 0.0, op("time") * (-11.0 * RISE_M_S)))
    torn = grain(rising, scale=1.0, detail=2.0, roughness=0.42, distortion=0.9)
    edge = remap(op("abs", side), 0.25, 1.0, 1.0, 0.0, smooth=True)
    thick = remap(torn, 0.40, 0.78, 0.0, 1.0, smooth=True)
    ends = remap(up, 0.0, 0.12, 0.0, 1.0, smooth=True) * remap(up, 0.22, 1.0, 1.0, 0.0, smooth=True)
    return Material(
        model="glow",
        emission=color,
        emission_strength=edge * thick * ends * BRIGHT,
        haze=False,
        preview=(0.8, 0.8, 0.8),
    )
