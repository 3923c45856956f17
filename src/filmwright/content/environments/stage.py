"""A theater's stage: boards under spots in haze, red curtains drawn aside, rows of empty seats in the dark."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Light, Piece, Plan
from filmwright.content.environments._room.theater import STAGE_M
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("stage", "theater stage")
EXAMPLE = "A woman in a red dress stands on a stage"
TIMES = ("night", "dusk", "blue_hour", "morning", "noon", "afternoon", "golden_hour", "dawn")
WEATHERS = furnish.WEATHERS
FEATURES = ("curtains", "chairs", "hanging_lamps", "floor", "ceiling", "shadows")
ALSO = ("theater", "concert_hall", "opera_house")

RED = "#8d1016"
EDGE_M = -2.3  # where the stage begins
HERO = (0.3, 0.2)
HALF_M = 4.6
HIGH_M = 4.8
_WHITE = (1.0, 0.90, 0.76)
_BLUE = (0.22, 0.38, 1.0)
_ROSE = (1.0, 0.22, 0.42)

PLAN = Plan(
    half_m=HALF_M,
    back_m=4.0,
    height_m=HIGH_M,
    wall="#3a1c1a",
    floor="carpet",
    floor_color="#3a1416",
    windows=(),
    fittings=(
        Fitting("stage_floor", (0.0, EDGE_M), 2 * HALF_M),
        Fitting("stage_drapes", (0.0, 3.9), 2 * HALF_M, height=HIGH_M, color=RED),
        Fitting("stage_drapes", (-3.8, -1.4), 1.9, height=HIGH_M, color=RED),
        Fitting("stage_drapes", (3.8, -1.4), 1.9, height=HIGH_M, color=RED),
        Fitting("valance", (0.0, -1.6), 2 * HALF_M, height=4.45, color=RED),
        Fitting("lighting_bar", (0.0, 0.9), 2 * HALF_M, height=4.05),
        *(Fitting("seats", (0.28 * (k % 2), -3.6 - 0.95 * k), 7.4, color="#7a1216") for k in range(3)),
    ),
    pieces=(
        Piece("piano", (-2.05, 2.2, STAGE_M), 2.7),
        Piece("stool", (2.2, 1.6, STAGE_M), 0.3),
    ),
    lamps=(
        Fixture("spot", (-1.3, 0.9), 0.95, 900.0, light=_WHITE, aim=(0.1, 0.0, STAGE_M)),
        Fixture("spot", (1.7, 0.9), 0.95, 500.0, light=_WHITE, aim=(0.5, 0.4, STAGE_M)),
        Fixture("spot", (-2.9, 0.9), 0.95, 700.0, light=_BLUE, aim=(-1.8, 2.2, STAGE_M)),
        Fixture("spot", (2.9, 0.9), 0.95, 600.0, light=_ROSE, aim=(2.1, 1.9, STAGE_M)),
        Fixture("flame", (-0.6, -4.2), 0.35, 260.0, light=_WHITE),
        Fixture("flame", (-2.4, 2.9), 2.4, 50.0, light=_ROSE),
        Fixture("flame", (2.4, 2.9), 2.4, 50.0, light=_BLUE),
    ),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.34, 0.30, 0.46), 0.035, (0.0, 0.0, 0.0), 0.0, 0.0, 0.6),
    stand=HERO,
    platform=(EDGE_M, STAGE_M),
    skirting=False,
    back_off_m=6.6,
    eye_m=1.38,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
