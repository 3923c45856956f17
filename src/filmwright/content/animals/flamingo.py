"""A flamingo."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, cmul
from filmwright.spec.shot import Action, Member

WORDS = ("flamingo",)
EXAMPLE = "A flamingo on the beach"
COLOR = "#d9808a"
HOME = ("lake", "beach", "park")

FORM = Bird(
    height_m=1.25,
    body=(
        (-0.30, 0.60, 0.035, 0.035), (-0.20, 0.58, 0.105, 0.085), (-0.04, 0.57, 0.150, 0.125), (0.10, 0.59, 0.130, 0.115),
        (0.195, 0.67, 0.060, 0.064), (0.215, 0.77, 0.038, 0.040), (0.13, 0.86, 0.033, 0.034), (0.13, 0.945, 0.031, 0.033),
    ),
    head=(0.155, 0.962, 0.040),
    beak=Beak((0.190, 0.955), (0.285, 0.905), (0.020, 0.026), 0.75),
    eye=(0.42, 0.20, 0.22, (0.70, 0.55, 0.10)),
    wing=Wing((0.11, 0.645), (-0.30, 0.58), 0.100, (0.115, 0.150, 0.055), 7, (0.75, 0.26)),
    tail_root=(-0.26, 0.59), tail_tip=(-0.36, 0.56), tail_half=0.035, tail_quills=5,
    leg=((0.0, 0.50), (0.03, 0.28), (0.0, 0.0)), leg_x=0.045, leg_r=0.013, toe=0.085, thigh=0.035,
    web=True, stretch=1.3, flight=(4.0, 2.6), view_rad=1.25,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Pink."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The flamingo."""
    color = params.color
    feathers = painted(varied(color, 10.0, 0.12), (cmul(color, (1.0, 0.62, 0.66)), attribute("deep")))
    return bird.build(FORM, Plumage(_masks, feathers, (0.05, 0.03, 0.03), (0.62, 0.24, 0.26)), params)


def _masks(at: Spot) -> dict[str, F64]:
    return {"deep": float(at.part > 0) * (0.3 + 0.7 * step(at.along, 0.3, 0.9))}


SPEEDS = motion.speeds(FORM)
ACTIONS = ("stand", "look_around")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
