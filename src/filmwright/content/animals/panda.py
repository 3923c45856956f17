"""A giant panda."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import bear
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, step, varied
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("panda", "giant panda", "panda bear")
EXAMPLE = "A panda in a bamboo forest"
COLOR = "#e6e0d4"
HOME = ("bamboo_forest", "meadow", "snow_valley", "park")

# A bear without the hump, its head rounder and its muzzle shorter.
FORM = bear.FORM._replace(
    height_m=0.80,
    torso=tuple((y, min(top, 0.97), bottom - 0.02, 1.05 * half) for y, top, bottom, half in bear.FORM.torso),
    head=0.50,
    skull=(
        (-0.10, 0.16, -0.22, 0.22), (0.05, 0.33, -0.32, 0.37), (0.20, 0.38, -0.36, 0.43), (0.36, 0.36, -0.35, 0.42),
        (0.50, 0.29, -0.32, 0.33), (0.62, 0.19, -0.29, 0.23), (0.74, 0.12, -0.27, 0.19), (0.86, 0.09, -0.25, 0.17),
        (0.94, 0.06, -0.20, 0.13), (0.98, 0.0, -0.12, 0.06),
    ),
    lumps=((0.30, 0.31, -0.17, 0.19, 0.17, 0.18), (0.86, 0.06, -0.10, 0.09, 0.09, 0.08)),
    eye=bear.FORM.eye._replace(u=0.60, x=0.185, z=0.10, radius=0.040, front=0.82),
    nose=(0.945, 0.035, 0.080),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black and white."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The panda."""
    skin = painted(varied(params.color, 6.0, 0.08), ((0.014, 0.012, 0.011), attribute("dark")))
    fits = fittings((0.010, 0.009, 0.008), FORM.eye.iris)
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m), fits, Fur(0.070, 0.0017, 30000, None, 0.45))
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    n = 0.015 * at.cloud(14.0, 2)
    # A band over the shoulders runs down into the forelegs; the hind legs are black from the thigh.
    band = step(at.y + 0.10 * (1 - at.z) + n, 0.14, 0.20) * (1 - at.head) * step(at.y + n, 0.56, 0.50)
    fore = at.leg * step(at.y + n, 0.0, 0.1)
    hind = at.leg * step(at.y, 0.0, -0.1) * step(at.z + n, 0.52, 0.44)
    patch = np.hypot((at.u - 0.58 + 0.35 * (at.hz - 0.08)) / 0.085, (at.hz - 0.06 + 0.45 * (at.hx - 0.18)) / 0.15)
    eye = at.head * (1 - at.ear) * step(patch, 1.1, 0.9) * step(at.hx, 0.085, 0.11)
    lip = at.head * (1 - at.ear) * np.exp(-(((at.hz + 0.15) / 0.010) ** 2)) * step(at.u, 0.74, 0.80)
    under = at.under * at.trunk * step(at.y, 0.05, 0.2)
    return {"dark": np.maximum.reduce([band, fore, hind, eye, at.ear, at.foot, 0.6 * lip, under])}


SPEEDS = {k: v for k, v in gait.speeds(0.5).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.NIBBLERS
SEATED = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, nibbles=True)
