"""Mars: red sand in ripples between dark wind-cut rocks, mesas in the dust of a butterscotch sky; the setting sun glows blue."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _ground_cover, _patterns, _planting
from filmwright.content.environments._beach import things, tiles
from filmwright.content.environments._country import ease
from filmwright.content.environments._craters import Craters
from filmwright.content.environments._dunes import Dunes
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting, Sunlight
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, coords, image, mapping, mix, normal_z, op, ramp, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("martian landscape", "surface of mars", "martian surface")
EXAMPLE = "An astronaut in a white spacesuit walks on Mars at sunset"
TIMES = ("afternoon", "golden_hour", "morning", "dawn", "noon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog")
FEATURES = ("rocks", "mountains", "sand", "sand_dunes", "horizon", "dust", "footprints", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("alien_planet",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
MARK = (0.0, 9.0)
_REACH_M = 4600.0
_ROOM_M = 4.0  # no rock to stumble over is nearer to the mark
_STRIP = (0.35, 7.0, 2.6, 56.0)  # trodden sand: x, y, width, length

# Fine dust colors the sky: butterscotch by day, and round a low sun blue, for it throws blue light straight on (Bell et al. 2006).
_DAY = Sunlight(
    elevation_rad=0.55, color=(1.0, 0.86, 0.70), irradiance=3.4, sky_strength=1.0, sky_dust=3.0, haze_color=(0.70, 0.47, 0.30),
    haze_strength=0.78, exposure_stops=0.0, glow_color=(0.34, 0.30, 0.24),
    gradient=(
        (-1.0, (0.36, 0.21, 0.12)), (0.0, (0.70, 0.48, 0.31)), (0.07, (0.64, 0.44, 0.29)), (0.2, (0.50, 0.345, 0.235)),
        (0.5, (0.36, 0.25, 0.175)), (1.0, (0.27, 0.19, 0.14)),
    ),
)  # fmt: skip
_LOW = Sunlight(
    elevation_rad=0.085, color=(1.0, 0.90, 0.80), irradiance=2.6, sky_strength=1.0, sky_dust=3.0, haze_color=(0.42, 0.31, 0.25),
    haze_strength=0.66, exposure_stops=0.65, glow_color=(0.22, 0.44, 0.74),
    gradient=(
        (-1.0, (0.20, 0.13, 0.09)), (0.0, (0.37, 0.27, 0.215)), (0.07, (0.32, 0.225, 0.175)), (0.2, (0.235, 0.155, 0.115)),
        (0.5, (0.17, 0.115, 0.09)), (1.0, (0.11, 0.08, 0.07)),
    ),
)  # fmt: skip
_DARK = Sunlight(
    elevation_rad=0.55, color=(0.62, 0.76, 1.0), irradiance=0.55, sky_strength=1.0, sky_dust=3.0, haze_color=(0.055, 0.045, 0.05),
    haze_strength=0.7, exposure_stops=1.3, stars=0.8,
    gradient=((-1.0, (0.02, 0.015, 0.015)), (0.0, (0.055, 0.042, 0.044)), (0.2, (0.026, 0.022, 0.028)), (1.0, (0.010, 0.010, 0.016))),
)  # fmt: skip
# Time by time: the light, where the sun stands (0 straight ahead, clockwise), its height, how far one sees. By eye.
_SKIES: dict[str, tuple[Sunlight, float, float, float]] = {
    "dawn": (_LOW, 0.33, 0.075, 1500.0),
    "morning": (_DAY, 1.75, 0.36, 2300.0),
    "noon": (_DAY, 2.30, 0.90, 2600.0),
    "afternoon": (_DAY, -1.80, 0.40, 2200.0),
    "golden_hour": (_LOW, -0.24, 0.100, 1700.0),
    "dusk": (_LOW._replace(irradiance=1.5, exposure_stops=0.95), -0.20, 0.035, 1500.0),
    "blue_hour": (
        _LOW._replace(irradiance=0.35, sky_strength=0.55, exposure_stops=1.5, stars=0.1),
        -0.30,
        0.030,
        1500.0,
    ),
    "night": (_DARK, 1.0, 0.55, 2200.0),
}
# Mesa by mesa: x, y, height, radius of its top.
_MESAS = (
    (-420.0, 1150.0, 120.0, 90.0), (330.0, 1700.0, 170.0, 170.0), (-1150.0, 2100.0, 240.0, 320.0), (60.0, 3000.0, 230.0, 420.0),
    (1250.0, 2500.0, 260.0, 360.0), (820.0, 1250.0, 105.0, 75.0), (-150.0, 2250.0, 110.0, 60.0),
)  # fmt: skip


class Params(NamedTuple):
    """One stretch of Mars: its dunes, its hour."""

    seed: int = 7
    time: str = "afternoon"
    high_m: float = 4.2


class Land(NamedTuple):
    """The lie of the land; `seed` decides every dune, `high_m` how high they rise."""

    seed: int
    high_m: float

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        sand = Dunes(self.seed, self.high_m, wind_rad=-0.75, giant_m=0.0).height(x, y) * (
            1.0 - ease((r - 420.0) / 700.0)
        )
        worn = Craters(self.seed + 50, share=0.22, clear_x=MARK[0]).height(x, y) * 0.7
        plain = noise.fractal(x / 240.0, y / 240.0, 5, seed=self.seed + 3) * 17.0 * ease((r - 60.0) / 260.0)
        return np.asarray(sand + worn + plain + self._mesas(x, y))

    def _mesas(self, x: F64, y: F64) -> F64:
        """Flat-topped hills on skirts of rubble."""
        rough = noise.fractal(x / 120.0, y / 120.0, 5, ridged=True, seed=self.seed + 6) * 62.0
        total = np.zeros_like(x)
        for mx, my, high, reach in _MESAS:
            away = np.hypot(x - mx, y - my) + rough
            skirt = 0.55 * np.clip(1 - (away - reach) / (2.4 * reach + 60.0), 0, 1) ** 1.4
            cliff = 0.25 * ease((reach + 52.0 - away) / 26.0) + 0.20 * ease((reach + 20.0 - away) / 22.0)
            total = np.maximum(total, high * (skirt + cliff))
        return total * ease((np.hypot(x, y) - 420.0) / 320.0)


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A place on Mars for a shot."""
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time, high_m=float(rng.uniform(3.6, 5.0)))


