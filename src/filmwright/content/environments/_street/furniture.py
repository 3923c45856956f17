"""What stands on the pavement and hangs over the road: poles, wires, vending machines, a bench, bicycles."""

from __future__ import annotations

import itertools
import math

import numpy as np

from filmwright.content.environments._street.canvas import KERB_HEIGHT_M, KERB_M, Canvas, Facade, bend, dim
from filmwright.content.environments._street.palette import DARK_METAL
from filmwright.content.environments._street.shops import GOODS
from filmwright.scene.shapes import box, lathe, sweep
from filmwright.values import Color

POLES_M = (-18.0, -4.0, 14.0, 27.0, 43.0, 60.0, 78.0)
CLEAR_M = (20.0, 31.0)  # no street lamp here: it would cross the gate's letters
LAMP: Color = (3.4, 2.2, 1.2)


def vending_machine(f: Facade, rng: np.random.Generator, u: float, w: float) -> None:
    """A drinks machine with lit rows of bottles, facing the road."""
    body: Color = [(0.22, 0.015, 0.012), (0.22, 0.22, 0.23), (0.02, 0.05, 0.16)][int(rng.integers(3))]
    f.box("metal", (u, w, 0.13), (u + 1.0, w + 0.7, 1.95), body, cell=0.5)
    f.panel("sign", (u + 0.06, u + 0.94), (0.98, 1.86), w + 0.71, (0.62, 0.70, 0.70))
    f.panel("sign", (u + 0.06, u + 0.7), (0.58, 0.88), w + 0.71, dim(body, 2.0))
    row, column = (v.ravel() for v in np.meshgrid(np.arange(3), np.arange(8), indexing="ij"))
    low = np.column_stack([u + 0.11 + column * 0.105, np.full(24, w + 0.715), 1.03 + row * 0.28])
    f.boxes("room", low, low + np.array([0.07, 0.06, 0.2]), GOODS[rng.integers(len(GOODS), size=24)] * 0.6)
    # its side is seen down the street: a lit stripe, so that it is not a black slab
    f.blade("sign", u - 0.012, (w + 0.1, w + 0.6), (0.5, 1.7), dim(body, 1.6) if max(body) > 0.1 else (0.05, 0.16, 0.5))
    f.light((u + 0.5, w + 1.0, 1.4), (0, 1, 0), (0.7, 0.75, 0.72), 0.9)
    f.obstacle(u + 0.5, w + 0.35, 0.65)


def pole(canvas: Canvas, side: int, y: float, lamp: bool) -> tuple[float, float]:
    """A concrete pole with its cross-arms, transformer and, where asked, a street lamp. Its x and y."""
    x = side * (KERB_M + 0.35) + float(bend(y))
    canvas.obstacles.append((x, y, 0.3))
    grey = (0.22, 0.21, 0.20)
    canvas.shape("wall", sweep([(x, y, 0), (x, y, 4.5), (x, y, 9.2)], [0.135, 0.12, 0.10], sides=10), grey)
    for z in (8.6, 7.9):
        canvas.shape("metal", box((1.8, 0.1, 0.1), center=(x, y, z)), (0.12, 0.12, 0.12))
    drum = lathe([(0.26, 6.6), (0.28, 7.3), (0.2, 7.42), (0.0, 7.42)], sides=12).moved((x + side * 0.42, y, 0))
    canvas.shape("metal", drum, (0.33, 0.33, 0.32))
    for z, color in ((1.5, (0.5, 0.38, 0.04)), (1.9, (0.04, 0.04, 0.04)), (2.3, (0.5, 0.38, 0.04))):
        band = sweep([(x, y, z), (x, y, z + 0.4)], 0.137, sides=10, caps=False)
        canvas.shape("wall", band, color)
    if lamp:
        end = x - side * 1.5
        canvas.shape(
            "metal", sweep([(x, y, 5.6), (x - side * 0.7, y, 5.95), (end, y, 6.0)], 0.035, sides=6), (0.15,) * 3
        )
        canvas.shape("metal", box((0.7, 0.2, 0.1), center=(end, y, 5.98)), (0.2, 0.2, 0.2))
        canvas.shape("neon", box((0.6, 0.16, 0.03), center=(end, y, 5.91)), (3.4, 2.4, 1.5))
        canvas.light((end, y, 5.8), (0, 0, -1), LAMP, 1.0)
    return x, y


def wire(canvas: Canvas, a: tuple[float, float, float], b: tuple[float, float, float], sag: float) -> None:
    """A cable that hangs between two points; thicker far away, where a thin one would only flicker."""
    t = np.linspace(0, 1, 9)[:, None]
    path = np.array(a) * (1 - t) + np.array(b) * t
    path[:, 2] -= sag * 4 * (t * (1 - t))[:, 0]
    radius = max(0.016, 0.00045 * (a[1] + b[1]) / 2)
    canvas.shape("metal", sweep(path, radius, sides=4, caps=False), (0.03, 0.03, 0.03))


