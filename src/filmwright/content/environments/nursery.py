"""A nursery: a cot under a mobile, a shelf of toys, a teddy bear on a soft rug, pastel walls and a window on a garden."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("nursery",)
EXAMPLE = "A woman in a yellow sweater stands in a nursery"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES

PLAN = Plan(
    wall="#bcd6d2",
    accent="#edc9c6",
    floor_color="#c39a6c",
    windows=(Opening("left", 0.4, width=1.5, sill=0.8, head=2.25, curtains="#f0dfae"),),
    fittings=(
        Fitting("cot", (-1.15, 2.35), 1.32, color="#e3b04f"),
        Fitting("toy_shelf", (1.55, 2.6), 1.7),
    ),
    pictures=((0.95, 1.75, 0.42, 0.42, "yellow"), (1.55, 1.75, 0.42, 0.42, "teal"), (2.15, 1.75, 0.42, 0.42, "coral")),
    rug=(0.1, 0.55, 2.4, 1.5, "#e9dcc6"),
    pieces=(
        Piece("armchair", (-2.35, 0.75, 0.0), -math.pi / 2 - 0.5, color="#d9a5a0"),
        Piece("teddy_bear", (0.95, 1.2, 0.0), math.pi + 0.2, scale=1.3),
        Piece("lamp", (2.2, 2.42, 0.94), math.pi),
    ),
    outlook="garden",
    stand=(0.15, 0.1),
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
