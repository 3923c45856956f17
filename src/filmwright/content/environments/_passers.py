"""Passers-by in daylight and lamplight: the figures of the neon street, dressed for another place and lit by its own lamps and sun."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._street.crowd import HAIR, Lie, Walker, figure, walking
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Node
from filmwright.scene.shade import Material, attribute
from filmwright.values import Color

MATERIAL = "passer-by"
_FREE_M = 11.0  # so far ahead of somebody at the mark the nearest of them walks; chosen


class Dress(NamedTuple):
    """How people are dressed: colors of what is worn above and below, from where to where its hem is over the ground, the share of them
    in hats and these hats' colors, what they carry."""

    tops: tuple[Color, ...]
    trousers: tuple[Color, ...]
    hem_m: tuple[float, float] = (0.62, 0.86)
    hats: float = 0.0
    hat_colors: tuple[Color, ...] = ((0.10, 0.07, 0.045),)
    bags: tuple[str, ...] = ("none",)
    women_hem_m: tuple[float, float] | None = None


SUMMER = Dress(
    tops=(
        (0.62, 0.60, 0.55), (0.10, 0.16, 0.32), (0.42, 0.06, 0.05), (0.50, 0.38, 0.20), (0.16, 0.26, 0.18), (0.55, 0.42, 0.40),
        (0.06, 0.06, 0.07), (0.34, 0.44, 0.55),
    ),
    trousers=((0.05, 0.06, 0.10), (0.10, 0.09, 0.08), (0.22, 0.18, 0.13)),
    bags=("none", "tote", "backpack", "tote"), women_hem_m=(0.42, 0.84),
)  # fmt: skip
FRONTIER = Dress(
    tops=((0.14, 0.09, 0.06), (0.09, 0.075, 0.06), (0.24, 0.17, 0.11), (0.30, 0.27, 0.22), (0.11, 0.12, 0.14), (0.20, 0.10, 0.07)),
    trousers=((0.08, 0.06, 0.045), (0.13, 0.11, 0.09), (0.06, 0.065, 0.08)),
    hem_m=(0.66, 0.86), hats=0.9, hat_colors=((0.07, 0.05, 0.035), (0.17, 0.12, 0.075), (0.03, 0.028, 0.026), (0.28, 0.22, 0.14)),
    women_hem_m=(0.10, 0.16),
)  # fmt: skip
ORIENT = Dress(
    tops=((0.55, 0.50, 0.40), (0.30, 0.15, 0.08), (0.12, 0.16, 0.28), (0.50, 0.32, 0.12), (0.08, 0.07, 0.06), (0.40, 0.08, 0.06)),
    trousers=((0.10, 0.08, 0.06), (0.2, 0.17, 0.13)),
    hem_m=(0.14, 0.6), bags=("none", "tote"),
)  # fmt: skip


def people(
    rng: np.random.Generator,
    dress: Dress,
    lanes: Sequence[float],
    count: int,
    from_m: float,
    apart_m: float,
    seconds: float,
) -> list[Walker]:
    """People who walk along `lanes` (x from the middle): about half go away from the camera, half come from so far that they stay
    ahead of `from_m` for as many seconds."""
    out = []
    for k in range(count):
        speed = float(rng.uniform(0.85, 1.2))
        near = from_m + _FREE_M + apart_m * k + float(rng.uniform(0.0, apart_m))
        away = rng.random() < 0.5
        out.append(
            _somebody(
                rng, dress, lanes[k % len(lanes)] + float(rng.uniform(-0.2, 0.2)), near if away else near + speed * seconds,
                speed if away else -speed, 0.0 if away else math.pi,
            )
        )  # fmt: skip
    return out


def standers(rng: np.random.Generator, dress: Dress, spots: Sequence[tuple[float, float, float]]) -> list[Walker]:
    """People who stand at spots (x, y, yaw)."""
    return [_somebody(rng, dress, x, y, 0.0, yaw + float(rng.normal(0, 0.25))) for x, y, yaw in spots]


def _somebody(rng: np.random.Generator, dress: Dress, x: float, y: float, speed: float, yaw: float) -> Walker:
    woman = bool(rng.random() < 0.5)
    low, high = dress.women_hem_m if woman and dress.women_hem_m is not None else dress.hem_m
    hat = dress.hat_colors[int(rng.integers(len(dress.hat_colors)))] if rng.random() < dress.hats else None
    return Walker(
        x, y, speed, float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.91, 0.98) if woman else rng.uniform(0.97, 1.05)),
        dress.tops[int(rng.integers(len(dress.tops)))], dress.trousers[int(rng.integers(len(dress.trousers)))],
        HAIR[int(rng.choice(3, p=[0.6, 0.25, 0.15]))], woman and rng.random() < 0.8, float(rng.uniform(low, high)), None,
        dress.bags[int(rng.integers(len(dress.bags)))], yaw, hat,
    )  # fmt: skip


def moving(who: Sequence[Walker], lie: Lie, times_s: F64) -> tuple[Node, ...]:
    """All of them at times (F,)."""
    return tuple(
        node for k, one in enumerate(who) for node in walking(f"passer_by_{k}", one, times_s, MATERIAL, {}, lie)
    )


def still(who: Sequence[Walker], lie: Lie) -> list[Node]:
    """Those who stand, as parts of the set."""
    nodes: list[Node] = []
    for k, one in enumerate(who):
        x, y = np.array([one.x]), np.array([one.y])
        at = (float(x[0] + lie.middle(y)[0]), one.y, float(lie.floor(x, y)[0]))
        made = figure(one).turned(shapes.rotation(z=one.yaw_rad)).moved(at)
        made = made._replace(data={"paint": made.data["paint"]})
        nodes.append(_planting.node(f"bystander_{k}", made, MATERIAL, smooth=True))
    return nodes


def materials() -> dict[str, Material]:
    """What they are made of."""
    return {MATERIAL: Material(color=attribute("paint"), roughness=0.85, specular=0.1, preview=(0.2, 0.18, 0.16))}
