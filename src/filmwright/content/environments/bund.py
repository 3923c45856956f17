"""Shanghai's riverside promenade: a balustrade with lamps over the wide river, floodlit old banks behind, and across the water the towers
of the new town, one with spheres, one twisted, one with an opening under its top; after dark they shine."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _embankment, _open_sky, _patterns, _planting, _skyline, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._city import houses
from filmwright.content.environments._city.houses import House
from filmwright.content.environments._city.masonry import Facade, Masonry
from filmwright.content.environments._embankment import WATER_Z
from filmwright.content.environments._skyline import Front, rectangle, round_corners, stack
from filmwright.content.kinds import F64, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Material, Value, attribute, op
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("bund", "huangpu river", "shanghai skyline", "pudong skyline")
EXAMPLE = "A woman in a red coat walks along the bund in Shanghai at night"
TIMES = ("night", "blue_hour", "dusk", "dawn", "morning", "noon", "afternoon", "golden_hour")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "water", "reflections", "city_lights", "streetlamps", "windows", "trees", "horizon", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
REGIONS = ("shanghai",)
"""Parts of the world it can be told to be."""

VIEW_YAW_RAD = 0.46
_BACK_X, _HOUSES_X = 9.5, 19.0
_FAR_M = 900.0  # the other bank
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-0.55, 2400.0), "morning": (-2.5, 5600.0), "noon": (-2.3, 6400.0), "afternoon": (-1.9, 5800.0),
    "golden_hour": (-1.7, 3000.0), "dusk": (-0.62, 2600.0), "blue_hour": (-0.7, 3000.0), "night": (-0.6, 3600.0),
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_LEAVES: dict[str, Color] = {
    "spring": (0.10, 0.17, 0.025), "summer": (0.06, 0.11, 0.018), "autumn": (0.36, 0.20, 0.025), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip


class Params(NamedTuple):
    """One evening on the river."""

    seed: int = 7
    time: str = "night"
    season: str = "summer"
    clouds: float = 0.5
    wind: float = 0.12


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A promenade for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    wind = {"still": 0.04, "breeze": 0.12, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.12)
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.4, 0.55)), wind
    )


def build(params: Params) -> Setting:
    """The promenade as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 211])
    glow = _embankment.GLOW.get(params.time, 0.0)
    masonry = Masonry()
    _embankment.edge(masonry)
    _embankment.balustrade(masonry)
    posts = _embankment.light_posts(masonry, 3)
    seats = _embankment.benches(masonry, 6.4, (14.0, 22.0, 33.0, 44.0))
    _old_banks(masonry, rng)
    trees, trunks = _trees(params, rng)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [
        _embankment.terrace(_BACK_X + 12.0),
        _embankment.river(-2400.0),
        _planting.node("shore", _shore(), "far_shore"),
        _planting.node("towers", _towers(rng), "tower"),
        _planting.node("landmarks", shapes.join([_pearl(), _opener(), _twist(), _pagoda()]), "tower"),
        _planting.node("beacons", _beacons(), "beacon", smooth=True, sharp_rad=0.6),
        *(
            _planting.node(f"bund {name}", part, name, smooth=name in ("lantern", "iron"), sharp_rad=0.7)
            for name, part in masonry.gathered().items()
        ),
        *trees,
    ]
    leaf = _LEAVES[params.season]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_embankment.materials(glow, params.wind, leaf, flooded=0.85, deep=(0.014, 0.024, 0.022))
        | _lights(glow),
        world=light.world,
        ground=_embankment.height,
        marks=_embankment.marks(VIEW_YAW_RAD, 13.0, (-16.0, 16.0), ((-40.0, 34.0), (-16.0, 16.0), (-10.0, 11.0))),
        obstacles=np.concatenate([posts, seats, trunks, _embankment.blocked(_BACK_X)]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.22 if glow > 0.6 else 0.08}),
        hero_lamps=_embankment.hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.45,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 6.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, WATER_Z),
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the river at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"golden_hour": 0.75, "dawn": 0.9, "dusk": 0.6, "night": -0.1, "blue_hour": 0.0}.get(time, 0.6)
    found = _open_sky.outdoors(
        time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in ("dawn", "dusk")
    )
    if time == "night":  # the town outshines the moon and tints the air
        dim = found.sun._replace(irradiance=0.3 * found.sun.irradiance, stars=0.0, haze_color=(0.12, 0.13, 0.22))
        return found._replace(sun=dim)
    return found


