"""A Labrador: a broad head, hanging ears, a short coat in yellow, black or chocolate, a tail like an otter's."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("labrador",)
EXAMPLE = "A Labrador on a beach"
COLOR = "#cfae7a"
HOME = ("beach", "park", "meadow")

FORM = dog.FORM._replace(
    torso=tuple((y, top, bottom - 0.015, 1.08 * half) for y, top, bottom, half in dog.FORM.torso),
    head=0.49,
    skull=tuple((u, top, bottom, 1.07 * half) for u, top, bottom, half in dog.FORM.skull),
    fore=dog.FORM.fore._replace(girth=stout(PAWED_FORE, 1.05, 1.12)),
    hind=dog.FORM.hind._replace(girth=stout(PAWED_HIND, 1.05, 1.12)),
    tail=dog.FORM.tail._replace(
        rows=((-0.50, 0.86, 0.06), (-0.64, 0.82, 0.058), (-0.78, 0.83, 0.05), (-0.92, 0.88, 0.04), (-1.02, 0.94, 0.012))
    ),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    lip = at.head * np.exp(-(((at.hz + 0.135) / 0.018) ** 2)) * step(at.u, 0.42, 0.55) * (1 - at.ear)
    return {
        "pale": 0.4 * at.under * (at.trunk + at.neck),
        "deep": 0.45 * at.ear * (1 - at.inner) + 0.2 * at.back * at.trunk,
        "dark": lip,
    }


BREED = Breed(
    FORM, _masks, (("pale", 1.35), ("deep", 0.62), ("dark", (0.010, 0.008, 0.007))), (COLOR, "#17130f", "#4a2c19"),
    Fur(0.026, 0.0012, 26000), wag=0.4,
)  # fmt: skip
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
