"""A remote control: a slim case with figures, a ring of arrows, a red key to switch off."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _keys, _parts
from filmwright.scene.shapes import Shape, join, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("remote", "remote control", "tv remote")
EXAMPLE = "A remote control in a studio"
COLOR = "black"
MATERIALS = ("plastic", "metal", "lacquer")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
WIDTH_M, LENGTH_M, THICK_M = 0.050, 0.200, 0.021


class Params(NamedTuple):
    """One remote control: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A remote control."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The remote control on its back, its lower end in front (+Y)."""
    keys, marks, colored, red = _buttons()
    dark = sum(params.color) < 0.9
    eye = _parts.slab(0.018, 0.006, 0.004, radius=0.002, bevel=0.001).moved((0, LENGTH_M / 2 - 0.003, 0.009))
    z = THICK_M - 0.0004

    def laid(item: Shape, up: float = 0.0) -> Shape:
        return _keys.flat(item.moved((0, 0, up)))

    thing = Thing(
        nodes=(
            things.mesh("remote case", laid(_case()), "case", sharp_rad=0.9),
            things.mesh("remote keys", laid(keys, z), "keys"),
            things.mesh("remote marks", laid(marks, z), "ink"),
            things.mesh("remote colored", laid(colored, z), "red", "green", "yellow", "blue"),
            things.mesh("remote power", laid(red, z), "red"),
            things.mesh("remote eye", laid(eye), "eye"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "keys": _parts.plain("rubber", "#5a5c60" if dark else "#2b2c2e"),
            "ink": _parts.plain("plastic", "#f2f2f2"),
            "red": _parts.plain("rubber", "#c22a24"),
            "green": _parts.plain("rubber", "#3d9a4a"),
            "yellow": _parts.plain("rubber", "#d9b02c"),
            "blue": _parts.plain("rubber", "#2f62b5"),
            "eye": _parts.dark_glass(),
        },
        view_rad=0.5,
        top=(0.0, 0.0, THICK_M),
    )
    return things.scaled(thing, params.size)


def _case() -> Shape:
    """A long case, rounded below, with a flat upper side."""
    stack: list[F64] = []
    for inset, z in (
        (0.010, 0.0), (0.005, 0.0012), (0.0018, 0.005), (0.0, 0.011), (0.0, THICK_M - 0.003), (0.0009, THICK_M - 0.0009), (0.003, THICK_M),
        (0.0045, THICK_M),
    ):  # fmt: skip
        o = rounded_rectangle(WIDTH_M - 2 * inset, LENGTH_M - 2 * inset, 0.017 - inset, per_corner=10)
        stack.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(stack))


def _pill(width: float, height: float, at: tuple[float, float]) -> Shape:
    """A rubber key."""
    return _parts.slab(width, height, 0.0022, radius=0.48 * min(width, height), bevel=0.0009, per_corner=7).moved(
        (*at, 0.0)
    )


def _buttons() -> tuple[Shape, Shape, Shape, Shape]:
    """All keys seen from above, the far end at +y: gray ones, their marks, the four colored ones, the red one."""
    keys, marks = [], []
    top = LENGTH_M / 2
    for k, text in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", "-", "0", "+")):
        at = ((k % 3 - 1) * 0.0135, top - 0.036 - 0.0115 * (k // 3))
        keys.append(_pill(0.0108, 0.0078, at))
        marks.append(_parts.lettering(text, 0.0046, at, width=0.0007, lift=0.0024))
    ring_y = top - 0.104
    a = np.linspace(0, 2 * math.pi, 56, endpoint=False)
    rows = [
        np.column_stack([r * np.cos(a), r * np.sin(a), np.full(56, z)])
        for r, z in ((0.0185, 0), (0.0185, 0.0014), (0.0177, 0.0022), (0.0098, 0.0022), (0.0092, 0.0014), (0.0092, 0.0))
    ]
    keys.append(rings(np.array(rows), closed=True).moved((0, ring_y, 0)))
    keys.append(_parts.disc(0.0078, 0.0026, bevel=0.001).moved((0, ring_y, 0)))
    marks.append(_parts.lettering("O", 0.004, (0, ring_y), width=0.0007, lift=0.0028))
    for k in range(4):
        c, s = math.cos(k * math.pi / 2), math.sin(k * math.pi / 2)
        arrow = np.array([(-0.002, 0.0128), (0.0, 0.0148), (0.002, 0.0128)])
        marks.append(_parts.ribbon(arrow @ np.array([[c, s], [-s, c]]) + [0, ring_y], 0.0009, 0.0024))
    for x, text in ((-0.014, "+-"), (0.014, "+-")):
        keys.append(_pill(0.0105, 0.028, (x, top - 0.146)))
        marks += [
            _parts.lettering(text[0], 0.0052, (x, top - 0.138), width=0.0009, lift=0.0024),
            _parts.lettering(text[1], 0.0052, (x, top - 0.154), width=0.0009, lift=0.0024),
        ]
    keys += [_pill(0.0105, 0.0078, (0, top - 0.138)), _pill(0.0105, 0.0078, (0, top - 0.154))]
    colored = join([_pill(0.0088, 0.0056, ((k - 1.5) * 0.0108, top - 0.172)).painted(k) for k in range(4)])
    keys += [_pill(0.0108, 0.0066, ((k - 1) * 0.0135, top - 0.184)) for k in range(3)]
    power = _parts.disc(0.0056, 0.0026, bevel=0.001).moved((-0.0135, top - 0.018, 0))
    keys.append(_pill(0.0108, 0.0078, (0.0135, top - 0.018)))
    marks.append(_parts.ribbon([(-0.0135, top - 0.0185), (-0.0135, top - 0.0152)], 0.0008, 0.0028))
    return join(keys), join(marks), colored, power
