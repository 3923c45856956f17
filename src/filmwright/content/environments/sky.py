"""The sky, above the clouds: a sea of white cloud to the horizon, clear air over it. Whoever is here flies."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _planting
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Transport
from filmwright.scene.shade import Material, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot

WORDS = ("sky", "sea of clouds")
EXAMPLE = "An airplane flies above the clouds"
TIMES = ("morning", "golden_hour", "afternoon", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("moving_clouds", "horizon", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("heaven",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
_REACH_M = 4700.0
_FLOOR_M, _TOP_M = -74.0, -10.0  # between which heights, seen from the mark, the clouds lie
_LAYERS = 12
_SKIES: dict[str, float] = {
    "dawn": -0.26, "morning": -1.7, "noon": -2.2, "afternoon": 1.8, "golden_hour": 0.30, "dusk": 0.24, "blue_hour": 0.3, "night": -1.0,
}  # fmt: skip
"""Where the sun stands (0 straight ahead, clockwise); chosen by eye."""


class Params(NamedTuple):
    """One hour over one sea of clouds."""

    seed: int = 7
    time: str = "morning"
    high_m: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A sky for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.85, 1.25)))


def build(params: Params) -> Setting:
    """The sky as data. Two builds of the same Params are equal."""
    outdoors = sky_of(params.time)
    light = atmosphere.daylight(outdoors)
    nodes = [
        _planting.node(
            f"layer {k}", _layer(z), "cloud", hidden_from=("shadow", "diffuse", "glossy") if k else ("shadow",)
        )
        for k, z in enumerate(np.linspace(_FLOOR_M, _TOP_M, _LAYERS))
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials={"cloud": _cloud(params)},
        world=light.world,
        ground=_level,
        marks=(_mark(),),
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.12}),
        hero_lamps=light.hero_lamps,
        transport=Transport(world_sampling=False, guides="fast", transparent=_LAYERS + 2),
        f_stop=8.0,
        lens_mm=35.0,
        camera_height_m=2.2,
        view_fall_rad=0.5,
        move_limits_m=(4.0, 10.0, 6.0),
        outdoors=outdoors,
    )


def sky_of(time: str) -> Outdoors:
    """The light over the clouds at a time of day. Raises UnknownName."""
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.35, "dawn": 0.5, "dusk": 0.4, "night": 0.1, "blue_hour": 0.1}.get(time, 0.05)
    return _open_sky.outdoors(
        time, _SKIES.get(time, -1.7), 2300.0 if low else 3400.0, VIEW_YAW_RAD, clouds=0.38, stops=stops, disc=low
    )


def _level(x: F64, y: F64) -> F64:
    """The height at which everybody flies."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def _mark() -> Mark:
    y = np.arange(60.0, -22.0, -2.0)
    return Mark(
        position=(0.0, 0.0, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((0.02 * float(a), float(a)) for a in y),
        back_m=34.0,
        radius_m=12.0,
    )


def _layer(z: float) -> Shape:
    return shapes.grid([-_REACH_M, 0.0, _REACH_M], [-800.0, 0.0, _REACH_M], z)


def _cloud(params: Params) -> Material:
    """One slice through the clouds: they fill less of it the higher it lies, and are whiter; the lowest is closed. Slices that lie so
    close are seen as heaps with soft edges, at the cost of what is looked through."""
    where = op("vadd", coords(), (float(params.seed % 97) * 31.0, float(params.seed % 89) * 17.0, 0.0))
    flat = mapping(where, scale=(1.0, 1.0, 0.0))
    heaps = noise_of(
        mapping(flat, scale=(1 / 165.0, 1 / 135.0, 0.0)), scale=1.0, detail=7.0, roughness=0.58, distortion=0.35
    )
    fields = noise_of(mapping(flat, scale=(1 / 900.0, 1 / 640.0, 0.0)), scale=1.0, detail=2.0)
    up = (op("z", coords()) - _FLOOR_M) * (1.0 / (_TOP_M - _FLOOR_M))
    thick = (heaps - 0.5) * 2.6 + (fields - 0.5) * 1.5 * params.high_m + 0.5
    over = thick - up
    alpha = op("max", remap(over, 0.0, 0.16, smooth=True), op("less", up, 0.01))
    depth = remap(over, 0.0, 0.75)  # how far below the cloud's skin this spot lies: there little light comes
    tone = remap(up, 0.0, 0.85, 0.55, 0.97)
    color = mix(op("combine", tone, tone, tone), (0.42, 0.47, 0.56), depth * remap(up, 0.0, 0.7, 0.75, 0.15))
    return Material(color=color, roughness=1.0, specular=0.0, alpha=alpha, preview=(0.85, 0.86, 0.9))
