"""What is built on a construction site, and what for: a concrete frame with its props and starter bars, scaffolding with nets, a tower
crane, site huts, heaps and stacks. Parts go to the masonry by material, standing in the world."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._site.machines import YELLOW
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

STOREY_M = 3.2
_CONCRETE: Color = (0.36, 0.35, 0.33)
_TUBE: Color = (0.36, 0.36, 0.35)
_PLANK: Color = (0.36, 0.25, 0.13)
_RUST: Color = (0.22, 0.085, 0.035)
NET: Color = (0.03, 0.20, 0.10)
_TIN: tuple[Color, ...] = ((0.55, 0.55, 0.53), (0.05, 0.16, 0.36), (0.60, 0.30, 0.03))


def frame(
    masonry: Masonry, low: tuple[float, float], high: tuple[float, float], storeys: int, rng: np.random.Generator
) -> None:
    """A concrete frame from corner to corner (x, y): slabs on columns, props below the newest, bricked in below, bars on top."""
    (x0, y0), (x1, y1) = low, high
    xs, ys = (
        np.linspace(x0 + 0.4, x1 - 0.4, max(2, round((x1 - x0) / 5.5)) + 1),
        np.linspace(y0 + 0.4, y1 - 0.4, max(2, round((y1 - y0) / 5.5)) + 1),
    )
    for k in range(storeys):
        z = STOREY_M * k
        top = z + STOREY_M
        reach = 1.0 if k < storeys - 1 else 0.62  # the last slab is not yet whole
        wide = (x1 - x0) * reach
        masonry.add(
            "concrete", shapes.box((wide, y1 - y0, 0.26), center=(x0 + wide / 2, (y0 + y1) / 2, top - 0.13)), _CONCRETE
        )
        for x in xs:
            for y in ys:
                masonry.add(
                    "concrete",
                    shapes.box((0.42, 0.42, STOREY_M - 0.26), center=(x, y, z + STOREY_M / 2 - 0.13)),
                    _CONCRETE,
                )
        masonry.add(
            "concrete",
            shapes.box((4.6, 4.6, STOREY_M), center=(x0 + 7.0, (y0 + y1) / 2, z + STOREY_M / 2)),
            (0.31, 0.30, 0.285),
        )
        if k < 2:
            _infill(masonry, xs, y0, z, k, rng)
        if k >= storeys - 2:
            for x in np.arange(x0 + 1.2, x0 + wide - 0.5, 1.3):
                for y in np.arange(y0 + 1.0, y0 + 6.0, 1.5):
                    masonry.add(
                        "metal", shapes.sweep([(x, y, z), (x, y, top - 0.26)], 0.035, sides=5), (0.50, 0.06, 0.03)
                    )
        else:
            for x in np.arange(x0, x1, 2.4):  # guard rails
                masonry.add(
                    "metal", shapes.box((0.05, 0.05, 1.1), center=(x, y0 + 0.06, top + 0.55)), (0.66, 0.50, 0.05)
                )
            for h in (0.5, 1.05):
                masonry.add(
                    "wood", shapes.box((x1 - x0, 0.03, 0.14), center=((x0 + x1) / 2, y0 + 0.04, top + h)), _PLANK
                )
    top = STOREY_M * storeys
    for x in xs:
        for y in ys:
            if x < x0 + 0.62 * (x1 - x0):
                for dx in (-0.15, 0.15):
                    for dy in (-0.15, 0.15):
                        masonry.add(
                            "metal",
                            shapes.sweep([(x + dx, y + dy, top - 0.2), (x + dx, y + dy, top + 1.1)], 0.016, sides=4),
                            _RUST,
                        )
    panel = shapes.box((2.4, 0.12, 2.9), center=(0, 0, 1.45))
    for k, x in enumerate(np.arange(x0 + 1.4, x0 + 0.5 * (x1 - x0), 2.5)):
        masonry.add("wood", panel.moved((x, y0 + 3.0, top)), (0.46, 0.30, 0.08) if k % 3 else (0.52, 0.36, 0.12))


def _infill(masonry: Masonry, xs: F64, y0: float, z: float, storey: int, rng: np.random.Generator) -> None:
    """Walls of block with window holes between the columns of the front, some of them half up."""
    for a, b in pairwise(xs):
        left, right = a + 0.21, b - 0.21
        share = 1.0 if storey == 0 else float(rng.uniform(0.25, 1.0))
        high = (STOREY_M - 0.26) * share
        middle, half = (left + right) / 2, 0.9
        sill, head = min(0.9, high), min(2.3, high)
        rows = [
            (left, middle - half, 0.0, high),
            (middle + half, right, 0.0, high),
            (middle - half, middle + half, 0.0, sill),
        ]
        if high > 2.4:
            rows.append((middle - half, middle + half, head, high))
        for u0, u1, z0, z1 in rows:
            masonry.add(
                "blocks",
                shapes.box((u1 - u0, 0.24, z1 - z0), center=((u0 + u1) / 2, y0 + 0.32, z + (z0 + z1) / 2)),
                (0.44, 0.22, 0.13),
            )


def scaffold(
    masonry: Masonry, start: tuple[float, float], end: tuple[float, float], high_m: float, rng: np.random.Generator
) -> None:
    """Scaffolding from start to end (x, y): two rows of standards a meter apart to the right of that line, lifts every two meters, planks,
    braces, nets here and there."""
    a, b = np.asarray(start), np.asarray(end)
    long = float(np.linalg.norm(b - a))
    way = (b - a) / long
    side = np.array([way[1], -way[0]])

    def at(u: float, w: float, z: float) -> tuple[float, float, float]:
        x, y = a + way * u + side * w
        return (float(x), float(y), z)

    us = np.arange(0.0, long + 0.1, 2.1)
    tubes: list[Shape] = []
    for u in us:
        tubes += [shapes.sweep([at(u, w, 0.0), at(u, w, high_m + 1.0)], 0.028, sides=6) for w in (0.0, 1.0)]
    planks: list[Shape] = []
    angle = math.atan2(way[1], way[0])
    for k, z in enumerate(np.arange(2.0, high_m + 0.5, 2.0)):
        for h in (0.0, 0.55, 1.05):
            tubes.append(shapes.sweep([at(0, 1.0, z + h), at(long, 1.0, z + h)], 0.026, sides=5))
        tubes.append(shapes.sweep([at(0, 0.0, z), at(long, 0.0, z)], 0.026, sides=5))
        tubes += [shapes.sweep([at(u, -0.15, z), at(u, 1.15, z)], 0.024, sides=5) for u in us]
        for w in (0.15, 0.42, 0.69, 0.9):
            board = shapes.box((long, 0.24, 0.045)).turned(shapes.rotation(z=angle))
            planks.append(board.moved(at(long / 2, w, z + 0.05)))
        for u in us[k % 2 : -1 : 3]:
            tubes.append(shapes.sweep([at(u, 1.04, z - 2.0), at(u + 2.1, 1.04, z)], 0.024, sides=5))
    masonry.add("metal", shapes.join(tubes), _TUBE)
    masonry.add("wood", shapes.join(planks), _PLANK)
    for u in us[:-1]:
        for z in np.arange(2.0, high_m - 1.0, 4.0):
            if rng.random() < 0.42:
                steps = np.linspace(0, 2.1, 7)
                rows = [
                    [at(u + s, 1.09 + 0.03 * math.sin(5 * s + z) * (h in (1, 2)), z + 4.0 * h / 3) for s in steps]
                    for h in range(4)
                ]
                masonry.add("net", shapes.rings(np.array(rows), around=False, caps=False), NET)


def _lattice(start: F64, end: F64, wide: float, pitch: float, *, thick: float = 0.07, three: bool = False) -> Shape:
    """A lattice girder between two points: square, or `three` chords with the third on top."""
    way = (end - start) / np.linalg.norm(end - start)
    up = np.array([0.0, 0.0, 1.0]) if abs(way[2]) < 0.9 else np.array([0.0, 1.0, 0.0])
    right = np.cross(way, up)
    right /= np.linalg.norm(right)
    up = np.cross(right, way)
    h = wide / 2
    corners = (
        [-h * right, h * right, 1.5 * h * up]
        if three
        else [-h * right - h * up, h * right - h * up, h * right + h * up, -h * right + h * up]
    )
    parts = [shapes.sweep([start + c, end + c], thick, sides=5) for c in corners]
    n = max(2, round(float(np.linalg.norm(end - start)) / pitch))
    for k in range(n):
        p, q = start + (end - start) * k / n, start + (end - start) * (k + 1) / n
        for i in range(len(corners)):
            c, d = corners[i], corners[(i + 1) % len(corners)]
            parts.append(shapes.sweep([p + c, q + d] if k % 2 else [p + d, q + c], 0.55 * thick, sides=4))
            parts.append(shapes.sweep([q + c, q + d], 0.5 * thick, sides=4))
    return shapes.join(parts)


def crane(masonry: Masonry, at: tuple[float, float], high_m: float, yaw_rad: float, hook: tuple[float, float]) -> None:
    """A tower crane whose jib points to yaw_rad (0: +Y); its hook hangs so far out and at such a height, with a bundle of bars."""
    turn, foot = shapes.rotation(z=yaw_rad), np.array([*at, 0.0])

    def put(material: str, part: Shape, tint: Color) -> None:
        masonry.add(material, part.turned(turn).moved(foot), tint)

    put("concrete", shapes.box((4.4, 4.4, 0.9), center=(0, 0, 0.45)), _CONCRETE)
    put("paint", _lattice(np.array([0, 0, 0.9]), np.array([0, 0, high_m]), 1.7, 1.9), YELLOW)
    put("paint", shapes.lathe([(1.2, high_m), (1.2, high_m + 0.7)], sides=18), YELLOW)
    jib, tail, top = 40.0, -13.0, high_m + 8.0
    put(
        "paint",
        _lattice(
            np.array([0, 0.8, high_m + 1.5]), np.array([0, jib, high_m + 1.5]), 1.25, 1.5, thick=0.055, three=True
        ),
        YELLOW,
    )
    put(
        "paint",
        _lattice(np.array([0, -0.8, high_m + 1.3]), np.array([0, tail, high_m + 1.3]), 1.3, 1.8, thick=0.055),
        YELLOW,
    )
    put("paint", _lattice(np.array([0, 0, high_m + 0.6]), np.array([0, 0, top]), 0.8, 1.4, thick=0.06), YELLOW)
    for y in (0.42 * jib, 0.85 * jib, tail + 0.8):
        put("metal", shapes.sweep([(0, 0, top), (0, y, high_m + 2.2)], 0.035, sides=5), (0.05, 0.05, 0.05))
    put("concrete", shapes.box((1.5, 2.6, 2.4), center=(0, tail + 1.8, high_m + 0.6)), (0.31, 0.30, 0.285))
    put("paint", shapes.box((1.3, 1.5, 1.9), center=(1.25, 0.9, high_m + 1.2), bevel=0.1), (0.62, 0.62, 0.60))
    put("glass", shapes.box((1.2, 0.06, 1.0), center=(1.25, 1.66, high_m + 1.4)), (0.015, 0.018, 0.02))
    out, low = hook
    put("metal", shapes.box((1.2, 1.0, 0.35), center=(0, out, high_m + 1.1)), (0.1, 0.1, 0.1))
    for d in (-0.25, 0.25):
        put(
            "metal",
            shapes.sweep([(0, out + d, high_m + 1.0), (0, out + 0.3 * d, low + 1.6)], 0.02, sides=4),
            (0.04, 0.04, 0.04),
        )
    put("paint", shapes.box((0.3, 0.45, 0.7), center=(0, out, low + 1.3), bevel=0.06), YELLOW)
    for d in (-1.6, 1.6):
        put("metal", shapes.sweep([(0, out, low + 0.95), (d, out, low + 0.12)], 0.015, sides=4), (0.04, 0.04, 0.04))
    put(
        "metal",
        shapes.join(shapes.box((4.6, 0.14, 0.16), center=(0, out - 0.3 + 0.16 * k, low)) for k in range(4)),
        _RUST,
    )


def hut(masonry: Masonry, at: tuple[float, float, float], yaw_rad: float, color: int) -> None:
    """A site hut: a corrugated container with a window and a door."""
    n = 60
    y = np.linspace(-3.0, 3.0, n)
    wave = 0.035 * np.clip(np.sin(y * 21) * 2, -1, 1)
    rows = [np.column_stack([np.full(n, -1.2) - wave, y, np.full(n, z)]) for z in (0.12, 2.55)]
    turn, tint = shapes.rotation(z=yaw_rad), _TIN[color % len(_TIN)]
    skin = shapes.rings(np.array(rows), around=False, caps=False)
    for part in (skin, skin.mirrored(), shapes.box((2.4, 5.96, 2.42), center=(0, 0, 1.34))):
        masonry.add("paint", part.turned(turn).moved(at), tint)
    edge: Color = (0.20, 0.20, 0.20)
    for x in (-1.22, 1.22):
        for z in (0.12, 2.58):
            masonry.add("paint", shapes.box((0.12, 6.1, 0.14), center=(x, 0, z)).turned(turn).moved(at), edge)
        for yy in (-3.0, 3.0):
            masonry.add("paint", shapes.box((0.14, 0.14, 2.5), center=(x, yy, 1.35)).turned(turn).moved(at), edge)
    for x in (-1.26, 1.26):
        masonry.add(
            "glass", shapes.box((0.04, 1.2, 0.9), center=(x, 1.0, 1.6)).turned(turn).moved(at), (0.03, 0.035, 0.04)
        )
        masonry.add(
            "paint", shapes.box((0.04, 0.9, 2.0), center=(x, -1.4, 1.15)).turned(turn).moved(at), (0.30, 0.30, 0.30)
        )


def mound(seed: int, wide: float, high: float) -> Shape:
    """A heap of earth."""
    t = np.linspace(1.0, 0.0, 16)
    a = np.arange(44) * 2 * math.pi / 44
    x, y = np.outer(t, np.cos(a)) * wide, np.outer(t, np.sin(a)) * wide * 0.8
    lumps = 1.0 + 0.55 * noise.fractal(x / (0.5 * wide) + seed, y / (0.5 * wide), 4, seed=seed)
    z = high * (np.cos(math.pi * np.repeat(t[:, None], 44, axis=1)) * 0.5 + 0.5) ** 1.1 * lumps - 0.05
    return shapes.rings(np.stack([x, y, z], -1), caps=False)


def stacks(masonry: Masonry, rng: np.random.Generator) -> F64:
    """Pallets of blocks, bundles of bars, pipes, timber beside the track; what of them stands in the way (n, 3)."""
    blocked = []
    for x, y, rows in ((-5.6, 10.5, 3), (-6.9, 11.6, 2), (-6.0, 13.6, 3), (6.2, 33.0, 3), (7.6, 34.2, 2)):
        yaw = float(rng.normal(0, 0.12))
        turn = shapes.rotation(z=yaw)
        pallet = [shapes.box((1.2, 0.1, 0.02), center=(0, d, 0.13)) for d in np.linspace(-0.4, 0.4, 6)]
        pallet += [shapes.box((0.1, 0.9, 0.1), center=(d, 0, 0.06)) for d in (-0.5, 0.0, 0.5)]
        masonry.add("wood", shapes.join(pallet).turned(turn).moved((x, y, 0)), _PLANK)
        bricks = []
        for r in range(rows):
            for i in range(4):
                for j in range(3):
                    bricks.append(
                        shapes.box(
                            (0.285, 0.285, 0.235),
                            center=(-0.43 + 0.29 * i, -0.29 + 0.29 * j, 0.27 + 0.24 * r),
                            bevel=0.012,
                        )
                    )
        masonry.add(
            "clay",
            shapes.join(bricks).turned(turn).moved((x, y, 0)),
            (0.46, 0.20, 0.11) if x < 0 else (0.42, 0.41, 0.39),
        )
        blocked.append((x, y, 0.9))
    for k in range(16):
        line = [
            (-4.6 + 0.07 * (k % 6), 16.2, 0.12 + 0.06 * (k // 6)),
            (-7.2 + 0.07 * (k % 6), 22.0, 0.10 + 0.06 * (k // 6)),
        ]
        masonry.add("metal", shapes.sweep(line, 0.022, sides=5), _RUST)
    blocked += [(-5.2, 17.4, 0.7), (-6.2, 19.8, 0.8)]
    pipe = shapes.lathe([(0.30, -2.0), (0.30, 2.0), (0.26, 2.0), (0.26, -2.0)], sides=20, closed=True).turned(
        shapes.rotation(x=math.pi / 2)
    )
    for dx, z in ((-0.62, 0.30), (0.0, 0.30), (0.62, 0.30), (-0.31, 0.83), (0.31, 0.83)):
        masonry.add("concrete", pipe.moved((5.6 + dx, 12.4, z)), (0.42, 0.41, 0.385))
    blocked += [(5.6, y, 1.2) for y in (11.2, 12.4, 13.6)]
    for k in range(9):
        masonry.add(
            "wood", shapes.box((0.2, 4.0, 0.05), center=(8.4 + 0.22 * (k % 3), 14.5, 0.05 + 0.055 * (k // 3))), _PLANK
        )
    for x, y in ((2.6, 5.4), (2.5, 19.0), (-2.9, 27.0), (2.7, 31.0)):
        cone = shapes.lathe([(0.17, 0.02), (0.13, 0.1), (0.03, 0.7), (0.001, 0.71)], sides=14).moved((x, y, 0.0))
        masonry.add("paint", cone, (0.80, 0.16, 0.012))
        masonry.add("paint", shapes.box((0.4, 0.4, 0.04), center=(x, y, 0.02), bevel=0.01), (0.80, 0.16, 0.012))
        ring = (
            shapes.lathe([(0.10, 0.28), (0.072, 0.46)], sides=14, caps=False)
            .scaled((1.03, 1.03, 1.0))
            .moved((x, y, 0.0))
        )
        masonry.add("paint", ring, (0.72, 0.72, 0.70))
    return np.array(blocked)


def fence(masonry: Masonry, line: list[tuple[float, float]]) -> None:
    """Hoarding of panels along a line of points (x, y)."""
    for (ax, ay), (bx, by) in pairwise(line):
        long = math.hypot(bx - ax, by - ay)
        turn = shapes.rotation(z=math.atan2(by - ay, bx - ax))
        masonry.add(
            "paint",
            shapes.box((long, 0.05, 2.1), center=(long / 2, 0, 1.1)).turned(turn).moved((ax, ay, 0)),
            (0.50, 0.51, 0.50),
        )
        masonry.add(
            "paint",
            shapes.box((long, 0.06, 0.4), center=(long / 2, 0, 1.75)).turned(turn).moved((ax, ay, 0)),
            (0.05, 0.16, 0.36),
        )
        for u in np.arange(0.0, long + 0.1, 2.5):
            masonry.add(
                "metal",
                shapes.box((0.07, 0.1, 2.25), center=(u, 0, 1.1)).turned(turn).moved((ax, ay, 0)),
                (0.25, 0.25, 0.25),
            )
