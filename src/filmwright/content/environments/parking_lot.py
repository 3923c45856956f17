"""A parking lot before a shopping center: rows of parked cars in painted bays along an aisle, lamp posts, trees in their islands, a long
low building at the end. After dark the lamps lay pools of light on the asphalt."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import LINDEN, OAK
from filmwright.content.environments._city import cars
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._country import ease
from filmwright.content.environments._forecourt.works import Words
from filmwright.content.environments._town.surfaces import grey
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("parking lot",)
EXAMPLE = "A woman in a grey coat walks across a parking lot"
TIMES = ("afternoon", "morning", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = ("streetlamps", "trees", "signs", "city_lights", "windows", "horizon", "floor", "shadows", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = -0.03
MARK = (-0.4, 9.0)
_AISLE_M, _BAY_M, _WIDE_M = 3.4, 5.3, 2.65  # half an aisle; how deep and how wide a bay is
_ROW_M = 2 * _AISLE_M + 2 * _BAY_M  # from one aisle to the next
_START_Y, _END_Y = -22.0, 74.0
_HALF_X = 2.5 * _ROW_M
_FRONT_Y = 92.0  # of the building
_LAMP_M = 8.6
_REACH_M = 3800.0

_SKIES: dict[str, float] = {
    "dawn": 0.4, "morning": 2.4, "noon": 2.5, "afternoon": -2.3, "golden_hour": -0.5, "dusk": -0.35, "blue_hour": -0.4, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 down the aisle, clockwise); chosen by eye."""
_GLOW = {"dawn": 0.6, "golden_hour": 0.1, "dusk": 0.9, "blue_hour": 1.0, "night": 1.0}
"""How much its lights shine; chosen."""
_LEAVES: dict[str, Color] = {
    "spring": (0.10, 0.17, 0.025), "summer": (0.060, 0.105, 0.018), "autumn": (0.36, 0.20, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
_SODIUM: Color = (1.0, 0.82, 0.58)


class Params(NamedTuple):
    """One parking lot: its cars, its hour, its season."""

    seed: int = 7
    time: str = "afternoon"
    season: str = "summer"
    clouds: float = 0.5
    taken: float = 0.6
    wet: bool = False


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A parking lot for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    wet = shot.weather.kind == "rain" or bool({"wet_ground", "puddles", "reflections"} & {*shot.place.features})
    late = shot.light.time in ("night", "dawn")
    taken = float(rng.uniform(0.25, 0.4) if late else rng.uniform(0.55, 0.72))
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.42, 0.6)), taken, wet
    )


class Land(NamedTuple):
    """Level ground, low hills far off."""

    seed: int

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        hills = (noise.fractal(x / 420.0 + 3, y / 420.0, 6, seed=self.seed + 1) + 0.35) * 90.0
        return np.asarray(hills * ease((np.hypot(x, y) - 260.0) / 900.0))


