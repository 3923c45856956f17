"""A pine valley under a mountain: a path between dark trees, a glade on the sunny side, snow in winter, grass in summer."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from filmwright.content import atmosphere
from filmwright.content.environments import _conifer, _ground_cover, _terrain
from filmwright.content.environments._forest import Corridor, Trees, plant
from filmwright.content.environments._terrain import Land
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.registry import find
from filmwright.scene.nodes import Instances, Mesh, Node, Ray, Transport
from filmwright.scene.shade import (
    Bump,
    Expr,
    Material,
    Value,
    attribute,
    coords,
    mix,
    noise,
    normal_z,
    op,
    remap,
    voronoi,
)
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = (
    "snowy valley",
    "pine forest",
    "fir forest",
    "winter forest",
)
EXAMPLE = "A woman in a red coat walks through a snowy pine forest at golden hour"
TIMES = ("golden_hour", "dawn", "morning", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "snowfall", "rain")
FEATURES = ("mountains", "pines", "trees", "rocks", "tall_grass", "path_through_snow", "snowdrifts", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("pine_forest",)
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["winter", "spring", "summer", "autumn"]
MARK_Y_M = 14.0
BARE_STOPS = 0.9  # grass sends back a tenth of what snow does: expose longer; chosen by eye
VIEW_YAW_RAD = -0.06  # towards the peak; chosen

# Where the sun stands over this valley (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.75, 700.0),
    "morning": (1.25, 800.0),
    "noon": (1.75, 1300.0),
    "afternoon": (-1.35, 1000.0),
    "golden_hour": (1.2, 800.0),
    "dusk": (0.42, 900.0),
    "blue_hour": (-0.6, 600.0),
    "night": (-0.8, 900.0),
}


class Params(BaseModel):
    """Every choice there is to make about the valley."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    time: str = "golden_hour"
    season: Season = "winter"
    mountains: bool = True
    density: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """Choose a valley for a shot. Rain without a word of snow falls on an autumn forest."""
    place = shot.place
    season: Season = "winter"
    if place.season in ("winter", "spring", "summer", "autumn"):
        season = place.season  # type: ignore[assignment]
    elif place.ground in ("grass", "moss", "leaves"):
        season = "summer"
    elif shot.weather.kind == "rain" and place.ground != "snow":
        season = "autumn"
    return Params(seed=int(rng.integers(1 << 31)), time=shot.light.time, season=season)


