"""The road between the houses: asphalt with its markings, curbs, pavements, and what stands on them."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

CURB_M, WALL_M, CURB_HIGH_M = 4.7, 9.2, 0.13
START_M, END_M = -48.0, 215.0
CROSSING_M = (0.6, 3.8)
LAMP_M = 6.4  # how high the street lamps hang
_WHITE: Color = (0.62, 0.62, 0.60)
_IRON: Color = (0.02, 0.022, 0.022)


def height(x: F64, y: F64) -> F64:
    """Height of the ground: the road is level, pavements lie a curb higher."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.where(np.abs(x) > CURB_M, CURB_HIGH_M, 0.0)


def lamps() -> F64:
    """Where the street lamps hang, (n, 3)."""
    y = np.arange(-34.0, 150.0, 23.0)
    side = np.where(np.arange(len(y)) % 2 == 0, 1.0, -1.0)
    return np.column_stack([side * (CURB_M - 0.9), y, np.full(len(y), LAMP_M)])


def lamplight(points: F64, facing: F64 | None = None) -> F64:
    """How much light (n,) of the street lamps falls on points (n, 3), about 1 below one of them."""
    total = np.zeros(len(points))
    for lamp in lamps():
        away = np.linalg.norm(points - lamp, axis=1)
        total += LAMP_M**2 / np.maximum(away, 0.6) ** 2 * np.clip((lamp[2] - points[:, 2] + 2.0) / 3.0, 0.0, 1.0)
    return total


def surface() -> Shape:
    """The asphalt, from curb to curb."""
    made = shapes.grid(np.linspace(-CURB_M, CURB_M, 15), np.arange(START_M, END_M + 1, 1.2))
    return made.with_data("tint", (1.0, 1.0, 1.0))


def pavements() -> Shape:
    """Both pavements and the joints of their slabs."""
    across = np.linspace(CURB_M + 0.24, WALL_M + 0.3, 7)
    along = np.arange(START_M, END_M + 1, 1.5)
    right = shapes.grid(across, along, CURB_HIGH_M)
    return shapes.join([right, right.mirrored()])


def furnish(masonry: Masonry, rng: np.random.Generator) -> None:
    """Curbs, markings, lamps, bollards and bins."""
    for side in (-1, 1):
        kerb = shapes.box(
            (0.26, END_M - START_M, 0.4),
            center=(side * (CURB_M + 0.12), (START_M + END_M) / 2, CURB_HIGH_M - 0.197),
            bevel=0.02,
        )
        masonry.add("curb", kerb, (0.30, 0.295, 0.28))
    _markings(masonry)
    for lamp in lamps():
        _lamp(masonry, lamp)
    for side in (-1, 1):
        for y in (*np.arange(4.6, 12.0, 1.6), *np.arange(40.0, 60.0, 2.0)):
            if not CROSSING_M[0] - 0.3 < y < CROSSING_M[1] + 0.3:
                post = shapes.lathe([(0.055, 0.0), (0.05, 0.8), (0.065, 0.82), (0.06, 0.95), (0.01, 0.99)], sides=10)
                masonry.add("iron", post.moved((side * (CURB_M + 0.42), float(y), CURB_HIGH_M)), _IRON)
        _signal(masonry, side)
    for side, y in ((1, 9.0), (-1, 20.0), (1, 33.0)):
        can = shapes.lathe([(0.2, 0.0), (0.26, 0.1), (0.28, 0.85), (0.22, 0.9)], sides=14)
        masonry.add("iron", can.moved((side * (CURB_M + 0.85), y, CURB_HIGH_M)), (0.02, 0.045, 0.03))


def _markings(masonry: Masonry) -> None:
    """Zebra, stop lines, dashes and edge lines: thin plates on the asphalt."""
    plates = [(-0.06, y, 0.06, y + 3.0) for y in np.arange(START_M, END_M, 9.0) if not -4.5 < y < 7.5]
    plates += [(x - 0.27, CROSSING_M[0], x + 0.27, CROSSING_M[1]) for x in np.arange(-4.05, 4.2, 1.08)]
    plates += [
        (-4.4, CROSSING_M[1] + 1.2, -0.2, CROSSING_M[1] + 1.6),
        (0.2, CROSSING_M[0] - 1.6, 4.4, CROSSING_M[0] - 1.2),
    ]
    plates += [
        (s * 4.32 - 0.05, y, s * 4.32 + 0.05, y + 11.0) for s in (-1, 1) for y in np.arange(8.0, END_M - 12, 11.2)
    ]
    flat = np.array([[(a, b, 0.004), (c, b, 0.004), (c, d, 0.004), (a, d, 0.004)] for a, b, c, d in plates])
    masonry.add("road_paint", shapes.shape(flat.reshape(-1, 3), np.arange(4 * len(flat)).reshape(-1, 4)), _WHITE)


