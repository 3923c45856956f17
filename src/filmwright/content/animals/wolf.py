"""A gray wolf."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("wolf",)
EXAMPLE = "A wolf in a snowy forest"
COLOR = "#75716b"
HOME = ("snow_valley", "meadow")

POINTED = Ear(
    path=((0.15, 0.165, 0.19), (0.14, 0.190, 0.29), (0.125, 0.210, 0.375), (0.12, 0.215, 0.425)),
    half=(0.105, 0.105, 0.066, 0.014), hollow=(1.0, 0.35, 0.0), cup=0.42, thick=0.035,
)  # fmt: skip
FORM = dog.FORM._replace(
    height_m=0.80,
    neck=((0.28, 0.82, 0.14, 0.20), (0.47, 0.90, 0.135, 0.18), (0.62, 0.965, 0.125, 0.155)),
    poll=(0.62, 0.985),
    head=0.46,
    pitch_deg=-12.0,
    skull=(
        (-0.12, 0.08, -0.12, 0.12), (0.0, 0.20, -0.20, 0.25), (0.14, 0.255, -0.24, 0.305), (0.28, 0.26, -0.24, 0.295),
        (0.40, 0.225, -0.23, 0.24), (0.49, 0.165, -0.215, 0.185), (0.58, 0.11, -0.20, 0.145), (0.72, 0.085, -0.18, 0.125),
        (0.86, 0.080, -0.165, 0.112), (0.95, 0.065, -0.13, 0.09), (1.0, 0.03, -0.07, 0.05),
    ),
    jaw=(),
    jaw_deg=0.0,
    lumps=((0.22, 0.25, -0.12, 0.15, 0.13, 0.14), (0.45, 0.11, 0.145, 0.06, 0.055, 0.04)),
    eye=Eye(0.505, 0.125, 0.085, 0.042, 0.80, (0.60, 0.36, 0.04), (0.36, 0.36), 0.66),
    ear=POINTED,
    fore=dog.FORM.fore._replace(girth=stout(PAWED_FORE, 1.0, 1.1)),
    hind=dog.FORM.hind._replace(girth=stout(PAWED_HIND, 1.0, 1.1)),
    tail=dog.FORM.tail._replace(
        rows=((-0.50, 0.86, 0.05), (-0.58, 0.76, 0.065), (-0.65, 0.62, 0.07), (-0.70, 0.47, 0.055), (-0.74, 0.34, 0.015))
    ),
    nose=(0.97, 0.03, 0.068),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray, with a dark back."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The wolf."""
    color = params.color
    skin = painted(
        varied(color, 8.0, 0.3),
        (shaded(color, 0.30), attribute("deep")),
        (shaded(color, 3.2) if max(color) < 0.5 else color, attribute("pale")),
        ((0.010, 0.008, 0.007), attribute("dark")),
    )
    coat = quadruped.Coat(
        masks,
        hairy(skin, FORM.height_m),
        fittings((0.012, 0.010, 0.009), FORM.eye.iris),
        Fur(0.065, 0.0012, 30000, longer),
    )
    return quadruped.build(FORM, coat, params)


def masks(at: Where) -> dict[str, F64]:
    """Dark saddle, pale cheeks, throat, belly and legs, dark bridge of the nose."""
    n = 0.25 * at.cloud(16.0, 4)
    face = at.head * (1 - at.ear)
    cheeks = face * np.maximum(step(at.hz, 0.00, -0.10), step(at.u, 0.55, 0.75) * step(at.hx, 0.05, 0.09))
    spot = face * np.exp(-(((at.u - 0.46) / 0.05) ** 2 + ((at.hx - 0.11) / 0.05) ** 2 + ((at.hz - 0.17) / 0.04) ** 2))
    pale = np.maximum.reduce(
        [cheeks, spot, at.under * (at.trunk + at.neck), 0.75 * at.shin, 0.8 * at.foot, 0.6 * at.ahead * at.neck]
    )
    deep = np.maximum(
        at.back * (at.trunk + 0.8 * at.neck) * np.clip(0.75 + n, 0, 1),
        np.maximum(0.6 * face * step(at.hz, 0.06, 0.16) * step(at.u, 0.6, 0.45), at.tail * step(at.along, 0.7, 0.95)),
    )
    lip = face * np.exp(-(((at.hz + 0.075) / 0.010) ** 2)) * step(at.u, 0.52, 0.60)
    return {"deep": np.maximum(deep, 0.7 * at.ear * (1 - at.inner)), "pale": pale, "dark": 0.8 * lip}


def longer(at: Where) -> F64:
    """A ruff at the cheeks and neck, a bushy tail."""
    ruff = at.head * (1 - at.ear) * step(at.hx, 0.14, 0.24) * step(at.u, 0.45, 0.30)
    return np.asarray(0.85 + 1.2 * at.neck + 2.0 * ruff + 0.6 * at.tail + 0.4 * at.under * at.trunk)


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.PAWED


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.08)
