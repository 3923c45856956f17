"""A mallard drake."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("duck", "mallard", "duckling")
EXAMPLE = "A duck in a park"
COLOR = "#8d877c"
HOME = ("lake", "park", "meadow", "farm", "beach")

FORM = Bird(
    height_m=0.36,
    body=(
        (-0.62, 0.52, 0.05, 0.04), (-0.42, 0.47, 0.20, 0.16), (-0.10, 0.42, 0.29, 0.25), (0.18, 0.42, 0.29, 0.26),
        (0.34, 0.52, 0.20, 0.19), (0.40, 0.68, 0.115, 0.12), (0.42, 0.82, 0.112, 0.112),
    ),
    head=(0.45, 0.87, 0.13),
    beak=Beak((0.54, 0.850), (0.80, 0.805), (0.060, 0.058), 0.0, 0.9),
    eye=(0.30, 0.28, 0.19, (0.03, 0.016, 0.008)),
    wing=Wing((0.28, 0.55), (-0.56, 0.50), 0.185, (0.235, 0.285, 0.09)),
    tail_root=(-0.54, 0.50), tail_tip=(-0.82, 0.59), tail_half=0.10, tail_quills=7,
    leg=((-0.02, 0.24), (-0.05, 0.14), (0.03, 0.0)), leg_x=0.13, leg_r=0.024, toe=0.19,
    web=True, stretch=1.15, gait="waddle",
    flight=(2.6, 4.0),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A drake, or all of one color."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The duck."""
    color = params.color
    drake = color == quadruped.natural(COLOR)
    green, brown, white = (0.008, 0.075, 0.035), (0.11, 0.045, 0.022), (0.82, 0.80, 0.76)
    feathers = painted(
        varied(color, 20.0, 0.14),
        (brown if drake else color, attribute("breast")),
        (shaded(color, 0.45) if drake else shaded(color, 0.9), attribute("wing")),
        ((0.02, 0.05, 0.22) if drake else color, attribute("speculum")),
        ((0.012, 0.011, 0.010) if drake else color, attribute("rump")),
        (green if drake else color, attribute("head")),
        (white if drake else color, attribute("ring")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.55, 0.36, 0.03), (0.60, 0.17, 0.02)), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    neck = 0.80 * at.z + 0.35 * at.y
    head = body * step(neck, 0.705, 0.720) * step(at.z, 0.55, 0.60)
    ring = body * step(neck, 0.665, 0.675) * step(neck, 0.715, 0.705) * step(at.z, 0.52, 0.56)
    breast = body * step(at.y + 0.25 * at.z, 0.22, 0.32) * (1 - head) * (1 - ring)
    rump = np.maximum(body * step(at.y, -0.40, -0.47), 0.8 * (at.part == 2) * step(at.edge, 0.2, 0.6))
    speculum = (at.part == 1) * np.exp(-(((at.y + 0.28) / 0.06) ** 2)) * step(at.z, 0.50, 0.46)
    wing = (at.part == 1) * (0.35 + 0.65 * step(at.along, 0.4, 0.9))
    return {"head": head, "ring": ring, "breast": breast, "rump": rump, "speculum": speculum, "wing": wing}


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
