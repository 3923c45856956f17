"""A raincoat: smooth and shining, cut wide to the knee, snap buttons under a storm placket, big flapped pockets, a hood lying back."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_hood, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("raincoat",)
EXAMPLE = "A girl in a yellow raincoat walks in the rain"
MATERIALS = ("rubber", "plastic", "cotton", "leather", "silk")
COLOR = "yellow"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A raincoat on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "raincoat", garment.pattern, skirted=True)
    oilskin = sewing.stuff(color, material)
    seed = seed_of(rng)
    surface = _body_of(fit, seed)
    sewing.shell(surface, oilskin, thickness=0.003, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.12)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[:, 2].min())
    sewing.add("hood", garment_hood.hood(ground, neck, seed, opening_rad=0.20), oilskin)
    strip = garment_parts.placket(ground, top - 0.002 * s, low + 0.004 * s, width=0.066, center=0.006)
    sewing.add("placket", strip, oilskin)
    sewing.add("flaps", [_flap(ground, side) for side in (1, -1)], oilskin)
    cuffs = [garment_parts.band(ground, end, 0.032, gap=0.001, thickness=0.002) for end in sleeve_ends(ground)]
    sewing.add("cuffs", cuffs, oilskin)
    heights = np.arange(top - 0.045 * s, fit.hip - 0.16 * s, -0.105 * s)
    places = Surface(fit, strip).face(np.full(len(heights), 0.006 * s), heights)
    snaps = sewing.metal((0.62, 0.62, 0.60), "snaps")
    sewing.add("snaps", garment_parts.buttons(ground, places, 0.0085, lift=0.005, flat=False), snaps)
    return sewing.piece()


def _flap(ground: Surface, side: int) -> Cloth:
    """The flap of a big pocket on the hip."""
    fit = ground.fit
    return garment_tailored.flap(ground, side, fit.hip + 0.052 * fit.scale, near=0.068, width=0.115, deep=0.056)


def _body_of(fit: Fit, seed: int) -> Cloth:
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=0.028,
        hem_z=fit.waist,
        sleeve=0.99,
        neck=0.040,
        neck_tilt=0.26,
        looseness=0.95,
        sleeve_ease=0.010,
        drape=11,
    )
    whole = garment_shell.skirt(
        fit, top, hem_z=fit.knee + 0.055 * s, ease=0.026, flare=0.055, flutes=0.016, seed=seed, cling=0.0
    )
    # Oilskin is stiff: few folds, wide and sharp.
    height = garment_folds.waves(fit, whole, 0.0065, seed=seed, wide=0.085, long=0.22)
    height += garment_folds.bends(fit, whole, 0.005, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, whole, 0.007, seed=seed)
    return garment_folds.displaced(fit, whole, height, gap=0.016)
