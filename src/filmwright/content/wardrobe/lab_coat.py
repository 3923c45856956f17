"""A lab coat: white, to the knee, open at the neck over a shirt, with three patch pockets and a pen."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.shapes import sweep
from filmwright.spec.shot import Garment

WORDS = ("lab coat",)
EXAMPLE = "A scientist in a lab coat stands in a laboratory"
MATERIALS = ("cotton", "silk")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("outer",)
WITH = (("shirt", "light_blue"), ("trousers", "dark_gray"))
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A lab coat on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "lab_coat", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.025, hem=fit.knee + 0.01 * s, neck=0.012, tilt=0.28, sleeve=0.97, loose=0.75, flare=0.035, flutes=0.010,
        folds=0.004,
    )  # fmt: skip
    front = garment_tailored.Front(
        apex=fit.waist + 0.075 * s,
        gorge=fit.neck - 0.024 * s,
        half=0.066 * s,
        away=fit.waist - 0.10 * s,
        spread=0.045 * s,
    )
    low = fit.knee + 0.01 * s
    surface = garment_tailored.opened(fit, garment_coats.cloth_of(fit, cut, seed_of(rng)), front, low)
    sewing.shell(surface, cloth, thickness=0.003, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.12)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    collar = garment_parts.collar(
        ground, neck, stand=0.014, fall=lambda a: 0.046 + 0.004 * np.cos(a), gap=0.005, opening_rad=0.02, thickness=0.003,
        roll=0.006, above_z=front.gorge - 0.006 * s,
    )  # fmt: skip
    sewing.add("collar", collar, cloth)
    sewing.add("lapels", [garment_tailored.lapel(ground, front, side, width=0.066) for side in (1, -1)], cloth)
    sewing.add("overlap", garment_tailored.overlap(ground, front.apex + 0.002 * s, front.away - 0.01 * s), cloth)
    chest = float(fit.head_of("upperarm_l")[2]) - 0.070 * s
    pockets = [
        *garment_coats.patch_pocket(ground, 1, chest, near=0.062, width=0.085, deep=0.105),
        *(
            part
            for side in (1, -1)
            for part in garment_coats.patch_pocket(
                ground, side, fit.waist - 0.085 * s, near=0.070, width=0.125, deep=0.16
            )
        ),
    ]
    sewing.add("pockets", pockets, cloth)
    at = ground.face(np.array([0.098 * s]), np.array([chest]))[0]
    pen = sweep(
        at + np.array([[0.0, -0.007, -0.06], [0.0, -0.008, 0.0], [0.0, -0.008, 0.028]]) * s, 0.0042 * s, sides=8
    )
    ink = sewing.stuff((0.015, 0.03, 0.16), "plastic", "pen")
    sewing.add("pen", from_shape(pen, ground.weights(at[None])[0]), ink)
    heights = np.linspace(front.apex - 0.018 * s, front.away + 0.01 * s, 3)
    places = ground.face(np.full(3, 0.004 * s), heights)
    pearl = sewing.stuff((0.62, 0.60, 0.56), "rubber", "buttons")
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0085, lift=0.0085), pearl)
    return sewing.piece()
