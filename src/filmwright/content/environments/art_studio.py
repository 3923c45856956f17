"""A painter's studio: easels by tall north windows, a table of open paint pots, canvases along the wall, a floor full of splashes."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("art studio",)
EXAMPLE = "A woman in a blue shirt stands in an art studio"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "wall_pictures", "shelves", "tables", "hanging_lamps")
ALSO: tuple[str, ...] = ()

PLAN = Plan(
    half_m=3.3,
    back_m=3.9,
    height_m=3.7,
    wall="#d5cfc2",
    accent="#b9b2a4",
    floor="splashed",
    floor_color="#7d5f42",
    windows=(
        Opening("left", 0.2, width=2.1, sill=0.85, head=3.3, panes=(4, 4)),
        Opening("left", 2.6, width=1.7, sill=0.85, head=3.3, panes=(3, 4)),
        Opening("back", -1.35, width=2.1, sill=1.05, head=3.3, panes=(4, 4)),
    ),
    fittings=(
        Fitting("pigment_shelf", (1.35, 3.9), 1.7, color="#8a6a48", height=2.3),
        Fitting("canvases", (-1.4, 3.9), 2.6, height=1.0),
        Fitting("canvases", (3.3, 0.6), 3.4, -math.pi / 2, height=1.5),
        Fitting("paint_table", (-2.35, 1.1), 1.7, math.pi / 2 + 0.05),
        Fitting("paint_table", (-1.25, -1.75), 1.5, 0.55),
        Fitting("radiator", (-1.35, 3.9), 1.4),
    ),
    pieces=(
        Piece("easel", (1.3, 1.45, 0.0), math.pi - 0.35),
        Piece("easel", (-0.55, 2.55, 0.0), math.pi + 0.35, scale=0.92),
        Piece("stool", (0.45, 1.75, 0.0), 0.3),
        Piece("potted_plant", (2.75, 3.4, 0.0), 0.4, scale=1.2),
    ),
    lamps=(
        Fixture("dome", (1.0, 0.6), 1.1, None, color="#20302a"),
        Fixture("dome", (-1.4, 0.9), 1.1, None, color="#20302a"),
    ),
    stand=(0.35, 0.35),
    outlook="garden",
    back_off_m=4.2,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
