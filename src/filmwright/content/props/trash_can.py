"""A galvanized trash can with ribbed sides, two handles and a lid."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("trash can", "garbage can", "dustbin", "rubbish bin")
EXAMPLE = "A trash can on a city street"
COLOR = "#9a9fa3"
MATERIALS = ("metal", "plastic")
HOME = ("city_street", "studio")
HEIGHT_M, FOOT_M, RIM_M = 0.66, 0.205, 0.245  # a 20-gallon can: height, radius at the foot and at the rim
_RIBS = 30


class Params(NamedTuple):
    """One can: color, material, size."""

    color: Color
    material: str
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The can somebody asked for."""
    return Params(things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member))


def build(params: Params) -> Thing:
    """The can, its lid on, a handle on either side."""
    hoops = [_hoop(_radius(z) + 0.003, z, 0.008) for z in (0.012, 0.10, 0.555, HEIGHT_M - 0.008)]
    handles = [_handle(side) for side in (-1, 1)]
    thing = Thing(
        nodes=(
            things.mesh("trash can body", join([_body(), *hoops]), "body", sharp_rad=math.radians(60)),
            things.mesh("trash can lid", _lid(), "body", sharp_rad=math.radians(50)),
            things.mesh("trash can handles", join(handles), "body"),
        ),
        materials={"body": things.made_of(params.material, params.color)},
        view_rad=0.35,
        top=(0.0, 0.0, HEIGHT_M + 0.06),
    )
    return things.scaled(thing, params.scale)


def _radius(z: float) -> float:
    """Radius of the wall at a height."""
    return FOOT_M + (RIM_M - FOOT_M) * z / HEIGHT_M


def _hoop(radius: float, z: float, thick: float) -> Shape:
    """A rolled bead round the wall."""
    a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    return sweep(np.column_stack([radius * np.cos(a), radius * np.sin(a), np.full(72, z)]), thick, sides=8, closed=True)


def _body() -> Shape:
    """The wall, ribbed upright between its two middle beads."""
    a = np.linspace(0, 2 * math.pi, _RIBS * 10, endpoint=False)
    wave = np.clip(1.6 * np.cos(_RIBS * a), -1, 1)
    stack = []
    for z in np.concatenate([[0.0, 0.10, 0.115], np.linspace(0.14, 0.515, 6), [0.54, 0.555, HEIGHT_M]]):
        r = _radius(z) + 0.0055 * wave * float(np.clip((0.2075 - abs(z - 0.3275)) / 0.02, 0, 1))
        stack.append(np.column_stack([r * np.cos(a), r * np.sin(a), np.full(len(a), z)]))
    return rings(np.array(stack))


def _lid() -> Shape:
    """A stepped dome with a strap to lift it by."""
    r = RIM_M + 0.014
    dome = [(0.0, 0.0), (r, -0.028), (r + 0.006, -0.030), (r + 0.007, -0.024), (r, 0.004), (r - 0.015, 0.012)]
    dome += [
        (0.80 * r, 0.020),
        (0.77 * r, 0.030),
        (0.5 * r, 0.044),
        (0.47 * r, 0.052),
        (0.2 * r, 0.060),
        (0.001, 0.062),
    ]
    strap = curve(
        [
            (-0.075, 0, 0.054),
            (-0.062, 0, 0.078),
            (-0.035, 0, 0.100),
            (0.035, 0, 0.100),
            (0.062, 0, 0.078),
            (0.075, 0, 0.054),
        ],
        30,
    )
    return join([lathe(dome, sides=96, caps=False), sweep(strap, 0.014, sides=12, flat=0.35)]).moved((0, 0, HEIGHT_M))


def _handle(side: int) -> Shape:
    """A drop handle in its two ears."""
    z = 0.50
    bow = curve(
        [(-0.075, 0, z), (-0.078, 0.045, z - 0.035), (0, 0.062, z - 0.060), (0.078, 0.045, z - 0.035), (0.075, 0, z)],
        30,
    )
    ears = [
        sweep([(x, -0.01, z + 0.02), (x, 0.016, z), (x, -0.01, z - 0.02)], 0.012, sides=10, flat=0.6)
        for x in (-0.075, 0.075)
    ]
    turned = rotation(z=-side * math.pi / 2)
    return join([sweep(bow, 0.0075, sides=10), *ears]).moved((0, _radius(z) + 0.003, 0)).turned(turned)
