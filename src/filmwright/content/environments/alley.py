"""A narrow back alley between brick walls: fire escapes, pipes, dumpsters, puddles along the drain of the wet asphalt, steam, a lamp
over a steel door; beyond its end a street. After dark the lamps leave most of it in the dark."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting
from filmwright.content.environments._alley import surfaces, things, walls
from filmwright.content.environments._alley.things import MERCURY, SODIUM
from filmwright.content.environments._alley.walls import GROUND_M, STOREY_M, Back
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.openings import Opening
from filmwright.content.environments._town.plots import Plot
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Native, Node, Pose, Transport, Vector
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("alley", "alleyway", "back alley")
EXAMPLE = "A man in a dark coat walks through an alley at night"
TIMES = ("night", "blue_hour", "dusk", "dawn", "morning", "noon", "afternoon", "golden_hour")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = (
    "puddles", "reflections", "wet_ground", "steam", "windows", "doorway", "streetlamps", "city_lights", "power_lines", "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.02
MARK = (0.15, 8.6)
HALF_M = 2.15  # from the middle of the alley to its walls
START_M, END_M = -16.0, 46.0
DOOR_Y = 14.2  # the door under the lamp

_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.05, 0.20), "morning": (3.0, 0.95), "noon": (-2.98, 1.05), "afternoon": (-0.16, 0.78), "golden_hour": (0.04, 0.24),
    "dusk": (0.05, 0.2), "blue_hour": (0.6, 0.7), "night": (0.5, 0.8),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 down the alley, clockwise; elevation): along the alley, or none would reach its ground. Chosen."""
