"""A black frying pan with two fried eggs in it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("frying pan", "skillet")
EXAMPLE = "A frying pan on a table"
COLOR = "black"
MATERIALS = ("metal", "lacquer")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
RADIUS_M, HANDLE_M = 0.140, 0.200


class Params(NamedTuple):
    """One pan: its material and linear color, its size against the usual, how its eggs lie."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A pan."""
    return Params(
        member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The pan, its handle towards who stands behind it (-Y)."""
    r = RADIUS_M
    wall = [
        (0.001, 0.0), (0.78 * r, 0.0), (0.84 * r, 0.003), (0.985 * r, 0.040), (r, 0.045), (0.985 * r, 0.0455),
        (0.965 * r, 0.041), (0.82 * r, 0.0065), (0.76 * r, 0.004), (0.001, 0.004),
    ]  # fmt: skip
    dish = lathe(wall, sides=72, caps=False)
    handle = sweep(
        [(0, -0.95 * r, 0.036), (0, -r - 0.03, 0.046), (0, -r - 0.10, 0.058), (0, -r - HANDLE_M, 0.060)],
        [0.008, 0.009, 0.0125, 0.0115],
        sides=16,
        flat=0.7,
    )
    rng = np.random.default_rng(params.seed)
    spots = ((-0.045, 0.030), (0.046, -0.028))
    white = join([_white(rng).moved((x, y, 0.0046)) for x, y in spots])
    yolk = join([ball((0.019, 0.019, 0.012), center=(x + 0.004, y, 0.009), sides=28, levels=14) for x, y in spots])
    thing = Thing(
        nodes=(
            things.mesh("frying pan", dish, "pan"),
            things.mesh("frying pan handle", handle, "handle", sharp_rad=None),
            things.mesh("frying pan white", _food.upward(white), "white", sharp_rad=None),
            things.mesh("frying pan yolk", yolk, "yolk", sharp_rad=None),
        ),
        materials={
            "pan": things.made_of(params.material, params.color),
            "handle": _parts.plain("plastic", "#191816"),
            "white": Material(color=(0.86, 0.83, 0.76), roughness=0.3, specular=0.5, preview=(0.9, 0.88, 0.8)),
            "yolk": Material(color=(0.86, 0.38, 0.02), roughness=0.2, specular=0.6, coat=0.4, preview=(0.95, 0.6, 0.1)),
        },
        view_rad=0.8,
        top=(0.0, 0.0, 0.01),
        hollow=(0.0, 0.0, 0.01),
        grip=(0.0, -r - HANDLE_M + 0.05, 0.060),
    )
    return things.scaled(thing, params.size)


def _white(rng: np.random.Generator) -> Shape:
    """The white of an egg, as it runs: a flat, uneven round."""
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    edge = 0.043 * (1 + 0.10 * np.sin(2 * a + rng.uniform(0, 6)) + 0.07 * np.sin(3 * a + rng.uniform(0, 6)))
    stack = [np.column_stack([edge * k * np.cos(a), edge * k * np.sin(a), np.full(40, z)]) for k, z in _WHITE]
    return rings(np.array(stack), caps=False)


_WHITE = ((1.0, 0.0), (0.97, 0.0022), (0.85, 0.0034), (0.5, 0.0044), (0.02, 0.005))
