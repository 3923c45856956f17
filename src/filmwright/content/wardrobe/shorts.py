"""Shorts to above the knee: waistband, belt loops, slanted pockets, wide turned hems; short socks."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_legwear, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("shorts", "short pants", "bermudas")
EXAMPLE = "A boy in a white t-shirt and red shorts runs on the beach"
MATERIALS = ("cotton", "denim", "leather", "silk", "wool")
COLOR = "beige"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
SNUG = True

CUT = garment_legwear.Cut(ease=0.011, thigh=0.098, knee=0.100, hem=0.100, crease=0.0, folds=0.005)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Shorts on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "shorts", garment.pattern, stripes="up")
    cloth = sewing.stuff(color, material)
    top_z = fit.waist - 0.035 * s
    surface = garment_legwear.legwear(fit, CUT, top_z, seed_of(rng), hem_z=fit.knee + 0.075 * s)
    sewing.shell(surface, cloth, thickness=0.003, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.09)
    ground = Surface(fit, surface)
    sewing.add("waistband", garment_legwear.waistband(ground, depth=0.038), cloth)
    sewing.add("fly", garment_legwear.fly(ground, top_z), cloth)
    sewing.add("loops", garment_legwear.belt_loops(ground, top_z), cloth)
    sewing.add("pockets", [_mouth(ground, side, top_z) for side in (1, -1)], cloth)
    hems = [loop for loop in garment_cut.loops(surface.faces) if surface.points[loop, 2].mean() < fit.crotch]
    sewing.add("hems", [garment_parts.band(ground, hem, 0.026, gap=0.0008, thickness=0.0016) for hem in hems], cloth)
    middle = ground.face(np.array([0.0]), np.array([top_z - 0.02 * s]))
    button = sewing.stuff((0.10, 0.075, 0.05), "rubber", "button")
    sewing.add("button", garment_parts.buttons(ground, middle, 0.008, lift=0.006), button)
    sewing.add("socks", garment_legwear.socks(fit, high=0.055), sewing.stuff((0.62, 0.61, 0.58), "cotton", "socks"))
    return sewing.piece()


def _mouth(ground: Surface, side: int, top_z: float) -> Cloth:
    """The welt of a slanted front pocket."""
    s = ground.fit.scale

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        return side * (0.080 + 0.045 * v + 0.010 * u) * s, top_z - (0.040 + 0.120 * v) * s

    return garment_parts.panel(ground, outline, (9, 3), gap=0.001, thickness=0.0018)
