"""Outer space, in orbit: the Earth with its blue rim below, a space station with its solar wings beside, stars in black all around."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _planting
from filmwright.content.environments._orbit import earth, station
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting, Sunlight
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Material, coords, mix, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("outer space", "orbit", "open space")
EXAMPLE = "An astronaut floats in space above the Earth"
TIMES = ("morning", "afternoon", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("stars", "horizon", "shadows", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("earth_orbit", "starfield")
"""Places it is as well: nothing is missing when one of them is asked for."""

LANDMARKS = ("earth", "space_station")
"""Things of the cast that are part of it already."""

VIEW_YAW_RAD = 0.0
_BLACK: Color = (0.0, 0.0, 0.0)
_EARTH = (
    0.55,
    1.24,
    1.22,
)  # towards which azimuth, how far below, how large it is seen: its rim runs aslant through the picture
_EYE = (0.0, -11.0, 1.5)

# Where the sun stands: azimuth (0 straight ahead, clockwise) and elevation; there is no air to color it. By eye.
_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.35, 0.10), "morning": (-2.2, 0.62), "noon": (-2.6, 1.05), "afternoon": (2.1, 0.66), "golden_hour": (-1.15, 0.26),
    "dusk": (-0.5, 0.10), "blue_hour": (-0.9, 0.03), "night": (-1.4, -0.35),
}  # fmt: skip


class Params(NamedTuple):
    """One stretch of orbit: what of the Earth lies below, which hour it is there."""

    seed: int = 7
    time: str = "morning"


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A place in space for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time)


def build(params: Params) -> Setting:
    """Space as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 241])
    azimuth_rad, elevation_rad = _SUNS.get(params.time, _SUNS["morning"])
    sun = atmosphere.heading(azimuth_rad, elevation_rad)
    light = atmosphere.daylight(sky_of(params.time))
    center = earth.middle(*_EARTH) + _EYE
    turn = shapes.rotation(z=0.62, x=0.18, y=-0.12)
    placed = station.build().placed(turn, (13.5, 24.0, 1.0))
    dark = params.time in ("night", "blue_hour")
    nodes: list[Node] = [
        *earth.globe(center, float(rng.uniform(0, 2 * math.pi))),
        *(_planting.node(f"station {name}", part, name, smooth=True, sharp_rad=0.55) for name, part in placed.items()),
        _planting.node("moon", _moon(), "moon", smooth=True, hidden_from=("shadow", "diffuse")),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes, _earthshine(center, 0.12 if dark else 0.55)),
        materials=earth.surface(sun, 1.6) | station.materials(1.4 if dark else 0.5) | {"moon": _pale()},
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        haze=None,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.12}),
        hero_lamps=tuple(lamp._replace(power_w=0.35 * lamp.power_w) for lamp in _lamps(light.hero_lamps, dark)),
        transport=Transport(world_sampling=False, guides="fast", transparent=4),
        f_stop=8.0,
        lens_mm=32.0,
        camera_height_m=1.2,
        view_fall_rad=0.4,
        move_limits_m=(3.0, 8.0, 4.0),
        air_light=_BLACK,
    )


def sky_of(time: str) -> Outdoors:
    """The light in orbit at a time of day: a white sun in black; at night what comes from the moon."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    sun = Sunlight(
        elevation_rad=elevation_rad, color=(1.0, 0.975, 0.94), irradiance=4.6, sky_strength=1.0, sky_dust=0.0, haze_color=_BLACK,
        haze_strength=0.0, exposure_stops=0.35, gradient=((-1.0, _BLACK), (1.0, _BLACK)), stars=0.9,
    )  # fmt: skip
    if time == "night":
        sun = sun._replace(elevation_rad=0.6, color=(0.66, 0.78, 1.0), irradiance=0.32, exposure_stops=1.6, stars=1.4)
        return Outdoors(sun, -1.4, 5000.0, VIEW_YAW_RAD)
    if elevation_rad < 0.2:
        sun = sun._replace(exposure_stops=0.9, color=(1.0, 0.90, 0.78))
    return Outdoors(sun, azimuth_rad, 5000.0, VIEW_YAW_RAD, disc=elevation_rad < 0.2)


def _lamps(found: tuple[HeroLamp, ...], dark: bool) -> tuple[HeroLamp, ...]:
    """The Earth lights whoever floats over it from below, blue."""
    return (*found, HeroLamp("earthlight", -0.5, -0.7, 5.0, 3.0, 120.0 if dark else 420.0, (0.55, 0.75, 1.0)))


def _earthshine(center: F64, strength: float) -> Lamp:
    """What the Earth throws back at the station: a wide blue light from its direction."""
    x, y, z = -center / np.linalg.norm(center)
    azimuth, elevation = math.atan2(-x, -y), math.asin(-z)
    return Lamp(
        name="earthshine", kind="sun", power_w=strength, color=(0.55, 0.74, 1.0), angle_rad=1.6,
        pose=Pose(rotation=atmosphere.facing_away(azimuth, elevation)),
    )  # fmt: skip


def _level(x: F64, y: F64) -> F64:
    """The height at which everybody floats."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _mark() -> Mark:
    y = np.arange(34.0, -18.0, -1.0)
    return Mark(
        position=(0.0, 0.0, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((0.02 * float(a), float(a)) for a in y),
        back_m=24.0,
        radius_m=4.0,
    )


def _moon() -> shapes.Shape:
    away = 4300.0
    at = away * np.array(atmosphere.heading(-0.31, 0.20))
    return shapes.ball(away * 0.016, sides=48, levels=32).moved(at)


def _pale() -> Material:
    seas = noise_of(coords(), scale=0.022, detail=4.0)
    return Material(
        color=mix((0.34, 0.33, 0.32), (0.16, 0.16, 0.165), remap(seas, 0.45, 0.6)),
        specular=0.0,
        roughness=1.0,
        haze=False,
    )
