"""A green tree frog: a wide mouth, bulging eyes on top, folded hind legs, long toes."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import gait, quadruped
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, Value, coords, noise, voronoi
from filmwright.spec.shot import Action

WORDS = ("frog",)
EXAMPLE = "A green frog in the jungle"
COLOR = "#5c9a25"
HOME = ("jungle", "river", "lake", "meadow")

FORM = Form(
    height_m=0.085,
    torso=(
        (-0.78, 0.34, 0.14, 0.05), (-0.70, 0.46, 0.09, 0.18), (-0.52, 0.64, 0.07, 0.30), (-0.28, 0.80, 0.08, 0.38),
        (-0.02, 0.90, 0.16, 0.41),
        (0.20, 0.94, 0.28, 0.39), (0.36, 0.92, 0.40, 0.33), (0.44, 0.86, 0.52, 0.20),
    ),
    neck=((0.10, 0.62, 0.34, 0.26), (0.24, 0.70, 0.33, 0.24), (0.36, 0.74, 0.32, 0.22)),
    poll=(0.20, 0.76),
    head=0.66,
    pitch_deg=-8.0,
    skull=(
        (-0.10, 0.20, -0.24, 0.44), (0.10, 0.27, -0.30, 0.58), (0.30, 0.27, -0.31, 0.60), (0.50, 0.24, -0.29, 0.53),
        (0.68, 0.18, -0.25, 0.42),
        (0.84, 0.11, -0.20, 0.28), (0.95, 0.05, -0.14, 0.15), (1.0, -0.01, -0.09, 0.05),
    ),
    lumps=((0.42, 0.34, 0.24, 0.20, 0.16, 0.17),),
    eye=Eye(0.46, 0.40, 0.27, 0.150, 0.50, (0.72, 0.46, 0.05), (0.72, 0.34), 0.88),
    ear=Ear(path=((0.2, 0.0, 0.0), (0.2, 0.02, 0.0), (0.2, 0.03, 0.0), (0.2, 0.04, 0.0)),
    half=(0.01, 0.01, 0.01, 0.005), hollow=(1.0, 0.3, 0.0)),
    fore=Limb(((0.12, 0.62), (0.22, 0.44), (0.06, 0.26), (0.30, 0.10), (0.32, 0.045), (0.42, 0.02)),
    stout(PAWED_FORE, 0.85, 1.15), 0.30, 0.46),
    hind=Limb(
        ((-0.52, 0.34), (0.02, 0.30), (-0.58, 0.10), (-0.10, 0.045), (0.12, 0.02)),
        (
            (0.0, 0.11, 0.14), (0.5, 0.13, 0.15), (1.0, 0.10, 0.11), (1.4, 0.085, 0.10), (2.0, 0.055, 0.055),
            (2.5, 0.045, 0.040), (3.0, 0.05, 0.035),
        ), 0.26, 0.62,
    ),
    tail=Tail(((-0.70, 0.26, 0.05), (-0.72, 0.25, 0.045), (-0.735, 0.245, 0.04), (-0.745, 0.24, 0.03), (-0.75, 0.24, 0.01))),
    foot="paw",
    foot_size=(0.30, 0.26),
    skull_power=2.2,
    view_rad=0.75,
    look_rad=0.2,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(9.0, 4)
    head = at.head * (1 - at.ear)
    mouth = head * np.exp(-(((at.hz + 0.115) / 0.014) ** 2)) * step(at.u, 0.20, 0.34)
    below = np.maximum(at.under, 0.0) * (at.trunk + at.neck) + head * step(at.hz, -0.12, -0.20)
    return {
        "pale": np.clip(below, 0, 1),
        "deep": 0.55 * step(n, 0.25, 0.5) * at.back * (at.trunk + head) + 0.3 * at.shin,
        "dark": mouth,
    }


def _slick(color: Value, height_m: float) -> Material:
    """Wet skin with fine warts."""
    rest = coords("rest")
    return Material(
        color=color, roughness=0.24, specular=0.6, coat=0.5, coat_roughness=0.12,
        bumps=(
            Bump(height=voronoi(rest, scale=34.0 / height_m, feature="SMOOTH_F1") * -1.0, strength=0.30, distance_m=0.012 * height_m),
            Bump(height=noise(rest, scale=90.0 / height_m), strength=0.2, distance_m=0.004 * height_m),
        ),
    )  # fmt: skip


BREED = Breed(
    FORM, _masks, (("deep", 0.4), ("pale", (0.78, 0.76, 0.55)), ("dark", (0.02, 0.03, 0.01))), (COLOR, "#6f7f2c"),
    None, lids=0.8, patches=40.0,
    skin=_slick, run=gait.HOP, wag=0.0,
)  # fmt: skip
SPEEDS = {"walk": 0.35, "run": 0.6}
ACTIONS = ("stand", "look_around", "jump")
vary, build = BREED.vary, BREED.build


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does; it leaps where others walk."""
    kind = "run" if action.kind == "walk" else action.kind
    return quadruped.moved(FORM, thing, kind, performance, run=gait.HOP, wag=0.0)
