"""Ice skates: white laced boots on steel blades."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import _skate
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Garment

WORDS = ("ice skates",)
EXAMPLE = "A woman in a red sweater and white ice skates skates on the ice"
MATERIALS = ("leather",)
COLOR = "white"
COVERS = ("feet",)
LAYER = 6
STIFF = True
TAKES_LEGS = True

_BLADE_M = 0.052  # of the blade under the sole, at scale 1; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of ice skates on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    fit = measure(body)
    sewing = Sewing(fit, "ice skates")
    dark = sewing.stuff((0.03, 0.028, 0.026), "leather", "trim")
    outlines = _skate.boots(sewing, sewing.stuff(color, material), dark)
    steel = sewing.stuff((0.55, 0.57, 0.60), "rubber", "blades")
    sewing.add("blades", _skate.under(fit, outlines, _blade), steel, sharp_angle_rad=0.6)
    return sewing.piece(sole_m=_skate.lift_m(fit, _BLADE_M))


def _blade(length_m: float, sign: float, scale: float) -> Shape:
    """A blade with a turned-up toe on two posts."""
    thick, low = 0.004 * scale, -_BLADE_M * scale
    y = np.linspace(-0.54, 0.54, 24) * length_m
    bottom = low + 0.020 * scale * np.clip((-y / length_m - 0.40) / 0.14, 0, 1) ** 2
    rows = [
        np.array(
            [
                (-thick / 2, v, b),
                (thick / 2, v, b),
                (thick / 2, v, b + 0.020 * scale),
                (-thick / 2, v, b + 0.020 * scale),
            ]
        )
        for v, b in zip(y, bottom)
    ]
    posts = []
    for at, wide in ((0.30, 0.055), (-0.24, 0.075)):
        high = -low - 0.014 * scale
        posts.append(
            box((0.012 * scale, wide * scale, high), center=(0, at * length_m, -high / 2), bevel=0.003 * scale)
        )
        posts.append(
            box(
                (0.045 * scale, (wide + 0.03) * scale, 0.006 * scale),
                center=(0, at * length_m, -0.002 * scale),
                bevel=0.002 * scale,
            )
        )
    return join([rings(np.array(rows)), *posts])
