"""A waterfall: white water over dark wet rock into a pool, mossy boulders and ferns, trees round the rim, mist at its foot."""

from __future__ import annotations

from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _alps,
    _broadleaf,
    _country,
    _grasses,
    _ground_cover,
    _open_sky,
    _patterns,
    _planting,
    _undergrowth,
)
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._waterfall import cascade, gorge
from filmwright.content.environments._waterfall.gorge import FALL_X, Gorge
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("waterfall", "cascade", "waterfalls")
EXAMPLE = "A woman in a red jacket stands at a waterfall"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("water", "foam", "reflections", "trees", "pines", "rocks", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""

Season = Literal["spring", "summer", "autumn"]
VIEW_YAW_RAD = 0.13  # a little towards the fall
MARK = (1.725, -5.5)

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye: behind the camera's shoulders, so that the
# water and the wet rock shine; low ones come over the rim.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.7, 330.0),
    "morning": (-2.75, 1500.0),
    "noon": (-2.5, 1800.0),
    "afternoon": (-3.0, 1500.0),
    "golden_hour": (-2.85, 800.0),
    "dusk": (0.8, 700.0),
    "blue_hour": (-0.8, 700.0),
    "night": (-2.6, 900.0),
}
_LEAVES: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.095, 0.17, 0.022), (0.07, 0.15, 0.02)),
    "summer": ((0.062, 0.118, 0.018), (0.055, 0.115, 0.018)),
    "autumn": ((0.44, 0.20, 0.02), (0.15, 0.12, 0.02)),
}
"""Leaves, and what grows on the ground."""


