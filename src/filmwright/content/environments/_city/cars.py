"""The cars of a street: parked along the right curb, and, where the text speaks of traffic, those on the road."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from filmwright.content import things
from filmwright.content.environments._city.road import CURB_M
from filmwright.content.environments._copies import Paint, copies, driven, painted
from filmwright.content.kinds import F64, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _body, car, van
from filmwright.scene.nodes import Node
from filmwright.scene.shade import Material
from filmwright.values import Color

_PAINTS: tuple[Color, ...] = (
    (0.030, 0.032, 0.036), (0.40, 0.41, 0.42), (0.60, 0.60, 0.58), (0.035, 0.07, 0.16), (0.16, 0.17, 0.18), (0.20, 0.025, 0.02),
    (0.05, 0.10, 0.075),
)  # fmt: skip
"""Linear; as common as these are on streets: black, greys, white, then blue, red, green. Chosen."""
_SPACE_M, _FIRST_M, _LAST_M = 6.1, 14.6, 120.0  # a parked car with its gap; from where to where they park
_TAKEN = 0.68  # share of the places that are taken
_PARKED_X = CURB_M - 1.08
_LANE_X = 1.45  # of those who drive away; the other lane is the hero's
_FLOW_M_S, _CREEP_M_S = 7.0, 0.6
_FLOW_M, _JAM_M = 21.0, 6.6  # from one car to the next, flowing and at a standstill
_AHEAD_M = (9.5, 110.0)  # how far down the road cars are seen as single ones
_QUEUE_M = 7.2  # from somebody who waits to the car behind
_PREFIX, _VAN, _ROAD = "parked car ", "parked van ", "traffic "


def parked(rng: np.random.Generator) -> tuple[list[Node], dict[str, Material], F64]:
    """Cars and a few vans at the right curb, and what of them is in the way (n, 3)."""
    y = np.arange(_FIRST_M, _LAST_M, _SPACE_M)
    y = y[rng.random(len(y)) < _TAKEN]
    y = y + rng.normal(0, 0.22, len(y))
    x = _PARKED_X + rng.normal(0, 0.04, len(y))
    yaws, paint, large = rng.normal(0, 0.012, len(y)), rng.integers(0, len(_PAINTS), len(y)), rng.random(len(y)) < 0.16
    points = np.column_stack([x, y, np.zeros(len(y))])
    nodes, materials = standing(points, yaws, paint, large)
    blocked = np.concatenate([np.column_stack([x, y + along, np.full(len(y), 1.0)]) for along in (-1.4, 0.0, 1.4)])
    return nodes, materials, blocked


def standing(
    points: F64, yaws: F64, paint: NDArray[np.int64], large: NDArray[np.bool_]
) -> tuple[list[Node], dict[str, Material]]:
    """Cars, vans where `large` (n,) says so, that stand at points (n, 3), turned by yaws (n,); `paint` (n,) counts their paints."""
    nodes: list[Node] = []
    materials: dict[str, Material] = {}
    for prefix, (made, paints), chosen in ((_PREFIX, _sedan(), ~large), (_VAN, _van(), large)):
        if chosen.any():
            found, own = copies(
                prefix,
                made,
                paints,
                points[chosen],
                yaws[chosen],
                np.ones(int(chosen.sum())),
                paint[chosen] % len(paints),
            )
            nodes += found
            materials |= own
    return nodes, materials


@cache
def _sedan() -> tuple[Thing, tuple[Paint, ...]]:
    """The car, and its paints; built once for those that are parked and those on the road."""
    made = car.build(car.Params(_PAINTS[0]))
    return made, tuple({**made.materials, "paint": _body.paint(color)} for color in _PAINTS)


def _van() -> tuple[Thing, tuple[Paint, ...]]:
    """The van, and its paints."""
    made = van.build(Asked(_PAINTS[2], "", 1.0, 0))
    return made, tuple({**made.materials, "paint": things.made_of("lacquer", color)} for color in _PAINTS[1:3])


def traffic_paint() -> dict[str, Material]:
    """The materials of the cars on the road."""
    return painted(_ROAD, _sedan()[1])


def traffic(seed: int, times_s: F64, hero: tuple[float, float], *, jam: bool) -> tuple[Node, ...]:
    """The cars that drive down the road away from the camera at times (F,); in a jam both lanes creep, and cars stand before and
    behind a hero at (x, y) as well."""
    rng = np.random.default_rng([seed, 71])
    made, paints = _sedan()
    apart, speed = (_JAM_M, _CREEP_M_S) if jam else (_FLOW_M, _FLOW_M_S)
    lanes = [(_LANE_X, 0.0, speed, np.arange(*_AHEAD_M, apart))]
    if jam:
        lanes.append((hero[0], np.pi, -speed, np.arange(hero[1] + _QUEUE_M, _AHEAD_M[1] * 0.6, apart)))
    nodes: list[Node] = []
    for x, yaw, velocity, starts in lanes:
        for start in starts + rng.normal(0, 0.06 * apart, len(starts)):
            paint = int(rng.integers(len(paints)))
            y = start + velocity * times_s
            points = np.column_stack([np.full(len(y), x + rng.normal(0, 0.06)), y, np.zeros(len(y))])
            nodes += driven(f"traffic car {len(nodes)}", made, points, np.full(len(y), yaw), f"{_ROAD}{paint} ")
    return tuple(nodes)
