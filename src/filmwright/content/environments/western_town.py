"""The main street of a gold-rush town: wooden houses with false fronts and painted names, boardwalks under porches, hitching rails and
troughs, wheel ruts in the dust, a covered wagon, a white church at its end, tents on dry golden hills. After dark oil lanterns shine."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _passers, _patterns, _planting
from filmwright.content.environments._broadleaf import OAK
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._street.crowd import Lie
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Plot
from filmwright.content.environments._western import houses, surfaces, things
from filmwright.content.environments._western.houses import DECK_M, LAMP, WALK_M, House
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Lamp, Native, Node, Pose, Transport
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("western town",)
EXAMPLE = "A man in a brown hat walks down the street of a western town"
TIMES = ("afternoon", "golden_hour", "morning", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "signs", "windows", "doorway", "roof", "lanterns", "dust", "horizon", "trees", "mountains", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
REGIONS = ("california",)

VIEW_YAW_RAD = -0.02
MARK = (-0.4, 8.0)
STREET_M = 6.6  # from the middle of the street to the boardwalks
START_M, END_M = -24.0, 92.0
_REACH_M = 4600.0
_NAMES = (
    "SALOON", "GENERAL STORE", "HOTEL", "ASSAY OFFICE", "BANK", "BARBER", "GOLD BOUGHT", "SHERIFF", "LIVERY", "BLACKSMITH", "DRY GOODS",
    "POST OFFICE", "BAKERY", "HARDWARE", "LAND OFFICE", "SADDLERY", "DANCE HALL", "MINERS SUPPLY", "UNDERTAKER", "STAGE LINE",
)  # fmt: skip
_TALL = ("SALOON", "HOTEL", "DANCE HALL", "BANK")

_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.30, 0.22), "morning": (2.5, 0.62), "noon": (-2.5, 1.0), "afternoon": (-2.45, 0.62), "golden_hour": (-0.22, 0.25),
    "dusk": (-0.2, 0.2), "blue_hour": (-0.6, 0.5), "night": (0.9, 0.7),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 up the street, clockwise; elevation); chosen by eye."""
_GLOW = {"dawn": 0.4, "golden_hour": 0.1, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much lanterns and windows shine; chosen."""
_OAKS: Color = (0.055, 0.075, 0.022)


class Params(NamedTuple):
    """One town: its houses, its hour."""

    seed: int = 7
    time: str = "afternoon"
    clouds: float = 0.42
    wind: float = 0.12


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A town for a shot."""
    wind = {"still": 0.02, "breeze": 0.12, "strong": 0.34}.get(shot.weather.wind or "breeze", 0.12)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.34, 0.5)), wind)


class Land(NamedTuple):
    """The lie of the land: a level street, dry hills on both sides and at its end."""

    seed: int

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        beyond = np.hypot(np.clip(np.abs(x) - 24.0, 0, None), np.clip(y - 105.0, 0, None))
        street = 0.028 * noise.fractal(x / 2.4, y / 5.0, 3, seed=self.seed + 3)
        rolling = (
            (noise.fractal(x / 150.0 + 4, y / 150.0, 5, seed=self.seed + 1) + 0.35)
            * 34.0
            * ease((beyond - 8.0) / 190.0)
        )
        near = 7.0 * ease((beyond - 2.0) / 60.0) * (0.6 + noise.fractal(x / 40.0, y / 40.0, 3, seed=self.seed + 2))
        far = (
            (noise.fractal(x / 900.0 + 2, y / 900.0, 7, ridged=True, seed=self.seed + 5))
            * 520.0
            * ease((beyond - 700.0) / 1500.0)
        )
        return np.asarray(street + rolling + near + far)