def build(params: Params) -> Setting:
    """Mars as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 137])
    land = Land(params.seed, params.high_m)
    rocks, blocked = _rocks(land, rng, Corridor(MARK, VIEW_YAW_RAD))
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(land), *rocks, *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(land),),
        obstacles=blocked,
        images={"sand": tiles.sand(params.seed), "footprints": things.trodden(rng, _STRIP[2], _STRIP[3])},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.07}),
        hero_lamps=light.hero_lamps,
        transport=Transport(world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.4,
        move_limits_m=(3.0, 8.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The clear daylight on Mars at a time of day."""
    sun, azimuth_rad, elevation_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    low = elevation_rad < 0.2 and time != "blue_hour"
    return Outdoors(
        sun._replace(elevation_rad=elevation_rad),
        azimuth_rad,
        haze_m,
        VIEW_YAW_RAD,
        disc=low,
        under_cloud=_DAY,
        glow_rad=0.24 if low else 0.55,
    )


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
        growth=0.0100,
        step_m=0.30,
        fine_step_rad=0.0052,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    tone = np.clip(0.5 + 1.2 * noise.fractal(x / 38.0, y / 38.0, 5, seed=land.seed + 20), 0, 1)
    return _planting.node("ground", made.with_data("tone", tone), "sand", smooth=True)


