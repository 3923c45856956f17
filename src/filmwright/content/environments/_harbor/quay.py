"""The quay of the harbor: setts behind a coping of granite, bollards, lamps, and what fishermen leave there.

The quay runs along +Y with the water to its left (-X), and turns left at the head of the basin. Its top is z = 0. Parts carry the
attributes of `_city.masonry`: `tint` and `lit`.
"""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

EDGE_X = -2.4  # the quay's edge beside the basin
WALL_X = 7.6  # fronts of the houses along it
HEAD_Y, HEAD_WALL_Y = 58.0, 66.0  # the edge and the house fronts at the head of the basin
END_X = -33.0  # where the quay at the head ends
START_Y = -46.0
WATER_Z = -1.05
LAMP_M = 4.4  # how high the lanterns are
_GRANITE: Color = (0.30, 0.285, 0.265)
_IRON: Color = (0.018, 0.019, 0.021)
_HEMP: Color = (0.36, 0.27, 0.15)
_ORANGE: Color = (0.62, 0.13, 0.015)
_BOXES: tuple[Color, ...] = ((0.03, 0.13, 0.34), (0.58, 0.12, 0.02), (0.55, 0.54, 0.50), (0.05, 0.26, 0.22))


def on_quay(x: F64, y: F64) -> F64:
    """1 on the quay, 0 over the water (n,)."""
    beside = (x >= EDGE_X) & (y <= HEAD_Y)
    return np.asarray(beside | ((y >= HEAD_Y) & (x >= END_X)), float)


def surface() -> Shape:
    """The paved top, both arms."""
    along = shapes.grid(np.linspace(EDGE_X, WALL_X + 0.4, 12), np.arange(START_Y, HEAD_Y + 0.5, 1.0))
    head = shapes.grid(np.linspace(END_X, WALL_X + 9.0, 30), np.linspace(HEAD_Y, HEAD_WALL_Y + 0.4, 9))
    return shapes.join([along, head])


def lamps() -> F64:
    """Where the lanterns are, (n, 3)."""
    beside = [(EDGE_X + 0.7, y) for y in (-16.0, 7.6, 22.0, 36.0, 50.0)]
    head = [(x, HEAD_Y + 0.8) for x in (-9.0, -20.0, -31.0)]
    return np.array([(x, y, LAMP_M) for x, y in (*beside, *head)])


def bollards() -> F64:
    """Where the bollards stand, (n, 2)."""
    beside = [(EDGE_X + 0.42, y) for y in np.arange(-20.4, HEAD_Y - 2.0, 6.0)]
    head = [(x, HEAD_Y + 0.42) for x in np.arange(-6.0, END_X, -6.0)]
    return np.array([*beside, *head])


def build(masonry: Masonry, rng: np.random.Generator) -> F64:
    """Adds the quay and all that stands on it; what of it is in the way, (n, 3)."""
    _walls(masonry, rng)
    for x, y in bollards():
        masonry.add("iron", _bollard().moved((x, y, 0.0)), _IRON)
    for lamp in lamps():
        _lantern(masonry, lamp)
    blocked = [(float(x), float(y), 0.3) for x, y in bollards()] + [(float(a[0]), float(a[1]), 0.25) for a in lamps()]
    blocked += _gear(masonry, rng)
    return np.array(blocked)


