"""A lion with his mane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import tiger
from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hair, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.mane import tuft
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("lion",)
EXAMPLE = "A lion on the savanna"
COLOR = "#a5835c"
HOME = ("savanna", "meadow")

# A tiger's frame, higher in the shoulder, the head carried higher.
FORM = tiger.FORM._replace(
    height_m=1.1,
    masses=((0.07, 0.50, 0.92, 0.17, 0.17, 0.27), (0.10, 0.58, 1.10, 0.18, 0.12, 0.22)),
    neck=((0.38, 0.82, 0.15, 0.20), (0.53, 0.96, 0.145, 0.185), (0.62, 1.08, 0.14, 0.165)),
    poll=(0.60, 1.10),
    head=0.43,
    tail=tiger.FORM.tail._replace(
        rows=((-0.62, 0.86, 0.045), (-0.75, 0.70, 0.035), (-0.82, 0.50, 0.03), (-0.88, 0.32, 0.028), (-0.98, 0.22, 0.026))
    ),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Tawny, with a brown mane."""
    return quadruped.chosen(rng, member, COLOR, "#b3854f")


def build(params: Params) -> Thing:
    """The lion."""
    color = params.color
    dark = (0.065, 0.028, 0.011) if max(color) > 0.1 else shaded(color, 0.5)
    skin = painted(
        varied(color, 5.0, 0.15),
        ((0.80, 0.74, 0.64) if max(color) > 0.1 else shaded(color, 1.8), attribute("pale")),
        (dark, attribute("mane")),
        ((0.02, 0.014, 0.011), attribute("dark")),
    )
    fits = fittings((0.03, 0.02, 0.014), FORM.eye.iris, nose=(0.07, 0.035, 0.028)) | {
        "mane": hair((0.05, 0.022, 0.010))
    }
    if params.young:
        coat = quadruped.Coat(_cub, hairy(skin, FORM.height_m, relief=0.4), fits, Fur(0.040, 0.0013, 34000))
    else:
        fur = Fur(0.030, 0.0013, 34000, _longer, 0.5)
        coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.4), fits, fur)
    return quadruped.build(FORM, coat, params, _brush)


def _cub(at: Where) -> dict[str, F64]:
    """A cub has no mane yet."""
    return _masks(at) | {"mane": np.zeros(len(at.x))}


def _mane(at: Where) -> F64:
    """Round the face, over the neck to the shoulders and down the chest."""
    face = at.head * (1 - at.ear) * step(at.u - 0.9 * (at.hx - 0.15) - 0.4 * np.abs(at.hz), 0.34, 0.22)
    chest = at.trunk * step(at.y + 0.25 * (at.z - 0.7), 0.36, 0.50) + 0.8 * at.under * at.trunk * step(at.y, 0.1, 0.35)
    return np.asarray(np.clip(np.maximum.reduce([face, at.neck, chest]), 0, 1))


def _masks(at: Where) -> dict[str, F64]:
    eye = FORM.eye
    face = at.head * (1 - at.ear)
    # Dark rims round the eyes that run down beside the nose, white under them, a brown bridge.
    rim = np.exp(-(((np.hypot(at.u - eye.u, (at.hz - eye.z) / 0.8) - 0.062) / 0.016) ** 2))
    tear = (
        np.exp(-(((at.hx - 0.115 + 0.25 * (at.u - 0.62)) / 0.016) ** 2))
        * step(at.u, 0.58, 0.63)
        * step(at.u, 0.80, 0.70)
    )
    under = np.exp(-(((at.u - 0.60) / 0.07) ** 2 + ((at.hx - 0.20) / 0.05) ** 2 + ((at.hz - 0.045) / 0.035) ** 2))
    bridge = step(at.hx, 0.10, 0.06) * step(at.u, 0.60, 0.70) * step(at.hz, 0.05, 0.10)
    lines = face * np.maximum(0.85 * rim * (at.hx > 0.09), 0.55 * tear * (at.hz > 0.0))
    return {
        "pale": np.maximum(tiger.big_cat_pale(at), 0.9 * face * under),
        "mane": _mane(at),
        "dark": np.maximum.reduce([tiger.mouth(at), 0.4 * at.inner, lines, 0.28 * face * bridge]),
    }


def _longer(at: Where) -> F64:
    mane = _mane(at)
    return np.asarray(0.9 - 0.4 * at.head * (1 - mane) + 4.2 * mane + 1.8 * at.head * mane)


def _brush(form: Form, skel: Skeleton) -> Sequence[Part]:
    return [tuft(form, skel, length=0.16, width=0.13, seed=3, count=22)]


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.15)
