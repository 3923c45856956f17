"""A parking meter on its post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, box, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("parking meter",)
EXAMPLE = "A parking meter"
COLOR = "gray"
HOME = ("city_street", "neon_street", "studio")


class Params(NamedTuple):
    """One parking meter: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The parking meter somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The meter: a domed head with a window, a slot, a dial, on a pipe."""
    post = join(
        [
            sweep([(0, 0, 0.0), (0, 0, 1.12)], 0.030, sides=24),
            lathe([(0.11, 0.0), (0.11, 0.012), (0.042, 0.022), (0.036, 0.07)], sides=28, caps=False),
            lathe([(0.032, 1.06), (0.05, 1.08), (0.055, 1.12), (0.001, 1.125)], sides=28, caps=False),
        ]
    )
    rows = []
    for z, w, d in (
        (1.115, 0.07, 0.055),
        (1.13, 0.085, 0.068),
        (1.20, 0.092, 0.074),
        (1.32, 0.098, 0.078),
        (1.40, 0.104, 0.078),
        (1.47, 0.099, 0.073),
        (1.53, 0.080, 0.062),
        (1.565, 0.050, 0.04),
        (1.58, 0.012, 0.01),
    ):
        o = rounded_rectangle(2 * w, 2 * d, 0.9 * min(w, d), per_corner=8)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    head = rings(np.array(rows))
    window = rings(np.array([_arch(0.072, 0.083), _arch(0.062, 0.0885), _arch(0.002, 0.0885)]), caps=False)
    rim = sweep(_arch(0.074, 0.080), 0.007, sides=8, closed=True)
    dial = rings(np.array([_arch(0.060, 0.0893), _arch(0.002, 0.0893)]), caps=False)
    needle = box((0.004, 0.002, 0.05), center=(0.012, 0.0905, 1.425), bevel=0.0008).moved((0, 0, 0))
    ticks = [
        box((0.003, 0.0015, 0.012), center=(0, 0, 0.046), bevel=0.0004).turned(rotation(y=a)).moved((0, 0.0902, 1.408))
        for a in np.linspace(-1.2, 1.2, 9)
    ]
    plate = box((0.075, 0.006, 0.10), center=(0, 0.079, 1.24), bevel=0.004)
    slot = box((0.006, 0.008, 0.035), center=(0.0, 0.081, 1.265), bevel=0.001)
    knob = (
        lathe([(0.026, 0.0), (0.024, 0.016), (0.010, 0.02), (0.001, 0.02)], sides=24, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.082, 1.215))
    )
    thing = Thing(
        nodes=(
            things.mesh("meter head", head, "paint"),
            things.mesh("meter post", post, "steel"),
            things.mesh("meter trim", join([rim, plate, knob]), "steel"),
            things.mesh("meter dial", _facing(dial), "dial"),
            things.mesh("meter marks", join([needle, *ticks, slot]), "black"),
            things.mesh("meter window", _facing(window), "glass", sharp_rad=None),
        ),
        materials={
            "paint": things.made_of("lacquer", params.color),
            "steel": things.made_of("metal", (0.5, 0.51, 0.52)),
            "dial": things.made_of("paper", (0.85, 0.84, 0.78)),
            "black": things.made_of("plastic", (0.01, 0.01, 0.01)),
            "glass": things.made_of("glass", (0.95, 0.95, 0.95)),
        },
        view_rad=0.4,
        face=(0, 0.08, 1.36),
        face_m=0.5,
    )
    return things.scaled(thing, params.scale)


def _arch(r: float, y: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The window's outline: round above, straight below."""
    a = np.linspace(-0.15, math.pi + 0.15, 32)
    return np.column_stack([r * np.cos(a), np.full(32, y), 1.408 + 0.9 * r * np.sin(a)])


def _facing(item: Shape) -> Shape:
    """A sheet with its faces turned to look along +Y."""
    p, f = item.points, item.faces
    a, b, c = (p[f[:, k]] for k in range(3))
    ahead = np.cross(b - a, c - a)[:, 1].sum()
    return item if ahead >= 0 else item._replace(faces=np.where(f[:, 3:] >= 0, f[:, ::-1], f[:, [2, 1, 0, 3]]))
