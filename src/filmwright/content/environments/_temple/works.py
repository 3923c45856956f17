"""The works of a temple: halls under swept tiled roofs, a pagoda, galleries, the terrace with its stair, lanterns of stone and of paper,
a bronze burner. Point attributes: `tint` the color, `lit` what shines after dark, `spot` (metres along an
eave, metres up the slope) of tiles."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from filmwright.content import forms
from filmwright.content.environments._castle.works import Works
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

RED: Color = (0.36, 0.030, 0.018)
DARK_RED: Color = (0.15, 0.022, 0.014)
GOLD: Color = (0.55, 0.36, 0.08)
STONE: Color = (0.42, 0.40, 0.36)
GREEN: Color = (0.02, 0.12, 0.09)
BLUE: Color = (0.02, 0.07, 0.20)
PLASTER: Color = (0.62, 0.54, 0.42)
BRONZE: Color = (0.085, 0.075, 0.045)
PAPER: Color = (1.0, 0.60, 0.27)
LANTERN: Color = (1.0, 0.24, 0.10)
TERRACE_M = 1.5
STAIR_M = 6.0  # its width
_RISER_M, _TREAD_M = 0.15, 0.32


class Roof(NamedTuple):
    """A hipped roof: half its eaves (x, y) and half of what it closes at, both rectangles; heights of the two; how far corners rise."""

    eaves: tuple[float, float]
    top: tuple[float, float]
    low_m: float
    high_m: float
    lift_m: float


def _corners(half: tuple[float, float]) -> F64:
    return np.array([(-half[0], -half[1]), (half[0], -half[1]), (half[0], half[1]), (-half[0], half[1])])


def _side(roof: Roof, k: int, *, drop: float = 0.0, until: float = 1.0) -> tuple[F64, F64]:
    """Points (m, n, 3) of one slope, from the eave up, and where each lies on its tiles (m, n, 2)."""
    low, high = _corners(roof.eaves), _corners(roof.top)
    u, t = np.linspace(0.0, 1.0, 29)[None], np.linspace(0.0, until, 9)[:, None]
    a, b, c, d = low[k], low[(k + 1) % 4], high[k], high[(k + 1) % 4]
    near = a + (b - a) * u[..., None]
    far = c + (d - c) * u[..., None]
    flat = near + (far - near) * t[..., None]
    corner = np.abs(2 * u - 1) ** 5 * (1 - t) ** 2
    out = flat / np.maximum(np.linalg.norm(flat, axis=-1, keepdims=True), 1e-6)
    flat = flat + out * (0.55 * roof.lift_m * corner)[..., None]
    z = roof.low_m + (roof.high_m - roof.low_m) * (0.52 * t + 0.48 * t * t) + roof.lift_m * corner - drop
    long, deep = float(np.linalg.norm(b - a)), math.hypot(float(np.linalg.norm(c - a)), roof.high_m - roof.low_m)
    spot = np.stack(np.broadcast_arrays(long * (u - 0.5), deep * t), axis=-1)
    return np.concatenate([flat, z[..., None]], axis=-1), spot


def cover(works: Works, roof: Roof, at: tuple[float, float, float], tile: Color, *, rafters: bool = True) -> None:
    """The roof with its ridges, its eaves seen from below, and rafters under them."""
    for k in range(4):
        points, spot = _side(roof, k)
        works.add("tiles", shapes.rings(points, around=False, caps=False).moved(at), tile, spot=spot.reshape(-1, 2))
        below, _ = _side(roof, k, drop=0.24, until=0.6)
        works.add("wood", shapes.rings(below[::-1], around=False, caps=False).moved(at), DARK_RED)
        edge = np.stack([below[0], points[0]])
        works.add("wood", shapes.rings(edge, around=False, caps=False).moved(at), tile)
        ends = points[0] - (0, 0, 0.05)
        works.add("wood", shapes.sweep(ends, 0.09, sides=6).moved(at), tile)
        hip = points[:, 0] + (0, 0, 0.06)
        radius = np.linspace(0.15, 0.19, len(hip))
        works.add("wood", shapes.sweep(hip, radius, sides=7).moved(at), tile)
        tip = hip[0] + (hip[0] - hip[1]) * 0.22 + (0, 0, 0.16)
        works.add(
            "wood",
            forms.pipe([hip[1], hip[0], tip, tip + (0, 0, 0.24)], (0.17, 0.16, 0.1, 0.03), count=10, sides=7).moved(at),
            tile,
        )
        if rafters:
            steps = np.linspace(0.02, 0.98, max(12, int(2 * max(roof.eaves) / 0.55)))
            for s in steps:
                j = s * (below.shape[1] - 1)
                i = int(j)
                foot = below[0, i] + (below[0, min(i + 1, 28)] - below[0, i]) * (j - i)
                head = below[2, i] + (below[2, min(i + 1, 28)] - below[2, i]) * (j - i)
                bar = forms.rod(foot - (0, 0, 0.03), head - (0, 0, 0.06), 0.05, sides=4)
                works.add("wood", bar.moved(at), GREEN)
    w, d = roof.top
    if d < 0.5:  # a ridge
        beam = shapes.box((2 * w + 0.4, 0.42, 0.55), center=(0, 0, roof.high_m + 0.15), bevel=0.08)
        works.add("wood", beam.moved(at), tile)
        for s in (-1, 1):
            horn = forms.pipe(
                [(s * (w + 0.1), 0, roof.high_m), (s * (w + 0.32), 0, roof.high_m + 0.7), (s * (w - 0.1), 0, roof.high_m + 1.25)],
                (0.34, 0.26, 0.06), count=10, sides=8,
            )  # fmt: skip
            works.add("wood", horn.moved(at), tile)


def _bracketed(works: Works, half: tuple[float, float], z: float, at: tuple[float, float, float], apart: float) -> None:
    """Painted beams round the tops of the columns, and brackets on them that step out to the eaves."""
    for k, (long, deep, sign) in enumerate(
        ((half[0], half[1], -1), (half[1], half[0], 1), (half[0], half[1], 1), (half[1], half[0], -1))
    ):
        turn = shapes.rotation(z=0.0 if k % 2 == 0 else math.pi / 2)
        side = sign * deep if k % 2 == 0 else -sign * deep

        def put(part: Shape, tint: Color, turn: F64 = turn) -> None:
            works.add("wood", part.turned(turn).moved(at), tint)

        put(shapes.box((2 * long + 0.5, 0.30, 0.46), center=(0, side, z + 0.05), bevel=0.02), BLUE)
        put(shapes.box((2 * long + 0.6, 0.34, 0.10), center=(0, side, z + 0.33), bevel=0.01), GOLD)
        put(shapes.box((2 * long + 0.54, 0.32, 0.06), center=(0, side, z - 0.2), bevel=0.01), GOLD)
        way = math.copysign(1.0, side)
        for x in np.linspace(-long, long, max(2, round(2 * long / apart) + 1)):
            for level, (wide, reach) in enumerate(((0.5, 0.22), (0.8, 0.5), (1.05, 0.8))):
                block = shapes.box((wide, 0.16, 0.13), center=(x, side + way * reach * 0.8, z + 0.46 + 0.2 * level))
                arm = shapes.box((0.16, 2 * reach, 0.13), center=(x, side + way * 0.2, z + 0.46 + 0.2 * level))
                put(block, GREEN if level % 2 else BLUE)
                put(arm, RED)


def _columns(works: Works, spots: F64, low: float, high: float, radius: float, at: tuple[float, float, float]) -> None:
    for x, y in spots:
        shaft = shapes.lathe([(radius, low), (radius, low + 0.6 * (high - low)), (0.9 * radius, high)], sides=18)
        base = shapes.lathe([(1.5 * radius, low), (1.5 * radius, low + 0.12), (1.15 * radius, low + 0.22)], sides=18)
        ring = shapes.lathe([(1.03 * radius, high - 0.6), (1.03 * radius, high - 0.42)], sides=18, caps=False)
        works.add("wood", shaft.moved((x, y, 0)).moved(at), RED)
        works.add("stone", base.moved((x, y, 0)).moved(at), STONE)
        works.add("wood", ring.moved((x, y, 0)).moved(at), GOLD)


def _doors(
    works: Works, x: float, wide: float, y: float, low: float, high: float, at: tuple[float, float, float]
) -> None:
    """A bay of folding doors that looks to -y: panels below, lattices with paper behind above, a transom."""
    leaves = max(2, round(wide / 0.95))
    each = wide / leaves
    paper = shapes.box((wide, 0.05, high - low), center=(x, y + 0.06, (low + high) / 2))
    works.add("paper", paper.moved(at), (0.55, 0.42, 0.26), lit=PAPER)
    bars: list[Shape] = []
    top = high - 0.75
    sill = low + 0.95
    for k in range(leaves):
        left = x - wide / 2 + k * each
        for edge in (left + 0.05, left + each - 0.05):
            bars.append(shapes.box((0.10, 0.10, high - low), center=(edge, y, (low + high) / 2)))
        bars.append(shapes.box((each, 0.10, 0.95), center=(left + each / 2, y, low + 0.475)))
        for z in np.arange(sill + 0.12, high, 0.2):
            bars.append(shapes.box((each, 0.05, 0.035), center=(left + each / 2, y, z)))
        for u in np.arange(0.17, each, 0.16):
            bars.append(shapes.box((0.03, 0.05, high - sill), center=(left + u, y, (high + sill) / 2)))
        works.add(
            "wood",
            shapes.box((each - 0.4, 0.03, 0.5), center=(left + each / 2, y - 0.05, low + 0.48), bevel=0.01).moved(at),
            RED,
        )
    for z in (sill, top, high):
        bars.append(shapes.box((wide, 0.14, 0.12), center=(x, y, z)))
    works.add("wood", shapes.join(bars).moved(at), DARK_RED)


def paper_lantern(works: Works, x: float, y: float, z: float, size: float = 1.0) -> None:
    """A round red lantern that hangs from x, y, z, with golden caps and a tassel."""
    rib = np.linspace(-1.0, 1.0, 13)
    body = [
        (0.36 * size * math.sqrt(max(1 - 0.88 * v * v, 0.02)) * (1 + 0.03 * (k % 2)), 0.30 * size * v)
        for k, v in enumerate(rib)
    ]
    at = (x, y, z - 0.75 * size)
    works.add("paper", shapes.lathe(body, sides=20).moved(at), (0.50, 0.02, 0.012), lit=LANTERN)
    for s in (-1, 1):
        cap = shapes.lathe([(0.15 * size, s * 0.29 * size - 0.04), (0.15 * size, s * 0.29 * size + 0.04)], sides=14)
        works.add("metal", cap.moved(at), GOLD)
    works.add("metal", forms.rod((x, y, z), (x, y, z - 0.45 * size), 0.012, sides=4), BRONZE)
    works.add(
        "wood", shapes.lathe([(0.05 * size, -0.80 * size), (0.035 * size, -0.34 * size)], sides=7).moved(at), GOLD
    )


def hall(works: Works, at: tuple[float, float, float], tile: Color) -> None:
    """The main hall of two roofs, seven bays wide, its front along -y; some 15 m high over its terrace."""
    half = (10.5, 5.2)
    tall = 4.9
    bays = np.linspace(-half[0], half[0], 8)
    front = np.column_stack([bays, np.full(8, -half[1])])
    inner = np.column_stack([bays, np.full(8, -half[1] + 2.3)])
    sides = np.array([(s * half[0], y) for s in (-1, 1) for y in np.linspace(-half[1] + 2.6, half[1], 4)])
    _columns(works, np.concatenate([front, sides]), 0.0, tall, 0.30, at)
    _columns(works, inner, 0.0, tall + 0.5, 0.26, at)
    for a, b in pairwise(bays):
        _doors(works, float(a + b) / 2, float(b - a) - 0.5, -half[1] + 2.3, 0.0, tall - 0.6, at)
    for s in (-1, 1):
        works.add(
            "wall", shapes.box((0.3, 2 * half[1] - 2.3, tall), center=(s * half[0], 1.15, tall / 2)).moved(at), RED
        )
    works.add("wall", shapes.box((2 * half[0], 0.3, tall), center=(0, half[1], tall / 2)).moved(at), RED)
    works.add("wood", shapes.box((2 * half[0], 0.2, 0.9), center=(0, -half[1] + 2.3, tall - 0.1)).moved(at), DARK_RED)
    _bracketed(works, half, tall, at, 1.5)
    cover(works, Roof((13.2, 7.9), (9.0, 3.7), tall + 0.75, tall + 3.0, 1.0), at, tile)
    upper = (8.8, 3.5)
    works.add("wall", shapes.box((2 * upper[0], 2 * upper[1], 1.9), center=(0, 0, tall + 3.5)).moved(at), RED)
    _bracketed(works, upper, tall + 3.9, at, 1.5)
    cover(works, Roof((11.6, 6.3), (6.4, 0.12), tall + 4.65, tall + 8.6, 1.15), at, tile)
    board = shapes.box((1.5, 0.14, 2.0), center=(0, -upper[1] - 0.62, tall + 3.6), bevel=0.03)
    works.add("wood", board.moved(at), GOLD)
    works.add(
        "wood", shapes.box((1.16, 0.14, 1.66), center=(0, -upper[1] - 0.66, tall + 3.6), bevel=0.02).moved(at), BLUE
    )
    for x in (bays[:-1] + bays[1:]) / 2:
        paper_lantern(works, at[0] + float(x), at[1] - half[1] - 0.5, at[2] + tall - 0.05)


def terrace(works: Works, at: tuple[float, float], half: tuple[float, float]) -> None:
    """The stone terrace of the hall with its balustrade, and the stair before it; at is the hall's middle."""
    x0, y0 = at
    works.add(
        "stone", shapes.box((2 * half[0], 2 * half[1], TERRACE_M), center=(x0, y0, TERRACE_M / 2), bevel=0.04), STONE
    )
    for z, more in ((0.12, 0.3), (TERRACE_M - 0.1, 0.16)):
        works.add(
            "stone",
            shapes.box((2 * (half[0] + more), 2 * (half[1] + more), 0.22), center=(x0, y0, z), bevel=0.05),
            STONE,
        )
    front = y0 - half[1]
    count = round(TERRACE_M / _RISER_M)
    for k in range(count):
        deep = _TREAD_M * (count - k)
        step = shapes.box((STAIR_M, deep, _RISER_M), center=(x0, front - deep / 2, _RISER_M * (k + 0.5)), bevel=0.012)
        works.add("stone", step, (STONE[0] * 0.92, STONE[1] * 0.92, STONE[2] * 0.92))
    long = _TREAD_M * count
    for s in (-1, 1):
        cheek = np.array(
            [(s * (STAIR_M / 2 + 0.25), front - v * long, TERRACE_M * (1 - v) + 0.30) for v in (0.0, 0.94)]
        )
        slab = shapes.rings(
            [[(x + d, y, z) for d, z in ((-0.25, 0.0), (0.25, 0.0), (0.25, top), (-0.25, top))] for x, y, top in cheek]
        )
        works.add("stone", slab, STONE)
    runs = [((-half[0], front), (-STAIR_M / 2 - 0.25, front)), ((STAIR_M / 2 + 0.25, front), (half[0], front))]
    runs += [((-half[0], front), (-half[0], front + 9.0)), ((half[0], front), (half[0], front + 9.0))]
    for a, b in runs:
        p, q = np.array([x0 + a[0], a[1] + 0.25]), np.array([x0 + b[0], b[1] + 0.25])
        bays = max(2, round(float(np.linalg.norm(q - p)) / 1.5))
        turn = math.atan2(q[1] - p[1], q[0] - p[0])
        for k in range(bays + 1):
            spot = p + (q - p) * k / bays
            post = shapes.join([
                shapes.box((0.2, 0.2, 0.95), center=(0, 0, 0.475), bevel=0.02),
                shapes.lathe([(0.08, 0.95), (0.13, 1.02), (0.13, 1.12), (0.03, 1.26)], sides=10),
            ])  # fmt: skip
            works.add("stone", post.moved((spot[0], spot[1], TERRACE_M)), STONE)
            if k < bays:
                middle = p + (q - p) * (k + 0.5) / bays
                long = float(np.linalg.norm(q - p)) / bays
                panel = shapes.join([shapes.box((long - 0.2, 0.10, 0.42), center=(0, 0, 0.27), bevel=0.015),
                                     shapes.box((long - 0.2, 0.13, 0.13), center=(0, 0, 0.76), bevel=0.03)])  # fmt: skip
                works.add(
                    "stone", panel.turned(shapes.rotation(z=turn)).moved((middle[0], middle[1], TERRACE_M)), STONE
                )


