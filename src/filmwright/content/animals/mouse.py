"""A mouse: large round ears, bright eyes, a pointed nose, a long bare tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import rabbit
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed, whiskered
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import Ear, Eye, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("mouse",)
EXAMPLE = "A mouse in a garden"
COLOR = "#85725e"
HOME = ("garden", "meadow", "park")

FORM = rabbit.FORM._replace(
    height_m=0.055,
    torso=(
        (-0.74, 0.40, 0.22, 0.05), (-0.68, 0.62, 0.12, 0.20), (-0.55, 0.84, 0.08, 0.29), (-0.38, 0.94, 0.08, 0.315),
        (-0.18, 0.93, 0.11, 0.30), (0.0, 0.86, 0.14, 0.265), (0.20, 0.79, 0.18, 0.225), (0.36, 0.74, 0.22, 0.19),
        (0.48, 0.68, 0.30, 0.14), (0.55, 0.60, 0.40, 0.05),
    ),
    neck=((0.32, 0.50, 0.18, 0.21), (0.44, 0.58, 0.175, 0.19), (0.54, 0.64, 0.17, 0.18)),
    poll=(0.54, 0.66),
    head=0.70,
    pitch_deg=-15.0,
    skull=(
        (-0.08, 0.10, -0.15, 0.15), (0.05, 0.25, -0.24, 0.26), (0.20, 0.29, -0.28, 0.30), (0.38, 0.26, -0.29, 0.28),
        (0.55, 0.18, -0.26, 0.215), (0.72, 0.09, -0.215, 0.145), (0.86, 0.03, -0.17, 0.09), (0.95, -0.01, -0.125, 0.055),
        (1.0, -0.05, -0.09, 0.025),
    ),
    lumps=((0.36, 0.19, -0.12, 0.15, 0.10, 0.12),),
    eye=Eye(0.56, 0.185, 0.055, 0.075, 0.50, (0.008, 0.006, 0.006), (0.9, 0.9), 0.96),
    ear=Ear(
        path=((0.18, 0.20, 0.18), (0.13, 0.30, 0.36), (0.10, 0.37, 0.52), (0.09, 0.40, 0.63)),
        half=(0.12, 0.215, 0.20, 0.03), hollow=(0.95, 0.30, 0.1), cup=0.35, thick=0.022,
    ),
    hind=rabbit.FORM.hind._replace(girth=stout(rabbit.FORM.hind.girth, 0.85, 0.8)),
    tail=Tail(((-0.70, 0.22, 0.06), (-0.98, 0.10, 0.045), (-1.30, 0.08, 0.036), (-1.62, 0.14, 0.028), (-1.92, 0.24, 0.010))),
    foot_size=(0.20, 0.11),
    nose=(0.975, -0.05, 0.036),
    view_rad=0.95,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    bare = np.maximum.reduce([0.9 * at.inner, at.tail * step(at.along, 0.0, 0.12), at.foot, 0.5 * at.ear])
    return {"pale": np.maximum(at.under * (at.trunk + at.neck), face * step(at.hz, -0.16, -0.24)), "pink": bare}


BREED = Breed(
    FORM, _masks, (("pale", (0.78, 0.73, 0.66)), ("pink", (0.62, 0.36, 0.31))), (COLOR, "#8c8680"),
    Fur(0.075, 0.0026, 24000, lambda at: (1 - 0.97 * at.tail) * (1 - 0.8 * at.ear), 0.45),
    nose=(0.50, 0.22, 0.20), lids=0.5, patches=60.0, more=whiskered(0.90, 0.05, -0.08), nibbles=True, wag=0.05,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.12, run=gait.BOUND).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
