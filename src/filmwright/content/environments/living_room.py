"""A living room: a sofa under pictures, a low table on a rug, plants by the window, a wall of books."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("living room", "lounge", "sitting room")
EXAMPLE = "A woman in a green sweater stands in a living room in the morning"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "fireplace")
LANDMARKS = ("fireplace",)
ALSO = ("home", "room", "apartment", "house")

PLAN = Plan(
    wall="#d9d1c1",
    accent="#7d918c",
    floor_color="#93694a",
    windows=(Opening("left", 0.2, width=1.9, sill=0.6, head=2.35, curtains="cream"),),
    fittings=(
        Fitting("bookcase", (1.95, 2.6), 1.5, color="#6b4630"),
        Fitting("radiator", (-2.9, 0.2), 1.2, math.pi / 2),
    ),
    pictures=((-1.15, 1.72, 0.5, 0.68, "rust"), (-0.45, 1.72, 0.5, 0.68, "navy"), (0.25, 1.72, 0.5, 0.68, "mustard")),
    rug=(-0.3, 0.55, 2.8, 1.9, "#7a3b2e"),
    pieces=(
        Piece("couch", (-0.45, 2.05, 0.0), math.pi, color="#c9b48f"),
        Piece("dining_table", (-0.45, 0.85, 0.0), 0.0, scale=0.6),
        Piece("potted_plant", (-2.35, 2.1, 0.0), 0.4, scale=1.15),
        Piece("armchair", (2.0, 0.7, 0.0), math.pi / 2 + 0.5, color="teal"),
        Piece("potted_plant", (1.0, 2.3, 0.0), 2.0, scale=0.8),
        Piece("floor_lamp", (-1.85, 2.3, 0.0), math.pi),
    ),
    hearth=Piece("fireplace", (1.40, 2.38, 0.0), math.pi),
    outlook="garden",
    stand=(0.5, -0.6),
    seat=(-0.45, 1.8, 0.43, math.pi),
    table=(-0.45, 0.85, 0.45),
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
