"""A knitted cardigan: a V over the shirt, a ribbed band down the front with buttons, ribbed hem and cuffs, two patch pockets."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_shell, garment_tailored, garment_tops
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("cardigan",)
EXAMPLE = "A woman in a gray cardigan sits in a library"
MATERIALS = ("knit", "wool", "cotton")
COLOR = "gray"
PATTERNS = _pattern.NAMES
COVERS = ("warm",)
WITH = (("shirt", "white"),)
LAYER = 4

CUT = garment_tops.Cut(ease=0.018, hem=-0.030, neck=0.012, tilt=0.30, loose=0.75, sleeve=0.98, wide=0.006, folds=0.005)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A cardigan on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "cardigan", garment.pattern)
    yarn = sewing.stuff(color, material)
    front = garment_tailored.Front(
        apex=fit.waist + 0.130 * s, gorge=fit.neck - 0.015 * s, half=0.056 * s, away=0.0, spread=0.0
    )
    surface = garment_tailored.opened(fit, garment_tops.pulled_on(fit, CUT, seed_of(rng)), front, 0.0)
    sewing.shell(surface, yarn, thickness=0.005, depth=0.03)
    sewing.hides(surface, margin=0.04, reach=0.10)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    low = float(surface.points[hem, 2].max())
    ribs: dict[str, Cloth] = {
        "hem": garment_parts.band(ground, hem, 0.058, gap=0.0015, thickness=0.0035),
        **{
            f"cuff {k}": garment_parts.band(ground, end, 0.058, gap=0.0015, thickness=0.0035)
            for k, end in enumerate(sleeve_ends(ground))
        },
        "neck": garment_parts.band(ground, neck, 0.026, gap=0.0020, thickness=0.0035),
        "front": garment_parts.placket(ground, front.apex + 0.006 * s, low - 0.002 * s, width=0.030, center=0.003),
    }
    for name, rib in ribs.items():
        sewing.add(name, rib, yarn, uv=sewing.weave(rib), data={"rib": np.ones(len(rib.points))})
    sewing.add("pockets", [_pocket(ground, side, low) for side in (1, -1)], yarn)
    heights = np.linspace(front.apex - 0.018 * s, low + 0.030 * s, 5)
    places = Surface(fit, ribs["front"]).face(np.full(5, 0.003 * s), heights)
    buttons = sewing.stuff(garment_tailored.horn(color), "rubber", "buttons")
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0095, lift=0.006), buttons)
    return sewing.piece()


def _pocket(ground: Surface, side: int, low_z: float) -> Cloth:
    """A patch pocket above the ribbed hem."""
    s = ground.fit.scale
    bottom = low_z + 0.064 * s

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        return side * (0.045 + 0.090 * u) * s, bottom + 0.100 * (1 - v) * s

    return garment_parts.panel(ground, outline, (7, 7), gap=0.002, thickness=0.003)
