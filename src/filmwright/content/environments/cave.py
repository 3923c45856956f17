"""A limestone cave: stalactites over a dark pool, daylight from its mouth at the far end, lanterns on the way through it."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content.environments import _planting, _props, _water
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._cavern import rock
from filmwright.content.environments._cavern.rock import MOUTH_Y, POOL, POOL_Z, START_Y, Hall
from filmwright.content.environments._room.plan import Piece
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Exposure, Gradient, Haze, Lamp, Node, Pose, Ray, Transport
from filmwright.scene.noise import fractal
from filmwright.scene.shade import (
    Bump,
    Expr,
    Material,
    attribute,
    cmul,
    coords,
    mapping,
    mix,
    noise,
    op,
    remap,
    voronoi,
)
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("cave",)
EXAMPLE = "A man in a blue jacket walks through a cave"
TIMES = ("noon", "morning", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog", "snowfall")
FEATURES = ("rocks", "water", "reflections", "sun_rays", "floor", "ceiling", "shadows")
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.03
MARK_Y_M = 4.0
OPEN: tuple[Ray, ...] = ("diffuse", "shadow")  # the fill of the hall comes through its rock


class Day(NamedTuple):
    """What comes in at the mouth at an hour: its color and watts, how bright the view out is, the fill of the hall, stops."""

    color: Color
    power_w: float
    view: float
    fill: Color
    stops: float


_DAYS: dict[str, Day] = {
    "noon": Day((0.80, 0.92, 1.0), 2600.0, 6.0, (0.032, 0.042, 0.051), 1.0),
    "morning": Day((1.0, 0.93, 0.80), 2400.0, 5.5, (0.032, 0.038, 0.045), 1.0),
    "afternoon": Day((1.0, 0.95, 0.84), 2400.0, 5.5, (0.032, 0.038, 0.045), 1.0),
    "golden_hour": Day((1.0, 0.66, 0.34), 2000.0, 4.0, (0.032, 0.03, 0.032), 1.1),
    "dawn": Day((0.95, 0.76, 0.72), 1200.0, 2.6, (0.026, 0.027, 0.035), 1.2),
    "dusk": Day((0.62, 0.62, 0.95), 520.0, 1.1, (0.019, 0.019, 0.029), 1.35),
    "blue_hour": Day((0.36, 0.52, 1.0), 320.0, 0.6, (0.014, 0.018, 0.029), 1.4),
    "night": Day((0.42, 0.56, 1.0), 110.0, 0.12, (0.011, 0.013, 0.021), 1.45),
}
"""Chosen by eye."""
_WARM: Color = (1.0, 0.58, 0.24)
_SPOTS: tuple[tuple[float, float, float, float], ...] = (
    (-6.3, 9.5, 0.9, 190.0), (9.6, 21.5, 1.0, 260.0), (-7.4, 22.0, 1.2, 260.0), (8.8, 4.5, 0.9, 110.0),
)  # fmt: skip
"""Lamps behind the formations: x, y, height over the floor, watts."""


class Params(NamedTuple):
    """One cave: the hour outside, the weather there, what the cast brings itself."""

    seed: int = 7
    time: str = "noon"
    weather: str = "clear"
    density: float = 1.0
    without: tuple[str, ...] = ()


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A cave for a shot."""
    time = shot.light.time if shot.light.time in TIMES else TIMES[0]
    own = tuple(sorted({m.kind for m in shot.cast} & {"lantern"}))
    return Params(int(rng.integers(1, 10_000)), time, shot.weather.kind, float(rng.uniform(0.85, 1.15)), own)