def build(params: Params) -> Setting:
    """The parking lot as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 449])
    land, glow = Land(params.seed), _GLOW.get(params.time, 0.0)
    masonry, words = Masonry(), Words()
    _lines(masonry)
    islands = _islands(masonry)
    heads = _posts(masonry)
    _center(masonry, words, rng)
    parked, paint, standing = _cars(params, rng)
    nodes: list[Node] = [_ground(land, heads)]
    for name, part in masonry.gathered().items():
        nodes.append(_planting.node(f"lot {name}", _pooled(part, heads), name, smooth=name == "steel", sharp_rad=0.5))
    nodes += [*words.nodes(), *parked, *_trees(land, islands, params, rng), *_lamps(heads, glow)]
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    posts = np.column_stack([heads[:, :2], np.full(len(heads), 0.5)])
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, params) | paint,
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(),),
        obstacles=np.concatenate([standing, posts]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if glow > 0.5 else 0.07}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast", mirror=params.wet),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.5,
        view_fall_rad=0.4,
        move_limits_m=(2.0, 7.0, 6.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the lot at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.7, "dawn": 0.7, "dusk": 0.5, "night": 0.1, "blue_hour": 0.15}.get(time, 0.6)
    return _open_sky.outdoors(
        time, _SKIES.get(time, -2.3), 1700.0 if low else 2800.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lamp posts find the hero from above, on both sides."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("post", 0.9, 0.9, 6.0, 1.2, 170.0 * glow, _SODIUM),
        HeroLamp("post behind", -2.4, 0.7, 6.0, 1.0, 300.0 * glow, _SODIUM),
    )


def _mark() -> Mark:
    """In the aisle, on its way towards the camera."""
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0], float(y)) for y in np.arange(48.0, -14.0, -1.0)),
        back_m=18.0, radius_m=2.4, lane=True,
    )  # fmt: skip


def _pool(points: F64, heads: F64) -> F64:
    """How much lamplight (n,) falls on points (n, 3), about 1 below a lamp."""
    total = np.zeros(len(points))
    for lamp in heads:
        away = np.linalg.norm(points - lamp, axis=1)
        total += _LAMP_M**3 / np.maximum(away, 1.0) ** 3 * np.clip((lamp[2] - points[:, 2] + 0.5) / 2.0, 0.0, 1.0)
    return np.minimum(total, 2.0)


def _pooled(part: Shape, heads: F64) -> Shape:
    return part.with_data("pool", _pool(part.points, heads))


def _ground(land: Land, heads: F64) -> Node:
    """The ground, lit in pools under the heads of the lamps."""
    made = _country.sheet(land.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.014)
    x, y = made.points[:, 0], made.points[:, 1]
    patch = np.clip(0.5 + 1.2 * noise.fractal(x / 20.0, y / 20.0, 4, seed=land.seed + 4), 0, 1)[:, None]
    tint = np.array([0.085, 0.125, 0.03]) + (np.array([0.16, 0.16, 0.06]) - np.array([0.085, 0.125, 0.03])) * patch
    return _planting.node("ground", _pooled(made.with_data("tint", tint), heads), "asphalt", smooth=True)


def _bays() -> F64:
    """All bays (n, 4): the middle x, y, which way their cars face (yaw), and how far they are from the aisle the hero is on."""
    rows = []
    for aisle in range(-2, 3):
        for side in (-1, 1):
            x = aisle * _ROW_M + side * (_AISLE_M + _BAY_M / 2)
            y = np.arange(_START_Y + _WIDE_M / 2, _END_Y, _WIDE_M)
            rows.append(
                np.column_stack(
                    [np.full(len(y), x), y, np.full(len(y), side * np.pi / 2), np.full(len(y), float(abs(aisle)))]
                )
            )
    return np.concatenate(rows)


def _in_island(bays: F64) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of the bays are taken by an island with a tree."""
    index = np.round((bays[:, 1] - _START_Y - _WIDE_M / 2) / _WIDE_M).astype(int)
    return np.asarray(index % 12 == 7)


def _lines(masonry: Masonry) -> None:
    plates = []
    for aisle in range(-2, 3):
        for side in (-1, 1):
            a = aisle * _ROW_M + side * _AISLE_M
            b = a + side * _BAY_M
            low, high = min(a, b), max(a, b)
            plates += [
                (low, float(y) - 0.05, high, float(y) + 0.05) for y in np.arange(_START_Y, _END_Y + 0.1, _WIDE_M)
            ]
        if aisle != -2:
            edge = aisle * _ROW_M - _ROW_M / 2
            plates.append((edge - 0.05, _START_Y, edge + 0.05, _END_Y))
    flat = np.array([[(a, b, 0.006), (c, b, 0.006), (c, d, 0.006), (a, d, 0.006)] for a, b, c, d in plates])
    masonry.add(
        "road_paint", shapes.shape(flat.reshape(-1, 3), np.arange(4 * len(flat)).reshape(-1, 4)), (0.60, 0.60, 0.57)
    )
    for x, y, turn in ((1.7, 3.0, 0.0), (-1.7, 17.0, np.pi), (1.7, 30.0, 0.0)):
        shaft = [(-0.09, -1.3, 0.007), (0.09, -1.3, 0.007), (0.09, 0.3, 0.007), (-0.09, 0.3, 0.007)]
        head = [(-0.4, 0.3, 0.007), (0.4, 0.3, 0.007), (0.0, 1.3, 0.007)]
        arrow = shapes.join([shapes.shape(shaft, [(0, 1, 2, 3)]), shapes.shape(head, [(0, 1, 2)])])
        masonry.add("road_paint", arrow.turned(shapes.rotation(z=turn)).moved((x, y, 0.0)), (0.60, 0.60, 0.57))


