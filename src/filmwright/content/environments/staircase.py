"""The hall of a grand hotel: a marble staircase under a red runner, lamps on its newel posts, chandeliers over a checkered floor."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("staircase",)
EXAMPLE = "A woman in a red evening dress walks down a grand staircase"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (
    "windows", "window_light", "curtains", "mirrors", "hanging_lamps", "reflections", "floor", "ceiling", "shadows", "doorway",
)  # fmt: skip
LANDMARKS = ("stairs",)
ALSO = ("stairwell", "hotel_lobby", "lobby", "hotel", "mansion")

HALF_M, BACK_M, HIGH_M = 6.0, 9.2, 7.0
_RED = "#7e1420"
_LIGHTS = ((-2.6, 1.6), (2.6, 1.6))

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#d8cdb4",
    accent="#cfc2a2",
    floor="planks",
    floor_color="#6b4224",
    windows=tuple(Opening("left", y, width=1.6, sill=0.5, head=4.6, panes=(2, 5), curtains=_RED) for y in (-2.8, 0.4)),
    fittings=(
        Fitting("checkered", (0.0, BACK_M), 2 * HALF_M, height=BACK_M + 9.0),
        Fitting("grand_stairs", (0.0, BACK_M), 2 * HALF_M, color="#7a0f18"),
        Fitting("pilasters", (HALF_M, 0.2), 7.0, -math.pi / 2, height=HIGH_M, color="#c9b48e"),
        *(Fitting("gilded_mirror", (HALF_M, y), 1.5, -math.pi / 2, height=4.0) for y in (-1.0, 1.4)),
        *(Fitting("chandelier", (x, y), 1.9, height=3.6) for x, y in _LIGHTS),
    ),
    pieces=(
        Piece("potted_plant", (-4.3, 3.4, 0.0), 0.0, scale=1.7),
        Piece("potted_plant", (4.3, 3.4, 0.0), 0.0, scale=1.7),
    ),
    lamps=(
        *(Fixture("flame", at, HIGH_M - 3.4, None) for at in _LIGHTS),
        Fixture("flame", (0.0, 6.6), HIGH_M - 5.6, 160.0),
        *(Fixture("flame", (x, 1.7), HIGH_M - 1.9, 60.0) for x in (-2.6, 2.6)),
    ),
    pictures=((0.0, 4.35, 1.7, 2.1, "#3c4a44"),),
    outlook="garden",
    stand=(0.2, 0.3),
    skirting=False,
    back_off_m=6.2,
    eye_m=1.45,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The hall a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The hall of these parameters."""
    return furnish.build(PLAN, params)
