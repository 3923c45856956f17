"""A canal of Venice: green water between old palaces, a paved walk along it where gondolas are moored at striped poles, a white stone
bridge, a bell tower over the roofs."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _passers, _patterns, _planting, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._canal import afloat, houses
from filmwright.content.environments._street.crowd import Lie
from filmwright.content.environments._town import fittings, surfaces
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Lane, Plot
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, cmul, coords, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("canal",)
EXAMPLE = "A couple walks along a canal in Venice in the morning"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("water", "reflections", "windows", "lanterns", "roof", "floor", "shadows", "moving_clouds", "doorway")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("canal_street",)
"""Places it is as well: nothing is missing when one of them is asked for."""
REGIONS = ("venice", "burano", "murano")
LANDMARKS = ("gondola", "bridge", "bell_tower")

VIEW_YAW_RAD = 0.23
MARK = (1.7, 6.0)
WATER_Z = -0.85
FAR_X, EDGE_X, WALL_X = -9.2, 0.0, 6.0  # the fronts in the water, the edge of the walk, the fronts along it
START_M, END_M = -22.0, 92.0
_BRIDGE_Y = 31.0
_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.25, 0.2), "morning": (2.55, 0.66), "noon": (2.7, 0.95), "afternoon": (-2.75, 0.7), "golden_hour": (2.85, 0.36),
    "dusk": (0.1, 0.12), "blue_hour": (0.8, 0.6), "night": (0.9, 0.6),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 up the canal, clockwise; elevation): along the canal, for it to reach the water. By eye."""
_GLOW = {"dawn": 0.5, "golden_hour": 0.2, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much windows and lanterns shine; chosen."""
_LEAF: Color = (0.062, 0.125, 0.022)


class Params(NamedTuple):
    """One canal on one day."""

    seed: int = 7
    time: str = "morning"
    clouds: float = 0.5
    wind: float = 0.1


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A canal for a shot."""
    wind = {"still": 0.03, "breeze": 0.10, "strong": 0.28}.get(shot.weather.wind or "breeze", 0.10)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.42, 0.58)), wind)


def build(params: Params) -> Setting:
    """The canal as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 727])
    glow = _GLOW.get(params.time, 0.0)
    fabric = Fabric(rng, snow=False)
    _fronts(fabric)
    for k, y in enumerate((-12.0, 9.0, 22.0, 46.0)):
        fittings.lantern(fabric, Plot(WALL_X, y, 0.0, math.pi / 2, 1.0), 0.3 + 0.1 * (k % 2))
    _quay(fabric)
    body, white = afloat.arched_bridge(FAR_X, EDGE_X, _BRIDGE_Y, WATER_Z)
    fabric.masonry.add("rubble", body, (0.34, 0.16, 0.11))
    fabric.masonry.add("trim", white, houses.WHITE)
    fittings.church(fabric, (-10.0, END_M + 40.0, 0.0), math.pi + 0.1)
    nodes: list[Node] = [_paving(), _planting.node("water", _surface(), "water")]
    for name, part in fabric.masonry.gathered().items():
        foot = np.where(part.points[:, 0] > EDGE_X, 0.0, WATER_Z)
        round_ = name in ("iron", "lantern", "trim")
        nodes.append(
            _planting.node(
                f"canal {name}", part.with_data("foot", foot), name, smooth=round_, sharp_rad=0.5 if round_ else None,
                hidden_from=("shadow",) if name == "lantern" else (),
            )
        )  # fmt: skip
    nodes.append(_planting.node("boats", _boats(), "lacquer", smooth=True, sharp_rad=0.6))
    nodes += fittings.plants(fabric, rng)
    nodes += fittings.lamps(fabric, glow, MARK[1], 4)
    nodes.append(fittings.hills(rng, snow=False, leaf=_LEAF))
    guests = [(4.9, 19.0, 1.2), (4.5, 19.8, -2.2), (1.3, 27.5, 1.3)]
    nodes += _passers.still(_passers.standers(rng, _passers.SUMMER, guests), _LIE)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    along = np.arange(START_M, 60.0, 0.8)
    sides = [
        np.column_stack([np.full(len(along), x), along, np.full(len(along), 0.35)]) for x in (EDGE_X - 0.3, WALL_X)
    ]
    steps = np.array([(x, _BRIDGE_Y + 1.5, 2.0) for x in (0.5, 1.8)])
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=surfaces.materials(glow, snow=False, leaf=_LEAF) | _passers.materials() | _materials(params, glow),
        world=light.world,
        ground=_height,
        marks=_marks(),
        obstacles=np.concatenate([*sides, steps]),
        images={
            "turf": _patterns.turf(params.seed), "cobbles": surfaces.cobbles(params.seed), "rubble": surfaces.rubble(params.seed),
            "foam": tiles.foam(params.seed),
        },
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.5 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=30.0,
        camera_height_m=1.65,
        view_fall_rad=0.2,
        move_limits_m=(1.4, 7.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, WATER_Z),
    )  # fmt: skip


def _height(x: F64, y: F64) -> F64:
    """Height of what one stands on in metres: the walk, or the bed of the canal."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.where(x >= EDGE_X, 0.0, WATER_Z - 2.0)


