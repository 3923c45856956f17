"""A canyon of red rock: a sandy floor between walls in bands and terraces, buttes in the haze at its end."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _broadleaf,
    _country,
    _grasses,
    _ground_cover,
    _open_sky,
    _patterns,
    _planting,
)
from filmwright.content.environments._broadleaf import SHRUB
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mix, normal_z, op, ramp, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("canyon", "red rock canyon", "grand canyon", "monument valley")
EXAMPLE = "A man in a leather jacket walks through a canyon at sunset"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("rocks", "mountains", "sand", "tall_grass", "horizon", "dust", "floor", "shadows", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("gorge",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
MARK_Y_M = 8.0
_REACH_M = 4600.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; it must reach down between the walls. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.25, 1800.0),
    "morning": (2.98, 3400.0),
    "noon": (2.75, 4200.0),
    "afternoon": (-2.9, 3400.0),
    "golden_hour": (-2.92, 2600.0),
    "dusk": (-0.2, 2400.0),
    "blue_hour": (-0.8, 2400.0),
    "night": (2.4, 3000.0),
}
# Butte by butte: x, y, height, radius of its top.
_BUTTES = (
    (-190.0, 900.0, 175.0, 62.0), (150.0, 1250.0, 210.0, 80.0), (20.0, 1900.0, 230.0, 130.0), (-620.0, 1500.0, 240.0, 210.0),
    (560.0, 1700.0, 220.0, 160.0), (-60.0, 3200.0, 300.0, 520.0), (900.0, 2900.0, 310.0, 420.0), (-1200.0, 2900.0, 300.0, 480.0),
)  # fmt: skip


class Gulch(NamedTuple):
    """The lie of the canyon: a winding floor, walls that rise in steps, open land with buttes beyond; `wall_m` their height."""

    seed: int
    wall_m: float = 62.0

    def path_x(self, y: F64) -> F64:
        """x of the middle of the floor."""
        y = np.asarray(y, float)
        return np.asarray(2.6 * np.sin(y * 0.031 + 0.4) - 1.0 + 4.0 * np.sin(np.clip(y - 30.0, 0, 400) * 0.012))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = np.abs(x - self.path_x(y))
        flutes = noise.fractal(x / 15.0, y / 15.0, 4, ridged=True, seed=self.seed + 1) * 9.0
        bays = noise.fractal(x / 62.0 + 3, y / 62.0, 3, seed=self.seed + 2) * 26.0
        open_ = ease((y - 190.0) / 240.0)
        into = aside + flutes * 0.6 + bays - (19.0 + 300.0 * open_)
        wall = self._terraced(np.clip(into * 1.35, 0.0, None), self.wall_m * (1 - 0.2 * open_))
        talus = 3.4 * ease((into + 9.0) / 11.0)
        floor = (
            noise.fractal(x * 0.06, y * 0.06, 4, seed=self.seed + 3) * 0.9 * (0.35 + 0.65 * ease((aside - 2.5) / 8.0))
        )
        land = noise.fractal(x * 0.004, y * 0.004, 5, seed=self.seed + 4) * 26.0 * open_
        return np.asarray(wall + talus + floor + land + self._buttes(x, y))

    def _terraced(self, slope: F64, top: F64) -> F64:
        """A slope broken into cliffs and ledges, up to a rim."""
        step = 15.0
        at = slope / step
        rise = np.floor(at) + ease((at - np.floor(at) - 0.02) / 0.42)
        return np.asarray(np.minimum(rise * step * 0.92, top + 0.04 * slope))

    def _buttes(self, x: F64, y: F64) -> F64:
        """Flat-topped towers on skirts of scree."""
        rough = noise.fractal(x / 70.0, y / 70.0, 5, ridged=True, seed=self.seed + 6) * 46.0
        total = np.zeros_like(x)
        for bx, by, high, reach in _BUTTES:
            away = np.hypot(x - bx, y - by) + rough
            skirt = 0.42 * np.clip(1 - (away - reach) / (2.2 * reach), 0, 1) ** 1.3
            cliff = 0.58 * ease((reach + 40.0 - away) / 26.0)
            total = np.maximum(total, high * (skirt + cliff))
        return total * ease((np.hypot(x, y) - 320.0) / 260.0)


class Params(NamedTuple):
    """One canyon: its walls, its hour."""

    seed: int = 7
    time: str = "morning"
    clouds: float = 0.45
    wind: float = 0.12
    wall_m: float = 62.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A canyon for a shot."""
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        clouds=float(rng.uniform(0.36, 0.54)),
        wall_m=float(rng.uniform(52.0, 70.0)),
    )


