"""Stands round an oval: two tiers of steps with seats, a wall with boards below, a roof above, and people, each a few dozen faces.
Colors as `tint`."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._arena import oval
from filmwright.content.environments._arena.oval import APRON_M
from filmwright.content.kinds import F64
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node
from filmwright.scene.shapes import Shape
from filmwright.values import Color

DEEP_M, RISE_M = 0.82, 0.44  # of a row
LOWER, UPPER = 24, 20  # rows of the tiers
WALL_M = 1.5  # the wall under the lowest row
GAP_M = 3.6  # how much the upper tier begins over the end of the lower one
UP_OUT_M, UP_Z = APRON_M + LOWER * DEEP_M - 3.0, WALL_M + LOWER * RISE_M + GAP_M
BACK_M = UP_OUT_M + UPPER * 0.80 + 1.0  # of the back wall from the core
TOP_M = UP_Z + UPPER * 0.56
ROOF_Z = TOP_M + 6.5
_CONCRETE: Color = (0.30, 0.295, 0.285)
_BOARDS: tuple[Color, ...] = (
    (0.02, 0.09, 0.42), (0.62, 0.62, 0.62), (0.55, 0.03, 0.03), (0.02, 0.02, 0.025), (0.02, 0.30, 0.20), (0.66, 0.40, 0.02),
)  # fmt: skip
CLOTHES: tuple[Color, ...] = (
    (0.55, 0.55, 0.55), (0.04, 0.05, 0.08), (0.45, 0.04, 0.04), (0.05, 0.13, 0.40), (0.60, 0.45, 0.06), (0.10, 0.10, 0.11),
    (0.08, 0.30, 0.14), (0.62, 0.60, 0.56), (0.40, 0.20, 0.30), (0.30, 0.38, 0.50), (0.60, 0.25, 0.03), (0.22, 0.16, 0.11),
)  # fmt: skip
_SKINS: tuple[Color, ...] = ((0.55, 0.33, 0.23), (0.36, 0.20, 0.12), (0.16, 0.08, 0.05), (0.62, 0.40, 0.30))


def _around(profile: F64, count: int = 200) -> Shape:
    """A profile (k, 2) of distance from the core and height, led round the oval; flat where it is flat."""
    rows = []
    for away, z in profile:
        line = oval.ring(float(away), count)
        rows.append(np.column_stack([line, np.full(count, z)]))
    return shapes.rings(np.array(rows), around=False, caps=False)


def steps() -> Shape:
    """The concrete of both tiers and the seats' colors on it: `seat` (n,) is 1 where seats are."""
    parts = []
    for start, z, rows, deep, rise in (
        (APRON_M, WALL_M, LOWER, DEEP_M, RISE_M), (UP_OUT_M, UP_Z, UPPER, 0.80, 0.56),
    ):  # fmt: skip
        treads = []
        for k in range(rows):
            a = start + k * deep
            treads.append(_around(np.array([(a, z + k * rise), (a + deep, z + k * rise)])))
            treads.append(_around(np.array([(a + deep, z + k * rise), (a + deep, z + (k + 1) * rise)])))
        parts.append(shapes.join(treads))
    soffit = _around(np.array([
        (UP_OUT_M, UP_Z), (UP_OUT_M, UP_Z - 1.1), (UP_OUT_M + 4.0, UP_Z - 0.7), (BACK_M - 2.0, UP_Z + 0.4),
    ]))  # fmt: skip
    parapet = _around(
        np.array([(UP_OUT_M - 0.02, UP_Z - 0.3), (UP_OUT_M - 0.02, UP_Z + 0.9), (UP_OUT_M + 0.15, UP_Z + 0.9)])
    )
    back = _around(np.array([(BACK_M, 0.0), (BACK_M, ROOF_Z - 1.0)]))
    inner = _around(
        np.array([(APRON_M + LOWER * DEEP_M, WALL_M + LOWER * RISE_M), (APRON_M + LOWER * DEEP_M + 0.1, UP_Z - 0.6)])
    )
    made = shapes.join([*parts, soffit, parapet, back, inner])
    return made.with_data("tint", _CONCRETE)


