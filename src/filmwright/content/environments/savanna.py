"""A savanna: dry golden grass to the horizon, flat-topped acacias, a dusty track, a far mountain in the haze."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

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
from filmwright.content.environments._broadleaf import ACACIA, SHRUB, Habit
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("savanna", "savannah", "african plain", "serengeti")
EXAMPLE = "A man in a brown jacket walks through the savanna at sunset"
TIMES = ("golden_hour", "morning", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "tall_grass", "mountains", "horizon", "rocks", "dust", "floor", "shadows", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ()
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.03
MARK_Y_M = 9.0
_REACH_M = 4600.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.30, 1500.0),
    "morning": (1.5, 2500.0),
    "noon": (2.1, 2800.0),
    "afternoon": (-1.5, 2500.0),
    "golden_hour": (0.24, 1600.0),
    "dusk": (0.26, 1700.0),
    "blue_hour": (-0.6, 1500.0),
    "night": (0.8, 1800.0),
}
_DISC = ("dawn", "golden_hour", "dusk")  # the sun itself stands in the picture


class Plain(NamedTuple):
    """The lie of the land: almost level, with a wide mountain at its end."""

    seed: int

    def path_x(self, y: F64) -> F64:
        """x of the middle of the track."""
        y = np.asarray(y, float)
        return np.asarray(1.1 * np.sin(y * 0.045 + 0.5) - 0.5 - 0.0011 * np.clip(y - 20, 0, 90) ** 2)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the track, to the side."""
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        near = noise.fractal(x * 0.018 + 2, y * 0.018, 4, seed=self.seed) * 1.1
        near = near + noise.fractal(x * 0.15, y * 0.15, 3, seed=self.seed + 1) * 0.2
        swells = noise.fractal(x * 0.0021, y * 0.0021, 4, seed=self.seed + 2) * 26 * ease((r - 160) / 700)
        away = np.hypot((x + 900.0) / 1.6, y - 4300.0)
        mountain = 620.0 * np.exp(-((away / 900.0) ** 1.6)) + 90 * np.exp(-((away / 1500.0) ** 2))
        foothills = (
            (noise.fractal(x * 0.0011 + 4, y * 0.0011, 5, seed=self.seed + 3) + 0.2) * 190 * ease((r - 2100) / 1500)
        )
        rut = 0.05 * np.exp(-(((self.off_path(x, y) - 0.72) / 0.24) ** 4))
        return np.asarray(near + swells + mountain * ease((r - 1800) / 1500) + foothills - rut)


class Params(NamedTuple):
    """One savanna: its hour, its wind, where its nearest acacia stands."""

    seed: int = 7
    time: str = "golden_hour"
    wind: float = 0.16
    clouds: float = 0.5
    acacia: tuple[float, float] = (-11.0, 31.0)


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A savanna for a shot."""
    wind = {"still": 0.03, "breeze": 0.16, "strong": 0.4}.get(shot.weather.wind or "breeze", 0.16)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        wind=wind,
        clouds=float(rng.uniform(0.42, 0.58)),
        acacia=(float(rng.uniform(-14.0, -10.0)), float(rng.uniform(29.0, 38.0))),
    )


def build(params: Params) -> Setting:
    """The savanna as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 66])
    plain = Plain(params.seed)
    mark_at = (float(plain.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD)
    trees, trunks = _trees(plain, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(plain), *trees, *_growth(plain, params, rng, corridor), *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Plain.height, plain),
        marks=(_mark(plain, mark_at),),
        obstacles=trunks,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.5,
        move_limits_m=(3.0, 8.0, 4.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the savanna at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["golden_hour"])
    stops = {"night": 0.3, "golden_hour": 0.45}.get(time, 0.5)
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in _DISC)


def _mark(plain: Plain, at: tuple[float, float]) -> Mark:
    y = np.arange(34.0, -17.0, -1.0)
    x = plain.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(plain.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=22.0,
        radius_m=7.0,
    )


