"""A red squirrel: a bushy tail carried over its back, tufted ears, a white belly."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import rabbit
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed, whiskered
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, Ear, Eye, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("squirrel",)
EXAMPLE = "A squirrel in a park"
COLOR = "#9a5526"
HOME = ("park", "snow_valley", "garden", "meadow")

FORM = rabbit.FORM._replace(
    height_m=0.135,
    torso=(
        (-0.80, 0.44, 0.24, 0.05), (-0.74, 0.62, 0.13, 0.17), (-0.60, 0.82, 0.09, 0.235), (-0.42, 0.93, 0.10, 0.25),
        (-0.20, 0.93, 0.15, 0.235), (0.0, 0.88, 0.20, 0.21), (0.20, 0.85, 0.24, 0.19), (0.36, 0.83, 0.28, 0.165),
        (0.48, 0.76, 0.34, 0.12), (0.54, 0.66, 0.44, 0.04),
    ),
    poll=(0.52, 0.98),
    head=0.60,
    skull=(
        (-0.08, 0.10, -0.15, 0.15), (0.05, 0.26, -0.26, 0.27), (0.20, 0.31, -0.32, 0.31), (0.38, 0.29, -0.34, 0.30),
        (0.55, 0.22, -0.32, 0.24), (0.70, 0.13, -0.28, 0.175), (0.84, 0.06, -0.25, 0.13), (0.93, 0.0, -0.20, 0.09),
        (0.98, -0.06, -0.13, 0.04),
    ),
    lumps=((0.42, 0.20, -0.17, 0.17, 0.12, 0.14), (0.86, 0.05, -0.13, 0.09, 0.06, 0.07)),
    eye=Eye(0.53, 0.22, 0.07, 0.092, 0.45, (0.02, 0.010, 0.006), (0.8, 0.8), 0.92),
    ear=Ear(
        path=((0.16, 0.15, 0.22), (0.13, 0.19, 0.38), (0.10, 0.215, 0.52), (0.08, 0.225, 0.70)),
        half=(0.085, 0.10, 0.075, 0.008), hollow=(0.9, 0.45, 0.1), cup=0.45, thick=0.03,
    ),
    fore=Limb(
        ((0.24, 0.72), (0.40, 0.50), (0.28, 0.33), (0.37, 0.15), (0.39, 0.05), (0.48, 0.02)), stout(PAWED_FORE, 0.85, 0.85), 0.10, 0.105
    ),
    tail=Tail(((-0.76, 0.40, 0.10), (-1.02, 0.52, 0.21), (-1.10, 0.86, 0.27), (-1.00, 1.20, 0.28), (-1.10, 1.50, 0.20),
    (-1.28, 1.56, 0.06))),
    foot_size=(0.22, 0.12),
    nose=(0.945, -0.06, 0.045),
    view_rad=1.05,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    ring = face * np.exp(-((np.hypot(at.u - 0.53, at.hz - 0.07) - 0.115) ** 2) / 0.0007)
    belly = np.maximum(at.under * at.trunk, at.ahead * (at.trunk + at.neck) * step(at.z, 0.86, 0.74))
    return {
        "deep": np.maximum(0.4 * at.back * at.trunk, 0.35 * at.tail * step(at.along, 0.2, 0.6)),
        "pale": np.maximum.reduce([0.8 * ring, belly, face * step(at.hz, -0.18, -0.26)]),
    }


BREED = Breed(
    FORM, _masks, (("deep", 0.5), ("pale", (0.82, 0.78, 0.72))), (COLOR, "#8a4a22"),
    Fur(0.075, 0.0022, 28000, lambda at: 0.7 + 1.9 * at.tail + 0.8 * at.ear * step(at.hz, 0.45, 0.6), 0.45),
    lids=0.5, patches=30.0, more=whiskered(0.86, 0.07, -0.12), nibbles=True, wag=0.05,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.25, run=gait.BOUND).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
