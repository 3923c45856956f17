"""A quay of the Seine in Paris: cobbles and plane trees by the water, stone houses along both banks, an arched bridge, and the Eiffel
Tower behind it all; after dark it shines like gold."""

from __future__ import annotations

import math
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _embankment, _open_sky, _patterns, _planting, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._city import houses
from filmwright.content.environments._city.houses import House
from filmwright.content.environments._city.masonry import Facade, Masonry
from filmwright.content.environments._embankment import EDGE_X, END_Y, START_Y, WATER_Z
from filmwright.content.kinds import F64, Outdoors, Setting
from filmwright.content.props import eiffel_tower
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Material, Value, coords, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("seine river", "river seine", "seine riverbank", "quays of the seine")
EXAMPLE = "A woman in a beige coat walks along the Seine with the Eiffel Tower in the background"
TIMES = ("golden_hour", "morning", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "water", "reflections", "streetlamps", "windows", "trees", "cobblestones", "horizon", "floor", "shadows", "moving_clouds",
    "city_lights",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
REGIONS = ("paris", "seine", "france")
"""Parts of the world it can be told to be."""
LANDMARKS = ("eiffel_tower",)
"""Things of the cast that are part of it already."""

VIEW_YAW_RAD = 0.33
_BACK_X = 6.6  # the wall of the upper quay
_UPPER_M = 5.2
_FAR_X = -104.0
_BRIDGE_Y = 132.0
_TOWER_YAW, _TOWER_M = 0.37, 1480.0
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-0.15, 2300.0), "morning": (-2.4, 4200.0), "noon": (-2.3, 4600.0), "afternoon": (-1.75, 4200.0),
    "golden_hour": (-0.72, 3000.0), "dusk": (-0.62, 2600.0), "blue_hour": (-0.7, 3200.0), "night": (-0.6, 3800.0),
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_LEAVES: dict[str, Color] = {
    "spring": (0.11, 0.18, 0.026), "summer": (0.065, 0.115, 0.018), "autumn": (0.42, 0.23, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
_WALL: Color = (0.44, 0.395, 0.32)


class Params(NamedTuple):
    """One day on the quay."""

    seed: int = 7
    time: str = "golden_hour"
    season: str = "summer"
    clouds: float = 0.5
    wind: float = 0.1


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A quay for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    wind = {"still": 0.03, "breeze": 0.10, "strong": 0.28}.get(shot.weather.wind or "breeze", 0.10)
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, season or "summer", float(rng.uniform(0.45, 0.6)), wind
    )


def build(params: Params) -> Setting:
    """The quay as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 223])
    glow = _embankment.GLOW.get(params.time, 0.0)
    masonry = Masonry()
    _embankment.edge(masonry)
    posts = _embankment.light_posts(masonry, 1)
    seats = _embankment.benches(masonry, 4.9, (9.0, 19.0, 31.0))
    rings = _embankment.bollards(masonry, (-5.2, 2.6, 10.4, 18.2))
    _upper_quay(masonry, rng)
    bridge, lamps = _bridge()
    masonry.add("quay_wall", bridge, _WALL)
    masonry.add("lantern", lamps, (0.66, 0.64, 0.58), lit=(1.0, 0.72, 0.42))
    masonry.take(_far_bank(rng), (0.0, 0.0, _UPPER_M))
    trees, trunks = _trees(params, rng)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [
        _embankment.terrace(_BACK_X + 0.3),
        _embankment.river(-2400.0),
        _planting.node("far land", _far_land(params.seed), "far_land", smooth=True),
        _planting.node("tower", _tower(), "tower"),
        *(
            _planting.node(f"quay {name}", part, name, smooth=name in ("lantern", "iron"), sharp_rad=0.7)
            for name, part in masonry.gathered().items()
        ),
        *trees,
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_embankment.materials(
            glow, params.wind, _LEAVES[params.season], flooded=0.22, deep=(0.020, 0.030, 0.018)
        )
        | _distant(glow),
        world=light.world,
        ground=_embankment.height,
        marks=_embankment.marks(VIEW_YAW_RAD, 12.0, (-17.0, 18.0), ((-40.0, 62.0), (-17.0, 18.0), (-12.0, 8.0))),
        obstacles=np.concatenate([posts, seats, rings, trunks, _embankment.blocked(_BACK_X)]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.6 else 0.08}),
        hero_lamps=_embankment.hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.4,
        view_fall_rad=0.3,
        move_limits_m=(2.0, 6.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, WATER_Z),
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the river at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"golden_hour": 0.75, "dawn": 0.9, "dusk": 0.7, "night": 0.0, "blue_hour": 0.1}.get(time, 0.6)
    found = _open_sky.outdoors(
        time,
        azimuth_rad,
        haze_m,
        VIEW_YAW_RAD,
        clouds=clouds,
        stops=stops,
        disc=time in ("dawn", "dusk", "golden_hour"),
    )
    if time == "night":  # the town outshines the moon
        return found._replace(sun=found.sun._replace(irradiance=0.35 * found.sun.irradiance, stars=0.15))
    return found


def _upper_quay(masonry: Masonry, rng: np.random.Generator) -> None:
    """The wall of the upper quay with its parapet, a stair down, and the houses on it."""
    long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
    masonry.add("quay_wall", shapes.box((0.7, long, _UPPER_M), center=(_BACK_X + 0.35, middle, _UPPER_M / 2)), _WALL)
    masonry.add(
        "coping", shapes.box((0.9, long, 0.22), center=(_BACK_X + 0.32, middle, _UPPER_M + 0.1), bevel=0.03), _WALL
    )
    masonry.add(
        "coping", shapes.box((0.45, long, 0.9), center=(_BACK_X + 0.35, middle, _UPPER_M + 0.6), bevel=0.03), _WALL
    )
    masonry.add(
        "coping", shapes.box((14.0, long, 0.2), center=(_BACK_X + 7.5, middle, _UPPER_M - 0.02)), (0.2, 0.19, 0.175)
    )
    steps = [
        shapes.box((1.5, 0.31, 0.17 * (k + 1)), center=(_BACK_X - 0.75, 50.0 + 0.3 * k, 0.085 * (k + 1)))
        for k in range(30)
    ]
    masonry.add("coping", shapes.join(steps), _WALL)
    upper = Masonry()
    _row(upper, rng, 1, -24.0, 175.0, _BACK_X + 15.0)
    masonry.take(upper, (0.0, 0.0, _UPPER_M))


def _row(masonry: Masonry, rng: np.random.Generator, side: int, start_m: float, end_m: float, wall_m: float) -> None:
    """Houses as they stand along the river: pale stone, zinc roofs, all nearly of one height."""
    at = start_m
    while at < end_m:
        bays, tone = int(rng.integers(4, 7)), float(rng.uniform(0.9, 1.1))
        house = House(
            "stone", bays * 2.8 + 0.5, int(rng.integers(4, 6)), 3.3, bays, (0.50 * tone, 0.44 * tone, 0.345 * tone)
        )
        houses.build(masonry, rng, Facade(side, at, wall_m), house, far=True)
        at += house.width_m


def _far_bank(rng: np.random.Generator) -> Masonry:
    """The other bank over its quay wall: the wall itself, and the houses behind its trees. z = 0 is its upper quay."""
    masonry = Masonry()
    _row(masonry, rng, -1, -20.0, 430.0, -_FAR_X + 20.0)
    long, middle = 720.0, 220.0
    masonry.add("quay_wall", shapes.box((1.0, long, 9.0), center=(_FAR_X, middle, -4.5)), _WALL)
    masonry.add("coping", shapes.box((0.5, long, 1.0), center=(_FAR_X, middle, 0.5)), _WALL)
    masonry.add(
        "quay_wall", shapes.box((7.0, long, 3.0), center=(_FAR_X + 4.0, middle, -_UPPER_M + WATER_Z + 0.6)), _WALL
    )
    masonry.add("coping", shapes.box((24.0, long, 0.3), center=(_FAR_X - 12.0, middle, -0.1)), (0.2, 0.19, 0.175))
    return masonry


def _bridge() -> tuple[Shape, Shape]:
    """A stone bridge of five flat arches, with lamps on its parapet."""
    left, right = _FAR_X + 1.0, EDGE_X + 9.0
    span = (right - left) / 5
    x = np.linspace(left, right, 251)
    within = np.mod(x - left, span) / span
    pier = 0.055
    t = np.clip((within - pier) / (1 - 2 * pier), 0.0, 1.0)
    spring = WATER_Z + 0.8
    soffit = np.where(
        (within < pier) | (within > 1 - pier),
        WATER_Z - 2.0,
        spring + 6.2 * np.sqrt(np.clip(1 - (2 * t - 1) ** 2, 0.0, 1.0)) ** 0.9,
    )
    crown = 5.4 + 1.1 * (1 - ((x - (left + right) / 2) / ((right - left) / 2)) ** 2)
    soffit = np.minimum(soffit, crown - 1.0)
    y0, y1 = _BRIDGE_Y, _BRIDGE_Y + 15.0
    ring = np.stack(
        [np.column_stack([x, np.full(251, y), z]) for y, z in ((y0, soffit), (y0, crown), (y1, crown), (y1, soffit))], 1
    )
    parts = [shapes.rings(ring)]
    for out, low, high in ((0.35, 0.0, 0.35), (0.0, 0.35, 1.15)):
        rail = np.stack(
            [
                np.column_stack([x, np.full(251, y), crown + z])
                for y, z in ((y0 - out, low), (y0 - out, high), (y0 + 0.4, high), (y0 + 0.4, low))
            ],
            1,
        )
        parts.append(shapes.rings(rail))
    globes = []
    for k in range(6):
        foot = left + k * span
        nose = shapes.lathe(
            [(2.0, WATER_Z - 2.0), (2.0, spring + 2.0), (1.2, spring + 3.0), (0.05, spring + 3.8)], sides=16
        )
        parts.append(nose.moved((foot, y0 - 0.6, 0.0)))
        for d in (0.0, span / 2):
            at = foot + d
            if at < right:
                z = float(np.interp(at, x, crown)) + 1.1
                parts.append(shapes.lathe([(0.16, 0.0), (0.08, 0.6), (0.06, 3.2)], sides=8).moved((at, y0 + 0.2, z)))
                globes.append(shapes.ball(0.32, center=(at, y0 + 0.2, z + 3.4), sides=12, levels=8))
    return shapes.join(parts), shapes.join(globes)


@cache
def _lattice() -> Shape:
    return eiffel_tower.lattice(1.45)


def _tower() -> Shape:
    x, y = -_TOWER_M * math.sin(_TOWER_YAW), _TOWER_M * math.cos(_TOWER_YAW)
    return _lattice().turned(shapes.rotation(z=_TOWER_YAW + 0.35)).moved((x, y, _UPPER_M))


def _far_land(seed: int) -> Shape:
    """Beyond the bridge the river bends away between trees and roofs: a low dark rim, and the hills behind the town."""
    yaw = np.linspace(-0.5, 1.6, 420)
    roofs = 10.0 + 7.0 * noise.fractal(yaw * 160.0, yaw * 0.0, 3, seed=seed) + 4.0 * np.sign(np.sin(yaw * 310.0))
    hills = 46.0 + 30.0 * noise.fractal(yaw * 5.0, yaw * 0.0 + 2.0, 4, seed=seed + 1)
    rows = []
    for r, z in (
        (520.0, np.full(420, WATER_Z)),
        (540.0, np.full(420, 4.0)),
        (560.0, _UPPER_M + roofs),
        (1900.0, _UPPER_M + roofs + 4.0),
        (3000.0, hills),
    ):
        rows.append(np.column_stack([-r * np.sin(yaw), r * np.cos(yaw), z]))
    return shapes.rings(np.array(rows), around=False, caps=False)


def _trees(params: Params, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Planes on the quay, on the upper quay and along the other bank."""
    low = np.arange(12.0, 150.0, 13.0)
    high = np.arange(-6.0, 160.0, 10.0)
    far = np.arange(0.0, 420.0, 9.5)
    x = np.concatenate([np.full(len(low), 5.5), np.full(len(high), _BACK_X + 3.5), np.full(len(far), _FAR_X - 4.0)])
    y = np.concatenate([low, high, far]) + rng.normal(0, 0.5, len(x))
    z = np.concatenate([np.zeros(len(low)), np.full(len(high) + len(far), _UPPER_M)])
    points = np.column_stack([x, y, z])
    scales = (0.74 + 0.14 * rng.random(len(x))) * np.where(x < 0, 1.15, 1.0)

    def make(kind: int, detail: str) -> Shape:
        habit = _broadleaf.LINDEN._replace(fork=0.32, middle=0.64, lean=0.05)
        bare = params.season == "winter"
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    eyes = np.array([(5.5, -11.0), (2.0, -4.0)])
    grades = (_planting.Grade("near", 24.0, 1), _planting.Grade("mid", 75.0, 2), _planting.Grade("far", 1e9, 2))
    nodes = _planting.graded(
        "plane", make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng, grades=grades
    )
    return nodes, np.column_stack([x, y, np.full(len(x), 0.4)])[: len(low)]


def _distant(glow: float) -> dict[str, Material]:
    """The tower, golden after dark, and the town beyond the bridge with its lights."""
    bright: dict[str, Value] = {}
    town: dict[str, Value] = {}
    if glow > 0.4:
        rise = remap(op("z", coords()), 0.0, 330.0, 1.15, 0.85)
        bright = {"emission": (1.0, 0.56, 0.16), "emission_strength": rise * (1.1 * glow)}
        spark = op("greater", op("white_noise", op("vscale", coords(), 0.22)), 0.985)
        town = {"emission": (1.0, 0.66, 0.32), "emission_strength": spark * (0.8 * glow)}
    return {
        "tower": Material(
            color=(0.135, 0.10, 0.065), roughness=0.7, specular=0.2, preview=(0.15, 0.11, 0.07), **bright
        ),
        "far_land": Material(color=(0.085, 0.088, 0.062), roughness=1.0, specular=0.0, **town),
    }
