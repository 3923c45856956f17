"""An old churchyard: a gravel path between mossy headstones, an oak and dark yews, a church with its spire in the mist behind."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import (
    _broadleaf,
    _conifer,
    _country,
    _grasses,
    _graves,
    _open_sky,
    _patterns,
    _planting,
)
from filmwright.content.environments._alps import SNOW
from filmwright.content.environments._broadleaf import OAK
from filmwright.content.environments._country import Season, ease, season_of
from filmwright.content.environments._embankment import GLOW
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._town import fittings, surfaces
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise
from filmwright.scene.nodes import Instances, Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("cemetery",)
EXAMPLE = "A woman in a black coat stands in a cemetery at dawn"
TIMES = ("dawn", "morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = ("trees", "tall_grass", "fallen_leaves", "horizon", "moving_clouds", "candlelight", "floor", "shadows")
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.04
MARK_Y_M = 4.0
_REACH_M = 1500.0
_CHURCH = (9.5, 66.0)
_OAK = (-9.2, 15.0)
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (0.45, 230.0),
    "morning": (1.3, 520.0),
    "noon": (2.0, 800.0),
    "afternoon": (-1.6, 700.0),
    "golden_hour": (-0.8, 420.0),
    "dusk": (-0.35, 380.0),
    "blue_hour": (-0.5, 330.0),
    "night": (0.55, 300.0),
}
"""Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye: it is never quite clear here."""
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.070, 0.14, 0.025), (0.14, 0.21, 0.05)),
    "summer": ((0.060, 0.105, 0.022), (0.15, 0.16, 0.05)),
    "autumn": ((0.10, 0.105, 0.032), (0.26, 0.20, 0.07)),
    "winter": ((0.20, 0.17, 0.10), (0.32, 0.25, 0.14)),
}
_LEAVES: dict[Season, Color] = {
    "spring": (0.10, 0.17, 0.024), "summer": (0.060, 0.105, 0.018), "autumn": (0.40, 0.19, 0.018), "winter": (0.12, 0.09, 0.07),
}  # fmt: skip
_YEW: Color = (0.020, 0.040, 0.018)


class Yard(NamedTuple):
    """The lie of the churchyard."""

    seed: int

    def path_x(self, y: F64) -> F64:
        """x of the middle of the path."""
        y = np.asarray(y, float)
        return np.asarray(0.9 * np.sin(y * 0.045 + 0.3) - 0.4 + 0.0016 * np.clip(y - 18.0, 0, 40.0) ** 2)

    def off_path(self, x: F64, y: F64) -> F64:
        """Metres from the middle of the path; far where it has ended at the church."""
        return np.asarray(np.abs(x - self.path_x(y)) + np.clip(np.asarray(y, float) - 58.0, 0, None))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        r = np.hypot(x, y)
        near = noise.fractal(x * 0.05 + 2, y * 0.05, 4, seed=self.seed) * 0.8 * ease((self.off_path(x, y) - 0.8) / 6.0)
        bumps = noise.fractal(x * 0.4, y * 0.4, 3, seed=self.seed + 1) * 0.14 * ease((self.off_path(x, y) - 0.7) / 1.2)
        rise = 0.022 * np.clip(y, -20, 90)
        hills = ease((r - 150.0) / 400.0) * 46.0 * (noise.fractal(x * 0.004, y * 0.004, 5, seed=self.seed + 3) + 0.7)
        return np.asarray(near + bumps + rise + hills - 0.05 * np.exp(-((self.off_path(x, y) / 0.9) ** 4)))


class Params(NamedTuple):
    """One churchyard: when it is, how close its graves stand."""

    seed: int = 7
    time: str = "dawn"
    season: Season = "autumn"
    clouds: float = 0.5
    wind: float = 0.08
    density: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A churchyard for a shot."""
    season = season_of(shot, "autumn", snow=True)
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        clouds=float(rng.uniform(0.45, 0.62)),
        wind={"still": 0.02, "breeze": 0.08, "strong": 0.25}.get(shot.weather.wind or "breeze", 0.08),
        density=float(rng.uniform(0.85, 1.1)),
    )


