"""Pajamas: a loose buttoned top with a piped collar and a chest pocket, worn over the trousers of its cloth."""

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

WORDS = ("pajamas", "pyjamas")
EXAMPLE = "A boy in striped blue pajamas stands in a bedroom"
MATERIALS = ("cotton", "silk", "wool")
COLOR = "light_blue"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "warm")
WITH = (("sweatpants", ""),)
LAYER = 3


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The top of a pair of pajamas on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "pajamas", garment.pattern, stripes="up")
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.014, hem=fit.hip - 0.060 * s, neck=0.010, tilt=0.46, sleeve=0.96, wide=0.006, loose=0.85, flare=0.0, flutes=0.0,
        follow=0.35, cling=0.08, folds=0.005,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.002, depth=0.02)
    sewing.hides(surface, margin=0.035, reach=0.09)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[hem, 2].max())
    pale = sewing.stuff((0.66, 0.65, 0.62), material, "piping")
    fall = 0.040
    for name, more, stuff in (("piping", 0.004, pale), ("collar", 0.0, cloth)):
        collar = garment_parts.collar(
            ground,
            neck,
            stand=0.008,
            fall=lambda a, more=more: fall + more + 0.042 * np.clip(np.cos(a), 0, 1) ** 3,  # type: ignore[misc]
            gap=0.003 + (0.002 if not more else 0.0),
            opening_rad=0.16 - 5 * more,
            thickness=0.002,
            roll=0.004 + (0.001 if not more else 0.0),
        )
        sewing.add(name, collar, stuff)
    strip = garment_parts.placket(ground, top - 0.004 * s, low, width=0.034)
    sewing.add("placket", strip, cloth)
    cuffs = [garment_parts.band(ground, e, 0.040, gap=0.001, thickness=0.0015) for e in sleeve_ends(ground)]
    sewing.add("cuffs", cuffs, cloth)
    sewing.add(
        "cuff piping",
        [garment_parts.band(ground, e, 0.006, gap=0.003, thickness=0.0015, rows=3) for e in sleeve_ends(ground)],
        pale,
    )
    level = float(fit.head_of("upperarm_l")[2]) - 0.065 * s
    sewing.add("pocket", garment_coats.patch_pocket(ground, 1, level, near=0.052, width=0.085, deep=0.095), cloth)
    heights = np.arange(top - 0.060 * s, low + 0.03 * s, -0.105 * s)
    places = Surface(fit, strip).face(np.zeros(len(heights)), heights)
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0075, lift=0.005), pale)
    return sewing.piece()
