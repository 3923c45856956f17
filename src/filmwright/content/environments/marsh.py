"""A marsh in the morning's mist: still dark water between beds of reeds, dead trees that stand in it, lily pads, a grassy dam to walk on,
woods that fade behind each other."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._broadleaf import BIRCH, OAK, SHRUB
from filmwright.content.environments._country import Season, ease, season_of
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("marsh",)
EXAMPLE = "A man in rubber boots walks through a marsh at dawn"
TIMES = ("morning", "dawn", "golden_hour", "dusk", "noon", "afternoon", "blue_hour", "night")
WEATHERS = ("clear", "fog", "overcast", "rain")
FEATURES = ("water", "reflections", "trees", "tall_grass", "horizon", "floor", "shadows", "moving_clouds", "puddles")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("wetland", "swamp")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = -0.26  # a little over the water on the right
MARK_Y_M = 8.0
_DAM_M = 1.25  # half the width of the dam
_REACH_M = 2400.0
_AFLOAT = (8.6, 20.0)

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.30, 170.0),
    "morning": (0.9, 260.0),
    "noon": (2.0, 1400.0),
    "afternoon": (-1.6, 1200.0),
    "golden_hour": (0.75, 420.0),
    "dusk": (0.22, 300.0),
    "blue_hour": (-0.7, 240.0),
    "night": (0.7, 260.0),
}
_REEDS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.17, 0.17, 0.05), (0.36, 0.28, 0.13)),
    "summer": ((0.085, 0.125, 0.03), (0.27, 0.22, 0.09)),
    "autumn": ((0.22, 0.155, 0.055), (0.44, 0.31, 0.14)),
    "winter": ((0.27, 0.20, 0.11), (0.42, 0.32, 0.19)),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.07, 0.14, 0.022), (0.14, 0.2, 0.05)),
    "summer": ((0.06, 0.11, 0.02), (0.17, 0.18, 0.05)),
    "autumn": ((0.14, 0.12, 0.035), (0.30, 0.22, 0.09)),
    "winter": ((0.18, 0.15, 0.08), (0.30, 0.24, 0.14)),
}
_LEAVES: dict[Season, Color] = {
    "spring": (0.085, 0.15, 0.024), "summer": (0.045, 0.085, 0.018), "autumn": (0.30, 0.17, 0.02), "winter": (0.08, 0.07, 0.05),
}  # fmt: skip


class Params(NamedTuple):
    """One marsh: its hour, its season, its wind."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.06
    clouds: float = 0.45


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A marsh for a shot."""
    season = season_of(shot, "summer")
    wind = {"still": 0.02, "breeze": 0.06, "strong": 0.28}.get(shot.weather.wind or "breeze", 0.06)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, wind, float(rng.uniform(0.36, 0.56)))


class Bog(NamedTuple):
    """The lie of the marsh; the water's surface is z = 0."""

    seed: int

    def dam_x(self, y: F64) -> F64:
        """x of the middle of the dam."""
        return np.asarray(
            0.9 * np.sin(np.asarray(y, float) * 0.045)
            - 1.2
            - 0.004 * np.clip(np.asarray(y, float) - 14.0, 0, None) ** 1.6
        )

    def off_dam(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the dam, to the side."""
        return np.asarray(np.abs(x - self.dam_x(y)))

    def open(self, x: F64, y: F64) -> F64:
        """0..1: the pool to the right of the dam, and its channel that leads into the distance."""
        bend = 8.6 + 0.14 * np.clip(y, 0, None) + 5.0 * np.sin(y * 0.021)
        wide = 7.0 + 0.06 * np.clip(y, 0, None)
        edge = 2.6 * noise.fractal(x / 7.0, y / 7.0, 3, seed=self.seed + 3)
        left = np.exp(-((((x + 15.0) / 5.5) ** 2 + ((y - 30.0) / 15.0) ** 2) ** 2))
        return np.asarray(np.maximum(1 - ease((np.abs(x - bend) + edge - wide) / 2.4), left) * ease((y + 12.0) / 10.0))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground over the water in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        hummocks = 0.34 * noise.fractal(x / 6.5, y / 6.5, 4, seed=self.seed + 1) - 0.05
        far = ease((np.hypot(x, y) - 95.0) / 120.0)
        bed = hummocks + 0.7 * far + 9.0 * ease((np.hypot(x, y) - 240.0) / 500.0)
        bed = bed + (-1.1 - bed) * self.open(x, y) * (1 - far)
        aside = self.off_dam(x, y)
        top = (
            0.30 + 0.05 * noise.fractal(x / 3.0, y / 3.0, 2, seed=self.seed + 2) - 0.03 * np.exp(-((aside / 0.45) ** 2))
        )
        dam = 1 - ease((aside - _DAM_M) / 1.5)
        return np.asarray(bed + (top - bed) * dam)


def build(params: Params) -> Setting:
    """The marsh as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 443])
    bog = Bog(params.seed)
    mark_at = (float(bog.dam_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=13.0)
    trees, trunks = _trees(bog, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(
            _ground(bog, params),
            _planting.node("water", shapes.grid([-420.0, 460.0], [-60.0, 700.0]), "water"),
            *trees, *_growth(bog, params, rng, corridor), *_lilies(bog, rng), *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Bog.height, bog),
        marks=_marks(bog, mark_at),
        obstacles=trunks,
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.35,
        view_fall_rad=0.3,
        move_limits_m=(1.6, 5.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, 0.0),
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the marsh at a time of day, misty while the sun is low. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"night": 0.3, "golden_hour": 0.55, "dawn": 0.5, "dusk": 0.5}.get(time, 0.5)
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def _marks(bog: Bog, at: tuple[float, float]) -> tuple[Mark, ...]:
    """On the dam, on a way along it towards the camera; afloat on the pool beside it."""
    y = np.arange(32.0, -12.0, -1.0)
    path = tuple((float(a), float(b)) for a, b in zip(bog.dam_x(y), y, strict=True))
    line = np.linspace(-7.0, 9.0, 12)
    return (
        Mark((at[0], at[1], _country.level_ground(bog.height, *at)), VIEW_YAW_RAD, path=path, back_m=12.0, radius_m=1.1),
        Mark(
            (*_AFLOAT, 0.0), -0.25, kind="water", path=tuple((float(_AFLOAT[0] + s), float(_AFLOAT[1] + 0.2 * s)) for s in line[::-1]),
            back_m=15.0, radius_m=3.0,
        ),
    )  # fmt: skip


def _ground(bog: Bog, params: Params) -> Node:
    made = _country.sheet(bog.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.012)
    x, y, z = made.points.T
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.4 * noise.fractal(x / 9.0, y / 9.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    tint = (grass + (tip - grass) * 0.5 * patch) * 0.8
    mud = 1 - ease((z - 0.06) / 0.16)
    made = made.with_data("tint", tint + (np.array([0.045, 0.036, 0.022]) - tint) * mud[:, None])
    worn = np.exp(-((bog.off_dam(x, y) / 0.42) ** 4)) * (0.5 + 0.5 * patch[:, 0])
    return _planting.node("ground", made.with_data("worn", worn), "ground", smooth=True)


def _dead(seed: int, detail: str) -> Shape:
    """A tree that drowned long ago: a leaning trunk, a few bare limbs broken short."""
    rng = np.random.default_rng([seed, 17])
    high = float(rng.uniform(6.5, 10.5))
    t = np.linspace(0.0, 1.0, 12)
    lean = rng.normal(0, 0.09 * high, 2)
    line = np.column_stack([lean[0] * t**1.5, lean[1] * t**1.5, high * t - 0.9]) + 0.03 * np.column_stack(
        [np.cumsum(rng.normal(0, 1, 12)), np.cumsum(rng.normal(0, 1, 12)), np.zeros(12)]
    )
    line -= line[0] * [1, 1, 0]
    sides = 9 if detail == "near" else 6
    parts = [shapes.sweep(line, 0.24 * (1 - t) ** 0.8 + 0.02 + 0.22 * np.exp(-t * 18), sides=sides)]
    for _ in range(int(rng.integers(7, 12))):
        share = float(rng.uniform(0.35, 0.97))
        start = np.array([np.interp(share, t, line[:, k]) for k in range(3)])
        turn, long = rng.uniform(0, 6.28), float(rng.uniform(0.5, 2.6)) * (1.15 - 0.7 * share)
        way = np.array([np.cos(turn), np.sin(turn), float(rng.uniform(0.05, 0.9))])
        mid = start + 0.5 * long * way + rng.normal(0, 0.06, 3)
        end = start + long * (way + [0, 0, float(rng.uniform(-0.2, 0.5))])
        limb = shapes.curve([start, mid, end], 7)
        thick = 0.085 * (1.1 - 0.7 * share)
        parts.append(shapes.sweep(limb, np.linspace(thick, 0.012, 7), sides=5))
        for s in (0.45, 0.7, 0.88)[: int(rng.integers(1, 4))]:
            at = limb[int(s * 6)]
            twig = at + rng.normal(0, 1.0, 3) * [0.35, 0.35, 0.3] * long / 1.6 + [0, 0, 0.12]
            parts.append(
                shapes.sweep([at, (at + twig) / 2 + rng.normal(0, 0.03, 3), twig], [0.02, 0.013, 0.006], sides=4)
            )
    made = shapes.join(parts)
    shade = np.clip(0.55 + 0.5 * made.points[:, 2] / high, 0, 1)[:, None]
    foot = np.clip((0.5 - made.points[:, 2]) / 0.5, 0, 1)[:, None]
    tint = np.array([0.235, 0.215, 0.185]) * (0.55 + 0.6 * shade) * float(rng.uniform(0.75, 1.15))
    return made.with_data("tint", tint + (np.array([0.04, 0.045, 0.02]) - tint) * foot * 0.8)


def _trees(bog: Bog, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Dead trees in the water, birches and bushes on the dryer spots, woods in rows beyond."""
    eyes = corridor.eyes(4)
    spots = np.array(
        [(6.8, 17.5), (12.6, 24.0), (9.8, 34.0), (15.5, 17.0), (17.5, 40.0), (7.0, 50.0), (-9.0, 24.0), (-14.0, 34.0), (21.0, 29.0),
         (13.0, 62.0), (26.0, 55.0), (-19.0, 47.0), (5.0, 74.0), (19.0, 80.0), (-11.5, 12.0), (30.0, 42.0)]
    )  # fmt: skip
    spots = spots + rng.normal(0, 0.7, spots.shape)
    points = np.column_stack([spots, np.minimum(bog.height(spots[:, 0], spots[:, 1]), 0.2)])
    made = [
        _planting.node(f"dead_{k}", _dead(params.seed + k, "near"), "dead", smooth=True, visible=False)
        for k in range(5)
    ]
    nodes: list[Node] = _planting.scattered(
        "dead trees", made, points, rng.uniform(0.7, 1.2, len(points)), rng, tilt_rad=0.05
    )
    stumps = np.array([(3.6, 12.6), (5.4, 14.6), (-5.2, 13.0), (11.0, 13.0), (-8.0, 18.5)])
    short = [
        _planting.node(
            f"stump_{k}", shapes.lathe([(0.3, -0.8), (0.2, 0.0), (0.16, 0.5 + 0.25 * k), (0.05, 0.62 + 0.25 * k)], sides=9).with_data(
                "tint", (0.11, 0.095, 0.07)), "dead", visible=False)
        for k in range(3)
    ]  # fmt: skip
    nodes += _planting.scattered(
        "stumps", short, np.column_stack([stumps, np.zeros(5)]), rng.uniform(0.7, 1.2, 5), rng, tilt_rad=0.12
    )
    n = 5200
    r = 58.0 + 620.0 * rng.random(n) ** 1.1
    turn = VIEW_YAW_RAD + rng.uniform(-1.0, 1.0, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    wood = noise.fractal(x / 55.0, y / 55.0, 3, seed=params.seed + 8) + 0.5 * ease((r - 130.0) / 120.0) - 0.12
    keep = (rng.random(n) < np.clip(wood * 2.2, 0.0, 0.75)) & (bog.open(x, y) < 0.05)
    near = np.array([(-9.5, 5.0), (-13.0, 15.5), (21.5, 12.0), (-23.0, 22.0)])
    x, y = np.concatenate([near[:, 0], x[keep]]), np.concatenate([near[:, 1], y[keep]])
    scales = np.concatenate([np.array([0.75, 0.6, 0.8, 0.8]), rng.uniform(0.5, 1.0, int(keep.sum()))])
    at = np.column_stack([x, y, np.maximum(bog.height(x, y), 0.0) - 0.15])
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = (BIRCH._replace(clumps=40), OAK._replace(clumps=26, clump=0.15, height_m=11.0))[kind % 2]
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    nodes += _planting.graded(
        "birch", make, ("leaves", "bark"), at, scales, _planting.distances(at, eyes), rng,
        grades=(_planting.Grade("mid", 95.0, 2), _planting.Grade("far", 1e9, 4)),
    )  # fmt: skip
    n = 60
    x, y = rng.uniform(-34.0, 40.0, n), rng.uniform(6.0, 75.0, n)
    keep = (bog.open(x, y) < 0.1) & (bog.off_dam(x, y) > 4.5) & (corridor.off_axis(x, y) > 4.0)
    bush = np.column_stack([x, y, np.maximum(bog.height(x, y), 0.0) - 0.1])[keep]

    def willow(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, SHRUB, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    nodes += _planting.graded(
        "willow", willow, ("leaves", "bark"), bush, rng.uniform(0.5, 1.1, len(bush)), _planting.distances(bush, eyes), rng,
        grades=(_planting.Grade("mid", 95.0, 3), _planting.Grade("far", 1e9, 2)),
    )  # fmt: skip
    return nodes, np.concatenate(
        [np.column_stack([spots, np.full(len(spots), 0.5)]), np.column_stack([stumps, np.full(5, 0.4)])]
    )


def _growth(bog: Bog, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Reeds out of the shallows, sedge on the hummocks, grass on the dam."""
    eyes = corridor.eyes(5)
    color, tip = _REEDS[params.season]

    def reedy(x: F64, y: F64) -> F64:
        z = bog.height(x, y)
        band = np.clip((z + 0.55) / 0.25, 0, 1) * (1 - 0.55 * np.clip((z - 0.16) / 0.12, 0, 1))
        drift = np.clip((noise.fractal(x / 11.0, y / 11.0, 3, seed=params.seed + 5) + 0.16) / 0.14, 0, 1)
        bank = (x > bog.dam_x(y)) & (x < 0.22 * y + 4.0) & (y < 40.0)  # stays low, for the pool to be seen
        there = band * drift * ease((bog.off_dam(x, y) - _DAM_M - 0.5) / 1.0) * np.where(bank, 0.05, 1.0)
        before_lens = ease((corridor.off_axis(x, y) - 2.6) / 2.0)
        return np.asarray(there * before_lens * (1 - 0.9 * ease((bog.open(x, y) - 0.4) / 0.4)))

    def sedge(x: F64, y: F64) -> F64:
        z = bog.height(x, y)
        return np.asarray(
            np.clip((z + 0.02) / 0.1, 0, 1) * ease((bog.off_dam(x, y) - 0.55) / 0.5) * (np.hypot(x, y) < 120)
        )

    def turf(x: F64, y: F64) -> F64:
        aside = bog.off_dam(x, y)
        drift = 0.55 + 0.9 * noise.fractal(x / 2.5, y / 2.5, 2, seed=params.seed + 7)
        return np.asarray((aside < _DAM_M + 0.5) * np.clip(drift * (0.18 + ease((aside - 0.2) / 0.5)), 0.0, 1.0))

    reed = _grasses.Blades(height_m=1.5, wind=params.wind, wild=0.16, color=color, tip=tip, ears=0.16)
    belts = (
        _grasses.Belt(0.0, 16.0, 5.0, 34, 0.011, 0.42),
        _grasses.Belt(16.0, 45.0, 1.7, 34, 0.022, 0.8),
        _grasses.Belt(45.0, 130.0, 0.35, 36, 0.06, 1.8),
    )
    nodes = _grasses.strewn("reeds", reed, eyes, VIEW_YAW_RAD, bog.height, reedy, rng, belts=belts)
    grass, pale = _GRASS[params.season]
    low = _grasses.Blades(height_m=0.5, wind=params.wind, wild=0.7, color=grass, tip=pale, ears=0.05)
    few = (_grasses.Belt(0.0, 18.0, 3.0, 56, 0.007, 0.5), _grasses.Belt(18.0, 60.0, 0.8, 50, 0.018, 1.0))
    nodes += _grasses.strewn("sedge", low, eyes, VIEW_YAW_RAD, bog.height, sedge, rng, belts=few)
    short = _grasses.Blades(height_m=0.16, wind=params.wind, color=grass, tip=pale, ears=0.04)
    return nodes + _grasses.strewn("turf", short, eyes, VIEW_YAW_RAD, bog.height, turf, rng, belts=_grasses.BELTS[:2])


def _lilies(bog: Bog, rng: np.random.Generator) -> list[Node]:
    """Pads of water lilies in drifts, some of them in flower."""
    n = 2600
    x, y = rng.uniform(-20.0, 26.0, n), rng.uniform(4.0, 62.0, n)
    drift = noise.fractal(x / 4.5, y / 4.5, 3, seed=bog.seed + 12)
    keep = (drift > 0.06) & (bog.open(x, y) > 0.45) & (bog.height(x, y) < -0.3)
    x, y = x[keep], y[keep]
    pads = []
    for k in range(3):
        turn = np.linspace(0.22, 6.28 - 0.22, 15)
        rim = np.column_stack([np.cos(turn), np.sin(turn), 0.02 * np.sin(3 * turn + k)]) * 0.15
        points = np.concatenate([[[0.0, 0.0, 0.004]], rim + [0, 0, 0.008]])
        pad = shapes.shape(points, [(0, i, i + 1, -1) for i in range(1, 15)])
        pads.append(pad.with_data("tint", np.array([0.055, 0.10, 0.025]) * (0.8 + 0.25 * k)))
    made = [_planting.node(f"pad_{k}", pad, "lily", visible=False) for k, pad in enumerate(pads)]
    points = np.column_stack([x, y, np.full(len(x), 0.004)])
    nodes: list[Node] = _planting.scattered("pads", made, points, rng.uniform(0.5, 1.25, len(x)), rng, tilt_rad=0.01)
    petals = _grasses.Flower(
        petal=(0.78, 0.76, 0.72), heart=(0.75, 0.50, 0.05), stem_m=0.03, head_m=0.07, petals=9, cup=0.7
    )
    bloom = [
        _planting.node(f"lily_{k}", _grasses.flowers(k, petals, count=1, spread_m=0.0), "lily", visible=False)
        for k in range(2)
    ]
    some = points[rng.random(len(points)) < 0.05]
    return nodes + _planting.scattered("lilies", bloom, some, np.ones(len(some)), rng, tilt_rad=0.05)


def _materials(params: Params) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = 1.0 + (remap(op("y", fine), 0.2, 0.8, 0.6, 1.4) - 1.0) * near
    speckle = op("combine", grain, grain, grain)
    leaf = _LEAVES[params.season]
    return {
        "ground": Material(
            color=mix(cmul(attribute("tint"), speckle), cmul((0.11, 0.082, 0.05), speckle), attribute("worn") * 0.8),
            bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.04),), preview=(0.06, 0.08, 0.03), **plain,
        ),
        "water": _water.basin(0.4 * params.wind, deep=(0.010, 0.012, 0.007)),
        "dead": Material(color=cmul(attribute("tint"), speckle), preview=(0.2, 0.18, 0.16), **plain),
        "lily": Material(color=attribute("tint"), roughness=0.35, specular=0.4, preview=(0.06, 0.1, 0.03)),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=(0.15, 0.15, 0.05), **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=attribute("tint"), preview=(0.1, 0.09, 0.08), **plain),
    }  # fmt: skip
