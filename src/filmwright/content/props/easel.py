"""A painter's easel of beech with a landscape on its canvas, half done."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("easel",)
EXAMPLE = "An easel in a studio"
COLOR = "tan"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
TALL_M, CANVAS_M, LEDGE_M = 1.62, (0.62, 0.50), 0.86  # of the easel; width and height of the canvas; what it stands on
LEAN_RAD = 0.14  # how far canvas and front legs lean back; usual of studio easels


class Params(NamedTuple):
    """One easel: its material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """An easel."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member))


def canvas_middle() -> F64:
    """The middle of the painted side (3,), in the easel's space."""
    return np.asarray(_leaning() @ np.array([0.0, 0.043, LEDGE_M + 0.5 * CANVAS_M[1]]) + [0.0, _BACK_M, 0.0])


def _leaning() -> F64:
    return rotation(x=LEAN_RAD)


_BACK_M = 0.12  # so that the middle of the footprint is the origin


def build(params: Params) -> Thing:
    """The easel, its canvas in front (+Y)."""
    wide, tall = CANVAS_M

    def leaning(*items: Shape) -> Shape:
        return join(items).turned(_leaning()).moved((0.0, _BACK_M, 0.0))

    legs = [_parts.leg((x * 0.10, 0.0, TALL_M), (x * 0.33, 0.0, 0.0), (0.034, 0.030), offset=x) for x in (-1.0, 1.0)]
    bars = [
        _parts.board((0.52, 0.022, 0.040), (0.0, 0.026, LEDGE_M - 0.02)),
        _parts.board((0.56, 0.055, 0.018), (0.0, 0.040, LEDGE_M - 0.002)),
        _parts.board((0.034, 0.024, 0.95), (0.0, 0.0, 1.05)),
        _parts.board((0.44, 0.022, 0.034), (0.0, 0.0, 0.45)),
        _parts.board((0.10, 0.040, 0.045), (0.0, 0.022, LEDGE_M + tall + 0.022)),
    ]
    behind = _parts.leg((0.0, -0.02, 1.45), (0.0, 0.42, 0.0), (0.034, 0.030), offset=3.0).turned(
        np.diag([1.0, -1.0, 1.0])
    )
    face = LEDGE_M + 0.5 * tall

    def painted(shape: Shape, lift: float) -> Shape:
        return leaning(_parts.front(shape, 0.0425 + lift, face))

    stretcher = box((wide, 0.022, tall), center=(0.0, 0.031, face), bevel=0.002)
    thing = Thing(
        nodes=(
            things.mesh("easel wood", join([leaning(*legs, *bars), behind.moved((0.0, _BACK_M - 0.10, 0.0))]), "wood"),
            things.mesh("easel canvas", leaning(stretcher), "canvas"),
            *(
                things.mesh(f"easel {name}", painted(shape, lift), name)
                for name, shape, lift in (
                    ("sky", _area(_SKY), 0.0004),
                    ("far hills", _area(_FAR), 0.0008),
                    ("meadow", _area(_NEAR), 0.0012),
                    ("sun", _round(0.055, (0.135, 0.115)), 0.0010),
                    ("red", join([_round(r, at) for r, at in _POPPIES]), 0.0016),
                )
            ),
        ),
        materials={
            "wood": things.made_of(params.material, params.color),
            "canvas": _parts.plain("cotton", "#f2eee2"),
            "sky": _parts.plain("paper", "#7fb2dc"),
            "far hills": _parts.plain("paper", "#5d7f9e"),
            "meadow": _parts.plain("paper", "#5f9440"),
            "sun": _parts.plain("paper", "#f4b63a"),
            "red": _parts.plain("paper", "#cf3322"),
        },
        view_rad=0.4,
        face=(0.0, 0.1, LEDGE_M + 0.5 * tall),
        face_m=0.75,
    )
    return things.scaled(thing, params.size)


# Outlines on the canvas: x to the right, y up, metres from its middle; the right lower corner is not painted yet.
_SKY = ((-0.285, -0.02), (0.29, -0.02), (0.285, 0.20), (0.10, 0.225), (-0.12, 0.215), (-0.28, 0.225))
_FAR = (
    (-0.285, -0.06),
    (0.27, -0.06),
    (0.29, 0.0),
    (0.19, 0.055),
    (0.09, 0.01),
    (-0.02, 0.085),
    (-0.13, 0.02),
    (-0.21, 0.06),
    (-0.285, 0.02),
)
_NEAR = (
    (-0.28, -0.215),
    (-0.02, -0.21),
    (0.06, -0.16),
    (0.02, -0.11),
    (0.16, -0.075),
    (0.26, -0.055),
    (0.1, -0.03),
    (-0.1, -0.045),
    (-0.285, -0.02),
)
_POPPIES = (
    (0.016, (-0.20, -0.13)),
    (0.012, (-0.13, -0.17)),
    (0.014, (-0.08, -0.11)),
    (0.010, (-0.24, -0.09)),
    (0.011, (-0.03, -0.15)),
)


def _area(outline: tuple[tuple[float, float], ...]) -> Shape:
    """A patch of paint with this outline, facing +Z."""
    edge = np.array([(*point, 0.0) for point in outline])
    middle = edge.mean(axis=0)
    return rings(np.array([edge, middle + 0.5 * (edge - middle), middle + 0.01 * (edge - middle)]), caps=False)


def _round(radius: float, at: tuple[float, float]) -> Shape:
    a = np.arange(28) * 2 * np.pi / 28
    return _area(tuple((at[0] + radius * float(np.cos(t)), at[1] + radius * float(np.sin(t))) for t in a))
