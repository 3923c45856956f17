"""Sneakers: a thick pale sole, toe cap, laces, and three slanted stripes on each side."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import shoes
from filmwright.spec.shot import Garment

WORDS = ("sneakers", "trainers")
EXAMPLE = "A girl in jeans and red sneakers walks in the park"
MATERIALS = ("cotton", "leather", "rubber", "denim")
COLOR = "white"
COVERS = ("feet",)
LAYER = 1
STIFF = True

SOLE_M = 0.031  # at scale 1; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of sneakers on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "sneakers")
    ground, lift = shoes.pair(sewing, sewing.stuff(color, material), sporty=True, thick=SOLE_M)
    light = color[1] > 0.35
    trim = (0.03, 0.035, 0.05) if light else (0.68, 0.67, 0.64)
    stripes = [_stripe(ground, side, out, k) for side in "lr" for out in (1, -1) for k in range(3)]
    sewing.add("stripes", stripes, sewing.stuff(trim, "leather", "stripes"))
    return sewing.piece(sole_m=lift)


def _stripe(ground: Surface, side: str, out: int, number: int) -> Cloth:
    """One stripe up the outer (out=1) or inner side of a foot."""
    fit, s = ground.fit, ground.fit.scale
    foot, ball = fit.head_of(f"foot_{side}"), fit.head_of(f"ball_{side}")
    sign = (1 if side == "l" else -1) * out
    v, u = np.meshgrid(np.linspace(0, 1, 7), np.linspace(-1, 1, 3), indexing="ij")
    t = 0.34 + 0.15 * number + 0.10 * v
    y = foot[1] * t + ball[1] * (1 - t) + 0.0042 * s * u
    z = (0.018 + 0.034 * v) * s
    p = ground.cloth.points[side_of(ground.cloth.points, side)]
    x = np.empty(y.shape)
    for at in np.ndindex(y.shape):
        near = p[(np.abs(p[:, 1] - y[at]) < 0.012 * s) & (np.abs(p[:, 2] - z[at]) < 0.012 * s)]
        x[at] = (sign * near[:, 0]).max() * sign if len(near) else foot[0] + sign * 0.04 * s
    grid = np.stack([x, y, z], -1)
    flat = ground.lifted(grid.reshape(-1, 3), 0.0012 * s).reshape(grid.shape)
    return garment_parts.slab(ground, flat, 0.0014 * s)
