"""An open-air market on the square of an old town: two rows of stalls under striped cloths, crates heaped with fruit and vegetables,
flowers, bread and spices, strings of bulbs over the lane between them, tall houses behind, a church tower at the end. In the Orient it
is a souk: ochre walls, carpets, mats over the lane, brass lanterns, a minaret."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _passers, _patterns, _planting
from filmwright.content.environments._market import souk, stalls
from filmwright.content.environments._market.stalls import DEEP_M, LIGHT, Spread, Stall, Trade
from filmwright.content.environments._street.crowd import Lie
from filmwright.content.environments._town import fittings, houses, surfaces
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Lane, Plot
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("market",)
EXAMPLE = "A woman in a white dress walks through a market in the morning"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog", "snowfall")
FEATURES = (
    "cobblestones", "string_lights", "lanterns", "windows", "signs", "tables", "roof", "floor", "shadows", "moving_clouds", "doorway",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("town_square", "plaza")
"""Places it is as well: nothing is missing when one of them is asked for."""
ALSO_AT_NIGHT = ("night_market",)
ALSO_IN_SNOW = ("christmas_market",)
LANDMARKS = ("market_stall", "kiosk", "food_cart")

REGIONS = ("marrakech", "morocco", "egypt", "cairo", "istanbul", "dubai")

Season = Literal["summer", "winter"]
VIEW_YAW_RAD = 0.0
MARK = (-0.15, 7.0)
FRONT_M = 2.15  # from the middle of the lane to the counters
SQUARE_M = 8.4  # and to the houses
START_M, END_M = -17.0, 58.0
_STALL_M = 3.3  # from one stall to the next

_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.06, 0.27), "morning": (2.75, 0.66), "noon": (-2.7, 0.95), "afternoon": (-2.9, 0.62), "golden_hour": (0.08, 0.31),
    "dusk": (0.06, 0.24), "blue_hour": (0.8, 0.6), "night": (0.9, 0.6),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 up the lane, clockwise; elevation): along the lane, for it to reach between the stalls. By eye."""
_GLOW = {"dawn": 0.5, "golden_hour": 0.25, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much bulbs, windows and lanterns shine; chosen."""
_TRADES: tuple[Trade, ...] = ("fruit", "greens", "flowers", "bread", "spices")
_LEAF: Color = (0.062, 0.125, 0.022)


class Params(NamedTuple):
    """One market: its stalls, its hour, its season."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    clouds: float = 0.5
    souk: bool = False


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A market for a shot."""
    winter = shot.place.season == "winter" or shot.place.ground == "snow" or shot.weather.kind == "snowfall"
    souk_ = shot.place.region in REGIONS
    season: Season = "winter" if winter and not souk_ else "summer"
    clouds = float(rng.uniform(0.45, 0.58))
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, 0.4 * clouds if souk_ else clouds, souk_)


def build(params: Params) -> Setting:
    """The market as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 431])
    lane = Lane(half_m=SQUARE_M, bend=0.0, rise=0.0)
    winter, glow = params.season == "winter", _GLOW.get(params.time, 0.0)
    fabric, spread = Fabric(rng, snow=winter), Spread()
    hung: list[tuple[float, float, float]] = []
    sellers: list[tuple[float, float, float]] = []
    for side in (-1, 1):
        _houses(fabric, lane, side, souk_=params.souk)
        for stall in _row(rng, lane, side, souk_=params.souk):
            stalls.build(fabric, spread, stall)
            x, y, _ = stall.plot.place(stall.plot.wide_m * float(rng.uniform(0.3, 0.7)), 0.55, 0.0)
            if rng.random() < 0.7 and -6.0 < y < 34.0:
                sellers.append((x, y, side * math.pi / 2))
    if params.souk:
        hung = souk.shades(fabric, np.arange(-12.0, 44.0, _STALL_M), FRONT_M + DEEP_M + 0.4, 4.1)
        souk.minaret(fabric, (5.5, END_M + 26.0, 0.0))
    else:
        stalls.strings(fabric, np.arange(-9.0, 44.0, 2 * _STALL_M), FRONT_M + 0.9, 3.35)
        fittings.church(fabric, (4.2, END_M + 22.0, 0.0), math.pi + 0.1)
    nodes: list[Node] = [_ground(lane, params)]
    for name, part in fabric.masonry.gathered().items():
        foot = lane.height(part.points[:, 0], part.points[:, 1])
        round_ = name in ("iron", "snow", "lantern", "cloth")
        nodes.append(
            _planting.node(
                f"market {name}", part.with_data("foot", foot), name, smooth=round_, sharp_rad=0.6 if round_ else None,
                hidden_from=("shadow",) if name == "lantern" else (),
            )
        )  # fmt: skip
    nodes += stalls.wares(spread, rng)
    nodes += stalls.prices(spread)
    nodes += fittings.plants(fabric, rng)
    nodes.append(fittings.hills(rng, snow=winter, leaf=_LEAF))
    if params.souk:
        nodes += souk.palms(
            np.array([(-4.5, END_M + 5.0), (-6.5, END_M + 14.0), (2.0, END_M + 9.0), (7.5, END_M + 3.0)]),
            params.seed,
            rng,
        )
    nodes += fittings.lamps(fabric, glow, MARK[1], 4)
    nodes += _bulbs([*spread.bulbs, *hung], glow)
    dress = _passers.ORIENT if params.souk else _passers.SUMMER
    nodes += _passers.still(_passers.standers(rng, dress, sellers), _lie(lane))
    outdoors = sky_of(params.time, params.clouds, snow=winter)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=surfaces.materials(glow, snow=winter, leaf=_LEAF)
        | _passers.materials()
        | _materials(params.souk, glow),
        world=light.world,
        ground=partial(Lane.height, lane),
        marks=(_mark(lane),),
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
        f_stop=4.0,
        lens_mm=32.0,
        camera_height_m=1.5,
        view_fall_rad=0.25,
        move_limits_m=(1.2, 7.0, 4.0),
        outdoors=outdoors,
        moving=partial(_passing, params.seed, params.souk),
    )


