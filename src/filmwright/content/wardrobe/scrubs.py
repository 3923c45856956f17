"""Scrubs: a loose top with short sleeves and a V at the neck, a pocket on the chest, trousers of its cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("scrubs",)
EXAMPLE = "A nurse in blue medical scrubs stands in a hospital"
MATERIALS = ("cotton",)
COLOR = "light_blue"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "warm", "neck")
WITH = (("sweatpants", ""), ("sneakers", "white"))
LAYER = 3


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The top of scrubs on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "scrubs", garment.pattern)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.013, hem=fit.hip - 0.075 * s, neck=0.006, tilt=0.36, sleeve=-0.34, wide=0.010, loose=0.8, flare=0.004, flutes=0.0,
        follow=0.35, cling=0.06, folds=0.005,
    )  # fmt: skip
    neck_z = fit.neck - 0.012 * s
    front = garment_tailored.Front(apex=neck_z - 0.105 * s, gorge=neck_z, half=0.048 * s, away=0.0, spread=0.0)
    surface = garment_tailored.opened(fit, garment_coats.cloth_of(fit, cut, seed_of(rng)), front, 0.0)
    sewing.shell(surface, cloth, thickness=0.002, depth=0.02)
    sewing.hides(surface, margin=0.035, reach=0.09)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    sewing.add("neck", garment_parts.band(ground, neck, 0.022, gap=0.0008, thickness=0.0022), cloth)
    hems = [garment_parts.band(ground, e, 0.022, gap=0.0006, thickness=0.0012, rows=4) for e in sleeve_ends(ground)]
    sewing.add("hems", hems, cloth)
    level = float(fit.head_of("upperarm_l")[2]) - 0.080 * s
    pockets = [
        *garment_coats.patch_pocket(ground, 1, level, near=0.045, width=0.085, deep=0.100),
        *(
            part
            for side in (1, -1)
            for part in garment_coats.patch_pocket(
                ground, side, fit.waist - 0.02 * s, near=0.060, width=0.105, deep=0.125
            )
        ),
    ]
    sewing.add("pockets", pockets, cloth)
    return sewing.piece()
