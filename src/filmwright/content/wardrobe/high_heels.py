"""High-heeled shoes: cut low, pointed, on a block heel. (Feet stay flat at rest, so the heel is a low one.)"""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_feet
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.spec.shot import Garment

WORDS = ("high heels", "heels", "pumps")
EXAMPLE = "A woman in a black dress and red high heels stands in a museum"
MATERIALS = ("leather", "lacquer", "silk", "cotton")
COLOR = "black"
COVERS = ("feet",)
LAYER = 1
STIFF = True

SOLE_M = 0.034


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of high heels on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "high_heels")
    skin = sewing.stuff(color, material)
    shoe = low_cut(fit)
    sewing.shell(shoe, skin, thickness=0.0025, depth=0.012)
    sewing.hides(shoe, margin=0.006, reach=0.04)
    dark = sewing.stuff(toned(color, 0.6), "leather", "soles")
    soles = [
        garment_feet.sole(fit, garment_feet.outline(fit, shoe, side), side, thickness=SOLE_M, heel=0.16, welt=0.001)
        for side in "lr"
    ]
    sewing.add("soles", soles, dark, sharp_angle_rad=0.7)
    return sewing.piece(sole_m=SOLE_M * s)


def low_cut(fit: Fit, *, ease: float = 0.0055, toe: float = 0.022) -> Cloth:
    """The upper: closed over the toes and round the heel, cut low between them, its toe pointed."""
    s = fit.scale
    whole = garment_feet.upper(fit, ease=ease, top_z=fit.ankle - 0.004 * s, toe=toe)
    p = whole.points.copy()
    rim = np.full(len(p), np.inf)
    for side in "lr":
        mine = side_of(p, side)
        heel, ball = fit.head_of(f"foot_{side}"), fit.head_of(f"ball_{side}")
        ahead = np.clip((ball[1] - 0.010 * s - p[:, 1]) / (0.10 * s), 0, 1)
        p[:, 0] = np.where(mine, ball[0] + (p[:, 0] - ball[0]) * (1 - 0.30 * ahead**1.5), p[:, 0])
        t = (heel[1] - p[:, 1]) / (heel[1] - ball[1])  # 0 at the ankle, 1 at the ball
        low = 0.030 + 0.030 * np.clip(-t * 1.6, 0, 1)
        rim = np.where(mine, np.where(t > 1.02, 0.2, low) * s, rim)
    return cut(whole._replace(points=p), p[:, 2] - rim)
