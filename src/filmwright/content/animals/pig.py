"""A pink pig."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, cmul
from filmwright.spec.shot import Action, Member

WORDS = ("pig", "piglet", "hog", "sow")
EXAMPLE = "A pig on a farm"
COLOR = "#d9a492"
HOME = ("farm", "meadow", "park")

FORM = Form(
    height_m=0.75,
    torso=(
        (-0.64, 0.70, 0.52, 0.04), (-0.60, 0.84, 0.40, 0.16), (-0.48, 0.94, 0.30, 0.23), (-0.28, 1.0, 0.25, 0.265),
        (-0.04, 1.02, 0.23, 0.28), (0.18, 1.01, 0.24, 0.27), (0.36, 0.98, 0.28, 0.24), (0.50, 0.92, 0.35, 0.20),
        (0.58, 0.84, 0.45, 0.14), (0.62, 0.74, 0.58, 0.05),
    ),
    neck=((0.40, 0.70, 0.22, 0.26), (0.56, 0.74, 0.20, 0.23), (0.68, 0.76, 0.18, 0.20)),
    poll=(0.62, 0.80),
    head=0.52,
    pitch_deg=-22.0,
    skull=(
        (-0.10, 0.16, -0.22, 0.22), (0.05, 0.28, -0.32, 0.31), (0.20, 0.31, -0.36, 0.33), (0.38, 0.26, -0.34, 0.30),
        (0.54, 0.18, -0.29, 0.235), (0.70, 0.135, -0.21, 0.175), (0.84, 0.125, -0.16, 0.145), (0.95, 0.135, -0.165, 0.16),
        (1.0, 0.135, -0.165, 0.16), (1.012, 0.10, -0.13, 0.12), (1.015, 0.03, -0.06, 0.04),
    ),
    lumps=((0.26, 0.22, -0.18, 0.18, 0.14, 0.16), (0.70, 0.0, -0.22, 0.16, 0.12, 0.07)),
    eye=Eye(0.44, 0.225, 0.13, 0.036, 0.60, (0.10, 0.06, 0.04), (0.6, 0.6), 0.66),
    ear=Ear(
        path=((0.08, 0.19, 0.24), (0.10, 0.26, 0.42), (0.20, 0.31, 0.52), (0.33, 0.33, 0.50)),
        half=(0.13, 0.16, 0.11, 0.012), hollow=(0.8, 0.3, -0.5), cup=0.35, thick=0.03,
    ),
    fore=Limb(
        ((0.34, 0.80), (0.48, 0.52), (0.36, 0.36), (0.38, 0.20), (0.38, 0.07), (0.41, 0.02)), stout(HOOFED_FORE, 1.25, 1.65),
        0.14, 0.145,
    ),
    hind=Limb(
        ((-0.42, 0.66), (-0.32, 0.40), (-0.52, 0.24), (-0.48, 0.07), (-0.45, 0.02)), stout(HOOFED_HIND, 1.25, 1.65), 0.14, 0.145
    ),
    tail=Tail(((-0.61, 0.78, 0.022), (-0.68, 0.80, 0.020), (-0.715, 0.74, 0.018), (-0.675, 0.705, 0.016), (-0.655, 0.76, 0.008))),
    foot="cloven",
    foot_size=(0.075, 0.095),
    skull_power=2.4,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Pink."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The pig."""
    color = params.color
    skin = painted(
        varied(color, 5.0, 0.10),
        (cmul(color, (0.95, 0.62, 0.60)), attribute("rosy")),
        ((0.10, 0.035, 0.03), attribute("dark")),
    )
    skin_of = hairy(skin, FORM.height_m, relief=0.35, gloss=0.35).model_copy(update={"subsurface": 0.15})
    return quadruped.build(FORM, quadruped.Coat(_masks, skin_of, fittings(shaded(color, 0.6), FORM.eye.iris)), params)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    snout = face * step(at.u, 0.955, 0.985)
    holes = face * step(np.hypot((at.hx - 0.062) / 0.032, (at.hz + 0.015) / 0.042), 1.1, 0.8) * step(at.u, 0.97, 0.99)
    lip = (
        face
        * np.exp(-(((at.hz + 0.165 - 0.10 * (0.9 - at.u)) / 0.010) ** 2))
        * step(at.u, 0.62, 0.70)
        * step(at.u, 0.95, 0.92)
    )
    rosy = np.maximum.reduce([0.8 * snout, 0.8 * at.inner, 0.35 * at.under, 0.5 * at.foot])
    return {"rosy": rosy, "dark": np.maximum(0.85 * holes, 0.5 * lip)}


SPEEDS = {k: v for k, v in gait.speeds(0.6).items() if k != "gallop"}
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.25)
