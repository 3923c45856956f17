"""An African elephant: large ears, tusks, a trunk that curls at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped, tack
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hide, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Ear, Eye, Form, Limb, Tail
from filmwright.content.animals._anatomy.mane import tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Ride, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("elephant",)
EXAMPLE = "An elephant walks across the savanna"
COLOR = "#716a64"
HOME = ("savanna", "meadow", "beach")

FORM = Form(
    height_m=3.0,
    torso=(
        (-0.56, 0.68, 0.56, 0.03), (-0.53, 0.80, 0.48, 0.12), (-0.45, 0.89, 0.42, 0.20), (-0.32, 0.94, 0.375, 0.24),
        (-0.15, 0.925, 0.35, 0.26), (0.02, 0.92, 0.345, 0.265), (0.16, 0.955, 0.355, 0.25), (0.28, 0.99, 0.39, 0.23),
        (0.38, 0.96, 0.43, 0.19), (0.46, 0.88, 0.52, 0.12), (0.50, 0.78, 0.62, 0.04),
    ),
    neck=((0.34, 0.78, 0.19, 0.22), (0.46, 0.88, 0.17, 0.20), (0.56, 0.94, 0.155, 0.18)),
    poll=(0.50, 1.04),
    head=0.42,
    pitch_deg=-62.0,
    skull=(
        (-0.15, 0.10, -0.25, 0.15), (0.0, 0.28, -0.36, 0.28), (0.15, 0.36, -0.42, 0.34), (0.35, 0.36, -0.42, 0.35),
        (0.55, 0.30, -0.38, 0.31), (0.75, 0.24, -0.28, 0.25), (0.90, 0.19, -0.20, 0.20), (1.0, 0.15, -0.16, 0.17),
        (1.05, 0.08, -0.10, 0.08),
    ),
    lumps=((0.84, 0.0, -0.30, 0.16, 0.11, 0.14), (0.72, 0.17, 0.0, 0.20, 0.10, 0.12), (0.30, 0.22, 0.25, 0.12, 0.12, 0.10)),
    trunk=(
        (0.60, 0.90, 0.12), (0.69, 0.76, 0.108), (0.745, 0.60, 0.09), (0.765, 0.44, 0.073), (0.765, 0.28, 0.058),
        (0.785, 0.15, 0.047), (0.84, 0.085, 0.039), (0.90, 0.105, 0.033),
    ),
    eye=Eye(0.42, 0.325, 0.16, 0.040, 0.35, (0.10, 0.05, 0.02), (0.5, 0.5), 0.7),
    ear=Ear(
        path=((0.20, 0.26, -0.02), (0.24, 0.54, -0.16), (0.36, 0.82, -0.36), (0.56, 0.98, -0.56)),
        half=(0.32, 0.64, 0.62, 0.10), hollow=(0.0, 0.5, 1.0), cup=0.12, thick=0.045,
    ),
    fore=Limb(
        ((0.22, 0.88), (0.34, 0.64), (0.27, 0.46), (0.285, 0.24), (0.285, 0.08), (0.33, 0.02)),
        (
            (0.0, 0.09, 0.15), (1.0, 0.11, 0.14), (2.0, 0.10, 0.12), (2.5, 0.085, 0.095), (3.0, 0.082, 0.088),
            (3.5, 0.078, 0.083), (4.0, 0.085, 0.090),
        ), 0.14, 0.155,
    ),
    hind=Limb(
        ((-0.36, 0.72), (-0.30, 0.42), (-0.42, 0.20), (-0.39, 0.08), (-0.34, 0.02)),
        (
            (0.0, 0.13, 0.20), (0.5, 0.13, 0.18), (1.0, 0.105, 0.13), (1.5, 0.085, 0.10), (2.0, 0.078, 0.090),
            (2.5, 0.076, 0.084), (3.0, 0.082, 0.088),
        ), 0.13, 0.15,
    ),
    tail=Tail(((-0.53, 0.80, 0.03), (-0.59, 0.70, 0.02), (-0.61, 0.58, 0.015), (-0.615, 0.46, 0.012), (-0.61, 0.36, 0.010))),
    foot="pillar",
    foot_size=(0.14, 0.18),
    view_rad=0.85,
    look_rad=0.15,
)  # fmt: skip


_NECK = Ride(seat=(0.0, 0.95, 2.98), feet=((-0.64, 1.22, 2.48), (0.64, 1.22, 2.48)), hands=((-0.2, 1.45, 3.15), (0.2, 1.45, 3.15)),
             bone=tack.BONE)  # fmt: skip
"""Behind its ears, as those ride who drive it."""


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray, with more or less dust."""
    return quadruped.chosen(rng, member, COLOR, "#776d63")


def build(params: Params) -> Thing:
    """The elephant."""
    color = params.color
    skin = painted(
        varied(color, 1.4, 0.2),
        (shaded(color, 0.5), attribute("deep")),
        (shaded(color, 1.35), attribute("pale")),
    )
    fits = fittings(shaded(color, 0.5), FORM.eye.iris) | {"mane": hair((0.02, 0.018, 0.016)), "tusk": features.ivory()}
    made = quadruped.build(FORM, quadruped.Coat(_masks, hide(skin, FORM.height_m), fits), params, _tusks)
    return replace(made, ride=_NECK) if params.ridden else made


def _masks(at: Where) -> dict[str, F64]:
    rings = at.head * step(at.z, 0.95, 0.75) * (0.5 + 0.5 * np.sin(170.0 * at.z)) * step(at.y, 0.6, 0.68)
    mouth = at.head * (1 - at.ear) * np.exp(-(((at.u - 0.93) / 0.05) ** 2)) * step(at.hz, -0.16, -0.22)
    deep = np.maximum.reduce([0.35 * rings, 0.5 * mouth, 0.5 * at.under * at.trunk])
    return {"deep": deep, "pale": 0.5 * at.back * at.trunk + 0.35 * at.inner}


def _tusks(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.70, 0.15, 0.0), (0.95, 0.235, 0.03), (1.20, 0.29, 0.16), (1.38, 0.28, 0.38), (1.44, 0.24, 0.60))
    tusks = features.horns(form, skel, path, (0.075, 0.070, 0.058, 0.040, 0.010), name="tusks", material="tusk")
    return [tusks, tuft(form, skel, length=0.14, width=0.06, seed=3)]


SPEEDS = {k: v for k, v in gait.speeds(0.9).items() if k != "gallop"}
CARRIES = ("ride_elephant", "ride")
ACTIONS = deeds.ELEPHANTS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.10)
