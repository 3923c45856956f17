"""An athletics stadium seen along the home straight: red lanes with white lines, a pitch within, full stands under their roof,
floodlights."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright import concepts
from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting
from filmwright.content.environments._arena import fittings, oval, stands
from filmwright.content.environments._arena.oval import CENTER
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Mesh, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, cmul, mix, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("stadium",)
EXAMPLE = "A woman in a blue shirt runs in a stadium"
TIMES = ("afternoon", "morning", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = ("floor", "shadows", "horizon", "moving_clouds", "roof")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("sports_ground", "outdoor_track")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.13
LANE = 4
_START_Y, _END_Y = -60.0, 100.0
_KICKS_OFF = (CENTER[0] + 4.0, CENTER[1] + 22.0)
"""Where on the pitch the hero is: the far goal behind, the stands of the bend over it; chosen by eye."""
ON_THE_PITCH = ("play_football", "kick", "play_baseball", "throw_frisbee")
"""What is done on the pitch and not on the track."""
_FLOOD = {"dusk": 0.7, "blue_hour": 1.0, "night": 1.0, "dawn": 0.25}
"""How much of the floodlights is on at an hour; chosen."""
_SKIES: dict[str, float] = {
    "dawn": 0.9, "morning": 1.9, "noon": 2.3, "afternoon": -2.2, "golden_hour": -1.0, "dusk": -0.6, "blue_hour": -0.6, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 along the straight, clockwise); chosen by eye: over the open side or behind the camera."""
_SEATS: tuple[tuple[Color, Color], ...] = (
    ((0.02, 0.10, 0.36), (0.30, 0.32, 0.34)), ((0.36, 0.03, 0.03), (0.42, 0.30, 0.26)), ((0.02, 0.20, 0.12), (0.36, 0.36, 0.30)),
)  # fmt: skip


