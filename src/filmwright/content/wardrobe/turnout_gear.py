"""A firefighter's coat: heavy, to the thigh, with bands of yellow and silver round chest, hem and sleeves, clasps down the front,
trousers of its cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_plate import tube
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("turnout gear", "firefighter suit")
EXAMPLE = "A firefighter in turnout gear and a helmet stands in the street"
MATERIALS = ("cotton", "rubber", "leather")
COLOR = "black"
COVERS = ("upper", "outer", "neck")
WITH = (("sweatpants", ""), ("boots", "black"))
LAYER = 7

_YELLOW = (0.62, 0.72, 0.05)
_SILVER = (0.60, 0.61, 0.62)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A firefighter's coat on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "turnout_gear", skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.032,
        hem=fit.crotch - 0.03 * s,
        neck=0.042,
        sleeve=0.98,
        wide=0.008,
        loose=0.9,
        flare=0.012,
        flutes=0.003,
        folds=0.006,
    )
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.007, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.13)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[:, 2].min())
    collar = garment_parts.collar(
        ground,
        neck,
        stand=0.045,
        fall=lambda a: 0.030 + 0 * a,
        gap=0.006,
        opening_rad=0.20,
        thickness=0.006,
        roll=0.010,
    )
    sewing.add("collar", collar, cloth)
    sewing.add("placket", garment_parts.placket(ground, top - 0.002 * s, low + 0.004 * s, width=0.075), cloth)
    pockets = [
        part
        for side in (1, -1)
        for part in garment_coats.patch_pocket(
            ground, side, fit.waist - 0.065 * s, near=0.075, width=0.115, deep=0.120, flap=0.05
        )
    ]
    sewing.add("pockets", pockets, cloth)
    chest = float(fit.head_of("upperarm_l")[2]) - 0.155 * s
    yellow, silver = sewing.stuff(_YELLOW, "plastic", "bands"), sewing.metal(_SILVER, "reflecting")
    hem = low + 0.055 * s
    for name, stuff, wide, gap in (("bands", yellow, 0.056, 0.0025), ("reflecting", silver, 0.022, 0.0040)):
        rings: list[Cloth | None] = [
            garment_parts.belt(ground, z, width=wide, gap=gap, thickness=0.002) for z in (chest, hem)
        ]
        for side in "lr":
            bones = (f"lowerarm_{side}", f"hand_{side}")
            half = 0.5 * wide / 0.24
            rings.append(
                tube(
                    ground, bones, ((0.62 - half, gap), (0.62, gap), (0.62 + half, gap)), {bones[0]: 0.75, bones[1]: 0.25},
                    thickness=0.006,
                )
            )  # fmt: skip
        sewing.add(name, rings, stuff)
    clasps = sewing.metal((0.62, 0.58, 0.50), "clasps")
    heights = np.linspace(top - 0.06 * s, fit.hip, 5)
    places = ground.face(np.full(5, 0.022 * s), heights)
    sewing.add("clasps", [garment_parts.plate(ground, p, (0.034, 0.018, 0.010), lift=0.011) for p in places], clasps)
    return sewing.piece()
