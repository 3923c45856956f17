"""A movie theater: rows of red seats in the dark, the screen aglow with a sunset, curtains on the walls, small lights along the aisle."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from filmwright.content.environments._room import furnish, lamps
from filmwright.content.environments._room.cinema import LOW_M, WIDE
from filmwright.content.environments._room.plan import Fitting, Fixture, Light, Plan
from filmwright.content.environments._room.theater import SEAT_M
from filmwright.content.kinds import HeroLamp, Mark, Setting
from filmwright.scene.nodes import Lamp, Pose
from filmwright.spec.shot import Shot

WORDS = ("indoor movie theater",)
EXAMPLE = "A man in a black coat stands in a movie theater"
TIMES = ("night", "dusk", "blue_hour", "morning", "noon", "afternoon", "golden_hour", "dawn")
WEATHERS = furnish.WEATHERS
FEATURES = ("curtains", "chairs", "hanging_lamps", "floor", "ceiling", "shadows")

HALF_M, BACK_M, HIGH_M = 5.4, 7.2, 5.4
SCREEN_M = 8.6
FRONT_ROW_Y = 2.5
AISLE = (0.25, 1.9)  # middle and width
RED = "#7f1219"
_ROWS = tuple(FRONT_ROW_Y - 0.98 * k for k in range(11))
_LEFT, _RIGHT = 7 * SEAT_M + 0.01, 6 * SEAT_M + 0.01  # widths of the rows on either side
_LEFT_X, _RIGHT_X = AISLE[0] - AISLE[1] / 2 - _LEFT / 2, AISLE[0] + AISLE[1] / 2 + _RIGHT / 2
_SEAT = (_LEFT_X + 2 * SEAT_M, FRONT_ROW_Y + 0.20)
_WARM = (1.0, 0.55, 0.24)

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#2b1416",
    accent="#0d0b0c",
    floor="carpet",
    floor_color="#35161a",
    windows=(),
    skirting=False,
    fittings=(
        Fitting("screen", (0.0, BACK_M), SCREEN_M),
        Fitting("drapes", (-HALF_M + 0.14, -0.9), 15.4, math.pi / 2, color="#5e0d12", height=HIGH_M - 0.5),
        Fitting("drapes", (HALF_M - 0.14, -0.9), 15.4, -math.pi / 2, color="#5e0d12", height=HIGH_M - 0.5),
        Fitting("aisle_lights", (AISLE[0], 0.0), AISLE[1] - 0.06, gap=(-8.0, FRONT_ROW_Y + 0.2)),
        Fitting("projector", (0.4, -8.9), 0.9, math.pi, height=3.9),
        Fitting("seats", (_LEFT_X, _ROWS[0]), _LEFT, color=RED, gap=(0.9, 2.0)),
        *(Fitting("seats", (_LEFT_X, y), _LEFT, color=RED) for y in _ROWS[1:]),
        *(Fitting("seats", (_RIGHT_X, y), _RIGHT, color=RED) for y in _ROWS),
    ),
    lamps=tuple(
        Fixture("flame", (s * (HALF_M - 0.75), y), HIGH_M - 2.6, 34.0, light=_WARM) for s in (-1, 1) for y in (-4.4, -0.6, 3.0)
    )
    + tuple(Fixture("flame", (AISLE[0], y), 0.9, 26.0, light=_WARM) for y in (-5.0, -1.6, 1.8)),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.34, 0.30, 0.42), 0.05, (0.0, 0.0, 0.0), 0.0, 0.0, 0.45),
    stand=(0.2, -1.1),
    back_off_m=5.4,
    eye_m=1.5,
)  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The hall a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The hall of these parameters; who sits is seen from the screen, the rows and the projector behind."""
    hall = furnish.build(PLAN, params)
    middle = LOW_M + SCREEN_M / WIDE / 2
    glow = Lamp(
        name="screen glow", kind="area", power_w=170.0, color=(1.0, 0.62, 0.42), size_m=(SCREEN_M, SCREEN_M / WIDE),
        pose=Pose(location=(0.0, BACK_M - 0.55, middle), rotation=lamps.towards(np.array([0.0, -1.0, -0.12]))),
    )  # fmt: skip
    seat = Mark(
        position=(*_SEAT, 0.0), view_yaw_rad=math.pi + 0.3, kind="seat", back_m=3.6, seat_m=0.49, facing_yaw_rad=0.0
    )
    return replace(
        hall,
        nodes=(*hall.nodes, glow),
        marks=(*hall.marks, seat),
        hero_lamps=(
            HeroLamp("screen", 2.6, 0.35, 3.0, 2.0, 70.0, (1.0, 0.66, 0.42)),
            HeroLamp("fill", -0.8, 0.4, 3.0, 1.6, 34.0, (0.95, 0.74, 0.62)),
        ),
    )
