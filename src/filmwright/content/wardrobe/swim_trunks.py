"""Swim trunks to the middle of the thigh, drawn together by a cord; on women and children a swim shirt goes with them."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_hood, garment_legwear, garment_parts, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("swim trunks", "swimming trunks")
EXAMPLE = "A man in blue swim trunks walks along the beach"
MATERIALS = ("silk", "cotton")
COLOR = "blue"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "feet", "warm")
LAYER = 2
SNUG = True

CUT = garment_legwear.Cut(ease=0.012, thigh=0.100, knee=0.108, hem=0.108, crease=0.0, folds=0.005)
GROWN_YEARS = 15.0


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Swim trunks on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "swim_trunks", garment.pattern, stripes="up")
    cloth = sewing.stuff(color, material)
    top_z = fit.waist - 0.045 * s
    surface = garment_legwear.legwear(fit, CUT, top_z, seed_of(rng), hem_z=fit.crotch - 0.155 * s)
    sewing.shell(surface, cloth, thickness=0.002, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.09)
    ground = Surface(fit, surface)
    sewing.add("waistband", garment_legwear.waistband(ground, depth=0.034), cloth)
    hems = [loop for loop in garment_cut.loops(surface.faces) if surface.points[loop, 2].mean() < fit.crotch]
    sewing.add("hems", [garment_parts.band(ground, hem, 0.018, gap=0.0008, thickness=0.0014) for hem in hems], cloth)
    pale = sewing.stuff((0.66, 0.65, 0.62), "cotton", "cord")
    sewing.add("cord", garment_hood.cords(ground, top_z - 0.018 * s, apart=0.008, length=0.10), pale)
    if body.gender < 0.5 or body.age_years < GROWN_YEARS:
        shirt = garment_tight.second_skin(fit, 0.005, arms=True, legs=False)
        shirt = garment_tight.sleeves(fit, shirt, -0.45)
        shirt = garment_tight.neck_opening(fit, shirt, above=0.012, tilt=0.40)
        shirt = garment_cut.cut(shirt, fit.hip - shirt.points[:, 2], shirt.points[:, 2] < fit.waist)
        above = Sewing(fit, "swim_trunks shirt")
        jersey = sewing.stuff(toned(color, 0.62), material, "shirt")
        above.shell(shirt, jersey, thickness=0.0015, depth=0.008)
        above.hides(shirt, margin=0.02, reach=0.05)
        sewing.meshes += [m.model_copy(update={"name": "swim_trunks shirt"}) for m in above.meshes]
        if above.hidden is not None:
            sewing.hidden = above.hidden if sewing.hidden is None else sewing.hidden | above.hidden
    return sewing.piece()