def build(params: Params) -> Setting:
    """The cave as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 353])
    hall = Hall(params.seed)
    day = _DAYS[params.time]
    if params.weather != "clear":
        day = day._replace(color=_greyed(day.color), power_w=0.6 * day.power_w, view=0.6 * day.view)
    vault = hall.vault()
    grown, blocked = _formations(hall, vault, params, rng)
    own = _props.placed(_lanterns(hall), params.seed, absent=_lanterns(hall) if params.without else ())
    nodes: list[Node] = [
        _planting.node("vault", vault, "rock", smooth=True, hidden_from=OPEN),
        _planting.node("ground", hall.floor(), "floor", smooth=True),
        _planting.node(
            "pool", shapes.grid([POOL[0] - 8.0, POOL[0] + 7.0], [POOL[1] - 13.0, POOL[1] + 13.0], POOL_Z), "water"
        ),
        _outside(),
        _planting.node("beams", _beams(hall), "beam", smooth=True, hidden_from=("shadow", "diffuse", "glossy")),
        *grown,
        *own.nodes,
    ]
    return Setting(
        nodes=(*nodes, *_lamps(hall, day)),
        materials=_materials(day) | own.materials,
        images={"foam": tiles.foam(params.seed)} | own.images,
        world=Gradient(stops=tuple((sine, _times(day.fill, f)) for sine, f in ((-1.0, 0.6), (0.0, 0.9), (1.0, 1.4)))),
        ground=partial(Hall.height, hall),
        marks=_marks(hall),
        obstacles=np.concatenate([blocked, _walls(hall), own.obstacles]),
        haze=Haze(color=_times(day.color, 0.006 + 0.030 * min(day.view / 6.0, 1.0)), distance_m=52.0, start_m=9.0),
        exposure=Exposure(stops=day.stops, look="medium_high", bloom=0.26),
        hero_lamps=(
            HeroLamp("mouth", 2.3, 0.45, 5.0, 1.4, 30.0 + 0.035 * day.power_w, day.color),
            HeroLamp("lantern", -0.9, 0.15, 3.0, 0.8, 34.0, _WARM),
        ),
        transport=Transport(transparent=6, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=28.0,
        camera_height_m=1.45,
        view_fall_rad=0.3,
        move_limits_m=(1.5, 4.0, 1.6),
        indoors=True,
        water=partial(_water.still, POOL_Z),
    )


def _marks(hall: Hall) -> tuple[Mark, ...]:
    y = np.arange(26.0, -12.0, -1.0)
    x = hall.path_x(y)
    mx = float(hall.path_x(np.array(MARK_Y_M)))
    mz = float(hall.height(np.array([mx]), np.array([MARK_Y_M]))[0])
    stand = Mark(
        position=(mx, MARK_Y_M, mz), view_yaw_rad=VIEW_YAW_RAD, path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=13.0, radius_m=1.6,
    )  # fmt: skip
    row = tuple((POOL[0] - 0.06 * k, POOL[1] + 5.0 - k) for k in range(9))
    float_at = Mark(
        position=(POOL[0], POOL[1], POOL_Z), view_yaw_rad=-0.16, kind="water", path=row, back_m=12.0, radius_m=2.6
    )
    return (stand, float_at)


def _formations(hall: Hall, vault: Shape, params: Params, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """What hangs and what stands, thick in clusters, none over the way; and the obstacles of what stands."""
    nodes: list[Node] = []
    hanging = [
        _planting.node(f"stalactite_{k}", rock.stalactite(k), "rock", smooth=True, visible=False) for k in range(7)
    ]
    n = round(900 * params.density)
    y = rng.uniform(START_Y + 2, MOUTH_Y - 6.0, n)
    x = hall.middle(y) + rng.uniform(-0.92, 0.92, n) * rock.edge(hall, y)
    thick = fractal(x * 0.16, y * 0.16, 3, seed=params.seed + 3)
    keep = rng.random(n) < np.clip((thick + 0.16) / 0.3, 0.05, 1)
    x, y = x[keep], y[keep]
    top, low = rock.ceiling(vault, x, y), hall.height(x, y)
    long = 0.28 + 2.5 * rng.random(len(x)) ** 3.4
    room = top - low - np.where(np.abs(x - hall.path_x(y)) < 2.2, 3.2, 1.2)
    long = np.minimum(long, room)
    keep = long > 0.25
    points = np.column_stack([x, y, top - 0.02])[keep]
    nodes += _planting.scattered("stalactites", hanging, points, long[keep], rng, tilt_rad=0.03)
    standing = [
        _planting.node(f"stalagmite_{k}", rock.stalagmite(k), "rock", smooth=True, visible=False) for k in range(6)
    ]
    n = round(420 * params.density)
    y = rng.uniform(-12.0, MOUTH_Y - 9.0, n)
    x = hall.middle(y) + rng.uniform(-0.95, 0.95, n) * rock.edge(hall, y)
    high = 0.22 + 2.2 * rng.random(n) ** 2.8
    aside = np.abs(x - hall.path_x(y))
    keep = (
        (aside > 2.0 + 0.45 * high)
        & (hall.off_pool(x, y) > 0.4 + 0.25 * high)
        & _off_view(hall, x, y, 1.7 + 0.4 * high)
    )
    keep &= fractal(x * 0.2 + 4, y * 0.2, 3, seed=params.seed + 4) > -0.04
    x, y, high = x[keep], y[keep], high[keep]
    nodes += _planting.scattered(
        "stalagmites", standing, np.column_stack([x, y, hall.height(x, y)]), high, rng, tilt_rad=0.05
    )
    blocked = [np.column_stack([x, y, 0.3 * high])]
    places = np.array([(-5.2, 13.5), (-7.6, 17.5), (11.2, 24.0), (5.0, 27.5), (-6.4, 29.0), (10.2, -1.0), (-6.8, 1.5)])
    for k, (cx, cy) in enumerate(places):
        foot = float(hall.height(np.array([cx]), np.array([cy]))[0])
        tall = float(rock.ceiling(vault, np.array([cx]), np.array([cy]))[0]) - foot
        part = rock.column(k).scaled((0.8 * tall**0.85, 0.8 * tall**0.85, tall)).moved((cx, cy, foot))
        nodes.append(_planting.node(f"column {k}", part, "rock", smooth=True))
        blocked.append(np.array([(cx, cy, 0.16 * tall**0.85)]))
    return nodes, np.concatenate(blocked)


def _off_view(hall: Hall, x: F64, y: F64, gap: F64) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether points leave the way from the lens to the mark free."""
    mx = float(hall.path_x(np.array(MARK_Y_M)))
    axis = mx + (MARK_Y_M - y) * math.sin(VIEW_YAW_RAD)
    return np.asarray((np.abs(x - axis) > gap) | (y > MARK_Y_M + 3.0))


