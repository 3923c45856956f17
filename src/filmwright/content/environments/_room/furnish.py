"""A plan as a Setting: the shell, the props of the plan set down in it, daylight through the window, its lamps."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import offers
from filmwright.content.atmosphere import facing_away
from filmwright.content.environments import _props
from filmwright.content.environments._room import fittings, lamps, outlook, shell
from filmwright.content.environments._room.plan import Light, Piece, Plan
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.scene.nodes import Exposure, Gradient, Lamp, Node, Pose, Transport
from filmwright.spec.shot import Shot
from filmwright.values import Color

TIMES = ("morning", "noon", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "snowfall", "fog")
FEATURES = ("floor", "ceiling", "windows", "window_light", "shadows")

HEARTH_M = 0.95  # a fireplace takes so much room to either side; chosen
SUN_AZIMUTH_RAD = math.radians(
    -116.0
)  # over the left shoulder of the camera, so that its light reaches the floor in view
HOURS: dict[str, Light] = {
    "morning": Light((1.0, 0.88, 0.70), 9.0, math.radians(30), (0.95, 0.93, 0.92), 0.62, (0.80, 0.90, 1.0), 0.95, 0.0, 0.45),
    "noon": Light((1.0, 0.95, 0.88), 7.0, math.radians(52), (0.97, 0.96, 0.94), 0.75, (0.85, 0.92, 1.0), 1.1, 0.0, 0.35),
    "afternoon": Light((1.0, 0.86, 0.66), 9.0, math.radians(34), (0.97, 0.94, 0.90), 0.62, (0.84, 0.90, 1.0), 0.95, 0.0, 0.45),
    "golden_hour": Light((1.0, 0.55, 0.24), 11.0, math.radians(15), (0.72, 0.66, 0.74), 0.42, (1.0, 0.74, 0.50), 0.85, 14.0, 0.6),
    "dawn": Light((1.0, 0.66, 0.50), 4.0, math.radians(12), (0.62, 0.68, 0.86), 0.40, (0.72, 0.72, 0.95), 0.6, 14.0, 0.7),
    "dusk": Light((1.0, 0.50, 0.34), 1.5, math.radians(8), (0.46, 0.52, 0.78), 0.24, (0.50, 0.48, 0.85), 0.34, 55.0, 0.9),
    "blue_hour": Light((0.3, 0.4, 0.9), 0.0, math.radians(20), (0.30, 0.42, 0.86), 0.16, (0.20, 0.34, 0.95), 0.2, 70.0, 1.0),
    "night": Light((0.4, 0.5, 0.8), 0.15, math.radians(35), (0.35, 0.38, 0.55), 0.055, (0.03, 0.05, 0.13), 0.5, 85.0, 1.1),
}  # fmt: skip
"""Chosen by eye. The fill stands for light that bounces about a room that is open towards the camera."""


class Params(NamedTuple):
    """One room: which hour it is, the weather outside, the seed of its props, the kinds of props it does without, because the
    cast brings its own, and whether a fire burns in its hearth."""

    time: str
    weather: str
    seed: int
    without: tuple[str, ...] = ()
    hearth: bool = False


def vary(rng: np.random.Generator, shot: Shot, times: tuple[str, ...] = TIMES) -> Params:
    """The room a shot asks for, at one of `times` (the first if it asks for none of them)."""
    time = shot.light.time if shot.light.time in times else times[0]
    own = tuple(sorted({m.kind for m in shot.cast} & set(offers.offered("thing"))))
    hearth = "fireplace" in shot.place.features
    return Params(time, shot.weather.kind, int(rng.integers(1, 10_000)), own, hearth)


def build(plan: Plan, params: Params) -> Setting:
    """The room of a plan."""
    plan = _with_hearth(plan) if params.hearth else plan
    grey = params.weather != "clear"
    hour = plan.inside or (_clouded(HOURS[params.time]) if grey else HOURS[params.time])
    hung, glowing = lamps.build(plan, hour)
    outside, view, images = outlook.build(plan, hour, params.seed, params.weather)
    nodes: list[Node] = [*shell.build(plan), *hung, *outside]
    materials = shell.materials(plan) | glowing | view
    obstacles = [shell.room_box(plan)]
    for index, fitting in enumerate(plan.fittings):
        meshes, own = fittings.build(fitting, f"fitting {index}", params.seed + index)
        nodes += meshes
        materials |= own
    gone = [piece for piece in plan.pieces if piece.prop in params.without]
    absent = [p for p in plan.pieces if p in gone or any(_on(p, other) for other in gone)]
    own_props = _props.placed(plan.pieces, params.seed, absent=absent)
    nodes += own_props.nodes
    materials |= {k: m.model_copy(update={"haze": False}) for k, m in own_props.materials.items()}
    images |= own_props.images
    obstacles.append(own_props.obstacles)
    return Setting(
        nodes=(*nodes, *_sun(hour, grey)),
        materials=materials,
        images=images,
        world=Gradient(
            stops=((-1.0, _times(hour.fill, 0.55)), (0.0, hour.fill), (0.4, hour.fill), (1.0, _times(hour.fill, 0.9))),
            strength=hour.fill_strength * (0.85 if grey else 1.0),
        ),
        ground=partial(_floor, plan),
        marks=_marks(plan, gone),
        obstacles=np.concatenate(obstacles),
        exposure=Exposure(stops=hour.stops + 0.35 + plan.stops, look="medium_high", bloom=0.12),
        transport=Transport(guides="fast", diffuse=1),
        hero_lamps=(
            HeroLamp("window", -1.25, 0.45, 3.0, 1.2, 70.0 if hour.lamp_w < 30 else 16.0, (1.0, 0.93, 0.84)),
            HeroLamp("lamp", 0.9, 0.7, 3.0, 0.8, 12.0 + 0.25 * hour.lamp_w, (1.0, 0.80, 0.58)),
        ),
        f_stop=3.2,
        lens_mm=32.0,
        camera_height_m=plan.eye_m,
        view_fall_rad=0.3,
        move_limits_m=(0.9, 1.6, 0.6),
        indoors=True,
    )


def _with_hearth(plan: Plan) -> Plan:
    """The plan with its fireplace instead of what stands where that does."""
    if plan.hearth is None:
        return plan
    at = plan.hearth.at[:2]
    clear = (p for p in plan.pieces if abs(p.at[0] - at[0]) > HEARTH_M)  # nor does anything stand before it
    return plan._replace(
        pieces=(*clear, plan.hearth),
        fittings=tuple(f for f in plan.fittings if math.dist(f.at, at) > HEARTH_M),
        pictures=tuple(p for p in plan.pictures if abs(p[0] - at[0]) > HEARTH_M),
    )


def _floor(plan: Plan, x: F64, y: F64) -> F64:
    """The floor is level, or has one step up to a stage."""
    edge, high = plan.platform or (math.inf, 0.0)
    return np.asarray(np.where(np.asarray(y) >= edge, high, 0.0) + np.zeros_like(x, dtype=float))


def _on(piece: Piece, other: Piece) -> bool:
    """Whether a piece stands on another."""
    return piece.at[2] > 0.3 and math.dist(piece.at[:2], other.at[:2]) < 0.9


def _rise(plan: Plan, y: float) -> float:
    """Height of the floor at y."""
    return plan.platform[1] if plan.platform and y >= plan.platform[0] else 0.0


def _marks(plan: Plan, gone: list[Piece]) -> tuple[Mark, ...]:
    """Where people stand and sit, and small things; what the cast brings stands where the room's own would."""
    x, y = gone[0].at[:2] if gone and gone[0].at[2] < 0.3 else plan.stand
    path = tuple((x + 0.1 * k, y + 1.4 - 0.7 * k) for k in range(6))
    marks = [Mark(position=(x, y, _rise(plan, y)), view_yaw_rad=0.12, path=path, back_m=plan.back_off_m, radius_m=1.0)]
    if plan.seat:
        sx, sy, high, yaw = plan.seat
        marks.append(
            Mark(position=(sx, sy, 0.0), view_yaw_rad=0.1, kind="seat", back_m=4.6, seat_m=high, facing_yaw_rad=yaw)
        )
    if plan.table:
        marks.append(Mark(position=plan.table, view_yaw_rad=0.15, kind="surface", back_m=3.5, radius_m=0.3))
    return tuple(marks)


def _clouded(hour: Light) -> Light:
    """The hour under clouds: the view grey, the windows giving less."""
    grey = sum(hour.view) / 3
    view = tuple(0.35 * c + 0.65 * grey for c in hour.view)
    return hour._replace(view=(view[0], view[1], view[2]), view_strength=0.75 * hour.view_strength)


def _sun(hour: Light, grey: bool) -> tuple[Lamp, ...]:
    """The sun through the left window, or an even day."""
    if hour.sun_w <= 0:
        return ()
    lamp = Lamp(
        name="sun", kind="sun", power_w=hour.sun_w * (0.08 if grey else 1.0), color=hour.sun, angle_rad=0.03 if not grey else 0.6,
        pose=Pose(rotation=facing_away(SUN_AZIMUTH_RAD, hour.elevation_rad)),
    )  # fmt: skip
    return (lamp,)


def _times(color: Color, factor: float) -> Color:
    return (color[0] * factor, color[1] * factor, color[2] * factor)
