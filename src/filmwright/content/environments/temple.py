"""The court of an East-Asian temple: a paved way between stone lanterns and pines to a red hall under two swept roofs, galleries on both
sides, a pagoda and wooded hills behind. After dark lanterns and paper windows shine; in spring its cherries flower, in winter snow lies."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import Habit
from filmwright.content.environments._castle.works import Works
from filmwright.content.environments._country import Season
from filmwright.content.environments._temple import works as built
from filmwright.content.environments._town import fittings
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("temple",)
EXAMPLE = "A monk walks through the court of a temple in the morning"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = ("lanterns", "trees", "roof", "windows", "floor", "shadows", "moving_clouds", "horizon", "doorway")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("shrine", "pagoda")
"""Places it is as well: nothing is missing when one of them is asked for."""
LANDMARKS = ("temple", "pagoda", "column", "stairs")
REGIONS = ("japan", "china", "kyoto")

VIEW_YAW_RAD = 0.0
MARK = (0.0, 7.0)
HALL = (0.0, 57.0)
_TERRACE = (15.0, 8.6)  # half of it
_PAGODA = (-29.0, 100.0)
_GALLERY_M, _COURT_M = 17.0, (6.0, 43.0)
_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.75, 0.2), "morning": (2.7, 0.68), "noon": (2.75, 0.95), "afternoon": (-2.7, 0.62), "golden_hour": (-2.65, 0.36),
    "dusk": (-0.5, 0.12), "blue_hour": (-0.7, 0.6), "night": (-2.2, 0.6),
}  # fmt: skip
"""Where the sun stands (0 towards the hall, clockwise) and how high: over the galleries, onto the court. By eye."""
_GLOW = {"dawn": 0.5, "golden_hour": 0.15, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much lanterns and windows shine; chosen."""
_TILES: tuple[Color, ...] = ((0.058, 0.078, 0.082), (0.050, 0.085, 0.070), (0.075, 0.072, 0.070))
_PINE = Habit(
    height_m=7.2, trunk_m=0.24, spread=0.52, depth=0.27, middle=0.70, clumps=34, clump=0.125, leaf_m=0.10, limbs=8, fork=0.3, droop=0.0,
    umbrella=0.85, lean=0.16,
)  # fmt: skip
_NEEDLES: Color = (0.030, 0.072, 0.026)
_LEAVES: dict[Season, Color] = {
    "spring": (0.68, 0.36, 0.42), "summer": (0.085, 0.145, 0.028), "autumn": (0.46, 0.085, 0.018), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
"""The leaves of cherries and maples, or what flowers on them."""
_SNOW: Color = (0.80, 0.83, 0.88)


class Params(NamedTuple):
    """One temple: its hour, its season, the glaze of its tiles."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5
    tile: int = 0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A temple for a shot."""
    season = _country.season_of(shot, "summer", snow=True)
    return Params(
        int(rng.integers(1, 10_000)),
        shot.light.time,
        season,
        float(rng.uniform(0.42, 0.58)),
        int(rng.integers(len(_TILES))),
    )


def build(params: Params) -> Setting:
    """The temple as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 523])
    winter, glow = params.season == "winter", _GLOW.get(params.time, 0.0)
    tile = _TILES[params.tile]
    parts = Works(rng)
    built.terrace(parts, HALL, _TERRACE)
    built.hall(parts, (*HALL, built.TERRACE_M), tile)
    built.pagoda(parts, (*_PAGODA, 0.0), tile)
    for side in (-1, 1):
        built.gallery(parts, side, _GALLERY_M, _COURT_M, tile)
    lanterns = [(s * 3.4, y) for s in (-1, 1) for y in (3.5, 11.0, 18.5, 26.0, 33.5)]
    for x, y in lanterns:
        built.stone_lantern(parts, x, y)
    built.burner(parts, 0.0, 41.0)
    trees, trunks = _trees(params, rng)
    outdoors = sky_of(params.time, params.clouds, snow=winter)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [_ground(), fittings.hills(rng, snow=winter, leaf=(0.05, 0.085, 0.025)), *trees]
    for name, part in parts.gathered().items():
        nodes.append(_planting.node(f"temple {name}", part, name, smooth=True, sharp_rad=0.5))
    blocked = [(x, y, 0.55) for x, y in lanterns] + [(0.0, 41.0, 1.1)]
    blocked += [(s * (_GALLERY_M - 0.6), y, 2.0) for s in (-1, 1) for y in np.arange(_COURT_M[0], _COURT_M[1], 2.5)]
    blocked += [(x, HALL[1] - _TERRACE[1], 1.2) for x in np.arange(-15.0, 15.1, 1.5)]
    return Setting(
        nodes=(*nodes, *_lamps(glow), *light.nodes),
        materials=_materials(glow, winter=winter),
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        obstacles=np.concatenate([np.array(blocked), trunks]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.5 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.3,
        view_fall_rad=0.25,
        move_limits_m=(2.4, 7.0, 5.0),
        outdoors=outdoors,
    )


def _level(x: F64, y: F64) -> F64:
    """The court is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the temple at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.75, "dusk": 0.6, "night": 0.35, "blue_hour": 0.35}.get(time, 0.6)
    found = _open_sky.outdoors(
        time, azimuth_rad, 900.0 if low else 1500.0, VIEW_YAW_RAD, clouds=clouds, stops=stops - 0.4 * snow, disc=low
    )
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _mark() -> Mark:
    """On the paved way, walking towards the camera."""
    y = np.arange(36.0, -14.0, -1.0)
    return Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y),
        back_m=17.0,
        radius_m=2.4,
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lanterns find the hero: warm, from one side and from behind."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("lanterns", 1.0, 0.25, 5.0, 1.6, 90.0 * glow, (1.0, 0.66, 0.38)),
        HeroLamp("hall", -2.4, 0.5, 5.0, 1.4, 220.0 * glow, (1.0, 0.50, 0.26)),
    )


