"""A city park: a gravel path with benches and lamps between lawns, flower beds and old trees, towers of the city over the leaves."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK, SHRUB, Habit
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("park", "city park", "public park", "lawn in a park")
EXAMPLE = "A man in a blue shirt walks in a park"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "trees", "wildflowers", "streetlamps", "fallen_leaves", "floor", "shadows", "moving_clouds", "horizon",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("city_park", "garden")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = 0.02
MARK_Y_M = 9.0
PATH_M = 1.75  # half the width of the path
SEAT_M = 0.46
_REACH_M = 900.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.45, 500.0),
    "morning": (1.35, 1500.0),
    "noon": (2.1, 2000.0),
    "afternoon": (-1.35, 1700.0),
    "golden_hour": (0.42, 620.0),
    "dusk": (0.4, 650.0),
    "blue_hour": (-0.6, 600.0),
    "night": (-0.8, 650.0),
}
_GLOW = {"dawn": 0.3, "dusk": 0.7, "blue_hour": 1.0, "night": 0.9}
"""How much the lamps shine; chosen."""


class _Look(NamedTuple):
    """The colors of a season: lawn, leaves of two kinds, flowers in the beds or none."""

    lawn: Color
    leaf: Color
    other_leaf: Color
    flowers: bool


_LOOKS: dict[Season, _Look] = {
    "spring": _Look((0.085, 0.175, 0.024), (0.11, 0.18, 0.024), (0.62, 0.30, 0.36), True),
    "summer": _Look((0.078, 0.150, 0.022), (0.072, 0.126, 0.020), (0.095, 0.150, 0.028), True),
    "autumn": _Look((0.115, 0.135, 0.028), (0.44, 0.18, 0.018), (0.52, 0.32, 0.028), False),
    "winter": _Look((0.82, 0.85, 0.91), (0.1, 0.08, 0.06), (0.1, 0.08, 0.06), False),
}
_SNOW: Color = (0.82, 0.85, 0.91)
_GRAVEL: Color = (0.40, 0.345, 0.265)


class Lawn(NamedTuple):
    """The lie of the park: almost level, its path in a slow bend."""

    seed: int

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(1.2 * np.sin(y * 0.045 + 0.3) - 0.6 - 0.004 * np.clip(y - 22.0, 0, 70) ** 2)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side; far away where it has ended."""
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)) + np.clip(np.asarray(y, float) - 95.0, 0, None))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = ease((self.off_path(x, y) - PATH_M) / 9.0)
        rolling = noise.fractal(x * 0.017 + 1, y * 0.017, 3, seed=self.seed) * 2.6
        return np.asarray(rolling * (0.25 + 0.75 * aside) - 0.035 * (1 - ease((self.off_path(x, y) - PATH_M) / 0.14)))


class Params(NamedTuple):
    """One park: when it is, how it lies."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A park for a shot."""
    place = shot.place
    season: Season = "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    elif place.ground == "leaves" or "fallen_leaves" in place.features:
        season = "autumn"
    elif "cherry_blossoms" in place.features:
        season = "spring"
    return Params(
        seed=int(rng.integers(1, 10_000)), time=shot.light.time, season=season, clouds=float(rng.uniform(0.45, 0.58))
    )


