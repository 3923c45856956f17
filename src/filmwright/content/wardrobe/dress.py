"""A dress: fitted above, a waist seam with a sash, a skirt that falls in flutes to the knee."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_gown, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("dress", "sundress", "summer dress")
EXAMPLE = "A woman in a yellow dress walks along the beach"
MATERIALS = ("cotton", "silk", "wool", "knit", "denim", "leather")
COLOR = "red"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "warm", "neck")
LAYER = 2


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A dress on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "dress", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    warm = material in ("wool", "knit", "leather")
    cut = garment_gown.Cut(
        sleeve=0.97 if warm else -0.55,
        neck=0.018 if warm else -0.004,
        tilt=0.5 if warm else 0.62,
        wide=0.002 if warm else 0.010,
        hem=fit.knee - 0.02 * s,
    )
    surface = garment_gown.gown(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.0025, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    trims = [
        garment_parts.band(ground, end, 0.014, gap=0.0005, thickness=0.0015, rows=4) for end in sleeve_ends(ground)
    ]
    sewing.add("trims", trims, cloth)
    sash = garment_parts.belt(ground, fit.waist, width=0.042, gap=0.003, thickness=0.002)
    sewing.add("sash", sash, sewing.stuff(toned(color, 0.5), material, "sash"))
    return sewing.piece()
