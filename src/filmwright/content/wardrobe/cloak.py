"""A cloak: from the shoulders to the ankles in deep folds, with a hood lying back, closed by a clasp."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_hood, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.wardrobe import cape
from filmwright.spec.shot import Garment

WORDS = ("cloak",)
EXAMPLE = "A woman in a dark green cloak walks through a forest"
MATERIALS = ("wool", "silk", "cotton", "felt", "leather")
COLOR = "dark_green"
PATTERNS = _pattern.NAMES
LAYER = 9
FLOWING = True  # it gives way to wide skirts below it

SILVER = (0.60, 0.60, 0.58)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A cloak on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "cloak", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    seed = seed_of(rng)
    whole = cape.hanging(fit, seed, fit.ankle + 0.02 * s, flutes=0.10)
    neck = garment_shell.hem_loop(whole, low=False)
    around = Surface(fit, whole)
    sewing.shell(cape.behind(fit, whole, 0.055), cloth, thickness=0.005, depth=0.05)
    sewing.lets_flow(fit.neck - 0.10 * s, drag=cape.DRAG.get(material, 0.09))
    sewing.add("hood", garment_hood.hood(around, neck, seed, opening_rad=0.34), cloth)
    cape.clasp(sewing, around, neck, sewing.metal(SILVER, "clasp"))
    return sewing.piece()
