"""A gym: racks of dumbbells before a wall of mirrors, treadmills at the windows, a bench under a barbell, a punching bag."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish, sport
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("gym",)
EXAMPLE = "A man in a white shirt stands in a gym"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("windows", "window_light", "mirrors", "hanging_lamps", "floor", "ceiling", "shadows")
ALSO = ("sports_hall",)

RACK_M = 2.5
BACK_M = 4.6

PLAN = Plan(
    half_m=3.7,
    back_m=BACK_M,
    height_m=3.3,
    wall="#b9bab7",
    accent="#2e3a40",
    back_wall="brick",
    floor="rubber",
    floor_color="#2b2d30",
    windows=(
        Opening("left", -0.6, width=2.0, sill=0.75, head=2.75, panes=(3, 2)),
        Opening("left", 2.4, width=2.0, sill=0.75, head=2.75, panes=(3, 2)),
    ),
    fittings=(
        Fitting("mirror_wall", (3.7, 2.2), 4.8, -math.pi / 2, height=2.45),
        Fitting("mirror_wall", (-1.35, BACK_M), 2.4, height=2.45),
        Fitting("dumbbell_rack", (0.85, BACK_M), RACK_M, color="#c3352b"),
        Fitting("weight_bench", (1.75, 1.55), 1.2, 0.5, color="#c3352b"),
        Fitting("kettlebells", (-1.6, BACK_M), 1.5),
    ),
    pieces=(
        *sport.racked((0.85, BACK_M), RACK_M),
        Piece("treadmill", (-2.5, 2.9, 0.0), math.pi / 2),
        Piece("treadmill", (-2.5, 1.75, 0.0), math.pi / 2),
        Piece("punching_bag", (2.95, 3.5, 0.0), math.pi - 0.5),
        Piece("dumbbell", (-0.55, -1.45, 0.0), 0.5, scale=1.15),
        Piece("dumbbell", (-0.28, -1.68, 0.0), 0.9, scale=1.15),
    ),
    lamps=tuple(
        Fixture("tube", (x, y), 0.35, 55.0, light=COOL, length_m=1.8, yaw_rad=math.pi / 2)
        for x in (-1.7, 1.7) for y in (-0.6, 2.6)
    ),
    stand=(0.25, 0.0),
    back_off_m=4.6,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