def build(params: Params) -> Setting:
    """The churchyard as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 389])
    yard = Yard(params.seed)
    winter, glow = params.season == "winter", GLOW.get(params.time, 0.0)
    mark_at = (float(yard.path_x(np.array(MARK_Y_M))), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=15.0, forward_m=3.0)
    graves, blocked, lamps = _stones(yard, params, rng, corridor, glow)
    trees, trunks = _trees(yard, params, rng, corridor)
    fabric = Fabric(rng, snow=winter)
    fittings.church(fabric, (*_CHURCH, _country.level_ground(yard.height, *_CHURCH)), math.pi + 0.2)
    church: list[Node] = []
    for name, part in fabric.masonry.gathered().items():
        foot = yard.height(part.points[:, 0], part.points[:, 1])
        church.append(_planting.node(f"church {name}", part.with_data("foot", foot), name))
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    town = surfaces.materials(glow, snow=winter, leaf=_LEAVES[params.season])
    built = {m for n in church for m in getattr(n, "materials", ())}
    return Setting(
        nodes=(
            _ground(yard, params),
            *graves,
            *trees,
            *_fences(yard),
            *church,
            *_growth(yard, params, rng, corridor),
            *lamps,
            *light.nodes,
        ),
        materials={k: m for k, m in town.items() if k in built} | _materials(params, glow),
        world=light.world,
        ground=partial(Yard.height, yard),
        marks=(_mark(yard, mark_at),),
        obstacles=np.concatenate([blocked, trunks]),
        images={"turf": _patterns.turf(params.seed), "rubble": surfaces.rubble(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.12 if glow > 0.4 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=0.35,
        move_limits_m=(1.6, 6.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the churchyard at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["dawn"])
    stops = {"night": 0.5, "golden_hour": 0.6, "dusk": 0.7, "blue_hour": 0.5, "dawn": 0.8}.get(time, 0.5)
    found = _open_sky.outdoors(
        time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in ("dawn", "dusk")
    )
    if time in ("golden_hour", "dawn"):  # high enough to reach between the trees
        return found._replace(sun=found.sun._replace(elevation_rad=0.17))
    return found


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the candles on the graves find the hero from below."""
    if glow < 0.6:
        return found
    return (*found, HeroLamp("candles", -1.1, 0.1, 3.0, 1.0, 7.0 * glow, (1.0, 0.50, 0.22)))


def _mark(yard: Yard, at: tuple[float, float]) -> Mark:
    y = np.arange(30.0, -13.0, -1.0)
    x = yard.path_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(yard.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=13.0,
        radius_m=1.3,
    )


def _stones(
    yard: Yard, params: Params, rng: np.random.Generator, corridor: Corridor, glow: float
) -> tuple[list[Node], F64, list[Lamp]]:
    """Rows of graves on both sides of the path, their candles, the light of the nearest ones, and the obstacles they are."""
    spots = []
    for side in (-1, 1):
        for row in range(9):
            for y in np.arange(-8.0, 56.0, 2.9 / params.density):
                spots.append(
                    (side * (2.35 + 2.15 * row) + rng.normal(0, 0.14), y + (row % 2) * 0.7 + rng.normal(0, 0.28))
                )
    at = np.array(spots)
    x, y = at[:, 0] + yard.path_x(at[:, 1]), at[:, 1]
    keep = (rng.random(len(x)) < 0.80) & (np.hypot(x - _OAK[0], y - _OAK[1]) > 2.6) & (corridor.off_axis(x, y) > 1.55)
    keep &= np.hypot(x - _CHURCH[0], y - _CHURCH[1]) > 13.0
    x, y = x[keep], y[keep]
    n = len(x)
    points = np.column_stack([x, y, yard.height(x, y) - 0.05])
    kinds = [
        _planting.node(f"headstone_{k}", _graves.headstone(k), "gravestone", sharp_rad=0.5, smooth=True, visible=False)
        for k in range(6)
    ]
    yaw = rng.normal(0, 0.09, n)
    choice = rng.choice(6, n, p=(0.27, 0.17, 0.20, 0.16, 0.10, 0.10))
    scales = 0.82 + 0.36 * rng.random(n)
    lean = np.column_stack([rng.normal(0, 0.045, n), rng.normal(0, 0.045, n), yaw])
    stones = Instances(
        name="headstones",
        prototypes=tuple(k.name for k in kinds),
        points=points,
        choice=choice,
        scales=scales,
        rotations=lean,
    )
    bordered = rng.random(n) < 0.4
    kerb = _planting.node("kerb", _graves.kerb(), "gravestone", sharp_rad=0.5, smooth=True, visible=False)
    nodes: list[Node] = [*kinds, stones]
    nodes += _planting.scattered(
        "kerbs", [kerb], points[bordered], scales[bordered], rng, tilt_rad=0.01, yaw_rad=yaw[bordered]
    )
    glass, lid = (
        _planting.node(name, part, name, smooth=True, visible=False)
        for name, part in zip(("glass", "lid"), _graves.candle(), strict=True)
    )
    lit = np.flatnonzero((rng.random(n) < 0.22) & (choice != 5))
    beside = points[lit] + np.column_stack(
        [rng.uniform(-0.25, 0.25, len(lit)), np.full(len(lit), -0.36), np.full(len(lit), 0.06)]
    )
    beside[:, 2] = yard.height(beside[:, 0], beside[:, 1])
    still = np.zeros(len(lit))
    for name, made in (("glasses", glass), ("lids", lid)):
        nodes += _planting.scattered(name, [made], beside, np.full(len(lit), 1.15), rng, tilt_rad=0.0, yaw_rad=still)
    lamps: list[Lamp] = []
    if glow > 0.4:
        near = beside[np.argsort(np.hypot(beside[:, 0] - corridor.mark[0], beside[:, 1] - corridor.mark[1] - 2.0))[:4]]
        lamps = [
            Lamp(name=f"candle {k}", kind="point", power_w=2.6 * glow, color=(1.0, 0.36, 0.14), size_m=(0.1, 0.1),
                 pose=Pose(location=(float(p[0]), float(p[1]) - 0.05, float(p[2]) + 0.24)))
            for k, p in enumerate(near)
        ]  # fmt: skip
    return nodes, np.column_stack([x, y, 0.5 * scales]), lamps


