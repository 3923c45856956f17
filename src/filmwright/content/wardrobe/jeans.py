"""Jeans: twill with pale seams, faded thighs and knees, patch pockets behind, a copper button."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_legwear, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, stitched
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials.denim import SEAM_M
from filmwright.spec.shot import Garment

WORDS = ("jeans", "blue jeans", "denims")
EXAMPLE = "A young man in a white shirt and blue jeans walks down a street"
MATERIALS = ("denim", "cotton", "leather")
COLOR = "blue"
PATTERNS = _pattern.NAMES
COVERS = ("lower",)
LAYER = 2
LEGS = True
SNUG = True

CUT = garment_legwear.Cut(ease=0.008, thigh=0.080, knee=0.062, hem=0.060, crease=0.0, folds=0.006)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Jeans on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "jeans", garment.pattern, stripes="up")
    denim = sewing.stuff(color, material)
    top_z = fit.waist - 0.045 * s
    surface = garment_legwear.legwear(fit, CUT, top_z, seed_of(rng))
    data = {"worn": _worn(fit, surface), "seam": _seams(fit, surface)}
    sewing.shell(surface, denim, thickness=0.004, depth=0.03, data=data)
    sewing.hides(surface, margin=0.03, reach=0.09)
    ground = Surface(fit, surface)
    parts: dict[str, list[Cloth | None]] = {
        "waistband": [garment_legwear.waistband(ground, depth=0.040)],
        "fly": [garment_legwear.fly(ground, top_z)],
        "pockets": [*(_pocket(ground, side) for side in (1, -1)), *(_mouth(ground, side, top_z) for side in (1, -1))],
        "loops": garment_legwear.belt_loops(ground, top_z),
    }
    for name, cloths in parts.items():
        stitched(sewing, name, cloths, denim)
    middle = ground.face(np.array([0.0]), np.array([top_z - 0.02 * s]))
    copper = sewing.metal((0.55, 0.27, 0.13), "button")
    sewing.add("button", garment_parts.buttons(ground, middle, 0.009, lift=0.006, flat=False), copper)
    sewing.add("socks", garment_legwear.socks(fit), sewing.stuff((0.35, 0.35, 0.36), "cotton", "socks"))
    return sewing.piece()


def _pocket(ground: Surface, side: int) -> Cloth:
    """A five-cornered patch pocket on the seat."""
    fit = ground.fit
    s, top = fit.scale, fit.hip + 0.055 * fit.scale

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        narrow = 1 - 0.12 * v
        x = side * (0.078 + (u - 0.5) * 0.125 * narrow) * s
        point = 0.022 * np.clip(v - 0.55, 0, 1) / 0.45 * (1 - np.abs(2 * u - 1))
        return x, top - (0.12 * v + point) * s

    return garment_parts.panel(ground, outline, (9, 9), gap=0.0015, thickness=0.002, back=True)


def _mouth(ground: Surface, side: int, top_z: float) -> Cloth:
    """The curved edge of a front pocket."""
    s = ground.fit.scale

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        turn = u * np.pi / 2
        x = side * (0.155 - 0.075 * np.cos(turn) + 0.004 * (v - 0.5)) * s
        return x, top_z - (0.040 + 0.060 * np.sin(turn) + 0.007 * v) * s

    return garment_parts.panel(ground, outline, (3, 9), gap=0.001, thickness=0.0015)


def _worn(fit: Fit, cloth: Cloth) -> F64:
    """Where jeans fade (n,): front of the thighs, knees, seat."""
    s, p = fit.scale, cloth.points
    total = np.zeros(len(p))
    for side in "lr":
        center = fit.shins[side].middle(p[:, 2])
        across = np.exp(-(((p[:, 0] - center[:, 0]) / (0.05 * s)) ** 2)) * side_of(p, side)
        front = np.clip((center[:, 1] - p[:, 1]) / (0.05 * s), 0, 1)
        thigh = np.exp(-(((p[:, 2] - 0.55 * fit.crotch - 0.45 * fit.knee) / (0.16 * s)) ** 2))
        knee = np.exp(-(((p[:, 2] - fit.knee) / (0.07 * s)) ** 2))
        seat = np.exp(-(((p[:, 2] - fit.hip + 0.02 * s) / (0.07 * s)) ** 2)) * np.clip(
            (p[:, 1] - center[:, 1]) / (0.06 * s), 0, 1
        )
        total += across * (0.8 * thigh * front + 0.8 * knee * front + 0.6 * seat)
    return np.clip(total, 0, 1)


def _seams(fit: Fit, cloth: Cloth) -> F64:
    """Signed distance to the seams down both sides of each leg, in the coding of denim."""
    p = cloth.points
    left, right = fit.shins["l"].middle(p[:, 2]), fit.shins["r"].middle(p[:, 2])
    off = p[:, 1] - np.where(p[:, 0] > 0, left[:, 1], right[:, 1])
    return np.asarray(1 + np.clip(off / SEAM_M, -1, 1))