def _straight(y: F64) -> F64:
    return np.zeros_like(np.asarray(y, float))


_LIE = Lie(_straight, _height)


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the canal at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.8, "dawn": 0.9, "dusk": 0.7, "night": 0.35, "blue_hour": 0.35}.get(time, 0.9)
    found = _open_sky.outdoors(time, azimuth_rad, 900.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark windows and lanterns find the hero: warm, from one side and from behind."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("windows", -1.0, 0.25, 5.0, 2.0, 90.0 * glow, (1.0, 0.70, 0.42)),
        HeroLamp("lantern", 2.3, 0.7, 5.0, 1.0, 280.0 * glow, (1.0, 0.68, 0.38)),
    )


def _marks() -> tuple[Mark, ...]:
    """On the walk, in the middle of a way towards the camera; and on the water between the boats and the far fronts."""
    y = np.arange(24.0, -12.0, -1.0)
    ashore = Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y),
        back_m=13.0,
        radius_m=1.4,
    )
    sailed = tuple((-5.2, float(b)) for b in np.arange(29.0, -14.0, -2.0))
    return ashore, Mark(
        position=(-5.2, 11.0, WATER_Z), view_yaw_rad=VIEW_YAW_RAD, kind="water", path=sailed, back_m=14.0, radius_m=1.6
    )


def _fronts(fabric: Fabric) -> None:
    """The fronts in the water, those along the walk, and those the canal bends away before."""
    rng = fabric.rng
    lane = Lane(half_m=-FAR_X, bend=0.0, rise=0.0)
    for side, half, z in ((-1, -FAR_X, WATER_Z + 0.35), (1, WALL_X, 0.0)):
        before: houses.House | None = None
        at = START_M
        while at < END_M:
            wide = float(rng.uniform(6.4, 10.4))
            if side < 0 and at < _BRIDGE_Y + 1.7 < at + wide + 3.4:  # the lane the bridge leads to
                wide = max(_BRIDGE_Y - at, 0.0)
            if wide > 3.0:
                plot = lane._replace(half_m=half).plots(
                    side, at, np.array([wide]), np.array([float(rng.uniform(0.0, 0.15))])
                )[0]
                house = houses.choose(rng, before, wide)
                before = house
                houses.build(fabric, plot._replace(z=z), house, near=-12.0 < at < 34.0, wet=side < 0)
            at += wide
            if side < 0 and abs(at - _BRIDGE_Y) < 0.01:
                at += 3.4
    x = 12.0
    while x > -26.0:
        wide = float(rng.uniform(6.4, 9.0))
        house = houses.choose(rng, before, wide)._replace(storeys=2)
        before = house
        houses.build(fabric, Plot(x, END_M + 4.0, WATER_Z + 0.35, math.pi, wide), house, near=False, wet=True)
        x -= wide


