"""A salt flat: white crust broken into polygons by low ridges, level to the horizon, blue mountains beyond. Wet, it is a mirror of the
sky with the ridges standing out of it here and there."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _open_sky, _patterns, _planting
from filmwright.content.environments._country import ease
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Image, Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("salt flat",)
EXAMPLE = "A man in a red coat walks across a salt flat"
TIMES = ("afternoon", "golden_hour", "morning", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("mountains", "horizon", "floor", "shadows", "moving_clouds", "reflections", "water", "puddles")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("salt_desert",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.04
MARK = (0.3, 8.0)
CRUST_M = 13.0  # side of the image of the crust
_CELLS = 78  # polygons in it: 1.5 m across
_REACH_M = 4700.0
_WETS = frozenset(("reflections", "water", "puddles", "wet_ground"))

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.5, 3600.0),
    "morning": (1.3, 6000.0),
    "noon": (2.2, 7000.0),
    "afternoon": (-1.35, 6500.0),
    "golden_hour": (-1.0, 4200.0),
    "dusk": (-0.3, 3600.0),
    "blue_hour": (-0.7, 3600.0),
    "night": (0.8, 4500.0),
}


class Params(NamedTuple):
    """One salt flat: its hour, whether water stands on it."""

    seed: int = 7
    time: str = "afternoon"
    wet: bool = False
    clouds: float = 0.36
    high_m: float = 300.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A salt flat for a shot."""
    wet = shot.weather.kind == "rain" or bool(_WETS & {*shot.place.features})
    clouds = float(rng.uniform(0.46, 0.58)) if wet else float(rng.uniform(0.26, 0.44))
    return Params(int(rng.integers(1, 10_000)), shot.light.time, wet, clouds, float(rng.uniform(240.0, 380.0)))


class Flat(NamedTuple):
    """Level ground with a range of mountains round it, lowest straight ahead."""

    seed: int
    high_m: float

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        shore = 2300.0 + 500.0 * noise.fractal(x / 1100.0, y / 1100.0, 3, seed=self.seed + 2)
        ridge = noise.fractal(x / 950.0 + 3, y / 950.0, 7, ridged=True, seed=self.seed + 1)
        return np.asarray(np.clip(ridge + 0.12, 0.0, None) * self.high_m * ease((r - shore) / 900.0))


