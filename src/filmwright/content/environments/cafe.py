"""A Paris café by window light: marble and bentwood in the foreground, a counter and a chalk board behind."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._cafe import (
    air,
    counter,
    furniture,
    lettering,
    light,
    materials,
    outside,
    plan,
    plants,
    shell,
    tableware,
)  # fmt: skip
from filmwright.content.environments._cafe.pieces import Pile
from filmwright.content.kinds import F64, Mark, Setting
from filmwright.scene.nodes import Image, Mesh, Node, Ray
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("café", "cafe", "coffee shop", "coffeehouse", "bistro", "brasserie")
EXAMPLE = "A woman in a green sweater sits in a café by window light"
TIMES = light.TIMES
WEATHERS = light.WEATHERS
FEATURES = (
    "windows", "window_light", "tables", "chairs", "counter", "shelves", "curtains", "mirrors", "wall_pictures",
    "hanging_lamps", "houseplants", "steam", "floor", "ceiling", "doorway", "shadows",
)  # fmt: skip
"""What is in every such place (data/lexicon: [feature])."""
ALSO = ("bistro", "eating_place", "indoors")
"""Places it is as well: nothing is missing when one of them is asked for."""

FLOWERS: tuple[Color, ...] = ((0.62, 0.045, 0.040), (0.66, 0.20, 0.035), (0.62, 0.16, 0.24))
BAKE_SAMPLES = 14

_ONLY_SEEN: tuple[Ray, ...] = ("diffuse", "transmission", "shadow")
_CARD: tuple[Ray, ...] = ("diffuse", "glossy", "transmission", "shadow")
_UNBAKED: dict[str, tuple[Ray, ...]] = {
    "street": _ONLY_SEEN, "pane": _ONLY_SEEN, "clear": _ONLY_SEEN, "lamp": _ONLY_SEEN, "dust": _CARD, "steam": _CARD, "rain": _CARD,
}  # fmt: skip
# Diffuse rays must not find the set's baked emission: its bounces are in the bake already.
_BAKED_HIDDEN: tuple[Ray, ...] = ("diffuse",)


class Params(NamedTuple):
    """What decides a café: the hour, the weather, and which of a few arrangements. Few, so that bakes are found again."""

    time: str
    weather: str
    arrangement: int


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """The café a shot asks for; a time or weather it does not know becomes its nearest."""
    time = shot.light.time if shot.light.time in TIMES else TIMES[0]
    known = {"snowfall": "overcast", "fog": "overcast", "drizzle": "rain", "storm": "rain"}
    weather = shot.weather.kind if shot.weather.kind in WEATHERS else known.get(shot.weather.kind, WEATHERS[0])
    return Params(time, weather, int(rng.integers(len(FLOWERS))))


def _floor(x: F64, y: F64) -> F64:
    """The floor is level."""
    return np.zeros_like(x, dtype=float)


def build(params: Params) -> Setting:
    """The room, its light and its places for the cast."""
    hour = light.hour(params.time, params.weather)
    nodes = _nodes(params, hour)
    return Setting(
        nodes=nodes,
        materials=materials.build(
            lamp_color=(1.0, 0.80, 0.58),
            lamp_glow=hour.glow,
            steam_level=0.30 if hour.sun > 0 else 0.16,
            rain_level=0.38 * hour.seen,
            leaf_glow=hour.sun > 0,
        ),
        world=light.world(hour),
        ground=_floor,
        marks=_marks(),
        obstacles=obstacles(),
        images={"cafe board": Image(pixels=lettering.board(params.arrangement))},
        exposure=light.exposure(hour),
        transport=light.transport(hour),
        hero_lamps=light.hero_lamps(hour),
        bake=light.bake(hour, _focus(), samples=BAKE_SAMPLES),
        f_stop=2.8,
        lens_mm=35.0,
        camera_height_m=1.12,
        view_fall_rad=0.30,
        move_limits_m=(0.9, 1.4, 0.7),
        indoors=True,
        contact_shade=0.45,
    )


def _nodes(params: Params, hour: light.Hour) -> tuple[Node, ...]:
    rng = np.random.default_rng(4 + params.arrangement)
    pile = Pile()
    shell.build(pile, rng)
    counter.build(pile, rng)
    furniture.build(pile, rng)
    tableware.build(pile, rng, FLOWERS[params.arrangement % len(FLOWERS)])
    plants.build(pile, rng)
    outside.build(pile, rng, hour.street)
    if hour.sun > 0:
        air.dust(pile, rng, hour)
    if params.weather == "rain":
        air.rain(pile)
    meshes: list[Mesh] = []
    for name in pile.parts:
        hidden = _UNBAKED.get(name)
        mesh = pile.mesh(name, baked=hidden is None, hidden_from=_BAKED_HIDDEN if hidden is None else hidden)
        if name == "leaf" and hour.sun > 0:
            glow = air.glow_in_leaves(np.asarray(mesh.points, float), hour)
            mesh = mesh.model_copy(update={"point_data": {**mesh.point_data, "sunlit": glow}})
        meshes.append(mesh)
    beams: tuple[Node, ...] = (air.beams(hour),) if hour.beams > 0 else ()
    return (*meshes, *light.sun_lamps(hour), *beams)


def _marks() -> tuple[Mark, ...]:
    """The chair at the laid table, and the way from the counter to the camera."""
    walk = plan.AISLE[2]
    return (
        Mark(
            position=(*plan.SEAT, 0.0), view_yaw_rad=plan.SEAT_VIEW_YAW, kind="seat", back_m=4.8, seat_m=plan.SEAT_HEIGHT,
            facing_yaw_rad=plan.SEAT_FACING_YAW,
        ),
        Mark(position=(*walk, 0.0), view_yaw_rad=0.15, kind="stand", path=plan.AISLE, back_m=4.6),
    )  # fmt: skip


def obstacles() -> F64:
    """Circles (n, 3) round tables, chairs, stools, the counter, the bench and along the walls. The marked chair and its table
    are left out: the camera looks over that table, and nobody walks there."""
    rows: list[tuple[float, float, float]] = []
    for table in plan.TABLES:
        if table.laid == "hero":
            rows += [(s.x, s.y, 0.26) for s in table.seats[1:]]
            continue
        rows.append((table.x, table.y, table.radius))
        rows += [(s.x, s.y, 0.26) for s in table.seats]
    rows += [(x, y, 0.2) for x, y in plan.STOOLS]
    x0, y0, x1, y1, _ = plan.COUNTER
    rows += [(x, (y0 + y1) / 2, (y1 - y0) / 2) for x in np.arange(x0 + 0.3, x1, 0.4)]
    rows += [
        ((plan.BANQUETTE[0] + plan.RIGHT) / 2, y, 0.26) for y in np.arange(plan.BANQUETTE[2], plan.BANQUETTE[3], 0.4)
    ]
    for y in np.arange(plan.FRONT, plan.BACK + 0.1, 0.5):
        rows += [(plan.LEFT - 0.3, y, 0.35), (plan.RIGHT + 0.3, y, 0.35)]
    rows += [(x, plan.BACK + 0.3, 0.35) for x in np.arange(plan.LEFT, plan.RIGHT, 0.5)]
    return np.array(rows)


def _focus() -> F64:
    """Where the bake is fine: round the laid table (x, y, z, radius)."""
    hero = plan.TABLES[0]
    middle = (hero.x + plan.SEAT[0]) / 2, (hero.y + plan.SEAT[1]) / 2
    return np.array([(middle[0], middle[1], 0.8, 0.95)])


def facing_camera_rad() -> float:
    """How far the marked sitter is turned from the lens."""
    return abs(math.remainder(plan.SEAT_FACING_YAW - (plan.SEAT_VIEW_YAW + math.pi), 2 * math.pi))
