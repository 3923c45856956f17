"""A railway station: a platform under its canopy with clock, signs and benches, tracks with their wires, a train that waits, a footbridge
and the town behind."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _open_sky, _patterns, _planting
from filmwright.content.environments._city import houses
from filmwright.content.environments._city.houses import House
from filmwright.content.environments._city.masonry import Facade, Masonry
from filmwright.content.environments._embankment import GLOW
from filmwright.content.environments._station import line
from filmwright.content.environments._station.line import ORIGIN_Z, TRACKS
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Native, Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap, voronoi
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("train station", "railway station")
EXAMPLE = "A woman in a green coat stands in a train station"
TIMES = ("morning", "afternoon", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "signs",
    "streetlamps",
    "power_lines",
    "trees",
    "windows",
    "roof",
    "floor",
    "shadows",
    "moving_clouds",
    "doorway",
)
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("train_station_platform", "train_railway")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.22
MARK = (-0.35, 0.0)
EDGE_X, WALL_X = -2.4, 6.4
START_Y, END_Y = -40.0, 140.0
_ROOF_M, _ROOF_END = 4.3, 96.0
_COLUMN_X = 3.7
_SKIES: dict[str, float] = {
    "dawn": -0.12, "morning": -2.0, "noon": -2.2, "afternoon": -1.5, "golden_hour": -0.42, "dusk": -0.3, "blue_hour": -0.5, "night": -0.7,
}  # fmt: skip
"""Where the sun stands (0 along the line, clockwise); chosen by eye: always over the tracks."""
_LEAVES: dict[str, Color] = {
    "spring": (0.11, 0.18, 0.026), "summer": (0.065, 0.115, 0.018), "autumn": (0.42, 0.23, 0.024), "winter": (0.1, 0.08, 0.06),
}  # fmt: skip
_TRAINS: tuple[Color, ...] = ((0.42, 0.03, 0.03), (0.03, 0.12, 0.34), (0.03, 0.22, 0.13))
_IRON: Color = (0.035, 0.085, 0.06)
_WHITE: Color = (0.66, 0.65, 0.62)


class Params(NamedTuple):
    """One station: its hour, its season, the color of the train that waits."""

    seed: int = 7
    time: str = "morning"
    season: str = "summer"
    clouds: float = 0.5
    train: int = 0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A station for a shot."""
    season = shot.place.season if shot.place.season in _LEAVES else "summer"
    return Params(
        int(rng.integers(1, 10_000)),
        shot.light.time,
        season or "summer",
        float(rng.uniform(0.42, 0.6)),
        int(rng.integers(len(_TRAINS))),
    )


def build(params: Params) -> Setting:
    """The station as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 229])
    glow = GLOW.get(params.time, 0.0)
    masonry = Masonry()
    line.tracks(masonry)
    masts = line.wires(masonry)
    line.signals(masonry)
    line.footbridge(masonry, 54.0)
    blocked = _platform(masonry)
    _canopy(masonry)
    _clock(masonry, params.time)
    _opposite(masonry, rng)
    cars, painted = line.waiting(TRACKS[1], 25.0, _TRAINS[params.train])
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    nodes: list[Node] = [
        _planting.node(
            "ground",
            _paved(shapes.grid(np.linspace(EDGE_X, WALL_X, 15), np.arange(START_Y, END_Y + 0.1, 0.8))),
            "paving",
        ),
        _planting.node("bed", line.bed(params.seed), "ballast"),
        _planting.node("country", _country(params.seed), "grass", smooth=True),
        *(
            _planting.node(f"station {name}", _paved(part), name, smooth=name in _ROUND, sharp_rad=0.6)
            for name, part in masonry.gathered().items()
        ),
        *cars,
        _names(),
        *_trees(params, rng),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow, _LEAVES[params.season], params.season) | painted,
        world=light.world,
        ground=height,
        marks=_marks(),
        obstacles=np.concatenate([blocked, masts]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.1}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.6,
        view_fall_rad=0.3,
        move_limits_m=(1.6, 6.0, 2.0),
        outdoors=outdoors,
    )


_ROUND = ("iron", "lamp", "green")


def height(x: F64, y: F64) -> F64:
    """Height of what one stands on in metres: the platforms, or the bed of the tracks."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.where((x >= EDGE_X) | ((x < -15.2) & (x > -20.6)), 0.0, ORIGIN_Z)


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the line at a time of day. Raises UnknownName."""
    stops = {"golden_hour": 1.0, "dawn": 1.1, "dusk": 0.9, "night": 0.3, "blue_hour": 0.4}.get(time, 0.95)
    low = time in ("golden_hour", "dusk", "dawn")
    return _open_sky.outdoors(
        time, _SKIES.get(time, -1.0), 1100.0 if low else 1900.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lamps of the canopy find the hero: neutral, from above."""
    if glow < 0.5:
        return found
    return (*found, HeroLamp("canopy", -0.6, 0.9, 4.0, 1.6, 130.0 * glow, (1.0, 0.92, 0.80)),
            HeroLamp("canopy behind", 2.5, 0.8, 4.0, 1.2, 190.0 * glow, (1.0, 0.88, 0.72)))  # fmt: skip


