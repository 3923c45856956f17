"""A sandy beach seen along the shore: the sea on one side, dunes on the other, a headland in the haze.

The low sun stands over the water at a three-quarter angle to the view: it lays a path of glitter on the sea, rakes the
ripples of the sand and rims whoever walks here. The waterline runs along +Y; the sea is to the left (-X).
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content.atmosphere import daylight
from filmwright.content.environments._beach import skies, surfaces, things, tiles
from filmwright.content.environments._beach.shore import NEAR_M, Shore, damp_sand_node, sand_node, sea_node
from filmwright.content.kinds import Mark, Setting
from filmwright.scene.nodes import Node, Transport
from filmwright.scene.shade import Material
from filmwright.scene.waves import SeaState
from filmwright.spec.shot import Shot

WORDS = ("beach", "seaside", "shore", "seashore", "sea", "ocean", "sand", "coast")
EXAMPLE = "An old man in a blue sweater walks on the beach at sunset, the camera follows him"
TIMES = ("golden_hour", "dawn", "morning", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "sea", "water", "waves", "foam", "tide", "sand", "sand_dunes", "dune_grass", "shells", "driftwood", "footprints", "headland",
    "horizon", "sea_breeze", "tall_grass", "floor", "shadows", "moving_clouds",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("seaside", "shore", "coast", "waterside")
"""Places it is as well: nothing is missing when one of them is asked for."""

_VIEW_YAW = 0.21  # a little towards the sea
_HERO_UP = 8.2  # metres up the beach: on the border of damp and dry sand
_STRIP = (6.4, NEAR_M[0], 3.4, 58.0)  # trodden sand: x, y, width, length

_CLEAR_WATER = surfaces.Water(shallow=(0.06, 0.38, 0.35), crest=(0.03, 0.36, 0.32), deep=(0.002, 0.095, 0.17))
_EVENING_WATER = surfaces.Water(shallow=(0.10, 0.15, 0.12), crest=(0.13, 0.20, 0.11), deep=(0.008, 0.04, 0.05))


class Params(NamedTuple):
    """One beach: what time it is, how the sea runs, how the land lies."""

    time: str = "golden_hour"
    seed: int = 7
    swell_m: float = 1.25
    period_s: float = 7.0
    chop_m: float = 0.12
    wind: float = 0.12
    dune_m: float = 4.2
    groyne_y: float | None = 21.0
    lighthouse: bool = True
    start_s: float = 40.0
    clouds: float = 0.6


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A beach for a shot: wind raises the sea and bends the grass."""
    wind = {"still": 0.03, "breeze": 0.12, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.12)
    return Params(
        time=shot.light.time,
        seed=int(rng.integers(1, 10_000)),
        swell_m=float(rng.uniform(1.05, 1.4)) * (0.8 + 1.6 * wind),
        period_s=float(rng.uniform(6.2, 7.6)),
        chop_m=0.05 + 0.6 * wind,
        wind=wind,
        dune_m=float(rng.uniform(3.4, 5.0)),
        groyne_y=float(rng.uniform(18.0, 26.0)) if rng.random() < 0.75 else None,
        lighthouse=bool(rng.random() < 0.7),
        start_s=float(rng.uniform(20.0, 80.0)),
        clouds=float(rng.uniform(0.52, 0.66)),
    )


def build(params: Params) -> Setting:
    """The beach of these parameters."""
    rng = np.random.default_rng(params.seed)
    shore = Shore(params.seed, params.dune_m)
    state = SeaState(seed=params.seed, swell_m=params.swell_m, period_s=params.period_s, chop_m=params.chop_m)
    nodes: list[Node] = [sea_node(shore, state, params.start_s), damp_sand_node(shore), sand_node(shore)]
    obstacles = np.zeros((0, 3))
    if params.groyne_y is not None:
        posts, obstacles = things.groyne(shore, rng, params.groyne_y)
        nodes.append(posts)
    nodes.append(things.driftwood(shore, rng, float(shore.waterline(np.array([9.0]))[0]) + 12.5, 9.0, 2.6))
    nodes += things.litter(shore, rng, 1500)
    nodes += things.marram(shore, rng, 2600, params.wind)
    nodes.append(things.headland(params.seed))
    if params.lighthouse:
        nodes += things.lighthouse(-560.0, 1840.0, 28.0)
    outdoors = skies.outdoors(params.time, _VIEW_YAW, params.clouds)
    light = daylight(outdoors)
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params),
        world=light.world,
        ground=partial(Shore.height, shore),
        marks=(_mark(shore),),
        obstacles=obstacles,
        images={
            "footprints": things.prints(rng, _STRIP),
            "sand": tiles.sand(params.seed),
            "foam": tiles.foam(params.seed),
        },
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "high", "bloom": 0.1}),
        hero_lamps=skies.hero_lamps(light.hero_lamps),
        transport=Transport(guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        camera_height_m=1.55,
        view_fall_rad=0.5,
        move_limits_m=(3.0, 8.0, 3.0),
        outdoors=outdoors,
    )


def _mark(shore: Shore) -> Mark:
    """The hero's place, in the middle of a walk of 32 m towards the camera."""
    along = np.linspace(16.0, -16.0, 17)
    x = shore.waterline(along) + _HERO_UP + 0.35 * np.sin(along / 9.0)
    height = float(shore.height(x[8:9], along[8:9])[0])
    return Mark(
        position=(float(x[8]), float(along[8]), height),
        view_yaw_rad=_VIEW_YAW,
        path=tuple((float(a), float(b)) for a, b in zip(x, along, strict=True)),
        back_m=16.0,
    )


def _materials(params: Params) -> dict[str, Material]:
    high = params.time in ("noon", "morning", "afternoon")
    water = _CLEAR_WATER if high else _EVENING_WATER
    return {
        "sea": surfaces.sea(water),
        "swash": surfaces.swash(water, _STRIP),
        "damp_sand": surfaces.swash(water, _STRIP).model_copy(update={"preview": surfaces.DAMP}),
        "dry_sand": surfaces.sand(_STRIP),  # sand soaks rain up: the weathers lay a shine on what is called "sand"
        "grass": surfaces.grass((0.36, 0.33, 0.15)),
        "wood": surfaces.wood(),
        "driftwood": surfaces.driftwood(),
        "shell": surfaces.shell(),
        "headland": surfaces.headland(),
        "tower": surfaces.plaster((0.75, 0.74, 0.72)),
        "lantern": surfaces.plaster((0.35, 0.03, 0.02)),
    }
