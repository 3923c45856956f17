"""A monkey: long limbs, a bare face between round ears, a long tail that curls."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("monkey",)
EXAMPLE = "A monkey in the jungle"
COLOR = "#6a4a2c"
HOME = ("jungle", "bamboo_forest", "park", "meadow")

FORM = Form(
    height_m=0.46,
    torso=(
        (-0.50, 0.78, 0.64, 0.04), (-0.46, 0.88, 0.58, 0.11), (-0.36, 0.94, 0.55, 0.14), (-0.20, 0.95, 0.56, 0.145),
        (0.0, 0.95, 0.57, 0.155), (0.18, 0.97, 0.57, 0.17), (0.32, 0.98, 0.60, 0.165), (0.40, 0.94, 0.66, 0.12), (0.45, 0.86, 0.74, 0.04),
    ),
    neck=((0.28, 0.86, 0.11, 0.14), (0.38, 0.98, 0.10, 0.12), (0.44, 1.08, 0.105, 0.12)),
    poll=(0.36, 1.15),
    head=0.36,
    pitch_deg=-6.0,
    skull=(
        (-0.18, 0.18, -0.10, 0.18), (-0.02, 0.42, -0.26, 0.36), (0.18, 0.50, -0.38, 0.42), (0.38, 0.48, -0.45, 0.42),
        (0.54, 0.38, -0.48, 0.36), (0.64, 0.20, -0.48, 0.29), (0.76, 0.02, -0.47, 0.23), (0.88, -0.04, -0.45, 0.19),
        (0.96, -0.10, -0.40, 0.14), (1.0, -0.20, -0.32, 0.06),
    ),
    lumps=((0.58, 0.15, 0.22, 0.09, 0.15, 0.06), (0.52, 0.25, -0.18, 0.14, 0.12, 0.16), (0.80, 0.0, -0.36, 0.14, 0.17, 0.12)),
    eye=Eye(0.635, 0.150, 0.105, 0.068, 0.95, (0.14, 0.06, 0.02), (0.55, 0.55), 0.76),
    ear=Ear(
        path=((0.24, 0.36, -0.06), (0.20, 0.46, 0.06), (0.17, 0.50, 0.19), (0.18, 0.47, 0.28)),
        half=(0.07, 0.16, 0.15, 0.03), hollow=(1.0, 0.25, 0.0), cup=0.35, thick=0.045,
    ),
    fore=Limb(
        ((0.24, 0.92), (0.34, 0.74), (0.24, 0.44), (0.32, 0.13), (0.33, 0.05), (0.43, 0.02)), stout(PAWED_FORE, 0.85, 0.95), 0.13, 0.14
    ),
    hind=Limb(
        ((-0.36, 0.76), (-0.18, 0.46), (-0.46, 0.15), (-0.42, 0.05), (-0.30, 0.02)), stout(PAWED_HIND, 0.90, 1.0), 0.11, 0.13
    ),
    tail=Tail(((-0.47, 0.82, 0.045), (-0.70, 0.88, 0.042), (-0.92, 1.06, 0.038), (-1.00, 1.34, 0.034),
    (-0.88, 1.56, 0.03), (-0.72, 1.50, 0.018))),
    foot="paw",
    foot_size=(0.22, 0.115),
    nose=None,
    skull_power=2.1,
    view_rad=0.75,
    look_rad=0.5,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    eyes = np.hypot((at.hz - 0.10) / 0.17, (at.hx - 0.15) / 0.17)
    bare = face * step(at.u, 0.50, 0.58) * np.maximum(step(eyes, 1.1, 0.9), step(at.hz, 0.12, 0.04))
    nostril = face * np.exp(-(((at.hx - 0.045) / 0.022) ** 2 + ((at.hz + 0.13) / 0.03) ** 2)) * step(at.u, 0.80, 0.86)
    lip = face * np.exp(-(((at.hz + 0.29 - 0.4 * at.hx**2) / 0.014) ** 2)) * step(at.u, 0.66, 0.76)
    cheek = face * step(at.u, 0.42, 0.52) * (1 - bare) * step(at.hz, 0.30, 0.20)
    return {
        "deep": np.maximum(0.5 * at.back * (at.trunk + at.tail), 0.5 * face * step(at.hz, 0.30, 0.42)),
        "pale": np.maximum.reduce([0.8 * cheek, 0.55 * at.under * (at.trunk + at.neck), 0.5 * at.ahead * at.trunk]),
        "pink": np.maximum.reduce([bare, 0.85 * at.inner, 0.5 * at.ear, at.foot]),
        "dark": np.maximum(nostril, 0.8 * lip),
    }


def _longer(at: Where) -> F64:
    face = at.head * (1 - at.ear) * step(at.u, 0.50, 0.56) * step(at.hz, 0.26, 0.14)
    return np.asarray((1 - 0.96 * face) * (0.8 + 0.5 * at.head * step(at.hx, 0.25, 0.38)) * (1 - 0.8 * at.ear))


BREED = Breed(
    FORM, _masks, (("deep", 0.5), ("pale", (0.55, 0.44, 0.30)), ("pink", (0.46, 0.25, 0.17)), ("dark", (0.03, 0.014, 0.010))),
    (COLOR, "#7d6038"), Fur(0.055, 0.0015, 28000, _longer), lids=(0.36, 0.19, 0.13), patches=12.0, nibbles=True, wag=0.2,
)  # fmt: skip
SPEEDS = gait.speeds(FORM.height_m, run=gait.BOUND)
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
