"""A T-shirt: short sleeves, a ribbed round neck, stitched hems, falling straight over the hips."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_parts, garment_tops
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("t-shirt", "tee shirt", "tee")
EXAMPLE = "A boy in a red t-shirt waves in a park"
MATERIALS = ("cotton", "silk", "knit", "wool")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "neck")
LAYER = 3

MEN = garment_tops.Cut(
    ease=0.011, hem=-0.030, neck=0.012, tilt=0.40, loose=0.85, sleeve=-0.36, wide=0.010, folds=0.004, gathered=False,
    close_neck=True,
)  # fmt: skip
WOMEN = MEN._replace(ease=0.009, hem=-0.010, neck=0.006, tilt=0.46, loose=0.45, sleeve=-0.50, wide=0.007)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A T-shirt on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "t_shirt", garment.pattern)
    jersey = sewing.stuff(color, material)
    surface = garment_tops.pulled_on(fit, MEN if body.gender > 0.5 else WOMEN, seed_of(rng))
    sewing.shell(surface, jersey, thickness=0.002, depth=0.010)
    sewing.hides(surface, margin=0.03, reach=0.08)
    ground = Surface(fit, surface)
    rib = sewing.stuff(color, "cotton", "rib")
    for loop in garment_cut.loops(surface.faces):
        level = float(surface.points[loop, 2].mean())
        if ground.trunk[loop].all() and level > fit.waist:
            neck = garment_parts.band(ground, loop, 0.017, gap=0.0008, thickness=0.0022)
            sewing.add("neck", neck, rib)
        else:
            # The doubled edge of a hem, with the line of its seam.
            hem = garment_parts.band(
                ground, loop, 0.020 if level < fit.hip + 0.05 * s else 0.016, gap=0.0004, thickness=0.001
            )
            sewing.add(f"hem {len(sewing.meshes)}", hem, jersey)
    return sewing.piece()
