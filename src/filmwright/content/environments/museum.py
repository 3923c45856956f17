"""A museum: a white hall with large paintings, benches in the middle, light from a tall window."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Opening, Piece, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("museum", "art museum")
EXAMPLE = "A woman in a black dress stands in a museum"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = (*furnish.FEATURES, "wall_pictures")
ALSO = ("indoor_museum", "art_gallery")

PLAN = Plan(
    half_m=3.8,
    back_m=3.6,
    height_m=3.8,
    wall="#e4e2dc",
    floor="concrete",
    floor_color="#9a9388",
    windows=(Opening("left", -0.4, width=1.6, sill=0.6, head=3.3, panes=(2, 4)),),
    pictures=(
        (-2.55, 1.75, 1.3, 1.7, "navy"),
        (-0.45, 1.75, 1.9, 1.5, "rust"),
        (1.55, 1.75, 1.1, 1.4, "teal"),
        (2.95, 1.75, 0.8, 1.1, "mustard"),
    ),
    pieces=(
        Piece("bench", (-0.2, 1.2, 0.0), math.pi),
        Piece("vase", (2.9, 2.4, 0.0), 0.0, color="white", scale=3.2),
    ),
    lamps=(),
    outlook="garden",
    stand=(0.75, 0.2),
    seat=(-0.2, 1.2, 0.45, math.pi),
)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
