"""Roller skates: laced boots on a frame with four wheels in a row."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import _skate
from filmwright.scene.shapes import Shape, box, join, lathe, rotation
from filmwright.spec.shot import Garment

WORDS = ("roller skates",)
EXAMPLE = "A girl in a yellow t-shirt and blue roller skates skates in the street"
MATERIALS = ("leather",)
COLOR = "blue"
COVERS = ("feet",)
LAYER = 6
STIFF = True
TAKES_LEGS = True

_HIGH_M, _WHEEL_M = 0.085, 0.036  # of the frame with its wheels under the sole, and of a wheel's radius; of usual ones


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of roller skates on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    fit = measure(body)
    sewing = Sewing(fit, "roller skates")
    dark = sewing.stuff((0.03, 0.03, 0.032), "rubber", "trim")
    outlines = _skate.boots(sewing, sewing.stuff(color, material), dark)
    sewing.add("frames", _skate.under(fit, outlines, _frame), dark, sharp_angle_rad=0.6)
    pale = sewing.stuff((0.80, 0.45, 0.06), "rubber", "wheels")
    sewing.add("wheels", _skate.under(fit, outlines, _wheels), pale, sharp_angle_rad=0.9)
    return sewing.piece(sole_m=_skate.lift_m(fit, _HIGH_M))


def _frame(length_m: float, sign: float, scale: float) -> Shape:
    """Two rails with the axles between them, and a brake at the heel of the right foot."""
    high = (_HIGH_M - _WHEEL_M) * scale + 0.004 * scale
    rails = [
        box((0.006 * scale, 0.94 * length_m, high), center=(s * 0.017 * scale, 0, -high / 2), bevel=0.002 * scale)
        for s in (-1, 1)
    ]
    plate = box((0.050 * scale, 0.80 * length_m, 0.010 * scale), center=(0, 0, -0.004 * scale), bevel=0.003 * scale)
    parts = [*rails, plate]
    if sign < 0:
        parts.append(
            box(
                (0.026 * scale, 0.05 * scale, 0.03 * scale),
                center=(0, 0.60 * length_m, -0.055 * scale),
                bevel=0.006 * scale,
            )
        )
    return join(parts)


def _wheels(length_m: float, sign: float, scale: float) -> Shape:
    """Four wheels in a row."""
    r, half = _WHEEL_M * scale, 0.012 * scale
    rows = [
        (0.3 * r, -half),
        (0.86 * r, -half),
        (0.97 * r, -0.5 * half),
        (r, 0.0),
        (0.97 * r, 0.5 * half),
        (0.86 * r, half),
        (0.3 * r, half),
    ]
    wheel = lathe(rows, sides=24).turned(rotation(y=math.pi / 2))
    return join([wheel.moved((0, at * length_m, -_HIGH_M * scale + r)) for at in (-0.40, -0.133, 0.133, 0.40)])