def _marks() -> tuple[Mark, ...]:
    y = np.arange(26.0, -12.0, -1.0)
    stand = Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0] + 0.025 * float(a), float(a)) for a in y), back_m=13.0,
        radius_m=1.2,
    )  # fmt: skip
    seat = Mark(
        position=(5.35, 12.0, 0.0),
        view_yaw_rad=-0.16,
        kind="seat",
        back_m=9.0,
        radius_m=0.3,
        seat_m=0.46,
        facing_yaw_rad=math.pi / 2 + 0.2,
    )
    track = Mark(
        position=(TRACKS[0], 14.0, ORIGIN_Z), view_yaw_rad=-0.10, kind="track", path=((TRACKS[0], 170.0), (TRACKS[0], -70.0)), back_m=26.0,
        radius_m=1.2,
    )  # fmt: skip
    return stand, seat, track


def _lamp_spots() -> F64:
    y = np.arange(-30.0, _ROOF_END - 4.0, 7.0)
    return np.column_stack([np.full(len(y), 1.4), y, np.full(len(y), _ROOF_M - 0.35)])


def _paved(part: Shape) -> Shape:
    """With the light of the canopy's lamps, about 1 below one of them."""
    total = np.zeros(len(part.points))
    for lamp in _lamp_spots():
        away = np.linalg.norm(part.points - lamp, axis=1)
        total += 16.0 / np.maximum(away, 0.8) ** 2 * np.clip((lamp[2] - part.points[:, 2] + 0.5) / 1.5, 0.0, 1.0)
    return part.with_data("pool", np.minimum(total, 4.0))


