"""A fairground: a promenade between striped booths under strings of pennants and bulbs, a carousel that goes round, a ferris wheel that
turns at its end, a roller coaster over the trees. After dark all of it shines."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _open_sky, _passers, _patterns, _planting
from filmwright.content.environments._fair import booths, rides
from filmwright.content.environments._fair.rides import CAROUSEL, DECK_RADIUS_M, WARM
from filmwright.content.environments._street.crowd import Lie
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("amusement park",)
EXAMPLE = "A girl with a balloon stands in an amusement park at dusk"
TIMES = ("golden_hour", "morning", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog", "snowfall")
FEATURES = (
    "string_lights", "signs", "streetlamps", "trees", "floor", "shadows", "moving_clouds", "city_lights", "roof", "horizon",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("fairground", "ferris_wheel", "carrousel")
"""Places it is as well: nothing is missing when one of them is asked for."""
LANDMARKS = ("ferris_wheel", "carousel", "market_stall", "kiosk", "roller_coaster")

VIEW_YAW_RAD = 0.0
MARK = (0.0, 7.0)
FRONT_M = 5.0  # from the middle of the promenade to the counters
_SUNS: dict[str, float] = {
    "dawn": 0.5, "morning": 2.5, "noon": -2.6, "afternoon": -2.4, "golden_hour": -2.15, "dusk": -0.3, "blue_hour": -0.5, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 up the promenade, clockwise). By eye."""
_GLOW = {"dawn": 0.6, "golden_hour": 0.45, "dusk": 0.72, "blue_hour": 1.0, "night": 1.0}
"""How much its lamps shine; by day they are on all the same, and pale. Chosen."""
_DAY_GLOW = 0.16
_LEAVES: dict[str, Color] = {
    "spring": (0.11, 0.18, 0.026), "summer": (0.060, 0.110, 0.020), "autumn": (0.40, 0.20, 0.022), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip


class Params(NamedTuple):
    """One fair: its hour, its season."""

    seed: int = 7
    time: str = "golden_hour"
    season: str = "summer"
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A fairground for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    if shot.place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.42, 0.58)))


def build(params: Params) -> Setting:
    """The fairground as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 617])
    glow = _GLOW.get(params.time, _DAY_GLOW)
    right = booths.row(rng, 1, FRONT_M, np.arange(0.6, 62.0, 5.4))
    left = booths.row(rng, -1, FRONT_M, np.array([-8.0, -2.4, 3.0, 8.6, 36.6, 42.0, 47.4, 52.8, 58.2]))
    posts = [(s * (FRONT_M - 1.35), float(y)) for s in (-1, 1) for y in np.arange(-3.0, 66.0, 11.0)]
    parts = [booths.booth(rng, b, near=-6 < b.y < 26) for b in (*left, *right)]
    parts += [booths.lamp_post(x, y) for x, y in posts]
    parts += [booths.balloons(rng, x, y) for x, y in ((3.2, 15.6), (-3.4, 34.2))]
    for k, y in enumerate(np.arange(17.0, 66.0, 6.5)):
        ends = np.array([(-FRONT_M + 1.35, y, 4.25), (FRONT_M - 1.35, y, 4.25)])
        parts.append(booths.hung(ends[0], ends[1], 0.5, lamps=k % 2 == 1))
    parts += [rides.wheel_stand(), rides.carousel_stand(), rides.coaster(), _railing()]
    trees = _trees(params, rng)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    sellers = [
        (b.x + 0.9 * math.copysign(1, b.x), b.y, b.yaw_rad + math.pi) for b in (*left, *right) if -1.0 < b.y < 40.0
    ]
    guests = [(-5.2, 14.4, 0.6), (-4.6, 14.9, 0.9), (2.9, 21.5, -1.4), (-3.2, 30.2, 1.1)]
    blocked = [(b.x + math.copysign(1.2, b.x), b.y + d, 1.3) for b in (*left, *right) for d in (-1.2, 0.0, 1.2)]
    blocked += [(x, y, 0.25) for x, y in posts]
    blocked += [(*CAROUSEL[:2], DECK_RADIUS_M + 1.6), (3.2, 15.6, 0.5)]
    nodes: list[Node] = [
        _ground(),
        _planting.node("fair", shapes.join(parts), "fair", smooth=True, sharp_rad=0.6),
        booths.names([*left, *right]),
        *trees,
        *_passers.still(_passers.standers(rng, _passers.SUMMER, [*sellers, *guests]), _LIE),
        *_lamps(glow),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, params) | _passers.materials(),
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        obstacles=np.array(blocked),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if glow > 0.5 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.5,
        lens_mm=32.0,
        camera_height_m=1.35,
        view_fall_rad=0.25,
        move_limits_m=(2.0, 7.0, 4.0),
        outdoors=outdoors,
        moving=partial(_moving, params.seed),
    )


def _level(x: F64, y: F64) -> F64:
    """The ground is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _straight(y: F64) -> F64:
    return np.zeros_like(np.asarray(y, float))


