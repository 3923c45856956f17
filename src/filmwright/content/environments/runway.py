"""A runway that runs to the horizon, its markings and lamps, grass on both sides; airliners at the gates of a glass terminal, the tower
behind, hangars across. After dark all lamps are lit."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _copies, _open_sky, _patterns, _planting
from filmwright.content.environments._airport import works
from filmwright.content.environments._airport.works import GATES_Y
from filmwright.content.environments._town import fittings
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.content.vehicles import airplane
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Mesh, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, cmul, coords, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("runway",)
EXAMPLE = "An airplane on a runway at golden hour"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = ("floor", "shadows", "horizon", "moving_clouds", "windows", "city_lights")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("airport",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = -0.17
MARK = (1.6, 4.0)
_SUNS: dict[str, float] = {
    "dawn": -0.7, "morning": -2.3, "noon": -2.6, "afternoon": -2.2, "golden_hour": -1.75, "dusk": -0.4, "blue_hour": -0.5, "night": -0.9,
}  # fmt: skip
"""Where the sun stands (0 down the runway, clockwise): on the terminal's side. By eye."""
_GLOW = {"dawn": 0.55, "golden_hour": 0.25, "dusk": 0.75, "blue_hour": 1.0, "night": 1.0}
"""How much lamps and windows shine; chosen."""
_LIVERIES: tuple[Color, ...] = ((0.72, 0.73, 0.74), (0.70, 0.70, 0.68), (0.66, 0.70, 0.76))


class Params(NamedTuple):
    """One airport on one day."""

    seed: int = 7
    time: str = "morning"
    winter: bool = False
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A runway for a shot."""
    winter = shot.place.season == "winter" or shot.place.ground == "snow" or shot.weather.kind == "snowfall"
    return Params(int(rng.integers(1, 10_000)), shot.light.time, winter, float(rng.uniform(0.45, 0.6)))


def build(params: Params) -> Setting:
    """The airport as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 829])
    glow = _GLOW.get(params.time, 0.0)
    bones, glass = works.terminal()
    shaft, cab = works.tower(104.0, 330.0)
    solid = [bones, shaft, works.lights(), works.windsock(-33.0, 34.0)]
    solid += [works.hangar(-118.0, y, -math.pi / 2) for y in (250.0, 310.0)]
    solid += [works.mast(works.FRONT_X - 7.0, y + 21.5) for y in GATES_Y]
    planes, paints = _parked(rng)
    outdoors = sky_of(params.time, params.clouds, snow=params.winter)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [
        _ground(),
        _planting.node("markings", works.markings(), "road_paint"),
        _planting.node("airport", shapes.join(solid), "built", smooth=True, sharp_rad=0.5),
        _planting.node("glass", shapes.join([glass, cab]), "pane"),
        _low(fittings.hills(rng, snow=params.winter, leaf=(0.06, 0.10, 0.03))),
        *planes,
        *_lamps(glow),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params, glow) | paints,
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        obstacles=np.array([(-33.0, 34.0, 0.5), *((45.0, y, 17.0) for y in GATES_Y)]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.18 if glow > 0.5 else 0.07}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.45,
        view_fall_rad=0.35,
        move_limits_m=(4.0, 10.0, 6.0),
        outdoors=outdoors,
    )


def _low(hills: Node) -> Node:
    """The hills farther off and lower: an airport lies on a plain."""
    assert isinstance(hills, Mesh)
    return hills.model_copy(update={"points": np.asarray(hills.points) * (2.4, 2.4, 0.55)})


