"""The roof of a high-rise in the middle of a city: a terrace of boards with seats and strings of bulbs, a water tank, vents, and the towers
of the town all around, to the horizon."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting, _skyline
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._embankment import GLOW
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mapping, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("rooftop", "skyline", "skyscraper roof")
EXAMPLE = "A woman in a white shirt stands on a rooftop over the city skyline at dusk"
TIMES = ("dusk", "golden_hour", "afternoon", "morning", "noon", "dawn", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "city_lights",
    "string_lights",
    "windows",
    "horizon",
    "chairs",
    "tables",
    "roof",
    "floor",
    "shadows",
    "moving_clouds",
)
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("skyscraper", "skyline")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.06
MARK = (0.2, -2.0)
STREET_Z = -112.0
_HALF_X, _BACK_Y, _END_Y = 12.5, -21.0, 11.5
_WALL_M = 0.95
_SKIES: dict[str, float] = {
    "dawn": 0.32, "morning": -2.1, "noon": -2.4, "afternoon": 2.1, "golden_hour": -0.36, "dusk": -0.28, "blue_hour": -0.4, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise); chosen by eye."""
_BRICK: Color = (0.23, 0.095, 0.06)
_STEEL: Color = (0.34, 0.35, 0.36)
_TANK = (-7.2, 7.6)


class Params(NamedTuple):
    """One roof: its town, its hour."""

    seed: int = 7
    time: str = "dusk"
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A roof for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.42, 0.62)))


def build(params: Params) -> Setting:
    """The roof as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 269])
    glow = GLOW.get(params.time, 0.0)
    masonry = Masonry()
    blocked = [*_edges(masonry), *_machines(masonry), *_seats(masonry)]
    _tank(masonry)
    _strings(masonry)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    boards = shapes.grid(np.linspace(-_HALF_X, _HALF_X, 29), np.linspace(_BACK_Y, _END_Y, 41))
    street = shapes.grid([-4600.0, 0.0, 4600.0], [-600.0, 1000.0, 4600.0], STREET_Z)
    nodes: list[Node] = [
        _planting.node("ground", _pooled(boards), "boards"),
        _planting.node("streets", street, "streets"),
        _planting.node("town", _town(rng), "tower"),
        *(
            _planting.node(
                f"roof {name}", _pooled(part), name, smooth=name in ("iron", "bulb", "cushion"), sharp_rad=0.6
            )
            for name, part in masonry.gathered().items()
        ),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow),
        world=light.world,
        ground=height,
        marks=_marks(),
        obstacles=np.array(blocked),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.2 if glow > 0.6 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=32.0,
        camera_height_m=1.6,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 6.0, 5.0),
        outdoors=outdoors,
    )


def height(x: F64, y: F64) -> F64:
    """Height of the terrace in metres: it is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the town at a time of day. Raises UnknownName."""
    stops = {"golden_hour": 0.8, "dawn": 0.9, "dusk": 0.75, "night": 0.1, "blue_hour": 0.2}.get(time, 0.6)
    low = time in ("golden_hour", "dusk", "dawn")
    found = _open_sky.outdoors(
        time, _SKIES.get(time, -0.7), 1500.0 if low else 2500.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    if time == "night":  # the town outshines the moon
        return found._replace(
            sun=found.sun._replace(irradiance=0.35 * found.sun.irradiance, stars=0.1, haze_color=(0.13, 0.13, 0.21))
        )
    return found


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the strings of bulbs find the hero."""
    if glow < 0.5:
        return found
    return (*found, HeroLamp("bulbs", -0.7, 0.7, 4.5, 2.0, 105.0 * glow, (1.0, 0.70, 0.40)),
            HeroLamp("bulbs behind", 2.4, 0.6, 4.5, 1.6, 190.0 * glow, (1.0, 0.66, 0.36)))  # fmt: skip


def _marks() -> tuple[Mark, ...]:
    y = np.arange(8.0, -13.0, -1.0)
    stand = Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(a)) for a in y),
        back_m=12.0,
        radius_m=1.6,
    )
    seat = Mark(
        position=(-4.3, 2.8, 0.0),
        view_yaw_rad=0.16,
        kind="seat",
        back_m=7.0,
        radius_m=0.3,
        seat_m=0.44,
        facing_yaw_rad=math.pi + 0.55,
    )
    return stand, seat