def pagoda(works: Works, at: tuple[float, float, float], tile: Color, storeys: int = 5) -> None:
    """A square pagoda under as many roofs as it has storeys, a spire of rings on the last."""
    z, half = 1.0, 4.3
    works.add(
        "stone", shapes.box((2 * half + 2.4, 2 * half + 2.4, 1.0), center=(0, 0, 0.5), bevel=0.06).moved(at), STONE
    )
    for k in range(storeys):
        tall = 3.3 - 0.22 * k
        works.add("wall", shapes.box((2 * half, 2 * half, tall + 0.6), center=(0, 0, z + tall / 2)).moved(at), RED)
        for s in (-0.62, 0.62):
            for turn in (0.0, math.pi / 2, -math.pi / 2):
                pane = shapes.box((0.5 * half, 0.08, 0.62 * tall), center=(s * half, -half - 0.02, z + 0.5 * tall))
                works.add("paper", pane.turned(shapes.rotation(z=turn)).moved(at), (0.30, 0.20, 0.10), lit=PAPER)
        for s in (-1, -0.33, 0.33, 1):
            for turn in (0.0, math.pi / 2, -math.pi / 2):
                post = shapes.box((0.28, 0.2, tall), center=(s * (half - 0.1), -half - 0.08, z + tall / 2))
                works.add("wood", post.turned(shapes.rotation(z=turn)).moved(at), DARK_RED)
        after = half - 0.42
        _bracketed(works, (half, half), z + tall - 0.15, at, 1.6)
        last = k == storeys - 1
        top = (0.35, 0.35) if last else (after - 0.1, after - 0.1)
        roof = Roof((half + 2.1, half + 2.1), top, z + tall + 0.45, z + tall + (3.6 if last else 1.75), 0.75)
        cover(works, roof, at, tile, rafters=False)
        z, half = z + tall + 1.5, after
    tip = z + 1.9
    works.add("metal", forms.rod((0, 0, tip - 0.6), (0, 0, tip + 5.2), (0.14, 0.05), sides=8).moved(at), BRONZE)
    for k in range(7):
        works.add("metal", forms.hoop(0.55 - 0.045 * k, 0.09, (0, 0, tip + 0.7 + 0.5 * k)).moved(at), BRONZE)