def _level(x: F64, y: F64) -> F64:
    """An airport is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the airport at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.5, "dawn": 0.7, "dusk": 0.45, "night": 0.2, "blue_hour": 0.2}.get(time, 0.3)
    return _open_sky.outdoors(
        time,
        _SUNS.get(time, -2.3),
        2200.0 if low else 3200.0,
        VIEW_YAW_RAD,
        clouds=clouds,
        stops=stops - 0.4 * snow,
        disc=low,
    )


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the floodlights of the apron find the hero from the right and from behind."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("apron", 1.2, 0.4, 6.0, 1.6, 150.0 * glow, (1.0, 0.86, 0.66)),
        HeroLamp("masts", 2.4, 0.6, 6.0, 1.2, 240.0 * glow, (1.0, 0.88, 0.70)),
    )


def _mark() -> Mark:
    """On the runway beside its center line, in the middle of a way towards the camera."""
    y = np.arange(90.0, -46.0, -1.0)
    return Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y),
        back_m=40.0,
        radius_m=16.0,
        lane=True,
    )


def _parked(rng: np.random.Generator) -> tuple[list[Node], dict[str, Material]]:
    """Airliners at the gates, their noses to the terminal."""
    made = [airplane.build(airplane.Params(color, 1.0, k)) for k, color in enumerate(_LIVERIES)]
    n = len(GATES_Y)
    points = np.column_stack([np.full(n, 44.0), GATES_Y, np.zeros(n)])
    return _copies.copies(
        "parked ",
        made[0],
        [m.materials for m in made],
        points,
        np.full(n, -math.pi / 2),
        np.ones(n),
        rng.integers(0, len(made), n),
    )


def _lamps(glow: float) -> list[Node]:
    """After dark, the floodlights over the apron."""
    if glow < 0.5:
        return []
    return [
        Lamp(
            name=f"apron light {k}", kind="point", power_w=9000.0 * glow, color=(1.0, 0.86, 0.64), size_m=(1.5, 1.5),
            pose=Pose(location=(works.FRONT_X - 10.0, y + 21.5, 17.0)),
        )
        for k, y in enumerate(GATES_Y[:4])
    ]  # fmt: skip


def _ground() -> Node:
    """The land; attribute `grass` is 0 on what is paved."""
    far = np.geomspace(4.0, 2600.0, 26)
    x = np.concatenate([-60.0 - far[::-1], np.arange(-60.0, 140.1, 1.5), 140.0 + far])
    y = np.concatenate(
        [-60.0 - far[::-1][-14:], np.arange(-60.0, 120.0, 1.5), np.arange(120.0, 400.0, 5.0), 400.0 + far]
    )
    made = shapes.grid(x, y)
    grass = np.clip(0.5 - works.clear(made.points[:, :2]) / 1.5, 0.0, 1.0)
    return _planting.node("ground", made.with_data("grass", grass), "ground", smooth=True)


def _grey(level: Expr) -> Expr:
    return op("combine", level, level, level)


def _materials(params: Params, glow: float) -> dict[str, Material]:
    fine, wide = _patterns.laid("turf", 1.6), _patterns.laid("turf", 19.0, turn_rad=0.5)
    near = remap(op("camera_distance"), 4.0, 50.0, 1.0, 0.0)
    x, y = op("x", coords()), op("y", coords())
    grain = 1.0 + (remap(op("y", fine), 0.2, 0.8, 0.74, 1.28) - 1.0) * near
    patch = remap(op("x", wide), 0.2, 0.8, 0.84, 1.12)
    slab = op("white_noise", op("combine", op("floor", x * (1 / 7.5)), op("floor", y * (1 / 7.5)), 0.0))
    along = _patterns.repeated("turf", op("combine", x * 0.11, y * 0.004, 0.0))
    tracks = remap(op("abs", op("abs", x) - 4.5), 0.0, 5.0, 1.0, 0.0) * remap(
        y, -120.0, 60.0, 0.3, 1.0
    )  # where wheels come down
    rubber = 1.0 - tracks * remap(op("y", along), 0.3, 0.65, 0.15, 0.62)
    seam = remap(op("abs", op("fract", y * (1 / 7.5)) - 0.5), 0.493, 0.497, 1.0, 0.72)
    asphalt = cmul((0.115, 0.115, 0.116), _grey(grain * patch * rubber * seam * remap(slab, 0.0, 1.0, 0.90, 1.10)))
    concrete = cmul((0.30, 0.295, 0.28), _grey(grain * patch * seam * remap(slab, 0.0, 1.0, 0.92, 1.08)))
    paved = mix(asphalt, concrete, remap(x, 27.0, 28.5))
    lawn: Color = (0.80, 0.83, 0.88) if params.winter else (0.075, 0.112, 0.028)
    grass = cmul(lawn, _grey(grain * remap(op("x", wide) * 0.5 + op("z", wide) * 0.5, 0.2, 0.8, 0.7, 1.3)))
    return {
        "ground": Material(
            color=mix(paved, grass, op("x", attribute("grass"))), roughness=0.85, specular=0.2,
            bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),), preview=(0.12, 0.12, 0.115),
        ),
        "road_paint": Material(
            color=cmul(attribute("tint"), _grey(grain * rubber * remap(op("y", fine), 0.15, 0.4, 0.6, 1.0))), roughness=0.7, specular=0.25,
            preview=(0.65, 0.65, 0.6),
        ),
        "built": Material(
            color=attribute("tint"), roughness=0.5, specular=0.35, emission=attribute("lit"), emission_strength=6.0 * glow + 0.2,
            preview=(0.5, 0.5, 0.5),
        ),
        "pane": Material(
            color=attribute("tint"), roughness=0.05, specular=0.7, emission=attribute("lit"), emission_strength=1.7 * glow,
            preview=(0.1, 0.14, 0.16),
        ),
        "hill": Material(color=attribute("tint"), roughness=1.0, specular=0.0, preview=(0.06, 0.1, 0.04)),
    }  # fmt: skip
