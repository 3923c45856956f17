"""A castle on its hill, seen over a flowering meadow: a road winds up through trees to the gate, hills stand blue behind. After dark its
windows shine; in winter snow lies on the land and the roofs."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK, SHRUB, Habit
from filmwright.content.environments._castle import works
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._hills import REACH_M, Hills, Parcels
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, Value, attribute, cmul, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("castle", "fortress")
EXAMPLE = "A woman in a long dress walks towards a castle in the morning"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "trees", "tall_grass", "wildflowers", "horizon", "roof", "windows", "moving_clouds", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = -0.03
MARK_Y_M = 9.0
CASTLE = (13.0, 186.0)  # the middle of its courtyard
HILL_M, FLAT_M, FOOT_M = 19.0, 36.0, 104.0  # height of its hill over the land, reach of its top and of its foot

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.5, 900.0),
    "morning": (2.0, 1900.0),
    "noon": (2.5, 2800.0),
    "afternoon": (-2.0, 2300.0),
    "golden_hour": (-1.85, 1500.0),
    "dusk": (-0.42, 1300.0),
    "blue_hour": (0.9, 1300.0),
    "night": (1.9, 1500.0),
}
_GLOW = {"dawn": 0.5, "golden_hour": 0.12, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much the windows shine; chosen."""
_SNOW: Color = (0.83, 0.86, 0.92)
_DIRT: Color = (0.30, 0.235, 0.155)


class _Look(NamedTuple):
    """The colors of a season: grass and its tips, the ground under it, leaves of two kinds, how many flowers."""

    grass: Color
    tip: Color
    ground: Color
    leaf: Color
    other_leaf: Color
    flowers: float


_LOOKS: dict[Season, _Look] = {
    "spring": _Look((0.085, 0.175, 0.022), (0.16, 0.26, 0.05), (0.070, 0.125, 0.024), (0.095, 0.165, 0.022), (0.13, 0.20, 0.035), 1.0),
    "summer": _Look((0.080, 0.142, 0.022), (0.22, 0.225, 0.07), (0.074, 0.108, 0.026), (0.070, 0.122, 0.020), (0.095, 0.145, 0.028), 0.8),
    "autumn": _Look((0.150, 0.135, 0.035), (0.34, 0.255, 0.10), (0.115, 0.098, 0.036), (0.36, 0.125, 0.016), (0.44, 0.25, 0.025), 0.0),
    "winter": _Look((0.30, 0.22, 0.115), (0.42, 0.31, 0.17), (0.83, 0.86, 0.92), (0.1, 0.08, 0.06), (0.1, 0.08, 0.06), 0.0),
}  # fmt: skip


class Mount(NamedTuple):
    """The land: rolling hills, and one with a flat top that carries the castle."""

    hills: Hills
    top_m: float

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        land = self.hills.height(x, y)
        away = np.hypot(x - CASTLE[0], (y - CASTLE[1]) * 1.15)
        away = away * (1.0 + 0.16 * noise.fractal(x * 0.018, y * 0.018, 3, seed=self.hills.seed + 31))
        share = ease((FOOT_M - away) / (FOOT_M - FLAT_M)) ** 1.25
        crags = (
            2.6 * noise.fractal(x * 0.07, y * 0.07, 4, ridged=True, seed=self.hills.seed + 32) * share * (1 - share) * 4
        )
        return np.asarray(land + (self.top_m - land) * share + crags)

    def road(self) -> F64:
        """The way (n, 2) from the meadow up to the gate, in steps of half a metre."""
        y = np.arange(-30.0, 62.0, 2.0)
        near = np.column_stack([self.hills.path_x(y), y])
        rest = np.array(
            [(-6.0, 78.0), (-22.0, 96.0), (-34.0, 112.0), (-22.0, 127.0), (8.0, 133.0), (22.0, 140.0), (15.0, 150.0)]
        )
        line = shapes.curve(np.concatenate([near[::6], rest]), 700)
        return np.asarray(line)


