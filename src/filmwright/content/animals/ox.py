"""An ox: brown all over, heavy in the shoulders, with long horns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import cow
from filmwright.content.animals._anatomy import deeds, features, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Form, stout
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64

WORDS = ("ox", "oxen", "bullock")
EXAMPLE = "An ox in a field"
COLOR = "#4a2f1a"
HOME = ("farm", "meadow", "field")

FORM: Form = cow.FORM._replace(
    height_m=1.55,
    torso=tuple((y, top + 0.05 * max(0.0, y) / 0.3 * (0.0 if y > 0.45 else 1.0), bottom, 1.05 * half)
    for y, top, bottom, half in cow.FORM.torso),
    neck=tuple((y, z, 1.25 * wide, 1.12 * deep) for y, z, wide, deep in cow.FORM.neck),
    masses=((0.0, 0.52, 0.52, 0.035, 0.13, 0.16),),
    fore=cow.FORM.fore._replace(girth=stout(HOOFED_FORE, 1.15, 1.4)),
    hind=cow.FORM.hind._replace(girth=stout(HOOFED_HIND, 1.05, 1.35)),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    muzzle = face * step(at.u, 0.84, 0.92)
    ring = face * np.exp(-(((at.u - 0.80) / 0.05) ** 2))
    nostril = np.exp(-(((at.u - 0.965) / 0.03) ** 2 + ((at.hx - 0.10) / 0.026) ** 2 + ((at.hz - 0.015) / 0.03) ** 2))
    deep = np.maximum.reduce(
        [0.5 * at.neck, 0.6 * at.leg * step(at.z, 0.34, 0.2), at.tail * step(at.along, 0.6, 0.9), 0.4 * at.under]
    )
    return {
        "pale": np.maximum(0.6 * ring, 0.4 * at.inner),
        "deep": deep,
        "dark": np.maximum(0.85 * muzzle, face * nostril),
    }


def _horns(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.03, 0.13, 0.13), (0.0, 0.32, 0.20), (0.02, 0.52, 0.30), (0.10, 0.62, 0.52), (0.14, 0.60, 0.70))
    return [features.horns(form, skel, path, (0.066, 0.062, 0.052, 0.036, 0.008))]


BREED = Breed(
    FORM, _masks, (("deep", 0.45), ("pale", 2.4), ("dark", (0.02, 0.015, 0.013))), (COLOR, "#5a3a1f", "#3a281b"), None, lids=0.3,
    patches=3.0, uneven=0.15, more=_horns, run=gait.TROT, wag=0.15,
)  # fmt: skip
SPEEDS = cow.SPEEDS
ACTIONS = deeds.GRAZERS
vary, build, move = BREED.vary, BREED.build, BREED.move
