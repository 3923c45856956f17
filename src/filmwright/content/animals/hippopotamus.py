"""A hippopotamus: a barrel on short legs, a huge square muzzle, eyes and nostrils on top of its head."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, hide, step
from filmwright.content.animals._anatomy.form import Ear, Eye, Form, Limb, Tail
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material, Value

WORDS = ("hippopotamus", "hippo")
EXAMPLE = "A hippopotamus by a river"
COLOR = "#5c5450"
HOME = ("river", "savanna", "lake", "meadow")

FORM = Form(
    height_m=1.45,
    torso=(
        (-0.86, 0.74, 0.56, 0.05), (-0.80, 0.90, 0.42, 0.20), (-0.64, 0.99, 0.30, 0.31), (-0.38, 1.0, 0.22, 0.37),
        (-0.08, 0.99, 0.19, 0.39), (0.22, 1.0, 0.20, 0.38), (0.46, 1.0, 0.25, 0.34), (0.60, 0.96, 0.32, 0.28), (0.72, 0.86, 0.42, 0.20),
        (0.80, 0.76, 0.52, 0.08),
    ),
    neck=((0.54, 0.70, 0.27, 0.31), (0.76, 0.71, 0.25, 0.27), (0.92, 0.74, 0.23, 0.24)),
    poll=(0.84, 0.82),
    head=0.64,
    pitch_deg=-20.0,
    skull=(
        (-0.10, 0.14, -0.26, 0.22), (0.05, 0.22, -0.36, 0.29), (0.20, 0.22, -0.40, 0.29), (0.36, 0.16, -0.38, 0.24),
        (0.52, 0.10, -0.34, 0.22), (0.66, 0.11, -0.36, 0.28), (0.80, 0.16, -0.39, 0.36), (0.92, 0.17, -0.39, 0.385),
        (1.0, 0.13, -0.36, 0.35), (1.05, 0.0, -0.25, 0.24),
    ),
    lumps=(
        (0.27, 0.155, 0.21, 0.085, 0.075, 0.075), (0.95, 0.13, 0.15, 0.075, 0.075, 0.05), (0.80, 0.27, -0.18, 0.16, 0.09, 0.16),
        (0.60, 0.12, -0.30, 0.28, 0.14, 0.12),
    ),
    eye=Eye(0.29, 0.205, 0.235, 0.036, 0.45, (0.06, 0.03, 0.02), (0.7, 0.5), 0.66),
    ear=Ear(
        path=((0.04, 0.17, 0.20), (0.02, 0.215, 0.27), (0.0, 0.25, 0.315), (-0.01, 0.265, 0.335)),
        half=(0.035, 0.055, 0.045, 0.012), hollow=(0.8, 0.5, 0.0), cup=0.6, thick=0.025,
    ),
    fore=Limb(
        ((0.42, 0.80), (0.54, 0.52), (0.46, 0.35), (0.48, 0.17), (0.48, 0.07), (0.54, 0.02)),
        (
            (0.0, 0.10, 0.16), (1.0, 0.14, 0.16), (2.0, 0.125, 0.14), (2.5, 0.105, 0.115), (3.0, 0.098, 0.102), (3.5, 0.095, 0.098),
            (4.0, 0.105, 0.110),
        ), 0.20, 0.22,
    ),
    hind=Limb(
        ((-0.54, 0.70), (-0.46, 0.38), (-0.60, 0.17), (-0.58, 0.07), (-0.52, 0.02)),
        (
            (0.0, 0.15, 0.24), (0.5, 0.155, 0.22), (1.0, 0.135, 0.17), (1.5, 0.11, 0.125), (2.0, 0.10, 0.108), (2.5, 0.098, 0.102),
            (3.0, 0.105, 0.110),
        ), 0.20, 0.22,
    ),
    tail=Tail(((-0.84, 0.80, 0.035), (-0.89, 0.74, 0.028), (-0.91, 0.66, 0.022), (-0.915, 0.58, 0.018), (-0.91, 0.52, 0.012))),
    foot="pillar",
    foot_size=(0.16, 0.19),
    view_rad=0.85,
    look_rad=0.35,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    n = at.cloud(5.0, 3)
    lip = face * np.exp(-(((at.hz + 0.17 + 0.05 * (1 - at.u)) / 0.014) ** 2)) * step(at.u, 0.42, 0.55)
    nostril = face * np.exp(
        -(((at.u - 0.985) / 0.025) ** 2 + ((at.hx - 0.13) / 0.03) ** 2 + ((at.hz - 0.185) / 0.03) ** 2)
    )
    bristles = face * step(at.u, 0.72, 0.85) * step(np.sin(60 * at.hx) * np.sin(70 * at.hz), 0.75, 0.95)
    pink = np.maximum.reduce([
        0.7 * at.under * (at.trunk + at.neck), 0.55 * face * step(at.hz, -0.12, -0.24), 0.6 * at.inner,
        0.5 * face * np.exp(-(((at.u - 0.29) / 0.10) ** 2 + ((at.hz - 0.2) / 0.10) ** 2)), 0.3 * step(n, 0.3, 0.7),
    ])  # fmt: skip
    return {"deep": np.maximum.reduce([lip, nostril, 0.5 * bristles, 0.5 * at.back * at.trunk]), "pink": pink}


def _skin(color: Value, height_m: float) -> Material:
    """Wet and nearly smooth."""
    return hide(color, 1.6 * height_m).model_copy(update={"roughness": 0.38, "coat": 0.35, "coat_roughness": 0.25})


BREED = Breed(
    FORM, _masks, (("pink", (0.30, 0.18, 0.15)), ("deep", 0.40)), (COLOR, "#544b48"), None, lids=0.5, patches=2.0, skin=_skin,
    run=gait.TROT, wag=0.15,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(0.6).items() if k != "gallop"}
ACTIONS = deeds.GRAZERS
vary, build, move = BREED.vary, BREED.build, BREED.move
