"""A thobe: a straight gown to the ankles with long sleeves, a standing collar and a buttoned placket on the chest."""

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

WORDS = ("thobe",)
EXAMPLE = "A man in a white thobe walks in the desert"
MATERIALS = ("cotton", "silk", "wool")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "warm", "neck")
LAYER = 4


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A thobe on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "thobe", garment.pattern, "up", skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.018, hem=fit.ankle + 0.012 * s, neck=0.030, tilt=0.34, sleeve=0.98, wide=0.010, loose=0.9, flare=0.040,
        flutes=0.020, folds=0.005, cling=0.02,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.003, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    rim = surface.points[neck]
    top = float(rim[np.argmin(rim[:, 1]), 2])
    order, _ = garment_parts.from_front(ground, neck, 0.06)
    p = surface.points[order]
    up = np.array([0.0, 0.0, 1.0])
    stand = garment_parts.slab_free(
        ground, np.array([p - up * 0.010 * s, p + up * 0.006 * s, p + up * 0.024 * s]), 0.003 * s
    )
    sewing.add("collar", stand, cloth)
    strip = garment_parts.placket(ground, top - 0.002 * s, fit.waist + 0.10 * s, width=0.036)
    sewing.add("placket", strip, cloth)
    sewing.add(
        "cuffs", [garment_parts.band(ground, e, 0.050, gap=0.001, thickness=0.0015) for e in sleeve_ends(ground)], cloth
    )
    heights = np.arange(top - 0.018 * s, fit.waist + 0.11 * s, -0.058 * s)
    places = Surface(fit, strip).face(np.zeros(len(heights)), heights)
    pearl = sewing.stuff((0.62, 0.60, 0.55), "rubber", "buttons")
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0058, lift=0.004), pearl)
    return sewing.piece()