def _old_banks(masonry: Masonry, rng: np.random.Generator) -> None:
    """Stone houses of the twenties along the road behind the promenade, one with a clock tower."""
    at = -30.0
    while at < 150.0:
        bays = int(rng.integers(6, 9))
        tone = float(rng.uniform(0.9, 1.08))
        house = House(
            style="stone", width_m=bays * 3.4 + 0.5, storeys=int(rng.integers(5, 8)), storey_m=3.9, bays=bays,
            wall=(0.46 * tone, 0.40 * tone, 0.31 * tone),
        )  # fmt: skip
        houses.build(masonry, rng, Facade(1, at, _HOUSES_X), house, far=True)
        at += house.width_m
    for y, high in ((36.0, 62.0), (98.0, 54.0)):
        x = _HOUSES_X + 7.0
        for low, top, half in ((0.0, 0.66, 4.4), (0.66, 0.86, 3.7), (0.86, 0.93, 2.8)):
            masonry.add(
                "wall",
                shapes.box((2 * half, 2 * half, (top - low) * high), center=(x, y, (low + top) / 2 * high)),
                (0.46, 0.40, 0.31),
            )
        dome = shapes.lathe([(2.9, 0.0), (2.6, 1.2), (1.6, 2.6), (0.25, 3.4), (0.12, 6.0), (0.0, 6.1)], sides=20)
        masonry.add("roof", dome.moved((x, y, high * 0.93)), (0.10, 0.22, 0.18))


