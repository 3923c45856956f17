"""Sweatpants: loose legs drawn in at the ankle, a waistband with a cord. What tracksuits, pajamas and scrubs have below."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_hood, garment_legwear, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("sweatpants", "joggers")
EXAMPLE = "A man in gray sweatpants and a white t-shirt runs in a park"
MATERIALS = ("cotton", "silk", "wool", "knit")
COLOR = "gray"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
LEGS = True
SNUG = True

CUT = garment_legwear.Cut(ease=0.014, thigh=0.096, knee=0.080, hem=0.066, crease=0.0, folds=0.0055)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Sweatpants on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "sweatpants", garment.pattern, stripes="up")
    cloth = sewing.stuff(color, material)
    top_z = fit.waist - 0.025 * s
    surface = garment_legwear.legwear(fit, CUT, top_z, seed_of(rng), hem_z=fit.ankle + 0.015 * s)
    sewing.shell(surface, cloth, thickness=0.004, depth=0.03)
    sewing.hides(surface, margin=0.03, reach=0.09)
    ground = Surface(fit, surface)
    sewing.add("waistband", garment_legwear.waistband(ground, depth=0.036), cloth)
    hems = [loop for loop in garment_cut.loops(surface.faces) if surface.points[loop, 2].mean() < fit.knee]
    sewing.add("hems", [garment_parts.band(ground, hem, 0.030, gap=0.0008, thickness=0.0025) for hem in hems], cloth)
    pale = sewing.stuff(toned(color, 1.5), "cotton", "cord")
    sewing.add("cord", garment_hood.cords(ground, top_z - 0.014 * s, apart=0.010, length=0.12), pale)
    sewing.add("socks", garment_legwear.socks(fit), sewing.stuff((0.55, 0.55, 0.54), "cotton", "socks"))
    return sewing.piece()
