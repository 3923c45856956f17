"""A polar bear: long neck, small head, no hump."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import bear
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("polar bear",)
EXAMPLE = "A polar bear in the snow"
COLOR = "#e8e2d2"
HOME = ("arctic", "snow_valley")

FORM = bear.FORM._replace(
    height_m=1.35,
    torso=tuple((y, min(top, 0.985), bottom, half) for y, top, bottom, half in bear.FORM.torso),
    neck=((0.32, 0.82, 0.17, 0.22), (0.54, 0.93, 0.14, 0.175), (0.74, 1.00, 0.125, 0.145)),
    poll=(0.74, 1.03),
    head=0.40,
    skull=(
        (-0.10, 0.12, -0.18, 0.18), (0.05, 0.25, -0.27, 0.27), (0.20, 0.285, -0.29, 0.31), (0.36, 0.265, -0.28, 0.28),
        (0.48, 0.21, -0.26, 0.225), (0.58, 0.155, -0.24, 0.175), (0.72, 0.12, -0.22, 0.150), (0.86, 0.10, -0.21, 0.140),
        (0.95, 0.07, -0.17, 0.115), (1.0, 0.02, -0.10, 0.06),
    ),
    lumps=((0.26, 0.23, -0.14, 0.16, 0.11, 0.14),),
    ear=bear.FORM.ear._replace(
        path=((0.13, 0.20, 0.19), (0.12, 0.25, 0.28), (0.115, 0.28, 0.345), (0.115, 0.29, 0.38)), half=(0.09, 0.11, 0.08, 0.015)
    ),
    eye=bear.FORM.eye._replace(x=0.140, z=0.10),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """White, a little yellow."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The polar bear."""
    color = params.color
    skin = painted(
        varied(color, 3.0, 0.08), (shaded(color, 0.7), attribute("deep")), ((0.015, 0.013, 0.012), attribute("dark"))
    )
    fits = fittings((0.02, 0.017, 0.015), FORM.eye.iris)
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m), fits, Fur(0.060, 0.0014, 30000))
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    lip = at.head * (1 - at.ear) * np.exp(-(((at.hz + 0.12) / 0.011) ** 2)) * step(at.u, 0.58, 0.66)
    return {"deep": 0.6 * at.under * (at.trunk + at.neck) + 0.4 * at.shin, "dark": np.maximum(lip, 0.5 * at.inner)}


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS
SEATED = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP)
