"""A farm: a red barn with a silo behind a rail fence, a dirt road between a pasture and a field of wheat, hills beyond."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK, SHRUB, Habit
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._hills import REACH_M, Hills, Parcels
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("farmyard", "red barn", "farm with a barn")
EXAMPLE = "A man in jeans walks across a farmyard in the morning"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "tall_grass", "roof", "doorway", "horizon", "moving_clouds", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("farm", "barn", "ranch")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["summer", "autumn"]
VIEW_YAW_RAD = 0.06
MARK_Y_M = 9.0
BARN = (-13.5, 41.0, -0.42)  # where it stands, and how far it is turned
_FENCE_M, _FIELD_M = 3.0, 3.2  # where beside the road the fence runs on the left, the wheat begins on the right

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.44, 1500.0),
    "morning": (2.2, 2400.0),
    "noon": (2.4, 3400.0),
    "afternoon": (-2.3, 2800.0),
    "golden_hour": (1.75, 1900.0),
    "dusk": (0.34, 1900.0),
    "blue_hour": (-0.6, 1600.0),
    "night": (2.0, 1700.0),
}
_RED: Color = (0.30, 0.032, 0.022)
_WHITE: Color = (0.66, 0.64, 0.59)
_ROOF: Color = (0.19, 0.185, 0.18)
_WHEAT: Color = (0.44, 0.305, 0.095)
_DIRT: Color = (0.27, 0.20, 0.13)


class Params(NamedTuple):
    """One farm: when it is, how the land lies."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.12
    clouds: float = 0.52


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A farm for a shot."""
    wind = {"still": 0.02, "breeze": 0.12, "strong": 0.34}.get(shot.weather.wind or "breeze", 0.12)
    season: Season = "autumn" if shot.place.season == "autumn" else "summer"
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, wind, float(rng.uniform(0.46, 0.6)))


def build(params: Params) -> Setting:
    """The farm as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 121])
    hills = Hills(
        params.seed, gentle_m=0.9, dell_m=1.6, hills_m=52.0, knoll=(BARN[0], BARN[1], 0.4, 26.0), bend_m=1.0, path_m=1.3
    )
    mark_at = (float(hills.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=21.0)
    eyes = corridor.eyes(6)
    trees, trunks = _trees(hills, params, rng, eyes)
    at = (BARN[0], BARN[1], _country.level_ground(hills.height, BARN[0], BARN[1]))
    built = _barn()
    nodes: list[Node] = [_ground(hills, params)]
    for name, part in built.items():
        placed = part.turned(shapes.rotation(z=BARN[2])).moved(at)
        nodes.append(_planting.node(f"barn {name}", placed, name))
    nodes.append(
        _planting.node(
            "silo", _silo().moved((at[0] - 9.5, at[1] + 5.0, at[2] - 0.3)), "metal", smooth=True, sharp_rad=0.6
        )
    )
    fence, posts = _fence(hills, rng)
    nodes += [_planting.node("fence", fence, "wood"), *_bales(hills, rng), *trees, *_growth(hills, params, rng, eyes)]
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    walls = np.array([(at[0], at[1], 9.5), (at[0] - 9.5, at[1] + 5.0, 3.4)])
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Hills.height, hills),
        marks=(_mark(hills, mark_at),),
        obstacles=np.concatenate([trunks, posts, walls]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.4,
        move_limits_m=(2.5, 7.0, 4.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the farm at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.35 if time == "night" else 0.6
    low = time in ("dawn", "dusk")
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def _mark(hills: Hills, at: tuple[float, float]) -> Mark:
    y = np.arange(32.0, -16.0, -1.0)
    x = hills.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(hills.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=19.0,
        radius_m=2.6,
    )


def _right_of(hills: Hills, x: F64, y: F64) -> F64:
    """Metres to the right of the road, negative to its left."""
    return np.asarray(np.asarray(x, float) - hills.path_x(y))


def _ground(hills: Hills, params: Params) -> Node:
    made = _country.sheet(hills.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=REACH_M)
    x, y = made.points[:, 0], made.points[:, 1]
    r, right = np.hypot(x, y), _right_of(hills, x, y)
    palette: tuple[Color, ...] = (
        (0.085, 0.135, 0.028),
        (0.115, 0.165, 0.03),
        (0.34, 0.25, 0.08),
        (0.055, 0.10, 0.025),
        (0.16, 0.11, 0.07),
    )
    parcels = Parcels(params.seed, palette=palette)
    pasture = (
        np.array([0.075, 0.115, 0.026])
        * (0.85 + 0.6 * (noise.fractal(x / 26, y / 26, 4, seed=params.seed) + 0.2))[:, None]
    )
    wheat = np.array(_WHEAT) * 0.8
    near = np.where((right > _FIELD_M - 0.4)[:, None], wheat, pasture)
    tint = near + (parcels.colors(x, y) - near) * _country.ease((r - 120) / 40)[:, None]
    tint = tint + (np.array([0.026, 0.048, 0.012]) - tint) * np.clip(hills.wooded(x, y), 0, 1)[:, None]
    yard = np.exp(-((np.hypot(x - BARN[0] - 4.0, y - BARN[1] + 8.0) / 9.0) ** 4))
    road = 1 - _country.ease((hills.off_path(x, y) - 1.35) / 0.5)
    made = made.with_data("tint", tint).with_data("trail", np.maximum(road, 0.85 * yard))
    return _planting.node("ground", made, "ground", smooth=True)


def _barn() -> dict[str, Shape]:
    """A barn with a broken roof, its door towards -Y: parts by material, standing on z = 0."""
    half, long, eave = 5.0, 15.0, 4.6
    outline = [(-half, 0.0), (half, 0.0), (half, eave), (3.4, 7.6), (0.0, 9.1), (-3.4, 7.6), (-half, eave)]
    ring = np.array([[(x, y, z) for x, z in outline] for y in (long, 0.0)])
    walls = shapes.rings(ring)
    over = [(half + 0.35, eave - 0.35), (3.55, 7.78), (0.0, 9.35), (-3.55, 7.78), (-half - 0.35, eave - 0.35)]
    top = np.array([[(x, y, z) for x, z in over] for y in (long + 0.4, -0.5)])
    low = top - np.array([0.0, 0.0, 0.16])
    roof = shapes.join(
        [shapes.rings(top, around=False, caps=False), shapes.rings(low, around=False, caps=False).mirrored()]
    )
    rails = []
    for (x0, z0), (x1, z1) in pairwise(over):  # white boards along the gable
        line = np.array([(x0, -0.52, z0 - 0.1), (x1, -0.52, z1 - 0.1)])
        rails.append(shapes.sweep(line, 0.11, sides=4))
    for x in (-half, half):
        rails.append(shapes.box((0.2, 0.2, eave), center=(x, -0.02, eave / 2)))
    doors = []
    for side in (-1, 1):
        x = side * 1.05
        doors.append(shapes.box((2.0, 0.08, 3.1), center=(x, -0.06, 1.6)))
        for dx in (-0.95, 0.95):
            rails.append(shapes.box((0.13, 0.06, 3.1), center=(x + dx, -0.13, 1.6)))
        for z in (0.12, 1.6, 3.08):
            rails.append(shapes.box((2.0, 0.06, 0.13), center=(x, -0.13, z)))
        for sign in (-1, 1):
            for base in (0.12, 1.6):
                rails.append(
                    shapes.sweep([(x - sign * 0.9, -0.13, base), (x + sign * 0.9, -0.13, base + 1.48)], 0.06, sides=4)
                )
    loft = shapes.box((1.5, 0.08, 1.5), center=(0, -0.06, 5.9))
    for dx in (-0.75, 0.75):
        rails.append(shapes.box((0.12, 0.06, 1.6), center=(dx, -0.12, 5.9)))
    for dz in (-0.75, 0.75):
        rails.append(shapes.box((1.6, 0.06, 0.12), center=(0, -0.12, 5.9 + dz)))
    panes = []
    for x in (-3.4, 3.4):
        panes.append(shapes.box((0.85, 0.06, 1.1), center=(x, -0.02, 2.2)))
        for dx in (-0.45, 0.0, 0.45):
            rails.append(shapes.box((0.07, 0.05, 1.2), center=(x + dx, -0.07, 2.2)))
        for dz in (-0.57, 0.0, 0.57):
            rails.append(shapes.box((0.95, 0.05, 0.07), center=(x, -0.07, 2.2 + dz)))
    return {
        "boards": shapes.join([walls, *doors, loft]),
        "white": shapes.join(rails),
        "roof": roof,
        "window": shapes.join(panes),
    }


def _silo() -> Shape:
    """A steel silo with a domed top."""
    dome = [(2.75 * math.cos(a), 12.2 + 1.9 * math.sin(a)) for a in np.linspace(0, 1.5, 8)]
    rings = [(2.7 + 0.035 * (k % 2), 0.305 * k) for k in range(41)]
    return shapes.lathe([*rings, *dome], sides=36)


def _fence(hills: Hills, rng: np.random.Generator) -> tuple[Shape, F64]:
    """Posts and three rails along the left of the road, and what of it stands in the way."""
    y = np.arange(-14.0, 31.0, 2.4)
    x = hills.path_x(y) - _FENCE_M
    z = hills.height(x, y)
    parts = []
    for px, py, pz in zip(x, y, z, strict=True):
        lean = shapes.rotation(x=float(rng.normal(0, 0.03)), y=float(rng.normal(0, 0.03)))
        parts.append(shapes.box((0.11, 0.11, 1.45), center=(0, 0, 0.5), bevel=0.015).turned(lean).moved((px, py, pz)))
    for high in (0.38, 0.74, 1.08):
        line = np.column_stack([x + 0.07, y, z + high + rng.normal(0, 0.015, len(y))])
        parts.append(shapes.sweep(line, 0.055, sides=4, flat=0.45))
    return shapes.join(parts), np.column_stack([x, y, np.full(len(y), 0.3)])


def _bales(hills: Hills, rng: np.random.Generator) -> list[Node]:
    """Round bales of straw on the pasture."""
    t = np.linspace(-0.6, 0.6, 5)
    roll = shapes.rings(
        np.stack([np.column_stack([np.full(22, k), (0.68 + 0.02 * (abs(k) < 0.5)) * np.cos(a), 0.66 + 0.68 * np.sin(a)])
                  for k in t for a in [np.arange(22) * 2 * math.pi / 22]])
    )  # fmt: skip
    at = np.array([(-9.5, 24.0), (-12.0, 17.0), (-20.0, 26.0), (-31.0, 52.0), (-26.0, 16.0), (-36.0, 34.0)])
    points = np.column_stack([at, hills.height(at[:, 0], at[:, 1])])
    made = _planting.node("bale", roll, "straw", smooth=True, sharp_rad=0.7, visible=False)
    return _planting.scattered("bales", [made], points, 0.95 + 0.1 * rng.random(len(at)), rng, tilt_rad=0.02)


def _trees(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    leaf: Color = (0.40, 0.19, 0.022) if params.season == "autumn" else (0.072, 0.124, 0.020)
    n = 60_000
    r = 150 + 2000 * rng.random(n) ** 1.6
    turn = VIEW_YAW_RAD + rng.uniform(-1.0, 1.0, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    hedge = (Parcels(params.seed, palette=((0.1, 0.1, 0.1),)).edge(x, y) < 2.0) & (r < 1000)
    wood = rng.random(n) < hills.wooded(x, y) * np.clip(0.20 - 0.00008 * r, 0.05, 1)
    far = np.column_stack([x, y])[hedge | wood]
    small = hedge[hedge | wood]
    near = np.array(
        [(-25.0, 58.0), (-3.0, 66.0), (-32.0, 48.0), (20.0, 76.0), (30.0, 88.0), (-44.0, 40.0), (14.5, 104.0)]
    )
    groups: tuple[tuple[str, Habit, F64, F64], ...] = (
        ("oak", OAK, near[:4], np.array([1.1, 1.0, 0.9, 1.05])),
        ("linden", LINDEN, near[4:], np.array([1.0, 1.1, 1.0])),
        ("shrub", SHRUB, np.array([(-21.0, 39.0), (-5.5, 47.0), (-24.5, 43.0)]), np.array([0.9, 0.7, 1.1])),
        ("copse", OAK._replace(clumps=24, clump=0.16), far,
         np.where(small, 0.28 + 0.45 * rng.random(len(far)) ** 2, 0.75 + 0.4 * rng.random(len(far)))),
    )  # fmt: skip
    nodes: list[Node] = []
    for name, habit, at, scales in groups:
        points = np.column_stack([at, hills.height(at[:, 0], at[:, 1]) - 0.1])

        def make(kind: int, detail: str, habit: Habit = habit) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf)  # type: ignore[arg-type]

        away = _planting.distances(points, eyes)
        nodes += _planting.graded(name, make, ("leaves", "bark"), points, scales, away, rng)
    return nodes, np.column_stack([near, np.full(len(near), 0.7)])


def _growth(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Wheat to the right of the road, grass to its left and along its edges."""

    def wheat(x: F64, y: F64) -> F64:
        inside = np.clip((_right_of(hills, x, y) - _FIELD_M) / 0.3, 0, 1) * (np.hypot(x, y) < 135)
        return np.asarray(inside * (0.88 + 0.5 * noise.fractal(x / 9, y / 9, 3, seed=params.seed + 4)))

    def grass(x: F64, y: F64) -> F64:
        right = _right_of(hills, x, y)
        aside = hills.off_path(x, y)
        drift = 0.55 + 1.0 * noise.fractal(x / 7, y / 7, 3, seed=params.seed + 5)
        yard = np.exp(-((np.hypot(x - BARN[0] - 4.0, y - BARN[1] + 8.0) / 9.0) ** 4))
        there = np.clip((aside - 1.45) / 0.5, 0, 1) * (right < _FIELD_M) * (1 - 0.85 * yard)
        return np.asarray(there * np.clip(drift, 0.2, 1.0))

    ears = _grasses.Blades(
        height_m=0.62, wind=params.wind, wild=0.18, color=(0.40, 0.285, 0.085), tip=(0.62, 0.44, 0.17), ears=0.6
    )
    green = _grasses.Blades(
        height_m=0.22, wind=params.wind, color=(0.08, 0.14, 0.024), tip=(0.22, 0.22, 0.07), ears=0.1
    )
    thick = (
        _grasses.Belt(0.0, 14.0, 9.0, 64, 0.007, 0.42),
        _grasses.Belt(14.0, 40.0, 2.6, 60, 0.016, 0.8),
        _grasses.Belt(40.0, 120.0, 0.5, 50, 0.05, 1.7),
    )
    nodes = _grasses.strewn("wheat", ears, eyes, VIEW_YAW_RAD, hills.height, wheat, rng, belts=thick)
    return nodes + _grasses.strewn("grass", green, eyes, VIEW_YAW_RAD, hills.height, grass, rng)


def _materials() -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 25.0, turn_rad=0.4), _patterns.laid("turf", 2.3)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.62, 1.38)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.78, 1.24)
    patches = op("combine", uneven * 1.04, uneven, uneven * 0.95)
    # Boards: upright, each a little lighter or darker, with dark joints.
    run = (op("x", coords()) + op("y", coords()) * 0.62) * 4.6
    each = op("white_noise", op("combine", op("floor", run), 0.0, 0.0))
    worn = op("x", _patterns.repeated("turf", op("combine", run * 0.05, op("z", coords()) * 0.09, 0.0)))
    board = (
        remap(each, 0.0, 1.0, 0.8, 1.15)
        * remap(op("fract", run), 0.0, 0.07, 0.45, 1.0)
        * remap(worn, 0.2, 0.8, 0.8, 1.2)
    )
    sheet = remap(op("fract", op("x", coords()) * 1.3 + op("y", coords()) * 0.5), 0.0, 0.1, 0.7, 1.0) * remap(
        worn, 0.2, 0.8, 0.85, 1.15
    )
    weathered = op(
        "y", _patterns.repeated("turf", op("combine", op("y", coords()) * 0.6, op("z", coords()) * 5.0, 0.0))
    )
    return {
        "ground": Material(
            color=mix(cmul(cmul(attribute("tint"), speckle), patches), cmul(_DIRT, speckle),
                      attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.55, 1.0)),
            bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.05),), preview=(0.1, 0.13, 0.04), **plain,
        ),
        "grass": Material(color=cmul(attribute("tint"), patches), translucent=0.3, preview=(0.2, 0.2, 0.05), **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=(0.07, 0.12, 0.02), **plain),
        "bark": Material(color=attribute("tint"), preview=(0.07, 0.055, 0.045), **plain),
        "boards": Material(color=cmul(_RED, op("combine", board, board, board)), preview=_RED, **plain),
        "white": Material(color=_WHITE, **plain),
        "roof": Material(color=cmul(_ROOF, op("combine", sheet, sheet, sheet)), roughness=0.5, specular=0.4, preview=_ROOF),
        "window": Material(color=(0.012, 0.013, 0.015), roughness=0.06, specular=0.6),
        "metal": Material(color=(0.46, 0.47, 0.48), roughness=0.38, metallic=0.65, preview=(0.5, 0.5, 0.5)),
        "wood": Material(
            color=mix((0.16, 0.145, 0.125), (0.36, 0.33, 0.285), remap(weathered, 0.3, 0.7)), preview=(0.27, 0.24, 0.2), **plain
        ),
        "straw": Material(
            color=mix((0.34, 0.235, 0.085), (0.58, 0.42, 0.18), remap(op("y", fine), 0.25, 0.75)),
            bumps=(Bump(height=op("y", fine), strength=0.6, distance_m=0.03),), preview=(0.46, 0.33, 0.13), **plain,
        ),
    }  # fmt: skip
