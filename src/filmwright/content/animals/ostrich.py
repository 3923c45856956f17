"""An ostrich: a ball of loose black feathers on long bare legs, a long bare neck, a small flat head with large eyes."""

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

WORDS = ("ostrich",)
EXAMPLE = "An ostrich on the savanna"
COLOR = "#1b1817"
HOME = ("savanna", "desert", "meadow", "farm")

FORM = Bird(
    height_m=2.3,
    body=(
        (-0.26, 0.50, 0.07, 0.06), (-0.19, 0.50, 0.150, 0.125), (-0.04, 0.49, 0.185, 0.160), (0.09, 0.50, 0.160, 0.150),
        (0.165, 0.56, 0.075, 0.080), (0.190, 0.66, 0.036, 0.040), (0.195, 0.78, 0.026, 0.029), (0.195, 0.885, 0.026, 0.028),
    ),
    head=(0.210, 0.925, 0.036),
    beak=Beak((0.240, 0.922), (0.300, 0.908), (0.024, 0.014), 0.15, 0.75),
    eye=(0.30, 0.30, 0.30, (0.16, 0.08, 0.03)),
    wing=Wing((0.11, 0.56), (-0.25, 0.46), 0.150, (0.150, 0.190, 0.110), 8),
    tail_root=(-0.22, 0.52), tail_tip=(-0.36, 0.44), tail_half=0.11, tail_quills=9,
    leg=((0.0, 0.44), (-0.045, 0.225), (0.02, 0.0)), leg_x=0.060, leg_r=0.020, toe=0.085, thigh=0.075,
    stretch=1.25, view_rad=1.05,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A cock, black and white."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The ostrich."""
    color = params.color
    feathers = painted(
        varied(color, 8.0, 0.35),
        ((0.52, 0.36, 0.28), attribute("bare")),
        ((0.80, 0.77, 0.72), attribute("white")),
        (shaded((0.52, 0.36, 0.28), 0.5), attribute("down")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.42, 0.24, 0.17), (0.44, 0.30, 0.24)), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    n = at.cloud(30.0, 2)
    bare = body * step(at.z + 0.4 * at.y, 0.66, 0.69)
    return {
        "bare": bare,
        "white": np.maximum(float(at.part == 2) * 1.0, float(at.part == 1) * step(at.along, 0.55, 0.85)),
        "down": bare * step(n, 0.1, 0.6) * 0.7 + bare * 0.5 * step(at.above, 0.3, 0.8) * step(at.ahead, 0.5, -0.2),
    }


SPEEDS = motion.speeds(FORM) | {"run": 4.5}
ACTIONS = ("stand", "look_around", "eat", "peck")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
