"""A palace's ballroom: tall windows with red curtains, gilded mirrors between columns, chandeliers over a polished parquet."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("ballroom", "palace")
EXAMPLE = "A woman in a blue evening dress stands in a ballroom"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (
    "windows",
    "window_light",
    "curtains",
    "mirrors",
    "hanging_lamps",
    "candlelight",
    "reflections",
    "floor",
    "ceiling",
    "shadows",
)
ALSO = ("palace", "wedding_hall")

HALF_M, BACK_M, HIGH_M = 6.2, 9.0, 6.4
_RED = "#7e1420"
_LIGHTS = ((-2.3, 5.6), (2.6, 5.6), (0.2, -1.4))

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#d9ceb2",
    accent="#cdbf9c",
    floor="planks",
    floor_color="#6b4224",
    windows=tuple(
        Opening("left", y, width=1.7, sill=0.35, head=4.7, panes=(2, 5), curtains=_RED) for y in (-2.6, 1.4, 5.4)
    ),
    fittings=(
        Fitting("parquet", (0.0, BACK_M), 2 * HALF_M, height=BACK_M + 9.0),
        Fitting("pilasters", (0.0, BACK_M), 11.6, height=HIGH_M, color="#c9b48e"),
        Fitting("pilasters", (HALF_M, 1.0), 15.4, -math.pi / 2, height=HIGH_M, color="#c9b48e"),
        *(Fitting("gilded_mirror", (x, BACK_M), 1.4, height=4.4) for x in (-4.64, -2.32, 2.32, 4.64)),
        *(
            Fitting("gilded_mirror", (HALF_M, y), 1.5, -math.pi / 2, height=4.4)
            for y in (-2.85, -0.28, 2.28, 4.85, 7.42)
        ),
        Fitting("double_door", (0.0, BACK_M), 2.0, height=3.2),
        *(Fitting("chandelier", (x, y), 2.3, height=2.95) for x, y in _LIGHTS),
    ),
    pieces=(
        Piece("armchair", (-4.2, 7.6, 0.0), math.pi - 0.5, color=_RED),
        Piece("armchair", (4.6, 7.6, 0.0), math.pi + 0.5, color=_RED),
        Piece("piano", (3.7, 5.6, 0.0), math.pi - 0.6),
        Piece("vase", (-1.75, 8.3, 0.0), 0.0, color="white", scale=3.4),
        Piece("vase", (1.75, 8.3, 0.0), 0.0, color="white", scale=3.4),
    ),
    lamps=(
        *(
            Fixture("flame", at, HIGH_M - 2.7, None) for at in _LIGHTS
        ),  # under the chandelier: inside, its own stem is in the way
        *(Fixture("flame", (x + 0.55, y - 0.55), HIGH_M - 4.3, 110.0) for x, y in _LIGHTS),
    ),
    outlook="garden",
    stand=(0.35, 0.4),
    skirting=False,
    back_off_m=6.2,
    eye_m=1.45,
    stops=0.0,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
