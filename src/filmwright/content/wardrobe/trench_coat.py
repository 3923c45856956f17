"""A trench coat: double-breasted, belted, with shoulder straps, a storm flap, broad lapels and straps at the cuffs."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("trench coat",)
EXAMPLE = "A man in a beige trench coat and a hat walks down a rainy street at night"
MATERIALS = ("cotton", "leather", "wool", "silk", "denim", "rubber")
COLOR = "tan"
PATTERNS = _pattern.NAMES
COVERS = ("outer",)
WITH = (("shirt", "white"),)
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A trench coat on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "trench_coat", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.027, hem=fit.knee - 0.07 * s, neck=0.024, loose=0.45, flare=0.075, flutes=0.022, folds=0.004, tilt=0.24
    )
    front = garment_tailored.Front(
        apex=fit.waist + 0.150 * s, gorge=fit.neck - 0.012 * s, half=0.062 * s, away=0.0, spread=0.0
    )
    surface = garment_tailored.opened(fit, garment_coats.cloth_of(fit, cut, seed_of(rng)), front, 0.0)
    sewing.shell(surface, cloth, thickness=0.005, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.12)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    low = float(surface.points[:, 2].min())
    sewing.add("edge", _edge(ground, front.apex, low), cloth)
    sewing.add("storm flap", _storm_flap(ground), cloth)
    collar = garment_parts.collar(
        ground, neck, stand=0.030, fall=lambda a: 0.066 + 0.010 * np.cos(a), gap=0.006, opening_rad=0.02, thickness=0.004,
        roll=0.009, above_z=front.gorge - 0.006 * s,
    )  # fmt: skip
    sewing.add("collar", collar, cloth)
    sewing.add(
        "lapels", [garment_tailored.lapel(ground, front, side, width=0.098, peak=0.02) for side in (1, -1)], cloth
    )
    sewing.add("straps", garment_coats.shoulder_straps(ground), cloth)
    sewing.add(
        "flaps", [garment_tailored.flap(ground, side, fit.hip + 0.055 * s, near=0.085) for side in (1, -1)], cloth
    )
    dark = sewing.stuff(toned(color, 0.62), material, "belt")
    bands = [garment_parts.band(ground, e, 0.030, gap=0.004, thickness=0.003) for e in sleeve_ends(ground)]
    sewing.add("cuff straps", bands, dark)
    level = fit.waist + 0.01 * s
    belt = garment_parts.belt(ground, level, width=0.048, gap=0.006)
    sewing.add("belt", [belt, _belt_end(ground, level)], dark)
    horn = sewing.stuff((0.030, 0.020, 0.013), "rubber", "buttons")
    at = Surface(fit, belt).face(np.array([0.020 * s]), np.array([level]))[0]
    sewing.add("buckle", garment_parts.plate(ground, at, (0.060, 0.062, 0.008), lift=0.004), horn, sharp_angle_rad=0.6)
    heights = np.array([front.apex - 0.035 * s, fit.waist - 0.075 * s, fit.waist - 0.165 * s])
    sewing.add("buttons", garment_coats.button_rows(ground, heights, 0.135, 0.0125, lift=0.008), horn)
    return sewing.piece()


def _edge(ground: Surface, top_z: float, low_z: float) -> Cloth:
    """The front edge, laid over far to the side."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 6), indexing="ij")
    grid = ground.face((-0.090 + 0.075 * u) * s, top_z + (low_z + 0.004 * s - top_z) * v)
    gap = (0.0040 - 0.0082 * u**1.5) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.003 * s)


def _storm_flap(ground: Surface) -> Cloth:
    """A second layer over the right of the chest, its lower edge round."""
    fit, s = ground.fit, ground.fit.scale
    top = float(fit.head_of("upperarm_l")[2]) + 0.030 * s

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        x = -(0.062 + 0.088 * u) * s
        return x, top - (0.010 * u + (0.150 - 0.045 * u**2) * v) * s

    return garment_parts.panel(ground, outline, (9, 9), gap=0.003, thickness=0.003)


def _belt_end(ground: Surface, level: float) -> Cloth:
    """The end of the belt that hangs from the buckle."""
    s = ground.fit.scale

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        return (-0.030 + 0.040 * u - 0.022 * v) * s, level - (0.010 + 0.20 * v + 0.012 * u * (1 - v)) * s

    return garment_parts.panel(ground, outline, (10, 4), gap=0.011, thickness=0.003)
