"""A broadleaf forest: a path between the tall trunks of beeches, ferns and saplings, light that falls through the leaves; green in
spring and summer, gold in autumn, bare over snow in winter."""

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
    _patterns,
    _planting,
    _undergrowth,
)
from filmwright.content.environments._broadleaf import BEECH, BIRCH, SHRUB, Habit
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.registry import find
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("forest", "woods", "woodland", "beech forest", "deciduous forest", "forest path")
EXAMPLE = "A woman in a yellow coat walks through a forest"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = ("trees", "rocks", "fallen_leaves", "wildflowers", "floor", "shadows", "tall_grass")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = (
    "broadleaf_forest", "beech_forest", "oak_forest", "autumn_forest", "grove", "clearing", "forest_path", "forest_road",
    "open_country",
)  # fmt: skip
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = 0.03
MARK_Y_M = 8.0
_REACH_M = 190.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.30, 190.0),
    "morning": (0.62, 320.0),
    "noon": (2.3, 420.0),
    "afternoon": (-0.9, 380.0),
    "golden_hour": (0.34, 260.0),
    "dusk": (0.3, 240.0),
    "blue_hour": (-0.6, 220.0),
    "night": (0.7, 260.0),
}


class _Look(NamedTuple):
    """The colors of a season: leaves of beeches and of what is young, ferns, the litter on the ground."""

    leaf: Color
    young: Color
    fern: Color
    litter: tuple[Color, ...]
    ground: Color
    ferns: float


_LOOKS: dict[Season, _Look] = {
    "spring": _Look((0.15, 0.235, 0.030), (0.17, 0.26, 0.035), (0.085, 0.17, 0.028), ((0.17, 0.11, 0.06), (0.12, 0.085, 0.05)),
                    (0.075, 0.072, 0.034), 0.8),
    "summer": _Look((0.085, 0.15, 0.021), (0.115, 0.19, 0.028), (0.072, 0.15, 0.026), ((0.15, 0.10, 0.055), (0.11, 0.08, 0.045)),
                    (0.070, 0.058, 0.034), 1.0),
    "autumn": _Look((0.46, 0.215, 0.018), (0.54, 0.33, 0.028), (0.24, 0.14, 0.035),
                    ((0.42, 0.16, 0.03), (0.50, 0.27, 0.04), (0.26, 0.10, 0.03), (0.36, 0.20, 0.06)), (0.24, 0.115, 0.036), 0.55),
    "winter": _Look((0.2, 0.13, 0.07), (0.25, 0.15, 0.07), (0.2, 0.13, 0.06), ((0.25, 0.15, 0.08),), (0.82, 0.85, 0.91), 0.0),
}  # fmt: skip
_SNOW: Color = (0.82, 0.85, 0.91)
_MOSS: Color = (0.055, 0.085, 0.018)


