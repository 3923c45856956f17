"""A river through meadows: clear water between stones and reeds, willows and alders on its banks, wooded hills beyond."""

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
    _water,
)
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._broadleaf import LINDEN, OAK, SHRUB, Habit
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._hills import REACH_M, Hills
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("river", "river bank", "river valley")
EXAMPLE = "A woman in a green dress walks along a river"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "water", "reflections", "trees", "rocks", "tall_grass", "wildflowers", "horizon", "moving_clouds", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("riverbank", "stream")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn"]
VIEW_YAW_RAD = -0.10  # a little towards the water
MARK_Y_M = 8.0
AFLOAT_Y_M = 20.0
WATER_M = -0.46  # how far the water lies below the meadow
WIDTH_M = 6.8  # half the width of the river

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.36, 1200.0),
    "morning": (1.6, 2400.0),
    "noon": (2.2, 3200.0),
    "afternoon": (-1.5, 2600.0),
    "golden_hour": (0.34, 1500.0),
    "dusk": (0.32, 1600.0),
    "blue_hour": (-0.6, 1500.0),
    "night": (0.6, 1700.0),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.082, 0.17, 0.022), (0.16, 0.25, 0.05)),
    "summer": ((0.078, 0.142, 0.022), (0.20, 0.22, 0.065)),
    "autumn": ((0.16, 0.135, 0.035), (0.36, 0.26, 0.10)),
}
_LEAVES: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.10, 0.17, 0.024), (0.14, 0.20, 0.05)),
    "summer": ((0.072, 0.126, 0.020), (0.12, 0.155, 0.055)),
    "autumn": ((0.40, 0.18, 0.018), (0.46, 0.34, 0.04)),
}