def _islands(masonry: Masonry) -> F64:
    """Islands with a curb in every row; where their trees stand (n, 2)."""
    bays = _bays()
    found = bays[_in_island(bays)]
    outline = shapes.rounded_rectangle(_BAY_M - 0.5, _WIDE_M - 0.3, 0.8, 5)
    for x, y, *_ in found:
        masonry.add("curb", shapes.extrude(outline, 0.15, bevel=0.02).moved((x, y, 0.0)), (0.42, 0.41, 0.38))
        masonry.add("earth", shapes.extrude(outline * [0.93, 0.87], 0.165).moved((x, y, 0.0)), (0.09, 0.10, 0.035))
    return found[:, :2]


def _posts(masonry: Masonry) -> F64:
    """Lamp posts between rows that stand back to back, with a head to either side; where they shine from (n, 3)."""
    heads = []
    for x in (-1.5 * _ROW_M, -0.5 * _ROW_M, 0.5 * _ROW_M, 1.5 * _ROW_M):
        for y in np.arange(-10.0, _END_Y, 21.2):
            base = shapes.lathe([(0.28, 0.0), (0.28, 0.75), (0.25, 0.8)], sides=14).moved((x, y, 0.0))
            masonry.add("curb", base, (0.45, 0.36, 0.06))
            pole = shapes.box((0.14, 0.14, _LAMP_M - 0.5), center=(x, y, _LAMP_M / 2 + 0.3))
            arm = shapes.box((2.0, 0.09, 0.09), center=(x, y, _LAMP_M + 0.05))
            lamps = [
                shapes.box((0.75, 0.36, 0.13), center=(x + s * 1.1, y, _LAMP_M + 0.08), bevel=0.04) for s in (-1, 1)
            ]
            masonry.add("steel", shapes.join([pole, arm, *lamps]), (0.10, 0.10, 0.105))
            for s in (-1, 1):
                masonry.add(
                    "lantern",
                    shapes.box((0.5, 0.28, 0.02), center=(x + s * 1.12, y, _LAMP_M + 0.01)),
                    (0.6, 0.6, 0.58),
                    lit=_SODIUM,
                )
            heads.append((x, float(y), _LAMP_M))
    return np.array(heads)


def _center(masonry: Masonry, words: Words, rng: np.random.Generator) -> None:
    """The shopping center: a long front of pale panels, an entrance of glass under a raised gable, signs, carts before it."""
    y = _FRONT_Y
    masonry.add("panel", shapes.box((118.0, 34.0, 7.2), center=(0.0, y + 17.0, 3.6)), (0.50, 0.46, 0.39))
    for x in np.arange(-54.0, 56.0, 12.0):
        masonry.add("panel", shapes.box((1.3, 0.6, 7.6), center=(x, y - 0.1, 3.8)), (0.34, 0.20, 0.14))
    masonry.add("panel", shapes.box((118.4, 0.5, 0.7), center=(0.0, y - 0.1, 6.9)), (0.30, 0.28, 0.25))
    masonry.add("panel", shapes.box((22.0, 2.0, 10.4), center=(-1.0, y - 0.6, 5.2)), (0.30, 0.045, 0.04))
    for x0, wide in ((-6.0, 10.0), (-42.0, 14.0), (26.0, 18.0)):
        front = y - 1.63 if x0 == -6.0 else y - 0.03
        glass = [(x0, front, 0.1), (x0 + wide, front, 0.1), (x0 + wide, front, 3.6), (x0, front, 3.6)]
        masonry.add("shop_window", shapes.shape(glass, [(0, 1, 2, 3)]), (0.09, 0.09, 0.09), lit=(1.0, 0.93, 0.8))
        for x in np.arange(x0, x0 + wide + 0.1, 2.0):
            masonry.add("steel", shapes.box((0.09, 0.1, 3.6), center=(x, front, 1.8)), (0.2, 0.2, 0.2))
    masonry.add("steel", shapes.box((30.0, 4.0, 0.3), center=(-1.0, y - 3.4, 4.0)), (0.3, 0.3, 0.3))
    for x in (-14.0, -5.0, 4.0, 12.0):
        masonry.add("panel", shapes.box((0.4, 0.4, 4.0), center=(x, y - 5.0, 2.0)), (0.5, 0.48, 0.44))
    name = ("GREENFIELD", "SUPERSTORE", "PARK PLAZA", "WESTGATE")[int(rng.integers(4))]
    words.write("letters", name, (-1.0, y - 1.65, 7.4), 2.4, 18.0)
    words.write("letters", "HOME & GARDEN", (35.0, y - 0.08, 5.3), 1.4, 16.0)
    words.write("letters", "PHARMACY", (-35.0, y - 0.08, 5.3), 1.4, 12.0)