def _bulbs() -> F64:
    """Where the bulbs hang, (n, 3): three strings from post to post."""
    made = []
    for y in (0.4, 4.2, 8.0):
        for x0, x1 in ((-6.2, 0.0), (0.0, 6.2)):
            t = np.linspace(0.04, 0.96, 11)
            made.append(np.column_stack([x0 + (x1 - x0) * t, np.full(11, y), 3.35 - 2.2 * t * (1 - t)]))
    return np.concatenate(made)


def _pooled(part: Shape) -> Shape:
    """With the light of the bulbs, about 1 below them."""
    total = np.zeros(len(part.points))
    for bulb in _bulbs()[::3]:
        away = np.linalg.norm(part.points - bulb, axis=1)
        total += 3.4 / np.maximum(away, 0.8) ** 2
    return part.with_data("pool", np.minimum(total, 3.0))


def _edges(masonry: Masonry) -> list[tuple[float, float, float]]:
    """The parapet with its coping, and the walls of the house below."""
    wide, long = 2 * _HALF_X, _END_Y - _BACK_Y
    middle = (_END_Y + _BACK_Y) / 2
    for x, y, sx, sy in (
        (0.0, _END_Y, wide + 0.7, 0.35),
        (-_HALF_X, middle, 0.35, long),
        (_HALF_X, middle, 0.35, long),
    ):
        masonry.add("brick", shapes.box((sx, sy, _WALL_M), center=(x, y, _WALL_M / 2)), _BRICK)
        masonry.add(
            "stone",
            shapes.box((sx + 0.14, sy + 0.14, 0.12), center=(x, y, _WALL_M + 0.06), bevel=0.02),
            (0.36, 0.34, 0.31),
        )
    masonry.add("brick", shapes.box((wide, long, 110.0), center=(0, middle, -55.1)), _BRICK)
    along = np.arange(_BACK_Y, _END_Y, 0.7)
    rows = [(s * _HALF_X, float(v), 0.4) for s in (-1, 1) for v in along]
    return rows + [(float(v), _END_Y, 0.4) for v in np.arange(-_HALF_X, _HALF_X, 0.7)]


def _machines(masonry: Masonry) -> list[tuple[float, float, float]]:
    """The stair's house with its door, coolers with fans, pipes, a dish and an antenna."""
    masonry.add("brick", shapes.box((4.6, 5.2, 2.9), center=(9.6, 3.8, 1.45)), _BRICK)
    masonry.add("stone", shapes.box((5.0, 5.6, 0.18), center=(9.6, 3.8, 2.98), bevel=0.02), (0.36, 0.34, 0.31))
    masonry.add("iron", shapes.box((0.06, 1.0, 2.1), center=(7.28, 3.4, 1.05), bevel=0.01), (0.05, 0.10, 0.09))
    masonry.add("iron", shapes.box((0.9, 1.5, 0.08), center=(6.95, 3.4, 2.35), bevel=0.02), _STEEL)
    masonry.add(
        "bulb",
        shapes.ball(0.12, center=(7.15, 2.5, 2.1), sides=16, levels=10),
        (0.6, 0.55, 0.45),
        lit=(1.0, 0.70, 0.38),
    )
    blocked = [(9.6 + a, 3.8 + b, 1.6) for a in (-1.0, 1.0) for b in (-1.4, 1.4)]
    fan = shapes.lathe(
        [(0.42, 0.0), (0.42, 0.1), (0.36, 0.12), (0.36, 0.04), (0.06, 0.04), (0.05, 0.1), (0.0, 0.1)], sides=28
    )
    for x, y, turn in ((5.9, 8.6, 0.1), (7.7, 8.8, 0.05), (10.2, 8.4, 0.0), (-10.6, 0.4, 1.6)):
        body = [shapes.box((1.5, 1.0, 1.25), center=(0, 0, 0.78), bevel=0.03), fan.moved((0, 0, 1.4))]
        slats = [shapes.box((1.3, 0.03, 0.03), center=(0, -0.51, 0.35 + 0.1 * k)) for k in range(10)]
        legs = [shapes.box((0.1, 0.9, 0.16), center=(s * 0.6, 0, 0.08)) for s in (-1, 1)]
        made = shapes.join([*body, *slats, *legs]).turned(shapes.rotation(z=turn)).moved((x, y, 0))
        masonry.add("iron", made, (0.40, 0.41, 0.41))
        blocked.append((x, y, 1.0))
    duct = [(5.9, 9.3, 0.5), (5.9, 10.5, 0.5), (-2.6, 10.6, 0.5), (-2.6, 10.6, 1.3)]
    masonry.add("iron", shapes.sweep(np.array(duct), 0.17, sides=12), _STEEL)
    for x, y, high in ((-3.6, 9.8, 1.3), (3.2, 9.9, 1.0), (10.9, -3.0, 1.2), (-10.8, -4.0, 1.1)):
        pipe = shapes.lathe(
            [(0.14, 0.0), (0.14, high), (0.30, high + 0.02), (0.26, high + 0.18), (0.05, high + 0.26)], sides=18
        )
        masonry.add("iron", pipe.moved((x, y, 0)), _STEEL)
        blocked.append((x, y, 0.4))
    r = np.linspace(0.03, 0.6, 9)
    dish = shapes.lathe(np.column_stack([r, 0.42 * r**2]), sides=28, caps=False).turned(shapes.rotation(x=0.9, z=0.4))
    masonry.add("iron", dish.moved((9.2, 2.2, 3.75)), (0.55, 0.55, 0.54))
    masonry.add("iron", shapes.sweep(np.array([(9.2, 2.3, 3.0), (9.2, 2.25, 3.75)]), 0.04, sides=8), _STEEL)
    masonry.add("iron", shapes.sweep(np.array([(10.9, 5.4, 3.0), (10.9, 5.4, 8.4)]), 0.035, sides=8), _STEEL)
    for z, half in ((6.6, 0.7), (7.2, 0.55), (7.8, 0.4)):
        masonry.add(
            "iron", shapes.sweep(np.array([(10.9 - half, 5.4, z), (10.9 + half, 5.4, z)]), 0.018, sides=6), _STEEL
        )
    return blocked


