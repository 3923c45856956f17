"""High over the clouds: a sea of white cloud tops to the horizon, towers that rise out of it, clear deep sky above. What is there hangs in
the air; there is nothing to stand on."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _planting
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Instances, Node, Transport
from filmwright.scene.shade import Material, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot

WORDS = ("above the clouds",)
EXAMPLE = "An airplane flies above the clouds"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear",)
FEATURES = ("horizon", "moving_clouds", "shadows")
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("heaven",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
MARK = (0.0, 10.0)
_TOPS_M = -13.0  # about where the tops of the nearest clouds are
_REACH_M = 4600.0
_KINDS = 5

# Where the sun stands (0 straight ahead, clockwise), its height, and how far one sees; chosen by eye.
_SKIES: dict[str, tuple[float, float, float]] = {
    "dawn": (0.55, 0.10, 3000.0),
    "morning": (1.5, 0.5, 5200.0),
    "noon": (2.2, 0.9, 6000.0),
    "afternoon": (-1.6, 0.55, 5200.0),
    "golden_hour": (-1.15, 0.16, 3600.0),
    "dusk": (-0.4, 0.07, 3000.0),
    "blue_hour": (-0.7, 0.3, 3000.0),
    "night": (0.9, 0.6, 3600.0),
}


class Params(NamedTuple):
    """One sky: its clouds, its hour."""

    seed: int = 7
    time: str = "morning"
    veil: float = 0.25
    towers: int = 9


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A sky for a shot."""
    return Params(
        int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.16, 0.34)), int(rng.integers(7, 12))
    )


def height(x: F64, y: F64) -> F64:
    """The level things fly over, in metres."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def build(params: Params) -> Setting:
    """The sky as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 457])
    outdoors = sky_of(params.time, params.veil)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(*_clouds(params, rng), *light.nodes),
        materials={"cloud": _cloud(outdoors)},
        world=light.world,
        ground=height,
        marks=(_mark(),),
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=10, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=35.0,
        view_fall_rad=1.2,
        move_limits_m=(10.0, 20.0, 8.0),
        outdoors=outdoors,
    )


def sky_of(time: str, veil: float) -> Outdoors:
    """The clear daylight over the clouds at a time of day. Raises UnknownName."""
    azimuth_rad, elevation_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    stops = {"night": 0.1, "blue_hour": 0.0, "golden_hour": -0.1, "dusk": 0.1, "dawn": 0.0}.get(time, -0.35)
    low = time in ("dusk", "dawn")
    found = _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=veil, stops=stops, disc=low)
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _mark() -> Mark:
    """In the open air, on a long way towards the camera."""
    y = np.arange(190.0, -30.0, -4.0)
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0] + 0.05 * (float(b) - MARK[1]), float(b)) for b in y),
        back_m=60.0, radius_m=45.0,
    )  # fmt: skip


def puff(seed: int) -> Shape:
    """The head of a cumulus, 1 m in radius: round knobs on round knobs, as a cauliflower's; flat below."""
    rng = np.random.default_rng([seed, 61])
    sides, levels = 84, 44
    lat = np.linspace(-0.5 * math.pi + 0.02, 0.5 * math.pi - 0.02, levels)
    lon = np.arange(sides) * 2 * math.pi / sides
    way = np.stack(
        [
            np.outer(np.cos(lat), np.cos(lon)),
            np.outer(np.cos(lat), np.sin(lon)),
            np.repeat(np.sin(lat)[:, None], sides, 1),
        ],
        -1,
    ).reshape(-1, 3)
    reach = np.full(len(way), 0.72)
    spot = way.copy()
    for count, high in ((16, 0.26), (70, 0.11), (320, 0.05)):
        knobs = rng.normal(size=(count, 3))
        knobs /= np.linalg.norm(knobs, axis=1, keepdims=True)
        gap = np.asarray(cKDTree(knobs).query(spot, k=1)[0]) * math.sqrt(count) / 2.1
        reach = reach + high * np.sqrt(np.clip(1 - gap**2, 0.0, 1.0)) * float(rng.uniform(0.8, 1.1))
    points = way * reach[:, None] * [1.0, 1.0, 0.82]
    points[:, 2] = np.where(points[:, 2] < 0, 0.45 * points[:, 2], points[:, 2])
    return shapes.rings(points.reshape(levels, sides, 3))


