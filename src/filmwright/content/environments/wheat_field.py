"""A field of ripe wheat: a narrow path through the ears, poppies along it, one old oak, hills with fields and woods beyond."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, cast

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._hills import REACH_M, Hills, Parcels
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("wheat field", "wheatfield", "field of wheat")
EXAMPLE = "A girl in a white dress walks through a wheat field at golden hour"
TIMES = ("golden_hour", "morning", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "tall_grass", "wildflowers", "mountains", "horizon", "moving_clouds", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
LANDMARKS = ("wheat", "barley")
"""Things that stand in it."""

VIEW_YAW_RAD = 0.04
MARK_Y_M = 10.0
_EDGE_M = 0.55  # from the middle of the path to the first ears
# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.44, 1500.0), "morning": (1.5, 2600.0), "noon": (-2.0, 3600.0), "afternoon": (-1.25, 3000.0),
    "golden_hour": (0.36, 2000.0), "dusk": (0.34, 1900.0), "blue_hour": (-0.6, 1700.0), "night": (-0.8, 1800.0),
}  # fmt: skip
_EARS: Color = (0.58, 0.40, 0.13)
_STRAW: Color = (0.42, 0.295, 0.088)
_LEAF: Color = (0.075, 0.125, 0.020)
_PARCELS: tuple[Color, ...] = (
    (0.34, 0.25, 0.08), (0.10, 0.15, 0.03), (0.40, 0.29, 0.09), (0.08, 0.125, 0.028), (0.26, 0.22, 0.06), (0.17, 0.125, 0.07),
)  # fmt: skip


class Params(NamedTuple):
    """One field: its hour, how the land lies, how the wind bends the ears."""

    seed: int = 7
    time: str = "golden_hour"
    wind: float = 0.14
    clouds: float = 0.55
    oak: tuple[float, float] = (-17.0, 64.0)


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A wheat field for a shot."""
    wind = {"still": 0.03, "breeze": 0.14, "strong": 0.36}.get(shot.weather.wind or "breeze", 0.14)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        wind=wind,
        clouds=float(rng.uniform(0.5, 0.62)),
        oak=(float(rng.uniform(-22.0, -14.0)), float(rng.uniform(58.0, 72.0))),
    )


