"""A narrow shopping street at night, damp and full of signs: shops behind glass, a lit gate, lanterns, passers-by.

The light of every sign is baked into the set (blender/bake_signs.py), so the set has no lamp and few samples are clean;
only the reflections on the wet ground are traced. The hero's own lamps touch nobody but the cast.
"""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from pydantic import BaseModel, ConfigDict

from filmwright.content.environments._street.buildings import row
from filmwright.content.environments._street.canvas import Canvas, Facade, bend, dim
from filmwright.content.environments._street.crowd import passers_by
from filmwright.content.environments._street.furniture import bench, bicycle, bollards, poles_and_wires, vending_machine
from filmwright.content.environments._street.gate import gate
from filmwright.content.environments._street.ground import ground, height
from filmwright.content.environments._street.lanterns import ORANGE_PAPER, RED_PAPER, lantern_string
from filmwright.content.environments._street.signs import neon_pictures, video_walls
from filmwright.content.environments._street.surfaces import materials
from filmwright.content.kinds import HeroLamp, Mark, Setting
from filmwright.scene.nodes import Bake, Exposure, Gradient, Haze, Node, Transport
from filmwright.scene.sign_light import Ambient
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = (
    "neon street", "neon city", "city street", "city at night", "street", "city", "neon city street", "downtown",
    "tokyo street", "shopping street", "neon lights", "crosswalk", "night market",
)  # fmt: skip
EXAMPLE = "A woman in a black leather jacket and a red dress walks through a neon city street at night"
TIMES = ("night", "blue_hour", "dusk")
WEATHERS = ("clear", "overcast", "fog", "snowfall", "rain")
FEATURES = (
    "neon_signs", "signs", "billboards", "streetlamps", "lanterns", "city_lights", "shop_windows", "puddles", "reflections",
    "wet_ground", "power_lines", "vending_machines", "steam", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
START_M, END_M = -26.0, 122.0
MARK: tuple[float, float, float] = (0.85, 8.3, 0.0)
BENCH: tuple[float, float, float] = (-4.4, 9.8, 0.13)
SEAT_M = 0.46
AIR_LIGHT: Color = (0.72, 0.46, 0.45)  # of rain and snow among the signs; chosen


class Params(BaseModel):
    """Every choice there is to make about the street."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    time: str = "night"
    weather: str = "clear"
    walkers: int = 14


class Hour(BaseModel):
    """How a time of day looks from the bottom of the street. All chosen by eye."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    horizon: Color
    zenith: Color
    haze: Color
    haze_high: Color
    sky_light: Color
    street_light: Color
    stops: float


HOURS = {
    "night": Hour(
        horizon=(0.050, 0.022, 0.026), zenith=(0.007, 0.008, 0.022), haze=(0.078, 0.030, 0.030),
        haze_high=(0.008, 0.009, 0.024), sky_light=(0.040, 0.036, 0.070), street_light=(0.060, 0.028, 0.022), stops=0.7,
    ),
    "blue_hour": Hour(
        horizon=(0.22, 0.20, 0.42), zenith=(0.03, 0.075, 0.27), haze=(0.085, 0.070, 0.150), haze_high=(0.06, 0.09, 0.25),
        sky_light=(0.10, 0.17, 0.44), street_light=(0.050, 0.028, 0.028), stops=0.5,
    ),
    "dusk": Hour(
        horizon=(1.05, 0.42, 0.20), zenith=(0.10, 0.12, 0.30), haze=(0.26, 0.115, 0.095), haze_high=(0.24, 0.13, 0.15),
        sky_light=(0.30, 0.22, 0.34), street_light=(0.075, 0.036, 0.028), stops=0.4,
    ),
}  # fmt: skip


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """Choose a street for a shot. Any other time of day than TIMES is taken as night."""
    time = shot.light.time if shot.light.time in TIMES else "night"
    return Params(
        seed=int(rng.integers(1 << 31)), time=time, weather=shot.weather.kind, walkers=int(rng.integers(13, 18))
    )


def _furnish(canvas: Canvas, rng: np.random.Generator) -> None:
    """What stands on the pavements."""
    poles_and_wires(canvas, rng)
    bollards(canvas, -10.0, 46.0)
    for side, y in ((1, 14.6), (-1, 22.0), (1, 22.4), (-1, 30.2), (1, 41.0), (-1, 47.0), (-1, -2.0), (1, -8.0)):
        vending_machine(Facade(canvas, side, y), rng, 0.0, 0.12)
    bench(canvas, BENCH[0], BENCH[1], BENCH[2] + SEAT_M)
    colors: tuple[Color, ...] = ((0.30, 0.03, 0.03), (0.05, 0.16, 0.16), (0.35, 0.33, 0.28))
    for k, (x, y) in enumerate(((4.75, 11.6), (4.8, 12.2), (-4.7, 24.4), (4.9, 28.0), (-4.8, 26.4), (-4.75, 27.0))):
        bicycle(canvas, x, y, math.pi / 2 + 0.9 + rng.uniform(-0.15, 0.15), colors[k % 3])


def _steam(canvas: Canvas) -> None:
    """Vapor from kitchens and drains: upright cards that only add light."""
    for x, y, tall, wide, color in (
        (-3.3, 11.8, 3.4, 2.2, (0.15, 0.07, 0.05)),
        (1.6, 19.5, 3.2, 3.0, (0.14, 0.055, 0.055)),
        (-1.2, 33.0, 6.0, 8.0, (0.16, 0.065, 0.045)),
        (1.0, 52.0, 10.0, 14.0, (0.19, 0.08, 0.05)),
    ):
        x0 = x + float(bend(y))
        corners = [(x0 - wide / 2, y, 0), (x0 + wide / 2, y, 0), (x0 + wide / 2, y, tall), (x0 - wide / 2, y, tall)]
        uv = np.array([[[0, 0], [1, 0], [1, 1], [0, 1]]], float)
        canvas.quads("steam", np.array([corners], float), color, uv=uv)


def draw(seed: int) -> Canvas:
    """The whole street, without people."""
    canvas, rng = Canvas(), np.random.default_rng(seed)
    ground(canvas, START_M, END_M + 40)
    row(canvas, rng, -1, START_M, END_M)
    row(canvas, rng, 1, START_M + 1.5, END_M)
    _furnish(canvas, rng)
    video_walls(canvas)
    gate(canvas)
    neon_pictures(canvas)
    for y, paper in ((10.2, ORANGE_PAPER), (40.0, ORANGE_PAPER), (52.0, RED_PAPER), (63.0, ORANGE_PAPER)):
        lantern_string(canvas, y, paper)
    _steam(canvas)
    return canvas


def hero_lamps() -> tuple[HeroLamp, ...]:
    """Warm key from the shops, a soft front fill from the signs behind the camera, and colored rims so that dark clothes
    stand out against the dark street. Power chosen by eye."""
    return (
        HeroLamp("key", -0.75, 0.4, 4.5, 1.3, 225.0, (1.0, 0.68, 0.40)),
        HeroLamp("fill", 0.6, 0.15, 5.0, 1.8, 90.0, (1.0, 0.62, 0.55)),
        HeroLamp("magenta rim", -2.2, 0.5, 5.0, 0.9, 1000.0, (1.0, 0.20, 0.46)),
        HeroLamp("cyan rim", 2.2, 0.5, 5.0, 0.9, 800.0, (0.22, 0.80, 1.0)),
        HeroLamp("gate", 3.1, 0.85, 6.0, 1.4, 420.0, (1.0, 0.60, 0.28)),
    )


def _marks() -> tuple[Mark, ...]:
    """On the crosswalk with the gate behind, walking towards the camera; and the bench on the left pavement."""
    x = MARK[0]
    path = tuple((x + float(bend(at)), at) for at in (26.0, 22.0, 18.0, 14.0, 10.0, 6.0, 2.0, -2.0, -6.0))
    street = Mark(position=MARK, view_yaw_rad=0.0, path=path, back_m=17.0, lane=True)
    seat = Mark(position=BENCH, view_yaw_rad=0.05, kind="seat", back_m=9.0, seat_m=SEAT_M, facing_yaw_rad=math.pi - 0.5)
    return street, seat


def air(hour: Hour, weather: str) -> Haze:
    """The street's haze; fog is a bright wall of it that begins behind the hero."""
    if weather != "fog":
        return Haze(color=hour.haze, high_color=hour.haze_high, high_m=26.0, distance_m=105.0)
    low, high = (dim(c, k) for c, k in ((hour.haze, 2.1), (hour.haze_high, 2.5)))
    return Haze(color=low, high_color=high, high_m=18.0, distance_m=21.0, start_m=5.0)


def build(params: Params) -> Setting:
    """The street as a Setting."""
    canvas = draw(params.seed)
    lights = canvas.all_lights()
    hour = HOURS.get(params.time, HOURS["night"])
    wetness = 1.0 if params.weather == "rain" else 0.55 if params.weather in ("snowfall", "fog") else 0.4
    ambient = Ambient(hour.sky_light, hour.street_light, 11.0)
    nodes: tuple[Node, ...] = (*canvas.meshes(), *canvas.letters())
    return Setting(
        nodes=nodes,
        materials=materials(wetness),
        world=Gradient(stops=((-1.0, hour.horizon), (0.0, hour.horizon), (0.5, hour.zenith), (1.0, hour.zenith))),
        ground=height,
        marks=_marks(),
        obstacles=np.array(canvas.obstacles),
        haze=air(hour, params.weather),
        exposure=Exposure(stops=hour.stops, look="medium_high", bloom=0.45 if params.weather == "fog" else 0.28),
        transport=Transport(
            diffuse=0,
            glossy=1,
            transmission=1,
            transparent=8,
            clamp=2.5,
            world_diffuse=False,
            world_sampling=False,
            mirror=True,
        ),
        hero_lamps=hero_lamps(),
        bake=Bake(
            method="signs",
            params={
                "sky": hour.sky_light,
                "street": hour.street_light,
                "fade_m": ambient.fade_m,
                "occluders": ["street_wall", "street_pave"],
                "unshadowed": ["street_metal"],
            },
            arrays={"position": lights.position, "facing": lights.facing, "color": lights.color, "area": lights.area},
        ),
        f_stop=2.0,
        lens_mm=35.0,
        camera_height_m=1.2,
        view_fall_rad=0.3,
        move_limits_m=(1.6, 6.0, 2.0),
        moving=partial(passers_by, params.seed, params.walkers, lights=lights, ambient=ambient),
        contact_shade=0.75,
        air_light=AIR_LIGHT,
    )
