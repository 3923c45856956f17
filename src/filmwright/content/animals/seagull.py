"""A gull: white, its wings gray with black tips."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("seagull", "gull")
EXAMPLE = "A seagull on the beach"
COLOR = "#99a1a8"
HOME = ("beach", "harbor", "lake")

FORM = Bird(
    height_m=0.38,
    body=(
        (-0.44, 0.48, 0.06, 0.04), (-0.28, 0.47, 0.16, 0.13), (-0.04, 0.48, 0.23, 0.20), (0.15, 0.53, 0.225, 0.215),
        (0.23, 0.66, 0.140, 0.140), (0.25, 0.80, 0.102, 0.102),
    ),
    head=(0.275, 0.858, 0.102),
    beak=Beak((0.356, 0.848), (0.520, 0.815), (0.030, 0.036), 0.30),
    eye=(0.46, 0.16, 0.16, (0.70, 0.58, 0.15)),
    wing=Wing((0.16, 0.60), (-0.66, 0.45), 0.16, (0.205, 0.225, 0.04), 8, (1.6, 0.40)),
    tail_root=(-0.38, 0.47), tail_tip=(-0.62, 0.44), tail_half=0.085, tail_quills=6,
    leg=((0.0, 0.28), (-0.05, 0.16), (0.02, 0.0)), leg_x=0.09, leg_r=0.020, toe=0.13, web=True, flight=(2.8, 2.6),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray wings."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The gull."""
    feathers = painted(
        varied((0.80, 0.79, 0.77), 10.0, 0.05),
        (params.color, attribute("wing")),
        ((0.016, 0.015, 0.015), attribute("tip")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.75, 0.45, 0.04), (0.66, 0.40, 0.30)), params)


def _masks(at: Spot) -> dict[str, F64]:
    wing = np.full(len(at.x), float(at.part == 1))
    folded = step(at.y, -0.42, -0.50)
    spread = step(np.abs(at.x), 1.05, 1.25)
    return {"wing": wing, "tip": wing * np.maximum(folded, spread)}


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