def build(params: Params) -> Setting:
    """The town as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 433])
    land, glow = Land(params.seed), _GLOW.get(params.time, 0.0)
    fabric = Fabric(rng, snow=False)
    names = [str(n) for n in rng.permutation(_NAMES[1:])]
    signs: list[tuple[Plot, House, float, float]] = []
    lights: list[tuple[float, float, float]] = []
    for side in (-1, 1):
        _row(fabric, side, names, signs, lights)
    masonry = fabric.masonry
    _street_things(fabric)
    things.wagon(masonry, (4.5, 20.5, 0.0), math.pi - 0.12)
    things.church(masonry, (-5.0, END_M + 14.0, 0.3), -0.08)
    things.water_tower(masonry, (13.5, END_M + 2.0, 0.0))
    nodes: list[Node] = [_ground(land, params)]
    for name, part in masonry.gathered().items():
        round_ = name in ("log", "iron", "canvas", "cloth", "lantern")
        nodes.append(
            _planting.node(
                f"town {name}", part, name, smooth=round_, sharp_rad=0.5 if round_ else None,
                hidden_from=("shadow",) if name == "lantern" else (),
            )
        )  # fmt: skip
    nodes += _lettering(signs)
    nodes += [*_tents(land, rng), *_trees(land, params, rng), *_growth(land, params, rng), *_lamps(lights, glow)]
    idlers = [
        (s * (STREET_M + 1.5), y, s * math.pi / 2)
        for s, y in ((-1, 13.5), (1, 17.0), (-1, 15.0), (1, 30.5), (-1, 36.0), (1, 8.0))
    ]
    nodes += _passers.still(_passers.standers(rng, _passers.FRONTIER, idlers), _lie(land))
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=surfaces.materials(glow) | _passers.materials(),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(land),),
        obstacles=np.array(fabric.obstacles),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.14 if glow > 0.5 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.5,
        view_fall_rad=0.35,
        move_limits_m=(2.5, 7.0, 5.0),
        outdoors=outdoors,
        moving=partial(_passing, params.seed),
    )


def _lie(land: Land) -> Lie:
    def floor(x: F64, y: F64) -> F64:
        return np.where(np.abs(x) > STREET_M, DECK_M, land.height(x, y))

    return Lie(np.zeros_like, floor)


def _passing(seed: int, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The people on the boardwalks and in the street at times (F,)."""
    rng = np.random.default_rng([seed, 434])
    walk = STREET_M + 1.0
    who = _passers.people(
        rng, _passers.FRONTIER, (-walk, -3.1, walk, 2.2, walk, -walk, -2.4), 9, MARK[1], 4.2, planned_s
    )
    return _passers.moving(who, _lie(Land(seed)), times_s)


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the town at a time of day, dusty. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["afternoon"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.6, "dawn": 0.8, "dusk": 0.7, "night": 0.4, "blue_hour": 0.35}.get(time, 0.6)
    found = _open_sky.outdoors(
        time, azimuth_rad, 900.0 if low else 1500.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the saloon's windows and the lanterns find the hero."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("windows", 1.0, 0.25, 5.0, 2.0, 90.0 * glow, LAMP),
        HeroLamp("lantern", -2.3, 0.6, 5.0, 1.0, 260.0 * glow, LAMP),
    )


def _mark(land: Land) -> Mark:
    """In the middle of the street, on a way towards the camera between the ruts."""
    y = np.arange(40.0, -14.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(land.height, *MARK)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.15 * math.sin(float(b) / 9.0 - MARK[1] / 9.0), float(b)) for b in y),
        back_m=19.0,
        radius_m=3.6,
        lane=True,
    )


def _row(
    fabric: Fabric, side: int, names: list[str], signs: list[tuple[Plot, House, float, float]], lights: list[tuple[float, float, float]]
) -> None:  # fmt: skip
    """The houses of one side, with gaps here and there; the saloon is the third on the left."""
    rng = fabric.rng
    at = START_M + 2.0 * (side > 0)
    count = 0
    while at < END_M - 6.0:
        name = "SALOON" if side < 0 and count == 4 else names.pop() if names else ""
        tall = name in _TALL or rng.random() < 0.15
        wide = float(rng.uniform(8.6, 10.6)) if tall else float(rng.uniform(5.8, 8.0))
        x = side * (STREET_M + WALK_M + float(rng.uniform(0.0, 0.25)))
        plot = Plot(x, at if side > 0 else at + wide, 0.0, side * math.pi / 2, wide)
        house = houses.choose(rng, name, 2 if tall else 1)
        if name == "SALOON":
            house = house._replace(wall=(0.33, 0.12, 0.075), trim=(0.56, 0.52, 0.42), front="stepped", porch="balcony")
        u, z = houses.build(fabric, plot, house)
        if name:
            signs.append((plot, house, u, z))
        for du in (0.12 * wide, 0.88 * wide):
            lights.append(things.wall_lantern(fabric.masonry, plot.place(du, WALK_M - 0.5, 2.55)))
        _on_the_walk(fabric, plot)
        at += wide + (float(rng.uniform(1.2, 2.6)) if rng.random() < 0.45 else 0.12)
        count += 1