def _platform(masonry: Masonry) -> F64:
    """Edge, warning strip, the station's wall with doors and windows, benches, bins, boards; what of it stands in the way (n, 3)."""
    long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
    masonry.add("concrete", shapes.box((0.5, long, 1.3), center=(EDGE_X + 0.25, middle, -0.655)), (0.24, 0.23, 0.21))
    masonry.add("paint", shapes.box((0.16, long, 0.012), center=(EDGE_X + 0.1, middle, 0.002)), _WHITE)
    masonry.add("tactile", shapes.box((0.4, long, 0.014), center=(EDGE_X + 0.95, middle, 0.002)), (0.60, 0.40, 0.04))
    wall = Facade(1, START_Y, WALL_X)
    brick: Color = (0.26, 0.11, 0.07)
    masonry.box(wall, "brick", (0.0, -0.4, 0.0), (_ROOF_END + 40.0, 0.0, 0.9), (0.36, 0.33, 0.28))
    masonry.box(wall, "brick", (0.0, -0.4, 3.1), (_ROOF_END + 40.0, 0.0, 7.6), brick)
    masonry.box(wall, "trim", (0.0, -0.45, 7.6), (_ROOF_END + 40.0, 0.25, 7.95), (0.42, 0.38, 0.32))
    bay = 4.4
    for k in range(int((_ROOF_END + 40.0) / bay)):
        u = k * bay
        masonry.box(wall, "brick", (u, -0.4, 0.9), (u + 1.5, 0.0, 3.1), brick)
        door = k % 4 == 2
        masonry.box(
            wall,
            "window",
            (u + 1.5, -0.3, 0.02 if door else 0.9),
            (u + bay, -0.24, 3.1),
            (0.02, 0.022, 0.024),
            lit=(1.0, 0.72, 0.42),
        )
        for edge in (1.5, 2.95, bay - 0.1):
            masonry.box(
                wall,
                "trim",
                (u + edge, -0.26, 0.02 if door else 0.9),
                (u + edge + 0.1, -0.14, 3.1),
                _IRON if door else _WHITE,
            )
        masonry.box(wall, "trim", (u + 1.5, -0.26, 2.35), (u + bay, -0.14, 2.45), _IRON if door else _WHITE)
        if not door:
            masonry.box(wall, "trim", (u + 1.4, -0.4, 0.82), (u + bay + 0.1, 0.08, 0.92), (0.42, 0.38, 0.32))
    blocked = [(WALL_X + 0.2, float(y), 0.4) for y in np.arange(START_Y, END_Y, 0.7)]
    blocked += [(EDGE_X - 0.05, float(y), 0.12) for y in np.arange(START_Y, END_Y, 0.35)]
    for y in (12.0, 21.0, 34.0, 47.0):
        _bench(masonry, y)
        blocked += [(5.7, y + d, 0.4) for d in (-0.7, 0.0, 0.7) if y > 12.0]  # the first is sat on
    for y in (8.5, 27.0, 41.0):
        can = shapes.lathe([(0.2, 0.0), (0.23, 0.06), (0.25, 0.85), (0.2, 0.92), (0.05, 0.95)], sides=18)
        masonry.add("iron", can.moved((5.8, y, 0.0)), (0.05, 0.055, 0.055))
        blocked.append((5.8, y, 0.35))
    for y in (5.4, 25.0):
        masonry.add("iron", shapes.box((0.1, 1.5, 1.9), center=(6.2, y, 1.55), bevel=0.02), (0.03, 0.04, 0.10))
        masonry.add("paint", shapes.box((0.02, 1.3, 1.6), center=(6.13, y, 1.55)), (0.62, 0.58, 0.36))
    masonry.add("iron", shapes.box((0.7, 1.0, 1.85), center=(5.95, 16.6, 0.925), bevel=0.04), (0.40, 0.04, 0.035))
    masonry.add(
        "window", shapes.box((0.02, 0.7, 1.1), center=(5.59, 16.5, 1.2)), (0.03, 0.03, 0.03), lit=(0.75, 0.9, 1.0)
    )
    blocked.append((5.95, 16.6, 0.6))
    blocked += [(_COLUMN_X, float(y), 0.22) for y in _columns()]
    return np.array(blocked)


def _bench(masonry: Masonry, y: float) -> None:
    x = 5.55
    slats = [shapes.box((0.1, 2.0, 0.04), center=(x + d, y, 0.445), bevel=0.012) for d in (-0.2, -0.08, 0.04, 0.16)]
    slats += [
        shapes.box((0.035, 2.0, 0.1), center=(x + 0.26 + 0.02 * k, y, 0.60 + 0.14 * k), bevel=0.012) for k in range(3)
    ]
    masonry.add("wood", shapes.join(slats), (0.25, 0.13, 0.06))
    feet = [shapes.box((0.5, 0.06, 0.06), center=(x, y + s * 0.8, 0.39), bevel=0.01) for s in (-1, 1)]
    feet += [shapes.box((0.06, 0.06, 0.4), center=(x + d, y + s * 0.8, 0.2)) for s in (-1, 1) for d in (-0.18, 0.22)]
    masonry.add("iron", shapes.join(feet), _IRON)


def _columns() -> F64:
    return np.arange(-34.0, _ROOF_END, 8.8)