def _tank(masonry: Masonry) -> None:
    """A wooden water tank on a steel stand, hooped, under a cone of a roof."""
    x, y = _TANK
    a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
    stave = 1.0 - 0.012 * (np.abs(np.sin(a * 20.0)) < 0.25)
    rows = [
        np.column_stack([x + r * stave * np.cos(a), y + r * stave * np.sin(a), np.full(120, z)])
        for r, z in ((1.72, 3.3), (1.60, 6.6))
    ]
    masonry.add("tank", shapes.rings(np.array(rows)), (0.20, 0.125, 0.075))
    for z in np.linspace(3.5, 6.4, 7):
        r = 1.72 - 0.036 * (z - 3.3) + 0.012
        hoop = np.column_stack([x + r * np.cos(a[::3]), y + r * np.sin(a[::3]), np.full(40, z)])
        masonry.add("iron", shapes.sweep(hoop, 0.022, sides=5, closed=True), (0.05, 0.045, 0.04))
    masonry.add(
        "tank", shapes.lathe([(1.85, 6.55), (0.9, 7.25), (0.03, 7.75)], sides=36).moved((x, y, 0)), (0.13, 0.085, 0.055)
    )
    for sx in (-1, 1):
        for sy in (-1, 1):
            masonry.add(
                "iron", shapes.box((0.16, 0.16, 3.3), center=(x + sx * 1.15, y + sy * 1.15, 1.65)), (0.06, 0.05, 0.045)
            )
    for z in (1.6, 3.2):
        for s in (-1, 1):
            masonry.add("iron", shapes.box((2.6, 0.14, 0.16), center=(x, y + s * 1.15, z)), (0.06, 0.05, 0.045))
            masonry.add("iron", shapes.box((0.14, 2.6, 0.16), center=(x + s * 1.15, y, z)), (0.06, 0.05, 0.045))
    for s in (-1, 1):
        masonry.add(
            "iron",
            shapes.sweep(np.array([(x - 1.1, y + s * 1.15, 0.1), (x + 1.1, y + s * 1.15, 3.1)]), 0.03, sides=5),
            (0.06, 0.05, 0.045),
        )
        masonry.add(
            "iron",
            shapes.sweep(np.array([(x + 1.1, y + s * 1.15, 0.1), (x - 1.1, y + s * 1.15, 3.1)]), 0.03, sides=5),
            (0.06, 0.05, 0.045),
        )