def _trees(params: Params, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Trees in a row behind the benches."""
    y = np.arange(9.0, 120.0, 9.0) + rng.normal(0, 0.3, 13)
    points = np.column_stack([np.full(len(y), 8.6), y, np.zeros(len(y))])
    scales = 0.46 + 0.06 * rng.random(len(y))

    def make(kind: int, detail: str) -> Shape:
        habit = _broadleaf.LINDEN._replace(fork=0.30, middle=0.62)
        bare = params.season == "winter"
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    eyes = np.array([(6.0, -11.0), (2.0, -4.0)])
    grades = (_planting.Grade("near", 24.0, 1), _planting.Grade("mid", 70.0, 2), _planting.Grade("far", 1e9, 1))
    nodes = _planting.graded(
        "plane", make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng, grades=grades
    )
    return nodes, np.column_stack([points[:, :2], np.full(len(y), 0.35)])


def _at(yaw: float, away_m: float) -> tuple[float, float, float]:
    return (-away_m * math.sin(yaw), away_m * math.cos(yaw), WATER_Z)


def _shore() -> Shape:
    """The other bank: a low embankment in a bend of the river, green at its foot."""
    yaw = np.linspace(-0.1, 1.75, 60)
    rows = []
    for r, z in (
        (_FAR_M - 6, WATER_Z - 2),
        (_FAR_M, WATER_Z + 3.0),
        (_FAR_M + 26, WATER_Z + 9.0),
        (_FAR_M + 50, WATER_Z + 4.0),
        (3600.0, WATER_Z + 4.0),
    ):
        rows.append(np.column_stack([-r * np.sin(yaw), r * np.cos(yaw), np.full(60, z)]))
    return shapes.rings(np.array(rows), around=False, caps=False)


def _towers(rng: np.random.Generator) -> Shape:
    """The town across the water: low houses at its edge, high ones behind."""
    made = []
    for count, away, highs in (
        (50, (960.0, 1200.0), (16.0, 70.0)),
        (60, (1200.0, 1800.0), (50.0, 190.0)),
        (60, (1800.0, 2900.0), (80.0, 330.0)),
    ):
        spots, tall = _skyline.bank(rng, count, (-0.05, 1.35), away, highs)
        made.append(_skyline.field(rng, spots, tall, base_m=WATER_Z, busy=0.5, washed=0.22))
    return shapes.join(made)


_PEARL, _OPENER, _TWIST, _PAGODA = _at(0.62, 1850.0), _at(0.36, 2350.0), _at(0.245, 2650.0), _at(0.425, 2300.0)


def _pearl() -> Shape:
    """The shafts of the tower of spheres, 400 m."""
    front = Front((0.34, 0.33, 0.34), 0.0, 0.0, 3.0, (0.7, 0.10, 0.45))
    parts = []
    for k in range(3):
        a = 2 * math.pi * k / 3
        ring = round_corners(9.0, 9.0, 4.4)
        parts.append(stack([(ring, 0.0), (ring, 262.0)], front).moved((7.5 * math.cos(a), 7.5 * math.sin(a), 0)))
    thin = round_corners(7.0, 7.0, 3.4)
    parts.append(stack([(thin, 262.0), (thin, 330.0), (thin * 0.3, 332.0), (thin * 0.05, 430.0)], front))
    return shapes.join(parts).moved(_PEARL)


def _opener() -> Shape:
    """A slab that narrows to a blade with an opening under its top, 470 m."""
    front = Front((0.20, 0.25, 0.31), 0.95, 0.62, 41.0)
    body = stack([(rectangle(56, 56), 0.0), (rectangle(54, 46), 160.0), (rectangle(50, 26), 390.0)], front)
    legs = [
        stack([(rectangle(13, 25), 390.0), (rectangle(9, 17), 452.0)], front).moved((s * 19, 0, 0)) for s in (-1, 1)
    ]
    top = stack([(rectangle(46, 17), 452.0), (rectangle(45, 15), 474.0)], front)
    return shapes.join([body, *legs, top]).turned(shapes.rotation(z=0.5)).moved(_OPENER)


def _twist() -> Shape:
    """A tower that turns as it rises, 590 m."""
    front = Front((0.30, 0.35, 0.40), 0.95, 0.66, 77.0, (0.10, 0.34, 1.0))
    rows = []
    for f in np.linspace(0, 1, 25):
        ring = round_corners(82.0, 82.0, 30.0) * (1.0 - 0.46 * f)
        rows.append((ring @ shapes.rotation(z=2.1 * f)[:2, :2].T, 590.0 * float(f)))
    return stack(rows, front).moved(_TWIST)


def _pagoda() -> Shape:
    """A tower in ever shorter steps under a crown, 400 m."""
    front = Front((0.40, 0.38, 0.33), 0.6, 0.6, 15.0, (1.0, 0.55, 0.16))
    rows: list[tuple[F64, float]] = []
    z, side, step = 0.0, 52.0, 92.0
    while z < 350.0:
        rows += [(rectangle(side, side), z), (rectangle(side * 1.03, side * 1.03), z + step)]
        z, side, step = z + step, side * 0.91, step * 0.72 + 3.0
    rows += [(rectangle(side * 0.6, side * 0.6), z), (rectangle(1.0, 1.0), z + 40.0)]
    return stack(rows, front).turned(shapes.rotation(z=0.3)).moved(_PAGODA)


def _beacons() -> Shape:
    """What shines in color: the spheres, bands of light on the towers, signs on roofs along the water."""
    rose, violet, blue, gold = (1.0, 0.10, 0.36), (0.62, 0.16, 1.0), (0.10, 0.38, 1.0), (1.0, 0.60, 0.18)
    parts: list[Shape] = []
    for z, r, color in ((92.0, 25.0, rose), (272.0, 22.5, violet), (338.0, 8.0, rose)):
        parts.append(shapes.ball(r, center=(0, 0, z), sides=48, levels=24).moved(_PEARL).with_data("tint", color))
    for f in np.linspace(0.05, 0.98, 9):
        ring = round_corners(83.0, 83.0, 30.0) * (1.0 - 0.46 * float(f))
        ring = ring @ shapes.rotation(z=2.1 * float(f))[:2, :2].T
        line = np.column_stack([ring, np.full(len(ring), 590.0 * float(f))])
        parts.append(shapes.sweep(line, 1.3, sides=4, closed=True).moved(_TWIST).with_data("tint", blue))
    rim = [(-22, -8, 474), (22, -8, 474), (22, 8, 474), (-22, 8, 474)]
    parts.append(
        shapes.sweep(rim, 1.6, sides=4, closed=True)
        .turned(shapes.rotation(z=0.5))
        .moved(_OPENER)
        .with_data("tint", blue)
    )
    for z, half in ((92.0, 26.5), (161.0, 24.0), (214.0, 21.5), (255.0, 19.5), (287.0, 18.0)):
        ring4 = [(-half, -half, z), (half, -half, z), (half, half, z), (-half, half, z)]
        parts.append(
            shapes.sweep(ring4, 1.2, sides=4, closed=True)
            .turned(shapes.rotation(z=0.3))
            .moved(_PAGODA)
            .with_data("tint", gold)
        )
    return shapes.join(parts)


def _lights(glow: float) -> dict[str, Material]:
    """The towers, what of them shines in color, and the shore at their feet."""
    tint = attribute("tint")
    bright: dict[str, Value] = {"emission": tint, "emission_strength": 1.2 * glow} if glow > 0 else {}
    tone = op("vadd", op("vscale", tint, 0.25), (0.30, 0.30, 0.31))
    return {
        "tower": _skyline.surface(0.75 * glow),
        "beacon": Material(color=tone, roughness=0.35, specular=0.4, preview=(0.5, 0.3, 0.4), **bright),
        "far_shore": Material(color=(0.045, 0.065, 0.03), specular=0.0, roughness=1.0),
    }