def _canopy(masonry: Masonry) -> None:
    """A roof of boards and glass on iron columns with curved brackets, a valance along its edge, lamps under it."""
    out, inside = -1.5, WALL_X
    long, middle = _ROOF_END - START_Y, (START_Y + _ROOF_END) / 2
    ridge = _COLUMN_X
    for x0, z0, x1, z1, name in (
        (out, _ROOF_M + 0.55, 0.6, _ROOF_M + 0.34, "boards"), (0.6, _ROOF_M + 0.34, 2.4, _ROOF_M + 0.16, "glazing"),
        (2.4, _ROOF_M + 0.16, ridge, _ROOF_M, "boards"), (ridge, _ROOF_M, inside, _ROOF_M + 0.35, "boards"),
    ):  # fmt: skip
        points = [(x0, START_Y, z0), (x1, START_Y, z1), (x1, _ROOF_END, z1), (x0, _ROOF_END, z0)]
        slab = shapes.rings(np.array([points, [(x, y, z + 0.06) for x, y, z in points]]), caps=True)
        masonry.add(name, slab, (0.46, 0.44, 0.38))
    teeth = [
        shapes.box((0.03, 0.15, 0.34 if k % 2 else 0.26), center=(out, START_Y + 0.17 * k, _ROOF_M + 0.44))
        for k in range(int(long / 0.17))
    ]
    masonry.add("paint", shapes.join(teeth), (0.52, 0.49, 0.42))
    masonry.add("green", shapes.box((0.1, long, 0.14), center=(out, middle, _ROOF_M + 0.62)), _IRON)
    for x, z in ((0.6, 0.22), (2.4, 0.06), (ridge, -0.08)):
        masonry.add("green", shapes.box((0.12, long, 0.2), center=(x, middle, _ROOF_M + z)), _IRON)
    profile = [
        (0.24, 0.0),
        (0.24, 0.3),
        (0.15, 0.42),
        (0.13, 0.9),
        (0.105, 1.0),
        (0.095, 3.2),
        (0.16, 3.3),
        (0.12, 3.42),
        (0.11, _ROOF_M - 0.1),
    ]
    column = shapes.lathe(profile, sides=16)
    curve = shapes.curve([(0, 0, 3.3), (0.35, 0, 3.62), (0.95, 0, 3.95), (1.9, 0, 4.12)], 12)
    for y in _columns():
        masonry.add("green", column.moved((_COLUMN_X, float(y), 0)), _IRON)
        for sign in (-1, 1):
            bent = curve * [sign, 1, 1] + [_COLUMN_X, float(y), 0]
            masonry.add("green", shapes.sweep(bent, 0.045, sides=8), _IRON)
        beam = np.array(
            [(out, y, _ROOF_M + 0.46), (0.6, y, _ROOF_M + 0.24), (ridge, y, _ROOF_M - 0.1), (inside, y, _ROOF_M + 0.24)]
        )
        masonry.add("green", shapes.sweep(beam, 0.07, sides=4), _IRON)
    for x, y, z in _lamp_spots():
        masonry.add(
            "lamp",
            shapes.box((0.16, 1.5, 0.09), center=(x, float(y), z), bevel=0.03),
            (0.7, 0.7, 0.66),
            lit=(1.0, 0.92, 0.78),
        )


def _clock(masonry: Masonry, time: str) -> None:
    """A clock with two faces under the canopy, and the boards that hang there."""
    x, y, z = 0.35, 8.6, 3.42
    drum = shapes.lathe([(0.40, -0.11), (0.44, -0.09), (0.44, 0.09), (0.40, 0.11)], sides=40).turned(
        shapes.rotation(x=math.pi / 2)
    )
    masonry.add("iron", drum.moved((x, y, z)), (0.015, 0.017, 0.016))
    for side in (-1, 1):
        face = shapes.lathe([(0.39, 0.0), (0.0, 0.004)], sides=40, caps=False).turned(shapes.rotation(x=math.pi / 2))
        face = face if side < 0 else face.turned(shapes.rotation(z=math.pi))
        masonry.add("lamp", face.moved((x, y + side * 0.115, z)), (0.74, 0.73, 0.68), lit=(0.55, 0.52, 0.42))
        hour = {
            "dawn": 5.9,
            "morning": 8.6,
            "noon": 12.05,
            "afternoon": 15.4,
            "golden_hour": 18.2,
            "dusk": 20.2,
            "blue_hour": 20.9,
            "night": 22.4,
        }.get(time, 9.0)
        marks = []
        for k in range(12):
            a = 2 * math.pi * k / 12
            tick = shapes.box((0.022 if k % 3 else 0.034, 0.004, 0.075), center=(0, 0, 0.325)).turned(
                shapes.rotation(y=a)
            )
            marks.append(tick)
        for share, long, thick in ((hour / 12.0, 0.20, 0.034), (hour % 1.0, 0.30, 0.024)):
            marks.append(
                shapes.box((thick, 0.006, long), center=(0, 0, long / 2 - 0.03)).turned(
                    shapes.rotation(y=2 * math.pi * share)
                )
            )
        hands = shapes.join(marks)
        hands = hands if side < 0 else hands.turned(shapes.rotation(z=math.pi))
        masonry.add("iron", hands.moved((x, y + side * 0.122, z)), (0.01, 0.01, 0.01))
    masonry.add("iron", shapes.sweep([(x, y, z + 0.42), (x, y, _ROOF_M + 0.3)], 0.03, sides=8), _IRON)
    for y0, wide in ((15.5, 2.0), (37.0, 2.0), (-20.0, 2.0)):
        masonry.add(
            "sign",
            shapes.box((wide, 0.12, 0.62), center=(1.3, y0, 3.3), bevel=0.03),
            (0.012, 0.035, 0.16),
            lit=(0.02, 0.06, 0.26),
        )
        for d in (-0.8, 0.8):
            masonry.add("iron", shapes.sweep([(1.3 + d, y0, 3.6), (1.3 + d, y0, _ROOF_M + 0.2)], 0.02, sides=6), _IRON)