def build(params: Params) -> Setting:
    """The salt flat as data. Two builds of the same Params are equal."""
    flat = Flat(params.seed, params.high_m)
    outdoors = sky_of(params.time, params.clouds, wet=params.wet)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(flat), *light.nodes),
        materials={"salt": _salt(params.wet)},
        world=light.world,
        ground=partial(Flat.height, flat),
        marks=(_mark(),),
        images={"turf": _patterns.turf(params.seed), "crust": crust(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.05}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast", mirror=params.wet),
        f_stop=8.0,
        lens_mm=32.0,
        camera_height_m=1.2,
        view_fall_rad=0.6,
        move_limits_m=(4.0, 10.0, 6.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float, *, wet: bool = False) -> Outdoors:
    """The clear daylight over the flat at a time of day: it throws back most of the light. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"night": 0.0, "blue_hour": -0.1, "golden_hour": -0.05, "dusk": 0.0, "dawn": -0.1}.get(
        time, -0.55
    ) + 0.3 * wet
    low = time in ("dusk", "dawn")
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def _mark() -> Mark:
    """In the open, on a way towards the camera that wheels may follow."""
    y = np.arange(60.0, -18.0, -1.0)
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0] - 0.03 * (float(b) - MARK[1]), float(b)) for b in y),
        back_m=24.0, radius_m=12.0,
    )  # fmt: skip


def _ground(flat: Flat) -> Node:
    made = _country.sheet(flat.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0115)
    x, y, z = made.points.T
    rock = (
        np.array([0.20, 0.145, 0.11])
        * (0.8 + 0.5 * (noise.fractal(x / 160.0, y / 160.0, 4, seed=flat.seed + 6) + 0.3))[:, None]
    )
    made = made.with_data("tint", rock).with_data("slope", ease((z - 2.0) / 10.0))
    return _planting.node("ground", made, "salt", smooth=True)


def crust(seed: int) -> Image:
    """Polygons of salt, CRUST_M wide. Red: how high the ridges between them stand, 1 on top. Green: crystals. Blue: blisters and low
    places, where water stands last at 1."""
    rng = np.random.default_rng([seed, 91])
    spots = rng.random((_CELLS, 2))
    for _ in range(6):  # cells of about one size, as shrinking makes them
        near = np.asarray(cKDTree(spots, boxsize=np.ones(2)).query(_patterns.pixels()[::7], k=1)[1])
        pixels = _patterns.pixels()[::7]
        gap = np.remainder(pixels - spots[near] + 0.5, 1.0) - 0.5
        count = np.maximum(np.bincount(near, minlength=_CELLS), 1)
        spots = (spots + np.column_stack([np.bincount(near, gap[:, k], _CELLS) / count for k in (0, 1)])) % 1.0
    bend = 0.009 * np.stack([_patterns.level(_patterns.field(rng, 1.5, 0.05)) - 0.5 for _ in range(2)], -1).reshape(
        -1, 2
    )
    bend = bend + 0.004 * np.stack(
        [_patterns.level(_patterns.field(rng, 1.0, 0.012)) - 0.5 for _ in range(2)], -1
    ).reshape(-1, 2)
    at = np.remainder(_patterns.pixels() + bend, 1.0)
    distance = np.asarray(cKDTree(spots, boxsize=np.ones(2)).query(at, k=2)[0])
    edge_m = (distance[:, 1] - distance[:, 0]).reshape(_patterns.SIZE, _patterns.SIZE) * CRUST_M / 2
    rough = _patterns.level(_patterns.field(rng, 0.9, 0.006))
    wide = 0.035 + 0.07 * _patterns.level(_patterns.field(rng, 1.4, 0.03))
    ridge = np.exp(-((edge_m / wide) ** 2)) * (0.55 + 0.6 * rough)
    rim = 0.25 * np.exp(-(((edge_m - 0.14) / 0.10) ** 2)) * rough
    crystals = 0.6 * _patterns.level(_patterns.field(rng, 0.2, 0.003)) + 0.4 * rough
    low = _patterns.level(_patterns.field(rng, 1.7, 0.16))
    return _patterns.image(ridge + rim, crystals, low)


def _salt(wet: bool) -> Material:
    """White salt, its ridges whitest, the hollows greyed by clay; under a film of water where it is wet."""
    far = op("camera_distance")
    tile = _patterns.laid("crust", CRUST_M, turn_rad=0.3)
    coarse = _patterns.laid("crust", 4.7 * CRUST_M, turn_rad=1.2)
    wide = _patterns.laid("turf", 90.0, turn_rad=0.5)
    fine = _patterns.laid("crust", 1.7, turn_rad=0.7)
    near, middle = remap(far, 5.0, 40.0, 1.0, 0.0), remap(far, 10.0, 260.0, 1.0, 0.0)
    ridge, crystals = op("x", tile), op("y", tile)
    floor: Color = (0.56, 0.545, 0.52)
    white: Color = (0.80, 0.80, 0.79)
    clay: Color = (0.50, 0.46, 0.41)
    patches = remap(op("x", wide) * 0.55 + op("z", coarse) * 0.45, 0.3, 0.75)
    color = mix(mix(floor, clay, patches * 0.55), white, remap(ridge, 0.1, 0.7) * 0.9)
    grain = 1.0 + (remap(crystals * 0.5 + op("y", fine) * 0.5, 0.2, 0.8, 0.86, 1.10) - 1.0) * middle
    color = cmul(color, op("combine", grain, grain, grain))
    height = ridge + crystals * 0.12 + op("y", fine) * 0.10
    color = mix(color, attribute("tint"), attribute("slope"))
    if not wet:
        return Material(
            color=color, roughness=0.8, specular=0.12, preview=white,
            bumps=(
                Bump(height=height, strength=middle * 0.9, distance_m=0.07),
                Bump(height=op("y", fine), strength=near * 0.5, distance_m=0.012),
            ),
        )  # fmt: skip
    # What stands out of the water: ridges where it is shallow, patches of crust far and wide.
    dry = remap(ridge * 0.45 + op("z", coarse) * 0.5 + op("x", wide) * 0.35, 0.86, 0.98)
    dry = op("max", dry, attribute("slope"))
    level = remap(far, 4.0, 60.0, 0.05, 0.012)
    return Material(
        color=mix(cmul(color, (0.30, 0.36, 0.42)), color, dry),
        roughness=remap(dry, 0.0, 1.0, 0.015, 0.75),
        specular=remap(dry, 0.0, 1.0, 1.0, 0.15),
        ior=1.333,
        coat=remap(dry, 0.0, 1.0, 1.0, 0.0),
        coat_roughness=0.01,
        bumps=(Bump(height=height, strength=remap(dry, 0.0, 1.0, 0.0, 0.9) * middle + level * 0.1, distance_m=0.05),),
        preview=(0.5, 0.55, 0.6),
    )