class Params(NamedTuple):
    """One castle: when it is, how the land lies."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    wind: float = 0.12
    clouds: float = 0.55


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A castle for a shot."""
    place = shot.place
    season: Season = "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    elif place.ground == "leaves":
        season = "autumn"
    wind = {"still": 0.02, "breeze": 0.12, "strong": 0.34}.get(shot.weather.wind or "breeze", 0.12)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, wind, float(rng.uniform(0.48, 0.6)))


def build(params: Params) -> Setting:
    """The castle and its land as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 401])
    look = _LOOKS[params.season]
    hills = Hills(
        params.seed,
        gentle_m=1.1,
        dell_m=5.0,
        hills_m=46.0,
        ridges_m=360.0,
        knoll=(-30.0, 60.0, 1.0, 20.0),
        bend_m=1.4,
        path_m=1.0,
    )
    mount = Mount(hills, _country.level_ground(hills.height, *CASTLE) + HILL_M)
    mark_at = (float(hills.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    eyes = Corridor(mark_at, VIEW_YAW_RAD, back_m=21.0).eyes(6)
    trees, trunks = _trees(mount, params, look, rng, eyes)
    nodes: list[Node] = [_ground(mount, params, look), *trees, *_growth(mount, params, look, rng, eyes)]
    for name, part in works.castle(rng).gathered().items():
        nodes.append(
            _planting.node(f"castle {name}", part.moved((*CASTLE, mount.top_m)), name, smooth=True, sharp_rad=0.5)
        )
    winter = params.season == "winter"
    outdoors = sky_of(params.time, params.clouds, snow=winter)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(look, _GLOW.get(params.time, 0.0), winter=winter),
        world=light.world,
        ground=partial(Mount.height, mount),
        marks=(_mark(mount, mark_at),),
        obstacles=trunks,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=6.3,
        lens_mm=38.0,
        camera_height_m=1.25,
        view_fall_rad=0.22,
        move_limits_m=(3.0, 7.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the castle at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = 0.0 if snow else 0.45 if time == "night" else 0.7
    return _open_sky.outdoors(
        time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in ("dawn", "dusk")
    )


def _mark(mount: Mount, at: tuple[float, float]) -> Mark:
    y = np.arange(34.0, -16.0, -1.0)
    x = mount.hills.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(mount.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=18.0,
        radius_m=6.0,
    )


def _ground(mount: Mount, params: Params, look: _Look) -> Node:
    made = _country.sheet(mount.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=REACH_M, growth=0.013)
    x, y = made.points[:, 0], made.points[:, 1]
    r = np.hypot(x, y)
    base = np.asarray(look.ground) * (0.82 + 0.7 * (noise.fractal(x / 26, y / 26, 4, seed=params.seed) + 0.2))[:, None]
    if params.season == "winter":
        base = np.tile(np.asarray(look.ground), (len(x), 1))
    palette = tuple(
        (g[0] * k, g[1] * k, g[2] * k)
        for g, k in ((look.ground, 1.0), (look.grass, 0.9), (look.tip, 0.8 if params.season != "winter" else 2.0))
    )
    fields = Parcels(params.seed, palette=palette).colors(x, y)
    tint = base + (fields - base) * ease((r - 260) / 80)[:, None]
    wood = np.asarray(look.leaf) * 0.4
    tint = tint + (wood - tint) * np.clip(mount.hills.wooded(x, y) * ease((r - 250) / 40), 0, 1)[:, None]
    away, _ = cKDTree(mount.road()).query(made.points[:, :2])
    road = 1 - ease((away - np.where(y > 60.0, 1.9, 1.0)) / 0.5)
    return _planting.node("ground", made.with_data("tint", tint).with_data("trail", road), "ground", smooth=True)


_GRADES = (_planting.Grade("near", 44.0, 2), _planting.Grade("mid", 110.0, 2), _planting.Grade("far", 1e9, 3))


def _trees(mount: Mount, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    """An oak that frames the view, trees on the flanks of the hill and about its foot, woods on the hills."""
    bare = params.season == "winter"
    road = cKDTree(mount.road())
    n = 900
    turn, far = rng.random(n) * 2 * math.pi, FLAT_M + 7.0 + rng.random(n) ** 0.8 * 80.0
    flank = np.column_stack([CASTLE[0] + far * np.cos(turn), CASTLE[1] + far * np.sin(turn) / 1.15])
    thick = noise.fractal(flank[:, 0] / 22, flank[:, 1] / 22, 3, seed=params.seed + 3) > 0.02
    low = (far > FLAT_M + 16.0) | (np.abs(np.sin(turn)) < 0.5)
    flank = flank[thick & low & (road.query(flank)[0] > 5.0) & (flank[:, 1] > 84.0)]
    m = 40_000
    r, way = 260 + 1900 * rng.random(m) ** 1.6, VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, m)
    wood = np.column_stack([-r * np.sin(way), r * np.cos(way)])
    wood = wood[rng.random(m) < mount.hills.wooded(wood[:, 0], wood[:, 1]) * np.clip(0.20 - 0.00008 * r, 0.05, 1)]
    third = len(flank) // 3
    groups: tuple[tuple[str, Habit, Color, F64, F64], ...] = (
        ("oak", OAK, look.leaf, np.concatenate([[(-13.0, 27.0), (26.0, 62.0), (-34.0, 70.0)], flank[:third]]),
         np.concatenate([[1.0, 0.9, 1.0], 0.55 + 0.35 * rng.random(third)])),
        ("linden", LINDEN, look.other_leaf, np.concatenate([[(32.0, 70.0), (-40.0, 62.0)], flank[third : 2 * third]]),
         np.concatenate([[0.9, 1.0], 0.55 + 0.4 * rng.random(third)])),
        ("shrub", SHRUB, look.leaf, np.concatenate([[(-9.0, 31.0), (22.0, 58.0), (-17.0, 25.0)], flank[2 * third :]]),
         np.concatenate([[1.1, 1.2, 1.0], 0.9 + 1.0 * rng.random(len(flank) - 2 * third)])),
        ("copse", OAK._replace(clumps=24, clump=0.16), look.leaf, wood, 0.75 + 0.4 * rng.random(len(wood))),
    )  # fmt: skip
    nodes: list[Node] = []
    blocked = []
    for name, habit, leaf, at, scales in groups:
        points = np.column_stack([at, mount.height(at[:, 0], at[:, 1]) - 0.15])

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=bare, snow=0.6 * bare)  # type: ignore[arg-type]

        away = _planting.distances(points, eyes)
        nodes += _planting.graded(name, make, ("leaves", "bark"), points, scales, away, rng, grades=_GRADES)
        blocked.append(np.column_stack([at, np.full(len(at), 0.7)])[away < 60])
    return nodes, np.concatenate(blocked)


def _growth(mount: Mount, params: Params, look: _Look, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Grass and flowers beside the road."""
    winter = params.season == "winter"

    def free(x: F64, y: F64) -> F64:
        aside = mount.hills.off_path(x, y)
        drift = 0.62 + 0.9 * noise.fractal(x / 7, y / 7, 3, seed=params.seed + 4)
        tall = np.clip((aside - 1.05) / 0.6, 0, 1) * np.clip(drift, 0.25, 1.0)
        return np.asarray(tall * (np.clip(drift - 0.62, 0, 0.3) if winter else 1.0))

    blades = _grasses.Blades(color=look.grass, tip=look.tip, wind=params.wind, ears=0.1)
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, mount.height, free, rng)
    if look.flowers:
        kinds = (
            ("poppy", _grasses.POPPY, 1.5, 8.0),
            ("daisy", _grasses.DAISY, 2.6, 5.0),
            ("buttercup", _grasses.BUTTERCUP, 2.0, 4.0),
        )
        for k, (name, flower, density, patch_m) in enumerate(kinds):
            nodes += _grasses.bloom(
                name, flower, eyes, VIEW_YAW_RAD, mount.height, free, rng, density=density * look.flowers,
                seed=params.seed + 31 * k, patch_m=patch_m,
            )  # fmt: skip
    return nodes


