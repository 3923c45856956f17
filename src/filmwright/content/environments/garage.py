"""A garage: a car before a sectional door, a bench under a board of tools, shelves of paint cans, tires, tubes of light on concrete."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("garage",)
EXAMPLE = "A man in a blue shirt stands in a garage"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "hanging_lamps", "doorway")

HALF_M, BACK_M, HIGH_M = 3.5, 4.0, 3.0

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#a9a396",
    accent="#8f8a7e",
    floor="concrete",
    floor_color="#82807b",
    back_wall="brick",
    windows=(Opening("left", 0.2, width=1.5, sill=1.2, head=2.2, panes=(3, 2)),),
    skirting=False,
    fittings=(
        Fitting("sectional_door", (-1.55, BACK_M), 3.1, color="#b9bdbd", height=2.25),
        Fitting("work_bench", (2.0, BACK_M), 2.6, color="#a8191c"),
        Fitting("tool_board", (2.0, BACK_M), 2.4, height=2.3),
        Fitting("steel_shelf", (HALF_M, 1.3), 2.2, -math.pi / 2, height=2.1),
        Fitting("tires", (0.55, 3.45), 0.66),
        Fitting("tires", (3.0, -0.45), 0.66),
        Fitting("stains", (0.3, 0.6), 2.6),
    ),
    pieces=(
        Piece("car", (-1.75, 1.35, 0.0), -0.16, color="teal"),
        Piece("ladder", (-3.25, 3.55, 0.0), 0.2),
        Piece("bucket", (1.75, 2.6, 0.0), 0.4, color="gray", material="metal"),
        Piece("stool", (1.35, 2.95, 0.0), 0.2),
    ),
    lamps=(
        Fixture("tube", (-1.4, 0.6), 0.2, 60.0, light=COOL, length_m=1.8),
        Fixture("tube", (1.5, 0.4), 0.2, 60.0, light=COOL, length_m=1.8),
        Fixture("dome", (2.0, 3.1), 0.75, 26.0, color="#1d3a2c"),
    ),
    stand=(0.75, 0.55),
    back_off_m=5.2,
    eye_m=1.45,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The garage a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The garage of these parameters."""
    return furnish.build(PLAN, params)