def build(params: Params) -> Setting:
    """The park as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 99])
    lawn = Lawn(params.seed)
    mark_at = (float(lawn.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=21.0)
    trees, trunks = _trees(lawn, params, rng, corridor)
    fittings, blocked, seat = _fittings(lawn)
    glow = _GLOW.get(params.time, 0.0)
    outdoors = sky_of(params.time, params.clouds, snow=params.season == "winter")
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(lawn), *trees, *fittings, _skyline(rng), *_growth(lawn, params, rng, corridor), *light.nodes),
        materials=_materials(params.season, glow),
        world=light.world,
        ground=partial(Lawn.height, lawn),
        marks=(_mark(lawn, mark_at), seat),
        obstacles=np.concatenate([trunks, blocked]),
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


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the park at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.05 if snow else {"night": 0.5, "golden_hour": 0.8}.get(time, 0.8)
    low = time in ("golden_hour", "dusk", "dawn")
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)
    return found._replace(sun=found.sun._replace(elevation_rad=0.2)) if low else found


def _mark(lawn: Lawn, at: tuple[float, float]) -> Mark:
    y = np.arange(31.0, -16.0, -1.0)
    x = lawn.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(lawn.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=18.0,
        radius_m=2.2,
    )


def _ground(lawn: Lawn) -> Node:
    made = _country.sheet(
        lawn.height,
        center=(0.0, -1.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.02,
        step_m=0.4,
        fine_step_rad=0.0075,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    made = made.with_data("trail", 1 - ease((lawn.off_path(x, y) - PATH_M + 0.12) / 0.26))
    return _planting.node("ground", made, "ground", smooth=True)


def _trees(lawn: Lawn, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Old trees on the lawns, an avenue farther down, a belt of trees all round; shrubs between."""
    eyes = corridor.eyes(6)
    look = _LOOKS[params.season]
    bare = params.season == "winter"
    avenue = np.arange(27.0, 90.0, 10.0)
    left = np.column_stack([lawn.path_x(avenue) - 5.2, avenue])
    right = np.column_stack([lawn.path_x(avenue + 4) + 5.4, avenue + 4])
    n = 420
    r = 92.0 + 130.0 * rng.random(n)
    turn = VIEW_YAW_RAD + rng.uniform(-1.15, 1.15, n)
    belt = np.column_stack([-r * np.sin(turn), r * np.cos(turn)])
    belt = belt[lawn.off_path(belt[:, 0], belt[:, 1]) > 6.0]
    single = np.array(
        [
            (-13.5, 21.0),
            (14.5, 27.0),
            (-25.0, 38.0),
            (27.0, 46.0),
            (21.0, 8.0),
            (-22.0, 5.0),
            (-40.0, 60.0),
            (44.0, 70.0),
        ]
    )
    half = len(belt) // 2
    groups: tuple[tuple[str, Habit, Color, F64, F64], ...] = (
        ("oak", OAK, look.leaf, np.concatenate([single[::2], belt[:half]]),
         np.concatenate([[1.05, 1.15, 0.85, 1.1], 0.8 + 0.5 * rng.random(half)])),
        ("linden", LINDEN, look.other_leaf if params.season != "spring" else look.leaf, np.concatenate([left, right, belt[half:]]),
         np.concatenate([0.8 + 0.15 * rng.random(len(left) + len(right)), 0.9 + 0.5 * rng.random(len(belt) - half)])),
        ("cherry", OAK._replace(height_m=7.5, trunk_m=0.17, clumps=48, clump=0.12, fork=0.17, leaf_m=0.10), look.other_leaf,
         single[1::2], np.array([1.0, 1.15, 0.9, 1.1])),
        ("shrub", SHRUB, look.leaf, np.array([(-8.5, 25.0), (9.0, 33.0), (11.5, 31.5), (-17.0, 33.0), (18.0, 41.0), (-9.5, 46.0)]),
         0.7 + 0.5 * rng.random(6)),
    )  # fmt: skip
    nodes: list[Node] = []
    blocked = []
    for name, habit, leaf, at, scales in groups:
        points = np.column_stack([at, lawn.height(at[:, 0], at[:, 1]) - 0.05])

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf) -> Shape:
            snow = 0.6 if bare else 0.0
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=bare, snow=snow)  # type: ignore[arg-type]

        far = _planting.distances(points, eyes)
        nodes += _planting.graded(
            name, make, ("leaves", "bark"), points, scales, far, rng,
            grades=(_planting.Grade("near", 30.0, 2), _planting.Grade("mid", 90.0, 2), _planting.Grade("far", 1e9, 3)),
        )  # fmt: skip
        blocked.append(np.column_stack([at, np.where(name == "shrub", scales, 0.5)])[far < 60])
    return nodes, np.concatenate(blocked)


