"""A sunlit coral reef: a lane of rippled sand between banks of corals, kelp behind, shafts of light in blue water, schools of fish."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _grasses, _ground_cover, _patterns, _planting
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._country import ease
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._reef import corals, light, school
from filmwright.content.environments._reef.school import ANTHIAS, FUSILIER, SERGEANT, TANG, School
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Exposure, Gradient, Haze, Lamp, Node, Pose, Ray, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, ramp, remap, voronoi
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("underwater",)
EXAMPLE = "A sea turtle swims underwater"
TIMES = ("noon", "morning", "afternoon", "golden_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("water", "sea", "sand", "rocks", "floor", "shadows", "sun_rays")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("underwater_coral_reef", "seabed", "ocean_floor")
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
MARK_Y_M = 9.0
_REACH_M = 95.0
_DANCE_M = 4.4  # farther from the mark the caustics rest, from a little nearer on they calm down; chosen: see _ground
_TOP_M = 9.5  # how high the surface is over the sand

SUN_AZIMUTH_RAD = -1.75  # from the left, a little behind the camera: it models the corals and slants the shafts; by eye


class Sea(NamedTuple):
    """Light under water at a time of day: the sun's irradiance in W/m², color and elevation, the water far off at the ground and
    near the surface, the window of light above, how far one sees, and stops."""

    sun: float
    color: Color
    elevation_rad: float
    far: Color
    high: Color
    window: Color
    haze_m: float
    stops: float


_SEAS: dict[str, Sea] = {
    "noon": Sea(
        4.6, (0.92, 1.0, 0.93), 1.05, (0.008, 0.135, 0.30), (0.045, 0.38, 0.56), (0.85, 1.25, 1.25), 21.0, 0.25
    ),
    "morning": Sea(4.2, (1.0, 0.97, 0.80), 0.85, (0.016, 0.165, 0.27), (0.10, 0.40, 0.48), (1.1, 1.2, 1.0), 18.0, 0.25),
    "golden_hour": Sea(
        3.6, (1.0, 0.78, 0.48), 0.7, (0.02, 0.125, 0.17), (0.18, 0.32, 0.30), (1.3, 1.0, 0.6), 16.0, 0.45
    ),
    "night": Sea(
        0.85, (0.55, 0.75, 1.0), 0.95, (0.002, 0.016, 0.045), (0.012, 0.06, 0.12), (0.16, 0.26, 0.36), 15.0, 0.9
    ),
}  # chosen by eye


class Reef(NamedTuple):
    """The lie of the ground: sand down the middle, banks of dead coral on both sides that close in behind."""

    seed: int

    def lane_x(self, y: F64) -> F64:
        """x of the middle of the sand: it comes across the view from the right, so that who swims along it is seen from the side."""
        off = 0.42 * (np.asarray(y, float) - MARK_Y_M)
        most = np.where(off > 0, 4.5, 3.0)
        return np.asarray(most * np.tanh(off / most))

    def aside(self, x: F64, y: F64) -> F64:
        """Metres from the sand that is kept free: the lane, and where cameras stand before the mark."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        lane, before = self.lane_x(y), np.clip(MARK_Y_M - y, 0, 40)
        right = np.where(before > 0, np.minimum(0.27 * before, 2.6), lane)
        return np.asarray(np.maximum(np.maximum(lane - x, x - right), 0.0))

    def bank(self, x: F64, y: F64) -> F64:
        """0 on the sand .. 1 on the banks."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        aside = self.aside(x, y) + 1.6 * noise.fractal(x / 5.0, y / 5.0, 3, seed=self.seed)
        beside = ease((aside - 1.9) / 2.4)
        heads = ease((noise.fractal(x / 6.0 + 9, y / 6.0, 3, seed=self.seed + 1) - 0.10) / 0.10) * ease(
            (aside - 1.4) / 0.8
        )
        behind = ease((y - 27.0 + 3.0 * noise.fractal(x / 7.0, y / 7.0, 2, seed=self.seed + 4)) / 4.0)
        return np.asarray(np.maximum(np.maximum(beside, 0.45 * heads), 0.8 * behind * ease((aside - 1.2) / 2.0)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        low = 0.16 * noise.fractal(x / 3.2, y / 3.2, 3, seed=self.seed + 2)
        bank = self.bank(x, y)
        tall = 1.15 + 2.6 * (noise.fractal(x / 8.0, y / 8.0, 3, seed=self.seed + 3) + 0.25) + 0.10 * np.abs(x)
        rugged = 0.75 * noise.fractal(x / 1.3, y / 1.3, 4, seed=self.seed + 5)
        return np.asarray(low * (1 - bank) + bank * (np.clip(tall, 0.4, 4.2) + rugged))


class Params(NamedTuple):
    """One reef: its hour, and how its water runs."""

    seed: int = 7
    time: str = "noon"
    current: float = 0.2


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A reef for a shot."""
    return Params(seed=int(rng.integers(1, 10_000)), time=shot.light.time, current=float(rng.uniform(0.12, 0.3)))


