"""A Holstein cow: patches on white, horns, an udder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.mane import tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, remap
from filmwright.spec.shot import Action, Member

WORDS = ("cow", "cattle", "dairy cow", "calf")
EXAMPLE = "A cow in a meadow"
COLOR = "#14100e"
HOME = ("farm", "meadow", "park")

FORM = Form(
    height_m=1.45,
    torso=(
        (-0.60, 0.84, 0.66, 0.03), (-0.58, 0.95, 0.56, 0.12), (-0.50, 1.0, 0.50, 0.18), (-0.36, 0.99, 0.46, 0.205),
        (-0.18, 0.97, 0.40, 0.235), (0.0, 0.965, 0.375, 0.245), (0.18, 0.975, 0.385, 0.225), (0.32, 1.0, 0.40, 0.19),
        (0.42, 0.97, 0.42, 0.165), (0.52, 0.90, 0.47, 0.13), (0.57, 0.80, 0.56, 0.08), (0.60, 0.70, 0.62, 0.02),
    ),
    neck=((0.36, 0.80, 0.12, 0.21), (0.52, 0.91, 0.095, 0.165), (0.66, 1.0, 0.09, 0.13)),
    poll=(0.68, 1.07),
    head=0.42,
    pitch_deg=-36.0,
    skull=(
        (-0.08, 0.08, -0.14, 0.12), (0.04, 0.19, -0.24, 0.20), (0.16, 0.21, -0.29, 0.235), (0.32, 0.20, -0.29, 0.22),
        (0.48, 0.16, -0.24, 0.175), (0.64, 0.13, -0.19, 0.145), (0.80, 0.12, -0.18, 0.148), (0.92, 0.09, -0.185, 0.165),
        (0.99, 0.03, -0.15, 0.125), (1.02, -0.02, -0.08, 0.05),
    ),
    lumps=((0.33, 0.17, 0.14, 0.10, 0.06, 0.05), (0.93, 0.09, 0.02, 0.07, 0.06, 0.06), (0.94, 0.0, -0.17, 0.09, 0.10, 0.05)),
    masses=((0.055, -0.34, 0.42, 0.10, 0.13, 0.10), (0.0, 0.52, 0.55, 0.03, 0.10, 0.13)),
    eye=Eye(0.35, 0.205, 0.075, 0.050, 0.35, (0.04, 0.018, 0.008), (0.8, 0.55), 0.8),
    ear=Ear(
        path=((0.09, 0.18, 0.07), (0.08, 0.33, 0.09), (0.07, 0.50, 0.07), (0.08, 0.63, 0.01)),
        half=(0.06, 0.12, 0.105, 0.012), hollow=(0.9, 0.0, -0.3), cup=0.45, thick=0.03,
    ),
    fore=Limb(
        ((0.32, 0.92), (0.50, 0.62), (0.35, 0.48), (0.37, 0.27), (0.37, 0.09), (0.41, 0.03)), stout(HOOFED_FORE, 1.05, 1.3),
        0.12, 0.13,
    ),
    hind=Limb(
        ((-0.44, 0.82), (-0.33, 0.52), (-0.56, 0.33), (-0.51, 0.09), (-0.47, 0.03)), stout(HOOFED_HIND, 1.0, 1.25), 0.12, 0.13
    ),
    tail=Tail(((-0.585, 0.93, 0.024), (-0.635, 0.84, 0.018), (-0.650, 0.66, 0.014), (-0.650, 0.48, 0.012), (-0.645, 0.34, 0.012))),
    foot="cloven",
    foot_size=(0.09, 0.105),
    view_rad=1.0,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black and white, unless the text gives the patches another color."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The cow."""
    color = params.color
    skin = painted(
        varied((0.78, 0.75, 0.70), 3.0, 0.08),
        (varied(color, 4.0, 0.15), remap(attribute("patch"), 0.46, 0.54)),
        ((0.62, 0.36, 0.32), attribute("pink")),
        ((0.02, 0.014, 0.013), attribute("dark")),
    )
    fits = fittings((0.02, 0.016, 0.014), FORM.eye.iris) | {"mane": hair((0.55, 0.52, 0.48))}
    coat = quadruped.Coat(
        lambda at: _masks(at, params.seed), hairy(skin, FORM.height_m, relief=0.25, gloss=0.3, sheen=0.15), fits
    )
    return quadruped.build(FORM, coat, params, _horns)


def _masks(at: Where, seed: int) -> dict[str, F64]:
    n = at.cloud(4.6, seed) + 0.12 * at.cloud(22.0, seed + 1)
    low = step(at.z, 0.52, 0.40)
    patch = 0.5 + 1.2 * (n + 0.04) - 2.0 * low * (at.leg + at.under * at.trunk) - 0.9 * at.under * at.trunk
    blaze = np.exp(-((at.hx / (0.075 - 0.03 * step(at.u, 0.2, 0.5) + 0.09 * step(at.u, 0.6, 0.85))) ** 4)) * step(
        at.hz, -0.02, 0.04
    )
    patch = patch * (1 - at.head) + at.head * (1 - np.maximum(blaze, step(at.u, 0.66, 0.80)))
    patch = np.where(at.ear > 0, 1.0 - 0.3 * at.inner, patch) * (1 - at.tail)
    muzzle = at.head * (1 - at.ear) * step(at.u, 0.82, 0.90)
    udder = (
        step(np.hypot((at.y + 0.34) / 0.14, (at.z - 0.40) / 0.10), 1.15, 0.85)
        * step(np.abs(at.x), 0.17, 0.14)
        * (1 - at.leg)
    )
    nostril = np.exp(-(((at.u - 0.965) / 0.03) ** 2 + ((at.hx - 0.10) / 0.026) ** 2 + ((at.hz - 0.015) / 0.03) ** 2))
    lip = np.exp(-(((at.hz + 0.105) / 0.010) ** 2)) * step(at.u, 0.72, 0.82)
    pink = np.maximum.reduce([0.9 * muzzle, 0.9 * udder, 0.5 * at.inner])
    return {
        "patch": np.clip(patch, 0, 1),
        "pink": pink,
        "dark": at.head * (1 - at.ear) * np.maximum(nostril, 0.7 * lip),
    }


def _horns(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.04, 0.12, 0.12), (0.0, 0.24, 0.22), (0.02, 0.34, 0.31), (0.08, 0.36, 0.42))
    return [
        features.horns(form, skel, path, (0.052, 0.048, 0.034, 0.008)),
        tuft(form, skel, length=0.20, width=0.06, seed=2),
    ]


SPEEDS = gait.speeds(0.9, run=gait.TROT)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.15)
