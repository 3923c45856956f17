"""A hospital corridor: doors on both sides, handrails, linoleum that mirrors a row of neon tubes, swing doors at its end."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Light, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("hospital corridor",)
EXAMPLE = "A woman in a white coat walks through a hospital corridor"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("hanging_lamps", "signs", "doorway", "chairs", "floor", "ceiling", "shadows")

HALF_M, BACK_M, HIGH_M = 1.45, 19.0, 2.72
_LEFT, _RIGHT = math.pi / 2, -math.pi / 2
_DOORS = ((-HALF_M, _LEFT, (-4.6, 1.2, 6.4, 11.6, 16.2)), (HALF_M, _RIGHT, (-2.4, 3.4, 8.8, 14.2)))

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#d6ddd8",
    accent="#c8d4d2",
    floor="linoleum",
    floor_color="#8fa8a6",
    windows=(),
    fittings=(
        *(Fitting("passage_door", (x, y), 1.05, yaw, color="#8aa9ad", height=2.1) for x, yaw, ys in _DOORS for y in ys),
        *(Fitting("handrail", (-HALF_M, y), long, _LEFT, color="#6f9aa0")
          for y, long in ((-1.7, 4.3), (3.8, 3.7), (9.0, 3.7), (13.9, 3.1))),
        *(Fitting("handrail", (HALF_M, y), long, _RIGHT, color="#6f9aa0")
          for y, long in ((0.5, 4.3), (6.1, 3.9), (11.5, 3.9), (16.9, 3.9))),
        Fitting("swing_doors", (0.0, BACK_M), 2.2, color="#7f9ea3", height=2.15),
        Fitting("exit_sign", (0.0, 9.5), 0.46, height=2.28),
        Fitting("notice_board", (HALF_M, 5.9), 1.3, _RIGHT),
        Fitting("hospital_bed", (0.93, 9.6), 0.94, 0.0, color="#7fa7b5"),
    ),
    pieces=(
        Piece("chair", (-1.08, 3.2, 0.0), -math.pi / 2, color="light_blue", material="plastic"),
        Piece("chair", (-1.08, 3.9, 0.0), -math.pi / 2, color="light_blue", material="plastic"),
        Piece("trash_can", (1.15, 1.5, 0.0), 0.0, scale=0.55),
        Piece("potted_plant", (-1.1, 8.3, 0.0), 0.4, scale=0.9),
    ),
    lamps=tuple(
        Fixture("tube", (0.0, y), 0.06, 26.0, light=COOL, length_m=1.5, yaw_rad=math.pi / 2)
        for y in (-5.4, -2.4, 0.6, 3.6, 6.6, 9.6, 12.6, 15.6)
    ),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.90, 0.96, 1.0), 0.26, (0.0, 0.0, 0.0), 0.0, 30.0, 0.5),
    stand=(-0.1, -0.6),
    back_off_m=4.6,
    eye_m=1.4,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The corridor a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The corridor of these parameters."""
    return furnish.build(PLAN, params)
