"""The polar sea: a snowy ice shelf that breaks off into dark cold water, floes and icebergs on it, a glacier that calves into the bay
between white mountains."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _open_sky, _patterns, _planting, _water
from filmwright.content.environments._alps import SNOW, Range
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._country import ease
from filmwright.content.environments._ice import bergs, floes
from filmwright.content.environments._ice.bergs import Berg
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, normal_z, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("arctic", "polar sea", "arctic ocean", "iceberg field")
EXAMPLE = "A penguin stands in the arctic"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "snowfall")
FEATURES = (
    "water", "reflections", "mountains", "horizon", "moving_clouds", "snowdrifts", "rocks", "floor", "shadows", "sea",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("ice_field", "glacier", "iceberg")
"""Places it is as well: nothing is missing when one of them is asked for."""
LANDMARKS = ("iceberg", "glacier")
"""Things that stand in it."""

VIEW_YAW_RAD = 0.0
MARK = (-0.6, 0.0)
_SHELF_M = 0.75  # the ice over the water
_AFLOAT = (-4.0, 27.0)
_REACH_M = 4700.0

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-1.25, 5000.0),
    "morning": (1.2, 11000.0),
    "noon": (1.7, 14000.0),
    "afternoon": (-1.3, 12000.0),
    "golden_hour": (-0.72, 9000.0),
    "dusk": (-0.25, 6000.0),
    "blue_hour": (-0.8, 6000.0),
    "night": (0.7, 5000.0),
}
_ICE: Color = (0.44, 0.68, 0.80)
_BLUE: Color = (0.07, 0.36, 0.56)


class Params(NamedTuple):
    """One stretch of polar sea."""

    seed: int = 7
    time: str = "morning"
    clouds: float = 0.5
    wind: float = 0.1


class Shelf(NamedTuple):
    """The ice one stands on: it ends at edge(x), a low cliff over the water at z = 0."""

    seed: int

    def edge(self, x: F64) -> F64:
        """y of the shelf's edge."""
        x = np.asarray(x, float)
        broken = noise.fractal(x / 7.0, x * 0 + 3.0, 4, ridged=True, seed=self.seed + 1) - 0.4
        fine = noise.fractal(x / 1.1, x * 0 + 9.0, 3, seed=self.seed + 2)
        spit = 17.0 * ease((-x - 8.5) / 9.0) + 5.0 * ease((x - 12.0) / 16.0)
        return np.asarray(4.7 + 2.2 * broken + 0.5 * fine + spit)

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ice in metres; under the water beyond the edge."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        back = self.edge(x) - y
        drifts = noise.fractal(x * 0.055, y * 0.09, 4, seed=self.seed + 3) * 1.0 * ease((back - 1.0) / 9.0)
        carved = noise.fractal(x * 0.24 + 0.1 * y, y * 0.9, 4, ridged=True, seed=self.seed + 4) - 0.4  # sastrugi
        trodden = 0.25 + 0.75 * ease((np.abs(x - MARK[0]) - 0.8) / 2.0)
        ripples = carved * 0.20 * trodden * ease(back / 1.5)
        rise = 1.4 * ease((np.abs(x) - 10.0) / 30.0) * ease(back / 12.0)
        lip = -0.10 * np.exp(-np.clip(back, 0, None) / 0.25)
        return np.asarray(_SHELF_M + drifts + ripples + rise + lip - 1.9 * ease(-back / 0.3))


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A polar sea for a shot."""
    wind = {"still": 0.02, "breeze": 0.1, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.1)
    return Params(
        seed=int(rng.integers(1, 10_000)), time=shot.light.time, clouds=float(rng.uniform(0.44, 0.58)), wind=wind
    )


def build(params: Params) -> Setting:
    """The polar sea as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 902])
    shelf = Shelf(params.seed)
    afloat = _fleet(params.seed)
    made = [bergs.berg(one, sides=240 if one.y < 140 else 120, levels=84 if one.y < 140 else 44) for one in afloat]
    pack = _pack(shelf, afloat, rng)
    blocks, obstacles = _blocks(shelf, rng)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(
            _planting.node("ground", _sheet(shelf), "snow", smooth=True),
            _planting.node("water", _sea(shelf, made), "water", smooth=True),
            _planting.node("floes", pack, "floe", smooth=True, sharp_rad=0.7),
            *(_planting.node(f"berg_{k}", one, "ice", smooth=True, sharp_rad=0.45) for k, one in enumerate(made)),
            _planting.node("coast", _coast(params.seed), "coast", smooth=True, sharp_rad=0.9),
            *blocks,
            *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Shelf.height, shelf),
        marks=_marks(shelf),
        obstacles=obstacles,
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=35.0,
        camera_height_m=2.0,
        view_fall_rad=0.4,
        move_limits_m=(2.5, 5.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, 0.0),
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the polar sea at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 0.3, "golden_hour": 0.35}.get(time, -0.1)
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops)
    if time in ("golden_hour", "dawn", "dusk"):  # high enough to reach over the mountains
        return found._replace(sun=found.sun._replace(elevation_rad=0.19))
    return found