def _on_the_walk(fabric: Fabric, plot: Plot) -> None:
    """Barrels, boxes and sacks at the walls; a bench."""
    rng, masonry = fabric.rng, fabric.masonry
    for end in (0.55, plot.wide_m - 0.55):
        kind = int(rng.integers(5))
        x, y, z = plot.place(end, 0.5, DECK_M)
        if kind < 2:
            things.barrel(masonry, (x, y, z), float(rng.uniform(0.85, 1.05)))
            if kind == 0:
                things.barrel(masonry, plot.place(end + 0.45 * (1 if end < 1 else -1), 0.85, DECK_M), 0.8)
        elif kind == 2:
            things.box_of_planks(masonry, (x, y, z), 0.85, plot.yaw_rad + float(rng.normal(0, 0.12)))
            things.sack(masonry, (x, y, z + 0.53), plot.yaw_rad + float(rng.normal(0, 0.4)))
        elif kind == 3:
            for k in range(3):
                things.sack(
                    masonry,
                    plot.place(end, 0.4 + 0.12 * (k == 2), DECK_M + 0.21 * k),
                    plot.yaw_rad + float(rng.normal(0, 0.2)),
                )
        else:
            for w, z1 in ((0.28, 0.44), (0.42, 0.44), (0.14, 0.62)):
                fabric.box(
                    plot,
                    "planks",
                    (end - 0.75, w - 0.06, DECK_M + z1),
                    (end + 0.75, w + 0.06, DECK_M + z1 + 0.035),
                    (0.24, 0.175, 0.12),
                )
            for u in (end - 0.6, end + 0.6):
                fabric.box(plot, "planks", (u - 0.03, 0.14, DECK_M), (u + 0.03, 0.46, DECK_M + 0.44), (0.2, 0.145, 0.1))
    for w in np.arange(0.5, WALK_M + 0.3, 0.8):
        for u in np.arange(0.6, plot.wide_m, 1.2):
            x, y, _ = plot.place(float(u), float(w), 0.0)
            fabric.obstacles.append((x, y, 0.6))


def _street_things(fabric: Fabric) -> None:
    """Hitching rails and troughs along both boardwalks."""
    masonry, rng = fabric.masonry, fabric.rng
    for side in (-1, 1):
        for k, y in enumerate(np.arange(-14.0 + 4.0 * (side > 0), 78.0, 9.5)):
            x = side * (STREET_M - 0.75)
            things.hitching_rail(masonry, (x, float(y), 0.0), math.pi / 2 + float(rng.normal(0, 0.02)))
            fabric.obstacles += [(x, float(y) + d, 0.3) for d in (-1.6, 0.0, 1.6)]
            if k % 2:
                things.trough(masonry, (x + side * 0.1, float(y) + 3.3, 0.0), math.pi / 2)
                fabric.obstacles.append((x, float(y) + 3.3, 0.9))
    for k, (x, y) in enumerate(((5.2, 11.2), (-5.4, 26.5), (5.6, 34.0))):
        things.box_of_planks(masonry, (x, y, 0.0), 1.0, 0.3 + k)
        things.barrel(masonry, (x + 0.75, y + 0.5, 0.0))
        fabric.obstacles.append((x, y, 0.9))
    fabric.obstacles += [(4.5, y, 1.2) for y in (17.0, 19.0, 21.0)]


def _lettering(signs: list[tuple[Plot, House, float, float]]) -> list[Node]:
    """The names on the fronts, dark on pale boards and pale on dark ones."""
    nodes: list[Node] = []
    for material in ("dark letters", "pale letters"):
        chosen = [s for s in signs if (sum(houses.board_of(s[1])) > 0.6) == (material == "dark letters")]
        if chosen:
            arrays = {
                "center": np.array([plot.place(u, 0.058, z) for plot, _, u, z in chosen]),
                "right": np.array([(-math.cos(p.yaw_rad), -math.sin(p.yaw_rad), 0.0) for p, *_ in chosen]),
                "up": np.tile([0.0, 0.0, 1.0], (len(chosen), 1)),
                "size_m": np.full(len(chosen), 0.62),
                "limit_m": np.array([min(p.wide_m - 1.0, 0.66 * len(h.name) + 0.7) for p, h, *_ in chosen]),
                "vertical": np.zeros(len(chosen)),
            }
            words = [house.name for _, house, *_ in chosen]
            nodes.append(
                Native(
                    name=material,
                    kind="text",
                    params={"bodies": words, "style": "fill"},
                    arrays=arrays,
                    materials=(material,),
                )
            )
    return nodes