_LIE = Lie(_straight, _level)


def _moving(seed: int, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The rides and the people on the promenade at times (F,)."""
    rng = np.random.default_rng([seed, 618])
    who = _passers.people(rng, _passers.SUMMER, (-2.2, 1.9, -0.9, 2.5, 0.7, -1.6), 9, MARK[1], 2.6, planned_s)
    return (*rides.moving(seed, times_s), *_passers.moving(who, _LIE, times_s))


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the fair at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.8, "dusk": 0.55, "night": 0.2, "blue_hour": 0.25}.get(time, 0.55)
    found = _open_sky.outdoors(
        time, _SUNS.get(time, -2.4), 1500.0 if low else 2600.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    if time == "golden_hour":  # over the booths, onto the promenade
        return found._replace(sun=found.sun._replace(elevation_rad=0.36))
    return found


def _mark() -> Mark:
    """On the promenade, in the middle of a way towards the camera."""
    y = np.arange(36.0, -14.0, -1.0)
    return Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y),
        back_m=16.0,
        radius_m=2.4,
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark booths and rides find the hero: warm from the sides, from above and behind."""
    if glow < 0.7:
        return lamps
    return (
        *lamps,
        HeroLamp("booths", 1.0, 0.3, 4.0, 1.8, 120.0 * glow, WARM),
        HeroLamp("carousel", -2.2, 0.5, 5.0, 1.2, 260.0 * glow, (1.0, 0.50, 0.26)),
    )


def _lamps(glow: float) -> list[Node]:
    """After dark, the light that booths, posts and the carousel throw on the ground."""
    if glow < 0.55:
        return []
    spots: list[tuple[tuple[float, float, float], float, Color, float]] = []
    for y in (0.6, 11.4, 22.2, 33.0):
        spots.append(((FRONT_M - 0.2, y, 2.6), 120.0, WARM, 0.5))
    for y in (3.0, 36.6):
        spots.append(((-FRONT_M + 0.2, y, 2.6), 120.0, WARM, 0.5))
    spots.append(((CAROUSEL[0], CAROUSEL[1], 3.9), 620.0, WARM, 3.0))
    spots.append(((CAROUSEL[0] + 5.6, CAROUSEL[1] - 5.0, 4.6), 420.0, (1.0, 0.5, 0.24), 1.0))
    spots.append(((rides.WHEEL[0] - 4.0, rides.WHEEL[1] - 12.0, 9.0), 2600.0, (1.0, 0.45, 0.4), 4.0))
    return [
        Lamp(
            name=f"fair light {k}",
            kind="point",
            power_w=power * glow,
            color=color,
            size_m=(size, size),
            pose=Pose(location=at),
        )
        for k, (at, power, color, size) in enumerate(spots)
    ]


def _railing() -> Shape:
    """A low white fence about the carousel, open where one gets on."""
    parts = []
    turns = np.linspace(math.radians(-50), math.radians(250), 46) + math.radians(-20)
    at = np.asarray(CAROUSEL) + (DECK_RADIUS_M + 1.5) * np.column_stack([np.cos(turns), np.sin(turns), 0 * turns])
    for z in (0.45, 0.92):
        parts.append(shapes.sweep(at + (0, 0, z), 0.03, sides=6))
    for p in at:
        parts.append(shapes.box((0.06, 0.06, 0.98), center=p + (0, 0, 0.49)))
    return rides.of(shapes.join(parts), rides.WHITE)


def _trees(params: Params, rng: np.random.Generator) -> list[Node]:
    """Trees behind the booths and all about the ground."""
    y = np.arange(-12.0, 120.0, 7.5)
    x = np.concatenate([np.full(len(y), 14.0), np.full(len(y), -21.0), np.full(len(y), 23.0)])
    rows = np.column_stack([x, np.tile(y, 3)]) + rng.normal(0, 1.4, (3 * len(y), 2))
    wide = np.column_stack([rng.uniform(-150, 150, 190), rng.uniform(122.0, 200.0, 190)])
    sides = np.column_stack([rng.choice((-1, 1), 90) * rng.uniform(30, 120, 90), rng.uniform(20, 120, 90)])
    at = np.concatenate([rows, wide, sides])
    free = np.hypot(at[:, 0] - rides.WHEEL[0], at[:, 1] - rides.WHEEL[1]) > 17.0
    line = np.abs(at[:, 1] - 135.0) > 8.0
    before = (np.abs(at[:, 0] - 0.8 * rides.WHEEL[0]) < 17.0) & (at[:, 1] > 62.0) & (at[:, 1] < 118.0)
    at = at[free & line & ~before]
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = (_broadleaf.LINDEN, _broadleaf.OAK)[kind % 2]._replace(height_m=9.5)
        leaf = _LEAVES[params.season]
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=bare, snow=0.6 * bare)  # type: ignore[arg-type]

    grades = (_planting.Grade("mid", 60.0, 2), _planting.Grade("far", 1e9, 3))
    points = np.column_stack([at, np.full(len(at), -0.1)])
    away = _planting.distances(points, np.array([(0.0, -6.0), (0.0, 4.0)]))
    return _planting.graded(
        "tree", make, ("leaves", "bark"), points, 0.75 + 0.45 * rng.random(len(at)), away, rng, grades=grades
    )


