"""A German shepherd: tan with a black saddle and mask, ears up, the back sloping."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog, wolf
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("german shepherd",)
EXAMPLE = "A German shepherd in a park"
COLOR = "#a06a35"
HOME = dog.HOME

FORM = wolf.FORM._replace(
    height_m=0.64,
    torso=tuple((y, top - 0.10 * max(0.0, 0.25 - y), bottom, half) for y, top, bottom, half in dog.FORM.torso),
    neck=((0.28, 0.82, 0.115, 0.18), (0.44, 0.97, 0.105, 0.155), (0.55, 1.12, 0.10, 0.13)),
    poll=(0.54, 1.16),
    head=0.46,
    pitch_deg=-12.0,
    eye=wolf.FORM.eye._replace(iris=(0.10, 0.040, 0.012), radius=0.046, pupil=(0.55, 0.55)),
    ear=wolf.POINTED._replace(
        path=((0.16, 0.155, 0.18), (0.15, 0.185, 0.34), (0.135, 0.21, 0.50), (0.13, 0.22, 0.60)),
        half=(0.125, 0.125, 0.078, 0.014),
    ),
    hind=dog.FORM.hind._replace(joints=((-0.38, 0.76), (-0.26, 0.48), (-0.58, 0.24), (-0.52, 0.07), (-0.43, 0.03))),
    fore=dog.FORM.fore,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = 0.03 * at.cloud(9.0, 4)
    face = at.head * (1 - at.ear)
    saddle = at.trunk * step(at.z + n, 0.60, 0.70) * step(at.y, 0.46, 0.34) + 0.85 * at.neck * step(
        at.z + 0.8 * at.ahead + n, 0.92, 1.02
    )
    muzzle = 0.85 * face * step(at.u + 0.4 * at.hz, 0.56, 0.80)
    brow = face * step(at.hz, 0.09, 0.17) * step(at.u, 0.5, 0.40) * 0.55
    dark = np.maximum.reduce(
        [saddle, muzzle, brow, 0.75 * at.ear * (1 - at.inner), at.tail * step(at.z, 0.45, 0.65) * at.back]
    )
    pale = np.maximum(0.5 * at.under * (at.trunk + at.neck), 0.35 * at.shin)
    return {"pale": pale, "dark": dark}


def _longer(at: Where) -> F64:
    return np.asarray(0.8 + 0.5 * at.neck + 0.5 * at.tail + 0.6 * at.rear * at.leg * (1 - at.foot))


BREED = Breed(
    FORM, _masks, (("pale", 1.55), ("dark", (0.014, 0.012, 0.011))), (COLOR, "#8d5a2c"),
    Fur(0.050, 0.0012, 28000, _longer),
    lids=(0.012, 0.010, 0.009), wag=0.2,
)  # fmt: skip
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
