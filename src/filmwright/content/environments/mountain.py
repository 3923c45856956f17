"""A mountain landscape: a path over an alp strewn with rocks, a deep valley with firs before it, snowy peaks beyond."""

from __future__ import annotations

from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _alps, _country, _grasses, _ground_cover, _open_sky, _patterns, _planting
from filmwright.content.environments._alps import SNOW, Range
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Material, attribute, cmul, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("mountain", "mountains", "mountain range", "alps", "alpine panorama")
EXAMPLE = "A man in a red jacket walks in the mountains in the morning"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "mountains", "pines", "trees", "rocks", "wildflowers", "tall_grass", "horizon", "moving_clouds", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("mountain_path", "mountain_pass", "valley", "summit")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = 0.05
MARK_Y_M = 6.0
_REACH_M = 4700.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; from the side, so that it models the ridges. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (1.1, 5200.0),
    "morning": (1.45, 7500.0),
    "noon": (2.0, 9000.0),
    "afternoon": (-1.5, 7500.0),
    "golden_hour": (-1.15, 5200.0),
    "dusk": (-1.0, 5000.0),
    "blue_hour": (-0.8, 4500.0),
    "night": (1.2, 6000.0),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.075, 0.15, 0.025), (0.15, 0.22, 0.05)),
    "summer": ((0.075, 0.125, 0.025), (0.19, 0.20, 0.06)),
    "autumn": ((0.20, 0.145, 0.05), (0.38, 0.26, 0.10)),
    "winter": ((0.30, 0.22, 0.12), (0.42, 0.31, 0.17)),
}


class Alp(NamedTuple):
    """The lie of the land: an alp that ends in a slope down to a valley, the mountains across it."""

    seed: int
    peaks: Range

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(1.5 * np.sin(y * 0.07 + 0.6) - 0.9 - 0.002 * np.clip(y - 8, 0, 40) ** 2)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side; far away where it has ended."""
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)) + np.clip(np.asarray(y, float) - 46.0, 0, None))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        near = noise.fractal(x * 0.035 + 2, y * 0.035, 4, seed=self.seed) * 2.6 * (0.3 + 0.7 * ease((r - 3) / 25))
        near = near + noise.fractal(x * 0.17, y * 0.17, 3, seed=self.seed + 1) * 0.4
        wander = 24.0 * noise.fractal(x / 55.0, np.zeros_like(x), 3, seed=self.seed + 5)
        down = y - 14.0 + wander * ease((np.abs(x) - 8.0) / 40.0)
        slope = -0.20 * (np.clip(down, 0, None) - 26.0 * (1 - np.exp(-np.clip(down, 0, None) / 26.0)))
        # Left of the view a wooded spur stays up beside the valley.
        spur = ease((-x - 14.0 - 0.22 * y) / 60.0) * ease((y + 10.0) / 50.0)
        valley = np.maximum(slope, -150.0 + 14.0 * noise.fractal(x / 160.0, y / 160.0, 4, seed=self.seed + 7)) * (
            1 - 0.86 * spur
        )
        hills = noise.fractal(x * 0.0045, y * 0.0045, 5, seed=self.seed + 3) * 70.0 * ease((r - 260) / 500)
        trodden = 0.05 * np.exp(-((self.off_path(x, y) / 0.34) ** 4))
        return np.asarray(near + valley + hills + self.peaks.height(x, y) - trodden)


class Params(NamedTuple):
    """One mountain landscape: when it is, and its peak."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5
    wind: float = 0.14
    summit_m: float = 560.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """Mountains for a shot."""
    place = shot.place
    season: Season = "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        clouds=float(rng.uniform(0.42, 0.58)),
        summit_m=float(rng.uniform(480.0, 620.0)),
    )