def _marks(shelf: Shelf) -> tuple[Mark, ...]:
    """On the shelf, walking from its edge towards the camera; afloat among the floes."""
    y = np.arange(2.6, -14.0, -1.0)
    ashore = Mark(
        position=(*MARK, _country.level_ground(shelf.height, *MARK)), view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.02 * (MARK[1] - float(b)), float(b)) for b in y), back_m=12.0, radius_m=3.0,
    )  # fmt: skip
    line = np.linspace(12.0, -12.0, 17)
    path = tuple((_AFLOAT[0] + float(d), _AFLOAT[1] + 0.35 * float(d)) for d in line)
    return ashore, Mark((*_AFLOAT, 0.0), VIEW_YAW_RAD, kind="water", path=path, back_m=15.0, radius_m=3.0)


def _fleet(seed: int) -> list[Berg]:
    """The icebergs: one that is the picture's subject, some that answer it, many far off."""
    rng = np.random.default_rng([seed, 904])

    def turn() -> float:
        return float(rng.uniform(0.0, 6.28))

    fleet = [
        Berg(31.0, 98.0, 44.0, 25.0, "pinnacle", seed, turn()),
        Berg(-62.0, 175.0, 84.0, 19.0, "table", seed + 1, float(rng.uniform(-0.3, 0.3))),
        Berg(-15.5, 60.0, 9.0, 4.2, "wedge", seed + 2, turn()),
        Berg(10.0, 47.0, 5.0, 2.0, "pinnacle", seed + 3, turn()),
        Berg(-4.0, 205.0, 30.0, 17.0, "wedge", seed + 4, turn()),
        Berg(104.0, 215.0, 60.0, 27.0, "wedge", seed + 5, turn()),
    ]
    for k in range(16):
        r, at = float(rng.uniform(260.0, 640.0)), float(rng.uniform(-0.75, 0.75))
        wide = float(rng.uniform(18.0, 70.0))
        form = ("pinnacle", "wedge", "table")[k % 3]
        high = wide * float(rng.uniform(0.16, 0.24) if form == "table" else rng.uniform(0.35, 0.6))
        fleet.append(Berg(r * np.sin(at), r * np.cos(at), wide, high, form, seed + 10 + k, turn()))  # type: ignore[arg-type]
    return fleet


def _sheet(shelf: Shelf) -> Shape:
    """The shelf's surface, with a row of points along its lip and down its broken face."""
    aside = [0.0]
    while aside[-1] < 130.0:
        aside.append(aside[-1] + 0.12 + 0.018 * max(aside[-1] - 9.0, 0.0))
    x = np.concatenate([-np.array(aside[:0:-1]), aside])
    back = [0.0, 0.05, 0.12, 0.22]
    while back[-1] < 75.0:
        back.append(back[-1] + 0.14 + 0.012 * max(back[-1] - 12.0, 0.0))
    down = np.concatenate([[-0.3, -0.24, -0.18, -0.12, -0.06], back])[::-1]
    across = np.broadcast_to(x, (len(down), len(x)))
    y = shelf.edge(x)[None] - down[:, None]
    made = shapes.grid(across, y, shelf.height(across, y))
    face = ease((-np.repeat(down, len(x)) + 0.02) / 0.1)
    return made.with_data("face", face)


