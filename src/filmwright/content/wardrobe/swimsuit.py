"""A swimsuit in one piece: broad straps, a round neck, its seat well covered, piped edges."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_parts, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("swimsuit", "bathing suit")
EXAMPLE = "A woman in a red swimsuit stands on a beach"
MATERIALS = ("silk", "cotton")
COLOR = "navy"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "feet", "warm")
LAYER = 1
SNUG = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A swimsuit on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "swimsuit", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    surface = one_piece(fit)
    sewing.shell(surface, cloth, thickness=0.0015, depth=0.006)
    sewing.hides(surface, margin=0.016, reach=0.04)
    ground = Surface(fit, surface)
    edges = [
        garment_parts.band(ground, loop, 0.008, gap=0.0004, thickness=0.0012, rows=3)
        for loop in garment_cut.loops(surface.faces)
        if len(loop) > 12
    ]
    sewing.add("piping", edges, sewing.stuff(toned(color, 0.55), material, "piping"))
    return sewing.piece()


def one_piece(fit: Fit) -> Cloth:
    """The suit without its piping."""
    cloth = garment_tight.second_skin(fit, 0.0042, arms=False, legs=False)
    cloth = garment_tight.armholes(fit, cloth, 0.046)
    cloth = garment_tight.neck_opening(fit, cloth, above=-0.052, tilt=0.55, wide=0.085)
    return garment_tight.leg_openings(fit, cloth, rise=0.62)
