"""A rugged coast: a path along the cliffs over the sea, surf at their foot, a lighthouse on the headland."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _country, _grasses, _ground_cover, _open_sky, _patterns, _planting, _props
from filmwright.content.environments._alps import SNOW
from filmwright.content.environments._beach import tiles
from filmwright.content.environments._coast import cliffs
from filmwright.content.environments._coast.cliffs import HEAD, Coast
from filmwright.content.environments._country import Season, ease, season_of
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._room.plan import Piece
from filmwright.content.kinds import F64, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Mesh, Node, Track, Transport
from filmwright.scene.shade import Bump, Material, attribute, cmul, coords, mapping, mix, normal_z, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("rugged coast",)
EXAMPLE = "A man in a yellow jacket walks along a rugged coast"
TIMES = ("afternoon", "morning", "noon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain")
FEATURES = (
    "sea", "water", "waves", "foam", "rocks", "headland", "horizon", "sea_breeze", "tall_grass", "wildflowers", "moving_clouds", "floor",
    "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("cliff", "lighthouse")
"""Places it is as well: nothing is missing when one of them is asked for."""
LANDMARKS = ("lighthouse",)

VIEW_YAW_RAD = 0.38
MARK_Y_M = 4.0
_REACH_M = 2600.0
_SEA_M = 4700.0
_LANTERN_M = 24.5  # how high the lighthouse's lamp stands over its ground
_TURN_S = 11.0  # its beam goes round once in so many seconds; chosen
_BEAM = {"night": 1.0, "blue_hour": 0.9, "dusk": 0.5}

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; over the sea when it is low. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-0.55, 1500.0),
    "morning": (1.9, 2600.0),
    "noon": (-2.3, 3200.0),
    "afternoon": (-1.75, 2800.0),
    "golden_hour": (-1.0, 1900.0),
    "dusk": (-0.5, 1800.0),
    "blue_hour": (-0.6, 1700.0),
    "night": (-0.55, 2000.0),
}
_GRASS: dict[Season, tuple[Color, Color]] = {
    "spring": ((0.075, 0.15, 0.028), (0.15, 0.22, 0.06)),
    "summer": ((0.085, 0.13, 0.03), (0.22, 0.21, 0.075)),
    "autumn": ((0.16, 0.13, 0.045), (0.34, 0.26, 0.10)),
    "winter": ((0.17, 0.15, 0.07), (0.32, 0.26, 0.13)),
}


class Params(NamedTuple):
    """One coast: when it is, how the wind goes."""

    seed: int = 7
    time: str = "afternoon"
    season: Season = "summer"
    clouds: float = 0.5
    wind: float = 0.16
    density: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A coast for a shot."""
    season = season_of(shot, "summer")
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        season=season,
        clouds=float(rng.uniform(0.45, 0.6)),
        wind={"still": 0.04, "breeze": 0.16, "strong": 0.36}.get(shot.weather.wind or "breeze", 0.16),
        density=float(rng.uniform(0.85, 1.1)),
    )


