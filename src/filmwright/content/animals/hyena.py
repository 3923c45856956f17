"""A spotted hyena: high in front, low behind, round ears, a thick neck and a dark muzzle."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import wolf
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step, waves
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("hyena",)
EXAMPLE = "A hyena on the savanna"
COLOR = "#9a815a"
HOME = ("savanna", "meadow", "desert")

FORM: Form = wolf.FORM._replace(
    height_m=0.82,
    torso=(
        (-0.58, 0.68, 0.56, 0.03), (-0.54, 0.78, 0.47, 0.10), (-0.42, 0.84, 0.42, 0.135), (-0.22, 0.89, 0.42, 0.155),
        (0.0, 0.95, 0.40, 0.175), (0.20, 1.01, 0.40, 0.185), (0.34, 1.04, 0.42, 0.18), (0.44, 1.02, 0.48, 0.15),
        (0.52, 0.95, 0.57, 0.11), (0.57, 0.85, 0.68, 0.04),
    ),
    neck=((0.34, 0.84, 0.155, 0.23), (0.52, 0.96, 0.15, 0.205), (0.66, 1.05, 0.14, 0.18)),
    poll=(0.66, 1.07),
    head=0.44,
    pitch_deg=-14.0,
    skull=(
        (-0.12, 0.10, -0.14, 0.14), (0.0, 0.23, -0.22, 0.27), (0.14, 0.28, -0.26, 0.32), (0.28, 0.27, -0.27, 0.31),
        (0.42, 0.22, -0.26, 0.25), (0.54, 0.15, -0.245, 0.195), (0.68, 0.11, -0.225, 0.165), (0.84, 0.105, -0.215, 0.150),
        (0.94, 0.085, -0.18, 0.12), (1.0, 0.03, -0.10, 0.06),
    ),
    lumps=((0.24, 0.26, -0.12, 0.17, 0.14, 0.15), (0.46, 0.13, 0.14, 0.06, 0.06, 0.04)),
    eye=wolf.FORM.eye._replace(radius=0.040, iris=(0.05, 0.025, 0.01), pupil=(0.6, 0.6)),
    ear=Ear(
        path=((0.14, 0.20, 0.20), (0.12, 0.27, 0.33), (0.11, 0.31, 0.45), (0.11, 0.325, 0.53)),
        half=(0.12, 0.155, 0.125, 0.02), hollow=(1.0, 0.4, 0.0), cup=0.42, thick=0.04,
    ),
    fore=Limb(((0.28, 0.95), (0.46, 0.68), (0.30, 0.52), (0.33, 0.23), (0.34, 0.07), (0.43, 0.03)),
    stout(PAWED_FORE, 1.1, 1.15), 0.10, 0.115),
    hind=Limb(((-0.40, 0.70), (-0.26, 0.44), (-0.52, 0.24), (-0.46, 0.07), (-0.37, 0.03)), stout(PAWED_HIND, 0.95, 1.1), 0.09, 0.11),
    tail=Tail(((-0.56, 0.70, 0.035), (-0.62, 0.62, 0.04), (-0.66, 0.52, 0.045), (-0.68, 0.42, 0.05), (-0.69, 0.34, 0.02))),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    # Blots of uneven size, none on the face and the lower legs.
    spots = waves(np.column_stack([at.x, at.y, at.z]), 19.0, 6, 2)
    body = (at.trunk + 0.7 * at.neck + at.leg * step(at.z, 0.22, 0.42)) * (1 - face)
    dark = step(spots, 0.16, 0.34) * np.clip(body, 0, 1)
    muzzle = face * step(at.u, 0.56, 0.72)
    deep = np.maximum.reduce(
        [0.8 * dark, 0.75 * muzzle, 0.5 * at.foot, 0.8 * at.tail * step(at.along, 0.5, 0.9), 0.3 * at.under]
    )
    mane = 0.4 * at.back * (at.neck + at.trunk * step(at.y, 0.0, 0.3))
    return {
        "deep": deep,
        "pale": mane,
        "dark": face * np.exp(-(((at.hz + 0.12) / 0.012) ** 2)) * step(at.u, 0.55, 0.62),
    }


def _longer(at: Where) -> F64:
    return np.asarray(0.55 + 1.1 * at.back * at.neck + 0.5 * at.back * at.trunk + 0.9 * at.tail * at.along)


BREED = Breed(
    FORM, _masks, (("pale", 1.5), ("deep", 0.20), ("dark", (0.01, 0.008, 0.007))), (COLOR, "#8d7a5c"), Fur(0.055, 0.0014, 26000, _longer),
    lids=0.2, patches=8.0,
)  # fmt: skip
SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.PAWED
vary, build, move = BREED.vary, BREED.build, BREED.move
