"""A headscarf: drawn close round the face, covering hair and neck, its folds lying on shoulders and chest."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coif
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import refine, smooth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.noise import value
from filmwright.spec.shot import Garment

WORDS = ("headscarf", "hijab")
EXAMPLE = "A woman in a blue headscarf and a gray coat walks down the street"
MATERIALS = ("cotton", "silk", "wool", "knit")
COLOR = "beige"
PATTERNS = _pattern.NAMES
COVERS = ("head", "hair", "neck")
LAYER = 4  # coats and jackets go over its ends


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A headscarf on a body's head."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "headscarf", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    surface = garment_coif.around_head(fit, gap=0.013, low_z=fit.neck - 0.125 * s, back=0.020, rows=44)
    surface = refine(surface)
    surface = surface._replace(points=_folded(fit, surface, seed_of(rng)))
    surface = garment_coif.face_opening(body, fit, surface, brow=0.92, chin=0.80, wide=1.06)
    surface = garment_coif.drawn_in(body, fit, surface)
    sewing.shell(surface, cloth, thickness=0.0025, depth=0.012)
    sewing.hidden = garment_coif.enclosed(fit, fit.neck)
    return sewing.piece()


def _folded(fit: Fit, cloth: Cloth, seed: int) -> F64:
    """Folds that run from behind the ears round under the chin, deeper on the shoulders."""
    s, p = fit.scale, cloth.points
    head = fit.head_of("head")
    low = np.clip((head[2] + 0.02 * s - p[:, 2]) / (0.10 * s), 0, 1)
    front = np.clip((head[1] - p[:, 1]) / (0.08 * s), -0.6, 1)
    along = p[:, 2] / s - 0.20 * np.abs(p[:, 0]) / s * (front > 0) + 0.12 * front
    wander = value(3.0 * p[:, 0] / (0.1 * s) + 7, along / 0.05, seed) - 0.5
    ridge = 1 - np.abs(np.sin(np.pi * (along / 0.046 + 1.4 * wander)))
    height = (ridge**1.5 - 0.35) * 0.0150 * s * low
    return np.asarray(smooth(p + cloth.normals() * height[:, None], cloth.faces, 3, 0.4))
