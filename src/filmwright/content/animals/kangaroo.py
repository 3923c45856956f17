"""A red kangaroo: upright on long hind feet, small arms before its chest, a heavy tail; it hops."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import gait, quadruped
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.spec.shot import Action

WORDS = ("kangaroo",)
EXAMPLE = "A kangaroo hops across the savanna"
COLOR = "#a5673c"
HOME = ("savanna", "meadow", "desert")

FORM = Form(
    height_m=1.10,
    torso=(
        (-0.44, 0.50, 0.36, 0.03), (-0.38, 0.60, 0.27, 0.12), (-0.26, 0.72, 0.24, 0.185), (-0.12, 0.82, 0.27, 0.205),
        (0.0, 0.90, 0.36, 0.19), (0.12, 0.98, 0.50, 0.155), (0.22, 1.05, 0.64, 0.13), (0.29, 1.06, 0.76, 0.10), (0.33, 1.02, 0.86, 0.04),
    ),
    neck=((0.22, 0.94, 0.10, 0.13), (0.28, 1.08, 0.078, 0.10), (0.34, 1.20, 0.075, 0.09)),
    poll=(0.32, 1.24),
    head=0.30,
    pitch_deg=-20.0,
    skull=(
        (-0.10, 0.12, -0.14, 0.12), (0.04, 0.25, -0.24, 0.23), (0.20, 0.28, -0.28, 0.27), (0.38, 0.24, -0.28, 0.25),
        (0.54, 0.18, -0.26, 0.19), (0.70, 0.12, -0.24, 0.15), (0.85, 0.09, -0.22, 0.13), (0.94, 0.06, -0.18, 0.11), (1.0, 0.0, -0.10, 0.05),
    ),
    lumps=((0.30, 0.18, -0.12, 0.16, 0.10, 0.14),),
    eye=Eye(0.46, 0.195, 0.10, 0.062, 0.45, (0.03, 0.014, 0.008), (0.7, 0.7), 0.82),
    ear=Ear(
        path=((0.10, 0.15, 0.22), (0.06, 0.22, 0.48), (0.02, 0.28, 0.74), (0.0, 0.31, 0.94)),
        half=(0.09, 0.15, 0.125, 0.014), hollow=(0.9, 0.45, 0.1), cup=0.5, thick=0.03,
    ),
    fore=Limb(
        ((0.20, 0.98), (0.27, 0.84), (0.22, 0.64), (0.36, 0.53), (0.40, 0.48), (0.45, 0.44)), stout(PAWED_FORE, 0.75, 0.72), 0.10, 0.11
    ),
    hind=Limb(
        ((-0.18, 0.54), (0.14, 0.44), (-0.30, 0.12), (-0.01, 0.035), (0.13, 0.02)),
        (
            (0.0, 0.10, 0.22), (0.5, 0.115, 0.21), (1.0, 0.085, 0.125), (1.4, 0.062, 0.09), (1.8, 0.042, 0.055), (2.0, 0.044, 0.05),
            (2.5, 0.038, 0.036), (3.0, 0.036, 0.030),
        ), 0.12, 0.13,
    ),
    tail=Tail(((-0.38, 0.42, 0.115), (-0.58, 0.22, 0.095), (-0.82, 0.085, 0.072), (-1.08, 0.052, 0.048), (-1.32, 0.045, 0.016))),
    foot="paw",
    foot_size=(0.16, 0.085),
    fore_foot=0.62,
    nose=(0.965, 0.02, 0.065),
    arms=True,
    view_rad=0.95,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    belly = np.maximum(at.under, at.ahead) * at.trunk + at.ahead * at.neck
    return {
        "pale": np.maximum.reduce(
            [0.8 * belly, 0.7 * face * step(at.hz, -0.08, -0.16), 0.6 * at.inner, 0.4 * at.leg * at.ahead]
        ),
        "deep": np.maximum.reduce(
            [0.75 * at.foot, 0.6 * at.tail * step(at.along, 0.7, 1.0), 0.35 * face * step(at.u, 0.6, 0.8)]
        ),
    }


BREED = Breed(
    FORM, _masks, (("pale", (0.66, 0.56, 0.44)), ("deep", 0.32)), (COLOR, "#8f7a63"), Fur(0.022, 0.0010, 28000), patches=6.0, run=gait.HOP,
    wag=0.05,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(FORM.height_m, run=gait.HOP).items() if k in ("walk", "run")}
ACTIONS = ("stand", "look_around", "smell", "sniff")
vary, build = BREED.vary, BREED.build


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does; it hops where others walk."""
    kind = "run" if action.kind == "walk" else action.kind
    return quadruped.moved(FORM, thing, kind, performance, run=gait.HOP, wag=0.05)
