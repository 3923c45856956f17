"""A gas station at the edge of a town: two islands of pumps under a flat canopy, a shop with a glass front behind, a price sign, stained
concrete, trees and hills beyond. After dark it is an island of light."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._country import ease
from filmwright.content.environments._forecourt import mart, works
from filmwright.content.environments._forecourt.works import BRANDS, CANOPY, TUBE, Words
from filmwright.content.environments._town.surfaces import grey, on_wall
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("gas station",)
EXAMPLE = "A red car stands at a gas station at night"
TIMES = ("dusk", "night", "blue_hour", "golden_hour", "morning", "noon", "afternoon", "dawn")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = (
    "signs",
    "windows",
    "shop_windows",
    "city_lights",
    "trees",
    "roof",
    "power_lines",
    "horizon",
    "floor",
    "shadows",
    "moving_clouds",
)
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = -0.05
MARK = (0.1, -2.4)
_REACH_M = 4200.0
_PAVED = (-16.0, 17.0, -22.0, 37.0)  # from x to x, from y to y
_ROAD_Y = (-20.0, -12.0)

_SKIES: dict[str, float] = {
    "dawn": 0.5, "morning": 2.5, "noon": -2.6, "afternoon": -2.5, "golden_hour": -2.1, "dusk": -0.55, "blue_hour": -0.5, "night": 0.8,
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise); chosen by eye."""
_GLOW = {"dawn": 0.7, "golden_hour": 0.35, "dusk": 0.9, "blue_hour": 1.0, "night": 1.0}
"""How much its lights shine; chosen."""
_LEAVES: dict[str, Color] = {
    "spring": (0.10, 0.17, 0.025), "summer": (0.060, 0.105, 0.018), "autumn": (0.36, 0.20, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip


class Params(NamedTuple):
    """One gas station: its brand, its hour, its season."""

    seed: int = 7
    time: str = "dusk"
    season: str = "summer"
    clouds: float = 0.5
    wet: float = 0.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A gas station for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    wet = (
        1.0 if shot.weather.kind == "rain" or {"wet_ground", "puddles", "reflections"} & {*shot.place.features} else 0.0
    )
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.42, 0.58)), wet
    )


class Land(NamedTuple):
    """Level ground that rises to low hills far off."""

    seed: int

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        x0, x1, y0, y1 = _PAVED
        out = np.hypot(np.maximum(np.maximum(x0 - x, x - x1), 0.0), np.maximum(np.maximum(y0 - y, y - y1), 0.0))
        rough = noise.fractal(x / 9.0, y / 9.0, 3, seed=self.seed) * 0.25 * ease((out - 1.0) / 6.0)
        hills = (
            (noise.fractal(x / 420.0 + 3, y / 420.0, 6, seed=self.seed + 1) + 0.35)
            * 120.0
            * ease((out - 220.0) / 900.0)
        )
        return np.asarray(rough + hills)


