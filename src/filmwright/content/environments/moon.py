"""The moon: gray dust pitted with craters under a black sky, rounded mountains, the Earth over them, a low hard sun."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _ground_cover, _patterns, _planting
from filmwright.content.environments._beach import things
from filmwright.content.environments._country import ease
from filmwright.content.environments._craters import Craters
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting, Sunlight
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Image, Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, attribute, cmul, coords, image, mapping, mix, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("lunar surface", "moonscape", "lunar landscape")
EXAMPLE = "An astronaut walks on the moon"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("rocks", "mountains", "horizon", "dust", "footprints", "floor", "shadows", "stars")
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.0
MARK = (0.0, 9.0)
_REACH_M = 4600.0
_ROOM_M = 4.0  # no rock to stumble over is nearer to the mark
_STRIP = (0.35, 7.0, 2.6, 56.0)  # trodden dust: x, y, width, length
_TILE_M = 5.0  # side of the tile of dust
_EARTH_AZIMUTH_RAD, _EARTH_ELEVATION_RAD, _EARTH_M = 0.215, 0.136, 4400.0
_EARTH_RAD = 0.029  # its apparent radius: twice the true one, as long lenses show it; chosen

# Where the sun stands: azimuth (0 straight ahead, clockwise), elevation. There is no air to color it, so all that an hour changes
# is how long the shadows are and where they fall. By eye.
_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (-0.75, 0.085),
    "morning": (-2.25, 0.27),
    "noon": (2.45, 0.72),
    "afternoon": (1.95, 0.36),
    "golden_hour": (-1.40, 0.15),
    "dusk": (0.95, 0.09),
    "blue_hour": (1.20, 0.045),
}
_BLACK: Color = (0.0, 0.0, 0.0)
_SUN = Sunlight(
    elevation_rad=0.3, color=(1.0, 0.975, 0.94), irradiance=5.2, sky_strength=1.0, sky_dust=0.0, haze_color=_BLACK,
    haze_strength=0.0, exposure_stops=0.6, gradient=((-1.0, _BLACK), (1.0, _BLACK)),
)  # fmt: skip


class Params(NamedTuple):
    """One stretch of the moon: its craters and mountains, its hour."""

    seed: int = 7
    time: str = "morning"
    high_m: float = 620.0


class Land(NamedTuple):
    """The lie of the land; `seed` decides every crater, `high_m` how high the mountains rise."""

    seed: int
    high_m: float

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        craters = Craters(self.seed, clear_x=MARK[0]).height(x, y)
        swell = noise.fractal(x / 70.0, y / 70.0, 4, seed=self.seed + 1) * (1.2 + 3.5 * ease((r - 40.0) / 160.0))
        lumps = noise.fractal(x / 6.0, y / 6.0, 3, seed=self.seed + 2) * 0.16 * (1.0 - ease((r - 60.0) / 60.0))
        plain = noise.fractal(x / 700.0, y / 700.0, 4, seed=self.seed + 3) * 60.0 * ease((r - 180.0) / 900.0)
        # Mountains that four billion years of small impacts have rounded: no crest is sharp.
        massif = noise.fractal(x / 1500.0 + 3.0, y / 1500.0 + 1.0, 5, seed=self.seed + 4)
        range_ = noise.fractal(x / 3600.0 + 7.0, y / 3600.0, 2, seed=self.seed + 5)
        rise = np.clip(0.42 + 1.5 * massif + 0.9 * range_, 0.0, None) ** 1.25
        aside = np.arctan2(x, np.maximum(y, 1.0)) - _EARTH_AZIMUTH_RAD
        rise = rise * (1.0 - 0.62 * np.exp(-((aside / 0.17) ** 2)) * (y > 0))  # a gap over which the Earth stands
        return np.asarray(craters + swell + lumps + plain + self.high_m * rise * ease((r - 1300.0) / 2600.0))


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A place on the moon for a shot."""
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time, high_m=float(rng.uniform(520.0, 720.0)))


