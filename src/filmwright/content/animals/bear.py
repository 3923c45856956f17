"""A brown bear, with the hump of its shoulders."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("bear", "brown bear", "grizzly")
EXAMPLE = "A bear in a snowy forest"
COLOR = "#5a3620"
HOME = ("snow_valley", "meadow")

FORM = Form(
    height_m=1.05,
    torso=(
        (-0.62, 0.72, 0.56, 0.04), (-0.58, 0.84, 0.46, 0.14), (-0.48, 0.93, 0.39, 0.205), (-0.32, 0.95, 0.36, 0.235),
        (-0.12, 0.93, 0.345, 0.245), (0.06, 0.94, 0.35, 0.245), (0.20, 1.0, 0.37, 0.235), (0.30, 1.06, 0.40, 0.215),
        (0.40, 1.0, 0.43, 0.19), (0.50, 0.90, 0.51, 0.15), (0.56, 0.80, 0.62, 0.06),
    ),
    neck=((0.32, 0.84, 0.18, 0.23), (0.48, 0.93, 0.165, 0.20), (0.62, 0.98, 0.16, 0.175)),
    poll=(0.60, 1.01),
    head=0.46,
    pitch_deg=-16.0,
    skull=(
        (-0.10, 0.14, -0.20, 0.20), (0.05, 0.30, -0.30, 0.32), (0.20, 0.335, -0.33, 0.37), (0.36, 0.305, -0.31, 0.34),
        (0.48, 0.225, -0.28, 0.26), (0.58, 0.135, -0.245, 0.185), (0.72, 0.095, -0.23, 0.155), (0.86, 0.09, -0.22, 0.145),
        (0.95, 0.07, -0.18, 0.12), (1.0, 0.02, -0.10, 0.06),
    ),
    lumps=((0.26, 0.29, -0.15, 0.17, 0.13, 0.17), (0.45, 0.14, 0.20, 0.07, 0.07, 0.04)),
    eye=Eye(0.515, 0.155, 0.105, 0.037, 0.78, (0.05, 0.02, 0.008), (0.6, 0.6), 0.8),
    ear=Ear(
        path=((0.13, 0.23, 0.23), (0.12, 0.29, 0.35), (0.115, 0.325, 0.44), (0.115, 0.34, 0.49)),
        half=(0.12, 0.145, 0.11, 0.02), hollow=(1.0, 0.25, 0.0), cup=0.45, thick=0.06,
    ),
    fore=Limb(
        ((0.26, 0.92), (0.42, 0.64), (0.27, 0.46), (0.30, 0.17), (0.31, 0.07), (0.42, 0.03)), stout(PAWED_FORE, 1.6, 2.15),
        0.13, 0.155,
    ),
    hind=Limb(
        ((-0.42, 0.76), (-0.30, 0.42), (-0.52, 0.15), (-0.49, 0.07), (-0.36, 0.03)), stout(PAWED_HIND, 1.55, 2.15), 0.12, 0.15
    ),
    tail=Tail(((-0.60, 0.76, 0.05), (-0.64, 0.74, 0.045), (-0.67, 0.71, 0.04), (-0.685, 0.68, 0.03), (-0.69, 0.66, 0.02))),
    foot="paw",
    foot_size=(0.22, 0.18),
    nose=(0.965, 0.035, 0.078),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown, lighter or darker."""
    return quadruped.chosen(rng, member, COLOR, "#6b4226", "#4a2c1a")


def build(params: Params) -> Thing:
    """The bear."""
    color = params.color
    skin = painted(
        varied(color, 4.0),
        (shaded(color, 1.7), attribute("pale")),
        (shaded(color, 0.5), attribute("deep")),
        ((0.012, 0.009, 0.008), attribute("dark")),
    )
    coat = quadruped.Coat(
        _masks,
        hairy(skin, FORM.height_m, relief=0.8, sheen=0.35, gloss=0.1),
        fittings(shaded(color, 0.35), FORM.eye.iris),
        Fur(0.075, 0.0015, 28000, _longer),
    )
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    muzzle = at.head * (1 - at.ear) * step(at.u, 0.50, 0.66)
    hump = 0.5 * at.back * at.trunk * np.exp(-(((at.y - 0.3) / 0.16) ** 2))
    lip = at.head * np.exp(-(((at.hz + 0.13) / 0.012) ** 2)) * step(at.u, 0.56, 0.64) * (1 - at.ear)
    return {
        "pale": np.maximum(0.75 * muzzle, hump),
        "deep": np.maximum(0.8 * at.shin, 0.5 * at.under) * (1 - muzzle),
        "dark": lip,
    }


def _longer(at: Where) -> F64:
    return np.asarray(0.9 + 0.35 * at.neck + 0.3 * at.under + 0.5 * at.head * step(at.u, 0.45, 0.30) * (1 - at.ear))


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS
SEATED = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP)