def gallery(works: Works, side: int, x: float, y: tuple[float, float], tile: Color) -> None:
    """A roofed walk along a side of the court: red columns before a plastered wall, a lantern in every other bay."""
    at = (side * x, (y[0] + y[1]) / 2, 0.0)
    long = y[1] - y[0]
    works.add("stone", shapes.box((4.6, long + 1.0, 0.45), center=(0, 0, 0.225), bevel=0.03).moved(at), STONE)
    bays = round(long / 3.4)
    spots = np.array([(-side * 1.7, v) for v in np.linspace(-long / 2 + 0.4, long / 2 - 0.4, bays + 1)])
    _columns(works, spots, 0.45, 3.5, 0.17, at)
    works.add("wall", shapes.box((0.3, long, 3.1), center=(side * 1.7, 0, 2.0)).moved(at), PLASTER)
    works.add("wall", shapes.box((0.36, long, 0.8), center=(side * 1.7, 0, 0.85)).moved(at), (0.16, 0.15, 0.14))
    works.add("wood", shapes.box((0.24, long, 0.36), center=(-side * 1.7, 0, 3.55), bevel=0.02).moved(at), BLUE)
    works.add("wood", shapes.box((0.28, long, 0.08), center=(-side * 1.7, 0, 3.77)).moved(at), GOLD)
    for v in (spots[:-1, 1] + spots[1:, 1]) / 2:
        window = shapes.box((0.1, 1.5, 1.2), center=(side * 1.53, v, 2.2))
        works.add("paper", window.moved(at), (0.22, 0.15, 0.09), lit=(0.5, 0.28, 0.11))
        bars = [shapes.box((0.06, 0.07, 1.3), center=(side * 1.46, v + d, 2.2)) for d in np.linspace(-0.75, 0.75, 9)]
        works.add("wood", shapes.join(bars).moved(at), DARK_RED)
    for v in spots[:-1:2, 1] + 1.7:
        paper_lantern(works, at[0] - side * 1.7, at[1] + float(v), 3.4, 0.8)
    cover(works, Roof((3.2, long / 2 + 1.2), (0.12, long / 2 - 0.6), 3.9, 5.9, 0.35), at, tile)


