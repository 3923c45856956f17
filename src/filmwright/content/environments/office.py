"""An office: desks with screens before a wall of shelves, a window on the city."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("office", "home office", "study")
EXAMPLE = "A woman in a gray jacket stands in an office in the afternoon"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO = ("workplace",)

PLAN = Plan(
    wall="#d5d7d6",
    accent="#4e6470",
    floor="carpet",
    floor_color="#5b6168",
    windows=(Opening("left", 0.3, width=2.2, sill=0.7, head=2.4, panes=(3, 1)),),
    fittings=(
        Fitting("bookcase", (-1.6, 2.6), 1.9, color="#b58a5e", height=2.0),
        Fitting("bookcase", (2.0, 2.6), 1.4, color="#b58a5e", height=2.0),
    ),
    pictures=((0.35, 1.7, 0.9, 0.6, "rust"),),
    pieces=(
        Piece("desk", (0.35, 1.2, 0.0), math.pi),
        Piece("laptop", (0.30, 1.22, 0.74), 0.0),
        Piece("book", (0.85, 1.25, 0.74), 0.5),
        Piece("cup", (-0.15, 1.1, 0.74), 0.0),
        Piece("chair", (0.35, 1.95, 0.0), math.pi),
        Piece("potted_plant", (-2.45, 1.9, 0.0), 0.4),
        Piece("clock", (1.2, 2.55, 1.9), math.pi),
    ),
    stand=(1.1, -0.3),
    table=(0.35, 1.2, 0.74),
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
