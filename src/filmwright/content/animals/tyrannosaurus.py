"""A tyrannosaurus: a huge head with teeth, the tail out behind, tiny arms, on two legs."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import gait, reptile
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, hide, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material, Value

WORDS = ("tyrannosaurus", "t rex", "tyrannosaurus rex")
EXAMPLE = "A tyrannosaurus in the jungle"
COLOR = "#6b6140"
HOME = ("jungle", "savanna", "meadow", "desert")

FORM = Form(
    height_m=3.3,
    torso=(
        (-0.46, 1.03, 0.84, 0.06), (-0.36, 1.09, 0.66, 0.14), (-0.16, 1.12, 0.52, 0.195), (0.06, 1.11, 0.49, 0.205),
        (0.24, 1.08, 0.54, 0.185),
        (0.36, 1.05, 0.63, 0.15), (0.44, 1.02, 0.74, 0.10), (0.49, 0.97, 0.82, 0.04),
    ),
    neck=((0.32, 0.88, 0.135, 0.19), (0.46, 1.02, 0.12, 0.165), (0.54, 1.17, 0.12, 0.15)),
    poll=(0.50, 1.22),
    head=0.54,
    pitch_deg=-7.0,
    skull=(
        (-0.08, 0.13, -0.18, 0.14), (0.06, 0.24, -0.24, 0.24), (0.20, 0.265, -0.22, 0.265), (0.36, 0.25, -0.14, 0.22),
        (0.52, 0.215, -0.105, 0.165), (0.72, 0.185, -0.10, 0.140), (0.88, 0.145, -0.095, 0.115),
        (0.96, 0.09, -0.085, 0.085), (1.0, 0.02, -0.07, 0.04),
    ),
    jaw=(
        (-0.10, 0.0, -0.12, 0.16), (0.05, 0.02, -0.13, 0.185), (0.25, 0.0, -0.125, 0.150), (0.45, -0.015, -0.115, 0.115),
        (0.62, -0.02, -0.10, 0.09), (0.69, -0.03, -0.07, 0.05), (0.71, -0.04, -0.06, 0.02),
    ),
    jaw_deg=24.0,
    lumps=((0.46, 0.135, 0.20, 0.10, 0.05, 0.045), (0.16, 0.20, -0.10, 0.14, 0.10, 0.14)),
    eye=Eye(0.40, 0.205, 0.145, 0.034, 0.62, (0.75, 0.42, 0.03), (0.28, 0.7), 0.72),
    ear=Ear(path=((0.10, 0.0, 0.0), (0.10, 0.02, 0.0), (0.10, 0.03, 0.0), (0.10, 0.04, 0.0)),
    half=(0.01, 0.01, 0.01, 0.005), hollow=(1.0, 0.3, 0.0)),
    fore=Limb(
        ((0.32, 0.86), (0.40, 0.72), (0.35, 0.63), (0.43, 0.56), (0.455, 0.53), (0.48, 0.51)), stout(PAWED_FORE, 0.55, 0.55), 0.12, 0.13
    ),
    hind=Limb(
        ((-0.08, 0.92), (0.16, 0.58), (-0.16, 0.30), (0.02, 0.065), (0.14, 0.03)),
        (
            (0.0, 0.10, 0.22), (0.5, 0.115, 0.21), (1.0, 0.085, 0.13), (1.4, 0.065, 0.105), (1.8, 0.048, 0.062), (2.0, 0.05, 0.062),
            (2.5, 0.046, 0.05), (3.0, 0.055, 0.055),
        ), 0.13, 0.15,
    ),
    tail=Tail(((-0.40, 0.95, 0.165), (-0.78, 0.93, 0.125), (-1.18, 0.93, 0.085), (-1.58, 0.97, 0.05), (-1.98, 1.06, 0.014))),
    foot="paw",
    foot_size=(0.30, 0.22),
    fore_foot=0.22,
    arms=True,
    view_rad=0.80,
    look_rad=0.3,
    skull_power=2.6,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(5.0, 3)
    bars = (
        step(np.sin(17.0 * at.y + 2.2 * n), 0.15, 0.75) * (at.trunk + at.tail + 0.7 * at.neck) * step(at.z, 0.78, 0.98)
    )
    mouth = (
        at.head
        * step(at.u, 0.28, 0.4)
        * step(np.abs(at.hz + 0.13 + 0.30 * (at.u - 0.3)), 0.13, 0.06)
        * step(at.hx, 0.135, 0.105)
    )
    return {
        "pale": 0.8 * at.under * (at.trunk + at.neck + 0.8 * at.tail),
        "deep": np.maximum(0.75 * bars, 0.35 * at.back),
        "pink": mouth,
    }


def _skin(color: Value, height_m: float) -> Material:
    """Finer cracks than an elephant's."""
    return hide(color, 0.6 * height_m)


BREED = Breed(
    FORM, _masks, (("pale", 1.9), ("deep", 0.42), ("pink", (0.30, 0.07, 0.06))), (COLOR, "#5f5a4a"), None, patches=2.0, skin=_skin,
    more=reptile.teeth, run=gait.TROT, wag=0.10,
)  # fmt: skip
SPEEDS = {k: v for k, v in gait.speeds(2.2).items() if k in ("walk", "run")}
ACTIONS = ("stand", "look_around", "smell", "sniff", "roar", "howl")
vary, build, move = BREED.vary, BREED.build, BREED.move
