"""Light boxes, neon letters, neon pictures and video walls."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._street.canvas import CHASE, FLICKER, STEADY, Beat, Canvas, Facade, dim
from filmwright.content.environments._street.palette import (
    AMBER,
    CYAN,
    DARK_METAL,
    GREEN,
    HORIZONTAL,
    NEON,
    PINK,
    RED,
    SIGNS,
    VERTICAL,
    Kind,
    faint,
    pick,
    sign_colors,
    word,
)
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.values import Color

THICKNESS_M = 0.22
FLICKERING = 0.08  # share of signs with a tired tube (chosen)


def tube_radius(y: float, near: float = 0.022) -> float:
    """Radius of a neon tube at y metres down the street: never much thinner than a third of a pixel at 640 wide."""
    return max(near, 0.0007 * y)


class Spot(NamedTuple):
    """Where a hanging sign goes: u along the facade, w0 from it, z0 its foot, height and width."""

    u: float
    w0: float
    z0: float
    height: float
    width: float


def blade_sign(f: Facade, rng: np.random.Generator, spot: Spot, kind: Kind) -> None:
    """A vertical light box that stands out of the facade and is read from up and down the street."""
    u, w0, z0, h, width = spot
    t = THICKNESS_M
    panel, letters = sign_colors(rng)
    dark = rng.random() < 0.32
    neon = pick(rng, NEON)
    beat: Beat = (FLICKER, rng.random()) if rng.random() < FLICKERING else (STEADY, 0.0)
    glow = dim(neon, 0.10) if dark else panel
    f.box("metal", (u - t / 2, w0, z0), (u + t / 2, w0 + width, z0 + h), DARK_METAL, cell=1.5)
    arms = np.array([z0 + 0.3, z0 + h - 0.3])
    f.boxes(
        "metal",
        np.column_stack([np.full(2, u - 0.03), np.zeros(2), arms - 0.03]),
        np.column_stack([np.full(2, u + 0.03), np.full(2, w0), arms + 0.03]),
        DARK_METAL,
    )
    rim = 0.05
    for way in (-1, 1):
        face = u + way * (t / 2 + 0.012)
        f.blade(
            "sign",
            face,
            (w0 + rim, w0 + width - rim),
            (z0 + rim, z0 + h - rim),
            faint(neon) if dark else panel,
            towards=way,
            beat=beat,
        )
        parts = 3 if h > 3 else 2
        for k in range(parts):
            center = (u + way * 0.35, w0 + width / 2, z0 + h * (k + 0.5) / parts)
            f.light(center, (way, 0, 0), glow, width * h / parts)
    body = word(rng, VERTICAL, kind, longest=2 if h < 1.6 else 99)
    size = min(width * 0.74, (h - 0.3) / len(body) / 1.06)
    f.write(
        body,
        (u - t / 2 - 0.03, w0 + width / 2, z0 + h / 2),
        size,
        neon if dark else letters,
        style="tube" if dark else "fill",
        facing="front",
        vertical=True,
        beat=beat,
    )
    edge = dim(neon if dark else panel, 0.25 if dark else 0.5)
    f.panel("sign", (u - t / 2 + 0.02, u + t / 2 - 0.02), (z0 + 0.04, z0 + h - 0.04), w0 + width + 0.012, edge, beat)
    if dark or rng.random() < 0.35:
        a, b, lo, hi, front = w0 + 0.04, w0 + width - 0.04, z0 + 0.04, z0 + h - 0.04, u - t / 2 - 0.04
        loop = [(front, a, lo), (front, b, lo), (front, b, hi), (front, a, hi)]
        f.shape("neon", frame(loop, tube_radius(f.y0)), neon, beat)


def frame(corners: list[tuple[float, float, float]], radius: float) -> Shape:
    """A tube along the sides of a polygon."""
    loop = [*corners, corners[0]]
    return join(sweep([a, b], radius, sides=5, caps=False) for a, b in itertools.pairwise(loop))


def wall_sign(
    f: Facade, rng: np.random.Generator, u: tuple[float, float], z: tuple[float, float], w: float, kind: Kind
) -> None:
    """A light box flat on the facade, over a shop or a storey."""
    panel, letters = sign_colors(rng)
    dark = rng.random() < 0.3
    neon = pick(rng, NEON)
    length, height = u[1] - u[0], z[1] - z[0]
    glow = dim(neon, 0.10) if dark else panel
    f.box("metal", (u[0], w - 0.16, z[0]), (u[1], w, z[1]), DARK_METAL, cell=1.5)
    f.panel("sign", (u[0] + 0.05, u[1] - 0.05), (z[0] + 0.05, z[1] - 0.05), w + 0.012, faint(neon) if dark else panel)
    body = word(rng, HORIZONTAL if rng.random() < 0.6 else VERTICAL, kind)
    f.write(
        body,
        ((u[0] + u[1]) / 2, w + 0.035, (z[0] + z[1]) / 2),
        height * 0.68,
        neon if dark else letters,
        style="tube" if dark else "fill",
        limit_m=length * 0.86,
    )
    parts = max(1, round(length / 2.2))
    for k in range(parts):
        center = (u[0] + length * (k + 0.5) / parts, w + 0.35, (z[0] + z[1]) / 2)
        f.light(center, (0, 1, 0), glow, length * height / parts)


def standing_sign(f: Facade, rng: np.random.Generator, u: float, w: float, kind: Kind) -> None:
    """A light box on the pavement that names a shop."""
    panel, letters = SIGNS[int(rng.integers(5))]
    tall, wide = 1.25, 0.5
    f.box("metal", (u - 0.14, w, 0.13), (u + 0.14, w + wide, 0.13 + tall), (0.04, 0.04, 0.04), cell=0.5)
    front = u - 0.152
    f.blade("sign", front, (w + 0.03, w + wide - 0.03), (0.24, 0.1 + tall), panel)
    body = word(rng, VERTICAL, kind, longest=3)
    f.write(
        body,
        (front - 0.012, w + wide / 2, 0.78),
        min(0.33, 0.95 / len(body)),
        letters,
        facing="front",
        vertical=True,
    )
    f.light((u - 0.4, w + wide / 2, 0.75), (-1, 0, 0), panel, 0.5)
    f.obstacle(u, w + wide / 2, 0.35)


class Line(NamedTuple):
    """One bent tube of a neon picture: color, points (across, up) and how it behaves."""

    color: Color
    points: list[tuple[float, float]]
    beat: Beat = (STEADY, 0.0)


def arc(
    cx: float, cy: float, radius: float, start_deg: float, end_deg: float, n: int = 18
) -> list[tuple[float, float]]:
    """Points of an arc of a circle."""
    angles = np.radians(np.linspace(start_deg, end_deg, n))
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def neon_picture(canvas: Canvas, side: int, y: float, w: float, z: float, scale: float, lines: list[Line]) -> None:
    """Tubes bent into a picture on a dark board that hangs over the pavement and faces the camera. Positive across is
    to the picture's right."""
    f = Facade(canvas, side, y)
    half = 0.78 * scale
    f.box("metal", (0.05, w - half, z - half), (0.12, w + half, z + half * 1.1), (0.025, 0.022, 0.03), cell=0.6)
    f.box("metal", (0.05, 0, z), (0.1, w, z + 0.05), DARK_METAL)
    right = -side  # local w runs to the left on the right-hand side of the street
    for line in lines:
        p = np.array(line.points) * scale
        path = np.column_stack([np.full(len(p), -0.03), w + right * p[:, 0], z + p[:, 1]])
        f.shape("neon", sweep(path, 0.022 * scale, sides=6), line.color, line.beat)
    mean = np.mean([line.color for line in lines], 0)
    f.light((-0.35, w, z), (-1, 0, 0), dim(mean, 0.18), 1.6 * scale**2)


