"""A river otter: a long sleek brown body on short legs, a flat broad head with whiskers, a thick tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed, whiskered
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("otter",)
EXAMPLE = "An otter by a river"
COLOR = "#53371f"
HOME = ("river", "lake", "beach", "meadow")

FORM = Form(
    height_m=0.30,
    torso=(
        (-1.02, 0.50, 0.32, 0.06), (-0.94, 0.62, 0.26, 0.14), (-0.80, 0.75, 0.20, 0.185), (-0.58, 0.82, 0.17, 0.20),
        (-0.30, 0.82, 0.17, 0.20), (0.0, 0.78, 0.20, 0.195), (0.22, 0.76, 0.24, 0.185), (0.38, 0.74, 0.29, 0.165),
        (0.48, 0.71, 0.36, 0.13), (0.54, 0.66, 0.46, 0.05),
    ),
    neck=((0.32, 0.58, 0.16, 0.19), (0.47, 0.68, 0.15, 0.165), (0.60, 0.78, 0.145, 0.15)),
    poll=(0.58, 0.80),
    head=0.48,
    pitch_deg=-10.0,
    skull=(
        (-0.12, 0.12, -0.16, 0.18), (0.04, 0.23, -0.25, 0.31), (0.22, 0.255, -0.28, 0.37), (0.40, 0.235, -0.28, 0.35),
        (0.54, 0.18, -0.27, 0.30), (0.68, 0.11, -0.26, 0.25), (0.82, 0.07, -0.25, 0.215), (0.92, 0.035, -0.21, 0.165),
        (0.98, -0.02, -0.13, 0.08),
    ),
    lumps=((0.84, 0.12, -0.13, 0.11, 0.11, 0.10),),
    eye=Eye(0.60, 0.20, 0.085, 0.045, 0.62, (0.02, 0.012, 0.008), (0.7, 0.7), 0.88),
    ear=Ear(
        path=((0.22, 0.31, 0.12), (0.21, 0.36, 0.16), (0.20, 0.39, 0.20), (0.20, 0.40, 0.23)),
        half=(0.06, 0.075, 0.06, 0.015), hollow=(1.0, 0.3, 0.0), cup=0.4, thick=0.04,
    ),
    fore=Limb(
        ((0.26, 0.60), (0.36, 0.42), (0.26, 0.31), (0.30, 0.14), (0.31, 0.055), (0.40, 0.02)), stout(PAWED_FORE, 1.0, 1.15), 0.13, 0.15
    ),
    hind=Limb(
        ((-0.80, 0.56), (-0.68, 0.34), (-0.86, 0.16), (-0.83, 0.055), (-0.73, 0.02)), stout(PAWED_HIND, 1.1, 1.2), 0.13, 0.16
    ),
    tail=Tail(((-0.98, 0.46, 0.13), (-1.20, 0.32, 0.11), (-1.42, 0.20, 0.085), (-1.64, 0.12, 0.06), (-1.84, 0.09, 0.015))),
    foot="paw",
    foot_size=(0.20, 0.15),
    nose=(0.955, -0.015, 0.075),
    view_rad=0.95,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    throat = np.maximum(
        face * step(at.hz, -0.06, -0.14), at.neck * np.maximum(at.under, 0.9 * at.ahead * step(at.z, 0.86, 0.72))
    )
    return {
        "pale": np.maximum(0.85 * throat, 0.45 * at.under * at.trunk),
        "deep": 0.35 * at.back * at.trunk + 0.4 * at.shin,
    }


BREED = Breed(
    FORM, _masks, (("deep", 0.55), ("pale", (0.46, 0.38, 0.29))), (COLOR, "#4a3120"),
    Fur(0.030, 0.0015, 28000), lids=0.4, patches=14.0, more=whiskered(0.86, 0.16, -0.16), nibbles=True, wag=0.06,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.22, run=gait.BOUND).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