class Floor(NamedTuple):
    """The lie of the forest's ground: a winding path between low banks; `seed` decides every bump."""

    seed: int
    bend_m: float = 1.9

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(self.bend_m * np.sin(y * 0.055 + 0.2) + 0.0016 * np.clip(y - 14.0, 0, 60) ** 2 - 0.3)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side."""
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = self.off_path(x, y)
        bank = 5.0 * ease((aside - 2.0) / 45.0)
        rolling = (
            noise.fractal(x * 0.028 + 4, y * 0.028, 4, seed=self.seed) * 3.4 * (0.3 + 0.7 * ease((aside - 1.0) / 12))
        )
        bumps = (
            noise.fractal(x * 0.21, y * 0.21, 3, seed=self.seed + 1) * 0.5 * (0.25 + 0.75 * ease((aside - 0.6) / 2.5))
        )
        return np.asarray(bank + rolling + bumps - 0.13 * np.exp(-((aside / 0.9) ** 4)))


class Params(NamedTuple):
    """One forest: when it is, how it stands."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.06


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A forest for a shot."""
    place = shot.place
    season: Season = "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    elif place.ground == "leaves" or place.kind == "autumn_forest" or "fallen_leaves" in place.features:
        season = "autumn"
    elif "wildflowers" in place.features:
        season = "spring"
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time, season=season)


def build(params: Params) -> Setting:
    """The forest as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 44])
    look = _LOOKS[params.season]
    floor = Floor(params.seed)
    mark_at = (float(floor.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=20.0)
    eyes = corridor.eyes(6)
    trees, trunks = _trees(floor, params, look, rng, corridor)
    rocks, stones = _lying(floor, params, rng, corridor)
    nodes: list[Node] = [_ground(floor), *trees, *rocks, *_growth(floor, params, look, rng, eyes)]
    outdoors = sky_of(params.time, snow=params.season == "winter")
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params.season),
        world=light.world,
        ground=partial(Floor.height, floor),
        marks=(_mark(floor, mark_at),),
        obstacles=np.concatenate([trunks, stones]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.1}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=35.0,
        view_fall_rad=0.45,
        move_limits_m=(1.8, 6.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the forest at a time of day. Raises UnknownName."""
    sun = find("filmwright.content.times", time, where="light.time").SUN
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.1 if snow else 0.4 if time == "night" else 1.0
    # Light reaches a forest's floor only from above: the sun stands a little higher over it than over open land.
    low = {"golden_hour": 0.27, "dawn": 0.2, "dusk": 0.2}.get(time, 0.0)
    sun = sun._replace(elevation_rad=max(sun.elevation_rad, low), irradiance=sun.irradiance * 1.7)
    return Outdoors(sun, azimuth_rad, haze_m, VIEW_YAW_RAD, stops=stops)


def _mark(floor: Floor, at: tuple[float, float]) -> Mark:
    y = np.arange(32.0, -15.0, -1.0)
    x = floor.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(floor.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=17.0,
        radius_m=2.6,
    )


def _ground(floor: Floor) -> Node:
    made = _country.sheet(
        floor.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.02, step_m=0.4,
        fine_step_rad=0.01,
    )  # fmt: skip
    x, y = made.points[:, 0], made.points[:, 1]
    made = made.with_data("trail", np.exp(-((floor.off_path(x, y) / 0.75) ** 4)))
    moss = noise.fractal(x / 5.0, y / 5.0, 4, seed=floor.seed + 3)
    return _planting.node("ground", made.with_data("moss", np.clip((moss - 0.02) / 0.16, 0, 1)), "ground", smooth=True)


def _spaced(rng: np.random.Generator, cell_m: float, reach_m: float) -> F64:
    """Places (n, 2) on a jittered grid."""
    at = np.arange(-reach_m, reach_m, cell_m)
    gx, gy = np.meshgrid(at, at + 10.0)
    points = np.column_stack([gx.ravel(), gy.ravel()])
    return np.asarray(points + (rng.random(points.shape) - 0.5) * cell_m * 0.95)


def _trees(
    floor: Floor, params: Params, look: _Look, rng: np.random.Generator, corridor: Corridor
) -> tuple[list[Node], F64]:
    """Beeches, a few birches, saplings and shrubs below them; and the trunks that stand in the way."""
    bare = params.season == "winter"
    eyes = corridor.eyes(6)
    groups: tuple[tuple[str, Habit, Color, float, float, float, float, str], ...] = (
        ("beech", BEECH, look.leaf, 5.4, 115.0, 2.7, 0.7, "beech_bark"),
        ("birch", BIRCH._replace(fork=0.4, middle=0.7, depth=0.28), look.young, 15.0, 70.0, 2.9, 0.8, "birch_bark"),
        (
            "sapling",
            SHRUB._replace(height_m=4.2, spread=0.30, clumps=20),
            look.young,
            6.2,
            62.0,
            2.6,
            0.55,
            "beech_bark",
        ),
    )
    nodes: list[Node] = []
    blocked = []
    for name, habit, leaf, cell_m, reach_m, aside_m, size, bark in groups:
        at = _spaced(rng, cell_m, reach_m)
        scales = size + (1.25 - size) * rng.random(len(at)) ** 1.3
        reach = habit.spread * habit.height_m * scales * (1.0 if name == "sapling" else 0.0)
        aside = floor.off_path(at[:, 0], at[:, 1])
        keep = (aside > aside_m + reach * 0.85) & (corridor.off_axis(at[:, 0], at[:, 1]) > 2.2 + reach)
        keep &= (corridor.off_view(at[:, 0], at[:, 1]) > 0.4 + reach) | (at[:, 1] > 34.0)
        far = _planting.distances(at, eyes)
        keep &= (far < 24.0) | _planting.ahead(at, eyes, VIEW_YAW_RAD, 1.1)
        keep &= rng.random(len(at)) < {"beech": 0.92, "birch": 0.4, "sapling": 0.5}[name]
        at, scales, far, reach = at[keep], scales[keep], far[keep], reach[keep]
        points = np.column_stack([at, floor.height(at[:, 0], at[:, 1]) - 0.06])

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf) -> Shape:
            snow = 0.6 if bare else 0.0
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=bare, snow=snow)  # type: ignore[arg-type]

        nodes += _planting.graded(
            name, make, ("leaves", bark), points, scales, far, rng,
            grades=(_planting.Grade("near", 14.0, 2), _planting.Grade("mid", 60.0, 3), _planting.Grade("far", 1e9, 3)), shading=0.13,
        )  # fmt: skip
        trunk = habit.trunk_m * scales * 1.3 + (0.5 * reach if name == "sapling" else 0.0)
        near = far < 30.0
        blocked.append(np.column_stack([at, trunk])[near])
    return nodes, np.concatenate(blocked)


def _lying(floor: Floor, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Mossy stones and fallen trunks beside the path."""
    n = 90
    x, y = rng.uniform(-20, 20, n), rng.uniform(-4, 55, n)
    scales = 0.15 + 0.6 * rng.random(n) ** 2.5
    keep = (floor.off_path(x, y) > 1.3 + scales) & (corridor.off_axis(x, y) > 1.9 + scales)
    x, y, scales = x[keep], y[keep], scales[keep]
    snow = 1.0 if params.season == "winter" else 0.0
    made = [
        _planting.node(f"stone_{k}", _ground_cover.boulder(k + 1, snow=snow), "rock", smooth=True, visible=False)
        for k in range(3)
    ]
    points = np.column_stack([x, y, floor.height(x, y) - 0.15 * scales])
    nodes: list[Node] = _planting.scattered("stones", made, points, scales, rng, tilt_rad=0.15)
    stones = np.column_stack([x, y, scales])[scales > 0.4]
    for k, (ahead, aside, yaw) in enumerate(((17.0, -5.2, 0.5), (27.0, 6.0, -0.35))):
        at_x = float(floor.path_x(np.array(ahead))) + aside
        at = np.array([at_x, ahead, _country.level_ground(floor.height, at_x, ahead)])
        fallen = _undergrowth.lying(_undergrowth.log(params.seed + k, length_m=4.2), at, yaw)
        nodes.append(_planting.node(f"log_{k}", fallen, "log", smooth=True))
        stones = np.concatenate([stones, [[at_x, ahead, 2.1]]])
    return nodes, stones


def _growth(floor: Floor, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Ferns, tufts of grass, fallen leaves and, in spring, flowers."""

    def beside(x: F64, y: F64) -> F64:
        return np.asarray(np.clip((floor.off_path(x, y) - 0.75) / 0.7, 0, 1))

    nodes: list[Node] = []

    def ferny(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 6.0, y / 6.0, 3, seed=params.seed + 12)
        return np.asarray(beside(x, y) * np.clip((drift + 0.07) / 0.14, 0, 1) * look.ferns)

    ferns = [
        _planting.node(
            f"fern_{k}",
            _undergrowth.fern(k, color=look.fern),
            "grass",
            visible=False,
            hidden_from=_grasses.UNSEEN_BY_LIGHT,
        )
        for k in range(4)
    ]
    x, y = _grasses.spots(rng, eyes, VIEW_YAW_RAD, _grasses.Belt(0.0, 44.0, 1.5, 0, 0, 0))
    there = rng.random(len(x)) < ferny(x, y)
    x, y = x[there], y[there]
    nodes += _planting.scattered(
        "ferns",
        ferns,
        np.column_stack([x, y, floor.height(x, y) - 0.02]),
        0.8 + 0.8 * rng.random(len(x)),
        rng,
        tilt_rad=0.1,
    )
    if params.season != "winter":
        leaves = [
            _planting.node(f"fallen_{k}", _undergrowth.fallen_leaves(k, colors=look.litter), "grass", visible=False,
                           hidden_from=_grasses.UNSEEN_BY_LIGHT)
            for k in range(4)
        ]  # fmt: skip
        thick = 3.4 if params.season == "autumn" else 1.5
        x, y = _grasses.spots(rng, eyes, VIEW_YAW_RAD, _grasses.Belt(0.0, 20.0, thick, 0, 0, 0))
        nodes += _planting.scattered(
            "fallen",
            leaves,
            np.column_stack([x, y, floor.height(x, y)]),
            0.8 + 0.5 * rng.random(len(x)),
            rng,
            tilt_rad=0.02,
        )

    def grassy(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 4.0, y / 4.0, 3, seed=params.seed + 14)
        return np.asarray(beside(x, y) * np.clip((drift - 0.03) / 0.2, 0, 0.8))

    green: Color = {"winter": (0.3, 0.2, 0.1), "autumn": (0.17, 0.14, 0.04)}.get(params.season, (0.075, 0.14, 0.025))
    blades = _grasses.Blades(
        height_m=0.3, color=green, tip=(green[0] * 1.7, green[1] * 1.4, green[2] * 1.5), wind=params.wind, ears=0.0
    )
    belts = (_grasses.Belt(0.0, 16.0, 2.0, 40, 0.006, 0.4), _grasses.Belt(16.0, 40.0, 0.6, 34, 0.014, 0.8))
    nodes += _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, floor.height, grassy, rng, belts=belts)
    if params.season == "spring":
        bluebell = _grasses.Flower(0.34, 0.02, (0.16, 0.12, 0.62), (0.2, 0.1, 0.5), spike=True)
        nodes += _grasses.bloom(
            "bluebell",
            bluebell,
            eyes,
            VIEW_YAW_RAD,
            floor.height,
            beside,
            rng,
            density=5.0,
            seed=params.seed + 9,
            patch_m=9.0,
        )
        anemone = _grasses.Flower(0.18, 0.022, (0.80, 0.80, 0.78), (0.6, 0.5, 0.05), petals=6, cup=0.2)
        nodes += _grasses.bloom(
            "anemone",
            anemone,
            eyes,
            VIEW_YAW_RAD,
            floor.height,
            beside,
            rng,
            density=3.0,
            seed=params.seed + 10,
            patch_m=6.0,
        )
    return nodes


def _materials(season: Season) -> dict[str, Material]:
    winter = season == "winter"
    look = _LOOKS[season]
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 9.0, turn_rad=0.4), _patterns.laid("turf", 1.3)
    near = remap(op("camera_distance"), 5.0, 45.0, 1.0, 0.0)
    mottle = remap(op("y", fine) * 0.5 + op("z", fine) * 0.5, 0.25, 0.75, 0.0, 1.0)
    litter = mix(
        (look.ground[0] * 0.62, look.ground[1] * 0.62, look.ground[2] * 0.62),
        (look.ground[0] * 1.5, look.ground[1] * 1.45, look.ground[2] * 1.3),
        mottle,
    )
    ground: Value
    if winter:
        ground = mix(_SNOW, (0.62, 0.63, 0.66), attribute("trail") * remap(op("z", fine), 0.4, 0.6))
    else:
        mossy = attribute("moss") * remap(op("x", wide), 0.35, 0.7) * (1.0 if season != "autumn" else 0.35)
        trodden = mix(litter, (0.145, 0.105, 0.070), attribute("trail") * remap(op("z", fine), 0.2, 0.7, 0.35, 0.9))
        ground = mix(
            trodden, cmul(_MOSS, mix((0.7, 0.7, 0.7), (1.5, 1.5, 1.3), mottle)), mossy * (1.0 - attribute("trail"))
        )
    lying = attribute("snow") * remap(normal_z(), 0.25, 0.6)
    upright = op("combine", op("x", coords()) * 0.5 + op("y", coords()) * 0.5, op("z", coords()) * 0.45, 0.0)
    streaks = _patterns.repeated("turf", upright)
    stem = remap(op("x", streaks) * 0.6 + op("y", streaks) * 0.4, 0.25, 0.75)
    low = remap(op("z", coords()), 0.2, 1.8, 1.0, 0.0) * remap(op("z", streaks), 0.35, 0.65) * (0.0 if winter else 0.75)
    beech = mix(mix((0.085, 0.082, 0.072), (0.215, 0.205, 0.185), stem), _MOSS, low)
    green = _SNOW if winter else _MOSS
    return {
        "ground": Material(
            color=ground,
            bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.4, strength=near * 0.8, distance_m=0.05),),
            preview=look.ground,
            **plain,
        ),
        "grass": Material(color=attribute("tint"), translucent=0.35, preview=look.fern, **plain),
        "leaves": Material(color=mix(attribute("tint"), _SNOW, lying), translucent=0.42, preview=look.leaf, **plain),
        "beech_bark": Material(
            color=mix(beech, _SNOW, lying), bumps=(Bump(height=op("y", streaks), strength=near * 0.5, distance_m=0.02),),
            preview=(0.15, 0.145, 0.13), **plain,
        ),
        "birch_bark": Material(
            color=mix(mix((0.62, 0.60, 0.56), (0.05, 0.045, 0.04), remap(op("y", streaks), 0.6, 0.75)), _SNOW, lying),
            preview=(0.6, 0.58, 0.55), **plain,
        ),
        "rock": Material(
            color=mix(mix((0.10, 0.098, 0.09), (0.22, 0.21, 0.195), op("x", fine)), green,
                      remap(attribute("snow"), 0.4, 0.6) if winter else remap(normal_z() + op("z", fine) * 0.8, 0.75, 1.2)),
            preview=(0.16, 0.155, 0.14), **plain,
        ),
        "log": Material(
            color=mix(cmul(attribute("tint"), mix((0.6, 0.6, 0.6), (1.6, 1.5, 1.4), stem)), green,
                      remap(normal_z() + op("z", fine) * 0.5, 0.55, 1.0)),
            preview=(0.09, 0.07, 0.05), **plain,
        ),
    }  # fmt: skip