def neon_pictures(canvas: Canvas) -> None:
    """A cocktail, a moon with a cat, a bowl of noodles and an arrow that runs."""
    stem = [Line(CYAN, [(0, -0.05), (0, -0.62)]), Line(CYAN, [(-0.32, -0.64), (0.32, -0.64)])]
    cup = [(-0.55, 0.6), (0.55, 0.6), (0, -0.05), (-0.55, 0.6)]
    straw: Beat = (FLICKER, 0.3)
    cocktail = [
        Line(CYAN, cup),
        *stem,
        Line(GREEN, arc(0.12, 0.38, 0.11, 0, 360)),
        Line(PINK, [(0.12, 0.38), (0.52, 0.78)], straw),
    ]
    neon_picture(canvas, -1, 10.6, 1.15, 4.1, 0.95, cocktail)
    ears = [(-0.1, -0.30), (-0.16, 0.0), (-0.05, 0.12), (0.0, 0.26), (0.08, 0.14), (0.2, 0.14), (0.27, 0.26)]
    cat = [*ears, (0.32, 0.10), (0.40, -0.05), (0.34, -0.30), (-0.1, -0.30)]
    moon = [*arc(0, 0.05, 0.62, 40, 320, 26), *arc(0.22, 0.05, 0.42, 300, 60)]
    neon_picture(canvas, 1, 13.2, 1.25, 4.4, 1.0, [Line(AMBER, moon), Line(PINK, cat)])
    bowl = [(-0.55, 0.0), *arc(0, 0.0, 0.55, 180, 360, 16), (-0.55, 0.0)]
    steam = [
        Line(CYAN, [(x + 0.05 * math.sin(6 * t), 0.12 + 0.5 * t) for t in np.linspace(0, 1, 9)], (CHASE, x))
        for x in (-0.25, 0.0, 0.25)
    ]
    sticks = [Line(AMBER, [(0.1, 0.05), (0.62, 0.6)]), Line(AMBER, [(0.22, 0.02), (0.7, 0.5)])]
    neon_picture(canvas, 1, 25.0, 1.3, 4.6, 0.9, [Line(RED, bowl), *steam, *sticks])
    head = [(0.1, 0.25), (0.1, 0.55), (0.65, 0), (0.1, -0.55), (0.1, -0.25)]
    arrow = [Line(AMBER, [(-0.6, 0.25), *head, (-0.6, -0.25), (-0.6, 0.25)])]
    for k in range(4):
        x = -0.45 + k * 0.22
        arrow.append(Line(RED, [(x, -0.12), (x + 0.12, 0), (x, 0.12)], (CHASE, -k * 0.25)))
    neon_picture(canvas, -1, 24.0, 1.3, 5.0, 1.2, arrow)