def _materials(look: _Look, glow: float, *, winter: bool) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 31.0, turn_rad=0.4), _patterns.laid("turf", 2.6)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near * (0.15 if winter else 1.0))
    uneven = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.25, 0.75, 0.76, 1.26)
    patches = op("combine", uneven * 1.05, uneven, uneven * 0.93)
    tint = attribute("tint")
    field = cmul(tint, speckle) if winter else cmul(cmul(tint, speckle), patches)
    trail: Value = (0.68, 0.72, 0.80) if winter else cmul(cmul(_DIRT, speckle), patches)
    # Stones: courses of ashlar, blotches and what rain has washed down.
    spot = attribute("spot")
    blotch = _patterns.repeated("turf", op("combine", op("x", spot) * 0.055, op("y", spot) * 0.055, 0.0))
    streak = _patterns.repeated("turf", op("combine", op("x", spot) * 0.28, op("y", spot) * 0.035, 0.0))
    courses = op(
        "brick", op("combine", op("x", spot), op("y", spot), 0.0), (1.1, 1.06, 1.0), (0.84, 0.87, 0.9), (0.72, 0.7, 0.66), 1.0,
        mortar=0.035, width=0.95, height=0.42, offset=0.5,
    )  # fmt: skip
    worn = remap(op("x", blotch) * 0.6 + op("z", blotch) * 0.4, 0.2, 0.8, 0.72, 1.18) * remap(
        op("x", streak), 0.15, 0.6, 0.74, 1.05
    )
    foot = remap(op("y", spot) + op("z", blotch) * 5.0, -2.0, 5.0, 0.66, 1.0)
    shade = worn * foot
    stone = cmul(cmul(tint, courses), op("combine", shade * 1.02, shade, shade * 0.97))
    tiles = op("white_noise", op("combine", op("floor", op("x", spot) * 1.6), op("floor", op("y", spot) * 2.2), 1.0))
    slate = remap(tiles, 0.0, 1.0, 0.8, 1.22) * remap(op("fract", op("y", spot) * 2.2), 0.0, 0.2, 0.7, 1.0)
    roof = cmul(tint, op("combine", slate, slate, slate))
    lying = remap(normal_z(), 0.25, 0.6)
    if winter:
        stone, roof = mix(stone, _SNOW, remap(normal_z(), 0.6, 0.9)), mix(roof, _SNOW, lying * 0.85)
    snowed = attribute("snow") * lying
    shine: dict[str, Value] = {"emission": attribute("lit"), "emission_strength": 5.0 * glow} if glow > 0 else {}
    return {
        "ground": Material(
            color=mix(field, trail, attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.5, 1.0)),
            bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.05),), preview=look.ground, **plain,
        ),
        "grass": Material(color=tint if winter else cmul(tint, patches), translucent=0.3, preview=look.grass, **plain),
        "leaves": Material(color=mix(tint, _SNOW, snowed), translucent=0.3, preview=look.leaf, **plain),
        "bark": Material(color=mix(tint, _SNOW, snowed), preview=(0.075, 0.06, 0.048), **plain),
        "stone": Material(color=stone, preview=(0.4, 0.36, 0.29), **plain),
        "roof": Material(color=roof, roughness=0.5, specular=0.3, preview=(0.1, 0.1, 0.12)),
        "opening": Material(color=tint, preview=(0.015, 0.014, 0.013), **shine, **plain),
        "metal": Material(color=tint, roughness=0.4, specular=0.5),
        "cloth": Material(color=tint, translucent=0.4, preview=(0.42, 0.03, 0.03), **plain),
    }  # fmt: skip
