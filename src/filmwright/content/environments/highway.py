"""A busy city freeway: three lanes either way with traffic that streams by, a median with lamps, a gantry with signs, an overpass, and the
skyline of the town ahead."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _open_sky, _patterns, _planting, _skyline, _traffic
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._country import ease
from filmwright.content.environments._embankment import GLOW
from filmwright.content.environments._traffic import Lane
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Native, Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("highway", "freeway", "motorway", "expressway")
EXAMPLE = "A red car drives on a busy highway"
TIMES = ("afternoon", "morning", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "traffic_cars", "signs", "streetlamps", "city_lights", "trees", "horizon", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("road", "busy_road")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = -0.10
HERO_X = -6.4
MARK = (HERO_X, 4.0)
EDGE_X = 15.2  # where the asphalt ends
START_Y, END_Y = -110.0, 1100.0
LANES = (
    Lane(-2.75, -1, 16.0, 36.0), Lane(-10.0, -1, 12.0, 40.0), Lane(2.75, 1, 16.0, 36.0), Lane(6.4, 1, 14.0, 32.0),
    Lane(10.0, 1, 12.0, 44.0),
)  # fmt: skip
_GANTRY_Y, _OVER_Y = 66.0, 168.0
_LAMP_M = 11.0
_SKIES: dict[str, float] = {
    "dawn": 0.35, "morning": 2.4, "noon": 2.5, "afternoon": -2.2, "golden_hour": -0.42, "dusk": -0.3, "blue_hour": -0.4, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 along the road, clockwise); chosen by eye."""
_LEAVES: dict[str, Color] = {
    "spring": (0.10, 0.17, 0.025), "summer": (0.060, 0.105, 0.018), "autumn": (0.36, 0.20, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
_GRASS: dict[str, Color] = {
    "spring": (0.085, 0.15, 0.03), "summer": (0.12, 0.125, 0.035), "autumn": (0.14, 0.115, 0.04), "winter": (0.17, 0.15, 0.10),
}  # fmt: skip
_CONCRETE: Color = (0.34, 0.33, 0.31)
_STEEL: Color = (0.24, 0.25, 0.26)


class Params(NamedTuple):
    """One freeway: its traffic, its hour, its season."""

    seed: int = 7
    time: str = "afternoon"
    season: str = "summer"
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A freeway for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.42, 0.6)))


def build(params: Params) -> Setting:
    """The freeway as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 251])
    glow = GLOW.get(params.time, 0.0)
    masonry = Masonry()
    _markings(masonry)
    _rails(masonry)
    blocked = _lamps(masonry)
    signs = _gantry(masonry)
    _overpass(masonry)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [
        _planting.node("ground", _pooled(_road()), "road"),
        _planting.node("land", _land(params.seed), "grass", smooth=True),
        _planting.node("town", _town(rng), "tower"),
        *(_planting.node(f"freeway {name}", _pooled(part), name) for name, part in masonry.gathered().items()),
        signs,
        *_trees(params, rng),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, _LEAVES[params.season], _GRASS[params.season]) | _traffic.materials(glow),
        world=light.world,
        ground=height,
        marks=(_mark(),),
        obstacles=blocked,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.24 if glow > 0.6 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=2.9,
        view_fall_rad=0.3,
        move_limits_m=(2.0, 7.0, 6.0),
        outdoors=outdoors,
        moving=partial(_traffic.moving, params.seed, LANES),
    )


def height(x: F64, y: F64) -> F64:
    """Height of the road in metres: it is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the road at a time of day. Raises UnknownName."""
    stops = {"golden_hour": 0.8, "dawn": 0.9, "dusk": 0.7, "night": 0.1, "blue_hour": 0.2}.get(time, 0.6)
    low = time in ("golden_hour", "dusk", "dawn")
    found = _open_sky.outdoors(
        time, _SKIES.get(time, -0.7), 1900.0 if low else 3000.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    if time == "night":
        return found._replace(sun=found.sun._replace(irradiance=0.35 * found.sun.irradiance, stars=0.2))
    return found


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the headlights behind find the hero."""
    if glow < 0.5:
        return found
    return (*found, HeroLamp("headlights", 2.5, 0.1, 6.0, 0.8, 260.0 * glow, (1.0, 0.92, 0.80)),
            HeroLamp("road lamp", 0.8, 0.9, 6.0, 1.2, 150.0 * glow, (1.0, 0.74, 0.44)))  # fmt: skip


def _mark() -> Mark:
    """In the middle lane of those that come, between two streams."""
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((HERO_X, float(y)) for y in np.arange(90.0, -26.0, -2.0)), back_m=26.0,
        radius_m=1.6, lane=True,
    )  # fmt: skip