def build(params: Params) -> Setting:
    """The field as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 23])
    hills = Hills(seed=params.seed, gentle_m=1.8, dell_m=2.5, bend_m=0.7, knoll=(*params.oak, 2.4, 26.0))
    mark_at = (float(hills.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    eyes = Corridor(mark_at, VIEW_YAW_RAD, back_m=18.0).eyes(6)
    trees, trunks = _trees(hills, params, rng, eyes)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(hills, params), *trees, *_growth(hills, params, rng, eyes), *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Hills.height, hills),
        marks=(_mark(hills, mark_at),),
        obstacles=trunks,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.5,
        view_fall_rad=0.5,
        move_limits_m=(3.0, 7.0, 4.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the field at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["golden_hour"])
    low = time in ("dawn", "golden_hour", "dusk")  # the sun itself stands in the picture
    stops = {"night": 0.4, "golden_hour": 0.75}.get(time, 0.55)
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def _mark(hills: Hills, at: tuple[float, float]) -> Mark:
    y = np.arange(32.0, -15.0, -1.0)
    return Mark(
        position=(*at, _country.level_ground(hills.height, *at)), view_yaw_rad=VIEW_YAW_RAD, back_m=18.0, radius_m=6.0,
        path=tuple((float(a), float(b)) for a, b in zip(hills.path_x(y), y, strict=True)),
    )  # fmt: skip


def _ground(hills: Hills, params: Params) -> Node:
    made = _country.sheet(hills.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=REACH_M)
    x, y = made.points[:, 0], made.points[:, 1]
    r = np.hypot(x, y)
    uneven = 0.85 + 0.5 * noise.fractal(x / 22.0, y / 22.0, 4, seed=params.seed)
    here = np.asarray(_STRAW) * (0.55 + 0.45 * _country.ease((r - 30.0) / 60.0))[:, None] * uneven[:, None]
    fields = Parcels(params.seed, palette=_PARCELS).colors(x, y)
    tint = here + (fields - here) * _country.ease((r - 150.0) / 40.0)[:, None]
    wooded = np.clip(hills.wooded(x, y), 0, 1)[:, None]
    tint = tint + (np.array([0.026, 0.046, 0.012]) - tint) * wooded
    made = made.with_data("tint", tint).with_data("trail", np.exp(-((hills.off_path(x, y) / 0.42) ** 4)))
    return _planting.node("ground", made, "ground", smooth=True)


def _trees(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    """The oak in the field, a few trees at its far edge, hedges and copses on the hills."""
    ox, oy = params.oak
    single = np.array(
        [(ox, oy), (46.0, 130.0), (58.0, 138.0), (-80.0, 150.0), (-92.0, 146.0), (20.0, 172.0), (30.0, 168.0)]
    )
    n = 36_000
    r = 170.0 + 2000.0 * rng.random(n) ** 1.6
    turn = VIEW_YAW_RAD + rng.uniform(-1.0, 1.0, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    hedge = (Parcels(params.seed, palette=_PARCELS).edge(x, y) < 2.2) & (r < 1000.0)
    keep = hedge | (rng.random(n) < hills.wooded(x, y) * np.clip(0.22 - 0.00008 * r, 0.05, 1))
    at = np.concatenate([single, np.column_stack([x, y])[keep]])
    many = np.where(hedge[keep], 0.3 + 0.5 * rng.random(int(keep.sum())) ** 2, 0.75 + 0.4 * rng.random(int(keep.sum())))
    scales = np.concatenate([[1.25, 0.9, 0.7, 1.0, 0.8, 0.75, 0.6], many])
    points = np.column_stack([at, hills.height(at[:, 0], at[:, 1]) - 0.1])
    away = _planting.distances(points, eyes)
    nodes: list[Node] = []
    linden = (rng.random(len(at)) < 0.4) & (np.arange(len(at)) > 0)
    for name, habit, leaf, chosen in (("oak", OAK, _LEAF, ~linden), ("linden", LINDEN, (0.095, 0.145, 0.026), linden)):

        def make(kind: int, detail: str, habit: _broadleaf.Habit = habit, leaf: Color = leaf) -> Shape:
            fewer = habit._replace(clumps=24, clump=0.16) if detail == "far" else habit
            return _broadleaf.broadleaf(params.seed + kind, cast(_broadleaf.Detail, detail), fewer, leaf=leaf)

        nodes += _planting.graded(
            name, make, ("leaves", "bark"), points[chosen], scales[chosen], away[chosen], rng,
            grades=(_planting.Grade("near", 75.0, 1), _planting.Grade("mid", 165.0, 2), _planting.Grade("far", 1e9, 3)),
        )  # fmt: skip
    return nodes, np.array([(ox, oy, 0.8)])


def _growth(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Wheat to the edges of the path; grass and poppies where it is thin."""

    def wheat(x: F64, y: F64) -> F64:
        aside = hills.off_path(x, y)
        inside = np.clip((aside - _EDGE_M) / 0.25, 0, 1) * (np.hypot(x, y) < 150.0)
        return np.asarray(inside * (0.92 + 0.5 * noise.fractal(x / 9.0, y / 9.0, 3, seed=params.seed + 4)))

    def verge(x: F64, y: F64) -> F64:
        aside = hills.off_path(x, y)
        return np.asarray(np.clip((aside - 0.25) / 0.2, 0, 1) * np.clip((1.5 - aside) / 0.7, 0, 1))

    ears = _grasses.Blades(height_m=0.58, wind=params.wind, wild=0.16, color=_STRAW, tip=_EARS, ears=0.62)
    thick = (
        _grasses.Belt(0.0, 15.0, 10.0, 64, 0.0075, 0.42),
        _grasses.Belt(15.0, 42.0, 3.0, 60, 0.017, 0.8),
        _grasses.Belt(42.0, 130.0, 0.5, 50, 0.055, 1.8),
    )
    nodes = _grasses.strewn("wheat", ears, eyes, VIEW_YAW_RAD, hills.height, wheat, rng, belts=thick)
    green = _grasses.Blades(
        height_m=0.22, wind=params.wind, color=(0.09, 0.14, 0.026), tip=(0.24, 0.22, 0.07), ears=0.1
    )
    near = (_grasses.Belt(0.0, 16.0, 4.0, 50, 0.006, 0.35),)
    nodes += _grasses.strewn("grass", green, eyes, VIEW_YAW_RAD, hills.height, verge, rng, belts=near)
    poppy = _grasses.POPPY._replace(stem_m=0.62)
    cornflower = _grasses.CORNFLOWER._replace(stem_m=0.52)
    for name, flower, density in (("poppy", poppy, 5.0), ("cornflower", cornflower, 3.0)):
        nodes += _grasses.bloom(
            name,
            flower,
            eyes,
            VIEW_YAW_RAD,
            hills.height,
            verge,
            rng,
            density=2.0 * density,
            seed=params.seed + 31,
            patch_m=7.0,
        )
    return nodes


def _materials() -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 31.0, turn_rad=0.4), _patterns.laid("turf", 2.3)
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.78, 1.25)
    patches = op("combine", uneven * 1.04, uneven, uneven * 0.92)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    return {
        "ground": Material(
            color=cmul(mix(cmul(attribute("tint"), patches), (0.25, 0.185, 0.11), attribute("trail")), speckle),
            bumps=(Bump(height=op("z", fine) * near, strength=0.6, distance_m=0.05),), preview=_STRAW, **plain,
        ),
        "grass": Material(color=cmul(attribute("tint"), patches), translucent=0.35, preview=_EARS, **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=_LEAF, **plain),
        "bark": Material(color=attribute("tint"), preview=(0.075, 0.06, 0.048), **plain),
    }  # fmt: skip
