"""A chameleon: a tall flat body, a casque on its head, eyes in turrets, a tail wound up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import lizard
from filmwright.content.animals._anatomy import gait, reptile
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64

WORDS = ("chameleon",)
EXAMPLE = "A chameleon in the jungle"
COLOR = "#3f9a35"
HOME = ("jungle", "garden", "forest", "meadow")

FORM: Form = lizard.FORM._replace(
    height_m=0.16,
    torso=(
        (-0.62, 0.72, 0.56, 0.04), (-0.54, 0.84, 0.46, 0.08), (-0.38, 0.94, 0.36, 0.115), (-0.12, 1.02, 0.29, 0.135),
        (0.14, 1.02, 0.30, 0.135), (0.36, 0.95, 0.36, 0.125), (0.50, 0.88, 0.46, 0.10), (0.58, 0.80, 0.56, 0.05),
    ),
    neck=((0.40, 0.68, 0.12, 0.20), (0.54, 0.72, 0.12, 0.18), (0.66, 0.76, 0.125, 0.165)),
    poll=(0.62, 0.80),
    head=0.50,
    pitch_deg=-8.0,
    skull=(
        (-0.24, 0.34, 0.10, 0.04), (-0.16, 0.40, -0.10, 0.10), (0.0, 0.38, -0.22, 0.18), (0.20, 0.32, -0.26, 0.225),
            (0.40, 0.24, -0.26, 0.225),
        (0.58, 0.16, -0.245, 0.19), (0.76, 0.08, -0.225, 0.145), (0.90, 0.02, -0.20, 0.10), (0.97, -0.03, -0.16, 0.06),
        (1.0, -0.09, -0.12, 0.025),
    ),
    lumps=((0.40, 0.215, 0.06, 0.165, 0.125, 0.165),),
    eye=Eye(0.42, 0.300, 0.060, 0.066, 0.18, (0.10, 0.07, 0.02), (0.62, 0.62), 0.55),
    fore=Limb(
        ((0.30, 0.66), (0.42, 0.52), (0.26, 0.40), (0.36, 0.16), (0.37, 0.07), (0.46, 0.02)), stout(PAWED_FORE, 0.62, 0.75), 0.10, 0.15
    ),
    hind=Limb(((-0.40, 0.64), (-0.22, 0.46), (-0.44, 0.22), (-0.38, 0.07), (-0.26, 0.02)), stout(PAWED_HIND, 0.62, 0.75), 0.09, 0.14),
    tail=Tail((
        (-0.56, 0.66, 0.085), (-0.82, 0.56, 0.070), (-1.04, 0.42, 0.058), (-1.10, 0.22, 0.048), (-0.94, 0.10, 0.040),
            (-0.78, 0.16, 0.034),
        (-0.77, 0.30, 0.028), (-0.88, 0.35, 0.020), (-0.95, 0.29, 0.010),
    )),
    foot_size=(0.17, 0.15),
    view_rad=1.15,
    look_rad=0.2,
    grain=80.0,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(7.0, 5)
    flank = (at.trunk + at.tail) * step(np.sin(15.0 * at.y + 1.5 * n), 0.2, 0.7)
    line = at.trunk * np.exp(-(((at.z - 0.72 + 0.03 * n) / 0.035) ** 2))
    turret = at.head * step(np.hypot(at.u - 0.42, at.hz - 0.06), 0.19, 0.15) * step(at.hx, 0.20, 0.24)
    lip = at.head * np.exp(-(((at.hz + 0.10) / 0.012) ** 2)) * step(at.u, 0.36, 0.48)
    return {
        "pale": np.maximum(0.8 * line, 0.5 * at.under * at.trunk), "deep": np.maximum(0.55 * flank * (1 - line), 0.3 * at.leg),
        "pink": 0.7 * turret, "dark": 0.7 * lip,
    }  # fmt: skip


def _more(form: Form, skel: Skeleton) -> Sequence[Part]:
    return reptile.spikes(
        form, skel, (0.02, 0.05, 0.05, 0.04, 0.03, 0.0, 0.0, 0.0), 40, material="coat", first=0.10, thin=0.4
    )


BREED = Breed(
    FORM, _masks, (("deep", 0.40), ("pale", (0.62, 0.66, 0.22)), ("pink", (0.45, 0.40, 0.10)), ("dark", 0.25)),
    (COLOR, "#2f8f7a", "#8a7d2e"), None, lids=0.8, patches=16.0, skin=lizard.skin, more=_more, run=gait.WALK, wag=0.04,
)  # fmt: skip
SPEEDS = {"walk": 0.12, "run": 0.2}
ACTIONS = ("stand", "look_around")
vary, build, move = BREED.vary, BREED.build, BREED.move
