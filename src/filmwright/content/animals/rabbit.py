"""A rabbit, its ears up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import PAWED_FORE, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("rabbit", "bunny", "hare")
EXAMPLE = "A rabbit in a meadow"
COLOR = "#8a7761"
HOME = ("meadow", "park", "garden", "snow_valley")

FORM = Form(
    height_m=0.20,
    torso=(
        (-0.78, 0.40, 0.22, 0.05), (-0.72, 0.64, 0.12, 0.20), (-0.58, 0.88, 0.08, 0.28), (-0.40, 0.99, 0.08, 0.30),
        (-0.20, 0.99, 0.12, 0.285), (0.0, 0.92, 0.16, 0.25), (0.20, 0.86, 0.20, 0.215), (0.36, 0.84, 0.24, 0.185),
        (0.48, 0.76, 0.32, 0.13), (0.54, 0.66, 0.42, 0.04),
    ),
    neck=((0.32, 0.64, 0.17, 0.21), (0.44, 0.80, 0.155, 0.18), (0.54, 0.92, 0.15, 0.17)),
    poll=(0.52, 1.00),
    head=0.62,
    pitch_deg=-16.0,
    skull=(
        (-0.08, 0.10, -0.15, 0.14), (0.05, 0.27, -0.26, 0.25), (0.20, 0.33, -0.32, 0.29), (0.38, 0.31, -0.34, 0.285),
        (0.55, 0.24, -0.32, 0.235), (0.72, 0.14, -0.29, 0.18), (0.86, 0.06, -0.26, 0.14), (0.95, 0.0, -0.22, 0.10),
        (1.0, -0.06, -0.14, 0.04),
    ),
    lumps=((0.40, 0.20, -0.16, 0.17, 0.11, 0.15), (0.90, 0.06, -0.14, 0.09, 0.07, 0.07), (0.48, 0.17, 0.20, 0.11, 0.07, 0.05)),
    eye=Eye(0.51, 0.215, 0.09, 0.082, 0.42, (0.05, 0.022, 0.010), (0.7, 0.7), 0.86),
    ear=Ear(
        path=((0.10, 0.10, 0.22), (0.02, 0.135, 0.50), (-0.06, 0.165, 0.78), (-0.11, 0.18, 1.0)),
        half=(0.075, 0.118, 0.105, 0.012), hollow=(0.8, 0.55, 0.2), cup=0.5, thick=0.028,
    ),
    fore=Limb(
        ((0.24, 0.72), (0.40, 0.50), (0.28, 0.33), (0.37, 0.16), (0.39, 0.05), (0.47, 0.02)), stout(PAWED_FORE, 0.9, 1.0),
        0.10, 0.10,
    ),
    hind=Limb(
        ((-0.46, 0.60), (-0.20, 0.38), (-0.62, 0.13), (-0.36, 0.05), (-0.20, 0.02)),
        (
            (0.0, 0.12, 0.27), (0.5, 0.13, 0.25), (1.0, 0.10, 0.15), (1.4, 0.075, 0.11), (2.0, 0.050, 0.065),
            (2.5, 0.048, 0.050), (3.0, 0.050, 0.045),
        ), 0.17, 0.18,
    ),
    tail=Tail(((-0.76, 0.44, 0.08), (-0.82, 0.49, 0.11), (-0.86, 0.55, 0.115), (-0.88, 0.61, 0.09), (-0.885, 0.66, 0.03))),
    foot="paw",
    foot_size=(0.22, 0.14),
    nose=(0.965, -0.055, 0.045),
    view_rad=1.05,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown, gray or white."""
    return quadruped.chosen(rng, member, COLOR, "#9c8468", "#e4ded3")


def build(params: Params) -> Thing:
    """The rabbit."""
    color = params.color
    skin = painted(
        varied(color, 24.0, 0.25),
        ((0.80, 0.77, 0.72), attribute("pale")),
        ((0.50, 0.27, 0.23), attribute("pink")),
        ((0.02, 0.014, 0.012), attribute("dark")),
    )
    fits = fittings(shaded(color, 0.6), FORM.eye.iris, nose=(0.34, 0.16, 0.14)) | {"whisker": features.whisker()}
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m), fits, Fur(0.075, 0.0018, 24000, None, 0.4))
    return quadruped.build(FORM, coat, params, _whiskers)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    ring = face * np.exp(-((np.hypot(at.u - 0.51, at.hz - 0.09) - 0.12) ** 2) / 0.0016)
    chin = face * np.maximum(step(at.hz, -0.20, -0.28), step(at.u, 0.86, 0.94))
    under = np.maximum(at.under * (at.trunk + at.neck), at.tail * step(at.y, -0.78, -0.84))
    return {
        "pale": np.maximum.reduce([0.5 * ring, 0.8 * chin, under, 0.4 * at.foot]),
        "pink": 0.8 * at.inner,
        "dark": 0 * at.x,
    }


def _whiskers(form: Form, skel: Skeleton) -> Sequence[Part]:
    hairs = [(0.88, 0.09, -0.12 + 0.03 * k, 0.10, 0.40, -0.10 + 0.08 * k) for k in range(4)]
    return [features.whiskers(form, skel, hairs)]


SPEEDS = {k: v for k, v in gait.speeds(0.3, run=gait.GALLOP).items() if k in ("walk", "run")}
ACTIONS = deeds.HANDED
HANDLES = deeds.IN_PAWS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does; it hops even where others walk."""
    kind = "run" if action.kind == "walk" else action.kind
    return quadruped.moved(FORM, thing, kind, performance, run=gait.GALLOP, wag=0.03)
