"""A knee-length coat: collar, placket with buttons, pocket flaps, cuffs; on women's figures belted at the waist."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("coat", "overcoat", "winter coat", "long coat")
EXAMPLE = "A woman in a red coat and black boots walks through a snowy pine forest"
MATERIALS = ("wool", "cotton", "leather", "felt", "denim")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer")
LAYER = 7

EASE_M = 0.027  # off the skin, so that a sweater fits below; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A coat on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "coat", garment.pattern, skirted=True)
    cloth_name = sewing.stuff(color, material)
    belted = body.gender < 0.5
    surface = _body_of(fit, belted, seed_of(rng))
    sewing.shell(surface, cloth_name, thickness=0.006, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.12)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[:, 2].min())
    strip = garment_parts.placket(ground, top - 0.002 * s, low + 0.004 * s, width=0.062, center=0.008)
    collar = garment_parts.collar(
        ground, neck, stand=0.026, fall=lambda a: 0.058 + 0.045 * np.clip(np.cos(a), 0, 1) ** 3, opening_rad=0.16
    )
    sewing.add("placket", strip, cloth_name)
    sewing.add("collar", collar, cloth_name)
    sewing.add("flaps", [_flap(ground, side) for side in (1, -1)], cloth_name)
    sewing.add(
        "cuffs",
        [*(garment_parts.band(ground, e, 0.055, gap=0.001, thickness=0.002) for e in sleeve_ends(ground))],
        cloth_name,
    )
    heights = np.arange(top - 0.055 * s, fit.hip - 0.10 * s, -0.098 * s)
    if belted:
        heights = heights[np.abs(heights - fit.waist) > 0.03 * s]
    places = Surface(fit, strip).face(np.full(len(heights), 0.012 * s), heights)
    sewing.add(
        "buttons", garment_parts.buttons(ground, places, 0.0135), sewing.stuff((0.02, 0.014, 0.01), "rubber", "buttons")
    )
    if belted:
        belt = garment_parts.belt(ground, fit.waist, width=0.045, gap=0.006)
        sewing.add("belt", belt, sewing.stuff(toned(color, 0.55), material, "belt"))
        at = Surface(fit, belt)
        front = at.face(np.array([0.004 * s]), np.array([fit.waist]))[0]
        sewing.add(
            "buckle",
            garment_parts.plate(at, front, (0.056, 0.060, 0.007), lift=0.001),
            sewing.stuff((0.02, 0.016, 0.013), "leather", "buckle"),
            sharp_angle_rad=0.6,
        )
    return sewing.piece()


def _body_of(fit: Fit, belted: bool, seed: int) -> Cloth:
    """The coat itself, without its parts."""
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=EASE_M,
        hem_z=fit.waist,
        sleeve=0.99,
        neck=0.048,
        neck_tilt=0.22,
        looseness=0.35 if belted else 0.85,
        sleeve_ease=0.004,
        drape=10,
    )
    whole = garment_shell.skirt(
        fit,
        top,
        hem_z=fit.knee + 0.02 * s,
        ease=0.022,
        flare=0.065 if belted else 0.03,
        flutes=0.020 if belted else 0.010,
        seed=seed,
        cling=0.0,
    )
    height = garment_folds.waves(fit, whole, 0.004, seed=seed)
    height += garment_folds.bends(fit, whole, 0.0035, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, whole, 0.004, seed=seed)
    if belted:
        height += garment_folds.gather(fit, whole, fit.waist, 0.004, seed=seed)
    return garment_folds.displaced(fit, whole, height, gap=0.015)


def _flap(ground: Surface, side: int) -> Cloth:
    """A slanting pocket flap on the hip."""
    s, hip = ground.fit.scale, ground.fit.hip
    return garment_parts.panel(
        ground,
        lambda u, v: (
            side * (0.065 + 0.10 * u) * s,
            hip + (0.045 - 0.048 * v * (1 - 0.12 * (2 * u - 1) ** 4) + 0.02 * u) * s,
        ),
        (4, 7),
        gap=0.004,
        thickness=0.003,
    )