def _walls(hall: Hall) -> F64:
    """The walls as obstacles."""
    y = np.arange(START_Y, MOUTH_Y, 1.6)
    reach = 0.72 * rock.edge(hall, y)
    return np.concatenate(
        [np.column_stack([hall.middle(y) + s * (reach + 1.2), y, np.full(len(y), 1.2)]) for s in (-1, 1)]
    )


def _lanterns(hall: Hall) -> tuple[Piece, ...]:
    """Lanterns beside the way."""
    out = []
    for dx, y in ((-1.75, 8.2), (1.6, 16.5), (-1.9, 25.0), (1.7, -2.5)):
        x = float(hall.path_x(np.array(y))) + dx
        out.append(Piece("lantern", (x, y, float(hall.height(np.array([x]), np.array([y]))[0])), 0.4, scale=1.1))
    return tuple(out)


def _lamps(hall: Hall, day: Day) -> tuple[Lamp, ...]:
    """The day in the mouth, a ray of it that falls in, and lamps behind the formations."""
    mx = float(hall.middle(np.array(MOUTH_Y)))
    half = math.radians(66.0) / 2  # turned up from straight down, towards -Y
    down = Pose(location=(mx, MOUTH_Y - 1.2, 3.4), rotation=(math.cos(half), -math.sin(half), 0.0, 0.0))
    lamps = [Lamp(name="mouth light", kind="area", power_w=day.power_w, color=day.color, size_m=(6.5, 4.0), pose=down)]
    for k, (x, y, up, power_w) in enumerate(_SPOTS):
        z = float(hall.height(np.array([x]), np.array([y]))[0]) + up
        lamps.append(
            Lamp(
                name=f"show light {k}",
                kind="point",
                power_w=power_w,
                color=_WARM,
                size_m=(0.25, 0.25),
                pose=Pose(location=(x, y, z)),
            )
        )
    return tuple(lamps)


def _outside() -> Node:
    """What is seen through the mouth: a bright slope under a brighter sky."""
    y = MOUTH_Y + 13.0
    made = shapes.rings(
        np.array([[(x, y, z) for x in np.linspace(-26, 20, 8)] for z in np.linspace(-3, 22, 6)]),
        around=False,
        caps=False,
    )
    return _planting.node("outside", made, "outside", hidden_from=("diffuse", "shadow", "glossy"))


def _beams(hall: Hall) -> Shape:
    """Rays of the day in the dust, from the top of the mouth down to the floor."""
    mx = float(hall.middle(np.array(MOUTH_Y)))
    parts = []
    for k, (x0, z0, x1, y1, wide) in enumerate(
        (
            (-1.8, 5.0, -4.4, 22.0, 1.5),
            (0.2, 5.4, 0.6, 19.0, 1.9),
            (1.7, 4.9, 3.9, 24.0, 1.2),
            (-0.6, 5.3, -1.6, 25.5, 0.9),
        )
    ):
        t = np.linspace(0, 1, 26)
        x, y = mx + x0 + (x1 - x0) * t, MOUTH_Y + 0.5 + (y1 - MOUTH_Y - 0.5) * t
        z = z0 + (-0.2 - z0) * t
        radius = 0.25 + 0.9 * wide * t
        turn = np.linspace(0, 2 * math.pi, 30, endpoint=False)
        stack = np.stack([
            x[:, None] + radius[:, None] * np.cos(turn), np.repeat(y[:, None], 30, 1), z[:, None] + 0.8 * radius[:, None] * np.sin(turn),
        ], -1)  # fmt: skip
        parts.append(
            shapes.rings(stack, caps=False).with_data("along", np.repeat(t, 30)).with_data("beam", 0.7 + 0.15 * k)
        )
    return shapes.join(parts)