def stone_lantern(works: Works, x: float, y: float) -> None:
    """A lantern of stone: foot, shaft, the box of the light with its windows, a hat with turned-up corners, a knob."""
    at = (x, y, 0.0)
    for part in (
        shapes.lathe([(0.46, 0.0), (0.46, 0.14), (0.34, 0.26), (0.2, 0.34)], sides=6),
        shapes.lathe([(0.17, 0.3), (0.14, 0.8), (0.17, 1.25)], sides=14),
        shapes.lathe([(0.2, 1.22), (0.4, 1.36), (0.42, 1.46), (0.26, 1.5)], sides=6),
        shapes.lathe([(0.62, 1.97), (0.60, 2.05), (0.32, 2.20), (0.12, 2.36), (0.09, 2.42)], sides=6),
        shapes.lathe([(0.07, 2.40), (0.14, 2.50), (0.11, 2.60), (0.02, 2.72)], sides=12),
    ):
        works.add("stone", part.moved(at), (0.30, 0.295, 0.27))
    works.add("paper", shapes.lathe([(0.235, 1.5), (0.235, 1.95)], sides=6).moved(at), (0.42, 0.33, 0.2), lit=PAPER)
    for k in range(6):
        turn = 2 * math.pi * k / 6
        post = shapes.box((0.09, 0.09, 0.46), center=(0.25 * math.cos(turn), 0.25 * math.sin(turn), 1.72))
        works.add("stone", post.moved(at), (0.30, 0.295, 0.27))


