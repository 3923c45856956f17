"""An orange and a half."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shade import Bump, Material, coords, mix, noise, voronoi
from filmwright.scene.shapes import Shape, ball, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("orange", "tangerine")
EXAMPLE = "An orange"
COLOR = "orange"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One orange: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The orange somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """A whole orange, and half a one beside it, cut side up towards the viewer."""
    whole = ball((0.037, 0.037, 0.0355), sides=56, levels=36).moved((-0.022, 0.0, 0.0355))
    star = lathe([(0.001, 0.0716), (0.003, 0.0718), (0.0045, 0.0708)], sides=10, caps=False).moved((-0.022, 0.0, 0.0))
    t = np.linspace(-math.pi / 2, 0, 18)
    shell = lathe(np.column_stack([np.maximum(0.037 * np.cos(t), 0.0004), 0.037 * np.sin(t)]), sides=56, caps=False)
    rind = lathe([(0.0370, 0.0), (0.0366, 0.0008), (0.0330, 0.0008)], sides=56, caps=False)
    flesh = _flesh()
    tilt = rotation(x=-1.05)
    place = np.array([0.045, 0.028, 0.0335])
    front = rotation(z=0.45)
    nodes = (
        things.mesh("orange whole", whole, "peel", sharp_rad=None),
        things.mesh("orange star", star, "star"),
        things.mesh("orange half", shell.turned(front @ tilt).moved(place), "peel", sharp_rad=None),
        things.mesh("orange rind", _food.upward(rind).turned(front @ tilt).moved(place), "rind"),
        things.mesh("orange flesh", flesh.turned(front @ tilt).moved(place), "flesh"),
    )
    peel = _food.skin(params.color, _food.tuple_times(params.color, 0.9), scale=20, roughness=0.42, relief_m=0.0)
    pores = voronoi(coords("rest"), scale=430.0)
    made = {
        "peel": peel.model_copy(update={"bumps": (Bump(height=pores, strength=0.55, distance_m=0.0012),)}),
        "star": Material(color=(0.10, 0.12, 0.03), roughness=0.8, preview=(0.1, 0.12, 0.03)),
        "rind": _food.skin((0.80, 0.66, 0.42), (0.75, 0.55, 0.3), roughness=0.6),
        "flesh": _juicy(params.color),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.0), params.scale)


def _flesh() -> Shape:
    """The cut: ten segments between pale skins, as a disc of fine rings with its own coordinates."""
    r = np.linspace(0.0005, 0.0332, 26)
    disc = lathe(np.column_stack([r, np.full_like(r, 0.0009)]), sides=120, caps=False)
    up = _food.upward(disc)
    angle = np.arctan2(up.points[:, 1], up.points[:, 0])
    reach = np.linalg.norm(up.points[:, :2], axis=1)
    wall = np.abs(((angle / (2 * math.pi) * 10) % 1.0) - 0.5) * 2 * math.pi * reach / 10
    edge = np.minimum(np.abs(wall - math.pi * reach / 10), 0.0332 - reach)
    edge = np.minimum(edge, np.maximum(reach - 0.003, 0.0))
    lift = 0.0012 * np.clip(edge / 0.004, 0, 1)
    return up._replace(points=up.points + np.column_stack([np.zeros((len(lift), 2)), lift])).with_data(
        "wall", np.clip(edge / 0.0014, 0, 1)
    )


def _juicy(color: Color) -> Material:
    rest = coords("rest")
    sacs = noise(rest, scale=420, detail=2)
    bright = (min(1.0, color[0] * 1.3), color[1] * 1.35, color[2] * 0.5)
    body = mix(_food.tuple_times(bright, 0.72), bright, sacs)
    return Material(
        color=mix((0.86, 0.62, 0.30), body, _food.attribute_number("wall")),
        roughness=0.14,
        specular=0.5,
        coat=0.5,
        coat_roughness=0.06,
        subsurface=0.15,
        subsurface_scale_m=0.004,
        bumps=(Bump(height=sacs, strength=0.4, distance_m=0.0008),),
        preview=color,
    )