def build(params: Params) -> Setting:
    """The coast as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 401])
    coast = Coast(params.seed)
    mark_at = (path_x(MARK_Y_M), MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=18.0)
    z = _country.level_ground(coast.height, *HEAD)
    tower = _props.placed((Piece("lighthouse", (*HEAD, z - 1.9), 2.6, scale=1.32),), params.seed)
    rocks, stones = _rocks(coast, params, rng, corridor)
    posts = _fence(coast, rng)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    beam = _BEAM.get(params.time, 0.0)
    return Setting(
        nodes=(
            _ground(coast, params), _planting.node("cliffs", coast.rock(), "rock_face", smooth=True), *_stacks(),
            _planting.node("sea", shapes.grid(_spread(), _spread()), "sea"), _planting.node("surf", coast.surf(), "surf"),
            *rocks, *posts[0], *tower.nodes, *_growth(coast, params, rng, corridor), *light.nodes,
        ),
        materials=_materials(params, beam) | tower.materials,
        world=light.world,
        ground=partial(Coast.height, coast),
        marks=(_mark(coast, mark_at),),
        obstacles=np.concatenate([stones, posts[1], _rim(coast), [(*HEAD, 9.0)]]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)} | tower.images,
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.14 if beam else 0.06}),
        hero_lamps=light.hero_lamps,
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=32.0,
        camera_height_m=1.9,
        view_fall_rad=0.4,
        move_limits_m=(2.0, 6.0, 6.0),
        outdoors=outdoors,
        moving=partial(_beams, (HEAD[0], HEAD[1], z - 1.9 + _LANTERN_M), params.seed) if beam else None,
    )  # fmt: skip


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the coast at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"night": 0.3, "golden_hour": 0.5, "dusk": 0.4, "dawn": 0.5}.get(time, 0.35)
    low = time in ("golden_hour", "dawn", "dusk")
    return _open_sky.outdoors(time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low)


def path_x(y: float) -> float:
    """x of the middle of the path."""
    return 0.9 * math.sin(y * 0.09) + 0.4 - 0.0016 * max(y - 14.0, 0.0) ** 2 * 0.4


def _mark(coast: Coast, at: tuple[float, float]) -> Mark:
    y = np.arange(32.0, -15.0, -1.0)
    return Mark(
        position=(at[0], at[1], _country.level_ground(coast.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((path_x(float(b)), float(b)) for b in y),
        back_m=16.0,
        radius_m=3.0,
    )


def _rim(coast: Coast) -> F64:
    """The edge of the cliffs as obstacles, where people are."""
    near = coast.line[(np.abs(coast.line[:, 1] - 4.0) < 60.0) & (np.abs(coast.line[:, 0]) < 60.0)]
    return np.column_stack([near[::2], np.full(len(near[::2]), 1.2)])


def _spread() -> F64:
    """Places of the sea's rows, close in the middle."""
    u = np.linspace(-1, 1, 61)
    return np.asarray(_SEA_M * np.sign(u) * np.abs(u) ** 2.2)


