"""A bar at night: a dark wooden counter with stools under warm lamps, lit shelves of bottles behind it."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.barroom import COUNTER_M, STOOL_M
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("bar",)
EXAMPLE = "A man in a dark suit stands in a bar at night"
TIMES = ("night", "dusk", "blue_hour", "golden_hour", "morning", "noon", "afternoon", "dawn")
WEATHERS = furnish.WEATHERS
FEATURES = ("windows", "counter", "chairs", "hanging_lamps", "shelves", "floor", "ceiling", "shadows", "city_lights")

COUNTER_Y_M = 2.75  # the barkeeper's edge; the guests' is 0.56 m nearer to the lens
STOOL_Y_M = 1.78
STOOLS_M = (-1.95, -1.15, 0.95, 1.75, 2.5)
"""Where the stools stand along the counter: a gap is left before the middle for who stands or sits there."""
HERO_STOOL_M = (-0.2, STOOL_Y_M)

PLAN = Plan(
    half_m=3.2,
    back_m=4.0,
    height_m=3.0,
    wall="#4d3a30",
    accent="#5a3a2c",
    back_wall="brick",
    floor_color="#4a2e1e",
    panelled=(1.2, "#2e1a10"),
    windows=(Opening("left", 0.5, width=1.8, sill=0.9, head=2.5, panes=(3, 2), curtains="burgundy"),),
    fittings=(
        Fitting("bottle_wall", (0.0, 4.0), 5.2, color="#3c2213"),
        Fitting("bar_counter", (0.0, COUNTER_Y_M), 5.6, color="#6b3a1e"),
        *(Fitting("bar_stool", (x, STOOL_Y_M), 0.37, color="#5b1a16") for x in (*STOOLS_M, HERO_STOOL_M[0])),
    ),
    lamps=tuple(Fixture("dome", (x, 2.05), 1.05, 30.0, color="#5a4420") for x in (-2.1, -0.7, 0.7, 2.1))
    + tuple(Fixture("flame", (x, 0.75), 1.9, 9.0) for x in (-1.7, 1.9))
    + (Fixture("flame", (0.3, 0.3), 0.6, 13.0), Fixture("flame", (0.0, 3.3), 0.6, 10.0)),
    stand=(0.4, 1.05),
    seat=(*HERO_STOOL_M, STOOL_M, -2.3),
    table=(0.35, COUNTER_Y_M - 0.42, COUNTER_M),
    skirting=False,
    stops=0.2,
    back_off_m=4.2,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
