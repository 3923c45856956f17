"""Trousers with a pressed crease, waistband, fly, a leather belt, and hems that break over the shoe."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_legwear, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("trousers", "pants", "slacks", "chinos")
EXAMPLE = "An old man in a blue sweater and gray trousers walks along the beach"
MATERIALS = ("cotton", "wool", "leather", "silk", "denim")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
LEGS = True
SNUG = True

WOMEN = garment_legwear.Cut(ease=0.009, thigh=0.082, knee=0.062, hem=0.056, crease=0.005, folds=0.005)
MEN = garment_legwear.Cut(ease=0.011, thigh=0.088, knee=0.070, hem=0.064, crease=0.006, folds=0.006)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Trousers on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "trousers", garment.pattern, stripes="pin")
    cloth_name = sewing.stuff(color, material)
    top_z = fit.waist - 0.03 * s
    surface = garment_legwear.legwear(fit, MEN if body.gender > 0.5 else WOMEN, top_z, seed_of(rng))
    sewing.shell(surface, cloth_name, thickness=0.003, depth=0.03)
    sewing.hides(surface, margin=0.03, reach=0.09)
    ground = Surface(fit, surface)
    sewing.add("waistband", garment_legwear.waistband(ground, depth=0.036), cloth_name)
    sewing.add("fly", garment_legwear.fly(ground, top_z), cloth_name)
    level = top_z - 0.018 * s
    belt = garment_parts.belt(ground, level, width=0.030, gap=0.005, thickness=0.002)
    sewing.add("belt", belt, sewing.stuff((0.045, 0.026, 0.016), "leather", "belt"))
    sewing.add("loops", garment_legwear.belt_loops(ground, top_z), cloth_name)
    at = Surface(fit, belt)
    front = at.face(np.array([0.0]), np.array([level]))[0]
    sewing.add(
        "buckle",
        garment_parts.plate(at, front, (0.044, 0.036, 0.005), lift=0.001),
        sewing.metal((0.62, 0.58, 0.50), "buckle"),
        sharp_angle_rad=0.6,
    )
    sewing.add("socks", garment_legwear.socks(fit), sewing.stuff((0.03, 0.03, 0.035), "cotton", "socks"))
    return sewing.piece()
