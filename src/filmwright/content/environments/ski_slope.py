"""A ski slope: a groomed piste between snowy firs, a chair lift that runs beside it, skiers far up, high peaks behind the crest."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _alps, _country, _open_sky, _planting
from filmwright.content.environments._alps import SNOW, Range
from filmwright.content.environments._country import ease
from filmwright.content.environments._embankment import GLOW
from filmwright.content.environments._forest import Corridor
from filmwright.content.environments._piste import fittings, lift, skiers
from filmwright.content.environments._piste.lift import Line
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Material, attribute, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("ski slope", "piste")
EXAMPLE = "A man in a red jacket stands on a ski slope in the morning"
TIMES = ("morning", "golden_hour", "dawn", "noon", "afternoon", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "fog", "snowfall")
FEATURES = (
    "mountains",
    "pines",
    "trees",
    "snowdrifts",
    "path_through_snow",
    "horizon",
    "moving_clouds",
    "floor",
    "shadows",
)
"""What is in every such place (data/lexicon: [feature])."""

VIEW_YAW_RAD = 0.02
MARK_Y_M = 6.0
_REACH_M = 4700.0
_CREST_Y = 172.0
_HALF_M = 12.5  # half the width of the piste
_LIFT_X, _LIFT_STRAY = 16.2, -0.030
_LEAVE_Y = 62.0  # where the distant skiers have gone off behind the trees
_FLOODS = np.array([(-14.6, 14.0), (-14.8, 56.0), (-18.0, 100.0), (-22.5, 140.0)])
_PROFILE = np.array([
    (-4800.0, 0.0), (-260.0, 0.02), (-60.0, 0.06), (0.0, 0.085), (40.0, 0.105), (95.0, 0.15), (140.0, 0.17), (158.0, 0.13),
    (_CREST_Y + 4, 0.02), (205.0, -0.10), (330.0, -0.09), (420.0, 0.0), (4800.0, 0.0),
])  # fmt: skip
"""y and how steep the slope is there; chosen."""

# Where the sun stands (0 straight ahead, clockwise) and how far one sees: from the side, so that it rakes the snow. By eye.
_SKIES: dict[str, tuple[float, float]] = {
    "dawn": (1.0, 5200.0),
    "morning": (1.25, 8000.0),
    "noon": (1.9, 9500.0),
    "afternoon": (-1.45, 8000.0),
    "golden_hour": (-1.05, 5600.0),
    "dusk": (-0.9, 5000.0),
    "blue_hour": (-0.8, 4500.0),
    "night": (1.2, 6000.0),
}


class Slope(NamedTuple):
    """The lie of the land: a slope that rises to a crest, wooded on both sides, peaks behind."""

    seed: int
    peaks: Range

    def middle(self, y: F64) -> F64:
        """x of the middle of the piste."""
        y = np.asarray(y, float)
        return np.asarray(1.3 * np.sin(y * 0.05) - 0.0005 * np.clip(y - 10.0, 0, 260) ** 2)

    def across(self, x: F64, y: F64) -> F64:
        """Metres to the right of the middle of the piste."""
        return np.asarray(x - self.middle(y))

    def half(self, y: F64) -> F64:
        """Half the width of the piste."""
        return np.asarray(_HALF_M + 0.03 * np.clip(y, 0, 180))

    def way_off(self, y: F64) -> F64:
        """x of the line along which distant skiers come: down the piste and off to the left."""
        return np.asarray(self.middle(y) - 3.0 - 46.0 * ease((118.0 - np.asarray(y, float)) / 54.0))

    def groomed(self, x: F64, y: F64) -> F64:
        """0..1: where the snow is rolled."""
        y = np.asarray(y, float)
        piste = 1 - ease((np.abs(self.across(x, y)) - self.half(y)) / 2.2)
        way = (1 - ease((np.abs(x - self.way_off(y)) - 6.0) / 2.0)) * ease((y - 50.0) / 10.0)
        return np.asarray(np.maximum(piste, way) * (1 - ease((y - 200.0) / 20.0)))

    def height(self, x: F64, y: F64) -> F64:
        """Height of the ground in metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        fine = np.linspace(_PROFILE[0, 0], _PROFILE[-1, 0], 9601)
        steep = np.interp(fine, _PROFILE[:, 0], _PROFILE[:, 1])
        rise = np.concatenate([[0.0], np.cumsum((steep[1:] + steep[:-1]) / 2 * np.diff(fine))])
        up = np.interp(y, fine, rise - np.interp(0.0, fine, rise))
        aside = np.abs(self.across(x, y))
        bank = ease((aside - self.half(y)) / 30.0) * (2.6 + 0.02 * np.clip(aside, 0, 200)) * ease((215.0 - y) / 50.0)
        left = 0.10 * np.clip(-x - 30.0, 0, 260.0) * ease((520.0 - y) / 300.0)
        wild = 1 - self.groomed(x, y)
        lumps = noise.fractal(x * 0.16, y * 0.16, 4, seed=self.seed + 1) * 0.9 * wild
        rolling = noise.fractal(x * 0.02 + 3, y * 0.02, 3, seed=self.seed) * (0.5 + 1.6 * wild)
        lip = 0.22 * np.exp(-(((aside - self.half(y) - 1.0) / 0.7) ** 2)) * (y < 200)
        hills = (
            noise.fractal(x * 0.0045, y * 0.0045, 5, seed=self.seed + 3) * 70.0 * ease((np.hypot(x, y) - 420.0) / 500)
        )
        far = self.peaks.height(x, y) * ease((y + 400.0) / 800.0)
        return np.asarray(up + bank + left + lumps + rolling + lip + hills + far)

    def wooded(self, x: F64, y: F64) -> F64:
        """0..1: where firs stand: on both sides of the piste, thinner towards the crest, not under the lift."""
        off = np.abs(self.across(x, y)) - self.half(y)
        clearing = np.abs(np.asarray(x) - (_LIFT_X + _LIFT_STRAY * np.asarray(y))) < 5.6
        way = (np.abs(x - self.way_off(y)) < 9.5) & (np.asarray(y) > 40) & (np.asarray(y) < 125)
        there = ease((off - 3.0) / 5.0) * (1 - 0.8 * ease((np.asarray(y) - 120.0) / 55.0))
        copse = np.clip((noise.fractal(x * 0.02 + 1, y * 0.02, 3, seed=self.seed + 11) + 0.28) / 0.2, 0.15, 1)
        return np.asarray(there * copse * ~clearing * ~way)


