"""A wooden table by a window: soft light from the left, the room behind it far out of focus."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.atmosphere import facing_away
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.scene.nodes import Exposure, Gradient, Lamp, Mesh, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mapping, mix, noise, op, remap
from filmwright.scene.shapes import ball, box, join, sweep
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("tabletop", "table top")
EXAMPLE = "A bottle, tabletop shot"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night", "dawn")
WEATHERS = ("clear", "overcast", "rain", "snowfall", "fog")
FEATURES = ("tables", "windows", "window_light", "shadows")
LANDMARKS = ("table", "dining_table", "desk", "counter", "coffee_table", "kitchen_counter", "workbench", "tabletop")
ALSO: tuple[str, ...] = ()

ASIDE_M, BESIDE_M = -2.35, -0.85  # of the window in the room behind; who asks for it has it in the picture
_WOODS: tuple[Color, ...] = ((0.34, 0.20, 0.10), (0.22, 0.115, 0.055), (0.42, 0.30, 0.19))
_WALLS: tuple[Color, ...] = ((0.10, 0.22, 0.20), (0.34, 0.22, 0.13), (0.30, 0.16, 0.105))


class Light(NamedTuple):
    """The window's light and the room's: colors, watts a square metre, how bright the room's fill and its lamps are."""

    window: Color
    window_w: float
    fill: float
    lamps: float
    stops: float


_HOURS = {
    "dawn": Light((1.0, 0.78, 0.66), 1.7, 0.16, 1.0, 0.9),
    "morning": Light((1.0, 0.93, 0.84), 3.4, 0.34, 0.9, 1.15),
    "noon": Light((1.0, 0.97, 0.93), 3.8, 0.42, 0.6, 1.0),
    "afternoon": Light((1.0, 0.91, 0.79), 3.4, 0.34, 0.9, 1.15),
    "golden_hour": Light((1.0, 0.62, 0.30), 4.4, 0.24, 1.1, 1.05),
    "dusk": Light((0.62, 0.62, 1.0), 0.9, 0.12, 1.6, 1.3),
    "blue_hour": Light((0.40, 0.52, 1.0), 0.9, 0.10, 1.8, 1.3),
    "night": Light((1.0, 0.70, 0.42), 1.2, 0.06, 1.8, 1.2),
}
"""Chosen by eye; at night the light is a lamp's."""


class Params(NamedTuple):
    """Hour, wood, wall, where the lamps in the room behind hang, and how far beside the middle its window is."""

    time: str
    wood: int
    wall: int
    seed: int
    sharp: bool
    window_m: float = ASIDE_M


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """The table a shot asks for."""
    time = shot.light.time if shot.light.time in _HOURS else TIMES[0]
    return Params(
        time,
        int(rng.integers(3)),
        int(rng.integers(3)),
        int(rng.integers(1000)),
        shot.weather.kind == "clear",
        BESIDE_M if "windows" in shot.place.features else ASIDE_M,
    )


def build(params: Params) -> Setting:
    """The table; its top is the ground."""
    hour = _HOURS[params.time]
    rng = np.random.default_rng(params.seed)
    return Setting(
        nodes=(*_table(), *_room(rng, params.window_m), *_lights(hour, params.sharp)),
        materials=_materials(params, hour),
        world=Gradient(
            stops=((-1.0, (0.25, 0.22, 0.2)), (0.0, (0.5, 0.48, 0.46)), (1.0, (0.9, 0.9, 0.95))), strength=hour.fill
        ),
        ground=_top,
        marks=tuple(
            Mark(
                position=(0.0, 0.0, 0.0),
                view_yaw_rad=0.0,
                kind=kind,
                back_m=1.6,
                radius_m=0.35,
                path=((-0.3, 0.4), (0.0, 0.0), (0.3, -0.4)),
            )
            for kind in ("surface", "stand")
        ),
        exposure=Exposure(stops=hour.stops, look="medium_high", bloom=0.12),
        hero_lamps=(HeroLamp("window", -1.5, 0.5, 2.0, 0.8, 10.0, (1.0, 0.95, 0.9)),),
        transport=Transport(guides="fast", world_seen=1.6),
        f_stop=2.8,
        lens_mm=50.0,
        view_fall_rad=0.5,
        move_limits_m=(0.4, 0.6, 0.3),
        indoors=True,
    )


def _top(x: F64, y: F64) -> F64:
    """The table is level."""
    return np.zeros_like(x, dtype=float)


def _table() -> list[Mesh]:
    """Five boards side by side, with their gaps, over a dark floor."""
    boards = [
        box((3.4, 0.296, 0.045), center=(0.2 * (k % 2), -0.62 + 0.30 * k, -0.0225), bevel=0.004) for k in range(6)
    ]
    boards = [b.with_data("rest", b.points + [3.1 * k, 0.37 * k, 0.0]) for k, b in enumerate(boards)]
    return [
        things.mesh("table boards", join(boards), "table"),
        things.mesh("table floor", box((40, 40, 0.1), center=(0, 8, -0.85)), "floor"),
    ]