def _sea(rng: np.random.Generator, seed: int) -> tuple[F64, F64]:
    """Where the tops of the sea of clouds are (n, 3) and how large: small near by, larger and wider apart far off."""
    rows: list[F64] = []
    sizes: list[F64] = []
    r = 3.0
    while r < _REACH_M:
        size = 9.0 + 0.05 * r
        half = math.pi if r < 90.0 else 1.25
        n = max(3, int(2 * half * r / (0.78 * size)))
        turn = VIEW_YAW_RAD + half * (2 * (np.arange(n) + rng.uniform(-0.4, 0.4, n)) / n - 1)
        away = r + rng.normal(0, 0.22 * size, n)
        rows.append(np.column_stack([-away * np.sin(turn), away * np.cos(turn)]))
        sizes.append(size * rng.uniform(0.7, 1.35, n))
        r += 0.72 * size
    at, wide = np.concatenate(rows), np.concatenate(sizes)
    away = np.hypot(at[:, 0], at[:, 1])
    swell = noise.fractal(at[:, 0] / 130.0, at[:, 1] / 130.0, 4, seed=seed + 1)
    broad = noise.fractal(at[:, 0] / 900.0, at[:, 1] / 900.0, 3, seed=seed + 2)
    z = (
        _TOPS_M
        - 0.95 * wide
        + 30.0 * swell * np.clip(away / 120.0, 0.15, 1.0)
        + 90.0 * broad * np.clip((away - 150.0) / 900.0, 0, 1)
    )
    z = np.where(away < 110.0, np.minimum(z, _TOPS_M - 0.8 * wide), z)
    return np.column_stack([at, z]), wide


def _towers(params: Params, rng: np.random.Generator) -> tuple[F64, F64]:
    """Towers of cumulus that rise over the sea: heaps of heads, wide below, lumpy above."""
    points: list[F64] = []
    sizes: list[F64] = []
    for k in range(params.towers):
        turn = VIEW_YAW_RAD + (-1.0) ** k * float(rng.uniform(0.14, 0.72)) if k else VIEW_YAW_RAD + 0.42
        away = float(rng.uniform(380.0, 2600.0)) if k > 1 else (240.0, 460.0)[k]
        wide = (0.085 + 0.06 * float(rng.random())) * away
        tall = wide * float(rng.uniform(0.6, 1.25))
        foot = np.array([-away * math.sin(turn), away * math.cos(turn), _TOPS_M - 0.35 * wide])
        n = 46
        up = rng.random(n) ** 1.25
        out = wide * (1.0 - 0.78 * up) * np.sqrt(rng.random(n))
        around = rng.uniform(0, 2 * math.pi, n)
        lean = rng.normal(0, 0.18 * wide, 2)
        points.append(
            foot
            + np.column_stack(
                [out * np.cos(around) * 1.35 + lean[0] * up, out * np.sin(around) + lean[1] * up, tall * up]
            )
        )
        sizes.append(wide * (0.46 - 0.24 * up) * rng.uniform(0.75, 1.25, n))
    return np.concatenate(points), np.concatenate(sizes)


def _clouds(params: Params, rng: np.random.Generator) -> list[Node]:
    made = [
        _planting.node(f"puff_{k}", puff(params.seed + k), "cloud", smooth=True, visible=False) for k in range(_KINDS)
    ]
    sea, towers = _sea(rng, params.seed), _towers(params, rng)
    points, scales = np.concatenate([sea[0], towers[0]]), np.concatenate([sea[1], towers[1]])
    n = len(points)
    return [
        *made,
        Instances(
            name="clouds",
            prototypes=tuple(m.name for m in made),
            points=points,
            choice=rng.integers(0, _KINDS, n),
            scales=scales,
            rotations=np.column_stack([rng.normal(0, 0.12, (n, 2)), rng.random(n) * 2 * math.pi]),
        ),
    ]


def _cloud(outdoors: Outdoors) -> Material:
    """White vapor: it throws all light back, glows a little with what goes round inside it, and thins out towards its edge."""
    haze = np.asarray(outdoors.sun.haze_color) * outdoors.sun.haze_strength
    edge = op("facing")
    within = remap(edge, 0.0, 1.0, 0.55, 1.0)
    glow = tuple(float(c) for c in np.clip(haze, 0.0, 4.0))
    return Material(
        color=(0.86, 0.87, 0.88),
        roughness=1.0,
        specular=0.0,
        emission=glow,
        emission_strength=within * 0.22,
        alpha=remap(edge, 0.72, 0.98, 1.0, 0.0, smooth=True),
        preview=(0.9, 0.9, 0.92),
    )
