"""A dromedary: one hump, a neck that dips."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.mane import tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("camel", "dromedary")
EXAMPLE = "A camel in the desert"
COLOR = "#a8814f"
HOME = ("desert", "savanna", "beach", "meadow")

FORM = Form(
    height_m=1.85,
    torso=(
        (-0.44, 0.78, 0.66, 0.03), (-0.41, 0.86, 0.58, 0.10), (-0.34, 0.90, 0.55, 0.13), (-0.22, 0.93, 0.54, 0.15),
        (-0.06, 0.96, 0.50, 0.165), (0.10, 0.97, 0.46, 0.17), (0.22, 0.98, 0.45, 0.155), (0.32, 0.94, 0.48, 0.13),
        (0.39, 0.84, 0.56, 0.09), (0.43, 0.74, 0.64, 0.03),
    ),
    masses=((0.0, -0.06, 1.00, 0.10, 0.19, 0.19),),
    neck=((0.28, 0.78, 0.08, 0.15), (0.46, 0.79, 0.064, 0.118), (0.61, 0.95, 0.056, 0.092), (0.67, 1.16, 0.05, 0.075)),
    poll=(0.67, 1.22),
    head=0.29,
    pitch_deg=-12.0,
    skull=(
        (-0.10, 0.10, -0.12, 0.10), (0.05, 0.20, -0.20, 0.17), (0.20, 0.22, -0.25, 0.19), (0.36, 0.19, -0.25, 0.18),
        (0.50, 0.14, -0.21, 0.14), (0.66, 0.12, -0.19, 0.115), (0.82, 0.12, -0.21, 0.125), (0.93, 0.09, -0.22, 0.125),
        (1.0, 0.03, -0.17, 0.08), (1.02, -0.02, -0.08, 0.03),
    ),
    lumps=((0.38, 0.14, 0.14, 0.11, 0.06, 0.05), (0.92, 0.0, -0.20, 0.09, 0.09, 0.06)),
    eye=Eye(0.40, 0.165, 0.085, 0.052, 0.40, (0.04, 0.018, 0.008), (0.8, 0.6), 0.62),
    ear=Ear(
        path=((0.06, 0.12, 0.14), (0.02, 0.16, 0.23), (-0.03, 0.19, 0.30), (-0.06, 0.20, 0.34)),
        half=(0.05, 0.065, 0.05, 0.010), hollow=(0.8, 0.5, 0.0), cup=0.5, thick=0.03,
    ),
    fore=Limb(
        ((0.20, 0.90), (0.34, 0.64), (0.24, 0.55), (0.26, 0.31), (0.26, 0.08), (0.32, 0.02)), stout(HOOFED_FORE, 0.9, 1.2),
        0.095, 0.10,
    ),
    hind=Limb(
        ((-0.32, 0.78), (-0.22, 0.54), (-0.37, 0.33), (-0.34, 0.08), (-0.28, 0.02)), stout(HOOFED_HIND, 0.75, 1.15), 0.09, 0.10
    ),
    tail=Tail(((-0.42, 0.82, 0.022), (-0.46, 0.74, 0.017), (-0.475, 0.64, 0.014), (-0.48, 0.54, 0.012), (-0.475, 0.46, 0.010))),
    foot="cloven",
    foot_size=(0.085, 0.105),
    view_rad=1.15,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Sand-colored."""
    return quadruped.chosen(rng, member, COLOR, "#9a7444")


def build(params: Params) -> Thing:
    """The camel."""
    color = params.color
    skin = painted(
        varied(color, 3.0, 0.2),
        (shaded(color, 0.55), attribute("deep")),
        ((0.03, 0.020, 0.015), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.35), FORM.eye.iris) | {"mane": hair(shaded(color, 0.5))}
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.5), fits, Fur(0.030, 0.0009, 24000, _longer))
    return quadruped.build(FORM, coat, params, _brush)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    nostril = np.exp(-(((at.u - 0.93) / 0.05) ** 2 + ((at.hx - 0.09) / 0.03) ** 2 + ((at.hz - 0.03) / 0.018) ** 2))
    lip = np.exp(-(((at.hz + 0.085) / 0.012) ** 2)) * step(at.u, 0.62, 0.72)
    hump = at.trunk * step(at.z, 1.02, 1.16)
    return {
        "deep": np.maximum.reduce([0.7 * hump, 0.5 * at.neck * at.under, 0.3 * at.shin]),
        "dark": face * np.maximum(nostril, lip),
    }


def _longer(at: Where) -> F64:
    return np.asarray(0.7 + 1.6 * at.trunk * step(at.z, 1.0, 1.15) + 1.3 * at.neck * np.maximum(at.under, 0.3))


def _brush(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [tuft(form, skel, length=0.14, width=0.06, seed=3)]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.12)
