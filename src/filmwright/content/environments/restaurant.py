"""A restaurant in the evening: tables laid on white cloths by candlelight, brick and a wall of bottles behind, the street outside."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.dining import TABLE_M
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("restaurant",)
EXAMPLE = "A woman in a black dress sits in a restaurant at dusk"
TIMES = ("dusk", "blue_hour", "night", "golden_hour", "morning", "noon", "afternoon", "dawn")
WEATHERS = furnish.WEATHERS
FEATURES = (
    "windows", "tables", "chairs", "curtains", "hanging_lamps", "candlelight", "shelves", "floor", "ceiling", "shadows", "city_lights",
)  # fmt: skip

HERO = (0.15, 0.55)  # the table somebody sits at
FACING = -2.15  # they look past the lens to the right
TABLES = (
    (*HERO, 0.92),
    (-1.25, -1.35, 0.8),
    (2.35, -0.35, 0.8),
    (-2.35, 0.75, 0.8),
    (-1.7, 2.75, 0.8),
    (2.2, 2.0, 0.8),
    (0.55, 3.0, 0.8),
)
TURNS = (-0.58, 0.2, 1.1, 1.57, 0.1, 1.4, -0.2)
"""Middle (x, y) and width of each table; the way the line between its two seats is turned."""


def _laid() -> tuple[Piece, ...]:
    """The chairs and glasses of every table."""
    out: list[Piece] = []
    for (x, y, width), turn in zip(TABLES, TURNS, strict=True):
        for side in (-1.0,) if (x, y) == HERO else (-1.0, 1.0):  # nobody's chair hides whoever sits at that one
            c, s = side * math.cos(turn), side * math.sin(turn)
            reach = width / 2 + 0.26
            out.append(Piece("chair", (x + reach * c, y + reach * s, 0.0), math.atan2(c, -s), color="dark_brown"))
            glass = (width / 2 - 0.25) * np.array([c, s]) + 0.15 * np.array([-s, c])
            out.append(Piece("wine_glass", (x + float(glass[0]), y + float(glass[1]), TABLE_M), 0.0))
    return tuple(out)


PLAN = Plan(
    half_m=3.3,
    back_m=4.2,
    height_m=3.0,
    wall="#6f6a52",
    accent="#6e4636",
    back_wall="brick",
    floor_color="#5d3b25",
    panelled=(1.05, "#3a2114"),
    windows=(
        Opening("left", 0.4, width=1.9, sill=0.65, head=2.55, panes=(2, 2)),
        Opening("left", 2.9, width=1.7, sill=0.65, head=2.55, panes=(2, 2), curtains="burgundy"),
    ),
    fittings=(
        *(Fitting("set_table", (x, y), w, turn, color="cream") for (x, y, w), turn in zip(TABLES, TURNS, strict=True)),
        Fitting("bottle_wall", (0.75, 4.2), 2.9, color="#4a2a17"),
    ),
    pictures=((-1.75, 1.85, 0.55, 0.75, "mustard"), (-2.6, 1.85, 0.55, 0.75, "navy")),
    pieces=(*_laid(), Piece("potted_plant", (-2.85, 3.75, 0.0), 0.4, scale=1.25)),
    lamps=(
        Fixture("dome", HERO, 1.15, 30.0, color="#1d2420"),
        Fixture("dome", (-2.35, 0.75), 1.15, 22.0, color="#1d2420"),
        Fixture("dome", (2.2, 2.0), 1.15, 22.0, color="#1d2420"),
        Fixture("dome", (-1.7, 2.75), 1.15, 22.0, color="#1d2420"),
        Fixture("dome", (0.55, 3.0), 1.15, 18.0, color="#1d2420"),
        Fixture("dome", (-1.25, -1.35), 1.15, 18.0, color="#1d2420"),
        Fixture("flame", HERO, 3.0 - TABLE_M - 0.12, 1.6, light=(1.0, 0.5, 0.18)),
    ),
    stand=(0.55, -0.55),
    seat=(HERO[0] - 0.72 * math.cos(0.58), HERO[1] + 0.72 * math.sin(0.58), 0.46, FACING),
    table=(HERO[0] + 0.05, HERO[1] - 0.3, TABLE_M),
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
