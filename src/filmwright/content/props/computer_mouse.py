"""A computer mouse: two keys, a wheel, its cable."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("computer mouse", "wireless mouse", "mouse for a computer")
EXAMPLE = "A black computer mouse in a studio"
COLOR = "black"
MATERIALS = ("plastic", "lacquer", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
WIDTH_M, LENGTH_M, HEIGHT_M = 0.064, 0.112, 0.039


class Params(NamedTuple):
    """One mouse: its shell's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A mouse."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The mouse, its palm end in front (+Y), its keys and its cable behind."""
    seams = [
        _line(np.zeros(30), np.linspace(-0.496, -0.02, 30), 0.0009),
        _line(
            np.linspace(-0.497, 0.497, 60),
            np.full(60, -0.02) + 0.02 * np.cos(np.linspace(-1, 1, 60) * math.pi / 2),
            0.0008,
        ),
    ]
    pit = _on(np.zeros(12), np.linspace(-0.40, -0.20, 12), 0.0)
    slot = sweep(pit, 0.0046, sides=12)
    wheel_at = _on(np.zeros(1), np.full(1, -0.30), 0.0)[0]
    tread = [(0.0092, -0.0034), (0.0112, -0.0026), (0.0114, 0.0), (0.0112, 0.0026), (0.0092, 0.0034)]
    tyre = lathe([(0.002, -0.0034), *tread, (0.002, 0.0034)], sides=40).turned(
        np.array([[0, 0, 1.0], [0, 1, 0], [-1, 0, 0]])
    )
    ribs = [
        sweep(
            [
                (-0.0028, 0.0113 * math.cos(a), 0.0113 * math.sin(a)),
                (0.0028, 0.0113 * math.cos(a), 0.0113 * math.sin(a)),
            ],
            0.0005,
            sides=5,
        )
        for a in np.linspace(0, 2 * math.pi, 30, endpoint=False)
    ]
    wheel = join([tyre, *ribs]).moved(wheel_at - [0, 0, 0.0068])
    base = rings(np.array([_ring(s, z) for s, z in ((0.90, 0.0), (0.955, 0.0012), (0.955, 0.004))]))
    front = -LENGTH_M / 2
    cable = curve(
        [
            (0, front + 0.006, 0.010),
            (0, front - 0.012, 0.007),
            (0.006, front - 0.04, 0.0022),
            (0.03, front - 0.062, 0.0022),
            (0.065, front - 0.058, 0.0022),
            (0.09, front - 0.03, 0.0022),
        ],
        60,
    )
    sleeve = sweep(cable[:10], np.linspace(0.0040, 0.0026, 10), sides=12)
    thing = Thing(
        nodes=(
            things.mesh("mouse shell", _shell(), "shell", sharp_rad=0.9),
            things.mesh("mouse seams", join([*seams, slot, base]), "dark"),
            things.mesh("mouse wheel", wheel, "wheel"),
            things.mesh("mouse cable", join([sweep(cable, 0.0021, sides=10), sleeve]), "dark"),
        ),
        materials={
            "shell": things.made_of(params.material, params.color),
            "dark": _parts.plain("plastic", "#0c0c0d"),
            "wheel": _parts.plain("rubber", "#6d7075"),
        },
        view_rad=2.5,
    )
    return things.scaled(thing, params.size)


def _top(u: F64, v: F64) -> F64:
    """Height of the shell over its base at u, v (-0.5..0.5 across and along, the keys at -v), in metres."""
    along = np.interp(v, [-0.5, -0.35, -0.1, 0.15, 0.35, 0.5], [0.52, 0.74, 0.95, 1.0, 0.90, 0.62])
    rim = np.clip(1 - (np.abs(2 * u) ** 2.8 + np.abs(2 * v) ** 3.4), 0, 1)
    return np.asarray(HEIGHT_M * along * (0.30 + 0.70 * rim**0.5))


def _waist(v: F64) -> F64:
    """Width of the shell along its length, as a share: drawn in at the thumb."""
    return np.asarray(1 - 0.09 * np.exp(-(((v + 0.08) / 0.22) ** 2)))


def _ring(share: float, z: float) -> F64:
    """The outline of the mouse, scaled, at a height."""
    a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    u = 0.5 * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** (2 / 2.8)
    v = 0.5 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** (2 / 3.0)
    return np.column_stack([share * u * _waist(v) * WIDTH_M, share * v * LENGTH_M, np.full(72, z)])


def _on(u: F64, v: F64, lift: float) -> F64:
    """Points on the shell."""
    return np.column_stack([u * _waist(v) * WIDTH_M, v * LENGTH_M, 0.003 + _top(0.985 * u, 0.985 * v) + lift])


def _line(u: F64, v: F64, radius: float) -> Shape:
    """A seam of the shell."""
    return sweep(_on(u, v, -0.0003), radius, sides=6)


def _shell() -> Shape:
    """The shell in rings from its lower edge to its top."""
    stack = [_ring(1.0, 0.003), _ring(1.0, 0.005)]
    outline = _ring(1.0, 0.0)
    u, v = outline[:, 0] / WIDTH_M / _waist(outline[:, 1] / LENGTH_M), outline[:, 1] / LENGTH_M
    for s in (1.0, 0.995, 0.98, 0.955, 0.92, 0.86, 0.78, 0.68, 0.55, 0.4, 0.25, 0.1):
        stack.append(_on(s * u, s * v, 0.0))
    return rings(np.array(stack))