def _fittings(lawn: Lawn) -> tuple[list[Node], F64, Mark]:
    """Benches, lamps and bins along the path, what of them stands in the way, and the seat on the nearest bench."""
    wood, iron, globes = [], [], []
    blocked = []
    benches = ((1, 12.5), (-1, 20.5), (1, 30.0), (-1, 44.0), (1, 1.5))
    seat: Mark | None = None
    for side, y in benches:
        x = float(lawn.path_x(np.array(y))) + side * (PATH_M + 0.45)
        z = _country.level_ground(lawn.height, x, y)
        turn = side * math.pi / 2
        slats, frame = _bench()
        wood.append(slats.turned(shapes.rotation(z=turn)).moved((x, y, z)))
        iron.append(frame.turned(shapes.rotation(z=turn)).moved((x, y, z)))
        if seat is None:
            seat = Mark(
                position=(x, y, z),
                view_yaw_rad=-0.62,
                kind="seat",
                back_m=7.0,
                seat_m=SEAT_M,
                facing_yaw_rad=math.pi / 2 + 0.25,
            )
        else:
            blocked.append((x + 0.1 * side, y, 0.55))
    for side, y in ((-1, 14.0), (1, 23.5), (-1, 33.0), (1, 42.5), (-1, 52.0), (1, 62.0)):
        x = float(lawn.path_x(np.array(y))) + side * (PATH_M + 0.55)
        z = _country.level_ground(lawn.height, x, y)
        profile = [(0.15, -0.1), (0.14, 0.3), (0.07, 0.42), (0.05, 3.1), (0.09, 3.2), (0.11, 3.3)]
        iron.append(shapes.lathe(profile, sides=12).moved((x, y, z)))
        iron.append(shapes.lathe([(0.2, 3.83), (0.22, 3.86), (0.06, 4.0), (0.01, 4.12)], sides=12).moved((x, y, z)))
        globes.append(shapes.lathe([(0.11, 3.3), (0.2, 3.55), (0.2, 3.83), (0.02, 3.85)], sides=12).moved((x, y, z)))
        blocked.append((x, y, 0.25))
    assert seat is not None
    nodes: list[Node] = [
        _planting.node("benches", shapes.join(wood), "wood", smooth=True, sharp_rad=0.6),
        _planting.node("iron", shapes.join(iron), "iron", smooth=True, sharp_rad=0.6),
        _planting.node("globes", shapes.join(globes), "lantern", smooth=True, sharp_rad=0.6),
    ]
    return nodes, np.array(blocked), seat


def _bench() -> tuple[Shape, Shape]:
    """A bench 1.8 m long that faces +Y: its slats and its iron frame."""
    slats = [shapes.box((1.8, 0.085, 0.035), center=(0, 0.22 - 0.1 * k, SEAT_M - 0.018), bevel=0.008) for k in range(4)]
    for k in range(3):
        slats.append(
            shapes.box((1.8, 0.03, 0.09), center=(0, -0.20 - 0.035 * k, SEAT_M + 0.14 + 0.12 * k), bevel=0.008)
        )
    frame = []
    for x in (-0.75, 0.0, 0.75):
        frame.append(shapes.sweep([(x, 0.25, 0.0), (x, 0.2, 0.2), (x, 0.22, SEAT_M - 0.05)], 0.022, sides=6))
        frame.append(
            shapes.sweep([(x, -0.26, 0.0), (x, -0.16, SEAT_M - 0.03), (x, -0.31, SEAT_M + 0.45)], 0.022, sides=6)
        )
        frame.append(shapes.box((0.035, 0.46, 0.03), center=(x, 0.02, SEAT_M - 0.05)))
    return shapes.join(slats), shapes.join(frame)


def _skyline(rng: np.random.Generator) -> Node:
    """Towers of the city beyond the trees."""
    parts = []
    for k in range(34):
        turn = VIEW_YAW_RAD + rng.uniform(-0.85, 0.85)
        far = rng.uniform(330.0, 680.0)
        high = float(rng.uniform(30.0, 75.0) * (1.0 + 0.9 * (rng.random() < 0.25)))
        wide, deep = rng.uniform(16, 34), rng.uniform(14, 26)
        tint = np.asarray(
            ((0.36, 0.34, 0.31), (0.27, 0.28, 0.30), (0.40, 0.31, 0.25), (0.20, 0.24, 0.29))[k % 4]
        ) * rng.uniform(0.8, 1.15)
        tower = shapes.box((wide, deep, high), center=(-far * math.sin(turn), far * math.cos(turn), high / 2 - 2))
        parts.append(tower.with_data("tint", tint))
    return _planting.node("skyline", shapes.join(parts), "tower")