def _rocks(land: Land, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Rocks that the wind has cut to edges and half buried, pebbles between; and what of it stands in the way."""
    made = [
        _planting.node(
            f"rock_{k}",
            _ground_cover.boulder(k + 11, snow=0.0).scaled((1.0, 1.0, 1.4)),
            "rock",
            smooth=True,
            visible=False,
            sharp_rad=0.42,
        )
        for k in range(5)
    ]
    n = 5200
    r = 1.0 + 170.0 * rng.random(n) ** 1.8
    turn = rng.uniform(-1.1, 1.1, n)
    x, y = MARK[0] - r * np.sin(turn), r * np.cos(turn) - 5.0
    scales = 0.022 + 0.16 * rng.random(n) ** 3 + 1.1 * rng.random(n) ** 16 + 0.0015 * r * rng.random(n) ** 3
    heaped = noise.fractal(x / 15.0, y / 15.0, 4, seed=land.seed + 8) + 0.22 * rng.random(n)
    keep = (heaped > 0.10) & (np.abs(x - MARK[0]) > 0.6 + 1.3 * scales) & (corridor.off_axis(x, y) > 0.6 + 2.4 * scales)
    keep &= (np.hypot(x - MARK[0], y - MARK[1]) > _ROOM_M + 1.2 * scales) | (scales < 0.25)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, land.height(x, y) - 0.20 * scales])
    blocked = np.column_stack([x, y, 1.1 * scales])[scales > 0.3]
    return _planting.scattered("rocks", made, points, scales, rng, tilt_rad=0.25), blocked


_SAND: Color = (0.42, 0.215, 0.122)
_DUSK: Color = (0.235, 0.115, 0.066)


def _materials() -> dict[str, Material]:
    far = op("camera_distance")
    fine, coarse = (
        _patterns.laid("sand", tiles.SAND_M, turn_rad=1.05),
        _patterns.laid("sand", 4.7 * tiles.SAND_M, turn_rad=0.85),
    )
    x, y, width, length = _STRIP
    spot = mapping(coords(), scale=(1 / width, 1 / length, 0.0), offset=(0.5 - x / width, 0.5 - y / length, 0.0))
    prints = op("x", image("footprints", spot))
    tone = attribute("tone")
    near, middle = remap(far, 6.0, 36.0, 1.0, 0.0), remap(far, 30.0, 260.0, 1.0, 0.1)
    ripples = op("y", fine) * remap(tone, 0.3, 0.7, 0.15, 0.8)
    broad = op("y", coarse) * remap(tone, 0.3, 0.75, 0.15, 0.8)
    grain = op("x", fine) * 0.35 + tone * 0.40 + op("x", coarse) * 0.25
    broken = noise_of(scale=0.03, detail=5.0, roughness=0.62)
    beds = ramp(
        op("fract", op("z", coords()) * 0.022 + broken * 0.22),
        (0.0, (0.22, 0.085, 0.042)), (0.3, (0.33, 0.14, 0.068)), (0.5, (0.26, 0.10, 0.05)), (0.75, (0.37, 0.165, 0.082)),
        (1.0, (0.22, 0.085, 0.042)),
    )  # fmt: skip
    steep = remap(normal_z() + (broken - 0.5) * 0.3, 0.93, 0.80) * remap(far, 200.0, 500.0)
    plain = {"specular": 0.0, "roughness": 0.95}
    blotch = noise_of(scale=4.0, detail=4.0, roughness=0.6)
    dusty = remap(normal_z() + (blotch - 0.5) * 0.5, 0.55, 0.95)  # dust lies on what faces up
    bare = mix((0.085, 0.050, 0.036), (0.17, 0.088, 0.055), remap(blotch, 0.35, 0.65))
    return {
        "sand": Material(
            color=mix(mix(_DUSK, _SAND, remap(grain, 0.22, 0.74)), beds, steep),
            bumps=(
                Bump(height=broken, strength=remap(far, 200.0, 700.0, 0.0, 0.8), distance_m=40.0),
                Bump(height=broad, strength=middle, distance_m=0.22),
                Bump(height=ripples + prints * 1.6, strength=near, distance_m=0.045),
            ),
            preview=_SAND, **plain,
        ),
        "rock": Material(
            color=mix(bare, (0.31, 0.135, 0.065), dusty * 0.85),
            bumps=(Bump(height=noise_of(scale=11.0, detail=5.0, roughness=0.65), strength=0.7, distance_m=0.06),),
            preview=(0.18, 0.09, 0.055), **plain,
        ),
    }  # fmt: skip