def _ground(plain: Plain) -> Node:
    made = _country.sheet(plain.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M)
    x, y = made.points[:, 0], made.points[:, 1]
    aside = plain.off_path(x, y)
    wheels = np.exp(-(((aside - 0.72) / 0.34) ** 4)) * (y < 130)
    patch = noise.fractal(x / 30.0, y / 30.0, 4, seed=plain.seed + 7) + noise.fractal(
        x / 260.0, y / 260.0, 4, seed=plain.seed + 8
    )
    dry = np.clip(0.5 + 1.6 * patch, 0, 1)[:, None]
    tint = np.asarray(_GREENISH) + (np.asarray(_STRAW) - np.asarray(_GREENISH)) * dry
    r = np.hypot(x, y)
    bush = np.clip((noise.fractal(x / 140.0, y / 140.0, 5, seed=plain.seed + 9) - 0.06) / 0.07, 0, 1) * ease(
        (r - 250) / 300
    )
    steep = ease((r - 2600) / 900)
    tint = tint + (np.asarray((0.075, 0.08, 0.03)) - tint) * np.maximum(0.75 * bush, 0.7 * steep)[:, None]
    return _planting.node("ground", made.with_data("tint", tint).with_data("trail", wheels), "ground", smooth=True)


_STRAW: Color = (0.40, 0.285, 0.105)
_GREENISH: Color = (0.22, 0.195, 0.06)
_LEAF: Color = (0.072, 0.092, 0.022)
_OLIVE: Color = (0.11, 0.115, 0.035)
_EARTH: Color = (0.31, 0.185, 0.095)


