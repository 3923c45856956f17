"""A horse, bay unless the text says another color: the mane, tail and legs of a bay are black."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from filmwright.content.animals._anatomy import deeds, gait, quadruped, tack
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.mane import horse_tail, mane
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("horse", "stallion", "mare", "foal", "steed", "pony")
EXAMPLE = "A white horse on the beach"
COLOR = "#63391f"
HOME = ("meadow", "farm", "park", "beach")

FORM = Form(
    height_m=1.6,
    torso=(
        (-0.52, 0.80, 0.68, 0.03), (-0.49, 0.90, 0.57, 0.11), (-0.40, 0.975, 0.53, 0.155), (-0.28, 1.0, 0.515, 0.17),
        (-0.12, 0.965, 0.495, 0.165), (0.02, 0.93, 0.465, 0.175), (0.16, 0.945, 0.445, 0.17), (0.26, 1.0, 0.445, 0.155),
        (0.34, 0.985, 0.455, 0.145), (0.42, 0.92, 0.49, 0.13), (0.48, 0.82, 0.56, 0.10), (0.52, 0.72, 0.63, 0.03),
    ),
    neck=((0.28, 0.80, 0.09, 0.21), (0.44, 1.02, 0.072, 0.155), (0.56, 1.20, 0.060, 0.115), (0.63, 1.31, 0.055, 0.085)),
    poll=(0.63, 1.33),
    head=0.41,
    pitch_deg=-50.0,
    skull=(
        (-0.08, 0.06, -0.10, 0.07), (0.03, 0.14, -0.20, 0.12), (0.15, 0.165, -0.29, 0.15), (0.30, 0.165, -0.32, 0.165),
        (0.42, 0.15, -0.28, 0.15), (0.55, 0.125, -0.195, 0.115), (0.70, 0.11, -0.145, 0.095), (0.84, 0.105, -0.14, 0.105),
        (0.93, 0.085, -0.15, 0.108), (0.99, 0.045, -0.13, 0.085), (1.02, 0.0, -0.08, 0.03),
    ),
    lumps=(
        (0.28, 0.13, -0.14, 0.17, 0.05, 0.15), (0.33, 0.125, 0.115, 0.10, 0.045, 0.05), (0.92, 0.075, 0.01, 0.07, 0.045, 0.06),
        (0.95, 0.0, -0.16, 0.07, 0.07, 0.05),
    ),
    eye=Eye(0.34, 0.150, 0.065, 0.050, 0.30, (0.05, 0.02, 0.008), (0.8, 0.6), 0.80),
    ear=Ear(
        path=((0.02, 0.065, 0.10), (-0.06, 0.08, 0.20), (-0.15, 0.085, 0.29), (-0.23, 0.075, 0.34)),
        half=(0.055, 0.072, 0.055, 0.008), hollow=(0.7, 0.5, 0.25), cup=0.6, thick=0.03,
    ),
    fore=Limb(
        ((0.24, 0.92), (0.42, 0.66), (0.27, 0.55), (0.29, 0.32), (0.29, 0.10), (0.33, 0.03)), HOOFED_FORE, 0.105, 0.105
    ),
    hind=Limb(((-0.36, 0.80), (-0.26, 0.58), (-0.50, 0.36), (-0.45, 0.10), (-0.41, 0.03)), HOOFED_HIND, 0.095, 0.105),
    tail=Tail(((-0.50, 0.87, 0.030), (-0.555, 0.83, 0.030), (-0.585, 0.75, 0.025), (-0.59, 0.65, 0.02), (-0.59, 0.55, 0.01))),
    foot="hoof",
    foot_size=(0.085, 0.085),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A bay or a chestnut."""
    return quadruped.chosen(rng, member, COLOR, "#6f4122", "#4f2c18")


def build(params: Params, more: Callable[[Form, Skeleton], Sequence[Part]] | None = None) -> Thing:
    """The horse, and what a kind of horse has more: a horn."""
    color = params.color
    pale = min(color) > 0.30
    points = shaded(color, 0.75) if pale else (0.010, 0.008, 0.007)
    skin = painted(
        varied(color, 3.0, 0.16),
        (shaded(color, 0.55), attribute("deep")),
        (points if not pale else (0.25, 0.22, 0.21), attribute("points")),
        ((0.82, 0.80, 0.77), attribute("blaze")),
        ((0.02, 0.016, 0.014), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.35), FORM.eye.iris) | {"mane": hair(points)}
    coat = quadruped.Coat(
        _masks,
        hairy(skin, FORM.height_m, relief=0.35, gloss=0.25, sheen=0.2),
        fits,
        Fur(0.0125, 0.0006, 30000, _longer, 0.22),
    )

    def hair_and_more(form: Form, skel: Skeleton) -> Sequence[Part]:
        return [*_hair(form, skel), *(more(form, skel) if more is not None else ())]

    if not params.ridden:
        return quadruped.build(FORM, coat, params, hair_and_more)
    ridden = tack.ride(FORM._replace(height_m=FORM.height_m * params.size))

    def saddled(form: Form, skel: Skeleton) -> Sequence[Part]:
        return [*hair_and_more(form, skel), *tack.parts(form, skel, ridden)]

    made = quadruped.build(FORM, coat._replace(fittings=fits | tack.materials()), params, saddled)
    return replace(made, ride=ridden)


def _masks(at: Where) -> dict[str, F64]:
    low = at.leg * step(at.z, 0.40, 0.26)
    blaze = at.head * np.exp(-((at.hx / (0.045 + 0.02 * at.cloud(9.0, 2))) ** 4)) * step(at.hz, 0.05, 0.09)
    blaze *= step(at.u, 0.10, 0.20) * step(at.u, 0.86, 0.76) * (1 - at.ear)
    muzzle = at.head * step(at.u, 0.78, 0.95) * (1 - at.ear)
    nostril = np.exp(-(((at.u - 0.955) / 0.035) ** 2 + ((at.hx - 0.085) / 0.02) ** 2 + ((at.hz - 0.005) / 0.035) ** 2))
    lip = at.head * np.exp(-(((at.hz + 0.075) / 0.010) ** 2)) * step(at.u, 0.84, 0.90)
    deep = 0.6 * at.under * at.trunk + 0.5 * at.inner
    return {
        "points": np.maximum(low, 0.8 * muzzle),
        "deep": deep,
        "blaze": 0.95 * blaze,
        "dark": np.maximum(nostril, 0.8 * lip),
    }


def _longer(at: Where) -> F64:
    """Short and flat on the body, longer at the fetlocks, under the jaw and at the rims of the ears."""
    return np.asarray(0.9 + 1.2 * at.foot + 0.5 * at.head * step(at.hz, -0.15, -0.25) + 0.6 * at.ear)


def _hair(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [*mane(form, skel, fall=0.16, seed=5), horse_tail(form, skel, length=0.62, width=0.065, seed=6)]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
CARRIES = ("ride_horse", "ride")
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.24)
