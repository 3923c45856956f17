"""A space station from inside: a module lined with racks and padding, handrails and screens, a round hatch, the Earth in its windows."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.plan import Fitting, Fixture, Light, Plan
from filmwright.content.kinds import Setting
from filmwright.spec.shot import Shot

WORDS = ("space station",)
EXAMPLE = "An astronaut floats inside a space station"
TIMES = ("noon", "morning", "afternoon", "night", "dawn", "dusk", "golden_hour", "blue_hour")
WEATHERS = furnish.WEATHERS
FEATURES = ("windows", "stars", "floor", "ceiling", "shadows")
LANDMARKS = ("earth",)

HALF_M, BACK_M, HIGH_M = 1.5, 4.4, 2.6
_LOW_M = -8.6
_BLUE = "#1f5fc0"
_LAMP = (0.93, 0.97, 1.0)
_SIDE_M = HALF_M - 0.09

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M + 1.4,
    height_m=HIGH_M + 0.3,
    wall="#3a3d42",
    floor="concrete",
    floor_color="#2b2d30",
    windows=(),
    skirting=False,
    fittings=(
        Fitting("hatch", (0.0, BACK_M), 2 * HALF_M, color=_BLUE, height=HIGH_M),
        Fitting("module_ceiling", (0.0, 0.0), 2 * _SIDE_M, color=_BLUE, gap=(_LOW_M, BACK_M), height=HIGH_M),
        Fitting("rack_wall", (-_SIDE_M, (BACK_M + _LOW_M) / 2), BACK_M - _LOW_M, math.pi / 2, _BLUE, height=HIGH_M - 0.38),
        Fitting("rack_wall", (_SIDE_M, (BACK_M + _LOW_M) / 2), BACK_M - _LOW_M, -math.pi / 2, _BLUE, height=HIGH_M - 0.38),
        Fitting("porthole", (-_SIDE_M, 1.75), 1.0, math.pi / 2, height=1.35),
        Fitting("console", (_SIDE_M, 2.0), 1.1, -math.pi / 2, height=1.35),
        Fitting("console", (-_SIDE_M, 3.3), 1.1, math.pi / 2, height=1.25),
    ),
    lamps=tuple(Fixture("flame", (0.0, y), 0.62, 17.0, light=_LAMP) for y in (-2.6, -0.4, 1.5, 3.4))
    + (
        Fixture("flame", (-0.95, 1.75), 1.5, 9.0, light=(0.45, 0.68, 1.0)),
        Fixture("flame", (0.0, BACK_M + 0.7), 1.55, 8.0, light=(0.45, 0.70, 1.0)),
    ),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.80, 0.88, 1.0), 0.22, (0.0, 0.0, 0.0), 0.0, 40.0, 0.1),
    stand=(-0.42, 0.3),
    back_off_m=4.4,
    eye_m=1.42,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The module a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The module of these parameters."""
    return furnish.build(PLAN, params)
