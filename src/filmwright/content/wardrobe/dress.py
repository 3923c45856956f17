"""A dress: fitted above, a waist seam with a sash, a skirt that falls in flutes to the knee."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("dress", "gown", "sundress", "summer dress")
EXAMPLE = "A woman in a yellow dress walks along the beach"
MATERIALS = ("cotton", "silk", "wool", "knit", "denim", "leather")
COLOR = "red"
LAYER = 2


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A dress on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "dress")
    cloth = sewing.stuff(color, material)
    seed = seed_of(rng)
    warm = material in ("wool", "knit", "leather")
    top = garment_shell.bodice(
        fit,
        ease=0.007,
        hem_z=fit.waist,
        sleeve=0.97 if warm else -0.55,
        neck=0.018 if warm else -0.004,
        neck_tilt=0.5 if warm else 0.62,
        looseness=0.12,
        sleeve_ease=0.002 if warm else 0.010,
        drape=4,
        close_neck=True,
    )
    surface = garment_shell.skirt(
        fit, top, hem_z=fit.knee - 0.02 * s, ease=0.012, flare=0.115, flutes=0.055, seed=seed, follow=0.8
    )
    height = garment_folds.gather(fit, surface, fit.waist, 0.004, seed=seed, spread=0.07, count=34)
    height += garment_folds.waves(fit, surface, 0.0015, seed=seed)
    height += garment_folds.bends(fit, surface, 0.003, seed=seed, joints=("lowerarm",)) if warm else 0.0
    surface = garment_folds.displaced(fit, surface, height, gap=0.004)
    sewing.shell(surface, cloth, thickness=0.0025, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.09)
    ground = Surface(fit, surface)
    trims = [
        garment_parts.band(ground, end, 0.014, gap=0.0005, thickness=0.0015, rows=4) for end in sleeve_ends(ground)
    ]
    sewing.add("trims", trims, cloth)
    sash = garment_parts.belt(ground, fit.waist, width=0.042, gap=0.003, thickness=0.002)
    sewing.add("sash", sash, sewing.stuff(toned(color, 0.5), material, "sash"))
    return sewing.piece()
