"""A red fox."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import wolf
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("fox", "vixen", "red fox")
EXAMPLE = "A fox in a snowy forest"
COLOR = "#a85f30"
HOME = ("snow_valley", "meadow", "park")

FORM = wolf.FORM._replace(
    height_m=0.40,
    poll=(0.58, 1.09),
    head=0.52,
    pitch_deg=-10.0,
    neck=((0.28, 0.80, 0.12, 0.19), (0.45, 0.94, 0.115, 0.165), (0.58, 1.06, 0.11, 0.14)),
    skull=(
        (-0.12, 0.08, -0.12, 0.12), (0.0, 0.20, -0.20, 0.25), (0.14, 0.25, -0.24, 0.31), (0.28, 0.245, -0.24, 0.30),
        (0.40, 0.20, -0.22, 0.24), (0.50, 0.135, -0.19, 0.17), (0.60, 0.080, -0.165, 0.115), (0.74, 0.055, -0.145, 0.085),
        (0.88, 0.045, -0.125, 0.068), (0.96, 0.035, -0.09, 0.055), (1.0, 0.015, -0.05, 0.03),
    ),
    eye=Eye(0.49, 0.135, 0.075, 0.048, 0.80, (0.30, 0.14, 0.02), (0.40, 0.60), 0.66),
    ear=Ear(
        path=((0.18, 0.16, 0.19), (0.17, 0.20, 0.36), (0.155, 0.24, 0.52), (0.15, 0.26, 0.62)),
        half=(0.15, 0.145, 0.085, 0.010), hollow=(1.0, 0.30, 0.0), cup=0.42, thick=0.03,
    ),
    fore=wolf.FORM.fore._replace(girth=stout(PAWED_FORE, 0.9, 0.95)),
    hind=wolf.FORM.hind._replace(girth=stout(PAWED_HIND, 0.9, 0.95)),
    tail=wolf.FORM.tail._replace(
        rows=((-0.50, 0.84, 0.06), (-0.66, 0.72, 0.10), (-0.84, 0.58, 0.125), (-1.02, 0.46, 0.105), (-1.18, 0.40, 0.02))
    ),
    nose=(0.975, 0.010, 0.052),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Red, white and black."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The fox."""
    skin = painted(
        varied(params.color, 14.0, 0.2),
        ((0.82, 0.79, 0.74), attribute("pale")),
        ((0.012, 0.009, 0.008), attribute("dark")),
    )
    coat = quadruped.Coat(
        _masks,
        hairy(skin, FORM.height_m),
        fittings((0.012, 0.010, 0.009), FORM.eye.iris),
        Fur(0.065, 0.0014, 28000, wolf.longer),
    )
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    cheeks = face * np.maximum(
        step(at.hz, -0.05, -0.10), step(at.u, 0.40, 0.62) * step(at.hz, 0.01, -0.03) * step(at.hx, 0.03, 0.06)
    )
    tip = at.tail * step(at.along, 0.74, 0.84)
    pale = np.maximum.reduce(
        [cheeks, tip, at.under * at.trunk, at.neck * np.maximum(at.under, at.ahead * step(at.z, 1.02, 0.9))]
    )
    socks = at.leg * step(at.z, 0.42, 0.24)
    backs = (at.ear > 0) * (1 - at.inner) * step(at.hz, 0.24, 0.36)
    lip = face * np.exp(-(((at.hz + 0.065) / 0.010) ** 2)) * step(at.u, 0.55, 0.62)
    return {"pale": np.maximum(pale, 0.7 * at.inner), "dark": np.maximum.reduce([socks, at.foot, backs, 0.7 * lip])}


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.08)
