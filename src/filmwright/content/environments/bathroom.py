"""A bathroom: white tiles, a basin under a mirror, a toilet, a bathtub."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("bathroom", "restroom", "washroom")
EXAMPLE = "A man in a white shirt stands in a bathroom in the morning"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO: tuple[str, ...] = ()

PLAN = Plan(
    half_m=2.1,
    back_m=2.0,
    height_m=2.6,
    wall="#cfdcdd",
    floor="tiles",
    floor_color="#8d989a",
    windows=(Opening("left", 0.5, width=1.0, sill=1.1, head=2.1, panes=(2, 1)),),
    fittings=(Fitting("mirror", (-0.35, 2.0), 0.7), Fitting("radiator", (-2.1, 0.5), 0.7, math.pi / 2)),
    tiled_m=1.9,
    pieces=(
        Piece("sink", (-0.35, 1.7, 0.0), math.pi),
        Piece("toilet", (0.75, 1.6, 0.0), math.pi),
        Piece("bathtub", (-1.65, 1.0, 0.0), math.pi / 2),
        Piece("potted_plant", (1.75, 1.7, 0.0), 0.0, scale=0.7),
    ),
    lamps=(Fixture("shade", (0.0, 0.3)),),
    stand=(0.35, 0.1),
    rug=(0.2, 0.2, 1.2, 0.7, "#5b7f86"),
    skirting=False,
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
