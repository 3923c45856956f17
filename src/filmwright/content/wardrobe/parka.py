"""A parka to the thigh: padded, zipped under a storm placket, four pockets, a hood lying back trimmed with fur."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_hood, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface, from_front
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.noise import value
from filmwright.scene.shapes import curve, sweep
from filmwright.spec.shot import Garment

WORDS = ("parka",)
EXAMPLE = "A man in an olive parka walks through the snow"
MATERIALS = ("cotton", "silk", "leather", "wool", "plastic")
COLOR = "olive"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A parka on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "parka", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    seed = seed_of(rng)
    cut = garment_coats.Cut(
        ease=0.034, hem=fit.crotch - 0.13 * s, neck=0.042, loose=0.9, wide=0.010, flare=0.012, flutes=0.004, folds=0.007
    )
    surface = garment_coats.cloth_of(fit, cut, seed)
    sewing.shell(surface, cloth, thickness=0.008, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.13)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[:, 2].min())
    hood = garment_hood.hood(ground, neck, seed, opening_rad=0.20)
    sewing.add("hood", hood, cloth)
    fur = sewing.stuff((0.30, 0.20, 0.115), "wool", "fur")
    sewing.add("fur", _fur(ground, neck, seed), fur)
    sewing.add("placket", garment_parts.placket(ground, top - 0.002 * s, low + 0.004 * s, width=0.070), cloth)
    armpit = float(fit.head_of("upperarm_l")[2])
    pockets = [
        part
        for side in (1, -1)
        for near, z, wide, deep in (
            (0.055, armpit - 0.075 * s, 0.085, 0.10),
            (0.070, fit.waist - 0.045 * s, 0.115, 0.145),
        )
        for part in garment_coats.patch_pocket(ground, side, z, near=near, width=wide, deep=deep, flap=0.045)
    ]
    sewing.add("pockets", pockets, cloth)
    cuffs = [garment_parts.band(ground, e, 0.045, gap=0.001, thickness=0.003) for e in sleeve_ends(ground)]
    sewing.add("cuffs", cuffs, sewing.stuff(color, "knit", "cuffs"))
    snaps = sewing.metal((0.30, 0.29, 0.27), "snaps")
    heights = np.arange(top - 0.05 * s, low + 0.06 * s, -0.125 * s)
    places = ground.face(np.full(len(heights), 0.020 * s), heights)
    sewing.add("snaps", garment_parts.buttons(ground, places, 0.0085, lift=0.0095, flat=False), snaps)
    return sewing.piece()


def _fur(ground: Surface, neck: np.ndarray[tuple[int], np.dtype[np.int64]], seed: int) -> Cloth:
    """The roll of fur along the edge of the hood, shaggy."""
    s = ground.fit.scale
    order, angle = from_front(ground, neck, 0.20)
    p = ground.cloth.points[order]
    middle = p.mean(0)
    out = p - middle
    out[:, 2] = 0
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    back = np.clip((1 - np.cos(angle)) / 2, 0, 1)[:, None]
    line = p + out * (0.014 + 0.030 * back) * s + np.array([0.0, 0.0, 1.0]) * (0.020 + 0.030 * back) * s
    path = curve(line, 110)
    item = sweep(path, 0.024 * s, sides=22)
    t = np.arange(len(item.points))
    rough = value(item.points[:, 0] / (0.006 * s), item.points[:, 2] / (0.006 * s) + 9 * np.sin(t), seed) - 0.4
    normal = Cloth(item.points, item.faces, np.zeros((len(t), 1))).normals()
    points = item.points + normal * (0.016 * s * rough)[:, None]
    return Cloth(points, item.faces, ground.weights(points))