_GLOW = {"dawn": 0.4, "golden_hour": 0.15, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much lamps and windows shine; chosen."""


class Params(NamedTuple):
    """One alley: its walls, its hour, how wet it is."""

    seed: int = 7
    time: str = "night"
    wet: float = 0.5
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """An alley for a shot."""
    wet = {"rain": 1.0, "fog": 0.7}.get(shot.weather.kind, 0.55)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, wet, float(rng.uniform(0.45, 0.6)))


def height(x: F64, y: F64) -> F64:
    """Height of the ground in metres: it falls to a drain in the middle."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.asarray(0.05 * np.clip(np.abs(x) / HALF_M, 0.0, 1.0) ** 1.5)


def build(params: Params) -> Setting:
    """The alley as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 307])
    glow = _GLOW.get(params.time, 0.0)
    fabric = Fabric(rng, snow=False)
    door = _right(fabric)
    _left(fabric)
    signs = _street(fabric)
    _litter(fabric)
    cold = [
        things.door_lamp(fabric, _plot(-1, start, end), u, 3.3, MERCURY)
        for start, end, u in ((20.0, 33.5, 5.0), (START_M, 6.0, 2.2))
    ]
    nodes: list[Node] = [
        _ground(),
        *(
            _planting.node(
                f"alley {name}", part, name, smooth=name in ("plastic", "iron", "zinc", "bulb"), sharp_rad=0.7,
                hidden_from=("shadow",) if name == "bulb" else (),
            )
            for name, part in fabric.masonry.gathered().items()
        ),
        signs,
        things.steam(_vapor(glow)),
    ]  # fmt: skip
    nodes += _lamps(glow, door, cold)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=surfaces.materials(glow, params.wet),
        world=light.world,
        ground=height,
        marks=(_mark(),),
        obstacles=np.array(fabric.obstacles),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.22 if glow > 0.5 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=6, world_sampling=False, guides="fast", mirror=True),
        f_stop=4.0,
        lens_mm=32.0,
        camera_height_m=1.15,
        view_fall_rad=0.15,
        move_limits_m=(0.8, 6.0, 3.5),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the alley at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["noon"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 1.3, "dawn": 1.1, "dusk": 0.9, "night": 0.6, "blue_hour": 0.6}.get(time, 1.5)
    found = _open_sky.outdoors(
        time,
        azimuth_rad,
        130.0 if low or time == "night" else 420.0,
        VIEW_YAW_RAD,
        clouds=clouds,
        stops=stops,
        disc=low,
    )
    sun = found.sun._replace(elevation_rad=elevation_rad)
    if time == "night":  # a city's sky: no moon reaches down here
        sun = sun._replace(irradiance=0.25 * sun.irradiance)
    cloudy = (
        found.under_cloud or found.sun
    )  # little of a grey sky is seen between the walls: expose for what they get of it
    return found._replace(sun=sun, under_cloud=cloudy._replace(exposure_stops=cloudy.exposure_stops + 0.8))


def _plot(side: int, start: float, end: float) -> Plot:
    """The wall of one side (-1 left, +1 right) between two places along the alley."""
    first = start if side > 0 else end
    return Plot(side * HALF_M, first, 0.0, side * math.pi / 2, end - start)


def _right(fabric: Fabric) -> Vector:
    """The right side: the door with its lamp, a roller shutter, a dumpster; where the lamp over the door shines."""
    brown, red, dark = (0.20, 0.085, 0.055), (0.27, 0.10, 0.06), (0.15, 0.075, 0.055)
    near = _plot(1, START_M, 4.0)
    hole = Opening(14.5, 0.9, 1.7, 2.6)
    walls.build(fabric, near, Back("brick", dark, 2, (3.0, 6.4, 10.0, 13.6, 17.0)), [hole], lit=0.2)
    walls.sash(fabric, near, hole, Back("brick", dark, 2, ()), lit=1.0, bars=True)
    middle = _plot(1, 4.0, 22.0)
    u = DOOR_Y - 4.0
    back = Back("brick", red, 3, (1.6, 4.6, 7.6, 11.2, 14.2, 16.8))
    holes = [
        walls.steel_door(fabric, middle, u, (0.055, 0.10, 0.075)),
        walls.roller(fabric, middle, u + 4.6, 2.8),
        Opening(2.6, 1.3, 1.5, 2.6),
    ]
    walls.build(fabric, middle, back, holes, lit=0.22)
    walls.sash(fabric, middle, holes[2], back, lit=1.0, bars=True)
    lamp = things.door_lamp(fabric, middle, u, 3.05, SODIUM)
    things.pipe(fabric, middle, u - 1.5, 12.8)
    things.vent(fabric, middle, u + 2.2, 3.4, 12.4)
    things.conduit(fabric, middle, [(u + 0.95, 1.5), (u + 0.95, 3.15), (u + 0.1, 3.15)])
    things.cooler(fabric, middle, u - 3.0, 4.1)
    things.cooler(fabric, middle, u + 5.2, 7.3)
    far = _plot(1, 22.0, END_M)
    walls.build(
        fabric,
        far,
        Back("brick", brown, 3, (2.0, 6.0, 10.0, 14.0, 18.0, 22.0)),
        [Opening(16.0, 1.0, 1.6, 2.6)],
        lit=0.25,
    )
    things.fire_escape(fabric, far, 8.0, _floors(3))
    things.pipe(fabric, far, 0.6, 12.8, tint=(0.10, 0.075, 0.055))
    things.dumpster(fabric, far, 3.4, (0.035, 0.085, 0.06), ajar=0.45)
    return lamp


def _left(fabric: Fabric) -> None:
    """The left side: a fire escape near, a painted wall, dumpsters."""
    near = _plot(-1, START_M, 6.0)
    hole = Opening(3.0, 1.0, 1.6, 2.6)
    walls.build(fabric, near, Back("brick", (0.23, 0.10, 0.07), 3, (2.4, 5.6, 9.0, 12.4, 16.0, 19.4)), [hole], lit=0.2)
    walls.sash(fabric, near, hole, Back("brick", (0.23, 0.1, 0.07), 3, ()), lit=0.0, bars=True)
    middle = _plot(-1, 6.0, 20.0)
    back = Back("brick", (0.20, 0.095, 0.07), 3, (1.6, 4.6, 7.2, 9.8, 12.4))
    holes = [walls.steel_door(fabric, middle, 3.0, (0.10, 0.035, 0.028)), Opening(11.8, 1.2, 1.6, 2.7)]
    walls.build(fabric, middle, back, holes, lit=0.25)
    walls.sash(fabric, middle, holes[1], back, lit=0.0, bars=True)
    things.fire_escape(fabric, middle, 6.2, _floors(3))
    things.pipe(fabric, middle, 0.5, 12.6, tint=(0.11, 0.08, 0.06))
    things.pipe(fabric, middle, 13.5, 12.6)
    things.conduit(fabric, middle, [(9.6, 1.45), (9.6, 2.9), (13.2, 2.9), (13.2, 3.3)])
    things.dumpster(fabric, middle, 8.0, (0.055, 0.075, 0.105), ajar=0.05)
    things.pallet(fabric, middle, 4.7)
    painted = _plot(-1, 20.0, 33.5)
    walls.build(
        fabric,
        painted,
        Back("painted_brick", (0.30, 0.32, 0.305), 2, (2.2, 6.8, 11.4)),
        [walls.roller(fabric, painted, 8.4, 2.6)],
        lit=0.3,
    )
    things.vent(fabric, painted, 1.2, 3.3, 9.4)
    things.cooler(fabric, painted, 11.6, 3.9)
    far = _plot(-1, 33.5, END_M)
    walls.build(fabric, far, Back("brick", (0.25, 0.11, 0.07), 3, (2.0, 6.0, 10.0)), [], lit=0.3)
    things.pipe(fabric, far, 5.0, 12.5)
    high = [(-HALF_M, 12.0, 6.6), (-HALF_M, 19.0, 5.2), (-HALF_M, 28.0, 6.0)]
    over = [(HALF_M, 13.5, 7.4), (HALF_M, 17.6, 6.2), (HALF_M, 30.0, 6.4)]
    things.cables(fabric, list(zip(high, over, strict=True)))


def _floors(count: int) -> tuple[float, ...]:
    """Heights of the platforms of a fire escape."""
    return tuple(GROUND_M + 0.12 + STOREY_M * k for k in range(count))


def _street(fabric: Fabric) -> Native:
    """The street across the end: the front of a house with lit windows and a red sign, towers of the city behind."""
    front = Plot(14.0, END_M + 12.0, 0.0, math.pi, 28.0)
    holes = [Opening(u, 3.6, 0.5, 3.0) for u in (5.0, 10.0, 15.0, 20.0, 24.5)]
    walls.build(
        fabric,
        front,
        Back("brick", (0.24, 0.13, 0.09), 4, tuple(float(u) for u in np.arange(1.6, 27.0, 2.7))),
        holes,
        lit=0.55,
    )
    for k, hole in enumerate(holes):
        left, right = hole.middle - 1.8, hole.middle + 1.8
        quad = [[(right, -0.15, 0.5), (left, -0.15, 0.5), (left, -0.15, 3.0), (right, -0.15, 3.0)]]
        light = ((1.0, 0.62, 0.30), (1.0, 0.50, 0.20), (0.85, 0.92, 1.0), (1.0, 0.62, 0.30), (1.0, 0.5, 0.2))[k]
        fabric.masonry.panes(front, "window", np.array(quad), np.array([[0.05, 0.045, 0.04]]), np.array([light]) * 1.5)
    fabric.box(front, "sign", (12.6, 0.0, 3.25), (15.6, 0.12, 4.0), (0.03, 0.028, 0.03))
    for x, y, wide, high in ((-6.5, 112.0, 14.0, 62.0), (9.0, 135.0, 16.0, 44.0), (-26.0, 150.0, 20.0, 80.0)):
        tower = shapes.box((wide, wide, high), center=(x, y, high / 2))
        fabric.masonry.add("tower", tower, (0.20, 0.21, 0.23))
    arrays = {
        "center": np.array([front.place(14.1, 0.16, 3.62)]), "right": np.array([[1.0, 0.0, 0.0]]), "up": np.array([[0.0, 0.0, 1.0]]),
        "size_m": np.array([0.62]), "limit_m": np.array([2.7]), "vertical": np.zeros(1),
    }  # fmt: skip
    return Native(
        name="sign", kind="text", params={"bodies": ["HOTEL"], "style": "fill"}, arrays=arrays, materials=("letters",)
    )


def _litter(fabric: Fabric) -> None:
    """Bags, boxes and crates along the walls."""
    for k, (x, y, size) in enumerate(
        (
            (-1.72, 9.6, 1.0),
            (-1.5, 10.3, 0.85),
            (-1.8, 10.2, 0.8),
            (1.72, 19.2, 1.0),
            (1.6, 20.0, 0.8),
            (1.75, 3.2, 1.0),
        )
    ):
        things.bag(fabric, (x, y, 0.03), size, k + 1)
        fabric.obstacles.append((x, y, 0.35))
    things.boxes(fabric, (1.35, 10.6, 0.03), 3)
    fabric.obstacles.append((1.6, 10.7, 0.4))
    things.boxes(fabric, (-1.75, 21.6, 0.03), 4)
    things.crate(fabric, (1.72, 12.6, 0.03), 1.4, (0.16, 0.045, 0.03))
    things.crate(fabric, (1.72, 12.6, 0.31), 1.6, (0.03, 0.07, 0.13))
    things.crate(fabric, (-1.8, 15.6, 0.03), 1.7, (0.16, 0.045, 0.03))
    fabric.obstacles += [(1.72, 12.6, 0.3), (-1.8, 15.6, 0.3)]


def _vapor(glow: float) -> tuple[tuple[float, float, float, float, Color], ...]:
    """Steam over a drain, from a kitchen and far down the alley."""
    if glow < 0.5:
        return ((-0.9, 17.0, 2.2, 2.6, (0.20, 0.21, 0.22)), (0.6, 30.0, 3.6, 4.0, (0.24, 0.25, 0.26)))
    return (
        (-0.7, 17.5, 2.4, 3.2, (0.20, 0.125, 0.06)),
        (1.0, 16.0, 1.6, 2.6, (0.24, 0.14, 0.06)),
        (0.2, 27.0, 3.6, 4.5, (0.09, 0.13, 0.115)),
        (0.0, 41.0, 5.0, 6.0, (0.22, 0.14, 0.09)),
    )


def _lamps(glow: float, door: Vector, cold: list[Vector]) -> list[Node]:
    """The light of the lamps and of the street beyond the end."""
    if glow <= 0:
        return []
    spot = {"kind": "spot", "angle_rad": 2.5, "size_m": (0.14, 0.14)}
    return [
        Lamp(name="door lamp", power_w=520.0 * glow, color=SODIUM, pose=Pose(location=door), **spot),
        *(
            Lamp(name=f"cold lamp {k}", power_w=power_w * glow, color=MERCURY, pose=Pose(location=at), **spot)
            for k, (at, power_w) in enumerate(zip(cold, (420.0, 190.0), strict=True))
        ),
        Lamp(
            name="street",
            kind="point",
            power_w=2600.0 * glow,
            color=(1.0, 0.66, 0.36),
            size_m=(0.5, 0.5),
            pose=Pose(location=(1.4, END_M + 4.0, 5.8)),
        ),
    ]


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lamp's light from one side, a cold fill from the other, a rim from the street beyond: half a face in the dark."""
    if glow < 0.5:
        return lamps
    return (
        HeroLamp("rim", 2.7, 0.6, 6.0, 1.2, 520.0 * glow, (1.0, 0.66, 0.36)),
        HeroLamp("far rim", -2.3, 0.5, 6.0, 1.2, 300.0 * glow, (0.62, 0.95, 0.85)),
        HeroLamp("key", 1.05, 0.5, 4.5, 0.9, 380.0 * glow, (1.0, 0.66, 0.36)),
        HeroLamp("fill", -0.6, 0.15, 5.0, 2.2, 130.0 * glow, (0.70, 0.90, 0.95)),
    )


def _mark() -> Mark:
    """Before the lamp, in the middle of a way down the alley towards the camera."""
    y = np.arange(36.0, -10.0, -1.0)
    return Mark(
        position=(*MARK, float(height(np.array(MARK[0]), np.array(MARK[1])))),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(at)) for at in y),
        back_m=14.0,
        radius_m=1.0,
    )


def _ground() -> Node:
    """The asphalt from wall to wall and of the street beyond; attribute `low` is 1 in the drain and 0 at the walls."""
    across = np.linspace(-1.0, 1.0, 33) * (HALF_M + 0.15)
    own = shapes.grid(across, np.arange(START_M - 6.0, END_M + 0.1, 0.5))
    own.points[:, 2] = height(own.points[:, 0], own.points[:, 1])
    wide = shapes.grid(np.linspace(-40.0, 40.0, 60), np.linspace(END_M, END_M + 13.0, 14), 0.0)
    made = shapes.join([own, wide])
    low = 1.0 - np.clip(np.abs(made.points[:, 0]) / HALF_M, 0.0, 1.0)
    return _planting.node(
        "ground",
        made.with_data("low", np.where(made.points[:, 1] > END_M + 0.2, 0.4, low)),
        "road_asphalt",
        smooth=True,
    )
