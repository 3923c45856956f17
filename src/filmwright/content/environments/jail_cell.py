"""A jail cell: a bunk and a toilet between brick walls, sun through a high barred window, behind them the bars to the corridor."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.jail import LYING_M
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("jail cell",)
EXAMPLE = "A man in a gray shirt stands in a jail cell"
TIMES = (
    "golden_hour",
    *(hour for hour in furnish.TIMES if hour != "golden_hour"),
)  # low sun reaches in by a high window
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "hanging_lamps")
ALSO = ("prison",)

HALF_M, HIGH_M = 1.75, 2.9
BARS_Y, BACK_M = 2.5, 4.3
_SILL_M = 1.85

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#8b8a80",
    accent="#6d7a72",
    floor="concrete",
    floor_color="#7d7a73",
    walls="brick",
    windows=(Opening("left", 0.05, width=1.05, sill=_SILL_M, head=_SILL_M + 0.7, panes=(1, 1)),),
    skirting=False,
    fittings=(
        Fitting("cell_bars", (0.0, BARS_Y), 2 * HALF_M, gap=(0.25, 1.2), height=HIGH_M),
        Fitting("window_bars", (-HALF_M, 0.05), 1.05, math.pi / 2, height=_SILL_M),
        Fitting("bunk", (-HALF_M, 1.42), 2.0, math.pi / 2, color="#5d6448"),
        Fitting("tally", (HALF_M, 0.9), 0.95, -math.pi / 2, height=1.75),
    ),
    pieces=(
        Piece("toilet", (1.40, 1.75, 0.0), math.pi / 2, color="white", scale=0.95),
        Piece("bucket", (-0.75, 0.05, 0.0), 0.3, color="gray", material="metal", scale=0.9),
    ),
    lamps=(
        Fixture("tube", (0.2, 3.5), 0.35, 30.0, light=COOL, length_m=1.2),
        Fixture("flame", (0.3, 0.2), 0.4, 5.0, light=(1.0, 0.85, 0.66)),
    ),
    seat=(-HALF_M + 0.62, 0.95, LYING_M, -math.pi / 2 - 0.35),
    stand=(0.35, 0.75),
    back_off_m=4.2,
    eye_m=1.35,
    stops=-0.1,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The cell a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The cell of these parameters."""
    return furnish.build(PLAN, params)
