"""A street in an old city by day: houses of four to six storeys with shops on both sides, a zebra crossing, lindens and street
lamps, a spire at its end. After dark its windows, shops and lamps shine."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN
from filmwright.content.environments._city import cars, houses, road, shops
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._city.road import CURB_M, WALL_M
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("city street", "european street", "tree lined street", "street in the city")
EXAMPLE = "A man in a grey coat walks down a city street in the morning"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = (
    "trees", "streetlamps", "shop_windows", "windows", "signs", "floor", "shadows", "roof", "moving_clouds", "doorway",
    "traffic_cars",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = (
    "street", "city", "avenue", "boulevard", "sidewalk", "downtown", "crosswalk", "intersection", "street_corner",
)  # fmt: skip
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = -0.03
MARK = (-1.75, 6.4)
WAITS = "wait_in_traffic"  # what somebody does who stands in a jam

_SKIES: dict[str, float] = {
    "dawn": 0.16, "morning": 2.93, "noon": 2.62, "afternoon": -2.9, "golden_hour": 0.12, "dusk": 0.14, "blue_hour": 0.8,
    "night": 0.9,
}  # fmt: skip
"""Where the sun stands (0 down the street, clockwise), chosen by eye: low ones at its end, high ones behind the camera."""
_GLOW = {"dawn": 0.55, "golden_hour": 0.25, "dusk": 0.8, "blue_hour": 1.0, "night": 0.85}
"""How much the lights of houses and lamps shine; chosen."""
_LEAVES: dict[str, Color] = {
    "spring": (0.11, 0.175, 0.026), "summer": (0.072, 0.122, 0.020), "autumn": (0.40, 0.22, 0.022), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip


class Params(NamedTuple):
    """One street: its houses, its hour, its season."""

    seed: int = 7
    time: str = "morning"
    season: str = "summer"
    clouds: float = 0.55
    traffic: bool = False
    jam: bool = False


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A street for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    waits = any(m.action is not None and m.action.kind == WAITS for m in shot.cast)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season or "summer",
        clouds=float(rng.uniform(0.45, 0.6)),
        traffic=waits or "traffic_cars" in shot.place.features,
        jam=waits,
    )


def build(params: Params) -> Setting:
    """The street as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 33])
    masonry = Masonry()
    houses.row(masonry, rng, -1, road.START_M, road.END_M - 4, WALL_M)
    houses.row(masonry, rng, 1, road.START_M + 3.0, road.END_M - 4, WALL_M)
    road.furnish(masonry, rng)
    road.church(masonry)
    tables = road.terrace(masonry, rng, 1, 11.0, 6)
    trees, trunks = _trees(params, rng)
    parked, paint, standing = cars.parked(np.random.default_rng([params.seed, 34]))
    nodes: list[Node] = [
        _planting.node("ground", _pooled(road.surface()), "road"),
        _planting.node("pavement", _pooled(road.pavements()), "pavement"),
        *(_planting.node(f"street {name}", _pooled(part), name) for name, part in masonry.gathered().items()),
        shops.lettering(rng, [s for s in masonry.shops if -4.0 < s.y_m < 60.0], WALL_M),
        *trees,
        *parked,
    ]
    posts = np.column_stack(
        [np.sign(road.lamps()[:, 0]) * (CURB_M + 0.55), road.lamps()[:, 1], np.full(len(road.lamps()), 0.3)]
    )
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials={
            **_materials(_GLOW.get(params.time, 0.0), _LEAVES[params.season]),
            **paint,
            **(cars.traffic_paint() if params.traffic else {}),
        },
        world=light.world,
        ground=road.height,
        marks=(_mark(),),
        obstacles=np.concatenate([tables, trunks, posts, standing]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, _GLOW.get(params.time, 0.0)),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        view_fall_rad=0.35,
        move_limits_m=(2.4, 7.0, 5.0),
        outdoors=outdoors,
        moving=partial(_traffic, params.seed, params.jam) if params.traffic else None,
    )


