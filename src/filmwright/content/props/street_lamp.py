"""A cast-iron street lamp, its lantern lit."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("street lamp", "street light", "lamppost", "lamp post", "streetlamp", "streetlight")
EXAMPLE = "A street lamp at dusk in a studio"
COLOR = "#1d2622"
HOME = ("studio",)
HEIGHT_M = 3.15  # to the foot of the lantern; a footway lamp of the nineteenth century
_WARM: Color = (1.0, 0.60, 0.24)  # gaslight


class Params(NamedTuple):
    """One lamp: color of its iron, size."""

    color: Color
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The street lamp somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The post with its ladder bar, and the lantern on top."""
    lantern = join([_frame(), _roof()]).moved((0, 0, HEIGHT_M))
    bulb = ball((0.075, 0.075, 0.11), center=(0, 0, HEIGHT_M + 0.25), sides=24, levels=16)
    thing = Thing(
        nodes=(
            things.mesh("street lamp post", join([_post(), *_bars()]), "iron", sharp_rad=math.radians(50)),
            things.mesh("street lamp lantern", lantern, "iron"),
            things.mesh("street lamp panes", _panes().moved((0, 0, HEIGHT_M)), "pane"),
            things.mesh("street lamp bulb", bulb, "bulb", sharp_rad=None),
        ),
        materials={
            "iron": things.made_of("lacquer", params.color),
            "pane": Material(model="glow", emission=_WARM, emission_strength=0.32, preview=_WARM),
            "bulb": Material(model="emission", emission=_WARM, emission_strength=9.0, lights=True, preview=_WARM),
        },
        view_rad=0.35,
        face=(0.0, 0.0, HEIGHT_M + 0.2),
        face_m=1.1,
    )
    return things.scaled(thing, params.scale)


def _post() -> Shape:
    """The turned post: stepped foot, fluted shaft, collars, the cup that carries the lantern."""
    foot = [(0.0, 0.0), (0.20, 0.0), (0.20, 0.05), (0.175, 0.07), (0.16, 0.10), (0.15, 0.45), (0.165, 0.48)]
    foot += [(0.165, 0.52), (0.13, 0.56), (0.105, 0.66), (0.085, 0.80), (0.095, 0.82), (0.095, 0.86), (0.07, 0.88)]
    head = [(0.048, 2.62), (0.07, 2.64), (0.075, 2.67), (0.07, 2.70), (0.048, 2.72), (0.042, 2.90), (0.055, 2.95)]
    head += [(0.085, 3.02), (0.11, 3.09), (0.15, 3.13), (0.15, HEIGHT_M), (0.0, HEIGHT_M)]
    a = np.linspace(0, 2 * math.pi, 96, endpoint=False)
    shaft = []
    for z, r in zip(np.linspace(0.87, 2.64, 12), np.linspace(0.064, 0.046, 12)):
        flute = r * (1 - 0.07 * np.abs(np.cos(6 * a)))
        shaft.append(np.column_stack([flute * np.cos(a), flute * np.sin(a), np.full(96, z)]))
    return join([lathe(foot, sides=48, caps=False), rings(np.array(shaft)), lathe(head, sides=48, caps=False)])


def _bars() -> list[Shape]:
    """The bar a lamplighter's ladder leans on, balls at its ends, and a scroll under each half."""
    out = [sweep([(-0.36, 0, 2.67), (0.36, 0, 2.67)], 0.016, sides=12)]
    for s in (-1, 1):
        out.append(ball(0.032, center=(s * 0.37, 0, 2.67), sides=18, levels=12))
        a = np.linspace(0.0, 2.2 * math.pi, 40)
        r = 0.085 * (1 - 0.105 * a)
        scroll = np.column_stack([s * (0.15 - r * np.cos(a)), np.zeros(40), 2.565 - r * np.sin(a)])
        stem = curve([(s * 0.045, 0, 2.40), (s * 0.05, 0, 2.49), scroll[0]], 10)[:-1]
        out.append(sweep(np.concatenate([stem, scroll]), 0.010, sides=8))
    return out


def _hexagon(radius: float, z: float) -> F64:
    """The corners of the lantern at a height, a flat side to the front."""
    a = np.arange(6) * math.pi / 3
    return np.column_stack([radius * np.cos(a), radius * np.sin(a), np.full(6, z)])


def _frame() -> Shape:
    """Six glazing bars between a lower and an upper hoop."""
    low, high = _hexagon(0.135, 0.03), _hexagon(0.235, 0.50)
    bars = [sweep([p, q], 0.0105, sides=8) for p, q in zip(low, high)]
    return join([sweep(low, 0.016, sides=8, closed=True), sweep(high, 0.020, sides=8, closed=True), *bars])


def _panes() -> Shape:
    """The glass, lit from within."""
    return rings(np.array([_hexagon(0.134, 0.03), _hexagon(0.234, 0.50)]), caps=False)


def _roof() -> Shape:
    """A six-sided roof, a vent and a finial."""
    slope = [_hexagon(r, z) for r, z in ((0.02, 0.515), (0.27, 0.505), (0.275, 0.525), (0.19, 0.60), (0.095, 0.68))]
    vent = [(0.085, 0.67), (0.085, 0.74), (0.105, 0.75), (0.105, 0.765), (0.06, 0.80), (0.022, 0.82), (0.018, 0.85)]
    vent += [(0.034, 0.87), (0.038, 0.89), (0.030, 0.915), (0.010, 0.935), (0.006, 0.98), (0.001, 1.0)]
    return join([rings(np.array(slope)), lathe(vent, sides=32)])
