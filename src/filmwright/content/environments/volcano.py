"""An erupting volcano: a dark cone with a glowing crater under its column of ash, lava that runs down its sides and past the camera over
black, broken ground."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _ground_cover, _open_sky, _patterns, _planting
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, mix, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("volcano", "erupting volcano")
EXAMPLE = "A man in a grey jacket walks before a volcano at dusk"
TIMES = ("dusk", "golden_hour", "morning", "noon", "afternoon", "dawn", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog")
FEATURES = ("mountains", "smoke", "rocks", "horizon", "dust", "floor", "shadows", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("lava_field", "crater")
"""Places it is as well: nothing is missing when one of them is asked for."""
REGIONS = ("iceland", "vesuvius")
"""Parts of the world it can be told to be."""

VIEW_YAW_RAD = 0.0
MARK = (0.4, 8.0)
_REACH_M = 4600.0
_ROOM_M = 3.0
_CONE_YAW, _CONE_M = -0.10, 3000.0
_CONE = (-_CONE_M * math.sin(_CONE_YAW), _CONE_M * math.cos(_CONE_YAW))
_CRATER_M = 95.0  # radius of its rim
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-0.7, 2400.0), "morning": (-2.1, 3600.0), "noon": (2.3, 4200.0), "afternoon": (1.9, 3600.0), "golden_hour": (-0.85, 2600.0),
    "dusk": (-0.62, 2400.0), "blue_hour": (-0.6, 2600.0), "night": (1.0, 3600.0),
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_GLOW = {
    "noon": 0.55,
    "morning": 0.6,
    "afternoon": 0.6,
    "golden_hour": 0.8,
    "dawn": 0.9,
    "dusk": 1.0,
    "blue_hour": 1.1,
    "night": 1.2,
}
"""How bright lava looks beside the daylight; chosen."""
_FIRE: Color = (1.0, 0.115, 0.012)


class Params(NamedTuple):
    """One eruption: the lie of its lava, its hour."""

    seed: int = 7
    time: str = "dusk"
    high_m: float = 430.0


class Land(NamedTuple):
    """The lie of the land; `seed` decides every flow, `high_m` how high the cone rises."""

    seed: int
    high_m: float

    def river_x(self, y: F64) -> F64:
        """x of the middle of the stream of lava that comes past the camera on the left."""
        y = np.asarray(y, float)
        return np.asarray(
            -12.0 - 0.20 * np.clip(y - 10.0, 0.0, None) + 5.0 * np.sin(y * 0.052 + 0.6) + 2.0 * np.sin(y * 0.17)
        )

    def river(self, x: F64, y: F64) -> F64:
        """0..1: how much a spot lies in that stream."""
        wide = 1.5 + 0.05 * np.clip(np.asarray(y, float), 0.0, 300.0)
        return np.asarray(
            np.exp(-((np.abs(x - self.river_x(y)) / wide) ** 4)) * ease((420.0 - np.asarray(y, float)) / 120.0)
        )

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        aside = np.abs(x - MARK[0])
        rough = 0.15 + 0.85 * ease((aside - 1.6) / 7.0) * ease((np.hypot(x - MARK[0], y - MARK[1]) - 2.0) / 8.0)
        slabs = noise.fractal(x / 7.0, y / 7.0, 5, ridged=True, seed=self.seed) * 1.0 * rough
        ropes = noise.fractal(x / 1.6, y / 2.3, 3, ridged=True, seed=self.seed + 1) * 0.14 * (0.4 + 0.6 * rough)
        swell = noise.fractal(x / 60.0, y / 60.0, 4, seed=self.seed + 2) * (0.8 + 5.0 * ease((r - 40.0) / 200.0))
        plain = noise.fractal(x / 420.0, y / 420.0, 5, seed=self.seed + 3) * 46.0 * ease((r - 160.0) / 800.0)
        ground = slabs + ropes + swell + plain
        stream = self.river(x, y)
        ground = ground * (1.0 - stream) + (swell + plain - 0.55) * stream
        return np.asarray(ground + self._cone(x, y) + self._ridges(x, y))

    def _cone(self, x: F64, y: F64) -> F64:
        dx, dy = x - _CONE[0], y - _CONE[1]
        away, turn = np.hypot(dx, dy), np.arctan2(dy, dx)
        gullies = noise.fractal(turn * 5.5, away / 900.0, 5, ridged=True, seed=self.seed + 6)
        side = np.clip(1.0 - (away - _CRATER_M) / 1500.0, 0.0, 1.0)
        rise = self.high_m * side**2.05 * (1.0 - 0.17 * gullies * ease((away - _CRATER_M) / 200.0))
        uneven = 1.0 + 0.10 * np.sin(turn * 2.0 + 0.8) * np.exp(-(((away - _CRATER_M) / 130.0) ** 2))
        bowl = self.high_m * (0.80 + 0.20 * (away / _CRATER_M) ** 2)
        return np.where(away < _CRATER_M, bowl, rise * uneven)

    def _ridges(self, x: F64, y: F64) -> F64:
        r = np.hypot(x, y)
        ridge = noise.fractal(x / 1300.0 + 3.0, y / 1300.0, 6, ridged=True, seed=self.seed + 8)
        off = ease((np.hypot(x - _CONE[0], y - _CONE[1]) - 900.0) / 900.0)
        return np.asarray(ease((r - 1500.0) / 2200.0) * off * 330.0 * ridge)

    def lava(self, x: F64, y: F64) -> F64:
        """0..1: how much a spot is covered with liquid lava."""
        dx, dy = x - _CONE[0], y - _CONE[1]
        away, turn = np.hypot(dx, dy), np.arctan2(dy, dx)
        total = np.where(away < 0.62 * _CRATER_M, 1.0, 0.0)
        for toward, wind, wide, long in (
            (-1.76, 0.16, 17.0, 1250.0),
            (-1.25, 0.11, 12.0, 820.0),
            (-2.35, 0.13, 12.0, 700.0),
            (-0.70, 0.1, 9.0, 520.0),
        ):
            middle = toward + wind * np.sin(away / 150.0 + 3.0 * toward) + 0.05 * np.sin(away / 47.0)
            across = np.abs(np.remainder(turn - middle + math.pi, 2 * math.pi) - math.pi) * away
            run = np.exp(-((across / (wide * (0.55 + away / 1000.0))) ** 4)) * ease((long - away) / 220.0)
            total = np.maximum(total, np.where(away > 0.5 * _CRATER_M, run, 0.0))
        return np.asarray(np.maximum(total, self.river(x, y)))


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A volcano for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(400.0, 460.0)))


def build(params: Params) -> Setting:
    """The volcano as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 271])
    land = Land(params.seed, params.high_m)
    rocks, blocked = _rocks(land, rng)
    glow = _GLOW.get(params.time, 0.8)
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(land), *rocks, *_column(params, land, rng), *_lavalight(land, glow), *light.nodes),
        materials=_materials(glow),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(land),),
        obstacles=np.concatenate([blocked, _stream(land)]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.12}),
        hero_lamps=(*light.hero_lamps, HeroLamp("lava", -1.9, 0.05, 5.0, 2.5, 120.0 * glow, (1.0, 0.30, 0.07))),
        transport=Transport(world_sampling=False, guides="fast", transparent=8),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.35,
        move_limits_m=(2.5, 6.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The clear daylight over the lava at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"golden_hour": 0.8, "dawn": 0.9, "dusk": 0.75, "night": 0.1, "blue_hour": 0.3}.get(time, 0.75)
    low = time in ("golden_hour", "dusk", "dawn")
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=0.5, stops=stops, disc=low)


