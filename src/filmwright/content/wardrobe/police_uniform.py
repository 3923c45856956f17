"""A police uniform: a shirt with shoulder straps, flapped pockets, a badge and a tie, a duty belt with pouches, trousers of its color."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import tie
from filmwright.scene.shapes import box, join, rotation
from filmwright.spec.shot import Garment

WORDS = ("police uniform",)
EXAMPLE = "A police officer in a police uniform stands in the street"
MATERIALS = ("cotton", "wool")
COLOR = "navy"
COVERS = ("upper", "outer", "neck")
WITH = (("trousers", ""), ("shoes", "black"))
LAYER = 3


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The upper half of a police uniform on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "police_uniform")
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.012, hem=fit.waist - 0.062 * s, neck=0.016, tilt=0.42, sleeve=0.98, wide=0.003, loose=0.5, flare=0.0, flutes=0.0,
        follow=0.2, cling=0.4, folds=0.005,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.002, depth=0.02)
    sewing.hides(surface, margin=0.03, reach=0.09)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    rim = surface.points[neck]
    top, low = float(rim[np.argmin(rim[:, 1]), 2]), float(surface.points[:, 2].min())
    strip = garment_parts.placket(ground, top - 0.004 * s, fit.waist - 0.05 * s, width=0.034)
    sewing.add("placket", strip, cloth)
    collar = garment_parts.collar(
        ground, neck, stand=0.017, fall=lambda a: 0.038 + 0.030 * np.clip(np.cos(a), 0, 1) ** 3, gap=0.003, opening_rad=0.20,
        thickness=0.002, roll=0.005,
    )  # fmt: skip
    sewing.add("collar", collar, cloth)
    sewing.add(
        "cuffs", [garment_parts.band(ground, e, 0.055, gap=0.001, thickness=0.0015) for e in sleeve_ends(ground)], cloth
    )
    sewing.add("straps", garment_coats.shoulder_straps(ground), cloth)
    level = float(fit.head_of("upperarm_l")[2]) - 0.062 * s
    pockets = [
        part
        for side in (1, -1)
        for part in garment_coats.patch_pocket(ground, side, level, near=0.050, width=0.090, deep=0.110, flap=0.042)
    ]
    sewing.add("pockets", pockets, cloth)
    black = sewing.stuff((0.012, 0.012, 0.014), "silk", "tie")
    sewing.add("tie", tie.parts(ground, top - 0.004 * s, fit.waist - 0.010 * s), black)
    gold = sewing.metal((0.72, 0.56, 0.22), "badge")
    at = ground.face(np.array([0.092 * s]), np.array([level + 0.030 * s]))[0]
    star = join(
        [box((0.036 * s, 0.005 * s, 0.036 * s), bevel=0.002 * s).turned(rotation(y=turn)) for turn in (0.0, np.pi / 4)]
    )
    sewing.add(
        "badge", from_shape(star.moved(at + np.array([0.0, -0.007, 0.0]) * s), ground.weights(at[None])[0]), gold
    )
    leather = sewing.stuff((0.012, 0.011, 0.010), "leather", "duty belt")
    band = garment_parts.belt(ground, fit.waist - 0.042 * s, width=0.050, gap=0.008, thickness=0.004)
    sewing.add("belt", band, leather)
    around = Surface(fit, band)
    pouches = []
    for x, wide, tall, deep, back in (
        (-0.085, 0.050, 0.075, 0.030, False),
        (0.085, 0.045, 0.070, 0.032, False),
        (-0.12, 0.07, 0.11, 0.035, True),
    ):
        place = around.face(np.array([x * s]), np.array([fit.waist - 0.050 * s]), back=back)[0]
        pouches.append(garment_parts.plate(around, place, (wide, tall, deep), lift=0.5 * deep))
    sewing.add("pouches", pouches, leather)
    front = around.face(np.array([0.0]), np.array([fit.waist - 0.042 * s]))[0]
    sewing.add(
        "buckle",
        garment_parts.plate(around, front, (0.056, 0.052, 0.006), lift=0.002),
        sewing.metal((0.66, 0.62, 0.52), "buckle"),
    )
    heights = np.arange(top - 0.045 * s, low + 0.05 * s, -0.078 * s)
    places = Surface(fit, strip).face(np.zeros(len(heights)), heights)
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0062, lift=0.005), gold)
    return sewing.piece()
