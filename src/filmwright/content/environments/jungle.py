"""A tropical rainforest: a muddy path under great trees with buttresses and lianas, palms and plants of huge leaves that close in from
both sides, damp air."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple, cast

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _broadleaf,
    _country,
    _ground_cover,
    _patterns,
    _planting,
    _tropical,
    _undergrowth,
)
from filmwright.content.environments._broadleaf import Habit
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.registry import find
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("jungle", "rainforest")
EXAMPLE = "A man in a khaki shirt walks through the jungle"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "palm_trees", "rocks", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("rainforest",)
"""Places it is as well: nothing is missing when one of them is asked for."""
REGIONS = ("amazon", "congo", "borneo", "sumatra", "costa_rica", "madagascar")
"""Parts of the world it can be told to be."""

VIEW_YAW_RAD = 0.0
MARK_Y_M = 8.0
_REACH_M = 120.0
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.45, 420.0), "morning": (0.85, 750.0), "noon": (2.4, 850.0), "afternoon": (-1.1, 800.0), "golden_hour": (0.6, 520.0),
    "dusk": (-0.5, 300.0), "blue_hour": (-0.6, 260.0), "night": (0.8, 300.0),
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_GIANT = Habit(
    height_m=27.0,
    trunk_m=0.48,
    spread=0.27,
    depth=0.20,
    middle=0.78,
    clumps=46,
    clump=0.075,
    fork=0.58,
    limbs=7,
    lean=0.015,
)
_UNDER = Habit(
    height_m=12.0,
    trunk_m=0.10,
    spread=0.24,
    depth=0.30,
    middle=0.74,
    clumps=34,
    clump=0.075,
    fork=0.4,
    limbs=8,
    leaf_m=0.3,
    lean=0.05,
)
_LEAF: Color = (0.055, 0.125, 0.020)
_BRIGHT: Color = (0.105, 0.215, 0.030)
_DEEP: Color = (0.030, 0.085, 0.022)
_BLOOM: Color = (0.62, 0.055, 0.022)
_MOSS: Color = (0.050, 0.085, 0.016)
_PATH_END_Y = 31.0  # beyond it trees stand in the way, so that one does not look out under the canopy at an empty sky


class Params(NamedTuple):
    """One jungle: its seed and its hour."""

    seed: int = 7
    time: str = "morning"


class Floor(NamedTuple):
    """The lie of the ground: a sunken path that winds between low humps; `seed` decides every bump."""

    seed: int

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(1.5 * np.sin(y * 0.075 + 0.1 * (self.seed % 7)) - 1.5 * math.sin(0.01 * (self.seed % 7)))

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path, to the side; far away where the growth has closed over it."""
        ended = np.clip(np.asarray(y, float) - _PATH_END_Y, 0, None)
        return np.asarray(np.abs(np.asarray(x, float) - self.path_x(y)) + ended)

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = self.off_path(x, y)
        humps = noise.fractal(x * 0.05, y * 0.05, 4, seed=self.seed) * 2.2 * (0.15 + 0.85 * ease((aside - 1.0) / 9.0))
        bumps = noise.fractal(x * 0.4, y * 0.4, 3, seed=self.seed + 1) * 0.22 * (0.2 + 0.8 * ease((aside - 0.5) / 2.0))
        return np.asarray(humps + bumps + 1.2 * ease((aside - 1.5) / 16.0) - 0.16 * np.exp(-((aside / 0.9) ** 4)))


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A jungle for a shot."""
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time)


def build(params: Params) -> Setting:
    """The jungle as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 612])
    floor = Floor(params.seed)
    mark_at = (float(floor.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=18.0)
    trees, trunks = _trees(floor, params, rng, corridor)
    plants, stems = _plants(floor, rng, corridor)
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(floor), *trees, *plants, *_lianas(floor, params, rng), *light.nodes),
        materials=_materials(),
        world=light.world,
        ground=partial(Floor.height, floor),
        marks=(_mark(floor, mark_at),),
        obstacles=np.concatenate([trunks, stems]),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.14}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=35.0,
        view_fall_rad=0.4,
        move_limits_m=(1.6, 6.0, 2.5),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The clear daylight over the jungle at a time of day. Raises UnknownName."""
    sun = find("filmwright.content.times", time, where="light.time").SUN
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    # Light reaches the floor only from above: the sun stands higher than over open land.
    low = {"golden_hour": 0.35, "dawn": 0.3, "dusk": 0.3}.get(time, 0.0)
    sun = sun._replace(elevation_rad=max(sun.elevation_rad, low), irradiance=sun.irradiance * 1.7)
    return Outdoors(sun, azimuth_rad, haze_m, VIEW_YAW_RAD, stops={"night": 0.6, "golden_hour": 1.65}.get(time, 2.15))


def _mark(floor: Floor, at: tuple[float, float]) -> Mark:
    y = np.arange(28.0, -13.0, -1.0)
    return _country.along(floor.height, at, floor.path_x, y, view_yaw_rad=VIEW_YAW_RAD, back_m=15.0, radius_m=2.2)


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
    return _planting.node(
        "ground", made.with_data("trail", np.exp(-((floor.off_path(x, y) / 0.85) ** 4))), "ground", smooth=True
    )


def _stood(
    floor: Floor,
    corridor: Corridor,
    rng: np.random.Generator,
    cell_m: float,
    reach_m: float,
    clear_m: float,
    aside_m: float,
) -> tuple[F64, F64]:
    """Points (n, 3) on the ground about `cell_m` apart, `aside_m` off the path and `clear_m` off where cameras stand, as far as one
    sees them; and their distance to the nearest camera."""
    at = np.arange(-reach_m, reach_m, cell_m)
    gx, gy = np.meshgrid(at, at[at > -20.0])
    spots = np.column_stack([gx.ravel(), gy.ravel()])
    spots = spots + (rng.random(spots.shape) - 0.5) * cell_m * 0.95
    x, y = spots[:, 0], spots[:, 1]
    eyes = corridor.eyes(6)
    far = _planting.distances(spots, eyes)
    keep = (floor.off_path(x, y) > aside_m) & (corridor.off_axis(x, y) > clear_m) & (far < reach_m)
    keep &= (far < 12.0) | _planting.ahead(spots, eyes, VIEW_YAW_RAD, 0.95)
    x, y, far = x[keep], y[keep], far[keep]
    return np.column_stack([x, y, floor.height(x, y) - 0.05]), far


def _trees(floor: Floor, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Great trees on buttresses, slender ones between them; and the trunks that stand in the way."""
    points, far = _stood(floor, corridor, rng, 7.5, 85.0, 3.6, 3.8)
    scales = rng.uniform(0.75, 1.25, len(points))

    def giant(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, cast(_broadleaf.Detail, detail), _GIANT, leaf=_LEAF)

    nodes = _planting.graded(
        "giant", giant, ("leaves", "bark"), points, scales, far, rng, shading=0.3,
        grades=(_planting.Grade("mid", 40.0, 3), _planting.Grade("far", 1e9, 3)), tilt_rad=0.02,
    )  # fmt: skip
    roots = [
        _planting.node(
            f"buttress_{k}", _tropical.buttresses(k, radius_m=_GIANT.trunk_m), "bark", smooth=True, visible=False
        )
        for k in range(3)
    ]
    near = far < 60.0
    nodes += _planting.scattered("buttresses", roots, points[near], scales[near], rng, tilt_rad=0.0)
    blocked = [np.column_stack([points[:, :2], 1.5 * scales])[far < 25.0]]

    points, far = _stood(floor, corridor, rng, 5.6, 70.0, 3.8, 3.4)
    scales = rng.uniform(0.7, 1.3, len(points))

    def under(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + 20 + kind, cast(_broadleaf.Detail, detail), _UNDER, leaf=_BRIGHT)

    nodes += _planting.graded(
        "under", under, ("leaves", "bark"), points, scales, far, rng, shading=0.2,
        grades=(_planting.Grade("near", 14.0, 2), _planting.Grade("mid", 32.0, 3), _planting.Grade("far", 1e9, 3)),
    )  # fmt: skip
    blocked.append(np.column_stack([points[:, :2], 0.3 * scales])[far < 25.0])
    return nodes, np.concatenate(blocked)


