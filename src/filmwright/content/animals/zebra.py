"""A zebra."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import horse
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Form, stout
from filmwright.content.animals._anatomy.mane import crest, tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, remap
from filmwright.spec.shot import Action, Member

WORDS = ("zebra",)
EXAMPLE = "A zebra on the savanna"
COLOR = "#0f0d0c"
HOME = ("savanna", "meadow")

# A horse, shorter in neck and leg, its neck thicker, its ears round.
FORM = horse.FORM._replace(
    height_m=1.35,
    torso=tuple((y, top, bottom - 0.03, 1.08 * half) for y, top, bottom, half in horse.FORM.torso),
    neck=((0.28, 0.80, 0.10, 0.22), (0.43, 0.99, 0.085, 0.17), (0.54, 1.14, 0.072, 0.135), (0.60, 1.24, 0.065, 0.10)),
    poll=(0.60, 1.26),
    head=0.43,
    ear=Ear(
        path=((0.02, 0.075, 0.10), (-0.06, 0.10, 0.21), (-0.15, 0.115, 0.31), (-0.22, 0.115, 0.36)),
        half=(0.06, 0.085, 0.07, 0.012), hollow=(0.6, 0.6, 0.3), cup=0.6, thick=0.02,
    ),
    fore=horse.FORM.fore._replace(girth=stout(HOOFED_FORE, 1.05, 1.1)),
    hind=horse.FORM.hind._replace(girth=stout(HOOFED_HIND, 1.05, 1.1)),
    tail=horse.FORM.tail._replace(
        rows=((-0.50, 0.87, 0.028), (-0.555, 0.82, 0.024), (-0.58, 0.72, 0.020), (-0.585, 0.60, 0.017), (-0.585, 0.48, 0.014))
    ),
    grain=125.0,
    view_rad=1.05,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black on white, as the text says otherwise."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The zebra."""
    dark = params.color
    skin = painted(
        varied((0.80, 0.78, 0.74), 4.0, 0.06),
        (dark, remap(attribute("stripe"), 0.45, 0.55)),
        ((0.72, 0.70, 0.66), attribute("pale")),
        ((0.018, 0.015, 0.013), attribute("dark")),
    )
    fits = fittings((0.02, 0.018, 0.016), FORM.eye.iris) | {"mane": hair((0.015, 0.013, 0.012))}
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.12, gloss=0.45, sheen=0.1), fits)
    return quadruped.build(FORM, coat, params, _hair)


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(5.0, 3)
    rump = step(at.y, -0.14, -0.38)
    # Upright on the flank, leaning and broader on the rump, across the neck, level on the legs.
    body = np.sin(78.0 * (at.y + 0.25 * (at.z - 0.7)) * (1 - 0.35 * rump) + 52.0 * rump * (at.z - 0.75) + 1.2 * n)
    neck = np.sin(78.0 * (0.60 * at.y + 0.80 * at.z) + 1.0 * n)
    legs = np.sin(95.0 * at.z + 0.8 * n)
    face = np.sin(46.0 * at.hx + 26.0 * at.u * step(at.hx, 0.04, 0.14) + 0.8 * n)
    face = np.where(at.u < 0.3, np.sin(70.0 * at.u + 20.0 * at.hx), face)
    trunk = np.clip(at.trunk, 0, 1)
    stripe = 0.5 + 0.5 * (
        body * trunk + neck * at.neck + legs * at.leg + face * at.head * (1 - at.ear) + np.sin(60 * at.along) * at.tail
    )
    stripe = np.where(at.ear > 0, step(at.hz, 0.20, 0.24) * (1 - at.inner), stripe)
    muzzle = at.head * (1 - at.ear) * step(at.u, 0.80, 0.90)
    pale = 0.9 * at.under * at.trunk * step(at.under, 0.7, 0.95)
    return {"stripe": stripe, "pale": pale, "dark": np.maximum(muzzle, 0.6 * at.inner)}


def _hair(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [crest(form, skel, tall=0.060, thick=0.022), tuft(form, skel, length=0.30, width=0.09, seed=4, count=26)]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.15)
