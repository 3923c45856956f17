"""A stag with antlers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Material, attribute, coords, mix, noise
from filmwright.spec.shot import Action, Member

WORDS = ("deer", "stag", "buck", "doe")
EXAMPLE = "A deer in a snowy forest"
COLOR = "#86634a"
HOME = ("snow_valley", "meadow", "park")

FORM = Form(
    height_m=1.1,
    torso=(
        (-0.50, 0.80, 0.68, 0.02), (-0.47, 0.90, 0.57, 0.10), (-0.38, 0.97, 0.53, 0.14), (-0.24, 0.97, 0.51, 0.145),
        (-0.08, 0.94, 0.48, 0.15), (0.08, 0.935, 0.45, 0.155), (0.22, 0.97, 0.445, 0.15), (0.30, 0.985, 0.45, 0.14),
        (0.38, 0.94, 0.47, 0.12), (0.45, 0.85, 0.54, 0.09), (0.49, 0.74, 0.62, 0.03),
    ),
    neck=((0.28, 0.82, 0.085, 0.18), (0.42, 1.02, 0.075, 0.14), (0.52, 1.22, 0.068, 0.105)),
    poll=(0.52, 1.28),
    head=0.36,
    pitch_deg=-30.0,
    skull=(
        (-0.08, 0.08, -0.12, 0.10), (0.04, 0.19, -0.22, 0.18), (0.18, 0.215, -0.26, 0.215), (0.34, 0.20, -0.25, 0.205),
        (0.48, 0.155, -0.21, 0.155), (0.64, 0.115, -0.165, 0.115), (0.80, 0.085, -0.14, 0.095), (0.92, 0.06, -0.12, 0.085),
        (0.985, 0.02, -0.09, 0.055), (1.01, -0.02, -0.06, 0.02),
    ),
    eye=Eye(0.41, 0.172, 0.085, 0.054, 0.42, (0.03, 0.014, 0.007), (0.8, 0.6), 0.8),
    ear=Ear(
        path=((0.08, 0.16, 0.12), (0.03, 0.30, 0.23), (-0.03, 0.44, 0.31), (-0.08, 0.54, 0.33)),
        half=(0.06, 0.125, 0.105, 0.010), hollow=(0.9, 0.1, 0.1), cup=0.5, thick=0.025,
    ),
    fore=Limb(
        ((0.24, 0.92), (0.40, 0.66), (0.26, 0.56), (0.28, 0.32), (0.28, 0.09), (0.31, 0.02)), stout(HOOFED_FORE, 0.85, 0.85),
        0.085, 0.085,
    ),
    hind=Limb(
        ((-0.34, 0.80), (-0.25, 0.58), (-0.48, 0.36), (-0.43, 0.09), (-0.40, 0.02)), stout(HOOFED_HIND, 0.85, 0.85), 0.08, 0.085
    ),
    tail=Tail(((-0.48, 0.88, 0.03), (-0.53, 0.84, 0.035), (-0.55, 0.77, 0.035), (-0.555, 0.70, 0.03), (-0.55, 0.65, 0.01))),
    foot="cloven",
    foot_size=(0.065, 0.072),
    nose=(0.975, 0.015, 0.052),
    grain=115.0,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Reddish brown."""
    return quadruped.chosen(rng, member, COLOR, "#7d5433")


def build(params: Params) -> Thing:
    """The stag."""
    color = params.color
    skin = painted(
        varied(color, 5.0, 0.2),
        (shaded(color, 0.5), attribute("deep")),
        ((0.74, 0.66, 0.56), attribute("pale")),
        ((0.012, 0.010, 0.009), attribute("dark")),
    )
    fits = fittings((0.02, 0.015, 0.012), FORM.eye.iris) | {
        "horn": Material(
            color=mix((0.30, 0.21, 0.13), (0.13, 0.085, 0.05), noise(coords("rest"), scale=45.0)), roughness=0.6
        ),
    }
    coat = quadruped.Coat(
        _masks, hairy(skin, FORM.height_m, relief=0.35), fits, Fur(0.022, 0.0009, 24000, _longer, 0.25)
    )
    return quadruped.build(FORM, coat, params, None if params.young else _antlers)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    throat = at.neck * at.ahead * step(at.z, 1.10, 1.18)
    rump = at.rear * (at.trunk + 0.7 * at.leg) * step(at.z, 0.62, 0.72) * step(at.y, -0.40, -0.46)
    inside = at.leg * step(np.abs(at.x), 0.09, 0.05)
    chin = face * step(at.hz, -0.08, -0.13) * step(at.u, 0.5, 0.7)
    pale = np.maximum.reduce(
        [0.8 * at.under * at.trunk, throat, rump, 0.6 * inside, chin, 0.9 * at.inner, at.tail * at.under]
    )
    lip = face * np.exp(-(((at.hz + 0.055) / 0.010) ** 2)) * step(at.u, 0.78, 0.86)
    deep = np.maximum(0.6 * at.back * at.neck, 0.5 * face * step(at.hz, 0.05, 0.12))
    return {"deep": deep, "pale": pale, "dark": lip}


def _longer(at: Where) -> F64:
    return np.asarray(0.9 + 1.2 * at.neck * at.ahead + 0.6 * at.tail)


_TINES = (
    ((0.06, 0.13, 0.266), (0.3, 0.16, 0.37), (0.48, 0.15, 0.518)),
    ((-0.16, 0.36, 0.562), (0.1, 0.44, 0.666), (0.24, 0.44, 0.829)),
    ((-0.15, 0.59, 0.873), (-0.34, 0.66, 1.006), (-0.38, 0.64, 1.154)),
)


def _antlers(form: Form, skel: Skeleton) -> Sequence[Part]:
    beam = ((0.1, 0.09, 0.17), (-0.06, 0.22, 0.429), (-0.22, 0.48, 0.681), (-0.1, 0.62, 0.947), (0.1, 0.55, 1.139))
    parts = [features.horns(form, skel, beam, (0.070, 0.062, 0.056, 0.046, 0.014), name="antlers", ridges=0.08)]
    for k, tine in enumerate(_TINES):
        parts.append(features.horns(form, skel, tine, (0.050, 0.040, 0.010), name=f"tines {k}"))
    return parts


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.1)
