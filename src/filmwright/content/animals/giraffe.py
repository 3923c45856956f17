"""A giraffe."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.mane import crest, tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, mapping, op, remap, voronoi
from filmwright.spec.shot import Action, Member

WORDS = ("giraffe",)
EXAMPLE = "A giraffe on the savanna"
COLOR = "#7a4420"
HOME = ("savanna", "meadow")

FORM = Form(
    height_m=2.9,
    torso=(
        (-0.40, 0.68, 0.60, 0.02), (-0.37, 0.77, 0.56, 0.09), (-0.28, 0.84, 0.55, 0.12), (-0.15, 0.865, 0.55, 0.13),
        (0.0, 0.90, 0.535, 0.14), (0.12, 0.95, 0.525, 0.145), (0.22, 1.0, 0.53, 0.135), (0.30, 0.98, 0.56, 0.115),
        (0.36, 0.88, 0.62, 0.08), (0.39, 0.78, 0.68, 0.03),
    ),
    neck=(
        (0.20, 0.84, 0.075, 0.15), (0.30, 1.05, 0.060, 0.118), (0.42, 1.35, 0.047, 0.086), (0.54, 1.66, 0.040, 0.066),
        (0.58, 1.76, 0.040, 0.062),
    ),
    poll=(0.575, 1.80),
    head=0.25,
    pitch_deg=-28.0,
    skull=(
        (-0.10, 0.10, -0.12, 0.10), (0.05, 0.20, -0.20, 0.17), (0.20, 0.22, -0.25, 0.20), (0.36, 0.19, -0.24, 0.20),
        (0.50, 0.14, -0.19, 0.16), (0.65, 0.10, -0.15, 0.12), (0.80, 0.085, -0.14, 0.115), (0.92, 0.07, -0.14, 0.118),
        (0.99, 0.02, -0.11, 0.08), (1.02, -0.02, -0.07, 0.03),
    ),
    lumps=((0.38, 0.16, 0.13, 0.10, 0.05, 0.04), (0.93, 0.07, 0.02, 0.07, 0.05, 0.05), (0.94, 0.0, -0.14, 0.07, 0.07, 0.05)),
    eye=Eye(0.40, 0.185, 0.07, 0.060, 0.35, (0.04, 0.018, 0.008), (0.8, 0.6), 0.78),
    ear=Ear(
        path=((0.06, 0.13, 0.10), (0.02, 0.28, 0.15), (-0.03, 0.44, 0.16), (-0.07, 0.57, 0.13)),
        half=(0.05, 0.105, 0.09, 0.01), hollow=(0.8, 0.1, -0.2), cup=0.5, thick=0.025,
    ),
    fore=Limb(
        ((0.20, 0.90), (0.30, 0.66), (0.21, 0.58), (0.22, 0.32), (0.22, 0.09), (0.25, 0.02)), stout(HOOFED_FORE, 0.72, 0.88),
        0.075, 0.080,
    ),
    hind=Limb(
        ((-0.28, 0.74), (-0.20, 0.54), (-0.34, 0.33), (-0.31, 0.09), (-0.28, 0.02)), stout(HOOFED_HIND, 0.72, 0.88), 0.07, 0.08
    ),
    tail=Tail(((-0.38, 0.76, 0.018), (-0.42, 0.68, 0.012), (-0.435, 0.58, 0.010), (-0.44, 0.48, 0.008), (-0.44, 0.40, 0.008))),
    foot="cloven",
    foot_size=(0.065, 0.075),
    view_rad=1.05,
    look_rad=0.5,
    grain=125.0,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Chestnut patches, lighter or darker."""
    return quadruped.chosen(rng, member, COLOR, "#8a5228")


def build(params: Params) -> Thing:
    """The giraffe."""
    color = params.color
    ground = (0.66, 0.47, 0.27)
    rest = coords("rest")
    wobble = op("vscale", op("noise_color", rest, 5.0, detail=2.0, roughness=0.5, distortion=0.0), 0.10)
    cells = voronoi(mapping(op("vadd", rest, wobble), scale=(1.0, 1.0, 0.85)), scale=4.6, feature="DISTANCE_TO_EDGE")
    patch = remap(cells, 0.055, 0.085) * attribute("patched")
    skin = painted(
        varied(ground, 2.0, 0.12),
        (varied(color, 3.0, 0.25), patch),
        ((0.86, 0.74, 0.56), attribute("pale")),
        ((0.05, 0.03, 0.02), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.3), FORM.eye.iris)
    fits |= {"mane": hair((0.03, 0.018, 0.010)), "ossicone": hairy(varied(shaded(color, 0.5), 9.0), 0.5)}
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.15, gloss=0.3, sheen=0.15), fits)
    return quadruped.build(FORM, coat, params, _crown)


def _masks(at: Where) -> dict[str, F64]:
    patched = (1 - at.ear) * (1 - step(at.z, 0.40, 0.24) * at.leg) * (1 - 0.9 * at.head * step(at.u, 0.25, 0.05))
    patched = patched * (1 - at.head * step(at.u, 0.1, 0.25)) * (1 - at.tail)
    pale = np.maximum.reduce([0.7 * at.under * at.trunk, at.leg * step(at.z, 0.40, 0.25), 0.5 * at.inner])
    nostril = np.exp(-(((at.u - 0.95) / 0.03) ** 2 + ((at.hx - 0.085) / 0.02) ** 2 + ((at.hz - 0.02) / 0.03) ** 2))
    lip = np.exp(-(((at.hz + 0.065) / 0.010) ** 2)) * step(at.u, 0.74, 0.84)
    muzzle = 0.35 * step(at.u, 0.80, 0.95)
    return {
        "patched": patched,
        "pale": pale,
        "dark": at.head * (1 - at.ear) * np.maximum.reduce([nostril, 0.7 * lip, muzzle]),
    }


def _crown(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.12, 0.085, 0.16), (0.05, 0.095, 0.34), (-0.01, 0.10, 0.46), (-0.03, 0.105, 0.51), (-0.035, 0.105, 0.53))
    horn = features.horns(form, skel, path, (0.055, 0.038, 0.045, 0.052, 0.03), name="ossicones", material="ossicone")
    return [horn, crest(form, skel, tall=0.030, thick=0.020), tuft(form, skel, length=0.20, width=0.06, seed=2)]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.2)