def _seats(masonry: Masonry) -> list[tuple[float, float, float]]:
    """A corner of low sofas with cushions round a table, planters with grasses along the parapet."""
    blocked = [(_TANK[0], _TANK[1], 1.9)]
    for x, y, turn, wide in ((-4.3, 3.35, 0.0, 2.4), (-6.1, 1.6, math.pi / 2, 2.4), (4.2, 4.8, -0.35, 2.0)):
        frame = [
            shapes.box((wide, 0.85, 0.28), center=(0, 0, 0.16), bevel=0.02),
            shapes.box((wide, 0.1, 0.62), center=(0, 0.4, 0.42), bevel=0.02),
        ]
        soft = [
            shapes.box((wide / 2 - 0.04, 0.76, 0.17), center=(s * wide / 4, -0.03, 0.38), bevel=0.06) for s in (-1, 1)
        ]
        soft += [
            shapes.box((wide / 2 - 0.06, 0.17, 0.42), center=(s * wide / 4, 0.28, 0.62), bevel=0.07) for s in (-1, 1)
        ]
        pose = shapes.rotation(z=turn)
        masonry.add("wood", shapes.join(frame).turned(pose).moved((x, y, 0)), (0.20, 0.12, 0.065))
        masonry.add("cushion", shapes.join(soft).turned(pose).moved((x, y, 0)), (0.36, 0.34, 0.30))
        if turn:  # the one that is sat on lies open to the camera
            blocked.append((x, y, 0.9))
    top = shapes.join(
        [
            shapes.box((1.2, 0.7, 0.05), center=(-4.3, 1.7, 0.38), bevel=0.01),
            *(
                shapes.box((0.07, 0.07, 0.36), center=(-4.3 + a * 0.5, 1.7 + b * 0.28, 0.18))
                for a in (-1, 1)
                for b in (-1, 1)
            ),
        ]
    )
    masonry.add("wood", top, (0.20, 0.12, 0.065))
    rng = np.random.default_rng(11)
    for x, y in ((-1.0, 10.7), (1.2, 10.7), (-4.6, 10.7), (-11.5, 4.0), (-9.4, -4.6), (11.5, -0.5)):
        masonry.add("stone", shapes.box((1.5, 0.6, 0.55), center=(x, y, 0.275), bevel=0.03), (0.16, 0.155, 0.15))
        blades = []
        for _ in range(150):
            foot = np.array([x + rng.uniform(-0.68, 0.68), y + rng.uniform(-0.22, 0.22), 0.5])
            lean = rng.normal(0, 0.30, 2)
            tip = foot + [lean[0], lean[1], rng.uniform(0.5, 1.05)]
            mid = (foot + tip) / 2 + [-0.25 * lean[0], -0.25 * lean[1], 0.1]
            side = np.array([0.012, 0.004, 0.0])
            blades.append(
                shapes.shape(
                    np.array([foot - side, foot + side, mid + side, mid - side, tip]),
                    np.array([(0, 1, 2, 3), (3, 2, 4, -1)]),
                )
            )
        masonry.add("grass", shapes.join(blades), (0.14, 0.17, 0.05))
        blocked.append((x, y, 0.8))
    return blocked


def _strings(masonry: Masonry) -> None:
    """Posts, cables and bulbs."""
    for y in (0.4, 4.2, 8.0):
        for x in (-6.2, 6.2):
            masonry.add("iron", shapes.lathe([(0.05, 0.0), (0.04, 3.4)], sides=8).moved((x, y, 0)), (0.03, 0.03, 0.03))
        for x0, x1 in ((-6.2, 0.0), (0.0, 6.2)):
            t = np.linspace(0, 1, 16)
            masonry.add(
                "iron",
                shapes.sweep(
                    np.column_stack([x0 + (x1 - x0) * t, np.full(16, y), 3.38 - 2.2 * t * (1 - t)]), 0.008, sides=4
                ),
                (0.02, 0.02, 0.02),
            )
    masonry.add("iron", shapes.lathe([(0.05, 0.0), (0.04, 3.4)], sides=8).moved((0, 8.0, 0)), (0.03, 0.03, 0.03))
    masonry.add("iron", shapes.sweep(np.array([(0, 0.4, 3.38), (0, 8.0, 3.38)]), 0.01, sides=4), (0.02, 0.02, 0.02))
    bulb = shapes.ball((0.045, 0.045, 0.06), sides=12, levels=8)
    masonry.add(
        "bulb",
        shapes.join(bulb.moved((x, y, z - 0.08)) for x, y, z in _bulbs()),
        (0.6, 0.55, 0.45),
        lit=(1.0, 0.66, 0.32),
    )


