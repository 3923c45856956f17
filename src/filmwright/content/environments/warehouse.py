"""A warehouse: a high hall between pallet racks full of cartons, with roof trusses and skylights."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Light, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("warehouse",)
EXAMPLE = "A man in an orange jacket stands in a warehouse"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("shelves", "hanging_lamps", "floor", "ceiling", "shadows")
ALSO = ("factory",)

HALF_M, BACK_M, HIGH_M, RACK_M = 3.9, 17.0, 5.5, 4.2
ORANGE = "#c8500f"

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#aeb3b3",
    accent="#a3aaac",
    floor="concrete",
    floor_color="#8b8a86",
    windows=(),
    skirting=False,
    fittings=(
        *(
            Fitting("pallet_rack", (s * HALF_M, y), 8.1, -s * math.pi / 2, color=ORANGE, height=RACK_M)
            for s in (-1, 1)
            for y in (0.2, 8.6)
        ),
        Fitting("sectional_door", (0.0, BACK_M), 3.6, color="#c9cdcd", height=3.6),
        Fitting("trussed_roof", (0.0, 0.0), 2 * HALF_M, color="#8d9496", gap=(-1.5, BACK_M), height=HIGH_M),
    ),
    pieces=(Piece("ladder", (-2.45, 5.4, 0.0), 0.5), Piece("crate", (2.2, 3.2, 0.0), 0.3)),
    lamps=tuple(
        Fixture("tube", (0.0, y), 1.3, 170.0, light=COOL, length_m=2.4, yaw_rad=math.pi / 2)
        for y in (-1.0, 2.5, 6.0, 9.5, 13.0)
    ),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.88, 0.94, 1.0), 0.42, (0.0, 0.0, 0.0), 0.0, 60.0, 0.4),
    stand=(0.2, 0.0),
    back_off_m=4.8,
    eye_m=1.35,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The hall a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The hall of these parameters."""
    return furnish.build(PLAN, params)
