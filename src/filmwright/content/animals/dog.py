"""A dog: a retriever with hanging ears, its mouth a little open."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("dog", "puppy", "hound", "doggy")
EXAMPLE = "A brown dog in a park"
COLOR = "#ad8350"
HOME = ("park", "meadow", "beach")

FORM = Form(
    height_m=0.58,
    torso=(
        (-0.55, 0.78, 0.68, 0.02), (-0.52, 0.86, 0.60, 0.09), (-0.44, 0.93, 0.55, 0.125), (-0.30, 0.965, 0.545, 0.13),
        (-0.14, 0.965, 0.53, 0.135), (0.02, 0.955, 0.475, 0.15), (0.16, 0.965, 0.435, 0.165), (0.28, 1.0, 0.42, 0.165),
        (0.38, 0.99, 0.44, 0.15), (0.46, 0.93, 0.50, 0.12), (0.52, 0.84, 0.60, 0.07), (0.55, 0.76, 0.68, 0.02),
    ),
    neck=((0.28, 0.82, 0.11, 0.18), (0.42, 0.98, 0.095, 0.145), (0.53, 1.14, 0.09, 0.12)),
    poll=(0.52, 1.19),
    head=0.47,
    pitch_deg=-14.0,
    skull=(
        (-0.12, 0.08, -0.12, 0.10), (0.0, 0.20, -0.20, 0.22), (0.14, 0.255, -0.24, 0.275), (0.28, 0.265, -0.24, 0.285),
        (0.40, 0.245, -0.23, 0.255), (0.49, 0.185, -0.21, 0.205), (0.57, 0.12, -0.175, 0.165), (0.72, 0.10, -0.155, 0.150),
        (0.86, 0.10, -0.15, 0.142), (0.95, 0.085, -0.12, 0.115), (1.0, 0.04, -0.07, 0.06),
    ),
    jaw=(
        (-0.06, 0.02, -0.09, 0.10), (0.05, 0.03, -0.13, 0.15), (0.25, 0.01, -0.115, 0.135), (0.45, 0.0, -0.09, 0.115),
        (0.56, 0.0, -0.075, 0.10), (0.63, -0.005, -0.05, 0.07), (0.66, -0.02, -0.035, 0.03),
    ),
    jaw_deg=14.0,
    lumps=((0.26, 0.19, -0.08, 0.14, 0.09, 0.13), (0.47, 0.115, 0.155, 0.06, 0.055, 0.04), (0.83, 0.085, -0.06, 0.12, 0.075, 0.09)),
    eye=Eye(0.525, 0.135, 0.105, 0.052, 0.80, (0.10, 0.035, 0.010), (0.6, 0.6), 0.78),
    ear=Ear(
        path=(
            (0.12, 0.17, 0.22), (0.14, 0.27, 0.235), (0.17, 0.325, 0.14), (0.20, 0.345, -0.02), (0.23, 0.335, -0.16),
            (0.24, 0.315, -0.24),
        ),
        half=(0.09, 0.12, 0.15, 0.16, 0.12, 0.02),
        hollow=(0.0, -0.8, -0.6),
        cup=0.22,
        thick=0.035,
    ),
    fore=Limb(((0.28, 0.93), (0.45, 0.66), (0.27, 0.50), (0.30, 0.22), (0.31, 0.07), (0.40, 0.03)), PAWED_FORE, 0.10, 0.115),
    hind=Limb(((-0.38, 0.80), (-0.25, 0.50), (-0.52, 0.27), (-0.47, 0.07), (-0.38, 0.03)), PAWED_HIND, 0.09, 0.11),
    tail=Tail(((-0.50, 0.86, 0.05), (-0.63, 0.86, 0.05), (-0.77, 0.92, 0.045), (-0.88, 1.03, 0.035), (-0.94, 1.16, 0.012))),
    foot="paw",
    foot_size=(0.155, 0.115),
    nose=(0.97, 0.055, 0.082),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A dog of one color or another."""
    return quadruped.chosen(rng, member, COLOR, "#b99764", "#7d5a3a")


def build(params: Params) -> Thing:
    """The dog."""
    color = params.color
    skin = painted(
        varied(color, 8.0),
        (shaded(color, 1.9), attribute("pale")),
        (shaded(color, 0.45), attribute("deep")),
        ((0.010, 0.008, 0.007), attribute("dark")),
    )
    coat = quadruped.Coat(
        _masks,
        hairy(skin, FORM.height_m),
        fittings(shaded(color, 0.4), FORM.eye.iris),
        Fur(0.055, 0.0013, 26000, _longer),
    )
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    pale = 0.6 * at.under * (at.trunk + at.neck) + 0.5 * at.foot + 0.4 * at.tail * at.under
    lip = at.head * np.exp(-(((at.hz + 0.135) / 0.018) ** 2)) * step(at.u, 0.42, 0.55)
    return {"pale": pale, "deep": 0.7 * at.ear * (1 - at.inner) + 0.3 * at.ear, "dark": lip * (1 - at.ear)}


def _longer(at: Where) -> F64:
    """A retriever's feathers: under the neck and belly, behind the legs, under the tail and on the ears."""
    feathers = (
        at.under * (0.9 * at.trunk + 0.7 * at.neck) + 1.3 * at.rear * at.leg * (1 - at.foot) + 0.6 * at.ahead * at.trunk
    )
    return np.asarray(0.8 + feathers + at.tail * (0.5 + 1.3 * at.under) + 0.3 * at.ear)


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.PETS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.35)