def _walls(masonry: Masonry, rng: np.random.Generator) -> None:
    """The walls down into the water, the coping on them, ladders and tires."""
    masonry.add(
        "quay_wall",
        shapes.box((0.5, HEAD_Y - START_Y, 5.0), center=(EDGE_X + 0.25, (HEAD_Y + START_Y) / 2, -2.51)),
        _GRANITE,
    )
    masonry.add(
        "quay_wall",
        shapes.box((EDGE_X - END_X, 0.5, 5.0), center=((EDGE_X + END_X) / 2, HEAD_Y + 0.25, -2.51)),
        _GRANITE,
    )
    masonry.add("quay_wall", shapes.box((0.5, 40.0, 5.0), center=(END_X + 0.25, HEAD_Y + 20.0, -2.51)), _GRANITE)
    for y in np.arange(START_Y, HEAD_Y - 0.7, 1.4):
        stone = shapes.box(
            (0.62, 1.385, 0.34), center=(EDGE_X + 0.27, y + 0.7, -0.135 + rng.normal(0, 0.004)), bevel=0.03
        )
        masonry.add("coping", stone, _shade(_GRANITE, rng))
    for x in np.arange(END_X, EDGE_X - 0.7, 1.4):
        stone = shapes.box((1.385, 0.62, 0.34), center=(x + 0.7, HEAD_Y + 0.27, -0.135), bevel=0.03)
        masonry.add("coping", stone, _shade(_GRANITE, rng))
    tire = shapes.lathe([(0.22, -0.09), (0.36, -0.09), (0.40, 0.0), (0.36, 0.09), (0.22, 0.09)], sides=22, closed=True)
    for y in np.arange(-14.5, HEAD_Y, 6.0):
        masonry.add("iron", tire.turned(shapes.rotation(y=math.pi / 2)).moved((EDGE_X - 0.12, y, -0.55)), _IRON)
    for x in np.arange(-5.0, END_X, -6.0):
        masonry.add("iron", tire.turned(shapes.rotation(x=math.pi / 2)).moved((x, HEAD_Y - 0.12, -0.55)), _IRON)
    for x in (-12.0, -26.0):
        rungs = [shapes.box((0.46, 0.05, 0.04), center=(x, HEAD_Y - 0.12, z)) for z in np.arange(-2.4, 0.1, 0.3)]
        rails = [shapes.box((0.05, 0.05, 2.9), center=(x + s * 0.25, HEAD_Y - 0.12, -1.1)) for s in (-1, 1)]
        masonry.add("iron", shapes.join([*rungs, *rails]), (0.16, 0.06, 0.03))


def _shade(color: Color, rng: np.random.Generator) -> Color:
    """The color, a little lighter or darker."""
    level = float(rng.uniform(0.82, 1.14))
    return (color[0] * level, color[1] * level, color[2] * level)


def _bollard() -> Shape:
    """A cast-iron bollard with a mushroom head, 0.62 m high."""
    profile = [
        (0.26, 0.0),
        (0.26, 0.05),
        (0.17, 0.10),
        (0.14, 0.32),
        (0.16, 0.42),
        (0.24, 0.48),
        (0.25, 0.54),
        (0.18, 0.60),
        (0.02, 0.62),
    ]
    return shapes.lathe(profile, sides=20)


def _lantern(masonry: Masonry, lamp: F64) -> None:
    """A lantern of four panes on an iron post."""
    foot = (float(lamp[0]), float(lamp[1]), 0.0)
    post = shapes.lathe(
        [
            (0.15, 0.0),
            (0.14, 0.3),
            (0.08, 0.42),
            (0.055, 1.4),
            (0.045, LAMP_M - 0.35),
            (0.09, LAMP_M - 0.3),
            (0.02, LAMP_M - 0.26),
        ],
        sides=12,
    )
    masonry.add("iron", post.moved(foot), _IRON)
    glass = shapes.lathe([(0.11, -0.25), (0.19, 0.2)], sides=4, caps=True).turned(shapes.rotation(z=math.pi / 4))
    masonry.add("lantern", glass.moved(lamp), (0.62, 0.60, 0.54), lit=(1.0, 0.64, 0.30))
    roof = shapes.lathe([(0.25, 0.2), (0.20, 0.27), (0.06, 0.40), (0.05, 0.48), (0.0, 0.5)], sides=4).turned(
        shapes.rotation(z=math.pi / 4)
    )
    masonry.add("iron", roof.moved(lamp), _IRON)


