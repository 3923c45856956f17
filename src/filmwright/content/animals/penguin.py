"""An emperor penguin."""

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

WORDS = ("penguin", "emperor penguin")
EXAMPLE = "A penguin in the snow"
COLOR = "#14161b"
HOME = ("arctic", "snow_valley", "beach")

FORM = Bird(
    height_m=1.05,
    body=(
        (-0.12, 0.09, 0.09, 0.07), (-0.06, 0.22, 0.195, 0.175), (0.0, 0.40, 0.222, 0.215), (0.02, 0.58, 0.200, 0.195),
        (0.02, 0.72, 0.145, 0.145), (0.025, 0.82, 0.098, 0.102), (0.035, 0.90, 0.088, 0.092),
    ),
    head=(0.045, 0.915, 0.088),
    beak=Beak((0.115, 0.918), (0.255, 0.905), (0.020, 0.024), 0.22),
    eye=(0.46, 0.22, 0.20, (0.34, 0.13, 0.05)),
    wing=Wing((0.02, 0.71), (-0.05, 0.27), 0.080, (0.165, 0.245, 0.255), 5),
    tail_root=(-0.13, 0.10), tail_tip=(-0.23, 0.015), tail_half=0.06, tail_quills=5,
    leg=((0.0, 0.09), (0.0, 0.055), (0.03, 0.0)), leg_x=0.09, leg_r=0.034, toe=0.15, web=True, stretch=1.1, gait="waddle",
    view_rad=0.6,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black and white."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The penguin."""
    color = params.color
    feathers = painted(
        varied(color, 6.0, 0.25),
        (cmul(color, (2.2, 2.5, 3.0)), attribute("lit")),
        ((0.80, 0.79, 0.76), attribute("white")),
        ((0.85, 0.44, 0.03), attribute("gold")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.42, 0.13, 0.05), (0.05, 0.045, 0.045), gloss=0.55), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    front = step(at.y - 0.10 * step(at.z, 0.2, 0.0), -0.035, 0.015) * step(at.z, 0.79, 0.755) * step(at.z, 0.06, 0.10)
    patch = np.hypot((at.y - 0.012) / 0.062, (at.z - 0.850 + 0.6 * (at.y - 0.012)) / 0.082)
    ear = step(patch, 1.0, 0.75) * step(np.abs(at.x), 0.035, 0.055)
    chest = step(np.abs(at.z - 0.735), 0.055, 0.0) * step(at.y, 0.04, 0.10)
    back = step(at.y, 0.0, -0.08) * step(at.z, 0.86, 0.78)
    wing = float(at.part == 1) * step(at.edge, 0.3, 0.8)
    return {"white": body * front, "gold": body * np.maximum(ear, 0.85 * chest), "lit": np.maximum(body * back, wing)}


SPEEDS = motion.speeds(FORM)
ACTIONS = ("stand", "look_around")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