def _spots() -> F64:
    y = np.arange(-80.0, 560.0, 34.0)
    return np.concatenate([np.column_stack([np.full(len(y), s * 2.4), y, np.full(len(y), _LAMP_M)]) for s in (-1, 1)])


def _pooled(part: Shape) -> Shape:
    """With the light of the lamps, about 1 below one of them."""
    total = np.zeros(len(part.points))
    for lamp in _spots():
        away = np.linalg.norm(part.points - lamp, axis=1)
        total += _LAMP_M**2 / np.maximum(away, 1.0) ** 2 * np.clip((lamp[2] - part.points[:, 2] + 1.0) / 2.0, 0.0, 1.0)
    return part.with_data("pool", np.minimum(total, 3.0))


def _road() -> Shape:
    y = np.concatenate([np.arange(START_Y, 160.0, 2.0), np.geomspace(160.0, END_Y, 70)])
    return shapes.grid(np.linspace(-EDGE_X, EDGE_X, 31), y)


def _plates(rows: list[tuple[float, float, float, float]]) -> Shape:
    """Thin plates on the road, each from x0, y0 to x1, y1."""
    flat = np.array([[(a, b, 0.006), (c, b, 0.006), (c, d, 0.006), (a, d, 0.006)] for a, b, c, d in rows])
    return shapes.shape(flat.reshape(-1, 3), np.arange(4 * len(flat)).reshape(-1, 4))


def _markings(masonry: Masonry) -> None:
    dashes = [
        (s * x - 0.08, y, s * x + 0.08, y + 4.0)
        for s in (-1, 1)
        for x in (4.55, 8.2)
        for y in np.arange(START_Y, 620.0, 12.0)
    ]
    masonry.add("paint", _plates(dashes), (0.60, 0.60, 0.58))
    masonry.add(
        "paint", _plates([(s * 11.85 - 0.1, START_Y, s * 11.85 + 0.1, END_Y) for s in (-1, 1)]), (0.60, 0.60, 0.58)
    )
    masonry.add(
        "paint", _plates([(s * 0.95 - 0.09, START_Y, s * 0.95 + 0.09, END_Y) for s in (-1, 1)]), (0.55, 0.40, 0.06)
    )


def _rails(masonry: Masonry) -> None:
    """The concrete barrier in the middle, guard rails on posts at the edges."""
    profile = np.array(
        [
            (-0.32, 0.0),
            (-0.32, 0.08),
            (-0.16, 0.34),
            (-0.09, 0.95),
            (0.09, 0.95),
            (0.16, 0.34),
            (0.32, 0.08),
            (0.32, 0.0),
        ]
    )
    rows = np.stack([np.column_stack([profile[:, 0], np.full(8, y), profile[:, 1]]) for y in (START_Y, END_Y)])
    masonry.add("concrete", shapes.outward(shapes.rings(rows)), _CONCRETE)
    wave = np.array([(0.0, 0.45), (0.07, 0.50), (0.07, 0.57), (0.0, 0.62), (0.07, 0.67), (0.07, 0.74), (0.0, 0.79)])
    for side in (-1, 1):
        line = np.stack(
            [np.column_stack([side * (14.4 - wave[:, 0]), np.full(7, y), wave[:, 1]]) for y in (START_Y, END_Y)]
        )
        masonry.add("steel", shapes.rings(line, around=False, caps=False), (0.36, 0.37, 0.38))
        posts = [
            shapes.box((0.12, 0.1, 0.8), center=(side * 14.46, float(y), 0.4)) for y in np.arange(START_Y, 420.0, 4.0)
        ]
        masonry.add("steel", shapes.join(posts), _STEEL)


def _lamps(masonry: Masonry) -> F64:
    """Poles on the barrier with an arm to either side; what of them stands in the way (n, 3)."""
    ys = np.unique(_spots()[:, 1])
    pole = shapes.lathe([(0.16, 0.9), (0.13, 1.2), (0.08, _LAMP_M - 0.3), (0.05, _LAMP_M)], sides=10)
    arms = []
    for s in (-1, 1):
        bent = shapes.curve([(0, 0, _LAMP_M - 0.5), (s * 0.7, 0, _LAMP_M + 0.05), (s * 2.2, 0, _LAMP_M + 0.2)], 8)
        arms.append(shapes.sweep(bent, 0.05, sides=6))
    head = shapes.join(shapes.box((0.9, 0.34, 0.12), center=(s * 2.5, 0, _LAMP_M + 0.16), bevel=0.04) for s in (-1, 1))
    lens = shapes.join(shapes.box((0.6, 0.26, 0.03), center=(s * 2.5, 0, _LAMP_M + 0.09)) for s in (-1, 1))
    for y in ys:
        masonry.add("steel", shapes.join([pole, *arms, head]).moved((0, float(y), 0)), _STEEL)
        masonry.add("lantern", lens.moved((0, float(y), 0)), (0.6, 0.58, 0.5), lit=(1.0, 0.70, 0.36))
    return np.column_stack([np.zeros(len(ys)), ys, np.full(len(ys), 0.4)])