class Params(NamedTuple):
    """One slope: when it is, how dense its woods are, its peak."""

    seed: int = 7
    time: str = "morning"
    clouds: float = 0.4
    density: float = 1.0
    summit_m: float = 700.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A slope for a shot."""
    return Params(
        seed=int(rng.integers(1, 10_000)),
        time=shot.light.time,
        clouds=float(rng.uniform(0.32, 0.5)),
        density=float(rng.uniform(0.8, 1.1)),
        summit_m=float(rng.uniform(640.0, 800.0)),
    )


def build(params: Params) -> Setting:
    """The slope as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 301])
    peaks = Range(
        params.seed, high_m=900.0, from_m=560.0, full_m=2000.0, summit=(120.0, 2250.0, params.summit_m, 620.0)
    )
    slope = Slope(params.seed, peaks)
    mark_at = (float(slope.middle(np.array(MARK_Y_M))) - 0.6, MARK_Y_M)
    corridor = Corridor(mark_at, VIEW_YAW_RAD, back_m=20.0)
    glow = GLOW.get(params.time, 0.0)
    line = Line(
        _LIFT_X,
        _LIFT_STRAY,
        -70.0,
        _CREST_Y - 3.0,
        (-26.0, 20.0, 64.0, 106.0, 146.0),
        partial(Slope.height, slope),
    )
    firs, trunks = _firs(slope, params, rng, corridor)
    fitted, lamps, posts = _fitted(slope, line, rng, glow)
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    return Setting(
        nodes=(_ground(slope), *firs, *fitted, *lamps, *light.nodes),
        materials=_materials(glow),
        world=light.world,
        ground=partial(Slope.height, slope),
        marks=(_mark(slope, mark_at),),
        obstacles=np.concatenate([trunks, posts]),
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.16 if glow > 0.6 else 0.06}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=4, world_sampling=False, guides="fast"),
        f_stop=8.0,
        lens_mm=32.0,
        view_fall_rad=0.4,
        move_limits_m=(2.5, 6.0, 5.0),
        outdoors=outdoors,
        moving=partial(_moving, slope, line, params.seed),
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the slope at a time of day. Raises UnknownName."""
    azimuth_rad, haze_m = _SKIES.get(time, _SKIES["morning"])
    found = _open_sky.outdoors(
        time, azimuth_rad, haze_m, VIEW_YAW_RAD, clouds=clouds, stops=0.3 if time == "night" else -0.15
    )
    if time in ("golden_hour", "dawn", "dusk"):  # high enough to reach the piste between the trees
        return found._replace(sun=found.sun._replace(elevation_rad=0.2))
    return found


def _moving(slope: Slope, line: Line, seed: int, times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """The chairs of the lift, and skiers far up."""
    distant = skiers.moving(
        slope.way_off, partial(Slope.height, slope), seed, times_s, top_y=_CREST_Y + 26.0, end_y=_LEAVE_Y
    )
    return (*lift.moving(line, seed, times_s), *distant)


def _mark(slope: Slope, at: tuple[float, float]) -> Mark:
    y = np.arange(44.0, -17.0, -1.0)
    x = slope.middle(y) - 0.6
    return Mark(
        position=(at[0], at[1], _country.level_ground(slope.height, *at)),
        view_yaw_rad=VIEW_YAW_RAD,
        path=tuple((float(a), float(b)) for a, b in zip(x, y, strict=True)),
        back_m=18.0,
        radius_m=4.5,
    )


def _ground(slope: Slope) -> Node:
    made = _country.sheet(
        slope.height,
        center=(0.0, -2.0),
        view_yaw_rad=VIEW_YAW_RAD,
        reach_m=_REACH_M,
        growth=0.0098,
        fine_step_rad=0.0052,
    )
    x, y = made.points[:, 0], made.points[:, 1]
    far_wood = np.clip((noise.fractal(x * 0.006, y * 0.006, 4, seed=slope.seed + 12) + 0.05) / 0.06, 0, 1)
    far_wood = far_wood * (1 - ease((made.points[:, 2] - 90.0) / 100.0)) * ease((np.hypot(x, y) - 330.0) / 90.0)
    made = (
        made.with_data("groomed", slope.groomed(x, y))
        .with_data("across", slope.across(x, y))
        .with_data("wood", far_wood)
    )
    return _planting.node("ground", made, "ground", smooth=True)


def _firs(slope: Slope, params: Params, rng: np.random.Generator, corridor: Corridor) -> tuple[list[Node], F64]:
    """Firs on both sides of the piste, and a few that frame the view."""
    n = round(5200 * params.density)
    y = rng.uniform(-24.0, 300.0, n)
    x = slope.middle(y) + rng.uniform(-1, 1, n) * (34.0 + 0.52 * np.clip(y + 24.0, 0, None))
    keep = rng.random(n) < slope.wooded(x, y) * 0.62
    keep &= corridor.off_axis(x, y) > 11.5
    near = np.array(
        [(-18.0, 19.0), (-20.5, 12.5), (-17.4, 28.5), (-22.0, 24.0), (27.0, 22.0), (29.5, 29.0), (26.4, 36.0)]
    )
    x, y = np.concatenate([near[:, 0], x[keep]]), np.concatenate([near[:, 1], y[keep]])
    scales = np.concatenate([[1.0, 1.25, 0.75, 1.3, 0.9, 1.2, 0.8], 0.5 + 0.85 * rng.random(int(keep.sum())) ** 1.2])
    points = np.column_stack([x, y, slope.height(x, y) - 0.2])
    nodes = _alps.conifers("piste", points, scales, corridor.eyes(5), rng, snow=0.95)
    close = np.hypot(x - corridor.mark[0], y - corridor.mark[1]) < 60
    return nodes, np.column_stack([x, y, 0.5 + 1.4 * scales])[close]


def _fitted(slope: Slope, line: Line, rng: np.random.Generator, glow: float) -> tuple[list[Node], list[Lamp], F64]:
    """Lift, markers, net, floodlights, a snow gun, skis in the snow; the lamps that are lit, and the obstacles all these are."""
    ground = partial(Slope.height, slope)
    standing, posts = lift.standing(line)
    ys = np.array([2.0, 30.0, 58.0, 88.0, 120.0, 152.0])
    edge = slope.half(ys) - 0.4
    places = np.concatenate([np.column_stack([slope.middle(ys) + s * edge, ys]) for s in (-1, 1)])
    along = np.arange(-14.0, 50.1, 4.0)
    net_line = np.column_stack([slope.middle(along) - slope.half(along) - 0.9, along])
    masts, panes, at = fittings.floodlights(ground, _FLOODS)
    gun_at = (12.6, 25.0)
    gun = (
        fittings.snow_gun()
        .turned(shapes.rotation(z=2.6))
        .moved((*gun_at, _country.level_ground(slope.height, *gun_at)))
    )
    stuck = []
    spots = ((6.1, 9.6, (0.55, 0.05, 0.04)), (7.2, 10.4, (0.03, 0.16, 0.42)), (6.9, 8.3, (0.62, 0.52, 0.06)))
    for x, y, color in spots:
        stuck.append(fittings.stuck_skis(color, rng).moved((x, y, _country.level_ground(slope.height, x, y))))
    parts = {
        "lift": standing, "station": lift.station(line), "markers": fittings.markers(ground, places), "net": fittings.net(ground, net_line),
        "masts": masts, "gun": gun,
    }  # fmt: skip
    nodes: list[Node] = [
        _planting.node(f"piste {name}", part, "paint", smooth=True, sharp_rad=0.6) for name, part in parts.items()
    ]
    nodes += [
        _planting.node(f"piste skis {k}", part, "paint", smooth=True, sharp_rad=0.6) for k, part in enumerate(stuck)
    ]
    nodes.append(_planting.node("piste lamps", panes, "lamp"))
    blocked = np.concatenate([
        posts, np.column_stack([_FLOODS, np.full(len(_FLOODS), 0.3)]), [(*gun_at, 1.0)], [(x, y, 0.4) for x, y, _ in spots],
        np.column_stack([places, np.full(len(places), 0.1)]), np.column_stack([net_line, np.full(len(net_line), 0.6)]),
    ])  # fmt: skip
    return nodes, _lamps(at, glow), blocked


def _lamps(at: F64, glow: float) -> list[Lamp]:
    """The floodlights, on after dark: they shine down across the piste and a little up it."""
    if glow < 0.5:
        return []
    turn = atmosphere.facing_away(-1.25, 0.62)  # as a sun from the left, a little ahead
    return [
        Lamp(
            name=f"floodlight {k}", kind="spot", power_w=1700.0 * glow, color=(1.0, 0.90, 0.74), size_m=(0.7, 0.7), angle_rad=2.3,
            pose=Pose(location=(float(x), float(y), float(z)), rotation=turn),
        )
        for k, (x, y, z) in enumerate(at)
    ]  # fmt: skip


def _hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the floodlight finds the hero from the left."""
    if glow < 0.5:
        return found
    return (*found, HeroLamp("floodlight", -1.4, 0.8, 5.0, 1.2, 70.0 * glow, (1.0, 0.92, 0.78)))


_ROLLED: Color = (0.78, 0.82, 0.885)


def _materials(glow: float) -> dict[str, Material]:
    plain = {"specular": 0.0, "roughness": 0.9}
    far = op("camera_distance")
    massif = _alps.surface(SNOW, tree_line_m=190.0, snow_line_m=260.0, snowy=True)
    across, groomed = attribute("across"), attribute("groomed")
    y = op("y", coords())
    # Runs of those who came down before: pairs of lines that swing across the piste, each field of them its own way.
    swing = across + op("sin", y * 0.31 + noise_of(scale=0.02, detail=1.0) * 9.0) * 2.7
    ruts = op("fract", swing * 0.37)
    lines = op("max", remap(op("abs", ruts - 0.32), 0.030, 0.016), remap(op("abs", ruts - 0.44), 0.030, 0.016))
    carved = lines * remap(noise_of(scale=0.07, detail=2.0), 0.46, 0.56) * groomed * remap(far, 12.0, 110.0, 1.0, 0.25)
    seam = remap(op("abs", op("fract", across * 0.235) - 0.5), 0.46, 0.497) * groomed
    cord = op("sin", across * 96.0) * groomed * remap(far, 4.0, 24.0, 1.0, 0.0) * (1.0 - carved)
    streaks = noise_of(mapping(coords(), scale=(2.6, 0.06, 0.06)), scale=1.0, detail=3.0)
    soft = noise_of(scale=1.1, detail=4.0)
    piste = mix(_ROLLED, SNOW, remap(streaks, 0.3, 0.7))
    piste = mix(piste, (0.60, 0.67, 0.78), op("max", carved * 0.7, seam * 0.35))
    near = mix(SNOW, piste, groomed)
    wild = (soft - 0.5) * (1.0 - groomed)
    rolled = cord * 0.10 + (streaks - 0.5) * groomed * 0.8 + seam * 0.45 - carved * 0.9 + wild * 5.0
    return {
        "ground": Material(
            color=mix(near, massif.color, remap(far, 200.0, 280.0)),
            bumps=(*massif.bumps[:1], Bump(height=rolled, strength=remap(far, 30.0, 200.0, 0.9, 0.3), distance_m=0.035)),
            preview=SNOW, **plain,
        ),
        "paint": Material(color=attribute("tint"), roughness=0.45, specular=0.4, preview=(0.3, 0.3, 0.32)),
        "lamp": Material(
            color=(0.5, 0.5, 0.48), roughness=0.3, emission=(1.0, 0.90, 0.74), emission_strength=26.0 * glow, preview=(0.9, 0.9, 0.8)
        ),
        "needles": _alps.needles(True),
        "bark": Material(color=(0.06, 0.04, 0.027), **plain),
    }  # fmt: skip