def _trees(plain: Plain, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Acacias and bushes: a large one near, others dotted to the horizon; and the trunks that stand in the way."""
    eyes = corridor.eyes(6)
    n = 2600
    far_r = 75.0 + 1900.0 * rng.random(n) ** 1.5
    turn = VIEW_YAW_RAD + rng.uniform(-1.1, 1.1, n)
    far = np.column_stack([-far_r * np.sin(turn), far_r * np.cos(turn)])
    grouped = noise.fractal(far[:, 0] / 150.0, far[:, 1] / 150.0, 3, seed=params.seed + 15)
    acacia_far = far[(grouped > 0.03) & (rng.random(n) < 0.24)]
    bushes_far = far[(grouped > -0.04) & (rng.random(n) < 0.55)]
    ax, ay = params.acacia
    acacias = np.concatenate(
        [[(ax, ay), (19.0, 62.0), (-31.0, 78.0), (33.0, 96.0), (-8.0, 118.0), (6.0, -32.0)], acacia_far]
    )
    sizes = np.concatenate([[1.12, 1.0, 1.05, 0.9, 1.0, 1.0], 0.75 + 0.45 * rng.random(len(acacia_far))])
    bushes = np.concatenate(
        [[(ax + 5.0, ay + 4.0), (13.0, 30.0), (16.0, 44.0), (-19.0, 27.0), (22.0, 25.0)], bushes_far]
    )
    bush_sizes = np.concatenate([[0.7, 0.9, 0.8, 1.0, 1.1], 0.6 + 0.9 * rng.random(len(bushes_far))])
    nodes: list[Node] = []
    kinds: tuple[tuple[str, Habit, Color, F64, F64], ...] = (
        ("acacia", ACACIA, _LEAF, acacias, sizes),
        ("bush", SHRUB._replace(height_m=2.0), _OLIVE, bushes, bush_sizes),
    )
    for name, habit, leaf, at, scales in kinds:
        points = np.column_stack([at, plain.height(at[:, 0], at[:, 1]) - 0.05])

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf)  # type: ignore[arg-type]

        nodes += _planting.graded(
            name, make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng,
            grades=(_planting.Grade("near", 36.0, 2), _planting.Grade("mid", 120.0, 3), _planting.Grade("far", 1e9, 3)),
        )  # fmt: skip
    mound = _mound(params.seed)
    mx, my = 8.5, 20.0
    nodes.append(
        _planting.node(
            "termite mound",
            mound.moved((mx, my, _country.level_ground(plain.height, mx, my) - 0.1)),
            "earth",
            smooth=True,
        )
    )
    blocked = [(*acacias[0], 0.6), (mx, my, 0.9), *((x, y, 1.0) for x, y in bushes[:5])]
    return nodes, np.array(blocked)


def _mound(seed: int) -> Shape:
    """A termite mound as tall as a man."""
    rng = np.random.default_rng([seed, 3])
    levels = np.linspace(0, 1, 12)
    turn = np.arange(18) * 2 * np.pi / 18
    radius = 0.75 * (1 - levels) ** 0.75 + 0.10
    rough = 1 + 0.28 * noise.fractal(
        np.outer(levels * 5, np.ones(18)), np.outer(np.ones(12), np.cos(turn) * 2 + np.sin(turn)), 3, seed=seed
    )
    lean = rng.normal(0, 0.12, 2)
    x = radius[:, None] * np.cos(turn) * rough + lean[0] * levels[:, None]
    y = radius[:, None] * np.sin(turn) * rough + lean[1] * levels[:, None]
    return shapes.rings(np.stack([x, y, np.repeat(levels[:, None] * 1.7, 18, axis=1)], -1))


def _growth(plain: Plain, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Tall dry grass beside the track, and stones."""
    eyes = corridor.eyes(6)

    def free(x: F64, y: F64) -> F64:
        aside = plain.off_path(x, y)
        drift = 0.62 + 1.0 * noise.fractal(x / 9.0, y / 9.0, 3, seed=params.seed + 4)
        middle = np.clip((0.34 - aside) / 0.12, 0, 0.35)  # a low strip between the wheels
        return np.asarray(np.maximum(np.clip((aside - 1.05) / 0.9, 0, 1), middle) * np.clip(drift, 0.15, 1.0))

    blades = _grasses.Blades(
        height_m=0.58, wind=params.wind, wild=0.6, color=(0.25, 0.195, 0.06), tip=(0.52, 0.385, 0.16), ears=0.22
    )
    belts = (
        _grasses.Belt(0.0, 15.0, 4.2, 60, 0.0055, 0.5),
        _grasses.Belt(15.0, 40.0, 1.5, 52, 0.013, 0.9),
        _grasses.Belt(40.0, 110.0, 0.42, 42, 0.034, 1.9, 1.05),
    )
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, plain.height, free, rng, belts=belts)
    n = 120
    x, y = rng.uniform(-24, 24, n), rng.uniform(-6, 50, n)
    scales = 0.05 + 0.3 * rng.random(n) ** 4
    keep = plain.off_path(x, y) > 1.3 + scales
    x, y, scales = x[keep], y[keep], scales[keep]
    made = [
        _planting.node(f"stone_{k}", _ground_cover.boulder(k + 1, snow=0.0), "rock", smooth=True, visible=False)
        for k in range(2)
    ]
    points = np.column_stack([x, y, plain.height(x, y) - 0.05 * scales])
    return nodes + _planting.scattered("stones", made, points, scales, rng, tilt_rad=0.2)


def _materials() -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 23.0, turn_rad=0.4), _patterns.laid("turf", 2.1)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.78, 1.24)
    patches = op("combine", uneven * 1.02, uneven, uneven * 0.96)
    grain = remap(op("y", fine), 0.2, 0.8, 0.62, 1.38)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    return {
        "ground": Material(
            color=mix(
                cmul(cmul(attribute("tint"), speckle), patches), cmul(_EARTH, speckle),
                attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.45, 1.0),
            ),
            bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.05),),
            preview=_STRAW, **plain,
        ),
        "grass": Material(color=cmul(attribute("tint"), patches), translucent=0.35, preview=_STRAW, **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=_LEAF, **plain),
        "bark": Material(color=cmul(attribute("tint"), (1.5, 1.25, 1.05)), preview=(0.09, 0.065, 0.045), **plain),
        "rock": Material(color=mix((0.16, 0.12, 0.09), (0.33, 0.26, 0.20), op("x", fine)), preview=(0.24, 0.19, 0.14), **plain),
        "earth": Material(
            color=mix((0.24, 0.125, 0.065), (0.38, 0.22, 0.12), op("x", fine)),
            bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.5, strength=0.8, distance_m=0.06),),
            preview=(0.31, 0.17, 0.09), **plain,
        ),
    }  # fmt: skip
