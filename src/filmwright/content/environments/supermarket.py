"""A supermarket's aisle: shelves full of goods on both sides, price tags, coolers at its end, bright tubes over a polished floor."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import COOL, Fitting, Fixture, Light, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("supermarket", "supermarket aisle")
EXAMPLE = "A woman in a green coat stands in a supermarket"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("shelves", "hanging_lamps", "signs", "floor", "ceiling", "shadows")
ALSO = ("shop", "grocery_store", "convenience_store")

BACK_M = 8.2
HALF_M = 1.72
PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=3.4,
    wall="#d9dad6",
    accent="#2f6f55",
    floor="linoleum",
    floor_color="#c9c6bd",
    windows=(),
    fittings=(
        *(Fitting("shop_shelf", (-HALF_M, y), 2.4, math.pi / 2, color="#d9dad8") for y in (-3.1, -0.7, 1.7, 4.1)),
        *(Fitting("shop_shelf", (HALF_M, y), 2.4, -math.pi / 2, color="#d9dad8") for y in (-3.1, -0.7, 1.7, 4.1)),
        Fitting("cooler", (0.0, BACK_M), 3.4, color="#e6e8e8"),
        Fitting("aisle_sign", (0.0, 3.2), 0.7, color="#1f7a4a", height=2.85),
    ),
    lamps=tuple(
        Fixture("tube", (x, y), 0.22, 42.0, light=COOL, length_m=1.9, yaw_rad=math.pi / 2)
        for x in (0.0,) for y in (-3.2, -0.9, 1.4, 3.7, 6.0)
    ),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.90, 0.95, 1.0), 0.34, (0.0, 0.0, 0.0), 0.0, 60.0, 0.4),
    stand=(0.1, -0.1),
    skirting=False,
    back_off_m=4.4,
    eye_m=1.4,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The room a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The room of these parameters."""
    return furnish.build(PLAN, params)