class Params(NamedTuple):
    """One waterfall: when it is, how its rocks lie, how much water there is."""

    seed: int = 7
    time: str = "morning"
    season: Season = "summer"
    high_m: float = 10.0
    width_m: float = 3.4
    clouds: float = 0.5


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A waterfall for a shot."""
    season: Season = "summer"
    if shot.place.season in _LEAVES:
        season = shot.place.season
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        high_m=float(rng.uniform(9.2, 10.8)),
        width_m=float(rng.uniform(3.8, 5.0)),
        clouds=float(rng.uniform(0.44, 0.58)),
    )


def build(params: Params) -> Setting:
    """The waterfall as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 71])
    land = Gorge(params.seed, params.high_m)
    corridor = Corridor(MARK, VIEW_YAW_RAD, back_m=13.0, forward_m=1.0)
    eyes = corridor.eyes(6)
    trees, trunks = _trees(land, params, rng, corridor)
    stones, blocked = _stones(land, params.width_m, rng, corridor)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    bright = 1.5 * atmosphere.luminance(atmosphere.ambient(outdoors))  # drops scatter all colors alike
    return Setting(
        nodes=(
            _ground(land, params),
            _planting.node("wall", gorge.wall(land), "cliff", smooth=True, sharp_rad=0.75),
            _planting.node("water", shapes.grid([-60.0, 40.0], [-60.0, 24.0]), "water"),
            _planting.node("fall", cascade.sheets(land, params.width_m), "fall", smooth=True),
            _planting.node("threads", cascade.threads(land), "fall", smooth=True),
            _planting.node("mist", cascade.mist(land), "mist", smooth=True, hidden_from=("shadow", "diffuse")),
            *trees, *stones, *_growth(land, params, rng, eyes), *light.nodes,
        ),
        materials=_materials(params, cascade.foot(land), (0.93 * bright, bright, 1.05 * bright)),
        world=light.world,
        ground=partial(Gorge.height, land),
        marks=(_mark(land),),
        obstacles=np.concatenate([trunks, blocked]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed), "fall": cascade.pattern(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=10, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=29.0,
        camera_height_m=1.25,
        view_fall_rad=0.3,
        move_limits_m=(2.0, 5.0, 4.0),
        outdoors=outdoors,
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the waterfall at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 1.8, "golden_hour": 0.8, "dawn": 1.3, "dusk": 1.0, "blue_hour": 0.9}.get(time, 1.35)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn", "dusk"):  # high enough to come over the trees
        return found._replace(sun=found.sun._replace(elevation_rad=0.36, color=_paler(found.sun.color)))
    return found._replace(sun=found.sun._replace(elevation_rad=max(found.sun.elevation_rad, 0.72)))


def _paler(color: Color) -> Color:
    """The light of a low sun halfway to white: wet rock must not turn to copper."""
    return (0.5 + 0.5 * color[0], 0.5 + 0.5 * color[1], 0.5 + 0.5 * color[2])


def _way_x(y: F64) -> F64:
    """x of the way along the pool's right bank."""
    y = np.asarray(y, float)
    return np.asarray(2.0 + 0.030 * np.clip(y, 0, None) ** 1.9 - 0.05 * np.clip(-y, 0, None))


def _mark(land: Gorge) -> Mark:
    y = np.arange(8.0, -16.6, -0.75)
    return Mark(
        position=(*MARK, _country.level_ground(land.height, *MARK)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(_way_x(y), y, strict=True)),
        back_m=12.0,
        radius_m=1.6,
    )


def _ground(land: Gorge, params: Params) -> Node:
    made = _country.sheet(
        land.height,
        center=(0.5, -5.5),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=120.0,
        growth=0.014,
        step_m=0.28,
        fine_step_rad=0.0085,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    out = land.water(x, y) + 4.5 * noise.fractal(x / 3.0, y / 3.0, 4, seed=params.seed + 14)
    made = made.with_data("green", ease((out - 2.4) / 1.6))
    made = made.with_data("wet", 1 - ease((made.points[:, 2] - 0.03) / 0.22))
    trail = np.exp(-((np.abs(x - _way_x(y)) / 0.5) ** 4)) * (y < 10)
    return _planting.node("ground", made.with_data("trail", trail), "ground", smooth=True)


def _trees(land: Gorge, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Firs and broadleaf trees above the wall and on both banks; two frame the view."""
    eyes = corridor.eyes(5)
    n = 1500
    x, y = rng.uniform(-42, 38, n), rng.uniform(-8, 62, n)
    behind = y - land.foot_y(x)
    open_to = 6.0 + 9.0 * ease((4.0 - y) / 6.0)  # the sun comes up the stream
    aside = np.maximum(x - 9.5, land.stream_x(y) - open_to - x)
    keep = ((behind > 3.4) & (np.abs(x - FALL_X) > 1.9 - 0.02 * behind)) | ((aside > 0.8) & (behind < -2.0))
    keep &= corridor.off_axis(x, y) > 6.0
    keep &= rng.random(n) < np.where(behind > 0, 0.55, 0.30)
    x, y = x[keep], y[keep]
    framing = np.array([(9.4, 7.0), (10.5, 2.5), (-14.5, 6.0), (-12.5, 9.5), (11.0, 10.5)])
    x, y = np.concatenate([framing[:, 0], x]), np.concatenate([framing[:, 1], y])
    points = np.column_stack([x, y, land.height(x, y) - 0.2])
    scales = 0.55 + 0.5 * rng.random(len(x))
    leafy = rng.random(len(x)) < 0.52
    nodes = _alps.conifers("rim", points[~leafy], scales[~leafy], eyes, rng, snow=0.0)
    leaf = _LEAVES[params.season][0]
    habit = _broadleaf.BIRCH._replace(height_m=11.0, spread=0.27, clumps=50)

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf)  # type: ignore[arg-type]

    nodes += _planting.graded(
        "leafy", make, ("leaves", "bark"), points[leafy], scales[leafy], _planting.distances(points[leafy], eyes), rng,
        grades=(_planting.Grade("near", 20.0, 2), _planting.Grade("mid", 60.0, 3), _planting.Grade("far", 1e9, 2)),
    )  # fmt: skip
    return nodes, np.column_stack([framing, np.full(len(framing), 0.5)])


def _stones(land: Gorge, width_m: float, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Boulders round the pool, in the stream and at the wall's foot, and the gravel between them."""
    made = [
        _planting.node(
            f"boulder_{k}", _ground_cover.boulder(k + 11, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(5)
    ]
    n = 1300
    x, y = rng.uniform(-14, 10, n), rng.uniform(-19, 15, n)
    scales = 0.16 + 0.95 * rng.random(n) ** 2.6
    d = land.water(x, y)
    fx, fy = cascade.foot(land)
    rim = np.exp(-((d / 1.1) ** 2)) + 0.5 * np.exp(-(((land.foot_y(x) - y - 1.2) / 1.3) ** 2))
    rapids = 0.22 * (np.abs(x - land.stream_x(y)) < 3.2) * (y < 2.5)
    keep = rng.random(n) < rim + rapids
    keep &= (corridor.off_axis(x, y) > 1.6 + 1.2 * scales) & (np.abs(x - _way_x(y)) > 1.25 + 1.15 * scales)
    keep &= (np.hypot(x - fx, y - fy) > 1.2 + scales) & (y < land.foot_y(x) - 0.2)
    keep &= (scales < 0.55) | (np.abs(d) < 2.0) | (y > 9.5)
    # The line from the camera to the fall stays free of the largest.
    keep &= (scales < 0.5) | (np.abs(x - FALL_X - (15.0 - y) * 0.19) > 1.7) | (y > 12.0)
    x, y, scales = x[keep], y[keep], scales[keep]
    nodes = _planting.scattered(
        "boulders",
        made,
        np.column_stack([x, y, np.maximum(land.height(x, y), -0.35) + 0.10 * scales]),
        scales,
        rng,
        tilt_rad=0.3,
    )
    parted, large = cascade.rocks(land, width_m)
    wet = [k.model_copy(update={"name": f"fall_{i}", "materials": ("wet_rock",)}) for i, k in enumerate(made)]
    nodes += _planting.scattered("fall_rocks", wet, parted, large, rng, tilt_rad=0.3)
    m = 5200
    px, py = rng.uniform(-10, 8, m), rng.uniform(-18, 5, m)
    small = 0.015 + 0.09 * rng.random(m) ** 3
    near = (land.water(px, py) < 6.0) & (land.water(px, py) > -1.5)
    pebbles = [k.model_copy(update={"name": f"pebble_{i}"}) for i, k in enumerate(made[:3])]
    px, py, small = px[near], py[near], small[near]
    nodes += _planting.scattered(
        "pebbles", pebbles, np.column_stack([px, py, land.height(px, py)]), small, rng, tilt_rad=0.5
    )
    m = 3200
    cx, cy = rng.uniform(-9, 8, m), rng.uniform(-18, 9, m)
    cobble = 0.07 + 0.24 * rng.random(m) ** 2.2
    out = land.water(cx, cy)
    near = (out < 4.0 - 3.0 * rng.random(m)) & (out > -1.3) & (np.abs(cx - _way_x(cy)) > 0.42 + cobble)
    near &= corridor.off_axis(cx, cy) > 0.5 + cobble
    cobbles = [k.model_copy(update={"name": f"cobble_{i}"}) for i, k in enumerate(made)]
    cx, cy, cobble = cx[near], cy[near], cobble[near]
    nodes += _planting.scattered(
        "cobbles", cobbles, np.column_stack([cx, cy, land.height(cx, cy) + 0.15 * cobble]), cobble, rng, tilt_rad=0.4
    )
    trunk = _undergrowth.lying(_undergrowth.log(3, length_m=5.5, radius_m=0.24), np.array([-6.2, -1.2, 0.30]), 0.95)
    nodes.append(_planting.node("log", trunk, "bark_log", smooth=True))
    return nodes, np.column_stack([x, y, 1.1 * scales])[scales > 0.33]


def _growth(land: Gorge, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Ferns on the banks and the wall's foot, grass between the stones."""
    green = _LEAVES[params.season][1]

    def dry(x: F64, y: F64) -> F64:
        out = land.water(x, y) + 4.5 * noise.fractal(x / 3.0, y / 3.0, 4, seed=params.seed + 14)
        off = np.clip((np.abs(x - _way_x(y)) - 0.35) / 0.5, 0, 1)
        return np.asarray(off * ease((out - 2.2) / 1.6) * (y < land.foot_y(x) - 0.5))

    blades = _grasses.Blades(height_m=0.24, wind=0.06, color=green, tip=(0.17, 0.20, 0.05), ears=0.02)
    belts = (_grasses.Belt(0.0, 14.0, 4.0, 46, 0.0055, 0.5), _grasses.Belt(14.0, 40.0, 1.3, 40, 0.013, 0.9))
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, land.height, dry, rng, belts=belts)
    ferns = [
        _planting.node(
            f"fern_{k}", _undergrowth.fern(k + 5, color=(green[0] * 0.95, green[1], green[2])), "grass", visible=False
        )
        for k in range(4)
    ]
    n = 2200
    x, y = rng.uniform(-17, 15, n), rng.uniform(-17, 18, n)
    keep = (rng.random(n) < 0.75 * dry(x, y)) & (land.height(x, y) < 7.0)
    keep &= (np.abs(x - _way_x(y)) > 1.5) & (_planting.distances(np.column_stack([x, y]), eyes) > 1.4)
    x, y = x[keep], y[keep]
    nodes += _planting.scattered(
        "ferns", ferns, np.column_stack([x, y, land.height(x, y)]), 0.55 + 0.7 * rng.random(len(x)), rng, tilt_rad=0.15
    )
    # On the wall's ledges, rooted in the face itself.
    m = 420
    wx, wz = rng.uniform(-20, 16, m), rng.uniform(0.6, 12.0, m)
    keep = (wz < land.top(wx)) & (np.abs(wx - FALL_X) > 2.2)
    wx, wz = wx[keep], wz[keep]
    hung = np.column_stack([wx, land.face_y(wx, wz) + 0.02, wz])
    nodes += _planting.scattered("ledge_ferns", [f.model_copy(update={"name": f"ledge_{f.name}"}) for f in ferns], hung,
                                 0.4 + 0.6 * rng.random(len(wx)), rng, tilt_rad=0.45)  # fmt: skip
    return nodes


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


_MOSS: Color = (0.040, 0.062, 0.012)


def _materials(params: Params, foot: tuple[float, float], scattered: Color) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.9)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = remap(op("y", fine), 0.2, 0.8, 0.65, 1.35)
    speckle = mix((1.0, 1.0, 1.0), _grey(grain), near)
    across, up = op("x", coords()), op("z", coords())
    # Rock of the wall: its strata lie a little aslant; water has stained it in streaks from above.
    slab = _patterns.repeated("turf", op("combine", across * 0.16, up * 0.42 + across * 0.05, 0.0))
    streak = _patterns.repeated("turf", op("combine", across * 0.55, up * 0.05, 0.0))
    broken = op("x", slab) * 0.5 + op("z", slab) * 0.5
    stone = mix((0.050, 0.047, 0.043), (0.175, 0.165, 0.148), remap(broken, 0.28, 0.72))
    stone = cmul(stone, _grey(remap(op("z", streak), 0.25, 0.75, 0.6, 1.15)))
    wet = attribute("wet")
    soaked = op("max", wet, remap(op("z", streak), 0.62, 0.72) * 0.7)
    moss_noise = noise_of(scale=0.9, detail=4.0)
    mossy = remap(normal_z() + (moss_noise - 0.5) * 1.7, 0.38, 0.80) * remap(wet, 0.5, 1.0, 1.0, 0.1)
    moss = cmul(_MOSS, _grey(remap(moss_noise, 0.3, 0.7, 0.55, 1.5)))
    face = mix(cmul(stone, _grey(remap(soaked, 0.0, 1.0, 1.0, 0.38))), moss, op("max", mossy, attribute("above")))
    boulder = mix(
        (0.060, 0.058, 0.054), (0.20, 0.19, 0.175), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7)
    )
    low = remap(up, 0.02, 0.22, 0.36, 1.0)
    capped = remap(normal_z() + (noise_of(scale=2.6, detail=4.0) - 0.5) * 1.9, 0.50, 0.86) * remap(up, 0.14, 0.4)
    gravel = cmul((0.062, 0.057, 0.049), speckle)
    soil = cmul((0.050, 0.062, 0.020), speckle)
    bank = mix(mix(gravel, soil, attribute("green")), cmul((0.070, 0.062, 0.048), speckle), attribute("trail") * 0.6)
    green = _LEAVES[params.season]
    return {
        "ground": Material(
            color=mix(bank, (0.028, 0.026, 0.021), attribute("wet") * 0.85), roughness=remap(attribute("wet"), 0.0, 1.0, 0.9, 0.3),
            specular=0.25, bumps=(Bump(height=op("z", fine), strength=near * 0.7, distance_m=0.05),), preview=(0.10, 0.10, 0.06),
        ),
        "cliff": Material(
            color=face, roughness=remap(soaked, 0.0, 1.0, 0.75, 0.22), specular=remap(soaked, 0.0, 1.0, 0.2, 0.5),
            bumps=(Bump(height=op("y", slab) * 0.5 + broken, strength=0.9, distance_m=0.14),), preview=(0.10, 0.10, 0.085),
        ),
        "rock": Material(
            color=mix(cmul(boulder, _grey(low)), moss, capped), roughness=remap(low, 0.36, 1.0, 0.18, 0.75), specular=0.35,
            preview=(0.12, 0.12, 0.10),
        ),
        "wet_rock": Material(color=cmul(boulder, (0.30, 0.29, 0.27)), roughness=0.2, specular=0.5, preview=(0.05, 0.05, 0.045)),
        "fall": cascade.falling(),
        "water": cascade.pool(foot),
        "mist": cascade.vapor(scattered),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=green[1], **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.32, preview=green[0], **plain),
        "needles": _alps.needles(False),
        "bark": Material(color=attribute("tint"), preview=(0.07, 0.055, 0.045), **plain),
        "bark_log": Material(color=mix(attribute("tint"), moss, remap(normal_z(), 0.2, 0.7)), preview=(0.07, 0.06, 0.04), **plain),
    }  # fmt: skip
