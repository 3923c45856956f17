"""A campsite in a clearing among firs: dome tents that glow from within after dark, a fire with logs round it, a lake beyond."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _alps,
    _country,
    _grasses,
    _ground_cover,
    _open_sky,
    _patterns,
    _planting,
    _props,
    _water,
)
from filmwright.content.environments._alps import SNOW, Range
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._camp import things
from filmwright.content.environments._camp.things import CHAIR_M, LOG_M, Dome
from filmwright.content.environments._country import Season, ease, season_of
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._room.plan import Piece
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Expr, Material, attribute, cmul, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("campsite",)
EXAMPLE = "A woman in a green jacket sits at a campsite at night"
TIMES = ("dusk", "night", "blue_hour", "golden_hour", "dawn", "morning", "noon", "afternoon")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "pines", "trees", "tall_grass", "string_lights", "water", "reflections", "mountains", "rocks", "horizon", "moving_clouds",
    "floor", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.03
MARK = (1.5, 4.2)
FIRE = (-1.35, 6.2)
_WATER_Z = -1.15
_SHORE_Y = 34.0
_REACH_M = 4300.0
_TENTS: tuple[tuple[float, float, float, float], ...] = (
    (-6.6, 10.4, 2.45, 1.0), (4.9, 13.6, 3.45, 1.12), (-2.4, 18.5, 2.9, 0.95), (10.8, 20.5, 3.9, 1.0),
)  # fmt: skip
"""x, y, the way its door faces, how large it is."""
_FLIES: tuple[Color, ...] = (
    (0.66, 0.22, 0.015),
    (0.10, 0.26, 0.30),
    (0.55, 0.42, 0.08),
    (0.42, 0.06, 0.04),
    (0.12, 0.24, 0.08),
)
_LIT = {"dusk": 0.55, "blue_hour": 0.9, "night": 1.0, "dawn": 0.5, "golden_hour": 0.18}
"""How much the lanterns in the tents and the bulbs show at an hour; chosen."""

# Where the sun stands (0 straight ahead, clockwise) and how far one sees: over the lake, where no trees keep it out. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.35, 1500.0),
    "morning": (0.55, 3600.0),
    "noon": (-0.7, 4600.0),
    "afternoon": (-0.5, 4200.0),
    "golden_hour": (-0.42, 2600.0),
    "dusk": (-0.25, 3000.0),
    "blue_hour": (-0.4, 3000.0),
    "night": (0.6, 3600.0),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.075, 0.15, 0.025), (0.15, 0.22, 0.05)),
    "summer": ((0.070, 0.115, 0.025), (0.19, 0.18, 0.06)),
    "autumn": ((0.17, 0.125, 0.045), (0.36, 0.25, 0.09)),
    "winter": ((0.30, 0.22, 0.12), (0.42, 0.31, 0.17)),
}


class Ground(NamedTuple):
    """The lie of the land: a level clearing, a lake before wooded hills if there is one, mountains far off."""

    seed: int
    lake: bool
    peaks: Range

    def beyond(self, x: F64, y: F64) -> F64:
        """Metres from the lake's shore, negative on the water."""
        near = (
            _SHORE_Y
            + 3.5 * np.sin(x / 17.0 + self.seed)
            + noise.fractal(x / 11.0, y / 11.0, 3, seed=self.seed + 6) * 3.0
            - y
        )
        across = y - 360.0 - noise.fractal(x / 80.0, y / 80.0, 4, seed=self.seed + 5) * 120.0 - 0.0009 * x * x
        side = np.abs(x + 0.1 * y) - 190.0 - 0.2 * y - noise.fractal(x / 60.0, y / 60.0, 4, seed=self.seed + 7) * 90.0
        out = np.maximum(np.maximum(near, across), side)
        return np.asarray(out if self.lake else np.full(np.broadcast_shapes(np.shape(x), np.shape(y)), 40.0) + 0 * out)

    def trodden(self, x: F64, y: F64) -> F64:
        """0..1: bare earth round the fire, before the tents and on the path to the water."""
        away = np.hypot(x - FIRE[0], y - FIRE[1])
        fire = 1 - ease((away - 1.5) / 1.6)
        path = np.exp(-(((x - self.path_x(y)) / 0.55) ** 4)) * (y < 40)
        doors = sum(
            np.exp(-(((x - tx + 1.9 * math.sin(yaw)) ** 2 + (y - ty - 1.9 * math.cos(yaw)) ** 2) / 1.1))
            for tx, ty, yaw, _ in _TENTS
        )
        ragged = 0.5 + 1.1 * noise.fractal(x / 1.7, y / 1.7, 3, seed=self.seed + 8)
        return np.asarray(np.clip(np.maximum(fire, np.maximum(0.75 * path, 0.6 * doors)) * (0.45 + ragged), 0, 1))

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(MARK[0] - 0.02 * (y - MARK[1]) + 0.7 * np.sin((y - MARK[1]) * 0.11))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        out = self.beyond(x, y)
        r = np.hypot(x, y)
        rolling = noise.fractal(x * 0.03 + 2, y * 0.03, 4, seed=self.seed + 1) * 1.1 * ease((r - 7.0) / 22.0)
        bumps = noise.fractal(x * 0.2, y * 0.2, 3, seed=self.seed + 2) * 0.16
        wood = 0.11 * np.clip(np.abs(x) - 13.0, 0, 110.0) * ease((120.0 - y) / 80.0)
        if not self.lake:
            hills = ease((y - 40.0) / 160.0) * 16.0 * (noise.fractal(x * 0.008, y * 0.008, 4, seed=self.seed + 3) + 0.9)
            return np.asarray(rolling + bumps + wood + hills + self.peaks.height(x, y) * ease((r - 500.0) / 400.0))
        far = ease((y - 80.0) / 120.0)
        bank = np.where(
            out > 0,
            _WATER_Z + 0.13 * np.minimum(out, 8.0) * (1 - far) + far * 0.12 * out,
            _WATER_Z + np.maximum(0.15 * out, -5.0),
        )
        hills = (
            (noise.fractal(x * 0.0048, y * 0.0048, 5, seed=self.seed + 3) + 0.35)
            * 74.0
            * ease((out - 8.0) / 240.0)
            * far
        )
        land = np.where(far > 0, bank, np.minimum(bank + 0.11, 0.0))
        rise = self.peaks.height(x, y) * ease((out - 60.0) / 400.0)
        return np.asarray(land + (rolling + bumps + wood * (1 - far)) * ease((out - 1.0) / 7.0) + hills + rise)

    def wooded(self, x: F64, y: F64) -> F64:
        """0..1: where firs stand."""
        out = self.beyond(x, y)
        high = self.height(x, y)
        copse = np.clip((noise.fractal(x * 0.012 + 1, y * 0.012, 4, seed=self.seed + 11) + 0.22) / 0.1, 0.1, 1)
        gap = 11.5 + (0.10 if self.lake else -0.05) * np.clip(y - 8.0, 0, 300.0)
        near = ease((np.abs(x - 0.6 + 0.03 * y) - gap) / 4.0) * (y < 60)
        behind = near if self.lake else np.maximum(near, ease((y - 27.0) / 6.0))
        across = (y > 80) * ease((out - 4.0) / 8.0) * (1 - ease((high - 170.0) / 110.0))
        return np.asarray(np.maximum(behind * ease((out - 2.0) / 3.0), across) * copse)