def _lie(lane: Lane) -> Lie:
    return Lie(lane.middle, lane.height)


def _passing(seed: int, souk_: bool, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The people in the lane at times (F,)."""
    rng = np.random.default_rng([seed, 432])
    dress = _passers.ORIENT if souk_ else _passers.SUMMER
    who = _passers.people(rng, dress, (-1.3, 1.2, -0.5, 1.45, 0.4, -1.5), 9, MARK[1], 2.3, planned_s)
    return _passers.moving(who, _lie(Lane(half_m=SQUARE_M, bend=0.0, rise=0.0)), times_s)


def sky_of(time: str, clouds: float, *, snow: bool = False) -> Outdoors:
    """The clear daylight over the market at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.7, "dawn": 0.9, "dusk": 0.7, "night": 0.35, "blue_hour": 0.35}.get(time, 1.0)
    found = _open_sky.outdoors(
        time, azimuth_rad, 800.0 if low else 900.0, VIEW_YAW_RAD, clouds=clouds, stops=stops - 0.45 * snow, disc=low
    )
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the bulbs of the stalls find the hero: warm, from both sides and from above."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("stalls", 1.0, 0.3, 4.0, 1.6, 110.0 * glow, LIGHT),
        HeroLamp("bulbs", -2.3, 0.7, 4.0, 1.0, 220.0 * glow, LIGHT),
    )


def _mark(lane: Lane) -> Mark:
    """In the lane between the stalls, in the middle of a way towards the camera."""
    y = np.arange(34.0, -12.0, -1.0)
    return Mark(
        position=(*MARK, float(lane.height(np.array(MARK[0]), np.array(MARK[1])))),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y),
        back_m=14.0,
        radius_m=1.4,
    )


def _row(rng: np.random.Generator, lane: Lane, side: int, *, souk_: bool) -> list[Stall]:
    """The stalls of one side; about half sell fruit and vegetables."""
    made = []
    shares = (0.24, 0.16, 0.06, 0.12, 0.42) if souk_ else (0.34, 0.32, 0.12, 0.11, 0.11)
    shift = 0.9 * side
    last: Trade | None = None
    last_cloth = -1
    for start in np.arange(START_M + 3.0 + shift, END_M - 12.0, _STALL_M):
        wide = _STALL_M - float(rng.uniform(0.22, 0.5))
        trade = _TRADES[int(rng.choice(5, p=shares))]
        if trade == last and trade not in ("fruit", "greens") and not souk_:
            trade = "fruit"
        cloth = int(rng.choice((4, 5, 7))) if souk_ else int(rng.integers(8))
        cloth = (cloth + 1) % 8 if cloth == last_cloth and not souk_ else cloth
        last, last_cloth = trade, cloth
        x = side * (FRONT_M + DEEP_M + float(rng.uniform(0.0, 0.14)))
        first = float(start) if side > 0 else float(start) + wide
        z = float(lane.height(np.array(x), np.array(start)))
        plot = Plot(x, first, z, side * math.pi / 2, wide)
        made.append(Stall(plot, trade, cloth, bool(rng.random() < 0.22) and not souk_, bool(-8.0 < start < 24.0)))
    return made


