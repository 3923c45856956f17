"""A layer cake with icing, strawberries and a slice cut out, on a stand."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import Shape, ball, join, lathe, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("cake", "birthday cake")
EXAMPLE = "A cake"
COLOR = "cream"
HOME = ("tabletop", "studio")
STANDS = "table"


class Params(NamedTuple):
    """One cake: color of the icing, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The cake somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The cake on its stand."""
    rng = np.random.default_rng(params.seed)
    z0, r, h = 0.085, 0.105, 0.105
    stand = lathe(
        [
            (0.001, 0.0),
            (0.062, 0.0),
            (0.064, 0.004),
            (0.03, 0.012),
            (0.013, 0.03),
            (0.013, 0.06),
            (0.03, 0.076),
            (0.137, 0.079),
            (0.14, 0.085),
            (0.137, 0.087),
            (0.001, 0.083),
        ],
        sides=64,
        caps=False,
    )
    opening = (1.15, 1.95)
    a = np.linspace(opening[1], opening[0] + 2 * math.pi, 110)
    wall = _arc(
        a,
        [
            (r, z0),
            (r + 0.002, z0 + 0.006),
            (r, z0 + h - 0.012),
            (r - 0.005, z0 + h - 0.002),
            (r - 0.012, z0 + h),
            (0.001, z0 + h + 0.002),
        ],
    )
    layers = []
    for k in range(4):
        low = z0 + 0.004 + k * 0.0255
        for angle, flip in ((opening[0] + 2 * math.pi, False), (opening[1], True)):
            layers.append(_face(angle, 0.002, r - 0.006, low, low + 0.0215, flip))
    cream = [
        _face(angle, 0.001, r - 0.0005, z0, z0 + h - 0.001, flip, back=0.0006)
        for angle, flip in ((opening[0] + 2 * math.pi, False), (opening[1], True))
    ]
    dollops, fruit, caps = [], [], []
    for k in range(10):
        t = opening[1] + 0.22 + k * (2 * math.pi - 0.8 - 0.44) / 9
        at = np.array([(r - 0.026) * math.cos(t), (r - 0.026) * math.sin(t), z0 + h])
        dollops.append(_swirl().moved(at))
        berry, cap = _berry(rng)
        fruit.append(berry.moved(at + [0, 0, 0.010]))
        caps.append(cap.moved(at + [0, 0, 0.010]))
    beads = [
        ball(0.0062, center=((r + 0.003) * math.cos(t), (r + 0.003) * math.sin(t), z0 + 0.005), sides=10, levels=7)
        for t in np.linspace(opening[1] + 0.03, opening[0] + 2 * math.pi - 0.03, 54)
    ]
    made = {
        "icing": _food.glaze(params.color, roughness=0.4).model_copy(update={"coat": 0.1, "subsurface": 0.1}),
        "sponge": _food.crumb((0.74, 0.50, 0.22), (0.50, 0.28, 0.09), scale=260.0),
        "berry": _food.skin(
            (0.56, 0.02, 0.02),
            (0.44, 0.01, 0.012),
            speckle=(0.72, 0.45, 0.1),
            speckles=300.0,
            roughness=0.22,
            shine=0.5,
        ),
        "leaf": _food.skin((0.05, 0.20, 0.02), (0.03, 0.13, 0.01), roughness=0.6),
        "stand": things.made_of("ceramic", (0.80, 0.82, 0.82)),
    }
    nodes = (
        things.mesh("cake stand", stand, "stand"),
        things.mesh("cake icing", join([wall, *cream, *dollops, *beads]), "icing"),
        things.mesh("cake sponge", join(layers), "sponge"),
        things.mesh("cake berries", join(fruit), "berry", sharp_rad=None),
        things.mesh("cake leaves", join(caps), "leaf"),
    )
    return things.scaled(Thing(nodes=nodes, materials=made, top=(0, 0, z0 + h)), params.scale)


def _arc(a: np.ndarray[tuple[int], np.dtype[np.float64]], profile: list[tuple[float, float]]) -> Shape:
    """A profile turned through part of a circle."""
    stack = np.array([np.column_stack([r * np.cos(a), r * np.sin(a), np.full_like(a, z)]) for r, z in profile])
    return rings(stack, around=False, caps=False)


def _face(angle: float, r0: float, r1: float, z0: float, z1: float, flip: bool, *, back: float = 0.0) -> Shape:
    """An upright cut from the middle to the rim at an angle."""
    rs, zs = np.linspace(r0, r1, 24), np.linspace(z0, z1, 8)
    side = np.array([-math.sin(angle), math.cos(angle), 0.0]) * (back if flip else -back)
    rows = np.array([[np.array([r * math.cos(angle), r * math.sin(angle), z]) + side for r in rs] for z in zs])
    return rings(rows[:, ::-1] if flip else rows, around=False, caps=False)


def _swirl() -> Shape:
    """A dollop of piped cream."""
    t = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    rows = []
    for s in np.linspace(0, 1, 12):
        radius = 0.0165 * (1 - s) ** 0.7 * (1 + 0.10 * np.cos(7 * t + 5 * s)) + 0.0004
        rows.append(np.column_stack([radius * np.cos(t), radius * np.sin(t), np.full(48, 0.016 * s)]))
    return rings(np.array(rows))


def _berry(rng: np.random.Generator) -> tuple[Shape, Shape]:
    """A strawberry, tip up, lying back a little."""
    t = np.linspace(0, 1, 18)
    body = lathe(np.column_stack([0.0125 * np.sin(t**0.75 * math.pi) ** 0.8 + 0.0003, 0.026 * t]), sides=24, caps=False)
    leaves = join(
        [
            ball((0.006, 0.0025, 0.0012), center=(0.006, 0, 0.001), sides=8, levels=5).turned(rotation(z=k * 1.05))
            for k in range(6)
        ]
    )
    turn = rotation(x=float(rng.normal(0, 0.2)), y=float(rng.normal(0, 0.2)))
    return body.turned(turn), leaves.turned(turn)
