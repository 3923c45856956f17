"""A hexagonal dumbbell: rubber heads on a knurled chrome handle."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, coords, op
from filmwright.scene.shapes import Shape, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("dumbbell",)
EXAMPLE = "A dumbbell in a studio"
COLOR = "#202124"
MATERIALS = ("rubber", "lacquer", "metal", "chrome")
HOME = ("gym", "studio")
GRIP = ("hang",)
LENGTH_M, HEAD_M, ACROSS_M = 0.31, 0.095, 0.066  # of 10 kg: whole, one head, half the distance of its flats


class Params(NamedTuple):
    """One dumbbell: what its heads are made of and their linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The dumbbell somebody asked for."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The dumbbell lying on a flat of its heads, its handle along x."""
    heads = [_head().turned(rotation(z=math.pi if side < 0 else 0.0)).moved((0, 0, ACROSS_M)) for side in (-1, 1)]
    collars = [_round([(0.021, 0.064), (0.021, 0.058), (0.017, 0.052)]).scaled((s, 1, 1)) if s > 0 else
               _round([(0.021, 0.064), (0.021, 0.058), (0.017, 0.052)]).mirrored(0) for s in (-1, 1)]  # fmt: skip
    reach = LENGTH_M / 2 - HEAD_M
    x = np.linspace(-reach - 0.005, reach + 0.005, 15)
    handle = _round([(0.0145 + 0.0035 * math.cos(min(abs(v) / reach, 1.0) * math.pi / 2), v) for v in x])
    label = _parts.lettering("10", 0.034, (0.0, 0.0)).turned(np.array([[0.0, 0, 1], [1, 0, 0], [0, 1, 0]]))
    thing = Thing(
        nodes=(
            things.mesh("dumbbell heads", join(heads), "heads"),
            things.mesh("dumbbell handle", join([handle, *collars]).moved((0, 0, ACROSS_M)), "steel", sharp_rad=None),
            things.mesh("dumbbell label", label.moved((LENGTH_M / 2 + 0.0005, 0, ACROSS_M)), "label"),
        ),
        materials={
            "heads": things.made_of(params.material, params.color),
            "steel": _knurled(),
            "label": _parts.plain("paper", "#c9c9c4"),
        },
        view_rad=0.55,
        grip=(0.0, 0.0, ACROSS_M),
    )
    return things.scaled(thing, params.size)


def _round(rows: list[tuple[float, float]]) -> Shape:
    """Rows (radius, x) turned about the x axis."""
    a = np.linspace(0, 2 * math.pi, 28, endpoint=False)
    return rings(np.array([np.column_stack([np.full(28, x), r * np.cos(a), r * np.sin(a)]) for r, x in rows]))


def _head() -> Shape:
    """The head at +x: a hexagon with rounded edges round the x axis, standing on a flat."""
    rows = []
    x0, x1 = LENGTH_M / 2 - HEAD_M, LENGTH_M / 2
    for x, share in (
        (x0, 0.62),
        (x0 + 0.008, 0.80),
        (x0 + 0.022, 0.985),
        (x0 + 0.027, 1.0),
        (x1 - 0.010, 1.0),
        (x1 - 0.004, 0.975),
        (x1, 0.91),
        (x1, 0.5),
    ):
        rows.append(np.column_stack([np.full(48, x), _hexagon(share * ACROSS_M)]))
    return rings(np.array(rows))


def _hexagon(across: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A hexagon (48, 2) on a flat, its corners rounded; `across` is half the distance of its flats."""
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False) + math.pi / 48
    away = np.abs((a - math.pi / 2 + math.pi / 6) % (math.pi / 3) - math.pi / 6)
    r = np.minimum(across / np.cos(away), 1.11 * across)
    return np.column_stack([r * np.cos(a), r * np.sin(a)])


def _knurled() -> Material:
    """Chrome with a diamond pattern cut into its middle."""
    spot = coords("rest")
    turn = op("atan2", op("sub", op("z", spot), ACROSS_M), op("y", spot)) * 14.0
    along = op("x", spot) * 900.0
    cut = op("max", op("sin", turn + along), op("sin", turn - along))
    return Material(
        color=(0.62, 0.63, 0.64), metallic=1.0, roughness=0.22, bumps=(Bump(height=cut, strength=0.5, distance_m=0.0006),),
        preview=(0.6, 0.6, 0.6),
    )  # fmt: skip