def _names() -> Native:
    """What is written on the boards."""
    spots = [(1.3, 15.5 - 0.068, 3.3), (1.3, 37.0 - 0.068, 3.3)]
    n = len(spots)
    return Native(
        name="boards",
        kind="text",
        params={"bodies": ["PLATFORM 1", "PLATFORM 1"], "style": "fill"},
        arrays={
            "center": np.array(spots), "right": np.tile([1.0, 0.0, 0.0], (n, 1)), "up": np.tile([0.0, 0.0, 1.0], (n, 1)),
            "size_m": np.full(n, 0.30), "limit_m": np.full(n, 1.8), "vertical": np.zeros(n),
        },
        materials=("letters",),
    )  # fmt: skip


def _opposite(masonry: Masonry, rng: np.random.Generator) -> None:
    """The other platform with a shelter and a fence, and houses beyond."""
    x0, x1 = -20.6, -15.2
    long = 130.0
    masonry.add(
        "concrete",
        shapes.box((x1 - x0, long, 1.3), center=((x0 + x1) / 2, START_Y + long / 2, -0.65)),
        (0.27, 0.26, 0.24),
    )
    masonry.add("paint", shapes.box((0.16, long, 0.012), center=(x1 - 0.1, START_Y + long / 2, 0.008)), _WHITE)
    for y in (16.0, 38.0):
        for u in np.linspace(-4.0, 4.0, 5):
            masonry.add("green", shapes.box((0.1, 0.1, 2.5), center=(-18.9, y + float(u), 1.25)), _IRON)
        masonry.add(
            "window", shapes.box((0.03, 8.0, 1.7), center=(-18.9, y, 1.4)), (0.06, 0.08, 0.085), lit=(1.0, 0.85, 0.6)
        )
        masonry.add("paint", shapes.box((2.6, 8.8, 0.12), center=(-18.0, y, 2.6), bevel=0.03), (0.2, 0.21, 0.21))
    for y in np.arange(START_Y, START_Y + long, 14.0):
        masonry.add("iron", shapes.lathe([(0.07, 0.0), (0.05, 4.6)], sides=8).moved((-20.0, float(y), 0)), _IRON)
        masonry.add(
            "lamp",
            shapes.box((0.7, 0.18, 0.08), center=(-19.7, float(y), 4.6), bevel=0.03),
            (0.7, 0.7, 0.66),
            lit=(1.0, 0.86, 0.62),
        )
    posts = shapes.join(
        shapes.box((0.07, 0.07, 1.3), center=(x0 + 0.15, float(y), 0.65))
        for y in np.arange(START_Y, START_Y + long, 2.2)
    )
    masonry.add("green", posts, _IRON)
    for z in (0.35, 0.8, 1.25):
        masonry.add("green", shapes.box((0.04, long, 0.06), center=(x0 + 0.15, START_Y + long / 2, z)), _IRON)
    at = 8.0
    while at < 260.0:
        bays = int(rng.integers(3, 6))
        wall: Color = ((0.50, 0.43, 0.33), (0.55, 0.44, 0.28), (0.42, 0.24, 0.17), (0.52, 0.48, 0.40))[
            int(rng.integers(4))
        ]
        house = House("plaster", bays * 2.7 + 0.5, int(rng.integers(2, 5)), 3.1, bays, wall)
        houses.build(masonry, rng, Facade(-1, at, 44.0), house, far=True)
        at += house.width_m + (float(rng.uniform(4.0, 14.0)) if rng.random() < 0.5 else 0.0)