def _pack(shelf: Shelf, afloat: list[Berg], rng: np.random.Generator) -> Shape:
    """Floes: small ones near the shelf, ever larger ones out in the bay, with lanes of open water between."""
    seed = shelf.seed

    def share(x: F64, y: F64) -> F64:
        lanes = noise.fractal(x / 60.0, y / 38.0, 4, seed=seed + 21)
        return np.asarray(np.clip(0.40 + 2.6 * lanes, 0.05, 0.93))

    def clear(x: F64, y: F64) -> F64:
        off = np.min([np.hypot(x - b.x, y - b.y) - 0.55 * b.wide_m for b in afloat], axis=0)
        around = np.linspace(-6.0, 6.0, 25)
        shore = np.hypot(around[:, None], shelf.edge(x + around[:, None]) - y).min(axis=0) * np.sign(y - shelf.edge(x))
        lane = (
            np.abs(y - _AFLOAT[1] - 0.35 * (x - _AFLOAT[0])) - 2.2 + 9.0 * ease((np.abs(x - _AFLOAT[0]) - 13.0) / 4.0)
        )
        return np.asarray(np.minimum(np.minimum(off, shore - 0.2), np.where(y < 60.0, lane, 99.0)))

    bands = (((-42.0, 42.0, 6.0, 62.0), 3.0, 0.22), ((-130.0, 130.0, 62.0, 200.0), 8.5, 0.40),
             ((-460.0, 460.0, 200.0, 560.0), 24.0, 0.7))  # fmt: skip
    return shapes.join(
        floes.floes(rng, box=box, cell_m=cell, thick_m=thick, share=share, clear=clear) for box, cell, thick in bands
    )


def _sea(shelf: Shelf, made: list[Shape]) -> Shape:
    """The water's surface; attribute `foot` is 1 where ice stands in it and shines up from below."""
    sheet = _country.sheet(
        lambda x, y: np.zeros(np.shape(x)), center=(0.0, -2.0), view_yaw_rad=VIEW_YAW_RAD, reach_m=_REACH_M,
        growth=0.016, fine_step_rad=0.0062,
    )  # fmt: skip
    x = np.arange(-40.0, 40.0, 0.4)
    line = np.concatenate([np.column_stack([x, shelf.edge(x)]), *(bergs.waterline(one) for one in made)])
    off, which = cKDTree(line).query(sheet.points[:, :2])
    widths = np.concatenate(
        [[0.7] * len(x), *([0.06 * np.ptp(m.points[:, 0]) + 0.3] * len(bergs.waterline(m)) for m in made)]
    )
    return sheet.with_data("foot", np.exp(-off / widths[which]))