def burner(works: Works, x: float, y: float) -> None:
    """A bronze burner on three legs, under a little roof of its own."""
    at = (x, y, 0.0)
    works.add("stone", shapes.lathe([(1.0, 0.0), (1.0, 0.3), (0.9, 0.36)], sides=8).moved(at), STONE)
    bowl = shapes.lathe(
        [(0.2, 0.75), (0.55, 0.85), (0.70, 1.15), (0.62, 1.4), (0.74, 1.5), (0.74, 1.58), (0.6, 1.58), (0.5, 1.3)],
        sides=24,
    )
    works.add("metal", bowl.moved(at), BRONZE)
    for k in range(3):
        turn = shapes.rotation(z=2 * math.pi * k / 3 + 0.5)
        leg = forms.pipe([(0.5, 0, 1.0), (0.66, 0, 0.7), (0.56, 0, 0.36)], (0.13, 0.10, 0.14), count=10, sides=8)
        works.add("metal", leg.turned(turn).moved(at), BRONZE)
    for s in (-1, 1):
        ear = forms.pipe(
            [(s * 0.66, 0, 1.5), (s * 0.86, 0, 1.7), (s * 0.82, 0, 2.0), (s * 0.6, 0, 2.0)], 0.06, count=12, sides=7
        )
        works.add("metal", ear.moved(at), BRONZE)
