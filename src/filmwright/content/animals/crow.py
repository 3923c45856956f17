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
COLOR = "#141519"
HOME = ("park", "meadow", "snow_valley", "farm")

FORM = Bird(
    height_m=0.36,
    body=(
        (-0.46, 0.44, 0.05, 0.04), (-0.28, 0.47, 0.135, 0.11), (-0.04, 0.51, 0.185, 0.165), (0.13, 0.58, 0.175, 0.17),
        (0.205, 0.70, 0.112, 0.110), (0.235, 0.81, 0.090, 0.092),
    ),
    head=(0.258, 0.858, 0.101),
    beak=Beak((0.330, 0.852), (0.550, 0.818), (0.036, 0.048), 0.20),
    eye=(0.46, 0.16, 0.21, (0.05, 0.032, 0.02)),
    wing=Wing((0.15, 0.63), (-0.60, 0.42), 0.155, (0.165, 0.185, 0.05), 8, (1.4, 0.46)),
    tail_root=(-0.36, 0.46), tail_tip=(-0.84, 0.38), tail_half=0.09, tail_quills=7,
    leg=((0.0, 0.34), (-0.06, 0.20), (0.02, 0.0)), leg_x=0.085, leg_r=0.018, toe=0.13, flight=(2.6, 3.2),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The crow."""
    color = params.color
    feathers = painted(
        varied(color, 14.0, 0.35),
        (cmul(color, (1.1, 1.6, 4.0)), attribute("sheen")),
        (cmul(color, (2.6, 2.6, 3.0)), attribute("fringe")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.012, 0.012, 0.013), (0.03, 0.029, 0.03), gloss=0.7), params)


def _masks(at: Spot) -> dict[str, F64]:
    wing = float(at.part > 0)
    hackle = (1 - wing) * (0.35 + 0.5 * at.cloud(40.0, 3)) * step(at.z, 0.55, 0.7)
    return {
        "sheen": np.maximum(0.9 * wing * step(at.along, 0.1, 0.8), hackle),
        "fringe": 0.7 * wing * step(at.edge, 0.45, 0.8),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
