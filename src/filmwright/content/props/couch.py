"""A three-seat couch with loose cushions, piped edges and two throw pillows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _soft
from filmwright.scene.shapes import join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("couch", "sofa", "settee")
EXAMPLE = "A blue couch in a studio"
COLOR = "teal"
MATERIALS = ("wool", "leather", "cotton", "silk")
HOME = ("studio", "living_room")
WIDTH_M, DEPTH_M = 2.10, 0.92
ARM_M, SEAT_M, ARM_TOP_M, BACK_M = 0.20, 0.44, 0.62, 0.84
_BASE_M = 0.13  # height of the legs


class Params(NamedTuple):
    """One couch: the material and linear color of its cover, of its pillows, its size against the usual."""

    material: str
    color: Color
    pillow: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A couch; its pillows are warm or pale."""
    pillows = ("#c99a4b", "#d9cdb8", "#b5664a")
    pillow = things.color_of(Member(id=member.id, kind=member.kind), pillows[int(rng.integers(len(pillows)))])
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), pillow, things.size_of(member))


def build(params: Params) -> Thing:
    """The couch, its back behind (-Y)."""
    inner = WIDTH_M - 2 * ARM_M
    seat = inner / 3
    deep = DEPTH_M - 0.22
    base = _soft.cushion(
        (WIDTH_M - 0.04, DEPTH_M - 0.03, 0.18), plump_m=0.0, edge_m=0.02, corner_m=0.04, wrinkle_m=0.003
    )
    parts = [base.moved((0, 0, _BASE_M + 0.09))]
    back = _soft.cushion(
        (WIDTH_M - 0.06, 0.20, BACK_M - _BASE_M - 0.02), plump_m=0.01, edge_m=0.05, corner_m=0.07, welt_m=0.006
    )
    parts.append(back.turned(rotation(x=0.08)).moved((0, -DEPTH_M / 2 + 0.11, (_BASE_M + BACK_M) / 2)))
    for side in (-1, 1):
        arm = _soft.cushion(
            (ARM_M, DEPTH_M, ARM_TOP_M - _BASE_M),
            plump_m=0.018,
            edge_m=0.045,
            corner_m=0.05,
            welt_m=0.006,
            seed=3 + side,
        )
        parts.append(arm.moved((side * (WIDTH_M - ARM_M) / 2, 0, (_BASE_M + ARM_TOP_M) / 2)))
    for k in range(3):
        x = (k - 1) * seat
        sit = _soft.cushion(
            (seat - 0.006, deep, 0.155),
            plump_m=0.035,
            edge_m=0.024,
            corner_m=0.045,
            wrinkle_m=0.008,
            welt_m=0.0065,
            seed=k,
        )
        parts.append(sit.moved((x, DEPTH_M / 2 - deep / 2 + 0.01, SEAT_M - 0.085)))
        lean = _soft.cushion(
            (seat - 0.012, 0.42, 0.15),
            plump_m=0.06,
            edge_m=0.03,
            corner_m=0.07,
            wrinkle_m=0.011,
            welt_m=0.0065,
            seed=k + 6,
        )
        parts.append(lean.turned(rotation(x=-1.32)).mirrored(1).turned(rotation(z=0)).moved((x, -0.215, SEAT_M + 0.21)))
    pillows = [
        _soft.pillow((0.46, 0.44, 0.17), welt_m=0.005, seed=s)
        .turned(rotation(x=1.15, z=turn))
        .moved((x, -0.02, SEAT_M + 0.22))
        for x, turn, s in ((-0.63, 0.35, 2), (0.62, -0.3, 5))
    ]
    feet = [
        _parts.leg(
            (x * (WIDTH_M / 2 - 0.13), y * (DEPTH_M / 2 - 0.11), _BASE_M),
            (x * (WIDTH_M / 2 - 0.10), y * (DEPTH_M / 2 - 0.09), 0),
            (0.055, 0.03),
        )
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    thing = Thing(
        nodes=(
            things.mesh("couch cover", join(parts), "cover", sharp_rad=None),
            things.mesh("couch pillows", join(pillows), "pillow", sharp_rad=None),
            things.mesh("couch legs", join(feet), "wood"),
        ),
        materials={
            "cover": things.made_of(params.material, params.color),
            "pillow": things.made_of("cotton", params.pillow),
            "wood": _parts.plain("wood", "#6b4528"),
        },
        view_rad=0.42,
        top=(0.0, 0.1, SEAT_M + 0.02),
        sits=tuple((x * seat, 0.14, SEAT_M, 0.0) for x in (0, -1, 1)),
    )
    return things.scaled(thing, params.size)
