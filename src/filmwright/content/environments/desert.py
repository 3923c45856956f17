"""A sand desert: rippled sand between dunes whose sharp crests wind into the haze."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _grasses, _ground_cover, _open_sky, _patterns, _planting
from filmwright.content.environments._beach import things, tiles
from filmwright.content.environments._dunes import Dunes
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, image, mapping, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("desert", "sand desert", "sahara", "dunes of a desert")
EXAMPLE = "A man in a white shirt walks through the desert at sunset"
TIMES = ("golden_hour", "morning", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog")
FEATURES = ("sand", "sand_dunes", "footprints", "horizon", "rocks", "floor", "shadows", "dune_grass")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("sand_dunes", "wide_open_space")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = -0.05
MARK = (-0.6, 9.0)
_STRIP = (-0.6, 6.0, 3.0, 52.0)  # trodden sand: x, y, width, length
_REACH_M = 4600.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; from the side, so that it models the crests. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.95, 1500.0),
    "morning": (1.35, 2600.0),
    "noon": (1.9, 3200.0),
    "afternoon": (-1.5, 2600.0),
    "golden_hour": (-1.25, 2000.0),
    "dusk": (-0.42, 1700.0),
    "blue_hour": (-0.7, 1600.0),
    "night": (0.9, 2200.0),
}


class Params(NamedTuple):
    """One desert: its dunes, its hour, its wind."""

    seed: int = 7
    time: str = "golden_hour"
    wind: float = 0.14
    clouds: float = 0.3
    high_m: float = 17.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A desert for a shot."""
    wind = {"still": 0.03, "breeze": 0.14, "strong": 0.4}.get(shot.weather.wind or "breeze", 0.14)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        wind=wind,
        clouds=float(rng.uniform(0.25, 0.42)),
        high_m=float(rng.uniform(15.0, 20.0)),
    )


def build(params: Params) -> Setting:
    """The desert as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 55])
    dunes = Dunes(params.seed, params.high_m)
    corridor = Corridor(MARK, VIEW_YAW_RAD)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(dunes), *_scatter(dunes, params, rng, corridor), *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Dunes.height, dunes),
        marks=(_mark(dunes),),
        images={"sand": tiles.sand(params.seed), "footprints": things.trodden(rng, _STRIP[2], _STRIP[3])},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.5,
        move_limits_m=(3.0, 8.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the dunes at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 0.2, "golden_hour": 0.1, "dusk": 0.2, "dawn": 0.15}.get(time, 0.05)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time == "dusk")
    if time != "golden_hour":
        return found
    return found._replace(sun=found.sun._replace(elevation_rad=0.19))  # high enough to reach over the crests


def _mark(dunes: Dunes) -> Mark:
    y = np.arange(32.0, -17.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(dunes.height, *MARK)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.05 * float(np.sin(at / 5.0)), float(at)) for at in y),
        back_m=22.0,
        radius_m=9.0,
    )


def _ground(dunes: Dunes) -> Node:
    made = _country.sheet(
        dunes.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0105,
        fine_step_rad=0.0058,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    tone = np.clip(0.5 + 1.2 * noise.fractal(x / 33.0, y / 33.0, 4, seed=dunes.seed + 20), 0, 1)
    return _planting.node("ground", made.with_data("tone", tone), "sand", smooth=True)


def _scatter(dunes: Dunes, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Stones, and dry tussocks in the hollows."""
    eyes = corridor.eyes(5)
    n = 260
    x, y = rng.uniform(-30, 30, n), rng.uniform(-10, 60, n)
    scales = 0.03 + 0.16 * rng.random(n) ** 4
    keep = (np.abs(x - MARK[0]) > 1.2) & (noise.fractal(x / 9, y / 9, 3, seed=params.seed + 2) > 0.02)
    x, y, scales = x[keep], y[keep], scales[keep]
    made = [
        _planting.node(f"stone_{k}", _ground_cover.boulder(k + 1, snow=0.0), "rock", smooth=True, visible=False)
        for k in range(2)
    ]
    nodes: list[Node] = _planting.scattered(
        "stones", made, np.column_stack([x, y, dunes.height(x, y)]), scales, rng, tilt_rad=0.2
    )

    def hollows(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 11.0, y / 11.0, 3, seed=params.seed + 4)
        low = 1.0 - np.clip((dunes.height(x, y) - 1.2) / 1.5, 0, 1)
        return np.asarray(np.clip((drift - 0.14) / 0.1, 0, 0.85) * (np.abs(x - MARK[0]) > 1.6) * low)

    tussock = _grasses.Blades(
        height_m=0.46, wind=params.wind, wild=0.8, color=(0.19, 0.165, 0.06), tip=(0.46, 0.36, 0.16), ears=0.05
    )
    belts = (_grasses.Belt(0.0, 26.0, 0.5, 70, 0.006, 0.34), _grasses.Belt(26.0, 90.0, 0.09, 44, 0.022, 0.5, 1.3))
    return nodes + _grasses.strewn("tussock", tussock, eyes, VIEW_YAW_RAD, dunes.height, hollows, rng, belts=belts)


_SAND: Color = (0.60, 0.355, 0.165)
_SHADED: Color = (0.43, 0.235, 0.10)


def _materials() -> dict[str, Material]:
    far = op("camera_distance")
    fine, coarse = (
        _patterns.laid("sand", tiles.SAND_M, turn_rad=1.25),
        _patterns.laid("sand", 4.3 * tiles.SAND_M, turn_rad=1.1),
    )
    tone = attribute("tone")
    near, middle = remap(far, 6.0, 34.0, 1.0, 0.0), remap(far, 20.0, 160.0, 1.0, 0.0)
    x, y, width, length = _STRIP
    spot = mapping(coords(), scale=(1 / width, 1 / length, 0.0), offset=(0.5 - x / width, 0.5 - y / length, 0.0))
    prints = op("x", image("footprints", spot))
    ripples = op("y", fine) * remap(tone, 0.2, 0.7, 0.25, 0.8) * near
    broad = op("y", coarse) * remap(tone, 0.3, 0.8, 0.1, 0.55) * middle
    grain = op("x", fine) * 0.5 + tone * 0.5
    color = mix(_SHADED, _SAND, remap(grain, 0.2, 0.75))
    return {
        "sand": Material(
            color=color,
            specular=0.0,
            bumps=(
                Bump(height=broad, strength=1.0, distance_m=0.20),
                Bump(height=ripples + prints * 1.5, strength=1.0, distance_m=0.05),
            ),
            preview=_SAND,
        ),
        "rock": Material(
            color=cmul((0.24, 0.15, 0.09), mix((0.7, 0.7, 0.7), (1.4, 1.35, 1.3), op("x", fine))), specular=0.0,
            preview=(0.24, 0.15, 0.09),
        ),
        "grass": Material(color=attribute("tint"), specular=0.0, translucent=0.3, preview=(0.3, 0.24, 0.1)),
    }  # fmt: skip