def video_wall(
    canvas: Canvas, side: int, y: float, w: tuple[float, float], z: tuple[float, float], seed: float, body: str
) -> None:
    """A screen across the pavement whose picture moves (surfaces.screen)."""
    f = Facade(canvas, side, y)
    f.box("metal", (0.02, w[0] - 0.1, z[0] - 0.1), (0.5, w[1] + 0.1, z[1] + 0.1), DARK_METAL, cell=1.5)
    f.blade("screen", 0.0, w, z, (1, 1, 1), beat=(STEADY, seed))
    width, height = w[1] - w[0], z[1] - z[0]
    center = np.array([0.0, (w[0] + w[1]) / 2, (z[0] + z[1]) / 2])
    f.light(center - (0.6, 0, 0), (-1, 0, 0), (0.9, 0.55, 0.75), width * height)
    f.write(body, center - (0.03, 0, 0), width * 0.62, (2.2, 1.9, 1.5), facing="front", vertical=True)


def video_walls(canvas: Canvas) -> None:
    """Three screens, nearest first."""
    video_wall(canvas, 1, 19.0, (0.5, 3.3), (5.2, 10.8), 0.13, "夜光")
    video_wall(canvas, -1, 44.0, (0.4, 4.4), (6.5, 12.5), 0.57, "月")
    video_wall(canvas, 1, 66.0, (0.4, 5.4), (8.0, 14.5), 0.83, "星")


def light_line(f: Facade, u: float, w: float, z: tuple[float, float], color: Color) -> None:
    """A tube of light up a facade's edge."""
    f.shape("neon", sweep([(u, w, z[0]), (u, w, z[1])], tube_radius(f.y0, 0.03), sides=5, caps=False), dim(color, 0.6))
    steps = max(1, round((z[1] - z[0]) / 2.5))
    for k in range(steps):
        f.light((u, w + 0.35, z[0] + (z[1] - z[0]) * (k + 0.5) / steps), (0, 0, 0), dim(color, 0.2), 0.25)