def _houses(fabric: Fabric, lane: Lane, side: int, *, souk_: bool) -> None:
    """The houses of one side, wall to wall."""
    rng = fabric.rng
    widths = rng.uniform(5.6, 8.6, 40)
    ends = START_M + np.cumsum(widths)
    widths = widths[: int(np.searchsorted(ends, END_M)) + 1]
    before = None
    for plot in lane.plots(side, START_M, widths, rng.uniform(0.0, 0.2, len(widths))):
        if souk_:
            souk.house(fabric, plot)
            continue
        house = houses.choose(rng, before, plot.wide_m)
        house = house._replace(storeys=int(rng.choice((2, 2, 3))))
        before = house
        houses.build(fabric, plot, house, near=False)
        if rng.random() < 0.6:
            fittings.lantern(fabric, plot, plot.wide_m / 2)


def _bulbs(spots: list[tuple[float, float, float]], glow: float) -> list[Node]:
    """The light of the stalls nearest to where one looks, after dark."""
    if glow <= 0.2:
        return []
    nearest = sorted(spots, key=lambda at: abs(at[1] - MARK[1] - 3.0))[:10]
    return [
        Lamp(
            name=f"stall light {k}",
            kind="point",
            power_w=55.0 * glow,
            color=LIGHT,
            size_m=(0.12, 0.12),
            pose=Pose(location=at),
        )
        for k, at in enumerate(nearest)
    ]


def _ground(lane: Lane, params: Params) -> Node:
    """The cobbles from wall to wall; attribute `aside` is 0 in the middle of the lane and 1 at the houses."""
    y = np.arange(-36.0, END_M + 30.0, 0.5)
    across = np.linspace(-1.0, 1.0, 61) * (lane.half_m + 0.7)
    made = shapes.grid(across, y, lane.height(across[None], y[:, None]))
    trodden = 0.10 * noise.fractal(made.points[:, 0] * 0.6, made.points[:, 1] * 0.25, 3, seed=params.seed)
    aside = np.abs(made.points[:, 0]) / (FRONT_M + 0.6)
    return _planting.node(
        "ground", made.with_data("aside", np.clip(aside + trodden, 0.0, 1.2)), "road_cobbles", smooth=True
    )


def _materials(souk_: bool, glow: float) -> dict[str, Material]:
    tint = attribute("tint")
    grain = op(
        "x",
        _patterns.repeated(
            "turf", op("combine", (op("x", coords()) + op("y", coords())) * 2.2, op("z", coords()) * 9.0, 0.0)
        ),
    )
    fleck = remap(
        op("y", _patterns.repeated("turf", op("combine", op("x", coords()) * 4.0, op("y", coords()) * 4.0, 0.0))),
        0.2,
        0.8,
        0.82,
        1.16,
    )
    wood = remap(grain, 0.2, 0.8, 0.62, 1.3)
    bounced = 0.16 * (1.0 - glow)  # light that comes under the cloths by more bounces than are traced; by eye
    sand = _patterns.laid("turf", 3.1)
    dusty = cmul(
        (0.36, 0.235, 0.145),
        op("combine", *(remap(op("x", sand) * 0.5 + op("y", sand) * 0.5, 0.2, 0.8, 0.72, 1.2),) * 3),
    )
    trodden = {
        "road_cobbles": Material(
            color=dusty, roughness=0.9, specular=0.05, bumps=(Bump(height=op("z", sand), strength=0.5, distance_m=0.03),),
            preview=(0.36, 0.24, 0.15),
        )
    }  # fmt: skip
    return (trodden if souk_ else {}) | {
        "goods": Material(
            color=cmul(tint, op("combine", fleck, fleck, fleck)), roughness=0.34, specular=0.45, preview=(0.5, 0.25, 0.05),
            emission=tint, emission_strength=bounced,
        ),
        "flowers": Material(
            color=tint, translucent=0.25, roughness=0.8, specular=0.1, emission=tint, emission_strength=bounced, preview=(0.5, 0.2, 0.2)
        ),
        "timber": Material(
            color=cmul(tint, op("combine", wood, wood, wood)), roughness=0.85, specular=0.1,
            bumps=(Bump(height=grain, strength=0.3, distance_m=0.004),), preview=(0.3, 0.2, 0.11),
        ),
        "chalk": Material(color=(0.72, 0.70, 0.66), roughness=0.9, specular=0.0),
        "ink": Material(color=(0.03, 0.03, 0.035), roughness=0.9, specular=0.0),
    }  # fmt: skip
