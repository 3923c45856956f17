"""The open sea: swell that comes on from the horizon under a wide sky. Boats and whales find a mark afloat here."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _patterns
from filmwright.content.environments._beach import skies, tiles
from filmwright.content.environments._beach.shore import spaced
from filmwright.content.environments._water import Swell
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import waves
from filmwright.scene.nodes import Native, Transport
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, op, remap
from filmwright.scene.waves import SeaState
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("ocean", "open sea", "open ocean", "high seas")
EXAMPLE = "A boat sails on the ocean at sunset"
TIMES = ("golden_hour", "dawn", "morning", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = ("sea", "water", "waves", "foam", "reflections", "horizon", "sea_breeze", "moving_clouds")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("sea",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
_FAR_M = 4700.0  # the horizon; the camera clips at 5000 m
_BED_M = -40.0  # so deep that no wave feels the ground
_SIDE_M = 4000.0  # of the grid to the right of the mark, where a beach would be
_ROUND_M = 26.0  # a part of the sea this far round the mark is known to what floats there
_SAILED = ((15.0, 21.0), (0.0, 0.0), (-9.0, -12.6))  # a boat comes this way, on a slant towards the camera


class Params(NamedTuple):
    """One sea: what time it is, how it runs."""

    time: str = "golden_hour"
    seed: int = 7
    swell_m: float = 1.2
    period_s: float = 6.4
    chop_m: float = 0.28
    start_s: float = 40.0
    clouds: float = 0.58


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A sea for a shot: wind raises it, and so does a text that speaks of waves."""
    wind = {"still": 0.0, "breeze": 0.35, "strong": 1.0}.get(shot.weather.wind or "breeze", 0.35)
    if shot.weather.kind == "rain" or "waves" in shot.place.features:
        wind = max(wind, 0.7)
    return Params(
        time=shot.light.time,
        seed=int(rng.integers(1, 10_000)),
        swell_m=float(rng.uniform(0.9, 1.2)) * (0.55 + 1.3 * wind),
        period_s=float(rng.uniform(5.6, 6.6)) + 1.6 * wind,
        chop_m=0.10 + 0.48 * wind,
        start_s=float(rng.uniform(20.0, 80.0)),
        clouds=float(rng.uniform(0.5, 0.68)),
    )