def _plants(floor: Floor, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Palms, plantains, heliconias, ferns and taros, the lower the nearer to the path; and the stems that stand in the way."""
    kinds: tuple[tuple[str, list[Shape], tuple[str, ...], float, float, float, float, float], ...] = (
        # name, forms, materials, about one every so many metres, out to, off the cameras, off the path, stem's radius
        ("palm", [_tropical.palm(k, stem_m=2.2 + 1.9 * k, frond_m=2.8, color=_LEAF) for k in range(3)], ("leaf", "bark"),
         4.0, 60.0, 3.0, 2.5, 0.2),
        ("low_palm", [_tropical.palm(9 + k, stem_m=0.3, frond_m=1.7, color=_BRIGHT, fronds=9) for k in range(2)], ("leaf", "bark"),
         3.4, 40.0, 2.5, 2.0, 0.0),
        ("plantain", [_tropical.plantain(k, high_m=2.3 + 0.5 * k, color=_BRIGHT) for k in range(3)], ("leaf",),
         3.4, 44.0, 2.7, 2.3, 0.3),
        ("heliconia", [_tropical.heliconia(k, leaf=_LEAF, bloom=_BLOOM) for k in range(2)], ("leaf",), 5.5, 30.0, 2.2, 1.8, 0.0),
        ("taro", [_tropical.taro(k, color=_BRIGHT) for k in range(3)], ("leaf",), 1.25, 30.0, 1.5, 1.25, 0.0),
        ("fern", [_undergrowth.fern(k, color=_DEEP, reach_m=0.9) for k in range(3)], ("leaf",), 1.15, 34.0, 1.2, 1.0, 0.0),
    )  # fmt: skip
    nodes: list[Node] = []
    blocked = [np.zeros((0, 3))]
    for name, forms, materials, cell_m, reach_m, clear_m, aside_m, stem_m in kinds:
        points, far = _stood(floor, corridor, rng, cell_m, reach_m, clear_m, aside_m)
        scales = rng.uniform(0.65, 1.25, len(points))
        made = [
            _planting.node(
                f"{name}_{k}", form, *materials, visible=False, hidden_from=("diffuse",), smooth=name != "fern"
            )
            for k, form in enumerate(forms)
        ]
        nodes += _planting.scattered(name, made, points, scales, rng, tilt_rad=0.09)
        if stem_m:
            blocked.append(np.column_stack([points[:, :2], stem_m * scales])[far < 20.0])
    made = [
        _planting.node(f"stone_{k}", _ground_cover.boulder(k + 5, snow=0.0), "rock", smooth=True, visible=False)
        for k in range(2)
    ]
    points, _ = _stood(floor, corridor, rng, 3.2, 26.0, 1.4, 1.1)
    nodes += _planting.scattered("stones", made, points, 0.12 + 0.4 * rng.random(len(points)) ** 2, rng, tilt_rad=0.2)
    litter = [
        _planting.node(
            f"litter_{k}",
            _undergrowth.fallen_leaves(
                k, colors=((0.16, 0.10, 0.045), (0.10, 0.075, 0.03), (0.20, 0.15, 0.04)), count=20
            ),
            "leaf",
            visible=False,
            hidden_from=("diffuse", "shadow"),
        )
        for k in range(3)
    ]
    points, _ = _stood(floor, corridor, rng, 0.9, 20.0, 0.0, 0.0)
    nodes += _planting.scattered(
        "litter", litter, points + np.array([0.0, 0.0, 0.055]), rng.uniform(1.0, 1.7, len(points)), rng, tilt_rad=0.02
    )
    return nodes, np.concatenate(blocked)


def _lianas(floor: Floor, params: Params, rng: np.random.Generator) -> list[Node]:
    """Lianas across the path and down from the crowns."""
    made = []
    for k in range(9):
        y = 11.0 + 3.6 * k + rng.uniform(-1.0, 1.0)
        x = float(floor.path_x(np.array(y)))
        left, right = x - rng.uniform(4.0, 8.0), x + rng.uniform(4.0, 8.0)
        high = rng.uniform(6.0, 10.0, 2)
        made.append(
            _tropical.liana(np.array([left, y, high[0]]), np.array([right, y + rng.uniform(-3, 3), high[1]]), rng.uniform(1.0, 2.8),
                            params.seed + k, radius_m=0.045)
        )  # fmt: skip
    for k in range(26):
        y = rng.uniform(6.0, 44.0)
        x = float(floor.path_x(np.array(y))) + rng.choice([-1.0, 1.0]) * rng.uniform(2.6, 9.0)
        low = float(floor.height(np.array(x), np.array(y))) + rng.uniform(-0.2, 3.0)
        made.append(
            _tropical.liana(
                np.array([x, y, 15.0]),
                np.array([x + rng.normal(0, 0.6), y, low]),
                0.0,
                params.seed + 50 + k,
                radius_m=0.03,
            )
        )
    return [_planting.node("lianas", shapes.join(made), "liana", smooth=True)]


def _materials() -> dict[str, Material]:
    fine = _patterns.laid("turf", 1.4)
    near = remap(op("camera_distance"), 5.0, 45.0, 1.0, 0.0)
    mottle = op("y", fine) * 0.5 + op("z", fine) * 0.5
    soil = mix((0.030, 0.022, 0.013), (0.095, 0.066, 0.036), remap(mottle, 0.3, 0.7))
    mud = mix((0.070, 0.045, 0.026), (0.150, 0.098, 0.058), remap(op("z", fine), 0.25, 0.7))
    upright = op("combine", op("x", coords()) * 0.5 + op("y", coords()) * 0.5, op("z", coords()) * 0.3, 0.0)
    streaks = _patterns.repeated("turf", upright)
    stem = remap(op("x", streaks) * 0.6 + op("y", streaks) * 0.4, 0.25, 0.75)
    moss = remap(op("z", coords()), 0.3, 5.0, 0.95, 0.1) * remap(op("z", streaks), 0.35, 0.6)
    bark = mix(mix((0.060, 0.050, 0.038), (0.165, 0.145, 0.115), stem), _MOSS, moss)
    plain = {"specular": 0.0, "roughness": 0.9}
    return {
        "ground": Material(
            color=mix(mix(soil, _MOSS, remap(op("x", fine), 0.55, 0.75, 0.0, 0.6)), mud, attribute("trail")),
            roughness=remap(attribute("trail"), 0.0, 1.0, 0.9, 0.42), specular=0.3,
            bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.4, strength=near * 0.9, distance_m=0.06),), preview=(0.09, 0.06, 0.035),
        ),
        "leaf": Material(color=attribute("tint"), translucent=0.35, specular=0.35, roughness=0.42, preview=_BRIGHT),
        "leaves": Material(color=attribute("tint"), translucent=0.42, preview=_LEAF, **plain),
        "bark": Material(
            color=bark, bumps=(Bump(height=op("y", streaks), strength=near * 0.6, distance_m=0.03),), preview=(0.10, 0.09, 0.07), **plain
        ),
        "liana": Material(color=cmul(bark, (0.8, 0.75, 0.65)), preview=(0.08, 0.06, 0.04), **plain),
        "rock": Material(
            color=mix(mix((0.06, 0.058, 0.052), (0.15, 0.14, 0.125), op("x", fine)), _MOSS,
                      remap(normal_z() + op("z", fine) * 0.7, 0.6, 1.1)),
            preview=(0.11, 0.10, 0.09), **plain,
        ),
    }  # fmt: skip
