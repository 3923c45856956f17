"""A puffer jacket: stuffed with down, quilted in even rolls round body and arms, a standing collar, a zip."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import refine
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.scene.noise import value
from filmwright.spec.shot import Garment

WORDS = ("puffer jacket", "down jacket")
EXAMPLE = "A boy in a blue puffer jacket and a red beanie walks through the snow"
MATERIALS = ("silk", "cotton", "leather", "plastic")
COLOR = "navy"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
LAYER = 5

ROLL_M = 0.072  # height of a roll between two seams at scale 1; chosen
PUFF_M = 0.017  # how far it swells; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A puffer jacket on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "puffer_jacket", garment.pattern)
    shell = sewing.stuff(color, material)
    surface = _body_of(fit, seed_of(rng))
    sewing.shell(surface, shell, thickness=0.008, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.12)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    top, low = float(surface.points[neck, 2].min()), float(surface.points[hem, 2].max())
    sewing.add("collar", _collar(ground, neck), shell)
    bands = [
        garment_parts.band(ground, loop, 0.030, gap=0.001, thickness=0.003) for loop in (hem, *sleeve_ends(ground))
    ]
    sewing.add("bands", bands, sewing.stuff(toned(color, 0.7), material, "bands"))
    strip = garment_parts.placket(ground, top - 0.002 * s, low, width=0.030)
    sewing.add("placket", strip, shell)
    teeth = garment_parts.panel(
        Surface(fit, strip),
        lambda u, v: ((u - 0.5) * 0.009 * s, top + (low - top) * v - 0.004 * s),
        (24, 3),
        gap=0.001,
        thickness=0.002,
    )
    sewing.add("zip", teeth, sewing.metal((0.30, 0.30, 0.31), "zip"))
    return sewing.piece()


def _body_of(fit: Fit, seed: int) -> Cloth:
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=0.024,
        hem_z=fit.waist,
        sleeve=0.98,
        neck=0.046,
        neck_tilt=0.26,
        looseness=0.85,
        sleeve_ease=0.010,
        drape=12,
    )
    surface = garment_shell.skirt(
        fit, top, hem_z=fit.hip - 0.01 * s, ease=0.020, flare=0.0, seed=seed, follow=0.35, cling=0.20, row_m=0.016
    )
    surface = refine(surface)
    return garment_folds.displaced(fit, surface, _rolls(fit, surface, seed), gap=0.012)


def _rolls(fit: Fit, cloth: Cloth, seed: int) -> F64:
    """How far the down swells (n,), metres: in rolls with a seam between each two, puckered by the thread."""
    s, p = fit.scale, cloth.points
    along = p[:, 2] / s
    for side in "lr":
        shoulder, wrist = fit.head_of(f"upperarm_{side}"), fit.head_of(f"hand_{side}")
        axis = (wrist - shoulder) / np.linalg.norm(wrist - shoulder)
        mine = ~garment_shell.trunk_mask(fit, cloth) & side_of(p, side)
        along = np.where(mine, ((p - shoulder) @ axis) / s + 0.5 * ROLL_M, along)
    swell = np.sqrt(np.abs(np.sin(np.pi * along / ROLL_M)))
    middle = fit.trunk.middle(p[:, 2])
    turn = np.arctan2(p[:, 1] - middle[:, 1], p[:, 0] - middle[:, 0])
    pucker = value(8 * np.cos(turn) + 11.0, 8 * np.sin(turn) + along / 0.035, seed) - 0.5
    return np.asarray(s * (PUFF_M * (swell - 0.35) + 0.007 * pucker * swell))


def _collar(ground: Surface, neck: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Cloth:
    """A stuffed collar that stands up round the neck, in two rolls."""
    s = ground.fit.scale
    order, _ = garment_parts.from_front(ground, neck, 0.10)
    p = ground.cloth.points[order]
    center = p.mean(0)
    out = p - center
    out[:, 2] = 0
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    profile = ((-0.012, 0.004), (0.000, 0.010), (0.014, 0.012), (0.024, 0.004), (0.036, 0.012), (0.050, 0.009), (0.056, 0.000),
               (0.050, -0.008), (0.020, -0.010), (-0.006, -0.010))  # fmt: skip
    rows = [p + np.array([0.0, 0.0, up * s]) + out * away * s for up, away in profile]
    return garment_parts.slab_free(ground, np.array(rows), 0.003 * s)
