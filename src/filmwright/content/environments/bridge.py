"""On a great suspension bridge: a road and a railway between red towers and their cables, the river far below, a skyline on its bank and
hills where the bridge comes to land."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting, _skyline, _traffic, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._embankment import GLOW
from filmwright.content.environments._traffic import Lane
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("bridge", "suspension bridge", "road bridge")
EXAMPLE = "A man in a blue jacket walks over a bridge in the evening"
TIMES = ("afternoon", "morning", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "water", "streetlamps", "city_lights", "reflections", "mountains", "horizon", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
REGIONS = ("golden_gate", "san_francisco")
"""Parts of the world it can be told to be."""

VIEW_YAW_RAD = 0.20
HERO_X = -2.0
MARK = (HERO_X, 2.0)
WATER_Z = -58.0
EDGE_X = 12.8  # of the deck
ROAD_X = 7.4
RAIL_X, RAIL_Z = 10.2, 0.2  # the railway at the right edge; the top of its rails
ORIGIN_Z = RAIL_Z - 0.62  # where a train stands: its own rails lie that much higher
START_Y, END_Y = -190.0, 590.0
_TOWERS, _TOP = (78.0, 392.0), 74.0
_CABLE_X = 13.7
LANES = (Lane(-5.6, -1, 10.0, 74.0), Lane(2.0, 1, 11.0, 62.0), Lane(5.6, 1, 9.0, 82.0))
_SKIES: dict[str, float] = {
    "dawn": -0.55, "morning": -2.2, "noon": -2.3, "afternoon": -1.9, "golden_hour": -0.85, "dusk": -0.62, "blue_hour": -0.6, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 along the bridge, clockwise); chosen by eye: low ones over the water."""
_RED: Color = (0.36, 0.060, 0.028)
_GREEN: dict[str, Color] = {
    "spring": (0.07, 0.12, 0.03), "summer": (0.10, 0.10, 0.04), "autumn": (0.13, 0.095, 0.035), "winter": (0.12, 0.11, 0.085),
}  # fmt: skip


class Params(NamedTuple):
    """One crossing: its hour, its season, its wind."""

    seed: int = 7
    time: str = "afternoon"
    season: str = "summer"
    clouds: float = 0.5
    wind: float = 0.2


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A bridge for a shot."""
    season = shot.place.season if shot.place.season in _GREEN else "summer"
    wind = {"still": 0.08, "breeze": 0.2, "strong": 0.4}.get(shot.weather.wind or "breeze", 0.2)
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.45, 0.6)), wind
    )


def build(params: Params) -> Setting:
    """The bridge as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 257])
    glow = GLOW.get(params.time, 0.0)
    masonry = Masonry()
    _deck(masonry)
    for y in _TOWERS:
        _tower(masonry, y)
    _cables(masonry)
    _railings(masonry)
    _lamps(masonry)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    road = shapes.grid(
        np.linspace(-ROAD_X, ROAD_X, 17),
        np.concatenate([np.arange(START_Y, 120.0, 1.6), np.arange(120.0, END_Y + 1, 8.0)]),
    )
    nodes: list[Node] = [
        _planting.node("ground", _pooled(road), "road"),
        _planting.node(
            "water",
            shapes.grid([-4600.0, -900.0, -200.0, 200.0, 900.0, 4600.0], [-700.0, 0.0, 400.0, 1200.0, 4700.0], WATER_Z),
            "water",
        ),
        _planting.node("hills", _hills(params.seed, _GREEN[params.season]), "land", smooth=True),
        _planting.node("town", _town(rng), "tower"),
        *(
            _planting.node(f"bridge {name}", _pooled(part), name, smooth=name in ("rope", "lantern"), sharp_rad=0.7)
            for name, part in masonry.gathered().items()
        ),
    ]
    along = np.arange(START_Y, 60.0, 1.2)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, params.wind) | _traffic.materials(glow),
        world=light.world,
        ground=height,
        marks=_marks(),
        obstacles=np.concatenate(
            [
                np.column_stack([np.full(len(along), x), along, np.full(len(along), 0.25)])
                for x in (-EDGE_X + 0.3, EDGE_X - 0.2)
            ]
        ),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if glow > 0.6 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=30.0,
        camera_height_m=1.6,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 7.0, 6.0),
        outdoors=outdoors,
        moving=partial(_traffic.moving, params.seed, LANES),
    )


