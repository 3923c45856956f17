"""A construction site: the concrete frame of a house behind scaffolding and nets, a tower crane, an excavator that digs, a dump truck,
site huts, stacks of blocks and bars, workers in bright vests, churned earth; the town beyond. After dark floodlights shine."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _open_sky, _patterns, _planting, _skyline
from filmwright.content.environments._broadleaf import LINDEN, OAK
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._country import ease
from filmwright.content.environments._site import machines, works
from filmwright.content.environments._town.surfaces import grey, on_wall
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Instances, Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("construction site",)
EXAMPLE = "A man in an orange vest walks across a construction site"
TIMES = ("morning", "afternoon", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = ("dust", "trees", "horizon", "city_lights", "floor", "shadows", "moving_clouds", "puddles")
"""What is in every such place (data/lexicon: [feature])."""
LANDMARKS = ("crane", "scaffolding", "excavator", "bulldozer", "dump_truck", "machine", "tool")
PEOPLE = ("worker", "construction_worker")
"""Who is there anyway, where the text speaks of several and tells nothing else of them."""

VIEW_YAW_RAD = 0.02
MARK = (-0.2, 8.0)
_FRAME = ((-31.0, 26.0), (-7.5, 50.0))
_STOREYS = 5
_REACH_M = 3600.0
_PIT = (15.5, 24.0, 6.5)  # where the excavator digs: x, y, radius
_HALF_X, _END_Y = 40.0, 66.0

_SKIES: dict[str, float] = {
    "dawn": 0.5, "morning": 2.2, "noon": 2.5, "afternoon": -2.3, "golden_hour": 1.75, "dusk": 0.4, "blue_hour": -0.5, "night": 0.8,
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise); chosen by eye."""
_GLOW = {"dawn": 0.6, "dusk": 0.9, "blue_hour": 1.0, "night": 1.0}
"""How much floodlights shine; chosen."""
_LEAVES: dict[str, Color] = {
    "spring": (0.10, 0.17, 0.025), "summer": (0.060, 0.105, 0.018), "autumn": (0.36, 0.20, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
_FLOOD: Color = (1.0, 0.93, 0.80)
_FLOODS = ((-7.0, 25.0, 8.0), (16.0, 40.0, 9.0), (-12.0, 4.0, 8.0))
_WORKERS = (
    (-10.5, 22.5, 0.4), (-12.0, 23.6, 2.2), (9.2, 28.8, 1.6), (5.2, 37.5, 2.6), (7.4, 38.6, -1.8), (-4.8, 24.2, -0.7), (13.0, 17.8, 0.3),
    (-17.0, 23.2, 3.0), (-3.6, 41.0, 1.0), (18.0, 33.0, -2.4), (-8.4, 14.4, -1.2), (3.4, 26.5, 0.2), (22.0, 24.0, 1.4), (-22.0, 22.5, 0.5),
    (1.5, 52.0, 2.0), (10.5, 47.0, -0.6),
)  # fmt: skip
"""Where they stand on the ground and which way they face; others are on the scaffolding and the slabs."""


class Params(NamedTuple):
    """One site: its hour, its season, whether rain has fallen."""

    seed: int = 7
    time: str = "morning"
    season: str = "summer"
    clouds: float = 0.5
    wet: bool = False
    above: bool = False


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A site for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    wet = shot.weather.kind == "rain" or bool({"puddles", "wet_ground"} & {*shot.place.features})
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.42, 0.58)), wet
    )


class Lot(NamedTuple):
    """The ground: churned earth with a pit, level where wheels go; the land beyond."""

    seed: int

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = np.abs(x)
        rough = 0.30 * noise.fractal(x / 3.6, y / 3.6, 4, seed=self.seed + 1) * ease((aside - 2.2) / 4.0)
        track = 0.05 * noise.fractal(x / 1.3, y / 4.0, 3, seed=self.seed + 2)
        away = np.hypot(x - _PIT[0], y - _PIT[1])
        pit = -2.6 * (1 - ease((away - 0.35 * _PIT[2]) / (0.75 * _PIT[2])))
        hills = (noise.fractal(x / 420.0 + 3, y / 420.0, 6, seed=self.seed + 3) + 0.35) * 90.0
        out = np.hypot(x, y)
        inside = 1 - ease((out - 80.0) / 30.0)
        return np.asarray((rough + track + pit) * inside + hills * ease((out - 300.0) / 900.0))


