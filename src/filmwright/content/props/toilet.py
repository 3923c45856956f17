"""A toilet: the bowl on its foot, seat and raised lid, a cistern with a flush button."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("toilet", "toilet bowl")
EXAMPLE = "A toilet in a studio"
COLOR = "white"
MATERIALS = ("ceramic", "gold", "stone", "plastic")
HOME = ("studio",)
RIM_M = 0.40  # height of the bowl's rim; the usual is 0.38 to 0.42 m
_MIDDLE = 0.09  # where the bowl's middle lies along Y, seen from the middle of the footprint


class Params(NamedTuple):
    """One toilet: material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A toilet."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The toilet, its cistern behind (-Y), its lid up."""
    ceramic = things.made_of(params.material, params.color)
    seat, lid = _seat().moved((0, _MIDDLE, RIM_M + 0.006)), _lid()
    hinges = [
        sweep([(x - 0.03, -0.165, RIM_M + 0.022), (x + 0.03, -0.165, RIM_M + 0.022)], 0.011, sides=14)
        for x in (-0.075, 0.075)
    ]
    tank = _tank()
    top = 0.82
    button = _parts.disc(0.032, 0.012, bevel=0.004).moved((0, -0.275, top + 0.03))
    ring = _parts.frame(0.08, 0.08, 0.008, 0.006, radius=0.04).moved((0, -0.275, top + 0.029))
    pipe = sweep(
        curve([(0.155, -0.33, 0.16), (0.155, -0.27, 0.165), (0.15, -0.25, 0.22), (0.15, -0.25, 0.40)], 20),
        0.007,
        sides=10,
    )
    thing = Thing(
        nodes=(
            things.mesh("toilet bowl", _bowl(), "ceramic", sharp_rad=0.9),
            things.mesh("toilet cistern", tank, "ceramic"),
            things.mesh("toilet seat", join([seat, lid]), "seat"),
            things.mesh("toilet metal", join([button, ring, pipe, *hinges]), "chrome"),
            things.mesh("toilet water", _water(), "water"),
        ),
        materials={
            "ceramic": ceramic,
            "seat": things.made_of("plastic" if params.material == "ceramic" else params.material, params.color),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "water": Material(color=(0.42, 0.50, 0.52), roughness=0.03, specular=0.6, preview=(0.4, 0.5, 0.5)),
        },
        view_rad=0.62,
        top=(0.0, -0.24, top + 0.03),
        hollow=(0.0, _MIDDLE, 0.22),
        sits=((0.0, _MIDDLE - 0.02, RIM_M + 0.02, 0.0),),
    )
    return things.scaled(thing, params.size)


def _egg(width: float, length: float, count: int = 64) -> F64:
    """An egg-shaped outline (count, 2), its narrow end in front (+Y), flattened behind."""
    a = np.linspace(0, 2 * math.pi, count, endpoint=False)
    x = width / 2 * np.cos(a) * (1 - 0.10 * np.sin(a))
    y = length / 2 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** np.where(np.sin(a) < 0, 0.8, 1.0)
    return np.column_stack([x, y])


def _bowl() -> Shape:
    """Foot, outside, rim and inside of the bowl in one."""
    rows = [
        (0.235, 0.50, 0.0, -0.04), (0.235, 0.50, 0.02, -0.04), (0.205, 0.46, 0.05, -0.045), (0.19, 0.42, 0.12, -0.05),
        (0.205, 0.42, 0.19, -0.03), (0.28, 0.47, 0.27, 0.03), (0.335, 0.475, 0.33, 0.075), (0.36, 0.482, 0.365, _MIDDLE),
        (0.365, 0.488, 0.385, _MIDDLE), (0.362, 0.486, RIM_M - 0.004, _MIDDLE), (0.352, 0.476, RIM_M, _MIDDLE),
        (0.27, 0.36, RIM_M, _MIDDLE), (0.255, 0.345, RIM_M - 0.008, _MIDDLE), (0.255, 0.345, RIM_M - 0.04, _MIDDLE),
        (0.235, 0.31, 0.30, _MIDDLE), (0.16, 0.22, 0.22, _MIDDLE - 0.01), (0.11, 0.14, 0.18, _MIDDLE - 0.02),
    ]  # fmt: skip
    fine = curve(np.array(rows), 70)
    stack = []
    for w, length, z, y in fine:
        o = _egg(max(w, 0.05), max(length, 0.05))
        stack.append(np.column_stack([o[:, 0], o[:, 1] + y, np.full(len(o), max(z, 0.0))]))
    bridge = []  # what carries the cistern
    for w, d, z in (
        (0.20, 0.20, 0.10),
        (0.21, 0.22, 0.26),
        (0.26, 0.25, 0.35),
        (0.30, 0.26, 0.395),
        (0.30, 0.26, RIM_M),
    ):
        o = rounded_rectangle(w, d, 0.05, per_corner=6)
        bridge.append(np.column_stack([o[:, 0], o[:, 1] - 0.22, np.full(len(o), z)]))
    return join([rings(np.array(stack), caps=False), rings(np.array(bridge))])


def _seat() -> Shape:
    """The ring one sits on, flat, its cross-section rounded."""
    stack = []
    for a in np.linspace(0, 2 * math.pi, 20, endpoint=False):
        f, z = 0.5 - 0.5 * math.cos(a), 0.010 * math.sin(a)
        o = _egg(0.365 - 0.155 * f, 0.475 - 0.185 * f)
        stack.append(np.column_stack([o, np.full(len(o), 0.011 + 1.25 * z - 0.003 * f)]))
    return rings(np.array(stack), closed=True)


def _lid() -> Shape:
    """The lid, leaning against the cistern."""
    stack = []
    for f, z in ((0.97, 0.0), (1.0, 0.004), (1.0, 0.010), (0.98, 0.014), (0.9, 0.017), (0.6, 0.021), (0.3, 0.023)):
        o = _egg(0.36 * f, 0.425 * f)
        stack.append(np.column_stack([o, np.full(len(o), z)]))
    flat = rings(np.array(stack)).moved((0, 0.2125, 0))
    return flat.turned(rotation(x=math.radians(92.5))).moved((0, -0.128, RIM_M + 0.022))


def _tank() -> Shape:
    """The cistern, narrower below, under its cover."""
    stack = []
    for z, w, d in ((0.395, 0.34, 0.155), (0.41, 0.355, 0.155), (0.60, 0.385, 0.165), (0.82, 0.40, 0.172)):
        o = rounded_rectangle(w, d, 0.035, per_corner=7)
        stack.append(np.column_stack([o[:, 0], o[:, 1] - 0.275, np.full(len(o), z)]))
    cover = _parts.slab(0.42, 0.195, 0.036, radius=0.04, bevel=0.012).moved((0, -0.275, 0.818))
    return join([rings(np.array(stack)), cover])


def _water() -> Shape:
    """What stands in the bowl."""
    return box((0.15, 0.2, 0.004), center=(0, _MIDDLE - 0.01, 0.215), bevel=0.0019)