def _fences(yard: Yard) -> list[Node]:
    """The iron fence that parts the yard from the church, its gate open on the path."""
    gate = float(yard.path_x(np.array(50.0)))
    nodes: list[Node] = []
    for k, (a, b) in enumerate(((-34.0, gate - 1.6), (gate + 1.6, 34.0))):
        xs = np.linspace(a, b, 12)
        line = np.column_stack([xs, np.full(12, 50.0)])
        nodes.append(_planting.node(f"fence {k}", _graves.fence(line, yard.height(line[:, 0], line[:, 1])), "fence"))
    return nodes


def _ground(yard: Yard, params: Params) -> Node:
    made = _country.sheet(
        yard.height, center=(0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.0135, fine_step_rad=0.0066
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.5 * noise.fractal(x / 9.0, y / 9.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    made = made.with_data("tint", (grass + (tip - grass) * 0.5 * patch) * 0.8)
    ragged = noise.fractal(x * 1.3, y * 1.3, 3, seed=params.seed + 6) * 0.5
    return _planting.node(
        "ground", made.with_data("trail", 1 - ease((yard.off_path(x, y) + ragged - 0.85) / 0.3)), "ground", smooth=True
    )


def _trees(yard: Yard, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """An old oak, yews among the graves, woods behind the church."""
    eyes = corridor.eyes(5)
    leaf, bare = _LEAVES[params.season], params.season == "winter"

    def oak(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, OAK, leaf=leaf, bare=bare)  # type: ignore[arg-type]

    def yew(kind: int, detail: str) -> Shape:
        made = _conifer.conifer(kind + 5, detail, needle=_YEW, snow=0.7 if bare else 0.0)  # type: ignore[arg-type]
        return made._replace(points=made.points * np.array([1.25, 1.25, 0.62]))

    n = 700
    x, y = rng.uniform(-130, 130, n), rng.uniform(58, 210, n)
    keep = (
        (np.hypot(x - _CHURCH[0], y - _CHURCH[1]) > 17.0)
        & (np.abs(x - 6.0) > 15.0 - 0.12 * (y - 60.0))
        & (rng.random(n) < 0.5)
    )
    broad = np.concatenate([[_OAK, (16.5, 31.0), (-22.0, 38.0), (25.0, 14.0)], np.column_stack([x, y])[keep]])
    scales = np.concatenate([[1.0, 0.85, 1.05, 0.9], 0.7 + 0.5 * rng.random(int(keep.sum()))])
    points = np.column_stack([broad, yard.height(broad[:, 0], broad[:, 1]) - 0.1])
    nodes = _planting.graded(
        "oak", oak, ("leaves", "bark"), points, scales, _planting.distances(points, eyes), rng,
        grades=(_planting.Grade("near", 30.0, 1), _planting.Grade("mid", 80.0, 2), _planting.Grade("far", 1e9, 3)),
    )  # fmt: skip
    dark = np.array(
        [(6.9, 9.0), (9.4, 19.5), (-6.2, 27.0), (12.5, 26.0), (-14.5, 22.0), (-16.0, 8.0), (14.0, 5.0), (7.5, 38.0)]
    )
    spots = np.column_stack([dark, yard.height(dark[:, 0], dark[:, 1]) - 0.15])
    size = np.array([0.62, 0.85, 0.8, 0.7, 0.95, 0.8, 0.85, 0.75])
    nodes += _planting.graded(
        "yew", yew, ("needles", "bark"), spots, size, _planting.distances(spots, eyes), rng,
        grades=(_planting.Grade("near", 26.0, 2), _planting.Grade("mid", 90.0, 2)),
    )  # fmt: skip
    trunks = np.concatenate([np.column_stack([broad[:4], np.full(4, 1.0)]), np.column_stack([dark, 1.9 * size])])
    return nodes, trunks


def _growth(yard: Yard, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Uncut grass between the graves."""
    grass, tip = _GRASS[params.season]

    def free(x: F64, y: F64) -> F64:
        drift = 0.55 + 1.2 * noise.fractal(x / 4.0, y / 4.0, 3, seed=params.seed + 4)
        there = np.clip((yard.off_path(x, y) - 0.85) / 0.4, 0, 1) * np.clip(drift, 0.12, 1.0)
        return np.asarray(there * (0.3 if params.season == "winter" else 1.0))

    blades = _grasses.Blades(height_m=0.24, wind=params.wind, wild=0.7, color=grass, tip=tip, ears=0.06)
    belts = (
        _grasses.Belt(0.0, 13.0, 5.0, 62, 0.0055, 0.48), _grasses.Belt(13.0, 34.0, 1.6, 52, 0.012, 0.9, 1.1),
        _grasses.Belt(34.0, 70.0, 0.4, 40, 0.03, 1.7, 1.3),
    )  # fmt: skip
    return _grasses.strewn("grass", blades, corridor.eyes(5), VIEW_YAW_RAD, yard.height, free, rng, belts=belts)


def _materials(params: Params, glow: float) -> dict[str, Material]:
    winter = params.season == "winter"
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 1.6)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    level = remap(op("y", fine), 0.2, 0.8, 0.5, 1.5)
    speckle = mix((1.0, 1.0, 1.0), op("combine", level, level, level), near)
    gravel = cmul((0.26, 0.235, 0.20), speckle)
    field = cmul(attribute("tint"), speckle)
    if params.season == "autumn":  # leaves lie under the trees and on the path
        fallen = remap(op("y", _patterns.laid("turf", 0.9, turn_rad=0.7)), 0.55, 0.66) * remap(
            grain(scale=0.16, detail=2.0), 0.4, 0.6
        )
        field = mix(field, (0.34, 0.16, 0.03), fallen * 0.8)
        gravel = mix(gravel, (0.36, 0.17, 0.03), fallen * 0.6)
    ground = mix(field, gravel, attribute("trail"))
    if winter:
        ground = mix(SNOW, (0.60, 0.62, 0.66), attribute("trail") * 0.5)
    rest = coords("object")
    broad = grain(coords(), scale=1.6, detail=5.0, roughness=0.6)
    runs = grain(mapping(coords(), scale=(8.0, 8.0, 1.1)), scale=1.0, detail=3.0)
    tone = op("random")
    stone = mix((0.20, 0.195, 0.18), (0.46, 0.44, 0.40), tone)
    stone = mix(stone, (0.085, 0.082, 0.075), remap(runs * 0.6 + broad * 0.5, 0.52, 0.78) * 0.85)
    stone = mix(stone, (0.36, 0.36, 0.20), remap(grain(coords(), scale=9.0, detail=3.0), 0.60, 0.68) * 0.7)
    moss = remap(op("z", rest) + (broad - 0.5) * 0.9, 0.05, 0.5, 0.9, 0.0)
    stone = mix(
        stone, (0.055, 0.085, 0.02), op("max", moss, remap(op("z", op("normal")) + broad * 0.5, 0.95, 1.3) * 0.8)
    )
    if winter:
        stone = mix(stone, SNOW, remap(op("z", op("normal")), 0.5, 0.8))
    return {
        "ground": Material(
            color=ground, bumps=(Bump(height=op("y", fine) + op("z", fine) * 0.6, strength=near * 0.5, distance_m=0.03),),
            preview=SNOW if winter else _GRASS[params.season][0], **plain,
        ),
        "gravestone": Material(
            color=stone, roughness=0.9, specular=0.15, preview=(0.3, 0.29, 0.27),
            bumps=(Bump(height=broad, strength=0.5, distance_m=0.03),
                   Bump(height=grain(coords(), scale=40.0, detail=3.0), strength=0.4, distance_m=0.005)),
        ),
        "fence": Material(color=(0.016, 0.017, 0.018), roughness=0.5, specular=0.4),
        "glass": Material(
            color=(0.30, 0.015, 0.012), roughness=0.2, emission=(1.0, 0.16, 0.05), emission_strength=0.15 + 5.0 * glow,
            preview=(0.6, 0.05, 0.03),
        ),
        "lid": Material(color=(0.55, 0.38, 0.12), metallic=1.0, roughness=0.3),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=_GRASS[params.season][0], **plain),
        "leaves": Material(color=attribute("tint"), translucent=0.3, preview=_LEAVES[params.season], **plain),
        "needles": Material(
            color=mix(attribute("tint"), SNOW, attribute("snow") * remap(op("z", op("normal")), -0.05, 0.35)), preview=_YEW, **plain
        ),
        "bark": Material(color=(0.06, 0.046, 0.035), **plain),
    }  # fmt: skip
