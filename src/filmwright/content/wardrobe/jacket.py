"""A jacket to the hips: zipped leather, buttoned denim with chest pockets, or buttoned cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends, stitched
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("jacket", "leather jacket", "denim jacket", "bomber jacket", "anorak", "windbreaker")
EXAMPLE = "A woman in a black leather jacket and jeans walks down a neon street at night"
MATERIALS = ("wool", "leather", "denim", "cotton", "felt", "silk", "knit")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer")
LAYER = 5

STEEL = (0.62, 0.62, 0.64)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A jacket on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "jacket", garment.pattern, stripes="up")
    cloth = sewing.stuff(color, material)
    short = material in ("leather", "denim")
    surface = _body_of(fit, short, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.005, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.11)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[hem, 2].max())
    collar = garment_parts.collar(
        ground, neck, stand=0.022, fall=lambda a: 0.048 + 0.034 * np.clip(np.cos(a), 0, 1) ** 3, opening_rad=0.18
    )
    cuffs = [garment_parts.band(ground, end, 0.045, gap=0.001, thickness=0.002) for end in sleeve_ends(ground)]
    stitched(sewing, "collar", [collar], cloth)
    stitched(sewing, "cuffs", cuffs, cloth)
    if short:
        stitched(sewing, "hem", [garment_parts.band(ground, hem, 0.045, gap=0.001, thickness=0.003)], cloth)
    strip = garment_parts.placket(
        ground, top - 0.002 * s, low, width=0.030 if material == "leather" else 0.052, center=0.006
    )
    stitched(sewing, "placket", [strip], cloth)
    pockets = [_slant(ground, side) for side in (1, -1)]
    if material == "denim":
        pockets += [_chest(ground, side, flap) for side in (1, -1) for flap in (False, True)]
    stitched(sewing, "pockets", pockets, cloth)
    front = Surface(fit, strip)
    if material == "leather":
        _zips(sewing, front, ground, top, low)
    else:
        heights = np.arange(top - 0.05 * s, low + 0.015 * s, -0.095 * s)
        places = front.face(np.full(len(heights), 0.008 * s), heights)
        metal = material == "denim"
        stuff = (
            sewing.metal((0.55, 0.30, 0.16), "buttons")
            if metal
            else sewing.stuff((0.02, 0.015, 0.012), "rubber", "buttons")
        )
        sewing.add("buttons", garment_parts.buttons(ground, places, 0.0085 if metal else 0.011), stuff)
    return sewing.piece()


def _body_of(fit: Fit, short: bool, seed: int) -> Cloth:
    """The jacket itself, without its parts."""
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=0.021,
        hem_z=fit.waist,
        sleeve=1.0,
        neck=0.042,
        neck_tilt=0.30,
        looseness=0.6,
        sleeve_ease=0.004,
        drape=9,
    )
    surface = garment_shell.skirt(
        fit,
        top,
        hem_z=fit.hip + (0.015 if short else -0.055) * s,
        ease=0.018,
        flare=0.0,
        seed=seed,
        follow=0.35,
        cling=0.25 if short else 0.05,
        row_m=0.018,
    )
    height = garment_folds.waves(fit, surface, 0.005, seed=seed, wide=0.06)
    height += garment_folds.bends(fit, surface, 0.005, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, surface, 0.006, seed=seed)
    return garment_folds.displaced(fit, surface, height, gap=0.012)


def _slant(ground: Surface, side: int) -> Cloth:
    """The welt of a slanting side pocket."""
    s, waist = ground.fit.scale, ground.fit.waist

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        return side * (0.078 + 0.05 * v + 0.018 * u) * s, waist + (0.035 - 0.115 * v + 0.012 * u) * s

    return garment_parts.panel(ground, outline, (8, 4), gap=0.001, thickness=0.0025)


def _chest(ground: Surface, side: int, flap: bool) -> Cloth:
    """A chest pocket, or the pointed flap that closes it."""
    s = ground.fit.scale
    top = ground.fit.head_of("upperarm_l")[2] - 0.055 * s

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        x = side * (0.042 + 0.092 * u) * s
        point = 0.014 * (1 - np.abs(2 * u - 1)) * v
        return x, top - ((0.038 if flap else 0.105) * v + (point if flap else 0.6 * point)) * s

    return garment_parts.panel(ground, outline, (6, 7), gap=0.004 if flap else 0.001, thickness=0.002)


def _zips(sewing: Sewing, front: Surface, ground: Surface, top: float, low: float) -> None:
    """The zip down the front with its pull, and one on each pocket."""
    s, waist = ground.fit.scale, ground.fit.waist
    metal = sewing.metal(STEEL, "zip")
    teeth = garment_parts.panel(
        front,
        lambda u, v: ((0.006 + (u - 0.5) * 0.009) * s, top + (low - top) * v - 0.004 * s),
        (24, 3),
        gap=0.001,
        thickness=0.002,
    )
    sides = [
        garment_parts.panel(
            ground,
            lambda u, v, side=side: (side * (0.085 + 0.05 * v + 0.006 * u) * s, waist + (0.03 - 0.105 * v) * s),  # type: ignore[misc]
            (8, 3),
            gap=0.0045,
            thickness=0.0015,
        )
        for side in (1, -1)
    ]
    sewing.add("zips", [teeth, *sides], metal)
