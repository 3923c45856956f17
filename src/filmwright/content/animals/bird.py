"""A songbird: a robin, or one of the color the text gives it."""

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

WORDS = ("bird", "songbird", "little bird", "birdie")
EXAMPLE = "A bird in a park"
COLOR = "#6f5a3c"
HOME = ("park", "garden", "meadow", "beach")

FORM = Bird(
    height_m=0.15,
    body=(
        (-0.40, 0.44, 0.05, 0.04), (-0.26, 0.47, 0.16, 0.13), (-0.04, 0.50, 0.265, 0.245), (0.13, 0.555, 0.275, 0.265),
        (0.225, 0.67, 0.235, 0.225), (0.26, 0.80, 0.19, 0.19),
    ),
    head=(0.275, 0.825, 0.185),
    beak=Beak((0.42, 0.815), (0.635, 0.785), (0.055, 0.055)),
    eye=(0.48, 0.16, 0.24, (0.02, 0.012, 0.008)),
    wing=Wing((0.16, 0.62), (-0.52, 0.40), 0.17, (0.225, 0.245, 0.05)),
    tail_root=(-0.34, 0.455), tail_tip=(-0.86, 0.42), tail_half=0.085, tail_quills=6,
    leg=((0.0, 0.30), (-0.09, 0.20), (0.02, 0.0)), leg_x=0.10, leg_r=0.014, toe=0.15,
    gait="hop",
    flight=(1.7, 5.0),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A robin, or all of one color."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The bird."""
    color = params.color
    robin = params.color == quadruped.natural(COLOR)
    breast = (0.52, 0.15, 0.03) if robin else shaded(color, 1.5)
    feathers = painted(
        varied(color, 30.0, 0.15),
        (shaded(color, 0.45), attribute("deep")),
        ((0.72, 0.68, 0.62) if robin else shaded(color, 2.0), attribute("pale")),
        (breast, attribute("breast")),
    )
    plumage = Plumage(_masks, feathers, (0.035, 0.028, 0.022), (0.16, 0.09, 0.06))
    return bird.build(FORM, plumage, params)


def _masks(at: Spot) -> dict[str, F64]:
    n = 0.03 * at.cloud(24.0, 2)
    face = step(at.ahead, 0.10, 0.35) * step(at.above, 0.62, 0.40)
    chest = step(at.y + 0.55 * at.z + n, 0.44, 0.52) * step(at.z + n, 0.42, 0.50) * step(at.above, 0.45, 0.20)
    breast = np.maximum(face, chest) * (at.part == 0)
    pale = step(at.z + n, 0.50, 0.42) * (at.part == 0) * (1 - breast)
    deep = (at.part > 0) * (0.25 + 0.75 * step(at.along, 0.45, 0.95))
    return {"deep": deep, "pale": pale, "breast": breast}


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
