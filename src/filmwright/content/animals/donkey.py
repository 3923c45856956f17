"""A donkey: long ears, an upright mane, a pale muzzle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import zebra
from filmwright.content.animals._anatomy import gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Ear, Form
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.mane import crest, tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("donkey", "mule")
EXAMPLE = "A donkey on a farm"
COLOR = "#7d766d"
HOME = ("farm", "meadow", "park")
FORM = zebra.FORM._replace(
    height_m=1.15,
    neck=((0.28, 0.80, 0.10, 0.21), (0.44, 0.96, 0.085, 0.16), (0.57, 1.07, 0.072, 0.13), (0.64, 1.15, 0.065, 0.10)),
    poll=(0.64, 1.17),
    head=0.46,
    pitch_deg=-44.0,
    ear=Ear(
        path=((0.03, 0.105, 0.10), (-0.04, 0.20, 0.27), (-0.12, 0.295, 0.46), (-0.19, 0.355, 0.60)),
        half=(0.060, 0.100, 0.088, 0.012), hollow=(0.9, 0.25, 0.2), cup=0.5, thick=0.022,
    ),
    grain=100.0,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray or brown."""
    return quadruped.chosen(rng, member, COLOR, "#6f5d4c")


def build(params: Params) -> Thing:
    """The donkey."""
    color = params.color
    skin = painted(
        varied(color, 5.0, 0.2),
        (shaded(color, 0.35), attribute("deep")),
        ((0.62, 0.57, 0.50), attribute("pale")),
        ((0.03, 0.024, 0.02), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.3), FORM.eye.iris) | {"mane": hair(shaded(color, 0.3))}
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.4), fits, Fur(0.020, 0.0009, 22000))
    return quadruped.build(FORM, coat, params, _hair)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    ring = face * step(np.hypot(at.u - FORM.eye.u, at.hz - FORM.eye.z), 0.105, 0.07) * step(at.hx, 0.08, 0.12)
    pale = np.maximum.reduce([face * step(at.u, 0.68, 0.80), ring, 0.9 * at.under * at.trunk, 0.5 * at.inner])
    line = at.trunk * at.back * np.exp(-((at.x / 0.025) ** 2))
    cross = at.trunk * np.exp(-(((at.y - 0.26) / 0.022) ** 2)) * step(at.z, 0.60, 0.72)
    tips = at.ear * (1 - at.inner) * step(at.hz, 0.40, 0.55)
    nostril = np.exp(-(((at.u - 0.955) / 0.035) ** 2 + ((at.hx - 0.085) / 0.02) ** 2 + ((at.hz - 0.005) / 0.035) ** 2))
    return {"deep": np.maximum.reduce([0.8 * line, 0.8 * cross, tips]), "pale": pale, "dark": face * nostril}


def _hair(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [crest(form, skel, tall=0.045, thick=0.020), tuft(form, skel, length=0.22, width=0.08, seed=4, count=22)]


SPEEDS = gait.speeds(FORM.height_m)
ACTIONS = zebra.ACTIONS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.15)
