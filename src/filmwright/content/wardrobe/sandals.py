"""Sandals: a flat sole, straps across the toes and round the ankle."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_feet, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, compact_skin
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("sandals", "sandal")
EXAMPLE = "A woman in a white dress and brown sandals walks along the beach"
MATERIALS = ("leather", "rubber", "cotton")
COLOR = "brown"
COVERS = ("feet",)
LAYER = 1
STIFF = True

SOLE_M = 0.015


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of sandals on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "sandals")
    hide = sewing.stuff(color, material)
    ground = Surface(fit, foot(fit))
    lines = garment_feet.upper(fit, ease=0.004, top_z=fit.ankle, toe=0.004)
    pale = sewing.stuff(toned(color, 0.75), "leather", "soles")
    for side in "lr":
        straps = [
            _across(ground, side, 0.80, 0.020, 0.024),
            _across(ground, side, 0.48, 0.016, 0.034),
            _round(ground, side),
        ]
        sewing.add(f"straps {side}", straps, hide)
        line = garment_feet.outline(fit, lines, side)
        sole = garment_feet.sole(fit, line, side, thickness=SOLE_M, heel=0.25, welt=0.003)
        sewing.add(f"sole {side}", sole, pale, sharp_angle_rad=0.7)
    metal = sewing.metal((0.55, 0.47, 0.30), "buckles")
    buckles = [_buckle(ground, side) for side in "lr"]
    sewing.add("buckles", garment_parts.buttons(ground, np.array(buckles), 0.0065, lift=0.004), metal)
    return sewing.piece(sole_m=SOLE_M * s)


def foot(fit: Fit) -> Cloth:
    """The bare feet as ground for straps."""
    return compact_skin(fit.body, fit.foot > 0.3)


def _section(ground: Surface, side: str, t: float, width: float) -> F64:
    """Points of the foot in a slice across it, t of the way from the ankle to the ball (3,)."""
    fit = ground.fit
    p = ground.cloth.points[side_of(ground.cloth.points, side)]
    a, b = fit.head_of(f"foot_{side}"), fit.head_of(f"ball_{side}")
    y = a[1] + (b[1] - a[1]) * t
    return np.asarray(p[np.abs(p[:, 1] - y) < width])


def _across(ground: Surface, side: str, t: float, wide: float, slant: float) -> Cloth:
    """A strap over the foot from one edge of the sole to the other, `wide` broad; it slants back by `slant` towards the outside."""
    fit, s = ground.fit, ground.fit.scale
    a, b = fit.head_of(f"foot_{side}"), fit.head_of(f"ball_{side}")
    y0 = a[1] + (b[1] - a[1]) * t
    near = _section(ground, side, t, 0.02 * s)
    left, right, top = near[:, 0].min(), near[:, 0].max(), near[:, 2].max()
    turn, v = np.meshgrid(np.linspace(-1.35, 1.35, 17), np.linspace(-0.5, 0.5, 4))
    middle, half = (left + right) / 2, (right - left) / 2
    out = 1.0 if side == "l" else -1.0
    x = middle + half * np.sin(turn)
    y = y0 + v * wide * s + slant * s * 0.5 * np.sin(turn) * out
    z = top * np.cos(turn) ** 0.7 + 0.002 * s
    grid = np.stack([x, y, z], -1)
    flat = ground.lifted(grid.reshape(-1, 3), 0.0022 * s)
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0022 * s)


def _round(ground: Surface, side: str) -> Cloth:
    """The strap round the ankle above the heel, lower in front."""
    fit, s = ground.fit, ground.fit.scale
    level = fit.ankle + 0.012 * s
    angle = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    line = fit.shins[side]
    rows = []
    for dz in (-0.006, 0.0, 0.006):
        z = np.full(len(angle), level + dz * s)
        xy = line.middle(z) + (line.at(z, angle) + 0.004 * s)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        rows.append(ground.lifted(np.column_stack([xy, z]), 0.002 * s))
    return garment_parts.slab(ground, np.array(rows), 0.0022 * s, around=True)


def _buckle(ground: Surface, side: str) -> F64:
    """Where the strap closes, outside the ankle (3,)."""
    fit = ground.fit
    p = ground.cloth.points[side_of(ground.cloth.points, side)]
    near = p[np.abs(p[:, 2] - fit.ankle - 0.012 * fit.scale) < 0.012 * fit.scale]
    return np.asarray(near[np.argmax(np.abs(near[:, 0]))])
