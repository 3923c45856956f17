"""A field uniform: a jacket with four flapped pockets, a turned-down collar and shoulder straps, trousers of its cloth; in camouflage
where no color is asked."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("uniform",)
EXAMPLE = "A soldier in uniform stands in a field"
MATERIALS = ("cotton", "wool")
COLOR = "olive"
PATTERN = "camouflage"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
WITH = (("sweatpants", ""), ("boots", "black"))
LAYER = 4


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The jacket of a uniform on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    pattern = garment.pattern or (PATTERN if garment.color is None or garment.color == COLOR else None)
    sewing = Sewing(fit, "uniform", pattern)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.018, hem=fit.hip - 0.075 * s, neck=0.026, tilt=0.34, sleeve=0.98, wide=0.005, loose=0.75, flare=0.004, flutes=0.0,
        follow=0.35, cling=0.05, folds=0.005,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.003, depth=0.03)
    sewing.hides(surface, margin=0.045, reach=0.11)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[garment_shell.hem_loop(surface), 2].max())
    strip = garment_parts.placket(ground, top - 0.002 * s, low, width=0.046, center=0.004)
    sewing.add("placket", strip, cloth)
    collar = garment_parts.collar(
        ground,
        neck,
        stand=0.020,
        fall=lambda a: 0.044 + 0.030 * np.clip(np.cos(a), 0, 1) ** 3,
        gap=0.005,
        opening_rad=0.18,
    )
    sewing.add("collar", collar, cloth)
    sewing.add("straps", garment_coats.shoulder_straps(ground), cloth)
    sewing.add(
        "cuffs", [garment_parts.band(ground, e, 0.045, gap=0.001, thickness=0.002) for e in sleeve_ends(ground)], cloth
    )
    armpit = float(fit.head_of("upperarm_l")[2])
    pockets = [
        part
        for side in (1, -1)
        for near, z, wide, deep in (
            (0.048, armpit - 0.065 * s, 0.100, 0.115),
            (0.052, fit.waist - 0.030 * s, 0.120, 0.130),
        )
        for part in garment_coats.patch_pocket(ground, side, z, near=near, width=wide, deep=deep, flap=0.045)
    ]
    sewing.add("pockets", pockets, cloth)
    return sewing.piece()
