"""A wetsuit: tight rubber from neck to wrists and ankles, panels in a second color, a zip down the back."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("wetsuit",)
EXAMPLE = "A surfer in a black wetsuit walks along the beach"
MATERIALS = ("rubber",)
COLOR = "black"
COVERS = ("upper", "lower", "feet", "warm", "neck")
LAYER = 2
SNUG = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A wetsuit on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "wetsuit")
    rubber = sewing.stuff(color, material)
    whole = garment_tight.second_skin(fit, 0.0055, arms=True, legs=True)
    whole = garment_tight.neck_opening(fit, whole, above=0.040, tilt=0.30)
    whole = garment_tight.sleeves(fit, whole, 0.93)
    whole = cut(whole, fit.ankle + 0.030 * s - whole.points[:, 2])
    height = garment_folds.bends(fit, whole, 0.0016, seed=seed_of(rng))
    surface = garment_folds.displaced(fit, whole, height, gap=0.004)
    sewing.shell(surface, rubber, thickness=0.003, depth=0.012)
    sewing.hides(surface, margin=0.014, reach=0.05)
    ground = Surface(fit, surface)
    bright = sewing.stuff((0.02, 0.16, 0.30) if sum(color) < 0.6 else (0.03, 0.03, 0.035), material, "panels")

    def flank(side: float) -> Cloth:
        def outline(u: F64, v: F64) -> tuple[F64, F64]:
            top, low = float(fit.head_of("upperarm_l")[2]) - 0.12 * s, fit.hip
            return side * (0.105 + 0.035 * u - 0.028 * np.sin(np.pi * v)) * s, top + (low - top) * v

        return garment_parts.panel(ground, outline, (16, 5), gap=0.0008, thickness=0.0012)

    sewing.add("panels", [flank(1.0), flank(-1.0)], bright)
    zipper = garment_parts.panel(
        ground,
        lambda u, v: ((u - 0.5) * 0.012 * s, fit.neck + (fit.waist - fit.neck) * v),
        (24, 3),
        gap=0.001,
        thickness=0.002,
        back=True,
    )
    sewing.add("zip", zipper, sewing.metal((0.35, 0.35, 0.36), "zip"))
    return sewing.piece()
