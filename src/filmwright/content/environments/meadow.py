"""A flowering meadow among rolling hills: a trodden path, an oak on a knoll, birches, fields and woods in the blue beyond."""

from __future__ import annotations

from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _broadleaf,
    _country,
    _grasses,
    _ground_cover,
    _open_sky,
    _patterns,
    _planting,
)
from filmwright.content.environments._broadleaf import BIRCH, LINDEN, OAK, SHRUB, Habit
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._hills import REACH_M, Hills, Parcels
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("meadow", "flower meadow", "wildflower meadow", "grassy hill", "green meadow")
EXAMPLE = "A woman in a red dress walks in a meadow in the morning"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "trees", "tall_grass", "wildflowers", "mountains", "horizon", "moving_clouds", "floor", "shadows", "rocks",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = (
    "field", "pasture", "grassland", "prairie", "flower_field", "hill", "countryside", "outdoors", "plain",
    "trail", "hiking_trail", "country_road",
)  # fmt: skip
"""Places it is as well: nothing is missing when one of them is asked for."""
ALSO_IN_SNOW = ("snowfield",)
"""Places it is as well when snow lies: nothing is missing then if one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = 0.04
MARK_Y_M = 10.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.44, 1500.0),
    "morning": (1.75, 2400.0),
    "noon": (-2.0, 3400.0),
    "afternoon": (-1.25, 2800.0),
    "golden_hour": (0.27, 1900.0),
    "dusk": (0.34, 1900.0),
    "blue_hour": (-0.6, 1600.0),
    "night": (-0.8, 1700.0),
}


_DISC = ("dawn", "golden_hour", "dusk")  # the sun itself stands in the picture


class _Look(NamedTuple):
    """The colors of a season: grass and its tips, the ground under it, the fields of the hills, leaves, how many flowers."""

    grass: Color
    tip: Color
    ground: Color
    parcels: tuple[Color, ...]
    leaf: Color
    other_leaf: Color
    wood: Color
    flowers: float


_LOOKS: dict[Season, _Look] = {
    "spring": _Look(
        (0.085, 0.175, 0.022), (0.16, 0.26, 0.05), (0.062, 0.112, 0.022),
        ((0.075, 0.15, 0.028), (0.10, 0.18, 0.03), (0.055, 0.12, 0.03), (0.35, 0.31, 0.03), (0.13, 0.10, 0.06)),
        (0.095, 0.165, 0.022), (0.13, 0.20, 0.035), (0.040, 0.075, 0.018), 1.0,
    ),
    "summer": _Look(
        (0.080, 0.142, 0.022), (0.24, 0.235, 0.075), (0.070, 0.098, 0.024),
        ((0.085, 0.135, 0.028), (0.115, 0.165, 0.03), (0.33, 0.24, 0.075), (0.055, 0.10, 0.025), (0.21, 0.20, 0.05)),
        (0.075, 0.128, 0.020), (0.105, 0.155, 0.030), (0.030, 0.056, 0.014), 0.85,
    ),
    "autumn": _Look(
        (0.155, 0.135, 0.035), (0.34, 0.255, 0.10), (0.115, 0.095, 0.036),
        ((0.13, 0.12, 0.035), (0.21, 0.155, 0.06), (0.12, 0.085, 0.055), (0.085, 0.105, 0.03), (0.26, 0.19, 0.07)),
        (0.34, 0.125, 0.016), (0.42, 0.245, 0.025), (0.17, 0.085, 0.02), 0.06,
    ),
    "winter": _Look(
        (0.30, 0.22, 0.115), (0.42, 0.31, 0.17), (0.83, 0.86, 0.92),
        ((0.80, 0.84, 0.91), (0.82, 0.86, 0.92)),
        (0.1, 0.08, 0.06), (0.1, 0.08, 0.06), (0.16, 0.15, 0.16), 0.0,
    ),
}  # fmt: skip
_SNOW: Color = (0.83, 0.86, 0.92)
_DIRT: Color = (0.21, 0.155, 0.095)


class Params(NamedTuple):
    """One meadow: when it is, and how the land lies."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.12
    clouds: float = 0.55
    oak: tuple[float, float] = (-15.0, 50.0)


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A meadow for a shot."""
    place = shot.place
    season: Season = "spring" if "wildflowers" in place.features else "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    elif place.ground == "leaves":
        season = "autumn"
    wind = {"still": 0.02, "breeze": 0.12, "strong": 0.34}.get(shot.weather.wind or "breeze", 0.12)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        wind=wind,
        clouds=float(rng.uniform(0.5, 0.62)),
        oak=(float(rng.uniform(-19.0, -13.0)), float(rng.uniform(44.0, 56.0))),
    )


def build(params: Params) -> Setting:
    """The meadow as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 21])
    look = _LOOKS[params.season]
    hills = Hills(seed=params.seed, knoll=(*params.oak, 2.6, 20.0))
    mark_at = (float(hills.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD)
    eyes = corridor.eyes(6)
    trees, obstacles = _trees(hills, params, look, rng, eyes)
    rocks, stones = _rocks(hills, params, rng, corridor)
    nodes: list[Node] = [_ground(hills, params, look), *trees, *rocks]
    nodes += _growth(hills, params, look, rng, eyes)
    nodes += _woods(hills, params, look, rng, eyes)
    outdoors = sky_of(params.time, params.clouds, snow=params.season == "winter")
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params.season),
        world=light.world,
        ground=partial(Hills.height, hills),
        marks=(_mark(hills, mark_at),),
        obstacles=np.concatenate([obstacles, stones]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.5,
        move_limits_m=(3.0, 7.0, 4.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the meadow at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.0 if snow else 0.4 if time == "night" else 0.8
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in _DISC)


def _mark(hills: Hills, at: tuple[float, float]) -> Mark:
    y = np.arange(34.0, -17.0, -1.0)
    x = hills.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(hills.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=20.0,
        radius_m=8.0,
    )


def _ground(hills: Hills, params: Params, look: _Look) -> Node:
    made = _country.sheet(hills.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=REACH_M)
    x, y = made.points[:, 0], made.points[:, 1]
    r = np.hypot(x, y)
    parcels = Parcels(params.seed, palette=look.parcels)
    meadow = (
        np.asarray(look.ground) * (0.82 + 0.7 * (noise.fractal(x / 26, y / 26, 4, seed=params.seed) + 0.2))[:, None]
    )
    fields = parcels.colors(x, y)
    far = _country.ease((r - 130) / 60)[:, None]
    tint = meadow + (fields - meadow) * far
    wooded = hills.wooded(x, y)[:, None]
    tint = tint + (np.asarray(look.wood) * 0.8 - tint) * np.clip(wooded, 0, 1)
    made = made.with_data("tint", tint)
    made = made.with_data("trail", np.exp(-((hills.off_path(x, y) / 0.34) ** 4)))
    return _planting.node("ground", made, "ground", smooth=True)


def _trees(hills: Hills, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    """The trees one sees singly: the oak, a few birches to the right, lindens and shrubs behind."""
    bare = params.season == "winter"
    snow = 0.7 if bare else 0.0
    ox, oy = params.oak
    groups = (
        ("oak", OAK, look.leaf, np.array([(ox, oy), (ox - 26, oy + 62), (34.0, 128.0)]), (1.12, 0.95, 1.0)),
        (
            "birch", BIRCH, look.other_leaf,
            np.array([(17.5, 33.0), (20.5, 36.5), (15.8, 38.5), (24.5, 33.5), (-44.0, 60.0), (-47.0, 66.0)]),
            (0.95, 1.1, 0.78, 1.0, 1.0, 0.9),
        ),
        (
            "linden", LINDEN, look.leaf,
            np.array([(40.0, 92.0), (47.0, 99.0), (-70.0, 120.0), (8.0, 150.0), (62.0, 78.0), (-58.0, 105.0)]),
            (1.0, 0.85, 1.1, 1.0, 1.05, 0.9),
        ),
        (
            "shrub", SHRUB, look.leaf,
            np.array([(ox + 7, oy + 3), (ox - 6, oy - 3), (23.0, 39.0), (19.0, 40.5), (44.0, 90.0), (-40.0, 62.0), (12.0, 92.0)]),
            (0.8, 1.0, 1.1, 0.8, 1.3, 1.2, 1.2),
        ),
    )  # fmt: skip
    nodes: list[Node] = []
    blocked = []
    for name, habit, leaf, at, sizes in groups:
        at = at + rng.normal(0, 0.8, at.shape)
        scales = np.array(sizes) * (0.94 + 0.12 * rng.random(len(at)))
        points = np.column_stack([at, hills.height(at[:, 0], at[:, 1]) - 0.05])

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=bare, snow=snow)  # type: ignore[arg-type]

        bark = "birch_bark" if name == "birch" else "bark"
        nodes += _planting.graded(
            name, make, ("leaves", bark), points, scales, _planting.distances(points, eyes), rng, grades=_GRADES
        )
        blocked.append(np.column_stack([at, np.full(len(at), 0.6) if name != "shrub" else scales]))
    return nodes, np.concatenate(blocked)


_GRADES = (
    _planting.Grade("near", 44.0, 2),
    _planting.Grade("mid", 110.0, 2),
    _planting.Grade("far", 1e9, 2),
)


def _woods(hills: Hills, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Copses and hedges on the hills: trees no larger than a few pixels."""
    n = 60_000
    r = 190 + 2100 * rng.random(n) ** 1.6
    turn = VIEW_YAW_RAD + rng.uniform(-1.0, 1.0, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    edge = Parcels(params.seed, palette=look.parcels).edge(x, y)
    hedge = (edge < 2.2) & (r < 1100) & (rng.random(n) < 0.95)
    wood = rng.random(n) < hills.wooded(x, y) * np.clip(0.20 - 0.00008 * r, 0.05, 1)
    keep = hedge | wood
    x, y, hedge = x[keep], y[keep], hedge[keep]
    points = np.column_stack([x, y, hills.height(x, y) - 0.3])
    scales = np.where(hedge, 0.28 + 0.5 * rng.random(len(x)) ** 2, 0.75 + 0.4 * rng.random(len(x)))
    bare = params.season == "winter"
    nodes: list[Node] = []
    for k, leaf in enumerate((look.leaf, look.other_leaf, look.wood)):
        made = [
            _planting.node(
                f"wood_{k}_{j}",
                _broadleaf.broadleaf(50 + 3 * k + j, "far", OAK._replace(clumps=24, clump=0.16), leaf=leaf, bare=bare),
                "leaves",
                "bark",
                visible=False,
            )
            for j in range(2)
        ]
        chosen = rng.random(len(points)) < (0.34, 0.5, 1.0)[k]
        nodes += _planting.scattered(f"wood_{k}", made, points[chosen], scales[chosen], rng)
        points, scales = points[~chosen], scales[~chosen]
    return nodes


def _rocks(hills: Hills, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    n = 60
    x, y = rng.uniform(-26, 26, n), rng.uniform(0, 70, n)
    scales = 0.12 + 0.5 * rng.random(n) ** 3
    keep = (hills.off_path(x, y) > 1.4 + scales) & (corridor.off_axis(x, y) > 2.6 + scales)
    keep &= noise.fractal(x / 12, y / 12, 3, seed=params.seed + 8) > 0.04
    x, y, scales = x[keep], y[keep], scales[keep]
    snow = 1.0 if params.season == "winter" else 0.0
    made = [
        _planting.node(f"stone_{k}", _ground_cover.boulder(k + 1, snow=snow), "rock", smooth=True, visible=False)
        for k in range(3)
    ]
    points = np.column_stack([x, y, hills.height(x, y) - 0.12 * scales])
    high = scales > 0.4
    return _planting.scattered("stones", made, points, scales, rng, tilt_rad=0.15), np.column_stack([x, y, scales])[
        high
    ]


def _growth(hills: Hills, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Grass and flowers, none on the path."""

    def free(x: F64, y: F64) -> F64:
        aside = hills.off_path(x, y)
        tall = 0.66 + 0.9 * noise.fractal(x / 7, y / 7, 3, seed=params.seed + 4)
        return np.asarray(np.clip((aside - 0.22) / 0.5, 0, 1) * np.clip(tall, 0.25, 1.0))

    winter = params.season == "winter"
    blades = _grasses.Blades(
        color=look.grass, tip=look.tip, wind=params.wind, ears=0.04 if params.season == "spring" else 0.12
    )

    def sparse(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 4, y / 4, 3, seed=params.seed + 4)
        return np.asarray(free(x, y) * np.clip((drift - 0.06) / 0.2, 0, 0.3))

    keep = sparse if winter else free
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, hills.height, keep, rng)
    if look.flowers < 0.05:
        return nodes
    kinds = (
        ("poppy", _grasses.POPPY, 1.9, 9.0), ("daisy", _grasses.DAISY, 2.6, 5.0), ("cornflower", _grasses.CORNFLOWER, 1.5, 6.0),
        ("buttercup", _grasses.BUTTERCUP, 2.2, 4.0), ("sage", _grasses.SAGE, 1.6, 7.0),
    )  # fmt: skip
    for k, (name, flower, density, patch_m) in enumerate(kinds):
        nodes += _grasses.bloom(
            name, flower, eyes, VIEW_YAW_RAD, hills.height, free, rng,
            density=density * look.flowers, seed=params.seed + 31 * k, patch_m=patch_m,
        )  # fmt: skip
    return nodes


def _materials(season: Season) -> dict[str, Material]:
    winter = season == "winter"
    look = _LOOKS[season]
    wide, fine = _patterns.laid("turf", 31.0, turn_rad=0.4), _patterns.laid("turf", 2.6)
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.72, 1.3)
    grain = remap(op("y", fine), 0.2, 0.8, 0.55, 1.45)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near * (0.15 if winter else 1.0))
    patches: Expr = op("combine", uneven * 1.06, uneven, uneven * 0.92)
    plain = {"specular": 0.0, "roughness": 0.9}
    field = cmul(attribute("tint"), speckle)
    if not winter:
        field = cmul(field, patches)
    trail: Value = (0.70, 0.74, 0.82) if winter else cmul(_DIRT, speckle)
    bark = (0.075, 0.06, 0.048)
    lying = attribute("snow") * remap(normal_z(), 0.25, 0.6)
    return {
        "ground": Material(
            color=mix(field, trail, attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.35, 1.0)),
            bumps=(Bump(height=op("z", fine) * near, strength=0.6, distance_m=0.06),),
            preview=look.ground,
            **plain,
        ),
        "grass": Material(
            color=attribute("tint") if winter else cmul(attribute("tint"), patches), translucent=0.3, preview=look.grass, **plain
        ),
        "leaves": Material(color=mix(attribute("tint"), _SNOW, lying), translucent=0.3, preview=look.leaf, **plain),
        "bark": Material(color=mix(attribute("tint"), _SNOW, lying), preview=bark, **plain),
        "birch_bark": Material(
            color=mix(
                mix((0.62, 0.60, 0.56), (0.05, 0.045, 0.04), remap(op("y", _patterns.laid("turf", 1.3)), 0.62, 0.8)), _SNOW, lying
            ),
            preview=(0.6, 0.58, 0.55),
            **plain,
        ),
        "rock": Material(
            color=mix(mix((0.13, 0.125, 0.115), (0.26, 0.25, 0.23), op("x", _patterns.laid("turf", 1.7))), _SNOW,
                      remap(attribute("snow"), 0.4, 0.6)),
            preview=(0.2, 0.19, 0.18),
            **plain,
        ),
    }  # fmt: skip