class Params(NamedTuple):
    """One campsite: when it is, whether it lies at a lake, its tents, what the cast brings itself."""

    seed: int = 7
    time: str = "dusk"
    season: Season = "summer"
    lake: bool = True
    clouds: float = 0.4
    wind: float = 0.1
    density: float = 1.0
    flies: tuple[int, ...] = (0, 1, 2, 3)
    without: tuple[str, ...] = ()


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A campsite for a shot."""
    season = season_of(shot, "summer", snow=True)
    seed, clouds = int(rng.integers(1, 10_000)), float(rng.uniform(0.3, 0.5))
    return Params(
        seed=seed,
        time=shot.light.time,
        season=season,
        clouds=clouds,
        wind={"still": 0.02, "breeze": 0.1, "strong": 0.28}.get(shot.weather.wind or "breeze", 0.1),
        density=float(rng.uniform(0.85, 1.1)),
        flies=tuple(int(k) for k in rng.permutation(len(_FLIES))[:4]),
        without=tuple(sorted({m.kind for m in shot.cast} & {"campfire", "tent"})),
    )


def build(params: Params) -> Setting:
    """The campsite as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 331])
    land = Ground(
        params.seed,
        params.lake,
        Range(params.seed, high_m=560.0, from_m=900.0, full_m=2700.0, summit=(-260.0, 2900.0, 300.0, 560.0)),
    )
    corridor = Corridor(MARK, VIEW_YAW_RAD, back_m=14.0, forward_m=2.0)
    lit = _LIT.get(params.time, 0.0)
    firs, trunks = _firs(land, params, rng, corridor)
    camp, lamps, blocked = _camp(land, params, lit)
    own = _props.placed(
        _pieces(land, lit), params.seed, absent=[p for p in _pieces(land, lit) if p.prop in params.without]
    )
    stones, boulders = _stones(land, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    water = (
        [_planting.node("water", shapes.grid([-520.0, 520.0], [10.0, 760.0], _WATER_Z), "water")] if params.lake else []
    )
    images = {"turf": _patterns.turf(params.seed)} | ({"foam": tiles.foam(params.seed)} if params.lake else {})
    return Setting(
        nodes=(
            _ground(land, params),
            *water,
            *firs,
            *camp,
            *own.nodes,
            *stones,
            *_growth(land, params, rng, corridor),
            *lamps,
            *light.nodes,
        ),
        materials=_materials(params, lit) | own.materials,
        world=light.world,
        ground=partial(Ground.height, land),
        marks=_marks(land),
        obstacles=np.concatenate([trunks, blocked, own.obstacles, boulders]),
        images=images | own.images,
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if lit > 0.4 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, lit, "campfire" not in params.without),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=32.0,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 4.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the clearing at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["dusk"])
    stops = {"night": 0.75, "golden_hour": 0.7, "dusk": 1.5, "blue_hour": 1.2, "dawn": 0.8}.get(time, 0.9)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn"):  # high enough to reach into the clearing
        return found._replace(sun=found.sun._replace(elevation_rad=0.26))
    return found


