"""A white rhinoceros: two horns, a square mouth, a hide in folds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hide, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Ear, Eye, Form, Limb, Tail
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("rhinoceros", "rhino")
EXAMPLE = "A rhinoceros on the savanna"
COLOR = "#77716b"
HOME = ("savanna", "meadow")

FORM = Form(
    height_m=1.7,
    torso=(
        (-0.72, 0.74, 0.58, 0.04), (-0.68, 0.88, 0.48, 0.15), (-0.55, 0.97, 0.40, 0.24), (-0.35, 0.99, 0.34, 0.28),
        (-0.10, 0.96, 0.31, 0.30), (0.15, 0.97, 0.32, 0.29), (0.35, 1.03, 0.36, 0.26), (0.48, 0.99, 0.42, 0.22),
        (0.60, 0.86, 0.50, 0.17), (0.68, 0.72, 0.56, 0.08),
    ),
    neck=((0.45, 0.74, 0.19, 0.26), (0.62, 0.72, 0.17, 0.22), (0.76, 0.70, 0.15, 0.18)),
    poll=(0.70, 0.76),
    head=0.60,
    pitch_deg=-26.0,
    skull=(
        (-0.10, 0.12, -0.20, 0.18), (0.05, 0.24, -0.30, 0.25), (0.20, 0.24, -0.33, 0.26), (0.38, 0.18, -0.30, 0.23),
        (0.55, 0.13, -0.25, 0.19), (0.70, 0.12, -0.22, 0.16), (0.84, 0.14, -0.23, 0.165), (0.95, 0.11, -0.23, 0.165),
        (1.01, 0.04, -0.19, 0.12), (1.02, -0.02, -0.12, 0.05),
    ),
    eye=Eye(0.47, 0.195, 0.06, 0.030, 0.40, (0.05, 0.03, 0.02), (0.6, 0.6), 0.7),
    ear=Ear(
        path=((0.06, 0.15, 0.18), (0.02, 0.19, 0.29), (-0.01, 0.21, 0.37), (-0.03, 0.215, 0.42)),
        half=(0.05, 0.065, 0.055, 0.012), hollow=(0.8, 0.5, 0.0), cup=0.7, thick=0.025,
    ),
    fore=Limb(
        ((0.38, 0.88), (0.52, 0.60), (0.42, 0.42), (0.44, 0.22), (0.44, 0.08), (0.49, 0.02)),
        (
            (0.0, 0.09, 0.15), (1.0, 0.12, 0.15), (2.0, 0.105, 0.125), (2.5, 0.085, 0.10), (3.0, 0.078, 0.085),
            (3.5, 0.074, 0.080), (4.0, 0.085, 0.092),
        ), 0.15, 0.16,
    ),
    hind=Limb(
        ((-0.48, 0.74), (-0.40, 0.42), (-0.55, 0.22), (-0.52, 0.08), (-0.47, 0.02)),
        (
            (0.0, 0.13, 0.21), (0.5, 0.13, 0.19), (1.0, 0.11, 0.14), (1.5, 0.085, 0.11), (2.0, 0.075, 0.092),
            (2.5, 0.072, 0.082), (3.0, 0.082, 0.090),
        ), 0.14, 0.155,
    ),
    tail=Tail(((-0.70, 0.84, 0.03), (-0.76, 0.74, 0.022), (-0.78, 0.62, 0.018), (-0.785, 0.52, 0.016), (-0.78, 0.44, 0.014))),
    foot="pillar",
    foot_size=(0.14, 0.17),
    view_rad=1.05,
    look_rad=0.3,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray, with more or less dust."""
    return quadruped.chosen(rng, member, COLOR, "#837a70")


def build(params: Params) -> Thing:
    """The rhinoceros."""
    color = params.color
    skin = painted(
        varied(color, 2.0, 0.2), (shaded(color, 0.45), attribute("deep")), (shaded(color, 1.3), attribute("pale"))
    )
    fits = fittings(shaded(color, 0.5), FORM.eye.iris)
    return quadruped.build(FORM, quadruped.Coat(_masks, hide(skin, FORM.height_m), fits), params, _horns)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    lip = face * np.exp(-(((at.hz + 0.13) / 0.012) ** 2)) * step(at.u, 0.72, 0.82)
    nostril = np.exp(-(((at.u - 0.955) / 0.03) ** 2 + ((at.hx - 0.13) / 0.03) ** 2 + ((at.hz - 0.02) / 0.025) ** 2))
    fold = at.trunk * np.maximum(
        np.exp(-(((at.y - 0.28 + 0.2 * (at.z - 0.7)) / 0.014) ** 2)), np.exp(-(((at.y + 0.36) / 0.014) ** 2))
    )
    deep = np.maximum.reduce([lip, face * nostril, 0.6 * fold, 0.5 * at.under * at.trunk])
    return {"deep": deep, "pale": 0.4 * at.back * at.trunk}


def _horns(form: Form, skel: Skeleton) -> Sequence[Part]:
    front = ((0.86, 0.0, 0.06), (0.93, 0.0, 0.30), (0.91, 0.0, 0.54), (0.83, 0.0, 0.74))
    back = ((0.62, 0.0, 0.06), (0.66, 0.0, 0.22), (0.65, 0.0, 0.34))
    return [
        features.horns(form, skel, front, (0.105, 0.075, 0.045, 0.008), name="horn", material="hoof"),
        features.horns(form, skel, back, (0.080, 0.052, 0.010), name="second horn", material="hoof"),
    ]


SPEEDS = {k: v for k, v in gait.speeds(0.9).items() if k != "gallop"}
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.12)