def _lamps(glow: float) -> list[Node]:
    """After dark, what the lanterns throw on the court, the hall and the galleries."""
    if glow < 0.4:
        return []
    front = HALL[1] - 6.6
    spots: list[tuple[tuple[float, float, float], float, float]] = [
        ((x, front, built.TERRACE_M + 4.0), 330.0, 0.6) for x in (-7.5, 0.0, 7.5)
    ]
    spots += [((s * (_GALLERY_M - 2.6), y, 2.9), 120.0, 0.4) for s in (-1, 1) for y in (14.0, 30.0)]
    spots += [((s * 3.4, y, 2.9), 26.0, 0.3) for s in (-1, 1) for y in (3.5, 11.0)]
    return [
        Lamp(
            name=f"lantern light {k}",
            kind="point",
            power_w=power * glow,
            color=(1.0, 0.56, 0.28),
            size_m=(size, size),
            pose=Pose(location=at),
        )
        for k, (at, power, size) in enumerate(spots)
    ]


def _trees(params: Params, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Pines in the court, cherries or maples beside them, woods behind the walls."""
    bare = params.season == "winter"
    near_pines = np.array([(-12.2, 13.5), (10.4, 21.0), (-12.2, 31.0), (12.0, 36.0)])
    near_other = np.array([(11.6, 11.0), (-11.6, 21.5), (11.4, 29.0)])
    n = 240
    wood = np.column_stack([rng.uniform(-120.0, 120.0, n), rng.uniform(76.0, 240.0, n)])
    wood = wood[(np.hypot(wood[:, 0] - _PAGODA[0], wood[:, 1] - _PAGODA[1]) > 11.0)]
    before = (np.abs(wood[:, 0] - 0.55 * _PAGODA[0] - 4.0) < 13.0) & (wood[:, 1] < _PAGODA[1])
    wood = wood[~before]
    beside = np.column_stack(
        [np.repeat((-1, 1), 14) * rng.uniform(26.0, 44.0, 28), np.tile(np.linspace(2.0, 72.0, 14), 2)]
    )
    green: Color = (0.055, 0.098, 0.022) if params.season != "autumn" else (0.26, 0.13, 0.02)
    groups = (
        ("pine", _PINE, _NEEDLES, near_pines, np.array([1.0, 0.92, 0.9, 1.05]), False),
        ("cherry", _broadleaf.OAK._replace(height_m=5.6, trunk_m=0.17, spread=0.5, leaf_m=0.085), _LEAVES[params.season], near_other,
         np.array([0.95, 1.05, 0.9]), bare),
        ("wood", _broadleaf.OAK._replace(height_m=11.0, clumps=34, clump=0.14), green, np.concatenate([wood, beside]),
         0.8 + 0.5 * rng.random(len(wood) + len(beside)), bare),
    )  # fmt: skip
    nodes: list[Node] = []
    eyes = np.array([(0.0, -8.0), (0.0, 2.0)])
    grades = (_planting.Grade("near", 18.0, 1), _planting.Grade("mid", 60.0, 2), _planting.Grade("far", 1e9, 2))
    for name, habit, leaf, at, scales, without in groups:

        def make(kind: int, detail: str, habit: Habit = habit, leaf: Color = leaf, without: bool = without) -> Shape:
            return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf, bare=without, snow=0.7 * bare)  # type: ignore[arg-type]

        points = np.column_stack([at, np.full(len(at), -0.05)])
        away = _planting.distances(points, eyes)
        nodes += _planting.graded(name, make, ("leaves", "bark"), points, scales, away, rng, grades=grades)
    at = np.concatenate([near_pines, near_other])
    return nodes, np.column_stack([at, np.full(len(at), 0.6)])


def _ground() -> Node:
    """The court; attribute `way` is 1 on the paved way, 0 on the flags of the court, -1 on the beds and the land about it."""
    far = np.geomspace(2.0, 900.0, 22)
    x = np.concatenate([-22.0 - far[::-1], np.arange(-22.0, 22.1, 0.5), 22.0 + far])
    y = np.concatenate([-30.0 - far[::-1][-10:], np.arange(-30.0, 68.0, 0.5), 68.0 + far])
    made = shapes.grid(x, y)
    p = made.points
    way = np.clip(0.5 + (1.9 - np.abs(p[:, 0])) / 0.5, 0.0, 1.0)
    beds = np.minimum(3.2 - np.abs(np.abs(p[:, 0]) - 11.4), np.minimum(p[:, 1] - 5.0, 43.0 - p[:, 1]))
    outside = np.maximum(np.abs(p[:, 0]) - 20.0, p[:, 1] - 66.0)
    bed = np.clip(0.5 + np.maximum(beds, outside) / 0.5, 0.0, 1.0)
    return _planting.node("ground", made.with_data("way", way - bed), "ground", smooth=True)


def _grey(level: Expr) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float, *, winter: bool) -> dict[str, Material]:
    fine, wide = _patterns.laid("turf", 1.9), _patterns.laid("turf", 11.0, turn_rad=0.5)
    near = remap(op("camera_distance"), 4.0, 50.0, 1.0, 0.0)
    tint = attribute("tint")
    worn, grain = _grey(remap(op("x", wide), 0.2, 0.8, 0.76, 1.18)), _grey(remap(op("y", fine), 0.2, 0.8, 0.76, 1.24))
    flags = op(
        "brick", op("combine", op("x", coords()), op("y", coords()), 0.0), (1.06, 1.03, 1.0), (0.84, 0.85, 0.86), (0.42, 0.42, 0.36), 1.0,
        mortar=0.014, width=0.9, height=0.6, offset=0.5,
    )  # fmt: skip
    flags = mix((0.94, 0.93, 0.92), flags, remap(op("camera_distance"), 8.0, 70.0, 1.0, 0.35))
    way = op("x", attribute("way"))
    court = cmul(cmul(mix((0.235, 0.225, 0.20), (0.36, 0.345, 0.31), remap(way, 0.0, 1.0)), flags), cmul(worn, grain))
    moss = cmul(cmul((0.075, 0.105, 0.026), worn), grain)
    floor: Expr = mix(court, moss, remap(way, 0.0, -0.6))
    lying = remap(normal_z(), 0.3, 0.65)
    spot = attribute("spot")
    rib = op("fract", op("x", spot) * 2.6)  # round tiles in rows down the slope
    ribbed = remap(op("abs", rib - 0.5), 0.12, 0.5, 1.25, 0.45)
    coursed = remap(op("fract", op("y", spot) * 2.4), 0.0, 0.22, 0.72, 1.0)
    each = op("combine", op("floor", op("x", spot) * 2.6), op("floor", op("y", spot) * 2.4), 0.0)
    glazed = remap(
        op("white_noise", each),
        0.0,
        1.0,
        0.82,
        1.2,
    )
    tiles: Expr = cmul(tint, _grey(ribbed * coursed * glazed))
    stone: Expr = cmul(cmul(tint, worn), grain)
    snowed = attribute("snow") * lying
    if winter:
        floor = mix(cmul(_SNOW, worn), floor, remap(way, 0.2, 1.0) * remap(op("x", fine), 0.3, 0.6, 0.2, 0.8))
        tiles = mix(tiles, _SNOW, remap(normal_z(), 0.35, 0.6) * 0.93)
        stone = mix(stone, _SNOW, remap(normal_z(), 0.7, 0.9))
    shine: dict[str, Value] = {"emission": attribute("lit"), "emission_strength": 1.25 * glow} if glow > 0 else {}
    return {
        "ground": Material(
            color=floor, roughness=0.8, specular=0.25, bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),),
            preview=(0.27, 0.26, 0.23),
        ),
        "tiles": Material(
            color=tiles, roughness=0.42, specular=0.45, bumps=(Bump(height=ribbed, strength=0.6, distance_m=0.05),),
            preview=(0.06, 0.08, 0.08),
        ),
        "stone": Material(color=stone, roughness=0.85, specular=0.15, preview=(0.4, 0.39, 0.35)),
        "wood": Material(color=tint, roughness=0.5, specular=0.35, preview=(0.3, 0.05, 0.03)),
        "wall": Material(color=cmul(tint, worn), roughness=0.8, specular=0.15, preview=(0.35, 0.06, 0.04)),
        "metal": Material(color=tint, roughness=0.38, specular=0.6, metallic=0.4, preview=(0.2, 0.15, 0.05)),
        "paper": Material(color=tint, roughness=0.8, specular=0.1, preview=(0.5, 0.3, 0.15), **shine),
        "leaves": Material(color=mix(tint, _SNOW, snowed), translucent=0.3, roughness=0.8, specular=0.05, preview=(0.05, 0.09, 0.03)),
        "bark": Material(color=mix(tint, _SNOW, snowed), roughness=0.95, specular=0.0, preview=(0.1, 0.075, 0.06)),
        "hill": Material(color=tint, roughness=1.0, specular=0.0, preview=(0.05, 0.08, 0.04)),
    }  # fmt: skip
