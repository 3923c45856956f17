"""A bedroom: a made bed under a window with morning light, night tables, a chair."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("bedroom", "bed chamber")
EXAMPLE = "A man in a white shirt stands in a bedroom in the morning"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = furnish.FEATURES
ALSO = ("hotel_room",)

PLAN = Plan(
    wall="#cfd6d6",
    accent="#b9c4c0",
    floor_color="#a57b56",
    windows=(
        Opening("left", 0.4, width=1.5, sill=0.75, head=2.3, curtains="light_gray"),
        Opening("back", 1.9, width=1.1, sill=0.9, head=2.25, curtains="light_gray"),
    ),
    fittings=(Fitting("radiator", (-2.9, 0.4), 1.0, math.pi / 2),),
    pictures=((-0.9, 1.85, 0.9, 0.55, "teal"),),
    rug=(-0.5, 0.0, 2.6, 1.4, "#8f8477"),
    pieces=(
        Piece("bed", (-0.55, 1.55, 0.0), math.pi),
        Piece("potted_plant", (2.3, 2.1, 0.0), 0.4),
        Piece("chair", (2.1, 0.6, 0.0), math.pi / 2 + 0.4, color="#8a5a34"),
        Piece("teddy_bear", (-0.75, 1.95, 0.62), math.pi),
        Piece("floor_lamp", (0.85, 2.25, 0.0), math.pi),
    ),
    outlook="garden",
    stand=(1.15, -0.5),
    seat=(-0.55, 0.45, 0.52, math.pi),
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
