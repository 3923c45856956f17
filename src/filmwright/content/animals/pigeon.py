"""A pigeon: gray, its neck shimmering green and purple, two dark bars on the wing."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, mix, op, remap
from filmwright.spec.shot import Action, Member

WORDS = ("pigeon", "dove")
EXAMPLE = "A pigeon in a park"
COLOR = "#7b838c"
HOME = ("park", "neon_street", "garden", "beach")

FORM = Bird(
    height_m=0.30,
    body=(
        (-0.46, 0.44, 0.06, 0.04), (-0.28, 0.46, 0.16, 0.13), (-0.04, 0.48, 0.235, 0.205), (0.14, 0.52, 0.24, 0.23),
        (0.23, 0.64, 0.150, 0.150), (0.245, 0.78, 0.092, 0.094), (0.265, 0.86, 0.078, 0.078),
    ),
    head=(0.278, 0.885, 0.083),
    beak=Beak((0.342, 0.878), (0.435, 0.856), (0.022, 0.022), 0.1),
    eye=(0.42, 0.12, 0.24, (0.55, 0.14, 0.02)),
    wing=Wing((0.16, 0.60), (-0.54, 0.41), 0.165, (0.20, 0.225, 0.05)),
    tail_root=(-0.38, 0.44), tail_tip=(-0.80, 0.37), tail_half=0.085, tail_quills=6,
    leg=((0.0, 0.28), (-0.06, 0.18), (0.02, 0.0)), leg_x=0.09, leg_r=0.018, toe=0.12,
    flight=(2.3, 4.0),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Blue-gray."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The pigeon."""
    color = params.color
    feathers = painted(
        varied(color, 20.0, 0.12),
        (shaded(color, 1.5), attribute("pale")),
        (shaded(color, 0.30), attribute("deep")),
        (mix((0.02, 0.16, 0.09), (0.16, 0.04, 0.17), remap(op("z", coords("rest")), 0.185, 0.225)), attribute("shine")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.06, 0.055, 0.05), (0.45, 0.08, 0.07)), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    neck = body * step(at.z, 0.56, 0.66) * step(at.above, -0.2, -0.8)
    bars = (at.part == 1) * np.maximum.reduce([np.exp(-(((at.y - y) / 0.022) ** 2)) for y in (-0.14, -0.27)])
    tip = np.maximum((at.part == 2) * step(at.along, 0.78, 0.86), (at.part == 1) * step(at.y, -0.40, -0.46))
    head = 0.55 * body * step(at.above, -0.9, -0.3)
    return {
        "shine": neck,
        "deep": np.maximum.reduce([bars, tip, head]),
        "pale": (at.part == 1) * 0.5 * step(at.y, -0.05, 0.05),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