def build(params: Params) -> Setting:
    """The mountains as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 77])
    alp = Alp(params.seed, Range(params.seed, summit=(-330.0, 3000.0, params.summit_m, 620.0)))
    mark_at = (float(alp.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=20.0)
    firs, trunks = _firs(alp, params, rng, corridor)
    rocks, stones = _rocks(alp, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds, snow=params.season == "winter")
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(alp, params), *firs, *rocks, *_growth(alp, params, rng, corridor), *light.nodes),
        materials=_materials(params.season),
        world=light.world,
        ground=partial(Alp.height, alp),
        marks=(_mark(alp, mark_at),),
        obstacles=np.concatenate([trunks, stones]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=35.0,
        view_fall_rad=0.4,
        move_limits_m=(2.5, 6.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the mountains at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = -0.1 if snow else 0.2 if time == "night" else 0.35
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn", "dusk"):  # high enough to reach into the valley
        return found._replace(sun=found.sun._replace(elevation_rad=0.17))
    return found


def _mark(alp: Alp, at: tuple[float, float]) -> Mark:
    y = np.arange(27.0, -15.0, -1.0)
    x = alp.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(alp.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=17.0,
        radius_m=4.0,
    )


def _wooded(alp: Alp, x: F64, y: F64) -> F64:
    """0..1: where firs stand: on the slopes of the valley, up to the tree line."""
    copse = noise.fractal(x * 0.006 + 1, y * 0.006, 4, seed=alp.seed + 11)
    high = alp.height(x, y)
    return np.asarray(
        np.clip((copse + 0.05) / 0.06, 0, 1) * (1 - ease((high - 70.0) / 90.0)) * ease((np.hypot(x, y) - 60.0) / 60.0)
    )


def _ground(alp: Alp, params: Params) -> Node:
    made = _country.sheet(
        alp.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0095, fine_step_rad=0.0050
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.5 * noise.fractal(x / 24.0, y / 24.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    tint = (grass + (tip - grass) * 0.5 * patch) * 0.85
    wood = _wooded(alp, x, y)
    tint = tint + (np.array([0.028, 0.048, 0.018]) - tint) * wood[:, None]
    made = made.with_data("tint", tint).with_data("wood", wood)
    return _planting.node(
        "ground", made.with_data("trail", np.exp(-((alp.off_path(x, y) / 0.36) ** 4))), "ground", smooth=True
    )


def _firs(alp: Alp, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    eyes = corridor.eyes(5)
    n = 14_000
    r = 60.0 + 1900.0 * rng.random(n) ** 1.35
    turn = VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    keep = rng.random(n) < _wooded(alp, x, y) * 0.62
    near = np.array(
        [
            (-15.5, 22.0),
            (-18.5, 27.5),
            (-21.0, 20.0),
            (-13.5, 31.0),
            (-24.0, 33.0),
            (-19.0, 38.0),
            (17.5, 30.0),
            (21.0, 34.5),
        ]
    )
    x, y = np.concatenate([near[:, 0], x[keep]]), np.concatenate([near[:, 1], y[keep]])
    scales = np.concatenate(
        [np.array([0.95, 1.15, 0.8, 0.6, 1.2, 1.0, 0.7, 1.0]), 0.7 + 0.75 * rng.random(int(keep.sum()))]
    )
    points = np.column_stack([x, y, alp.height(x, y) - 0.15])
    snow = 0.75 if params.season == "winter" else 0.0
    larches = {"autumn": 0.35, "spring": 0.0}.get(params.season, 0.0)
    return _alps.conifers("alp", points, scales, eyes, rng, snow=snow, larches=larches), np.column_stack(
        [near, np.full(len(near), 1.6)]
    )


def _rocks(alp: Alp, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    n = 320
    x, y = rng.uniform(-26, 26, n), rng.uniform(-8, 52, n)
    scales = 0.10 + 1.15 * rng.random(n) ** 3.2
    keep = (alp.off_path(x, y) > 1.1 + 1.2 * scales) & (corridor.off_axis(x, y) > 1.9 + 1.2 * scales)
    keep &= noise.fractal(x / 10, y / 10, 3, seed=params.seed + 8) > -0.03
    x, y, scales = x[keep], y[keep], scales[keep]
    snow = 1.0 if params.season == "winter" else 0.0
    made = [
        _planting.node(
            f"rock_{k}", _ground_cover.boulder(k + 1, snow=snow), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    points = np.column_stack([x, y, alp.height(x, y) - 0.16 * scales])
    nodes = _planting.scattered("rocks", made, points, scales, rng, tilt_rad=0.25)
    return nodes, np.column_stack([x, y, 1.1 * scales])[scales > 0.35]


def _growth(alp: Alp, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Short grass and alpine flowers, none on the path."""
    eyes = corridor.eyes(6)
    winter = params.season == "winter"

    def free(x: F64, y: F64) -> F64:
        drift = 0.55 + 1.2 * noise.fractal(x / 6.0, y / 6.0, 3, seed=params.seed + 4)
        there = np.clip((alp.off_path(x, y) - 0.3) / 0.5, 0, 1) * np.clip(drift, 0.1, 1.0)
        return np.asarray(there * np.where(drift > 0.75, 0.25, 0.0) if winter else there)

    grass, tip = _GRASS[params.season]
    blades = _grasses.Blades(height_m=0.21, wind=params.wind, wild=0.7, color=grass, tip=tip, ears=0.08)
    belts = (
        _grasses.Belt(0.0, 14.0, 5.0, 70, 0.0055, 0.5),
        _grasses.Belt(14.0, 36.0, 1.7, 56, 0.012, 0.9, 1.1),
        _grasses.Belt(36.0, 80.0, 0.4, 40, 0.03, 1.7, 1.3),
    )
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, alp.height, free, rng, belts=belts)
    if params.season in ("spring", "summer"):
        gentian = _grasses.CORNFLOWER._replace(stem_m=0.15, petal=(0.035, 0.05, 0.60))
        arnica = _grasses.BUTTERCUP._replace(stem_m=0.22, head_m=0.022)
        daisy = _grasses.DAISY._replace(stem_m=0.2)
        for k, (name, flower, density) in enumerate(
            (("gentian", gentian, 1.4), ("arnica", arnica, 1.5), ("daisy", daisy, 1.2))
        ):
            nodes += _grasses.bloom(
                name,
                flower,
                eyes,
                VIEW_YAW_RAD,
                alp.height,
                free,
                rng,
                density=density,
                seed=params.seed + 31 * k,
                patch_m=5.0,
            )
    return nodes


def _materials(season: Season) -> dict[str, Material]:
    winter = season == "winter"
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 2.6)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    path = (0.70, 0.74, 0.81) if winter else cmul((0.22, 0.19, 0.155), speckle)
    field = cmul(attribute("tint"), speckle)
    if winter:
        field = mix(SNOW, path, attribute("trail"))
    else:
        field = mix(field, path, attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.4, 1.0))
    grey = mix((0.15, 0.145, 0.138), (0.34, 0.325, 0.305), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7))
    lichen = mix(grey, (0.26, 0.25, 0.10), remap(op("z", fine), 0.66, 0.78) * 0.6)
    return {
        "ground": _alps.surface(field, tree_line_m=60.0, snow_line_m=250.0 if season == "spring" else 330.0, snowy=winter),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=_GRASS[season][0], **plain),
        "needles": _alps.needles(winter),
        "bark": Material(color=(0.06, 0.04, 0.027), **plain),
        "rock": Material(
            color=mix(lichen, SNOW, remap(attribute("snow"), 0.4, 0.6)) if winter else lichen, preview=(0.24, 0.23, 0.22), **plain
        ),
    }  # fmt: skip