def build(params: Params) -> Setting:
    """The valley as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 5])
    land = Land(seed=3, mountains=0.60 if params.mountains else 0.12)
    mark_at = (float(land.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD)
    trees = plant(land, corridor, rng, density=params.density)
    rocks, rock_obstacles = _rocks(land, corridor, rng, _snow_share(params.season))
    nodes: list[Node] = [*_ground(land), *_trees(trees, rng, params.season), *rocks]
    nodes += _grass(land, rng, params.season)
    outdoors = sky_of(params.time, stops=0.0 if params.season == "winter" else BARE_STOPS)
    light = atmosphere.daylight(outdoors)
    near = trees.only(trees.distance_m < 40)
    tree_obstacles = np.column_stack([near.points[:, :2], 0.35 + 1.6 * near.scales])
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params.season),
        world=light.world,
        ground=partial(Land.height, land),
        marks=(_mark(land, mark_at),),
        obstacles=np.concatenate([tree_obstacles, rock_obstacles]),
        haze=light.haze,
        exposure=light.exposure,
        hero_lamps=light.hero_lamps,
        f_stop=4.0,
        lens_mm=35.0,
        view_fall_rad=0.5,
        move_limits_m=(2.5, 6.0, 3.0),
        # Without sampling the sky as a light: bounced rays find it, it is smooth, and a frame costs a quarter less.
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        outdoors=outdoors,
    )


def sky_of(time: str, *, stops: float = 0.0) -> Outdoors:
    """The clear daylight over this valley at a time of day. Raises UnknownName."""
    sun = find("filmwright.content.times", time, where="light.time").SUN
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["golden_hour"])
    return Outdoors(sun, azimuth_rad, haze_m, VIEW_YAW_RAD, stops=stops)


def _snow_share(season: Season) -> float:
    return 1.0 if season == "winter" else 0.0


def _mark(land: Land, at: tuple[float, float]) -> Mark:
    y = np.arange(62.0, -17.0, -1.0)
    x = land.path_x(y)
    height = float(land.height(np.array(at[0]), np.array(at[1])))
    return Mark(
        position=(at[0], at[1], height),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=24.0,
    )


def _mesh(
    name: str,
    made: Shape,
    materials: tuple[str, ...],
    *,
    smooth: bool = True,
    visible: bool = True,
    hidden_from: tuple[Ray, ...] = (),
) -> Mesh:
    return Mesh(
        name=name,
        points=made.points,
        faces=made.faces,
        materials=materials,
        material_index=made.slot,
        smooth=smooth,
        point_data=made.data,
        visible=visible,
        hidden_from=hidden_from,
    )


def _ground(land: Land) -> list[Node]:
    return [
        _mesh("ground", _terrain.near_ground(land), ("ground",)),
        _mesh("mountain", _terrain.far_land(land), ("mountain",)),
    ]


def _scattered(
    name: str, prototypes: list[Mesh], points: F64, scales: F64, rng: np.random.Generator, tilt: float
) -> list[Node]:
    """The prototypes copied to points, each turned at random."""
    n = len(points)
    if not n:
        return []
    turns = np.column_stack([rng.normal(0, tilt, (n, 2)), rng.random(n) * 2 * math.pi])
    copies = Instances(
        name=name,
        prototypes=tuple(p.name for p in prototypes),
        points=points,
        choice=rng.integers(0, len(prototypes), n),
        scales=scales,
        rotations=turns,
    )
    return [*prototypes, copies]


_NEEDLES: dict[Season, Color] = {
    "winter": (0.050, 0.086, 0.052),
    "spring": (0.055, 0.115, 0.036),
    "summer": (0.045, 0.098, 0.032),
    "autumn": (0.055, 0.080, 0.030),
}
_LARCH: Color = (0.34, 0.19, 0.035)  # a larch in October among the firs


def _trees(trees: Trees, rng: np.random.Generator, season: Season) -> list[Node]:
    snow = 0.75 * _snow_share(season)
    needle = _NEEDLES[season]
    nodes: list[Node] = []
    bounds: tuple[tuple[_conifer.Detail, float, float, int], ...] = (
        ("near", 0.0, 20.0, 4),
        ("mid", 20.0, 80.0, 5),
        ("far", 80.0, 1e9, 5),
    )

    def prototypes(detail: _conifer.Detail, kinds: int, hidden_from: tuple[Ray, ...] = ()) -> list[Mesh]:
        return [
            _mesh(
                f"conifer_{detail}_{k}",
                _conifer.conifer(k + 1, detail, needle=_LARCH if season == "autumn" and k == 0 else needle, snow=snow),
                ("needles", "bark"),
                smooth=False,
                visible=False,
                hidden_from=hidden_from,
            )
            for k in range(kinds)
        ]

    for detail, start, end, kinds in bounds:
        chosen = trees.only((trees.distance_m >= start) & (trees.distance_m < end))
        # A near tree is looked at in full, but light finds only its double, which is ten times lighter to trace.
        made = prototypes(detail, kinds, ("shadow", "diffuse") if detail == "near" else ())
        planted = _scattered(f"trees_{detail}", made, chosen.points, chosen.scales, rng, 0.03)
        nodes += planted
        if detail == "near" and planted:
            doubles = prototypes("double", kinds, ("camera", "glossy"))
            names = tuple(d.name for d in doubles)
            nodes += [*doubles, planted[-1].model_copy(update={"name": "trees_double", "prototypes": names})]
    return nodes


def _rocks(land: Land, corridor: Corridor, rng: np.random.Generator, snow: float) -> tuple[list[Node], F64]:
    y = 2 + 120 * rng.random(260) ** 1.5
    x = (rng.random(260) * 2 - 1) * (12 + y * 0.5)
    scales = 0.15 + 0.85 * rng.random(260) ** 3
    keep = (land.off_path(x, y) > 2.2 + scales) & (corridor.off_axis(x, y) > 3.0 + scales)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, land.height(x, y) - 0.1 * scales])
    prototypes = [
        _mesh(f"boulder_{k}", _ground_cover.boulder(k + 1, snow=snow), ("rock",), visible=False) for k in range(4)
    ]
    high = scales > 0.5
    return _scattered("rocks", prototypes, points, scales, rng, 0.12), np.column_stack([x, y, scales])[high]


def _grass(land: Land, rng: np.random.Generator, season: Season) -> list[Node]:
    count, color = {
        "winter": (1500, (0.46, 0.30, 0.14)),
        "spring": (5000, (0.14, 0.27, 0.05)),
        "summer": (6000, (0.17, 0.23, 0.05)),
        "autumn": (4500, (0.36, 0.25, 0.10)),
    }[season]
    y = -8 + 62 * rng.random(count) ** 1.2
    x = land.path_x(y) + (rng.random(count) * 2 - 1) * (9 + 0.4 * np.clip(y, 0, None))
    keep = land.off_path(x, y) > 1.1
    if season == "winter":
        from filmwright.scene.noise import fractal

        keep &= fractal(x * 0.25, y * 0.25, 3, seed=land.seed) > 0.05
    x, y = x[keep], y[keep]
    points = np.column_stack([x, y, land.height(x, y)])
    prototypes = [
        _mesh(f"tuft_{k}", _ground_cover.tuft(k, color=color), ("grass",), smooth=False, visible=False)
        for k in range(3)
    ]
    return _scattered("grass", prototypes, points, 0.6 + 0.8 * rng.random(len(x)), rng, 0.1)


_SNOW: Color = (0.84, 0.87, 0.93)
_ROCK: Color = (0.10, 0.094, 0.088)


def _materials(season: Season) -> dict[str, Material]:
    trodden = remap(voronoi(scale=2.6), 0.15, 0.55) * attribute("trail")  # footprints, one in the other
    if season == "winter":
        rough = Bump(height=noise(scale=1.4, detail=3.0) + trodden * 0.5, strength=0.5, distance_m=0.30)
    else:
        rough = Bump(height=noise(scale=6.0, detail=3.0, roughness=0.65), strength=0.8, distance_m=0.12)
    broad = noise(scale=0.12, detail=3.0)
    if season == "winter":
        ground = mix(_SNOW, (0.66, 0.71, 0.80), attribute("trail"))
    else:
        field, dirt = {
            "spring": ((0.08, 0.15, 0.035), (0.13, 0.10, 0.07)),
            "summer": ((0.085, 0.125, 0.035), (0.19, 0.15, 0.10)),
            "autumn": ((0.15, 0.115, 0.055), (0.12, 0.09, 0.065)),
        }[season]
        patches = mix(
            field, (field[0] * 1.7, field[1] * 1.35, field[2] * 1.2), remap(noise(scale=0.8, detail=3.0), 0.35, 0.7)
        )
        ground = mix(patches, dirt, attribute("trail"))
    level = remap(normal_z() + (broad - 0.5) * 0.35, 0.66, 0.80)
    if season == "winter":
        massif = mix(_ROCK, _SNOW, level)
    else:  # meadows below, bare rock above, snow only at the top
        height = op("z", coords()) + (broad - 0.5) * 40.0
        massif = mix(mix(_ROCK, ground, level * remap(height, 45.0, 20.0)), _SNOW, level * remap(height, 85.0, 105.0))
    white = remap(normal_z(), -0.05, 0.35)
    plain = {"specular": 0.0, "roughness": 0.9}

    def dark_to_bounces(color: Value) -> Expr:
        """Needles send almost no light on: black for bounced rays, which then end there (a tenth of a frame's cost)."""
        return mix(color, (0.0, 0.0, 0.0), op("ray", kind="diffuse"))

    return {
        "ground": Material(color=ground, bumps=(rough,), preview=_SNOW if season == "winter" else None, **plain),
        "mountain": Material(color=massif, **plain),
        "needles": Material(
            color=dark_to_bounces(mix(attribute("tint"), _SNOW, attribute("snow") * white)),
            preview=_NEEDLES[season],
            **plain,
        ),
        "bark": Material(color=dark_to_bounces((0.06, 0.04, 0.027)), preview=(0.06, 0.04, 0.027), **plain),
        "rock": Material(color=mix(_ROCK, _SNOW, remap(attribute("snow"), 0.4, 0.6)), preview=_ROCK, **plain),
        "grass": Material(color=dark_to_bounces(attribute("tint")), preview=(0.3, 0.2, 0.1), **plain),
    }
