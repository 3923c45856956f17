"""A burning candle with run wax in a brass holder."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene import noise
from filmwright.scene.shade import Material, coords, mix, op, remap
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("candle", "burning candle", "candlestick")
EXAMPLE = "A candle in a studio"
COLOR = "cream"
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
HEIGHT_M, RADIUS_M = 0.155, 0.021
_LOW_M = 0.030  # where the candle stands in its holder


class Params(NamedTuple):
    """One candle: its wax's linear color, its size against the usual, and how its wax ran."""

    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A candle."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(100)))


def build(params: Params) -> Thing:
    """The candle, lit."""
    top = _LOW_M + HEIGHT_M
    wick = sweep(
        curve([(0, 0, top - 0.006), (0.0006, 0, top + 0.004), (0.002, 0.0005, top + 0.010)], 10), 0.0011, sides=8
    )
    flame = curve(
        [(0.0005, 0.001), (0.0042, 0.0055), (0.0066, 0.014), (0.0052, 0.026), (0.0022, 0.038), (0.0003, 0.047)], 26
    )
    body = lathe(flame, sides=24)
    body = body.moved((0.0012, 0, top + 0.002))
    thing = Thing(
        nodes=(
            things.mesh("candle wax", _wax(params.seed), "wax", sharp_rad=1.2),
            things.mesh("candle wick", wick, "wick"),
            things.mesh("candle flame", body, "flame", sharp_rad=None, shadow=False),
            things.mesh("candle holder", _holder(), "brass"),
        ),
        materials={
            "wax": _wax_material(params.color),
            "wick": _parts.plain("paper", "#15110d"),
            "flame": _flame(),
            "brass": _parts.plain("gold", "#c8c8c8"),
        },
        view_rad=0.5,
        lamps=(
            things.lamp("candle light", (0.0, 0.0, top + 0.024), 1.6, (1.0, 0.52, 0.18), size_m=0.02, flicker=0.16),
        ),
    )
    return things.scaled(thing, params.size)


def _wax(seed: int) -> Shape:
    """The shaft with its hollow end, and wax that ran down its sides."""
    a = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    stack = []
    for f in np.linspace(0, 1, 40):
        z = _LOW_M - 0.006 + (HEIGHT_M + 0.006) * f
        r = RADIUS_M * (1 + 0.02 * (1 - f))
        runs = sum(
            0.0042
            * np.exp(-((np.angle(np.exp(1j * (a - c))) / 0.16) ** 2))
            * np.clip((f - e) / 0.10, 0, 1)
            * (1.0 + 0.9 * math.exp(-(((f - e - 0.09) / 0.06) ** 2)))
            for c, e in (
                (0.4 + seed, 0.30),
                (1.5 + seed, 0.62),
                (2.6 + seed, 0.12),
                (3.9 + seed, 0.5),
                (5.2 + seed, 0.74),
            )
        )
        rough = 0.0006 * noise.fractal(3 * np.cos(a) + seed, 3 * np.sin(a) + 8 * f, 3, seed=seed % 16)
        stack.append(np.column_stack([(r + runs + rough) * np.cos(a), (r + runs + rough) * np.sin(a), np.full(64, z)]))
    rim = 0.003 * noise.fractal(2 * np.cos(a) + 4, 2 * np.sin(a) + seed, 3, seed=(seed + 2) % 16)
    stack[-1][:, 2] += rim
    for s, dz in ((0.92, 0.0012), (0.80, -0.001), (0.66, -0.0055), (0.40, -0.0072), (0.10, -0.0075)):
        ring = stack[39] * [s, s, 1.0]
        ring[:, 2] = _LOW_M + HEIGHT_M + rim * s**3 + dz
        stack.append(ring)
    return rings(np.array(stack))


def _wax_material(color: Color) -> Material:
    """Wax that the flame shines into from above."""
    near = remap(op("z", coords("rest")), _LOW_M + 0.45 * HEIGHT_M, _LOW_M + HEIGHT_M, 0.0, 1.0, smooth=True)
    warm: Color = (min(1.0, color[0] * 0.9 + 0.25), 0.55 * color[1] + 0.08, 0.28 * color[2])
    return Material(
        color=color,
        roughness=0.42,
        specular=0.4,
        subsurface=0.5,
        subsurface_radius=(1.0, 0.6, 0.35),
        subsurface_scale_m=0.012,
        emission=warm,
        emission_strength=near * near * 0.55,
        preview=color,
    )


def _flame() -> Material:
    """A flame: bluish at its root, almost white above, orange at its tip."""
    f = remap(op("z", coords("rest")), _LOW_M + HEIGHT_M + 0.002, _LOW_M + HEIGHT_M + 0.049)
    color = mix(mix((0.12, 0.25, 1.0), (1.0, 0.62, 0.20), remap(f, 0.06, 0.22)), (1.0, 0.36, 0.06), remap(f, 0.55, 1.0))
    return Material(
        model="emission",
        emission=color,
        emission_strength=remap(f, 0.05, 0.35, 1.5, 5.0),
        haze=False,
        preview=(1.0, 0.7, 0.3),
    )


def _holder() -> Shape:
    """A saucer with a socket and a ring to carry it by."""
    dish = lathe(
        [
            (0.0, 0.0),
            (0.040, 0.0),
            (0.046, 0.002),
            (0.062, 0.012),
            (0.066, 0.017),
            (0.063, 0.018),
            (0.045, 0.007),
            (0.030, 0.006),
            (0.0272, 0.009),
            (0.0272, 0.040),
            (0.0305, 0.042),
            (0.0305, 0.045),
            (0.0235, 0.045),
            (0.0235, 0.025),
            (0.0, 0.025),
        ],
        sides=64,
        caps=False,
    )
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    ring = np.column_stack([0.083 + 0.019 * np.cos(a), np.zeros(40), 0.020 + 0.017 * np.sin(a)])
    rest = ball((0.007, 0.005, 0.003), center=(0.072, 0, 0.036), sides=14, levels=8)
    return join([dish, sweep(ring, 0.0026, sides=10, closed=True), rest])
