"""A red panda: rust-red, black below, a white face with tear marks, a thick ringed tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import raccoon
from filmwright.content.animals._anatomy.breed import Breed, whiskered
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("red panda", "lesser panda")
EXAMPLE = "A red panda in a bamboo forest"
COLOR = "#9c4a1e"
HOME = ("bamboo_forest", "snow_valley", "meadow")

FORM = raccoon.FORM._replace(
    height_m=0.30,
    skull=(
        (-0.10, 0.13, -0.16, 0.18), (0.04, 0.29, -0.27, 0.35), (0.20, 0.34, -0.31, 0.43), (0.36, 0.32, -0.32, 0.42),
        (0.52, 0.24, -0.30, 0.33), (0.63, 0.14, -0.27, 0.23), (0.75, 0.06, -0.245, 0.175), (0.86, 0.03, -0.215, 0.13),
        (0.93, 0.01, -0.16, 0.09), (0.97, -0.03, -0.10, 0.04),
    ),
    lumps=((0.30, 0.30, -0.13, 0.17, 0.16, 0.14),),
    ear=raccoon.FORM.ear._replace(
        path=((0.20, 0.27, 0.19), (0.19, 0.37, 0.32), (0.185, 0.44, 0.44), (0.185, 0.475, 0.53)), half=(0.15, 0.165, 0.125, 0.015)
    ),
    eye=raccoon.FORM.eye._replace(u=0.60, x=0.165),
    tail=raccoon.FORM.tail._replace(
        rows=((-0.62, 0.74, 0.085), (-0.84, 0.62, 0.125), (-1.06, 0.54, 0.135), (-1.28, 0.52, 0.125), (-1.46, 0.56, 0.05))
    ),
    nose=(0.935, -0.025, 0.055),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = 0.012 * at.cloud(18.0, 4)
    face = at.head * (1 - at.ear)
    brow = (
        face
        * step(
            np.hypot(
                (at.u - 0.47) / 0.10,
                (at.hz - 0.19) / 0.06,
            )
            + 3.0 * np.maximum(at.hx - 0.20, 0),
            1.1,
            0.85,
        )
        * step(at.hx, 0.05, 0.09)
    )
    cheek = face * step(np.hypot((at.u - 0.42) / 0.20, (at.hz + 0.09) / 0.13), 1.1, 0.8) * step(at.hx, 0.18, 0.24)
    muzzle = face * step(at.u + n, 0.66, 0.74)
    tear = (
        face
        * np.exp(-(((at.hx - 0.19 - 0.25 * (0.05 - at.hz)) / 0.035) ** 2))
        * step(at.hz, 0.03, -0.02)
        * step(at.u, 0.45, 0.55)
    )
    rings = step(np.sin(2 * np.pi * (5.6 * at.along + 0.2)), -0.2, 0.3) * at.tail
    backs = at.ear * step(at.hz, 0.36, 0.30) * (1 - at.inner)
    return {
        "deep": np.maximum(0.75 * rings, 0.8 * tear),
        "pale": np.maximum.reduce(
            [brow, cheek * (1 - tear), muzzle, at.ear * np.maximum(0.9 * at.inner, step(at.hz, 0.42, 0.50))]
        ),
        "dark": np.maximum.reduce(
            [at.leg * step(at.z + n, 0.62, 0.50), at.under * (at.trunk + 0.8 * at.neck), at.foot, 0.6 * backs]
        ),
    }


BREED = Breed(
    FORM, _masks, (("deep", 0.30), ("pale", (0.80, 0.76, 0.70)), ("dark", (0.014, 0.011, 0.010))), (COLOR,),
    Fur(0.085, 0.0019, 28000, lambda at: 0.85 + 0.5 * at.tail + 0.4 * at.head * step(at.hx, 0.2, 0.3) * (1 - at.ear)),
    lids=(0.02, 0.012, 0.009), patches=16.0, more=whiskered(0.86, 0.10, -0.12), nibbles=True,
)  # fmt: skip
SPEEDS = raccoon.SPEEDS
ACTIONS = raccoon.ACTIONS
HANDLES = raccoon.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
