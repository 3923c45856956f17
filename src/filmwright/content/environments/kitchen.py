"""A kitchen: units with a wooden worktop, stove and refrigerator, a window over the sink, tiles."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("kitchen",)
EXAMPLE = "A woman in a blue shirt stands in a kitchen in the morning"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO = ("restaurant_kitchen",)

PLAN = Plan(
    wall="#e2ddd0",
    floor="tiles",
    floor_color="#b9aa95",
    windows=(
        Opening("left", 0.3, width=1.4, sill=0.95, head=2.2),
        Opening("back", -0.55, width=1.1, sill=1.12, head=2.1, panes=(2, 1)),
    ),
    fittings=(
        Fitting("counter", (-0.35, 2.6), 4.2, color="#6f8579", gap=(1.05, 1.67)),
        Fitting("wall_units", (-0.35, 2.6), 4.2, color="#6f8579", gap=(-0.85, 0.45)),
    ),
    tiled_m=1.48,
    pieces=(
        Piece("oven", (1.01, 2.28, 0.0), math.pi),
        Piece("refrigerator", (2.35, 2.22, 0.0), math.pi),
        Piece("sink", (-0.9, 2.3, 0.195), math.pi),  # its basin stands on the worktop, its column in the unit
        Piece("toaster", (-1.75, 2.3, 0.9), math.pi - 0.3),
        Piece("microwave", (0.25, 2.32, 0.9), math.pi),
        Piece("bowl", (-0.15, 2.15, 0.9), 0.0),
        Piece("bottle", (-1.4, 2.4, 0.9), 0.0),
        Piece("potted_plant", (-2.35, 2.3, 0.9), 0.0, scale=0.35),
        Piece("dining_table", (0.1, 0.3, 0.0), 0.0, scale=0.8),
        Piece("chair", (-1.05, 0.35, 0.0), -math.pi / 2),
        Piece("chair", (1.25, 0.35, 0.0), math.pi / 2),
    ),
    lamps=(Fixture("shade", (0.1, 0.3)),),
    outlook="garden",
    stand=(0.55, 1.15),
    seat=(-1.0, 0.35, 0.45, -math.pi / 2),
    table=(0.1, 0.3, 0.62),
    skirting=False,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
