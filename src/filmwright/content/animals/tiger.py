"""A tiger."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, remap
from filmwright.spec.shot import Action, Member

WORDS = ("tiger", "tigress")
EXAMPLE = "A tiger in the jungle"
COLOR = "#b57239"
HOME = ("jungle", "meadow", "savanna", "snow_valley")

FORM = Form(
    height_m=0.95,
    torso=(
        (-0.66, 0.80, 0.70, 0.02), (-0.63, 0.90, 0.58, 0.10), (-0.54, 0.97, 0.50, 0.145), (-0.36, 0.99, 0.49, 0.155),
        (-0.15, 0.96, 0.45, 0.165), (0.05, 0.93, 0.41, 0.18), (0.20, 0.95, 0.39, 0.185), (0.34, 1.01, 0.39, 0.18),
        (0.46, 0.98, 0.42, 0.165), (0.55, 0.90, 0.48, 0.13), (0.62, 0.80, 0.58, 0.07), (0.65, 0.74, 0.65, 0.02),
    ),
    neck=((0.38, 0.82, 0.14, 0.19), (0.54, 0.93, 0.135, 0.175), (0.66, 1.02, 0.13, 0.16)),
    poll=(0.62, 1.04),
    head=0.44,
    pitch_deg=-14.0,
    skull=(
        (-0.10, 0.12, -0.16, 0.18), (0.03, 0.28, -0.28, 0.32), (0.18, 0.34, -0.33, 0.37), (0.34, 0.33, -0.34, 0.36),
        (0.48, 0.28, -0.33, 0.31), (0.60, 0.20, -0.31, 0.23), (0.72, 0.145, -0.30, 0.195), (0.84, 0.11, -0.29, 0.185),
        (0.94, 0.06, -0.25, 0.15), (1.0, -0.02, -0.17, 0.06),
    ),
    lumps=(
        (0.87, 0.085, -0.10, 0.14, 0.11, 0.09), (0.84, 0.0, -0.27, 0.11, 0.12, 0.07), (0.34, 0.27, -0.18, 0.17, 0.13, 0.16),
        (0.76, 0.0, 0.10, 0.26, 0.105, 0.08), (0.52, 0.16, 0.20, 0.09, 0.09, 0.05), (1.02, 0.0, -0.13, -0.07, 0.012, 0.07),
    ),
    eye=Eye(0.575, 0.165, 0.12, 0.056, 0.84, (0.50, 0.33, 0.05), (0.38, 0.38), 0.66),
    ear=Ear(
        path=((0.20, 0.22, 0.24), (0.19, 0.27, 0.36), (0.185, 0.30, 0.44), (0.18, 0.31, 0.485)),
        half=(0.12, 0.13, 0.095, 0.02), hollow=(1.0, 0.35, 0.0), cup=0.45, thick=0.05,
    ),
    fore=Limb(
        ((0.32, 0.94), (0.50, 0.64), (0.34, 0.48), (0.37, 0.19), (0.38, 0.07), (0.48, 0.03)), stout(PAWED_FORE, 1.2, 1.6),
        0.115, 0.13,
    ),
    hind=Limb(
        ((-0.46, 0.82), (-0.31, 0.50), (-0.60, 0.25), (-0.55, 0.07), (-0.44, 0.03)), stout(PAWED_HIND, 1.2, 1.5), 0.10, 0.12
    ),
    tail=Tail(((-0.62, 0.86, 0.055), (-0.78, 0.70, 0.05), (-0.90, 0.50, 0.045), (-1.02, 0.36, 0.042), (-1.16, 0.34, 0.035))),
    foot="paw",
    foot_size=(0.19, 0.155),
    nose=(0.985, 0.055, 0.085),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Orange, black and white."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The tiger."""
    color = params.color
    skin = painted(
        varied(color, 5.0, 0.15),
        ((0.80, 0.76, 0.70), attribute("pale")),
        ((0.012, 0.010, 0.009), remap(attribute("stripe"), 0.56, 0.66)),
        ((0.40, 0.20, 0.17), attribute("pink")),
        ((0.02, 0.014, 0.012), attribute("mouth")),
    )
    fits = fittings((0.012, 0.010, 0.009), FORM.eye.iris, nose=(0.34, 0.14, 0.11))
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.4), fits, Fur(0.035, 0.0011, 26000, _longer))
    return quadruped.build(FORM, coat, params)


def big_cat_pale(at: Where) -> F64:
    """The white of big cats: lips and chin, cheeks, over the eyes, chest, belly and the inside of the legs."""
    face = at.head * (1 - at.ear)
    chin = face * np.maximum(step(at.u, 0.70, 0.80) * step(at.hz, 0.03, -0.05), step(at.hz, -0.16, -0.26))
    brow = face * np.exp(-(((at.u - 0.56) / 0.07) ** 2 + ((at.hx - 0.17) / 0.09) ** 2 + ((at.hz - 0.22) / 0.06) ** 2))
    inside = at.leg * step(at.x * np.sign(at.x), 0.12, 0.07)
    return np.asarray(
        np.maximum.reduce([chin, brow, at.under * (at.trunk + 0.8 * at.neck), 0.7 * at.ahead * at.neck, 0.8 * inside])
    )


def mouth(at: Where) -> F64:
    """The dark line below the nose that parts and curves back under both lips."""
    middle = np.exp(-((at.hx / 0.014) ** 2)) * step(at.hz, 0.02, -0.01) * step(at.hz, -0.20, -0.17)
    lips = np.exp(-(((at.hz + 0.185 + 0.20 * np.cos(8.0 * np.minimum(at.hx, 0.20)) - 0.20) / 0.016) ** 2)) * step(
        at.hx, 0.21, 0.17
    )
    return np.asarray(at.head * (1 - at.ear) * step(at.u, 0.72, 0.80) * np.maximum(middle, lips))


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(6.0, 3)
    body = np.sin(42.0 * at.y + 3.2 * n + 7.0 * np.abs(at.z - 0.8))
    # Stripes that taper and break off, as brush strokes do.
    body = body - 0.35 - 0.4 * at.cloud(9.0, 8)
    legs = np.sin(40.0 * at.z + 2.0 * n) - 0.25
    ringed = np.sin(40.0 * at.along) - 0.1
    brow = (
        np.sin(36.0 * at.hz + 14.0 * at.hx + 1.5 * n)
        * step(at.u, 0.62, 0.50)
        * step(np.maximum(at.hz, at.hx), 0.16, 0.24)
    )
    cheek = np.sin(34.0 * at.u + 10.0 * at.hz) * step(at.hx, 0.22, 0.30)
    face = np.maximum(brow, cheek) * (1 - at.ear) - 0.15
    stripe = 0.5 + 0.5 * (
        body * (at.trunk + 0.8 * at.neck) + legs * at.leg * step(at.z, 0.10, 0.25) + ringed * at.tail + face * at.head
    )
    stripe = np.where(at.ear > 0, 1.0 - at.inner, stripe)
    return {"stripe": stripe, "pale": big_cat_pale(at), "pink": 0.5 * at.inner, "mouth": 0.9 * mouth(at)}


def _longer(at: Where) -> F64:
    ruff = at.head * (1 - at.ear) * step(at.hx, 0.22, 0.32) * step(at.u, 0.5, 0.35)
    return np.asarray(0.9 + 1.1 * ruff + 0.5 * at.under)


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.12)
