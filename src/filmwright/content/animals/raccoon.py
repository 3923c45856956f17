"""A raccoon: a black mask over pale brows, a ringed tail, a round gray back, hands."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed, whiskered
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("raccoon", "racoon")
EXAMPLE = "A raccoon in a forest"
COLOR = "#77706a"
HOME = ("snow_valley", "park", "garden", "meadow")

FORM = Form(
    height_m=0.27,
    torso=(
        (-0.66, 0.66, 0.46, 0.05), (-0.60, 0.86, 0.32, 0.16), (-0.48, 1.02, 0.24, 0.235), (-0.30, 1.09, 0.21, 0.265),
        (-0.10, 1.06, 0.21, 0.265), (0.10, 0.99, 0.25, 0.245), (0.26, 0.95, 0.30, 0.21), (0.38, 0.90, 0.37, 0.175),
        (0.48, 0.82, 0.46, 0.12), (0.53, 0.74, 0.56, 0.04),
    ),
    neck=((0.30, 0.74, 0.17, 0.22), (0.43, 0.86, 0.16, 0.19), (0.54, 0.95, 0.155, 0.18)),
    poll=(0.52, 0.98),
    head=0.54,
    pitch_deg=-16.0,
    skull=(
        (-0.10, 0.12, -0.14, 0.16), (0.04, 0.27, -0.24, 0.33), (0.20, 0.31, -0.28, 0.41), (0.36, 0.28, -0.29, 0.40),
        (0.50, 0.20, -0.27, 0.30), (0.60, 0.115, -0.235, 0.195), (0.72, 0.06, -0.205, 0.135), (0.86, 0.035, -0.175, 0.095),
        (0.95, 0.02, -0.13, 0.075), (1.0, -0.02, -0.08, 0.04),
    ),
    lumps=((0.30, 0.28, -0.12, 0.16, 0.16, 0.13),),
    eye=Eye(0.565, 0.155, 0.055, 0.062, 0.82, (0.03, 0.016, 0.008), (0.7, 0.7), 0.86),
    ear=Ear(
        path=((0.20, 0.24, 0.18), (0.19, 0.32, 0.32), (0.185, 0.37, 0.43), (0.185, 0.385, 0.50)),
        half=(0.13, 0.14, 0.10, 0.015), hollow=(1.0, 0.25, 0.0), cup=0.42, thick=0.04,
    ),
    fore=Limb(
        ((0.25, 0.82), (0.38, 0.56), (0.26, 0.42), (0.30, 0.17), (0.31, 0.06), (0.40, 0.02)), stout(PAWED_FORE, 1.05, 1.05),
        0.12, 0.125,
    ),
    hind=Limb(
        ((-0.44, 0.74), (-0.28, 0.44), (-0.52, 0.19), (-0.48, 0.06), (-0.38, 0.02)), stout(PAWED_HIND, 1.25, 1.15), 0.13, 0.14
    ),
    tail=Tail(((-0.62, 0.74, 0.075), (-0.80, 0.62, 0.105), (-0.98, 0.54, 0.115), (-1.16, 0.52, 0.105), (-1.32, 0.56, 0.035))),
    foot="paw",
    foot_size=(0.20, 0.12),
    nose=(0.965, -0.015, 0.055),
    view_rad=0.85,
    look_rad=0.55,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = 0.012 * at.cloud(18.0, 4)
    face = at.head * (1 - at.ear)
    mask = face * step(
        np.hypot(
            (at.u - 0.52 + 0.25 * np.maximum(at.hx - 0.15, 0)) / 0.13,
            (at.hz - 0.02 + 0.55 * np.maximum(at.hx - 0.12, 0)) / 0.095,
        )
        + n,
        1.0,
        0.85,
    )
    mask = mask * step(at.hx, 0.035, 0.06)
    bridge = face * step(at.hx + n, 0.040, 0.02) * step(at.u, 0.30, 0.45) * step(at.hz, 0.0, 0.03)
    brow = face * step(np.hypot((at.u - 0.44) / 0.16, (at.hz - 0.17 + 0.35 * at.hx) / 0.075), 1.15, 0.85)
    muzzle = face * step(at.u + n, 0.60, 0.68)
    cheek = face * step(at.hx, 0.20, 0.28) * step(at.hz, 0.08, -0.02) * step(at.u, 0.55, 0.45)
    rings = step(np.sin(2 * np.pi * (5.2 * at.along + 0.35)), -0.1, 0.35) * at.tail * (at.along > 0.02)
    backs = at.ear * (1 - at.inner) * step(at.hz, 0.36, 0.28)
    return {
        "pale": np.maximum.reduce(
            [
                0.9 * brow,
                0.95 * muzzle,
                0.75 * cheek,
                0.8 * at.inner,
                at.ear * step(at.hz, 0.34, 0.42),
                0.4 * at.under * at.trunk,
            ]
        ),
        "deep": np.maximum.reduce([0.5 * at.back * at.trunk, 0.5 * at.shin]),
        "dark": np.maximum.reduce([mask, bridge, rings, 0.8 * at.foot, backs, at.tail * step(at.along, 0.90, 0.95)]),
    }


BREED = Breed(
    FORM, _masks, (("deep", 0.5), ("pale", (0.72, 0.69, 0.64)), ("dark", (0.012, 0.011, 0.011))), (COLOR, "#6d6258"),
    Fur(0.085, 0.0019, 28000, lambda at: 0.85 + 0.5 * at.tail + 0.4 * at.head * step(at.hx, 0.2, 0.3) * (1 - at.ear)),
    lids=(0.010, 0.009, 0.009), patches=16.0, more=whiskered(0.88, 0.07, -0.10), nibbles=True,
)  # fmt: skip
SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
vary, build, move = BREED.vary, BREED.build, BREED.move
