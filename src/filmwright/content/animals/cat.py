"""A cat, its tail up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, remap
from filmwright.spec.shot import Action, Member

WORDS = ("cat", "kitty", "tomcat", "kitten")
EXAMPLE = "An orange cat in a studio"
COLOR = "#c98a4b"
HOME = ("garden", "park", "meadow", "cafe")

FORM = Form(
    height_m=0.26,
    torso=(
        (-0.66, 0.84, 0.74, 0.02), (-0.62, 0.92, 0.64, 0.10), (-0.52, 0.985, 0.57, 0.14), (-0.35, 1.0, 0.55, 0.15),
        (-0.15, 0.98, 0.51, 0.16), (0.05, 0.955, 0.47, 0.17), (0.22, 0.965, 0.45, 0.17), (0.36, 1.0, 0.46, 0.165),
        (0.46, 0.985, 0.50, 0.15), (0.54, 0.90, 0.57, 0.11), (0.60, 0.80, 0.67, 0.05), (0.62, 0.75, 0.71, 0.02),
    ),
    neck=((0.36, 0.84, 0.13, 0.17), (0.50, 0.98, 0.125, 0.155), (0.61, 1.12, 0.13, 0.14)),
    poll=(0.57, 1.16),
    head=0.45,
    pitch_deg=-10.0,
    skull=(
        (-0.08, 0.10, -0.12, 0.15), (0.05, 0.30, -0.26, 0.34), (0.20, 0.38, -0.33, 0.41), (0.38, 0.39, -0.36, 0.42),
        (0.53, 0.33, -0.36, 0.37), (0.66, 0.20, -0.34, 0.28), (0.78, 0.08, -0.32, 0.21), (0.88, 0.04, -0.29, 0.17),
        (0.95, 0.0, -0.24, 0.12), (0.99, -0.05, -0.17, 0.05),
    ),
    lumps=(
        (0.42, 0.29, -0.17, 0.17, 0.14, 0.17), (0.86, 0.085, -0.16, 0.11, 0.10, 0.085), (0.82, 0.0, -0.29, 0.09, 0.10, 0.06),
        (0.74, 0.0, 0.06, 0.20, 0.07, 0.09), (0.58, 0.19, 0.20, 0.09, 0.11, 0.05),
    ),
    eye=Eye(0.635, 0.195, 0.055, 0.112, 0.86, (0.42, 0.42, 0.06), (0.42, 0.66), 0.74),
    ear=Ear(
        path=((0.27, 0.19, 0.20), (0.26, 0.245, 0.38), (0.245, 0.29, 0.52), (0.24, 0.315, 0.61)),
        half=(0.18, 0.155, 0.085, 0.012),
        hollow=(1.0, 0.35, 0.0), cup=0.40, thick=0.03,
    ),
    fore=Limb(
        ((0.34, 0.93), (0.50, 0.66), (0.32, 0.50), (0.36, 0.20), (0.37, 0.07), (0.45, 0.03)), stout(PAWED_FORE, 1.0, 1.05),
        0.10, 0.105,
    ),
    hind=Limb(
        ((-0.46, 0.84), (-0.30, 0.52), (-0.62, 0.27), (-0.56, 0.07), (-0.47, 0.03)), stout(PAWED_HIND, 1.05, 1.05), 0.09, 0.10
    ),
    tail=Tail(((-0.62, 0.90, 0.055), (-0.79, 0.97, 0.053), (-0.91, 1.14, 0.05), (-0.94, 1.36, 0.046), (-0.87, 1.56, 0.034))),
    foot="paw",
    foot_size=(0.15, 0.12),
    nose=(0.945, -0.035, 0.055),
    look_rad=0.5,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A tabby, orange or gray."""
    return quadruped.chosen(rng, member, COLOR, "#8f8478", "#c98a4b")


def build(params: Params) -> Thing:
    """The cat."""
    color = params.color
    skin = painted(
        varied(color, 20.0),
        (shaded(color, 0.40), remap(attribute("stripe"), 0.50, 0.66) * 0.75),
        ((0.78, 0.72, 0.66) if max(color) > 0.08 else shaded(color, 1.6), attribute("pale")),
        ((0.42, 0.20, 0.17), attribute("pink")),
        ((0.012, 0.009, 0.008), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.5), FORM.eye.iris, nose=(0.30, 0.12, 0.10))
    fits["whisker"] = features.whisker()
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m), fits, Fur(0.060, 0.0015, 24000))
    return quadruped.build(FORM, coat, params, _whiskers)


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(7.0, 3)
    body = np.sin(46.0 * at.y + 2.6 * n + 7.0 * at.z)
    legs = np.sin(48.0 * at.z + 1.5 * n)
    ringed = np.sin(42.0 * at.along + 0.5 * n)
    brow = np.sin(38.0 * at.hx + 0.8 * n) * step(at.hz, 0.12, 0.26)
    stripe = 0.5 + 0.5 * (body * at.trunk + legs * at.leg + ringed * at.tail + body * 0.6 * at.neck + brow * at.head)
    chin = (
        at.head * (1 - at.ear) * np.maximum(step(at.u, 0.72, 0.86) * step(at.hz, 0.03, -0.06), step(at.hz, -0.2, -0.32))
    )
    pale = np.maximum.reduce(
        [0.9 * chin, 0.8 * at.under * (at.trunk + at.neck), at.foot, 0.7 * at.ahead * at.neck * step(at.z, 1.0, 0.8)]
    )
    mouth = np.exp(-((at.hx / 0.010) ** 2)) * step(at.hz, -0.06, -0.08) * step(at.hz, -0.20, -0.18)
    smile = np.exp(-(((at.hz + 0.205 - 0.5 * at.hx) / 0.010) ** 2)) * step(at.hx, 0.16, 0.13)
    dark = at.head * (1 - at.ear) * step(at.u, 0.76, 0.82) * np.maximum(mouth, smile)
    return {"stripe": stripe * (1 - at.foot), "pale": pale, "pink": 0.8 * at.inner, "dark": 0.55 * dark}


def _whiskers(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [
        features.whiskers(
            form, skel, [(0.88, 0.12, -0.13 + 0.035 * k, 0.30 - 0.10 * k, 0.62, -0.16 + 0.11 * k) for k in range(4)]
        )
    ]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.PETS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.12)
