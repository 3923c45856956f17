"""A leather belt with a buckle, over whatever is worn at the waist."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("belt",)
EXAMPLE = "A woman in a white dress and a brown belt stands in a field"
MATERIALS = ("leather", "cotton", "silk")
COLOR = "brown"
LAYER = 6


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A belt on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "belt")
    hide = sewing.stuff(color, material)
    top = garment_shell.bodice(fit, ease=0.017, hem_z=fit.hip, sleeve=-0.8, looseness=0.3, drape=8)
    ground = Surface(fit, top)
    level = fit.waist - 0.012 * s
    belt = garment_parts.belt(ground, level, width=0.040, gap=0.003)
    sewing.add("", belt, hide)
    at = Surface(fit, belt).face(np.array([0.0]), np.array([level]))[0]
    plate = garment_parts.plate(ground, at, (0.056, 0.050, 0.006), lift=0.004)
    sewing.add("buckle", plate, sewing.metal((0.60, 0.52, 0.34), "buckle"), sharp_angle_rad=0.6)
    inner = garment_parts.plate(ground, at, (0.036, 0.032, 0.007), lift=0.0045)
    sewing.add("buckle middle", inner, hide)
    return sewing.piece()
