"""A Siberian husky: gray and white, a mask round blue eyes, the tail curled over the back."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog, wolf
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("husky",)
EXAMPLE = "A husky in a snowy forest"
COLOR = "#4a4a4d"
HOME = ("snow_valley", "park", "meadow")

FORM = wolf.FORM._replace(
    height_m=0.58,
    neck=((0.28, 0.82, 0.14, 0.20), (0.44, 0.95, 0.13, 0.175), (0.56, 1.08, 0.125, 0.15)),
    poll=(0.55, 1.11),
    head=0.46,
    eye=wolf.FORM.eye._replace(iris=(0.20, 0.42, 0.72), radius=0.050, pupil=(0.34, 0.34), open=0.72),
    ear=wolf.POINTED._replace(
        path=((0.16, 0.165, 0.19), (0.15, 0.195, 0.31), (0.135, 0.22, 0.42), (0.13, 0.225, 0.49)),
        half=(0.115, 0.115, 0.075, 0.014),
    ),
    tail=wolf.FORM.tail._replace(
        rows=((-0.50, 0.88, 0.055), (-0.62, 1.00, 0.075), (-0.60, 1.17, 0.085), (-0.46, 1.24, 0.075), (-0.34, 1.17, 0.02))
    ),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = 0.012 * at.cloud(14.0, 4)
    face = at.head * (1 - at.ear)
    muzzle = face * step(at.u + n, 0.56, 0.62)
    cheeks = face * step(at.hz + n, 0.055, 0.015)
    spot = face * np.exp(
        -(((at.u - 0.44) / 0.05) ** 2 + ((at.hx - 0.085) / 0.045) ** 2 + ((at.hz - 0.185) / 0.05) ** 2)
    )
    bridge = face * step(at.hx, 0.05, 0.035) * step(at.hz, 0.02, 0.05)
    under = np.maximum(at.under * (at.trunk + at.neck), at.trunk * step(at.z + 2 * n, 0.66, 0.58))
    chest = (at.neck + at.trunk) * at.ahead * step(at.z, 1.05, 0.95)
    pale = np.maximum.reduce(
        [np.maximum(muzzle, np.maximum(cheeks, spot)) * (1 - 0.9 * bridge), under, chest, at.leg * step(at.z + n, 0.62, 0.5), at.foot,
         at.tail * at.under, 0.6 * at.inner]
    )  # fmt: skip
    lip = face * np.exp(-(((at.hz + 0.075) / 0.010) ** 2)) * step(at.u, 0.54, 0.62)
    return {
        "deep": 0.6 * at.back * at.trunk + 0.8 * bridge,
        "pale": pale,
        "dark": np.maximum(0.8 * lip, 0.5 * at.ear * (1 - at.inner)),
    }


BREED = Breed(
    FORM, _masks, (("deep", 0.35), ("pale", (0.80, 0.80, 0.79)), ("dark", (0.012, 0.012, 0.013))), (COLOR, "#5c554e"),
    Fur(0.070, 0.0013, 30000, wolf.longer), lids=(0.012, 0.010, 0.009), wag=0.25,
)  # fmt: skip
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
