"""A tropical island: white sand along a turquoise lagoon, coconut palms that lean over it, an islet and green peaks across the water."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np
from scipy.interpolate import PchipInterpolator

from filmwright.content.atmosphere import daylight
from filmwright.content.environments import _planting, _tropical
from filmwright.content.environments._beach import skies, surfaces, things, tiles
from filmwright.content.environments._beach.shore import NEAR_M, Shore, damp_sand_node, sand_node, sea_node
from filmwright.content.environments._country import ease
from filmwright.content.environments._water import Swell
from filmwright.content.kinds import F64, Mark, Setting
from filmwright.scene import noise, shapes, waves
from filmwright.scene.nodes import Native, Node, Transport
from filmwright.scene.shade import Material, attribute, mix, normal_z, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.scene.waves import SeaState
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("tropical island", "island paradise")
EXAMPLE = "A woman in a white dress walks on a tropical island"
TIMES = ("morning", "golden_hour", "noon", "afternoon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "sea", "water", "waves", "foam", "sand", "palm_trees", "tropical_plants", "shells", "driftwood", "footprints", "horizon",
    "mountains", "sea_breeze", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("island", "tropical_beach", "lagoon")
"""Places it is as well: nothing is missing when one of them is asked for."""
REGIONS = (
    "hawaii",
    "maui",
    "honolulu",
    "waikiki",
    "oahu",
    "caribbean",
    "bahamas",
    "jamaica",
    "cancun",
    "barbados",
    "dominican_republic",
    "martinique",
    "guadeloupe",
    "bali",
    "phuket",
    "philippines",
    "fiji",
    "bora_bora",
    "tahiti",
    "polynesia",
    "seychelles",
    "mauritius",
    "maldives",
    "zanzibar",
)
"""Parts of the world it can be told to be."""

_VIEW_YAW = 0.18  # a little towards the sea
_HERO_UP = 8.4  # metres up the beach: on dry sand
_STRIP = (6.4, NEAR_M[0], 3.4, 58.0)  # trodden sand: x, y, width, length
_AFLOAT = (-24.0, 14.0)
_ROUND_M = 16.0  # a part of the lagoon this far round the mark afloat is known to what floats there
_SAND = surfaces.Grain(dry=(0.80, 0.735, 0.62), dark=(0.66, 0.59, 0.47), wet=(0.30, 0.25, 0.185))
_CLEAR = surfaces.Water(shallow=(0.115, 0.56, 0.50), crest=(0.07, 0.50, 0.46), deep=(0.002, 0.125, 0.25), deep_m=7.0)
_EVENING = surfaces.Water(shallow=(0.10, 0.22, 0.20), crest=(0.12, 0.24, 0.17), deep=(0.008, 0.05, 0.075), deep_m=7.0)
_LEAF: Color = (0.095, 0.185, 0.026)
_BRIGHT: Color = (0.135, 0.250, 0.036)

# Height over the still water at metres up the beach: a deep sea, a reef's edge, a shallow lagoon, a low island (chosen).
_PROFILE = PchipInterpolator(
    (
        -4600.0,
        -420.0,
        -300.0,
        -255.0,
        -225.0,
        -120.0,
        -45.0,
        -14.0,
        -5.0,
        0.0,
        4.0,
        8.5,
        12.0,
        18.0,
        30.0,
        70.0,
        160.0,
        900.0,
    ),
    (-40.0, -24.0, -12.0, -2.6, -2.2, -3.4, -1.9, -0.85, -0.36, 0.0, 0.30, 0.62, 0.86, 1.5, 2.1, 3.0, 9.0, 30.0),
)


class Cay(Shore):
    """The ground of the island."""

    def waterline(self, y: F64) -> F64:
        """x of the still waterline: the beach bends out into the lagoon and ends in a spit."""
        y = np.asarray(y, float)
        bay = -34.0 * ease((y - 16.0) / 90.0) + 240.0 * ease((y - 120.0) / 260.0)
        return np.asarray(bay + 0.4 * np.sin(y / 5.1 + self.seed) * np.exp(-((y / 200.0) ** 2)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the sand over the still water, metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        up = self.up(x, y)
        inland = np.clip((up - 12.0) / 10.0, 0.0, 1.0)
        rolling = 0.7 * noise.fractal(x / 11.0, y / 12.0, 4, seed=self.seed + 1) * inland
        churned = 0.05 * noise.fractal(x / 1.3, y / 1.3, 3, seed=self.seed + 3) * np.clip((up - 7.0) / 4.0, 0, 1)
        return np.asarray(_PROFILE(np.clip(up, -4600.0, 900.0)) + rolling + churned)


class Params(NamedTuple):
    """One island: what time it is, how the lagoon moves."""

    time: str = "morning"
    seed: int = 7
    swell_m: float = 0.34
    chop_m: float = 0.07
    start_s: float = 40.0
    clouds: float = 0.56


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """An island for a shot: wind ruffles the lagoon."""
    wind = {"still": 0.0, "breeze": 0.35, "strong": 1.0}.get(shot.weather.wind or "breeze", 0.35)
    return Params(
        time=shot.light.time,
        seed=int(rng.integers(1, 10_000)),
        swell_m=0.28 + 0.3 * wind,
        chop_m=0.04 + 0.12 * wind,
        start_s=float(rng.uniform(20.0, 80.0)),
        clouds=float(rng.uniform(0.50, 0.62)),
    )


def build(params: Params) -> Setting:
    """The island of these parameters."""
    rng = np.random.default_rng([params.seed, 77])
    shore = Cay(params.seed, 0.0)
    state = SeaState(seed=params.seed, swell_m=params.swell_m, period_s=4.6, chop_m=params.chop_m)
    sea = sea_node(shore, state, params.start_s)
    palms, stems = _palms(shore, rng)
    outdoors = skies.outdoors(params.time, _VIEW_YAW, params.clouds)._replace(haze_m=5200.0)
    light = daylight(outdoors)
    drift_x = float(shore.waterline(np.array([7.0]))[0]) + 11.6
    return Setting(
        nodes=(
            sea, damp_sand_node(shore), sand_node(shore), *palms, *_thicket(shore, rng), *_islet(params.seed, rng),
            things.driftwood(shore, rng, drift_x, 7.0, 2.3), *things.litter(shore, rng, 900), _peaks(params.seed), *light.nodes,
        ),
        materials=_materials(params),
        world=light.world,
        ground=partial(Cay.height, shore),
        marks=_marks(shore),
        obstacles=stems,
        images={"footprints": things.prints(rng, _STRIP), "sand": tiles.sand(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "high", "bloom": 0.08}),
        hero_lamps=skies.hero_lamps(light.hero_lamps),
        transport=Transport(guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.7,
        view_fall_rad=0.45,
        move_limits_m=(2.5, 8.0, 4.0),
        outdoors=outdoors,
        water=partial(Swell.height, _round_mark(sea, params.start_s)),
    )  # fmt: skip


def _marks(shore: Cay) -> tuple[Mark, ...]:
    """In the middle of a walk of 32 m towards the camera; afloat in the lagoon."""
    along = np.linspace(16.0, -16.0, 17)
    x = shore.waterline(along) + _HERO_UP + 0.3 * np.sin(along / 9.0)
    height = float(shore.height(x[8:9], along[8:9])[0])
    line = np.linspace(9.0, -9.0, 13)
    way = tuple((_AFLOAT[0] + 0.5 * float(d), _AFLOAT[1] + float(d)) for d in line)
    return (
        Mark(
            position=(float(x[8]), float(along[8]), height), view_yaw_rad=_VIEW_YAW, back_m=15.0,
            path=tuple((float(a), float(b)) for a, b in zip(x, along, strict=True)),
        ),
        Mark((*_AFLOAT, 0.0), _VIEW_YAW, kind="water", path=way, back_m=18.0, radius_m=6.0),
    )  # fmt: skip


def _round_mark(node: Native, start_s: float) -> Swell:
    """The part of the lagoon that boats float on."""
    whole = waves.from_node(node)
    rows = np.flatnonzero(np.abs(whole.along - _AFLOAT[1]) < _ROUND_M)
    columns = np.flatnonzero(np.abs(whole.x[rows[0]] - _AFLOAT[0]) < _ROUND_M)
    return Swell(waves.part(whole, slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)), start_s)


def _palms(shore: Cay, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Coconut palms at the edge of the sand that lean out over it, others behind; and the stems that stand in the way."""
    made = []
    for k in range(5):
        stem = 6.2 + 1.1 * k
        form = _tropical.palm(60 + k, stem_m=stem, frond_m=3.2, color=_LEAF if k % 2 else _BRIGHT, fronds=19, leaflets=34,
                              lean_m=(-0.42 * stem + 0.25 * k, 0.35 * (k - 2)))  # fmt: skip
        made.append(_planting.node(f"palm_{k}", form, "leaf", "stem", visible=False, smooth=True))
    # A few where they frame the view, the rest along the island's edge.
    spots = [(13.8, 7.0), (15.4, 10.5), (13.2, 15.5), (16.5, -1.5), (14.4, 21.0), (17.0, 4.0), (18.5, 13.0)]
    y = np.concatenate([[b for _, b in spots], rng.uniform(20.0, 130.0, 60), rng.uniform(-16.0, 60.0, 46)])
    up = np.concatenate([[a for a, _ in spots], 10.0 + 12.0 * rng.random(60), 19.0 + 22.0 * rng.random(46)])
    x = shore.waterline(y) + up
    points = np.column_stack([x, y, shore.height(x, y) - 0.12])
    yaw = rng.normal(0.0, 0.5, len(x))
    nodes = _planting.scattered("palms", made, points, rng.uniform(0.8, 1.2, len(x)), rng, tilt_rad=0.04, yaw_rad=yaw)
    return nodes, np.column_stack([x, y, np.full(len(x), 0.35)])[y < 30.0]