class Params(NamedTuple):
    """One stadium: its hour, the color of its seats, how full it is."""

    seed: int = 7
    time: str = "afternoon"
    season: str = "summer"
    clouds: float = 0.45
    seats: int = 0
    density: float = 0.66
    pitch: bool = False


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A stadium for a shot."""
    empty = "empty" in shot.place.features
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=shot.place.season or "summer",
        clouds=float(rng.uniform(0.36, 0.55)),
        seats=int(rng.integers(len(_SEATS))),
        density=0.0 if empty else float(rng.uniform(0.58, 0.78)),
        pitch=any(a is not None and _played(a.kind) for m in shot.cast for a in (m.action, *m.then)),
    )


def _played(deed: str) -> bool:
    return any(name in ON_THE_PITCH for name in concepts.ancestors("action", deed))


def build(params: Params) -> Setting:
    """The stadium as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 367])
    flood = _FLOOD.get(params.time, 0.0)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    hurdles = np.array([(fittings.lane_x(k), y) for y in (13.5, 22.0, 30.5, 39.0) for k in (7, 8)])
    skin, ribs = stands.roof()
    case, board = fittings.scoreboard(CENTER[1] + oval.STRAIGHT_M / 2 + oval.APRON_M + 15.5, stands.UP_Z + 13.0)
    steel, panes = fittings.masts()
    beside = shapes.join(
        [
            *(fittings.hurdle().moved((x, y, 0)) for x, y in hurdles),
            fittings.bench().turned(shapes.rotation(z=math.pi / 2)).moved((8.0, 12.0, 0)),
            *(fittings.blocks().moved((fittings.lane_x(k), fittings.START_LINE_Y + 0.4, 0)) for k in (1, 2, 7, 8)),
            fittings.mat().turned(shapes.rotation(z=0.3)).moved((-14.0, 62.0, 0)),
            fittings.goals(), fittings.kerb(),
        ]
    )  # fmt: skip
    parts: dict[str, tuple[shapes.Shape, str]] = {
        "stand": (stands.steps(), "concrete"), "seats": (stands.seats(_SEATS[params.seats]), "cloth"), "wall": (stands.wall(), "board"),
        "roof": (skin, "board"), "ribs": (ribs, "board"), "scoreboard": (case, "board"), "digits": (board, "digits"),
        "masts": (steel, "board"), "lamps": (panes, "lamp"), "numbers": (fittings.numbers(), "board"), "fittings": (beside, "board"),
    }  # fmt: skip
    nodes: list[Node] = [_ground(), *(_part(name, made, material) for name, (made, material) in parts.items())]
    if params.density > 0:
        nodes += stands.crowd(rng, share=params.density, seed=params.seed)
    return Setting(
        nodes=(*nodes, *_floodlights(flood), *light.nodes),
        materials=_materials(flood),
        world=light.world,
        ground=_level,
        marks=_marks(params.pitch),
        obstacles=np.column_stack([hurdles, np.full(len(hurdles), 0.62)]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if flood > 0.5 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, flood),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=35.0,
        camera_height_m=1.35,
        view_fall_rad=0.45,
        move_limits_m=(2.5, 8.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the stadium at a time of day. Raises UnknownName."""
    stops = {"golden_hour": 0.7, "dawn": 0.8, "dusk": -0.4, "blue_hour": -0.5, "night": -0.8}.get(time, 0.3)
    found = _open_sky.outdoors(time, _SKIES.get(time, -2.2), 2200.0, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn"):  # high enough to reach over the stands
        return found._replace(sun=found.sun._replace(elevation_rad=0.44))
    return found


def _level(x: F64, y: F64) -> F64:
    """The ground is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _marks(pitch: bool) -> tuple[Mark, ...]:
    x, y_m = _KICKS_OFF if pitch else (fittings.lane_x(LANE), 4.0)
    y = np.arange(y_m + 42.0, y_m - 22.0, -1.0) if not pitch else np.arange(y_m + 24.0, y_m - 24.0, -1.0)
    stand = Mark(
        position=(x, y_m, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((x, float(b)) for b in y),
        back_m=20.0,
        radius_m=3.0,
    )
    bench = Mark(
        position=(8.0, 12.6, 0.0),
        view_yaw_rad=0.0,
        kind="seat",
        back_m=6.0,
        seat_m=0.45,
        facing_yaw_rad=math.pi / 2,
        radius_m=0.3,
    )
    return (stand, bench)


def _part(name: str, made: shapes.Shape, material: str) -> Mesh:
    return _planting.node(f"stadium {name}", made, material, smooth=True, sharp_rad=0.5)


def _ground() -> Node:
    """The field, finer where the hero is."""
    xs = np.concatenate([np.linspace(-100.0, -8.0, 24), np.arange(-6.0, 8.0, 0.7), np.linspace(9.0, 14.0, 3)])
    ys = np.concatenate([np.arange(_START_Y, -20.0, 8.0), np.arange(-20.0, 50.0, 0.7), np.arange(50.0, 136.0, 6.0)])
    return _planting.node("ground", shapes.grid(xs, ys), "ground", smooth=True)


def _floodlights(flood: float) -> list[Lamp]:
    """After dark each mast throws its own shadow, as a sun of its own."""
    if flood < 0.5:
        return []
    lamps = []
    for k, (x, y) in enumerate(fittings.MASTS):
        azimuth = math.atan2(x - CENTER[0] * 0.5, y - CENTER[1])
        lamps.append(
            Lamp(
                name=f"flood {k}", kind="sun", power_w=1.25 * flood, color=(0.93, 0.97, 1.0), angle_rad=0.05,
                pose=Pose(rotation=atmosphere.facing_away(azimuth, 0.62)),
            )
        )  # fmt: skip
    return lamps


def _hero_lamps(found: tuple[HeroLamp, ...], flood: float) -> tuple[HeroLamp, ...]:
    """After dark the masts behind rim the hero."""
    if flood < 0.5:
        return found
    return (*found, HeroLamp("mast", 2.4, 0.6, 5.0, 0.8, 150.0 * flood, (0.94, 0.97, 1.0)))


def _materials(flood: float) -> dict[str, Material]:
    marked = oval.marked()
    fine = _patterns.laid("turf", 1.3)
    wide = _patterns.laid("turf", 17.0, turn_rad=0.5)
    near = remap(op("camera_distance"), 3.0, 30.0, 1.0, 0.0)
    grain = mix((1.0, 1.0, 1.0), _grey(remap(op("y", fine), 0.2, 0.8, 0.70, 1.32)), near)
    worn = _grey(remap(op("x", wide), 0.2, 0.8, 0.88, 1.12))
    track = cmul(cmul((0.36, 0.060, 0.030), grain), worn)
    grass = mix((0.052, 0.125, 0.022), (0.078, 0.165, 0.032), marked.mown)
    grass = cmul(grass, mix((1.0, 1.0, 1.0), _grey(remap(op("y", fine), 0.2, 0.8, 0.5, 1.5)), near))
    grass = mix(cmul(grass, worn), (0.62, 0.64, 0.60), marked.chalk * 0.9)
    apron: Expr = cmul(cmul((0.24, 0.245, 0.25), grain), worn)
    ground = mix(mix(apron, track, marked.track), (0.66, 0.66, 0.64), marked.lines * 0.92)
    ground = mix(ground, grass, marked.turf)
    plain = {"specular": 0.25, "roughness": 0.75}
    return {
        "ground": Material(
            color=ground, specular=0.2, roughness=0.85,
            bumps=(Bump(height=op("y", fine), strength=remap(op("camera_distance"), 3.0, 18.0, 0.5, 0.0), distance_m=0.006),),
            preview=(0.3, 0.07, 0.04),
        ),
        "concrete": Material(color=cmul(attribute("tint"), worn), preview=(0.3, 0.3, 0.29), **plain),
        "board": Material(color=attribute("tint"), roughness=0.5, specular=0.35, preview=(0.4, 0.4, 0.4)),
        "cloth": Material(color=attribute("tint"), roughness=0.85, specular=0.1, preview=(0.25, 0.2, 0.22)),
        "lamp": Material(
            color=(0.55, 0.56, 0.58), roughness=0.25, emission=(0.95, 0.98, 1.0), emission_strength=30.0 * flood, preview=(0.9, 0.9, 0.9)
        ),
        "digits": Material(
            color=(0.02, 0.02, 0.02), emission=(1.0, 0.62, 0.12), emission_strength=1.6 + 2.0 * flood, preview=(1.0, 0.7, 0.2)
        ),
    }  # fmt: skip


def _grey(level: Expr) -> Expr:
    return op("combine", level, level, level)
