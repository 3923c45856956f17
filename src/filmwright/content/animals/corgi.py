"""A Pembroke corgi: a fox's face with large ears, a long body on very short legs, red and white."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog, wolf
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, shortened, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("corgi",)
EXAMPLE = "A happy corgi plays in a park"
COLOR = "#c47a35"
HOME = dog.HOME

FORM = shortened(
    wolf.FORM._replace(
        height_m=0.43,
        torso=tuple((1.06 * y, top, bottom - 0.02, 1.14 * half) for y, top, bottom, half in dog.FORM.torso),
        neck=((0.28, 0.82, 0.14, 0.20), (0.43, 0.96, 0.125, 0.17), (0.54, 1.10, 0.12, 0.145)),
        poll=(0.53, 1.12),
        head=0.50,
        pitch_deg=-9.0,
        skull=(
            (-0.12, 0.08, -0.12, 0.12), (0.0, 0.22, -0.20, 0.27), (0.14, 0.28, -0.24, 0.335), (0.28, 0.275, -0.24, 0.335),
            (0.40, 0.235, -0.23, 0.28), (0.50, 0.165, -0.21, 0.205), (0.59, 0.105, -0.185, 0.150), (0.72, 0.080, -0.165, 0.118),
            (0.86, 0.072, -0.15, 0.10), (0.95, 0.055, -0.11, 0.078), (1.0, 0.02, -0.06, 0.04),
        ),
        jaw=(
            (-0.06, 0.02, -0.09, 0.10), (0.05, 0.03, -0.12, 0.14), (0.25, 0.01, -0.10, 0.12), (0.45, 0.0, -0.075, 0.095),
            (0.56, 0.0, -0.06, 0.075), (0.63, -0.005, -0.04, 0.05), (0.65, -0.02, -0.03, 0.02),
        ),
        jaw_deg=12.0,
        lumps=((0.26, 0.22, -0.11, 0.16, 0.12, 0.13), (0.83, 0.06, -0.055, 0.12, 0.06, 0.08)),
        eye=Eye(0.50, 0.150, 0.095, 0.058, 0.82, (0.07, 0.028, 0.010), (0.62, 0.62), 0.84),
        ear=Ear(
            path=((0.18, 0.19, 0.19), (0.165, 0.25, 0.38), (0.15, 0.30, 0.56), (0.145, 0.325, 0.68)),
            half=(0.165, 0.165, 0.105, 0.016), hollow=(1.0, 0.35, 0.0), cup=0.40, thick=0.036,
        ),
        fore=dog.FORM.fore._replace(girth=stout(PAWED_FORE, 1.08, 1.38), top_x=0.11),
        hind=dog.FORM.hind._replace(girth=stout(PAWED_HIND, 1.08, 1.38)),
        tail=dog.FORM.tail._replace(
            rows=((-0.56, 0.86, 0.06), (-0.61, 0.89, 0.058), (-0.65, 0.92, 0.05), (-0.68, 0.945, 0.035), (-0.70, 0.96, 0.015))
        ),
        foot_size=(0.175, 0.145),
        nose=(0.965, 0.018, 0.060),
    ),
    0.30,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = 0.012 * at.cloud(16.0, 4)
    face = at.head * (1 - at.ear)
    blaze = face * step(at.hx + n, 0.075, 0.045) * step(at.hz, 0.0, 0.05) * step(at.u, 0.05, 0.2)
    muzzle = face * step(at.u + n, 0.60, 0.70)
    cheek = face * step(at.hz + n, -0.08, -0.14)
    bib = (at.neck + at.trunk) * np.maximum(at.ahead * step(at.z + n, 0.90, 0.82), at.under)
    ring = at.neck * step(at.y + n, 0.36, 0.42) * step(at.y + n, 0.56, 0.50) * step(at.z, 0.98, 0.86)
    legs = at.leg * step(at.z + n, 0.34, 0.26)
    rump = at.rear * step(at.z, 0.62, 0.50) * at.trunk * 0.7
    lip = face * np.exp(-(((at.hz + 0.115) / 0.016) ** 2)) * step(at.u, 0.44, 0.54)
    return {
        "pale": np.maximum.reduce([blaze, muzzle, cheek, bib, ring, legs, at.foot, rump]),
        "pink": 0.7 * at.inner,
        "dark": 0.9 * lip,
    }


def _longer(at: Where) -> F64:
    return np.asarray(
        0.8 + 0.7 * at.neck + 0.5 * at.rear * (at.trunk + at.leg) * step(at.z, 0.3, 0.5) + 0.4 * at.under * at.trunk
    )


BREED = Breed(
    FORM, _masks, (("pale", (0.80, 0.77, 0.72)), ("pink", (0.50, 0.28, 0.22)), ("dark", (0.010, 0.008, 0.007))), (COLOR, "#b9702f"),
    Fur(0.060, 0.0015, 30000, _longer), wag=0.45,
)  # fmt: skip
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
