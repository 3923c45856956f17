"""A hen: red comb and wattles, tail up."""

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

WORDS = ("chicken", "hen")
EXAMPLE = "A chicken on a farm"
COLOR = "#9a4f22"
HOME = ("farm", "meadow", "park")

FORM = Bird(
    height_m=0.45,
    body=(
        (-0.44, 0.70, 0.06, 0.05), (-0.30, 0.58, 0.18, 0.16), (-0.06, 0.50, 0.25, 0.225), (0.14, 0.52, 0.245, 0.235),
        (0.26, 0.62, 0.18, 0.175), (0.30, 0.76, 0.104, 0.104), (0.31, 0.86, 0.082, 0.082),
    ),
    head=(0.325, 0.886, 0.086),
    beak=Beak((0.395, 0.876), (0.485, 0.850), (0.030, 0.032), 0.25),
    eye=(0.40, 0.12, 0.22, (0.45, 0.18, 0.02)),
    wing=Wing((0.17, 0.62), (-0.38, 0.55), 0.16, (0.205, 0.245, 0.12)),
    tail_root=(-0.34, 0.62), tail_tip=(-0.62, 0.98), tail_half=0.12, tail_quills=7,
    leg=((0.0, 0.32), (-0.05, 0.20), (0.02, 0.0)), leg_x=0.10, leg_r=0.020, toe=0.15, thigh=0.10, comb=True,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown or white."""
    return quadruped.chosen(rng, member, COLOR, "#e6ddcf")


def build(params: Params) -> Thing:
    """The hen."""
    color = params.color
    feathers = painted(
        varied(color, 18.0, 0.2),
        (shaded(color, 1.35), attribute("pale")),
        (shaded(color, 0.42), attribute("deep")),
        ((0.45, 0.03, 0.02), attribute("face")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.50, 0.30, 0.08), (0.55, 0.33, 0.06)), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    face = body * step(at.ahead, 0.15, 0.45) * step(np.abs(at.above + 0.05), 0.62, 0.45)
    hackle = body * step(at.z, 0.60, 0.70) * (1 - face)
    return {
        "face": face,
        "pale": 0.7 * hackle,
        "deep": np.maximum((at.part == 2) * 0.8, (at.part == 1) * 0.6 * step(at.along, 0.5, 1.0)),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = motion.PECKS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
