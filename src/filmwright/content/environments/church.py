"""The nave of a Gothic church: pews on both sides of the aisle, pillars under pointed arches, a ribbed vault, windows of colored glass
over the altar."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from filmwright.content.environments._room import furnish
from filmwright.content.environments._room.nave import BAY_M, NAVE_M
from filmwright.content.environments._room.plan import Fitting, Fixture, Plan
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Lamp, Mesh, Pose
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("church", "cathedral", "chapel")
EXAMPLE = "A bride in a white wedding dress walks down the aisle of a church"
TIMES = furnish.TIMES
WEATHERS = furnish.WEATHERS
FEATURES = ("windows", "window_light", "candlelight", "floor", "ceiling", "shadows")
ALSO = ("cathedral", "chapel", "church_interior", "monastery")

HALF_M, BACK_M, HIGH_M = 7.4, 16.0, 11.2
_NAVE_M = 3.9  # half the width between the pillars
_CROWN_M = 11.0
_SPRING_M = _CROWN_M - 0.80 * _NAVE_M
_BAYS = tuple(BACK_M - (k + 0.5) * BAY_M for k in range(5))
_ROWS = tuple(1.9 + 1.05 * k for k in range(10))

PLAN = Plan(
    half_m=HALF_M,
    back_m=BACK_M,
    height_m=HIGH_M,
    wall="#b3a58d",
    floor="concrete",
    floor_color="#6d675d",
    windows=(),
    fittings=(
        Fitting("flags", (0.0, BACK_M), 2 * HALF_M, height=BACK_M + 9.0, color="#6e1a1c"),
        *(
            Fitting("arcade", (s * _NAVE_M, BACK_M - NAVE_M / 2), NAVE_M, s * math.pi / 2, height=_SPRING_M)
            for s in (-1, 1)
        ),
        Fitting("vault", (0.0, BACK_M), 2 * _NAVE_M, height=_CROWN_M),
        Fitting("lancet", (0.0, BACK_M), 2.3, height=9.6),
        *(Fitting("lancet", (s * 2.45, BACK_M), 1.5, height=8.0) for s in (-1, 1)),
        *(Fitting("lancet", (s * 5.7, BACK_M), 1.6, height=5.8) for s in (-1, 1)),
        *(Fitting("lancet", (s * HALF_M, y), 1.7, -s * math.pi / 2, height=5.6) for s in (-1, 1) for y in _BAYS),
        Fitting("altar", (0.0, BACK_M - 0.1), 2.6),
        *(Fitting("pew", (s * 2.15, y), 2.3) for s in (-1, 1) for y in _ROWS),
        *(Fitting("votive_stand", (s * 5.4, 10.6), 1.3, s * 0.5) for s in (-1, 1)),
        Fitting("confessional", (-HALF_M + 0.02, 8.0), 2.3, math.pi / 2, color="#5a1418"),
        Fitting("confessional", (HALF_M - 0.02, 4.0), 2.3, -math.pi / 2, color="#5a1418"),
        *(
            Fitting("station", (s * (HALF_M - 0.02), y), 0.85, -s * math.pi / 2, color=color, height=1.9)
            for s in (-1, 1)
            for y, color in ((12.0, "#33507e"), (-4.0, "#7e2a22"), (0.0, "#3f5a2e"))
        ),
        Fitting("crown", (0.0, 11.2), 2.3, height=7.2),
    ),
    lamps=(
        Fixture("flame", (0.0, 14.3), HIGH_M - 2.6, 60.0),
        *(Fixture("flame", (s * 3.0, y), HIGH_M - 3.4, 60.0) for s in (-1, 1) for y in (3.0, 9.0)),
    ),
    stand=(0.15, 1.3),
    skirting=False,
    back_off_m=6.0,
    eye_m=1.05,
    stops=-0.2,
)
_GLASS: tuple[Color, ...] = ((0.35, 0.50, 1.0), (1.0, 0.62, 0.30), (1.0, 0.35, 0.30))
"""What color the windows of the left aisle throw in, in turn."""


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The church a shot asks for."""
    return furnish.vary(rng, shot)


def build(params: furnish.Params) -> Setting:
    """The church of these parameters: its windows are as bright as the day."""
    hour = furnish.HOURS[params.time]
    day = min(1.0, sum(hour.view) / 3 * hour.view_strength * (1.0 if params.weather == "clear" else 0.7))
    bright = f"#{round(255 * max(day, 0.03) ** (1 / 2.2)):02x}" + f"{round(255 * max(day, 0.03) ** (1 / 2.2)):02x}" * 2
    lit = tuple(f._replace(color=bright) if f.kind == "lancet" else f for f in PLAN.fittings)
    setting = furnish.build(PLAN._replace(fittings=lit), params)
    webs = {f"fitting {k} {part}" for k, f in enumerate(lit) if f.kind == "vault" for part in ("web", "ribs")}
    # The vault is only to be seen, as the ceiling of every room is: the fill of the stage set comes through it.
    nodes = [
        n.model_copy(update={"hidden_from": ("diffuse", "shadow")}) if isinstance(n, Mesh) and n.name in webs else n
        for n in setting.nodes
        if n.name != "sun"
    ]
    return dataclasses.replace(setting, nodes=(*nodes, *_windows(day)))


def _windows(day: float) -> tuple[Lamp, ...]:
    """The colored light that falls from the windows of the left aisle."""
    lean = math.radians(-58.0) / 2
    turn = (math.cos(lean), 0.0, math.sin(lean), 0.0)
    return tuple(
        Lamp(
            name=f"window light {k}", kind="area", power_w=600.0 * day, color=_GLASS[k % 3], size_m=(1.3, 2.6),
            pose=Pose(location=(-HALF_M + 0.5, y, 3.6), rotation=turn),
        )
        for k, y in enumerate(_BAYS)
    )  # fmt: skip
