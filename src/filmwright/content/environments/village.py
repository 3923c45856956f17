"""The street of an old village: plastered and half-timbered houses under tiled roofs, cobbles, flowers at the windows, a café, lanterns
on the walls, a church tower over the roofs at its end. After dark windows and lanterns shine; in winter snow lies on it."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting
from filmwright.content.environments._town import fittings, houses, surfaces
from filmwright.content.environments._town.fabric import SNOW, Fabric
from filmwright.content.environments._town.houses import House
from filmwright.content.environments._town.plots import Lane, Plot
from filmwright.content.kinds import HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("village",)
EXAMPLE = "A woman in a blue dress walks through a village in the morning"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog", "snowfall")
FEATURES = (
    "cobblestones", "lanterns", "streetlamps", "windows", "shop_windows", "signs", "doorway", "roof", "wildflowers", "tables", "chairs",
    "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("village_street", "old_town", "village_square")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = -0.03
MARK = (-0.4, 8.0)
START_M, END_M = -16.0, 80.0
LOW_FROM_M = 40.0  # farther houses are lower, so that the church is seen over them
_CHURCH = (13.6, 100.0)

_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.07, 0.27), "morning": (2.9, 0.62), "noon": (-2.85, 0.87), "afternoon": (-2.97, 0.56), "golden_hour": (0.07, 0.31),
    "dusk": (0.07, 0.24), "blue_hour": (0.8, 0.6), "night": (0.9, 0.6),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 up the street, clockwise; elevation): along the street, for it to reach the cobbles. Chosen by eye."""
_GLOW = {"dawn": 0.5, "golden_hour": 0.22, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much windows and lanterns shine; chosen."""
_LEAVES: dict[Season, Color] = {
    "spring": (0.11, 0.175, 0.026), "summer": (0.062, 0.125, 0.022), "autumn": (0.36, 0.075, 0.02), "winter": (0.07, 0.06, 0.045),
}  # fmt: skip
_NAMES = (
    "BÄCKEREI",
    "CAFÉ",
    "ANTIQUITÉS",
    "BLUMEN",
    "CONFISERIE",
    "LIBRAIRIE",
    "APOTHEKE",
    "CERAMICA",
    "FROMAGERIE",
    "VINO",
)


class Params(NamedTuple):
    """One village: its houses, its hour, its season."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A village for a shot."""
    place = shot.place
    season: Season = "summer"
    if place.season in ("spring", "summer", "autumn", "winter"):
        season = place.season  # type: ignore[assignment]
    elif place.ground == "snow" or shot.weather.kind == "snowfall":
        season = "winter"
    elif place.ground == "leaves" or "fallen_leaves" in place.features:
        season = "autumn"
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, float(rng.uniform(0.45, 0.58)))


