"""A freestanding bathtub with a rolled rim on four claw feet, its taps at one end."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bathtub", "bath tub", "clawfoot tub")
EXAMPLE = "A bathtub in a studio"
COLOR = "white"
MATERIALS = ("ceramic", "lacquer", "metal", "gold", "stone")
HOME = ("studio",)
LENGTH_M, WIDTH_M, RIM_M = 1.70, 0.78, 0.60


class Params(NamedTuple):
    """One bathtub: its outside's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A bathtub."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The bathtub lying along X, taps at -X, full of water to a hand below its rim."""
    outside, inside = _tub()
    water = rings(np.array([_ring(0.655, 0.275, 0.475, 0.0), _ring(0.01, 0.01, 0.475, 0.0)]), caps=False)
    feet = join([_foot(x, y) for x in (-0.52, 0.52) for y in (-0.22, 0.22)])
    thing = Thing(
        nodes=(
            things.mesh("bathtub tub", join([outside, inside.painted(1)]), "outside", "inside", sharp_rad=None),
            things.mesh("bathtub water", water, "water"),
            things.mesh("bathtub metal", join([feet, *_taps()]), "chrome"),
        ),
        materials={
            "outside": things.made_of(params.material, params.color),
            "inside": _parts.plain("ceramic", "#ebeae6")
            if params.material in ("ceramic", "lacquer")
            else things.made_of(params.material, params.color),
            "water": Material(color=(0.30, 0.46, 0.50), roughness=0.02, specular=0.6, preview=(0.3, 0.45, 0.5)),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
        },
        view_rad=0.42,
        hollow=(0.1, 0.0, 0.24),
        sits=((0.35, 0.0, 0.26, math.pi / 2),),
    )
    return things.scaled(thing, params.size)


def _ring(half_x: float, half_y: float, z: float, rise: float, count: int = 96) -> F64:
    """A long rounded outline at a height; its +X end rises by `rise` (the slope one leans on)."""
    a = np.linspace(0, 2 * math.pi, count, endpoint=False)
    x = half_x * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** (2 / 2.7)
    y = half_y * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** (2 / 2.4)
    lift = rise * np.clip((x / max(half_x, 1e-6) - 0.15) / 0.85, 0, 1) ** 2
    return np.column_stack([x, y, z + lift])


def _tub() -> tuple[Shape, Shape]:
    """The outside from the bottom to the rolled rim, and the inside down again."""
    hx, hy = LENGTH_M / 2, WIDTH_M / 2
    rows = [  # half lengths, height, rise of the sloping end
        (0.05, 0.03, 0.125, 0.0), (0.40, 0.16, 0.125, 0.0), (0.52, 0.22, 0.15, 0.0), (0.62, 0.285, 0.25, 0.01),
        (0.70, 0.325, 0.40, 0.03), (0.755, 0.345, 0.53, 0.055), (0.785, 0.352, 0.575, 0.07), (hx - 0.030, hy - 0.020, 0.577, 0.075),
        (hx - 0.008, hy - 0.004, 0.580, 0.078), (hx, hy, 0.592, 0.08), (hx - 0.006, hy - 0.004, 0.606, 0.08),
        (hx - 0.030, hy - 0.022, 0.612, 0.08),
    ]  # fmt: skip
    inner = [
        (hx - 0.030, hy - 0.022, 0.612, 0.08), (hx - 0.065, hy - 0.048, 0.606, 0.075), (0.745, 0.322, 0.585, 0.06),
        (0.715, 0.310, 0.52, 0.05),
        (0.66, 0.285, 0.40, 0.03), (0.58, 0.245, 0.26, 0.01), (0.48, 0.19, 0.185, 0.0), (0.30, 0.12, 0.165, 0.0), (0.02, 0.01, 0.16, 0.0),
    ]  # fmt: skip
    out = rings(np.array([_ring(*r) for r in curve(np.array(rows), 60)]), caps=False)
    return out, rings(np.array([_ring(*r) for r in curve(np.array(inner), 44)]), caps=False)


def _foot(x: float, y: float) -> Shape:
    """A bowed leg that ends in a claw on a ball."""
    sx, sy = np.sign(x), np.sign(y)
    path = curve(
        [
            (x - 0.02 * sx, y - 0.02 * sy, 0.20),
            (x + 0.03 * sx, y + 0.035 * sy, 0.16),
            (x + 0.045 * sx, y + 0.05 * sy, 0.10),
            (x + 0.02 * sx, y + 0.03 * sy, 0.055),
        ],
        22,
    )
    leg = sweep(path, np.interp(np.linspace(0, 1, 22), [0, 0.3, 0.7, 1], [0.05, 0.042, 0.022, 0.020]), sides=16)
    at = np.array([x + 0.028 * sx, y + 0.036 * sy, 0.028])
    parts = [leg, ball(0.028, center=at, sides=22, levels=14)]
    for k in range(4):
        a = math.atan2(sy, sx) + (k - 1.5) * 0.75
        out = np.array([math.cos(a), math.sin(a), 0.0])
        claw = curve(
            [
                at + [0, 0, 0.034],
                at + out * 0.022 + [0, 0, 0.026],
                at + out * 0.030 + [0, 0, 0.002],
                at + out * 0.026 + [0, 0, -0.014],
            ],
            12,
        )
        parts.append(sweep(claw, np.linspace(0.0095, 0.004, 12), sides=10))
    return join(parts)


def _taps() -> list[Shape]:
    """A mixer with two cross handles on risers at the end, its spout over the rim."""
    x = -LENGTH_M / 2 - 0.05
    parts = []
    for y in (-0.085, 0.085):
        parts.append(sweep([(x, y, 0.0), (x, y, 0.69)], 0.0125, sides=16))
        parts.append(_parts.disc(0.034, 0.010, bevel=0.004).moved((x, y, 0)))
        parts.append(lathe([(0.022, 0.0), (0.024, 0.02), (0.015, 0.035), (0.013, 0.05)], sides=24).moved((x, y, 0.675)))
        for a in (0.5, 0.5 + math.pi / 2):
            c, s = 0.034 * math.cos(a), 0.034 * math.sin(a)
            parts.append(sweep([(x - c, y - s, 0.733), (x + c, y + s, 0.733)], 0.0075, sides=12))
    parts.append(sweep([(x, -0.085, 0.665), (x, 0.085, 0.665)], 0.016, sides=18))
    spout = curve(
        [
            (x, 0, 0.67),
            (x, 0, 0.76),
            (x + 0.04, 0, 0.815),
            (x + 0.11, 0, 0.81),
            (x + 0.15, 0, 0.765),
            (x + 0.155, 0, 0.73),
        ],
        36,
    )
    parts.append(sweep(spout, 0.015, sides=18))
    return parts