def _marks(land: Ground) -> tuple[Mark, ...]:
    y = np.arange(20.0, -11.0, -1.0)
    x = land.path_x(y)
    z = _country.level_ground(land.height, *MARK)
    stand = Mark(
        position=(MARK[0], MARK[1], z), view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)), back_m=12.0, radius_m=2.0,
    )  # fmt: skip
    seats = []
    for sx, sy, high in ((-3.05, 6.9, LOG_M), (-0.4, 8.2, CHAIR_M)):
        yaw = math.atan2(-(FIRE[0] - sx), FIRE[1] - sy)
        seats.append(
            Mark(
                position=(sx, sy, _country.level_ground(land.height, sx, sy)), view_yaw_rad=0.12, kind="seat", back_m=7.5, seat_m=high,
                facing_yaw_rad=yaw, radius_m=0.4,
            )
        )  # fmt: skip
    return (stand, *seats)


def _pieces(land: Ground, lit: float) -> tuple[Piece, ...]:
    """Props of the camp: the fire, a crate with a lantern, a backpack, wood."""

    def at(x: float, y: float, up: float = 0.0) -> tuple[float, float, float]:
        return (x, y, _country.level_ground(land.height, x, y) + up)

    return (
        Piece("campfire", at(*FIRE), 0.0),
        Piece("backpack", at(4.1, 10.9), 2.7),
        Piece("crate", at(3.2, 8.6), 0.35, scale=0.8),
        Piece("backpack", at(-5.0, 8.3), 2.2, color="dark_green"),
    )


