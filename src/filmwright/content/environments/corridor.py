"""A corridor as in an old hotel: paneled walls, dark doors with numbers, wall lamps, a runner of carpet to the window at its end."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import WARM, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("corridor",)
EXAMPLE = "A man in a black suit walks through a long corridor"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("windows", "window_light", "hanging_lamps", "doorway", "wall_pictures", "floor", "ceiling", "shadows")
ALSO = ("hallway",)

HALF_M, BACK_M, HIGH_M = 1.35, 18.0, 2.85
_LEFT, _RIGHT = math.pi / 2, -math.pi / 2
_DOORS = (-5.2, -1.4, 2.4, 6.2, 10.0, 13.8)

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#b9a67f",
    accent="#b9a67f",
    floor="planks",
    floor_color="#6a452a",
    windows=(Opening("back", 0.0, width=1.0, sill=0.7, head=2.35, panes=(2, 3), curtains="#6e2326"),),
    fittings=(
        *(Fitting("wooden_door", (s * HALF_M, y), 0.92, -s * math.pi / 2, color="#4a2a18", height=2.05)
          for s in (-1, 1) for y in _DOORS),
        *(Fitting("wainscot", (s * HALF_M, y + 1.9), 2.55, -s * math.pi / 2, color="#4b3222", height=0.98)
          for s in (-1, 1) for y in _DOORS),
        *(Fitting("sconces", (s * HALF_M, 6.2 + 1.9 * (s > 0)), 22.8, -s * math.pi / 2) for s in (-1, 1)),
    ),
    rug=(0.0, 4.6, 1.45, 26.0, "#6b1d1f"),
    pieces=(Piece("potted_plant", (-0.95, 17.2, 0.0), 0.4, scale=0.95),),
    lamps=tuple(Fixture("flame", (0.0, y), 0.55, 20.0, light=WARM) for y in (-4.0, 0.0, 4.0, 8.0, 12.0, 16.0)),
    stand=(-0.05, -0.6),
    back_off_m=4.6,
    eye_m=1.4,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The corridor a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The corridor of these parameters."""
    return furnish.build(PLAN, params)