def _cars(params: Params, rng: np.random.Generator) -> tuple[list[Node], dict[str, Material], F64]:
    """Those that are parked, nose in or out, never quite in the middle, and what of them stands in the way (n, 3)."""
    bays = _bays()
    busy = params.taken * (0.55 + 0.55 * (bays[:, 1] - _START_Y) / (_END_Y - _START_Y))
    bays = bays[(rng.random(len(bays)) < busy) & ~_in_island(bays)]
    n = len(bays)
    yaws = -bays[:, 2] + np.where(rng.random(n) < 0.25, np.pi, 0.0) + rng.normal(0, 0.02, n)
    points = np.column_stack([bays[:, 0] + rng.normal(0, 0.12, n), bays[:, 1] + rng.normal(0, 0.09, n), np.zeros(n)])
    nodes, materials = cars.standing(points, yaws, rng.integers(0, 7, n), rng.random(n) < 0.13)
    blocked = np.concatenate(
        [np.column_stack([points[:, 0] + d, points[:, 1], np.full(n, 1.0)]) for d in (-1.4, 0.0, 1.4)]
    )
    return nodes, materials, blocked


def _trees(land: Land, islands: F64, params: Params, rng: np.random.Generator) -> list[Node]:
    n = 500
    x, y = rng.uniform(-240.0, 240.0, n), rng.uniform(-10.0, 380.0, n)
    wood = noise.fractal(x / 60.0, y / 60.0, 3, seed=params.seed + 5)
    keep = ((np.abs(x) > _HALF_X + 5.0) | (y > _FRONT_Y + 42.0)) & (rng.random(n) < np.clip(wood * 3.0 + 0.6, 0.2, 1.0))
    young = islands[(np.abs(islands[:, 0]) < 30.0)]
    x, y = np.concatenate([young[:, 0], x[keep]]), np.concatenate([young[:, 1], y[keep]])
    scales = np.concatenate([rng.uniform(0.36, 0.46, len(young)), rng.uniform(0.6, 1.0, int(keep.sum()))])
    points = np.column_stack([x, y, land.height(x, y)])
    bare = params.season == "winter"

    def make(kind: int, detail: str) -> Shape:
        habit = (LINDEN, OAK)[kind % 2]
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    away = _planting.distances(points, np.array([(0.0, 4.0), (0.0, -8.0)]))
    grades = (_planting.Grade("mid", 60.0, 2), _planting.Grade("far", 1e9, 2))
    return _planting.graded("tree", make, ("leaves", "bark"), points, scales, away, rng, grades=grades)


def _lamps(heads: F64, glow: float) -> list[Node]:
    """The light of the posts nearest to where one looks, after dark; that of the others is painted on what it falls on."""
    if glow <= 0.2:
        return []
    away = np.hypot(heads[:, 0] - MARK[0], heads[:, 1] - MARK[1] - 4.0)
    return [
        Lamp(
            name=f"post light {k}", kind="spot", power_w=2600.0 * glow, color=_SODIUM, size_m=(0.5, 0.5), angle_rad=2.4,
            pose=Pose(location=(float(x), float(y), float(z) - 0.05)),
        )
        for k, (x, y, z) in enumerate(heads[np.argsort(away)[:4]])
    ]  # fmt: skip