def _country(seed: int) -> Shape:
    """The ground beside the line, rising to a ridge far off."""
    x = np.concatenate(
        [-np.geomspace(28.0, 1500.0, 34)[::-1], np.linspace(-20.7, 12.0, 6), np.geomspace(14.0, 1500.0, 30)]
    )
    y = np.concatenate([np.linspace(-70.0, 140.0, 30), np.geomspace(150.0, 2400.0, 50)])
    gx, gy = np.meshgrid(x, y)
    r = np.hypot(gx, gy)
    z = -0.9 + 1.2 * noise.fractal(gx * 0.02, gy * 0.02, 4, seed=seed) * np.clip((np.abs(gx + 9) - 26) / 30, 0, 1)
    ridge = 90.0 * (0.55 + noise.fractal(gx * 0.0016, gy * 0.0016, 5, seed=seed + 2))
    z = z + ridge * np.clip((r - 700.0) / 1500.0, 0, 1) ** 1.3
    inside = (gx < WALL_X + 1.0) & (gx > -33.0) & (gy < 1000.0)
    made = shapes.grid(gx, gy, np.where(inside, -2.0, z))
    return made.with_data("far", np.clip((r - 200.0) / 900.0, 0, 1).reshape(-1))


def _trees(params: Params, rng: np.random.Generator) -> list[Node]:
    """Trees behind the other platform, and on both sides of the line where the platforms have ended."""
    y = np.concatenate([np.arange(-10.0, 60.0, 7.0), rng.uniform(60.0, 420.0, 90), rng.uniform(150.0, 520.0, 60)])
    x = np.concatenate([np.full(10, -26.0), rng.uniform(-42.0, -22.0, 90), rng.uniform(9.0, 60.0, 60)])
    x, y = x + rng.normal(0, 0.8, len(x)), y + rng.normal(0, 0.8, len(x))
    points = np.column_stack([x, y, np.full(len(x), -0.9)])
    scales = rng.uniform(0.55, 0.95, len(x))

    def make(kind: int, detail: str) -> Shape:
        habit = (_broadleaf.LINDEN, _broadleaf.OAK)[kind % 2]
        bare = params.season == "winter"
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_LEAVES[params.season], bare=bare)  # type: ignore[arg-type]

    grades = (_planting.Grade("mid", 75.0, 2), _planting.Grade("far", 1e9, 2))
    return _planting.graded(
        "tree",
        make,
        ("leaves", "bark"),
        points,
        scales,
        _planting.distances(points, np.array([(2.0, -12.0)])),
        rng,
        grades=grades,
    )


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float, leaf: Color, season: str) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 9.0, turn_rad=0.3), _patterns.laid("turf", 1.5)
    near = remap(op("camera_distance"), 5.0, 50.0, 1.0, 0.0)
    grit = remap(op("y", fine), 0.25, 0.75, 0.80, 1.20)
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.74, 1.2)
    slabs = op(
        "brick",
        coords(),
        (1.06, 1.05, 1.03),
        (0.88, 0.88, 0.88),
        (0.5, 0.49, 0.47),
        1.0,
        mortar=0.007,
        width=0.6,
        height=0.6,
        offset=0.0,
    )
    paving = cmul(
        cmul((0.26, 0.25, 0.235), mix((0.94, 0.94, 0.93), slabs, remap(op("camera_distance"), 8.0, 35.0, 1.0, 0.1))),
        _grey(stain * grit),
    )
    across, up = op("x", coords()) + op("y", coords()), op("z", coords())
    courses = op(
        "brick",
        op("combine", across, up, 0.0),
        (1.15, 1.0, 0.95),
        (0.78, 0.82, 0.84),
        (1.3, 1.5, 1.6),
        1.0,
        mortar=0.008,
        width=0.24,
        height=0.075,
        offset=0.5,
    )
    stones = voronoi(scale=15.0)
    shade = remap(op("y", _patterns.laid("turf", 0.8)), 0.2, 0.8, 0.5, 1.4)
    studs = op("sin", op("x", coords()) * 90.0) * op("sin", op("y", coords()) * 90.0)
    boards = op("fract", op("y", coords()) * 6.0)

    def lit(color: Value, strength: float = 0.22) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {
            "emission": cmul(cmul(color, (1.0, 0.90, 0.74)), _grey(attribute("pool"))),
            "emission_strength": strength * glow,
        }

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    polished = remap(up, line.RAIL_Z - 0.012, line.RAIL_Z - 0.004)
    written: dict[str, Value] = {"emission": (1.0, 1.0, 1.0), "emission_strength": 0.7 * glow} if glow > 0 else {}
    grass: Color = {"winter": (0.16, 0.14, 0.085), "autumn": (0.13, 0.115, 0.035)}.get(season, (0.075, 0.105, 0.026))
    far: Color = (leaf[0] * 0.7, leaf[1] * 0.7, leaf[2] * 0.9)
    return {
        "paving": Material(
            color=paving, roughness=remap(stain, 0.8, 1.2, 0.45, 0.8), specular=0.3,
            bumps=(Bump(height=op("y", fine), strength=near * 0.3, distance_m=0.008),), preview=(0.26, 0.25, 0.23), **lit(paving),
        ),
        "tactile": Material(
            color=cmul(tint, _grey(grit)), bumps=(Bump(height=studs, strength=near, distance_m=0.006),), **plain, **lit(tint),
        ),
        "ballast": Material(
            color=cmul((0.20, 0.175, 0.15), _grey(shade * stain)), bumps=(Bump(height=stones, strength=near, distance_m=0.06),),
            preview=(0.2, 0.18, 0.15), **plain,
        ),
        "rail": Material(color=mix(_RUST, tint, polished), metallic=polished, roughness=0.32),
        "concrete": Material(color=cmul(tint, _grey(stain * grit)), **plain, **lit(tint)),
        "brick": Material(color=cmul(cmul(tint, courses), _grey(stain)), **plain, **lit(tint)),
        "wall": Material(color=cmul(tint, _grey(stain)), **plain),
        "trim": Material(color=tint, roughness=0.6, specular=0.2, **lit(tint)),
        "roof": Material(color=tint, roughness=0.6, specular=0.3),
        "boards": Material(color=cmul(tint, _grey(remap(boards, 0.0, 0.06, 0.5, 1.0))), translucent=0.12, **plain, **lit(tint, 0.18)),
        "glazing": Material(color=(0.55, 0.60, 0.60), roughness=0.5, translucent=0.6, specular=0.2, preview=(0.5, 0.55, 0.55)),
        "iron": Material(color=tint, roughness=0.45, specular=0.4, **lit(tint)),
        "green": Material(color=tint, roughness=0.45, specular=0.4, **lit(tint)),
        "paint": Material(color=cmul(tint, _grey(grit)), roughness=0.5, specular=0.3, **lit(tint)),
        "wood": Material(color=cmul(tint, _grey(grit)), roughness=0.5, specular=0.3, **lit(tint)),
        "cloth": Material(color=tint, translucent=0.35, **plain),
        "window": Material(color=tint, roughness=0.03, specular=0.6, **shining(0.28)),
        "shop_window": Material(color=tint, roughness=0.03, specular=0.55, **shining(0.28)),
        "lamp": Material(color=tint, roughness=0.4, specular=0.3, **shining(4.0)),
        "sign": Material(color=tint, roughness=0.35, specular=0.4, **shining(1.0)),
        "signal": Material(color=tint, roughness=0.3, emission=attribute("lit"), emission_strength=1.0),
        "letters": Material(color=(0.78, 0.78, 0.76), roughness=0.5, **written),
        "grass": Material(color=mix(cmul(grass, _grey(stain)), far, attribute("far")), preview=grass, **plain),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip


_RUST: Color = (0.09, 0.055, 0.04)
