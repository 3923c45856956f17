"""A wooden barrel with iron hoops and a bung."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("barrel", "cask", "keg", "wine barrel")
EXAMPLE = "A barrel in a studio"
COLOR = "#7b4f2c"
MATERIALS = ("wood", "metal", "lacquer")
HOME = ("studio",)
HIGH_M, BELLY_M, END_M = 0.92, 0.335, 0.268
_STAVES = 22


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The barrel somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The barrel, standing."""
    staves = [_stave(k, params.seed) for k in range(_STAVES)]
    hoops = []
    for z in (0.035, 0.13, 0.30, 0.62, 0.79, 0.885):
        r = _radius(z) + 0.003
        half = 0.021
        slope = (_radius(z + 0.01) - _radius(z - 0.01)) / 0.02 * half
        hoops.append(
            forms.turned(
                [(r - slope - 0.004, -half), (r - slope, -half), (r + slope, half), (r + slope - 0.004, half)],
                (0, 0, z),
                sides=72,
            )
        )
        a = 0.7 + 3.0 * z
        hoops += [
            forms.turned([(0.007, 0.0), (0.005, 0.004), (0.001, 0.005)], axis="y", sides=12)
            .moved((d, r, z))
            .turned(rotation(z=a))
            for d in (-0.014, 0.014)
        ]
    heads = [_head(z, k) for k, z in enumerate((0.035, HIGH_M - 0.035))]
    bung = forms.turned([(0.032, 0.0), (0.028, 0.022), (0.001, 0.023)], (0, BELLY_M - 0.005, 0.46), axis="y", sides=24)
    thing = Thing(
        nodes=(
            things.mesh("barrel staves", join(staves), "wood"),
            things.mesh("barrel heads", join(heads), "wood"),
            things.mesh("barrel hoops", join(hoops), "iron"),
            things.mesh("barrel bung", _parts.grained(bung, 1), "cork"),
        ),
        materials={
            "wood": things.made_of(params.material, params.color),
            "iron": _parts.plain("metal", "#4a4744"),
            "cork": _parts.plain("wood", "#a97f52"),
        },
        view_rad=0.25,
        top=(0.0, 0.0, HIGH_M - 0.025),
    )
    return things.scaled(thing, params.size)


def _radius(z: float) -> float:
    """The barrel's radius at a height, in metres."""
    f = 2 * z / HIGH_M - 1
    return END_M + (BELLY_M - END_M) * math.pow(1 - f * f, 1.1)


def _stave(k: int, seed: int) -> Shape:
    """One board of the side, its edges a little rounded."""
    wide = 2 * math.pi / _STAVES
    rng = np.random.default_rng([seed, k])
    u = np.array([-0.5, -0.46, -0.25, 0.25, 0.46, 0.5])
    sink = np.array([0.0045, 0.0008, 0.0, 0.0, 0.0008, 0.0045])
    out = 0.002 * rng.uniform(-1, 1)
    stack = []
    for z in np.linspace(0.0, HIGH_M, 18):
        r = _radius(z)
        a = wide * (k + u)
        outer = np.column_stack([(r + out - sink) * np.cos(a), (r + out - sink) * np.sin(a), np.full(6, z)])
        inner = np.column_stack([(r - 0.024) * np.cos(a[::-1]), (r - 0.024) * np.sin(a[::-1]), np.full(6, z)])
        stack.append(np.concatenate([outer, inner]))
    made = rings(np.array(stack))
    return made.with_data("rest", made.points[:, [2, 0, 1]] + [1.7 * k, 0.3 * k, 0.11 * k])


def _head(z: float, k: int) -> Shape:
    """The round end, of boards side by side."""
    r = _radius(z) - 0.02
    boards = []
    for n, x in enumerate(np.linspace(-r, r, 8)[:-1]):
        wide = 2 * r / 7
        xs = np.linspace(x + 0.0012, x + wide - 0.0012, 6)
        ys = np.sqrt(np.maximum(r**2 - xs**2, 1e-5))
        outline = np.concatenate([np.column_stack([xs, -ys]), np.column_stack([xs, ys])[::-1]])
        board = rings(np.array([np.column_stack([outline, np.full(len(outline), h)]) for h in (z - 0.010, z + 0.010)]))
        boards.append(_parts.grained(board, 1, 3.0 * n + 11 * k))
    return join(boards)
