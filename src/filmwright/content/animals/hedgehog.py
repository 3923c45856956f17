"""A hedgehog: a ball of spines on short legs, a pointed face."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import rabbit
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("hedgehog",)
EXAMPLE = "A hedgehog in a garden"
COLOR = "#a08a68"
HOME = ("garden", "meadow", "park")

FORM = rabbit.FORM._replace(
    height_m=0.135,
    torso=(
        (-0.78, 0.40, 0.22, 0.06), (-0.72, 0.64, 0.13, 0.24), (-0.56, 0.88, 0.10, 0.38), (-0.34, 1.00, 0.10, 0.44),
        (-0.08, 1.00, 0.11, 0.44), (0.16, 0.90, 0.13, 0.40), (0.34, 0.76, 0.16, 0.32), (0.46, 0.62, 0.20, 0.22), (0.52, 0.52, 0.28, 0.08),
    ),
    neck=((0.30, 0.44, 0.22, 0.24), (0.42, 0.44, 0.19, 0.20), (0.52, 0.43, 0.17, 0.17)),
    poll=(0.44, 0.45),
    head=0.54,
    pitch_deg=-12.0,
    skull=(
        (-0.08, 0.16, -0.18, 0.20), (0.08, 0.29, -0.26, 0.31), (0.24, 0.30, -0.28, 0.33), (0.42, 0.24, -0.26, 0.27),
        (0.58, 0.15, -0.22, 0.18), (0.74, 0.08, -0.17, 0.115), (0.88, 0.05, -0.12, 0.075), (0.96, 0.03, -0.08, 0.05),
        (1.0, -0.01, -0.04, 0.02),
    ),
    lumps=(),
    eye=Eye(0.56, 0.155, 0.075, 0.058, 0.60, (0.008, 0.006, 0.006), (0.9, 0.9), 0.96),
    ear=Ear(
        path=((0.22, 0.26, 0.16), (0.21, 0.32, 0.25), (0.205, 0.35, 0.32), (0.20, 0.36, 0.37)),
        half=(0.09, 0.11, 0.09, 0.015), hollow=(1.0, 0.35, 0.0), cup=0.4, thick=0.04,
    ),
    fore=Limb(((0.22, 0.46), (0.30, 0.32), (0.22, 0.22), (0.26, 0.11), (0.27, 0.045), (0.35, 0.02)),
    stout(PAWED_FORE, 1.0, 1.1), 0.18, 0.20),
    hind=Limb(((-0.44, 0.46), (-0.34, 0.28), (-0.48, 0.13), (-0.45, 0.045), (-0.36, 0.02)), stout(PAWED_HIND, 1.0, 1.1), 0.18, 0.21),
    tail=Tail(((-0.72, 0.26, 0.05), (-0.76, 0.24, 0.045), (-0.79, 0.22, 0.04), (-0.81, 0.20, 0.03), (-0.82, 0.19, 0.015))),
    foot_size=(0.18, 0.13),
    nose=(0.985, -0.01, 0.050),
    view_rad=0.85,
)  # fmt: skip


def _spiny(at: Where) -> F64:
    """Where the spines are: back and flanks, and the brow."""
    back = at.trunk * step(at.z, 0.26, 0.38) + at.neck * step(at.z, 0.46, 0.56)
    brow = at.head * (1 - at.ear) * step(at.u, 0.30, 0.16) * step(at.hz, 0.06, 0.16)
    return np.asarray(np.clip(back + brow, 0, 1))


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    spiny = _spiny(at)
    mask = face * step(at.u, 0.46, 0.62) * step(at.hz, -0.08, 0.0)
    bands = spiny * (0.5 + 0.5 * at.cloud(60.0, 3))
    return {
        "deep": np.maximum(0.55 * bands, 0.0 * mask),
        "pale": (1 - spiny) * (0.75 - 0.4 * at.foot),
        "dark": 0.45 * mask,
    }


def _longer(at: Where) -> F64:
    return np.asarray(0.22 + 0.95 * _spiny(at))


BREED = Breed(
    FORM, _masks, (("pale", (0.50, 0.40, 0.28)), ("deep", (0.030, 0.022, 0.016)), ("dark", (0.05, 0.035, 0.025))), (COLOR,),
    Fur(0.185, 0.0062, 8000, _longer, 1.5), lids=0.3, patches=40.0, wag=0.0,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.08).items() if k in ("walk", "run")}
ACTIONS = deeds.PAWED
vary, build, move = BREED.vary, BREED.build, BREED.move
