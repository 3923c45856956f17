"""A tennis ball: yellow felt and one white seam."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, ball, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tennis ball",)
EXAMPLE = "A tennis ball in a studio"
COLOR = "#cfe02a"
HOME = ("studio",)
RADIUS_M = 0.0335  # by the rules of the game
_SEAM = 0.052  # half the seam's width in radii


class Params(NamedTuple):
    """One tennis ball: color of its felt, size."""

    color: Color
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The tennis ball somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The ball, turned so that the seam swings across what the lens sees."""
    sphere = ball(1.0, sides=200, levels=130)
    t = np.linspace(0, 2 * math.pi, 900, endpoint=False)
    a, b = 0.72, 0.28
    # the seam: a closed curve that stays on the unit sphere for a + b = 1
    seam = np.column_stack(
        [a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t), 2 * math.sqrt(a * b) * np.sin(2 * t)]
    )
    away, _ = cKDTree(seam).query(sphere.points)
    sunk = np.exp(-((away / _SEAM) ** 4))
    felt = Shape(sphere.points * (RADIUS_M * (1 - 0.022 * sunk))[:, None], sphere.faces, sphere.slot)
    felt = felt.with_data("seam", sunk).turned(rotation(x=0.9, y=0.35, z=0.5)).moved((0, 0, RADIUS_M))
    thing = Thing(
        nodes=(things.mesh("tennis ball", felt, "felt", sharp_rad=None),),
        materials={"felt": _felt(params.color)},
        view_rad=0.3,
    )
    return things.scaled(thing, params.scale)


def _felt(color: Color) -> Material:
    seam = remap(attribute("seam"), 0.4, 0.7)
    fuzz = noise(coords("rest"), scale=1500.0, detail=4.0)
    base = things.made_of("felt", color)
    return base.model_copy(
        update={
            "color": mix(base.color, (0.78, 0.78, 0.72), seam),
            "bumps": (Bump(height=fuzz * (seam * -0.9 + 1.0), strength=0.9, distance_m=0.0009),),
        }
    )