def build(params: Params) -> Setting:
    """The village as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 211])
    lane, winter, glow = Lane(), params.season == "winter", _GLOW.get(params.time, 0.0)
    fabric = Fabric(rng, snow=winter)
    signs: list[tuple[Plot, float, float, float, str]] = []
    green: list[shapes.Shape] = []
    seat: Mark | None = None
    for side in (-1, 1):
        seat = _row(fabric, lane, side, params.season, signs, green) or seat
    assert seat is not None
    fittings.church(fabric, (*_CHURCH, float(lane.height(np.array(8.0), np.array(70.0)))), math.pi + 0.12)
    nodes: list[Node] = [_ground(lane, params)]
    for name, part in fabric.masonry.gathered().items():
        foot = lane.height(part.points[:, 0], part.points[:, 1])
        nodes.append(
            _planting.node(
                f"village {name}", part.with_data("foot", foot), name,
                smooth=name in ("iron", "snow"), sharp_rad=0.6 if name in ("iron", "snow") else None,
                hidden_from=("shadow",) if name == "lantern" else (),
            )
        )  # fmt: skip
    if green:
        nodes.append(_planting.node("creepers", shapes.join(green), "leaves"))
    nodes += fittings.plants(fabric, rng)
    nodes += [fittings.names(signs), fittings.hills(rng, snow=winter, leaf=_LEAVES[params.season])]
    nodes += fittings.lamps(fabric, glow, MARK[1])
    outdoors = sky_of(params.time, params.clouds, snow=winter)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=surfaces.materials(glow, snow=winter, leaf=_LEAVES[params.season]),
        world=light.world,
        ground=partial(Lane.height, lane),
        marks=(_mark(lane), seat),
        obstacles=np.array(fabric.obstacles),
        images={
            "turf": _patterns.turf(params.seed),
            "cobbles": surfaces.cobbles(params.seed),
            "rubble": surfaces.rubble(params.seed),
        },
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.5 else 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=30.0,
        camera_height_m=1.35,
        view_fall_rad=0.25,
        move_limits_m=(1.5, 7.0, 4.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the village at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.8, "dusk": 0.7, "night": 0.35, "blue_hour": 0.35}.get(time, 1.0)
    found = _open_sky.outdoors(
        time, azimuth_rad, 800.0 if low else 900.0, VIEW_YAW_RAD, clouds=clouds, stops=stops - 0.45 * snow, disc=low
    )
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the windows of the street find the hero: warm, from one side and from behind."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("windows", 1.0, 0.25, 5.0, 2.0, 90.0 * glow, (1.0, 0.70, 0.42)),
        HeroLamp("lantern", -2.3, 0.7, 5.0, 1.0, 300.0 * glow, (1.0, 0.68, 0.38)),
    )


def _mark(lane: Lane) -> Mark:
    """On the cobbles, in the middle of a way down the street towards the camera."""
    y = np.arange(34.0, -12.0, -1.0)
    x = MARK[0] + lane.middle(y)
    return Mark(
        position=(*MARK, float(lane.height(np.array(MARK[0]), np.array(MARK[1])))),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=15.0,
        radius_m=1.8,
    )


def _row(
    fabric: Fabric, lane: Lane, side: int, season: Season, signs: list[tuple[Plot, float, float, float, str]], green: list[shapes.Shape]
) -> Mark | None:  # fmt: skip
    """The houses of one side with what hangs on them and stands before them; on the left the seat on the bench."""
    rng = fabric.rng
    widths = rng.uniform(5.3, 8.3, 40)
    ends = START_M + np.cumsum(widths)
    widths = widths[: int(np.searchsorted(ends, END_M)) + 1]
    plots = lane.plots(side, START_M + 1.7 * side, widths, rng.uniform(0.0, 0.22, len(widths)))
    middles = np.array([plot.place(plot.wide_m / 2, 0.0, 0.0)[1] for plot in plots])
    cafe = int(np.abs(middles - 16.0).argmin()) if side > 0 else -1
    timbered = int(np.abs(middles - 17.0).argmin()) if side < 0 else -1
    benched = int(np.abs(middles - 9.5).argmin()) if side < 0 else -1
    before: House | None = None
    seat: Mark | None = None
    for k, plot in enumerate(plots):
        house = houses.choose(rng, before, plot.wide_m)
        before = house
        shop = rng.random() < 0.28 and middles[k] > 3.0
        if k == cafe:
            house = house._replace(shop="cafe", style="plaster", wall=(0.64, 0.50, 0.30), bays=max(house.bays, 3))
        elif k == timbered:
            house = house._replace(
                style="timber",
                storeys=2,
                gable=True,
                wall=(0.71, 0.67, 0.57),
                dress=house.dress._replace(trim=(0.12, 0.07, 0.04), flowers=0.9),
            )
        elif shop and k != benched:
            house = house._replace(shop="shop", bays=max(house.bays, 3))
        if middles[k] > LOW_FROM_M:
            house = house._replace(storeys=1)
        near = abs(float(middles[k]) - 10.0) < 45.0
        houses.build(fabric, plot, house, near=near)
        bay = plot.wide_m / house.bays
        front = plot.moved(0.22) if house.style == "timber" else plot
        if k % 2 == (side > 0) and middles[k] < 70.0:
            fittings.lantern(fabric, front, bay * int(rng.integers(1, house.bays)))
        if house.shop:
            signs.append(
                (
                    plot,
                    plot.wide_m / 2,
                    house.ground_m - 0.66,
                    2.4,
                    "CAFÉ" if k == cafe else _NAMES[(k * 3 + (side > 0)) % len(_NAMES)],
                )
            )
            if middles[k] < 45.0:
                fittings.hanging_sign(fabric, front, 0.5 if side > 0 else plot.wide_m - 0.5, k)
        if k == cafe:
            fittings.terrace(fabric, lane, plot, 0.5, plot.wide_m - 0.5)
        if k == benched:
            seat = _bench(fabric, lane, plot, bay)
        elif not house.shop and rng.random() < 0.35 and near and season != "winter":
            blossom: Color | None = (
                (0.62, 0.10, 0.16) if rng.random() < 0.6 and season in ("spring", "summer") else None
            )
            corner = float(rng.choice((0.35, plot.wide_m - 0.35)))
            green.append(
                fittings.climber(fabric, plot, corner, 2.0, float(rng.uniform(3.4, 5.0)), _LEAVES[season], blossom)
            )
        if season == "winter":
            _drift(fabric, plot)
    return seat


def _bench(fabric: Fabric, lane: Lane, plot: Plot, bay: float) -> Mark:
    """A bench before the wall, and the mark on it."""
    u = bay
    x, y, _ = plot.place(u, 0.34, 0.0)
    z = float(lane.height(np.array(x), np.array(y)))
    fittings.bench(fabric, plot._replace(z=z), u)
    return Mark(
        position=(x, y, z), view_yaw_rad=0.85, kind="seat", back_m=5.2, seat_m=fittings.SEAT_M,
        facing_yaw_rad=-math.pi / 2 - 0.25, radius_m=0.6,
    )  # fmt: skip


def _drift(fabric: Fabric, plot: Plot) -> None:
    """Snow heaped along the foot of a wall."""
    u = np.linspace(0.0, plot.wide_m, 24)
    heap = 0.26 + 0.22 * fabric.rng.random(24)
    heap = np.convolve(np.pad(heap, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    heap *= np.clip(np.sin(math.pi * np.linspace(0.0, 1.0, 24)) * 4.0, 0.05, 1.0) * 0.75
    rows = [
        np.column_stack([u, reach * heap / 0.36, z * heap / 0.36])
        for reach, z in ((0.0, 0.36), (0.16, 0.33), (0.38, 0.17), (0.62, 0.02), (0.75, -0.15))
    ]
    fabric.put(plot, "snow", shapes.rings(np.array(rows), around=False, caps=False), SNOW)


def _ground(lane: Lane, params: Params) -> Node:
    """The cobbles from wall to wall; attribute `aside` is 0 in the middle of the street and 1 at its walls."""
    y = np.arange(-32.0, 96.0, 0.5)
    across = np.linspace(-1.0, 1.0, 41) * (lane.half_m + 0.7)
    x = lane.middle(y)[:, None] + across[None]
    made = shapes.grid(x, y, lane.height(x, np.repeat(y[:, None], len(across), axis=1)))
    trodden = 0.10 * noise.fractal(made.points[:, 0] * 0.6, made.points[:, 1] * 0.25, 3, seed=params.seed)
    aside = np.abs(made.points[:, 0] - lane.middle(made.points[:, 1])) / lane.half_m
    return _planting.node(
        "ground", made.with_data("aside", np.clip(aside + trodden, 0.0, 1.2)), "road_cobbles", smooth=True
    )
