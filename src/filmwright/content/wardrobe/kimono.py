"""A kimono: wrapped left over right to the ankles, its collar crossing over a white one, wide sleeves, an obi with cord and bow."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_folds, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, from_shape
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.shapes import box
from filmwright.spec.shot import Garment
from filmwright.values import Color

WORDS = ("kimono",)
EXAMPLE = "A woman in a blue floral kimono walks under cherry trees in a park"
MATERIALS = ("silk", "cotton", "wool")
COLOR = "purple"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "warm", "neck")
LAYER = 4

OBI_M = 0.135  # width of the obi at scale 1
LINING = (0.74, 0.72, 0.67)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A kimono on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "kimono", garment.pattern, skirted=True)
    silk = sewing.stuff(color, material)
    seed = seed_of(rng)
    front = garment_tailored.Front(
        apex=fit.head_of("upperarm_l")[2] - 0.045 * s, gorge=fit.neck - 0.01 * s, half=0.056 * s, away=0.0, spread=0.0
    )
    surface = garment_tailored.opened(fit, _body_of(fit, seed), front, 0.0)
    sewing.shell(surface, silk, thickness=0.003, depth=0.05)
    sewing.hides(surface, margin=0.04, reach=0.24)
    ground = Surface(fit, surface)
    middle = fit.waist + 0.040 * s
    white = sewing.stuff(LINING, material, "lining")
    sewing.add(
        "lining",
        [_collar(ground, front, side, front.apex + 0.01 * s, inset=-0.016, lift=0.0015) for side in (-1, 1)],
        white,
    )
    for index, side in enumerate((-1, 1)):  # the left side last: it lies on top
        sewing.add(f"collar {index}", _collar(ground, front, side, middle, inset=0.0, lift=0.004 + 0.004 * index), silk)
    neck = garment_shell.hem_loop(surface, low=False)
    behind = garment_parts.collar(
        ground, neck, stand=0.014, fall=lambda a: 0.022 + 0 * a, gap=0.004, opening_rad=0.02, thickness=0.003, roll=0.006,
        above_z=front.gorge - 0.004 * s,
    )  # fmt: skip
    sewing.add("collar behind", behind, silk)
    sewing.add("edge", _edge(ground, middle - 0.4 * OBI_M * s), silk)
    contrast = sewing.stuff(_beside(color), "silk", "obi")
    man = body.gender > 0.5
    obi = garment_parts.belt(
        ground, middle - 0.055 * s * man, width=0.062 if man else OBI_M, gap=0.008, thickness=0.004
    )
    around = Surface(fit, obi)
    sewing.add("obi", obi, contrast)
    if man:  # narrow, low, tied without a bow
        return sewing.piece()
    sewing.add("bow", _bow(around, middle), contrast)
    cord = garment_parts.belt(around, middle, width=0.013, gap=0.001, thickness=0.004)
    sewing.add("cord", cord, sewing.stuff((0.70, 0.62, 0.42), "silk", "cord"))
    return sewing.piece()


def _beside(color: Color) -> Color:
    """The obi's color: gold beside cool colors, deep blue beside warm and pale ones."""
    cool = color[2] > color[0]
    return (0.46, 0.29, 0.07) if cool else (0.035, 0.050, 0.130)


def _body_of(fit: Fit, seed: int) -> Cloth:
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=0.020,
        hem_z=fit.waist,
        sleeve=0.86,
        neck=0.016,
        neck_tilt=0.30,
        looseness=0.35,
        sleeve_ease=0.012,
        drape=12,
    )
    top = garment_coats.bell_sleeves(fit, top, 0.115)
    whole = garment_shell.skirt(
        fit, top, hem_z=fit.ankle + 0.035 * s, ease=0.020, flare=0.034, flutes=0.0, seed=seed, follow=0.9, cling=0.06
    )
    height = garment_folds.waves(fit, whole, 0.0025, seed=seed, wide=0.10, long=0.4)
    height += garment_folds.sleeves(fit, whole, 0.003, seed=seed)
    return garment_folds.displaced(fit, whole, height, gap=0.010)


def _collar(
    ground: Surface, front: garment_tailored.Front, side: int, low_z: float, *, inset: float, lift: float
) -> Cloth:
    """One side of the collar: from the neck down along the V and on across the middle into the obi."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 26), np.linspace(0, 1, 5), indexing="ij")
    z = front.gorge + (low_z - front.gorge) * v
    slope = front.half / (front.gorge - front.apex)
    x: F64 = slope * (z - front.apex) + (0.044 * u - 0.003 + inset) * s
    grid = ground.face(float(side) * x, z)
    flat = ground.lifted(grid.reshape(-1, 3), lift * s)
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0025 * s)


def _edge(ground: Surface, top_z: float) -> Cloth:
    """The front edge from the obi to the hem, right of the middle."""
    s = ground.fit.scale
    low = float(ground.cloth.points[:, 2].min())
    v, u = np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 5), indexing="ij")
    grid = ground.face((-0.052 + 0.06 * u - 0.012 * v) * s, top_z + (low + 0.004 * s - top_z) * v)
    gap = (0.0036 - 0.008 * u**1.5) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0025 * s)


def _bow(around: Surface, z: float) -> Cloth:
    """The drum bow: a folded square of the obi on the back."""
    s = around.fit.scale
    at: F64 = around.face(np.array([0.0]), np.array([z]), back=True)[0]
    item = box(np.array([0.21, 0.065, 0.19]) * s, bevel=0.022 * s).moved(at + np.array([0.0, 0.026, 0.006]) * s)
    return from_shape(item, around.weights(at[None])[0])