def _quay(fabric: Fabric) -> None:
    """The edge of the walk in white stone over a wall green with weed, and steps down to the boats."""
    long, middle = END_M - START_M, (START_M + END_M) / 2
    wall = shapes.box((0.5, long, 3.0), center=(EDGE_X + 0.25, middle, -1.55))
    fabric.masonry.add("rubble", wall, (0.33, 0.29, 0.23))
    weed = shapes.box((0.5, long, 2.2), center=(EDGE_X + 0.235, middle, WATER_Z - 1.1 + 0.28))
    fabric.masonry.add("trim", weed, (0.025, 0.034, 0.014))
    for y in np.arange(START_M + 0.9, END_M, 1.8):
        stone = shapes.box((0.52, 1.785, 0.18), center=(EDGE_X + 0.24, y, -0.078), bevel=0.02)
        fabric.masonry.add("trim", stone, houses.WHITE)


def _boats() -> shapes.Shape:
    """Gondolas moored along the walk and before the far fronts, and the poles they lie at."""
    made = []
    for x, y, turn in (
        (-1.15, 15.2, 0.03),
        (-2.75, 16.6, -0.02),
        (-1.2, 44.0, 0.02),
        (-8.0, 24.0, math.pi),
        (-1.15, -4.0, 0.0),
    ):
        made.append(afloat.gondola().turned(shapes.rotation(z=turn)).moved((x, y, WATER_Z)))
    poles = [
        (-0.32, 9.3, 2.9),
        (-2.0, 9.0, 3.3),
        (-3.6, 10.4, 3.1),
        (-0.35, 21.4, 2.8),
        (-2.0, 22.6, 3.2),
        (-3.7, 22.3, 3.0),
    ]
    poles += [
        (-8.6, 18.0, 3.0),
        (-7.0, 17.6, 3.2),
        (-7.2, 29.4, 3.1),
        (-0.4, 37.8, 3.0),
        (-2.1, 49.8, 3.0),
        (-8.5, 9.0, 3.2),
        (-8.6, 48.0, 3.1),
    ]
    made += [afloat.pole(x, y, WATER_Z, high, k // 3) for k, (x, y, high) in enumerate(poles)]
    return shapes.join(made)


def _surface() -> shapes.Shape:
    return shapes.grid(
        np.linspace(FAR_X - 3.0, EDGE_X + 0.3, 5), np.array([-60.0, 0.0, 30.0, 60.0, END_M + 5.0]), WATER_Z
    )


def _paving() -> Node:
    made = shapes.grid(np.linspace(EDGE_X + 0.4, WALL_X + 0.4, 14), np.arange(START_M - 10.0, END_M + 4.0, 0.5))
    return _planting.node("ground", made, "flags")


def _grey(level: Expr) -> Expr:
    return op("combine", level, level, level)


def _materials(params: Params, glow: float) -> dict[str, Material]:
    fine, wide = _patterns.laid("turf", 1.7), _patterns.laid("turf", 9.0, turn_rad=0.4)
    near = remap(op("camera_distance"), 4.0, 45.0, 1.0, 0.0)
    flags = op(
        "brick", op("combine", op("x", coords()), op("y", coords()), 0.0), (1.08, 1.04, 1.0), (0.80, 0.82, 0.85), (0.40, 0.39, 0.36), 1.0,
        mortar=0.012, width=0.72, height=0.42, offset=0.5,
    )  # fmt: skip
    shade = remap(op("x", wide), 0.2, 0.8, 0.78, 1.16) * remap(op("y", fine), 0.2, 0.8, 0.78, 1.22)
    stone = cmul(
        cmul((0.27, 0.25, 0.225), mix((0.92, 0.92, 0.92), flags, remap(op("camera_distance"), 8.0, 50.0, 1.0, 0.3))),
        _grey(shade),
    )
    return {
        "flags": Material(
            color=stone, roughness=0.55 if glow > 0.5 else 0.75, specular=0.3,
            bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),), preview=(0.26, 0.24, 0.22),
        ),
        "water": _water.basin(params.wind, deep=(0.016, 0.075, 0.055)),
        "lacquer": Material(color=attribute("tint"), roughness=0.22, specular=0.5, preview=(0.03, 0.03, 0.03)),
    }  # fmt: skip