def _camp(land: Ground, params: Params, lit: float) -> tuple[list[Node], list[Lamp], F64]:
    """Tents, logs, chairs and the string of bulbs; what light they give, and the obstacles they are."""
    parts: dict[str, list[Shape]] = {}
    lamps: list[Lamp] = []
    blocked = []
    for k, (x, y, yaw, size) in enumerate(_TENTS):
        z = _country.level_ground(land.height, x, y) - 0.03
        turn = shapes.rotation(z=yaw)
        for name, part in things.tent(Dome(color=_FLIES[params.flies[k]]), params.seed + k).items():
            parts.setdefault(name, []).append(part.scaled(size).turned(turn).moved((x, y, z)))
        blocked.append((x, y, 1.75 * size))
        if lit > 0.3 and k < 3:  # what falls out of the door
            out = np.array([x - 1.1 * size * math.sin(yaw), y + 1.1 * size * math.cos(yaw), z + 0.7])
            lamps.append(
                Lamp(name=f"tent light {k}", kind="point", power_w=8.0 * lit, color=(1.0, 0.66, 0.34), size_m=(0.5, 0.5),
                     pose=Pose(location=(float(out[0]), float(out[1]), float(out[2]))))
            )  # fmt: skip
    for k, (x, y, yaw, long) in enumerate(((-3.1, 6.95, 1.35, 1.9), (-4.6, 5.2, 2.25, 1.7))):
        z = _country.level_ground(land.height, x, y) - 0.03
        parts.setdefault("plain", []).append(
            things.log(long, params.seed + k).turned(shapes.rotation(z=yaw)).moved((x, y, z))
        )
        if k:  # on the first one somebody may sit
            blocked += [(x + d * math.cos(yaw), y + d * math.sin(yaw), 0.3) for d in (-0.6, 0.0, 0.6)]
    for x, y, color in ((-0.4, 8.2, (0.03, 0.09, 0.20)), (0.62, 6.7, (0.28, 0.04, 0.03))):
        yaw = math.atan2(-(FIRE[0] - x), FIRE[1] - y)
        z = _country.level_ground(land.height, x, y)
        parts.setdefault("plain", []).append(things.chair(color).turned(shapes.rotation(z=yaw)).moved((x, y, z)))
        if x > 0:
            blocked.append((x, y, 0.35))
    ground = [_country.level_ground(land.height, x, y) for x, y in ((-9.5, 13.0), (-0.6, 13.4), (8.6, 15.0))]
    posts = np.array([(-9.5, 13.0, ground[0] + 3.6), (-0.6, 13.4, ground[1] + 2.9), (8.6, 15.0, ground[2] + 3.4)])
    cord, shining = things.bulbs(posts)
    pole = (
        shapes.lathe([(0.05, -0.2), (0.035, 3.0)], sides=8)
        .with_data("tint", (0.13, 0.085, 0.05))
        .with_data("shine", 0.0)
    )
    parts["plain"] += [cord, pole.moved((-0.6, 13.4, ground[1]))]
    blocked.append((-0.6, 13.4, 0.2))
    nodes: list[Node] = [
        _planting.node(f"camp {name}", shapes.join(made), name, smooth=True, sharp_rad=0.8)
        for name, made in parts.items()
    ]
    nodes.append(_planting.node("camp bulbs", shining, "bulb", smooth=True, hidden_from=("shadow", "diffuse")))
    return nodes, lamps, np.array(blocked)


def _hero_lamps(found: tuple[HeroLamp, ...], lit: float, fire: bool) -> tuple[HeroLamp, ...]:
    """After dark the fire finds the hero from the left, ahead and below."""
    if lit < 0.5 or not fire:
        return found
    return (*found, HeroLamp("fire", -2.2, 0.12, 2.6, 0.7, 15.0 * lit, (1.0, 0.50, 0.20)),
            HeroLamp("fire round", -0.9, 0.1, 3.0, 1.2, 7.0 * lit, (1.0, 0.58, 0.28)))  # fmt: skip


