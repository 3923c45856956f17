"""A classroom: rows of desks before a blackboard with writing on it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("classroom", "schoolroom")
EXAMPLE = "A girl in a yellow dress stands in a classroom in the morning"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
LANDMARKS = ("blackboard",)
ALSO = ("public_hall", "lecture_hall")

PLAN = Plan(
    half_m=3.6,
    back_m=3.4,
    height_m=3.1,
    wall="#e0d8bd",
    floor_color="#9c7350",
    windows=(
        Opening("left", 1.4, width=1.6, sill=0.9, head=2.6, panes=(2, 3)),
        Opening("left", -1.0, width=1.6, sill=0.9, head=2.6, panes=(2, 3)),
    ),
    fittings=(
        Fitting("blackboard", (0.0, 3.4), 3.4),
        Fitting("bookcase", (3.0, 3.4), 1.1, color="#a87c50", height=1.2),
    ),
    pieces=tuple(
        piece
        for row in range(2)
        for column in (-1.9, 0.0, 1.9)
        for piece in (
            Piece("desk", (column, 0.4 + 1.5 * row, 0.0), math.pi, scale=0.8),
            Piece("chair", (column, -0.2 + 1.5 * row, 0.0), 0.0),
        )
    ),
    lamps=(),
    stand=(0.95, 2.6),
    back_off_m=6.2,
    outlook="garden",
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