def build(params: Params) -> Setting:
    """The reef as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 88])
    reef = Reef(params.seed)
    mark_at = (float(reef.lane_x(np.array(MARK_Y_M))), MARK_Y_M)
    sea = _SEAS.get(params.time, _SEAS["morning" if params.time == "afternoon" else "noon"])
    grown, obstacles = _grown(reef, rng)
    return Setting(
        nodes=(
            *_ground(reef, mark_at),
            *grown,
            *_plants(reef, params, rng, mark_at),
            _shafts(rng, sea),
            *_specks(reef, rng),
            _sun(sea),
        ),
        materials=_materials(sea, mark_at),
        world=_world(sea),
        ground=partial(Reef.height, reef),
        marks=(_mark(reef, mark_at),),
        obstacles=obstacles,
        images={"caustics": light.caustics(params.seed), "sand": tiles.sand(params.seed)},
        haze=Haze(color=sea.far, distance_m=sea.haze_m, start_m=2.2, high_color=sea.high, high_m=_TOP_M),
        exposure=Exposure(stops=sea.stops, look="high", bloom=0.08),
        hero_lamps=_hero_lamps(sea),
        transport=Transport(transparent=16, world_sampling=False),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.1,
        view_fall_rad=0.45,
        move_limits_m=(1.4, 6.0, 2.5),
        moving=partial(_fish, reef),
        air_light=sea.far,
    )


def _mark(reef: Reef, at: tuple[float, float]) -> Mark:
    y = np.arange(25.0, -13.0, -1.0)
    x = reef.lane_x(y)
    return Mark(
        position=(at[0], at[1], _country.level_ground(reef.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=15.0,
        radius_m=1.8,
    )


def _ground(reef: Reef, mark_at: tuple[float, float]) -> tuple[Node, ...]:
    """The ground, apart where caustics dance and where they rest: what changes must be rendered in every frame."""
    made = _country.sheet(
        reef.height, center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M, growth=0.012, step_m=0.22
    )
    x, y = made.points[:, 0], made.points[:, 1]
    made = made.with_data("reef", np.clip(reef.bank(x, y) * 2.2, 0, 1))
    middles = made.points[made.faces].mean(axis=1)
    sand = made.data["reef"][made.faces].mean(axis=1) < 0.6
    dancing = sand & (np.hypot(middles[:, 0] - mark_at[0], middles[:, 1] - mark_at[1]) < _DANCE_M)
    return (
        _planting.node("ground", _of_faces(made, ~dancing), "seabed", smooth=True),
        _planting.node("ground_near", _of_faces(made, dancing), "seabed_near", smooth=True),
    )


def _of_faces(made: Shape, kept: NDArray[np.bool_]) -> Shape:
    """Some faces of a Shape and their points."""
    used, faces = np.unique(made.faces[kept], return_inverse=True)
    return made._replace(
        points=made.points[used],
        faces=faces.reshape(-1, 4),
        slot=made.slot[kept],
        data={name: values[used] for name, values in made.data.items()},
    )


def _grown(reef: Reef, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Corals on the banks, thick where one looks, and what cannot be swum through."""
    nodes: list[Node] = []
    solid: list[tuple[float, float, float]] = []
    for name, make, kinds, count, low, high, tilt, near in (
        ("rock", partial(_ground_cover.boulder, snow=0.0), 3, 110, 0.10, 0.42, 0.4, -1.0),
        ("brain", corals.brain, 3, 120, 0.14, 0.62, 0.12, -1.0),
        ("staghorn", corals.staghorn, 3, 190, 0.40, 0.95, 0.15, 0.25),
        ("fan", corals.fan, 3, 150, 0.55, 1.25, 0.10, 0.20),
        ("tubes", corals.tubes, 3, 110, 0.40, 0.95, 0.10, 0.16),
        ("table", corals.table, 2, 80, 0.40, 1.05, 0.10, 0.40),
        ("bouquet", corals.bouquet, 3, 420, 0.13, 0.36, 0.20, 0.08),
        ("anemone", corals.anemone, 2, 90, 0.22, 0.45, 0.15, -1.0),
    ):
        points, scales = _places(reef, rng, count, low, high, near)
        proto = [
            _planting.node(f"{name}_{k}", _rested(make(k + 1)), name, smooth=True, visible=False) for k in range(kinds)
        ]
        # A fan stands across the current, so that it is seen flat from where the lane is looked along.
        yaw = rng.normal(0.0, 0.45, len(points)) if name == "fan" else None
        sunk = points - np.array([0.0, 0.0, 1.0]) * (0.06 * scales)[:, None]
        nodes += _planting.scattered(f"{name}s", proto, sunk, scales, rng, tilt_rad=tilt, yaw_rad=yaw)
        solid += [(float(p[0]), float(p[1]), 0.7 * float(s)) for p, s in zip(points, scales) if s > 0.35]
    return nodes, np.array([row for row in solid if abs(row[0]) < 9.0])


