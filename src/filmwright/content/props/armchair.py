"""An armchair: a high padded back with buttons, round arms, a loose seat cushion, turned feet."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _soft
from filmwright.scene.shapes import ball, join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("armchair", "easy chair", "lounge chair")
EXAMPLE = "A green armchair in a studio"
COLOR = "mustard"
MATERIALS = ("wool", "leather", "cotton", "silk")
HOME = ("studio", "living_room")
WIDTH_M, DEPTH_M = 0.86, 0.86
SEAT_M, ARM_TOP_M, BACK_M = 0.45, 0.62, 1.02
_ARM_M, _BASE_M = 0.15, 0.15


class Params(NamedTuple):
    """One armchair: the material and linear color of its cover, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """An armchair."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The armchair, its back behind (-Y)."""
    inner = WIDTH_M - 2 * _ARM_M
    parts = [
        _soft.cushion(
            (WIDTH_M - 0.05, DEPTH_M - 0.08, 0.16), plump_m=0.0, edge_m=0.03, corner_m=0.05, wrinkle_m=0.003
        ).moved((0, 0, _BASE_M + 0.08))
    ]
    lean = rotation(x=0.16)
    back = _soft.cushion(
        (inner + 0.10, BACK_M - 0.28, 0.15),
        plump_m=0.05,
        edge_m=0.06,
        corner_m=0.14,
        wrinkle_m=0.0035,
        welt_m=0.006,
        seed=4,
    )
    placed = back.turned(rotation(x=math.pi / 2)).mirrored(1).turned(lean)  # what was its top looks forward
    parts.append(placed.moved((0, -0.26, (BACK_M + 0.28) / 2)))
    for side in (-1, 1):
        arm = _soft.cushion(
            (_ARM_M, DEPTH_M - 0.06, ARM_TOP_M - _BASE_M),
            plump_m=0.025,
            edge_m=0.06,
            corner_m=0.06,
            welt_m=0.005,
            seed=side + 2,
        )
        parts.append(
            arm.turned(rotation(y=0.05 * side)).moved((side * (WIDTH_M - _ARM_M) / 2, 0.03, (_BASE_M + ARM_TOP_M) / 2))
        )
    deep = DEPTH_M - 0.20
    seat = _soft.cushion(
        (inner - 0.004, deep, 0.16), plump_m=0.045, edge_m=0.03, corner_m=0.06, wrinkle_m=0.009, welt_m=0.0065, seed=9
    )
    parts.append(seat.moved((0, 0.085, SEAT_M - 0.09)))
    buttons = []
    for x, z in ((-0.13, 0.82), (0.13, 0.82), (0.0, 0.70)):
        y = -0.26 - 0.16 * (z - (BACK_M + 0.28) / 2) + 0.115
        buttons.append(ball((0.014, 0.008, 0.014), center=(x, y, z), sides=16, levels=8))
    feet = [
        _parts.leg(
            (x * (WIDTH_M / 2 - 0.10), y * (DEPTH_M / 2 - 0.12), _BASE_M + 0.01),
            (x * (WIDTH_M / 2 - 0.06), y * (DEPTH_M / 2 - 0.07), 0),
            (0.05, 0.026),
            radius=0.45,
        )
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    pillow = (
        _soft.pillow((0.42, 0.40, 0.15), welt_m=0.005, seed=3)
        .turned(rotation(x=1.2, z=0.12))
        .moved((0.02, -0.04, SEAT_M + 0.21))
    )
    thing = Thing(
        nodes=(
            things.mesh("armchair cover", join([*parts, *buttons]), "cover", sharp_rad=None),
            things.mesh("armchair pillow", pillow, "pillow", sharp_rad=None),
            things.mesh("armchair feet", join(feet), "wood"),
        ),
        materials={
            "cover": things.made_of(params.material, params.color),
            "pillow": _parts.plain("cotton", "#d9cdb8"),
            "wood": _parts.plain("wood", "#6b4528"),
        },
        view_rad=0.55,
        top=(0.0, 0.1, SEAT_M + 0.03),
        sits=((0.0, 0.12, SEAT_M, 0.0),),
    )
    return things.scaled(thing, params.size)