def _materials(day: Day) -> dict[str, Material]:
    broad = noise(scale=0.35, detail=4.0)
    fine = noise(scale=3.2, detail=5.0, roughness=0.6)
    runs = noise(mapping(coords(), scale=(1.7, 1.7, 0.16)), scale=1.0, detail=4.0)
    stone = mix((0.21, 0.175, 0.14), (0.50, 0.41, 0.30), remap(runs * 0.6 + broad * 0.4, 0.36, 0.62))
    stone = mix(
        stone,
        (0.36, 0.19, 0.085),
        remap(noise(mapping(coords(), scale=(0.6, 0.6, 0.08)), scale=1.0, detail=3.0), 0.52, 0.68) * 0.75,
    )
    stone = mix(stone, (0.10, 0.095, 0.09), remap(broad, 0.55, 0.70) * 0.6)
    dark = remap(attribute("cave"), 0.15, 0.85, 1.1, 0.28)
    stone = cmul(stone, op("combine", dark, dark, dark))
    drips = remap(runs, 0.45, 0.62)
    rough = remap(drips, 0.0, 1.0, 0.62, 0.26)
    relief = (
        Bump(height=fine, strength=0.75, distance_m=0.10), Bump(height=runs, strength=0.5, distance_m=0.12),
        Bump(height=noise(scale=22.0, detail=3.0), strength=remap(op("camera_distance"), 3.0, 16.0, 0.5, 0.0), distance_m=0.012),
    )  # fmt: skip
    earth = mix((0.13, 0.105, 0.08), (0.25, 0.205, 0.15), fine)
    earth = mix(earth, (0.34, 0.27, 0.19), remap(broad, 0.45, 0.6) * 0.7)
    low = remap(attribute("cave"), 0.15, 0.85, 1.1, 0.40)
    ground: Expr = mix(earth, (0.20, 0.165, 0.125), attribute("trodden") * 0.6)
    ground = cmul(mix(ground, (0.045, 0.038, 0.03), attribute("wet") * 0.75), op("combine", low, low, low))
    puddles = remap(noise(scale=0.5, detail=3.0), 0.53, 0.60)
    shine = op("max", attribute("wet"), puddles * 0.85)
    foliage = remap(
        noise(scale=1.1, detail=5.0, roughness=0.7) + remap(op("z", coords()), 1.0, 7.0, 0.14, -0.2), 0.46, 0.56
    )
    view = mix(_times(day.color, 1.0), _tinted(day.color, (0.20, 0.30, 0.10)), foliage)
    dust = noise(mapping(coords(), scale=(0.5, 0.18, 0.5)), scale=1.0, detail=2.0)
    along, across = attribute("along"), remap(op("facing"), 0.25, 1.0, 1.0, 0.0, smooth=True)
    fade = remap(along, 0.0, 0.12) * remap(along, 0.25, 1.0, 1.0, 0.0)
    return {
        "rock": Material(color=stone, roughness=rough, specular=remap(drips, 0.0, 1.0, 0.15, 0.5), bumps=relief, preview=(0.32, 0.26, 0.2)),
        "floor": Material(
            color=ground, roughness=remap(shine, 0.0, 1.0, 0.85, 0.12), specular=remap(shine, 0.0, 1.0, 0.1, 0.5),
            bumps=(Bump(height=fine, strength=remap(shine, 0.0, 1.0, 0.8, 0.15), distance_m=0.07),
                   Bump(height=remap(voronoi(scale=5.5), 0.1, 0.6), strength=remap(shine, 0.0, 0.6, 0.4, 0.0), distance_m=0.025)),
            preview=(0.2, 0.16, 0.12),
        ),
        "water": _water.basin(0.01, deep=(0.004, 0.022, 0.024)),
        "outside": Material(model="emission", emission=view, emission_strength=day.view, haze=False, preview=(0.8, 0.9, 1.0)),
        "beam": Material(
            model="glow", emission=day.color, haze=False, preview=(0.2, 0.2, 0.2),
            emission_strength=attribute("beam") * across * fade * remap(dust, 0.3, 0.7, 0.5, 1.2) * (0.011 * day.view),
        ),
    }  # fmt: skip


def _times(color: Color, factor: float) -> Color:
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def _tinted(a: Color, b: Color) -> Color:
    return (a[0] * b[0], a[1] * b[1], a[2] * b[2])


def _greyed(color: Color) -> Color:
    """A color under clouds."""
    mean = sum(color) / 3
    return (0.35 * color[0] + 0.65 * mean, 0.35 * color[1] + 0.65 * mean, 0.4 * color[2] + 0.65 * mean)
