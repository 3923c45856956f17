"""A letter box of sheet metal on a wooden post, its red flag up."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, ball, box, join, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("mailbox", "letter box", "letterbox", "postbox")
EXAMPLE = "A mailbox in a meadow"
COLOR = "#c3c7ca"
MATERIALS = ("metal", "lacquer", "plastic")
HOME = ("meadow", "studio")
POST_M, LONG_M, WIDE_M, SIDE_M = (
    1.05,
    0.48,
    0.17,
    0.13,
)  # height to the box; its length, width, straight side; United States No. 1


class Params(NamedTuple):
    """One mailbox: color, material, size."""

    color: Color
    material: str
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The mailbox somebody asked for."""
    return Params(things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member))


def build(params: Params) -> Thing:
    """The mailbox, its door at the front, its flag on its right side."""
    shell = rings(np.array([_arch(y, 0.0) for y in np.linspace(-LONG_M / 2, LONG_M / 2, 6)]))
    beads = [sweep(_arch(y, 0.002), 0.0055, sides=8, closed=True) for y in (-LONG_M / 2, -0.08, 0.12)]
    door = rings(np.array([_arch(y, s) for y, s in ((0.0, 0.005), (0.018, 0.006), (0.024, 0.0), (0.026, -0.012))]))
    latch = [
        box((0.026, 0.030, 0.010), center=(0, LONG_M / 2 + 0.034, SIDE_M + 0.055), bevel=0.003),
        box((0.050, 0.006, 0.030), center=(0, LONG_M / 2 + 0.027, SIDE_M + 0.052), bevel=0.002),
    ]
    tin = join([shell, *beads, door.moved((0, LONG_M / 2, 0)), *latch]).moved((0, 0, POST_M))
    wood = [
        _parts.board((0.095, 0.095, POST_M - 0.02), (0, -0.02, (POST_M - 0.02) / 2), bevel=0.008),
        _parts.board((0.15, 0.44, 0.024), (0, 0, POST_M - 0.012), bevel=0.004),
        _parts.grained(
            box((0.07, 0.06, 0.36), bevel=0.006).turned(rotation(x=-0.75)).moved((0, 0.10, POST_M - 0.16)), 2
        ),
    ]
    thing = Thing(
        nodes=(
            things.mesh("mailbox tin", tin, "tin"),
            things.mesh("mailbox flag", _flag().moved((0, 0, POST_M)), "flag"),
            things.mesh("mailbox post", join(wood), "wood"),
        ),
        materials={
            "tin": things.made_of(params.material, params.color),
            "flag": _parts.plain("lacquer", "#d01818"),
            "wood": _parts.plain("wood", "#8a6a4a"),
        },
        view_rad=0.8,
        face=(0.0, 0.0, POST_M + 0.1),
        face_m=0.62,
    )
    return things.scaled(thing, params.scale)


def _arch(y: float, swell: float) -> F64:
    """The outline of the box across its length: a flat floor, straight sides, a half-round top."""
    w = WIDE_M / 2 + swell
    a = np.linspace(0, math.pi, 28)
    top = np.column_stack([w * np.cos(a), SIDE_M + w * np.sin(a)])
    xz = np.concatenate([[(-w + 0.004, -swell), (w - 0.004, -swell), (w, 0.004 - swell)], top, [(-w, 0.004 - swell)]])
    return np.column_stack([xz[:, 0], np.full(len(xz), y), xz[:, 1]])[::-1]


def _flag() -> Shape:
    """The red flag, raised on its pivot."""
    x = WIDE_M / 2 + 0.011
    staff = box((0.006, 0.022, 0.25), center=(x, 0.06, SIDE_M + 0.075), bevel=0.002)
    cloth = box((0.006, 0.105, 0.065), center=(x, 0.1015, SIDE_M + 0.1675), bevel=0.003)
    pin = ball((0.010, 0.016, 0.016), center=(x + 0.002, 0.06, SIDE_M - 0.035), sides=16, levels=10)
    return join([staff, cloth, pin])