def _ground(coast: Coast, params: Params) -> Node:
    made = _country.sheet(
        coast.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0105,
        fine_step_rad=0.0058,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    grass, tip = (np.asarray(c) for c in _GRASS[params.season])
    patch = np.clip(0.45 + 1.5 * noise.fractal(x / 22.0, y / 22.0, 4, seed=params.seed + 4), 0, 1)[:, None]
    tint = (grass + (tip - grass) * 0.65 * patch) * 0.85
    heather = (
        np.clip(2.4 * noise.fractal(x / 36.0, y / 36.0, 4, seed=params.seed + 14), 0, 1)[:, None]
        * (np.hypot(x, y) > 50)[:, None]
    )
    tint = tint + (np.array([0.055, 0.045, 0.030]) - tint) * heather * 0.8
    gap = coast.inland(x, y)
    path = np.array([path_x(float(b)) for b in y])
    trail = np.exp(-(((x - path) / 0.42) ** 4)) * (np.abs(y) < 70)
    bare = 1 - ease((gap - 0.2 + 1.6 * noise.fractal(x / 2.5, y / 2.5, 3, seed=params.seed + 5)) / 1.3)
    # What lies under the sea or behind the rock is never seen.
    keep = gap[np.where(made.faces < 0, made.faces[:, :1], made.faces)].max(axis=1) > -1.0
    made = made._replace(faces=made.faces[keep], slot=made.slot[keep])
    return _planting.node(
        "ground", made.with_data("tint", tint).with_data("trail", trail).with_data("bare", bare), "ground", smooth=True
    )


def _stacks() -> list[Node]:
    """Pillars of rock in the cove and off the headland."""
    places = (
        (-30.0, 112.0, 17.0, 5.5),
        (-52.0, 138.0, 11.0, 4.2),
        (-176.0, 214.0, 20.0, 7.0),
        (-168.0, 246.0, 9.0, 5.0),
        (-36.0, 84.0, 4.0, 3.6),
    )
    return [
        _planting.node(f"stack {k}", cliffs.stack(k + 3, high, radius).moved((x, y, 0.0)), "rock_face", smooth=True)
        for k, (x, y, high, radius) in enumerate(places)
    ]


def _fence(coast: Coast, rng: np.random.Generator) -> tuple[list[Node], F64]:
    """Weathered posts with two wires between path and rim."""
    rim = coast.line[(coast.line[:, 1] > -24.0) & (coast.line[:, 1] < 46.0) & (np.abs(coast.line[:, 0]) < 30.0)]
    fine = shapes.curve(rim, 400)
    y = np.arange(-22.0, 44.0, 2.7)
    x = np.interp(y, fine[:, 1], fine[:, 0]) + 2.6
    z = coast.height(x, y)
    posts, tops = [], []
    for px, py, pz in zip(x, y, z, strict=True):
        lean = shapes.rotation(x=float(rng.normal(0, 0.05)), y=float(rng.normal(0, 0.05)))
        tall = 1.05 + 0.1 * float(rng.random())
        post = shapes.box((0.11, 0.11, tall + 0.3), center=(0, 0, tall / 2 - 0.15), bevel=0.015).turned(lean)
        posts.append(
            post.moved((px, py, pz)).with_data(
                "tint", tuple(0.20 * rng.uniform(0.75, 1.25) * c for c in (1.0, 0.93, 0.84))
            )
        )
        tops.append([lean @ np.array([0.06, 0, h]) + [px, py, pz] for h in (0.45, 0.92)])
    at = np.array(tops)
    wires = [shapes.sweep(at[:, k], 0.007, sides=4).with_data("tint", (0.16, 0.15, 0.14)) for k in (0, 1)]
    return [_planting.node("fence", shapes.join([*posts, *wires]), "wood")], np.column_stack(
        [x, y, np.full(len(x), 0.2)]
    )


def _rocks(coast: Coast, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Boulders in the turf, and fallen ones at the foot of the cliffs."""
    made = [
        _planting.node(
            f"boulder_{k}", _ground_cover.boulder(k + 1, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(4)
    ]
    n = 200
    x, y = rng.uniform(-9, 24, n), rng.uniform(-10, 60, n)
    scales = 0.10 + 0.8 * rng.random(n) ** 3.2
    path = np.array([path_x(float(b)) for b in y])
    keep = (
        (np.abs(x - path) > 1.0 + 1.2 * scales)
        & (corridor.off_axis(x, y) > 2.1 + 1.2 * scales)
        & (coast.inland(x, y) > 0.6)
    )
    keep &= np.hypot(x - corridor.mark[0], y - corridor.mark[1]) > 3.3 + 1.2 * scales
    keep &= noise.fractal(x / 9, y / 9, 3, seed=params.seed + 8) > -0.02
    x, y, scales = x[keep], y[keep], scales[keep]
    nodes = _planting.scattered(
        "rocks", made, np.column_stack([x, y, coast.height(x, y) - 0.16 * scales]), scales, rng, tilt_rad=0.25
    )
    foot = coast.foot(9.5)
    foot = foot[(np.hypot(*foot.T) < 420) & (np.hypot(*foot.T) > 30)]
    pick = foot[rng.integers(0, len(foot), 380)] + rng.normal(0, 3.0, (380, 2))
    fallen = [m.model_copy(update={"name": f"fallen_{k}"}) for k, m in enumerate(made)]
    size = 0.5 + 2.6 * rng.random(380) ** 2.5
    nodes += _planting.scattered(
        "fallen", fallen, np.column_stack([pick, rng.uniform(-0.6, 0.5, 380)]), size, rng, tilt_rad=0.4
    )
    return nodes, np.column_stack([x, y, 1.1 * scales])[scales > 0.3]


def _growth(coast: Coast, params: Params, rng: np.random.Generator, corridor: Corridor) -> list[Node]:
    """Wind-bent grass, and sea pinks in spring and summer."""
    grass, tip = _GRASS[params.season]
    eyes = corridor.eyes(6)

    def free(x: F64, y: F64) -> F64:
        drift = 0.6 + 1.2 * noise.fractal(x / 6.0, y / 6.0, 3, seed=params.seed + 4)
        path = 0.9 * np.sin(y * 0.09) + 0.4 - 0.00064 * np.clip(y - 14.0, 0, None) ** 2
        gap = coast.inland(x, y)
        return np.asarray(
            np.clip((np.abs(x - path) - 0.35) / 0.5, 0, 1) * np.clip(drift, 0.12, 1.0) * ease((gap - 0.1) / 0.8)
        )

    blades = _grasses.Blades(height_m=0.27, wind=0.1 + 1.6 * params.wind, wild=0.6, color=grass, tip=tip, ears=0.12)
    belts = (
        _grasses.Belt(0.0, 14.0, 5.0 * params.density, 66, 0.0055, 0.5),
        _grasses.Belt(14.0, 36.0, 1.7 * params.density, 54, 0.012, 0.9, 1.1),
        _grasses.Belt(36.0, 80.0, 0.4, 40, 0.03, 1.7, 1.3),
    )
    nodes = _grasses.strewn("grass", blades, eyes, VIEW_YAW_RAD, coast.height, free, rng, belts=belts)
    if params.season in ("spring", "summer"):
        pink = _grasses.CORNFLOWER._replace(stem_m=0.17, head_m=0.020, petal=(0.62, 0.16, 0.34), heart=(0.5, 0.15, 0.3))
        daisy = _grasses.DAISY._replace(stem_m=0.16)
        for k, (name, flower, thick) in enumerate((("pink", pink, 2.4), ("daisy", daisy, 0.9))):
            nodes += _grasses.bloom(
                name,
                flower,
                eyes,
                VIEW_YAW_RAD,
                coast.height,
                free,
                rng,
                density=thick,
                seed=params.seed + 31 * (k + 1),
                patch_m=4.0,
            )
    return nodes


def _beams(at: tuple[float, float, float], seed: int, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The lighthouse's two beams, one turn in _TURN_S."""
    rows = []
    for t in np.linspace(0, 1, 24):
        turn = np.linspace(0, 2 * math.pi, 24, endpoint=False)
        radius = 0.45 + 7.0 * t
        rows.append(np.column_stack([np.full(24, 1.4 + 230.0 * t), radius * np.cos(turn), radius * np.sin(turn)]))
    one: Shape = shapes.rings(np.array(rows), caps=False).with_data("along", np.repeat(np.linspace(0, 1, 24), 24))
    both = shapes.join([one, one.turned(shapes.rotation(z=math.pi))])
    half = (2.2 + 0.37 * (seed % 17) + 2 * math.pi * times_s / _TURN_S) / 2
    still = np.zeros_like(half)
    return (
        Mesh(
            name="lighthouse beam", points=both.points, faces=both.faces, materials=("beam",), point_data=dict(both.data), smooth=True,
            hidden_from=("shadow", "diffuse", "glossy"),
            track=Track(
                locations=np.tile(np.array(at), (len(half), 1)), rotations=np.column_stack([np.cos(half), still, still, np.sin(half)])
            ),
        ),
    )  # fmt: skip


def _materials(params: Params, beam: float) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    fine = _patterns.laid("turf", 2.1)
    far = op("camera_distance")
    near = remap(far, 6.0, 70.0, 1.0, 0.0)
    level = remap(op("y", fine), 0.2, 0.8, 0.6, 1.4)
    speckle = mix((1.0, 1.0, 1.0), op("combine", level, level, level), near)
    earth = cmul((0.20, 0.155, 0.11), speckle)
    field = mix(cmul(attribute("tint"), speckle), earth, attribute("trail") * remap(op("x", fine), 0.1, 0.6, 0.5, 1.0))
    stone = mix(
        (0.115, 0.105, 0.095), (0.30, 0.275, 0.24), remap(grain(scale=0.5, detail=5.0, roughness=0.65), 0.36, 0.66)
    )
    field = mix(field, cmul(stone, speckle), attribute("bare"))
    snowy = params.season == "winter"
    if snowy:
        field = mix(field, SNOW, remap(grain(scale=0.3, detail=4.0), 0.50, 0.62) * 0.8)
    broad = grain(scale=0.07, detail=6.0, roughness=0.6)
    small = grain(scale=0.55, detail=5.0, roughness=0.62)
    z = op("z", coords())
    strata = remap(op("fract", z * 0.19 + broad * 1.3), 0.0, 1.0, 0.78, 1.18)
    face = mix((0.105, 0.094, 0.083), (0.315, 0.275, 0.225), remap(small * 0.55 + broad * 0.45, 0.38, 0.62))
    face = cmul(face, op("combine", strata, strata, strata))
    crack = remap(attribute("crack"), 0.3, 1.0, 1.1, 0.35)
    face = cmul(face, op("combine", crack, crack, crack))
    green = remap(normal_z() + (small - 0.5) * 0.6, 0.45, 0.70) * remap(z, 4.0, 12.0)
    face = mix(face, (0.085, 0.115, 0.03), green * 0.85)
    wet = remap(z + (small - 0.5) * 3.0, 2.8, 0.6)
    face = mix(face, (0.022, 0.021, 0.020), wet * 0.85)
    grey = mix((0.14, 0.135, 0.128), (0.32, 0.305, 0.28), remap(op("x", fine) * 0.5 + op("y", fine) * 0.5, 0.3, 0.7))
    lichen = mix(grey, (0.36, 0.26, 0.06), remap(op("z", fine), 0.64, 0.76) * 0.6)
    lichen = mix(lichen, (0.03, 0.029, 0.027), remap(z, 3.0, 1.0) * 0.8)
    return {
        "ground": Material(
            color=field, bumps=(Bump(height=op("z", fine) + op("y", fine) * 0.5, strength=near * 0.5, distance_m=0.03),),
            preview=_GRASS[params.season][0], **plain,
        ),
        "rock_face": Material(
            color=face, roughness=remap(wet, 0.0, 1.0, 0.9, 0.4), specular=remap(wet, 0.0, 1.0, 0.05, 0.4),
            preview=(0.2, 0.18, 0.15),
            bumps=(Bump(height=small, strength=0.8, distance_m=0.8), Bump(height=broad, strength=0.5, distance_m=3.0)),
        ),
        "sea": _sea(params), "surf": _surf(),
        "beam": Material(
            model="glow", emission=(1.0, 0.93, 0.74), haze=False, preview=(0.3, 0.28, 0.2),
            emission_strength=remap(op("facing"), 0.2, 1.0, 1.0, 0.0, smooth=True) * remap(attribute("along"), 0.0, 1.0, 1.0, 0.0)
            * (0.11 * beam),
        ),
        "wood": Material(color=attribute("tint"), preview=(0.2, 0.18, 0.16), **plain),
        "grass": Material(color=attribute("tint"), translucent=0.3, preview=_GRASS[params.season][0], **plain),
        "rock": Material(color=lichen, preview=(0.24, 0.23, 0.21), **plain),
    }  # fmt: skip


def _sea(params: Params) -> Material:
    """The sea from above: long swell and short chop as relief alone, whitecaps where the wind tears it."""
    high = params.time in ("noon", "morning", "afternoon")
    deep: Color = (0.004, 0.050, 0.085) if high else (0.006, 0.028, 0.040)
    shallow: Color = (0.016, 0.135, 0.145) if high else (0.020, 0.060, 0.060)
    time, far = op("time"), op("camera_distance")
    drift = _patterns.laid("foam", 9.0, turn_rad=0.5, moved=op("combine", time * 0.5, time * 0.45, 0.0))
    counter = _patterns.laid("foam", 21.0, turn_rad=-0.4, moved=op("combine", time * -0.35, time * 0.8, 0.0))
    long = _patterns.laid("turf", 95.0, turn_rad=1.1, moved=op("combine", time * 1.6, time * -0.9, 0.0))
    gusts = op("z", _patterns.repeated("turf", mapping(coords(), scale=(1 / 340.0, 1 / 150.0, 0.0))))
    lace = op("x", drift) * 0.6 + op("y", counter) * 0.45 + op("x", long) * 0.45
    torn = 1.03 - 0.42 * params.wind
    white = remap(lace, torn, torn + 0.13, smooth=True) * remap(far, 30.0, 700.0, 1.0, 0.25)
    tint = mix(deep, shallow, remap(gusts, 0.3, 0.75) * 0.7)
    return Material(
        color=mix(tint, (0.72, 0.77, 0.79), white),
        roughness=op("max", remap(far, 30.0, 1200.0, 0.08, 0.25), white * 0.7),
        specular=0.5,
        ior=1.333,
        bumps=(
            Bump(
                height=op("z", drift) * 0.4 + op("z", counter) * 0.9 + op("x", long) * 2.2,
                strength=remap(far, 20.0, 900.0, 0.8, 0.18), distance_m=0.45,
            ),
        ),
        preview=deep,
    )  # fmt: skip


def _surf() -> Material:
    """Foam that breathes in and out at the foot of the rock, lacy where it thins."""
    time, reach, along = op("time"), attribute("reach"), attribute("along")
    breath = op("sin", time * 0.85 + along * 0.05 + grain(scale=0.03, detail=1.0) * 9.0) * 0.17
    drift = _patterns.laid("foam", 7.0, turn_rad=0.2, moved=op("combine", time * 0.25, time * 0.3, 0.0))
    wide = _patterns.laid("foam", 19.0, turn_rad=-0.7, moved=op("combine", time * -0.2, time * 0.35, 0.0))
    lace = op("x", drift) * 0.5 + op("y", wide) * 0.5
    edge = reach - breath - 0.30
    cover = remap(lace - edge * 1.15, 0.34, 0.62, smooth=True) * remap(reach, 0.85, 1.0, 1.0, 0.0)
    return Material(color=(0.80, 0.83, 0.84), roughness=0.8, specular=0.1, alpha=cover, preview=(0.8, 0.82, 0.84))
