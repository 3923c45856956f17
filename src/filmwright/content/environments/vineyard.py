"""A vineyard: rows of vines on their wires over rolling hills, ripe grapes under the leaves, grass between the rows, a farmhouse among
cypresses on a ridge."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _country, _grasses, _open_sky, _patterns, _planting
from filmwright.content.environments._broadleaf import OAK
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._town.fabric import leaves, slab
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("vineyard",)
EXAMPLE = "A woman in a straw hat walks through a vineyard"
TIMES = ("golden_hour", "morning", "afternoon", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("trees", "mountains", "horizon", "roof", "moving_clouds", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""

Season = Literal["spring", "summer", "autumn"]
VIEW_YAW_RAD = 0.0
MARK = (0.0, 9.0)
ROW_M, STEP_M = 2.3, 1.05  # from one row to the next, from one vine to the next
_REACH_M = 4400.0
_HOUSE = (-74.0, 268.0)

_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.45, 1500.0),
    "morning": (1.6, 3200.0),
    "noon": (2.3, 5000.0),
    "afternoon": (-1.9, 3800.0),
    "golden_hour": (-1.15, 2000.0),
    "dusk": (-0.35, 1900.0),
    "blue_hour": (-0.7, 1700.0),
    "night": (1.4, 2000.0),
}
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye."""
_VINES: dict[Season, tuple[Color, ...]] = {
    "spring": ((0.14, 0.24, 0.03), (0.11, 0.20, 0.025), (0.19, 0.28, 0.05)),
    "summer": ((0.07, 0.145, 0.02), (0.095, 0.175, 0.025), (0.05, 0.11, 0.018), (0.15, 0.20, 0.035)),
    "autumn": ((0.46, 0.27, 0.02), (0.38, 0.11, 0.015), (0.30, 0.24, 0.03), (0.50, 0.34, 0.04), (0.26, 0.05, 0.02)),
}


class Params(NamedTuple):
    """One vineyard: its hour, its season, its wind."""

    seed: int = 7
    time: str = "golden_hour"
    season: Season = "summer"
    wind: float = 0.1
    clouds: float = 0.42


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A vineyard for a shot."""
    season: Season = "summer"
    if shot.place.season in ("spring", "autumn"):
        season = shot.place.season  # type: ignore[assignment]
    wind = {"still": 0.02, "breeze": 0.1, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.1)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, wind, float(rng.uniform(0.34, 0.54)))


class Hills(NamedTuple):
    """The lie of the land: a slope that falls gently away from the camera, hills behind each other."""

    seed: int

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        fall = -5.2 * ease((y - 14.0) / 95.0) + 16.0 * ease((y - 105.0) / 170.0)
        roll = 2.4 * np.sin(x / 41.0 + 0.6) * ease((np.abs(x) - 5.0) / 50.0)
        small = 0.10 * noise.fractal(x / 5.0, y / 9.0, 3, seed=self.seed + 1)
        hills = (
            (noise.fractal(x / 330.0 + 3, y / 330.0, 5, seed=self.seed + 2) + 0.2) * 90.0 * ease((r - 230.0) / 500.0)
        )
        far = (
            noise.fractal(x / 1500.0, y / 1500.0, 7, ridged=True, seed=self.seed + 3)
            * 420.0
            * ease((r - 1300.0) / 1800.0)
        )
        knoll = 9.0 * np.exp(-(((x - _HOUSE[0]) / 55.0) ** 2) - ((y - _HOUSE[1]) / 60.0) ** 2)
        return np.asarray(fall + roll + small + hills + far + knoll)

    def planted(self, x: F64, y: F64) -> F64:
        """0..1: where vines grow."""
        wild = noise.fractal(x / 170.0 + 9, y / 170.0, 3, seed=self.seed + 5)
        far = ease((np.hypot(x, y) - 150.0) / 40.0)
        house = np.hypot(x - _HOUSE[0], y - _HOUSE[1]) > 34.0
        return np.asarray((1 - far * (wild < -0.02)) * house * (np.hypot(x, y) < 520.0))


def build(params: Params) -> Setting:
    """The vineyard as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 467])
    hills = Hills(params.seed)
    eyes = Corridor(MARK, VIEW_YAW_RAD, back_m=18.0).eyes(5)
    eyes = eyes[np.abs(eyes[:, 0]) < 2.5]
    vines, stems = _vines(hills, params, rng, eyes)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(
            _ground(hills, params), *vines, *_house(hills), *_trees(hills, params, rng, eyes), *_growth(hills, params, rng, eyes),
            *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Hills.height, hills),
        marks=(_mark(hills),),
        obstacles=stems,
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.07}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=2.0,
        view_fall_rad=0.2,
        move_limits_m=(0.5, 7.0, 6.0),
        outdoors=outdoors,
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the vineyard at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    low = time in ("dusk", "dawn")
    stops = {"night": 0.35, "golden_hour": 0.95}.get(time, 0.6)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)
    if time == "golden_hour":  # high enough to reach between the rows
        return found._replace(sun=found.sun._replace(elevation_rad=0.3))
    return found


