"""A goat with horns swept back and a beard."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Material, attribute, coords, mix, noise
from filmwright.spec.shot import Action, Member

WORDS = ("goat", "billy goat", "kid goat")
EXAMPLE = "A goat in a meadow"
COLOR = "#d6cdbf"
HOME = ("meadow", "farm", "park")

FORM = Form(
    height_m=0.72,
    torso=(
        (-0.56, 0.80, 0.68, 0.03), (-0.53, 0.90, 0.56, 0.12), (-0.44, 0.97, 0.48, 0.17), (-0.28, 0.975, 0.43, 0.20),
        (-0.08, 0.965, 0.39, 0.215), (0.12, 0.965, 0.39, 0.205), (0.28, 1.0, 0.41, 0.18), (0.38, 0.98, 0.43, 0.155),
        (0.46, 0.90, 0.48, 0.12), (0.52, 0.80, 0.56, 0.06), (0.54, 0.74, 0.62, 0.02),
    ),
    neck=((0.30, 0.82, 0.10, 0.19), (0.44, 1.0, 0.085, 0.15), (0.54, 1.14, 0.078, 0.12)),
    poll=(0.53, 1.20),
    head=0.43,
    pitch_deg=-32.0,
    skull=(
        (-0.08, 0.08, -0.13, 0.11), (0.04, 0.19, -0.23, 0.18), (0.18, 0.215, -0.27, 0.205), (0.34, 0.20, -0.27, 0.195),
        (0.50, 0.155, -0.23, 0.155), (0.66, 0.115, -0.19, 0.12), (0.82, 0.09, -0.17, 0.105), (0.93, 0.06, -0.15, 0.095),
        (1.0, 0.0, -0.11, 0.055), (1.02, -0.04, -0.07, 0.02),
    ),
    lumps=((0.36, 0.15, 0.13, 0.10, 0.06, 0.05), (0.94, 0.05, 0.0, 0.06, 0.045, 0.045)),
    eye=Eye(0.38, 0.178, 0.08, 0.052, 0.42, (0.55, 0.36, 0.08), (0.80, 0.26), 0.76),
    ear=Ear(
        path=((0.13, 0.17, 0.06), (0.15, 0.29, 0.05), (0.19, 0.43, -0.03), (0.24, 0.53, -0.13)),
        half=(0.05, 0.095, 0.085, 0.012), hollow=(0.9, 0.0, -0.3), cup=0.45, thick=0.03,
    ),
    fore=Limb(
        ((0.28, 0.92), (0.44, 0.64), (0.30, 0.50), (0.32, 0.28), (0.32, 0.08), (0.36, 0.03)), stout(HOOFED_FORE, 1.0, 1.15),
        0.10, 0.105,
    ),
    hind=Limb(
        ((-0.40, 0.82), (-0.30, 0.54), (-0.52, 0.33), (-0.47, 0.08), (-0.43, 0.03)), stout(HOOFED_HIND, 1.0, 1.15), 0.10, 0.105
    ),
    tail=Tail(((-0.53, 0.90, 0.03), (-0.59, 0.97, 0.03), (-0.61, 1.05, 0.025), (-0.60, 1.11, 0.02), (-0.58, 1.15, 0.01))),
    foot="cloven",
    foot_size=(0.08, 0.085),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """White or tan."""
    return quadruped.chosen(rng, member, COLOR, "#a8835c", "#efe9df")


def build(params: Params) -> Thing:
    """The goat."""
    color = params.color
    skin = painted(
        varied(color, 7.0, 0.15),
        (shaded(color, 0.5), attribute("deep")),
        ((0.40, 0.24, 0.21), attribute("pink")),
        ((0.02, 0.014, 0.012), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.4), FORM.eye.iris) | {
        "beard": hair(shaded(color, 0.8)),
        "horn": Material(
            color=mix((0.20, 0.155, 0.11), (0.085, 0.062, 0.045), noise(coords("rest"), scale=40.0)), roughness=0.5
        ),
    }
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.4), fits, Fur(0.045, 0.0013, 24000, _longer))
    return quadruped.build(FORM, coat, params, _horns)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    nostril = np.exp(-(((at.u - 0.965) / 0.03) ** 2 + ((at.hx - 0.05) / 0.02) ** 2 + ((at.hz + 0.01) / 0.025) ** 2))
    lip = np.exp(-(((at.hz + 0.085) / 0.010) ** 2)) * step(at.u, 0.78, 0.86)
    deep = np.maximum(0.6 * at.shin, 0.4 * at.back * at.trunk * np.exp(-((at.x / 0.03) ** 2)))
    return {"deep": deep, "pink": 0.5 * at.inner, "dark": face * np.maximum(nostril, 0.8 * lip)}


def _longer(at: Where) -> F64:
    return np.asarray(0.8 + 0.9 * at.trunk * step(at.z, 0.65, 0.45) + 0.3 * at.neck)


def _horns(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.15, 0.070, 0.15), (0.09, 0.085, 0.33), (-0.06, 0.125, 0.47), (-0.28, 0.19, 0.50), (-0.47, 0.26, 0.40))
    rng = np.random.default_rng(4)
    frame, length, count = head_frame(skel.joints), form.head * form.height_m, 12
    chin = np.array([frame.at(0.84 + 0.08 * rng.random(), rng.normal(0, 0.02), -0.15, length) for _ in range(count)])
    falls = np.array([[rng.normal(0, 0.06), -0.12, -1.0] for _ in range(count)])
    beard = features.locks(
        "beard", "beard", skel, chin, falls, 0.42 * length * rng.uniform(0.6, 1.1, count),
        width=0.024 * length, seed=4, weights=features.rigid(skel, "head", count),
    )  # fmt: skip
    return [features.horns(form, skel, path, (0.082, 0.074, 0.060, 0.042, 0.010), ridges=0.16), beard]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.2)
