"""A pair of scissors lying open: two steel blades on a screw, molded handles."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, box, curve, join, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("scissors", "pair of scissors", "shears")
EXAMPLE = "Red scissors in a studio"
COLOR = "orange"
MATERIALS = ("plastic", "metal", "rubber", "gold")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
BLADE_M = 0.115  # from the screw to the tip
_OPEN_RAD = math.radians(13.0)  # of each blade from the middle; chosen


class Params(NamedTuple):
    """One pair: its handles' material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Scissors."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The scissors, flat, their tips away from the front (-Y)."""
    lift = 0.0085
    blades, grips = [], []
    for side in (-1, 1):
        blade, grip = _half(0.040 if side > 0 else 0.036)
        turn = rotation(z=side * _OPEN_RAD)
        height = lift + 0.0013 * side
        both = [s if side > 0 else s.mirrored(0) for s in (blade, grip)]
        blades.append(both[0].turned(turn).moved((0, 0, height)))
        grips.append(both[1].turned(turn).moved((0, 0, lift + 0.0004 * side)))
    screw = [
        _parts.disc(0.0058, 0.0038, bevel=0.0016).moved((0, 0, lift + 0.0036)),
        _parts.disc(0.0052, 0.003).moved((0, 0, lift - 0.0045)),
    ]
    slot = box((0.0085, 0.0011, 0.0006), center=(0, 0, lift + 0.0073))
    middle = np.array([0.0, 0.012, 0.0])
    thing = Thing(
        nodes=(
            things.mesh("scissors blades", join(blades).moved(middle), "steel"),
            things.mesh("scissors screw", join(screw).moved(middle), "chrome"),
            things.mesh("scissors slot", slot.moved(middle), "dark"),
            things.mesh("scissors handles", join(grips).moved(middle), "grip"),
        ),
        materials={
            "steel": _parts.plain("metal", "#d4d6d9"),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "dark": _parts.plain("plastic", "#111111"),
            "grip": things.made_of(params.material, params.color),
        },
        view_rad=0.55,
    )
    return things.scaled(thing, params.size)


def _half(loop_m: float) -> tuple[Shape, Shape]:
    """One blade pointing to -Y with its edge on the -X side, and its handle with a loop `loop_m` long at +Y on the same side."""
    n = 26
    f = np.linspace(0, 1, n)
    y = 0.030 - f * (BLADE_M + 0.030)
    spine = 0.0075 * (1 - 0.1 * f) * np.where(f > 0.55, 1 - np.clip((f - 0.55) / 0.45, 0, 1) ** 2.2 * 0.95, 1.0)
    edge = np.full(n, -0.0068) * np.where(f > 0.9, 1 - ((f - 0.9) / 0.1) ** 2 * 0.9, 1.0)
    rows: list[F64] = []
    for k in range(n):
        a, b = edge[k], spine[k]
        rows.append(
            np.array(
                [
                    (a, y[k], -0.0012),
                    (b, y[k], -0.0012),
                    (b, y[k], 0.0011),
                    (0.35 * b + 0.65 * a + 0.002, y[k], 0.0012),
                    (a, y[k], -0.0009),
                ]
            )
        )
    blade = rings(np.array(rows))
    center = np.array([-0.020, 0.030 + 0.024 + loop_m])
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    ring = np.column_stack(
        [center[0] + 0.0185 * np.cos(a) * (1 + 0.12 * np.sin(a)), center[1] + 0.9 * loop_m * np.sin(a), np.zeros(48)]
    )
    loop = sweep(ring, 0.0058 + 0.0012 * np.cos(a) ** 2, sides=14, closed=True)
    start = (center[0] + 0.006, center[1] - 0.86 * loop_m, 0.0)
    stem = sweep(
        curve([(0.001, 0.006, 0.0), (0.002, 0.022, 0.0), (-0.002, 0.040, 0.0), start], 24),
        np.linspace(0.0062, 0.0072, 24),
        sides=14,
    )
    return blade, join([loop, stem])