def build(params: Params) -> Setting:
    """The canyon as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 111])
    gulch = Gulch(params.seed, params.wall_m)
    mark_at = (float(gulch.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=21.0)
    things, blocked = _strewn(gulch, params, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(gulch), *things, *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Gulch.height, gulch),
        marks=(_mark(gulch, mark_at),),
        obstacles=blocked,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.05}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=32.0,
        view_fall_rad=0.35,
        move_limits_m=(2.5, 7.0, 5.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the canyon at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 0.4, "golden_hour": 0.6}.get(time, 0.6)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    lift = {"golden_hour": 0.30, "dawn": 0.2, "dusk": 0.2}.get(time)  # high enough to reach over the walls
    return found if lift is None else found._replace(sun=found.sun._replace(elevation_rad=lift))


def _mark(gulch: Gulch, at: tuple[float, float]) -> Mark:
    y = np.arange(32.0, -16.0, -1.0)
    x = gulch.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(gulch.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=20.0,
        radius_m=4.5,
    )


def _ground(gulch: Gulch) -> Node:
    made = _country.sheet(
        gulch.height,
        center=(0.0, -3.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0100,
        fine_step_rad=0.0048,
    )
    return _planting.node("ground", made, "rock", smooth=True)


def _strewn(gulch: Gulch, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Boulders fallen from the walls, pebbles, sagebrush and dry tussocks; and what of it stands in the way."""
    eyes = corridor.eyes(6)
    made = [
        _planting.node(
            f"boulder_{k}", _ground_cover.boulder(k + 1, snow=0.0), "boulder", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    n = 900
    y = rng.uniform(-14, 130, n)
    aside = rng.uniform(1.6, 26.0, n) * np.where(rng.random(n) < 0.5, -1, 1)
    x = gulch.path_x(y) + aside
    scales = 0.06 + (0.25 + 1.5 * np.clip((np.abs(aside) - 5.0) / 12.0, 0, 1)) * rng.random(n) ** 3.0
    lying = np.abs(gulch.height(x + 0.8, y) - gulch.height(x - 0.8, y)) < 1.3  # none clings to a cliff
    keep = lying & (np.abs(aside) > 1.4 + 1.3 * scales) & (corridor.off_axis(x, y) > 1.8 + 1.2 * scales)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, gulch.height(x, y) - 0.2 * scales])
    nodes: list[Node] = _planting.scattered("boulders", made, points, scales, rng, tilt_rad=0.35)
    blocked = np.column_stack([x, y, 1.1 * scales])[scales > 0.35]
    n = 330
    r = 9.0 + 380.0 * rng.random(n) ** 1.8
    turn = rng.uniform(-0.9, 0.9, n)
    at = np.column_stack([-r * np.sin(turn), r * np.cos(turn) - 8.0])
    off = np.abs(at[:, 0] - gulch.path_x(at[:, 1]))
    rise = np.abs(gulch.height(at[:, 0] + 0.7, at[:, 1]) - gulch.height(at[:, 0] - 0.7, at[:, 1]))
    at = at[(off > 3.4) & (rise < 0.8) & (corridor.off_axis(at[:, 0], at[:, 1]) > 2.8)]
    scales = 0.25 + 0.5 * rng.random(len(at)) ** 1.5
    bushes = np.column_stack([at, gulch.height(at[:, 0], at[:, 1]) - 0.04])
    sage: Color = (0.30, 0.31, 0.19)

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, SHRUB._replace(height_m=1.5, leaf_m=0.06), leaf=sage)  # type: ignore[arg-type]

    far = _planting.distances(bushes, eyes)
    nodes += _planting.graded(
        "sage", make, ("leaves", "bark"), bushes, scales, far, rng,
        grades=(_planting.Grade("near", 16.0, 2), _planting.Grade("mid", 50.0, 2), _planting.Grade("far", 1e9, 2)),
    )  # fmt: skip
    blocked = np.concatenate([blocked, np.column_stack([at, 0.9 * scales])[far < 40]])

    def dry(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 8.0, y / 8.0, 3, seed=params.seed + 14)
        off = np.abs(x - gulch.path_x(y))
        return np.asarray(
            np.clip((drift - 0.05) / 0.12, 0, 0.8) * np.clip((off - 1.6) / 1.5, 0, 1) * (gulch.height(x, y) < 4.0)
        )

    blades = _grasses.Blades(
        height_m=0.36, wind=params.wind, wild=0.75, color=(0.24, 0.19, 0.075), tip=(0.48, 0.37, 0.17), ears=0.1
    )
    belts = (_grasses.Belt(0.0, 24.0, 0.9, 60, 0.006, 0.34), _grasses.Belt(24.0, 80.0, 0.16, 40, 0.022, 0.5, 1.2))
    return nodes + _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, gulch.height, dry, rng, belts=belts), blocked


