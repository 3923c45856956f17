"""A scarlet macaw."""

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

WORDS = ("parrot", "macaw")
EXAMPLE = "A parrot in the jungle"
COLOR = "#c0231c"
HOME = ("jungle", "park", "beach")

FORM = Bird(
    height_m=0.45,
    body=(
        (-0.34, 0.28, 0.06, 0.05), (-0.22, 0.36, 0.14, 0.12), (-0.07, 0.50, 0.185, 0.175), (0.06, 0.64, 0.185, 0.175),
        (0.11, 0.76, 0.155, 0.15), (0.13, 0.85, 0.135, 0.135),
    ),
    head=(0.155, 0.865, 0.135),
    beak=Beak((0.255, 0.885), (0.400, 0.800), (0.050, 0.070), 0.55),
    eye=(0.36, 0.18, 0.16, (0.75, 0.65, 0.35)),
    wing=Wing((0.10, 0.70), (-0.42, 0.20), 0.145, (0.175, 0.20, 0.06), 8, (1.2, 0.42)),
    tail_root=(-0.30, 0.30), tail_tip=(-0.86, 0.06), tail_half=0.06, tail_quills=6,
    leg=((0.02, 0.34), (0.0, 0.14), (0.04, 0.0)), leg_x=0.08, leg_r=0.026, toe=0.13, thigh=0.08, flight=(3.0, 3.5),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Scarlet, yellow and blue."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The parrot."""
    feathers = painted(
        varied(params.color, 12.0, 0.12),
        ((0.80, 0.48, 0.02), attribute("yellow")),
        ((0.02, 0.10, 0.50), attribute("blue")),
        ((0.80, 0.76, 0.70), attribute("bare")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.55, 0.50, 0.42), (0.09, 0.08, 0.08)), params)


def _masks(at: Spot) -> dict[str, F64]:
    cheek = float(at.part == 0) * step(np.hypot(at.ahead - 0.50, at.above - 0.05), 0.55, 0.42)
    wing, tail = float(at.part == 1), float(at.part == 2)
    yellow = wing * step(at.y - 0.4 * at.z, -0.16, -0.22)
    return {
        "bare": cheek,
        "yellow": yellow,
        "blue": np.maximum(wing * step(at.y - 0.4 * at.z, -0.24, -0.30), tail * step(at.along, 0.6, 0.8)),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
