"""A swan, its neck in an S."""

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

WORDS = ("swan",)
EXAMPLE = "A swan in a park"
COLOR = "#ece9e3"
HOME = ("lake", "park", "meadow", "beach")

FORM = Bird(
    height_m=1.0,
    body=(
        (-0.55, 0.42, 0.05, 0.04), (-0.38, 0.36, 0.17, 0.13), (-0.08, 0.30, 0.235, 0.20), (0.14, 0.32, 0.22, 0.20),
        (0.27, 0.43, 0.12, 0.13), (0.29, 0.60, 0.064, 0.070), (0.21, 0.76, 0.052, 0.056), (0.22, 0.90, 0.052, 0.054),
    ),
    head=(0.275, 0.940, 0.066),
    beak=Beak((0.33, 0.925), (0.47, 0.875), (0.030, 0.032), 0.0, 0.5),
    eye=(0.50, 0.20, 0.17, (0.02, 0.012, 0.008)),
    wing=Wing((0.20, 0.46), (-0.48, 0.38), 0.17, (0.17, 0.235, 0.09), 8, (1.3, 0.40)),
    tail_root=(-0.48, 0.42), tail_tip=(-0.68, 0.40), tail_half=0.08, tail_quills=7,
    leg=((0.0, 0.18), (-0.03, 0.10), (0.03, 0.0)), leg_x=0.10, leg_r=0.020, toe=0.13, thigh=0.07,
    web=True, stretch=1.35, gait="waddle", flight=(5.0, 2.2),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """White, or black."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The swan."""
    color = params.color
    feathers = painted(
        varied(color, 8.0, 0.06), (shaded(color, 0.8), attribute("deep")), ((0.012, 0.011, 0.010), attribute("mask"))
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.72, 0.25, 0.03), (0.03, 0.028, 0.027)), params)


def _masks(at: Spot) -> dict[str, F64]:
    mask = float(at.part == 0) * step(at.ahead, 1.02, 1.22) * step(at.above, -1.2, -0.9)
    return {"deep": float(at.part == 1) * step(at.along, 0.3, 0.9), "mask": mask}


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
