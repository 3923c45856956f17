"""A steam iron: a soleplate of steel under a body of plastic, its handle, dial and cable."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rings
from filmwright.spec.shot import Member

WORDS = ("clothes iron", "flat iron")
EXAMPLE = "A blue clothes iron in a studio"
COLOR = "#2f6fa8"
MATERIALS = ("plastic", "lacquer", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
HANDLE = (0.0, -0.015, 0.112)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The iron somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The iron on its sole, its point in front (+Y)."""
    sole = _level([(1.0, 0.0), (1.0, 0.006), (0.98, 0.009)])
    shell = _level([(0.93, 0.009), (0.95, 0.020), (0.86, 0.042), (0.66, 0.060), (0.40, 0.068), (0.02, 0.070)])
    handle = forms.pipe(
        [
            (0, 0.078, 0.046),
            (0, 0.066, 0.088),
            (0, 0.030, 0.110),
            (0, -0.055, 0.114),
            (0, -0.088, 0.100),
            (0, -0.092, 0.050),
        ],
        [0.013, 0.014, 0.0155, 0.0165, 0.016, 0.018],
        count=50,
        sides=20,
    )
    dial = forms.turned([(0.020, 0.066), (0.020, 0.074), (0.017, 0.076), (0.001, 0.076)], (0, 0.0, 0), sides=36)
    cable = forms.pipe(
        [(0, -0.095, 0.095), (0.01, -0.135, 0.085), (0.05, -0.16, 0.03), (0.12, -0.15, 0.005), (0.20, -0.19, 0.004)],
        0.0038,
        count=50,
    )
    thing = Thing(
        nodes=(
            things.mesh("iron sole", sole, "steel"),
            things.mesh("iron shell", shell, "shell", sharp_rad=0.9),
            things.mesh("iron handle", join([handle]), "handle", sharp_rad=None),
            things.mesh("iron dial", dial, "pale"),
            things.mesh("iron cable", cable, "dark", sharp_rad=None),
        ),
        materials={
            "steel": _parts.plain("chrome", "#c4c4c4"),
            "shell": things.made_of(params.material, params.color),
            "handle": things.made_of(params.material, toned(params.color, 0.6)),
            "pale": _parts.plain("plastic", "#e8e6e0"),
            "dark": _parts.plain("rubber", "#1b1b1c"),
        },
        view_rad=1.1,
        grip=HANDLE,
    )
    return things.scaled(thing, params.size)


def _level(levels: list[tuple[float, float]]) -> Shape:
    """The sole's outline, pointed in front, at shares of its size and heights."""
    t = np.linspace(0, 1, 34)
    y = -0.10 + 0.235 * t
    half = 0.058 * np.clip(1 - np.clip((t - 0.28) / 0.72, 0, 1) ** 1.7, 0, 1) * np.clip(0.82 + t * 1.5, 0, 1)
    outline = np.concatenate([np.column_stack([half, y]), np.column_stack([-half, y])[::-1][1:-1]])
    mid = np.array([0.0, -0.01])
    return rings(np.array([np.column_stack([mid + (outline - mid) * k, np.full(len(outline), z)]) for k, z in levels]))
