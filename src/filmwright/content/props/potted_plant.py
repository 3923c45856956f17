"""A rubber plant with broad leaves in a pot on its saucer."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _foliage
from filmwright.scene.shapes import Shape, curve, join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("potted plant", "pot plant", "houseplant")
EXAMPLE = "A potted plant in a studio"
COLOR = "#a85a3a"
MATERIALS = ("stone", "ceramic", "metal", "gold")
HOME = ("studio",)
POT_M, RIM_M = 0.25, 0.145  # height of the pot and radius of its rim; chosen


class Params(NamedTuple):
    """One plant: material and linear color of its pot, its size against the usual, and how it has grown."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A plant in a terracotta pot, or a glazed one of the color asked for."""
    usual = "stone" if member.color is None else "ceramic"
    asked = member.color if member.color not in ("green", "light_green", "dark_green") else None
    color = things.color_of(member.model_copy(update={"color": asked}), COLOR)
    return Params(member.material or usual, color, things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The plant: five stems that lean apart, their leaves in a spiral."""
    rng = np.random.default_rng(params.seed)
    stems, leaves = [], []
    for k in range(6):
        turn = 2 * math.pi * (k / 6 + 0.06 * rng.uniform(-1, 1))
        lean, high = (0.05, 0.66) if k == 0 else (rng.uniform(0.12, 0.24), rng.uniform(0.34, 0.56))
        out = np.array([math.cos(turn), math.sin(turn), 0.0])
        root = out * 0.03 + [0, 0, POT_M - 0.03]
        path = curve([root, root + out * lean * 0.25 + [0, 0, 0.4 * high], root + out * lean + [0, 0, high]], 25)
        stems.append(sweep(path, np.linspace(0.0075, 0.0032, 25), sides=8))
        leaves += _leaves(path, rng, turn)
    thing = Thing(
        nodes=(
            things.mesh("plant pot", _pot(), "pot"),
            things.mesh("plant soil", _heap(), "soil"),
            things.mesh("plant stems", join(stems), "stem"),
            things.mesh("plant leaves", join(leaves), "leaf", sharp_rad=None),
        ),
        materials={
            "pot": things.made_of(params.material, params.color),
            "soil": _foliage.soil(),
            "stem": things.made_of("wood", (0.10, 0.13, 0.04)),
            "leaf": _foliage.green(),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)


def _leaves(path: F64, rng: np.random.Generator, turn: float) -> list[Shape]:
    """Leaves on short stalks along the upper part of a stem, larger and hanging lower down, a young one at its tip."""
    out = []
    count = 8
    for j in range(count):
        f = 0.26 + 0.72 * j / (count - 1)
        at = path[int(f * (len(path) - 1))]
        yaw = turn + 2.4 * j + rng.uniform(-0.3, 0.3)  # the golden angle
        up = -0.05 + 0.95 * f + rng.uniform(-0.2, 0.2)
        d = np.array([math.cos(yaw) * math.cos(up), math.sin(yaw) * math.cos(up), math.sin(up)])
        stalk = at + d * 0.035
        length = (0.275 - 0.10 * f) * rng.uniform(0.85, 1.15)
        out.append(sweep([at, stalk, stalk + d * 0.01], 0.0022, sides=5).with_data("leaf", (0.0, 0.1, 0.9)))
        droop = 1.15 - 0.45 * f + rng.uniform(-0.2, 0.25)
        tone = rng.uniform(0.0, 0.65) + 0.3 * (f > 0.9)
        blade = _foliage.leaf(stalk, d, length, 0.52 * length, droop=droop, fold=0.28, tone=tone)
        out.append(_foliage.outward(blade, np.array([0.0, 0.0, POT_M + 0.2])))
    return out


def _pot() -> Shape:
    """A flowerpot with a rim, on a saucer."""
    r, h = RIM_M, POT_M
    profile = [
        (0.0, 0.014), (0.66 * r, 0.014), (0.68 * r, 0.018), (0.90 * r, 0.78 * h), (0.98 * r, 0.785 * h), (1.0 * r, 0.80 * h),
        (1.03 * r, 0.98 * h), (1.02 * r, h), (0.95 * r, h), (0.93 * r, 0.98 * h), (0.86 * r, 0.80 * h), (0.0, 0.80 * h),
    ]  # fmt: skip
    saucer = [
        (0.0, 0.0), (0.70 * r, 0.0), (0.74 * r, 0.004), (0.92 * r, 0.030), (0.93 * r, 0.034), (0.89 * r, 0.034), (0.72 * r, 0.012),
        (0.0, 0.012),
    ]  # fmt: skip
    return join([lathe(profile, sides=56, caps=False), lathe(saucer, sides=56, caps=False)])


def _heap() -> Shape:
    """Soil, a little higher in the middle."""
    r = 0.90 * RIM_M
    return lathe(
        [(r, 0.86 * POT_M), (0.8 * r, 0.895 * POT_M), (0.45 * r, 0.91 * POT_M), (0.05 * r, 0.92 * POT_M)], sides=32
    )
