"""A wedding dress: fitted and white, long sleeves, a wide skirt in deep flutes to the floor, a satin sash."""

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

WORDS = ("wedding dress", "bridal gown")
EXAMPLE = "A woman in a white wedding dress walks in a park"
MATERIALS = ("silk", "cotton")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "warm", "neck")
WITH = (("veil", "white"), ("shoes", "white"))
LAYER = 2


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A wedding dress on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "wedding_dress", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_gown.Cut(
        sleeve=0.95, neck=-0.010, tilt=0.74, wide=0.003, hem=fit.ankle - 0.045 * s,
        flare=0.26, flutes=0.08, gathered=0.005, follow=0.7,
    )  # fmt: skip
    surface = garment_gown.gown(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.0025, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    trims = [garment_parts.band(ground, end, 0.03, gap=0.0005, thickness=0.0015) for end in sleeve_ends(ground)]
    sewing.add("trims", trims, cloth)
    sash = garment_parts.belt(ground, fit.waist, width=0.030, gap=0.003, thickness=0.002)
    sewing.add("sash", sash, sewing.stuff(toned(color, 0.82), "silk", "sash"))
    return sewing.piece()