def height(x: F64, y: F64) -> F64:
    """Height of what one stands on in metres: the deck, or where a train stands."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.where(np.abs(x - RAIL_X) < 2.4, ORIGIN_Z, 0.0)


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the river at a time of day. Raises UnknownName."""
    stops = {"golden_hour": 0.75, "dawn": 0.9, "dusk": 0.7, "night": 0.1, "blue_hour": 0.15}.get(time, 0.55)
    low = time in ("golden_hour", "dusk", "dawn")
    found = _open_sky.outdoors(
        time, _SKIES.get(time, -0.7), 2300.0 if low else 3800.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    if time == "night":
        return found._replace(sun=found.sun._replace(irradiance=0.4 * found.sun.irradiance, stars=0.2))
    return found


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lamps of the deck find the hero."""
    if glow < 0.5:
        return found
    return (*found, HeroLamp("deck lamp", -2.3, 0.7, 5.0, 1.0, 230.0 * glow, (1.0, 0.70, 0.40)),
            HeroLamp("deck lamp in front", 0.9, 0.6, 5.0, 1.4, 120.0 * glow, (1.0, 0.74, 0.46)))  # fmt: skip


def _marks() -> tuple[Mark, ...]:
    y = np.arange(60.0, -30.0, -2.0)
    stand = Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((HERO_X, float(a)) for a in y),
        back_m=20.0,
        radius_m=1.5,
        lane=True,
    )
    track = Mark(
        position=(RAIL_X, 18.0, ORIGIN_Z), view_yaw_rad=-0.40, kind="track", path=((RAIL_X, 260.0), (RAIL_X, -120.0)), back_m=28.0,
        radius_m=2.0,
    )  # fmt: skip
    return stand, track


def _spots() -> F64:
    y = np.arange(-60.0, 380.0, 24.0)
    return np.concatenate(
        [np.column_stack([np.full(len(y), s * 7.0 if s < 0 else 7.2), y, np.full(len(y), 7.4)]) for s in (-1, 1)]
    )


def _pooled(part: Shape) -> Shape:
    """With the light of the lamps, about 1 below one of them."""
    total = np.zeros(len(part.points))
    for lamp in _spots():
        away = np.linalg.norm(part.points - lamp, axis=1)
        total += 55.0 / np.maximum(away, 1.0) ** 2 * np.clip((lamp[2] - part.points[:, 2] + 1.0) / 2.0, 0.0, 1.0)
    return part.with_data("pool", np.minimum(total, 3.0))


def _deck(masonry: Masonry) -> None:
    """Markings, walkway, the railway, and the truss under it all."""
    long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
    for x0, x1, z in ((-EDGE_X, -ROAD_X, 0.14), (ROAD_X, 8.3, 0.14), (8.3, EDGE_X, -0.02)):
        masonry.add(
            "concrete", shapes.box((x1 - x0, long, 0.4), center=((x0 + x1) / 2, middle, z - 0.2)), (0.30, 0.29, 0.275)
        )
    rows = [
        (-0.2, START_Y, -0.08, END_Y),
        (0.08, START_Y, 0.2, END_Y),
        *((s * 3.8 - 0.07, y, s * 3.8 + 0.07, y + 3.0) for s in (-1, 1) for y in np.arange(START_Y, 420.0, 9.0)),
    ]
    flat = np.array([[(a, b, 0.006), (c, b, 0.006), (c, d, 0.006), (a, d, 0.006)] for a, b, c, d in rows])
    masonry.add("paint", shapes.shape(flat.reshape(-1, 3), np.arange(4 * len(flat)).reshape(-1, 4)), (0.58, 0.54, 0.40))
    for s in (-1, 1):
        masonry.add(
            "rail",
            shapes.box((0.07, long, 0.16), center=(RAIL_X + s * 0.752, middle, RAIL_Z - 0.08)),
            (0.30, 0.27, 0.25),
        )
    sleepers = [shapes.box((2.5, 0.25, 0.1), center=(RAIL_X, float(y), 0.02)) for y in np.arange(-60.0, 200.0, 0.65)]
    masonry.add("concrete", shapes.join(sleepers), (0.16, 0.12, 0.09))
    for x in (-EDGE_X - 0.3, EDGE_X + 0.3):
        for z in (-0.35, -7.2):
            masonry.add("red", shapes.box((0.5, long, 0.7), center=(x, middle, z)), _RED)
        y = np.arange(START_Y, END_Y, 7.6)
        for k, a in enumerate(y[:-1]):
            ends = np.array([(x, a, -0.5 if k % 2 else -7.0), (x, y[k + 1], -7.0 if k % 2 else -0.5)])
            masonry.add("red", shapes.sweep(ends, 0.22, sides=4), _RED)


def _tower(masonry: Masonry, y: float) -> None:
    """Two stepped legs and the struts between them, on a pier in the water."""
    for s in (-1, 1):
        for low, high, wide, deep in (
            (WATER_Z + 6, 0.0, 4.4, 7.0),
            (0.0, 24.0, 3.8, 6.0),
            (24.0, 46.0, 3.3, 5.2),
            (46.0, 64.0, 2.8, 4.4),
            (64.0, _TOP, 2.3, 3.6),
        ):
            masonry.add(
                "red",
                shapes.box((wide, deep, high - low), center=(s * (_CABLE_X + 1.6), y, (low + high) / 2), bevel=0.12),
                _RED,
            )
            for d in (-0.3, 0.3):
                masonry.add(
                    "red",
                    shapes.box(
                        (wide * 0.16, deep + 0.5, high - low - 1.0),
                        center=(s * (_CABLE_X + 1.6) + d * wide, y, (low + high) / 2),
                    ),
                    _RED,
                )
        masonry.add(
            "concrete",
            shapes.lathe([(9.0, WATER_Z - 4), (9.0, WATER_Z + 5), (6.5, WATER_Z + 7)], sides=20).moved(
                (s * (_CABLE_X + 1.6), y, 0)
            ),
            (0.32, 0.31, 0.29),
        )
    span = 2 * _CABLE_X + 1.0
    for z, high in ((15.5, 4.0), (35.0, 4.4), (54.0, 4.0), (_TOP - 2.0, 4.0)):
        masonry.add("red", shapes.box((span, 2.6, high), center=(0, y, z), bevel=0.15), _RED)
        for k in np.linspace(-0.42, 0.42, 9):
            masonry.add("red", shapes.box((0.35, 3.0, high * 0.8), center=(k * span, y, z)), _RED)


def _cable_z(y: F64) -> F64:
    """Height of the cables."""
    a, b = _TOWERS
    middle, half = (a + b) / 2, (b - a) / 2
    between = 5.0 + (_TOP - 5.0) * ((y - middle) / half) ** 2
    before = 6.0 + (_TOP - 6.0) * np.clip((y - START_Y) / (a - START_Y), 0, 1) ** 1.5
    after = 6.0 + (_TOP - 6.0) * np.clip((END_Y - y) / (END_Y - b), 0, 1) ** 1.5
    return np.asarray(np.where(y < a, before, np.where(y > b, after, between)))


def _cables(masonry: Masonry) -> None:
    """The two cables and their hangers."""
    y = np.arange(START_Y, END_Y + 1, 5.0)
    for s in (-1, 1):
        masonry.add(
            "rope", shapes.sweep(np.column_stack([np.full(len(y), s * _CABLE_X), y, _cable_z(y)]), 0.46, sides=12), _RED
        )
        for at in np.arange(START_Y + 15.0, END_Y, 7.6):
            top = float(_cable_z(np.array([at]))[0])
            if top > 1.5 and min(abs(at - t) for t in _TOWERS) > 3.0:
                for d in (-0.22, 0.22):
                    masonry.add(
                        "rope",
                        shapes.sweep(
                            np.array([(s * _CABLE_X, at + d, 0.0), (s * _CABLE_X, at + d, top)]), 0.04, sides=5
                        ),
                        (0.20, 0.05, 0.03),
                    )


def _railings(masonry: Masonry) -> None:
    """Pickets along both edges, a low rail along the road, a fence to the railway."""
    for x, high, every in (
        (-EDGE_X + 0.15, 1.25, 0.16),
        (EDGE_X - 0.15, 1.25, 0.3),
        (8.3, 1.1, 1.6),
        (-ROAD_X - 0.25, 0.8, 2.4),
    ):
        fine = np.arange(-26.0, 40.0, every)
        pickets = [shapes.box((0.03, 0.035, high - 0.1), center=(x, float(y), high / 2 + 0.1)) for y in fine]
        posts = [
            shapes.box((0.1, 0.1, high), center=(x, float(y), high / 2 + 0.1)) for y in np.arange(START_Y, 420.0, 3.8)
        ]
        masonry.add("red", shapes.join([*pickets, *posts]), _RED)
        long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
        for z in (0.26, high + 0.1):
            masonry.add("red", shapes.box((0.12, long, 0.1), center=(x, middle, z)), _RED)


def _lamps(masonry: Masonry) -> None:
    post = shapes.lathe([(0.16, 0.1), (0.15, 0.8), (0.09, 1.0), (0.06, 7.2), (0.04, 7.9)], sides=10)
    for x, y, z in _spots():
        s = math.copysign(1.0, x)
        masonry.add("red", post.moved((s * 7.75, y, 0)), _RED)
        arm = shapes.curve([(s * 7.75, y, 7.3), (s * 7.6, y, 7.85), (s * 6.9, y, 7.75)], 8)
        masonry.add("red", shapes.sweep(arm, 0.045, sides=6), _RED)
        masonry.add(
            "lantern",
            shapes.lathe([(0.1, 0.32), (0.26, 0.1), (0.24, 0.0), (0.0, -0.04)], sides=14).moved((s * 6.9, y, z)),
            (0.6, 0.58, 0.5),
            lit=(1.0, 0.70, 0.36),
        )


def _hills(seed: int, green: Color) -> Shape:
    """Headlands where the bridge lands, mountains behind, flat land on the left under the town. Attribute `tint`."""
    yaw = np.linspace(-1.5, 1.7, 360)
    r = np.geomspace(540.0, 4500.0, 110)
    gr, gy = np.meshgrid(r, yaw, indexing="ij")
    x, y = -gr * np.sin(gy), gr * np.cos(gy)
    coast = (
        640.0 + 260.0 * noise.fractal(gy * 2.2, gy * 0 + 1.0, 4, seed=seed) + 520.0 * np.clip((gy - 0.10) / 0.5, 0, 1)
    )
    inland = gr - coast
    rolling = noise.fractal(x / 520.0, y / 520.0, 6, seed=seed + 1)
    hilly = np.clip(1.0 - (gy - 0.06) / 0.30, 0.05, 1.0)
    z = (
        WATER_Z
        + 4.0
        + np.clip(inland / 60.0, -4, 1) * 4.0
        + hilly * np.clip(inland / 420.0, 0, 1) * (120.0 + 190.0 * rolling)
    )
    far = np.clip((gr - 2300.0) / 1900.0, 0, 1)
    z = z + far * 330.0 * (0.45 + noise.fractal(x / 900.0 + 4, y / 900.0, 6, ridged=True, seed=seed + 2))
    land = np.minimum(
        z, 1.0 + np.clip((np.abs(x) - 15.0) / 90.0, 0, 1) ** 1.4 * 900.0
    )  # the road goes through a cutting
    made = shapes.grid(x[:, ::-1], y[:, ::-1], land[:, ::-1])
    p = made.points
    wood = np.clip(0.5 + 2.2 * noise.fractal(p[:, 0] / 90.0, p[:, 1] / 90.0, 4, seed=seed + 3), 0, 1)[:, None]
    tint = np.asarray(green) * (1.0 - wood) + np.array([0.035, 0.055, 0.02]) * wood
    bare = np.clip((WATER_Z + 16.0 - p[:, 2:3]) / 10.0, 0, 1)
    return made.with_data("tint", tint * (1 - bare) + np.array([0.20, 0.17, 0.13]) * bare)


def _town(rng: np.random.Generator) -> Shape:
    """The skyline on the left bank."""
    parts = []
    for count, yaws, away, highs in (
        (60, (0.36, 1.0), (1500.0, 2300.0), (60.0, 330.0)),
        (90, (0.28, 1.15), (1300.0, 2500.0), (14.0, 60.0)),
    ):
        spots, tall = _skyline.bank(rng, count, yaws, away, highs)
        parts.append(_skyline.field(rng, spots, tall, base_m=WATER_Z + 4.0, busy=0.5))
    return shapes.join(parts)


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float, wind: float) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 13.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 5.0, 60.0, 1.0, 0.0)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.74, 1.26) - 1.0) * near
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.80, 1.18)
    asphalt = cmul((0.092, 0.092, 0.095), _grey(grit * stain))
    streak = _patterns.repeated(
        "turf", op("combine", (op("x", coords()) + op("y", coords())) * 0.4, op("z", coords()) * 0.05, 0.0)
    )
    weathered = cmul(tint, _grey(remap(op("z", streak), 0.2, 0.8, 0.84, 1.12)))

    def lit(color: Value, strength: float = 0.30) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {
            "emission": cmul(cmul(color, (1.0, 0.70, 0.38)), _grey(attribute("pool"))),
            "emission_strength": strength * glow,
        }

    shining: dict[str, Value] = {"emission": attribute("lit"), "emission_strength": 7.0 * glow} if glow > 0 else {}
    washed: dict[str, Value] = {}
    if glow > 0:
        rise = remap(op("z", coords()), -8.0, 74.0, 0.55, 0.22)
        washed = {
            "emission": cmul(cmul(tint, (1.0, 0.72, 0.45)), _grey(attribute("pool") * 0.4 + rise)),
            "emission_strength": 0.42 * glow,
        }
    return {
        "road": Material(
            color=asphalt, roughness=0.8, specular=0.25, bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),),
            preview=(0.09, 0.09, 0.09), **lit(asphalt),
        ),
        "paint": Material(color=cmul(tint, _grey(grit * stain)), **plain, **lit(tint)),
        "concrete": Material(color=cmul(tint, _grey(stain * grit)), **plain, **lit(tint)),
        "red": Material(color=weathered, roughness=0.5, specular=0.35, preview=_RED, **washed),
        "rope": Material(color=weathered, roughness=0.5, specular=0.35, preview=_RED, **washed),
        "rail": Material(color=tint, metallic=0.8, roughness=0.35),
        "lantern": Material(color=tint, roughness=0.4, specular=0.3, **shining),
        "land": Material(color=mix(tint, cmul(tint, _grey(stain)), 1.0), **plain),
        "water": _water.basin(wind, deep=(0.010, 0.032, 0.040)),
        "tower": _skyline.surface(0.85 * glow),
    }  # fmt: skip