def _growth(lawn: Lawn, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Mown grass, flower beds in drifts beside the path, leaves in autumn."""
    eyes = corridor.eyes(6)
    look = _LOOKS[params.season]
    if params.season == "winter":
        return []

    def mown(x: F64, y: F64) -> F64:
        return np.asarray(np.clip((lawn.off_path(x, y) - PATH_M - 0.12) / 0.15, 0, 1))

    tip = (look.lawn[0] * 1.7, look.lawn[1] * 1.4, look.lawn[2] * 1.6)
    blades = _grasses.Blades(height_m=0.085, wind=0.05, wild=0.8, color=look.lawn, tip=tip, ears=0.03)
    belts = (_grasses.Belt(0.0, 11.0, 7.0, 90, 0.0055, 0.5), _grasses.Belt(11.0, 26.0, 2.6, 80, 0.011, 0.8, 1.2))
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, lawn.height, mown, rng, belts=belts)
    if look.flowers:

        def bed(x: F64, y: F64) -> F64:
            aside = lawn.off_path(x, y)
            right = x > lawn.path_x(y)
            wave = 0.5 * np.sin(y * 0.8)
            long = ((y > 14.2) & (y < 28.0) & right) | ((y > 2.0) & (y < 13.0) & ~right) | ((y > 34) & (y < 52))
            return np.asarray(((aside > PATH_M + 0.35) & (aside < PATH_M + 1.5 + wave) & long).astype(float))

        colors: tuple[tuple[str, Color, Color], ...] = (
            ("tulip", (0.70, 0.03, 0.03), (0.5, 0.3, 0.02)), ("marigold", (0.85, 0.36, 0.01), (0.6, 0.25, 0.01)),
            ("petunia", (0.42, 0.05, 0.40), (0.6, 0.5, 0.3)), ("aster", (0.78, 0.76, 0.72), (0.7, 0.5, 0.05)),
        )  # fmt: skip
        for k, (name, petal, heart) in enumerate(colors):
            flower = _grasses.Flower(0.26, 0.034, petal, heart, petals=7, cup=0.4)
            nodes += _grasses.bloom(
                name,
                flower,
                eyes,
                VIEW_YAW_RAD,
                lawn.height,
                bed,
                rng,
                density=9.0,
                seed=params.seed + 17 * k,
                patch_m=2.6,
            )
        leafy = _grasses.Blades(
            height_m=0.19, wind=0.03, wild=0.9, color=(0.05, 0.10, 0.02), tip=(0.08, 0.15, 0.03), ears=0.0
        )
        belts = (_grasses.Belt(0.0, 20.0, 9.0, 40, 0.016, 0.4), _grasses.Belt(20.0, 60.0, 3.0, 40, 0.03, 0.7))
        nodes += _grasses.strewn("bed", leafy, eyes, VIEW_YAW_RAD, lawn.height, bed, rng, belts=belts)
    return nodes


def _materials(season: Season, glow: float) -> dict[str, Material]:
    winter = season == "winter"
    look = _LOOKS[season]
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 17.0, turn_rad=0.4), _patterns.laid("turf", 1.5)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.66, 1.34)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near * (0.2 if winter else 1.0))
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.82, 1.2)
    patches = op("combine", uneven * 1.05, uneven, uneven * 0.95)
    lawn = cmul(look.lawn, speckle) if winter else cmul(cmul(look.lawn, speckle), patches)
    if season == "autumn":  # leaves lie on the lawns
        lawn = mix(lawn, (0.40, 0.19, 0.03), remap(op("z", fine) + op("z", wide) * 0.7, 0.86, 1.0) * 0.85)
    gravel: Value = (0.70, 0.73, 0.79) if winter else cmul(cmul(_GRAVEL, speckle), patches)
    lying = attribute("snow") * remap(normal_z(), 0.25, 0.6)
    facade = op(
        "brick", op("combine", op("x", coords()) + op("y", coords()), op("z", coords()), 0.0),
        (0.32, 0.36, 0.42), (0.22, 0.26, 0.32), (1.0, 1.0, 1.0), 1.0, mortar=0.9, width=3.2, height=3.4, offset=0.0,
    )  # fmt: skip
    shine: dict[str, Value] = {"emission": (1.0, 0.68, 0.36), "emission_strength": 3.5 * glow} if glow > 0 else {}
    grain_wood = op(
        "y", _patterns.repeated("turf", op("combine", op("y", coords()) * 0.8, op("x", coords()) * 6.0, 0.0))
    )
    return {
        "ground": Material(
            color=mix(lawn, gravel, attribute("trail")),
            bumps=(Bump(height=op("y", fine), strength=near * 0.5, distance_m=0.02),), preview=look.lawn, **plain,
        ),
        "grass": Material(color=cmul(attribute("tint"), patches), translucent=0.3, preview=look.lawn, **plain),
        "leaves": Material(color=mix(attribute("tint"), _SNOW, lying), translucent=0.32, preview=look.leaf, **plain),
        "bark": Material(color=mix(attribute("tint"), _SNOW, lying), preview=(0.075, 0.06, 0.048), **plain),
        "wood": Material(
            color=mix((0.20, 0.105, 0.045), (0.34, 0.19, 0.085), remap(grain_wood, 0.3, 0.7)), roughness=0.5, specular=0.3,
            preview=(0.26, 0.14, 0.06),
        ),
        "iron": Material(color=(0.015, 0.022, 0.018), roughness=0.45, specular=0.4),
        "lantern": Material(color=(0.66, 0.64, 0.58), roughness=0.3, specular=0.4, **shine),
        "tower": Material(color=cmul(attribute("tint"), facade), preview=(0.3, 0.3, 0.3), **plain),
    }  # fmt: skip
