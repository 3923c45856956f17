"""A flared skirt to the knee, in flutes from a waistband."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("skirt", "miniskirt", "kilt")
EXAMPLE = "A young woman in a white shirt and a green skirt walks down a street"
MATERIALS = ("cotton", "wool", "denim", "leather", "silk", "knit")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
SNUG = True

FIRM = ("denim", "leather")


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A skirt on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "skirt", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    seed = seed_of(rng)
    stiff = material in FIRM
    top_z = fit.waist - 0.01 * s
    surface = garment_shell.skirt(
        fit,
        garment_shell.waist_ring(fit, top_z, ease=0.007),
        hem_z=fit.knee + (0.10 if stiff else 0.02) * s,
        ease=0.012,
        flare=0.035 if stiff else 0.10,
        flutes=0.008 if stiff else 0.055,
        seed=seed,
        follow=0.8,
    )
    height = garment_folds.gather(fit, surface, top_z, 0.0 if stiff else 0.004, seed=seed, spread=0.08, count=30)
    surface = garment_folds.displaced(fit, surface, height, gap=0.004)
    sewing.shell(surface, cloth, thickness=0.003, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    rim = garment_shell.hem_loop(surface, low=False)
    sewing.add("waistband", garment_parts.band(ground, rim, 0.036, gap=0.001, thickness=0.002), cloth)
    return sewing.piece()
