"""A knitted sweater: visible stitches, ribbed hem, cuffs and neck."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_chart import weave
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("sweater", "jumper", "pullover", "cardigan", "hoodie", "turtleneck")
EXAMPLE = "An old man in a blue sweater walks along the beach at sunset"
MATERIALS = ("knit", "wool", "cotton")
COLOR = "navy"
LAYER = 3


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A sweater on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "sweater")
    yarn = sewing.stuff(color, material)
    seed = seed_of(rng)
    top = garment_shell.bodice(
        fit,
        ease=0.017,
        hem_z=fit.waist,
        sleeve=0.98,
        neck=0.030,
        neck_tilt=0.30,
        looseness=0.75,
        sleeve_ease=0.006,
        drape=9,
    )
    surface = garment_shell.skirt(
        fit, top, hem_z=fit.hip - 0.015 * s, ease=0.016, flare=0.0, seed=seed, follow=0.35, cling=0.35, row_m=0.018
    )
    low = float(surface.points[:, 2].min())
    trunk = garment_shell.trunk_mask(fit, surface)
    over = np.exp(-(((surface.points[:, 2] - low - 0.085 * s) / (0.035 * s)) ** 2)) * trunk
    height = garment_folds.waves(fit, surface, 0.005, seed=seed, wide=0.07, long=0.10) + 0.008 * s * over
    height += garment_folds.bends(fit, surface, 0.005, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, surface, 0.006, seed=seed)
    surface = garment_folds.displaced(fit, surface, height, gap=0.010)
    sewing.shell(surface, yarn, thickness=0.005, depth=0.03)
    sewing.hides(surface, margin=0.035, reach=0.10)
    ground = Surface(fit, surface)
    depths = []
    for loop in garment_cut.loops(surface.faces):
        mean = surface.points[loop].mean(0)
        neck = trunk[loop].all() and mean[2] > fit.waist
        depths.append(garment_parts.band(ground, loop, 0.026 if neck else 0.062, gap=0.0015, thickness=0.0035))
    for name, ribbed in zip(("hem", "neck", "cuff l", "cuff r"), depths, strict=False):
        sewing.add(name, ribbed, yarn, uv=weave(fit, ribbed), data={"rib": np.ones(len(ribbed.points))})
    return sewing.piece()