def _traffic(seed: int, jam: bool, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The cars on the road at times (F,)."""
    return cars.traffic(seed, times_s, MARK, jam=jam)


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the street at a time of day. Raises UnknownName."""
    azimuth_rad = _SKIES.get(time, 0.9)
    stops = {"golden_hour": 1.15, "dawn": 0.9, "dusk": 0.7, "night": 0.25, "blue_hour": 0.3}.get(time, 1.15)
    low = time in ("golden_hour", "dusk", "dawn")
    return _open_sky.outdoors(
        time, azimuth_rad, 620.0 if low else 900.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the street's own lights find the hero: warm, from both sides."""
    if glow < 0.5:
        return lamps
    power = 150.0 * glow
    return (
        *lamps,
        HeroLamp("shops", 1.0, 0.25, 5.0, 2.0, power, (1.0, 0.72, 0.45)),
        HeroLamp("lamp", -2.3, 0.7, 5.0, 1.0, 2.4 * power, (1.0, 0.70, 0.42)),
    )


def _mark() -> Mark:
    """On the left lane behind the crossing, in the middle of a way down the road towards the camera."""
    y = np.arange(34.4, -11.0, -1.0)
    return Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.012 * (float(at) - MARK[1]), float(at)) for at in y),
        back_m=22.0,
        radius_m=2.4,
        lane=True,
    )


def _pooled(part: Shape) -> Shape:
    return part.with_data("pool", road.lamplight(part.points))


