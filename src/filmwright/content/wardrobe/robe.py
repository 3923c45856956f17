"""A robe: to the ankles, with wide sleeves and a hood lying back, held by a cord round the waist."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_hood, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("robe",)
EXAMPLE = "An old man in a brown robe walks through a forest"
MATERIALS = ("wool", "cotton", "silk", "felt", "leather")
COLOR = "brown"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "outer", "warm", "neck")
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A robe on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "robe", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    seed = seed_of(rng)
    cut = garment_coats.Cut(
        ease=0.026, hem=fit.ankle + 0.005 * s, neck=0.022, tilt=0.32, sleeve=0.96, wide=0.014, loose=0.55, flare=0.11,
        flutes=0.045, follow=0.8, folds=0.006, bell=0.130,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed)
    sewing.shell(surface, cloth, thickness=0.005, depth=0.06)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    sewing.add("hood", garment_hood.hood(ground, neck, seed, opening_rad=0.16), cloth)
    hems = [garment_parts.band(ground, end, 0.020, gap=0.0006, thickness=0.002, rows=4) for end in sleeve_ends(ground)]
    sewing.add("hems", hems, cloth)
    light = color[0] + color[1] + color[2] > 1.2
    cord = (0.62, 0.42, 0.11) if material == "silk" else (0.34, 0.24, 0.12) if light else toned((0.60, 0.50, 0.34), 0.9)
    sewing.add("cord", garment_coats.girdle(ground, fit.waist - 0.010 * s, 0.0075), sewing.stuff(cord, "wool", "cord"))
    return sewing.piece()