def _lamp(masonry: Masonry, lamp: F64) -> None:
    """A cast-iron post with a curved arm and a hanging lantern."""
    side = math.copysign(1.0, lamp[0])
    foot = np.array([side * (CURB_M + 0.55), lamp[1], CURB_HIGH_M])
    profile = [(0.16, 0.0), (0.15, 0.35), (0.09, 0.5), (0.075, 2.2), (0.06, 5.9), (0.045, 7.0), (0.01, 7.25)]
    masonry.add("iron", shapes.lathe(profile, sides=10).moved(foot), _IRON)
    t = np.linspace(0, 1, 9)[:, None]
    start, end = foot + [0, 0, 6.3], np.array([lamp[0], lamp[1], LAMP_M + 0.42])
    arm = (1 - t) ** 2 * start + 2 * t * (1 - t) * (start + [-side * 0.35, 0, 0.9]) + t**2 * end
    masonry.add("iron", shapes.sweep(arm, 0.03, sides=6), _IRON)
    hood = shapes.lathe([(0.02, 0.45), (0.06, 0.36), (0.26, 0.22), (0.30, 0.14), (0.25, 0.10)], sides=14, caps=False)
    masonry.add("iron", hood.moved(lamp), _IRON)
    bulb = shapes.ball((0.2, 0.2, 0.17), center=(0, 0, 0.04), sides=14, levels=8)
    masonry.add("lantern", bulb.moved(lamp), (0.7, 0.68, 0.62), lit=(1.0, 0.66, 0.34))


def _signal(masonry: Masonry, side: int) -> None:
    """A traffic light at the crossing."""
    x, y = side * (CURB_M + 0.5), CROSSING_M[1] + 0.9
    masonry.add(
        "iron", shapes.lathe([(0.07, 0.0), (0.06, 3.4), (0.01, 3.45)], sides=8).moved((x, y, CURB_HIGH_M)), _IRON
    )
    masonry.add("iron", shapes.box((0.3, 0.26, 0.92), center=(x, y - 0.05, 3.0), bevel=0.03), _IRON)
    for k, color in enumerate(((0.02, 0.10, 0.05), (0.10, 0.07, 0.01), (1.0, 0.05, 0.02))):
        disc = shapes.lathe([(0.10, 0.0), (0.0, 0.012)], sides=14, caps=False).turned(shapes.rotation(x=math.pi / 2))
        shine: Color = (2.2, 0.12, 0.04) if k == 2 else (0.0, 0.0, 0.0)
        masonry.add("signal", disc.moved((x, y - 0.185, 2.71 + 0.29 * k)), color, lit=shine)