def build(params: Params) -> Setting:
    """The moon as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 131])
    land = Land(params.seed, params.high_m)
    corridor = Corridor(MARK, VIEW_YAW_RAD)
    rocks, blocked = _rocks(land, rng, corridor)
    light = atmosphere.daylight(sky_of(params.time))
    return Setting(
        nodes=(_ground(land), *rocks, _earth(), *light.nodes),
        materials=_materials(params.time),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(land),),
        obstacles=blocked,
        images={"dust": _dust(params.seed), "footprints": things.trodden(rng, _STRIP[2], _STRIP[3])},
        haze=None,  # no air: the far mountains are as sharp as the dust before the lens
        exposure=light.exposure.model_copy(update={"look": "base", "bloom": 0.05}),
        hero_lamps=tuple(_reflected(lamp) for lamp in light.hero_lamps),
        transport=Transport(world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=35.0,
        camera_height_m=1.55,
        view_fall_rad=0.45,
        move_limits_m=(3.0, 8.0, 5.0),
        air_light=_BLACK,
    )


def sky_of(time: str) -> Outdoors:
    """The light on the moon at a time of day: a white sun in a black sky; at night the Earth's. Its weather never changes, so a
    Setting need not know it."""
    if time == "night":
        earthlight = _SUN._replace(
            elevation_rad=0.50, color=(0.62, 0.78, 1.0), irradiance=0.30, exposure_stops=2.5, stars=0.16
        )
        return Outdoors(earthlight, -1.1, _REACH_M, VIEW_YAW_RAD)
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    stops = 0.60 + 0.5 * (1.0 - min(elevation_rad / 0.3, 1.0))  # the lower the sun, the less of it the ground has
    sun = _SUN._replace(elevation_rad=elevation_rad, exposure_stops=stops)
    return Outdoors(sun, azimuth_rad, _REACH_M, VIEW_YAW_RAD)


def _reflected(lamp: HeroLamp) -> HeroLamp:
    """A hero lamp as weak as what the gray ground throws back: shadows on the moon are deep."""
    return lamp._replace(power_w=0.15 * lamp.power_w, color=(1.0, 0.98, 0.95))


def _mark(land: Land) -> Mark:
    y = np.arange(32.0, -17.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(land.height, *MARK)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.06 * math.sin(at / 5.0 - 1.8), float(at)) for at in y),
        back_m=22.0,
        radius_m=_ROOM_M,
    )


def _ground(land: Land) -> Node:
    made = _country.sheet(
        land.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0088,
        step_m=0.20,
        fine_step_rad=0.0048,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    tone = np.clip(0.5 + 1.1 * noise.fractal(x / 45.0, y / 45.0, 5, seed=land.seed + 20), 0, 1)
    return _planting.node("ground", made.with_data("tone", tone), "dust", smooth=True)


def _rocks(land: Land, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Stones thrown out of craters, most of them small; and what of it stands in the way."""
    made = [
        _planting.node(
            f"rock_{k}", _ground_cover.boulder(k + 3, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    n = 2600
    r = 1.0 + 150.0 * rng.random(n) ** 1.7
    turn = rng.uniform(-1.1, 1.1, n)
    x, y = MARK[0] - r * np.sin(turn), r * np.cos(turn) - 5.0
    scales = 0.018 + 0.10 * rng.random(n) ** 3 + 1.0 * rng.random(n) ** 22 + 0.0016 * r * rng.random(n) ** 3
    heaped = noise.fractal(x / 13.0, y / 13.0, 3, seed=land.seed + 8) + 0.25 * rng.random(n)
    keep = (
        (heaped > 0.06) & (np.abs(x - MARK[0]) > 0.55 + 1.3 * scales) & (corridor.off_axis(x, y) > 0.5 + 2.4 * scales)
    )
    keep &= (np.hypot(x - MARK[0], y - MARK[1]) > _ROOM_M + 1.2 * scales) | (scales < 0.25)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, land.height(x, y) - 0.16 * scales])
    blocked = np.column_stack([x, y, 1.1 * scales])[scales > 0.3]
    return _planting.scattered("rocks", made, points, scales, rng, tilt_rad=0.3), blocked


def _earth() -> Node:
    """The Earth, low over the mountains."""
    ball = shapes.ball(_EARTH_M * math.tan(_EARTH_RAD), sides=96, levels=64)
    tilted = ball.turned(shapes.rotation(x=0.5, y=0.4))
    at = _EARTH_M * np.array(atmosphere.heading(_EARTH_AZIMUTH_RAD, _EARTH_ELEVATION_RAD))
    made = tilted.with_data("globe", ball.points / np.abs(ball.points).max()).moved(at)
    return _planting.node("earth", made, "earth", smooth=True, hidden_from=("shadow", "diffuse"))


def _dust(seed: int) -> Image:
    """Dust, _TILE_M wide. Red: soft patches. Green: heights of pits, from a hand's breadth down. Blue: grain and clods."""
    rng = np.random.default_rng([seed, 17])
    size = _patterns.SIZE
    patches = _patterns.level(_patterns.field(rng, 1.7, 0.08))
    pits = np.zeros((size, size))
    for _ in range(340):
        radius = min(3.5 / (1.0 - rng.random()) ** 0.6, 80.0)
        row, column = rng.uniform(0, size, 2)
        _dig(pits, float(row), float(column), radius, float(0.3 + 0.7 * rng.random() ** 2))
    clods = 0.5 * _patterns.level(_patterns.field(rng, 0.7, 0.006)) + 0.5 * _patterns.level(
        _patterns.field(rng, 1.5, 0.02)
    )
    stack = np.dstack([patches, 0.62 + pits / 60.0, clods, np.ones_like(pits)])
    return Image(pixels=stack.astype(np.float32), data=True)  # whole steps of a byte would show as terraces


def _dig(heights: F64, row: float, column: float, radius: float, fresh: float) -> None:
    """A crater of some pixels' radius into a seamless field of heights in pixels."""
    size, reach = len(heights), int(2.1 * radius) + 1
    rows, columns = np.arange(-reach, reach + 1) + int(row), np.arange(-reach, reach + 1) + int(column)
    t = np.hypot(rows[:, None] - row, columns[None] - column) / radius
    bowl = np.where(
        t < 1, 0.30 * np.minimum(t, 1) ** 2.2 - 0.24, 0.06 * np.maximum(t, 1) ** -3.5 * (1 - ease((t - 1.2) / 0.8))
    )
    heights[np.ix_(rows % size, columns % size)] += fresh * radius * bowl


_LIGHT: Color = (0.275, 0.268, 0.258)
_DARK_DUST: Color = (0.165, 0.160, 0.154)


def _materials(time: str) -> dict[str, Material]:
    far = op("camera_distance")
    fine, middle, broad = (
        _patterns.laid("dust", _TILE_M * times, turn_rad=turn) for times, turn in ((1.0, 0.4), (7.0, 1.9), (60.0, 2.7))
    )
    x, y, width, length = _STRIP
    spot = mapping(coords(), scale=(1 / width, 1 / length, 0.0), offset=(0.5 - x / width, 0.5 - y / length, 0.0))
    prints = op("x", image("footprints", spot))
    near = remap(far, 7.0, 40.0, 1.0, 0.0)
    tone = attribute("tone") * 0.45 + op("x", fine) * 0.2 + op("x", middle) * 0.35
    speck = remap(op("z", fine), 0.25, 0.75, 0.80, 1.18)
    lit = 1.0 + (speck - 1.0) * remap(far, 5.0, 60.0, 1.0, 0.3)
    plain = {"specular": 0.0, "roughness": 1.0}
    stone = remap(noise_of(scale=6.0, detail=4.0), 0.3, 0.7, 0.7, 1.2)
    return {
        "dust": Material(
            color=cmul(mix(_DARK_DUST, _LIGHT, remap(tone, 0.25, 0.75)), op("combine", lit, lit, lit)),
            bumps=(
                Bump(height=op("y", broad), strength=remap(far, 60.0, 400.0, 0.0, 0.7), distance_m=60.0 * 0.36),
                Bump(height=op("y", middle), strength=remap(far, 8.0, 240.0, 0.55, 0.2), distance_m=7.0 * 0.40),
                Bump(height=op("y", fine) * 0.40 + op("z", fine) * 0.016 + prints * 0.13, strength=near, distance_m=1.0),
            ),
            preview=(0.22, 0.215, 0.21), **plain,
        ),
        "rock": Material(
            color=cmul((0.25, 0.243, 0.235), op("combine", stone, stone, stone)),
            bumps=(Bump(height=noise_of(scale=14.0, detail=4.0), strength=0.5, distance_m=0.05),),
            preview=(0.25, 0.24, 0.235), **plain,
        ),
        "earth": _globe(0.10 if time == "night" else 0.0),
    }  # fmt: skip


def _globe(glow: float) -> Material:
    """Oceans, land, ice and swirls of cloud; `glow`: how bright it is by itself where the sun that lights it is not staged."""
    globe: Expr = attribute("globe")
    swirl = noise_of(globe, scale=2.0, detail=6.0, roughness=0.62, distortion=1.3)
    land = remap(noise_of(globe, scale=1.7, detail=5.0, roughness=0.6), 0.535, 0.56)
    ground = mix((0.07, 0.085, 0.04), (0.20, 0.15, 0.09), remap(noise_of(globe, scale=3.1, detail=3.0), 0.42, 0.6))
    sea = mix((0.010, 0.035, 0.11), (0.02, 0.07, 0.18), remap(swirl, 0.3, 0.6))
    cloud = remap(swirl, 0.515, 0.70)
    poles = remap(op("abs", op("z", globe)), 0.84, 0.92)
    white = op("max", cloud, poles)
    rim = op("pow", op("facing"), 2.5)
    color = mix(mix(mix(sea, ground, land), (0.46, 0.48, 0.50), white), (0.28, 0.47, 0.80), rim * 0.8)
    return Material(
        color=color, emission=color, emission_strength=glow, specular=0.0, roughness=1.0, preview=(0.1, 0.2, 0.45)
    )