def _thicket(shore: Cay, rng: np.random.Generator) -> list[Node]:
    """What grows under the palms: low palms, plantains, taros, thinning out on the sand."""
    kinds: tuple[tuple[str, list[Shape], tuple[str, ...], int, float], ...] = (
        ("low_palm", [_tropical.palm(9 + k, stem_m=0.4, frond_m=1.9, color=_BRIGHT, fronds=11) for k in range(2)],
         ("leaf", "stem"), 420, 15.0),
        ("plantain", [_tropical.plantain(k, high_m=2.2 + 0.4 * k, color=_BRIGHT) for k in range(3)], ("leaf",), 300, 18.0),
        ("taro", [_tropical.taro(k, color=_LEAF) for k in range(3)], ("leaf",), 900, 14.2),
    )  # fmt: skip
    nodes: list[Node] = []
    for name, forms, materials, count, from_m in kinds:
        y = -16.0 + 150.0 * rng.random(count) ** 1.4
        up = (
            from_m + 26.0 * rng.random(count) ** 1.7 + 3.0 * noise.fractal(y / 9.0, y * 0 + 4.0, 3, seed=shore.seed + 9)
        )
        x = shore.waterline(y) + up
        made = [
            _planting.node(f"{name}_{k}", form, *materials, visible=False, smooth=True, hidden_from=("diffuse",))
            for k, form in enumerate(forms)
        ]
        points = np.column_stack([x, y, shore.height(x, y) - 0.05])
        nodes += _planting.scattered(name, made, points, rng.uniform(0.7, 1.4, count), rng, tilt_rad=0.1)
    return nodes


