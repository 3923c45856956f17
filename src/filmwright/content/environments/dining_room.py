"""A dining room: a laid table under a lamp, chairs round it, a bookcase and plants by the window."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("dining room",)
EXAMPLE = "A man in a white shirt stands in a dining room"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO: tuple[str, ...] = ()

PLAN = Plan(
    wall="#cbbfa8",
    accent="#5d6b5c",
    floor_color="#7c5336",
    windows=(Opening("left", 0.5, width=1.8, sill=0.55, head=2.35, curtains="cream"),),
    fittings=(
        Fitting("bookcase", (2.0, 2.6), 1.2, color="#5a3722", height=1.3),
        Fitting("radiator", (-2.9, 0.5), 1.2, math.pi / 2),
    ),
    pictures=((-0.75, 1.75, 0.85, 0.6, "mustard"), (0.55, 1.75, 0.85, 0.6, "burgundy")),
    rug=(0.0, 0.75, 3.2, 2.3, "#6a4034"),
    pieces=(
        Piece("dining_table", (0.0, 0.85, 0.0), 0.0, color="dark_brown"),
        Piece("chair", (-0.5, 1.65, 0.0), math.pi),
        Piece("chair", (0.5, 1.65, 0.0), math.pi),
        Piece("chair", (-1.25, 0.85, 0.0), -math.pi / 2),
        Piece("chair", (1.25, 0.85, 0.0), math.pi / 2),
        Piece("wine_glass", (-0.45, 1.0, 0.755), 0.0),
        Piece("wine_glass", (0.4, 1.05, 0.755), 0.0),
        Piece("bottle", (0.0, 0.95, 0.755), 0.4),
        Piece("bowl", (0.32, 0.78, 0.755), 0.0, color="teal"),
        Piece("potted_plant", (-2.35, 2.2, 0.0), 0.4),
    ),
    lamps=(Fixture("shade", (0.0, 0.85)),),
    outlook="garden",
    stand=(1.3, -0.5),
    seat=(-1.2, 0.85, 0.45, -math.pi / 2),
    table=(0.0, 0.7, 0.755),
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
