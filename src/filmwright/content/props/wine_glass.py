"""A wine glass on a tall stem, a third full."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shade import Material
from filmwright.scene.shapes import join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("wine glass", "wineglass")
EXAMPLE = "A wine glass"
COLOR = "burgundy"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One wine glass: color of the wine, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The wine glass somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The glass and the wine in it."""
    foot = [
        (0.001, 0.0),
        (0.034, 0.0),
        (0.0365, 0.001),
        (0.0365, 0.0022),
        (0.020, 0.004),
        (0.006, 0.009),
        (0.0036, 0.020),
        (0.0033, 0.070),
        (0.0042, 0.088),
    ]
    bowl = [(0.012, 0.096), (0.030, 0.110), (0.0395, 0.130), (0.0415, 0.150), (0.0385, 0.180), (0.0335, 0.212)]
    outer = lathe([*foot, *bowl], sides=64, caps=False)
    inner = lathe([(r - 0.0012, z + 0.001) for r, z in bowl] + [(0.001, 0.094)][::-1], sides=64, caps=False)
    rim = sweep(ring_of(0.0330, 0.2122), 0.0009, sides=6, closed=True)
    stem = lathe([(0.0030, 0.008), (0.0026, 0.02), (0.0026, 0.08), (0.0034, 0.09)], sides=24)
    wine = lathe(
        [(0.001, 0.0965), (0.011, 0.0975), (0.0285, 0.111), (0.0378, 0.130), (0.0392, 0.140), (0.001, 0.140)],
        sides=56,
        caps=False,
    )
    clear = things.made_of("glass", (0.95, 0.95, 0.95))
    thing = Thing(
        nodes=(
            things.mesh("wine glass outside", outer, "glass", sharp_rad=None),
            things.mesh("wine glass inside", inner, "glass", sharp_rad=None),
            things.mesh("wine glass rim", join([rim, stem]), "edge", sharp_rad=None),
            things.mesh("wine glass wine", wine, "wine"),
        ),
        materials={
            "glass": clear,
            "edge": Material(
                color=(0.55, 0.58, 0.6), roughness=0.04, specular=1.0, alpha=0.45, preview=(0.6, 0.62, 0.64)
            ),
            "wine": Material(color=params.color, roughness=0.03, specular=0.6, coat=0.5, preview=params.color),
        },
        top=(0.0, 0.0, 0.21),
        grip=(0.0, 0.0, 0.06),
    )
    return things.scaled(thing, params.scale)


def ring_of(radius: float, z: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A level circle (48, 3)."""
    a = np.arange(48) * 2 * math.pi / 48
    return np.column_stack([radius * np.cos(a), radius * np.sin(a), np.full(48, z)])
