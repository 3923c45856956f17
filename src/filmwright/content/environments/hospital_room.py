"""A hospital room: a bed with its head raised under a monitor, a drip, a curtain on its rail, linoleum under neon tubes."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("hospital room", "hospital ward")
EXAMPLE = "A woman in a white shirt stands in a hospital room"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "curtains", "chairs", "hanging_lamps")
ALSO = ("hospital",)

PLAN = Plan(
    half_m=2.9,
    back_m=3.1,
    height_m=2.8,
    wall="#d5dcd6",
    accent="#a9c2bd",
    floor="linoleum",
    floor_color="#8fa39a",
    windows=(Opening("left", 1.2, width=2.0, sill=0.9, head=2.3, panes=(2, 1)),),
    fittings=(
        Fitting("hospital_bed", (0.1, 3.0), 0.94, color="#7fa7b5"),
        Fitting("monitor", (0.95, 3.1), 0.5),
        Fitting("bed_panel", (0.15, 3.1), 2.2),
        Fitting("drip", (-0.72, 2.15), 0.6),
        Fitting("cabinet", (1.05, 3.1), 0.5),
        Fitting("bed_curtain", (1.62, 1.75), 2.6, -math.pi / 2, color="#6fa3a0", height=2.35),
        Fitting("radiator", (-2.9, 1.2), 1.4, math.pi / 2),
    ),
    pieces=(
        Piece("chair", (-1.55, 2.1, 0.0), -math.pi / 2 - 0.6, color="light_blue", material="plastic"),
        Piece("potted_plant", (-2.45, 2.6, 0.0), 0.4, scale=0.9),
        Piece("trash_can", (2.35, 2.75, 0.0), 0.0, scale=0.6),
    ),
    lamps=(
        Fixture("tube", (-0.3, 0.6), 0.06, 40.0, light=COOL, length_m=1.5),
        Fixture("tube", (-0.3, -1.8), 0.06, 40.0, light=COOL, length_m=1.5),
        Fixture("flame", (0.15, 2.9), 2.8 - 1.45, 4.0, light=(1.0, 0.86, 0.66)),
    ),
    stand=(-0.3, 0.75),
    back_off_m=4.2,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
