"""An indoor swimming pool: clear blue water over tiles, ropes between the lanes, starting blocks, a wall of windows, a tiled deck."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.aquatics import DECK_M
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("indoor swimming pool",)
EXAMPLE = "A man in shorts stands at an indoor swimming pool"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("water", "reflections", "windows", "window_light", "hanging_lamps", "floor", "ceiling", "shadows")
ALSO = ("swimming_pool",)

_POOL_X, _WIDE, _LONG, _END_Y = -1.5, 10.0, 25.0, 13.5
HALF_M, BACK_M, HIGH_M = 6.7, 16.6, 6.6
HERO = (4.35, 0.6)

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#b4c4c6",
    accent="#c9cfca",
    floor="tiles",
    floor_color="#4f9fb4",
    windows=tuple(
        Opening("right", y, width=2.6, sill=DECK_M + 1.7, head=5.4, panes=(3, 2)) for y in (2.2, 6.4, 10.6, 14.4)
    )
    + tuple(
        Opening("left", y, width=3.6, sill=DECK_M + 0.5, head=5.6, panes=(3, 3)) for y in (-3.2, 1.2, 5.6, 10.0, 14.2)
    ),
    fittings=(
        Fitting("pool", (_POOL_X, _END_Y), _WIDE, color="#c22a22", height=_LONG),
        Fitting("starting_blocks", (_POOL_X, _END_Y), _WIDE, color="#17498c"),
        Fitting("pool_ladder", (_POOL_X + _WIDE / 2, 4.6), 0.6, -math.pi / 2),
        Fitting("pool_ladder", (_POOL_X + _WIDE / 2, 11.0), 0.6, -math.pi / 2),
        Fitting("deck_bench", (HALF_M, 4.0), 6.0, -math.pi / 2, color="#d9b13c"),
        Fitting("deck_bench", (HALF_M, 12.0), 6.0, -math.pi / 2, color="#c9573b"),
        Fitting("life_ring", (5.4, BACK_M), 0.7),
        Fitting("flag_line", (_POOL_X, 8.6), _WIDE + 2.0),
        Fitting("lane_clock", (-2.2, BACK_M), 1.1),
        Fitting("life_ring", (HALF_M, 8.4), 0.7, -math.pi / 2),
    ),
    lamps=tuple(
        Fixture("tube", (x, y), 0.5, 120.0, light=COOL, length_m=3.0, yaw_rad=math.pi / 2)
        for x in (-4.8, -0.6, 4.4)
        for y in (0.5, 7.0, 13.0)
    ),
    outlook="garden",
    stand=HERO,
    platform=(-40.0, DECK_M),
    skirting=False,
    back_off_m=6.4,
    eye_m=1.55,
    tiled_m=3.0,
    tile_color="#2f7f9a",
    stops=-0.7,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
