"""A mountain lake: a pebble shore with reeds and a jetty, still water that mirrors wooded slopes and peaks."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _alps,
    _broadleaf,
    _country,
    _grasses,
    _ground_cover,
    _open_sky,
    _patterns,
    _planting,
    _water,
)
from filmwright.content.environments._alps import SNOW, Range
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._broadleaf import OAK
from filmwright.content.environments._country import Season, ease, season_of
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mapping, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("lake", "mountain lake", "alpine lake", "lake shore")
EXAMPLE = "A woman in a blue coat stands at a lake at dawn"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "water", "reflections", "mountains", "pines", "trees", "rocks", "tall_grass", "horizon", "moving_clouds", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("fresh_water", "lakeside", "pond")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.02
MARK_Y_M = 2.6
_REACH_M = 4600.0
_MIDDLE, _SHORE = (40.0, 407.0), (520.0, 400.0)  # of the lake's ellipse: its middle and its half axes
_JETTY = (5.2, 4.6, 1.5, 19.0, 0.42)  # x, where it begins, width, length, height over the water
_AFLOAT = (-3.6, 24.0)

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.42, 2600.0),
    "morning": (1.45, 5500.0),
    "noon": (2.0, 7000.0),
    "afternoon": (-1.6, 6000.0),
    "golden_hour": (-1.2, 4200.0),
    "dusk": (-0.36, 3600.0),
    "blue_hour": (-0.8, 3600.0),
    "night": (0.5, 4500.0),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.075, 0.15, 0.025), (0.15, 0.22, 0.05)),
    "summer": ((0.075, 0.125, 0.025), (0.20, 0.20, 0.06)),
    "autumn": ((0.19, 0.145, 0.05), (0.38, 0.27, 0.10)),
    "winter": ((0.30, 0.22, 0.12), (0.42, 0.31, 0.17)),
}
_LEAVES: dict[Season, Color] = {
    "spring": (0.10, 0.17, 0.024), "summer": (0.070, 0.125, 0.020), "autumn": (0.46, 0.24, 0.020), "winter": (0.12, 0.09, 0.07),
}  # fmt: skip


class Basin(NamedTuple):
    """The lie of the land round a lake whose surface is z = 0."""

    seed: int
    peaks: Range

    def beyond(self, x: F64, y: F64) -> F64:
        """Metres from the shore, negative in the lake, about."""
        e = np.hypot((x - _MIDDLE[0]) / _SHORE[0], (y - _MIDDLE[1]) / _SHORE[1])
        near = ease((60.0 - y) / 40.0)
        bays = noise.fractal(x / 90.0, y / 90.0, 4, seed=self.seed + 5) * 46.0 * (1 - near)
        small = noise.fractal(x / 13.0, y / 13.0, 3, seed=self.seed + 6) * 3.4
        return np.asarray((e - 1.0) * _SHORE[1] + bays + small * (0.5 + 0.5 * (1 - near)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground over the water in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        out = self.beyond(x, y)
        far = ease((y - 60.0) / 120.0)
        here = 0.06 * np.minimum(out, 3.0) + 0.15 * np.clip(out - 3.0, 0, 17.0) + 0.03 * np.clip(out - 20.0, 0, None)
        across = 0.10 * out + 0.10 * np.clip(out - 12.0, 0, 500.0)
        land = np.where(out > 0, here + (across - here) * far, np.maximum(out * 0.14, -7.0))
        rolling = noise.fractal(x * 0.02 + 2, y * 0.02, 4, seed=self.seed + 1) * 1.6 * ease((out - 3.0) / 14.0)
        bumps = noise.fractal(x * 0.22, y * 0.22, 3, seed=self.seed + 2) * 0.16 * ease((out + 0.5) / 2.5)
        hills = (
            (noise.fractal(x * 0.0042, y * 0.0042, 5, seed=self.seed + 3) + 0.15)
            * 80.0
            * ease((out - 15.0) / 260.0)
            * far
        )
        return np.asarray(land + rolling + bumps + hills + self.peaks.height(x, y) * ease((out - 60.0) / 400.0))


class Params(NamedTuple):
    """One lake: when it is, what stands round it."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5
    wind: float = 0.12
    summit_m: float = 280.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A lake for a shot."""
    season = season_of(shot, "summer")
    wind = {"still": 0.02, "breeze": 0.12, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.12)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        clouds=float(rng.uniform(0.46, 0.58)),
        wind=wind,
        summit_m=float(rng.uniform(230.0, 330.0)),
    )


def build(params: Params) -> Setting:
    """The lake as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 88])
    peaks = Range(
        params.seed, high_m=600.0, from_m=1000.0, full_m=2900.0, summit=(-420.0, 3000.0, params.summit_m, 560.0)
    )
    basin = Basin(params.seed, peaks)
    mark_at = (-0.8, MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=13.0, forward_m=2.0)
    trees, trunks = _trees(basin, params, rng, corridor)
    shore, stones = _stones(basin, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    jx, jy, wide, long, _ = _JETTY
    jetty = np.column_stack([np.full(12, jx), np.linspace(jy, jy + long, 12), np.full(12, wide / 2)])
    return Setting(
        nodes=(
            _ground(basin, params),
            _planting.node("water", shapes.grid([-600.0, 700.0], [-20.0, 960.0]), "water"),
            _planting.node("jetty", _jetty(rng), "wood"),
            *trees, *shore, *_growth(basin, params, rng, corridor), *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Basin.height, basin),
        marks=_marks(basin, mark_at),
        obstacles=np.concatenate([trunks, stones, jetty]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=35.0,
        camera_height_m=2.1,
        view_fall_rad=0.4,
        move_limits_m=(2.5, 5.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, 0.0),
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the lake at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 0.2, "golden_hour": 0.6}.get(time, 0.45)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn", "dusk"):  # high enough to reach over the mountains
        return found._replace(sun=found.sun._replace(elevation_rad=0.2))
    return found


def _marks(basin: Basin, at: tuple[float, float]) -> tuple[Mark, ...]:
    """On the shore, walking along it towards the camera; afloat past the end of the jetty."""
    y = np.arange(5.6, -15.0, -1.0)
    ashore = Mark(
        position=(at[0], at[1], _country.level_ground(basin.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((at[0] + 0.02 * (at[1] - float(b)), float(b)) for b in y),
        back_m=11.0,
        radius_m=3.0,
    )
    line = np.linspace(12.0, -12.0, 17)
    path = tuple((_AFLOAT[0] + float(d), _AFLOAT[1] + 0.35 * float(d)) for d in line)
    return ashore, Mark((*_AFLOAT, 0.0), VIEW_YAW_RAD, kind="water", path=path, back_m=15.0, radius_m=3.0)


def _wooded(basin: Basin, x: F64, y: F64) -> F64:
    """0..1: where trees stand: on the slopes round the lake, up to the tree line."""
    copse = noise.fractal(x * 0.006 + 1, y * 0.006, 4, seed=basin.seed + 11)
    out, high = basin.beyond(x, y), basin.height(x, y)
    there = np.clip((copse + 0.14) / 0.05, 0, 1) * ease((out - 5.0) / 6.0) * (1 - ease((high - 190.0) / 110.0))
    return np.asarray(there * ease((y - 40.0) / 30.0))


def _ground(basin: Basin, params: Params) -> Node:
    made = _country.sheet(
        basin.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0105,
        fine_step_rad=0.0058,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.5 * noise.fractal(x / 24.0, y / 24.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    tint = (grass + (tip - grass) * 0.5 * patch) * 0.85
    wood = _wooded(basin, x, y)
    tint = tint + (np.array([0.028, 0.048, 0.018]) - tint) * wood[:, None]
    out = basin.beyond(x, y)
    pebbly = 1 - ease((out + 4.0 * noise.fractal(x / 5.0, y / 5.0, 3, seed=params.seed + 9) - 5.2) / 2.5)
    made = made.with_data("tint", tint).with_data("wood", wood)
    made = made.with_data("pebbly", pebbly * (y < 60)).with_data("wet", 1 - ease((made.points[:, 2] - 0.03) / 0.12))
    return _planting.node("ground", made, "ground", smooth=True)


def _trees(basin: Basin, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Firs round the lake with broadleaf trees among them, and a few near ones that frame the view."""
    eyes = corridor.eyes(5)
    n = 22_000
    r = 60.0 + 2000.0 * rng.random(n) ** 1.2
    turn = VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    keep = rng.random(n) < _wooded(basin, x, y) * np.clip(0.75 - 0.0002 * r, 0.3, 1)
    near = np.array([(-13.5, 2.0), (-17.0, 6.5), (-15.0, -4.0), (-21.0, 1.0), (16.0, -2.5), (20.0, 2.5), (-27.0, 9.0)])
    x, y = np.concatenate([near[:, 0], x[keep]]), np.concatenate([near[:, 1], y[keep]])
    scales = np.concatenate([np.array([0.95, 1.2, 1.0, 1.3, 0.85, 1.1, 1.0]), 0.6 + 0.8 * rng.random(int(keep.sum()))])
    points = np.column_stack([x, y, basin.height(x, y) - 0.15])
    leafy = (rng.random(len(x)) < 0.34) & (np.arange(len(x)) >= len(near))
    snow = 0.75 if params.season == "winter" else 0.0
    larches = 0.2 if params.season == "autumn" else 0.0
    nodes = _alps.conifers("shore", points[~leafy], scales[~leafy], eyes, rng, snow=snow, larches=larches)
    crown = OAK._replace(clumps=26, clump=0.15)
    leaf = _LEAVES[params.season]

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, crown, leaf=leaf, bare=params.season == "winter")  # type: ignore[arg-type]

    nodes += _planting.graded(
        "leafy", make, ("leaves", "bark"), points[leafy], 0.75 * scales[leafy], _planting.distances(points[leafy], eyes), rng,
        grades=(_planting.Grade("mid", 95.0, 2), _planting.Grade("far", 1e9, 3)),
    )  # fmt: skip
    return nodes, np.column_stack([near, np.full(len(near), 1.8)])


def _stones(basin: Basin, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Pebbles of the shore, and boulders in the shallows and beside the path."""
    made = [
        _planting.node(
            f"stone_{k}", _ground_cover.boulder(k + 1, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    n = 1500
    x, y = rng.uniform(-22, 22, n), rng.uniform(-4, 12, n)
    scales = 0.02 + 0.09 * rng.random(n) ** 3
    keep = (basin.beyond(x, y) < 6.0) & (basin.beyond(x, y) > -2.0)
    x, y, scales = x[keep], y[keep], scales[keep]
    nodes: list[Node] = _planting.scattered(
        "pebbles", made, np.column_stack([x, y, basin.height(x, y)]), scales, rng, tilt_rad=0.5
    )
    n = 110
    x, y = rng.uniform(-24, 24, n), rng.uniform(-8, 18, n)
    scales = 0.18 + 0.75 * rng.random(n) ** 2.5
    out = basin.beyond(x, y)
    keep = (
        (out > -7.0)
        & (out < 14.0)
        & (np.abs(x + 0.8) > 1.9 + 1.2 * scales)
        & (corridor.off_axis(x, y) > 1.7 + 1.2 * scales)
    )
    keep &= (np.abs(x - _JETTY[0]) > 1.4 + scales) | (y < _JETTY[1] - 2)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, basin.height(x, y) - 0.12 * scales])
    big = [m.model_copy(update={"name": f"boulder_{k}"}) for k, m in enumerate(made)]
    return nodes + _planting.scattered("boulders", big, points, scales, rng, tilt_rad=0.25), np.column_stack(
        [x, y, 1.1 * scales]
    )[scales > 0.35]


def _jetty(rng: np.random.Generator) -> Shape:
    """Planks on posts, out over the water."""
    x, y, wide, long, high = _JETTY
    parts = []
    for at in np.arange(y, y + long, 0.16):
        tilt = rng.normal(0, 0.006)
        plank = shapes.box((wide + rng.normal(0, 0.02), 0.145, 0.035), bevel=0.006).turned(shapes.rotation(y=tilt))
        parts.append(
            plank.moved((x, at, high + rng.normal(0, 0.003))).with_data("tint", (0.24 * rng.uniform(0.75, 1.2),) * 3)
        )
    for side in (-1, 1):
        parts.append(
            shapes.box((0.08, long, 0.14), center=(x + side * wide * 0.4, y + long / 2, high - 0.09)).with_data(
                "tint", (0.18,) * 3
            )
        )
        for at in np.arange(y + 2.5, y + long + 0.1, 3.4):
            top = high + (0.55 if at > y + long - 1 or rng.random() < 0.3 else 0.06)
            post = shapes.lathe([(0.08, -4.0), (0.08, top - 0.02), (0.06, top)], sides=9)
            parts.append(post.moved((x + side * wide * 0.5, at, 0.0)).with_data("tint", (0.16,) * 3))
    return shapes.join(parts)


def _growth(basin: Basin, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Grass up the shore, reeds in the shallows."""
    eyes = corridor.eyes(6)
    grass, tip = _GRASS[params.season]

    def up(x: F64, y: F64) -> F64:
        out = basin.beyond(x, y) + 4.0 * noise.fractal(x / 5.0, y / 5.0, 3, seed=params.seed + 9)
        drift = 0.6 + 1.1 * noise.fractal(x / 6.0, y / 6.0, 3, seed=params.seed + 4)
        return np.asarray(
            ease((out - 5.0) / 2.0) * np.clip(drift, 0.12, 1.0) * np.clip((np.abs(x + 0.8) - 0.3) / 0.5, 0.25, 1)
        )

    def reedy(x: F64, y: F64) -> F64:
        out = basin.beyond(x, y)
        band = np.exp(-(((out + 1.6) / 2.0) ** 4))
        drift = noise.fractal(x / 7.0, y / 7.0, 3, seed=params.seed + 5)
        aside = ease((np.abs(x + 0.8) - 4.5) / 2.0) * (np.abs(x - _JETTY[0]) > 1.3)
        return np.asarray(band * np.clip((drift + 0.02) / 0.1, 0, 1) * aside)

    blades = _grasses.Blades(height_m=0.3, wind=params.wind, color=grass, tip=tip, ears=0.08)
    belts = (_grasses.Belt(0.0, 14.0, 4.5, 60, 0.0055, 0.5), _grasses.Belt(14.0, 40.0, 1.2, 50, 0.013, 0.9))
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, basin.height, up, rng, belts=belts)
    reed = _grasses.Blades(
        height_m=1.25, wind=params.wind, wild=0.3, color=(0.10, 0.13, 0.035), tip=(0.30, 0.24, 0.10), ears=0.12
    )
    belts = (_grasses.Belt(0.0, 22.0, 3.0, 34, 0.011, 0.5), _grasses.Belt(22.0, 60.0, 0.8, 34, 0.03, 1.0))
    return nodes + _grasses.strewn("reeds", reed, eyes, VIEW_YAW_RAD, basin.height, reedy, rng, belts=belts)


def _materials(params: Params) -> dict[str, Material]:
    winter = params.season == "winter"
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.9)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    pebbles = cmul((0.235, 0.215, 0.185), speckle)
    wet = attribute("wet")
    field = SNOW if winter else cmul(attribute("tint"), speckle)
    field = mix(mix(field, pebbles, attribute("pebbly")), (0.045, 0.042, 0.036), wet * 0.8)
    grey = mix((0.13, 0.127, 0.122), (0.32, 0.305, 0.285), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7))
    soaked = remap(op("z", coords()), 0.02, 0.14, 0.42, 1.0)
    far = op("camera_distance")
    time = op("time")
    calm = 0.25 + 3.0 * params.wind
    drift = _patterns.laid("foam", 3.4, turn_rad=0.4, moved=op("combine", time * 0.16, time * -0.09, 0.0))
    counter = _patterns.laid("foam", 8.7, turn_rad=-0.5, moved=op("combine", time * -0.12, time * 0.20, 0.0))
    # Cat's paws: streaks far out where a breath of wind roughens the mirror.
    breath = op("z", _patterns.repeated("foam", mapping(coords(), scale=(1 / 210.0, 1 / 74.0, 0.0))))
    ruffled = remap(breath, 0.56, 0.70) * remap(far, 40.0, 120.0)
    grain_wood = op("y", _patterns.repeated("turf", mapping(coords(), scale=(0.9, 7.0, 0.0))))
    return {
        "ground": _alps.surface(field, tree_line_m=170.0, snow_line_m=300.0, snowy=winter),
        "water": Material(
            color=(0.006, 0.020, 0.022),
            roughness=remap(far, 15.0, 500.0, 0.015, 0.03) + ruffled * 0.14,
            specular=0.5,
            ior=1.333,
            bumps=(Bump(height=op("z", drift) * 0.4 + op("z", counter), strength=remap(far, 6.0, 90.0, 0.10 * calm, 0.0025 * calm),
                        distance_m=0.06),),
            preview=(0.16, 0.22, 0.26),
        ),
        "wood": Material(
            color=cmul(attribute("tint"), mix((0.75, 0.68, 0.60), (1.35, 1.25, 1.10), remap(grain_wood, 0.3, 0.7))),
            preview=(0.2, 0.18, 0.16), **plain,
        ),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=_GRASS[params.season][0], **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=_LEAVES[params.season], **plain),
        "needles": _alps.needles(winter),
        "bark": Material(color=(0.06, 0.042, 0.03), **plain),
        "rock": Material(color=cmul(grey, op("combine", soaked, soaked, soaked)), preview=(0.22, 0.21, 0.20), **plain),
    }  # fmt: skip