def _islet(seed: int, rng: np.random.Generator) -> list[Node]:
    """A small island in the lagoon: a hump of sand with a tuft of palms."""
    at, reach = np.array([-96.0, 205.0]), 26.0
    r, turn = np.linspace(0.0, 1.25, 22), np.linspace(0, 2 * math.pi, 73)
    lumpy = 1.0 + 0.3 * noise.fractal(1.6 * np.cos(turn) + 3, 1.6 * np.sin(turn), 3, seed=seed + 41)
    lumpy[-1] = lumpy[0]
    rr = r[:, None] * lumpy[None]
    high = 2.3 * (1.0 - r[:, None] ** 2) + 0.0 * rr
    x, y = at[0] + 1.5 * reach * rr * np.cos(turn), at[1] + 0.8 * reach * rr * np.sin(turn)
    ground = (
        shapes.grid(x, y, high)
        .with_data("tone", 0.6)
        .with_data("damp", np.repeat(np.clip((r - 0.86) / 0.1, 0, 0.6), 73))
    )
    made = [
        _planting.node(
            f"far_palm_{k}", _tropical.palm(80 + k, stem_m=7.0 + 1.5 * k, frond_m=3.6, color=_LEAF, fronds=15, leaflets=16), "leaf",
            "stem", visible=False, smooth=True,
        )
        for k in range(3)
    ]  # fmt: skip
    n = 46
    out, round_ = 0.72 * np.sqrt(rng.random(n)), rng.uniform(0, 2 * math.pi, n)
    px, py = at[0] + 1.5 * reach * out * np.cos(round_), at[1] + 0.8 * reach * out * np.sin(round_)
    points = np.column_stack([px, py, 2.3 * (1 - out**2) - 0.2])
    low = [
        _planting.node(
            f"bush_{k}",
            _tropical.plantain(20 + k, high_m=3.2, color=_LEAF, leaves=14),
            "leaf",
            visible=False,
            smooth=True,
        )
        for k in range(2)
    ]
    m = 170
    out, round_ = 0.74 * np.sqrt(rng.random(m)), rng.uniform(0, 2 * math.pi, m)
    bx, by = at[0] + 1.5 * reach * out * np.cos(round_), at[1] + 0.8 * reach * out * np.sin(round_)
    bushes = np.column_stack([bx, by, 2.3 * (1 - out**2) - 0.15])
    return [
        _planting.node("islet", ground, "dry_sand", smooth=True),
        *_planting.scattered("far_palms", made, points, rng.uniform(0.8, 1.3, n), rng, tilt_rad=0.06),
        *_planting.scattered("bushes", low, bushes, rng.uniform(0.8, 1.5, m), rng, tilt_rad=0.15),
    ]