class Valley(NamedTuple):
    """The lie of the land: level meadows, the river's bed winding through them on the right, hills round about."""

    seed: int
    hills: Hills

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path on the left bank."""
        return self.river_x(y) - WIDTH_M - 2.4

    def river_x(self, y: F64) -> F64:
        """x of the middle of the river."""
        y = np.asarray(y, float)
        far = np.clip(y - 9.0, 0, 400)
        far = far - 7.0 * (1 - np.exp(-far / 7.0))
        return np.asarray(7.6 + 1.3 * np.sin(y * 0.06 + 0.5) - 1.15 * far + 0.0070 * far**2)

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        across = np.abs(x - self.river_x(y)) + 0.9 * noise.fractal(x / 3.0, y / 3.0, 3, seed=self.seed + 4)
        bed = -1.55 * (1 - ease((across - WIDTH_M + 1.6) / 3.1)) * (1 - ease((np.hypot(x, y) - 170.0) / 50.0))
        trodden = 0.04 * np.exp(-((np.abs(x - self.path_x(y)) / 0.32) ** 4))
        return np.asarray(self.hills.height(x, y) + bed - trodden)


class Params(NamedTuple):
    """One river: when it is, how the land lies."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.1
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A river for a shot."""
    season: Season = "summer"
    if shot.place.season in ("spring", "summer", "autumn"):
        season = shot.place.season  # type: ignore[assignment]
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, 0.1, float(rng.uniform(0.44, 0.58)))


def build(params: Params) -> Setting:
    """The river as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 131])
    # The path of the hills is not used: it lies on the river's bank here.
    hills = Hills(params.seed, gentle_m=0.42, dell_m=-0.8, hills_m=88.0, knoll=(-20.0, 40.0, 0.5, 20.0), path_m=1e-6)
    valley = Valley(params.seed, hills)
    mark_at = (float(valley.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=19.0)
    eyes = corridor.eyes(6)
    trees, trunks = _trees(valley, params, rng, eyes)
    stones, blocked = _stones(valley, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    water = shapes.grid([-90.0, 60.0], [-75.0, 200.0], WATER_M)
    return Setting(
        nodes=(
            _ground(valley, params), _planting.node("water", water, "water"), *trees, *stones,
            *_growth(valley, params, rng, eyes), *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Valley.height, valley),
        marks=_marks(valley, mark_at),
        obstacles=np.concatenate([trunks, blocked]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.9,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 6.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, WATER_M),
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the river at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.4 if time == "night" else 1.15 if time in ("dawn", "golden_hour") else 0.75
    low = time in ("dawn", "golden_hour", "dusk")
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def _marks(valley: Valley, at: tuple[float, float]) -> tuple[Mark, ...]:
    """On the bank, walking along it towards the camera; afloat in the middle of the river, coming down it."""
    y = np.arange(18.0, -13.0, -1.0)
    ashore = Mark(
        position=(at[0], at[1], _country.level_ground(valley.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(valley.path_x(y), y, strict=True)),
        back_m=16.0,
        radius_m=2.4,
    )
    y = np.arange(44.0, -3.0, -1.0)
    path = tuple((float(a), float(b)) for a, b in zip(valley.river_x(y), y, strict=True))
    afloat = (float(valley.river_x(np.array(AFLOAT_Y_M))), AFLOAT_Y_M, WATER_M)
    return ashore, Mark(afloat, 0.25, kind="water", path=path, back_m=14.0, radius_m=3.0)


def _ground(valley: Valley, params: Params) -> Node:
    made = _country.sheet(
        valley.height,
        center=(0.0, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=REACH_M,
        growth=0.0125,
        step_m=0.4,
        fine_step_rad=0.0065,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass = np.asarray(_GRASS[params.season][0]) * 0.9
    tint = grass * (0.85 + 0.6 * (noise.fractal(x / 26, y / 26, 4, seed=params.seed) + 0.2))[:, None]
    wood = np.asarray(_LEAVES[params.season][0]) * 0.35
    tint = tint + (wood - tint) * np.clip(valley.hills.wooded(x, y), 0, 1)[:, None]
    bank = np.abs(x - valley.river_x(y)) < WIDTH_M + 4.0
    stony = (1 - ease((made.points[:, 2] + 0.28) / 0.26)) * bank
    made = made.with_data("tint", tint).with_data("stony", stony)
    made = made.with_data("wet", (1 - ease((made.points[:, 2] - WATER_M - 0.02) / 0.12)) * bank)
    return _planting.node(
        "ground",
        made.with_data("trail", np.exp(-((np.abs(x - valley.path_x(y)) / 0.34) ** 4)) * (y < 60)),
        "ground",
        smooth=True,
    )


def _trees(valley: Valley, params: Params, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    """Alders and willows on the banks, woods on the hills."""
    leaf, silver = _LEAVES[params.season]
    y = np.array([16.0, 27.0, 35.0, 46.0, 58.0, 72.0, 90.0, 8.0])
    over = valley.river_x(y) + WIDTH_M + np.array([4.5, 5.5, 3.8, 6.0, 4.5, 5.0, 5.5, 8.5])
    y_left = np.array([31.0, 40.0, 52.0, 66.0])
    near = valley.path_x(y_left) - np.array([7.5, 12.0, 9.0, 10.0])
    willows = np.column_stack([np.concatenate([over[::2], near[:1]]), np.concatenate([y[::2], y_left[:1]])])
    alders = np.column_stack([np.concatenate([over[1::2], near[1:]]), np.concatenate([y[1::2], y_left[1:]])])
    n = 50_000
    r = 130 + 1900 * rng.random(n) ** 1.6
    turn = VIEW_YAW_RAD + rng.uniform(-1.0, 1.0, n)
    fx, fy = -r * np.sin(turn), r * np.cos(turn)
    wood = rng.random(n) < valley.hills.wooded(fx, fy) * np.clip(0.22 - 0.00008 * r, 0.05, 1)
    far = np.column_stack([fx, fy])[wood]
    willow = OAK._replace(
        height_m=9.5, trunk_m=0.3, droop=0.6, fork=0.16, middle=0.58, depth=0.40, clumps=66, leaf_m=0.13
    )
    groups: tuple[tuple[str, Habit, Color, F64, F64], ...] = (
        ("willow", willow, silver, willows, 0.85 + 0.35 * rng.random(len(willows))),
        ("alder", LINDEN, leaf, alders, 0.8 + 0.35 * rng.random(len(alders))),
        (
            "shrub",
            SHRUB,
            leaf,
            np.column_stack([valley.river_x(y + 5.0) + WIDTH_M + 2.6, y + 5.0]),
            0.6 + 0.7 * rng.random(len(y)),
        ),
        ("copse", OAK._replace(clumps=24, clump=0.16), leaf, far, 0.75 + 0.4 * rng.random(len(far))),
    )
    nodes: list[Node] = []
    for name, habit, color, at, scales in groups:
        points = np.column_stack([at, valley.height(at[:, 0], at[:, 1]) - 0.1])

        def make(kind: int, detail: str, habit: Habit = habit, color: Color = color) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=color)  # type: ignore[arg-type]

        nodes += _planting.graded(
            name, make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng,
            grades=(_planting.Grade("near", 30.0, 2), _planting.Grade("mid", 95.0, 2), _planting.Grade("far", 1e9, 3)),
        )  # fmt: skip
    stems = np.concatenate([willows, alders])
    return nodes, np.column_stack([stems, np.full(len(stems), 0.7)])


def _stones(valley: Valley, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Stones on the banks and in the water."""
    n = 1300
    y = rng.uniform(-12, 46, n)
    x = valley.river_x(y) + rng.uniform(-1, 1, n) * (WIDTH_M + 1.6)
    edge = np.abs(np.abs(x - valley.river_x(y)) - WIDTH_M + 0.3)
    scales = 0.04 + 0.62 * rng.random(n) ** 4
    keep = rng.random(n) < np.clip(1.1 - 0.45 * edge, 0.03, 1)
    keep &= np.abs(x - valley.river_x(y)) > 2.0 + scales  # boats pass
    keep &= (corridor.off_axis(x, y) > 1.7 + 1.2 * scales) & (np.abs(x - valley.path_x(y)) > 1.3 + scales)
    x, y, scales = x[keep], y[keep], scales[keep]
    made = [
        _planting.node(
            f"stone_{k}", _ground_cover.boulder(k + 1, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    points = np.column_stack([x, y, valley.height(x, y) + 0.12 * scales])
    nodes = _planting.scattered("stones", made, points, scales, rng, tilt_rad=0.3)
    return nodes, np.column_stack([x, y, 1.1 * scales])[scales > 0.3]


def _growth(valley: Valley, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Meadow grass and flowers, reeds at the water's edge."""
    grass, tip = _GRASS[params.season]

    def dry(x: F64, y: F64) -> F64:
        drift = 0.6 + 1.0 * noise.fractal(x / 7, y / 7, 3, seed=params.seed + 5)
        off = np.clip((np.abs(x - valley.path_x(y)) - 0.25) / 0.5, 0, 1)
        return np.asarray(off * ease((valley.height(x, y) + 0.24) / 0.2) * np.clip(drift, 0.2, 1.0))

    def reedy(x: F64, y: F64) -> F64:
        off = np.abs(x - valley.river_x(y)) - WIDTH_M
        drift = noise.fractal(x / 6.0, y / 6.0, 3, seed=params.seed + 6)
        aside = np.clip((drift - 0.02) / 0.1, 0, 1) * (np.hypot(x, y) < 120)
        return np.asarray(np.exp(-(((off + 0.35) / 0.75) ** 4)) * aside)

    blades = _grasses.Blades(height_m=0.32, wind=params.wind, color=grass, tip=tip, ears=0.1)
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, valley.height, dry, rng)
    reed = _grasses.Blades(
        height_m=1.0, wind=params.wind, wild=0.4, color=(0.09, 0.135, 0.03), tip=(0.26, 0.24, 0.09), ears=0.1
    )
    belts = (_grasses.Belt(0.0, 22.0, 4.0, 34, 0.010, 0.45), _grasses.Belt(22.0, 80.0, 1.2, 34, 0.026, 0.8))
    nodes += _grasses.strewn("reeds", reed, eyes, VIEW_YAW_RAD, valley.height, reedy, rng, belts=belts)
    if params.season != "autumn":
        for k, (name, flower, density) in enumerate(
            (("daisy", _grasses.DAISY, 1.6), ("buttercup", _grasses.BUTTERCUP, 1.8), ("sage", _grasses.SAGE, 1.0))
        ):
            nodes += _grasses.bloom(
                name, flower, eyes, VIEW_YAW_RAD, valley.height, dry, rng, density=density, seed=params.seed + 31 * k
            )
    return nodes


def _materials(params: Params) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 25.0, turn_rad=0.4), _patterns.laid("turf", 1.9)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.8, 1.22)
    patches = op("combine", uneven * 1.04, uneven, uneven * 0.95)
    field = cmul(cmul(attribute("tint"), speckle), patches)
    field = mix(
        field, cmul((0.22, 0.165, 0.105), speckle), attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.4, 1.0)
    )
    gravel = cmul((0.235, 0.215, 0.18), speckle)
    bank = mix(mix(field, gravel, attribute("stony")), (0.05, 0.045, 0.036), attribute("wet") * 0.8)
    soaked = remap(op("z", coords()), WATER_M + 0.02, WATER_M + 0.14, 0.45, 1.0)
    grey = mix((0.14, 0.135, 0.125), (0.33, 0.315, 0.29), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7))
    time, far = op("time"), op("camera_distance")
    run = _patterns.laid("foam", 3.1, turn_rad=0.3, moved=op("combine", time * 0.06, time * 0.55, 0.0))
    slow = _patterns.laid("foam", 7.9, turn_rad=-0.4, moved=op("combine", time * -0.05, time * 0.38, 0.0))
    return {
        "ground": Material(
            color=bank, bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.05),), preview=_GRASS[params.season][0], **plain
        ),
        "water": Material(
            color=mix((0.020, 0.034, 0.024), (0.055, 0.060, 0.036), remap(op("z", slow), 0.3, 0.7)),
            roughness=remap(far, 10.0, 150.0, 0.02, 0.06),
            specular=0.5,
            ior=1.333,
            bumps=(
                Bump(height=op("z", run) * 0.5 + op("z", slow), strength=remap(far, 5.0, 90.0, 0.30, 0.03), distance_m=0.08),
            ),
            preview=(0.16, 0.20, 0.20),
        ),
        "grass": Material(color=cmul(attribute("tint"), patches), translucent=0.3, preview=_GRASS[params.season][0], **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.32, preview=_LEAVES[params.season][0], **plain),
        "bark": Material(color=attribute("tint"), preview=(0.07, 0.055, 0.045), **plain),
        "rock": Material(color=cmul(grey, op("combine", soaked, soaked, soaked)), preview=(0.22, 0.21, 0.2), **plain),
    }  # fmt: skip