def _rested(made: Shape) -> Shape:
    return made if "rest" in made.data else made.with_data("rest", made.points)


def _places(reef: Reef, rng: np.random.Generator, count: int, low: float, high: float, near: float) -> tuple[F64, F64]:
    """Spots (n, 3) on the banks and sizes (n,): most where cameras look, none where one swims; small ones at the sand's edge."""
    tries = 14 * count
    x = rng.normal(0, 6.5, tries)
    y = 9.0 + rng.normal(0, 10.0, tries)
    scales = low + (high - low) * rng.random(tries) ** 1.8
    bank = reef.bank(x, y)
    aside = reef.aside(x, y)
    drift = noise.fractal(x / 3.0, y / 3.0, 2, seed=int(rng.integers(1000)))  # each kind has places it likes
    kept = (bank > near) & (aside > 0.95 + 0.9 * scales) & (drift > -0.06)
    mark = np.hypot(x - reef.lane_x(np.array(MARK_Y_M)), y - MARK_Y_M)
    kept &= mark > 2.35 + 0.8 * scales
    # What lies loose on the sand keeps away from where the cast is looked at.
    kept &= (bank > 0.08) | ((aside > 1.6) & (mark > 4.0))
    chosen = np.flatnonzero(kept)[:count]
    x, y = x[chosen], y[chosen]
    return np.column_stack([x, y, reef.height(x, y)]), scales[chosen]


def _plants(reef: Reef, params: Params, rng: np.random.Generator, mark_at: tuple[float, float]) -> list[Node]:
    """Sea grass in drifts on the sand, kelp behind."""
    eyes = Corridor(mark_at, VIEW_YAW_RAD).eyes(4)

    def keep(x: F64, y: F64) -> F64:
        drift = noise.fractal(x / 4.0, y / 4.0, 3, seed=params.seed + 11)
        bank, aside = reef.bank(x, y), reef.aside(x, y)
        edge = ease((aside - 0.9) / 0.5) * (1 - ease((bank - 0.10) / 0.25))
        return np.asarray(np.clip((drift - 0.02) / 0.10, 0, 0.9) * edge)

    blades = _grasses.Blades(
        height_m=0.44, wind=params.current * 1.6, wild=0.45, color=(0.03, 0.16, 0.03), tip=(0.16, 0.36, 0.06), ears=0.0
    )
    belts = (_grasses.Belt(0.0, 14.0, 4.0, 46, 0.011, 0.34), _grasses.Belt(14.0, 30.0, 1.0, 36, 0.02, 0.6, 1.1))
    nodes = _grasses.strewn(
        "seagrass", blades, eyes, VIEW_YAW_RAD, reef.height, keep, rng, material="grass", belts=belts
    )
    x = np.concatenate([rng.uniform(-14, -5, 16), rng.uniform(8.5, 16, 16), rng.uniform(-12, 1, 10)])
    y = np.concatenate([rng.uniform(11, 28, 32), rng.uniform(20, 28, 10)])
    proto = [
        _planting.node(f"kelp_{k}", corals.kelp(k + 1), "kelp", smooth=True, visible=False, hidden_from=("diffuse",))
        for k in range(3)
    ]
    points = np.column_stack([x, y, reef.height(x, y)])
    return nodes + _planting.scattered("kelps", proto, points, rng.uniform(0.6, 1.15, len(x)), rng, tilt_rad=0.06)


