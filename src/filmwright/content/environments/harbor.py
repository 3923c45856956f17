"""A fishing harbor: a stone quay with bollards, nets and crates, boats on calm water, painted houses, a breakwater with its light."""

from __future__ import annotations

from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _open_sky, _patterns, _planting, _water
from filmwright.content.environments._beach import things, tiles
from filmwright.content.environments._beach.surfaces import headland
from filmwright.content.environments._city import road
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._harbor import fleet, quay, shore
from filmwright.content.environments._harbor.quay import WATER_Z
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mapping, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("harbor", "harbour", "fishing port", "fishing harbor")
EXAMPLE = "A woman in a yellow raincoat walks along the harbor"
TIMES = ("afternoon", "golden_hour", "morning", "noon", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "rain", "snowfall")
FEATURES = (
    "water", "sea", "reflections", "streetlamps", "windows", "trees", "horizon", "headland", "cobblestones", "moving_clouds", "floor",
    "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("dock", "marina", "promenade")
"""Places it is as well: nothing is missing when one of them is asked for."""

Season = Literal["spring", "summer", "autumn", "winter"]
VIEW_YAW_RAD = 0.42  # a little towards the water
MARK = (0.2, 0.0)
_AFLOAT, _AFLOAT_YAW_RAD = (-12.0, 13.0), 0.5
_SAILED = ((-30.0, 27.4), (-12.0, 13.0), (-8.1, 9.9))  # a boat comes in this way
_SPILL_W = 900.0  # of a lantern; chosen by eye

# Where the sun stands (0 straight ahead, clockwise) and how far one sees; chosen by eye: high suns and the golden one stand over the
# water to the left and behind, so that the houses are lit; low ones over the harbor's mouth.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (-0.5, 1500.0),
    "morning": (-2.5, 3000.0),
    "noon": (-2.3, 3600.0),
    "afternoon": (-1.9, 3000.0),
    "golden_hour": (-1.95, 2200.0),
    "dusk": (-0.52, 1900.0),
    "blue_hour": (-0.6, 1900.0),
    "night": (-0.5, 2200.0),
}
_GLOW = {"dawn": 0.5, "golden_hour": 0.3, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much the lights of houses and lanterns shine; chosen."""
_LAND: dict[Season, tuple[Color, Color, Color]] = {
    "spring": ((0.085, 0.17, 0.03), (0.05, 0.09, 0.02), (0.10, 0.17, 0.024)),
    "summer": ((0.10, 0.14, 0.035), (0.035, 0.062, 0.014), (0.070, 0.125, 0.020)),
    "autumn": ((0.17, 0.145, 0.05), (0.15, 0.085, 0.02), (0.42, 0.22, 0.022)),
    "winter": ((0.24, 0.21, 0.14), (0.10, 0.085, 0.07), (0.12, 0.09, 0.07)),
}
"""Grass, the ground under trees, and leaves."""


class Params(NamedTuple):
    """One harbor: when it is, how its houses and hills lie."""

    seed: int = 7
    time: str = "afternoon"
    season: Season = "summer"
    clouds: float = 0.5
    wind: float = 0.12


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A harbor for a shot."""
    season: Season = "summer"
    if shot.place.season in _LAND:
        season = shot.place.season
    wind = {"still": 0.03, "breeze": 0.12, "strong": 0.3}.get(shot.weather.wind or "breeze", 0.12)
    return Params(int(rng.integers(1, 10_000)), shot.light.time, season, float(rng.uniform(0.46, 0.58)), wind)


def build(params: Params) -> Setting:
    """The harbor as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 51])
    grass, wood, leaf = _LAND[params.season]
    masonry = Masonry()
    head = shore.rows(masonry, rng)
    blocked = quay.build(masonry, rng)
    shore.cottages(masonry, params.seed, rng)
    mole = shore.breakwater(masonry, rng)
    boats, painted = fleet.build(rng)
    terrace, tables = _terrace(rng)
    parts = masonry.gathered()
    for more in (head, terrace):
        for name, part in more.items():
            parts[name] = shapes.join([parts[name], part]) if name in parts else part
    sea = shapes.grid([-4600.0, -900.0, -200.0, 300.0, 4600.0], [-400.0, 60.0, 400.0, 1200.0, 4700.0], WATER_Z)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    glow = _GLOW.get(params.time, 0.0)
    nodes: list[Node] = [
        _planting.node("ground", quay.surface(), "setts"),
        _planting.node("water", sea, "water"),
        _planting.node("hills", shore.hills(params.seed, grass, wood), "land", smooth=True),
        *(
            _planting.node(f"harbor {name}", part, name, smooth=name in _ROUND, sharp_rad=0.7)
            for name, part in parts.items()
        ),
        *mole,
        *boats,
        *shore.trees(params.seed, rng, leaf, bare=params.season == "winter"),
        things.headland(params.seed),
        *_lanternlight(glow),
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(params, glow) | painted,
        world=light.world,
        ground=partial(shore.ground, seed=params.seed),
        marks=_marks(),
        obstacles=np.concatenate([blocked, tables, fleet.berthed()]),
        images={"turf": _patterns.turf(params.seed), "foam": tiles.foam(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.08}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=5.6,
        lens_mm=32.0,
        camera_height_m=1.75,
        view_fall_rad=0.35,
        move_limits_m=(2.0, 6.0, 4.0),
        outdoors=outdoors,
        water=partial(_water.still, WATER_Z),
    )


_ROUND = ("iron", "rope", "net", "paint", "trim", "lantern", "coping")
"""Materials of round things."""


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the harbor at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["afternoon"])
    stops = {"golden_hour": 0.75, "dawn": 0.9, "dusk": 0.7, "night": -0.1, "blue_hour": 0.1}.get(time, 0.6)
    found = _open_sky.outdoors(
        time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=time in ("dawn", "dusk")
    )
    if time == "night":  # the lanterns outshine the moon
        return found._replace(sun=found.sun._replace(irradiance=0.35 * found.sun.irradiance))
    return found


def _marks() -> tuple[Mark, ...]:
    y = np.arange(24.0, -10.0, -1.0)
    on_quay = Mark(
        position=(*MARK, 0.0),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((MARK[0] + 0.01 * float(at), float(at)) for at in y),
        back_m=13.0,
        radius_m=1.2,
    )
    afloat = Mark(
        position=(*_AFLOAT, WATER_Z),
        view_yaw_rad=_AFLOAT_YAW_RAD,
        kind="water",
        path=_SAILED,
        back_m=18.5,
        radius_m=3.0,
    )
    return on_quay, afloat


def _terrace(rng: np.random.Generator) -> tuple[dict[str, Shape], F64]:
    """Tables and parasols before the houses, and what of them is in the way (n, 3)."""
    aside = quay.WALL_X - road.WALL_M
    own = Masonry()
    tables = road.terrace(own, rng, 1, 13.0, 4)
    moved = {name: part.moved((aside, 0.0, -road.CURB_HIGH_M)) for name, part in own.gathered().items()}
    return moved, tables + [aside, 0.0, 0.0]


def _lanternlight(glow: float) -> list[Node]:
    """The light of the lanterns after dark."""
    if glow < 0.4:
        return []
    return [
        Lamp(
            name=f"lantern {k}", kind="point", power_w=_SPILL_W * glow, color=(1.0, 0.66, 0.34), size_m=(0.3, 0.3),
            pose=Pose(location=(float(at[0]), float(at[1]), float(at[2]) - 0.42)), diffuse_bounces=False,
        )
        for k, at in enumerate(quay.lamps())
    ]  # fmt: skip


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lanterns find the hero: warm, from behind."""
    if glow < 0.7:
        return lamps
    return (*lamps, HeroLamp("lantern", -2.3, 0.6, 5.0, 1.0, 260.0 * glow, (1.0, 0.68, 0.38)),
            HeroLamp("houses", 1.1, 0.2, 5.0, 2.0, 110.0 * glow, (1.0, 0.72, 0.45)))  # fmt: skip


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def _materials(params: Params, glow: float) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 11.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 5.0, 55.0, 1.0, 0.0)
    grit = remap(op("y", fine), 0.25, 0.75, 0.75, 1.25)
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.72, 1.25)
    # Both rows of houses are seen by one recipe: along a wall either x or y stays what it is.
    across = op("x", coords()) + op("y", coords())
    up = op("z", coords())
    soot = _patterns.repeated("turf", op("combine", across * (1 / 7.0), up * (1 / 7.0), 0.0))
    rain = _patterns.repeated("turf", op("combine", across * (1 / 2.1), up * (1 / 13.0), 0.0))
    weather = _grey(
        remap(op("x", soot) * 0.55 + op("z", soot) * 0.45, 0.2, 0.8, 0.80, 1.14)
        * remap(op("z", rain), 0.3, 0.7, 0.90, 1.05)
    )
    foot = mix((0.62, 0.60, 0.55), (1.0, 1.0, 1.0), remap(up + op("z", soot) * 0.9, 0.3, 1.3))
    wall = cmul(cmul(tint, weather), foot)
    setts = op(
        "brick", coords(), (1.15, 1.12, 1.06), (0.78, 0.78, 0.80), (0.36, 0.35, 0.33), 1.0,
        mortar=0.012, width=0.24, height=0.13, offset=0.5,
    )  # fmt: skip
    joint = op(
        "brick",
        coords(),
        (1.0, 1.0, 1.0),
        (0.9, 0.9, 0.9),
        (0.0, 0.0, 0.0),
        1.0,
        mortar=0.012,
        width=0.24,
        height=0.13,
        offset=0.5,
    )
    faded = mix((0.84, 0.83, 0.80), setts, remap(op("camera_distance"), 9.0, 40.0, 1.0, 0.15))
    paving = cmul(cmul((0.21, 0.20, 0.185), faded), _grey(stain * grit))
    worn = op("x", wide) * 0.5 + op("z", fine) * 0.5
    blocks = op(
        "brick", op("combine", across, up, 0.0), (1.12, 1.08, 1.0), (0.74, 0.75, 0.76), (0.40, 0.40, 0.38), 1.0,
        mortar=0.016, width=1.1, height=0.46, offset=0.5,
    )  # fmt: skip
    weed = remap(up + op("z", soot) * 0.5, WATER_Z + 0.35, WATER_Z + 1.05, smooth=True)
    masonry = mix((0.022, 0.027, 0.012), cmul(cmul(tint, blocks), weather), weed)
    grain = op("y", _patterns.repeated("turf", mapping(coords(), scale=(1.6, 1.6, 9.0))))
    mesh = op(
        "brick",
        coords("object"),
        (1.0, 1.0, 1.0),
        (0.8, 0.8, 0.8),
        (0.16, 0.16, 0.16),
        1.0,
        mortar=0.006,
        width=0.04,
        height=0.04,
        offset=0.0,
    )
    courses = op("brick", op("combine", across, up, 0.0), (1.12, 1.0, 0.95), (0.82, 0.85, 0.86), (0.85, 0.95, 1.0), 1.0,
                 mortar=0.008, width=0.25, height=0.075, offset=0.5)  # fmt: skip
    lay = op("sin", (op("x", coords()) - op("y", coords()) + up) * 260.0)
    clay = op("sin", across * 26.0) * 0.5 + 0.5
    return {
        "setts": Material(
            color=paving, roughness=remap(worn, 0.3, 0.7, 0.55, 0.85), specular=0.25,
            bumps=(Bump(height=op("x", joint) * 0.8 + op("y", fine) * 0.4, strength=near * 0.7, distance_m=0.012),),
            preview=(0.2, 0.19, 0.175),
        ),
        "coping": Material(
            color=cmul(tint, _grey(stain * grit)), bumps=(Bump(height=op("y", fine), strength=near * 0.5, distance_m=0.01),), **plain,
        ),
        "quay_wall": Material(color=masonry, roughness=remap(weed, 0.0, 1.0, 0.35, 0.9), specular=0.25, preview=(0.25, 0.24, 0.22)),
        "wall": Material(color=wall, **plain),
        "brick": Material(color=cmul(wall, courses), **plain),
        "trim": Material(color=cmul(tint, weather), **plain),
        "roof": Material(color=cmul(cmul(tint, weather), _grey(remap(clay, 0.0, 1.0, 0.78, 1.12))), roughness=0.7, specular=0.2),
        "iron": Material(color=tint, roughness=0.5, specular=0.4),
        "paint": Material(color=cmul(tint, _grey(remap(op("z", fine), 0.2, 0.8, 0.85, 1.1))), roughness=0.38, specular=0.4),
        "cloth": Material(color=tint, translucent=0.35, **plain),
        "wood": Material(color=cmul(tint, mix((0.70, 0.66, 0.60), (1.30, 1.24, 1.14), remap(grain, 0.3, 0.7))), **plain),
        "rope": Material(color=cmul(tint, _grey(remap(lay, -1.0, 1.0, 0.62, 1.12))), **plain),
        "net": Material(
            color=cmul(cmul(tint, mesh), _grey(grit)), bumps=(Bump(height=op("x", mesh), strength=0.8, distance_m=0.01),), **plain,
        ),
        "window": Material(color=tint, roughness=0.03, specular=0.62, **_shining(0.9 * glow, attribute("lit"))),
        "shop_window": Material(color=tint, roughness=0.03, specular=0.55, **_shining(0.5 * glow, attribute("lit"))),
        "lantern": Material(color=tint, specular=0.3, roughness=0.4, **_shining(6.0 * glow, attribute("lit"))),
        "water": _water.basin(params.wind),
        "land": Material(
            color=cmul(tint, _grey(stain)), preview=_LAND[params.season][0], **plain,
        ),
        "headland": headland(),
        "rock": Material(
            color=mix((0.028, 0.030, 0.020), cmul((0.25, 0.235, 0.215), _grey(grit)), remap(up, WATER_Z + 0.3, WATER_Z + 0.9)),
            preview=(0.22, 0.21, 0.2), **plain,
        ),
        "leaves": Material(color=tint, translucent=0.3, preview=_LAND[params.season][2], **plain),
        "bark": Material(color=(0.06, 0.045, 0.035), **plain),
    }  # fmt: skip


def _shining(strength: float, light: Value) -> dict[str, Value]:
    """What shines from inside after dark."""
    return {"emission": light, "emission_strength": strength} if strength > 0 else {}