def _peaks(seed: int) -> Node:
    """The green peaks of a drowned volcano across the lagoon."""
    turn = np.arange(-0.36, 0.86, 0.0032)
    away = np.concatenate([[0.0, 8.0], np.geomspace(20.0, 2300.0, 74)])[:, None]
    middle, wide = 0.20, 0.30
    body = np.exp(-(((turn - middle) / wide) ** 2))[None]
    r = 1750.0 + 150.0 * noise.fractal(turn * 9.0, turn * 0, 4, seed=seed + 51)[None] + away
    x, y = -r * np.sin(turn)[None], r * np.cos(turn)[None]
    ribs = noise.fractal(x * 0.0045, y * 0.0028, 6, ridged=True, seed=seed + 52)
    back = ease(away / 900.0) * (1.0 - 0.5 * ease((away - 1100.0) / 1100.0))
    high = (430.0 * body**1.2 * back * (0.45 + 0.95 * ribs) + 26.0 * body * ease(away / 60.0)) * ease(
        (body - 0.02) / 0.2
    ) - 4.0
    return _planting.node("peaks", shapes.grid(x, y, high), "peaks", smooth=True)


def _materials(params: Params) -> dict[str, Material]:
    water = _CLEAR if params.time in ("noon", "morning", "afternoon") else _EVENING
    plain = {"specular": 0.0, "roughness": 0.9}
    crag = noise_of(scale=0.012, detail=6.0, roughness=0.6)
    wood = noise_of(scale=0.02, detail=5.0)
    green = mix((0.030, 0.062, 0.016), (0.075, 0.115, 0.030), remap(wood, 0.35, 0.65))
    return {
        "sea": surfaces.sea(water),
        "swash": surfaces.swash(water, _STRIP, _SAND),
        "damp_sand": surfaces.swash(water, _STRIP, _SAND),
        "dry_sand": surfaces.sand(_STRIP, _SAND),  # sand soaks rain up: the weathers lay a shine on what is called "sand"
        "leaf": Material(color=attribute("tint"), translucent=0.35, specular=0.3, roughness=0.45, preview=_BRIGHT),
        "stem": Material(color=mix((0.16, 0.13, 0.095), (0.34, 0.295, 0.23), remap(noise_of(scale=5.0), 0.3, 0.7)), **plain),
        "driftwood": surfaces.driftwood(),
        "shell": surfaces.shell(),
        "peaks": Material(
            color=mix((0.10, 0.085, 0.07), green, remap(normal_z() + (crag - 0.5) * 0.5, 0.34, 0.52)), preview=(0.05, 0.09, 0.03), **plain
        ),
    }  # fmt: skip