def _gantry(masonry: Masonry) -> Native:
    """A lattice beam over all lanes with green boards, and what is written on them."""
    span = 2 * 14.9
    for s in (-1, 1):
        masonry.add("steel", shapes.box((0.42, 0.42, 8.2), center=(s * 14.9, _GANTRY_Y, 4.1), bevel=0.04), _STEEL)
    for dy in (-0.5, 0.5):
        for z in (6.5, 7.7):
            masonry.add("steel", shapes.box((span, 0.14, 0.14), center=(0, _GANTRY_Y + dy, z)), _STEEL)
        for k in range(20):
            x = -14.9 + span * k / 20
            ends = np.array(
                [(x, _GANTRY_Y + dy, 6.5 if k % 2 else 7.7), (x + span / 20, _GANTRY_Y + dy, 7.7 if k % 2 else 6.5)]
            )
            masonry.add("steel", shapes.sweep(ends, 0.04, sides=4), _STEEL)
    boards = ((-8.0, 6.2), (4.4, 4.6), (10.6, 5.4))
    for x, wide in boards:
        masonry.add(
            "sign",
            shapes.box((wide, 0.1, 2.9), center=(x, _GANTRY_Y - 0.75, 7.2), bevel=0.04),
            (0.012, 0.13, 0.055),
            lit=(0.01, 0.12, 0.05),
        )
        for z in (5.82, 8.58):
            masonry.add(
                "paint", shapes.box((wide - 0.2, 0.02, 0.06), center=(x, _GANTRY_Y - 0.81, z)), (0.6, 0.6, 0.58)
            )
        for d in (-1, 1):
            masonry.add(
                "paint",
                shapes.box((0.06, 0.02, 2.8), center=(x + d * (wide / 2 - 0.1), _GANTRY_Y - 0.81, 7.2)),
                (0.6, 0.6, 0.58),
            )
    written = (
        ("AIRPORT", -8.0, 7.75, 0.75),
        ("NORTH 12", -8.0, 6.75, 0.6),
        ("CENTER", 4.4, 7.7, 0.75),
        ("EXIT 24", 10.6, 7.75, 0.75),
        ("HARBOR", 10.6, 6.75, 0.6),
        ("1 MILE", 4.4, 6.75, 0.6),
    )
    n = len(written)
    return Native(
        name="boards", kind="text", params={"bodies": [w[0] for w in written], "style": "fill"},
        arrays={
            "center": np.array([(x, _GANTRY_Y - 0.83, z) for _, x, z, _ in written]), "right": np.tile([1.0, 0.0, 0.0], (n, 1)),
            "up": np.tile([0.0, 0.0, 1.0], (n, 1)), "size_m": np.array([w[3] for w in written]), "limit_m": np.full(n, 4.2),
            "vertical": np.zeros(n),
        },
        materials=("letters",),
    )  # fmt: skip


def _overpass(masonry: Masonry) -> None:
    """A road that crosses on a flat bridge."""
    masonry.add("concrete", shapes.box((120.0, 11.0, 1.3), center=(0, _OVER_Y, 7.0)), _CONCRETE)
    for dy in (-5.6, 5.6):
        masonry.add("concrete", shapes.box((120.0, 0.35, 1.1), center=(0, _OVER_Y + dy, 8.1)), _CONCRETE)
    for x in (-15.6, 0.0, 15.6):
        for dy in (-3.2, 3.2):
            masonry.add(
                "concrete",
                shapes.lathe([(0.55, 0.0), (0.55, 6.0), (0.8, 6.4)], sides=16).moved((x, _OVER_Y + dy, 0)),
                _CONCRETE,
            )


def _height(x: F64, y: F64, seed: int) -> F64:
    """Height of the land beside the road."""
    aside = np.abs(x) - EDGE_X
    bank = 5.5 * ease((aside - 2.0) / 16.0)
    rough = noise.fractal(x / 40.0, y / 40.0, 4, seed=seed) * 1.6 * ease((aside - 6.0) / 20.0)
    return np.asarray(np.where(aside > 0.2, bank + rough - 0.05, -0.6))