def build(params: Params) -> Setting:
    """The site as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 461])
    lot, glow = Lot(params.seed), _GLOW.get(params.time, 0.0)
    masonry = Masonry()
    works.frame(masonry, *_FRAME, _STOREYS, rng)
    (x0, y0), (x1, y1) = _FRAME
    works.scaffold(masonry, (x0, y0 - 0.3), (x1 - 8.5, y0 - 0.3), works.STOREY_M * _STOREYS - 1.0, rng)
    works.scaffold(masonry, (x1 + 0.3, y0), (x1 + 0.3, y1), works.STOREY_M * _STOREYS - 1.0, rng)
    works.crane(masonry, (1.8, 48.0), 36.0, 0.75, (15.0, 21.5))
    for k, (x, y, z) in enumerate(((20.0, 50.0, 0.0), (22.7, 50.0, 0.0), (20.0, 50.0, 2.7), (27.5, 46.0, 0.0))):
        works.hut(masonry, (x, y, z), 0.0 if k < 3 else 1.4, k)
    stacked = works.stacks(masonry, rng)
    works.fence(masonry, [(-_HALF_X, 0.0), (-_HALF_X, _END_Y), (_HALF_X, _END_Y), (_HALF_X, 0.0)])
    _floods(masonry)
    _machines(masonry, lot)
    for k, (x, y, wide, high) in enumerate(
        ((21.0, 17.5, 5.0, 2.4), (24.5, 28.0, 6.0, 3.2), (11.5, 44.0, 4.0, 1.8), (-15.0, 12.0, 4.5, 1.7))
    ):
        masonry.add("earth", works.mound(params.seed + k, wide, high).moved((x, y, -0.15)), (0.21, 0.145, 0.09))
    nodes: list[Node] = [_ground(lot)]
    for name, part in masonry.gathered().items():
        rounded = name in ("machine", "earth", "net", "metal")
        nodes.append(_planting.node(f"site {name}", part, name, smooth=rounded, sharp_rad=0.6 if rounded else None))
    nodes += [
        *_people(lot, rng),
        *_trees(lot, params, rng),
        _planting.node("site town", _town(rng), "tower"),
        *_lamps(glow),
    ]
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    people = np.array([(x, y, 0.5) for x, y, _ in _WORKERS])
    machines_at = np.array([(9.6, 22.0, 2.6), (8.2, 35.2, 2.4), (8.2, 38.0, 2.0), (-4.6, 13.0, 0.6), (-7.0, 25.0, 0.5)])
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, params),
        world=light.world,
        ground=partial(Lot.height, lot),
        marks=(_mark(lot),),
        obstacles=np.concatenate([stacked, people, machines_at]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.5 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=30.0,
        camera_height_m=9.0 if params.above else 1.7,  # a model is looked down on
        view_fall_rad=0.4,
        move_limits_m=(2.0, 7.0, 10.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the site at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.6, "dusk": 0.5, "night": 0.1, "blue_hour": 0.15}.get(time, 0.55)
    return _open_sky.outdoors(
        time,
        _SKIES.get(time, 2.2),
        1500.0 if low else 2600.0,
        VIEW_YAW_RAD,
        clouds=clouds,
        stops=stops,
        disc=time in ("dusk", "dawn"),
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the floodlights find the hero."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("flood", -1.0, 0.7, 7.0, 1.0, 260.0 * glow, _FLOOD),
        HeroLamp("flood behind", 2.4, 0.6, 7.0, 1.0, 260.0 * glow, _FLOOD),
    )


def _mark(lot: Lot) -> Mark:
    """On the track of the trucks, on its way towards the camera."""
    y = np.arange(40.0, -14.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(lot.height, *MARK)), view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y), back_m=18.0, radius_m=2.3, lane=True,
    )  # fmt: skip


def _machines(masonry: Masonry, lot: Lot) -> None:
    for made, x, y, yaw in (
        (machines.excavator(0.55), 9.6, 22.0, -1.15), (machines.dump_truck(), 8.2, 36.5, 2.9), (machines.mixer(), -4.6, 13.0, 0.6),
        (machines.excavator(0.1, (0.55, 0.16, 0.015)), -12.5, 56.0, 0.7),
    ):  # fmt: skip
        z = float(lot.height(np.array(x), np.array(y)))
        for name, part in made.items():
            masonry.take_painted(name, part.turned(shapes.rotation(z=yaw)).moved((x, y, z)))


def _floods(masonry: Masonry) -> None:
    for x, y, z in _FLOODS:
        masonry.add("metal", shapes.lathe([(0.09, 0.0), (0.06, z)], sides=8).moved((x, y, 0.0)), (0.3, 0.3, 0.3))
        masonry.add("metal", shapes.box((1.2, 0.1, 0.1), center=(x, y, z)), (0.3, 0.3, 0.3))
        for d in (-0.4, 0.4):
            masonry.add(
                "machine", shapes.box((0.5, 0.2, 0.4), center=(x + d, y, z + 0.25), bevel=0.03), (0.05, 0.05, 0.05)
            )
            masonry.add(
                "lantern",
                shapes.box((0.42, 0.02, 0.32), center=(x + d, y - 0.11, z + 0.25)),
                (0.7, 0.7, 0.66),
                lit=_FLOOD,
            )


def _people(lot: Lot, rng: np.random.Generator) -> list[Node]:
    """Workers on the ground, on the scaffolding and on the slabs."""
    made = [
        _planting.node(f"worker_{k}", machines.worker(k), "worker", smooth=True, sharp_rad=0.9, visible=False)
        for k in range(6)
    ]
    ground = np.array(_WORKERS)
    spots = [np.column_stack([ground[:, :2], lot.height(ground[:, 0], ground[:, 1]), ground[:, 2]])]
    (x0, y0), (x1, _) = _FRAME
    lifts = np.arange(2.0, works.STOREY_M * _STOREYS - 1.0, 2.0) + 0.08
    n = 9
    spots.append(
        np.column_stack(
            [rng.uniform(x0 + 1.0, x1 - 9.0, n), np.full(n, y0 - 0.82), rng.choice(lifts, n), rng.uniform(-0.6, 0.6, n)]
        )
    )
    floors = works.STOREY_M * np.arange(2, _STOREYS + 1)
    high = rng.choice(floors, 8)
    reach = np.where(high == floors[-1], 0.5, 0.9)
    spots.append(
        np.column_stack(
            [
                x0 + 1.0 + rng.random(8) * reach * (x1 - x0 - 2.0),
                y0 + rng.uniform(0.8, 4.0, 8),
                high,
                rng.uniform(0, 6.28, 8),
            ]
        )
    )
    at = np.concatenate(spots)
    copies = Instances(
        name="workers", prototypes=tuple(m.name for m in made), points=at[:, :3], choice=np.arange(len(at)) % 6,
        scales=rng.uniform(0.96, 1.04, len(at)), rotations=np.column_stack([np.zeros((len(at), 2)), at[:, 3]]),
    )  # fmt: skip
    return [*made, copies]


def _ground(lot: Lot) -> Node:
    made = _country.sheet(lot.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0125)
    x, y, z = made.points.T
    grass = np.array([0.10, 0.125, 0.035])
    earth = (
        np.array([0.235, 0.165, 0.105])
        + np.array([0.10, 0.085, 0.065])
        * np.clip(0.5 + 1.3 * noise.fractal(x / 9.0, y / 9.0, 4, seed=lot.seed + 5), 0, 1)[:, None]
    )
    earth = earth * (1 - 0.35 * ease((-z - 0.2) / 1.5))[:, None]
    out = ease((np.maximum(np.abs(x) - _HALF_X, np.maximum(y - _END_Y, -y - 24.0)) - 0.5) / 3.0)[:, None]
    made = made.with_data("tint", earth + (grass - earth) * out).with_data("track", 1 - ease((np.abs(x) - 1.9) / 1.2))
    return _planting.node("ground", made, "dirt", smooth=True)


def _trees(lot: Lot, params: Params, rng: np.random.Generator) -> list[Node]:
    n = 420
    x, y = rng.uniform(-240.0, 240.0, n), rng.uniform(-10.0, 320.0, n)
    keep = ((np.abs(x) > _HALF_X + 5.0) | (y > _END_Y + 5.0)) & (rng.random(n) < 0.6)
    x, y = x[keep], y[keep]
    points = np.column_stack([x, y, lot.height(x, y)])
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = (LINDEN, OAK)[kind % 2]
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    away = _planting.distances(points, np.array([(0.0, 0.0)]))
    grades = (_planting.Grade("mid", 70.0, 2), _planting.Grade("far", 1e9, 2))
    return _planting.graded(
        "tree", make, ("leaves", "bark"), points, rng.uniform(0.55, 1.0, len(x)), away, rng, grades=grades
    )


def _town(rng: np.random.Generator) -> Shape:
    """The high-rises of the town beyond the fence."""
    spots, tall = _skyline.bank(rng, 60, (-0.9, 0.9), (170.0, 900.0), (16.0, 75.0))
    return _skyline.field(rng, spots, tall, base_m=0.0, busy=0.45)


def _lamps(glow: float) -> list[Node]:
    """The light of the floods, after dark: down onto the site."""
    if glow <= 0.2:
        return []
    aims = ((2.0, 8.0, 0.0), (0.0, 24.0, 0.0), (2.0, 14.0, 0.0))
    made: list[Node] = []
    for k, (at, aim) in enumerate(zip(_FLOODS, aims, strict=True)):
        way = np.asarray(aim) - np.asarray(at)
        pitch, yaw = math.atan2(math.hypot(way[0], way[1]), -way[2]), math.atan2(-way[0], way[1])
        half, turn = pitch / 2, yaw / 2
        rotation = (
            math.cos(half) * math.cos(turn),
            math.sin(half) * math.cos(turn),
            math.sin(half) * math.sin(turn),
            math.cos(half) * math.sin(turn),
        )
        made.append(
            Lamp(
                name=f"flood {k}", kind="spot", power_w=5200.0 * glow, color=_FLOOD, size_m=(0.5, 0.5), angle_rad=1.9,
                pose=Pose(location=(at[0], at[1] - 0.2, at[2] + 0.2), rotation=rotation),
            )
        )  # fmt: skip
    return made


def _materials(glow: float, params: Params) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.92}
    tint = attribute("tint")
    near = remap(op("camera_distance"), 5.0, 60.0, 1.0, 0.0)
    wide, fine = _patterns.laid("turf", 11.0, turn_rad=0.3), _patterns.laid("turf", 1.5)
    stain = remap(
        op("x", on_wall("turf", 4.0)) * 0.6 + op("z", on_wall("turf", 1.5, tall_m=5.0)) * 0.4, 0.2, 0.8, 0.76, 1.12
    )
    grime = remap(op("z", on_wall("turf", 1.4)), 0.35, 0.75, 1.0, 0.72)
    grit = remap(op("y", fine) * 0.6 + op("z", fine) * 0.4, 0.2, 0.8, 0.68, 1.28)
    tracks = _patterns.repeated(
        "turf", op("combine", op("x", coords()) * (1 / 4.5), op("y", coords()) * (1 / 50.0), 0.0)
    )
    ruts = remap(op("z", tracks), 0.35, 0.65)
    worn = 1.0 + (remap(ruts, 0.0, 1.0, 0.70, 1.12) - 1.0) * attribute("track")
    dirt = cmul(tint, grey((1.0 + (grit - 1.0) * near) * worn * remap(op("x", wide), 0.2, 0.8, 0.82, 1.14)))
    relief = ruts * attribute("track") * 0.6 + op("z", fine) * 0.5
    ground = Material(
        color=dirt,
        bumps=(Bump(height=relief, strength=near * 0.9, distance_m=0.09),),
        preview=(0.26, 0.19, 0.125),
        **plain,
    )
    if params.wet:
        pools = remap(op("x", wide) * 0.5 + op("z", wide) * 0.5 - ruts * 0.12, 0.50, 0.56)
        ground = ground.model_copy(
            update={
                "color": cmul(dirt, grey(remap(pools, 0.0, 1.0, 0.6, 0.3))), "specular": 0.5,
                "roughness": remap(pools, 0.0, 1.0, 0.5, 0.03),
                "bumps": (Bump(height=relief, strength=near * 0.9 * (1.0 - pools), distance_m=0.09),),
            }
        )  # fmt: skip

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    return {
        "dirt": ground,
        "earth": Material(
            color=cmul(tint, grey(grit)), bumps=(Bump(height=op("z", fine), strength=0.9, distance_m=0.12),),
            preview=(0.21, 0.145, 0.09), **plain,
        ),
        "concrete": Material(color=cmul(tint, grey(stain)), preview=(0.35, 0.34, 0.32), **plain),
        "blocks": Material(color=mix(cmul(tint, grey(stain)), (0.30, 0.29, 0.27), _joints()), preview=(0.42, 0.22, 0.14), **plain),
        "clay": Material(color=cmul(tint, grey(stain)), **plain),
        "wood": Material(color=cmul(tint, grey(grit)), **plain),
        "metal": Material(color=tint, metallic=0.3, roughness=0.5),
        "paint": Material(color=cmul(tint, grey(grime)), roughness=0.42, specular=0.35, preview=machines.YELLOW),
        "machine": Material(color=cmul(tint, grey(grime)), roughness=0.6, specular=0.3),
        "glass": Material(color=tint, roughness=0.05, specular=0.6),
        "net": Material(color=tint, translucent=0.4, alpha=0.72, preview=works.NET, **plain),
        "worker": Material(color=tint, roughness=0.75, specular=0.1, preview=(0.6, 0.3, 0.05)),
        "lantern": Material(color=tint, roughness=0.4, **shining(30.0)),
        "tower": _skyline.surface(0.8 * glow),
        "leaves": Material(color=tint, translucent=0.3, preview=_LEAVES[params.season], **plain),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip


def _joints() -> Expr:
    """1 in the joints of a wall of blocks half a meter long and a quarter high."""
    row = op("z", coords()) * 4.0
    along = op("x", coords()) * 2.0 + op("fract", op("floor", row) * 0.5)
    return op("max", remap(op("fract", row), 0.0, 0.07, 1.0, 0.0), remap(op("fract", along), 0.0, 0.035, 1.0, 0.0))
