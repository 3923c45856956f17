"""A knitted sweater: visible stitches, ribbed hem, cuffs and neck."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_parts, garment_tops
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_chart import weave
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("sweater", "jumper", "pullover", "turtleneck")
EXAMPLE = "An old man in a blue sweater walks along the beach at sunset"
MATERIALS = ("knit", "wool", "cotton")
COLOR = "navy"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "warm", "neck")
LAYER = 4


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A sweater on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "sweater", garment.pattern)
    yarn = sewing.stuff(color, material)
    surface = garment_tops.pulled_on(
        fit,
        garment_tops.Cut(
            ease=0.017, hem=-0.015, neck=0.030, tilt=0.30, loose=0.75, sleeve=0.98, wide=0.006, folds=0.005
        ),
        seed_of(rng),
    )
    sewing.shell(surface, yarn, thickness=0.005, depth=0.03)
    sewing.hides(surface, margin=0.035, reach=0.10)
    ground = Surface(fit, surface)
    depths = []
    for loop in garment_cut.loops(surface.faces):
        mean = surface.points[loop].mean(0)
        neck = ground.trunk[loop].all() and mean[2] > fit.waist
        depths.append(garment_parts.band(ground, loop, 0.026 if neck else 0.062, gap=0.0015, thickness=0.0035))
    for name, ribbed in zip(("hem", "neck", "cuff l", "cuff r"), depths, strict=False):
        sewing.add(name, ribbed, yarn, uv=weave(fit, ribbed), data={"rib": np.ones(len(ribbed.points))})
    return sewing.piece()