def poles_and_wires(canvas: Canvas, rng: np.random.Generator) -> None:
    """Poles on both kerbs, cables along them and across the street."""
    tops: dict[tuple[int, float], tuple[float, float]] = {}
    for side in (-1, 1):
        for y in POLES_M:
            at = y + (3.5 if side > 0 else 0.0)
            lamp = rng.random() < 0.8 and not CLEAR_M[0] < at < CLEAR_M[1]
            tops[side, y] = pole(canvas, side, at, lamp)
    for side in (-1, 1):
        for y0, y1 in itertools.pairwise(POLES_M):
            (xa, ya), (xb, yb) = tops[side, y0], tops[side, y1]
            for dx in (-0.8, -0.3, 0.3, 0.8):
                for z in (8.68, 7.98):
                    wire(canvas, (xa + dx, ya, z), (xb + dx, yb, z), rng.uniform(0.3, 0.7))
    for y in POLES_M[1:]:
        for _ in range(4):
            dy = rng.uniform(-2, 7)
            a = (tops[-1, y][0] - 1.5, y + dy * 0.3, rng.uniform(6, 9))
            b = (tops[1, y][0] + 1.5, y + dy, rng.uniform(5.5, 9))
            wire(canvas, a, b, rng.uniform(0.3, 1.1))


def bench(canvas: Canvas, x: float, y: float, seat_m: float) -> None:
    """A slatted bench whose sitter faces down the street, towards -y."""
    wood: Color = (0.32, 0.17, 0.08)
    for k in range(4):
        canvas.shape("wall", box((1.7, 0.1, 0.04), center=(x, y - 0.18 + 0.125 * k, seat_m - 0.02)), wood)
    for k in range(3):
        canvas.shape("wall", box((1.7, 0.035, 0.1), center=(x, y + 0.29 + 0.02 * k, seat_m + 0.15 + 0.15 * k)), wood)
    for way in (-0.7, 0.7):
        foot = KERB_HEIGHT_M
        canvas.shape(
            "metal",
            box((0.06, 0.46, seat_m - 0.04 - foot), center=(x + way, y, (seat_m - 0.04 + foot) / 2)),
            DARK_METAL,
        )
        canvas.shape(
            "metal",
            sweep([(x + way, y + 0.22, seat_m - 0.05), (x + way, y + 0.36, seat_m + 0.52)], 0.03, sides=6),
            DARK_METAL,
        )
    canvas.obstacles.append((x, y + 0.1, 0.9))


def bollards(canvas: Canvas, start_m: float, end_m: float) -> None:
    """Low steel posts with a reflecting ring along both kerbs."""
    for y in np.arange(start_m, end_m, 2.6):
        if 5.5 < y < 10.5:
            continue  # the crosswalk
        for side in (-1, 1):
            x = side * (KERB_M + 0.22) + float(bend(y))
            post = lathe([(0.055, KERB_HEIGHT_M), (0.055, 0.88), (0.03, 0.92), (0.0, 0.92)], sides=8)
            canvas.shape("metal", post.moved((x, float(y), 0)), (0.13, 0.12, 0.11))
            ring = lathe([(0.058, 0.74), (0.058, 0.81)], sides=8, caps=False)
            canvas.shape("metal", ring.moved((x, float(y), 0)), (0.55, 0.42, 0.10))


def bicycle(canvas: Canvas, x: float, y: float, yaw: float, color: Color) -> None:
    """A parked city bicycle: wheels, frame, saddle, handlebar and basket."""
    turn = np.array([[math.cos(yaw), -math.sin(yaw), 0], [math.sin(yaw), math.cos(yaw), 0], [0, 0, 1]])
    place = np.array([x, y, KERB_HEIGHT_M])

    def bar(points: list[tuple[float, float, float]], radius: float, paint: Color, closed: bool = False) -> None:
        canvas.shape("metal", sweep(points, radius, sides=6, closed=closed).turned(turn).moved(place), paint)

    for center in (-0.52, 0.52):
        angles = np.arange(20) * 2 * math.pi / 20
        ring = [(center + 0.31 * math.cos(a), 0.0, 0.33 + 0.31 * math.sin(a)) for a in angles]
        bar(ring, 0.018, (0.02, 0.02, 0.02), closed=True)
        for a in angles[::5]:
            spoke = (center + 0.3 * math.cos(a), 0.0, 0.33 + 0.3 * math.sin(a))
            bar([(2 * center - spoke[0], 0.0, 0.66 - spoke[2]), spoke], 0.004, (0.3, 0.3, 0.3))
    crank, seat, head = (-0.08, 0.0, 0.30), (-0.22, 0.0, 0.78), (0.36, 0.0, 0.86)
    bar([crank, seat], 0.016, color)
    bar([crank, head], 0.02, color)
    bar([crank, (-0.52, 0.0, 0.33), seat], 0.012, color)
    bar([(0.52, 0.0, 0.33), head, (0.33, 0.0, 1.0)], 0.016, color)
    bar([(0.18, -0.27, 1.02), (0.33, -0.1, 1.03), (0.33, 0.1, 1.03), (0.18, 0.27, 1.02)], 0.013, (0.35, 0.35, 0.36))
    canvas.shape(
        "metal", box((0.24, 0.14, 0.06), center=(-0.24, 0, 0.84), bevel=0.02).turned(turn).moved(place), (0.03,) * 3
    )
    canvas.shape("metal", box((0.26, 0.32, 0.22), center=(0.55, 0, 0.84)).turned(turn).moved(place), (0.10, 0.10, 0.10))
    canvas.obstacles.append((x, y, 0.6))
