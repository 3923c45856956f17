"""A superhero's suit: tight from neck to ankles, trunks, belt and boots in a second color, an emblem on the chest, a cape."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("superhero suit", "superhero costume")
EXAMPLE = "A superhero in a blue superhero suit stands on a roof"
MATERIALS = ("silk", "rubber", "leather", "cotton")
COLOR = "blue"
COVERS = ("upper", "lower", "warm", "neck")
WITH = (("cape", "red"), ("boots", "red"))
LAYER = 2
LEGS = True
SNUG = True

_RED, _GOLD = (0.42, 0.016, 0.014), (0.80, 0.52, 0.05)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A superhero's suit on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "superhero_suit")
    cloth = sewing.stuff(color, material)
    whole = garment_tight.second_skin(fit, 0.0045, arms=True, legs=True)
    whole = garment_tight.neck_opening(fit, whole, above=0.020, tilt=0.36)
    whole = garment_tight.sleeves(fit, whole, 0.96)
    surface = cut(whole, fit.ankle + 0.030 * s - whole.points[:, 2])
    sewing.shell(surface, cloth, thickness=0.002, depth=0.012)
    sewing.hides(surface, margin=0.014, reach=0.05)
    ground = Surface(fit, surface)
    red_cloth = sewing.stuff(_RED if color[2] >= color[0] else (0.015, 0.03, 0.20), material, "trunks")
    gold = sewing.stuff(_GOLD, "leather", "belt")
    trunks = garment_tight.second_skin(fit, 0.0075, arms=False, legs=False)
    trunks = garment_tight.leg_openings(fit, cut(trunks, trunks.points[:, 2] - fit.waist + 0.02 * s), rise=0.55)
    sewing.add("trunks", trunks, red_cloth)
    band = garment_parts.belt(ground, fit.waist - 0.022 * s, width=0.038, gap=0.006)
    at = Surface(fit, band).face(np.array([0.0]), np.array([fit.waist - 0.022 * s]))[0]
    sewing.add("belt", [band, garment_parts.plate(ground, at, (0.062, 0.050, 0.008), lift=0.003)], gold)
    chest = float(fit.head_of("upperarm_l")[2]) - 0.035 * s

    def shield(size: float) -> Cloth:
        def outline(u: F64, v: F64) -> tuple[F64, F64]:
            half = 0.080 * size * np.where(v < 0.3, 0.80 + 0.66 * v, np.clip(1.0 - (v - 0.3) / 0.7, 0.02, 1))
            return (2 * u - 1) * half * s, chest - (0.062 * (1 - size) * 0.6 + 0.125 * size * v) * s

        return garment_parts.panel(ground, outline, (14, 12), gap=0.001 if size == 1 else 0.0032, thickness=0.0016)

    sewing.add("emblem", shield(1.0), gold)
    sewing.add("emblem inside", shield(0.74), red_cloth)
    return sewing.piece()