def _mark(hills: Hills) -> Mark:
    """On the grass between two rows, on a way along them towards the camera."""
    y = np.arange(36.0, -15.0, -1.0)
    return Mark(
        position=(*MARK, _country.level_ground(hills.height, *MARK)), view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0], float(b)) for b in y), back_m=15.0, radius_m=0.55,
    )  # fmt: skip


def _vine(seed: int, detail: str, season: Season) -> Shape:
    """One vine on its trellis, its row along +Y, 1.9 m tall; leaves in slot 0, wood in slot 1, grapes in slot 2."""
    rng = np.random.default_rng([seed, 29])
    count, size = {"near": (430, 0.058), "mid": (130, 0.11), "far": (34, 0.24)}[detail]
    if season == "spring":
        count = int(0.6 * count)
    at = np.column_stack(
        [rng.normal(0, 0.17, count), rng.uniform(-0.62, 0.62, count), 0.78 + 1.08 * rng.random(count) ** 0.85]
    )
    at[:, 0] *= 0.6 + 0.5 * np.sin(np.clip((at[:, 2] - 0.7) / 1.2, 0, 1) * math.pi)
    out = np.column_stack([np.sign(at[:, 0]) * 0.9, rng.normal(0, 0.3, count), np.full(count, 0.5)])
    crown = leaves(rng, at, size, _VINES[season], facing=out)
    shade = (0.55 + 0.5 * np.clip(np.abs(at[:, 0]) / 0.22, 0, 1)) * (0.7 + 0.35 * np.clip((at[:, 2] - 0.8) / 0.9, 0, 1))
    crown = crown.with_data("tint", crown.data["tint"] * np.repeat(shade, 4)[:, None])
    parts = [crown]
    if detail != "far":
        bend = rng.normal(0, 0.035, (5, 2))
        trunk = np.column_stack([np.cumsum(bend[:, 0]) * 0.5, np.cumsum(bend[:, 1]) * 0.7, np.linspace(-0.1, 0.86, 5)])
        wood = shapes.sweep(shapes.curve(trunk, 9), np.linspace(0.036, 0.022, 9), sides=7)
        arms = [
            shapes.sweep([trunk[-1], (0, s * 0.3, 0.9), (0.02, s * 0.55, 0.88)], [0.018, 0.013, 0.008], sides=5)
            for s in (-1, 1)
        ]
        parts.append(shapes.join([wood, *arms]).with_data("tint", (0.10, 0.072, 0.05)).painted(1))
    if detail == "near" and season != "spring":
        bead = shapes.ball(0.011, sides=6, levels=5)
        for _ in range(7):
            hang = np.array(
                [rng.choice((-1.0, 1.0)) * rng.uniform(0.08, 0.17), rng.uniform(-0.5, 0.5), rng.uniform(0.74, 0.95)]
            )
            n = 34
            down = rng.random(n)
            turn, wide = rng.random(n) * 6.28, 0.040 * np.sqrt(1 - 0.85 * down) * np.sqrt(rng.random(n))
            spots = hang + np.column_stack([wide * np.cos(turn), wide * np.sin(turn), -0.15 * down])
            bunch = shapes.join(bead.moved(spot) for spot in spots)
            parts.append(bunch.with_data("tint", np.array([0.045, 0.012, 0.07]) * rng.uniform(0.7, 1.4)).painted(2))
    return shapes.join(parts)