def seats(colors: tuple[Color, Color]) -> Shape:
    """Rows of seats as bands, parted by stairs, a pattern of two colors drawn over them."""
    parts = []
    for start, z, rows, deep, rise in (
        (APRON_M, WALL_M, LOWER, DEEP_M, RISE_M), (UP_OUT_M, UP_Z, UPPER, 0.80, 0.56),
    ):  # fmt: skip
        for k in range(rows):
            a, up = start + k * deep + 0.42, z + k * rise
            count = 640
            low, high = oval.ring(a, count), oval.ring(a + 0.30, count)
            for inner, outer, z0, z1 in ((low, high, up + 0.40, up + 0.42), (high, high, up + 0.42, up + 0.80)):
                face = np.stack([
                    np.column_stack([inner[:-1], np.full(count - 1, z0)]), np.column_stack([inner[1:], np.full(count - 1, z0)]),
                    np.column_stack([outer[1:], np.full(count - 1, z1)]), np.column_stack([outer[:-1], np.full(count - 1, z1)]),
                ], 1)  # fmt: skip
                stair = np.arange(count - 1) % 20 < 1
                face = face[~stair]
                wave = np.sin(np.arange(count - 1)[~stair] * 2 * math.pi / 80 + k * 0.22) > 0.25
                tint = np.where(wave[:, None], np.asarray(colors[0]), np.asarray(colors[1]))
                made = shapes.shape(face.reshape(-1, 3), np.arange(len(face) * 4).reshape(-1, 4))
                parts.append(made._replace(data={"tint": np.repeat(tint, 4, axis=0)}))
    return shapes.join(parts)