def _materials(glow: float, params: Params) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 13.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.78, 1.22) - 1.0) * near
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.78, 1.16)

    def lit(color: Value, strength: float = 0.16) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {"emission": cmul(cmul(color, _SODIUM), grey(attribute("pool"))), "emission_strength": strength * glow}

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    leaf = _LEAVES[params.season]
    rows = op("z", coords()) * 0.9
    shelf = remap(
        op("white_noise", op("combine", op("floor", op("x", coords()) * 1.6), op("floor", rows), 1.0)),
        0.0,
        1.0,
        0.5,
        1.0,
    )
    asphalt, bump = _asphalt(near, grit, stain)
    worn = cmul(tint, grey(stain * remap(op("y", fine) * 0.6 + op("x", wide) * 0.4, 0.35, 0.5, 0.55, 1.0)))
    surface: dict[str, Value] = {"roughness": 0.85, "specular": 0.12}
    if params.wet:
        pools = remap(op("x", wide) * 0.5 + op("z", wide) * 0.5, 0.50, 0.60)
        asphalt = cmul(asphalt, (0.55, 0.55, 0.55))
        bump = bump.model_copy(update={"strength": near * 0.4 * (1.0 - pools)})
        surface = {"roughness": remap(pools, 0.0, 1.0, 0.30, 0.03), "specular": 0.5}
    return {
        "asphalt": Material(color=asphalt, bumps=(bump,), preview=(0.09, 0.09, 0.09), **surface, **lit(asphalt)),
        "road_paint": Material(color=worn, **plain, **lit(worn)),
        "curb": Material(color=cmul(tint, grey(grit * stain)), **plain, **lit(tint)),
        "earth": Material(color=cmul(tint, grey(grit)), **plain, **lit(tint)),
        "steel": Material(color=tint, roughness=0.5, specular=0.4, **lit(tint)),
        "panel": Material(color=cmul(tint, grey(stain)), **plain, **lit(tint, 0.3)),
        "lantern": Material(color=tint, roughness=0.4, **shining(12.0)),
        "shop_window": Material(
            color=cmul(tint, grey(shelf)), roughness=0.05, specular=0.5,
            **({"emission": cmul(attribute("lit"), grey(shelf)), "emission_strength": 0.8 * glow} if glow > 0 else {}),
        ),
        "letters": Material(color=(0.72, 0.71, 0.68), roughness=0.5, emission=(1.0, 0.95, 0.85), emission_strength=0.05 + 1.6 * glow),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip


def _asphalt(near: Expr, grit: Expr, stain: Expr) -> tuple[Expr, Bump]:
    """Grey asphalt with mended cracks and oil where engines stand; grass beyond the lot."""
    x, y = op("x", coords()), op("y", coords())
    patch, fine = _patterns.laid("turf", 5.5, turn_rad=0.8), _patterns.laid("turf", 1.7)
    bay = op("abs", op("abs", op("fract", x * (1 / _ROW_M) + 0.5) - 0.5) * _ROW_M - (_AISLE_M + 0.5 * _BAY_M))
    drops = remap(op("z", patch) - remap(bay, 0.3, 1.6, 0.14, 0.0), 0.42, 0.5, 0.62, 1.0)
    crack = op("abs", op("x", _patterns.laid("turf", 24.0, turn_rad=1.1)) - 0.5)
    tar = remap(crack, 0.0, 0.006, 0.45, 1.0)
    lot = cmul((0.125, 0.123, 0.122), grey(grit * stain * drops * tar))
    out = op("max", op("abs", x) - _HALF_X - 2.0, op("max", y - _FRONT_Y - 30.0, (_START_Y - 14.0) - y))
    color = mix(lot, cmul(attribute("tint"), grey(grit)), remap(out, 0.0, 0.4))
    return color, Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01)