def _room(rng: np.random.Generator, window_m: float) -> list[Node]:
    """A wall with shelves and lamps, far behind, only ever seen blurred."""
    wall = box((24.0, 0.1, 8.0), center=(0, 4.6, 2.2))
    shelf = join([box((3.2, 0.3, 0.05), center=(1.4, 4.35, z)) for z in (0.35, 0.85)])
    jars = []
    for z in (0.38, 0.88):
        x = 0.0
        while x < 2.9:
            w, h = float(rng.uniform(0.08, 0.2)), float(rng.uniform(0.12, 0.34))
            jar = ball((w / 2, w / 2, h / 2), center=(x, 4.35, z + h / 2), sides=12, levels=7)
            jars.append(jar.with_data("tint", np.tile(rng.uniform(0.08, 0.5, 3), (len(jar.points), 1))))
            x += w + float(rng.uniform(0.03, 0.3))
    pane = box((1.7, 0.02, 2.9), center=(window_m, 4.45, 0.6))
    bars = join(
        [box((1.76, 0.05, 0.06), center=(window_m, 4.42, z)) for z in (-0.85, 0.1, 1.05, 2.05)]
        + [box((0.06, 0.05, 2.9), center=(x, 4.42, 0.6)) for x in (window_m - 0.85, window_m, window_m + 0.85)]
    )
    bulbs = join(
        [ball(0.07, center=(x, 3.7, z), sides=12, levels=8) for x, z in ((0.3, 1.55), (1.2, 1.75), (2.2, 1.5))]
    )
    cords = join(
        [sweep([(x, 3.7, z), (x, 3.7, 5.0)], 0.008, sides=5) for x, z in ((0.3, 1.6), (1.2, 1.8), (2.2, 1.55))]
    )
    return [
        things.mesh("room wall", wall, "wall"),
        things.mesh("room shelf", shelf, "shelf"),
        things.mesh("room jars", join(jars), "jars"),
        things.mesh("room window", pane, "pane"),
        things.mesh("room bars", bars, "shelf"),
        things.mesh("room bulbs", bulbs, "bulb"),
        things.mesh("room cords", cords, "shelf"),
    ]


def _lights(hour: Light, sharp: bool) -> list[Lamp]:
    """The window to the left, a little behind; a weak fill from the right."""
    soft = math.radians(14.0 if sharp else 40.0)
    return [
        Lamp(
            name="window",
            kind="sun",
            power_w=hour.window_w,
            color=hour.window,
            angle_rad=soft,
            pose=Pose(rotation=facing_away(math.radians(-52.0), 0.62)),
        ),
        Lamp(
            name="fill",
            kind="sun",
            power_w=0.16 * hour.window_w,
            color=(1.0, 0.9, 0.8),
            angle_rad=math.radians(50),
            pose=Pose(rotation=facing_away(math.radians(150.0), 0.6)),
        ),
    ]


def _materials(params: Params, hour: Light) -> dict[str, Material]:
    wood = _WOODS[params.wood]
    rest = coords("rest")
    bent = op(
        "vadd", mapping(rest, scale=(0.9, 11.0, 11.0)), op("vscale", op("noise_color", rest, 2.2, detail=2.0), 1.4)
    )
    rings_ = op("abs", op("sin", op("y", bent) * 3.0 + op("z", bent)))
    fibers = noise(mapping(rest, scale=(6, 170, 170)), scale=1.0, detail=4)
    tone = noise(mapping(rest, scale=(0.8, 3.0, 3.0)), scale=1.0, detail=2)
    grain = remap(rings_ * 0.16 + fibers * 0.62 + tone * 0.5, 0.35, 0.95)
    table = Material(
        color=mix(
            (wood[0] * 0.42, wood[1] * 0.40, wood[2] * 0.38), (wood[0] * 1.15, wood[1] * 1.1, wood[2] * 1.05), grain
        ),
        roughness=0.38 + fibers * 0.22,
        specular=0.45,
        bumps=(Bump(height=fibers, strength=0.3, distance_m=0.0008),),
        preview=wood,
    )
    wall = _WALLS[params.wall]
    made = {
        "table": table,
        "floor": Material(color=(0.05, 0.045, 0.04), roughness=0.7, preview=(0.05, 0.045, 0.04)),
        "wall": Material(color=wall, roughness=0.9, specular=0.1, preview=wall),
        "shelf": Material(color=(0.09, 0.06, 0.04), roughness=0.6, preview=(0.09, 0.06, 0.04)),
        "jars": Material(color=attribute("tint"), roughness=0.35, preview=(0.3, 0.25, 0.2)),
        "pane": Material(
            model="emission",
            emission=_outside(hour.window, params.time == "night"),
            emission_strength=0.55 + 0.22 * hour.window_w,
            preview=hour.window,
        ),
        "bulb": Material(
            model="emission", emission=(1.0, 0.62, 0.30), emission_strength=3.0 * hour.lamps, preview=(1.0, 0.7, 0.4)
        ),
    }
    return {k: m.model_copy(update={"haze": False}) for k, m in made.items()}


def _outside(light: Color, night: bool) -> Expr:
    """What is seen through the window, which is never sharp: a sky over the crowns of a garden, at night only its last light."""
    rest = coords("rest")
    z = op("z", rest)
    crowns = noise(mapping(rest, scale=(1.3, 1.0, 1.6)), scale=1.0, detail=3.0)
    leaves = noise(rest, scale=7.0, detail=2.0)
    dim = 0.04 if night else 1.0
    sky = mix(_shade(light, (1.0, 1.0, 1.0), dim), _shade(light, (0.55, 0.76, 1.0), dim), remap(z, 0.6, 2.1))
    green = mix(
        _shade(light, (0.05, 0.09, 0.03), dim), _shade(light, (0.26, 0.36, 0.12), dim), remap(leaves, 0.32, 0.68)
    )
    return mix(sky, green, remap(z + (0.5 - crowns) * 1.5, 1.02, 0.92))


def _shade(light: Color, color: Color, dim: float) -> Color:
    return (light[0] * color[0] * dim, light[1] * color[1] * dim, light[2] * color[2] * dim)