def _ground() -> Node:
    """The pavement of the fair; attribute `lawn` is 0 on it and 1 on the grass about it."""
    far = np.geomspace(3.0, 900.0, 24)
    x = np.concatenate([-30.0 - far[::-1], np.arange(-30.0, 30.1, 0.75), 30.0 + far])
    y = np.concatenate([np.arange(-40.0, 110.0, 0.75), 110.0 + far])
    made = shapes.grid(x, y)
    p = made.points
    plaza = np.minimum(
        np.maximum(13.0 - np.abs(p[:, 0]), 7.5 - np.hypot(p[:, 0] - CAROUSEL[0], p[:, 1] - CAROUSEL[1])),
        112.0 - p[:, 1],
    )
    plaza = np.maximum(plaza, 15.0 - np.hypot(p[:, 0] - rides.WHEEL[0], p[:, 1] - rides.WHEEL[1]))
    return _planting.node("ground", made.with_data("lawn", np.clip(0.5 - plaza / 1.0, 0.0, 1.0)), "ground", smooth=True)


def _grey(level: Expr) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float, params: Params) -> dict[str, Material]:
    fine, wide = _patterns.laid("turf", 1.7), _patterns.laid("turf", 14.0, turn_rad=0.5)
    near = remap(op("camera_distance"), 4.0, 45.0, 1.0, 0.0)
    setts = op(
        "brick", op("combine", op("y", coords()), op("x", coords()), 0.0), (1.08, 1.02, 0.97), (0.82, 0.84, 0.88), (0.55, 0.53, 0.5), 1.0,
        mortar=0.012, width=0.30, height=0.15, offset=0.5,
    )  # fmt: skip
    worn = _grey(remap(op("x", wide), 0.2, 0.8, 0.78, 1.16))
    grain = _grey(remap(op("y", fine), 0.2, 0.8, 0.75, 1.25))
    stone = cmul(cmul((0.285, 0.235, 0.19), mix((0.93, 0.91, 0.9), setts, near)), cmul(worn, grain))
    lawn: Color = (0.80, 0.83, 0.88) if params.season == "winter" else (0.070, 0.118, 0.028)
    grass = cmul(cmul(lawn, worn), grain)
    leaf: dict[str, Material] = {
        "leaves": Material(
            color=attribute("tint"), translucent=0.3, roughness=0.8, specular=0.05, preview=(0.1, 0.15, 0.03)
        ),
        "bark": Material(color=attribute("tint"), roughness=0.95, specular=0.0, preview=(0.12, 0.09, 0.06)),
    }
    return leaf | {
        "ground": Material(
            color=mix(stone, grass, op("x", attribute("lawn"))),
            roughness=0.72 if glow > 0.5 else 0.85, specular=0.3,
            bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.008),), preview=(0.28, 0.24, 0.2),
        ),
        "fair": Material(
            color=attribute("tint"), roughness=0.42, specular=0.4, emission=attribute("lit"), emission_strength=3.6 * glow,
            preview=(0.5, 0.2, 0.15),
        ),
        "letters": Material(
            color=(0.75, 0.66, 0.45), roughness=0.5, emission=(1.0, 0.82, 0.5), emission_strength=1.4 * glow, preview=(0.8, 0.7, 0.5)
        ),
    }  # fmt: skip
