"""A toothbrush: a bent handle with a soft grip, tufts of bristles in rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("toothbrush", "tooth brush")
EXAMPLE = "A blue toothbrush in a studio"
COLOR = "turquoise"
MATERIALS = ("plastic", "wood", "metal")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
LENGTH_M = 0.19
_HEAD = ((-0.093, -0.064), 0.0058)  # from, to along X, and half the width of the bristles' field


class Params(NamedTuple):
    """One toothbrush: its handle's material and linear color, its size against the usual, and how its bristles lie."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A toothbrush."""
    return Params(
        member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The toothbrush lying along X, its head at -X, bristles up."""
    handle, grips = _handle()
    white, tinted = _bristles(params.seed)
    thing = Thing(
        nodes=(
            things.mesh("toothbrush handle", handle, "handle", sharp_rad=None),
            things.mesh("toothbrush grip", grips, "grip", sharp_rad=None),
            Strands(name="toothbrush white", points=white, radii=np.full(2, 0.00013), material="bristle"),
            Strands(name="toothbrush tinted", points=tinted, radii=np.full(2, 0.00013), material="tint"),
        ),
        materials={
            "handle": things.made_of(params.material, params.color),
            "grip": _parts.plain("rubber", "#f1f1ef"),
            "bristle": Material(color=(0.82, 0.84, 0.86), roughness=0.4, specular=0.3, preview=(0.8, 0.8, 0.8)),
            "tint": Material(color=toned(params.color, 1.1), roughness=0.4, specular=0.3, preview=params.color),
        },
        view_rad=0.25,
    )
    return things.scaled(thing, params.size)


def _handle() -> tuple[Shape, Shape]:
    """The handle with neck and head; and the soft ribs let into it."""
    rows = curve(  # x, width, thickness, height of the middle
        [
            (-0.096, 0.006, 0.0030, 0.0075), (-0.092, 0.0115, 0.0042, 0.0075), (-0.080, 0.0130, 0.0046, 0.0075),
            (-0.064, 0.0110, 0.0046, 0.0075), (-0.052, 0.0058, 0.0050, 0.0078), (-0.030, 0.0056, 0.0056, 0.0072),
            (-0.012, 0.0100, 0.0080, 0.0056), (0.010, 0.0128, 0.0098, 0.0054), (0.045, 0.0110, 0.0088, 0.0050),
            (0.078, 0.0124, 0.0078, 0.0046), (0.092, 0.0100, 0.0066, 0.0042), (0.096, 0.005, 0.0036, 0.0040),
        ],
        72,
    )  # fmt: skip
    stack = []
    for x, w, t, z in rows:
        o = rounded_rectangle(w, t, 0.46 * min(w, t), per_corner=5)
        stack.append(np.column_stack([np.full(len(o), x), o[:, 0], o[:, 1] + z]))
    ribs = []
    for k, x in enumerate(np.linspace(0.0, 0.062, 14)):
        half = 0.0042 - 0.0001 * k
        z = float(np.interp(x, rows[:, 0], rows[:, 3] + rows[:, 2] / 2))
        ribs.append(
            lathe([(1.0, -0.2), (0.9, 0.4), (0.5, 0.75), (0.05, 0.85)], sides=14)
            .scaled((0.0014, half, 0.0010))
            .moved((x, 0, z - 0.0001))
        )
    return rings(np.array(stack)), join(ribs)


def _bristles(seed: int) -> tuple[F64, F64]:
    """Roots and tips (n, 2, 3) of white bristles and of those in the color of the handle."""
    rng = np.random.default_rng(seed)
    (x0, x1), half = _HEAD
    white: list[F64] = []
    tinted: list[F64] = []
    columns = 11
    for i in range(columns):
        for j in range(4):
            cx, cy = x0 + 0.0018 + (x1 - x0 - 0.002) * i / (columns - 1), (j - 1.5) * half * 0.60
            a, r = rng.uniform(0, 2 * np.pi, 46), 0.00115 * np.sqrt(rng.uniform(0, 1, 46))
            root = np.column_stack([cx + r * np.cos(a), cy + r * np.sin(a), np.full(46, 0.0094)])
            lean = np.column_stack([r * np.cos(a), r * np.sin(a), np.zeros(46)]) * 0.35 + rng.normal(
                0, 0.00012, (46, 3)
            )
            tall = 0.0112 + (0.0012 if i in (0, 1, columns - 1) else 0.0) - 0.0006 * (j in (0, 3))
            tip = root + lean + [0, 0, tall]
            (tinted if i in (0, 1, 5, columns - 1) or (j in (0, 3) and i % 4 == 2) else white).append(
                np.stack([root, tip], 1)
            )
    return np.concatenate(white), np.concatenate(tinted)
