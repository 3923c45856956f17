"""A tracksuit: a zipped top with a standing collar, three pale stripes down each sleeve, and trousers of its cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("tracksuit",)
EXAMPLE = "A man in a red tracksuit runs in a park"
MATERIALS = ("cotton", "silk", "wool")
COLOR = "navy"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
WITH = (("sweatpants", ""), ("sneakers", "white"))
LAYER = 4


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """The top of a tracksuit on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "tracksuit", garment.pattern)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.017, hem=fit.hip - 0.020 * s, neck=0.040, tilt=0.28, sleeve=0.99, wide=0.007, loose=0.75, flare=0.0, flutes=0.0,
        follow=0.35, cling=0.30, folds=0.006,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.003, depth=0.03)
    sewing.hides(surface, margin=0.04, reach=0.10)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    rim = surface.points[neck]
    top, low = float(rim[np.argmin(rim[:, 1]), 2]), float(surface.points[hem, 2].max())
    order, _ = garment_parts.from_front(ground, neck, 0.08)
    up = np.array([0.0, 0.0, 1.0])
    p = surface.points[order]
    collar = garment_parts.slab_free(
        ground, np.array([p - up * 0.012 * s, p + up * 0.008 * s, p + up * 0.030 * s]), 0.004 * s
    )
    sewing.add("collar", collar, cloth)
    bands = [garment_parts.band(ground, e, 0.045, gap=0.001, thickness=0.003) for e in (hem, *sleeve_ends(ground))]
    sewing.add("bands", bands, sewing.stuff(color, "knit", "bands"))
    light = sum(color) > 1.2
    pale = sewing.stuff((0.03, 0.035, 0.06) if light else (0.72, 0.71, 0.68), material, "stripes")
    sewing.add("stripes", [_stripe(ground, side, k) for side in "lr" for k in (-1, 0, 1)], pale)
    teeth = garment_parts.panel(
        ground,
        lambda u, v: ((u - 0.5) * 0.012 * s, top + 0.026 * s + (low - top - 0.026 * s) * v),
        (26, 3),
        gap=0.003,
        thickness=0.002,
    )
    sewing.add("zip", teeth, sewing.metal((0.60, 0.60, 0.61), "zip"))
    return sewing.piece()


def _stripe(ground: Surface, side: str, number: int) -> Cloth:
    """One stripe down the upper outside of a sleeve."""
    fit, s = ground.fit, ground.fit.scale
    shoulder, elbow, wrist = (fit.head_of(f"{bone}_{side}") for bone in ("upperarm", "lowerarm", "hand"))
    t = np.linspace(0.10, 1.80, 34)
    line: F64 = np.where(
        (t < 1)[:, None], shoulder + (elbow - shoulder) * t[:, None], elbow + (wrist - elbow) * (t[:, None] - 1)
    )
    axis = np.gradient(line, axis=0)
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    out = np.array([0.5 * np.sign(shoulder[0]), 0.0, 0.85])
    out = out - axis * (axis @ out)[:, None]
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    across = np.cross(axis, out)
    grid = np.array([line + out * 0.062 * s + across * (0.017 * number + w) * s for w in (-0.0048, 0.0, 0.0048)])
    flat = ground.lifted(grid.reshape(-1, 3), 0.0018 * s)
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0014 * s)
