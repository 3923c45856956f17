"""A hoodie: hood lying behind the neck, drawstrings, a kangaroo pocket, ribbed hem and cuffs."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_hood, garment_parts, garment_shell, garment_tops
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("hoodie", "hooded sweatshirt")
EXAMPLE = "A young man in a gray hoodie walks down the street"
MATERIALS = ("cotton", "wool", "knit")
COLOR = "gray"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "warm", "neck")
LAYER = 4

CUT = garment_tops.Cut(
    ease=0.019, hem=-0.030, neck=0.026, tilt=0.36, loose=0.85, sleeve=0.99, wide=0.010, folds=0.006
)  # fmt: skip


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A hoodie on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "hoodie", garment.pattern)
    fleece = sewing.stuff(color, material)
    seed = seed_of(rng)
    surface = garment_tops.pulled_on(fit, CUT, seed)
    sewing.shell(surface, fleece, thickness=0.005, depth=0.03)
    sewing.hides(surface, margin=0.035, reach=0.10)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    sewing.add("hood", garment_hood.hood(ground, neck, seed), fleece)
    knit = sewing.stuff(color, "knit", "rib")
    for name, loop in (("hem", hem), *((f"cuff {k}", end) for k, end in enumerate(sleeve_ends(ground)))):
        band = garment_parts.band(ground, loop, 0.058, gap=0.001, thickness=0.003)
        sewing.add(name, band, knit, uv=sewing.weave(band), data={"rib": np.ones(len(band.points))})
    low = float(surface.points[hem, 2].max())
    sewing.add("pocket", _pocket(ground, low), fleece)
    top = float(surface.points[neck][np.argmin(surface.points[neck, 1]), 2])
    sewing.add("cords", garment_hood.cords(ground, top), sewing.stuff((0.62, 0.60, 0.56), "cotton", "cords"))
    return sewing.piece()


def _pocket(ground: Surface, low_z: float) -> Cloth:
    """The pocket across the belly, its sides slanting out to where hands go in."""
    s, top = ground.fit.scale, ground.fit.waist - 0.005 * ground.fit.scale
    bottom = low_z + 0.062 * s

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        half = 0.070 + 0.052 * np.clip((v - 0.05) / 0.62, 0, 1)
        return (2 * u - 1) * half * s, top + (bottom - top) * v

    return garment_parts.panel(ground, outline, (12, 14), gap=0.004, thickness=0.007)