def _ground(land: Land, params: Params) -> Node:
    made = _country.sheet(land.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.012)
    x, y = made.points[:, 0], made.points[:, 1]
    patch = np.clip(0.5 + 1.2 * noise.fractal(x / 30.0, y / 30.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    grass = np.array([0.30, 0.215, 0.085]) + (np.array([0.40, 0.30, 0.13]) - np.array([0.30, 0.215, 0.085])) * patch
    high = ease((made.points[:, 2] - 120.0) / 160.0)[:, None]
    grass = grass + (np.array([0.16, 0.15, 0.12]) - grass) * high
    town = 1 - ease((np.hypot(np.clip(np.abs(x) - 17.0, 0, None), np.clip(y - 100.0, 0, None)) - 1.0) / 9.0)
    made = made.with_data("tint", grass).with_data("town", town)
    return _planting.node("ground", made.with_data("road", 1 - ease((np.abs(x) - 5.2) / 1.6)), "dirt", smooth=True)


def _tents(land: Land, rng: np.random.Generator) -> list[Node]:
    """The miners' tents on the slopes, and a few between the last houses."""
    n = 90
    x = rng.choice((-1.0, 1.0), n) * rng.uniform(22.0, 120.0, n)
    y = rng.uniform(70.0, 260.0, n)
    keep = (np.abs(x) > 20.0 + 0.1 * (y - 70.0)) & (noise.fractal(x / 40.0, y / 40.0, 2, seed=land.seed + 8) > -0.1)
    x, y = x[keep], y[keep]
    spots = np.array([(-22.0, 96.0), (18.5, 118.0), (-13.0, 122.0), (9.0, 128.0), (24.0, 110.0)])
    x, y = np.concatenate([x, spots[:, 0]]), np.concatenate([y, spots[:, 1]])
    made = [_planting.node(f"tent_{k}", things.tent(k), "canvas", smooth=False, visible=False) for k in range(3)]
    points = np.column_stack([x, y, land.height(x, y) - 0.05])
    return _planting.scattered(
        "tents", made, points, rng.uniform(0.9, 1.25, len(x)), rng, tilt_rad=0.02, yaw_rad=rng.normal(0.3, 0.7, len(x))
    )


def _trees(land: Land, params: Params, rng: np.random.Generator) -> list[Node]:
    """Oaks, single and in groves, on the hills."""
    n = 5200
    r = 70.0 + 1500.0 * rng.random(n) ** 1.4
    turn = VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, n)
    x, y = -r * np.sin(turn), r * np.cos(turn)
    grove = noise.fractal(x / 120.0, y / 120.0, 3, seed=params.seed + 9)
    keep = rng.random(n) < np.clip((grove + 0.02) * 2.6, 0.02, 0.55)
    keep &= (np.abs(x) > 27.0) | (y > END_M + 46.0)
    x, y = x[keep], y[keep]
    points = np.column_stack([x, y, land.height(x, y) - 0.2])
    habit = OAK._replace(height_m=10.0, clumps=26, clump=0.15)

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=_OAKS)  # type: ignore[arg-type]

    eyes = Corridor(MARK, VIEW_YAW_RAD, back_m=18.0).eyes(4)
    grades = (_planting.Grade("mid", 90.0, 2), _planting.Grade("far", 1e9, 3))
    scales = 0.7 + 0.5 * rng.random(len(x))
    return _planting.graded(
        "oak", make, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng, grades=grades
    )


def _growth(land: Land, params: Params, rng: np.random.Generator) -> list[Node]:
    """Dry grass along the boardwalks and between the houses."""

    def keep(x: F64, y: F64) -> F64:
        edge = np.exp(-(((np.abs(x) - STREET_M + 0.12) / 0.22) ** 2))
        wild = np.clip(noise.fractal(x / 3.0, y / 3.0, 2, seed=params.seed + 6) * 4.0, 0, 1)
        outside = np.clip((np.abs(x) - STREET_M - WALK_M - houses.DEPTH_M - 2.0) / 3.0, 0, 1)
        return np.asarray(np.clip(edge * wild * 0.9 + outside, 0, 1) * (np.abs(x) > 5.6))

    dry = _grasses.Blades(
        height_m=0.30, wind=params.wind, wild=0.6, color=(0.24, 0.18, 0.07), tip=(0.50, 0.38, 0.17), ears=0.2
    )
    belts = (_grasses.Belt(0.0, 20.0, 3.0, 40, 0.006, 0.3), _grasses.Belt(20.0, 60.0, 0.8, 40, 0.016, 0.6))
    eyes = Corridor(MARK, VIEW_YAW_RAD, back_m=18.0).eyes(4)
    return _grasses.strewn("dry grass", dry, eyes, VIEW_YAW_RAD, land.height, keep, rng, belts=belts)


def _lamps(lights: list[tuple[float, float, float]], glow: float) -> list[Node]:
    """The light of the lanterns nearest to where one looks, after dark."""
    if glow <= 0.2:
        return []
    nearest = sorted(lights, key=lambda at: abs(at[1] - MARK[1] - 6.0))[:9]
    return [
        Lamp(
            name=f"lantern light {k}",
            kind="point",
            power_w=130.0 * glow,
            color=LAMP,
            size_m=(0.14, 0.14),
            pose=Pose(location=at),
        )
        for k, at in enumerate(nearest)
    ]
