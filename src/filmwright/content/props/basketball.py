"""An orange basketball with black seams and pebbled skin."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, remap, voronoi
from filmwright.scene.shapes import Shape, ball, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("basketball",)
EXAMPLE = "A basketball in a studio"
COLOR = "#c8571c"
MATERIALS = ("rubber", "leather")
HOME = ("studio",)
RADIUS_M = 0.1195  # size 7, by the rules of the game
_LOOP_RAD = math.radians(52)  # from the axis of a side loop to its seam; chosen after photographs
_SEAM_RAD = 0.021


class Params(NamedTuple):
    """One basketball: color of its skin, material, size."""

    color: Color
    material: str
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The basketball somebody asked for."""
    return Params(things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member))


def build(params: Params) -> Thing:
    """The ball, tipped so that its seams cross before the lens."""
    sphere = ball(1.0, sides=240, levels=150)
    p = sphere.points
    x, z = p[:, 0], p[:, 2]
    loop = np.arccos(np.clip(np.abs(x), 0, 1)) - _LOOP_RAD * (1 + 0.10 * p[:, 1] ** 2)
    seam = np.min(np.abs([np.arcsin(np.clip(x, -1, 1)), np.arcsin(np.clip(z, -1, 1)), loop]), axis=0)
    sunk = np.exp(-((seam / _SEAM_RAD) ** 4))
    skin = Shape(p * (RADIUS_M * (1 - 0.012 * sunk))[:, None], sphere.faces, sphere.slot).with_data("seam", sunk)
    skin = skin.turned(rotation(x=0.45, y=0.30) @ rotation(z=0.55)).moved((0, 0, RADIUS_M))
    thing = Thing(
        nodes=(things.mesh("basketball", skin, "skin", sharp_rad=None),),
        materials={"skin": _skin(params)},
        view_rad=0.3,
    )
    return things.scaled(thing, params.scale)


def _skin(params: Params) -> Material:
    seam = remap(attribute("seam"), 0.35, 0.6)
    pebbles = voronoi(coords("rest"), scale=330.0)
    base = things.made_of(params.material, params.color)
    return base.model_copy(
        update={
            "color": mix(base.color, (0.012, 0.011, 0.011), seam),
            "roughness": 0.5,
            "bumps": (Bump(height=pebbles * (seam * -1.0 + 1.0), strength=0.5, distance_m=0.0015),),
        }
    )