def build(params: Params) -> Setting:
    """The gas station as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 439])
    land, glow = Land(params.seed), _GLOW.get(params.time, 0.0)
    brand = BRANDS[int(rng.integers(len(BRANDS)))]
    masonry, words = Masonry(), Words()
    lights = works.canopy(masonry, words, brand)
    blocked = [works.islands(masonry, words, brand), works.shop(masonry, words, brand, rng)]
    mart.interior(masonry, brand, rng)
    works.totem(masonry, words, brand)
    _markings(masonry)
    _wires(masonry)
    nodes: list[Node] = [_ground(land)]
    for name, part in masonry.gathered().items():
        nodes.append(
            _planting.node(
                f"station {name}", part, name, smooth=name in ("plastic", "paint", "panel", "curb"), sharp_rad=0.5
            )
        )
    nodes += [*words.nodes(), *_trees(land, params, rng), *_lamps(lights, glow)]
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, params),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(),),
        obstacles=np.concatenate(blocked),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if glow > 0.5 else 0.07}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast", mirror=params.wet > 0),
        f_stop=4.0,
        lens_mm=28.0,
        camera_height_m=1.35,
        view_fall_rad=0.5,
        move_limits_m=(2.0, 6.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the station at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.5, "dusk": 0.35, "night": -0.4, "blue_hour": -0.2}.get(time, 0.55)
    return _open_sky.outdoors(
        time,
        _SKIES.get(time, 2.5),
        1800.0 if low else 3200.0,
        VIEW_YAW_RAD,
        clouds=clouds,
        stops=stops,
        disc=time in ("dusk", "dawn"),
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the canopy lights the hero from above, the shop from behind."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("canopy", 0.5, 0.9, 4.0, 2.0, 70.0 * glow, TUBE),
        HeroLamp("shop", 2.7, 0.2, 6.0, 3.0, 80.0 * glow, (1.0, 0.94, 0.84)),
    )


def _mark() -> Mark:
    """Before the canopy, on a lane that comes from between the islands: the whole station lies behind."""
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0], float(y)) for y in np.arange(23.5, -14.0, -1.0)),
        back_m=15.0, radius_m=2.2, lane=True,
    )  # fmt: skip


def _ground(land: Land) -> Node:
    made = _country.sheet(land.height, center=(0.0, 2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.014)
    x, y = made.points[:, 0], made.points[:, 1]
    patch = np.clip(0.5 + 1.2 * noise.fractal(x / 20.0, y / 20.0, 4, seed=land.seed + 4), 0, 1)[:, None]
    tint = np.array([0.13, 0.125, 0.04]) + (np.array([0.26, 0.20, 0.09]) - np.array([0.13, 0.125, 0.04])) * patch
    far = ease((np.hypot(x, y) - 200.0) / 700.0)[:, None]
    return _planting.node(
        "ground", made.with_data("tint", tint + (np.array([0.07, 0.085, 0.035]) - tint) * far), "ground", smooth=True
    )


def _markings(masonry: Masonry) -> None:
    """Arrows and lines on the forecourt, the road before it."""

    def plate(x0: float, y0: float, x1: float, y1: float, tint: Color, z: float = 0.008) -> None:
        masonry.add(
            "road_paint", shapes.shape([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], [(0, 1, 2, 3)]), tint
        )

    white, yellow = (0.60, 0.60, 0.58), (0.55, 0.38, 0.04)
    for x in np.arange(-80.0, 80.0, 6.0):
        plate(x, sum(_ROAD_Y) / 2 - 0.07, x + 3.0, sum(_ROAD_Y) / 2 + 0.07, yellow)
    plate(-90.0, _ROAD_Y[1] - 0.5, 90.0, _ROAD_Y[1] - 0.38, white)
    for x in (-7.9, 8.6):
        for y in np.arange(20.0, 24.0, 2.6):
            plate(x - 0.05, y, x + 0.05, y + 2.2, white)
    for x in (-6.2, 7.2):
        plate(x - 0.09, 4.2, x + 0.09, 6.0, white)
        for s in (-1, 1):
            points = [(x, 3.4, 0.008), (x + s * 0.42, 4.35, 0.008), (x + s * 0.2, 4.45, 0.008), (x, 4.0, 0.008)]
            masonry.add("road_paint", shapes.shape(points if s > 0 else points[::-1], [(0, 1, 2, 3)]), white)


def _wires(masonry: Masonry) -> None:
    """Telephone poles along a road behind, their wires sagging."""
    xs = np.arange(-75.0, 80.0, 25.0)
    y = 46.0
    for x in xs:
        masonry.add("wood", shapes.lathe([(0.17, 0.0), (0.11, 9.4)], sides=8).moved((x, y, 0.0)), (0.13, 0.095, 0.065))
        masonry.add("wood", shapes.box((0.12, 2.3, 0.14), center=(x, y, 8.7)), (0.12, 0.09, 0.06))
    t = np.linspace(0, 1, 12)
    for a in xs[:-1]:
        for d in (-1.0, -0.4, 0.4, 1.0):
            line = np.column_stack([a + 25.0 * t, np.full(12, y + d), 8.85 - 4 * 0.55 * t * (1 - t)])
            masonry.add("wood", shapes.sweep(line, 0.012, sides=3), (0.02, 0.02, 0.02))


def _trees(land: Land, params: Params, rng: np.random.Generator) -> list[Node]:
    n = 900
    x, y = rng.uniform(-260.0, 260.0, n), 41.0 + 420.0 * rng.random(n) ** 1.5
    wood = noise.fractal(x / 60.0, y / 60.0, 3, seed=params.seed + 5)
    keep = (rng.random(n) < np.clip(wood * 3.0 + 0.35, 0.06, 0.9)) & (np.abs(y - 46.0) > 2.5)
    near = np.array([(-16.5, 39.0), (14.5, 41.0), (-24.0, 30.0), (24.0, 33.0), (-29.0, 42.0), (31.0, 25.0)])
    x, y = np.concatenate([near[:, 0], x[keep]]), np.concatenate([near[:, 1], y[keep]])
    points = np.column_stack([x, y, land.height(x, y) - 0.1])
    scales = np.concatenate([np.array([0.75, 0.85, 0.7, 0.8, 0.9, 0.7]), rng.uniform(0.5, 0.95, int(keep.sum()))])
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = (LINDEN, OAK)[kind % 2]
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    away = _planting.distances(points, np.array([(0.0, 0.0), (0.0, -5.0)]))
    grades = (_planting.Grade("mid", 75.0, 2), _planting.Grade("far", 1e9, 2))
    return _planting.graded("tree", make, ("leaves", "bark"), points, scales, away, rng, grades=grades)


def _lamps(lights: list[tuple[float, float, float]], glow: float) -> list[Node]:
    """The light of the canopy and of the shop."""
    if glow <= 0.2:
        return []
    x0, x1, y0, y1, low, _ = CANOPY
    x_mid, y_mid = (x0 + x1) / 2, (y0 + y1) / 2
    made: list[Node] = []
    for k, dx in enumerate((-3.6, 3.6)):
        made.append(
            Lamp(
                name=f"canopy light {k}", kind="area", power_w=150.0 * glow, color=TUBE, size_m=(6.4, 8.0),
                pose=Pose(location=(x_mid + dx, y_mid, low - 0.16)),
            )
        )  # fmt: skip
    sx0, sx1, sy0, _, _ = works.SHOP
    made.append(
        Lamp(
            name="shop light", kind="area", power_w=130.0 * glow, color=(1.0, 0.95, 0.86), size_m=(sx1 - sx0 - 2.0, 4.0),
            pose=Pose(location=((sx0 + sx1) / 2, sy0 + 3.2, 2.95)),
        )
    )  # fmt: skip
    return made


def _materials(glow: float, params: Params) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 13.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.80, 1.2) - 1.0) * near
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.78, 1.16)

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    def written(color: Color, strength: float) -> Material:
        return Material(color=color, roughness=0.5, emission=color, emission_strength=0.05 + strength * glow)

    weather = remap(op("x", on_wall("turf", 5.0)) * 0.6 + op("z", on_wall("turf", 5.0)) * 0.4, 0.2, 0.8, 0.86, 1.08)
    leaf = _LEAVES[params.season]
    return {
        "ground": _forecourt(near, grit, stain, params.wet),
        "road_paint": Material(color=cmul(tint, grey(grit * stain)), **plain),
        "curb": Material(color=cmul(tint, grey(grit * stain)), **plain),
        "paint": Material(color=tint, roughness=0.4, specular=0.35),
        "panel": Material(color=cmul(tint, grey(weather)), roughness=0.4, specular=0.35, preview=works.WHITE),
        "band": Material(color=tint, roughness=0.3, specular=0.4, **shining(0.55)),
        "glow": Material(color=tint, roughness=0.3, specular=0.4, **shining(1.0)),
        "lamp": Material(color=tint, roughness=0.4, **shining(9.0)),
        "screen": Material(color=tint, roughness=0.1, specular=0.5, **shining(1.0)),
        "poster": Material(color=tint, roughness=0.5, specular=0.2, **shining(1.0)),
        "plastic": Material(color=tint, roughness=0.45, specular=0.4),
        "metal": Material(color=tint, metallic=0.6, roughness=0.4),
        "wood": Material(color=tint, **plain),
        "wall": Material(color=cmul(tint, grey(weather)), **plain),
        "white letters": written((0.72, 0.72, 0.70), 0.8),
        "color letters": written((0.55, 0.03, 0.025), 0.6),
        "digits": Material(color=(0.6, 0.2, 0.02), emission=(1.0, 0.32, 0.04), emission_strength=0.5 + 2.4 * glow),
        "neon": Material(color=(0.6, 0.1, 0.08), emission=(1.0, 0.08, 0.06), emission_strength=0.4 + 4.5 * glow),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip


def _forecourt(near: Expr, grit: Expr, stain: Expr, wet: float) -> Material:
    """Concrete slabs with oil stains and tire marks, the asphalt of the road before, dry grass around; puddles when it is wet."""
    x, y = op("x", coords()), op("y", coords())
    x0, x1, y0, y1 = _PAVED
    fine, patch = _patterns.laid("turf", 2.1), _patterns.laid("turf", 6.5, turn_rad=0.8)
    out = op("max", op("max", x0 - x, x - x1), op("max", y0 - y, y - y1))
    grass_share = remap(out + op("z", patch) * 0.8, 0.1, 0.5)
    road = remap(y, _ROAD_Y[1] - 0.05, _ROAD_Y[1] + 0.05, 1.0, 0.0) * remap(y, _ROAD_Y[0] - 0.05, _ROAD_Y[0] + 0.05)
    joint_x = remap(op("abs", op("fract", x * (1 / 3.7)) - 0.5), 0.494, 0.4985, 1.0, 0.62)
    joint_y = remap(op("abs", op("fract", y * (1 / 3.7)) - 0.5), 0.494, 0.4985, 1.0, 0.62)
    oil = remap(op("y", patch) * 0.4 + op("z", patch) * 0.6, 0.62, 0.8, 1.0, 0.55)
    lanes = op("abs", op("abs", x - 0.1) - 0.8)
    tires = remap(lanes, 0.0, 0.35, 0.80, 1.0)
    slabs = cmul((0.33, 0.32, 0.295), grey(grit * stain * joint_x * joint_y * oil * tires))
    asphalt = cmul((0.075, 0.075, 0.077), grey(grit * stain))
    grass = cmul(attribute("tint"), grey(grit))
    color = mix(mix(slabs, asphalt, road), grass, grass_share * (1.0 - road))
    bump = Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.008)
    if wet <= 0:
        return Material(color=color, bumps=(bump,), roughness=0.85, specular=0.12, preview=(0.3, 0.29, 0.27))
    pools = remap(op("x", patch) * 0.5 + op("z", patch) * 0.5, 0.46, 0.56) * (1.0 - grass_share)
    return Material(
        color=cmul(color, grey(0.5)), bumps=(bump.model_copy(update={"strength": near * 0.4 * (1.0 - pools)}),),
        roughness=remap(pools, 0.0, 1.0, 0.32, 0.03), specular=0.5, preview=(0.15, 0.145, 0.135),
    )  # fmt: skip
