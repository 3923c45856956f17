"""A crocodile: long and low, a flat snout full of teeth, plates along its back."""

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

WORDS = ("crocodile",)
EXAMPLE = "A crocodile by a river"
COLOR = "#575439"
HOME = ("river", "jungle", "lake", "beach")

FORM = Form(
    height_m=0.62,
    torso=(
        (-1.60, 0.66, 0.36, 0.10), (-1.48, 0.78, 0.28, 0.25), (-1.20, 0.88, 0.20, 0.38), (-0.70, 0.95, 0.16, 0.47),
        (-0.10, 0.97, 0.15, 0.50), (0.45, 0.95, 0.17, 0.46), (0.85, 0.92, 0.23, 0.38), (1.05, 0.86, 0.32, 0.27), (1.15, 0.76, 0.44, 0.12),
    ),
    neck=((0.90, 0.60, 0.33, 0.32), (1.15, 0.60, 0.30, 0.28), (1.36, 0.60, 0.27, 0.24)),
    poll=(1.32, 0.66),
    head=1.25,
    pitch_deg=-3.0,
    skull=(
        (-0.06, 0.06, -0.12, 0.17), (0.05, 0.130, -0.15, 0.235), (0.18, 0.140, -0.13, 0.240), (0.30, 0.115, -0.09, 0.215),
        (0.42, 0.078, -0.058, 0.180), (0.58, 0.062, -0.050, 0.158), (0.76, 0.060, -0.046, 0.150), (0.90, 0.072, -0.048, 0.138),
        (0.97, 0.060, -0.042, 0.100), (1.0, 0.015, -0.03, 0.04),
    ),
    jaw=(
        (-0.06, 0.0, -0.09, 0.16), (0.08, 0.01, -0.11, 0.21), (0.28, 0.0, -0.090, 0.185), (0.52, -0.005, -0.072, 0.150),
        (0.78, -0.008, -0.062, 0.130), (0.90, -0.012, -0.052, 0.085), (0.93, -0.02, -0.040, 0.03),
    ),
    jaw_deg=5.0,
    lumps=((0.235, 0.115, 0.140, 0.055, 0.045, 0.042), (0.93, 0.04, 0.075, 0.035, 0.04, 0.022)),
    eye=Eye(0.265, 0.128, 0.148, 0.024, 0.35, (0.45, 0.38, 0.06), (0.18, 0.85), 0.72),
    ear=Ear(path=((0.10, 0.0, 0.0), (0.10, 0.02, 0.0), (0.10, 0.03, 0.0), (0.10, 0.04, 0.0)),
    half=(0.01, 0.01, 0.01, 0.005), hollow=(1.0, 0.3, 0.0)),
    fore=Limb(
        ((0.70, 0.62), (0.86, 0.46), (0.62, 0.36), (0.78, 0.13), (0.82, 0.06), (0.98, 0.02)), stout(PAWED_FORE, 1.8, 2.2), 0.34, 0.58
    ),
    hind=Limb(((-1.15, 0.58), (-0.85, 0.42), (-1.20, 0.20), (-1.14, 0.06), (-0.94, 0.02)), stout(PAWED_HIND, 2.0, 2.3), 0.34, 0.58),
    tail=Tail((
        (-1.42, 0.52, 0.31), (-1.95, 0.44, 0.235), (-2.50, 0.34, 0.17), (-3.05, 0.25, 0.115), (-3.60, 0.18, 0.07), (-4.15, 0.12, 0.02),
    )),
    foot="paw",
    foot_size=(0.36, 0.34),
    view_rad=0.85,
    look_rad=0.15,
    skull_power=2.8,
    grain=62.0,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(5.0, 3)
    pale = np.maximum(0.9 * at.under, 0.7 * at.head * step(at.hz, -0.02, -0.07))
    bars = step(np.sin(4.6 * at.y + 1.6 * n), 0.2, 0.7) * (at.trunk + at.tail) * (1 - at.under)
    return {"pale": pale, "deep": np.maximum(0.65 * bars, 0.4 * at.back) * (1 - pale)}


def _more(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [
        *reptile.teeth(form, skel, upper=(0.36, 0.97, 16), lower=(0.34, 0.90, 14), tall=(0.036, 0.032), wide=0.0085),
        *reptile.spikes(
            form, skel, (0.0, 0.05, 0.075, 0.09, 0.10, 0.11, 0.11, 0.08), 46, material="coat", first=0.04, thin=0.6
        ),
    ]


def _skin(color: Value, height_m: float) -> Material:
    """Plates and scales."""
    return reptile.scales(color, height_m, fine=10.0, gloss=0.5)


BREED = Breed(
    FORM, _masks, (("pale", (0.40, 0.36, 0.22)), ("deep", 0.38)), (COLOR, "#4d5238"), None, lids=0.5, patches=3.0, skin=_skin,
    more=_more, run=gait.TROT, wag=0.16,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.35).items() if k in ("walk", "run")}
ACTIONS = ("stand", "look_around", "roar", "howl", "rest")
vary, build, move = BREED.vary, BREED.build, BREED.move