def _ground(land: Ground, params: Params) -> Node:
    made = _country.sheet(
        land.height, center=(0.5, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0115, fine_step_rad=0.0062
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.5 * noise.fractal(x / 14.0, y / 14.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    tint = (grass + (tip - grass) * 0.5 * patch) * 0.8
    wood = land.wooded(x, y)
    floor = np.array([0.060, 0.042, 0.026]) if params.season != "winter" else np.array([0.10, 0.08, 0.06])
    near = (y < 60)[:, None]
    tint = tint + (np.where(near, floor, np.array([0.028, 0.048, 0.018])) - tint) * wood[:, None]
    made = made.with_data("tint", tint).with_data("wood", wood * (y > 60)).with_data("trodden", land.trodden(x, y))
    wet = (1 - ease((made.points[:, 2] - _WATER_Z - 0.05) / 0.22)) * (y > 15) if params.lake else np.zeros(len(x))
    return _planting.node("ground", made.with_data("wet", wet), "ground", smooth=True)


def _firs(land: Ground, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Firs round the clearing and across the lake."""
    n = round(3000 * params.density)
    y = rng.uniform(-14.0, 62.0 if params.lake else 150.0, n)
    x = rng.uniform(-1, 1, n) * (26.0 + 0.8 * np.clip(y, 0, 150))
    keep = (rng.random(n) < land.wooded(x, y) * 0.5) & (corridor.off_axis(x, y) > 7.5)
    m = 9000
    r = 260.0 + 1500.0 * rng.random(m) ** 1.2
    turn = VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, m)
    fx, fy = -r * np.sin(turn), r * np.cos(turn)
    far = rng.random(m) < land.wooded(fx, fy) * np.clip(0.8 - 0.0003 * r, 0.3, 1) * (fy > 120)
    near = np.array([(-10.2, 13.6), (9.2, 15.6), (-13.2, 6.0), (-11.5, 19.5), (13.8, 9.0), (12.6, 25.0), (-15.5, 11.0)])
    x, y = np.concatenate([near[:, 0], x[keep], fx[far]]), np.concatenate([near[:, 1], y[keep], fy[far]])
    count = len(x) - len(near)
    scales = np.concatenate([[1.15, 1.0, 1.35, 0.9, 1.2, 1.05, 1.1], 0.6 + 0.85 * rng.random(count)])
    points = np.column_stack([x, y, land.height(x, y) - 0.15])
    away = np.ones(len(x), bool)
    for tx, ty, _, size in _TENTS:
        away &= np.hypot(x - tx, y - ty) > 2.6 * size + 0.9 * scales
    away[:2] = True
    snow = 0.75 if params.season == "winter" else 0.0
    nodes = _alps.conifers(
        "camp",
        points[away],
        scales[away],
        corridor.eyes(5),
        rng,
        snow=snow,
        larches=0.15 if params.season == "autumn" else 0.0,
    )
    close = away & (np.hypot(x, y) < 45)
    return nodes, np.column_stack([x, y, np.full(len(x), 1.1)])[close]


def _stones(land: Ground, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """A few boulders in the grass and along the water."""
    n = 90
    x, y = rng.uniform(-20, 20, n), rng.uniform(-6, 40, n)
    scales = 0.12 + 0.5 * rng.random(n) ** 2.2
    keep = (
        (corridor.off_axis(x, y) > 3.5 + scales)
        & (np.abs(x - land.path_x(y)) > 1.3 + scales)
        & (land.beyond(x, y) > -3.0)
    )
    keep &= (np.hypot(x - FIRE[0], y - FIRE[1]) > 4.0) & (noise.fractal(x / 8, y / 8, 3, seed=params.seed + 8) > -0.02)
    for tx, ty, _, size in _TENTS:
        keep &= np.hypot(x - tx, y - ty) > 2.6 * size + scales
    x, y, scales = x[keep], y[keep], scales[keep]
    made = [
        _planting.node(
            f"stone_{k}", _ground_cover.boulder(k + 1, snow=1.0 if params.season == "winter" else 0.0), "rock", smooth=True, visible=False,
            sharp_rad=0.5,
        )
        for k in range(3)
    ]  # fmt: skip
    points = np.column_stack([x, y, land.height(x, y) - 0.15 * scales])
    return _planting.scattered("stones", made, points, scales, rng, tilt_rad=0.25), np.column_stack(
        [x, y, 1.1 * scales]
    )[scales > 0.3]


def _growth(land: Ground, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Grass, thin where people tread."""
    grass, tip = _GRASS[params.season]

    def free(x: F64, y: F64) -> F64:
        drift = 0.55 + 1.2 * noise.fractal(x / 5.0, y / 5.0, 3, seed=params.seed + 4)
        there = (1 - land.trodden(x, y)) ** 2 * np.clip(drift, 0.1, 1.0) * ease((land.beyond(x, y) - 1.0) / 1.5)
        for tx, ty, _, size in _TENTS:
            there = there * (np.hypot(x - tx, y - ty) > 1.45 * size)
        return np.asarray(there * (0.3 if params.season == "winter" else 1.0) * (1 - 0.75 * land.wooded(x, y)))

    blades = _grasses.Blades(height_m=0.22, wind=params.wind, wild=0.7, color=grass, tip=tip, ears=0.05)
    belts = (
        _grasses.Belt(0.0, 13.0, 5.0, 62, 0.0055, 0.48), _grasses.Belt(13.0, 32.0, 1.6, 52, 0.012, 0.9, 1.1),
        _grasses.Belt(32.0, 60.0, 0.4, 40, 0.03, 1.7, 1.3),
    )  # fmt: skip
    return _grasses.strewn("grass", blades, corridor.eyes(5), VIEW_YAW_RAD, land.height, free, rng, belts=belts)


_LANTERN: Color = (1.0, 0.62, 0.27)


def _materials(params: Params, lit: float) -> dict[str, Material]:
    winter = params.season == "winter"
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.9)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.55, 1.45)
    speckle = mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near)
    earth = cmul((0.125, 0.088, 0.058), speckle)
    field: Expr = cmul(attribute("tint"), speckle)
    if winter:
        field = mix(SNOW, (0.62, 0.65, 0.70), attribute("trodden") * 0.6)
    else:
        field = mix(field, earth, attribute("trodden") * remap(op("x", fine), 0.1, 0.6, 0.55, 1.0))
    field = mix(field, (0.040, 0.036, 0.030), attribute("wet") * 0.8)
    grey = mix((0.13, 0.127, 0.122), (0.30, 0.285, 0.265), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7))
    surface = _alps.surface(field, tree_line_m=170.0, snow_line_m=300.0, snowy=winter)
    if winter:  # what is trodden shows in the snow
        surface = surface.model_copy(
            update={"color": mix(surface.color, field, remap(op("camera_distance"), 60.0, 30.0))}
        )
    through = cmul(cmul(attribute("tint"), (2.2, 2.2, 2.2)), _LANTERN)
    found = {
        "ground": surface,
        "tent": Material(
            color=attribute("tint"), roughness=0.6, specular=0.2, emission=through, emission_strength=attribute("shine") * (1.1 * lit),
            preview=(0.5, 0.25, 0.05),
        ),
        "tent_inside": Material(
            color=attribute("tint"), specular=0.0, roughness=0.9, emission=cmul(attribute("tint"), _LANTERN),
            emission_strength=attribute("shine") * (3.0 * lit), preview=(0.5, 0.4, 0.3),
        ),
        "cord": Material(color=attribute("tint"), **plain),
        "plain": Material(color=attribute("tint"), **plain),
        "bulb": Material(color=(0.4, 0.36, 0.3), emission=(1.0, 0.64, 0.28), emission_strength=14.0 * lit, preview=(1.0, 0.8, 0.5)),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=_GRASS[params.season][0], **plain),
        "needles": _alps.needles(winter),
        "bark": Material(color=(0.06, 0.042, 0.03), **plain),
        "rock": Material(color=mix(grey, SNOW, remap(attribute("snow"), 0.4, 0.6)), preview=(0.22, 0.21, 0.20), **plain),
    }  # fmt: skip
    return found | ({"water": _water.basin(params.wind)} if params.lake else {})
