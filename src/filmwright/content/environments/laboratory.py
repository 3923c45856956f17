"""A laboratory: benches with glassware and microscopes, a lit fume hood, shelves of bottles, a chart of the elements, cool light."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.chemistry import BENCH_M
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("laboratory",)
EXAMPLE = "A scientist in a lab coat stands in a laboratory"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "hanging_lamps")

HALF_M, BACK_M = 3.1, 3.3
_BLUE, _GREY = "#5f8fa8", "#c3ccd0"

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=2.9,
    wall="#c3cfd1",
    accent="#7fa3ae",
    floor="linoleum",
    floor_color="#8b989c",
    windows=(Opening("left", 0.9, width=2.4, sill=1.05, head=2.4, panes=(3, 1)),),
    fittings=(
        Fitting("fume_hood", (1.45, BACK_M), 1.7, color=_GREY),
        Fitting("lab_bench", (-1.2, BACK_M), 3.4, color=_BLUE),
        Fitting("bottle_shelves", (-2.15, BACK_M), 1.5, height=2.5),
        Fitting("element_chart", (-0.38, BACK_M), 1.75),
        Fitting("lab_bench", (-1.65, 0.75), 2.6, math.pi / 2, color=_GREY, gap=(0.0, 0.0)),
        Fitting("lab_bench", (HALF_M, 0.6), 3.4, -math.pi / 2, color=_BLUE),
        Fitting("bottle_shelves", (HALF_M, 0.9), 2.6, -math.pi / 2, height=2.4),
        Fitting("microscope", (-1.0, -0.55), 0.3, 1.2, height=BENCH_M),
        Fitting("microscope", (2.7, 2.0), 0.3, -math.pi / 2, height=BENCH_M),
    ),
    pieces=(
        Piece("stool", (-0.45, 1.5, 0.0), 0.4, color="white", material="metal"),
        Piece("stool", (1.9, 0.9, 0.0), 0.9, color="white", material="metal"),
        Piece("laptop", (-1.25, -0.02, BENCH_M), math.pi / 2 + 0.5),
    ),
    lamps=(
        Fixture("tube", (-0.9, 1.6), 0.25, 55.0, light=COOL, length_m=1.8),
        Fixture("tube", (1.2, 1.6), 0.25, 55.0, light=COOL, length_m=1.8),
        Fixture("tube", (0.2, -0.9), 0.25, 45.0, light=COOL, length_m=1.8),
        Fixture("flame", (1.45, 2.85), 0.95, 14.0, light=(0.85, 0.95, 1.0)),
    ),
    stand=(0.35, 0.55),
    table=(-1.2, 0.5, BENCH_M),
    back_off_m=4.2,
    eye_m=1.4,
    stops=-0.4,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
