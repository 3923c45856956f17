"""Boots to below the knee: shaft with a band at its top, creases at the ankle, a strap with its buckle, a heeled sole."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_feet, garment_folds, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("boots", "boot", "winter boots", "knee boots", "wellingtons", "rain boots")
EXAMPLE = "A woman in a red coat and black boots walks through a snowy pine forest"
MATERIALS = ("leather", "rubber", "felt")
COLOR = "black"
COVERS = ("feet",)
LAYER = 6
STIFF = True  # no cloth presses it in
TAKES_LEGS = True  # trousers go into the shaft

SOLE_M = 0.026  # at scale 1; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of boots on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "boots")
    skin = sewing.stuff(color, material)
    top = fit.knee - 0.115 * s
    shaft = garment_feet.upper(
        fit, ease=0.009, top_z=top, widths=((fit.ankle + 0.02 * s, 0.046), (fit.ankle + 0.10 * s, 0.050), (top, 0.066))
    )
    height = garment_folds.bends(fit, shaft, 0.0045, seed=seed_of(rng), joints=("foot",))
    shaft = garment_folds.displaced(fit, shaft, height, gap=0.004)
    sewing.shell(shaft, skin, thickness=0.004, depth=0.05)
    sewing.hides(shaft, margin=0.03, reach=0.06)
    sewing.hides_feet(below_z=fit.ankle)
    ground = Surface(fit, shaft)
    rims = garment_feet.tops(shaft)
    sewing.add("bands", [garment_parts.band(ground, rim, 0.022, gap=0.001, thickness=0.002) for rim in rims], skin)
    sewing.add("straps", [_strap(ground, side) for side in "lr"], skin)
    metal = sewing.stuff((0.30, 0.27, 0.22), "leather", "buckles")
    sewing.add("buckles", garment_parts.buttons(ground, _buckles(fit, shaft), 0.011, lift=0.006), metal)
    dark = sewing.stuff(toned((0.03, 0.027, 0.025), 1.0), "rubber", "soles")
    soles = [
        garment_feet.sole(fit, garment_feet.outline(fit, shaft, side), side, thickness=SOLE_M, heel=0.26)
        for side in "lr"
    ]
    sewing.add("soles", soles, dark, sharp_angle_rad=0.7)
    return sewing.piece(sole_m=SOLE_M * s)


def _strap(ground: Surface, side: str) -> Cloth:
    """A strap round the ankle, lower at the back."""
    fit, s = ground.fit, ground.fit.scale
    level = fit.ankle + 0.055 * s
    line = fit.shins[side]
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    rows = []
    for dz in (-0.011, 0.0, 0.011):
        z = np.full(len(angle), level + dz * s)
        xy = line.middle(z) + (line.at(z, angle) + 0.012 * s)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        rows.append(ground.lifted(np.column_stack([xy, z]), 0.002 * s))
    return garment_parts.slab(ground, np.array(rows), 0.0025 * s, around=True)


def _buckles(fit: Fit, shaft: Cloth) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The outermost point of each ankle, where the straps close."""
    out = []
    for side in "lr":
        near = side_of(shaft.points, side) & (
            np.abs(shaft.points[:, 2] - fit.ankle - 0.055 * fit.scale) < 0.012 * fit.scale
        )
        p = shaft.points[near]
        out.append(p[np.argmax(np.abs(p[:, 0]))])
    return np.array(out)
