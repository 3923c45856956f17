"""The sky, above the clouds: a sea of white cloud to the horizon, towers of cumulus that rise out of it, clear air over it. Whoever is
here flies."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _open_sky, _planting
from filmwright.content.environments._country import ease
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Material, Value, coords, mapping, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("sky", "sea of clouds")
EXAMPLE = "An airplane flies above the clouds"
TIMES = ("morning", "golden_hour", "afternoon", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("moving_clouds", "horizon", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("heaven",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
_REACH_M = 4700.0
_FLOOR_M = -46.0  # how far below the mark the sea of clouds lies
_SKIES: dict[str, float] = {
    "dawn": -0.26, "morning": -1.7, "noon": -2.2, "afternoon": 1.8, "golden_hour": 0.30, "dusk": 0.24, "blue_hour": 0.3, "night": -1.0,
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise); chosen by eye."""


class Params(NamedTuple):
    """One hour over one sea of clouds."""

    seed: int = 7
    time: str = "morning"
    high_m: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A sky for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.85, 1.25)))


def build(params: Params) -> Setting:
    """The sky as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 263])
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    top = partial(_top, params.seed)
    made = _country.sheet(
        top, center=(0.0, -30.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0095, step_m=1.6, fine_step_rad=0.0058
    )
    nodes: list[Node] = [_planting.node("cloud sea", made, "cloud", smooth=True), *_towers(params, rng)]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params.time),
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.12}),
        hero_lamps=light.hero_lamps,
        transport=Transport(world_sampling=False, guides="fast", transparent=10),
        f_stop=8.0,
        lens_mm=35.0,
        camera_height_m=2.2,
        view_fall_rad=0.5,
        move_limits_m=(4.0, 10.0, 6.0),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The light over the clouds at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.35, "dawn": 0.5, "dusk": 0.4, "night": 0.1, "blue_hour": 0.1}.get(time, 0.05)
    return _open_sky.outdoors(time, _SKIES.get(time, -1.7), 2300.0 if low else 3400.0, VIEW_YAW_RAD, clouds=0.0, stops=stops, disc=low)


def _level(x: F64, y: F64) -> F64:
    """The height at which everybody flies."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _mark() -> Mark:
    y = np.arange(60.0, -22.0, -2.0)
    return Mark(position=(0.0, 0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((0.02 * float(a), float(a)) for a in y), back_m=34.0, radius_m=12.0)


def _top(seed: int, x: F64, y: F64) -> F64:
    """Height of the upper side of the clouds: rounded heaps with narrow clefts between, in long swells."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    r = np.hypot(x, y)
    bent = 40.0 * noise.fractal(x / 260.0, y / 260.0, 3, seed=seed + 9)
    heaps = noise.fractal((x + bent) / 150.0, (y - bent) / 150.0, 5, ridged=True, seed=seed)
    small = noise.fractal((x - bent) / 42.0, (y + bent) / 42.0, 4, ridged=True, seed=seed + 1)
    swell = noise.fractal(x / 900.0, y / 620.0, 3, seed=seed + 2)
    near = ease((r - 30.0) / 260.0)
    return np.asarray(_FLOOR_M + (26.0 + 34.0 * near) * swell - 38.0 * (heaps - 0.45) - 11.0 * (small - 0.45))


def _puff(seed: int) -> Shape:
    """A rounded heap of cloud of radius 1, flat below."""
    ball = shapes.ball(1.0, sides=72, levels=46)
    p = ball.points
    big = noise.fractal(p[:, 0] * 1.7 + 9 * seed, p[:, 1] * 1.7 + 1.3 * p[:, 2], 5, ridged=True, seed=seed)
    side = noise.fractal(p[:, 2] * 2.3 + 5 * seed, p[:, 0] * 1.9 - p[:, 1] * 1.4, 5, ridged=True, seed=seed + 3)
    grown = p * (1.12 - 0.42 * (0.5 * big + 0.5 * side))[:, None]
    grown[:, 2] = np.where(grown[:, 2] < 0, grown[:, 2] * 0.6, grown[:, 2])
    return ball._replace(points=grown)


def _towers(params: Params, rng: np.random.Generator) -> list[Node]:
    """Cumulus that stands out of the sea: heaps on heaps, narrower as they rise."""
    made = [_planting.node(f"puff_{k}", _puff(params.seed % 50 + k), "puff", smooth=True, visible=False) for k in range(4)]
    points, scales = [], []
    for yaw, away, wide, high in (
        (0.42, 260.0, 62.0, 62.0), (-0.36, 430.0, 95.0, 120.0), (0.20, 760.0, 150.0, 150.0), (-0.62, 300.0, 70.0, 66.0), (0.62, 620.0, 130.0, 150.0),
        (-0.12, 1300.0, 230.0, 210.0), (0.36, 1700.0, 300.0, 330.0), (-0.44, 1500.0, 280.0, 250.0), (0.05, 2500.0, 420.0, 300.0), (-0.75, 900.0, 190.0, 190.0),
    ):  # fmt: skip
        x, y = -away * math.sin(yaw), away * math.cos(yaw)
        base = float(_top(params.seed, np.array([x]), np.array([y]))[0]) - 0.12 * wide
        for _ in range(30):
            t = float(rng.random()) ** 0.8
            spread = wide * (1.0 - 0.75 * t) * float(rng.random()) ** 0.5
            turn = float(rng.uniform(0, 2 * math.pi))
            size = wide * (0.46 - 0.24 * t) * float(rng.uniform(0.7, 1.1))
            points.append((x + 1.25 * spread * math.cos(turn), y + 0.8 * spread * math.sin(turn), base + params.high_m * high * 0.85 * t))
            scales.append(size)
    return _planting.scattered("towers", made, np.array(points), np.array(scales), rng, tilt_rad=0.25)


def _materials(time: str) -> dict[str, Material]:
    """Cloud: white, soft, lit through; its heaps fade out where one looks along them."""
    white: Color = (0.90, 0.905, 0.92)
    fine = noise_of(mapping(coords(), scale=(0.09, 0.09, 0.09)), scale=1.0, detail=4.0)
    edge = op("facing", 0.5) + (fine - 0.5) * 0.5
    soft: dict[str, Value] = {"color": white, "roughness": 1.0, "specular": 0.0, "translucent": 0.35, "preview": white}
    return {
        "cloud": Material(**soft),
        "puff": Material(alpha=remap(edge, 0.55, 0.98, 1.0, 0.0, smooth=True), **soft),
    }