def _mark(land: Land) -> Mark:
    y = np.arange(32.0, -17.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(land.height, *MARK)), view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.06 * math.sin(at / 5.0 - 1.8), float(at)) for at in y), back_m=20.0, radius_m=_ROOM_M,
    )  # fmt: skip


def _stream(land: Land) -> F64:
    """The near lava, which nobody walks into (n, 3)."""
    y = np.arange(-24.0, 60.0, 1.5)
    return np.column_stack([land.river_x(y), y, np.full(len(y), 2.4)])


def _ground(land: Land) -> Node:
    made = _country.sheet(
        land.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0088,
        step_m=0.22,
        fine_step_rad=0.0046,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    tone = np.clip(0.5 + 1.2 * noise.fractal(x / 38.0, y / 38.0, 5, seed=land.seed + 20), 0, 1)
    lava = land.lava(x, y)
    near = np.clip(np.exp(-np.clip(np.abs(x - land.river_x(y)) - 1.5, 0, None) / 3.0) * ease((420.0 - y) / 200.0), 0, 1)
    heat = np.maximum(near, 0.9 * np.exp(-((np.hypot(x - _CONE[0], y - _CONE[1]) / 160.0) ** 2)))
    return _planting.node(
        "ground", made.with_data("tone", tone).with_data("lava", lava).with_data("heat", heat), "lava", smooth=True
    )


def _rocks(land: Land, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Blocks of lava, most of them small; and what of them stands in the way."""
    corridor = Corridor(MARK, VIEW_YAW_RAD)
    made = [
        _planting.node(
            f"rock_{k}", _ground_cover.boulder(k + 17, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.42
        )
        for k in range(4)
    ]
    n = 4200
    r = 1.0 + 170.0 * rng.random(n) ** 1.7
    turn = rng.uniform(-1.1, 1.1, n)
    x, y = MARK[0] - r * np.sin(turn), r * np.cos(turn) - 5.0
    scales = 0.03 + 0.2 * rng.random(n) ** 3 + 1.2 * rng.random(n) ** 14 + 0.0016 * r * rng.random(n) ** 3
    keep = (
        (np.abs(x - MARK[0]) > 0.6 + 1.3 * scales)
        & (corridor.off_axis(x, y) > 0.6 + 2.4 * scales)
        & (land.river(x, y) < 0.02)
    )
    keep &= (np.hypot(x - MARK[0], y - MARK[1]) > _ROOM_M + 1.2 * scales) | (scales < 0.25)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, land.height(x, y) - 0.20 * scales])
    blocked = np.column_stack([x, y, 1.1 * scales])[scales > 0.3]
    return _planting.scattered("rocks", made, points, scales, rng, tilt_rad=0.3), blocked


def _puff(seed: int) -> Shape:
    """A boiling heap of ash of radius 1."""
    ball = shapes.ball(1.0, sides=64, levels=40)
    p = ball.points
    big = noise.fractal(p[:, 0] * 1.7 + 9 * seed, p[:, 1] * 1.7 + 1.3 * p[:, 2], 5, ridged=True, seed=seed)
    side = noise.fractal(p[:, 2] * 2.3 + 5 * seed, p[:, 0] * 1.9 - p[:, 1] * 1.4, 5, ridged=True, seed=seed + 3)
    return ball._replace(points=p * (1.14 - 0.44 * (0.5 * big + 0.5 * side))[:, None])


def _column(params: Params, land: Land, rng: np.random.Generator) -> list[Node]:
    """The column of ash over the crater, which the wind bends to the right and widens."""
    made = [
        _planting.node(f"ash_{k}", _puff(params.seed % 50 + k), "ash", smooth=True, visible=False) for k in range(4)
    ]
    n = 190
    t = rng.random(n) ** 0.8
    wide = 62.0 + 235.0 * t**1.2
    turn, out = rng.uniform(0, 2 * math.pi, n), rng.random(n) ** 0.5
    drift = 780.0 * t**1.9
    x = _CONE[0] + drift + 0.75 * wide * out * np.cos(turn)
    y = _CONE[1] + 0.75 * wide * out * np.sin(turn)
    z = 0.92 * land.high_m + 700.0 * t**0.75 + rng.normal(0, 12.0, n)
    return _planting.scattered(
        "ash", made, np.column_stack([x, y, z]), (0.30 + 0.16 * rng.random(n)) * wide, rng, tilt_rad=1.2
    )


def _lavalight(land: Land, glow: float) -> list[Node]:
    """The light of the near stream."""
    y = np.array([-4.0, 8.0, 20.0, 36.0, 60.0])
    x = land.river_x(y)
    z = land.height(x, y) + 1.6
    return [
        Lamp(
            name=f"lava light {k}", kind="point", power_w=170.0 * glow * (1.0 + 0.05 * float(y[k])), color=(1.0, 0.28, 0.06),
            size_m=(2.4, 2.4), pose=Pose(location=(float(x[k]), float(y[k]), float(z[k]))), diffuse_bounces=False,
        )
        for k in range(len(y))
    ]  # fmt: skip


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(glow: float) -> dict[str, Material]:
    far = op("camera_distance")
    fine, wide = _patterns.laid("turf", 1.9, turn_rad=0.4), _patterns.laid("turf", 14.0, turn_rad=1.9)
    near = remap(far, 6.0, 60.0, 1.0, 0.1)
    tone = attribute("tone")
    grain = op("y", fine) * 0.5 + op("z", wide) * 0.5
    rock = mix((0.016, 0.015, 0.015), (0.062, 0.056, 0.052), remap(grain * 0.6 + tone * 0.4, 0.3, 0.7))
    rust = mix(rock, (0.085, 0.040, 0.026), remap(op("x", wide) * 0.6 + tone * 0.4, 0.52, 0.75, 0.0, 0.6))
    liquid = attribute("lava")
    crust = noise_of(
        op("vadd", op("vscale", _flat(), 0.9), op("combine", 0.0, op("time") * 0.03, 0.0)),
        scale=1.0,
        detail=5.0,
        distortion=0.8,
    )
    coarse = noise_of(_flat(), scale=0.05, detail=4.0)
    cracks = remap(op("abs", _blend(crust, coarse, remap(far, 60.0, 300.0)) - 0.5), 0.01, 0.075, 1.0, 0.045)
    hot = remap(liquid, 0.25, 0.7) * cracks
    fire = mix(_FIRE, (1.0, 0.36, 0.06), remap(hot, 0.5, 1.0))
    plain = {"specular": 0.15, "roughness": 0.85}
    return {
        "lava": Material(
            color=mix(rust, (0.02, 0.012, 0.01), remap(liquid, 0.1, 0.5)),
            emission=cmul(fire, _grey(hot * remap(far, 60.0, 900.0, 1.7, 3.2) + attribute("heat") * 0.012)), emission_strength=glow,
            bumps=(Bump(height=op("y", fine) * 0.6 + op("z", wide), strength=near, distance_m=0.09),),
            preview=(0.05, 0.045, 0.045), **plain,
        ),
        "rock": Material(
            color=mix((0.020, 0.018, 0.018), (0.075, 0.062, 0.055), noise_of(scale=5.0, detail=4.0)),
            bumps=(Bump(height=noise_of(scale=13.0, detail=5.0, roughness=0.65), strength=0.8, distance_m=0.05),),
            preview=(0.05, 0.045, 0.045), **plain,
        ),
        "ash": Material(
            color=mix((0.060, 0.055, 0.054), (0.20, 0.185, 0.175), remap(op("z", _world()), 400.0, 1250.0)),
            emission=_FIRE, emission_strength=remap(op("z", _world()), 430.0, 760.0, 0.55 * glow, 0.0, smooth=True),
            alpha=remap(op("facing", 0.5), 0.72, 1.0, 1.0, 0.0, smooth=True), specular=0.0, roughness=1.0,
            translucent=0.2, preview=(0.12, 0.11, 0.11),
        ),
    }  # fmt: skip


def _world() -> Expr:
    return Expr(op="coords", params={"space": "world"})


def _flat() -> Expr:
    return op("vmul", _world(), (1.0, 1.0, 0.0))


def _blend(a: Expr, b: Expr, share: Expr) -> Expr:
    """Number a where share is 0, b where it is 1."""
    return a * op("sub", 1.0, share) + b * share