_SAND: Color = (0.44, 0.235, 0.125)


def _materials() -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    height = op("z", coords())
    broken = noise_of(scale=0.028, detail=5.0, roughness=0.6)
    fine = noise_of(scale=0.55, detail=4.0, roughness=0.6)
    # Beds of stone: bands by height that waver a little, the same all through the canyon.
    band = op("fract", height * 0.021 + broken * 0.16 + 0.1)
    beds = ramp(
        band, (0.0, (0.30, 0.105, 0.055)), (0.16, (0.43, 0.175, 0.085)), (0.24, (0.55, 0.31, 0.17)), (0.30, (0.36, 0.125, 0.062)),
        (0.52, (0.47, 0.205, 0.10)), (0.60, (0.60, 0.38, 0.23)), (0.66, (0.33, 0.115, 0.06)), (0.86, (0.44, 0.17, 0.08)),
        (1.0, (0.30, 0.105, 0.055)),
    )  # fmt: skip
    fading = remap(op("camera_distance"), 120.0, 600.0, 1.0, 0.25)
    thin = 1.0 + (remap(op("fract", height * 0.36 + broken * 2.2), 0.0, 1.0, 0.84, 1.12) - 1.0) * fading
    streaks = noise_of(op("vmul", coords(), (0.42, 0.42, 0.035)), scale=1.0, detail=3.0)
    varnish = remap(streaks, 0.56, 0.70, 1.0, 0.62)  # dark streaks that rain leaves on cliffs
    shade = thin * varnish * remap(fine, 0.3, 0.7, 0.82, 1.18)
    stone = cmul(beds, op("combine", shade, shade, shade))
    tile = _patterns.laid("turf", 2.2)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = remap(op("y", tile), 0.2, 0.8, 0.70, 1.30)
    sand = cmul(_SAND, mix((1.0, 1.0, 1.0), op("combine", grain, grain, grain), near))
    flat = remap(normal_z() + (fine - 0.5) * 0.35, 0.80, 0.93)
    lump = _patterns.laid("turf", 1.7)
    return {
        "rock": Material(
            color=mix(stone, sand, flat),
            bumps=(
                Bump(height=thin + fine * 1.5, strength=remap(flat, 0.0, 1.0, 1.0, 0.1), distance_m=0.45),
                Bump(height=op("z", tile) + op("y", tile) * 0.4, strength=near * 0.6, distance_m=0.05),
            ),
            preview=(0.43, 0.19, 0.09), **plain,
        ),
        "boulder": Material(
            color=mix((0.30, 0.115, 0.06), (0.50, 0.24, 0.125), remap(op("x", lump) * 0.5 + op("y", lump) * 0.5, 0.3, 0.7)),
            preview=(0.4, 0.17, 0.09), **plain,
        ),
        "leaves": Material(color=attribute("tint"), translucent=0.25, preview=(0.16, 0.17, 0.09), **plain),
        "bark": Material(color=(0.10, 0.07, 0.05), **plain),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=(0.3, 0.24, 0.1), **plain),
    }  # fmt: skip
