"""A library: walls of books to the ceiling, a reading table with a lamp."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("library", "indoor library")
EXAMPLE = "An old man in a brown jacket stands in a library in the afternoon"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO = ("indoor_library",)

PLAN = Plan(
    half_m=3.0,
    back_m=3.2,
    height_m=3.3,
    wall="#b9a888",
    floor_color="#6e4a30",
    windows=(Opening("left", -0.2, width=1.4, sill=0.8, head=2.9, panes=(3, 5)),),
    fittings=(
        Fitting("bookcase", (0.0, 3.2), 5.6, color="#7d5232", height=3.0),
        Fitting("bookcase", (-3.0, 2.1), 2.0, math.pi / 2, color="#7d5232", height=3.0),
        Fitting("bookcase", (3.0, 1.0), 4.4, -math.pi / 2, color="#7d5232", height=3.0),
    ),
    rug=(0.0, 1.0, 3.0, 2.2, "#5e2a26"),
    pieces=(
        Piece("dining_table", (0.0, 1.3, 0.0), 0.0, color="dark_brown"),
        Piece("chair", (-0.5, 2.1, 0.0), math.pi),
        Piece("chair", (0.6, 2.1, 0.0), math.pi - 0.2),
        Piece("book", (-0.4, 1.3, 0.755), 0.3),
        Piece("lamp", (-0.05, 1.4, 0.755), 0.0),
        Piece("book", (0.35, 1.45, 0.755), -0.5),
    ),
    lamps=(
        Fixture("globe", (-1.2, 1.0), 0.9, 26.0, color="#8a6a34"),
        Fixture("globe", (1.2, 1.0), 0.9, 26.0, color="#8a6a34"),
        Fixture("flame", (-0.05, 1.35), 3.3 - 0.755 - 0.36, 3.0),
    ),
    stand=(0.75, -0.2),
    table=(0.0, 1.3, 0.755),
    skirting=False,
    stops=0.3,
    back_off_m=4.2,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
