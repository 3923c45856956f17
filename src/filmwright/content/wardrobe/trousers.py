"""Trousers with a pressed crease, waistband, fly, slanting pockets and hems that break over the shoe."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_cut, garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_chart import weave
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("trousers", "pants", "slacks", "chinos", "leggings")
EXAMPLE = "An old man in a blue sweater and gray trousers walks along the beach"
MATERIALS = ("cotton", "wool", "leather", "silk", "denim")
COLOR = "dark_gray"
LAYER = 2
LEGS = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Trousers on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "trousers")
    cloth_name = sewing.stuff(color, material)
    seed = seed_of(rng)
    top_z = fit.waist - 0.03 * s
    wide = 0.004 if body.gender > 0.5 else 0.0
    surface = garment_shell.legs(
        fit,
        ease=0.010,
        top_z=top_z,
        hem_z=fit.ankle - 0.018 * s,
        width=0.084 + wide,
        knee_width=0.066 + wide,
        hem_width=0.060 + wide,
    )
    height = garment_folds.bends(fit, surface, 0.004, seed=seed, joints=("calf",))
    height += garment_folds.bends(fit, surface, 0.0035, seed=seed, joints=("foot",))
    height += garment_folds.waves(fit, surface, 0.003, seed=seed, wide=0.05)
    height += _crease(fit, surface)
    surface = garment_folds.displaced(fit, surface, height, gap=0.006)
    hemmed = garment_cut.hem(surface, 0.003 * s, 0.03 * s)
    sewing.add("", hemmed, cloth_name, uv=weave(fit, hemmed))
    sewing.hides(surface, margin=0.03, reach=0.09)
    ground = Surface(fit, surface)
    waist = garment_shell.hem_loop(surface, low=False)
    sewing.add("waistband", garment_parts.band(ground, waist, 0.036, gap=0.001, thickness=0.002), cloth_name)
    fly = garment_parts.panel(
        ground, lambda u, v: ((0.034 * u - 0.004) * s, top_z - (0.03 + 0.13 * v) * s), (7, 4), gap=0.002, thickness=0.0015
    )
    sewing.add("fly", fly, cloth_name)
    buckle, leather = (0.42, 0.38, 0.30), (0.045, 0.026, 0.016)
    belt = garment_parts.belt(ground, top_z - 0.016 * s, width=0.030, gap=0.005, thickness=0.002)
    sewing.add("belt", belt, sewing.stuff(leather, "leather", "belt"))
    middle = Surface(fit, belt).face(np.array([0.0]), np.array([top_z - 0.016 * s]))
    sewing.add("buckle", garment_parts.buttons(ground, middle, 0.017, lift=0.010), sewing.stuff(buckle, "leather", "buckle"))
    return sewing.piece()


def _crease(fit: Fit, cloth: Cloth) -> F64:
    """The pressed line down the front of each leg, metres."""
    s = fit.scale
    total = np.zeros(len(cloth.points))
    for side in "lr":
        center = fit.shins[side].middle(cloth.points[:, 2])
        ahead = np.clip((fit.crotch - cloth.points[:, 2]) / (0.12 * s), 0, 1) * side_of(cloth.points, side)
        off = cloth.points[:, 0] - center[:, 0]
        front = cloth.points[:, 1] < center[:, 1]
        total += ahead * front * 0.006 * s * np.exp(-np.abs(off) / (0.014 * s))
    return total
