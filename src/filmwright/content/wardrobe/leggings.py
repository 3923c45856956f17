"""Leggings: tight from the waist to the ankle, with a broad waistband."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_legwear, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("leggings", "yoga pants")
EXAMPLE = "A woman in a gray t-shirt and black leggings runs in a park"
MATERIALS = ("cotton", "silk", "leather", "knit", "wool", "rubber")
COLOR = "black"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
LEGS = True
SNUG = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Leggings on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "leggings", garment.pattern)
    cloth = sewing.stuff(color, material)
    whole = garment_tight.second_skin(fit, 0.0045, arms=False, legs=True)
    whole = cut(whole, whole.points[:, 2] - fit.waist - 0.012 * s)
    whole = cut(whole, fit.ankle + 0.035 * s - whole.points[:, 2])
    height = garment_folds.bends(fit, whole, 0.0012, seed=seed_of(rng), joints=("calf",))
    surface = garment_folds.displaced(fit, whole, height, gap=0.0032)
    sewing.shell(surface, cloth, thickness=0.0015, depth=0.012)
    sewing.hides(surface, margin=0.02, reach=0.05)
    sewing.add("waistband", garment_legwear.waistband(Surface(fit, surface), depth=0.055), cloth)
    return sewing.piece()
