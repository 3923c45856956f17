"""A bamboo forest: a path of trodden earth between walls of tall green culms, their crowns closed overhead, shafts of light in the
damp air."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple, cast

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _bamboo, _country, _ground_cover, _patterns, _planting, _undergrowth
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._reef import light as rays
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.registry import find
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("bamboo forest", "bamboo grove")
EXAMPLE = "A panda in a bamboo forest"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "rocks", "fallen_leaves", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
LANDMARKS = ("bamboo",)
"""Things that stand in it."""
REGIONS = ("japan", "china", "kyoto")
"""Parts of the world it can be told to be."""

VIEW_YAW_RAD = 0.0
MARK_Y_M = 8.0
_REACH_M = 130.0
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.40, 260.0), "morning": (0.55, 480.0), "noon": (2.2, 700.0), "afternoon": (-0.8, 620.0), "golden_hour": (0.45, 380.0),
    "dusk": (-0.5, 300.0), "blue_hour": (-0.6, 260.0), "night": (0.8, 300.0),
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_SUNNY = ("dawn", "morning", "afternoon", "golden_hour")
_STEMS: tuple[Color, ...] = (
    (0.135, 0.235, 0.048), (0.185, 0.275, 0.060), (0.105, 0.190, 0.050), (0.25, 0.285, 0.075), (0.150, 0.250, 0.085), (0.27, 0.28, 0.10),
)  # fmt: skip
_LEAF: Color = (0.125, 0.245, 0.026)
_EARTH: Color = (0.150, 0.108, 0.062)


class Params(NamedTuple):
    """One bamboo forest: its seed and its hour, and whether the sun draws shafts in its air."""

    seed: int = 7
    time: str = "morning"
    shafts: bool = True


class Floor(NamedTuple):
    """The lie of the ground: a path that bends out of sight; `seed` decides every bump."""

    seed: int

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        phase = 0.08 * (self.seed % 5)
        return np.asarray(0.9 * np.sin(y * 0.07 + phase) - 0.0045 * np.clip(y - 14.0, 0, 60) ** 2)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side."""
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = self.off_path(x, y)
        rolling = (
            noise.fractal(x * 0.04, y * 0.04, 3, seed=self.seed) * 1.5 * (0.15 + 0.85 * ease((aside - 1.2) / 10.0))
        )
        bumps = noise.fractal(x * 0.5, y * 0.5, 3, seed=self.seed + 1) * 0.15 * (0.2 + 0.8 * ease((aside - 0.8) / 1.5))
        return np.asarray(rolling + bumps + 0.22 * ease((aside - 0.9) / 0.9) + 1.8 * ease((aside - 4.0) / 40.0))


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A bamboo forest for a shot."""
    sunny = shot.weather.kind == "clear" and shot.light.time in _SUNNY
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time, shafts=sunny)


def build(params: Params) -> Setting:
    """The bamboo forest as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 615])
    floor = Floor(params.seed)
    mark_at = (float(floor.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=16.0, forward_m=4.0)
    culms, stems = _culms(floor, params, rng, corridor)
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    shafts = (_shafts(rng, outdoors),) if params.shafts else ()
    return Setting(
        nodes=(_ground(floor), *culms, *_growth(floor, params, rng, corridor), *shafts, *light.nodes),
        materials=_materials(outdoors, params.shafts),
        world=light.world,
        ground=partial(Floor.height, floor),
        marks=(_mark(floor, mark_at),),
        obstacles=stems,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.14}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=6, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=35.0,
        view_fall_rad=0.4,
        move_limits_m=(1.4, 6.0, 2.5),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The clear daylight over the forest at a time of day. Raises UnknownName."""
    sun = find("filmwright.content.times", time, where="light.time").SUN
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    # Light reaches the floor only from above: the sun stands higher than over open land.
    low = {"golden_hour": 0.42, "dawn": 0.36, "dusk": 0.36, "morning": 0.62}.get(time, 0.0)
    sun = sun._replace(elevation_rad=max(sun.elevation_rad, low), irradiance=sun.irradiance * 1.7)
    return Outdoors(sun, azimuth_rad, haze_m, VIEW_YAW_RAD, stops={"night": 0.6, "golden_hour": 1.2}.get(time, 1.35))


def _mark(floor: Floor, at: tuple[float, float]) -> Mark:
    y = np.arange(24.0, -12.0, -1.0)
    return _country.along(floor.height, at, floor.path_x, y, view_yaw_rad=VIEW_YAW_RAD, back_m=14.0, radius_m=1.4)


def _ground(floor: Floor) -> Node:
    made = _country.sheet(
        floor.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.022,
        step_m=0.35,
        fine_step_rad=0.011,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    made = made.with_data("trail", np.exp(-((floor.off_path(x, y) / 1.05) ** 4)))
    moss = noise.fractal(x / 4.0, y / 4.0, 4, seed=floor.seed + 3)
    return _planting.node("ground", made.with_data("moss", np.clip((moss + 0.10) / 0.16, 0, 1)), "ground", smooth=True)


def _spots(rng: np.random.Generator, cell_m: float, far_m: float) -> F64:
    """Places (n, 2) on a jittered grid before and beside the cameras."""
    gx, gy = np.meshgrid(np.arange(-far_m, far_m, cell_m), np.arange(-14.0, far_m, cell_m))
    points = np.column_stack([gx.ravel(), gy.ravel()])
    return np.asarray(points + (rng.random(points.shape) - 0.5) * cell_m * 0.95)


def _culms(floor: Floor, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """The bamboo, in groups with gaps between them, closest along the path; and where it stands in the way."""
    at = np.concatenate([_spots(rng, 0.72, 26.0), _spots(rng, 1.15, 74.0)])
    eyes = corridor.eyes(6)
    far = _planting.distances(at, eyes)
    dense = np.arange(len(at)) < len(_spots(np.random.default_rng(0), 0.72, 26.0))
    x, y = at[:, 0], at[:, 1]
    aside = floor.off_path(x, y)
    groups = noise.fractal(x / 3.4, y / 3.4, 3, seed=params.seed + 5)
    share = np.clip(0.46 + 2.2 * groups, 0.05, 0.95) + 0.25 * (aside < 3.2) + 0.5 * ease((far - 30.0) / 25.0)
    keep = (dense == (far < 24.0)) & (far < 72.0) & (rng.random(len(at)) < share)
    keep &= (aside > 1.75) & (corridor.off_axis(x, y) > 1.75)
    keep &= (far < 7.0) | _planting.ahead(at, eyes, VIEW_YAW_RAD, 0.95)
    at, far = at[keep], far[keep]
    points = np.column_stack([at, floor.height(at[:, 0], at[:, 1]) - 0.03])
    scales = rng.uniform(0.72, 1.22, len(at))

    def make(kind: int, detail: str) -> Shape:
        stem = _STEMS[kind % len(_STEMS)]
        dry = kind % len(_STEMS) == 3
        leaf = (0.21, 0.25, 0.04) if dry else _LEAF
        return _bamboo.culm(
            params.seed + 7 * kind,
            cast(_bamboo.Detail, detail),
            stem=stem,
            leaf=leaf,
            radius_m=0.046 + 0.006 * (kind % 3),
        )

    nodes = _planting.graded(
        "culm", make, ("leaves", "culm"), points, scales, far, rng, shading=0.5, tilt_rad=0.035,
        grades=(_planting.Grade("near", 9.0, 6), _planting.Grade("mid", 26.0, 6), _planting.Grade("far", 1e9, 6)),
    )  # fmt: skip
    return nodes, np.column_stack([at, 0.07 * scales])[far < 20.0]


def _growth(floor: Floor, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Low sprays and ferns under the culms, straw of fallen leaves, a few mossy stones."""
    nodes: list[Node] = []
    eyes = corridor.eyes(6)
    kinds: tuple[tuple[str, list[Shape], tuple[str, ...], float, float, float, float], ...] = (
        # name, forms, materials, about one every so many metres, out to, off the path, share
        ("spray", [_bamboo.spray(k, stem=_STEMS[k], leaf=_LEAF) for k in range(4)], ("leaves", "culm"), 1.25, 34.0, 1.5, 0.5),
        ("fern", [_undergrowth.fern(k, color=(0.055, 0.115, 0.024), reach_m=0.6) for k in range(3)], ("leaves",), 1.0, 30.0, 1.3, 0.55),
        ("straw", [_undergrowth.fallen_leaves(k, colors=((0.30, 0.22, 0.10), (0.20, 0.14, 0.06), (0.34, 0.29, 0.13)), count=60)
                   for k in range(4)], ("leaves",), 0.8, 18.0, 0.0, 0.7),
        ("stone", [_ground_cover.boulder(k + 5, snow=0.0) for k in range(3)], ("rock",), 3.1, 30.0, 1.5, 0.4),
    )  # fmt: skip
    for name, forms, materials, cell_m, reach_m, aside_m, share in kinds:
        at = _spots(rng, cell_m, reach_m)
        aside = floor.off_path(at[:, 0], at[:, 1])
        keep = (aside > aside_m) & (rng.random(len(at)) < share * np.where(aside < 1.0, 0.35, 1.0))
        if aside_m > 0:
            keep &= corridor.off_axis(at[:, 0], at[:, 1]) > 1.5
        far = _planting.distances(at, eyes)
        keep &= (far < reach_m) & ((far < 6.0) | _planting.ahead(at, eyes, VIEW_YAW_RAD, 0.9))
        at = at[keep]
        lift = {"straw": 0.015, "stone": -0.06}.get(name, -0.02)
        points = np.column_stack([at, floor.height(at[:, 0], at[:, 1]) + lift])
        scales = (
            0.10 + 0.34 * rng.random(len(at)) ** 2
            if name == "stone"
            else rng.uniform(0.7, 1.3, len(at)) * (0.6 if name == "straw" else 1.0)
        )
        made = [
            _planting.node(
                f"{name}_{k}", form, *materials, visible=False, smooth=name == "stone",
                hidden_from=() if name == "stone" else ("diffuse", "shadow"),
            )
            for k, form in enumerate(forms)
        ]  # fmt: skip
        nodes += _planting.scattered(name, made, points, scales, rng, tilt_rad=0.03 if name == "straw" else 0.1)
    return nodes


def _shafts(rng: np.random.Generator, outdoors: Outdoors) -> Node:
    """Sunlight that falls between the crowns, in the mist."""
    slope = 1.0 / math.tan(outdoors.sun.elevation_rad)
    turn = outdoors.sun_azimuth_rad
    fall = (-math.sin(turn) * slope, -math.cos(turn) * slope)
    made = rays.shafts(rng, fall, 10.5)
    # They begin so far off that none hangs just before a lens.
    made = made.moved((-4.0 * fall[0], 8.0 - 6.0 * fall[1], 0.0))
    return _planting.node(
        "shafts", made, "shaft", smooth=True, hidden_from=("diffuse", "glossy", "shadow", "transmission")
    )


def _materials(outdoors: Outdoors, shafts: bool) -> dict[str, Material]:
    fine, wide = _patterns.laid("turf", 1.2), _patterns.laid("turf", 7.0, turn_rad=0.4)
    near = remap(op("camera_distance"), 5.0, 45.0, 1.0, 0.0)
    mottle = remap(op("y", fine) * 0.5 + op("z", fine) * 0.5, 0.25, 0.75)
    litter = mix((0.075, 0.055, 0.026), (0.235, 0.175, 0.085), mottle)
    trodden = mix(_EARTH, (0.26, 0.20, 0.125), remap(op("x", wide) * 0.5 + op("z", fine) * 0.5, 0.35, 0.7))
    moss: Color = (0.070, 0.115, 0.022)
    mossy = attribute("moss") * (1.0 - attribute("trail")) * remap(op("z", fine), 0.2, 0.5) * 0.9
    ground = mix(mix(litter, moss, mossy), trodden, attribute("trail") * remap(op("z", fine), 0.2, 0.6, 0.6, 1.0))
    plain = {"specular": 0.0, "roughness": 0.9}
    made = {
        "ground": Material(
            color=ground, bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.5, strength=near * 0.8, distance_m=0.04),),
            preview=_EARTH, **plain,
        ),
        "culm": Material(color=attribute("tint"), roughness=0.36, specular=0.4, preview=_STEMS[0]),
        "leaves": Material(color=attribute("tint"), translucent=0.45, preview=_LEAF, **plain),
        "rock": Material(
            color=mix(mix((0.085, 0.080, 0.070), (0.19, 0.18, 0.16), mottle), (0.050, 0.072, 0.020),
                      remap(normal_z() * 0.5 + op("z", fine) * 1.1, 0.55, 1.0, 0.0, 0.8)),
            bumps=(Bump(height=op("y", fine), strength=near * 0.6, distance_m=0.02),), preview=(0.12, 0.12, 0.1), **plain,
        ),
    }  # fmt: skip
    if shafts:
        made["shaft"] = Material(
            model="glow", emission=outdoors.sun.color, emission_strength=attribute("light") * (0.02 * outdoors.sun.irradiance), haze=False,
            preview=(0.2, 0.2, 0.18),
        )  # fmt: skip
    return made