def _trees(params: Params, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Lindens along the left curb, and a few across the road farther down."""
    left = np.arange(12.5, 150.0, 11.5)
    right = np.arange(33.0, 150.0, 14.0)
    x = np.concatenate([np.full(len(left), -CURB_M - 1.15), np.full(len(right), CURB_M + 1.15)])
    y = np.concatenate([left, right]) + rng.normal(0, 0.2, len(x))
    points = np.column_stack([x, y, np.full(len(x), road.CURB_HIGH_M)])
    scales = 0.68 + 0.12 * rng.random(len(x))
    eyes = Corridor(MARK, VIEW_YAW_RAD, back_m=20.0).eyes()
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = LINDEN._replace(fork=0.30, middle=0.63, lean=0.01, depth=0.34)
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    nodes = _planting.graded(
        "linden", make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng,
        grades=(_planting.Grade("near", 22.0, 2), _planting.Grade("mid", 80.0, 2), _planting.Grade("far", 1e9, 2)),
    )  # fmt: skip
    return nodes, np.column_stack([x, y, np.full(len(x), 0.35)])


def _upright(name: str, side_m: float) -> Expr:
    """A seamless image on walls along the street, `side_m` wide."""
    spot = op("combine", op("y", coords()) * (1 / side_m), op("z", coords()) * (1 / side_m), 0.0)
    return _patterns.repeated(name, spot)


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


_LAMP: Color = (1.0, 0.70, 0.42)


def _materials(glow: float, leaf: Color) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    wide, fine = _patterns.laid("turf", 13.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 5.0, 60.0, 1.0, 0.0)
    grit = remap(op("y", fine), 0.25, 0.75, 0.72, 1.28)
    stain = remap(op("x", wide) * 0.65 + op("z", wide) * 0.35, 0.2, 0.8, 0.78, 1.2)
    asphalt = cmul((0.062, 0.062, 0.065), _grey(_faded(grit, near) * stain))
    joints = op(
        "brick", coords(), (1.0, 1.0, 1.0), (0.84, 0.84, 0.84), (0.45, 0.45, 0.45), 1.0,
        mortar=0.008, width=0.9, height=0.6, offset=0.5,
    )  # fmt: skip
    slabs = cmul(cmul((0.20, 0.195, 0.18), joints), _grey(_faded(grit, near) * stain))
    soot = _upright("turf", 9.0)
    weather = _grey(remap(op("x", soot) * 0.6 + op("z", soot) * 0.4, 0.2, 0.8, 0.82, 1.14))
    wall = cmul(attribute("tint"), weather)
    wall_spot = op("combine", op("y", coords()), op("z", coords()), 0.0)
    courses = op(
        "brick", wall_spot, (1.12, 1.0, 0.95), (0.82, 0.85, 0.86), (0.85, 0.95, 1.0), 1.0,
        mortar=0.008, width=0.25, height=0.075, offset=0.5,
    )  # fmt: skip

    def glowing(color: Value) -> dict[str, Value]:
        """After dark the street lamps' light on a surface of a color."""
        if glow <= 0:
            return {}
        return {"emission": cmul(cmul(color, _LAMP), _grey(attribute("pool"))), "emission_strength": 0.30 * glow}

    def shining(strength: float, light: Value) -> dict[str, Value]:
        """What shines from inside after dark."""
        return {"emission": light, "emission_strength": strength * glow} if glow > 0 else {}

    # Shelves of goods behind the glass: rows of small things, each brighter or darker.
    rows = op("z", coords()) * 2.3
    things = op("white_noise", op("combine", op("floor", op("y", coords()) * 11.0), op("floor", rows), 1.0))
    shelf = remap(things, 0.0, 1.0, 0.5, 1.0) * remap(op("fract", rows), 0.06, 0.16, 0.25, 1.0)
    goods = cmul(attribute("lit"), _grey(shelf * remap(op("z", coords()), 0.5, 3.0, 0.75, 1.25)))
    display = cmul(attribute("tint"), _grey(shelf * 1.3))
    tint = attribute("tint")
    return {
        "road": Material(
            color=asphalt, bumps=(Bump(height=op("y", fine), strength=near * 0.5, distance_m=0.012),), preview=(0.062, 0.062, 0.065),
            **glowing(asphalt), **plain,
        ),
        "road_paint": Material(
            color=cmul(tint, _grey(_faded(grit, near) * stain)), preview=(0.6, 0.6, 0.58), **glowing(tint), **plain
        ),
        "pavement": Material(color=slabs, preview=(0.2, 0.195, 0.18), **glowing(slabs), **plain),
        "curb": Material(color=cmul(tint, _grey(stain)), **glowing(tint), **plain),
        "wall": Material(color=wall, **glowing(wall), **plain),
        "brick": Material(color=cmul(wall, courses), **glowing(wall), **plain),
        "trim": Material(color=wall, **glowing(wall), **plain),
        "roof": Material(color=wall, roughness=0.55, specular=0.4, **glowing(wall)),
        "iron": Material(color=tint, roughness=0.5, specular=0.4, **glowing(tint)),
        "paint": Material(color=tint, roughness=0.35, specular=0.4, **glowing(tint)),
        "cloth": Material(color=tint, translucent=0.35, **glowing(tint), **plain),
        "window": Material(color=tint, roughness=0.03, specular=0.62, **shining(0.5, attribute("lit"))),
        "shop_window": Material(color=display, roughness=0.03, specular=0.55, **shining(0.20, goods)),
        "lantern": Material(color=tint, specular=0.3, roughness=0.4, **shining(5.0, attribute("lit"))),
        "signal": Material(color=tint, roughness=0.3, emission=attribute("lit"), emission_strength=1.0),
        "letters": Material(color=(0.62, 0.47, 0.20), roughness=0.4, specular=0.5, **_letter_light(glow)),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=cmul(tint, (1.5, 1.45, 1.4)), preview=(0.09, 0.075, 0.06), **plain),
    }  # fmt: skip


def _faded(value: Expr, share: Value) -> Expr:
    """1 where share is 0, the value where it is 1."""
    return 1.0 + (value - 1.0) * share


def _letter_light(glow: float) -> dict[str, Value]:
    """Lit letters after dark."""
    return {"emission": (1.0, 0.72, 0.36), "emission_strength": 0.5 * glow} if glow > 0 else {}