def _blocks(shelf: Shelf, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Brash in the water, blocks that were pushed up on the shelf; and those that stand in the way."""
    made = [
        _planting.node(f"block_{k}", bergs.block(k + 1), "ice", smooth=True, visible=False, sharp_rad=0.5)
        for k in range(5)
    ]
    n = 900
    x, y = rng.uniform(-34, 34, n), 7.0 + 52.0 * rng.random(n) ** 1.6
    scales = 0.10 + 0.9 * rng.random(n) ** 4
    keep = y > shelf.edge(x) + 0.25 + 0.5 * scales
    points = np.column_stack([x, y, -0.10 * scales])[keep]
    nodes: list[Node] = _planting.scattered("brash", made, points, scales[keep], rng, tilt_rad=0.15)
    n = 150
    x = rng.uniform(-26, 26, n)
    back = 0.5 + 9.0 * rng.random(n) ** 2
    y = shelf.edge(x) - back
    scales = 0.12 + 1.3 * rng.random(n) ** 3.2
    keep = (np.abs(x - MARK[0]) > 3.2 + 1.4 * scales) & (back > 0.4 * scales)
    x, y, scales = x[keep], y[keep], scales[keep]
    points = np.column_stack([x, y, shelf.height(x, y) - 0.06 * scales])
    up = [m.model_copy(update={"name": f"up_{m.name}"}) for m in made]
    nodes += _planting.scattered("blocks", up, points, scales, rng, tilt_rad=0.3)
    return nodes, np.column_stack([x, y, 0.7 * scales])[scales > 0.35]


def _coast(seed: int) -> Shape:
    """The far side of the bay: a glacier's broken front, its tongue between mountains that rise behind."""
    peaks = Range(seed, high_m=460.0, from_m=700.0, full_m=2600.0, summit=(900.0, 2900.0, 330.0, 560.0))
    turn = np.arange(-1.0, 1.0, 0.0026)
    out = [0.0, 1.5, 3.0, 5.0]
    while out[-1] < 3900.0:
        out.append(out[-1] + 3.0 + 0.035 * out[-1])
    away = np.array(out)[:, None]
    tongue = np.exp(-(((turn + 0.16) / 0.30) ** 4))[None]
    shore = 690.0 + 130.0 * noise.fractal(turn * 7.0, turn * 0 + 2, 4, seed=seed + 31)
    shore += 9.0 * noise.fractal(turn * 210.0, turn * 0 + 5, 3, ridged=True, seed=seed + 32) * tongue[0]
    r = shore[None] + away
    x, y = r * np.sin(turn)[None], r * np.cos(turn)[None]
    land = peaks.height(x, y) * ease((away - 30.0) / 500.0) + 0.08 * away * ease(away / 300.0)
    seracs = noise.fractal(x * 0.055, y * 0.09, 5, ridged=True, seed=seed + 33)
    ice = (24.0 + 22.0 * seracs * np.exp(-away / 300.0)) * ease(away / 6.0) + 0.075 * away
    high = land * (1.0 - 0.92 * tongue * np.exp(-((away / 1900.0) ** 4))) * (1 - 0.5 * tongue) + ice * tongue
    made = shapes.grid(x, y, high + 2.0 * ease(away / 8.0) - 1.0)
    return made._replace(faces=made.faces).with_data("glacier", np.broadcast_to(tongue, x.shape).ravel())


def _materials(params: Params) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 2.6)
    wide = _patterns.laid("turf", 11.0, turn_rad=0.5)
    near = remap(op("camera_distance"), 4.0, 45.0, 1.0, 0.0)
    z, far = op("z", coords()), op("camera_distance")
    snow = mix(SNOW, (0.66, 0.74, 0.83), remap(op("x", wide) * 0.6 + op("y", fine) * 0.4, 0.35, 0.75))
    broken = noise_of(scale=0.16, detail=5.0, roughness=0.6)
    bands = op("fract", z * 0.16 + op("x", coords()) * 0.045 + broken * 1.3)
    vein = remap(bands, 0.0, 0.10, 1.0, 0.0) + remap(bands, 0.90, 1.0, 0.0, 1.0)
    wall = mix(mix(_ICE, (0.74, 0.85, 0.90), remap(broken, 0.40, 0.66)), _BLUE, vein * 0.55)
    wet = mix(wall, (0.20, 0.52, 0.62), remap(z, 0.1, 1.3, 0.85, 0.0))
    lying = remap(normal_z() + (broken - 0.5) * 0.6, 0.56, 0.72)
    rock: Color = (0.085, 0.083, 0.088)
    crag = noise_of(scale=0.009, detail=6.0, roughness=0.62)
    bare = remap(normal_z() + (crag - 0.5) * 0.6, 0.70, 0.58) * (1.0 - attribute("glacier"))
    front = remap(normal_z(), 0.85, 0.35) * attribute("glacier")
    water = _water.basin(params.wind, deep=(0.003, 0.013, 0.020))
    return {
        "snow": Material(
            color=mix(snow, mix(_ICE, _BLUE, remap(z, 0.5, 0.0) * 0.8), attribute("face")),
            bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.5 + op("z", wide), strength=near * 0.4, distance_m=0.05),),
            preview=SNOW, **plain,
        ),
        "floe": Material(color=mix(snow, mix(_ICE, _BLUE, remap(z, 0.16, 0.0)), attribute("rim")), preview=SNOW, **plain),
        "ice": Material(
            color=mix(wet, SNOW, lying), roughness=0.45, specular=0.3,
            bumps=(Bump(height=broken, strength=remap(far, 30.0, 300.0, 0.7, 0.3), distance_m=0.8),), preview=_ICE,
        ),
        "coast": Material(
            color=mix(mix(SNOW, rock, bare), mix(_ICE, _BLUE, 0.35), front),
            bumps=(Bump(height=crag, strength=0.7, distance_m=50.0),), preview=SNOW, **plain,
        ),
        "water": water.model_copy(update={"color": mix(water.color, (0.015, 0.15, 0.18), attribute("foot") * 0.9)}),
    }  # fmt: skip
