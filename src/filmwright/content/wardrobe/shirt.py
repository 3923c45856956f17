"""A buttoned shirt with collar, placket, cuffs and a chest pocket, tucked in at the waist."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("shirt", "blouse", "button-down")
EXAMPLE = "A man in a white shirt and jeans sits in a café"
MATERIALS = ("cotton", "silk", "denim", "wool")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("upper",)
LAYER = 1


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A shirt on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "shirt", garment.pattern, stripes="up")
    cotton = sewing.stuff(color, material)
    seed = seed_of(rng)
    surface = garment_shell.bodice(
        fit,
        ease=0.009,
        hem_z=fit.hip + 0.01 * s,
        sleeve=0.99,
        neck=0.016,
        neck_tilt=0.42,
        looseness=0.7 if body.gender > 0.5 else 0.4,
        sleeve_ease=0.002,
        drape=6,
    )
    height = garment_folds.waves(fit, surface, 0.007, seed=seed, wide=0.05, long=0.2)
    height += garment_folds.bends(fit, surface, 0.005, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, surface, 0.008, seed=seed)
    height += garment_folds.gather(fit, surface, fit.waist - 0.03 * s, 0.004, seed=seed, spread=0.06)
    surface = garment_folds.displaced(fit, surface, height, gap=0.005)
    sewing.shell(surface, cotton, thickness=0.002, depth=0.02)
    sewing.hides(surface, margin=0.03, reach=0.08)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top = float(surface.points[neck][np.argmin(surface.points[neck, 1]), 2])
    strip = garment_parts.placket(ground, top - 0.004 * s, fit.hip + 0.015 * s, width=0.034)
    collar = garment_parts.collar(
        ground,
        neck,
        stand=0.017,
        fall=lambda a: 0.036 + 0.030 * np.clip(np.cos(a), 0, 1) ** 3,
        gap=0.003,
        opening_rad=0.20,
        thickness=0.002,
        roll=0.005,
    )
    sewing.add("placket", strip, cotton)
    sewing.add("collar", collar, cotton)
    cuffs = [garment_parts.band(ground, e, 0.055, gap=0.001, thickness=0.0015) for e in sleeve_ends(ground)]
    sewing.add("cuffs", [*cuffs], cotton)
    if body.gender > 0.5:
        sewing.add("pocket", _pocket(ground), cotton)
    heights = np.arange(top - 0.045 * s, fit.waist, -0.078 * s)
    places = Surface(fit, strip).face(np.zeros(len(heights)), heights)
    pearl = sewing.stuff((0.62, 0.58, 0.50), "rubber", "buttons")
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0062, lift=0.005), pearl)
    return sewing.piece()


def _pocket(ground: Surface) -> Cloth:
    """A pointed patch pocket on the left of the chest."""
    s, armpit = ground.fit.scale, ground.fit.head_of("upperarm_l")[2]

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        point = 0.012 * (1 - np.abs(2 * u - 1))
        return (0.052 + 0.085 * u) * s, armpit - (0.055 + (0.095 + point) * v) * s

    return garment_parts.panel(ground, outline, (6, 6), gap=0.001, thickness=0.0015)
