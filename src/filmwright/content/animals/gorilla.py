"""A gorilla on its knuckles: long arms, a sloping back, a crest on its head, a broad black face."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("gorilla", "silverback")
EXAMPLE = "A gorilla in the jungle"
COLOR = "#1c1a1a"
HOME = ("jungle", "meadow")

FORM = Form(
    height_m=1.05,
    torso=(
        (-0.52, 0.52, 0.40, 0.05), (-0.48, 0.64, 0.33, 0.17), (-0.36, 0.74, 0.30, 0.23), (-0.18, 0.82, 0.31, 0.255),
        (0.02, 0.92, 0.36, 0.28), (0.18, 1.00, 0.43, 0.30), (0.30, 1.04, 0.52, 0.285), (0.40, 1.02, 0.62, 0.22), (0.46, 0.96, 0.74, 0.09),
    ),
    neck=((0.28, 0.92, 0.21, 0.22), (0.38, 1.02, 0.20, 0.20), (0.46, 1.10, 0.18, 0.18)),
    poll=(0.40, 1.13),
    head=0.34,
    pitch_deg=-10.0,
    skull=(
        (-0.24, 0.34, -0.20, 0.20), (-0.10, 0.58, -0.34, 0.34), (0.08, 0.66, -0.44, 0.42), (0.26, 0.58, -0.48, 0.44),
        (0.42, 0.44, -0.52, 0.42), (0.54, 0.33, -0.56, 0.39), (0.66, 0.10, -0.58, 0.34), (0.80, -0.02, -0.58, 0.30),
        (0.92, -0.12, -0.54, 0.25), (0.99, -0.24, -0.46, 0.12),
    ),
    lumps=(
        (0.56, 0.19, 0.24, 0.12, 0.19, 0.065), (0.80, 0.095, -0.14, 0.10, 0.085, 0.07), (0.78, 0.0, -0.40, 0.18, 0.24, 0.14),
        (0.44, 0.33, -0.16, 0.20, 0.12, 0.22),
    ),
    eye=Eye(0.615, 0.165, 0.115, 0.050, 0.95, (0.10, 0.04, 0.015), (0.5, 0.5), 0.62),
    ear=Ear(
        path=((0.20, 0.40, 0.02), (0.17, 0.45, 0.09), (0.16, 0.465, 0.16), (0.17, 0.455, 0.21)),
        half=(0.04, 0.07, 0.06, 0.02), hollow=(0.8, 0.6, 0.0), cup=0.4, thick=0.03,
    ),
    fore=Limb(
        ((0.22, 0.90), (0.34, 0.80), (0.27, 0.43), (0.38, 0.11), (0.39, 0.05), (0.46, 0.02)), stout(PAWED_FORE, 1.55, 1.75), 0.24, 0.27
    ),
    hind=Limb(((-0.34, 0.52), (-0.16, 0.34), (-0.40, 0.12), (-0.37, 0.05), (-0.24, 0.02)), stout(PAWED_HIND, 1.35, 1.5), 0.16, 0.19),
    tail=Tail(((-0.50, 0.52, 0.03), (-0.515, 0.51, 0.028), (-0.525, 0.50, 0.025), (-0.53, 0.49, 0.02), (-0.535, 0.48, 0.015))),
    foot="paw",
    foot_size=(0.20, 0.15),
    nose=None,
    skull_power=2.2,
    view_rad=0.72,
    look_rad=0.5,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    bare = face * step(at.u, 0.52, 0.60) * step(at.hz, 0.30, 0.22) * step(at.hx, 0.36, 0.30)
    nostril = face * np.exp(-(((at.hx - 0.075) / 0.032) ** 2 + ((at.hz + 0.16) / 0.035) ** 2)) * step(at.u, 0.78, 0.85)
    lip = face * np.exp(-(((at.hz + 0.37 - 0.3 * at.hx**2) / 0.014) ** 2)) * step(at.u, 0.66, 0.76)
    silver = at.back * at.trunk * step(at.y, 0.20, 0.02) * step(at.y, -0.5, -0.38)
    chest = at.ahead * at.trunk * step(np.abs(at.x), 0.16, 0.10) * step(at.z, 0.58, 0.7)
    return {
        "pale": 0.8 * silver,
        "bare": np.maximum.reduce([bare, at.ear * 0.8, at.foot, 0.6 * chest]),
        "red": 0.35 * face * step(at.hz, 0.42, 0.52),
        "dark": np.maximum(nostril, 0.8 * lip),
    }


def _longer(at: Where) -> F64:
    face = at.head * (1 - at.ear) * step(at.u, 0.50, 0.58) * step(at.hz, 0.32, 0.22)
    return np.asarray(
        (1 - 0.98 * face) * (0.8 + 0.5 * at.leg * (1 - at.foot)) * (1 - 0.9 * at.ear) * (1 - 0.9 * at.foot)
    )


BREED = Breed(
    FORM, _masks, (("pale", (0.20, 0.19, 0.185)), ("red", (0.09, 0.045, 0.028)),
    ("bare", (0.022, 0.019, 0.019)), ("dark", (0.004, 0.003, 0.003))),
    (COLOR,), Fur(0.070, 0.0016, 30000, _longer), lids=(0.02, 0.017, 0.017), patches=6.0, run=gait.BOUND, wag=0.0, nibbles=True,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.7, run=gait.BOUND).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