def build(params: Params) -> Setting:
    """The sea of these parameters."""
    state = SeaState(
        seed=params.seed, swell_m=params.swell_m, period_s=params.period_s, chop_m=params.chop_m, obliquity_rad=0.85
    )
    node = _sea(state, params.start_s)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    mark = Mark(
        position=(0.0, 0.0, 0.0), view_yaw_rad=VIEW_YAW_RAD, kind="water", path=_SAILED, back_m=34.0, radius_m=20.0
    )
    return Setting(
        nodes=(node, *light.nodes),
        materials={"sea": _surface(params)},
        world=light.world,
        ground=_level,
        marks=(mark,),
        images={"foam": tiles.foam(params.seed), "turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "high", "bloom": 0.1}),
        hero_lamps=skies.hero_lamps(light.hero_lamps),
        transport=Transport(guides="fast"),
        f_stop=8.0,
        lens_mm=32.0,
        camera_height_m=2.6,
        view_fall_rad=0.5,
        move_limits_m=(4.0, 10.0, 6.0),
        outdoors=outdoors,
        water=partial(Swell.height, _round_mark(node, params.start_s)),
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the sea at a time of day: low suns stand in the picture."""
    found = skies.outdoors(time, VIEW_YAW_RAD, clouds)
    low = time in ("golden_hour", "dawn", "dusk", "blue_hour", "night")
    return found._replace(sun_azimuth_rad=-0.24 if low else found.sun_azimuth_rad, haze_m=2600.0)


def _level(x: F64, y: F64) -> F64:
    """The still surface: what does not float stands on it."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _sea(state: SeaState, start_s: float) -> Native:
    """The sea as the grid `blender.native.sea` moves: fine round the mark and before the camera, ever wider to the horizon."""
    aside = np.concatenate(
        [
            -spaced(11.0, _SIDE_M - 20.0, 0.3, 0.075)[:0:-1],
            np.arange(-11.0, 11.0, 0.26),
            spaced(11.0, _SIDE_M, 0.3, 0.075),
        ]
    )
    along = np.concatenate(
        [-spaced(42.0, 260.0, 0.4, 0.25)[:0:-1], np.arange(-42.0, 14.0, 0.3), spaced(14.0, _FAR_M, 0.3, 0.042)]
    )
    seaward = aside + _SIDE_M
    faces = np.zeros((len(along) - 1) * (len(seaward) - 1), np.int64)
    return Native(
        name="sea",
        kind="sea",
        params={**state._asdict(), "start_s": start_s},
        arrays={
            "seaward_m": seaward,
            "along_m": along,
            "shore_x_m": np.full(len(along), _SIDE_M),
            "bed_m": np.full((len(along), len(seaward)), _BED_M),
            "material_index": faces,
        },
        materials=("sea",),
    )


def _round_mark(node: Native, start_s: float) -> Swell:
    """The part of the sea that boats sail on."""
    whole = waves.from_node(node)
    rows = np.flatnonzero(np.abs(whole.along) < _ROUND_M)
    columns = np.flatnonzero(np.abs(whole.x[0]) < _ROUND_M)
    return Swell(waves.part(whole, slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)), start_s)


def _surface(params: Params) -> Material:
    """Deep water: dark where one looks into it, green where a crest stands thin before the light, flecked with foam where the wind
    tears it; ripples finer than the grid ride on it."""
    high = params.time in ("noon", "morning", "afternoon")
    deep: Color = (0.004, 0.042, 0.082) if high else (0.006, 0.026, 0.036)
    crest: Color = (0.012, 0.170, 0.190) if high else (0.045, 0.105, 0.080)
    time, far = op("time"), op("camera_distance")
    up = op("z", coords())
    drift = _patterns.laid("foam", 3.3, turn_rad=0.4, moved=op("combine", time * 0.40, time * 0.35, 0.0))
    counter = _patterns.laid("foam", 8.1, turn_rad=-0.5, moved=op("combine", time * -0.25, time * 0.70, 0.0))
    wide = _patterns.laid("foam", 23.0, turn_rad=0.9, moved=op("combine", time * 0.30, time * 0.80, 0.0))
    gusts = op("z", _patterns.repeated("turf", mapping(coords(), scale=(1 / 310.0, 1 / 120.0, 0.0))))
    top = max(0.25, 0.42 * params.swell_m)
    thin = remap(up, 0.25 * top, 1.6 * top)
    torn = remap(up, 0.75 * top, 1.9 * top) * remap(params.chop_m, 0.12, 0.5, 0.25, 1.0)
    lace = op("x", drift) * 0.55 + op("y", counter) * 0.35 + op("y", wide) * 0.4
    white = remap(torn * 0.75 + lace, 1.02, 1.32, smooth=True) * remap(far, 60.0, 500.0, 1.0, 0.35)
    tint = mix(deep, crest, thin)
    return Material(
        color=mix(tint, (0.74, 0.78, 0.80), white),
        roughness=op(
            "max",
            remap(far, 15.0, 900.0, 0.05, 0.22) + remap(gusts, 0.5, 0.75) * remap(far, 60.0, 400.0, 0.0, 0.07),
            white * 0.7,
        ),
        specular=0.5,
        ior=1.333,
        bumps=(
            Bump(
                height=op("z", drift) * 0.30 + op("z", counter) * 0.75 + op("z", wide) * 0.6 + white * 0.3,
                strength=remap(far, 8.0, 420.0, 0.80, 0.16),
                distance_m=0.11,
            ),
        ),
        preview=deep,
    )
