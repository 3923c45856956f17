"""A double bed: a slatted headboard, a mattress, two pillows, a duvet turned down at its head."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _soft
from filmwright.scene.shapes import Shape, box, join, rotation, shape
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bed", "double bed")
EXAMPLE = "A bed in a studio"
COLOR = "light_blue"
MATERIALS = ("cotton", "silk", "wool", "knit")
HOME = ("studio", "bedroom")
WIDTH_M, LENGTH_M = 1.60, 2.05  # a double mattress is 1.6 by 2.0 m
RAIL_M, TOP_M, HEAD_M = 0.30, 0.54, 1.10


class Params(NamedTuple):
    """One bed: the material and linear color of its duvet, the color of its wood, its size against the usual."""

    material: str
    color: Color
    wood: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A bed whose duvet is of the color asked for."""
    woods = ("#8a5f3b", "#5d3c25", "#a07a52")
    wood = things.color_of(Member(id=member.id, kind=member.kind), woods[int(rng.integers(len(woods)))])
    color = things.color_of(member, "#7f93a6")
    return Params(member.material or MATERIALS[0], color, wood, things.size_of(member), int(rng.integers(97)))


def build(params: Params) -> Thing:
    """The bed, its head behind (-Y)."""
    w, length = WIDTH_M, LENGTH_M
    mattress = _soft.cushion(
        (w, length - 0.05, TOP_M - RAIL_M + 0.06), plump_m=0.02, edge_m=0.045, corner_m=0.09, welt_m=0.008
    )
    mattress = mattress.moved((0, 0, (TOP_M + RAIL_M - 0.06) / 2))
    duvet = _soft.draped((w / 2 + 0.02, length / 2 - 0.01), (0.30, 0.24), -0.42, puff_m=0.028, seed=params.seed)
    duvet = duvet.moved((0, 0, TOP_M + 0.035))
    cover = things.mesh("bed duvet", duvet, "cover", sharp_rad=None).model_copy(update={"solidify_m": 0.03})
    fold = things.mesh("bed fold", _turned_down(params.seed).moved((0, 0, TOP_M + 0.06)), "linen", sharp_rad=None)
    pillows = [
        _soft.pillow((0.70, 0.50, 0.22), wrinkle_m=0.02, welt_m=0.004, seed=k + params.seed, pinch=0.06)
        .turned(rotation(x=0.42, z=0.05 * (-1) ** k))
        .moved((x, -length / 2 + 0.29, TOP_M + 0.155))
        for k, x in enumerate((-0.385, 0.385))
    ]
    thing = Thing(
        nodes=(
            things.mesh("bed frame", _frame(), "wood"),
            things.mesh("bed mattress", mattress, "linen", sharp_rad=None),
            cover,
            fold,
            things.mesh("bed pillows", join(pillows), "linen", sharp_rad=None),
        ),
        materials={
            "wood": things.made_of("wood", params.wood),
            "linen": _parts.plain("cotton", "#ece8df"),
            "cover": things.made_of(params.material, params.color),
        },
        view_rad=0.68,
        top=(0.0, 0.1, TOP_M + 0.09),
        sits=((w / 2 - 0.25, 0.1, TOP_M + 0.06, -1.57),),
    )
    return things.scaled(thing, params.size)


def _turned_down(seed: int) -> Shape:
    """The end of the duvet folded back on itself, its pale lining up: a soft band across the bed."""
    band = _soft.draped((WIDTH_M / 2 + 0.035, 9.0), (0.27, 0.0), 0.0, puff_m=0.022, seed=seed + 9)
    rows = 111
    points = band.points.reshape(rows, -1, 3).copy()
    t = np.linspace(0, 1, rows)[:, None]
    points[..., 1] = -0.49 + 0.36 * t
    roll = np.sqrt(np.clip(1 - (2 * t - 1) ** 6, 0, 1))
    points[..., 2] += 0.05 * roll - 0.035
    points[..., 0] *= 1 + 0.02 * roll
    return shape(points.reshape(-1, 3), band.faces)


def _frame() -> Shape:
    """Side rails, foot board, headboard with slats, four posts."""
    w, length = WIDTH_M + 0.06, LENGTH_M
    parts = [_parts.board((0.035, length, 0.18), (x * w / 2, 0, RAIL_M - 0.06), offset=x) for x in (-1, 1)]
    parts.append(_parts.board((w, 0.035, 0.20), (0, length / 2, RAIL_M - 0.05), offset=3))
    for x in (-1, 1):
        parts.append(_parts.board((0.07, 0.07, 0.42), (x * w / 2, length / 2, 0.21), bevel=0.008, offset=x + 4))
        parts.append(
            _parts.board((0.075, 0.065, HEAD_M), (x * w / 2, -length / 2, HEAD_M / 2), bevel=0.008, offset=x + 6)
        )
    y = -length / 2
    parts.append(_parts.board((w + 0.13, 0.085, 0.05), (0, y, HEAD_M + 0.02), bevel=0.012, offset=9))
    parts.append(_parts.board((w, 0.035, 0.12), (0, y, HEAD_M - 0.08), offset=10))
    parts.append(_parts.board((w, 0.035, 0.14), (0, y, 0.45), offset=11))
    parts += [
        _parts.board((0.085, 0.022, HEAD_M - 0.6), (x, y, (HEAD_M + 0.4) / 2), offset=20 + k)
        for k, x in enumerate(np.linspace(-w / 2 + 0.12, w / 2 - 0.12, 11))
    ]
    return join([*parts, _parts.grained(box((w - 0.05, length - 0.05, 0.03), center=(0, 0, RAIL_M - 0.03)), 0)])
