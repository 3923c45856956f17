"""A hood drawn over the head, its edge standing off the brow, its cape lying on the shoulders."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coif, garment_folds
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("hood",)
EXAMPLE = "A man in a gray hood and a gray cloak walks through the fog"
MATERIALS = ("wool", "cotton", "felt", "leather", "silk")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("head", "hair")
LAYER = 10


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A hood on a body's head."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "hood", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    surface = garment_coif.around_head(fit, gap=0.034, low_z=fit.neck - 0.13 * s, peak=0.012, back=0.045)
    height = garment_folds.waves(fit, surface, 0.006, seed=seed_of(rng), wide=0.07, long=0.12)
    # Folds run together where the crown closes: there they would stand up as a knob.
    height = height * np.clip((surface.points[:, 2].max() - surface.points[:, 2]) / (0.06 * s), 0, 1)
    surface = surface._replace(points=surface.points + surface.normals() * height[:, None])
    surface = garment_coif.face_opening(body, fit, surface, brow=1.45, chin=1.25, wide=1.22)
    sewing.shell(surface, cloth, thickness=0.006, depth=0.05)
    sewing.hidden = garment_coif.enclosed(fit, fit.neck)
    return sewing.piece()