def terrace(masonry: Masonry, rng: np.random.Generator, side: int, start_m: float, count: int) -> F64:
    """Café tables, chairs and parasols on a pavement, and what of it stands in the way (n, 3)."""
    cloths: tuple[Color, ...] = ((0.60, 0.55, 0.45), (0.42, 0.05, 0.035), (0.60, 0.55, 0.45))
    blocked = []
    for k in range(count):
        x, y = side * (WALL_M - 1.9), start_m + 2.1 * k
        top = shapes.lathe([(0.0, 0.70), (0.34, 0.70), (0.34, 0.73), (0.0, 0.73)], sides=18, caps=False)
        leg = shapes.lathe([(0.22, 0.0), (0.03, 0.04), (0.03, 0.7)], sides=10)
        masonry.add("paint", top.moved((x, y, CURB_HIGH_M)), (0.30, 0.28, 0.25))
        masonry.add("iron", leg.moved((x, y, CURB_HIGH_M)), _IRON)
        for turn in (0.3, math.pi + 0.2):
            _chair(masonry, x + 0.55 * math.sin(turn), y + 0.55 * math.cos(turn), turn + float(rng.normal(0, 0.2)))
        if k % 2 == 0:
            cloth = shapes.lathe([(1.35, 2.22), (1.30, 2.36), (0.7, 2.62), (0.03, 2.85)], sides=8, caps=False)
            masonry.add("cloth", cloth.moved((x + side * 0.3, y + 1.0, CURB_HIGH_M)), cloths[(k // 2) % 3])
            masonry.add(
                "iron",
                shapes.lathe([(0.03, 0.0), (0.025, 2.9)], sides=8).moved((x + side * 0.3, y + 1.0, CURB_HIGH_M)),
                (0.25, 0.2, 0.14),
            )
        blocked.append((x, y, 0.8))
    return np.array(blocked)


def _chair(masonry: Masonry, x: float, y: float, turn: float) -> None:
    seat = shapes.box((0.42, 0.42, 0.035), center=(0, 0, 0.46), bevel=0.01)
    back = shapes.box((0.42, 0.03, 0.34), center=(0, 0.21, 0.74), bevel=0.01)
    legs = [shapes.box((0.03, 0.03, 0.46), center=(a, b, 0.23)) for a in (-0.19, 0.19) for b in (-0.19, 0.19)]
    made = shapes.join([seat, back, *legs]).turned(shapes.rotation(z=-turn)).moved((x, y, CURB_HIGH_M))
    masonry.add("paint", made, (0.16, 0.085, 0.035))


def church(masonry: Masonry) -> None:
    """What closes the street: a bell tower with a spire, and houses across."""
    x, y = 3.5, END_M + 12.0
    stone: Color = (0.48, 0.42, 0.33)
    for low, high, half in ((0.0, 15.0, 5.2), (15.0, 27.0, 4.9), (27.0, 36.0, 4.4)):
        masonry.add("wall", shapes.box((2 * half, 2 * half, high - low), center=(x, y, (low + high) / 2)), stone)
        masonry.add("trim", shapes.box((2 * half + 0.8, 2 * half + 0.8, 0.6), center=(x, y, high)), stone)
    for k in (-1.5, 1.5):
        masonry.add("window", shapes.box((1.5, 0.2, 5.0), center=(x + k, y - 4.42, 31.3)), (0.01, 0.01, 0.012))
        masonry.add("window", shapes.box((1.1, 0.2, 5.0), center=(x + k, y - 4.92, 20.5)), (0.01, 0.01, 0.012))
    face = shapes.lathe([(1.6, 0.0), (0.0, 0.02)], sides=24, caps=False).turned(shapes.rotation(x=math.pi / 2))
    masonry.add("trim", face.moved((x, y - 4.95, 25.2)), (0.65, 0.63, 0.58))
    spire = shapes.lathe([(6.0, 36.2), (3.2, 41.0), (2.6, 45.0), (0.08, 61.0)], sides=4, caps=False)
    masonry.add("roof", spire.turned(shapes.rotation(z=math.pi / 4)).moved((x, y, 0)), (0.10, 0.19, 0.16))
    for k, (left, wide, high) in enumerate(
        ((-60.0, 24.0, 18.0), (-36.0, 18.0, 20.5), (-18.0, 15.0, 17.0), (10.0, 20.0, 19.0), (30.0, 30.0, 18.0))
    ):
        wall: Color = (
            (0.50, 0.43, 0.33),
            (0.55, 0.42, 0.26),
            (0.46, 0.40, 0.33),
            (0.55, 0.48, 0.36),
            (0.5, 0.43, 0.33),
        )[k]
        masonry.add("wall", shapes.box((wide, 12.0, high), center=(left + wide / 2, END_M + 8.0, high / 2)), wall)
        masonry.add(
            "roof",
            shapes.box((wide, 10.0, 3.0), center=(left + wide / 2, END_M + 8.0, high + 1.0), bevel=0.9),
            (0.12, 0.13, 0.15),
        )
        u = np.arange(left + 1.2, left + wide - 1.2, 2.9)
        for z in np.arange(4.8, high - 2.5, 3.4):
            panes = np.stack(
                [
                    np.column_stack([u + a, np.full(len(u), END_M + 1.97), np.full(len(u), z + b)])
                    for a, b in ((0, 0), (1.2, 0), (1.2, 2.0), (0, 2.0))
                ],
                1,
            )
            masonry.add(
                "window", shapes.shape(panes.reshape(-1, 3), np.arange(4 * len(u)).reshape(-1, 4)), (0.02, 0.022, 0.025)
            )
