"""A sheep in its wool, its face and legs dark and bare."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.animals._anatomy import deeds, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, fleece, painted, shaded, step
from filmwright.content.animals._anatomy.field import Blob, balls, blended
from filmwright.content.animals._anatomy.form import HOOFED_FORE, HOOFED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("sheep", "lamb", "ewe", "ram")
EXAMPLE = "A sheep in a meadow"
COLOR = "#d9cfbd"
HOME = ("meadow", "farm", "park")

FORM = Form(
    height_m=0.72,
    torso=(
        (-0.66, 0.74, 0.58, 0.05), (-0.62, 0.90, 0.46, 0.18), (-0.50, 1.0, 0.38, 0.27), (-0.30, 1.04, 0.34, 0.30),
        (-0.08, 1.04, 0.33, 0.31), (0.14, 1.03, 0.34, 0.30), (0.32, 1.03, 0.37, 0.275), (0.46, 0.99, 0.43, 0.22),
        (0.56, 0.89, 0.53, 0.15), (0.61, 0.76, 0.63, 0.05),
    ),
    neck=((0.36, 0.84, 0.20, 0.24), (0.52, 0.96, 0.17, 0.20), (0.62, 1.06, 0.13, 0.15)),
    poll=(0.62, 1.13),
    head=0.42,
    pitch_deg=-34.0,
    skull=(
        (-0.08, 0.10, -0.14, 0.12), (0.05, 0.20, -0.24, 0.20), (0.20, 0.22, -0.28, 0.22), (0.36, 0.20, -0.27, 0.205),
        (0.50, 0.165, -0.23, 0.165), (0.66, 0.13, -0.19, 0.13), (0.82, 0.10, -0.165, 0.115), (0.93, 0.06, -0.14, 0.10),
        (1.0, 0.0, -0.10, 0.06), (1.02, -0.04, -0.07, 0.02),
    ),
    lumps=((0.36, 0.155, 0.14, 0.10, 0.06, 0.05), (0.94, 0.055, 0.0, 0.06, 0.045, 0.045)),
    eye=Eye(0.38, 0.185, 0.075, 0.048, 0.40, (0.42, 0.28, 0.07), (0.75, 0.28), 0.75),
    ear=Ear(
        path=((0.12, 0.17, 0.06), (0.13, 0.30, 0.06), (0.16, 0.44, 0.01), (0.20, 0.55, -0.06)),
        half=(0.05, 0.095, 0.085, 0.012), hollow=(0.9, 0.0, -0.3), cup=0.45, thick=0.03,
    ),
    fore=Limb(
        ((0.30, 0.92), (0.46, 0.62), (0.32, 0.46), (0.34, 0.25), (0.34, 0.08), (0.38, 0.03)), stout(HOOFED_FORE, 1.1, 1.25),
        0.13, 0.14,
    ),
    hind=Limb(
        ((-0.44, 0.80), (-0.33, 0.50), (-0.52, 0.29), (-0.47, 0.08), (-0.43, 0.03)), stout(HOOFED_HIND, 1.1, 1.25), 0.13, 0.14
    ),
    tail=Tail(((-0.62, 0.80, 0.06), (-0.68, 0.74, 0.06), (-0.70, 0.66, 0.055), (-0.70, 0.58, 0.05), (-0.69, 0.52, 0.03))),
    foot="cloven",
    foot_size=(0.085, 0.095),
    view_rad=0.95,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Wool as white as the text says."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The sheep."""
    color = params.color
    face = (0.030, 0.025, 0.021) if max(color) > 0.06 else shaded(color, 0.6)
    wool = fleece(color, FORM.height_m)
    skin = wool.model_copy(
        update={
            "color": painted(
                wool.color,
                (face, attribute("bare")),
                ((0.35, 0.20, 0.17), attribute("pink")),
                ((0.004, 0.003, 0.003), attribute("dark")),
            )
        }
    )
    coat = quadruped.Coat(_masks, skin, fittings((0.012, 0.010, 0.009), FORM.eye.iris))
    return quadruped.build(FORM, coat, params, flesh_too=_wool)


def _wool(form: Form, blobs: list[Blob]) -> list[Blob]:
    """Curls set on the trunk, the neck and the poll."""
    rng = np.random.default_rng(5)
    h = form.height_m
    low, high = np.array([0.0, -0.70, 0.32]), np.array([0.34, 0.72, 1.28])
    points = rng.uniform(low, high, (40000, 3)) * h
    depth = blended(blobs[:2], points, 0.1 * h)
    crown = np.array([0.0, form.poll[0] + 0.01, form.poll[1] + 0.05]) * h
    on_head = np.linalg.norm(points - crown, axis=1) - 0.085 * h
    skin = np.minimum(depth, on_head)
    near = points[np.abs(skin) < 0.006 * h]
    kept = near[_apart(near, 0.042 * h)]
    return [*blobs, balls(kept, rng.uniform(0.034, 0.050, len(kept)) * h, 0.018 * h)]


def _apart(points: F64, distance_m: float) -> list[int]:
    """Indices of points no two of which are nearer than that."""
    pairs = cKDTree(points).query_ball_point(points, distance_m)
    free, kept = np.ones(len(points), bool), []
    for k, near in enumerate(pairs):
        if free[k]:
            kept.append(k)
            free[near] = False
    return kept


def _masks(at: Where) -> dict[str, F64]:
    crown = np.hypot(at.u - 0.05, at.hz - 0.12)
    bare = np.maximum(at.head * step(crown, 0.26, 0.32) * step(at.u, 0.02, 0.10), step(at.z, 0.36, 0.32))
    bare = np.maximum(bare, at.ear)
    nostril = np.exp(-(((at.u - 0.965) / 0.03) ** 2 + ((at.hx - 0.055) / 0.02) ** 2 + ((at.hz + 0.01) / 0.025) ** 2))
    lip = np.exp(-(((at.hz + 0.085) / 0.009) ** 2)) * step(at.u, 0.80, 0.88)
    return {"bare": bare, "pink": 0.4 * at.inner, "dark": at.head * (1 - at.ear) * np.maximum(nostril, lip)}


SPEEDS = gait.speeds(FORM.height_m, run=gait.TROT)
ACTIONS = deeds.GRAZERS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.05)
