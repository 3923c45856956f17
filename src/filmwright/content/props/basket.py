"""A woven wicker basket with a hooped handle."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, curve, join, sweep
from filmwright.spec.shot import Member

WORDS = ("basket", "wicker basket", "picnic basket")
EXAMPLE = "A basket in a studio"
COLOR = "#b8874d"
HOME = ("studio",)
GRIP = ("hang", "carry")
_STAKES, _ROWS = 30, 15
_LONG_M, _WIDE_M, _HIGH_M = 0.20, 0.145, 0.19


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The basket somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The basket, empty but for a checkered cloth."""
    weave = [_strand(n) for n in range(_ROWS)]
    stakes = []
    for k in range(_STAKES):
        a = 2 * math.pi * k / _STAKES
        stakes.append(sweep([_at(a, z, 0.0) for z in np.linspace(0, _HIGH_M, 8)], 0.0036, sides=6))
    rope = []
    for phase in (0.0, math.pi):
        t = np.linspace(0, 2 * math.pi, 200, endpoint=False)
        line = [_at(a, _HIGH_M + 0.006 + 0.006 * math.sin(26 * a + phase), 0.006 * math.cos(26 * a + phase)) for a in t]
        rope.append(sweep(line, 0.0062, sides=8, closed=True))
        foot = [_at(a, 0.007 + 0.004 * math.sin(26 * a + phase), 0.004 * math.cos(26 * a + phase)) for a in t]
        rope.append(sweep(foot, 0.005, sides=8, closed=True))
    floor = forms.sheet(
        [[_at(a, 0.008, -0.004 - r) for a in np.linspace(0, 2 * math.pi, 60)] for r in np.linspace(0, 0.12, 6)]
    )
    arch = curve(
        [
            (-_LONG_M * 1.02, 0, _HIGH_M - 0.06),
            (-_LONG_M * 1.03, 0, _HIGH_M + 0.06),
            (-0.13, 0, _HIGH_M + 0.185),
            (0, 0, _HIGH_M + 0.225),
            (0.13, 0, _HIGH_M + 0.185),
            (_LONG_M * 1.03, 0, _HIGH_M + 0.06),
            (_LONG_M * 1.02, 0, _HIGH_M - 0.06),
        ],
        70,
    )
    handle = []
    u = np.linspace(0, 1, 240)
    path = np.column_stack([np.interp(u, np.linspace(0, 1, 70), arch[:, k]) for k in range(3)])
    for phase in (0.0, 2.1, 4.2):
        twist = 70 * u + phase
        handle.append(
            sweep(path + np.column_stack([0 * u, 0.007 * np.cos(twist), 0.007 * np.sin(twist)]), 0.0056, sides=7)
        )
    cloth = _cloth()
    thing = Thing(
        nodes=(
            things.mesh("basket weave", join([*weave, *stakes]), "willow", sharp_rad=None),
            things.mesh("basket rims", join([*rope, *handle]), "willow", sharp_rad=None),
            things.mesh("basket floor", floor, "willow"),
            things.mesh("basket cloth", cloth, "red", "white", sharp_rad=None),
        ),
        materials={
            "willow": things.made_of("wood", params.color),
            "red": things.made_of("cotton", colors.resolve("#a8242a")),
            "white": _parts.plain("cotton", "#e8e4da"),
        },
        view_rad=0.35,
        hollow=(0.0, 0.0, _HIGH_M * 0.6),
        grip=(0.0, 0.0, _HIGH_M + 0.22),
    )
    return things.scaled(thing, params.size)


def _at(a: float, z: float, out: float) -> tuple[float, float, float]:
    """A point of the side at an angle, a height, so far out."""
    flare = 0.84 + 0.16 * (z / _HIGH_M) ** 0.8
    return ((_LONG_M * flare + out) * math.cos(a), (_WIDE_M * flare + out) * math.sin(a), z)


def _strand(n: int) -> Shape:
    """A row of the weave, over one stake and under the next."""
    z = 0.016 + (_HIGH_M - 0.024) * n / (_ROWS - 1)
    t = np.linspace(0, 2 * math.pi, _STAKES * 8, endpoint=False)
    sign = 1 if n % 2 else -1
    line = [_at(a, z, 0.0052 * sign * math.cos(a * _STAKES / 2)) for a in t]
    return sweep(line, 0.0058, sides=7, closed=True)


def _cloth() -> Shape:
    """A checkered cloth that lines the basket and hangs over its rim."""
    a = np.linspace(0, 2 * math.pi, 121)
    rows = []
    profile = [
        (0.30, -0.035, 0),
        (0.75, -0.02, 0),
        (0.93, 0.004, 0),
        (1.00, 0.020, 0),
        (1.055, 0.012, 0),
        (1.07, -0.015, 1),
        (1.075, -0.05, 1),
        (1.08, -0.085, 1),
    ]
    for k, up, hang in profile:
        corner = 0.4 * np.abs(np.sin(2 * a)) * hang
        fold = 1 + 0.012 * np.sin(22 * a) * hang
        rows.append(
            np.column_stack(
                [
                    _LONG_M * k * fold * np.cos(a),
                    _WIDE_M * k * fold * np.sin(a),
                    _HIGH_M + up * (1 + corner) + 0.004 * np.sin(9 * a) * (1 - hang),
                ]
            )
        )
    fine = forms.sheet(
        np.stack(
            [
                np.column_stack(
                    [np.interp(np.linspace(0, 7, 36), np.arange(8), np.array(rows)[:, j, c]) for c in range(3)]
                )
                for j in range(121)
            ],
            1,
        )
    )
    index = np.arange(len(fine.faces))
    square = ((index % 120) // 4 + (index // 120) // 3) % 2
    return fine._replace(slot=square.astype(np.int64))
