"""A wooden stepladder, opened, with treads and a brace."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Member

WORDS = ("ladder", "stepladder", "step ladder")
EXAMPLE = "A ladder in a studio"
COLOR = "#b98a55"
MATERIALS = ("wood", "metal", "lacquer")
HOME = ("studio",)
HIGH_M = 1.85


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ladder somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The stepladder, its treads to the front."""
    parts: list[Shape] = []
    iron: list[Shape] = []
    for s in (-1.0, 1.0):
        parts.append(_rail((s * 0.17, -0.05, HIGH_M - 0.03), (s * 0.255, 0.46, 0.0), 0.03, 0.075, s))
        parts.append(_rail((s * 0.155, -0.10, HIGH_M - 0.05), (s * 0.235, -0.50, 0.0), 0.025, 0.045, s + 4))
        iron.append(forms.rod((s * 0.19, -0.085, HIGH_M - 0.10), (s * 0.13, -0.085, HIGH_M - 0.10), 0.012))
        iron.append(
            forms.pipe([(s * 0.228, 0.20, 0.88), (s * 0.222, 0.0, 0.80), (s * 0.215, -0.30, 0.88)], 0.006, sides=6)
        )
        iron += [
            box((0.05, 0.085, 0.03), center=(s * 0.255, 0.46, 0.015), bevel=0.008),
            box((0.045, 0.055, 0.03), center=(s * 0.235, -0.50, 0.015), bevel=0.008),
        ]
    for k in range(6):
        f = (k + 1) / 6.9
        z = (HIGH_M - 0.03) * f
        y, half = 0.46 + (-0.05 - 0.46) * f, 0.255 + (0.17 - 0.255) * f
        parts.append(_parts.board((2 * half - 0.02, 0.105, 0.024), (0, y, z), offset=2.0 * k))
    parts.append(_parts.board((0.40, 0.22, 0.028), (0, -0.06, HIGH_M - 0.012), offset=17.0))
    parts += [
        _parts.board((0.42, 0.020, 0.05), (0, -0.10 - 0.40 * (1 - z / HIGH_M), z), offset=z) for z in (0.42, 1.05)
    ]
    thing = Thing(
        nodes=(things.mesh("ladder wood", join(parts), "wood"), things.mesh("ladder iron", join(iron), "iron")),
        materials={"wood": things.made_of(params.material, params.color), "iron": _parts.plain("metal", "#55575a")},
        view_rad=0.65,
        top=(0.0, -0.06, HIGH_M + 0.002),
    )
    return things.scaled(thing, params.size)


def _rail(
    top: tuple[float, float, float], foot: tuple[float, float, float], thick: float, deep: float, offset: float
) -> Shape:
    """A leg of rectangular section from its upper end to the floor."""
    a, b = np.array(foot), np.array(top)
    stack = []
    o = np.array([(-thick / 2, -deep / 2), (thick / 2, -deep / 2), (thick / 2, deep / 2), (-thick / 2, deep / 2)])
    for f in (0.0, 0.004, 0.996, 1.0):
        k = 0.9 if f in (0.0, 1.0) else 1.0
        stack.append(a + (b - a) * f + np.column_stack([o * k, np.zeros(4)]))
    return _parts.grained(rings(np.array(stack)), 2, offset)