def _vines(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> tuple[list[Node], F64]:
    """All rows with their posts and wires; and what of the near ones stands in the way."""
    lines = (np.arange(-70, 70) + 0.5) * ROW_M
    y = np.arange(-16.0, 330.0, STEP_M)
    gx, gy = (a.ravel() for a in np.meshgrid(lines, y))
    keep = (np.abs(gx) < 12.0 + 0.62 * np.clip(gy + 14.0, 0, None)) & (hills.planted(gx, gy) > 0.5)
    keep &= (gy < 120.0) | (rng.random(len(gx)) < 0.75)
    gx, gy = gx[keep], gy[keep]
    points = np.column_stack([gx, gy + rng.normal(0, 0.05, len(gx)), hills.height(gx, gy)])
    away = _planting.distances(points, eyes)
    nodes: list[Node] = []
    for detail, low, high, kinds in (("near", 0.0, 11.0, 5), ("mid", 11.0, 48.0, 5), ("far", 48.0, 1e9, 4)):
        chosen = (away >= low) & (away < high)
        made = [
            _planting.node(
                f"vine_{detail}_{k}",
                _vine(params.seed + k, detail, params.season),
                "leaves",
                "bark",
                "grapes",
                visible=False,
            )
            for k in range(kinds)
        ]
        n = int(chosen.sum())
        yaw = np.where(rng.random(n) < 0.5, 0.0, math.pi) + rng.normal(0, 0.06, n)
        nodes += _planting.scattered(
            f"vines {detail}", made, points[chosen], rng.uniform(0.9, 1.1, n), rng, tilt_rad=0.02, yaw_rad=yaw
        )
    posts, wires = [], []
    for x in lines[np.abs(lines) < 26.0]:
        ys = np.arange(-14.0, 60.0, 5 * STEP_M)
        zs = hills.height(np.full(len(ys), x), ys)
        for at, z in zip(ys, zs, strict=True):
            lean = float(rng.normal(0, 0.02))
            post = shapes.lathe([(0.042, -0.2), (0.04, 1.72), (0.03, 1.75)], sides=7).turned(shapes.rotation(y=lean))
            posts.append(post.moved((x, at, z)))
        for high in (0.85, 1.25, 1.65):
            wires.append(shapes.sweep(np.column_stack([np.full(len(ys), x), ys, zs + high]), 0.004, sides=3))
    nodes.append(
        _planting.node(
            "posts", shapes.join(posts).with_data("tint", (0.24, 0.205, 0.165)), "bark", smooth=True, sharp_rad=0.7
        )
    )
    nodes.append(_planting.node("wires", shapes.join(wires), "wire"))
    near = np.abs(gx) < 3 * ROW_M
    return nodes, np.column_stack([gx[near], gy[near], np.full(int(near.sum()), 0.35)])


def _ground(hills: Hills, params: Params) -> Node:
    made = _country.sheet(hills.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0125)
    x, y = made.points[:, 0], made.points[:, 1]
    patch = np.clip(0.45 + 1.3 * noise.fractal(x / 26.0, y / 26.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    grass = np.array([0.10, 0.135, 0.035]) + (np.array([0.22, 0.20, 0.07]) - np.array([0.10, 0.135, 0.035])) * patch
    field = noise.value(x / 160.0 + 7, y / 160.0, params.seed + 9)[:, None]
    far = ease((np.hypot(x, y) - 340.0) / 80.0)[:, None]
    land = np.where(
        field > 0.6, (0.25, 0.20, 0.075), np.where(field > 0.38, (0.085, 0.125, 0.03), (0.05, 0.085, 0.022))
    )
    wooded = np.clip((noise.fractal(x / 240.0, y / 240.0, 4, seed=params.seed + 11) - 0.02) * 8, 0, 1)[:, None]
    land = land + (np.array([0.025, 0.045, 0.014]) - land) * wooded
    made = made.with_data("tint", grass + (land - grass) * far)
    return _planting.node("ground", made.with_data("rows", hills.planted(x, y)), "ground", smooth=True)


def _house(hills: Hills) -> list[Node]:
    """A farmhouse of stone with a low tower under tiled roofs."""
    x, y = _HOUSE
    at = (x, y, _country.level_ground(hills.height, x, y) - 0.4)
    turn = shapes.rotation(z=-0.35)
    walls, roofs, holes = [], [], []
    for cx, cy, wide, deep, high in (
        (0.0, 0.0, 17.0, 9.0, 6.4),
        (12.0, 1.0, 8.0, 7.5, 4.2),
        (-4.5, 2.5, 5.6, 5.6, 10.2),
    ):
        walls.append(shapes.box((wide, deep, high), center=(cx, cy, high / 2)))
        rise = 0.24 * deep
        for s in (-1, 1):
            quad = np.array(
                [(cx - wide / 2 - 0.5, cy + s * (deep / 2 + 0.5), high - 0.1), (cx + wide / 2 + 0.5, cy + s * (deep / 2 + 0.5), high - 0.1),
                 (cx + wide / 2 + 0.5, cy, high + rise), (cx - wide / 2 - 0.5, cy, high + rise)]
            )  # fmt: skip
            roofs.append(slab(quad[::s] + [0, 0, 0.15], 0.2))
            end = cx + s * wide / 2
            gable = [
                [(end + d, cy - deep / 2, high), (end + d, cy + deep / 2, high), (end + d, cy, high + rise)]
                for d in (-0.15, 0.15)
            ]
            walls.append(shapes.outward(shapes.rings(np.array(gable))))
        for u in np.arange(cx - wide / 2 + 1.6, cx + wide / 2 - 1.0, 2.9):
            for z in np.arange(1.5, high - 1.2, 2.9):
                holes.append(shapes.box((1.0, 0.1, 1.5), center=(u, cy - deep / 2 - 0.02, z)))
    made = ((shapes.join(walls), "wall"), (shapes.join(roofs), "tiles"), (shapes.join(holes), "window"))
    return [_planting.node(f"farmhouse {name}", part.turned(turn).moved(at), name) for part, name in made]


def _cypress(kind: int, detail: str) -> Shape:
    """A cypress, 13 m tall."""
    rng = np.random.default_rng([kind, 47])
    n = 900 if detail == "near" else 420
    up = rng.random(n) ** 0.8
    reach = 1.15 * np.sin(np.clip(up * 0.93 + 0.07, 0, 1) * math.pi) ** 0.6 * (1.0 - 0.55 * up)
    turn = rng.random(n) * 6.28
    out = np.column_stack([np.cos(turn), np.sin(turn), np.full(n, 0.5)])
    at = np.column_stack([reach * np.cos(turn), reach * np.sin(turn), 0.5 + 12.5 * up]) * (
        1 + 0.04 * rng.normal(size=(n, 1)) * [1, 1, 0]
    )
    greens: tuple[Color, ...] = ((0.022, 0.045, 0.016), (0.03, 0.058, 0.02), (0.016, 0.036, 0.014))
    crown = leaves(rng, at, 0.34 if detail == "near" else 0.5, greens, facing=out)
    trunk = shapes.sweep([(0, 0, -0.2), (0, 0, 3.0)], 0.22, sides=7).with_data("tint", (0.08, 0.06, 0.045)).painted(1)
    return shapes.join([crown, trunk])


def _trees(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Cypresses along the drive and round the house; woods and single trees on the hills beyond."""
    x, y = _HOUSE
    drive = np.column_stack([np.linspace(x + 14.0, x + 96.0, 13), y - 24.0 + 18.0 * np.sin(np.linspace(0.0, 2.4, 13))])
    round_house = np.array(
        [(x - 14.0, y - 4.0), (x - 16.5, y + 5.0), (x + 19.0, y - 6.0), (x + 22.0, y + 4.0), (x + 5.0, y + 12.0)]
    )
    spots = np.concatenate([drive, round_house, [(x + 150.0, y + 90.0), (x + 158.0, y + 94.0), (x + 215.0, y + 30.0)]])
    points = np.column_stack([spots, hills.height(spots[:, 0], spots[:, 1])])
    scales = rng.uniform(0.75, 1.15, len(points))
    nodes = _planting.graded(
        "cypress", _cypress, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng,
        grades=(_planting.Grade("mid", 1e9, 3),), tilt_rad=0.01,
    )  # fmt: skip
    n = 9000
    r = 330.0 + 1900.0 * rng.random(n) ** 1.3
    turn = VIEW_YAW_RAD + rng.uniform(-0.95, 0.95, n)
    tx, ty = -r * np.sin(turn), r * np.cos(turn)
    wood = noise.fractal(tx / 240.0, ty / 240.0, 4, seed=params.seed + 11)
    keep = rng.random(n) < np.clip((wood - 0.01) * 5.0, 0.008, 0.6)
    at = np.column_stack([tx, ty, hills.height(tx, ty) - 0.3])[keep]
    leaf: Color = (0.30, 0.17, 0.02) if params.season == "autumn" else (0.048, 0.085, 0.02)
    habit = OAK._replace(clumps=24, clump=0.16)

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, habit, leaf=leaf)  # type: ignore[arg-type]

    return nodes + _planting.graded(
        "oak", make, ("leaves", "bark"), at, rng.uniform(0.6, 1.0, len(at)), _planting.distances(at, eyes), rng,
        grades=(_planting.Grade("far", 1e9, 3),),
    )  # fmt: skip


def _growth(hills: Hills, params: Params, rng: np.random.Generator, eyes: F64) -> list[Node]:
    """Grass between the rows, longer under the vines; poppies in spring and summer."""

    def keep(x: F64, y: F64) -> F64:
        row = np.abs(np.remainder(x / ROW_M, 1.0) - 0.5) * ROW_M  # from the nearest row
        drift = 0.6 + 0.9 * noise.fractal(x / 2.0, y / 3.0, 2, seed=params.seed + 7)
        lane = np.where(row > 0.45, 0.5, 0.85)
        wheel = np.exp(-(((row - 0.62) / 0.16) ** 2))
        return np.asarray(np.clip(drift * lane * (1 - 0.8 * wheel), 0.03, 1.0))

    color: Color = (0.12, 0.14, 0.035) if params.season == "autumn" else (0.085, 0.145, 0.028)
    grass = _grasses.Blades(height_m=0.22, wind=params.wind, color=color, tip=(0.26, 0.24, 0.09), ears=0.08)
    belts = (_grasses.Belt(0.0, 13.0, 5.0, 60, 0.006, 0.46), _grasses.Belt(13.0, 45.0, 1.2, 50, 0.016, 0.9))
    nodes = _grasses.strewn("grass", grass, eyes, VIEW_YAW_RAD, hills.height, keep, rng, belts=belts)
    if params.season != "autumn":
        for k, (flower, density) in enumerate(((_grasses.POPPY, 0.5), (_grasses.DAISY, 0.7))):
            nodes += _grasses.bloom(
                f"flower {k}",
                flower,
                eyes,
                VIEW_YAW_RAD,
                hills.height,
                keep,
                rng,
                density=density,
                seed=params.seed + 20 + k,
            )
    return nodes


def _materials(params: Params) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.8)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    grain = 1.0 + (remap(op("y", fine), 0.2, 0.8, 0.65, 1.35) - 1.0) * near
    speckle = op("combine", grain, grain, grain)
    row = op("abs", op("fract", op("x", coords()) * (1 / ROW_M)) - 0.5)
    bare = remap(row, 0.36, 0.46) * attribute("rows")
    return {
        "ground": Material(
            color=cmul(mix(attribute("tint"), (0.23, 0.155, 0.095), bare * 0.75), speckle),
            bumps=(Bump(height=op("z", fine), strength=near * 0.6, distance_m=0.04),), preview=(0.13, 0.15, 0.045), **plain,
        ),
        "leaves": Material(color=attribute("tint"), translucent=0.35, preview=_VINES[params.season][0], **plain),
        "grapes": Material(color=attribute("tint"), roughness=0.35, specular=0.4, preview=(0.05, 0.015, 0.07)),
        "bark": Material(color=attribute("tint"), preview=(0.12, 0.09, 0.065), **plain),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=(0.12, 0.15, 0.04), **plain),
        "wire": Material(color=(0.3, 0.3, 0.3), metallic=0.8, roughness=0.4),
        "wall": Material(color=(0.52, 0.42, 0.29), preview=(0.52, 0.42, 0.29), **plain),
        "tiles": Material(color=(0.34, 0.14, 0.075), preview=(0.34, 0.14, 0.075), **plain),
        "window": Material(color=(0.02, 0.02, 0.022), roughness=0.1, specular=0.5),
    }  # fmt: skip