def _town(rng: np.random.Generator) -> Shape:
    """Towers near and far: roofs below in front, higher ones to the sides and behind."""
    parts = []
    near = [
        (-44.0, 62.0, 84.0),
        (-14.0, 84.0, 66.0),
        (26.0, 74.0, 88.0),
        (62.0, 66.0, 128.0),
        (-78.0, 96.0, 146.0),
        (8.0, 128.0, 96.0),
        (-40.0, 150.0, 118.0),
        (66.0, 140.0, 90.0),
        (112.0, 120.0, 170.0),
        (-128.0, 150.0, 120.0),
    ]
    parts.append(
        _skyline.field(
            rng,
            np.array([n[:2] for n in near]),
            np.array([n[2] for n in near]),
            base_m=STREET_Z,
            busy=0.5,
            turn_rad=0.0,
        )
    )
    for count, yaws, away, highs in (
        (95, (-0.85, 0.95), (190.0, 620.0), (95.0, 300.0)),
        (80, (-0.75, 0.85), (620.0, 1500.0), (70.0, 330.0)),
        (90, (-0.75, 0.85), (1500.0, 2900.0), (50.0, 300.0)),
    ):
        spots, tall = _skyline.bank(rng, count, yaws, away, highs)
        spots = np.round(spots / 62.0) * 62.0 + rng.uniform(-4, 4, spots.shape)  # on a grid of streets
        parts.append(_skyline.field(rng, spots, tall, base_m=STREET_Z, busy=0.5, turn_rad=0.0, washed=0.05))
    return shapes.join(parts)


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    fine, wide = _patterns.laid("turf", 1.6), _patterns.laid("turf", 8.0, turn_rad=0.4)
    near = remap(op("camera_distance"), 4.0, 40.0, 1.0, 0.0)
    grit = remap(op("y", fine), 0.25, 0.75, 0.8, 1.2)
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.78, 1.18)
    turned = mapping(coords(), rotation=(0.0, 0.0, math.pi / 2))
    plank = op(
        "brick", turned, (0.0,) * 3, (1.0,) * 3, (0.5,) * 3, 1.0, mortar=0.006, width=3.2, height=0.145, bias=0.0
    )
    joint = op("brick", turned, 0.0, 0.0, 1.0, 1.0, mortar=0.006, width=3.2, height=0.145, mask=True)
    grain = op("y", _patterns.repeated("turf", mapping(coords(), scale=(6.0, 0.5, 0.0))))
    wood = mix((0.12, 0.082, 0.055), (0.30, 0.225, 0.16), op("x", plank) * 0.5 + grain * 0.5)
    boards = cmul(mix(wood, (0.02, 0.016, 0.012), joint), _grey(stain))
    across, up = op("x", coords()) + op("y", coords()), op("z", coords())
    courses = op(
        "brick",
        op("combine", across, up, 0.0),
        (1.12, 1.0, 0.95),
        (0.75, 0.8, 0.84),
        (1.2, 1.4, 1.5),
        1.0,
        mortar=0.009,
        width=0.24,
        height=0.075,
        offset=0.5,
    )

    def lit(color: Value, strength: float = 0.24) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {
            "emission": cmul(cmul(color, (1.0, 0.64, 0.32)), _grey(attribute("pool"))),
            "emission_strength": strength * glow,
        }

    shine: dict[str, Value] = {"emission": attribute("lit"), "emission_strength": 1.0 + 6.0 * glow}
    spots = op("greater", op("white_noise", op("vscale", coords(), 0.12)), 0.93)
    lanes = op("greater", op("abs", op("fract", op("x", coords()) * (1 / 62.0)) - 0.5), 0.38)
    streets: dict[str, Value] = (
        {"emission": (1.0, 0.62, 0.30), "emission_strength": (spots * 0.8 + 0.12) * lanes * (1.3 * glow)}
        if glow > 0
        else {}
    )
    return {
        "boards": Material(
            color=boards, roughness=0.55, specular=0.3,
            bumps=(Bump(height=op("sub", grain * 0.4, joint), strength=near * 0.5, distance_m=0.006),),
            preview=(0.22, 0.16, 0.11), **lit(boards),
        ),
        "streets": Material(color=(0.06, 0.06, 0.062), **plain, **streets),
        "tower": _skyline.surface(0.9 * glow),
        "brick": Material(color=cmul(cmul(tint, courses), _grey(stain)), **plain, **lit(tint)),
        "stone": Material(color=cmul(tint, _grey(grit * stain)), **plain, **lit(tint)),
        "iron": Material(color=cmul(tint, _grey(stain)), roughness=0.45, specular=0.4, metallic=0.25, **lit(tint)),
        "wood": Material(color=cmul(tint, _grey(grit)), roughness=0.5, specular=0.3, **lit(tint, 0.10)),
        "tank": Material(color=cmul(tint, _grey(grit * stain)), **plain, **lit(tint, 0.12)),
        "cushion": Material(color=tint, sheen=0.2, **plain, **lit(tint)),
        "grass": Material(color=tint, translucent=0.3, **plain, **lit(tint)),
        "bulb": Material(color=tint, roughness=0.3, **shine),
    }  # fmt: skip
