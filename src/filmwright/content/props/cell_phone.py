"""A cell phone lying on its back, its screen lit: a lake, rows of icons."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _screens
from filmwright.scene.shapes import Shape, ball, join, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("cell phone", "mobile phone", "smartphone")
EXAMPLE = "A cell phone in a studio"
COLOR = "black"
MATERIALS = ("metal", "plastic", "gold", "lacquer")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
WIDTH_M, LENGTH_M, THICK_M = 0.074, 0.152, 0.0082
_CORNER = 0.0115


class Params(NamedTuple):
    """One phone: its case's material and linear color, its size against the usual; whether a thumb moves its page."""

    material: str
    color: Color
    size: float
    used: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A phone."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def held(params: Params, action: str) -> Params:
    """Who uses it moves what it shows."""
    return params._replace(used=action == "use_phone")


def build(params: Params) -> Thing:
    """The phone, its lower edge in front (+Y), screen up."""
    w, length, t = WIDTH_M, LENGTH_M, THICK_M
    body = _body()
    glass = _parts.slab(w - 0.0022, length - 0.0022, 0.0006, radius=_CORNER - 0.001, bevel=0.0004).moved(
        (0, 0, t - 0.0003)
    )
    screen = _rounded(_screens.pane(w - 0.0065, length - 0.0065)).moved((0, 0, t + 0.0008))
    pill = _parts.slab(0.018, 0.0052, 0.0002, radius=0.0026, bevel=0.0001).moved((0, length / 2 - 0.0088, t + 0.0009))
    lens = ball((0.0012, 0.0012, 0.0003), center=(0.005, length / 2 - 0.0088, t + 0.0011), sides=14, levels=7)
    keys = [
        _parts.slab(0.0026, 0.012, 0.0009, radius=0.0012, bevel=0.0004)
        .turned(np.array([[0, 0, -1.0], [0, 1, 0], [1, 0, 0]]))
        .moved((-w / 2, y, t / 2))
        for y in (0.032, 0.016)
    ]
    keys.append(
        _parts.slab(0.0026, 0.020, 0.0009, radius=0.0012, bevel=0.0004)
        .turned(np.array([[0, 0, 1.0], [0, 1, 0], [-1, 0, 0]]))
        .moved((w / 2, 0.024, t / 2))
    )

    def laid(*items: Shape) -> Shape:
        return join(items).turned(np.diag([-1.0, -1.0, 1.0]))

    thing = Thing(
        nodes=(
            things.mesh("phone body", laid(body, *keys), "case", sharp_rad=0.9),
            things.mesh("phone glass", laid(glass), "glass"),
            things.mesh("phone screen", laid(screen), "screen"),
            things.mesh("phone lens", laid(pill, lens), "glass"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "glass": _parts.dark_glass(),
            "screen": _screens.scrolled("phone picture", 1.0) if params.used else _screens.lit("phone picture", 1.0),
        },
        images={"phone picture": _screens.telephone()},
        view_rad=0.45,
        top=(0.0, 0.0, t),
    )
    return things.scaled(thing, params.size)


def _body() -> Shape:
    """The case: rounded edges between back and glass."""
    stack = []
    for inset, z in (
        (0.0022, 0.0),
        (0.0008, 0.0004),
        (0.0, 0.0014),
        (0.0, THICK_M - 0.0014),
        (0.0006, THICK_M - 0.0004),
        (0.0012, THICK_M),
    ):
        o = rounded_rectangle(WIDTH_M - 2 * inset, LENGTH_M - 2 * inset, _CORNER - inset, per_corner=10)
        stack.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(stack))


def _rounded(pane: Shape) -> Shape:
    """A screen whose corners follow those of the phone."""
    w, length = np.ptp(pane.points, axis=0)[:2]
    o = rounded_rectangle(w, length, _CORNER - 0.003, per_corner=8)
    stack = [np.column_stack([o * s, np.zeros(len(o))]) for s in (1.0, 0.5)]
    made = rings(np.array(stack), caps=False)
    inner = rings(np.array([stack[1], 0.01 * stack[1]]), caps=False)
    whole = join([made, inner])
    return whole.with_data("screen", whole.points / [w, length, 1.0] + [0.5, 0.5, 0.0])