def _land(seed: int) -> Shape:
    x = np.concatenate([-np.geomspace(15.4, 2600.0, 44)[::-1], np.geomspace(15.4, 2600.0, 44)])
    y = np.concatenate([np.linspace(-140.0, 200.0, 50), np.geomspace(210.0, 4200.0, 60)])
    gx, gy = np.meshgrid(x, y)
    made = shapes.grid(gx, gy, _height(gx, gy, seed))
    return made.with_data("far", np.clip((np.hypot(gx, gy) - 250.0) / 700.0, 0, 1).reshape(-1))


def _town(rng: np.random.Generator) -> Shape:
    """The high-rises of the center at the end of the road, lower blocks before them."""
    parts = []
    for count, yaws, away, highs in (
        (34, (-0.22, 0.26), (1100.0, 2000.0), (80.0, 330.0)),
        (70, (-0.75, 0.75), (620.0, 1700.0), (18.0, 70.0)),
    ):
        spots, tall = _skyline.bank(rng, count, yaws, away, highs)
        keep = np.abs(spots[:, 0]) > 48.0
        keep |= spots[:, 1] > END_Y
        parts.append(_skyline.field(rng, spots[keep], tall[keep], base_m=0.0, busy=0.45))
    return shapes.join(parts)


def _trees(params: Params, rng: np.random.Generator) -> list[Node]:
    y = rng.uniform(-20.0, 620.0, 240)
    x = rng.choice([-1.0, 1.0], 240) * (EDGE_X + 9.0 + 42.0 * rng.random(240) ** 1.5)
    keep = np.abs(y - _OVER_Y) > 12.0
    x, y = x[keep], y[keep]
    points = np.column_stack([x, y, _height(x, y, params.seed) - 0.2])
    scales = rng.uniform(0.5, 0.95, len(x))

    def make(kind: int, detail: str) -> Shape:
        habit = (_broadleaf.LINDEN, _broadleaf.OAK)[kind % 2]
        bare = params.season == "winter"
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    grades = (_planting.Grade("mid", 80.0, 2), _planting.Grade("far", 1e9, 2))
    return _planting.graded(
        "tree",
        make,
        ("leaves", "bark"),
        points,
        scales,
        _planting.distances(points, np.array([(-4.0, -20.0)])),
        rng,
        grades=grades,
    )


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float, leaf: Color, grass: Color) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 13.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 6.0, 70.0, 1.0, 0.0)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.74, 1.26) - 1.0) * near
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.82, 1.16)
    # Where wheels go the asphalt is polished dark, between them oil has dripped.
    lane = op("abs", op("sub", op("fract", (op("abs", op("x", coords())) - 0.92) * (1 / 3.64)), 0.5))
    worn = remap(op("abs", lane - 0.24), 0.0, 0.12, 0.84, 1.0)
    slow = _patterns.repeated("turf", op("combine", op("x", coords()) * 0.12, op("y", coords()) * 0.012, 0.0))
    asphalt = cmul((0.105, 0.104, 0.105), _grey(grit * stain * worn * remap(op("z", slow), 0.25, 0.75, 0.85, 1.12)))

    def lit(color: Value, strength: float = 0.30) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {
            "emission": cmul(cmul(color, (1.0, 0.70, 0.38)), _grey(attribute("pool"))),
            "emission_strength": strength * glow,
        }

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    written: dict[str, Value] = {"emission": (1.0, 1.0, 0.95), "emission_strength": 0.5 * glow} if glow > 0 else {}
    far: Color = (leaf[0] * 0.8, leaf[1] * 0.8, leaf[2])
    return {
        "road": Material(
            color=asphalt, roughness=remap(worn, 0.84, 1.0, 0.5, 0.85), specular=0.25,
            bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),), preview=(0.1, 0.1, 0.1), **lit(asphalt),
        ),
        "paint": Material(color=cmul(tint, _grey(grit * stain)), **plain, **lit(tint)),
        "concrete": Material(color=cmul(tint, _grey(stain * grit)), **plain, **lit(tint)),
        "steel": Material(color=tint, metallic=0.5, roughness=0.5, **lit(tint, 0.15)),
        "sign": Material(color=tint, roughness=0.4, specular=0.3, **shining(1.6)),
        "letters": Material(color=(0.72, 0.72, 0.70), roughness=0.5, **written),
        "lantern": Material(color=tint, roughness=0.4, specular=0.3, **shining(8.0)),
        "grass": Material(color=cmul(mix(grass, far, attribute("far")), _grey(stain)), preview=grass, **plain),
        "tower": _skyline.surface(0.8 * glow),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip
