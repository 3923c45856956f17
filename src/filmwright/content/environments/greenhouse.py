"""A Victorian glasshouse: white iron ribs under a vault of glass, palms and broad leaves in beds to both sides of a tiled path, pots and
hanging baskets of flowers, a fountain's round bed at the end. Sunlight falls through in stripes."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.environments import _broadleaf, _open_sky, _patterns, _planting, _tropical
from filmwright.content.environments._broadleaf import LINDEN
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._town.fabric import leaves
from filmwright.content.environments._town.surfaces import grey
from filmwright.content.kinds import F64, HeroLamp, Mark, Outdoors, Setting
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Node, Pose, Transport
from filmwright.scene.shade import Bump, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("greenhouse",)
EXAMPLE = "A woman in a green dress walks through a greenhouse"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dawn", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain", "fog")
FEATURES = (
    "tropical_plants",
    "palm_trees",
    "wildflowers",
    "windows",
    "sun_rays",
    "roof",
    "lanterns",
    "trees",
    "floor",
    "shadows",
)
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("botanical_garden",)
"""Places it is as well: nothing is missing when one of them is asked for."""

VIEW_YAW_RAD = 0.0
MARK = (0.0, 7.0)
_HALF_M, _EAVE_M, _CROWN_M = 5.4, 3.0, 6.8  # half the width, where the vault begins, how high it rises
_START_Y, _END_Y, _BAY_M = -16.0, 30.0, 2.3
_PATH_M, _CURB_M = 1.15, 0.28  # half the width of the path, how high the beds' curbs are
LAMP: Color = (1.0, 0.74, 0.45)

_SUNS: dict[str, tuple[float, float]] = {
    "dawn": (0.5, 0.2), "morning": (1.25, 0.62), "noon": (2.2, 1.0), "afternoon": (-1.3, 0.65), "golden_hour": (-0.9, 0.34),
    "dusk": (-0.3, 0.15), "blue_hour": (-0.7, 0.4), "night": (0.9, 0.6),
}  # fmt: skip
"""Where the sun stands (azimuth: 0 along the path, clockwise; elevation); chosen by eye."""
_GLOW = {"dawn": 0.5, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much its lamps shine; chosen."""
_GREENS: tuple[Color, ...] = ((0.045, 0.11, 0.022), (0.07, 0.15, 0.028), (0.035, 0.085, 0.02), (0.10, 0.17, 0.03))
_BLOOMS: tuple[tuple[Color, ...], ...] = (
    ((0.72, 0.08, 0.22), (0.80, 0.26, 0.40)), ((0.80, 0.42, 0.02), (0.78, 0.60, 0.05)), ((0.80, 0.78, 0.72), (0.82, 0.70, 0.76)),
    ((0.42, 0.10, 0.50), (0.60, 0.26, 0.66)), ((0.66, 0.03, 0.03), (0.76, 0.10, 0.06)),
)  # fmt: skip


class Params(NamedTuple):
    """One glasshouse: its hour, what grows in it."""

    seed: int = 7
    time: str = "morning"
    clouds: float = 0.45


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """A glasshouse for a shot."""
    return Params(int(rng.integers(1, 10_000)), shot.light.time, float(rng.uniform(0.36, 0.55)))


def height(x: F64, y: F64) -> F64:
    """Height of the floor in metres: it is level."""
    return np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))


def build(params: Params) -> Setting:
    """The glasshouse as data. Two builds of the same Params are equal."""
    rng = np.random.default_rng([params.seed, 479])
    glow = _GLOW.get(params.time, 0.0)
    masonry = Masonry()
    _ribs(masonry)
    _beds(masonry)
    lamps = _lanterns(masonry)
    nodes: list[Node] = [
        _planting.node(
            "ground", shapes.grid(np.linspace(-60.0, 60.0, 121), np.arange(_START_Y - 14.0, 90.0, 1.0)), "ground"
        ),
        _planting.node("panes", _panes(), "glass", hidden_from=("shadow", "diffuse")),
    ]
    for name, part in masonry.gathered().items():
        nodes.append(
            _planting.node(f"glasshouse {name}", part, name, smooth=name in ("clay", "lantern"), sharp_rad=0.6)
        )
    nodes += [*_plants(params, rng), *_pots(rng), *_baskets(masonry, rng), *_garden(params, rng)]
    if glow > 0.2:
        nearest = sorted(lamps, key=lambda at: abs(at[1] - MARK[1] - 3.0))[:6]
        nodes += [
            Lamp(
                name=f"lantern light {k}",
                kind="point",
                power_w=110.0 * glow,
                color=LAMP,
                size_m=(0.2, 0.2),
                pose=Pose(location=at),
            )
            for k, at in enumerate(nearest)
        ]
    outdoors = sky_of(params.time, params.clouds)
    light = atmosphere.daylight(outdoors)
    edge = np.arange(_START_Y, _END_Y, 0.8)
    blocked = [
        np.column_stack([np.full(len(edge), s * (_PATH_M + 0.95)), edge, np.full(len(edge), 0.8)]) for s in (-1, 1)
    ]
    return Setting(
        nodes=(*nodes, *light.nodes),
        materials=_materials(glow),
        world=light.world,
        ground=height,
        marks=(_mark(),),
        obstacles=np.concatenate(blocked),
        images={"turf": _patterns.turf(params.seed)},
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": "medium_high", "bloom": 0.1}),
        hero_lamps=_hero_lamps(light.hero_lamps, glow),
        transport=Transport(transparent=6, world_sampling=False, guides="fast"),
        f_stop=4.0,
        lens_mm=30.0,
        camera_height_m=1.5,
        view_fall_rad=0.15,
        move_limits_m=(0.6, 6.0, 3.0),
        outdoors=outdoors,
    )


def sky_of(time: str, clouds: float) -> Outdoors:
    """The clear daylight over the glasshouse at a time of day; its air is warm and damp. Raises UnknownName."""
    azimuth_rad, elevation_rad = _SUNS.get(time, _SUNS["morning"])
    low = time in ("golden_hour", "dusk", "dawn")
    stops = {"golden_hour": 0.9, "dawn": 0.9, "dusk": 0.8, "night": 0.4, "blue_hour": 0.4}.get(time, 0.95)
    found = _open_sky.outdoors(
        time, azimuth_rad, 150.0 if low else 240.0, VIEW_YAW_RAD, clouds=clouds, stops=stops, disc=low
    )
    return found._replace(sun=found.sun._replace(elevation_rad=elevation_rad))


def _hero_lamps(lamps: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lanterns find the hero."""
    if glow < 0.5:
        return lamps
    return (
        *lamps,
        HeroLamp("lantern", 1.0, 0.6, 4.0, 1.2, 140.0 * glow, LAMP),
        HeroLamp("lantern behind", -2.4, 0.7, 4.0, 1.0, 200.0 * glow, LAMP),
    )


def _mark() -> Mark:
    """On the path, on a way along it towards the camera."""
    return Mark(
        position=(*MARK, 0.0), view_yaw_rad=VIEW_YAW_RAD, path=tuple((MARK[0], float(y)) for y in np.arange(22.0, -13.0, -1.0)),
        back_m=12.0, radius_m=0.9,
    )  # fmt: skip


def _vault(count: int = 17, *, grow: float = 0.0) -> F64:
    """The section of the house (n, 2), x and z, from the foot of one wall over the crown to that of the other."""
    turn = np.linspace(math.pi, 0.0, count)
    x, z = (_HALF_M + grow) * np.cos(turn), _EAVE_M + (_CROWN_M - _EAVE_M + grow) * np.sin(turn) ** 0.92
    return np.concatenate([[(-_HALF_M - grow, 0.0)], np.column_stack([x, z]), [(_HALF_M + grow, 0.0)]])


def _ribs(masonry: Masonry) -> None:
    """The white iron: ribs, the bars between them, rails along the house, its end with a door."""
    white: Color = (0.62, 0.63, 0.60)
    section = _vault()
    ys = np.arange(_START_Y, _END_Y + 0.1, _BAY_M)
    parts = [
        shapes.sweep(np.column_stack([section[:, 0], np.full(len(section), y), section[:, 1]]), 0.055, sides=6)
        for y in ys
    ]
    thin = []
    for y in np.arange(_START_Y, _END_Y, _BAY_M / 4):
        thin.append(
            shapes.sweep(np.column_stack([section[:, 0], np.full(len(section), y), section[:, 1]]), 0.016, sides=4)
        )
    for k in (1, 3, 5, 7, 9, 11, 13, 15, 17):
        x, z = section[k]
        parts.append(shapes.sweep([(x, _START_Y, z), (x, _END_Y, z)], 0.032, sides=5))
    for s in (-1, 1):
        for z in (1.0, 2.0):
            thin.append(shapes.sweep([(s * _HALF_M, _START_Y, z), (s * _HALF_M, _END_Y, z)], 0.02, sides=4))
        parts.append(shapes.box((0.3, _END_Y - _START_Y, 0.7), center=(s * _HALF_M, (_START_Y + _END_Y) / 2, 0.35)))
    for x in np.arange(-4.8, 4.9, 0.8):  # the end
        top = _EAVE_M + (_CROWN_M - _EAVE_M) * (1 - (x / _HALF_M) ** 2) ** 0.46
        thin.append(shapes.sweep([(x, _END_Y, 0.0), (x, _END_Y, top)], 0.02, sides=4))
    for z in (1.0, 2.6, 4.0, 5.2):
        half = (
            _HALF_M
            if z <= _EAVE_M
            else _HALF_M * math.sqrt(max(0.0, 1 - ((z - _EAVE_M) / (_CROWN_M - _EAVE_M)) ** 2.17))
        )
        thin.append(shapes.sweep([(-half, _END_Y, z), (half, _END_Y, z)], 0.025, sides=4))
    for s in (-1, 1):
        parts.append(shapes.box((0.1, 0.12, 2.6), center=(s * 1.0, _END_Y, 1.3)))
    for y in ys[1::2]:  # curls under the ties
        for s in (-1, 1):
            turn = np.linspace(0.0, 1.6 * math.pi, 16)
            reach = 0.42 * (1 - 0.13 * turn)
            curl = np.column_stack(
                [s * (_HALF_M - 0.5) + s * reach * np.cos(turn), np.full(16, y), _EAVE_M + 0.1 + reach * np.sin(turn)]
            )
            thin.append(shapes.sweep(curl, 0.018, sides=4))
        parts.append(shapes.sweep([(-_HALF_M, y, _EAVE_M), (_HALF_M, y, _EAVE_M)], 0.022, sides=5))
    masonry.add("iron", shapes.join([*parts, *thin]), white)


def _panes() -> Shape:
    """The glass of walls, vault and end, just inside the bars."""
    section = _vault(grow=-0.03)
    rows = np.array(
        [np.column_stack([section[:, 0], np.full(len(section), y), section[:, 1]]) for y in (_START_Y, _END_Y)]
    )
    end = [(x, _END_Y + 0.03, z) for x, z in section]
    fan = shapes.shape([*end, (0.0, _END_Y + 0.03, 0.0)], [(k, k + 1, len(end), -1) for k in range(len(end) - 1)])
    return shapes.join([shapes.rings(rows, around=False, caps=False), fan])


def _beds(masonry: Masonry) -> None:
    """Curbs along the path, the earth behind them; a round bed at the end."""
    long = _END_Y - 5.0 - _START_Y
    for s in (-1, 1):
        wide = _HALF_M - 0.3 - _PATH_M
        middle = s * (_PATH_M + wide / 2)
        masonry.add(
            "curb",
            shapes.box(
                (0.16, long, _CURB_M), center=(s * (_PATH_M + 0.08), _START_Y + long / 2, _CURB_M / 2), bevel=0.02
            ),
            (0.42, 0.39, 0.33),
        )
        masonry.add(
            "earth",
            shapes.box((wide - 0.1, long, 0.04), center=(middle, _START_Y + long / 2, _CURB_M - 0.06)),
            (0.05, 0.035, 0.022),
        )
    bed = shapes.lathe(
        [(1.7, 0.0), (1.75, 0.1), (1.7, 0.42), (1.55, 0.45), (1.5, 0.36), (0.001, 0.4)], sides=40, caps=False
    )
    masonry.add("curb", bed.moved((0.0, _END_Y - 3.0, 0.0)), (0.42, 0.39, 0.33))


def _lanterns(masonry: Masonry) -> list[tuple[float, float, float]]:
    """Glass globes on brackets at every second rib; where they shine from."""
    spots = []
    for y in np.arange(_START_Y + _BAY_M, _END_Y - 3.0, 2 * _BAY_M):
        for s in (-1, 1):
            at = (s * 2.3, float(y), 3.25)
            masonry.add("iron", shapes.sweep([(at[0], y, 5.9), (at[0], y, 3.45)], 0.012, sides=5), (0.62, 0.63, 0.60))
            masonry.add("lantern", shapes.ball(0.16, center=at, sides=16, levels=10), (0.75, 0.72, 0.64), lit=LAMP)
            spots.append((at[0], at[1], at[2] - 0.3))
    return spots


def _plants(params: Params, rng: np.random.Generator) -> list[Node]:
    """Palms and plants of broad leaves, low along the path and tall behind."""
    at = params.seed
    kinds: tuple[tuple[str, list[Shape], int, tuple[float, float], tuple[float, float]], ...] = (
        ("palm", [_tropical.palm(at + k, stem_m=2.0 + 0.7 * k, frond_m=1.9, color=_GREENS[k]) for k in range(3)], 13, (2.9, 4.7),
         (0.75, 1.05)),
        ("plantain", [_tropical.plantain(at + k, high_m=2.6, color=_GREENS[(k + 1) % 4]) for k in range(3)], 26, (2.5, 4.8), (0.7, 1.25)),
        ("heliconia", [_tropical.heliconia(at + k, leaf=_GREENS[k], bloom=(0.70, 0.07, 0.02)) for k in range(2)], 22, (2.0, 4.2),
         (0.6, 1.0)),
        ("taro", [_tropical.taro(at + k, color=_GREENS[k], high_m=0.9) for k in range(3)], 90, (1.75, 4.6), (0.55, 1.2)),
        ("fern", [_fern(at + k) for k in range(3)], 110, (1.5, 2.6), (0.7, 1.3)),
        ("flowers", [_clump(rng, k) for k in range(5)], 70, (1.42, 2.1), (0.8, 1.25)),
    )  # fmt: skip
    nodes: list[Node] = []
    for name, made, count, (near, far), (small, large) in kinds:
        y = _START_Y + 1.0 + (np.arange(count) + rng.random(count)) * (_END_Y - 6.5 - _START_Y) / count
        x = rng.choice((-1.0, 1.0), count) * rng.uniform(near, far, count)
        points = np.column_stack([x, y, np.full(count, _CURB_M - 0.05)])
        meshes = [_planting.node(f"{name} {k}", part, "leaves", visible=False) for k, part in enumerate(made)]
        nodes += _planting.scattered(
            f"all {name}", meshes, points, rng.uniform(small, large, count), rng, tilt_rad=0.05
        )
    ring = np.arange(14) * 2 * math.pi / 14
    middle = np.array([0.0, _END_Y - 3.0, 0.36])
    points = middle + np.column_stack([1.05 * np.cos(ring), 1.05 * np.sin(ring), np.zeros(14)])
    meshes = [_planting.node(f"bed flowers {k}", _clump(rng, k), "leaves", visible=False) for k in range(5)]
    nodes += _planting.scattered("flowers of the bed", meshes, points, np.full(14, 1.2), rng)
    palm = _planting.node(
        "bed palm", _tropical.palm(params.seed + 9, stem_m=2.6, frond_m=2.2, color=_GREENS[1]), "leaves", visible=False
    )
    return nodes + _planting.scattered("palm of the bed", [palm], middle[None], np.ones(1), rng)


def _fern(seed: int) -> Shape:
    """A fern: fronds of narrow leaflets that arch out of one root."""
    rng = np.random.default_rng([seed, 37])
    parts = []
    for k in range(13):
        turn, long = 2.4 * k + rng.normal(0, 0.2), float(rng.uniform(0.45, 0.75))
        t = np.linspace(0.08, 1.0, 18)
        way = np.array([math.cos(turn), math.sin(turn), 0.0])
        spine = np.outer(t * long * 0.9, way) + np.outer(0.75 * long * np.sin(2.1 * t) * 0.62, [0, 0, 1.0])
        side = np.array([-way[1], way[0], -0.12])
        wide = 0.16 * long * np.sin(np.clip(t, 0, 1) * math.pi) ** 0.7 + 0.01
        for s in (-1, 1):
            tip = spine + s * wide[:, None] * side + 0.12 * wide[:, None] * way
            half = 0.011 * way
            quads = np.stack([spine - half, tip - 0.3 * half, tip + 0.3 * half, spine + half], 1)[
                :, :: (1 if s > 0 else -1)
            ]
            parts.append(shapes.shape(quads.reshape(-1, 3), np.arange(72).reshape(-1, 4)))
    made = shapes.join(parts)
    lift = np.clip(made.points[:, 2] / 0.35, 0, 1)[:, None]
    return made.with_data("tint", np.array([0.05, 0.12, 0.022]) * (0.55 + 0.75 * lift))


def _clump(rng: np.random.Generator, kind: int) -> Shape:
    """A low clump of flowers over their leaves."""
    n = 60
    turn, out = rng.random(n) * 6.28, np.sqrt(rng.random(n))
    heads = np.column_stack(
        [0.24 * out * np.cos(turn), 0.24 * out * np.sin(turn), 0.36 - 0.12 * out**2 + rng.normal(0, 0.03, n)]
    )
    up = np.column_stack([0.5 * out * np.cos(turn), 0.5 * out * np.sin(turn), np.ones(n)])
    petals = np.repeat(heads, 5, axis=0) + rng.normal(0, 0.016, (5 * n, 3))
    bloom = leaves(rng, petals, 0.02, _BLOOMS[kind % len(_BLOOMS)], facing=np.repeat(up, 5, axis=0))
    low = np.column_stack([0.26 * out * np.cos(turn), 0.26 * out * np.sin(turn), 0.06 + 0.2 * rng.random(n)])
    green = leaves(rng, np.concatenate([low, low * [1.1, 1.1, 0.6]]), 0.05, _GREENS)
    return shapes.join([bloom, green])


def _pots(rng: np.random.Generator) -> list[Node]:
    """Clay pots with flowers and ferns on the curbs and beside the path."""
    made = []
    for k in range(4):
        pot = shapes.lathe(
            [(0.10, 0.0), (0.15, 0.24), (0.17, 0.24), (0.17, 0.29), (0.145, 0.29), (0.13, 0.24)], sides=18, caps=False
        )
        plant = (_clump(rng, k) if k % 2 == 0 else _fern(k)).moved((0, 0, 0.24))
        made.append(
            _planting.node(
                f"pot_{k}",
                shapes.join([plant, pot.with_data("tint", (0.40, 0.165, 0.085)).painted(1)]),
                "leaves",
                "clay",
                visible=False,
            )
        )
    y = np.arange(_START_Y + 1.0, _END_Y - 6.0, 1.15)
    keep = rng.random((2, len(y))) < 0.55
    spots = np.concatenate(
        [
            np.column_stack([np.full(int(k.sum()), s * (_PATH_M - 0.02)), y[k]])
            for s, k in zip((-1, 1), keep, strict=True)
        ]
    )
    points = np.column_stack([spots + rng.normal(0, 0.03, spots.shape), np.zeros(len(spots))])
    return _planting.scattered("pots", made, points, rng.uniform(0.75, 1.15, len(points)), rng, tilt_rad=0.0)


def _baskets(masonry: Masonry, rng: np.random.Generator) -> list[Node]:
    """Baskets of trailing flowers that hang from the ties."""
    made = []
    for k in range(4):
        n = 130
        turn, out = rng.random(n) * 6.28, np.sqrt(rng.random(n))
        drop = np.where(rng.random(n) < 0.5, rng.random(n) * 0.75, 0.0)
        at = np.column_stack(
            [0.3 * out * np.cos(turn), 0.3 * out * np.sin(turn), 0.16 * (1 - out**2) - drop * (out > 0.6)]
        )
        green = leaves(rng, at, 0.045, _GREENS)
        bloom = leaves(rng, at[::2] + rng.normal(0, 0.03, (n // 2, 3)), 0.035, _BLOOMS[k])
        made.append(_planting.node(f"basket_{k}", shapes.join([green, bloom]), "leaves", visible=False))
    spots = [
        (s * x, float(y), 2.75)
        for y in np.arange(_START_Y + 2 * _BAY_M, _END_Y - 3.0, 2 * _BAY_M)
        for s, x in ((-1, 1.35), (1, 1.35))
    ]
    return _planting.scattered("baskets", made, np.array(spots), rng.uniform(0.8, 1.1, len(spots)), rng, tilt_rad=0.0)


def _garden(params: Params, rng: np.random.Generator) -> list[Node]:
    """The trees of the garden round the house."""
    n = 130
    x, y = rng.uniform(-58.0, 58.0, n), rng.uniform(-20.0, 86.0, n)
    keep = (np.abs(x) > _HALF_M + 5.0) | (y > _END_Y + 9.0)
    points = np.column_stack([x, y, np.zeros(n)])[keep]

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(params.seed + kind, detail, LINDEN, leaf=(0.07, 0.12, 0.022))  # type: ignore[arg-type]

    away = _planting.distances(points, np.array([(0.0, 0.0)]))
    return _planting.graded(
        "tree",
        make,
        ("leaves", "bark"),
        points,
        rng.uniform(0.6, 1.0, len(points)),
        away,
        rng,
        grades=(_planting.Grade("mid", 1e9, 3),),
    )


def _materials(glow: float) -> dict[str, Material]:
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    x, y = op("x", coords()), op("y", coords())
    wide, fine = _patterns.laid("turf", 7.0, turn_rad=0.3), _patterns.laid("turf", 1.4)
    near = remap(op("camera_distance"), 4.0, 30.0, 1.0, 0.0)
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.8, 1.14)
    grit = remap(op("y", fine), 0.25, 0.75, 0.86, 1.12)
    u, v = x * (1 / 0.34), y * (1 / 0.34)
    dark = op("greater", op("fract", (op("floor", u + 0.5) + op("floor", v)) * 0.5), 0.25)
    joint = remap(op("max", op("abs", op("fract", u + 0.5) - 0.5), op("abs", op("fract", v) - 0.5)), 0.475, 0.49)
    tiles = mix(mix((0.36, 0.30, 0.22), (0.17, 0.105, 0.075), dark), (0.07, 0.06, 0.05), joint)
    lawn = cmul((0.075, 0.12, 0.028), grey(grit * stain))
    outside = remap(op("abs", x), _HALF_M, _HALF_M + 0.05)
    moss = remap(op("z", fine) + remap(op("abs", x), 0.5, _PATH_M, 0.0, 0.3), 0.55, 0.8) * 0.5
    floor = mix(cmul(tiles, grey(stain * grit)), (0.06, 0.075, 0.025), moss)
    lit: dict[str, Value] = {"emission": attribute("lit"), "emission_strength": 7.0 * glow} if glow > 0 else {}
    return {
        "ground": Material(
            color=mix(floor, lawn, outside), bumps=(Bump(height=joint, strength=near * 0.3, distance_m=-0.006),),
            roughness=remap(op("y", wide), 0.3, 0.7, 0.25, 0.6), specular=0.35, preview=(0.25, 0.2, 0.15),
        ),
        "glass": Material(model="glass", color=(0.94, 0.97, 0.95), roughness=0.02, preview=(0.8, 0.9, 0.9)),
        "iron": Material(color=cmul(tint, grey(stain)), roughness=0.5, specular=0.3, preview=(0.6, 0.6, 0.58)),
        "curb": Material(color=cmul(tint, grey(stain * grit)), **plain),
        "earth": Material(color=cmul(tint, grey(grit)), **plain),
        "lantern": Material(color=tint, roughness=0.3, specular=0.4, **lit),
        "clay": Material(color=cmul(tint, grey(grit)), **plain),
        "leaves": Material(color=tint, translucent=0.32, roughness=0.55, specular=0.2, preview=(0.06, 0.12, 0.025)),
        "bark": Material(color=(0.08, 0.065, 0.05), **plain),
    }  # fmt: skip