def wall() -> Shape:
    """The wall under the lowest row, with boards before it and a rail on it."""
    base = _around(np.array([(APRON_M, 0.0), (APRON_M, WALL_M), (APRON_M + 0.2, WALL_M)])).with_data("tint", _CONCRETE)
    count = 110
    line = oval.ring(APRON_M - 0.25, count)
    boards = []
    for k in range(count - 1):
        a, b = line[k], line[k + 1]
        a, b = a + (b - a) * 0.01, b - (b - a) * 0.01
        color = _BOARDS[(k // 3) % len(_BOARDS)]
        face = shapes.shape([(*a, 0.05), (*b, 0.05), (*b, 0.95), (*a, 0.95)], [[0, 1, 2, 3]])
        boards.append(face.with_data("tint", color))
    rail = [np.column_stack([oval.ring(APRON_M + 0.12, 200), np.full(200, z)]) for z in (WALL_M + 0.55, WALL_M + 1.05)]
    rails = [shapes.sweep(r, 0.025, sides=5).with_data("tint", (0.42, 0.43, 0.44)) for r in rail]
    return shapes.join([base, *boards, *rails])


def roof() -> tuple[Shape, Shape]:
    """The roof over the upper tier, white above and below, and the trusses that hold it."""
    lip = UP_OUT_M - 2.5
    profile = np.array([(BACK_M + 1.5, ROOF_Z - 1.2), (BACK_M - 8.0, ROOF_Z + 0.8), (lip, ROOF_Z + 2.6), (lip, ROOF_Z + 1.9),
                        (BACK_M - 8.0, ROOF_Z + 0.2), (BACK_M + 1.5, ROOF_Z - 1.7)])  # fmt: skip
    skin = _around(profile).with_data("tint", (0.62, 0.62, 0.61))
    ribs = []
    outer, inner, foot = oval.ring(BACK_M + 0.4, 66), oval.ring(lip + 0.5, 66), oval.ring(BACK_M + 0.4, 66)
    for k in range(0, 65):
        a = np.array([*outer[k], ROOF_Z - 1.4])
        b = np.array([*inner[k], ROOF_Z + 1.8])
        ribs.append(shapes.sweep([a, b], 0.16, sides=5))
        mid = a + (b - a) * 0.5
        ribs.append(shapes.sweep([np.array([*foot[k], TOP_M - 1.0]), mid], 0.12, sides=5))
        ribs.append(shapes.sweep([np.array([*foot[k], 0.0]), a], 0.22, sides=5))
    return skin, shapes.join(ribs).with_data("tint", (0.33, 0.34, 0.35))


@cache
def spectator(kind: int) -> Shape:
    """Somebody who sits, or one in five who stands, their feet on the origin, looking along +Y."""
    rng = np.random.default_rng([kind, 61])
    shirt = CLOTHES[kind % len(CLOTHES)]
    skin = _SKINS[int(rng.integers(len(_SKINS)))]
    stands = kind % 5 == 4
    seat = 0.86 if stands else 0.42
    torso = shapes.lathe([(0.15, seat - 0.04), (0.19, seat + 0.12), (0.22, seat + 0.42), (0.10, seat + 0.55)], sides=7)
    torso = torso.scaled((1, 0.66, 1)).with_data("tint", shirt)
    head = shapes.ball((0.10, 0.11, 0.135), center=(0, 0.03, seat + 0.70), sides=8, levels=6).with_data("tint", skin)
    hair = shapes.ball((0.108, 0.11, 0.11), center=(0, -0.015, seat + 0.74), sides=7, levels=5)
    hair = hair.with_data("tint", ((0.03, 0.02, 0.015), (0.10, 0.06, 0.03), (0.25, 0.17, 0.08))[kind % 3])
    legs: list[Shape] = []
    if stands:
        legs = [shapes.box((0.13, 0.15, 0.86), center=(s * 0.09, 0, 0.43)) for s in (-1, 1)]
    else:
        legs = [shapes.box((0.13, 0.40, 0.14), center=(s * 0.09, 0.18, 0.44)) for s in (-1, 1)]
        legs += [shapes.box((0.12, 0.13, 0.42), center=(s * 0.09, 0.36, 0.21)) for s in (-1, 1)]
    trousers = shapes.join(legs).with_data(
        "tint", ((0.03, 0.04, 0.08), (0.05, 0.05, 0.05), (0.20, 0.17, 0.13))[kind % 3]
    )
    lift = 0.9 if kind % 7 == 3 else 0.0  # one in seven holds an arm up
    arms = [
        shapes.sweep([(s * 0.22, 0, seat + 0.42), (s * 0.29, 0.10, seat + 0.22 + 0.3 * lift), (s * 0.20, 0.22, seat + 0.20 + lift)],
                     0.05, sides=5).with_data("tint", shirt)
        for s in (-1, 1)
    ]  # fmt: skip
    return shapes.join([torso, head, hair, trousers, *arms])


KINDS = 24


def crowd(rng: np.random.Generator, *, share: float, seed: int) -> list[Node]:
    """People on the seats that a camera on the home straight can see, fewer behind it; `share` of the seats are taken."""
    points, turns = [], []
    for start, z, rows, deep, rise in (
        (APRON_M, WALL_M, LOWER, DEEP_M, RISE_M), (UP_OUT_M, UP_Z, UPPER, 0.80, 0.56),
    ):  # fmt: skip
        for k in range(rows):
            away = start + k * deep + 0.5
            length = 2 * oval.STRAIGHT_M + 2 * math.pi * away
            line = oval.ring(away, max(int(length / 0.56), 2))[:-1]
            full = noise.fractal(line[:, 0] * 0.06, line[:, 1] * 0.06 + k * 0.1, 3, seed=seed) * 1.3 + share
            keep = (rng.random(len(line)) < full) & (line[:, 1] > -14.0) & (np.arange(len(line)) % 32 > 1)
            at = line[keep]
            core = np.column_stack([
                np.full(len(at), oval.CENTER[0]),
                np.clip(at[:, 1], oval.CENTER[1] - oval.STRAIGHT_M / 2, oval.CENTER[1] + oval.STRAIGHT_M / 2),
            ])  # fmt: skip
            inward = core - at
            turns.append(np.arctan2(-inward[:, 0], inward[:, 1]) + rng.normal(0, 0.25, len(at)))
            points.append(np.column_stack([at, np.full(len(at), z + k * rise)]))
    spots = np.concatenate(points)
    made = [_planting.node(f"spectator_{k}", spectator(k), "cloth", smooth=True, visible=False) for k in range(KINDS)]
    return _planting.scattered(
        "crowd", made, spots, 0.94 + 0.14 * rng.random(len(spots)), rng, tilt_rad=0.05, yaw_rad=np.concatenate(turns)
    )
