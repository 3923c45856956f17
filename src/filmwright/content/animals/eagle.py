"""A bald eagle."""

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

WORDS = ("eagle", "bald eagle")
EXAMPLE = "An eagle in the mountains"
COLOR = "#3a2718"
HOME = ("mountain", "snow_valley", "meadow", "beach")

FORM = Bird(
    height_m=0.85,
    body=(
        (-0.36, 0.26, 0.06, 0.05), (-0.24, 0.34, 0.15, 0.13), (-0.08, 0.48, 0.215, 0.20), (0.06, 0.62, 0.21, 0.20),
        (0.13, 0.74, 0.16, 0.16), (0.16, 0.84, 0.122, 0.122),
    ),
    head=(0.185, 0.880, 0.115),
    beak=Beak((0.265, 0.875), (0.425, 0.850), (0.040, 0.055), 0.50),
    eye=(0.48, 0.16, 0.19, (0.70, 0.48, 0.06)),
    wing=Wing((0.11, 0.72), (-0.38, 0.20), 0.175, (0.19, 0.235, 0.08), 8, (1.9, 0.55)),
    tail_root=(-0.30, 0.30), tail_tip=(-0.54, 0.03), tail_half=0.12, tail_quills=7,
    leg=((0.02, 0.34), (0.0, 0.14), (0.04, 0.0)), leg_x=0.10, leg_r=0.028, toe=0.16, thigh=0.13, view_rad=1.0,
    flight=(4.0, 1.6),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown, its head and tail white."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The eagle."""
    color = params.color
    feathers = painted(
        varied(color, 8.0, 0.3), (shaded(color, 0.55), attribute("deep")), ((0.82, 0.80, 0.76), attribute("white"))
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.70, 0.42, 0.03), (0.66, 0.42, 0.05)), params)


def _masks(at: Spot) -> dict[str, F64]:
    ragged = 0.02 * at.cloud(22.0, 3)
    head = (at.part == 0) * step(at.z + 0.25 * at.y + ragged, 0.775, 0.80)
    return {"white": np.maximum(head, at.part == 2), "deep": (at.part == 1) * step(at.along, 0.3, 0.9)}


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
