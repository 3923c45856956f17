"""The boats of the harbor: fishing boats as `vehicles.boat` makes them, sailing yachts, and the ropes they are moored with."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._copies import copies
from filmwright.content.environments._harbor.quay import EDGE_X, HEAD_Y, WATER_Z, bollards
from filmwright.content.vehicles import boat
from filmwright.scene import shapes
from filmwright.scene.nodes import Instances, Node
from filmwright.scene.shade import Material
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

_HULLS: tuple[Color, ...] = (
    (0.03, 0.10, 0.30),
    (0.42, 0.035, 0.025),
    (0.05, 0.22, 0.15),
    (0.58, 0.55, 0.47),
    (0.50, 0.25, 0.03),
)
_DRAFT_M, _YACHT_DRAFT_M = 0.30, 0.0


class Berth(NamedTuple):
    """Where a boat lies: x, y, the way its bow looks (0: +Y, counter-clockwise), its size against the usual."""

    x: float
    y: float
    yaw_rad: float
    scale: float = 1.0


# Along the quay, on moorings in the basin, and with the bow to the quay at its head; chosen by eye.
_FISHING = (
    Berth(EDGE_X - 2.0, 5.6, 0.04, 1.3), Berth(EDGE_X - 2.1, 14.2, 3.10, 1.4), Berth(EDGE_X - 2.1, 24.5, 0.02, 1.5),
    Berth(EDGE_X - 5.2, 24.9, -0.03, 1.3), Berth(EDGE_X - 1.9, 35.5, 0.02, 1.25), Berth(EDGE_X - 2.0, 45.5, 3.12, 1.35),
    Berth(-16.5, 30.0, 0.75, 1.3), Berth(-27.0, 37.0, 0.55, 1.45), Berth(-6.6, HEAD_Y - 5.2, 0.05, 1.3),
    Berth(-10.6, HEAD_Y - 5.0, -0.04, 1.3), Berth(-14.4, HEAD_Y - 5.2, 0.02, 1.2), Berth(-29.0, HEAD_Y - 5.2, 0.03, 1.3),
    Berth(EDGE_X - 1.9, -8.5, 0.0, 1.25), Berth(-9.5, 36.0, 0.9, 1.2), Berth(-36.0, 28.0, 0.7, 1.3),
)  # fmt: skip
_YACHTS = (
    Berth(-18.6, HEAD_Y - 6.4, 0.0, 1.1), Berth(-23.6, HEAD_Y - 6.6, 0.03, 1.25), Berth(-19.5, 40.5, 0.62, 1.05),
    Berth(-35.0, 47.0, 0.5, 1.2),
    Berth(-44.0, 38.0, 0.55, 1.0),
)  # fmt: skip


def build(rng: np.random.Generator) -> tuple[list[Node], dict[str, Material]]:
    """All boats and their ropes, with the materials of the fishing boats."""
    color = np.concatenate([rng.permutation(len(_HULLS)) for _ in range(3)])[: len(_FISHING)]
    made = [boat.build(boat.Params(hull, 1.0, 0)) for hull in _HULLS]
    nodes, materials = copies("moored ", made[0], [b.materials for b in made], *_poses(_FISHING, -_DRAFT_M), color)
    points, yaws, scales = _poses(_YACHTS, -_YACHT_DRAFT_M)
    yachts = [
        _planting.node(f"yacht {k}", yacht(k), "paint", smooth=True, visible=False, sharp_rad=0.6) for k in range(2)
    ]
    nodes += yachts
    nodes.append(
        Instances(
            name="yachts",
            prototypes=tuple(y.name for y in yachts),
            points=points,
            choice=np.arange(len(points)) % 2,
            scales=scales,
            rotations=np.column_stack([np.zeros((len(points), 2)), yaws]),
        )
    )
    nodes.append(_planting.node("moorings", _moorings(), "rope", smooth=True))
    return nodes, materials


def berthed() -> F64:
    """What of the boats is in the way of others, (n, 3): two circles for each."""
    return np.array(
        [
            (b.x - np.sin(b.yaw_rad) * along * b.scale, b.y + np.cos(b.yaw_rad) * along * b.scale, 1.3 * b.scale)
            for b in (*_FISHING, *_YACHTS)
            for along in (-1.4, 1.5)
        ]
    )


def _poses(berths: tuple[Berth, ...], over_m: float) -> tuple[F64, F64, F64]:
    points = np.array([(b.x, b.y, WATER_Z + over_m * b.scale) for b in berths])
    return points, np.array([b.yaw_rad for b in berths]), np.array([b.scale for b in berths])


def _moorings() -> Shape:
    """Ropes from the bows and sterns to the nearest bollards, sagging."""
    posts = bollards()
    parts: list[Shape] = []
    for berth in _FISHING:
        if abs(berth.x - EDGE_X) > 4.0 and berth.y < HEAD_Y - 8.0:
            continue
        for end in (2.75, -2.5):
            at = np.array([-np.sin(berth.yaw_rad), np.cos(berth.yaw_rad)]) * end * berth.scale + (berth.x, berth.y)
            if abs(berth.x - EDGE_X) > 4.0 and end < 0:
                continue
            away = np.hypot(*(posts - at).T)
            post = posts[int(np.argmin(np.abs(away - 3.0)))]
            high = WATER_Z - _DRAFT_M * berth.scale + (1.30 if end > 0 else 0.98) * berth.scale
            t = np.linspace(0, 1, 16)[:, None]
            line = (1 - t) * np.array([*at, high]) + t * np.array([*post, 0.36])
            line[:, 2] -= 0.38 * (4 * t * (1 - t))[:, 0]
            parts.append(shapes.sweep(line, 0.016, sides=6).with_data("tint", (0.40, 0.32, 0.20)))
    return shapes.join(parts)


def yacht(seed: int) -> Shape:
    """A sailing yacht of 9 m with its sail furled on the boom; the waterline is z = 0. Attributes `tint`, `lit`."""
    hull_color, cover = (((0.68, 0.67, 0.63), (0.03, 0.08, 0.22)), ((0.05, 0.10, 0.16), (0.62, 0.58, 0.48)))[seed % 2]
    ys = np.linspace(-4.0, 4.8, 44)
    t = (ys + 4.0) / 8.8
    beam = (
        1.38 * np.clip(1 - np.clip((t - 0.42) / 0.58, 0, 1) ** 2.0, 0, 1) * (0.74 + 0.26 * np.clip(t / 0.4, 0, 1))
        + 0.012
    )
    sheer = 0.92 + 0.34 * np.clip((t - 0.3) / 0.7, 0, 1) ** 2
    rows, edge = [], []
    for y, b, s in zip(ys, beam, sheer, strict=True):
        half = shapes.curve([(0.0, -0.42), (0.55 * b, -0.30), (0.90 * b, 0.05), (0.98 * b, 0.5 * s), (b, s)], 18)
        side = np.column_stack([half[:, 0], np.full(18, y), half[:, 1]])
        rows.append(np.concatenate([side[::-1] * [-1, 1, 1], side[1:]]))
        edge.append(side[-1])
    hull = shapes.rings(np.array(rows)[:, ::-1], around=False, caps=False)
    stern = shapes.rings(
        np.array([rows[0], [0, -4.0, 0.4] + (rows[0] - [0, -4.0, 0.4]) * 0.02]), around=False, caps=False
    )
    deck = shapes.rings(
        np.array([[e * [-1, 1, 1] - [0, 0, 0.05], e - [0, 0, 0.05]] for e in edge]), around=False, caps=False
    )
    rail = np.array(edge)
    toe = shapes.sweep(np.concatenate([rail, rail[::-1] * [-1, 1, 1]]), 0.03, sides=6, closed=True)
    cabin = shapes.box((1.5, 3.0, 0.5), center=(0, 0.6, 1.15), bevel=0.16)
    panes = [shapes.box((0.02, 1.9, 0.16), center=(s * 0.752, 0.6, 1.2), bevel=0.008) for s in (-1, 1)]
    mast = shapes.sweep([(0, 1.2, 0.9), (0, 1.1, 11.6)], [0.075, 0.05], sides=10)
    boom = shapes.sweep([(0, 1.1, 2.2), (0, -2.9, 2.3)], 0.05, sides=8)
    sail = shapes.sweep([(0, 1.0, 2.42), (0, -0.8, 2.45), (0, -2.8, 2.42)], [0.20, 0.16, 0.08], sides=12)
    ends = [(0, 4.75, 1.28), (0, -3.95, 1.0), (1.3, 0.9, 1.0), (-1.3, 0.9, 1.0)]
    stays = [shapes.sweep([(0, 1.1, 11.5), end], 0.008, sides=4) for end in ends]
    cross = shapes.sweep([(-0.8, 1.1, 6.6), (0.8, 1.1, 6.6)], 0.025, sides=6)
    painted = (
        (shapes.join([hull, stern]), hull_color), (deck, (0.36, 0.25, 0.14)), (toe, (0.30, 0.16, 0.06)), (cabin, (0.64, 0.63, 0.59)),
        (shapes.join(panes), (0.02, 0.025, 0.03)), (shapes.join([mast, boom, cross]), (0.50, 0.50, 0.49)), (sail, cover),
        (shapes.join(stays), (0.10, 0.10, 0.10)),
    )  # fmt: skip
    return shapes.join(part.with_data("tint", tint).with_data("lit", (0.0, 0.0, 0.0)) for part, tint in painted)
