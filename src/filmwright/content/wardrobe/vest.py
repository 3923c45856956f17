"""A vest without sleeves, cut in a V and buttoned, with points in front and welted pockets, over a shirt."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_cut import cut, loops
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("vest", "waistcoat")
EXAMPLE = "An old man in a white shirt and a brown vest sits in a library"
MATERIALS = ("wool", "cotton", "knit", "leather", "denim", "silk", "felt")
COLOR = "dark_gray"
PATTERNS = _pattern.NAMES
COVERS = ()
WITH = (("shirt", "white"),)
LAYER = 4


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A vest on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "vest", garment.pattern, stripes="pin")
    cloth = sewing.stuff(color, material)
    front = garment_tailored.Front(
        apex=fit.waist + 0.105 * s,
        gorge=fit.neck - 0.02 * s,
        half=0.062 * s,
        away=fit.waist - 0.050 * s,
        spread=0.030 * s,
    )
    low = fit.waist - 0.095 * s
    surface = garment_tailored.opened(fit, _body_of(fit, low, seed_of(rng)), front, low)
    sewing.shell(surface, cloth, thickness=0.003, depth=0.012)
    sewing.hides(surface, margin=0.04, reach=0.09)
    ground = Surface(fit, surface)
    holes = [
        loop
        for loop in loops(surface.faces)
        if np.abs(surface.points[loop, 0].mean()) > 0.05 * s and surface.points[loop, 2].mean() > fit.waist
    ]
    edges = [garment_parts.band(ground, hole, 0.009, gap=0.0006, thickness=0.0015, rows=4) for hole in holes]
    sewing.add("edges", edges, cloth)
    sewing.add("overlap", garment_tailored.overlap(ground, front.apex + 0.002 * s, front.away, reach=0.035), cloth)
    pockets = [
        garment_tailored.welt(ground, side, fit.waist + dz * s, near=near, width=0.075, deep=0.016)
        for side in (1, -1)
        for dz, near in ((-0.012, 0.050), (0.115, 0.062))
    ]
    sewing.add("pockets", pockets, cloth)
    heights = np.linspace(front.apex - 0.012 * s, front.away + 0.012 * s, 5)
    places = ground.face(np.full(5, 0.003 * s), heights)
    buttons = sewing.stuff(garment_tailored.horn(color), "rubber", "buttons")
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0075, lift=0.008), buttons)
    return sewing.piece()


def _body_of(fit: Fit, low_z: float, seed: int) -> Cloth:
    """Front and back down to below the waist, open at the shoulders."""
    s = fit.scale
    top = garment_shell.bodice(
        fit, ease=0.017, hem_z=fit.waist - 0.01 * s, sleeve=-1.0, neck=-0.004, neck_tilt=0.30, looseness=0.30, drape=8
    )
    # The armholes: what lies out on the shoulders is cut away in an upright plane that leans in below.
    for side, sign in (("l", 1.0), ("r", -1.0)):
        joint = fit.head_of(f"upperarm_{side}")
        out = sign * top.points[:, 0] - (np.abs(joint[0]) - 0.020 * s)
        dip = np.clip((joint[2] - 0.105 * s - top.points[:, 2]) / (0.03 * s), 0, 3) * 0.05 * s
        top = cut(top, out - dip, (sign * top.points[:, 0] > 0.06 * s) & (top.points[:, 2] > joint[2] - 0.16 * s))
    surface = garment_shell.skirt(
        fit, top, hem_z=low_z, ease=0.014, flare=0.0, seed=seed, follow=0.2, cling=0.15, row_m=0.016
    )
    height = garment_folds.waves(fit, surface, 0.002, seed=seed, wide=0.08, long=0.2)
    return garment_folds.displaced(fit, surface, height, gap=0.010)
