"""A hair drier standing on its handle: a barrel with a nozzle and a grille, switches, a cable."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("hair drier", "hair dryer", "blow dryer")
EXAMPLE = "A pink hair dryer in a studio"
COLOR = "pink"
MATERIALS = ("plastic", "lacquer", "metal")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
_AXIS_M, _RADIUS = 0.205, 0.044  # height of the barrel's axis, and its radius


class Params(NamedTuple):
    """One hair drier: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A hair drier."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


_FORWARD = np.array([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])  # a lathe's z axis laid along +Y


def _along(item: Shape) -> Shape:
    """A part of the barrel, its axis along +Y at its height."""
    return item.turned(_FORWARD).moved((0, 0, _AXIS_M))


def build(params: Params) -> Thing:
    """The hair drier, blowing forward (+Y)."""
    r = _RADIUS
    barrel = curve(
        [
            (0.80 * r, -0.086),
            (0.98 * r, -0.070),
            (1.06 * r, -0.035),
            (1.04 * r, 0.0),
            (0.92 * r, 0.04),
            (0.76 * r, 0.085),
            (0.70 * r, 0.100),
        ],
        40,
    )
    body = _along(
        lathe(
            np.concatenate([[(0.70 * r, -0.084)], barrel, [(0.62 * r, 0.102), (0.60 * r, 0.06)]]), sides=56, caps=False
        )
    )
    ring = _along(
        lathe([(0.74 * r, 0.085), (0.775 * r, 0.087), (0.755 * r, 0.098), (0.72 * r, 0.099)], sides=56, closed=True)
    )
    grille = [
        _along(
            lathe(
                [(0.78 * r, -0.092), (0.84 * r, -0.088), (0.84 * r, -0.078), (0.78 * r, -0.078)], sides=48, closed=True
            )
        )
    ]
    grille += [
        _along(
            lathe(
                [(k * r, -0.091), (k * r + 0.0022, -0.091), (k * r + 0.0022, -0.087), (k * r, -0.087)],
                sides=40,
                closed=True,
            )
        )
        for k in (0.15, 0.30, 0.45, 0.60, 0.72)
    ]
    for a in np.arange(6) * math.pi / 3:
        c, s = 0.79 * r * math.cos(a), 0.79 * r * math.sin(a)
        grille.append(_along(sweep([(0, 0, -0.089), (c, s, -0.089)], 0.0014, sides=6)))
    nozzle = _nozzle()
    throat = _along(lathe([(0.60 * r, 0.060), (0.60 * r, 0.062)], sides=40))
    dust = _along(lathe([(0.76 * r, -0.080), (0.76 * r, -0.078)], sides=40))
    handle, grip = _handle()
    switches = [box((0.014, 0.008, 0.024), center=(0, 0.0255, 0.125 - 0.034 * k), bevel=0.003) for k in range(2)]
    cable = curve(
        [
            (0, -0.020, 0.012),
            (0.0, -0.034, 0.006),
            (0.01, -0.06, 0.0034),
            (0.05, -0.10, 0.0034),
            (0.10, -0.09, 0.0034),
            (0.12, -0.04, 0.0034),
            (0.10, 0.02, 0.0034),
        ],
        70,
    )
    sleeve = sweep(cable[:10], np.linspace(0.0062, 0.0045, 10), sides=12)
    thing = Thing(
        nodes=(
            things.mesh("drier case", join([body, handle]), "case", sharp_rad=0.9),
            things.mesh("drier trim", join([ring, *switches]), "chrome"),
            things.mesh("drier dark", join([nozzle, *grille, grip, sleeve, sweep(cable, 0.0034, sides=10)]), "dark"),
            things.mesh("drier inside", join([throat, dust]), "black"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "dark": _parts.plain("plastic", "#232325"),
            "black": _parts.plain("paper", "#050505"),
        },
        view_rad=1.1,
    )
    return things.scaled(thing, params.size)


def _nozzle() -> Shape:
    """The piece that makes the air flat, open in front."""
    rows = [
        (0.058, 0.058, 0.098),
        (0.062, 0.062, 0.100),
        (0.060, 0.060, 0.112),
        (0.068, 0.036, 0.140),
        (0.078, 0.022, 0.160),
        (0.078, 0.020, 0.162),
        (0.073, 0.015, 0.161),
        (0.060, 0.030, 0.138),
    ]
    stack = []
    for w, d, z in rows:
        o = rounded_rectangle(w, d, 0.49 * d, per_corner=10)
        stack.append(np.column_stack([o, np.full(len(o), z)]))
    return _along(rings(np.array(stack)))


def _handle() -> tuple[Shape, Shape]:
    """The handle, leaning a little forward, and the dark foot at its end."""
    stack = []
    rows = curve(
        [
            (0.038, 0.050, 0.012, 0.000),
            (0.036, 0.048, 0.06, 0.004),
            (0.035, 0.046, 0.12, 0.004),
            (0.042, 0.056, 0.165, 0.0),
            (0.056, 0.080, 0.19, -0.004),
        ],
        24,
    )
    for w, d, z, y in rows:
        o = rounded_rectangle(w, d, 0.44 * w, per_corner=9)
        stack.append(np.column_stack([o[:, 0], o[:, 1] + y, np.full(len(o), z)]))
    foot = _parts.slab(0.042, 0.054, 0.014, radius=0.02, bevel=0.004)
    return rings(np.array(stack)), foot