def _gear(masonry: Masonry, rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """Crates, fish boxes, nets, pots, coiled ropes and floats, at the edge and before the houses."""
    blocked = []
    for x, y, yaw, high in (
        (-1.45, 4.6, 0.1, 3),
        (-1.45, 5.5, -0.15, 2),
        (5.6, 4.6, 0.3, 4),
        (6.3, 5.5, 0.0, 3),
        (-1.4, 14.2, 0.2, 3),
        (5.9, 26.0, 0.1, 4),
        (6.5, -2.6, 0.2, 3),
        (-1.5, -8.0, 0.1, 2),
    ):
        for level in range(high):
            turn = yaw + float(rng.normal(0, 0.05))
            tint = _BOXES[int(rng.integers(len(_BOXES)))]
            masonry.add("paint", fish_box().turned(shapes.rotation(z=turn)).moved((x, y, 0.21 * level)), tint)
        blocked.append((x, y, 0.5))
    for x, y, yaw, level in (
        (-1.5, 3.6, 0.2, 0),
        (6.4, 7.2, 0.15, 0),
        (6.4, 7.2, 0.22, 1),
        (5.7, 7.7, 0.9, 0),
        (-1.3, 15.4, 0.0, 0),
        (-1.3, 15.4, 0.3, 1),
    ):
        masonry.add(
            "wood", crate().turned(shapes.rotation(z=yaw)).moved((x, y, 0.43 * level)), _shade((0.30, 0.22, 0.14), rng)
        )
        blocked.append((x, y, 0.5))
    for k, (x, y, size, tint) in enumerate((
        (-1.35, 9.6, 0.95, (0.05, 0.17, 0.15)), (-1.35, 11.1, 0.75, (0.36, 0.15, 0.05)),
        (6.2, 10.0, 1.05, (0.07, 0.14, 0.20)), (-1.2, 27.0, 1.1, (0.05, 0.17, 0.15)),
        (-1.45, -6.6, 0.85, (0.30, 0.13, 0.05)), (6.3, -0.8, 0.9, (0.05, 0.17, 0.15)),
    )):  # fmt: skip
        masonry.add("net", net(k, size).moved((x, y, 0.0)), tint)
        for _ in range(9):
            at = rng.normal(0, 0.34, 2) * size
            lift = 0.42 * size * math.exp(-float(at @ at) / (0.5 * size * size))
            masonry.add(
                "paint",
                shapes.ball((0.055, 0.055, 0.075), center=(x + at[0], y + at[1], lift + 0.03), sides=10, levels=7),
                _ORANGE,
            )
        blocked.append((x, y, 0.75 * size))
    for x, y in ((-1.35, 1.3), (-1.3, -4.2), (-1.3, 18.9), (4.8, 8.3)):
        masonry.add("rope", coil(rng).moved((x, y, 0.0)), _HEMP)
        blocked.append((x, y, 0.4))
    for k, (x, y, yaw) in enumerate(
        ((-1.4, -1.8, 0.0), (-1.4, -1.8, 0.1), (6.6, 2.4, 0.3), (6.6, 1.7, 0.1), (-1.4, 22.6, 0.0), (-1.4, 23.2, 0.1))
    ):
        masonry.add(
            "wood", pot().turned(shapes.rotation(z=yaw)).moved((x, y, 0.42 if k == 1 else 0.0)), (0.20, 0.15, 0.09)
        )
        blocked.append((x, y, 0.45))
    for x, y, radius in ((-1.05, 2.35, 0.19), (-1.6, 2.7, 0.23), (6.9, 3.3, 0.25), (6.45, 3.35, 0.2)):
        float_ = shapes.ball((radius, radius, radius * 1.12), center=(x, y, radius), sides=20, levels=14)
        masonry.add("paint", float_, _ORANGE if rng.random() < 0.6 else (0.62, 0.58, 0.48))
    return blocked


def fish_box() -> Shape:
    """An open plastic box with a rim, 0.8 by 0.5 by 0.2 m."""
    walls = [shapes.box((0.8, 0.03, 0.2), center=(0, s * 0.235, 0.1), bevel=0.008) for s in (-1, 1)]
    walls += [shapes.box((0.03, 0.5, 0.2), center=(s * 0.385, 0, 0.1), bevel=0.008) for s in (-1, 1)]
    rim = [shapes.box((0.84, 0.05, 0.03), center=(0, s * 0.245, 0.185), bevel=0.008) for s in (-1, 1)]
    rim += [shapes.box((0.05, 0.54, 0.03), center=(s * 0.395, 0, 0.185), bevel=0.008) for s in (-1, 1)]
    return shapes.join([*walls, *rim, shapes.box((0.78, 0.48, 0.02), center=(0, 0, 0.02))])


def crate() -> Shape:
    """A crate of slats, 0.62 by 0.46 by 0.42 m."""
    parts = [
        shapes.box((0.05, 0.05, 0.42), center=(a * 0.27, b * 0.19, 0.21), bevel=0.006) for a in (-1, 1) for b in (-1, 1)
    ]
    for z in (0.06, 0.17, 0.28, 0.38):
        parts += [shapes.box((0.62, 0.016, 0.08), center=(0, s * 0.225, z), bevel=0.005) for s in (-1, 1)]
        parts += [shapes.box((0.016, 0.46, 0.08), center=(s * 0.302, 0, z), bevel=0.005) for s in (-1, 1)]
    parts += [shapes.box((0.6, 0.075, 0.016), center=(0, y, 0.41), bevel=0.005) for y in np.linspace(-0.18, 0.18, 5)]
    return shapes.join(parts)


def net(seed: int, size_m: float) -> Shape:
    """A heap of netting, its folds thrown at random."""
    heap = shapes.ball((1.0, 0.78, 0.62), sides=54, levels=34)
    p = heap.points
    folds = noise.fractal(p[:, 0] * 3.1 + 9 * seed, p[:, 1] * 3.1 + p[:, 2] * 2.0, 5, ridged=True, seed=seed)
    broad = noise.fractal(p[:, 0] * 1.3 + 5 * seed, p[:, 1] * 1.3, 3, seed=seed + 4)
    points = p * (0.72 + 0.36 * folds + 0.5 * broad)[:, None]
    points[:, 2] = np.maximum(points[:, 2], -0.02)
    return heap._replace(points=points * size_m)


def coil(rng: np.random.Generator) -> Shape:
    """A mooring rope, coiled down in two layers with its end lying out."""
    t = np.linspace(0, 1, 260)
    turn = 2 * math.pi * 7.3 * t + rng.uniform(0, 6)
    radius = 0.16 + 0.24 * np.abs(np.mod(2 * t, 2.0) - 1.0)
    line = np.column_stack([radius * np.cos(turn), radius * np.sin(turn), 0.025 + 0.13 * t])
    end = line[0] + np.linspace(1, 0, 12)[:-1, None] * np.array([0.5, -0.5, 0.0])
    return shapes.sweep(np.concatenate([end, line]), 0.021, sides=7)


def pot() -> Shape:
    """A lobster pot: hoops on a board, laths along them, 0.7 m long."""
    arch = np.linspace(0, math.pi, 13)
    parts = [shapes.box((0.44, 0.72, 0.03), center=(0, 0, 0.03), bevel=0.006)]
    for y in np.linspace(-0.34, 0.34, 4):
        hoop = np.column_stack([0.21 * np.cos(arch), np.full(13, y), 0.04 + 0.34 * np.sin(arch) ** 0.8])
        parts.append(shapes.sweep(hoop, 0.014, sides=6))
    for angle in np.linspace(0.25, math.pi - 0.25, 8):
        x, z = 0.215 * math.cos(angle), 0.04 + 0.345 * math.sin(angle) ** 0.8
        parts.append(shapes.sweep([(x, -0.36, z), (x, 0.36, z)], 0.012, sides=5))
    return shapes.join(parts)