def _shafts(rng: np.random.Generator, sea: Sea) -> Node:
    steep = 1 / math.tan(sea.elevation_rad)
    fall = (-math.sin(SUN_AZIMUTH_RAD) * steep, -math.cos(SUN_AZIMUTH_RAD) * steep * 0.3)
    made = light.shafts(rng, fall, _TOP_M)
    hidden: tuple[Ray, ...] = ("shadow", "diffuse", "glossy")
    return _planting.node("light_shafts", made, "shaft", smooth=True, hidden_from=hidden)


def _specks(reef: Reef, rng: np.random.Generator) -> list[Node]:
    """What drifts in the water and catches the light."""
    n = 420
    points = np.column_stack([rng.normal(0, 3.5, n), rng.uniform(-9, 18, n), rng.uniform(0.3, 5.0, n)])
    points[:, 2] += reef.height(points[:, 0], points[:, 1])
    proto = [
        _planting.node(
            "speck_0", shapes.ball(1.0, sides=6, levels=4), "speck", visible=False, hidden_from=("shadow", "diffuse")
        )
    ]
    return _planting.scattered("specks", proto, points, 0.0022 + 0.0035 * rng.random(n) ** 3, rng)


def _sun(sea: Sea) -> Lamp:
    return Lamp(
        name="sun",
        kind="sun",
        power_w=sea.sun,
        color=sea.color,
        angle_rad=0.05,  # the waves spread it
        pose=Pose(rotation=atmosphere.facing_away(SUN_AZIMUTH_RAD, sea.elevation_rad)),
    )


def _world(sea: Sea) -> Gradient:
    def between(a: Color, b: Color, share: float) -> Color:
        return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)

    deep: Color = (sea.far[0] * 0.5, sea.far[1] * 0.5, sea.far[2] * 0.55)
    return Gradient(
        stops=(
            (-1.0, deep), (-0.15, sea.far), (0.02, sea.far), (0.16, between(sea.far, sea.high, 0.55)), (0.34, sea.high),
            (0.62, between(sea.high, sea.window, 0.5)), (1.0, sea.window),
        ),
        glow_color=between((0.0, 0.0, 0.0), sea.window, 0.25),
        glow_elevation_rad=sea.elevation_rad,
        glow_azimuth_rad=SUN_AZIMUTH_RAD,
        glow_angle_rad=0.5,
    )  # fmt: skip


def _hero_lamps(sea: Sea) -> tuple[HeroLamp, ...]:
    """A rim from the sun's side, and enough from the front that a face reads."""
    watts = math.pi * 36.0 * min(1.0, 0.4 + 0.6 * sea.sun / 4.0)
    return (
        HeroLamp("hero_rim", -2.1, 0.8, 6.0, 1.6, 1.5 * watts, sea.color),
        HeroLamp("hero_fill", 0.5, 0.35, 6.0, 3.5, 0.7 * watts, (0.75, 0.95, 1.0)),
    )


