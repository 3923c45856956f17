"""A lizard: green, low on splayed legs, a long tail, a crest of small spikes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import gait, reptile
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material, Value

WORDS = ("lizard",)
EXAMPLE = "A lizard in the desert"
COLOR = "#5f8a2e"
HOME = ("desert", "jungle", "garden", "meadow")

NO_EAR = Ear(path=((0.10, 0.0, 0.0), (0.10, 0.02, 0.0), (0.10, 0.03, 0.0), (0.10, 0.04, 0.0)),
half=(0.01, 0.01, 0.01, 0.005), hollow=(1.0, 0.3, 0.0))  # fmt: skip
FORM = Form(
    height_m=0.11,
    torso=(
        (-1.10, 0.62, 0.42, 0.08), (-1.0, 0.72, 0.34, 0.17), (-0.75, 0.80, 0.26, 0.25), (-0.35, 0.85, 0.22, 0.31),
        (0.05, 0.87, 0.22, 0.32), (0.40, 0.86, 0.26, 0.29), (0.65, 0.84, 0.34, 0.23), (0.80, 0.80, 0.44, 0.16), (0.88, 0.74, 0.54, 0.07),
    ),
    neck=((0.66, 0.62, 0.20, 0.21), (0.88, 0.70, 0.175, 0.185), (1.06, 0.79, 0.165, 0.17)),
    poll=(1.04, 0.84),
    head=0.62,
    pitch_deg=-4.0,
    skull=(
        (-0.08, 0.08, -0.16, 0.17), (0.06, 0.16, -0.20, 0.25), (0.22, 0.19, -0.21, 0.27), (0.40, 0.18, -0.20, 0.245),
        (0.58, 0.135, -0.185, 0.20), (0.76, 0.09, -0.17, 0.155), (0.90, 0.05, -0.15, 0.115), (0.97, 0.01, -0.12, 0.07),
        (1.0, -0.04, -0.09, 0.03),
    ),
    lumps=((0.42, 0.17, 0.115, 0.12, 0.07, 0.06), (0.12, 0.20, -0.14, 0.13, 0.10, 0.10)),
    eye=Eye(0.435, 0.185, 0.075, 0.058, 0.25, (0.75, 0.42, 0.05), (0.45, 0.45), 0.74),
    ear=NO_EAR,
    fore=Limb(
        ((0.48, 0.66), (0.62, 0.54), (0.38, 0.44), (0.56, 0.15), (0.60, 0.07), (0.78, 0.02)), stout(PAWED_FORE, 0.95, 1.05), 0.22, 0.46
    ),
    hind=Limb(((-0.80, 0.62), (-0.52, 0.50), (-0.86, 0.22), (-0.78, 0.07), (-0.56, 0.02)), stout(PAWED_HIND, 1.05, 1.1), 0.20, 0.46),
    tail=Tail((
        (-1.0, 0.56, 0.155), (-1.45, 0.42, 0.115), (-1.95, 0.26, 0.085), (-2.5, 0.14, 0.06), (-3.1, 0.08, 0.04), (-3.7, 0.07, 0.014),
    )),
    foot="paw",
    foot_size=(0.30, 0.20),
    view_rad=0.95,
    look_rad=0.25,
    skull_power=2.3,
    grain=70.0,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(6.0, 3)
    pale = np.maximum(0.9 * at.under, 0.7 * at.head * step(at.hz, -0.08, -0.15))
    bars = step(np.sin(9.0 * at.y + 2.0 * n), 0.35, 0.8) * (at.trunk + at.tail) * (1 - at.under)
    lip = at.head * np.exp(-(((at.hz + 0.075) / 0.012) ** 2)) * step(at.u, 0.30, 0.42)
    return {"pale": pale, "deep": np.maximum(0.7 * bars, 0.25 * at.leg) * (1 - pale), "dark": 0.8 * lip}


def _more(form: Form, skel: Skeleton) -> Sequence[Part]:
    return reptile.spikes(
        form, skel, (0.03, 0.07, 0.085, 0.07, 0.05, 0.04, 0.03, 0.02), 60, material="coat", first=0.03, thin=0.35
    )


def skin(color: Value, height_m: float) -> Material:
    """Small scales."""
    return reptile.scales(color, height_m, fine=26.0, gloss=0.35)


BREED = Breed(
    FORM, _masks, (("pale", (0.60, 0.62, 0.36)), ("deep", 0.40), ("dark", 0.2)), (COLOR, "#7d6b3a"), None, lids=0.7, patches=18.0,
    skin=skin, more=_more, run=gait.TROT, wag=0.22,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.07).items() if k in ("walk", "run")}
ACTIONS = ("stand", "look_around", "sniff", "smell")
vary, build, move = BREED.vary, BREED.build, BREED.move
