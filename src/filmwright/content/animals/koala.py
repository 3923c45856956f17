"""A koala: a round gray head with large fringed ears and a bare black nose like a spoon, no tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import bear
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import Ear, Eye, Form
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("koala", "koala bear")
EXAMPLE = "A koala in a forest"
COLOR = "#837d78"
HOME = ("forest", "jungle", "park", "meadow")

FORM: Form = bear.FORM._replace(
    height_m=0.36,
    torso=tuple((0.86 * y, min(top, 0.96), bottom, 0.98 * half) for y, top, bottom, half in bear.FORM.torso),
    neck=((0.28, 0.84, 0.19, 0.22), (0.40, 0.96, 0.185, 0.20), (0.50, 1.06, 0.185, 0.19)),
    poll=(0.46, 1.08),
    head=0.50,
    pitch_deg=-6.0,
    skull=(
        (-0.16, 0.16, -0.14, 0.20), (-0.02, 0.38, -0.30, 0.40), (0.16, 0.45, -0.38, 0.48), (0.36, 0.44, -0.42, 0.49),
        (0.54, 0.37, -0.42, 0.43), (0.68, 0.26, -0.41, 0.34), (0.80, 0.14, -0.39, 0.25), (0.90, 0.06, -0.36, 0.18),
        (0.96, -0.02, -0.30, 0.12), (1.0, -0.10, -0.22, 0.05),
    ),
    jaw=(),
    lumps=((0.46, 0.33, -0.16, 0.20, 0.17, 0.20), (0.86, 0.0, -0.04, 0.13, 0.115, 0.21), (0.82, 0.0, -0.30, 0.11, 0.12, 0.08)),
    eye=Eye(0.665, 0.225, 0.105, 0.052, 0.80, (0.13, 0.06, 0.02), (0.35, 0.75), 0.72),
    ear=Ear(
        path=((0.20, 0.36, 0.22), (0.18, 0.52, 0.32), (0.17, 0.63, 0.38), (0.17, 0.69, 0.40)),
        half=(0.13, 0.24, 0.22, 0.05), hollow=(1.0, 0.1, 0.0), cup=0.36, thick=0.07,
    ),
    nose=None,
    view_rad=0.60,
    look_rad=0.45,
    foot_size=(0.20, 0.16),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    spoon = face * step(np.hypot(at.hx / 0.115, (at.hz + 0.03) / 0.20), 1.10, 0.92) * step(at.u, 0.76, 0.84)
    nostril = face * np.exp(-(((at.hx - 0.05) / 0.025) ** 2 + ((at.hz + 0.16) / 0.03) ** 2)) * step(at.u, 0.82, 0.88)
    chin = face * step(at.hz, -0.22, -0.34)
    pale = np.maximum.reduce([
        0.9 * at.under * (at.trunk + at.neck), 0.85 * chin, 0.9 * at.inner, 0.8 * at.ahead * (at.neck + at.trunk) * step(at.z, 0.5, 0.62),
        0.5 * at.foot,
    ])  # fmt: skip
    lip = face * np.exp(-(((at.hz + 0.285 - 0.4 * at.hx**2) / 0.012) ** 2)) * step(at.u, 0.80, 0.86)
    return {"pale": pale, "dark": np.maximum.reduce([spoon, nostril, 0.7 * lip]), "deep": 0.3 * at.back * at.trunk}


def _longer(at: Where) -> F64:
    spoon = (
        at.head * (1 - at.ear) * step(np.hypot(at.hx / 0.115, (at.hz + 0.03) / 0.20), 1.2, 1.0) * step(at.u, 0.72, 0.80)
    )
    return np.asarray((0.95 + 0.9 * at.ear) * (1 - 0.98 * spoon))


BREED = Breed(
    FORM, _masks, (("deep", 0.7), ("pale", (0.72, 0.69, 0.66)), ("dark", (0.014, 0.012, 0.012))), (COLOR, "#77716d"),
    Fur(0.075, 0.0018, 28000, _longer), lids=0.35, patches=10.0, nibbles=True,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.25).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