def _fish(reef: Reef, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """Schools that swim by behind the hero, and some by the corals."""
    seed = reef.seed
    rng = np.random.default_rng([seed, 89])
    side = 1.0 if rng.random() < 0.5 else -1.0
    schools = (
        School(FUSILIER, 36, (-0.5, 15.0, 3.6), side * 1.35, 1.0, (4.2, 1.3, 1.2), seed + 1),
        School(TANG, 15, (-3.2, 12.5, 2.6), -side * 1.2, 0.40, (2.2, 0.9, 0.8), seed + 2),
        School(ANTHIAS, 30, (3.8, 9.5, 2.4), side * 0.8, 0.16, (1.7, 1.0, 0.8), seed + 3),
        School(SERGEANT, 12, (-2.4, 9.5, 1.7), -side * 1.0, 0.25, (1.3, 0.7, 0.5), seed + 4),
        School(FUSILIER, 34, (2.0, 21.0, 5.4), -side * 1.5, 0.8, (6.0, 2.0, 1.2), seed + 5),
    )
    found: list[Node] = []
    for k, swarm in enumerate(schools):
        found += school.nodes(f"school_{k}", swarm, reef.height, times_s, planned_s)
    return tuple(found)


_SAND: Color = (0.60, 0.50, 0.34)
_PATCHES: tuple[Color, ...] = ((0.16, 0.11, 0.075), (0.30, 0.12, 0.17), (0.22, 0.20, 0.08), (0.34, 0.24, 0.14))


def _dappled(color: Value, net: Expr) -> Value:
    """A color under the caustics, redder light lost on the way to the lens."""
    lit = op("combine", net, net, net)
    near = mix((1.0, 1.0, 1.0), (0.30, 0.80, 1.0), remap(op("camera_distance"), 2.0, 26.0))
    return cmul(cmul(color, near), lit)


def _grown_material(
    low: Color, high: Color, tips: Color, spread: tuple[Color, ...], bumps: tuple[Bump, ...]
) -> Material:
    """A coral: from copy to copy one of the colors `spread`, darker at the foot, pale where it grows."""
    stops = tuple((k / len(spread), color) for k, color in enumerate(spread))
    own = ramp(op("random"), *stops, constant=True)
    foot = cmul(own, (0.42, 0.42, 0.48))
    tip = attribute("tip")
    color = mix(mix(foot, own, remap(tip, 0.0, 0.45)), tips, remap(tip, 0.72, 1.0) * 0.75)
    color = mix(color, low, remap(attribute("hole"), 0.0, 1.0) * 0.9)
    color = mix(color, high, remap(grain(coords("rest"), scale=3.0), 0.58, 0.75) * 0.2)
    sunward = remap(op("z", op("normal")), -0.1, 0.5, 0.0, 1.0)
    return Material(
        color=_dappled(color, 0.72 + light.resting() * 1.3 * sunward),
        roughness=0.7,
        specular=0.15,
        bumps=bumps,
        preview=spread[0],
    )


def _materials(sea: Sea, mark_at: tuple[float, float]) -> dict[str, Material]:
    fine = _patterns.laid("sand", 0.55 * tiles.SAND_M, turn_rad=0.35)
    rest = coords("rest")
    bank = attribute("reef")
    lumps, pores = grain(scale=2.2, detail=4.0), grain(scale=17.0, detail=3.0)
    crust = ramp(grain(scale=0.9, detail=3.0), *((0.30 + 0.14 * k, c) for k, c in enumerate(_PATCHES)))
    crust = mix(crust, (0.05, 0.045, 0.035), remap(pores, 0.52, 0.40) * 0.7)
    sand = mix((0.44, 0.37, 0.27), _SAND, remap(op("x", fine), 0.2, 0.75))
    ground = mix(sand, crust, remap(bank + (lumps - 0.5) * 0.9, 0.25, 0.45))
    here = coords()
    off = op("vsub", op("combine", op("x", here), op("y", here), 0.0), (*mark_at, 0.0))
    calm = op("max", remap(op("length", off), 0.7 * _DANCE_M, _DANCE_M - 0.3, smooth=True), remap(bank, 0.2, 0.5))
    still = light.net(0.0)
    net = still * calm + light.net(op("time")) * (1.0 - calm)
    seabed = Material(
        color=_dappled(ground, 0.55 + still * 1.75),
        roughness=0.9,
        specular=0.05,
        bumps=(
            Bump(height=op("y", fine) * remap(bank, 0.3, 0.0), strength=1.0, distance_m=0.05),
            Bump(height=(lumps + pores * 0.4) * remap(bank, 0.1, 0.5), strength=0.8, distance_m=0.12),
        ),
        preview=_SAND,
    )
    groove = remap(op("abs", grain(rest, scale=4.2, detail=1.0) - 0.5), 0.004, 0.040)
    polyps = voronoi(rest, scale=26.0)
    rough = Bump(height=grain(rest, scale=42.0, detail=2.0), strength=0.5, distance_m=0.008)
    dotted = Bump(height=polyps * -1.0, strength=0.5, distance_m=0.012)
    pale: Color = (0.78, 0.72, 0.62)
    brains: tuple[Color, ...] = ((0.42, 0.30, 0.10), (0.22, 0.32, 0.10), (0.40, 0.22, 0.16), (0.20, 0.26, 0.22))
    brain = _grown_material(
        (0, 0, 0), pale, (0.46, 0.40, 0.20), brains, (Bump(height=groove, strength=0.9, distance_m=0.05),)
    )
    brain = brain.model_copy(update={"color": cmul(brain.color, mix((0.34, 0.42, 0.34), (1.15, 1.15, 1.1), groove))})
    return {
        "seabed": seabed,
        "seabed_near": seabed.model_copy(update={"color": _dappled(ground, 0.55 + net * 1.75)}),
        "rock": Material(
            color=_dappled(
                mix((0.12, 0.085, 0.07), (0.36, 0.20, 0.22), grain(rest, scale=2.6, detail=4.0)), 0.75 + light.resting()
            ),
            roughness=0.9,
            specular=0.05,
            bumps=(Bump(height=grain(rest, scale=7.0, detail=5.0), strength=1.0, distance_m=0.14),),
            preview=(0.2, 0.12, 0.12),
        ),
        "brain": brain,
        "staghorn": _grown_material(
            (0, 0, 0),
            pale,
            (0.85, 0.80, 0.72),
            ((0.48, 0.28, 0.10), (0.16, 0.20, 0.55), (0.58, 0.42, 0.16), (0.42, 0.16, 0.34)),
            (dotted,),
        ),
        "fan": _grown_material(
            (0, 0, 0),
            pale,
            (0.66, 0.34, 0.42),
            ((0.48, 0.06, 0.36), (0.72, 0.20, 0.04), (0.62, 0.05, 0.10), (0.66, 0.45, 0.05)),
            (rough,),
        ),
        "tubes": _grown_material(
            (0.02, 0.015, 0.02),
            pale,
            (0.80, 0.62, 0.35),
            ((0.70, 0.42, 0.03), (0.32, 0.10, 0.46), (0.72, 0.16, 0.06), (0.40, 0.45, 0.10)),
            (rough,),
        ),
        "table": _grown_material(
            (0, 0, 0),
            pale,
            (0.72, 0.66, 0.44),
            ((0.36, 0.34, 0.12), (0.42, 0.26, 0.12), (0.22, 0.36, 0.30)),
            (dotted,),
        ),
        "bouquet": _grown_material(
            (0, 0, 0),
            pale,
            (0.90, 0.66, 0.66),
            ((0.70, 0.16, 0.26), (0.60, 0.34, 0.12), (0.50, 0.20, 0.50), (0.72, 0.50, 0.12), (0.25, 0.42, 0.22)),
            (rough,),
        ),
        "anemone": _grown_material(
            (0, 0, 0),
            pale,
            (0.62, 0.22, 0.52),
            ((0.46, 0.42, 0.20), (0.55, 0.32, 0.26), (0.30, 0.46, 0.30)),
            (),
        ),
        "grass": Material(color=attribute("tint"), specular=0.0, translucent=0.35, preview=(0.05, 0.2, 0.04)),
        "kelp": Material(
            color=mix((0.06, 0.085, 0.02), (0.34, 0.36, 0.06), attribute("tip")),
            roughness=0.5,
            translucent=0.4,
            preview=(0.08, 0.1, 0.02),
        ),
        "shaft": Material(
            model="glow", emission=sea.window, emission_strength=attribute("light") * 0.10, haze=False, preview=sea.high
        ),
        "speck": Material(model="emission", emission=sea.window, emission_strength=0.35, haze=False),
        school.MATERIAL: Material(color=attribute("tint"), roughness=0.35, specular=0.5, preview=(0.4, 0.4, 0.3)),
    }
