"""A crow: black all over, glossy."""

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

WORDS = ("crow",)
EXAMPLE = "A crow in a park"
COLOR = "#131316"
HOME = ("park", "meadow", "snow_valley", "farm")

FORM = Bird(
    height_m=0.36,
    body=(
        (-0.44, 0.46, 0.06, 0.04), (-0.28, 0.48, 0.15, 0.12), (-0.04, 0.50, 0.215, 0.19), (0.13, 0.55, 0.21, 0.20),
        (0.21, 0.68, 0.155, 0.15), (0.235, 0.80, 0.125, 0.125),
    ),
    head=(0.255, 0.845, 0.125),
    beak=Beak((0.345, 0.840), (0.560, 0.800), (0.042, 0.050), 0.22),
    eye=(0.46, 0.14, 0.17, (0.03, 0.02, 0.014)),
    wing=Wing((0.15, 0.63), (-0.60, 0.42), 0.155, (0.19, 0.21, 0.05), 8, (1.4, 0.46)),
    tail_root=(-0.36, 0.46), tail_tip=(-0.84, 0.38), tail_half=0.09, tail_quills=7,
    leg=((0.0, 0.30), (-0.06, 0.18), (0.02, 0.0)), leg_x=0.09, leg_r=0.018, toe=0.13, flight=(2.6, 3.2),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The crow."""
    feathers = painted(varied(params.color, 14.0, 0.25), (cmul(params.color, (1.1, 1.2, 2.4)), attribute("sheen")))
    return bird.build(FORM, Plumage(_masks, feathers, (0.016, 0.015, 0.015), (0.018, 0.017, 0.017)), params)


def _masks(at: Spot) -> dict[str, F64]:
    return {"sheen": float(at.part > 0) * step(at.along, 0.2, 0.9)}


SPEEDS = motion.speeds(FORM)
ACTIONS = ("stand", "look_around", "eat", "peck")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
